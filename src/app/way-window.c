/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window: opening a workspace, the list of its maps, and leaving it with everything in its file. */
#include "app/way-window.h"

#include "app/way-toast.h"
#include "app/way-window-actions.h"
#include "base/way-i18n.h"

struct _WayWindow
{
  AdwApplicationWindow parent_instance;

  WayWorkspace *workspace;    /* nullable */
  WaySaver *saver;            /* nullable */
  gboolean leaving;           /* closing was agreed to */

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwNavigationSplitView *split;
  AdwNavigationPage *sidebar_page, *map_page;
  GtkListBox *maps;
  GtkWidget *open_button;
  WayMapView *view;
};

G_DEFINE_FINAL_TYPE (WayWindow, way_window, ADW_TYPE_APPLICATION_WINDOW)

static const char *
get_kind_word (WayRecord *map)
{
  const char *kind = way_record_get_text (map, WAY_MAP_KIND);

  if (g_strcmp0 (kind, "pathway") == 0)
    return _("Pathway map");
  if (g_strcmp0 (kind, "assets") == 0)
    return _("Asset map");
  return _("Journey map");
}

static GtkWidget *
make_row (WayRecord *map)
{
  const char *title = way_record_get_text (map, WAY_MAP_TITLE);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (title != NULL ? title : _("Untitled map")), *kind = gtk_label_new (get_kind_word (map));

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (name), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (kind), 0);
  gtk_widget_add_css_class (kind, "caption");
  gtk_widget_add_css_class (kind, "dimmed");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (GTK_LABEL (name)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_label_get_text (GTK_LABEL (kind)), -1);
  g_object_set_data_full (G_OBJECT (row), "map", g_strdup (way_record_get_id (map)), g_free);
  return row;
}

static const char *
get_row_map (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "map") : NULL;
}

static const char *
get_row_title (GtkListBoxRow *row)
{
  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (gtk_list_box_row_get_child (row))));
}

static void
show_row (WayWindow     *self,
          GtkListBoxRow *row)
{
  const char *map = get_row_map (row);

  if (!way_map_view_finish_typing (self->view))
    return;
  if (row != NULL)
    {
      gtk_list_box_select_row (self->maps, row);
      adw_navigation_page_set_title (self->map_page, get_row_title (row));
    }
  if (map == NULL || g_strcmp0 (map, way_map_view_get_map (self->view)) != 0)
    way_map_view_show_map (self->view, map);
}

/* Fills the list anew and stays at the map that is shown, or goes to the first. */
static void
list_maps (WayWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) maps = way_records_list (WAY_RECORDS (self->workspace), WAY_KIND_MAP, NULL, &error);
  g_autofree char *shown = g_strdup (way_map_view_get_map (self->view));
  GtkListBoxRow *row = NULL;

  if (maps == NULL)
    {
      way_toast_say (GTK_WIDGET (self->view), error->message);
      return;
    }
  gtk_list_box_remove_all (self->maps);
  for (guint i = 0; i < maps->len; i++)
    {
      GtkWidget *each = make_row (maps->pdata[i]);

      gtk_list_box_append (self->maps, each);
      if (g_strcmp0 (shown, way_record_get_id (maps->pdata[i])) == 0)
        row = GTK_LIST_BOX_ROW (each);
    }
  show_row (self, row != NULL ? row : gtk_list_box_get_row_at_index (self->maps, 0));
}

static void
map_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  WayWindow     *self)
{
  show_row (self, row);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (way_map_view_get_canvas (self->view)));
}

static void
update_title (WayWindow *self)
{
  g_autofree char *title = way_workspace_dup_title (self->workspace);

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_navigation_page_set_title (self->sidebar_page, title);
}

static void
changed_cb (WayRecords *records,
            WayChanges *changes,
            WayWindow  *self)
{
  gboolean maps = FALSE, title = FALSE;

  for (guint i = 0; i < way_changes_get_length (changes); i++)
    {
      maps |= way_changes_get (changes, i)->kind == WAY_KIND_MAP;
      title |= way_changes_get (changes, i)->kind == WAY_KIND_WORKSPACE;
    }
  if (maps)
    list_maps (self);
  if (title)
    update_title (self);
}

static void
labels_changed_cb (WayWorkspace *workspace,
                   GParamSpec   *pspec,
                   WayWindow    *self)
{
  way_window_update_actions (self);
}

static void
state_changed_cb (WaySaver   *saver,
                  GParamSpec *pspec,
                  WayWindow  *self)
{
  way_map_view_set_subtitle (self->view, way_saver_get_state (saver));
}

static void
kept_beside_cb (WaySaver  *saver,
                GFile     *file,
                WayWindow *self)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *message = g_strdup_printf (_("Somebody else changed the file while it was open here, so it was left as it is. "
                                                "Your work is beside it in “%s”, and goes on there."), name);

  way_toast_alert (GTK_WIDGET (self), _("Saved Beside the File"), message);
}

static void
failed_cb (WaySaver   *saver,
           const char *reason,
           WayWindow  *self)
{
  way_toast_say (GTK_WIDGET (self->view), reason);
}

static void
tell_recovered (WayWindow *self)
{
  GFile *beside = way_workspace_get_recovered_beside (self->workspace);
  g_autofree char *name = NULL, *message = NULL;

  if (!way_workspace_get_recovered (self->workspace))
    return;
  if (beside == NULL)
    {
      way_map_view_tell (self->view, _("Waymark was ended before it could save; nothing was lost."));
      return;
    }
  name = g_file_get_basename (beside);
  message = g_strdup_printf (_("Waymark was ended before it could save, and somebody changed the file since. What had not been saved "
                               "is beside it in “%s”."), name);
  way_toast_alert (GTK_WIDGET (self), _("Work Found Again"), message);
}

static void
take_workspace (WayWindow    *self,
                WayWorkspace *workspace)
{
  self->workspace = workspace;
  self->saver = way_saver_new (workspace);
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (workspace, "notify::undo-label", G_CALLBACK (labels_changed_cb), self);
  g_signal_connect (workspace, "notify::redo-label", G_CALLBACK (labels_changed_cb), self);
  g_signal_connect (self->saver, "notify::state", G_CALLBACK (state_changed_cb), self);
  g_signal_connect (self->saver, "kept-beside", G_CALLBACK (kept_beside_cb), self);
  g_signal_connect (self->saver, "failed", G_CALLBACK (failed_cb), self);
  way_map_view_set_workspace (self->view, workspace);
  update_title (self);
  list_maps (self);
  state_changed_cb (self->saver, NULL, self);
  way_window_update_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "workspace");
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (way_map_view_get_canvas (self->view)));
  if (!way_workspace_get_published (workspace))
    way_saver_save (self->saver);
  tell_recovered (self);
}

static void
drop_workspace (WayWindow *self)
{
  if (self->workspace == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_signal_handlers_disconnect_by_data (self->saver, self);
  if (self->view != NULL)
    way_map_view_set_workspace (self->view, NULL);
  g_clear_object (&self->saver);
  g_clear_object (&self->workspace);
}

/**
 * way_window_open:
 * @self: a window without a workspace
 * @file: a workspace
 *
 * Opens @file, or says in a dialog why that cannot be done.
 *
 * Returns: whether it is open
 */
gboolean
way_window_open (WayWindow *self,
                 GFile     *file)
{
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace;

  g_return_val_if_fail (self->workspace == NULL, FALSE);

  workspace = way_workspace_open (file, &error);
  if (workspace == NULL)
    {
      way_toast_alert (GTK_WIDGET (self), _("The File Was Not Opened"), error->message);
      return FALSE;
    }
  take_workspace (self, workspace);
  return TRUE;
}

/**
 * way_window_show_page:
 * @self: a window
 * @page: the id, title or number (from 1) of a map
 */
void
way_window_show_page (WayWindow  *self,
                      const char *page)
{
  g_autofree char *wanted = g_utf8_casefold (page, -1);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->maps, i)) != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (get_row_title (row), -1), *number = g_strdup_printf ("%d", i + 1);

      if (g_str_equal (page, get_row_map (row)) || g_str_equal (page, number) || strstr (folded, wanted) != NULL)
        {
          show_row (self, row);
          return;
        }
    }
}

static void
closed_anyway_cb (AdwAlertDialog *dialog,
                  const char     *response,
                  WayWindow      *self)
{
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

  adw_alert_dialog_add_responses (dialog, "stay", _("_Stay"), "close", _("_Close Anyway"), NULL);
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
  g_autoptr (GError) error = NULL;

  if (self->workspace != NULL && !self->leaving)
    {
      if (!way_map_view_finish_typing (self->view))
        return GDK_EVENT_STOP;
      if (!way_workspace_close (self->workspace, &error))
        {
          ask_to_leave (self, error->message);
          return GDK_EVENT_STOP;
        }
    }
  remember_size (self);
  return GTK_WINDOW_CLASS (way_window_parent_class)->close_request (window);
}

static void
way_window_dispose (GObject *object)
{
  WayWindow *self = WAY_WINDOW (object);

  drop_workspace (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), WAY_TYPE_WINDOW);

  G_OBJECT_CLASS (way_window_parent_class)->dispose (object);
}

static void
way_window_class_init (WayWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = way_window_close_request;

  g_type_ensure (WAY_TYPE_MAP_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/waymark/Waymark/way-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WayWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, split);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, sidebar_page);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, map_page);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, maps);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, map_activated_cb);
  way_window_install_actions (widget_class);
}

static void
way_window_init (WayWindow *self)
{
  g_autoptr (GSettings) settings = g_settings_new (WAY_APPLICATION_ID);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  way_window_update_actions (self);
  gtk_widget_grab_focus (self->open_button);
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
 * way_window_save:
 * @self: a window with a workspace
 *
 * Writes the user's file now, with what is being typed.
 */
void
way_window_save (WayWindow *self)
{
  if (way_map_view_finish_typing (self->view))
    way_saver_save (self->saver);
}

/**
 * way_window_step_map:
 * @self: a window with a workspace
 * @by: 1 for the next map, -1 for the one before
 */
void
way_window_step_map (WayWindow *self,
                     int        by)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->maps);
  GtkListBoxRow *row = selected != NULL ? gtk_list_box_get_row_at_index (self->maps, gtk_list_box_row_get_index (selected) + by) : NULL;

  if (row != NULL)
    show_row (self, row);
}
