/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits that more than one pane makes. */
#include "app/way-map-edits.h"

#include "app/way-toast.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "model/way-arrange.h"

#include <math.h>

/**
 * way_map_edits_put_between:
 * @context: what it works with
 * @edit: the edit to add to
 * @record: a record that is not sealed, to be put
 * @others: (element-type WayRecord): those it is seen among, in order, without it; they may be some of its list only
 * @index: how many of them come before it
 *
 * Where there is no number between two of them, all of the list take new ones.
 *
 * Returns: whether it could be read what is there
 */
gboolean
way_map_edits_put_between (WayMapContext *context,
                           WayEdit       *edit,
                           WayRecord     *record,
                           GPtrArray     *others,
                           guint          index)
{
  g_autoptr (GPtrArray) all = NULL;
  double position = HUGE_VAL;
  guint place = 0;

  index = MIN (index, others->len);
  if (index == others->len || way_arrange_between (index > 0 ? others->pdata[index - 1] : NULL, others->pdata[index], &position))
    {
      way_record_set_position (record, position);
      way_edit_put (edit, record);
      return TRUE;
    }
  all = way_map_context_list (context, way_record_get_kind (record), way_record_get_within (record));
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (way_record_get_id (all->pdata[i]), way_record_get_id (record)))
      g_ptr_array_remove_index (all, i--);
  while (place < all->len && !g_str_equal (way_record_get_id (all->pdata[place]), way_record_get_id (others->pdata[index])))
    place++;
  way_arrange_put (edit, record, all, place);
  return TRUE;
}

static const char *
get_delete_label (WayKind kind)
{
  switch (kind)
    {
    case WAY_KIND_STAGE:
      return _("Delete stage");
    case WAY_KIND_LANE:
      return _("Delete lane");
    case WAY_KIND_CARD:
      return _("Delete card");
    case WAY_KIND_FEELING:
      return _("Delete feeling");
    case WAY_KIND_STEP:
      return _("Delete step");
    case WAY_KIND_LINK:
      return _("Delete link");
    case WAY_KIND_FLAG:
      return _("Delete flag");
    case WAY_KIND_SCENARIO:
      return _("Delete scenario");
    case WAY_KIND_STOP:
      return _("Remove stop");
    case WAY_KIND_PERSONA:
      return _("Delete persona");
    default:
      return _("Delete");
    }
}

/**
 * way_map_edits_delete:
 * @context: what it works with
 * @near_by: a widget in the window
 * @kind: a kind of record
 * @id: one of that kind
 *
 * Deletes a record, with what it holds, and offers to take that back.
 *
 * Returns: whether it is gone
 */
gboolean
way_map_edits_delete (WayMapContext *context,
                      GtkWidget     *near_by,
                      WayKind        kind,
                      const char    *id)
{
  g_autoptr (WayRecord) record = way_map_context_read (context, kind, id);
  g_autoptr (WayEdit) edit = way_edit_new (get_delete_label (kind));
  g_autofree char *name = NULL, *message = NULL;

  if (record == NULL)
    return FALSE;
  way_edit_drop (edit, kind, id);
  if (!way_map_context_apply (context, edit))
    return FALSE;
  name = way_words_dup_name (record);
  /* Translators: the words of a card, the title of a stage … */
  message = g_strdup_printf (_("“%s” deleted"), name);
  way_toast_offer_undo (near_by, message);
  gtk_accessible_announce (GTK_ACCESSIBLE (near_by), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return TRUE;
}

/**
 * way_map_edits_get_on:
 * @context: what it works with
 * @id: (out) (nullable): the record
 *
 * What something is pinned to when nothing else is said: what is selected, the stage of a cell, or the map.
 *
 * Returns: the kind of record
 */
WayKind
way_map_edits_get_on (WayMapContext  *context,
                      const char    **id)
{
  const WaySpot *selection = way_map_context_get_selection (context);

  *id = selection->id;
  if (selection->kind != WAY_KIND_NONE && selection->kind != WAY_KIND_FLAG)
    return selection->kind;
  *id = selection->stage;
  if (selection->kind == WAY_KIND_NONE && *selection->stage != '\0')
    return WAY_KIND_STAGE;
  *id = way_map_context_get_map (context);
  return WAY_KIND_MAP;
}
