/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rectangle that the pointer draws over empty ground: what it touches is selected. */
#include "canvas/way-canvas-private.h"

/* With @adds, what was selected before stays so. */
void
way_canvas_begin_band (WayCanvas *self,
                       double     x,
                       double     y,
                       gboolean   adds)
{
  way_canvas_end_band (self);
  self->band = (WayCanvasBand) { .active = TRUE, .adds = adds, .before = adds ? way_canvas_list_selection (self) : NULL };
  self->band.from = self->band.to = way_view_to_map (&self->view, x, y);
}

static WayRect
get_area (WayCanvas *self)
{
  const WayPoint *from = &self->band.from, *to = &self->band.to;

  return (WayRect) { MIN (from->x, to->x), MIN (from->y, to->y), ABS (from->x - to->x), ABS (from->y - to->y) };
}

void
way_canvas_draw_out_band (WayCanvas *self,
                          double     x,
                          double     y)
{
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (WaySpot));
  const WayCanvasTools *tools = way_canvas_tools_get (self->scene);
  WayRect area;
  WaySpot spot = { 0 };

  self->band.to = way_view_to_map (&self->view, x, y);
  area = get_area (self);
  way_scene_query (self->scene, &area, touched);
  for (guint i = 0; self->band.before != NULL && i < self->band.before->len; i++)
    if (tools->can_join (&g_array_index (self->band.before, WaySpot, i)))
      g_array_append_val (spots, g_array_index (self->band.before, WaySpot, i));
  for (guint i = 0; i < touched->len; i++)
    if (way_outline_spot_of_item (self->scene, g_array_index (touched, guint, i), &spot) && tools->can_join (&spot))
      g_array_append_val (spots, spot);
  spot = spots->len > 0 ? g_array_index (spots, WaySpot, spots->len - 1) : (WaySpot) { 0 };
  self->anchor = spot;
  if (spots->len > 1)
    way_canvas_select_many (self, spots, &spot, FALSE);
  else
    way_canvas_select (self, &spot, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
way_canvas_end_band (WayCanvas *self)
{
  g_clear_pointer (&self->band.before, g_array_unref);
  self->band = (WayCanvasBand) { 0 };
}

void
way_canvas_draw_band (WayCanvas   *self,
                      GtkSnapshot *snapshot)
{
  WayRect area, place;
  GdkRGBA colour;

  if (!self->band.active)
    return;
  area = get_area (self);
  place = way_view_from_map (&self->view, &area);
  way_canvas_draw_ring (self, snapshot, &area, 1, 1);
  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  colour.alpha *= 0.12;
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (place.x, place.y, place.width, place.height));
}
