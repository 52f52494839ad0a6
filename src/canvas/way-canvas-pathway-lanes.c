/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lanes of a pathway map, and the kinds of lanes, steps and links. */
#include "canvas/way-canvas-pathway.h"

#include "base/way-i18n.h"
#include "canvas/way-lane-chooser.h"
#include "model/way-arrange.h"

static const WayLaneChoice lane_kinds[] = {
  { "person", "lane", NC_("lane", "What the person does"), N_("Above the line of interaction") },
  { "frontstage", "lane", NC_("lane", "What they see"), N_("People, places, letters and screens that they meet") },
  { "backstage", "lane", NC_("lane", "Behind the scenes"), N_("Below the line of visibility") },
  { "support", "lane", NC_("lane", "Support"), N_("Systems and services that others lean on") },
  { "commissioning", "lane", NC_("lane", "Commissioning"), N_("What is paid for, decided and agreed") },
};

static const WayLaneChoice step_kinds[] = {
  { "start", "kind of step", NC_("kind of step", "Start"), N_("Where people come in") },
  { "step", "kind of step", NC_("kind of step", "Step"), N_("Something that happens") },
  { "decision", "kind of step", NC_("kind of step", "Decision"), N_("Where ways part") },
  { "end", "kind of step", NC_("kind of step", "End"), N_("Where the pathway is over") },
  { "gap", "kind of step", NC_("kind of step", "Gap"), N_("Something that is missing") },
};

static const WayLaneChoice link_kinds[] = {
  { "flow", "kind of link", NC_("kind of link", "flow"), N_("One comes after the other") },
  { "information", "kind of link", NC_("kind of link", "information"), N_("One tells the other") },
  { "enables", "kind of link", NC_("kind of link", "makes possible"), N_("Without one there is no other") },
};

static void
lane_chosen_cb (WayCanvas  *self,
                const char *kind,
                gpointer    data)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Add lane"));
  g_autoptr (WayRecord) lane = way_record_new (WAY_KIND_LANE, NULL, way_scene_get_map_id (self->scene));

  way_record_set_text (lane, WAY_LANE_KIND, kind);
  way_edit_put (edit, lane);
  if (!way_canvas_send (self, edit, _("Lane added")) || !way_canvas_select_id (self, way_record_get_id (lane)))
    return;
  way_canvas_change_selected (self);
}

/* Asks which kind of lane, and makes one below those of its kind. */
void
way_pathway_ask_lane (WayCanvas *self)
{
  WayRect area = { 40, 140, 128, 1 };

  if (way_outline_get_bounds (self->scene, &self->selected, &area))
    {
      area.y += area.height;
      area.height = 1;
    }
  way_lane_chooser_ask (self, _("New Lane"), lane_kinds, G_N_ELEMENTS (lane_kinds), NULL, &area, lane_chosen_cb, NULL);
}

static void
kind_chosen_cb (WayCanvas  *self,
                const char *kind,
                gpointer    data)
{
  way_pathway_set_kind (self, kind);
}

/* Asks which kind the selected step, link or lane is to be of. */
void
way_pathway_ask_kind (WayCanvas *self)
{
  const WaySpot *spot = &self->selected;
  WayRect area;

  if (!way_outline_get_bounds (self->scene, spot, &area))
    return;
  area.y += area.height;
  area.height = 1;
  if (spot->kind == WAY_KIND_STEP)
    {
      g_autoptr (WayRecord) step = way_canvas_read_record (self, WAY_KIND_STEP, spot->id);
      const char *kind = step != NULL ? way_record_get_text (step, WAY_STEP_KIND) : NULL;

      way_lane_chooser_ask (self, _("Kind of Step"), step_kinds, G_N_ELEMENTS (step_kinds), kind != NULL ? kind : "step", &area,
                            kind_chosen_cb, NULL);
    }
  else if (spot->kind == WAY_KIND_LINK)
    {
      g_autoptr (WayRecord) link = way_canvas_read_record (self, WAY_KIND_LINK, spot->id);

      way_lane_chooser_ask (self, _("Kind of Link"), link_kinds, G_N_ELEMENTS (link_kinds),
                            link != NULL ? way_record_get_text (link, WAY_LINK_KIND) : NULL, &area, kind_chosen_cb, NULL);
    }
  else if (spot->kind == WAY_KIND_LANE)
    {
      g_autoptr (WayRecord) lane = way_canvas_read_record (self, WAY_KIND_LANE, spot->id);

      way_lane_chooser_ask (self, _("Kind of Lane"), lane_kinds, G_N_ELEMENTS (lane_kinds),
                            lane != NULL ? way_record_get_text (lane, WAY_LANE_KIND) : NULL, &area, kind_chosen_cb, NULL);
    }
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static GPtrArray *
list_lanes (WayCanvas *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *lanes = way_lens_list (way_scene_get_lens (self->scene), WAY_KIND_LANE, way_scene_get_map_id (self->scene), &error);

  if (lanes == NULL)
    way_canvas_refuse_error (self, error);
  return lanes;
}

/* The next lane of the same kind before or after number @index; -1 where there is none. */
static int
find_sibling (GPtrArray *lanes,
              int        index,
              int        by)
{
  const char *kind = way_record_get_text (lanes->pdata[index], WAY_LANE_KIND);

  for (int i = index + by; i >= 0 && i < (int) lanes->len; i += by)
    if (g_strcmp0 (way_record_get_text (lanes->pdata[i], WAY_LANE_KIND), kind) == 0)
      return i;
  return -1;
}

/* Moves the lane of the selection among those of its kind: the kinds have an order of their own. */
void
way_pathway_reorder (WayCanvas *self,
                     WayWalk    step)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Move lane"));
  g_autoptr (GPtrArray) lanes = NULL;
  g_autoptr (WayRecord) moved = NULL;
  WaySpot spot = self->selected;
  int index = -1, sibling;

  if (*spot.lane == '\0' || (step != WAY_WALK_UP && step != WAY_WALK_DOWN) || (lanes = list_lanes (self)) == NULL)
    return;
  for (guint i = 0; i < lanes->len; i++)
    if (g_str_equal (way_record_get_id (lanes->pdata[i]), spot.lane))
      index = i;
  if (index < 0)
    return;
  sibling = find_sibling (lanes, index, step == WAY_WALK_UP ? -1 : 1);
  if (sibling < 0)
    {
      way_canvas_refuse (self, _("Lanes of a kind stay together; change the kind of the lane to move it on."));
      return;
    }
  moved = way_record_copy (lanes->pdata[index]);
  g_ptr_array_remove_index (lanes, index);
  /* Going up it takes the place of its sibling, going down it follows it: one less stands before it now. */
  way_arrange_put (edit, moved, lanes, sibling);
  if (way_canvas_send (self, edit, _("Lane moved")))
    way_canvas_select (self, &spot, TRUE);
}

/* Ctrl, Shift and an arrow: a lane, or a step before or after the selected one; on a link a step in it. */
void
way_pathway_insert (WayCanvas *self,
                    WayWalk    step)
{
  gboolean on = step == (way_scene_is_right_to_left (self->scene) ? WAY_WALK_LEFT : WAY_WALK_RIGHT);
  WaySpot spot = self->selected;

  if (!way_canvas_finish_typing (self))
    return;
  if (step == WAY_WALK_UP || step == WAY_WALK_DOWN)
    way_pathway_ask_lane (self);
  else if (spot.kind == WAY_KIND_LINK)
    way_pathway_type_step (self, WAY_PATHWAY_ON_LINK, spot.id, spot.lane);
  else if (spot.kind == WAY_KIND_STEP)
    way_pathway_type_step (self, on ? WAY_PATHWAY_AFTER : WAY_PATHWAY_BEFORE, spot.id, spot.lane);
  else
    way_canvas_type_new (self);
}
