/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window: what it is made of, its size, and leaving it with everything in the user's file. */
#include "app/way-window-private.h"

#include "app/way-map-actions.h"
#include "app/way-toast.h"
#include "app/way-window-actions.h"
#include "base/way-i18n.h"

G_DEFINE_FINAL_TYPE (WayWindow, way_window, ADW_TYPE_APPLICATION_WINDOW)

static void
file_chosen_cb (WayStartPage *start,
                GFile        *file,
                WayWindow    *self)
{
  g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1, "");
}

/* A window that was shown to open a file in it does so before it is idle; only one in which nothing was opened looks further. */
static void
fill_start_cb (gpointer data)
{
  g_autoptr (WayWindow) self = data;

  if (self->workspace == NULL && self->start != NULL)
    way_start_page_fill (self->start);
}

static void
way_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (way_window_parent_class)->map (widget);
  g_idle_add_once (fill_start_cb, g_object_ref (widget));
}

static void
moved_cb (WayMapsPage *page,
          const char  *map_id,
          guint        index,
          WayWindow   *self)
{
  g_autofree char *id = g_strdup (map_id);

  way_map_actions_move (self, id, index);
}

static void
closed_anyway_cb (AdwAlertDialog *dialog,
                  const char     *response,
                  WayWindow      *self)
{
  if (g_str_equal (response, "copy"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-copy", NULL);
  if (!g_str_equal (response, "close"))
    return;
  self->leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
ask_to_leave (WayWindow  *self,
              const char *reason)
{
  g_autofree char *message = g_strdup_printf (_("%s Everything is kept on this computer, and is there when you open the file here again."),
                                              reason);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("The File Was Not Saved"), message));

  adw_alert_dialog_add_responses (dialog, "stay", _("_Stay"), "copy", _("Save a Co_py…"), "close", _("_Close Anyway"), NULL);
  adw_alert_dialog_set_default_response (dialog, "stay");
  adw_alert_dialog_set_close_response (dialog, "stay");
  g_signal_connect (dialog, "response", G_CALLBACK (closed_anyway_cb), self);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
remember_size (WayWindow *self)
{
  g_autoptr (GSettings) settings = g_settings_new (WAY_APPLICATION_ID);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

/* Nothing is asked: what was typed is put on the map, and the file is written. Only when that fails is there something to say. */
static gboolean
way_window_close_request (GtkWindow *window)
{
  WayWindow *self = WAY_WINDOW (window);
  g_autoptr (GFile) beside = NULL, theirs = NULL;
  g_autoptr (GError) error = NULL;

  if (self->workspace != NULL && !self->leaving)
    {
      if (!way_window_finish_typing (self))
        return GDK_EVENT_STOP;
      way_map_view_keep_places (self->view);
      if (!way_workspace_publish (self->workspace, NULL, &beside, &error) || (beside == NULL && !way_workspace_close (self->workspace, &error)))
        {
          ask_to_leave (self, error->message);
          return GDK_EVENT_STOP;
        }
      if (beside != NULL)
        {
          theirs = g_steal_pointer (&self->file);
          way_window_take_file (self);
          way_window_tell_kept_beside (self, theirs);
          return GDK_EVENT_STOP;
        }
      way_watch_stop (self->watch);
    }
  remember_size (self);
  return GTK_WINDOW_CLASS (way_window_parent_class)->close_request (window);
}

static void
way_window_dispose (GObject *object)
{
  WayWindow *self = WAY_WINDOW (object);

  way_window_drop_workspace (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), WAY_TYPE_WINDOW);

  G_OBJECT_CLASS (way_window_parent_class)->dispose (object);
}

static void
way_window_class_init (WayWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_window_dispose;
  widget_class->map = way_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = way_window_close_request;

  g_type_ensure (WAY_TYPE_MAP_VIEW);
  g_type_ensure (WAY_TYPE_MAPS_PAGE);
  g_type_ensure (WAY_TYPE_SIDEBAR);
  g_type_ensure (WAY_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/waymark/Waymark/way-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WayWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, split);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, sidebar_page);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, map_page);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, personas_page);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, workspace_title);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, maps_page);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, start);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, file_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, way_window_map_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, way_window_maps_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, way_window_personas_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, way_window_page_changed_cb);
  way_window_install_actions (widget_class);
}

static void
way_window_init (WayWindow *self)
{
  g_autoptr (GSettings) settings = g_settings_new (WAY_APPLICATION_ID);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->personas = WAY_PERSONAS_PAGE (way_pane_new (WAY_TYPE_PERSONAS_PAGE, way_map_view_get_context (self->view)));
  adw_navigation_page_set_child (self->personas_page, GTK_WIDGET (self->personas));
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  way_window_accept_files (self);
  way_window_update_actions (self);
}

WayWindow *
way_window_new (AdwApplication *application)
{
  return g_object_new (WAY_TYPE_WINDOW, "application", application, NULL);
}

/**
 * way_window_get_workspace:
 * @self: a window
 *
 * Returns: (nullable): what is open in it
 */
WayWorkspace *
way_window_get_workspace (WayWindow *self)
{
  return self->workspace;
}

/**
 * way_window_get_saver:
 * @self: a window
 *
 * Returns: (nullable): what saves the workspace that is open in it
 */
WaySaver *
way_window_get_saver (WayWindow *self)
{
  return self->saver;
}

WayMapView *
way_window_get_view (WayWindow *self)
{
  return self->view;
}

/**
 * way_window_finish_typing:
 * @self: a window
 *
 * Returns: whether what was being typed, wherever it was, is in the workspace
 */
gboolean
way_window_finish_typing (WayWindow *self)
{
  return self->personas != NULL && way_pane_finish (WAY_PANE (self->personas)) && way_map_view_finish_typing (self->view);
}

/**
 * way_window_save:
 * @self: a window with a workspace
 *
 * Writes the user's file now, with what is being typed.
 */
void
way_window_save (WayWindow *self)
{
  if (way_window_finish_typing (self))
    way_saver_save (self->saver);
}

/**
 * way_window_show_templates:
 * @self: a window without a workspace
 *
 * Brings the focus to what a workspace can begin with.
 */
void
way_window_show_templates (WayWindow *self)
{
  way_start_page_show_templates (self->start);
}
