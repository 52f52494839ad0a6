/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps and links of a pathway map: what kind they are of, where steps stand, duplicating and deleting them. */
#include "canvas/way-canvas-pathway.h"

#include "base/way-i18n.h"
#include "scene/way-scene-pathway.h"

static void
tell_selected (WayCanvas *self)
{
  g_autofree char *name = way_outline_dup_name (self->scene, &self->selected);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), name, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Gives the selected step, link or lane another kind. */
void
way_pathway_set_kind (WayCanvas  *self,
                      const char *kind)
{
  WaySpot spot = self->selected;
  guint field = spot.kind == WAY_KIND_STEP ? WAY_STEP_KIND : spot.kind == WAY_KIND_LINK ? WAY_LINK_KIND : WAY_LANE_KIND;
  g_autoptr (WayEdit) edit = way_edit_new (spot.kind == WAY_KIND_STEP ? _("Change kind of step")
                                           : spot.kind == WAY_KIND_LINK ? _("Change kind of link") : _("Change kind of lane"));
  g_autoptr (WayRecord) record = NULL, changed = NULL;

  if (way_canvas_has_many (self))
    {
      way_pathway_set_kind_of_steps (self, kind);
      return;
    }
  if ((spot.kind != WAY_KIND_STEP && spot.kind != WAY_KIND_LINK && spot.kind != WAY_KIND_LANE) ||
      (record = way_canvas_read_record (self, spot.kind, spot.id)) == NULL || g_strcmp0 (way_record_get_text (record, field), kind) == 0)
    return;
  changed = way_record_copy (record);
  way_record_set_text (changed, field, kind);
  way_edit_put (edit, changed);
  if (!way_canvas_send (self, edit, spot.kind == WAY_KIND_STEP ? _("Kind of step changed")
                                    : spot.kind == WAY_KIND_LINK ? _("Kind of link changed") : _("Kind of lane changed")))
    return;
  way_canvas_select_id (self, spot.id);
  tell_selected (self);
}

/* Puts a step into a lane, and pins it to @column unless that is -1. */
void
way_pathway_put_step (WayCanvas  *self,
                      const char *step,
                      const char *lane,
                      int         column)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Move step"));
  g_autoptr (WayRecord) record = way_canvas_read_record (self, WAY_KIND_STEP, step);
  g_autoptr (WayRecord) moved = record != NULL ? way_record_copy (record) : NULL;
  g_autofree char *id = g_strdup (step);

  if (moved == NULL)
    return;
  way_record_set_text (moved, WAY_STEP_LANE, lane);
  if (column >= 0)
    way_record_set_number (moved, WAY_STEP_COLUMN, column);
  if (way_record_equal (moved, record))
    return;
  way_edit_put (edit, moved);
  if (!way_canvas_send (self, edit, column >= 0 ? _("Step moved and pinned") : _("Step moved")))
    return;
  way_canvas_select_id (self, id);
  tell_selected (self);
}

/* Lets the selected step stand where the flow puts it. */
void
way_pathway_unpin (WayCanvas *self)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Unpin step"));
  g_autoptr (WayRecord) record = NULL, changed = NULL;
  WaySpot spot = self->selected;

  if (spot.kind != WAY_KIND_STEP || (record = way_canvas_read_record (self, WAY_KIND_STEP, spot.id)) == NULL)
    return;
  if (!way_record_has (record, WAY_STEP_COLUMN))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  changed = way_record_copy (record);
  way_record_clear (changed, WAY_STEP_COLUMN);
  way_edit_put (edit, changed);
  if (way_canvas_send (self, edit, _("Step unpinned")))
    way_canvas_select_id (self, spot.id);
}

/* Moves the selected step by keyboard: into the lane above or below, or pinned to the column before or after. */
void
way_pathway_move (WayCanvas *self,
                  WayWalk    step)
{
  g_autoptr (GArray) lanes = way_pathway_list_lanes (self->scene);
  gboolean on = step == (way_scene_is_right_to_left (self->scene) ? WAY_WALK_LEFT : WAY_WALK_RIGHT), pinned;
  WaySpot spot = self->selected;
  guint column;

  if (way_canvas_has_many (self))
    {
      gboolean aside = step == WAY_WALK_LEFT || step == WAY_WALK_RIGHT;

      way_pathway_move_steps (self, aside ? 0 : step == WAY_WALK_DOWN ? 1 : -1, !aside ? 0 : on ? 1 : -1);
      return;
    }
  if (spot.kind != WAY_KIND_STEP || !way_scene_get_column (self->scene, spot.id, &column, &pinned))
    return;
  if (step == WAY_WALK_LEFT || step == WAY_WALK_RIGHT)
    {
      if (on || column > 0)
        way_pathway_put_step (self, spot.id, spot.lane, on ? (int) column + 1 : (int) column - 1);
      else
        gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  for (guint i = 0; i < lanes->len; i++)
    if (g_str_equal (way_scene_get_item (self->scene, g_array_index (lanes, guint, i))->id, spot.lane))
      {
        guint next = i + (step == WAY_WALK_DOWN ? 1 : -1);
        g_autofree char *lane = NULL;

        if (next >= lanes->len)
          break;
        lane = g_strdup (way_scene_get_item (self->scene, g_array_index (lanes, guint, next))->id);
        way_pathway_put_step (self, spot.id, lane, -1);
        return;
      }
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static const char *
get_drop_label (WayKind kind)
{
  switch ((int) kind)
    {
    case WAY_KIND_LINK:
      return _("Delete link");
    case WAY_KIND_LANE:
      return _("Delete lane");
    case WAY_KIND_FLAG:
      return _("Delete flag");
    default:
      return _("Delete step");
    }
}

static const char *
get_dropped (WayKind kind)
{
  switch ((int) kind)
    {
    case WAY_KIND_LINK:
      return _("Link deleted");
    case WAY_KIND_LANE:
      return _("Lane deleted");
    case WAY_KIND_FLAG:
      return _("Flag deleted");
    default:
      return _("Step deleted");
    }
}

/* Deletes what is selected; the workspace drops the links of a step and the stops that scenarios make at it in the same edit. The map
 * itself is deleted elsewhere. */
void
way_pathway_drop_selected (WayCanvas *self)
{
  g_autoptr (WayEdit) edit = way_edit_new (get_drop_label (self->selected.kind));
  const char *from, *to;
  g_autofree char *heir = NULL;
  WayKind kind = self->selected.kind;

  if (way_canvas_has_many (self))
    {
      way_pathway_drop_steps (self);
      return;
    }
  if (kind == WAY_KIND_MAP || kind == WAY_KIND_NONE)
    return;
  /* After a link comes the step that it led on from; after a step the one that led to it. */
  if (kind == WAY_KIND_LINK && way_scene_get_link_ends (self->scene, self->selected.id, &from, &to))
    heir = g_strdup (from);
  if (kind == WAY_KIND_STEP)
    {
      g_autoptr (GArray) links = way_scene_list_links_to (self->scene, self->selected.id);

      if (links->len > 0 && way_scene_get_link_ends (self->scene, way_scene_get_item (self->scene, g_array_index (links, guint, 0))->id, &from, &to))
        heir = g_strdup (from);
    }
  way_edit_drop (edit, kind, self->selected.id);
  if (way_canvas_send (self, edit, get_dropped (kind)) && heir != NULL)
    way_canvas_select_id (self, heir);
}

/* Other steps like those that are selected. */
void
way_pathway_duplicate (WayCanvas *self)
{
  if (self->selected.kind == WAY_KIND_STEP)
    way_pathway_duplicate_steps (self);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}
