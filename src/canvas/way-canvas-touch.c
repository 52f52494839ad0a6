/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fingers and pens: two fingers zoom and move the map, one that rests picks up or asks what can be done, and a palm does nothing. */
#include "canvas/way-canvas-private.h"

/* A device does not tell: under X11 fingers come from the one of the pointer. */
gboolean
way_canvas_is_touch (GtkGesture *gesture)
{
  return gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)) != NULL;
}

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

/* What a palm has begun before the pen came is given up, by the map and by whatever it is in. */
static void
deny_palms (WayCanvas *self)
{
  for (GtkWidget *widget = GTK_WIDGET (self); widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
          GHashTableIter iter;
          gpointer sequence;

          g_hash_table_iter_init (&iter, self->palm.palms);
          while (GTK_IS_GESTURE (controller) && g_hash_table_iter_next (&iter, &sequence, NULL))
            if (gtk_gesture_handles_sequence (GTK_GESTURE (controller), sequence))
              gtk_gesture_set_state (GTK_GESTURE (controller), GTK_EVENT_SEQUENCE_DENIED);
        }
    }
}

/* Before any gesture sees it, those that scroll included. */
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
      return way_palm_begin (&self->palm, sequence, now);
    case GDK_TOUCH_UPDATE:
      return way_palm_has (&self->palm, sequence);
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
      return way_palm_end (&self->palm, sequence);
    case GDK_PROXIMITY_IN:
    case GDK_PROXIMITY_OUT:
    case GDK_MOTION_NOTIFY:
    case GDK_BUTTON_PRESS:
    case GDK_BUTTON_RELEASE:
      if (is_pen (event) &&
          way_palm_see_pen (&self->palm, now, type == GDK_BUTTON_PRESS || (type == GDK_MOTION_NOTIFY && self->palm.down)))
        deny_palms (self);
      return GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* A hand beside a pen rests on what is around the map as well, and what the map is scrolled by is around it. */
void
way_canvas_watch_palms (WayCanvas *self)
{
  self->palm_events = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (self->palm_events, GTK_PHASE_CAPTURE);
  g_signal_connect (self->palm_events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), self->palm_events);
}

void
way_canvas_forget_palms (WayCanvas *self)
{
  gtk_widget_remove_controller (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), self->palm_events);
  self->palm_events = NULL;
}

void
way_canvas_add_touch (WayCanvas *self)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "update", G_CALLBACK (pinch_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}
