/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard: walking, moving, typing, zooming. Everything that the pointer does has a key. */
#include "canvas/way-canvas-private.h"

static gboolean
walk (WayCanvas *self,
      WayWalk    step)
{
  WaySpot to;

  if (way_outline_walk (self->scene, &self->selected, step, &to))
    way_canvas_select (self, &to, TRUE);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static gboolean
step_from_key (guint    key,
               WayWalk *step)
{
  static const struct { guint keys[2]; WayWalk step; } steps[] = {
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, WAY_WALK_LEFT }, { { GDK_KEY_Right, GDK_KEY_KP_Right }, WAY_WALK_RIGHT },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, WAY_WALK_UP },       { { GDK_KEY_Down, GDK_KEY_KP_Down }, WAY_WALK_DOWN },
    { { GDK_KEY_Home, GDK_KEY_KP_Home }, WAY_WALK_FIRST }, { { GDK_KEY_End, GDK_KEY_KP_End }, WAY_WALK_LAST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (key == steps[i].keys[0] || key == steps[i].keys[1])
      {
        *step = steps[i].step;
        return TRUE;
      }
  return FALSE;
}

static gboolean
page (WayCanvas *self,
      guint      which,
      int        direction)
{
  GtkAdjustment *adjustment = self->adjustments[which];

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + direction * gtk_adjustment_get_page_increment (adjustment));
  return GDK_EVENT_STOP;
}

static gboolean
escape (WayCanvas *self)
{
  if (self->drag.active)
    self->drag = (WayCanvasDrag) { .given_up = TRUE };
  else if (way_spot_is_set (&self->selected))
    way_canvas_select (self, &(WaySpot) { 0 }, FALSE);
  else
    return GDK_EVENT_PROPAGATE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static gboolean
open_selected (WayCanvas *self)
{
  if (!way_spot_is_set (&self->selected))
    return walk (self, WAY_WALK_FIRST);
  if (*self->selected.id != '\0')
    way_canvas_change_selected (self);
  else
    way_canvas_type_new (self);
  return GDK_EVENT_STOP;
}

/* With nothing selected there is nothing to type into, and single keys zoom. */
static gboolean
zoom_from_key (WayCanvas *self,
               guint      key)
{
  if (key == GDK_KEY_plus || key == GDK_KEY_KP_Add || key == GDK_KEY_equal)
    way_canvas_zoom_by (self, 1.25);
  else if (key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract)
    way_canvas_zoom_by (self, 0.8);
  else if (key == GDK_KEY_0 || key == GDK_KEY_KP_0)
    way_canvas_zoom_to_fit (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* A key that writes begins a new card, and is the first that the text view and its input method get. */
static gboolean
type (WayCanvas             *self,
      GtkEventControllerKey *controller,
      guint                  key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  gboolean composes = key >= GDK_KEY_dead_grave && key <= GDK_KEY_dead_greek;

  if (!way_spot_is_set (&self->selected))
    return zoom_from_key (self, key);
  if ((letter == 0 || !g_unichar_isgraph (letter)) && !composes && key != GDK_KEY_Multi_key)
    return GDK_EVENT_PROPAGATE;
  if (way_canvas_type_new (self))
    gtk_event_controller_key_forward (controller, self->editor.view);
  return GDK_EVENT_STOP;
}

static gboolean
plain_key (WayCanvas             *self,
           GtkEventControllerKey *controller,
           guint                  key,
           GdkModifierType        modifiers)
{
  gboolean shift = (modifiers & GDK_SHIFT_MASK) != 0;
  WayWalk step;

  if (step_from_key (key, &step))
    return walk (self, step);
  switch (key)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return page (self, shift ? 0 : 1, -1);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return page (self, shift ? 0 : 1, 1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_F2:
      return open_selected (self);
    case GDK_KEY_Insert:
    case GDK_KEY_KP_Insert:
      way_canvas_type_new (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      way_canvas_drop_selected (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      return escape (self);
    case GDK_KEY_space:
      self->space = TRUE;
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
      return GDK_EVENT_STOP;
    default:
      return type (self, controller, key);
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                WayCanvas             *self)
{
  WayWalk step;

  if (self->scene == NULL || self->editor.view != NULL || (modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if ((modifiers & GDK_CONTROL_MASK) == 0)
    return plain_key (self, controller, key, modifiers);
  if (!step_from_key (key, &step) || step == WAY_WALK_FIRST || step == WAY_WALK_LAST)
    return GDK_EVENT_PROPAGATE;
  if (self->editable)
    way_canvas_tools_get (self->scene)->move (self, step);
  return GDK_EVENT_STOP;
}

static void
key_released_cb (GtkEventControllerKey *controller,
                 guint                  key,
                 guint                  code,
                 GdkModifierType        modifiers,
                 WayCanvas             *self)
{
  if (key != GDK_KEY_space || !self->space)
    return;
  self->space = FALSE;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

static void
focus_cb (GtkEventControllerFocus *controller,
          WayCanvas               *self)
{
  self->space = FALSE;
  way_canvas_refresh_focus (self, &self->selected);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
way_canvas_add_keys (WayCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
