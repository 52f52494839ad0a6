/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard: walking, moving, typing, zooming. Everything that the pointer does has a key. */
#include "canvas/way-canvas-private.h"

static gboolean
can_be_among (WayCanvas     *self,
              const WaySpot *spot)
{
  return way_spot_is_cell (spot) || way_canvas_tools_get (self->scene)->can_join (spot);
}

static gboolean
walk (WayCanvas *self,
      WayWalk    step)
{
  WaySpot to;

  if (way_canvas_is_picking (self))
    {
      if (way_outline_walk (self->scene, &self->selected, step, &to) && can_be_among (self, &to))
        way_canvas_go_picking (self, &to);
      else
        gtk_widget_error_bell (GTK_WIDGET (self));
    }
  else if (way_outline_walk (self->scene, &self->selected, step, &to))
    way_canvas_select (self, &to, TRUE);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

/* Draws the selection out one step: over cards and cells, never onto a header. */
static gboolean
extend (WayCanvas *self,
        WayWalk    step)
{
  const WayCanvasTools *tools = way_canvas_tools_get (self->scene);
  WaySpot to;

  if (!way_spot_is_set (&self->selected))
    return walk (self, step);
  if (tools->walk_aside != NULL && tools->walk_aside (self->scene, &self->selected, step, &to))
    {
      way_canvas_select (self, &to, TRUE);
      return GDK_EVENT_STOP;
    }
  if (way_outline_walk (self->scene, &self->selected, step, &to) && can_be_among (self, &to))
    way_canvas_extend_to (self, &to);
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
  if (way_canvas_give_up_drag (self))
    return GDK_EVENT_STOP;
  if (way_spot_is_set (&self->selected))
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

/* A key that writes begins a new card, and is the first that the text view and its input method get. */
static gboolean
type (WayCanvas             *self,
      GtkEventControllerKey *controller,
      guint                  key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  gboolean composes = key >= GDK_KEY_dead_grave && key <= GDK_KEY_dead_greek;
  const WayCanvasTools *tools = way_canvas_tools_get (self->scene);

  /* With nothing selected nobody is about to write a question. */
  if (key == GDK_KEY_question && !way_spot_is_set (&self->selected))
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.show-keys", NULL);
  if ((letter == 0 || !g_unichar_isgraph (letter)) && !composes && key != GDK_KEY_Multi_key)
    return GDK_EVENT_PROPAGATE;
  if (way_canvas_type_with (self, tools->type_letter != NULL ? tools->type_letter : tools->type_new))
    gtk_event_controller_key_forward (controller, self->editor.view);
  else if (self->chooser != NULL)
    gtk_event_controller_key_forward (controller, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
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
    return shift ? extend (self, step) : walk (self, step);
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
    case GDK_KEY_Menu:
    case GDK_KEY_F10:
      if (key == GDK_KEY_F10 && !shift)
        return GDK_EVENT_PROPAGATE;
      way_canvas_show_menu (self, NULL);
      return GDK_EVENT_STOP;
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

  const WayCanvasTools *tools;
  void (*act) (WayCanvas *canvas, WayWalk walk);
  gboolean control = (modifiers & GDK_CONTROL_MASK) != 0, alt = (modifiers & GDK_ALT_MASK) != 0, shift = (modifiers & GDK_SHIFT_MASK) != 0;

  if (self->scene == NULL || self->editor.view != NULL || (modifiers & (GDK_SUPER_MASK | GDK_META_MASK)) != 0 || (alt && control))
    return GDK_EVENT_PROPAGATE;
  if (!control && !alt)
    return plain_key (self, controller, key, modifiers);
  if (key == GDK_KEY_space && control && !shift)
    {
      if (!way_canvas_pick (self))
        gtk_widget_error_bell (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    }
  if (!step_from_key (key, &step) || step == WAY_WALK_FIRST || step == WAY_WALK_LAST)
    return GDK_EVENT_PROPAGATE;
  tools = way_canvas_tools_get (self->scene);
  act = alt ? tools->reorder : shift ? tools->insert : tools->move;
  if (self->editable && act != NULL)
    {
      way_canvas_end_picking (self);
      act (self, step);
    }
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
