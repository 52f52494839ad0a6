/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointer, wheel and touch pad: zooming, hovering, selecting and opening. Scrolling itself is the scrolled window's. */
#include "canvas/way-canvas-private.h"

#include <math.h>

#define ZOOM_A_CLICK 1.2
#define ZOOM_A_PIXEL 1.008

/* Whether that is where links or ends of links are taken hold of. */
gboolean
way_canvas_is_grip (WayCanvas *self,
                    double     x,
                    double     y,
                    WaySpot   *spot,
                    gboolean  *links)
{
  const WayCanvasTools *tools = way_canvas_tools_get (self->scene);

  *links = FALSE;
  return tools->grip_at != NULL && tools->grip_at (self, x, y, spot, links);
}

/* What is there, in the widget's coordinates. */
gboolean
way_canvas_find_spot (WayCanvas *self,
                      double     x,
                      double     y,
                      WaySpot   *spot)
{
  WayPoint point;
  gboolean links;

  *spot = (WaySpot) { 0 };
  if (self->scene == NULL)
    return FALSE;
  if (way_canvas_is_grip (self, x, y, spot, &links))
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
  way_canvas_find_spot (self, x, y, &spot);
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
  way_canvas_find_spot (self, x, y, &spot);
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

  if (!way_canvas_find_spot (self, x, y, &spot) || !way_spot_is_set (&spot))
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
  way_canvas_find_spot (self, x, y, &spot);
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
  if (self->press_pending && !self->drag.active && way_canvas_find_spot (self, x, y, &spot))
    way_canvas_select (self, &spot, FALSE);
  self->press_pending = FALSE;
  if (self->pressed_twice)
    double_click (self, x, y);
  if (self->choosing && !self->space && way_canvas_find_spot (self, x, y, &spot) && way_spot_equal (&spot, &self->selected))
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
  way_canvas_find_spot (self, x, y, &spot);
  if (!way_canvas_is_selected (self, &spot))
    way_canvas_select (self, &spot, FALSE);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  way_canvas_show_menu (self, &(WayPoint) { x, y });
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
  way_canvas_add_drags (self);
  way_canvas_add_touch (self);
}
