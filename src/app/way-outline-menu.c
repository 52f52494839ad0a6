/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a line of the outline, as a menu where the pointer or the focus is. */
#include "app/way-outline-menu.h"

#include "app/way-outline-edits.h"
#include "base/way-i18n.h"

static void
add_move (GMenu          *section,
          const char     *label,
          WayOutlineStep  step)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "outline.move", "i", step);
  g_menu_append_item (section, item);
}

static GMenuModel *
new_model (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) write = g_menu_new (), moves = g_menu_new (), end = g_menu_new ();

  g_menu_append (write, _("_Write Anew"), "outline.change");
  g_menu_append (write, _("_Add Here"), "outline.add-here");
  g_menu_append (write, _("_Pin a Flag…"), "outline.add-flag");
  g_menu_append (write, _("De_tails"), "view.show-pane::inspector");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (write));
  add_move (moves, _("Move _Up"), WAY_OUTLINE_UP);
  add_move (moves, _("Move _Down"), WAY_OUTLINE_DOWN);
  add_move (moves, _("Move _Earlier"), WAY_OUTLINE_EARLIER);
  add_move (moves, _("Move _Later"), WAY_OUTLINE_LATER);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  g_menu_append (end, _("Delete"), "outline.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  return G_MENU_MODEL (menu);
}

static gboolean
remove_cb (gpointer data)
{
  gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

/* What was chosen is done after the menu is closed, and is looked for from it. */
static void
closed_cb (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_cb, g_object_ref (popover), g_object_unref);
}

static void
show (GtkWidget *list,
      GtkWidget *pane,
      double     x,
      double     y)
{
  g_autoptr (GMenuModel) model = new_model ();
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);
  graphene_point_t at = GRAPHENE_POINT_INIT (x, y), place = at;

  if (!gtk_widget_compute_point (list, pane, &at, &place))
    place = at;
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, pane);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &(GdkRectangle) { place.x, place.y, 1, 1 });
  g_signal_connect (menu, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (menu));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            GtkWidget       *pane)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *there = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  GtkWidget *line = there != NULL ? gtk_widget_get_ancestor (there, GTK_TYPE_TREE_EXPANDER) : NULL;

  if (line == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (line, "listitem.select", "(bb)", FALSE, FALSE);
  show (list, pane, x, y);
}

/* Below the line where the focus is. */
static gboolean
key_cb (GtkWidget *list,
        GVariant  *arguments,
        gpointer   pane)
{
  GtkWidget *line = gtk_widget_get_focus_child (list);
  graphene_rect_t area;

  if (line == NULL || !gtk_widget_compute_bounds (line, list, &area))
    return FALSE;
  show (list, pane, area.origin.x + (gtk_widget_get_direction (list) == GTK_TEXT_DIR_RTL ? area.size.width : 0),
        area.origin.y + area.size.height);
  return TRUE;
}

/**
 * way_outline_menu_attach:
 * @list: the lines
 * @pane: what has the actions, and outlives @list
 */
void
way_outline_menu_attach (GtkWidget *list,
                         GtkWidget *pane)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), pane);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                          gtk_callback_action_new (key_cb, pane, NULL)));
  gtk_widget_add_controller (list, keys);
}
