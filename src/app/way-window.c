/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window: opening a workspace, the list of its maps, and leaving it with everything in its file. */
#include "app/way-window.h"

#include "app/way-left-rows.h"
#include "app/way-map-actions.h"
#include "app/way-maps-page.h"
#include "app/way-place.h"
#include "app/way-sidebar.h"
#include "app/way-toast.h"
#include "app/way-window-actions.h"
#include "base/way-i18n.h"

struct _WayWindow
{
  AdwApplicationWindow parent_instance;

  WayWorkspace *workspace;    /* nullable */
  WaySaver *saver;            /* nullable */
  WayMapList *list;           /* nullable */
  gboolean leaving;           /* closing was agreed to */

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwNavigationSplitView *split;
  AdwNavigationPage *sidebar_page, *map_page;
  AdwNavigationView *pages;
  AdwWindowTitle *workspace_title;
  WaySidebar *sidebar;
  WayMapsPage *maps_page;
  GtkWidget *open_button;
  GtkListBox *left;
  WayMapView *view;
};

G_DEFINE_FINAL_TYPE (WayWindow, way_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
is_at_map (WayWindow *self)
{
  return adw_navigation_view_get_visible_page (self->pages) == self->map_page;
}

static void
show_title_of_map (WayWindow *self)
{
  guint position = way_map_list_find (self->list, way_map_view_get_map (self->view));
  g_autoptr (WayMapItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (item != NULL)
    adw_navigation_page_set_title (self->map_page, way_map_item_get_title (item));
}

/* Where the pages lead: by the sidebar, a picture, the back button or an edit. */
static void
page_changed_cb (AdwNavigationView *pages,
                 GParamSpec        *pspec,
                 WayWindow         *self)
{
  if (self->list == NULL)
    return;
  if (is_at_map (self))
    way_sidebar_show_map (self->sidebar, way_map_view_get_map (self->view));
  else
    {
      way_sidebar_show_maps (self->sidebar);
      way_maps_page_select (self->maps_page, way_map_view_get_map (self->view));
    }
  way_window_update_actions (self);
}

/**
 * way_window_show_map:
 * @self: a window with a workspace
 * @map_id: one of its maps
 */
void
way_window_show_map (WayWindow  *self,
                     const char *map_id)
{
  if (!way_map_view_finish_typing (self->view))
    return;
  if (g_strcmp0 (map_id, way_map_view_get_map (self->view)) != 0)
    way_map_view_show_map (self->view, map_id);
  show_title_of_map (self);
  if (!is_at_map (self))
    adw_navigation_view_push (self->pages, self->map_page);
  else
    page_changed_cb (self->pages, NULL, self);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (way_map_view_get_canvas (self->view)));
}

/**
 * way_window_show_maps:
 * @self: a window with a workspace
 *
 * Shows all maps.
 */
void
way_window_show_maps (WayWindow *self)
{
  if (!way_map_view_finish_typing (self->view))
    return;
  adw_navigation_view_pop_to_tag (self->pages, "maps");
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  way_maps_page_select (self->maps_page, way_map_view_get_map (self->view));
}

/**
 * way_window_select_map:
 * @self: a window with a workspace
 * @map_id: one of its maps
 *
 * Goes to a map: shows it where one map is shown, selects it where all are.
 */
void
way_window_select_map (WayWindow  *self,
                       const char *map_id)
{
  if (is_at_map (self))
    way_window_show_map (self, map_id);
  else
    way_maps_page_select (self->maps_page, map_id);
}

/**
 * way_window_get_map:
 * @self: a window with a workspace
 *
 * Returns: (nullable): the id of the map that is shown, or selected among all
 */
const char *
way_window_get_map (WayWindow *self)
{
  return is_at_map (self) ? way_map_view_get_map (self->view) : way_maps_page_get_selected (self->maps_page);
}

static void
map_chosen_cb (GtkWidget  *widget,
               const char *map_id,
               WayWindow  *self)
{
  g_autofree char *id = g_strdup (map_id);

  way_window_show_map (self, id);
}

static void
left_activated_cb (GtkListBox    *list,
                   GtkListBoxRow *row,
                   WayWindow     *self)
{
  g_autoptr (GFile) file = g_object_ref (way_left_rows_get_file (row));

  g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1, "");
}

/* A window that was shown to open a file in it does so before it is idle; only one in which nothing was opened looks further. */
static void
look_for_left_cb (gpointer data)
{
  g_autoptr (WayWindow) self = data;

  if (self->workspace == NULL && self->left != NULL)
    way_left_rows_fill (self->left);
}

static void
way_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (way_window_parent_class)->map (widget);
  g_idle_add_once (look_for_left_cb, g_object_ref (widget));
}

static void
maps_chosen_cb (WaySidebar *sidebar,
                WayWindow  *self)
{
  way_window_show_maps (self);
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
update_title (WayWindow *self)
{
  g_autofree char *title = way_workspace_dup_title (self->workspace);
  g_autofree char *folder = way_place_dup_folder (way_workspace_get_file (self->workspace));
  g_autofree char *path = g_file_get_parse_name (way_workspace_get_file (self->workspace));

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_navigation_page_set_title (self->sidebar_page, title);
  adw_window_title_set_title (self->workspace_title, title);
  adw_window_title_set_subtitle (self->workspace_title, folder);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->workspace_title), path);
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
  if (title)
    update_title (self);
  if (!maps)
    return;
  if (way_map_list_find (self->list, way_map_view_get_map (self->view)) != GTK_INVALID_LIST_POSITION)
    show_title_of_map (self);
  else if (is_at_map (self))
    way_window_show_maps (self);
  way_window_update_actions (self);
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
  way_maps_page_set_subtitle (self->maps_page, way_saver_get_state (saver));
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
show_first_map (WayWindow *self)
{
  g_autoptr (WayMapItem) first = g_list_model_get_item (G_LIST_MODEL (self->list), 0);

  if (first != NULL)
    way_window_show_map (self, way_map_item_get_id (first));
  else
    way_window_show_maps (self);
}

static void
take_workspace (WayWindow    *self,
                WayWorkspace *workspace)
{
  self->workspace = workspace;
  self->saver = way_saver_new (workspace);
  self->list = way_map_list_new (workspace);
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (workspace, "notify::undo-label", G_CALLBACK (labels_changed_cb), self);
  g_signal_connect (workspace, "notify::redo-label", G_CALLBACK (labels_changed_cb), self);
  g_signal_connect (self->saver, "notify::state", G_CALLBACK (state_changed_cb), self);
  g_signal_connect (self->saver, "kept-beside", G_CALLBACK (kept_beside_cb), self);
  g_signal_connect (self->saver, "failed", G_CALLBACK (failed_cb), self);
  way_map_view_set_workspace (self->view, workspace);
  way_maps_page_set_list (self->maps_page, self->list);
  way_sidebar_set_list (self->sidebar, self->list);
  update_title (self);
  state_changed_cb (self->saver, NULL, self);
  gtk_stack_set_visible_child_name (self->stack, "workspace");
  show_first_map (self);
  way_window_update_actions (self);
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
  if (self->maps_page != NULL)
    way_maps_page_set_list (self->maps_page, NULL);
  if (self->sidebar != NULL)
    way_sidebar_set_list (self->sidebar, NULL);
  g_clear_object (&self->list);
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
 * @page: the id, title or number (from 1) of a map, or "maps" for all of them
 */
void
way_window_show_page (WayWindow  *self,
                      const char *page)
{
  g_autofree char *wanted = g_utf8_casefold (page, -1);
  guint n = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WayMapItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), i);
      g_autofree char *folded = g_utf8_casefold (way_map_item_get_title (item), -1), *number = g_strdup_printf ("%u", i + 1);

      if (g_str_equal (page, way_map_item_get_id (item)) || g_str_equal (page, number) || strstr (folded, wanted) != NULL)
        {
          way_window_show_map (self, way_map_item_get_id (item));
          return;
        }
    }
  if (self->list != NULL && g_str_equal (page, "maps"))
    way_window_show_maps (self);
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
  widget_class->map = way_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = way_window_close_request;

  g_type_ensure (WAY_TYPE_MAP_VIEW);
  g_type_ensure (WAY_TYPE_MAPS_PAGE);
  g_type_ensure (WAY_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/waymark/Waymark/way-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WayWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, split);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, sidebar_page);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, map_page);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, workspace_title);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, maps_page);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, left);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, left_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, maps_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
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
  guint position = way_map_list_find (self->list, way_window_get_map (self)) + by;
  g_autoptr (WayMapItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (item != NULL)
    way_window_show_map (self, way_map_item_get_id (item));
}

/**
 * way_window_next_pane:
 * @self: a window with a workspace
 * @back: whether to go to the one before
 *
 * Moves the focus between the sidebar, the header of the page and what is on it.
 */
void
way_window_next_pane (WayWindow *self,
                      gboolean   back)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *panes[] = { GTK_WIDGET (self->sidebar), GTK_WIDGET (adw_navigation_view_get_visible_page (self->pages)) };
  gboolean in_content = focus != NULL && gtk_widget_is_ancestor (focus, panes[1]);

  if (in_content && adw_navigation_split_view_get_collapsed (self->split))
    adw_navigation_split_view_set_show_content (self->split, FALSE);
  if (in_content)
    gtk_widget_child_focus (panes[0], GTK_DIR_TAB_FORWARD);
  else
    {
      adw_navigation_split_view_set_show_content (self->split, TRUE);
      if (is_at_map (self))
        gtk_widget_grab_focus (GTK_WIDGET (way_map_view_get_canvas (self->view)));
      else
        way_maps_page_select (self->maps_page, way_maps_page_get_selected (self->maps_page));
    }
}
