/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing on a pathway map: new steps linked to the one before, and other words for steps, links, lanes and the title. */
#include "canvas/way-canvas-pathway.h"

#include "base/way-i18n.h"
#include "base/way-text.h"

#define NEW_WIDTH 152.0
#define NEW_HEIGHT 40.0
#define GAP 44.0              /* from a step to the new one beside it */

static WayRect
get_beside (WayScene      *scene,
            const WayRect *neighbour,
            gboolean       before)
{
  gboolean left = before != way_scene_is_right_to_left (scene);

  return (WayRect) { left ? neighbour->x - GAP - NEW_WIDTH : neighbour->x + neighbour->width + GAP,
                     neighbour->y + (neighbour->height - NEW_HEIGHT) / 2, NEW_WIDTH, NEW_HEIGHT };
}

/* The last step of a lane in the order of flow, else its head. */
static int
find_last (WayScene *scene,
           int       head)
{
  const WayGroup *lane = way_pathway_get_lane (scene, way_scene_get_item (scene, head)->group);
  int last = head;

  for (guint i = 0; lane != NULL && i < lane->n_items; i++)
    if (way_scene_get_item (scene, lane->first_item + i)->role == WAY_ROLE_STEP)
      last = lane->first_item + i;
  return last;
}

/* Where a new step is typed: about where it will stand, and in its lane, which the map must show. */
WayRect
way_pathway_get_new_area (WayScene       *scene,
                          const WayPlace *place)
{
  int head = way_scene_find (scene, place->lane), item = *place->stage != '\0' ? way_scene_find (scene, place->stage) : -1;
  const WayRect *lane = &way_scene_get_item (scene, head)->bounds;
  WaySpot spot;
  WayRect area;

  if (item >= 0 && place->index == WAY_PATHWAY_ON_LINK && way_outline_find (scene, place->stage, &spot) &&
      way_pathway_get_bounds (scene, &spot, &area))
    return (WayRect) { area.x + (area.width - NEW_WIDTH) / 2, area.y + (area.height - NEW_HEIGHT) / 2, NEW_WIDTH, NEW_HEIGHT };
  item = item >= 0 ? item : find_last (scene, head);
  area = get_beside (scene, &way_scene_get_item (scene, item)->bounds, place->index == WAY_PATHWAY_BEFORE);
  if (item == head || area.y < lane->y || area.y + area.height > lane->y + lane->height)
    area.y = lane->y + (lane->height - NEW_HEIGHT) / 2;
  return area;
}

/**
 * way_pathway_get_draft_area:
 * @scene: a pathway map, which may show less than the one that is typed on
 * @id: what is changed, or empty for a new step
 * @lane: the lane of a new step
 * @beside: what it is linked with, or empty
 * @area: (out caller-allocates): where it is typed: beside the step before it; on a link where something is written on it
 *
 * Returns: whether the map shows that place
 */
gboolean
way_pathway_get_draft_area (WayScene   *scene,
                            const char *id,
                            const char *lane,
                            const char *beside,
                            WayRect    *area)
{
  WayPlace place = { .index = WAY_PATHWAY_AFTER };
  WaySpot spot;
  double wider;

  if (*id == '\0')
    {
      if (*lane == '\0' || way_scene_find (scene, lane) < 0)
        return FALSE;
      g_strlcpy (place.lane, lane, sizeof place.lane);
      g_strlcpy (place.stage, beside, sizeof place.stage);
      *area = way_pathway_get_new_area (scene, &place);
      return TRUE;
    }
  if (!way_outline_find (scene, id, &spot) || !way_outline_get_bounds (scene, &spot, area))
    return FALSE;
  wider = spot.kind == WAY_KIND_LINK ? MAX (0, NEW_WIDTH - area->width) : 0;
  *area = (WayRect) { area->x - wider / 2, area->y, area->width + wider, MAX (area->height, 34) };
  return TRUE;
}

/* A new step as the editor's place says. */
static gboolean
fill_new (WayCanvas       *self,
          WayCanvasEditor *editor)
{
  if (way_scene_find (self->scene, editor->place.lane) < 0)
    return FALSE;
  editor->spot = (WaySpot) { 0 };
  g_strlcpy (editor->spot.lane, editor->place.lane, sizeof editor->spot.lane);
  g_strlcpy (editor->spot.stage, editor->place.stage, sizeof editor->spot.stage);
  editor->area = way_pathway_get_new_area (self->scene, &editor->place);
  editor->name = _("New step");
  return TRUE;
}

static void
set_place (WayPlace      *place,
           WayPathwayNew  how,
           const char    *beside,
           const char    *lane)
{
  WayPlace set = { .index = how };

  g_strlcpy (set.lane, lane, sizeof set.lane);
  if (beside != NULL)
    g_strlcpy (set.stage, beside, sizeof set.stage);
  *place = set;
}

/* Begins to type a step that is linked with @beside; it is made when it is typed. */
gboolean
way_pathway_type_step (WayCanvas     *self,
                       WayPathwayNew  how,
                       const char    *beside,
                       const char    *lane)
{
  if (!way_canvas_finish_typing (self))
    return FALSE;
  set_place (&self->editor.place, how, beside, lane);
  return way_canvas_type_with (self, fill_new);
}

/* After the selected step, or in the selected lane; over anything else, other words for it. A map without lanes is asked for one first. */
gboolean
way_pathway_type_new (WayCanvas       *self,
                      WayCanvasEditor *editor)
{
  g_autoptr (GArray) lanes = NULL;
  WaySpot spot = self->selected;

  if (!way_spot_is_set (&spot))
    {
      lanes = way_pathway_list_lanes (self->scene);
      if (lanes->len == 0 || !way_pathway_spot_of_item (self->scene, g_array_index (lanes, guint, 0), &spot))
        {
          way_pathway_ask_lane (self);
          return FALSE;
        }
    }
  if (spot.kind == WAY_KIND_STEP)
    set_place (&editor->place, WAY_PATHWAY_AFTER, spot.id, spot.lane);
  else if (spot.kind == WAY_KIND_LANE)
    set_place (&editor->place, WAY_PATHWAY_ALONE, NULL, spot.id);
  else
    {
      editor->over = TRUE;
      return way_pathway_type_change (self, editor);
    }
  return fill_new (self, editor);
}

gboolean
way_pathway_type_change (WayCanvas       *self,
                         WayCanvasEditor *editor)
{
  const WaySpot *spot = &self->selected;
  g_autoptr (WayRecord) link = NULL;

  if (!way_canvas_begin_words (self, editor))
    return FALSE;
  if (spot->kind != WAY_KIND_LINK)
    return TRUE;
  /* Its wait is written with its label, where both are drawn. */
  link = way_canvas_read_record (self, WAY_KIND_LINK, spot->id);
  g_free (editor->before);
  editor->before = way_pathway_dup_link_words (link);
  editor->item = -1;
  return way_pathway_get_bounds (self->scene, spot, &editor->area);
}

static gboolean
change_link (WayCanvas             *self,
             const WayCanvasEditor *editor,
             const char            *text)
{
  g_autoptr (WayRecord) link = way_canvas_read_record (self, WAY_KIND_LINK, editor->spot.id);
  g_autoptr (WayRecord) changed = NULL;

  if (link == NULL)
    return FALSE;
  changed = way_record_copy (link);
  way_pathway_add_link_words (changed, text, editor->over);
  return way_canvas_send_words (self, link, changed);
}

/* Makes the edit of what was typed; what is empty is not made, and what is as it was is not changed. */
gboolean
way_pathway_typed (WayCanvas       *self,
                   WayCanvasEditor *editor,
                   const char      *text)
{
  if (editor->variant != NULL)
    return way_canvas_typed_flag (self, editor, text);
  if (editor->before == NULL)
    return way_text_is_blank (text) ||
           way_pathway_make_step (self, editor->place.index, editor->place.stage, editor->place.lane, "flow", text);
  if (g_str_equal (text, editor->before) || (editor->over && way_text_is_blank (text)))
    return TRUE;
  return (editor->spot.kind == WAY_KIND_LINK ? change_link : way_canvas_change_words) (self, editor, text);
}

/* The lane below or above, as they are shown. */
static gboolean
find_lane (WayCanvas  *self,
           const char *lane,
           gboolean    below,
           WaySpot    *spot)
{
  g_autoptr (GArray) lanes = way_pathway_list_lanes (self->scene);

  for (guint i = 0; i < lanes->len; i++)
    {
      guint next = i + (below ? 1 : -1);

      if (g_str_equal (way_scene_get_item (self->scene, g_array_index (lanes, guint, i))->id, lane) && next < lanes->len)
        return way_pathway_spot_of_item (self->scene, g_array_index (lanes, guint, next), spot);
    }
  return FALSE;
}

/* Enter goes on with the next step in the same lane, Tab with one in the lane below and Shift+Tab above; each is linked from the last. */
void
way_pathway_go_on (WayCanvas             *self,
                   const WayCanvasEditor *editor,
                   WayGoOn                where,
                   gboolean               typed)
{
  WayPathwayNew how = typed ? WAY_PATHWAY_AFTER : editor->place.index;
  g_autofree char *beside = g_strdup (typed ? self->selected.id : editor->place.stage);
  WaySpot lane;

  if (editor->before != NULL || editor->variant != NULL || (typed && self->selected.kind != WAY_KIND_STEP) || how == WAY_PATHWAY_ON_LINK)
    return;
  if (where == WAY_GO_BELOW && typed)
    way_pathway_type_step (self, how, beside, editor->place.lane);
  else if ((where == WAY_GO_NEXT || where == WAY_GO_PREVIOUS) &&
           find_lane (self, editor->place.lane, where == WAY_GO_NEXT, &lane))
    way_pathway_type_step (self, how, beside, lane.id);
  else if (where != WAY_GO_BELOW)
    gtk_widget_error_bell (GTK_WIDGET (self));
}
