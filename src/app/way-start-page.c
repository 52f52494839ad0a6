/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page: what was left by a run that did not end well, what was open before, and what can be begun with. */
#include "app/way-start-page.h"

#include "app/way-glimpse.h"
#include "app/way-left-rows.h"
#include "app/way-own-templates.h"
#include "app/way-recent.h"
#include "app/way-start-cell.h"
#include "app/way-template.h"
#include "base/way-i18n.h"

struct _WayStartPage
{
  AdwBin parent_instance;

  GCancellable *cancellable;  /* of the picture that is being made */
  WayStartCell *drawn;        /* nullable, owned: what it is for */
  gboolean at_templates;      /* where to bring the focus */
  WayStartCell *pointed;      /* nullable, borrowed: what the context menu is about */
  GtkWidget *context;         /* the context menu */

  GtkWidget *welcome, *recent_part, *open_button;
  GtkListBox *left;
  GtkFlowBox *recent, *templates;
  GMenuModel *recent_menu;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (WayStartPage, way_start_page, ADW_TYPE_BIN)

static void draw_next (WayStartPage *self);

static WayStartCell *
find_undrawn (GtkFlowBox *box,
              gboolean    dark)
{
  for (GtkWidget *each = gtk_widget_get_first_child (GTK_WIDGET (box)); each != NULL; each = gtk_widget_get_next_sibling (each))
    if (way_start_cell_wants_picture (WAY_START_CELL (each), dark))
      return WAY_START_CELL (each);
  return NULL;
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (WayStartPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) picture = way_glimpse_finish (result, &error);

  g_application_release (g_application_get_default ());
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Without a picture there is nothing to say: opening the file tells what is wrong with it, if anything is. */
  if (picture != NULL)
    way_start_cell_set_picture (self->drawn, picture);
  g_clear_object (&self->drawn);
  draw_next (self);
}

/* One at a time: whoever begins may want the machine for something else. */
static void
draw_next (WayStartPage *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  WayStartCell *cell;

  if (self->drawn != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  cell = find_undrawn (self->recent, dark);
  if (cell == NULL)
    cell = find_undrawn (self->templates, dark);
  if (cell == NULL)
    return;
  self->drawn = g_object_ref (cell);
  /* Fonts are in use in there: the process must not end before it is done. */
  g_application_hold (g_application_get_default ());
  way_start_cell_make_picture (cell, dark, self->cancellable, drawn_cb, g_object_ref (self));
}

static void
fill_recent (WayStartPage *self)
{
  g_autoptr (GPtrArray) files = way_recent_list ();

  gtk_flow_box_remove_all (self->recent);
  self->pointed = NULL;
  for (guint i = 0; i < files->len; i++)
    gtk_flow_box_append (self->recent, way_start_cell_new_for_file (files->pdata[i]));
  gtk_widget_set_visible (self->recent_part, files->len > 0);
  gtk_widget_set_visible (self->welcome, files->len == 0);
}

static void
forget (WayStartPage *self,
        WayStartCell *cell)
{
  int index = gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (cell));
  GtkFlowBoxChild *next;

  way_recent_remove (way_start_cell_get_file (cell));
  gtk_flow_box_remove (self->recent, GTK_WIDGET (cell));
  self->pointed = NULL;
  next = gtk_flow_box_get_child_at_index (self->recent, index);
  if (next == NULL && index > 0)
    next = gtk_flow_box_get_child_at_index (self->recent, index - 1);
  gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : self->open_button);
  gtk_widget_set_visible (self->recent_part, next != NULL);
}

static void
answered_cb (AdwAlertDialog *dialog,
             const char     *response,
             WayStartPage   *self)
{
  if (g_str_equal (response, "remove") && self->pointed != NULL)
    forget (self, self->pointed);
}

static void
tell_gone (WayStartPage *self,
           WayStartCell *cell)
{
  /* Translators: the name of a workspace. */
  g_autofree char *message = g_strdup_printf (_("“%s” was moved, renamed or deleted, or is on a disk that is not connected now."),
                                              way_start_cell_get_title (cell));
  AdwDialog *dialog = adw_alert_dialog_new (_("The File Is Not There"), message);

  self->pointed = cell;
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "remove", _("_Remove from List"), "close", _("_Close"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
recent_activated_cb (GtkFlowBox   *box,
                     WayStartCell *cell,
                     WayStartPage *self)
{
  g_autoptr (GFile) file = g_object_ref (way_start_cell_get_file (cell));

  /* It may be back since it was looked for. */
  if (way_start_cell_is_gone (cell) && !g_file_query_exists (file, NULL))
    tell_gone (self, cell);
  else
    g_signal_emit (self, chosen_signal, 0, file);
}

static void
template_activated_cb (GtkFlowBox   *box,
                       WayStartCell *cell,
                       WayStartPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.new-workspace", "s", way_start_cell_get_template (cell));
}

static void
left_activated_cb (GtkListBox    *list,
                   GtkListBoxRow *row,
                   WayStartPage  *self)
{
  g_autoptr (GFile) file = g_object_ref (way_left_rows_get_file (row));

  g_signal_emit (self, chosen_signal, 0, file);
}

static void
show_menu (WayStartPage *self,
           WayStartCell *cell)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self), &bounds))
    return;
  self->pointed = cell;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context), &(GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width,
                                                                              bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->context));
}

static WayStartCell *
get_focused (WayStartPage *self)
{
  GtkWidget *focused = gtk_flow_box_get_child_at_index (self->recent, 0) != NULL
                           ? gtk_widget_get_focus_child (GTK_WIDGET (self->recent)) : NULL;

  return focused != NULL ? WAY_START_CELL (focused) : NULL;
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  WayStartCell *cell = get_focused (data);

  if (cell != NULL)
    show_menu (data, cell);
  return cell != NULL;
}

static gboolean
delete_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  WayStartCell *cell = get_focused (data);

  if (cell != NULL)
    forget (data, cell);
  return cell != NULL;
}

static void
menu_at (WayStartPage *self,
         GtkGesture   *gesture,
         double        x,
         double        y)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_pos (self->recent, x, y);

  if (child == NULL)
    return;
  show_menu (self, WAY_START_CELL (child));
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            WayStartPage    *self)
{
  menu_at (self, GTK_GESTURE (gesture), x, y);
}

static void
held_cb (GtkGestureLongPress *gesture,
         double               x,
         double               y,
         WayStartPage        *self)
{
  menu_at (self, GTK_GESTURE (gesture), x, y);
}

static void
open_pointed (GtkWidget  *widget,
              const char *name,
              GVariant   *target)
{
  WayStartPage *self = WAY_START_PAGE (widget);

  if (self->pointed != NULL)
    recent_activated_cb (self->recent, self->pointed, self);
}

static void
forget_pointed (GtkWidget  *widget,
                const char *name,
                GVariant   *target)
{
  WayStartPage *self = WAY_START_PAGE (widget);

  if (self->pointed != NULL)
    forget (self, self->pointed);
}

static void
way_start_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (way_start_page_parent_class)->unmap (widget);
  way_start_page_clear (WAY_START_PAGE (widget));
}

static void
way_start_page_dispose (GObject *object)
{
  WayStartPage *self = WAY_START_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->drawn);
  g_clear_pointer (&self->context, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), WAY_TYPE_START_PAGE);

  G_OBJECT_CLASS (way_start_page_parent_class)->dispose (object);
}

static void
way_start_page_class_init (WayStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_start_page_dispose;
  widget_class->unmap = way_start_page_unmap;
  chosen_signal = g_signal_new ("chosen", WAY_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/waymark/Waymark/way-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WayStartPage, welcome);
  gtk_widget_class_bind_template_child (widget_class, WayStartPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, WayStartPage, left);
  gtk_widget_class_bind_template_child (widget_class, WayStartPage, recent_part);
  gtk_widget_class_bind_template_child (widget_class, WayStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, WayStartPage, templates);
  gtk_widget_class_bind_template_child (widget_class, WayStartPage, recent_menu);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, template_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_activated_cb);
  gtk_widget_class_install_action (widget_class, "start.open", NULL, open_pointed);
  gtk_widget_class_install_action (widget_class, "start.remove", NULL, forget_pointed);
}

static void
add_controls (WayStartPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new (), *hold = gtk_gesture_long_press_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                          gtk_callback_action_new (menu_cb, self, NULL)));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Delete|KP_Delete"),
                                                          gtk_callback_action_new (delete_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->recent), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->recent), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (hold, "pressed", G_CALLBACK (held_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->recent), GTK_EVENT_CONTROLLER (hold));
}

static void
way_start_page_init (WayStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->context = gtk_popover_menu_new_from_model (self->recent_menu);
  gtk_widget_set_parent (self->context, GTK_WIDGET (self));
  gtk_widget_set_visible (self->recent_part, FALSE);
  add_controls (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (draw_next), self, G_CONNECT_SWAPPED);
}

static void
fill_templates (WayStartPage *self)
{
  GListModel *own = way_own_templates_get ();

  way_own_templates_refresh ();
  for (guint i = 0; i < way_template_get_n (); i++)
    gtk_flow_box_append (self->templates, way_start_cell_new_for_template (way_template_get_name (i), way_template_get_title (i),
                                                                           way_template_get_about (i)));
  for (guint i = 0; i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr (WayOwnTemplate) each = g_list_model_get_item (own, i);

      gtk_flow_box_append (self->templates, way_start_cell_new_for_template (way_own_template_get_name (each),
                                                                             way_own_template_get_title (each),
                                                                             way_template_get_own_about ()));
    }
}

/**
 * way_start_page_fill:
 * @self: a start page that is shown
 *
 * Looks for what was left and what was open before, and begins to make pictures.
 */
void
way_start_page_fill (WayStartPage *self)
{
  way_left_rows_fill (self->left);
  fill_recent (self);
  if (gtk_flow_box_get_child_at_index (self->templates, 0) == NULL)
    fill_templates (self);
  gtk_widget_grab_focus (self->open_button);
  if (self->at_templates)
    way_start_page_show_templates (self);
  draw_next (self);
}

/**
 * way_start_page_clear:
 * @self: a start page that is not shown any more
 *
 * Lets go of what it shows.
 */
void
way_start_page_clear (WayStartPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_object (&self->drawn);
  self->pointed = NULL;
  gtk_flow_box_remove_all (self->recent);
  gtk_flow_box_remove_all (self->templates);
}

/**
 * way_start_page_show_templates:
 * @self: a start page
 *
 * Brings the focus to what a workspace can begin with.
 */
void
way_start_page_show_templates (WayStartPage *self)
{
  GtkFlowBoxChild *first = gtk_flow_box_get_child_at_index (self->templates, 0);

  /* A window that was just made is filled when it is idle. */
  self->at_templates = first == NULL;
  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}
