/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dragging with the pointer, a pen or a finger that rested: what is there, a rectangle that selects, or the map itself. */
#include "canvas/way-canvas-private.h"

#include <math.h>

#define DRAG_THRESHOLD 6.0

static void
set_cursor (WayCanvas *self)
{
  const char *name = self->panning || self->drag.active ? "grabbing" : self->space ? "grab" : NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
begin_item_drag (WayCanvas *self,
                 double     x,
                 double     y)
{
  WayPoint point = way_view_to_map (&self->view, x, y);
  WayRect area;

  if (!way_outline_get_bounds (self->scene, &self->drag.spot, &area))
    return;
  self->drag.active = TRUE;
  self->drag.grip_x = point.x - area.x;
  self->drag.grip_y = point.y - area.y;
  if (!way_canvas_is_selected (self, &self->drag.spot))
    way_canvas_select (self, &self->drag.spot, FALSE);
  set_cursor (self);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               WayCanvas      *self)
{
  self->pan_x = self->view.scroll_x;
  self->pan_y = self->view.scroll_y;
  self->held = FALSE;
  self->drag = (WayCanvasDrag) { 0 };
  if (self->scene != NULL && !self->choosing)
    way_canvas_is_grip (self, x, y, &self->drag.spot, &self->drag.links);
  if (!self->space && self->editable && !self->choosing && way_canvas_find_spot (self, x, y, &self->drag.spot) &&
      way_canvas_tools_get (self->scene)->can_drag (&self->drag.spot))
    return;
  self->drag = (WayCanvasDrag) { 0 };
}

static void
pan_to (WayCanvas *self,
        double     dx,
        double     dy)
{
  self->view.scroll_x = self->pan_x - dx;
  self->view.scroll_y = self->pan_y - dy;
  way_view_clamp (&self->view);
  way_canvas_view_changed (self);
}

/* To be called when the pointer, or the map under it, went on in a drag. */
void
way_canvas_drag_on (WayCanvas *self)
{
  WayPoint point = way_view_to_map (&self->view, self->drag.x, self->drag.y);

  if (self->band.active)
    way_canvas_draw_out_band (self, self->drag.x, self->drag.y);
  else if (self->drag.active)
    way_canvas_tools_get (self->scene)->find_place (self, point.x, point.y);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns: whether there was a drag; what the pointer does until it is let go means nothing then */
gboolean
way_canvas_give_up_drag (WayCanvas *self)
{
  if (!self->drag.active && !self->band.active)
    return FALSE;
  way_canvas_end_band (self);
  self->drag = (WayCanvasDrag) { .given_up = TRUE };
  set_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                WayCanvas      *self)
{
  double x, y;

  if (self->drag.given_up || (!self->panning && !self->drag.active && !self->band.active && hypot (dx, dy) < DRAG_THRESHOLD))
    return;
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (!self->panning && !self->drag.active && !self->band.active)
    {
      if (way_canvas_is_touch (GTK_GESTURE (gesture)) && !self->held)
        {
          gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
          return;
        }
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      self->press_pending = FALSE;
      if (*self->drag.spot.id != '\0')
        begin_item_drag (self, x, y);
      else if (self->space || self->choosing || self->scene == NULL)
        self->panning = TRUE;
      else
        way_canvas_begin_band (self, x, y, (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) &
                                            (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0);
      set_cursor (self);
    }
  if (self->panning)
    {
      pan_to (self, dx, dy);
      return;
    }
  /* A finger that rests trembles. */
  if (self->held && !self->drag.moved && hypot (dx, dy) < DRAG_THRESHOLD)
    return;
  self->drag.x = x + dx;
  self->drag.y = y + dy;
  self->drag.moved = TRUE;
  self->drag.fine = (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_SHIFT_MASK) != 0;
  way_canvas_drag_on (self);
  way_canvas_watch_edges (self);
}

/* GTK ends a drag of one finger when a second one comes. */
static gboolean
is_joined (GtkGestureDrag *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  return event != NULL && gdk_event_get_event_type (event) == GDK_TOUCH_BEGIN;
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             WayCanvas      *self)
{
  WayCanvasDrag drag = self->drag;
  gboolean joined = is_joined (gesture), asks = self->held && !drag.moved && !drag.given_up && !joined;
  double x, y;

  way_canvas_end_band (self);
  self->panning = self->held = FALSE;
  self->drag = (WayCanvasDrag) { 0 };
  set_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  /* A finger that rested and was lifted where it was asks what can be done. */
  if (asks && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    way_canvas_show_menu (self, &(WayPoint) { x, y });
  else if (drag.active && drag.moved && drag.has_place && !joined)
    way_canvas_tools_get (self->scene)->put (self, &drag);
}

static void
drag_cancel_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                WayCanvas        *self)
{
  way_canvas_end_band (self);
  self->panning = self->held = FALSE;
  self->drag = (WayCanvasDrag) { 0 };
  set_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A finger that rests on something picks it up, and selects what is there; one that moves at once scrolls. */
static void
held_cb (GtkGestureLongPress *gesture,
         double               x,
         double               y,
         WayCanvas           *self)
{
  WaySpot spot;

  if (self->scene == NULL || !way_canvas_finish_typing (self))
    return;
  self->held = TRUE;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  way_canvas_find_spot (self, x, y, &spot);
  if (!way_canvas_is_selected (self, &spot))
    way_canvas_select (self, &spot, FALSE);
  if (*self->drag.spot.id == '\0')
    return;
  begin_item_drag (self, x, y);
  self->drag.x = x;
  self->drag.y = y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
middle_begin_cb (GtkGestureDrag *gesture,
                 double          x,
                 double          y,
                 WayCanvas      *self)
{
  self->pan_x = self->view.scroll_x;
  self->pan_y = self->view.scroll_y;
  self->panning = TRUE;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  set_cursor (self);
}

static void
middle_update_cb (GtkGestureDrag *gesture,
                  double          dx,
                  double          dy,
                  WayCanvas      *self)
{
  pan_to (self, dx, dy);
}

void
way_canvas_add_drags (WayCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new (), *hold = gtk_gesture_long_press_new (), *middle = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (hold, "pressed", G_CALLBACK (held_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));
  gtk_gesture_group (hold, drag);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (middle), GDK_BUTTON_MIDDLE);
  g_signal_connect (middle, "drag-begin", G_CALLBACK (middle_begin_cb), self);
  g_signal_connect (middle, "drag-update", G_CALLBACK (middle_update_cb), self);
  g_signal_connect (middle, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (middle));
}
