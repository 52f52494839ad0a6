/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the map that is shown to a PDF or SVG file. What it holds is what anybody may see. */
#include "app/way-export-action.h"

#include "app/way-export-run.h"
#include "app/way-export-toast.h"
#include "app/way-toast.h"
#include "base/way-i18n.h"

typedef struct
{
  WayWindow *window;
  WayExportChoices choices;
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

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (WayExportAction) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    way_export_run (self->window, self->map_id, &self->choices, file, way_export_toast_show);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    way_toast_alert (GTK_WIDGET (self->window), _("Nothing Was Exported"), error->message);
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
  self->choices = (WayExportChoices) { .audience = WAY_AUDIENCE_PUBLIC, .kind = g_str_equal (extension, "svg") ? WAY_EXPORT_SVG
                                                                                                                 : WAY_EXPORT_PDF };
  self->map_id = g_strdup (way_map_view_get_map (view));
  gtk_file_dialog_set_title (dialog, _("Export What the Public May See"));
  gtk_file_dialog_set_accept_label (dialog, _("_Export"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), NULL, chosen_cb, self);
}
