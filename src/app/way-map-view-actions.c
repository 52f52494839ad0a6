/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a map by its tools, menus and keys. */
#include "app/way-map-view-private.h"

#include "app/way-flag-dialog.h"

static void
add_card (GtkWidget  *widget,
          const char *name,
          GVariant   *target)
{
  way_canvas_add_here (WAY_MAP_VIEW (widget)->canvas);
}

static void
change_card (GtkWidget  *widget,
             const char *name,
             GVariant   *target)
{
  way_canvas_change_selected (WAY_MAP_VIEW (widget)->canvas);
}

static void
find (GtkWidget  *widget,
      const char *name,
      GVariant   *target)
{
  way_find_bar_open (WAY_MAP_VIEW (widget)->find_bar);
}

static void
insert (GtkWidget  *widget,
        const char *name,
        GVariant   *target)
{
  static const char *const actions[][2] = {
    { "view.insert-stage", "map.insert-stage-after" }, { "view.insert-lane", "map.insert-lane-below" },
    { "view.link", "map.link" },                       { "view.kind", "map.kind" },
  };
  GtkWidget *canvas = GTK_WIDGET (WAY_MAP_VIEW (widget)->canvas);

  gtk_widget_grab_focus (canvas);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (name, actions[i][0]))
      gtk_widget_activate_action_variant (canvas, actions[i][1], NULL);
}

static void
delete_card (GtkWidget  *widget,
             const char *name,
             GVariant   *target)
{
  WayMapView *self = WAY_MAP_VIEW (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  way_canvas_drop_selected (self->canvas);
}

static void
zoom (GtkWidget  *widget,
      const char *name,
      GVariant   *target)
{
  WayCanvas *canvas = WAY_MAP_VIEW (widget)->canvas;

  if (g_str_equal (name, "view.zoom-in"))
    way_canvas_zoom_by (canvas, 1.25);
  else if (g_str_equal (name, "view.zoom-out"))
    way_canvas_zoom_by (canvas, 0.8);
  else if (g_str_equal (name, "view.zoom-paper"))
    way_canvas_zoom_to (canvas, 1);
  else
    way_canvas_zoom_to_fit (canvas);
}

static void
toggle_pane (GtkWidget  *widget,
             const char *name,
             GVariant   *target)
{
  WayMapView *self = WAY_MAP_VIEW (widget);

  if (!adw_overlay_split_view_get_show_sidebar (self->split))
    way_map_view_focus_pane (self);
  else
    {
      adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
    }
}

static void
show_pane (GtkWidget  *widget,
           const char *name,
           GVariant   *target)
{
  WayMapView *self = WAY_MAP_VIEW (widget);

  way_panes_show (self->panes, g_variant_get_string (target, NULL));
  way_map_view_focus_pane (self);
}

static void
add_flag (GtkWidget  *widget,
          const char *name,
          GVariant   *target)
{
  WayMapView *self = WAY_MAP_VIEW (widget);

  if (way_map_view_finish_typing (self) && way_map_context_get_map (self->context) != NULL)
    way_flag_dialog_ask (self->context, widget);
}

static void
next_curve (GtkWidget  *widget,
            const char *name,
            GVariant   *target)
{
  way_curves_button_step (WAY_MAP_VIEW (widget)->curves);
}

/* What the menus, buttons and keys of a map ask for. */
void
way_map_view_install_actions (GtkWidgetClass *klass)
{
  static const char *const zooms[] = { "view.zoom-in", "view.zoom-out", "view.zoom-paper", "view.zoom-fit" };

  gtk_widget_class_install_action (klass, "view.toggle-pane", NULL, toggle_pane);
  gtk_widget_class_install_action (klass, "view.show-pane", "s", show_pane);
  gtk_widget_class_install_action (klass, "view.add-flag", NULL, add_flag);
  gtk_widget_class_install_property_action (klass, "view.compare", "compare");
  gtk_widget_class_install_action (klass, "view.add-card", NULL, add_card);
  gtk_widget_class_install_action (klass, "view.change-card", NULL, change_card);
  gtk_widget_class_install_action (klass, "view.delete-card", NULL, delete_card);
  gtk_widget_class_install_action (klass, "view.next-curve", NULL, next_curve);
  gtk_widget_class_install_action (klass, "view.find", NULL, find);
  gtk_widget_class_install_action (klass, "view.insert-stage", NULL, insert);
  gtk_widget_class_install_action (klass, "view.insert-lane", NULL, insert);
  gtk_widget_class_install_action (klass, "view.link", NULL, insert);
  gtk_widget_class_install_action (klass, "view.kind", NULL, insert);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_install_action (klass, zooms[i], NULL, zoom);
}
