/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointer, wheel, touch pad and touch: zooming, panning, selecting, and dragging cards. Scrolling itself is the scrolled window's. */
#include "canvas/way-canvas-private.h"

#include <math.h>

#define ZOOM_A_CLICK 1.2
#define ZOOM_A_PIXEL 1.008
#define DRAG_THRESHOLD 6.0

static void
set_cursor (WayCanvas *self)
{
  const char *name = self->panning || self->drag.active ? "grabbing" : self->space ? "grab" : NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static gboolean
is_grip (WayCanvas *self,
         double     x,
         double     y,
         WaySpot   *spot,
         gboolean  *links)
{
  const WayCanvasTools *tools = way_canvas_tools_get (self->scene);

  *links = FALSE;
  return tools->grip_at != NULL && tools->grip_at (self, x, y, spot, links);
}

static gboolean
find_spot (WayCanvas *self,
           double     x,
           double     y,
           WaySpot   *spot)
{
  WayPoint point;
  gboolean links;

  *spot = (WaySpot) { 0 };
  if (self->scene == NULL)
    return FALSE;
  if (is_grip (self, x, y, spot, &links))
    return TRUE;
  point = way_view_to_map (&self->view, x, y);
  return way_outline_spot_at (self->scene, point.x, point.y, spot);
}

static gboolean
is_same_plus (const WayCanvasPlus *a,
              const WayCanvasPlus *b)
{
  return a->kind == b->kind && a->after == b->after && g_str_equal (a->neighbour, b->neighbour);
}

/* Looks only where the pointer rests on nothing that it could be about to press. */
static void
hover_plus (WayCanvas *self)
{
  const WayCanvasTools *tools = self->scene != NULL ? way_canvas_tools_get (self->scene) : NULL;
  WayCanvasPlus plus = { 0 };

  if (tools == NULL || tools->find_plus == NULL || !self->editable || self->editor.view != NULL || self->drag.active || self->band.active ||
      !tools->find_plus (self, &plus))
    plus = (WayCanvasPlus) { 0 };
  if (is_same_plus (&plus, &self->plus))
    return;
  self->plus = plus;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_on_plus (WayCanvas *self,
            double     x,
            double     y)
{
  WayPoint point = way_view_to_map (&self->view, x, y);

  return self->plus.kind != WAY_KIND_NONE && way_rect_contains (&self->plus.area, point.x, point.y);
}

static void
hover (WayCanvas *self,
       double     x,
       double     y)
{
  WaySpot spot;

  self->pointer_x = x;
  self->pointer_y = y;
  hover_plus (self);
  find_spot (self, x, y, &spot);
  if (way_spot_equal (&spot, &self->hovered))
    return;
  self->hovered = spot;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           WayCanvas                *self)
{
  hover (self, x, y);
}

static void
motion_leave_cb (GtkEventControllerMotion *controller,
                 WayCanvas                *self)
{
  self->hovered = (WaySpot) { 0 };
  self->plus = (WayCanvasPlus) { 0 };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* With Ctrl the wheel zooms at the pointer; without, the scrolled window takes it. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           WayCanvas                *self)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double base = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL ? ZOOM_A_CLICK : ZOOM_A_PIXEL;

  if ((modifiers & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  self->fit = FALSE;
  way_canvas_set_zoom_at (self, self->view.zoom * pow (base, -dy), self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

/* Chooses what is there, alone or with more. */
static void
press (WayCanvas       *self,
       GtkGestureClick *gesture,
       const WaySpot   *spot)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  self->press_pending = FALSE;
  if ((modifiers & GDK_CONTROL_MASK) != 0 && *spot->id != '\0')
    way_canvas_toggle (self, spot);
  else if ((modifiers & GDK_SHIFT_MASK) != 0 && way_spot_is_set (spot))
    way_canvas_extend_to (self, spot);
  else if (way_canvas_has_many (self) && way_canvas_is_selected (self, spot))
    self->press_pending = TRUE;
  else if ((modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    way_canvas_select (self, spot, FALSE);
}

static gboolean
press_plus (WayCanvas *self,
            double     x,
            double     y)
{
  WayCanvasPlus plus = self->plus;

  if (!is_on_plus (self, x, y))
    return FALSE;
  self->plus = (WayCanvasPlus) { 0 };
  way_canvas_tools_get (self->scene)->press_plus (self, &plus);
  return TRUE;
}

static void
click_cb (GtkGestureClick *gesture,
          int              n_press,
          double           x,
          double           y,
          WayCanvas       *self)
{
  gboolean touch = way_canvas_is_touch (GTK_GESTURE (gesture));
  WaySpot spot;

  self->pressed_twice = FALSE;
  /* A finger may be about to scroll, which chooses nothing: what it taps shows when it is lifted. */
  if (self->space || (n_press == 1 && touch))
    return;
  if (touch)
    hover_plus (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (press_plus (self, x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      return;
    }
  find_spot (self, x, y, &spot);
  press (self, gesture, &spot);
  self->pressed_twice = n_press == 2 && !self->choosing;
}

/* Opens what is there, or something new; when it is let go, since who presses twice may be about to drag. */
static void
double_click (WayCanvas *self,
              double     x,
              double     y)
{
  WaySpot spot;

  if (!find_spot (self, x, y, &spot) || !way_spot_is_set (&spot))
    return;
  if (way_canvas_tools_get (self->scene)->double_click != NULL && way_canvas_tools_get (self->scene)->double_click (self, x, y))
    return;
  self->pointed = TRUE;
  self->point = way_view_to_map (&self->view, x, y);
  if (*spot.id != '\0')
    way_canvas_change_selected (self);
  else
    way_canvas_type_new (self);
  self->pointed = FALSE;
}

/* Where a pointer would hover near "+", a first tap shows it and a second one, on it, presses it. */
static void
tap (WayCanvas       *self,
     GtkGestureClick *gesture,
     double           x,
     double           y)
{
  WaySpot spot;
  gboolean again;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->pointer_x = x;
  self->pointer_y = y;
  hover_plus (self);
  again = is_same_plus (&self->plus, &self->tapped);
  self->tapped = again ? (WayCanvasPlus) { 0 } : self->plus;
  if (again && press_plus (self, x, y))
    return;
  find_spot (self, x, y, &spot);
  press (self, gesture, &spot);
}

/* One of several that was pressed and not dragged is meant alone; and who pans with the pointer chooses nothing. */
static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             WayCanvas       *self)
{
  WaySpot spot;

  if (n_press == 1 && !self->space && way_canvas_is_touch (GTK_GESTURE (gesture)))
    tap (self, gesture, x, y);
  if (self->press_pending && !self->drag.active && find_spot (self, x, y, &spot))
    way_canvas_select (self, &spot, FALSE);
  self->press_pending = FALSE;
  if (self->pressed_twice)
    double_click (self, x, y);
  if (self->choosing && !self->space && find_spot (self, x, y, &spot) && way_spot_equal (&spot, &self->selected))
    g_signal_emit_by_name (self, "chosen");
}

static void
menu_cb (GtkGestureClick *gesture,
         int              n_press,
         double           x,
         double           y,
         WayCanvas       *self)
{
  WaySpot spot;

  if (!gtk_widget_grab_focus (GTK_WIDGET (self)) || !way_canvas_finish_typing (self))
    return;
  find_spot (self, x, y, &spot);
  if (!way_canvas_is_selected (self, &spot))
    way_canvas_select (self, &spot, FALSE);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  way_canvas_show_menu (self, &(WayPoint) { x, y });
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
    is_grip (self, x, y, &self->drag.spot, &self->drag.links);
  if (!self->space && self->editable && !self->choosing && find_spot (self, x, y, &self->drag.spot) &&
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
  find_spot (self, x, y, &spot);
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

static void
add_drags (WayCanvas *self)
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

void
way_canvas_add_controllers (WayCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new (), *menu = gtk_gesture_click_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (motion_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect (click, "pressed", G_CALLBACK (click_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
  add_drags (self);
  way_canvas_add_touch (self);
}
