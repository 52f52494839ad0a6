/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done on the map as actions, with the keys that have no other place, and as a menu where the selection or the pointer is. */
#include "canvas/way-canvas-private.h"

static void
add (GtkWidget  *widget,
     const char *name,
     GVariant   *target)
{
  way_canvas_type_new (WAY_CANVAS (widget));
}

static void
change (GtkWidget  *widget,
        const char *name,
        GVariant   *target)
{
  way_canvas_change_selected (WAY_CANVAS (widget));
}

static void
drop (GtkWidget  *widget,
      const char *name,
      GVariant   *target)
{
  gtk_widget_grab_focus (widget);
  way_canvas_drop_selected (WAY_CANVAS (widget));
}

static void
duplicate (GtkWidget  *widget,
           const char *name,
           GVariant   *target)
{
  WayCanvas *self = WAY_CANVAS (widget);

  if (self->scene != NULL && self->editable && way_canvas_finish_typing (self) && *self->selected.id != '\0' &&
      way_canvas_tools_get (self->scene)->duplicate != NULL)
    way_canvas_tools_get (self->scene)->duplicate (self);
}

static void
select_all (GtkWidget  *widget,
            const char *name,
            GVariant   *target)
{
  way_canvas_select_all (WAY_CANVAS (widget));
}

static void
act (GtkWidget  *widget,
     const char *name,
     GVariant   *target)
{
  WayCanvas *self = WAY_CANVAS (widget);

  if (self->scene != NULL && self->editable && way_canvas_finish_typing (self) && way_canvas_tools_get (self->scene)->act != NULL)
    way_canvas_tools_get (self->scene)->act (self, name);
}

/* As Ctrl and an arrow, or Alt and one on a header. */
static void
move (GtkWidget  *widget,
      const char *name,
      GVariant   *target)
{
  static const struct { const char *name; WayWalk step; } steps[] = {
    { "map.move-left", WAY_WALK_LEFT }, { "map.move-right", WAY_WALK_RIGHT }, { "map.move-up", WAY_WALK_UP }, { "map.move-down", WAY_WALK_DOWN },
  };
  WayCanvas *self = WAY_CANVAS (widget);
  gboolean header = self->selected.kind == WAY_KIND_STAGE || self->selected.kind == WAY_KIND_LANE;
  const WayCanvasTools *tools = self->scene != NULL ? way_canvas_tools_get (self->scene) : NULL;
  void (*take) (WayCanvas *canvas, WayWalk step) = tools == NULL ? NULL : header ? tools->reorder : tools->move;

  if (take == NULL || !self->editable || !way_canvas_finish_typing (self))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (name, steps[i].name))
      take (self, steps[i].step);
}

void
way_canvas_install_actions (GtkWidgetClass *klass)
{
  static const char *const acts[] = {
    "map.insert-stage-before", "map.insert-stage-after", "map.insert-lane-above", "map.insert-lane-below", "map.lane-kind",
    "map.link", "map.kind", "map.unpin", "map.insert-step", "map.make-start", "map.make-step", "map.make-decision", "map.make-end",
    "map.make-gap", "map.make-flow", "map.make-information", "map.make-enables",
    "map.pin-question", "map.pin-concern", "map.pin-idea", "map.pin-decision", "map.answer",
  };
  static const char *const moves[] = { "map.move-left", "map.move-right", "map.move-up", "map.move-down" };

  gtk_widget_class_install_action (klass, "map.add", NULL, add);
  gtk_widget_class_install_action (klass, "map.change", NULL, change);
  gtk_widget_class_install_action (klass, "map.delete", NULL, drop);
  gtk_widget_class_install_action (klass, "map.duplicate", NULL, duplicate);
  gtk_widget_class_install_action (klass, "map.select-all", NULL, select_all);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (klass, acts[i], NULL, act);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_install_action (klass, moves[i], NULL, move);
  way_canvas_install_clipboard (klass);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_a, GDK_CONTROL_MASK, "map.select-all", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_k, GDK_CONTROL_MASK, "map.kind", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_l, GDK_CONTROL_MASK, "map.link", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_u, GDK_CONTROL_MASK, "map.unpin", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_d, GDK_CONTROL_MASK, "map.duplicate", NULL);
}

static gboolean
remove_cb (gpointer data)
{
  WayCanvas *self = data;

  self->menu_removal = 0;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  return G_SOURCE_REMOVE;
}

/* What was chosen is done after the menu is closed, and is looked for from it. */
static void
closed_cb (GtkPopover *popover,
           WayCanvas  *self)
{
  if (self->menu == GTK_WIDGET (popover) && self->menu_removal == 0)
    self->menu_removal = g_idle_add (remove_cb, self);
}

/* Shows the menu @at a place in the widget, or at what is selected. */
void
way_canvas_show_menu (WayCanvas      *self,
                      const WayPoint *at)
{
  g_autoptr (GMenu) model = NULL;
  WayPoint point = { self->view.width / 2, self->view.height / 2 };
  WayRect area;

  if (self->scene == NULL || !self->editable || way_canvas_tools_get (self->scene)->make_menu == NULL)
    return;
  if (at != NULL)
    point = *at;
  else if (way_outline_get_bounds (self->scene, &self->selected, &area))
    {
      area = way_view_from_map (&self->view, &area);
      point = (WayPoint) { CLAMP (area.x + area.width / 2, 0, self->view.width), CLAMP (area.y + area.height, 0, self->view.height) };
    }
  g_clear_handle_id (&self->menu_removal, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  model = way_canvas_tools_get (self->scene)->make_menu (self);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { point.x, point.y, 1, 1 });
  g_signal_connect (self->menu, "closed", G_CALLBACK (closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* To be called when the widget gets its size. */
void
way_canvas_present_popovers (WayCanvas *self)
{
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->chooser != NULL)
    gtk_popover_present (GTK_POPOVER (self->chooser));
}

void
way_canvas_dispose_popovers (WayCanvas *self)
{
  g_clear_handle_id (&self->menu_removal, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  way_lane_chooser_dispose (self);
}
