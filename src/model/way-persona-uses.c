/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which maps show which personas: for all of them at once, because every map has to be looked at for any. */
#include "model/way-persona-uses.h"

#include "model/way-schema.h"

static void
use_free (gpointer data)
{
  WayPersonaUse *use = data;

  g_object_unref (use->map);
  g_ptr_array_unref (use->feelings);
  g_ptr_array_unref (use->scenarios);
  g_free (use);
}

/* Maps are looked at one after the other: where there is a use of @map already, it is the last. */
static WayPersonaUse *
get_use (GHashTable *uses,
         const char *persona,
         WayRecord  *map)
{
  GPtrArray *list = g_hash_table_lookup (uses, persona);
  WayPersonaUse *use = list != NULL && list->len > 0 ? list->pdata[list->len - 1] : NULL;

  if (use != NULL && use->map == map)
    return use;
  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (use_free);
      g_hash_table_insert (uses, g_strdup (persona), list);
    }
  use = g_new0 (WayPersonaUse, 1);
  use->map = g_object_ref (map);
  use->feelings = g_ptr_array_new_with_free_func (g_object_unref);
  use->scenarios = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (list, use);
  return use;
}

static gboolean
read_map (GHashTable  *uses,
          WayLens     *lens,
          WayRecord   *map,
          GError     **error)
{
  g_autoptr (GPtrArray) feelings = way_lens_list (lens, WAY_KIND_FEELING, way_record_get_id (map), error);
  g_autoptr (GPtrArray) scenarios = feelings != NULL ? way_lens_list (lens, WAY_KIND_SCENARIO, way_record_get_id (map), error) : NULL;
  const char *persona = way_record_get_text (map, WAY_MAP_PERSONA);

  if (scenarios == NULL)
    return FALSE;
  if (persona != NULL)
    get_use (uses, persona, map)->theirs = TRUE;
  for (guint i = 0; i < feelings->len; i++)
    if ((persona = way_record_get_text (feelings->pdata[i], WAY_FEELING_PERSONA)) != NULL)
      g_ptr_array_add (get_use (uses, persona, map)->feelings, g_object_ref (feelings->pdata[i]));
  for (guint i = 0; i < scenarios->len; i++)
    if ((persona = way_record_get_text (scenarios->pdata[i], WAY_SCENARIO_PERSONA)) != NULL)
      g_ptr_array_add (get_use (uses, persona, map)->scenarios, g_object_ref (scenarios->pdata[i]));
  return TRUE;
}

/**
 * way_persona_uses_read:
 * @lens: who looks
 * @error: what went wrong in reading
 *
 * Returns: (transfer full) (nullable) (element-type utf8 GPtrArray): for the id of each persona that any map shows, their
 *   [struct@PersonaUse]s in the order of the maps
 */
GHashTable *
way_persona_uses_read (WayLens  *lens,
                       GError  **error)
{
  g_autoptr (GPtrArray) maps = way_lens_list (lens, WAY_KIND_MAP, NULL, error);
  g_autoptr (GHashTable) uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  if (maps == NULL)
    return NULL;
  for (guint i = 0; i < maps->len; i++)
    if (!read_map (uses, lens, maps->pdata[i], error))
      return NULL;
  return g_steal_pointer (&uses);
}
