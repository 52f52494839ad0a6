/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window says when its file cannot be written, or when somebody else wrote it. Nobody's words are lost, whatever is answered. */
#include "app/way-window-private.h"

#include "app/way-toast.h"
#include "base/way-i18n.h"

static void
answered_cb (AdwAlertDialog *dialog,
             const char     *response,
             WayWindow      *self)
{
  GFile *file = g_object_get_data (G_OBJECT (dialog), "file");

  if (g_str_equal (response, "open"))
    g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1, "");
}

/**
 * way_window_tell_kept_beside:
 * @self: a window with a workspace
 * @theirs: the file that somebody else changed
 *
 * Says that the workspace goes on in a file beside it, and offers to look at the other.
 */
void
way_window_tell_kept_beside (WayWindow *self,
                             GFile     *theirs)
{
  g_autofree char *name = g_file_get_basename (way_workspace_get_file (self->workspace));
  g_autofree char *message = g_strdup_printf (_("Somebody else changed the file while it was open here, so it was left as it is. "
                                                "Your work is beside it in “%s”, and goes on there."), name);
  AdwDialog *dialog = adw_alert_dialog_new (_("Saved Beside the File"), message);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "open", _("_Open Theirs Too"), "close", _("_Close"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (theirs), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
kept_beside_cb (WaySaver  *saver,
                GFile     *file,
                WayWindow *self)
{
  g_autoptr (GFile) theirs = g_steal_pointer (&self->file);

  way_window_take_file (self);
  way_window_tell_kept_beside (self, theirs);
}

static void
failed_cb (WaySaver   *saver,
           const char *reason,
           WayWindow  *self)
{
  way_toast_offer (GTK_WIDGET (self->view), reason, _("Save a Co_py…"), "win.save-copy");
}

/* With something that is not in the file yet, saving keeps both; without, theirs can be shown. */
static void
changed_elsewhere_cb (WayWatch  *watch,
                      WayWindow *self)
{
  AdwToast *toast;

  if (!way_workspace_get_published (self->workspace))
    {
      way_saver_save (self->saver);
      return;
    }
  toast = adw_toast_new (_("Somebody else changed this file"));
  adw_toast_set_button_label (toast, _("_Show Theirs"));
  adw_toast_set_action_name (toast, "win.reload");
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  way_toast_add (GTK_WIDGET (self->view), toast);
}

/**
 * way_window_follow_file:
 * @self: a window that took a workspace
 *
 * Begins to say what becomes of its file.
 */
void
way_window_follow_file (WayWindow *self)
{
  self->watch = way_watch_new (self->workspace);
  g_signal_connect (self->watch, "changed-elsewhere", G_CALLBACK (changed_elsewhere_cb), self);
  g_signal_connect (self->saver, "kept-beside", G_CALLBACK (kept_beside_cb), self);
  g_signal_connect (self->saver, "failed", G_CALLBACK (failed_cb), self);
}

/* Only what can be opened is changed to: theirs may be half there, and what is here is whole. */
static gboolean
can_be_opened (GFile   *file,
               GError **error)
{
  g_autoptr (WayWorkspace) workspace = way_workspace_open_published (file, error);

  return workspace != NULL && way_workspace_close (workspace, error);
}

/**
 * way_window_reload:
 * @self: a window with a workspace
 *
 * Shows the file as somebody else left it. What was typed here since is kept, in a file beside.
 */
void
way_window_reload (WayWindow *self)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *map = NULL;

  if (!way_window_finish_typing (self))
    return;
  if (!way_workspace_get_published (self->workspace))
    {
      way_saver_save (self->saver);
      return;
    }
  file = g_object_ref (way_workspace_get_file (self->workspace));
  map = g_strdup (way_window_get_map (self));
  if (!can_be_opened (file, &error) || !way_workspace_close (self->workspace, &error))
    {
      way_toast_alert (GTK_WIDGET (self), _("The File Was Not Opened"), error->message);
      return;
    }
  way_window_drop_workspace (self);
  if (way_window_open (self, file))
    {
      if (way_map_list_find (self->list, map) != GTK_INVALID_LIST_POSITION)
        way_window_show_map (self, map);
    }
  else
    gtk_stack_set_visible_child_name (self->stack, "start");
}
