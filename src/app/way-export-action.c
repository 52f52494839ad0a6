/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the map that is shown to a PDF or SVG file. What it holds is what anybody may see. */
#include "app/way-export-action.h"

#include "app/way-toast.h"
#include "base/way-date.h"
#include "base/way-i18n.h"
#include "exchange/way-export.h"

typedef struct
{
  WayWindow *window;
  WayFormat format;
  char *map_id;
} WayExportAction;

static void
way_export_action_free (WayExportAction *self)
{
  g_object_unref (self->window);
  g_free (self->map_id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayExportAction, way_export_action_free)

/* Writes beside the file first, so that a failure leaves what was there. */
static gboolean
export_to (WayExportAction  *self,
           GFile            *file,
           GError          **error)
{
  g_autofree char *today = way_date_dup_today ();
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (way_window_get_workspace (self->window)), WAY_AUDIENCE_PUBLIC, today);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;

  if (!way_export_maps (lens, (const char *const[]) { self->map_id, NULL }, self->format, &(WayExportOptions) { 0 }, memory, NULL, NULL,
                        NULL, error) ||
      !g_output_stream_close (memory, NULL, error))
    return FALSE;
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  NULL, error);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (WayExportAction) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *name = NULL, *message = NULL;

  if (file == NULL && g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  if (file == NULL || !export_to (self, file, &error))
    {
      way_toast_alert (GTK_WIDGET (self->window), _("The Map Was Not Exported"), error->message);
      return;
    }
  name = g_file_get_basename (file);
  /* Translators: the name of a file. */
  message = g_strdup_printf (_("Exported to “%s”, with only what the public may see"), name);
  way_toast_say (GTK_WIDGET (way_window_get_view (self->window)), message);
}

/**
 * way_export_action_ask:
 * @window: a window that shows a map
 * @extension: "pdf" or "svg"
 *
 * Asks where to write the map, and writes it.
 */
void
way_export_action_ask (WayWindow  *window,
                       const char *extension)
{
  WayMapView *view = way_window_get_view (window);
  WayScene *scene = way_canvas_get_scene (way_map_view_get_canvas (view));
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = NULL;
  WayExportAction *self;

  if (scene == NULL || !way_map_view_finish_typing (view))
    return;
  name = g_strdup_printf ("%s.%s", way_scene_get_title (scene), extension);
  g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
  self = g_new0 (WayExportAction, 1);
  self->window = g_object_ref (window);
  self->format = g_str_equal (extension, "svg") ? WAY_FORMAT_SVG : WAY_FORMAT_PDF;
  self->map_id = g_strdup (way_map_view_get_map (view));
  gtk_file_dialog_set_title (dialog, _("Export What the Public May See"));
  gtk_file_dialog_set_accept_label (dialog, _("_Export"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), NULL, chosen_cb, self);
}
