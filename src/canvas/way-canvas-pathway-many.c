/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several steps of a pathway map at once: selected, moved, duplicated and deleted, with the links between them. */
#include "canvas/way-canvas-pathway.h"

#include "base/way-i18n.h"
#include "base/way-id.h"
#include "scene/way-scene-pathway.h"

#include <math.h>

/* Both steps and all that stand within the rectangle that holds them; of anything else the last alone. */
GArray *
way_pathway_list_between (WayScene      *scene,
                          const WaySpot *from,
                          const WaySpot *to)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (WaySpot));
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint));
  WayRect first, last, area;
  WaySpot spot;

  if (from->kind != WAY_KIND_STEP || to->kind != WAY_KIND_STEP || !way_outline_get_bounds (scene, from, &first) ||
      !way_outline_get_bounds (scene, to, &last))
    {
      g_array_append_val (spots, *to);
      return spots;
    }
  area = way_rect_union (&first, &last);
  way_scene_query (scene, &area, touched);
  for (guint i = 0; i < touched->len; i++)
    if (way_outline_spot_of_item (scene, g_array_index (touched, guint, i), &spot) && spot.kind == WAY_KIND_STEP)
      g_array_append_val (spots, spot);
  return spots;
}

/* All steps of the lane; all of the map when those are selected already, or nothing in a lane is. */
GArray *
way_pathway_list_all (WayCanvas *self)
{
  const char *lane = self->selected.kind == WAY_KIND_LANE ? self->selected.id : self->selected.lane;
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (WaySpot));
  gboolean whole = TRUE;
  WaySpot spot;

  for (guint i = 0; i < way_scene_get_n_items (self->scene); i++)
    if (way_scene_get_item (self->scene, i)->kind == WAY_KIND_STEP && way_pathway_spot_of_item (self->scene, i, &spot))
      {
        g_array_append_val (spots, spot);
        whole &= !g_str_equal (spot.lane, lane) || way_canvas_is_selected (self, &spot);
      }
  for (guint i = spots->len; !whole && i > 0; i--)
    if (!g_str_equal (g_array_index (spots, WaySpot, i - 1).lane, lane))
      g_array_remove_index (spots, i - 1);
  return spots;
}

/* The steps that are selected; none where it is something else. */
GArray *
way_pathway_list_steps (WayCanvas *self)
{
  GArray *spots = way_canvas_list_selection (self);

  for (guint i = spots->len; i > 0; i--)
    if (g_array_index (spots, WaySpot, i - 1).kind != WAY_KIND_STEP)
      g_array_remove_index (spots, i - 1);
  return spots;
}

static int
find_lane (WayScene   *scene,
           GArray     *lanes,
           const char *id)
{
  for (guint i = 0; i < lanes->len; i++)
    if (g_str_equal (way_scene_get_item (scene, g_array_index (lanes, guint, i))->id, id))
      return i;
  return -1;
}

/**
 * way_pathway_move_steps:
 * @self: a canvas with several steps selected
 * @down: how many lanes down
 * @on: how many columns on; what is moved so is pinned
 *
 * Moves them together, as one edit; not beyond the first or last lane, and not before the first column.
 */
void
way_pathway_move_steps (WayCanvas *self,
                        int        down,
                        int        on)
{
  g_autoptr (GArray) spots = way_pathway_list_steps (self), lanes = way_pathway_list_lanes (self->scene);
  g_autoptr (WayEdit) edit = way_edit_new (_("Move steps"));
  g_autofree char *cursor = g_strdup (self->selected.id), *said = NULL;

  for (guint i = 0; i < spots->len; i++)
    {
      const WaySpot *spot = &g_array_index (spots, WaySpot, i);
      int lane = find_lane (self->scene, lanes, spot->lane);
      g_autoptr (WayRecord) record = way_canvas_read_record (self, WAY_KIND_STEP, spot->id), moved = NULL;
      gboolean pinned;
      guint column;

      if (record == NULL || !way_scene_get_column (self->scene, spot->id, &column, &pinned))
        return;
      if (lane < 0 || lane + down < 0 || lane + down >= (int) lanes->len || (int) column + on < 0)
        {
          gtk_widget_error_bell (GTK_WIDGET (self));
          return;
        }
      moved = way_record_copy (record);
      way_record_set_text (moved, WAY_STEP_LANE, way_scene_get_item (self->scene, g_array_index (lanes, guint, lane + down))->id);
      if (on != 0)
        way_record_set_number (moved, WAY_STEP_COLUMN, (int) column + on);
      way_edit_put (edit, moved);
    }
  if (spots->len == 0 || (down == 0 && on == 0))
    return;
  said = g_strdup_printf (ngettext ("%u step moved", "%u steps moved", spots->len), spots->len);
  if (way_canvas_send (self, edit, said))
    way_canvas_select_again (self, spots, cursor);
}

/* Puts the selected steps where one of them was dragged to, each as far away as it was. */
void
way_pathway_put_steps (WayCanvas      *self,
                       const char     *dragged,
                       const WayPlace *place)
{
  g_autoptr (GArray) lanes = way_pathway_list_lanes (self->scene);
  guint column;
  gboolean pinned;
  WaySpot spot;

  if (way_outline_find (self->scene, dragged, &spot) && way_scene_get_column (self->scene, dragged, &column, &pinned))
    way_pathway_move_steps (self, find_lane (self->scene, lanes, place->lane) - find_lane (self->scene, lanes, spot.lane),
                            (int) place->index - (int) column);
}

/* Changes a field of each of the selected steps, as one edit. */
static void
set_all (WayCanvas  *self,
         guint       field,
         const char *text,
         const char *said)
{
  g_autoptr (GArray) spots = way_pathway_list_steps (self);
  g_autoptr (WayEdit) edit = way_edit_new (said);
  g_autofree char *cursor = g_strdup (self->selected.id);

  for (guint i = 0; i < spots->len; i++)
    {
      g_autoptr (WayRecord) record = way_canvas_read_record (self, WAY_KIND_STEP, g_array_index (spots, WaySpot, i).id), changed = NULL;

      if (record == NULL)
        return;
      changed = way_record_copy (record);
      way_record_set_text (changed, field, text);
      if (!way_record_equal (changed, record))
        way_edit_put (edit, changed);
    }
  if (way_edit_get_length (edit) > 0 && way_canvas_send (self, edit, said))
    way_canvas_select_again (self, spots, cursor);
}

/* Each stays in its column. A pathway has no stages. */
void
way_pathway_put_selected (WayCanvas  *self,
                          const char *lane,
                          const char *stage)
{
  g_autoptr (GArray) spots = way_pathway_list_steps (self);
  g_autofree char *said = g_strdup_printf (ngettext ("%u step moved", "%u steps moved", spots->len), spots->len);

  if (lane != NULL)
    set_all (self, WAY_STEP_LANE, lane, said);
}

/* Makes all selected steps of one kind. */
void
way_pathway_set_kind_of_steps (WayCanvas  *self,
                               const char *kind)
{
  set_all (self, WAY_STEP_KIND, kind, _("Change kind of steps"));
}

/* The workspace drops the links of the steps in the same edit. */
void
way_pathway_drop_steps (WayCanvas *self)
{
  g_autoptr (GArray) spots = way_pathway_list_steps (self);
  g_autoptr (WayEdit) edit = way_edit_new (_("Delete steps"));
  g_autofree char *said = g_strdup_printf (ngettext ("%u step deleted", "%u steps deleted", spots->len), spots->len);

  for (guint i = 0; i < spots->len; i++)
    way_edit_drop (edit, WAY_KIND_STEP, g_array_index (spots, WaySpot, i).id);
  if (spots->len > 0)
    way_canvas_send (self, edit, said);
}

/**
 * way_pathway_list_inner_links:
 * @self: a canvas
 * @steps: (element-type WaySpot): steps of its map
 *
 * Returns: (transfer full) (element-type WayRecord): the links that begin and end at one of them
 */
GPtrArray *
way_pathway_list_inner_links (WayCanvas *self,
                              GArray    *steps)
{
  g_autoptr (GHashTable) within = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < steps->len; i++)
    g_hash_table_add (within, g_array_index (steps, WaySpot, i).id);
  for (guint i = 0; i < steps->len; i++)
    {
      g_autoptr (GArray) links = way_scene_list_links_from (self->scene, g_array_index (steps, WaySpot, i).id);

      for (guint k = 0; k < links->len; k++)
        {
          const char *id = way_scene_get_item (self->scene, g_array_index (links, guint, k))->id;
          g_autoptr (WayRecord) link = way_canvas_read_record (self, WAY_KIND_LINK, id);

          if (link != NULL && g_hash_table_contains (within, way_record_get_text (link, WAY_LINK_TO)))
            g_ptr_array_add (found, g_steal_pointer (&link));
        }
    }
  return found;
}

/* Other steps like the selected ones, with links like those between them; nothing else leads to them yet. */
void
way_pathway_duplicate_steps (WayCanvas *self)
{
  g_autoptr (GArray) spots = way_pathway_list_steps (self), made = g_array_new (FALSE, FALSE, sizeof (WaySpot));
  g_autoptr (GPtrArray) links = way_pathway_list_inner_links (self, spots);
  g_autoptr (GHashTable) copies = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (WayEdit) edit = way_edit_new (spots->len == 1 ? _("Duplicate step") : _("Duplicate steps"));
  g_autofree char *said = g_strdup_printf (ngettext ("%u step duplicated", "%u steps duplicated", spots->len), spots->len);

  for (guint i = 0; i < spots->len; i++)
    {
      g_autoptr (WayRecord) record = way_canvas_read_record (self, WAY_KIND_STEP, g_array_index (spots, WaySpot, i).id), copy = NULL;
      char *id = way_id_new ();
      WaySpot spot = { .kind = WAY_KIND_STEP };

      g_hash_table_insert (copies, g_array_index (spots, WaySpot, i).id, id);
      if (record == NULL)
        return;
      copy = way_record_copy (record);
      way_record_set_id (copy, id);
      way_record_set_position (copy, HUGE_VAL);
      way_record_clear (copy, WAY_STEP_COLUMN);
      way_record_clear (copy, WAY_STEP_BASED_ON);
      way_edit_put (edit, copy);
      g_strlcpy (spot.id, id, sizeof spot.id);
      g_array_append_val (made, spot);
    }
  for (guint i = 0; i < links->len; i++)
    {
      g_autoptr (WayRecord) copy = way_record_copy (links->pdata[i]);
      g_autofree char *id = way_id_new ();

      way_record_set_id (copy, id);
      way_record_set_position (copy, HUGE_VAL);
      way_record_set_text (copy, WAY_LINK_FROM, g_hash_table_lookup (copies, way_record_get_text (links->pdata[i], WAY_LINK_FROM)));
      way_record_set_text (copy, WAY_LINK_TO, g_hash_table_lookup (copies, way_record_get_text (links->pdata[i], WAY_LINK_TO)));
      way_record_clear (copy, WAY_LINK_BASED_ON);
      way_edit_put (edit, copy);
    }
  if (made->len > 0 && way_canvas_send (self, edit, said))
    way_canvas_select_again (self, made, g_array_index (made, WaySpot, made->len - 1).id);
}
