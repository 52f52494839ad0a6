/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a persona, wherever it is shown. */
#include "app/way-persona-edits.h"

#include "app/way-map-edits.h"
#include "base/way-i18n.h"
#include "base/way-id.h"
#include "model/way-schema.h"

#include <math.h>

static char *
put_new (WayMapContext *context,
         WayRecord     *persona,
         const char    *label)
{
  g_autoptr (WayEdit) edit = way_edit_new (label);

  way_edit_put (edit, persona);
  return way_map_context_apply (context, edit) ? g_strdup (way_record_get_id (persona)) : NULL;
}

/**
 * way_persona_edits_add:
 * @context: what it works with
 *
 * Returns: (transfer full) (nullable): the id of a new persona, the last one
 */
char *
way_persona_edits_add (WayMapContext *context)
{
  g_autoptr (WayRecord) persona = way_record_new (WAY_KIND_PERSONA, NULL, NULL);

  way_record_set_text (persona, WAY_PERSONA_NAME, _("Somebody new"));
  return put_new (context, persona, _("Add persona"));
}

/* As far behind as the next of them, so that the copy comes right after. */
static void
put_behind (WayMapContext *context,
            WayEdit       *edit,
            WayRecord     *copy,
            const char    *first)
{
  g_autoptr (GPtrArray) all = way_map_context_list (context, WAY_KIND_PERSONA, NULL);
  guint place = 0;

  while (place < all->len && !g_str_equal (way_record_get_id (all->pdata[place]), first))
    place++;
  way_map_edits_put_between (context, edit, copy, all, place + 1);
}

/**
 * way_persona_edits_duplicate:
 * @context: what it works with
 * @id: a persona
 *
 * Returns: (transfer full) (nullable): the id of a copy of it, which comes right after it
 */
char *
way_persona_edits_duplicate (WayMapContext *context,
                             const char    *id)
{
  g_autoptr (WayRecord) first = way_map_context_read (context, WAY_KIND_PERSONA, id), copy = NULL;
  g_autoptr (WayEdit) edit = way_edit_new (_("Duplicate persona"));
  g_autofree char *new_id = way_id_new (), *name = NULL;

  if (first == NULL)
    return NULL;
  copy = way_record_copy (first);
  if (way_record_has (first, WAY_PERSONA_NAME))
    /* Translators: the name of a copy of a persona. */
    name = g_strdup_printf (_("%s (copy)"), way_record_get_text (first, WAY_PERSONA_NAME));
  way_record_set_id (copy, new_id);
  way_record_set_text (copy, WAY_PERSONA_NAME, name != NULL ? name : _("Somebody new"));
  put_behind (context, edit, copy, id);
  return way_map_context_apply (context, edit) ? g_steal_pointer (&new_id) : NULL;
}

/**
 * way_persona_edits_move:
 * @context: what it works with
 * @id: a persona
 * @by: -1 for one place earlier, 1 for one later
 *
 * Returns: whether it stands elsewhere now
 */
gboolean
way_persona_edits_move (WayMapContext *context,
                        const char    *id,
                        int            by)
{
  g_autoptr (GPtrArray) all = way_map_context_list (context, WAY_KIND_PERSONA, NULL);
  g_autoptr (WayRecord) moved = NULL;
  g_autoptr (WayEdit) edit = way_edit_new (_("Move persona"));
  guint place = 0;

  while (place < all->len && !g_str_equal (way_record_get_id (all->pdata[place]), id))
    place++;
  if (place == all->len || (by < 0 ? place == 0 : place + 1 == all->len))
    return FALSE;
  moved = way_record_copy (all->pdata[place]);
  g_ptr_array_remove_index (all, place);
  return way_map_edits_put_between (context, edit, moved, all, place + by) && way_map_context_apply (context, edit);
}

/**
 * way_persona_edits_use:
 * @context: what it works with
 * @id: a persona
 *
 * Makes the map that is shown theirs.
 */
void
way_persona_edits_use (WayMapContext *context,
                       const char    *id)
{
  g_autoptr (WayRecord) map = way_map_context_read (context, WAY_KIND_MAP, way_map_context_get_map (context));
  g_autoptr (WayRecord) changed = map != NULL ? way_record_copy (map) : NULL;
  g_autoptr (WayEdit) edit = way_edit_new (_("Change persona of the map"));

  if (changed == NULL)
    return;
  way_record_set_text (changed, WAY_MAP_PERSONA, id);
  way_edit_put (edit, changed);
  way_map_context_apply (context, edit);
}
