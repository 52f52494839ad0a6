/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting a copy of the workspace somewhere else: for a colleague, on a stick, or to go on from. */
#include "app/way-save-copy.h"

#include "app/way-toast.h"
#include "app/way-work.h"
#include "base/way-i18n.h"

#define SECONDS 10

typedef struct
{
  WayWindow *window;          /* owned until the work begins */
  GFile *source, *target;
} WaySaveCopy;

static void
save_copy_free (gpointer data)
{
  WaySaveCopy *self = data;

  g_clear_object (&self->window);
  g_clear_object (&self->source);
  g_clear_object (&self->target);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaySaveCopy, save_copy_free)

static gboolean
copy (gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  WaySaveCopy *self = data;
  g_autoptr (WayWorkspace) workspace = way_workspace_open_published (self->source, error);
  gboolean done;

  if (workspace == NULL)
    return FALSE;
  done = way_workspace_save_copy (workspace, self->target, cancellable, error);
  way_workspace_close (workspace, NULL);
  return done;
}

static void
open_cb (AdwToast *toast,
         GFile    *file)
{
  g_application_open (g_application_get_default (), &file, 1, "");
}

static void
copied_cb (GtkWindow    *window,
           gpointer      data,
           const GError *error)
{
  WaySaveCopy *self = data;
  g_autofree char *name = NULL, *message = NULL;
  AdwToast *toast;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      way_toast_say (GTK_WIDGET (way_window_get_view (WAY_WINDOW (window))), _("Cancelled; no copy was saved"));
      return;
    }
  if (error != NULL)
    {
      way_toast_alert (GTK_WIDGET (window), _("No Copy Was Saved"), error->message);
      return;
    }
  name = g_file_get_basename (self->target);
  /* Translators: the name of a file. */
  message = g_strdup_printf (_("Copy saved as “%s”"), name);
  toast = adw_toast_new (message);
  adw_toast_set_button_label (toast, _("_Open It"));
  adw_toast_set_timeout (toast, SECONDS);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), self->target, G_CONNECT_DEFAULT);
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (self->target), g_object_unref);
  way_toast_add (GTK_WIDGET (way_window_get_view (WAY_WINDOW (window))), toast);
}

/* Even where the file cannot be written now, everything can be copied: that may be why somebody wants a copy. */
static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (WaySaveCopy) self = data;
  g_autoptr (WayWindow) window = g_steal_pointer (&self->window);
  WayWorkspace *workspace = way_window_get_workspace (window);
  g_autoptr (GError) error = NULL;

  if (workspace == NULL)
    return;
  if (way_saver_save_finish (WAY_SAVER (source), result, NULL))
    {
      self->source = g_object_ref (way_workspace_get_file (workspace));
      way_work_run (GTK_WINDOW (window), _("Saving a Copy…"), copy, copied_cb, g_steal_pointer (&self), save_copy_free);
      return;
    }
  way_workspace_save_copy (workspace, self->target, NULL, &error);
  copied_cb (GTK_WINDOW (window), self, error);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (WaySaveCopy) self = data;
  g_autoptr (GError) error = NULL;
  WaySaver *saver = way_window_get_saver (self->window);

  self->target = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (self->target != NULL && saver != NULL)
    way_saver_save_async (saver, saved_cb, g_steal_pointer (&self));
  else if (error != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    way_toast_alert (GTK_WIDGET (self->window), _("No Copy Was Saved"), error->message);
}

/**
 * way_save_copy_ask:
 * @window: a window with a workspace
 *
 * Asks where a copy of everything is to be, with what is being typed, and puts it there. The window stays with its own file.
 */
void
way_save_copy_ask (WayWindow *window)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GFile) folder = NULL;
  g_autofree char *name = NULL, *copy_name = NULL;
  WaySaveCopy *self;

  if (!way_window_finish_typing (window))
    return;
  name = g_file_get_basename (way_workspace_get_file (way_window_get_workspace (window)));
  if (g_str_has_suffix (name, ".waymark"))
    name[strlen (name) - strlen (".waymark")] = '\0';
  /* Translators: the name of a copy of a file. */
  copy_name = g_strdup_printf (_("%s (copy).waymark"), name);
  self = g_new0 (WaySaveCopy, 1);
  self->window = g_object_ref (window);
  folder = g_file_get_parent (way_workspace_get_file (way_window_get_workspace (window)));
  gtk_file_dialog_set_title (dialog, _("Save a Copy"));
  if (folder != NULL && g_file_query_exists (folder, NULL))
    gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_set_initial_name (dialog, copy_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), NULL, chosen_cb, self);
}
