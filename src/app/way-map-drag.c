/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map that is dragged out of a window as a file, which is made only when it is dropped somewhere. */
#include "app/way-map-drag.h"

#include "app/way-export-job.h"
#include "app/way-toast.h"
#include "base/way-i18n.h"
#include "exchange/way-output.h"

#include <glib/gstdio.h>

#define WAY_TYPE_MAP_DRAG (way_map_drag_get_type ())
G_DECLARE_FINAL_TYPE (WayMapDrag, way_map_drag, WAY, MAP_DRAG, GdkContentProvider)

struct _WayMapDrag
{
  GdkContentProvider parent_instance;

  WayWindow *window;          /* owned */
  char *map_id, *title;
};

/* What is asked for when it is dropped. */
typedef struct
{
  WayExportJob *job;          /* nullable until the file is saved */
  char *mime_type;
  GOutputStream *stream;
  int priority;
} Drop;

G_DEFINE_FINAL_TYPE (WayMapDrag, way_map_drag, GDK_TYPE_CONTENT_PROVIDER)

static void
drop_free (gpointer data)
{
  Drop *self = data;

  g_clear_pointer (&self->job, way_export_job_free);
  g_free (self->mime_type);
  g_object_unref (self->stream);
  g_free (self);
}

static GdkContentFormats *
way_map_drag_ref_formats (GdkContentProvider *provider)
{
  return gdk_content_formats_union_serialize_mime_types (gdk_content_formats_new_for_gtype (GDK_TYPE_FILE_LIST));
}

static void
remove_folder (gpointer data)
{
  g_autofree char *path = data;
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

/* A folder of the window's own, that nobody else may read and that goes with it. Flatpak shows others only what is in the cache. */
static const char *
find_folder (WayWindow *window)
{
  const char *place = g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? g_get_user_cache_dir () : g_get_user_runtime_dir ();
  char *path = g_object_get_data (G_OBJECT (window), "dragged-maps");

  if (path != NULL)
    return path;
  g_mkdir_with_parents (place, 0700);
  path = g_build_filename (place, "waymark-dragged-XXXXXX", NULL);
  if (g_mkdtemp (path) == NULL)
    {
      g_free (path);
      return NULL;
    }
  g_object_set_data_full (G_OBJECT (window), "dragged-maps", path, remove_folder);
  return path;
}

static void
serialized_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (gdk_content_serialize_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
fail (GTask  *task,
      GError *error)
{
  WayMapDrag *self = g_task_get_source_object (task);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    way_toast_alert (GTK_WIDGET (self->window), _("Nothing Was Exported"), error->message);
  g_task_return_error (task, error);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GTask) task = data;
  Drop *drop = g_task_get_task_data (task);
  g_auto (GValue) value = G_VALUE_INIT;
  GError *error = NULL;
  GSList files = { 0 };

  g_application_release (g_application_get_default ());
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      fail (task, error);
      return;
    }
  files.data = drop->job->result;
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (&files));
  gdk_content_serialize_async (drop->stream, drop->mime_type, &value, drop->priority, g_task_get_cancellable (task), serialized_cb,
                               g_object_ref (task));
}

static void
export_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Drop *drop = g_task_get_task_data (data);
  GError *error = NULL;

  if (way_export_job_run (drop->job, NULL, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* For whom the map was exported before, or else what anybody may see. */
static WayExportJob *
make_job (WayMapDrag *self,
          const char *folder)
{
  WayWorkspace *workspace = way_window_get_workspace (self->window);
  g_autofree char *name = NULL;
  g_autoptr (GFile) target = NULL;
  WayExportChoices choices;

  way_export_choices_recall (&choices, self->map_id);
  choices.all_maps = FALSE;
  if (choices.kind == WAY_EXPORT_JSON)
    choices.kind = WAY_EXPORT_PDF;
  name = way_output_dup_name (self->title, 0, way_export_choices_get_extension (&choices));
  target = g_file_new_build_filename (folder, name, NULL);
  return way_export_job_new (way_workspace_get_file (workspace), self->map_id, &choices, target);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GTask) task = data, work = NULL;
  WayMapDrag *self = g_task_get_source_object (task);
  Drop *drop = g_task_get_task_data (task);
  const char *folder;
  GError *error = NULL;

  if (!way_saver_save_finish (WAY_SAVER (source), result, &error))
    {
      fail (task, error);
      return;
    }
  folder = way_window_get_workspace (self->window) != NULL ? find_folder (self->window) : NULL;
  if (folder == NULL)
    {
      fail (task, g_error_new_literal (WAY_ERROR, WAY_ERROR_FAILED, _("There is no place on this machine for the file.")));
      return;
    }
  drop->job = make_job (self, folder);
  g_application_hold (g_application_get_default ());
  work = g_task_new (NULL, g_task_get_cancellable (task), exported_cb, g_object_ref (task));
  g_task_set_task_data (work, g_object_ref (task), g_object_unref);
  g_task_run_in_thread (work, export_in_thread);
}

static void
way_map_drag_write_async (GdkContentProvider  *provider,
                          const char          *mime_type,
                          GOutputStream       *stream,
                          int                  priority,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  WayMapDrag *self = WAY_MAP_DRAG (provider);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Drop *drop = g_new0 (Drop, 1);

  drop->mime_type = g_strdup (mime_type);
  drop->stream = g_object_ref (stream);
  drop->priority = priority;
  g_task_set_source_tag (task, way_map_drag_write_async);
  g_task_set_task_data (task, drop, drop_free);
  if (way_window_get_workspace (self->window) == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "the workspace is closed");
  else
    way_saver_save_async (way_window_get_saver (self->window), saved_cb, g_steal_pointer (&task));
}

static gboolean
way_map_drag_write_finish (GdkContentProvider  *provider,
                           GAsyncResult        *result,
                           GError             **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
way_map_drag_finalize (GObject *object)
{
  WayMapDrag *self = WAY_MAP_DRAG (object);

  g_object_unref (self->window);
  g_free (self->map_id);
  g_free (self->title);

  G_OBJECT_CLASS (way_map_drag_parent_class)->finalize (object);
}

static void
way_map_drag_class_init (WayMapDragClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_map_drag_finalize;
  provider_class->ref_formats = way_map_drag_ref_formats;
  provider_class->write_mime_type_async = way_map_drag_write_async;
  provider_class->write_mime_type_finish = way_map_drag_write_finish;
}

static void
way_map_drag_init (WayMapDrag *self)
{
}

/**
 * way_map_drag_new:
 * @window: a window with a workspace
 * @item: one of its maps
 *
 * Returns: (transfer full): the map, to be put elsewhere in the window, and as a file elsewhere. The file is what the export dialog made
 *   of the map the last time, for the audience that was chosen there; that is never the desk, and the public when none was.
 */
GdkContentProvider *
way_map_drag_new (WayWindow  *window,
                  WayMapItem *item)
{
  WayMapDrag *self = g_object_new (WAY_TYPE_MAP_DRAG, NULL);
  GdkContentProvider *both[] = { gdk_content_provider_new_typed (WAY_TYPE_MAP_ITEM, item), GDK_CONTENT_PROVIDER (self) };

  self->window = g_object_ref (window);
  self->map_id = g_strdup (way_map_item_get_id (item));
  self->title = g_strdup (way_map_item_get_title (item));
  return gdk_content_provider_new_union (both, G_N_ELEMENTS (both));
}
