/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing what is in another file into the workspace that is open, as one edit that can be taken back. */
#include "app/way-import.h"

#include "app/way-template.h"
#include "app/way-toast.h"
#include "app/way-work.h"
#include "base/way-i18n.h"
#include "exchange/way-import.h"
#include "exchange/way-json-read.h"

#include <string.h>

typedef struct
{
  GFile *source;
  GFile *workspace;           /* nullable until everything is in it: what the edit is for */
  WayWindow *window;          /* owned until the work begins */
  WayEdit *edit;              /* nullable until it is read */
  GStrv unknown;              /* nullable: what was left out */
} WayImport;

static void
import_free (gpointer data)
{
  WayImport *self = data;

  g_clear_object (&self->source);
  g_clear_object (&self->workspace);
  g_clear_object (&self->window);
  g_clear_pointer (&self->edit, way_edit_unref);
  g_strfreev (self->unknown);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayImport, import_free)

/* The name of a file in small letters, cut where its ending begins, which is returned; it points into the name. */
static const char *
split_name (GFile *source,
            char **name)
{
  g_autofree char *base = g_file_get_basename (source);
  char *dot;

  *name = g_utf8_make_valid (base != NULL ? base : "", -1);
  dot = strrchr (*name, '.');
  if (dot == NULL || dot == *name)
    return "";
  *dot = '\0';
  for (char *letter = dot + 1; *letter != '\0'; letter++)
    *letter = g_ascii_tolower (*letter);
  return dot + 1;
}

/* As a pathway where it is a table or a graph; its map is called after the file where that names none. */
static WayEdit *
read_edit (WayImport     *self,
           GBytes        *bytes,
           WayWorkspace  *workspace,
           GError       **error)
{
  g_autofree char *name = NULL;
  const char *ending = split_name (self->source, &name);
  const char *text = g_bytes_get_data (bytes, NULL);
  gsize length = g_bytes_get_size (bytes);
  WayImportFormat format;

  if (way_import_format_from_name (ending, &format))
    return way_import_read (text, length, format, name, WAY_RECORDS (workspace), &self->unknown, error);
  return way_json_read (text, length, WAY_RECORDS (workspace), TRUE, &self->unknown, error);
}

static gboolean
read_for (WayImport     *self,
          WayWorkspace  *workspace,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GBytes) bytes = way_template_load (self->source, cancellable, error);

  if (bytes == NULL)
    return FALSE;
  self->edit = read_edit (self, bytes, workspace, error);
  return self->edit != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* Against the published file, so that a large import holds nobody up. */
static gboolean
read_source (gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  WayImport *self = data;
  g_autoptr (WayWorkspace) workspace = way_workspace_open_published (self->workspace, error);
  gboolean done;

  if (workspace == NULL)
    return FALSE;
  done = read_for (self, workspace, cancellable, error);
  way_workspace_close (workspace, NULL);
  return done;
}

/* The first map that the edit brings and that was not there before. */
static const char *
find_new_map (WayWindow *window,
              WayEdit   *edit)
{
  for (guint i = 0; i < way_edit_get_length (edit); i++)
    {
      WayRecord *record = way_edit_get_operation (edit, i)->put;
      g_autoptr (WayRecord) there = NULL;

      if (record == NULL || way_record_get_kind (record) != WAY_KIND_MAP)
        continue;
      way_records_read (WAY_RECORDS (way_window_get_workspace (window)), WAY_KIND_MAP, way_record_get_id (record), &there, NULL);
      if (there == NULL)
        return way_record_get_id (record);
    }
  return NULL;
}

static void
tell (WayWindow *window,
      WayImport *self)
{
  g_autofree char *name = g_file_get_basename (self->source);
  /* Translators: the name of a file. */
  g_autofree char *message = g_strdup_printf (_("“%s” is imported"), name);
  g_autofree char *parts = NULL, *left_out = NULL;

  way_toast_offer_undo (GTK_WIDGET (way_window_get_view (window)), message);
  if (self->unknown == NULL || self->unknown[0] == NULL)
    return;
  parts = g_strjoinv ("\n", self->unknown);
  /* Translators: names of parts of a file, one a line, such as "maps.cards.colour" or "line 3: style". */
  left_out = g_strdup_printf (_("Waymark does not know these parts of the file, and left them out:\n%s"), parts);
  way_toast_alert (GTK_WIDGET (window), _("Not Everything Was Imported"), left_out);
}

static void
read_cb (GtkWindow    *window,
         gpointer      data,
         const GError *error)
{
  WayImport *self = data;
  WayWorkspace *workspace = way_window_get_workspace (WAY_WINDOW (window));
  g_autoptr (GError) reason = NULL;
  const char *map;

  if (error != NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      way_toast_say (GTK_WIDGET (way_window_get_view (WAY_WINDOW (window))), _("Cancelled; nothing was imported"));
      return;
    }
  if (error != NULL || workspace == NULL)
    {
      way_toast_alert (GTK_WIDGET (window), _("Nothing Was Imported"), error != NULL ? error->message : _("The workspace is closed."));
      return;
    }
  map = find_new_map (WAY_WINDOW (window), self->edit);
  if (way_edit_get_length (self->edit) > 0 && !way_workspace_apply (workspace, self->edit, &reason))
    {
      way_toast_alert (GTK_WIDGET (window), _("Nothing Was Imported"), reason->message);
      return;
    }
  if (map != NULL)
    way_window_show_map (WAY_WINDOW (window), map);
  tell (WAY_WINDOW (window), self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (WayImport) self = data;
  g_autoptr (WayWindow) window = g_steal_pointer (&self->window);
  WayWorkspace *workspace = way_window_get_workspace (window);
  g_autoptr (GError) error = NULL;

  if (workspace == NULL)
    return;
  if (!way_saver_save_finish (WAY_SAVER (source), result, NULL))
    {
      /* There is no file to read it for; what is here takes it all the same. */
      read_for (self, workspace, NULL, &error);
      read_cb (GTK_WINDOW (window), self, error);
      return;
    }
  self->workspace = g_object_ref (way_workspace_get_file (workspace));
  way_work_run (GTK_WINDOW (window), _("Importing…"), read_source, read_cb, g_steal_pointer (&self), import_free);
}

/**
 * way_import_is_known:
 * @source: a file
 *
 * Returns: whether its name says that it can be imported
 */
gboolean
way_import_is_known (GFile *source)
{
  g_autofree char *name = NULL;
  WayImportFormat format;

  return way_import_is_json (source) || way_import_format_from_name (split_name (source, &name), &format);
}

/**
 * way_import_is_json:
 * @source: a file
 *
 * Returns: whether its name says that it holds what a workspace does, and not only a pathway
 */
gboolean
way_import_is_json (GFile *source)
{
  g_autofree char *name = NULL;

  return g_str_equal (split_name (source, &name), "json");
}

/**
 * way_import_run:
 * @window: a window with a workspace
 * @source: what to import
 *
 * Adds everything that is in @source, or nothing, as one edit, and shows the first map that came with it.
 */
void
way_import_run (WayWindow *window,
                GFile     *source)
{
  WayImport *self;

  if (!way_window_finish_typing (window))
    return;
  self = g_new0 (WayImport, 1);
  self->source = g_object_ref (source);
  self->window = g_object_ref (window);
  way_saver_save_async (way_window_get_saver (window), saved_cb, self);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (WayWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL && way_window_get_workspace (window) != NULL)
    way_import_run (window, file);
  else if (error != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    way_toast_alert (GTK_WIDGET (window), _("Nothing Was Imported"), error->message);
}

/**
 * way_import_ask:
 * @window: a window with a workspace
 *
 * Asks for a file and imports it.
 */
void
way_import_ask (WayWindow *window)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  static const char *const endings[] = { "json", "csv", "mmd", "mermaid", "dot", "gv" };
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GFile) folder = NULL;

  gtk_file_filter_set_name (filter, _("Waymark JSON, and pathways as CSV, Mermaid or Graphviz"));
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
  g_list_store_append (filters, filter);
  folder = g_file_get_parent (way_workspace_get_file (way_window_get_workspace (window)));
  gtk_file_dialog_set_title (dialog, _("Import into This Workspace"));
  if (folder != NULL && g_file_query_exists (folder, NULL))
    gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_set_accept_label (dialog, _("_Import"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (window), NULL, chosen_cb, g_object_ref (window));
}
