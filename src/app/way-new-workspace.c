/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new workspace: where it is to be, made from a template or from what somebody exported, and opened. */
#include "app/way-new-workspace.h"

#include "app/way-template.h"
#include "app/way-toast.h"
#include "app/way-work.h"
#include "base/way-error.h"
#include "base/way-i18n.h"

typedef struct
{
  WayWindow *window;          /* owned until there is a target */
  char *template;             /* nullable: the name of one */
  GFile *source;              /* nullable: a JSON file */
  GFile *target;              /* nullable until it is chosen */
} WayNewWorkspace;

static void
new_workspace_free (gpointer data)
{
  WayNewWorkspace *self = data;

  g_clear_object (&self->window);
  g_clear_object (&self->source);
  g_clear_object (&self->target);
  g_free (self->template);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayNewWorkspace, new_workspace_free)

static gboolean
make (gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  WayNewWorkspace *self = data;
  g_autoptr (GBytes) bytes = NULL;

  bytes = self->template != NULL ? way_template_get_bytes (self->template, error) : way_template_load (self->source, cancellable, error);
  return bytes != NULL && way_template_make_file_of (self->target, bytes, error);
}

static void
made_cb (GtkWindow    *window,
         gpointer      data,
         const GError *error)
{
  WayNewWorkspace *self = data;

  if (error == NULL)
    g_application_open (G_APPLICATION (gtk_window_get_application (window)), &self->target, 1, "");
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    way_toast_alert (GTK_WIDGET (window), _("The Workspace Was Not Made"), error->message);
}

/* Whoever said that the new file may take the place of another may have meant a different one: the old goes to the trash. */
static gboolean
make_room (GFile   *target,
           GError **error)
{
  g_autofree char *name = NULL;

  if (!g_file_query_exists (target, NULL) || g_file_trash (target, NULL, NULL))
    return TRUE;
  name = g_file_get_basename (target);
  g_set_error (error, WAY_ERROR, WAY_ERROR_EXISTS, _("There is already a file “%s”, and it cannot be moved to the trash. Please choose "
                                                     "another name."), name);
  return FALSE;
}

static void
target_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (WayNewWorkspace) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayWindow) window = g_steal_pointer (&self->window);

  self->target = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  if (self->target == NULL || !make_room (self->target, &error))
    {
      way_toast_alert (GTK_WIDGET (window), _("The Workspace Was Not Made"), error->message);
      return;
    }
  way_work_run (GTK_WINDOW (window), _("Making the Workspace…"), make, made_cb, g_steal_pointer (&self), new_workspace_free);
}

static void
ask_for_target (WayNewWorkspace *self,
                const char      *title)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = documents != NULL ? g_file_new_for_path (documents) : NULL;
  g_autofree char *name = g_strdup_printf ("%s.waymark", title);

  g_strdelimit (name, "/", '-');
  gtk_file_dialog_set_title (dialog, _("Where to Keep the Workspace"));
  gtk_file_dialog_set_accept_label (dialog, _("_Begin"));
  gtk_file_dialog_set_initial_name (dialog, name);
  if (folder != NULL && g_file_query_exists (folder, NULL))
    gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self->window), NULL, target_chosen_cb, self);
}

/**
 * way_new_workspace_ask:
 * @window: who asks
 * @template: the name of a template
 *
 * Asks where a new workspace is to be, makes it and opens it.
 */
void
way_new_workspace_ask (WayWindow  *window,
                       const char *template)
{
  WayNewWorkspace *self = g_new0 (WayNewWorkspace, 1);
  g_autofree char *title = way_template_dup_title (template);

  self->window = g_object_ref (window);
  self->template = g_strdup (template);
  ask_for_target (self, title);
}

/**
 * way_new_workspace_from_json:
 * @window: who asks
 * @source: a file in the interchange format
 *
 * As [func@new_workspace_ask], from what was exported before.
 */
void
way_new_workspace_from_json (WayWindow *window,
                             GFile     *source)
{
  WayNewWorkspace *self = g_new0 (WayNewWorkspace, 1);
  g_autofree char *name = g_file_get_basename (source);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  self->window = g_object_ref (window);
  self->source = g_object_ref (source);
  ask_for_target (self, name);
}
