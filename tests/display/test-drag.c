/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are dropped on a window, and maps that are dropped elsewhere as files: from where GTK hands them over, as no other program is here. */
#include "windows.h"

#include "app/way-map-drag.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#define PATIENCE (60 * G_USEC_PER_SEC)

static AdwApplication *application;
static char *folder, *file;

static void
iterate_until (gboolean (*done) (gpointer data),
               gpointer   data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* What is written to somebody who takes the map as a list of files. */
static char *
dup_dropped (GdkContentProvider *provider)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) uris = NULL;
  g_autofree char *text = NULL;

  gdk_content_provider_write_mime_type_async (provider, "text/uri-list", stream, G_PRIORITY_DEFAULT, NULL, written_cb, &result);
  iterate_until (is_set, &result);
  g_assert_true (gdk_content_provider_write_mime_type_finish (provider, result, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  uris = g_uri_list_extract_uris (text);
  g_assert_cmpuint (g_strv_length (uris), ==, 1);
  return g_filename_from_uri (uris[0], NULL, NULL);
}

static char *
dup_words (const char *path)
{
  const char *const command[] = { "pdftotext", "-q", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *words = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &words, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return words;
}

static void
close_window (WayWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  way_windows_settle ();
}

/* Nobody has chosen for whom: it is made for anybody, where nobody else can look, and goes with the window. */
static void
test_out (void)
{
  WayWindow *window = way_windows_open (application, &(WaySize) { 900, 600 }, file);
  g_autoptr (WayMapList) maps = way_map_list_new (way_window_get_workspace (window));
  g_autoptr (WayMapItem) item = g_list_model_get_item (G_LIST_MODEL (maps), 0);
  g_autoptr (GdkContentProvider) provider = way_map_drag_new (window, item);
  g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (provider);
  g_autofree char *path = NULL, *words = NULL, *place = NULL;
  GStatBuf about;

  g_assert_true (gdk_content_formats_contain_gtype (formats, WAY_TYPE_MAP_ITEM));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/uri-list"));
  path = dup_dropped (provider);
  place = g_path_get_dirname (path);
  g_assert_cmpint (g_stat (place, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0700);
  words = dup_words (path);
  g_assert_nonnull (strstr (words, "OPEN-public"));
  g_assert_null (strstr (words, "SECRET-none"));
  g_assert_null (strstr (words, "SECRET-team"));
  g_assert_null (strstr (words, "SECRET-workshop"));
  g_clear_object (&provider);
  close_window (window);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (place, G_FILE_TEST_EXISTS));
}

static GtkDropTarget *
find_target (WayWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  g_assert_not_reached ();
}

static void
drop (WayWindow  *window,
      const char *first,
      const char *second)
{
  g_autoptr (GFile) one = g_file_new_for_path (first), other = second != NULL ? g_file_new_for_path (second) : NULL;
  GFile *files[] = { one, other };
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, second != NULL ? 2 : 1));
  g_signal_emit_by_name (find_target (window), "drop", &value, 10.0, 10.0, &taken);
  g_assert_true (taken);
}

static guint
count_maps (WayWindow *window)
{
  g_autoptr (GPtrArray) maps = way_records_list (WAY_RECORDS (way_window_get_workspace (window)), WAY_KIND_MAP, NULL, NULL);

  return maps->len;
}

typedef struct
{
  WayWindow *window;
  guint maps;
} Expected;

static gboolean
has_more_maps (gpointer data)
{
  Expected *self = data;

  return count_maps (self->window) > self->maps;
}

static gboolean
has_two_windows (gpointer data)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))) == 2;
}

/* Of what was exported the first is imported, as one edit; a workspace opens beside. */
static void
test_in (void)
{
  g_autofree char *map = g_build_filename (folder, "map.json", NULL), *other = g_build_filename (folder, "other.waymark", NULL);
  const char *const makes[] = { g_getenv ("WAY_CLI"), "new", other, NULL };
  WayWindow *window = way_windows_open (application, &(WaySize) { 900, 600 }, file);
  Expected expected = { window, count_maps (window) };
  g_autoptr (GError) error = NULL;

  g_file_set_contents (map, "{\"waymark\": 1, \"workspace\": {\"title\": \"Other\"}, \"maps\": [{\"id\": \"brought\", \"kind\": \"journey\", "
                       "\"title\": \"Brought\"}]}", -1, &error);
  g_assert_no_error (error);
  drop (window, map, map);
  iterate_until (has_more_maps, &expected);
  way_windows_settle ();
  g_assert_cmpuint (count_maps (window), ==, expected.maps + 1);
  g_assert_true (way_workspace_undo (way_window_get_workspace (window), &error));
  g_assert_cmpuint (count_maps (window), ==, expected.maps);

  way_windows_run (makes);
  drop (window, other, NULL);
  iterate_until (has_two_windows, NULL);
  g_assert_cmpuint (count_maps (window), ==, expected.maps);
  way_windows_settle ();
  while (gtk_application_get_windows (GTK_APPLICATION (application)) != NULL)
    close_window (gtk_application_get_windows (GTK_APPLICATION (application))->data);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *source = NULL;
  int status;

  application = way_windows_begin (&argc, &argv, "drag", &folder);
  file = g_build_filename (folder, "secrets.waymark", NULL);
  source = g_build_filename (g_getenv ("WAY_TEST_DATA"), "secrets.json", NULL);
  way_windows_run ((const char *const[]) { g_getenv ("WAY_CLI"), "new", file, NULL });
  way_windows_run ((const char *const[]) { g_getenv ("WAY_CLI"), "import", file, source, NULL });
  g_test_add_func ("/drag/out", test_out);
  g_test_add_func ("/drag/in", test_in);
  status = g_test_run ();
  g_clear_object (&application);
  g_free (file);
  g_free (folder);
  return status;
}
