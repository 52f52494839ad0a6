/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records that the sheet of a persona shows, read through a lens. */
#include "scene/way-persona.h"

#include "base/way-i18n.h"
#include "model/way-counts.h"
#include "model/way-persona-uses.h"

static void
walk_free (gpointer data)
{
  WayPersonaWalk *walk = data;

  g_clear_object (&walk->record);
  g_clear_pointer (&walk->stops, g_ptr_array_unref);
  g_clear_pointer (&walk->counts, way_scenario_counts_free);
  g_free (walk);
}

static void
map_free (gpointer data)
{
  WayPersonaMap *map = data;

  g_clear_object (&map->map);
  g_clear_pointer (&map->stages, g_ptr_array_unref);
  g_clear_pointer (&map->felt, g_array_unref);
  g_clear_pointer (&map->walks, g_ptr_array_unref);
  g_free (map);
}

static void
persona_free (gpointer data)
{
  WayPersona *self = data;

  g_clear_pointer (&self->maps, g_ptr_array_unref);
  way_sheet_clear (&self->sheet);
  g_free (self);
}

/* What they said of a stage, in the middle; nothing where they said nothing. */
static void
summarise (WayPersonaMap *map,
           GPtrArray     *feelings,
           guint          number)
{
  const char *stage = way_record_get_id (map->stages->pdata[number]);
  g_autofree double *values = g_new (double, feelings->len + 1);
  WayPersonaFelt felt = { .stage = number };
  WayFeelingCount count;
  guint n = 0;

  for (guint i = 0; i < feelings->len; i++)
    if (g_strcmp0 (way_record_get_text (feelings->pdata[i], WAY_FEELING_STAGE), stage) == 0)
      values[n++] = way_record_get_number (feelings->pdata[i], WAY_FEELING_VALUE);
  if (n == 0)
    return;
  way_count_feeling (values, n, &count);
  felt.value = count.median;
  g_array_append_val (map->felt, felt);
}

static gboolean
read_walks (WayPersonaMap  *map,
            WayLens        *lens,
            GPtrArray      *scenarios,
            GError        **error)
{
  for (guint i = 0; i < scenarios->len; i++)
    {
      WayPersonaWalk *walk = g_new0 (WayPersonaWalk, 1);

      walk->record = g_object_ref (scenarios->pdata[i]);
      g_ptr_array_add (map->walks, walk);
      walk->stops = way_lens_list (lens, WAY_KIND_STOP, way_record_get_id (walk->record), error);
      if (walk->stops == NULL || (walk->counts = way_count_scenario (lens, way_record_get_id (walk->record), error)) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Maps that are theirs, on which they felt something, or along which they are walked. */
static gboolean
read_maps (WayPersona  *self,
           WayLens     *lens,
           GError     **error)
{
  g_autoptr (GHashTable) all = way_persona_uses_read (lens, error);
  GPtrArray *uses;

  g_clear_pointer (&self->maps, g_ptr_array_unref);
  self->maps = g_ptr_array_new_with_free_func (map_free);
  if (all == NULL)
    return FALSE;
  uses = g_hash_table_lookup (all, self->sheet.map_id);
  for (guint i = 0; uses != NULL && i < uses->len; i++)
    {
      const WayPersonaUse *use = uses->pdata[i];
      WayPersonaMap *map = g_new0 (WayPersonaMap, 1);

      map->map = g_object_ref (use->map);
      map->felt = g_array_new (FALSE, FALSE, sizeof (WayPersonaFelt));
      map->walks = g_ptr_array_new_with_free_func (walk_free);
      g_ptr_array_add (self->maps, map);
      map->stages = way_lens_list (lens, WAY_KIND_STAGE, way_record_get_id (map->map), error);
      if (map->stages == NULL || !read_walks (map, lens, use->scenarios, error))
        return FALSE;
      for (guint k = 0; k < map->stages->len; k++)
        summarise (map, use->feelings, k);
    }
  return TRUE;
}

static gboolean
read_all (WayPersona  *self,
          WayLens     *lens,
          GError     **error)
{
  if (!way_sheet_read_workspace (&self->sheet, lens, error) ||
      !way_lens_read (lens, WAY_KIND_PERSONA, self->sheet.map_id, &self->sheet.persona, error))
    return FALSE;
  if (self->sheet.persona == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("There is no persona “%s”."), self->sheet.map_id);
      return FALSE;
    }
  return read_maps (self, lens, error);
}

static gpointer
persona_new (WayLens                *lens,
             const char             *id,
             const WaySceneOptions  *options,
             GError                **error)
{
  WayPersona *self = g_new0 (WayPersona, 1);

  way_sheet_init (&self->sheet, id);
  if (read_all (self, lens, error))
    return self;
  persona_free (self);
  return NULL;
}

/* A sheet is small, and many things may touch it: it is read again. */
static gboolean
persona_update (gpointer     data,
                WayLens     *lens,
                WayChanges  *changes,
                gboolean    *changed,
                GError     **error)
{
  const guint64 shown = WAY_MASK (WORKSPACE) | WAY_MASK (PERSONA) | WAY_MASK (MAP) | WAY_MASK (STAGE) | WAY_MASK (FEELING) |
                        WAY_MASK (LANE) | WAY_MASK (SCENARIO) | WAY_MASK (STOP) | WAY_MASK (STEP) | WAY_MASK (LINK) |
                        WAY_MASK (ORGANISATION);

  *changed = FALSE;
  for (guint i = 0; i < way_changes_get_length (changes); i++)
    *changed |= (shown & (G_GUINT64_CONSTANT (1) << way_changes_get (changes, i)->kind)) != 0;
  return !*changed || read_all (data, lens, error);
}

const WayMapKind way_persona_kind = { "persona", persona_new, persona_update, way_persona_lay_out, NULL, persona_free };
