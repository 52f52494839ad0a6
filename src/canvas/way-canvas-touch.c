/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fingers and pens: two fingers zoom and move the map, one that rests picks up or asks what can be done, and a palm does nothing. */
#include "canvas/way-canvas-private.h"

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                WayCanvas        *self)
{
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;
  way_canvas_give_up_drag (self);
  way_canvas_stop_gliding (self);
  self->pinch = self->view.zoom;
  self->pinch_point = way_view_to_map (&self->view, x, y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* What was between the fingers stays between them, so that they move the map as well. */
static void
pinch_update_cb (GtkGesture       *gesture,
                 GdkEventSequence *sequence,
                 WayCanvas        *self)
{
  double x, y;

  if (!gtk_gesture_is_recognized (gesture) || !gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;
  self->fit = FALSE;
  way_canvas_hold_at (self, self->pinch * gtk_gesture_zoom_get_scale_delta (GTK_GESTURE_ZOOM (gesture)), &self->pinch_point, x, y);
}

static gboolean
is_pen (GdkEvent *event)
{
  GdkDevice *device = gdk_event_get_device (event);

  return gdk_event_get_device_tool (event) != NULL || (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_PEN);
}

/* Before any gesture sees it. All of a touch that began as a palm is kept from them, and what it began before the pen came is given up. */
static gboolean
event_cb (GtkEventController *controller,
          GdkEvent           *event,
          WayCanvas          *self)
{
  GdkEventType type = gdk_event_get_event_type (event);
  GdkEventSequence *sequence = gdk_event_get_event_sequence (event);
  gint64 now = g_get_monotonic_time () / 1000;

  switch ((int) type)
    {
    case GDK_TOUCH_BEGIN:
      if (!way_palm_is_palm (&self->palm, now))
        return GDK_EVENT_PROPAGATE;
      g_hash_table_add (self->palms, sequence);
      return GDK_EVENT_STOP;
    case GDK_TOUCH_UPDATE:
      return g_hash_table_contains (self->palms, sequence);
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
      return g_hash_table_remove (self->palms, sequence);
    case GDK_PROXIMITY_IN:
    case GDK_PROXIMITY_OUT:
    case GDK_MOTION_NOTIFY:
    case GDK_BUTTON_PRESS:
    case GDK_BUTTON_RELEASE:
      if (is_pen (event))
        way_palm_see_pen (&self->palm, now, type == GDK_BUTTON_PRESS || (type == GDK_MOTION_NOTIFY && self->palm.down));
      return GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

void
way_canvas_add_touch (WayCanvas *self)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *events = gtk_event_controller_legacy_new ();

  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "update", G_CALLBACK (pinch_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
}
