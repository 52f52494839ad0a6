/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pointer on a pathway map: steps are dragged to lanes and pinned to columns, links are drawn out of the edge of a step. */
#include "canvas/way-canvas-pathway.h"

#include "scene/way-scene-pathway.h"

#include <math.h>

/* Logical pixels. */
#define GRIP 24.0
#define PIN 20.0
#define LEAST_STEP 40.0       /* on smaller steps they would be in each other's way */

static gboolean
get_step (WayCanvas     *self,
          const WaySpot *spot,
          WayRect       *place)
{
  int item = self->scene != NULL && spot->kind == WAY_KIND_STEP ? way_pathway_find_item (self->scene, spot) : -1;

  if (item < 0)
    return FALSE;
  *place = way_view_from_map (&self->view, &way_scene_get_item (self->scene, item)->bounds);
  return place->width >= LEAST_STEP;
}

/* At the edge of a step that the flow leaves it by. */
static gboolean
get_grip (WayCanvas     *self,
          const WaySpot *spot,
          WayPoint      *middle)
{
  WayRect place;

  if (!get_step (self, spot, &place))
    return FALSE;
  *middle = (WayPoint) { way_scene_is_right_to_left (self->scene) ? place.x - 2 : place.x + place.width + 2, place.y + place.height / 2 };
  return TRUE;
}

/* At the corner of a step that is pinned, where the flow comes in. */
static gboolean
get_pin (WayCanvas     *self,
         const WaySpot *spot,
         WayPoint      *middle)
{
  WayRect place;
  guint column;
  gboolean pinned;

  if (!get_step (self, spot, &place) || !way_scene_get_column (self->scene, spot->id, &column, &pinned) || !pinned)
    return FALSE;
  *middle = (WayPoint) { way_scene_is_right_to_left (self->scene) ? place.x + place.width - 4 : place.x + 4, place.y + 2 };
  return TRUE;
}

/* Whether a link can be drawn out at a place in the widget, or a pin is there; of the step that is @spot. */
gboolean
way_pathway_grip_at (WayCanvas *self,
                     double     x,
                     double     y,
                     WaySpot   *spot,
                     gboolean  *links)
{
  const WaySpot *shown[] = { &self->hovered, &self->selected };
  WayPoint middle;

  for (guint i = 0; self->editable && i < G_N_ELEMENTS (shown); i++)
    {
      *links = get_grip (self, shown[i], &middle) && hypot (x - middle.x, y - middle.y) <= GRIP / 2;
      if (!*links && !(get_pin (self, shown[i], &middle) && hypot (x - middle.x, y - middle.y) <= GRIP / 2))
        continue;
      *spot = *shown[i];
      return TRUE;
    }
  return FALSE;
}

/* On a pin a double click takes it out. */
gboolean
way_pathway_double_click (WayCanvas *self,
                          double     x,
                          double     y)
{
  WayPoint middle;

  if (!self->editable || !get_pin (self, &self->selected, &middle) || hypot (x - middle.x, y - middle.y) > GRIP / 2)
    return FALSE;
  way_pathway_unpin (self);
  return TRUE;
}

void
way_pathway_find_place (WayCanvas *self,
                        double     x,
                        double     y)
{
  WayCanvasDrag *drag = &self->drag;
  int item = way_scene_find (self->scene, drag->spot.id);
  WaySpot spot;

  drag->has_place = FALSE;
  if (item < 0)
    return;
  if (!drag->links)
    {
      double middle = x - drag->grip_x + way_scene_get_item (self->scene, item)->bounds.width / 2;

      drag->has_place = way_scene_get_step_place_at (self->scene, middle, y, &drag->place);
      return;
    }
  if (way_pathway_spot_at (self->scene, x, y, &spot) && spot.kind == WAY_KIND_STEP)
    {
      drag->place = (WayPlace) { 0 };
      g_strlcpy (drag->place.stage, spot.id, sizeof drag->place.stage);
      drag->has_place = !g_str_equal (spot.id, drag->spot.id);
      return;
    }
  drag->has_place = way_scene_get_step_place_at (self->scene, x, y, &drag->place);
}

static GskPath *
make_arrow (WayPoint from,
            WayPoint to)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  double length = hypot (to.x - from.x, to.y - from.y), dx = length > 0 ? (to.x - from.x) / length : 1, dy = length > 0 ? (to.y - from.y) / length : 0;

  gsk_path_builder_move_to (builder, from.x, from.y);
  gsk_path_builder_line_to (builder, to.x, to.y);
  gsk_path_builder_move_to (builder, to.x - 10 * dx - 7 * dy, to.y - 10 * dy + 7 * dx);
  gsk_path_builder_line_to (builder, to.x, to.y);
  gsk_path_builder_line_to (builder, to.x - 10 * dx + 7 * dy, to.y - 10 * dy - 7 * dx);
  return gsk_path_builder_free_to_path (builder);
}

static void
stroke (GtkSnapshot   *snapshot,
        GskPath       *path,
        double         width,
        const GdkRGBA *colour)
{
  g_autoptr (GskPath) owned = path;
  g_autoptr (GskStroke) line = gsk_stroke_new (width);

  gsk_stroke_set_line_cap (line, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (line, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_append_stroke (snapshot, owned, line, colour);
}

static void
fill (GtkSnapshot   *snapshot,
      WayPoint       middle,
      double         radius,
      const GdkRGBA *colour)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskPath) disc = NULL;

  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (middle.x, middle.y), radius);
  disc = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_fill (snapshot, disc, GSK_FILL_RULE_WINDING, colour);
}

static const WayItem *
find (WayCanvas  *self,
      const char *id)
{
  int item = way_scene_find (self->scene, id);

  return item >= 0 ? way_scene_get_item (self->scene, item) : NULL;
}

/* The line that is drawn out, and what it leads to: a step, or a new one. */
static void
draw_link (WayCanvas   *self,
           GtkSnapshot *snapshot)
{
  const WayItem *target = find (self, self->drag.place.stage);
  WayPoint from;
  GdkRGBA colour;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  if (!get_grip (self, &self->drag.spot, &from))
    return;
  stroke (snapshot, make_arrow (from, (WayPoint) { self->drag.x, self->drag.y }), 3, &colour);
  if (target != NULL)
    way_canvas_draw_ring (self, snapshot, &target->bounds, 3, 1);
  else if (self->drag.has_place)
    {
      WayPoint at = way_view_to_map (&self->view, self->drag.x, self->drag.y);

      way_canvas_draw_ring (self, snapshot, &(WayRect) { at.x, at.y - 20, 132, 40 }, 1.5, 0.7);
    }
}

void
way_pathway_draw_place (WayCanvas   *self,
                        GtkSnapshot *snapshot)
{
  const WayItem *lane = find (self, self->drag.place.lane);
  WayRect column;
  guint now;
  gboolean pinned;

  if (self->drag.links)
    {
      draw_link (self, snapshot);
      return;
    }
  if (lane == NULL || !way_scene_get_column (self->scene, self->drag.spot.id, &now, &pinned) ||
      !way_scene_get_column_bounds (self->scene, self->drag.place.index, &column))
    return;
  way_canvas_draw_ring (self, snapshot, &(WayRect) { column.x - 8, lane->bounds.y + 2, column.width + 16, lane->bounds.height - 4 }, 2,
                        now == self->drag.place.index ? 0.6 : 1);
}

/* The outline of a line again, in the widget. */
static GskPath *
trace (WayCanvas *self,
       WayPath   *path)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  double scale = way_view_get_scale (&self->view), left, top;
  guint n_steps;
  const WayPathStep *steps = way_path_get_steps (path, &n_steps);

  way_view_get_origin (&self->view, &left, &top);
  for (guint i = 0; i < n_steps; i++)
    {
      float at[6];

      for (guint k = 0; k < 3; k++)
        {
          at[2 * k] = left + steps[i].points[k].x * scale;
          at[2 * k + 1] = top + steps[i].points[k].y * scale;
        }
      switch (steps[i].type)
        {
        case WAY_PATH_MOVE:
          gsk_path_builder_move_to (builder, at[0], at[1]);
          break;
        case WAY_PATH_LINE:
          gsk_path_builder_line_to (builder, at[0], at[1]);
          break;
        case WAY_PATH_CURVE:
          gsk_path_builder_cubic_to (builder, at[0], at[1], at[2], at[3], at[4], at[5]);
          break;
        case WAY_PATH_CLOSE:
        default:
          gsk_path_builder_close (builder);
        }
    }
  return gsk_path_builder_free_to_path (builder);
}

static void
draw_line (WayCanvas     *self,
           GtkSnapshot   *snapshot,
           const WaySpot *link,
           double         width)
{
  int number = link->kind == WAY_KIND_LINK ? way_scene_find (self->scene, link->id) : -1;
  const WayItem *item = number >= 0 ? way_scene_get_item (self->scene, number) : NULL;
  const WayMark *marks = item != NULL ? way_scene_get_marks (self->scene, item) : NULL;
  GdkRGBA colour;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  for (guint i = 0; marks != NULL && i < item->n_marks; i++)
    if (marks[i].type == WAY_MARK_PATH)
      stroke (snapshot, trace (self, marks[i].path), width, &colour);
  /* What is written on it stays to be read. */
  for (guint i = number + 1; item != NULL && i < way_scene_get_n_items (self->scene); i++)
    {
      const WayItem *words = way_scene_get_item (self->scene, i);

      if (words->role != WAY_ROLE_WAIT || words->owner != number)
        break;
      way_canvas_draw_item (self, snapshot, words);
    }
}

static void
draw_grip (WayCanvas     *self,
           GtkSnapshot   *snapshot,
           const WaySpot *spot)
{
  GdkRGBA colour, white = { 1, 1, 1, 1 };
  WayPoint middle;
  double way = way_scene_is_right_to_left (self->scene) ? -1 : 1;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  if (get_grip (self, spot, &middle))
    {
      fill (snapshot, middle, GRIP / 2 - 1, &white);
      fill (snapshot, middle, GRIP / 2 - 2.5, &colour);
      stroke (snapshot, make_arrow ((WayPoint) { middle.x - 5 * way, middle.y }, (WayPoint) { middle.x + 6 * way, middle.y }), 2, &white);
    }
  if (get_pin (self, spot, &middle))
    {
      GskPathBuilder *needle = gsk_path_builder_new ();

      gsk_path_builder_move_to (needle, middle.x, middle.y - 1);
      gsk_path_builder_line_to (needle, middle.x, middle.y + 6);
      fill (snapshot, middle, PIN / 2, &white);
      fill (snapshot, middle, PIN / 2 - 1.5, &colour);
      stroke (snapshot, gsk_path_builder_free_to_path (needle), 1.5, &white);
      fill (snapshot, (WayPoint) { middle.x, middle.y - 2.5 }, 3, &white);
    }
}

/* Over the map: the link that is selected or pointed at, and what links are drawn out of. */
void
way_pathway_draw_over (WayCanvas   *self,
                       GtkSnapshot *snapshot)
{
  if (self->drag.active || self->editor.view != NULL)
    return;
  draw_line (self, snapshot, &self->selected, 3);
  if (!way_spot_equal (&self->selected, &self->hovered))
    draw_line (self, snapshot, &self->hovered, 2);
  if (!self->editable)
    return;
  draw_grip (self, snapshot, &self->selected);
  if (!way_spot_equal (&self->selected, &self->hovered))
    draw_grip (self, snapshot, &self->hovered);
}

void
way_pathway_put (WayCanvas           *self,
                 const WayCanvasDrag *drag)
{
  g_autofree char *step = g_strdup (drag->spot.id);
  WayPoint at = way_view_to_map (&self->view, drag->x, drag->y);
  guint column;
  gboolean pinned;

  if (drag->links && *drag->place.stage != '\0')
    way_pathway_link (self, step, drag->place.stage, way_pathway_guess_kind (self, step));
  else if (drag->links)
    {
      if (!way_pathway_type_step (self, WAY_PATHWAY_AFTER, step, drag->place.lane))
        return;
      /* There, and not where it would go by itself. */
      self->editor.area.x = way_scene_is_right_to_left (self->scene) ? at.x - self->editor.area.width : at.x;
      self->editor.area.y = at.y - self->editor.area.height / 2;
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  else if (way_canvas_has_many (self) && way_canvas_is_selected (self, &drag->spot))
    way_pathway_put_steps (self, step, &drag->place);
  else if (way_scene_get_column (self->scene, step, &column, &pinned))
    way_pathway_put_step (self, step, drag->place.lane, column != drag->place.index ? (int) drag->place.index : -1);
}
