/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window takes a workspace, follows its edits and what becomes of its file, and lets go of it. */
#include "app/way-window-private.h"

#include "app/way-place.h"
#include "app/way-recent.h"
#include "app/way-toast.h"
#include "app/way-window-actions.h"
#include "base/way-i18n.h"

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

/* Not before the window is shown: the list is read from the disk. */
static void
remember_cb (gpointer data)
{
  g_autoptr (GFile) file = data;

  way_recent_add (file);
}

/**
 * way_window_take_file:
 * @self: a window with a workspace
 *
 * Says which file the workspace is in now, and remembers it for the next time.
 */
void
way_window_take_file (WayWindow *self)
{
  g_set_object (&self->file, way_workspace_get_file (self->workspace));
  update_title (self);
  g_idle_add_once (remember_cb, g_object_ref (self->file));
}

static void
changed_cb (WayRecords *records,
            WayChanges *changes,
            WayWindow  *self)
{
  gboolean maps = FALSE, title = FALSE;

  way_toast_forget_undo (self->toasts);
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
    way_window_show_title_of_map (self);
  else if (way_window_is_at_map (self))
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
  way_personas_page_set_subtitle (self->personas, way_saver_get_state (saver));
}

/* What the map looks like goes with what is on it. */
static void
saving_cb (WaySaver  *saver,
           WayWindow *self)
{
  way_map_view_keep_places (self->view);
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
  g_signal_connect (self->saver, "saving", G_CALLBACK (saving_cb), self);
  g_signal_connect (self->saver, "notify::state", G_CALLBACK (state_changed_cb), self);
  way_window_follow_file (self);
  way_map_view_set_workspace (self->view, workspace);
  way_maps_page_set_list (self->maps_page, self->list);
  way_sidebar_set_list (self->sidebar, self->list);
  way_window_take_file (self);
  state_changed_cb (self->saver, NULL, self);
  gtk_stack_set_visible_child_name (self->stack, "workspace");
  show_first_map (self);
  way_window_update_actions (self);
  if (!way_workspace_get_published (workspace))
    way_saver_save (self->saver);
  tell_recovered (self);
}

void
way_window_drop_workspace (WayWindow *self)
{
  if (self->workspace == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_signal_handlers_disconnect_by_data (self->saver, self);
  way_watch_stop (self->watch);
  g_clear_object (&self->watch);
  g_clear_object (&self->file);
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
