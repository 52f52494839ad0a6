/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scrolling while something is dragged, or a rectangle drawn, near the edge of what is seen. */
#include "canvas/way-canvas-private.h"

static gboolean
edge_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  WayCanvas *self = WAY_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->edge_time != 0 ? CLAMP ((now - self->edge_time) / 1e6, 0, 0.1) : 0;
  double across = way_view_get_edge_speed (self->drag.x, self->view.width), down = way_view_get_edge_speed (self->drag.y, self->view.height);

  if ((!self->drag.active && !self->band.active) || (across == 0 && down == 0))
    {
      self->edge_tick = 0;
      return G_SOURCE_REMOVE;
    }
  self->edge_time = now;
  self->view.scroll_x += across * seconds;
  self->view.scroll_y += down * seconds;
  way_view_clamp (&self->view);
  way_canvas_view_changed (self);
  way_canvas_drag_on (self);
  return G_SOURCE_CONTINUE;
}

/* To be called when the pointer went on in a drag. */
void
way_canvas_watch_edges (WayCanvas *self)
{
  if (self->edge_tick != 0 || (way_view_get_edge_speed (self->drag.x, self->view.width) == 0 &&
                               way_view_get_edge_speed (self->drag.y, self->view.height) == 0))
    return;
  self->edge_time = 0;
  self->edge_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), edge_cb, NULL, NULL);
}
