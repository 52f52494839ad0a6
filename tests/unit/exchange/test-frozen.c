/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that an older Waymark wrote is brought forward: it holds what it held, and its history goes both ways. */
#include "base/way-error.h"
#include "exchange/way-json-write.h"
#include "model/way-schema.h"
#include "store/way-workspace.h"

#include <glib/gstdio.h>
#include <string.h>

/* A copy of a frozen file, which tests may not write to. */
static GFile *
copy_frozen (const char *name)
{
  g_autofree char *from = g_build_filename (g_getenv ("WAY_TEST_FILES"), name, NULL);
  g_autofree char *folder = g_dir_make_tmp ("waymark-test-XXXXXX", NULL), *to = g_build_filename (folder, name, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &content, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, content, length, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (to);
}

static void
remove_copy (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  g_file_delete (file, NULL, NULL);
  g_assert_cmpint (g_rmdir (g_file_peek_path (folder)), ==, 0);
}

static char *
dup_json (WayWorkspace *workspace)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (workspace), WAY_AUDIENCE_DESK, "2026-11-22");
  g_autoptr (GError) error = NULL;

  way_json_write (lens, NULL, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
assert_title (WayWorkspace *workspace,
              const char   *map,
              const char   *title)
{
  g_autoptr (WayRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  way_records_read (WAY_RECORDS (workspace), WAY_KIND_MAP, map, &record, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (record != NULL ? way_record_get_text (record, WAY_MAP_TITLE) : NULL, ==, title);
}

static WayWorkspace *
open_file (GFile *file)
{
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = way_workspace_open (file, &error);

  g_assert_no_error (error);
  return workspace;
}

static void
close_file (WayWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sentences = way_workspace_check (workspace, &error);

  g_assert_no_error (error);
  /* The story that it tells of was withdrawn in the data from the beginning. */
  for (guint i = 0; i < sentences->len; i++)
    g_assert_nonnull (strstr (sentences->pdata[i], "withdrawn"));
  way_workspace_close (workspace, &error);
  g_assert_no_error (error);
  g_object_unref (workspace);
}

static void
step (WayWorkspace *workspace,
      gboolean      undo)
{
  g_autoptr (GError) error = NULL;

  if (undo)
    way_workspace_undo (workspace, &error);
  else
    way_workspace_redo (workspace, &error);
  g_assert_no_error (error);
}

/* Imported, renamed, and a deletion that was taken back: the history of tests/files/schema-1.waymark. */
static void
test_first (void)
{
  g_autoptr (GFile) file = copy_frozen ("schema-1.waymark");
  g_autofree char *path = g_build_filename (g_getenv ("WAY_TEST_FILES"), "schema-1.json", NULL), *expected = NULL, *now = NULL;
  g_autofree char *again = NULL;
  WayWorkspace *workspace = open_file (file);
  guint count;

  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  assert_title (workspace, "w", "Renamed in version 1");
  step (workspace, TRUE);
  now = dup_json (workspace);
  g_assert_cmpstr (now, ==, expected);
  step (workspace, TRUE);
  way_records_count (WAY_RECORDS (workspace), WAY_KIND_MAP, &count, NULL);
  g_assert_cmpuint (count, ==, 0);
  step (workspace, FALSE);
  again = dup_json (workspace);
  g_assert_cmpstr (again, ==, expected);
  step (workspace, FALSE);
  assert_title (workspace, "w", "Renamed in version 1");
  step (workspace, FALSE);
  assert_title (workspace, "j2", NULL);
  close_file (workspace);

  workspace = open_file (file);
  assert_title (workspace, "j2", NULL);
  step (workspace, TRUE);
  assert_title (workspace, "j2", "Journey as it could be");
  close_file (workspace);
  remove_copy (file);
}

/* What the new version can hold goes into such a file too, and comes out again. */
static void
test_new_field (void)
{
  g_autoptr (GFile) file = copy_frozen ("schema-1.waymark");
  WayWorkspace *workspace = open_file (file);
  g_autoptr (WayRecord) map = NULL, changed = NULL, found = NULL;
  g_autoptr (WayEdit) edit = way_edit_new ("Tie"), drop = way_edit_new ("Delete map");
  g_autoptr (GError) error = NULL;

  way_records_read (WAY_RECORDS (workspace), WAY_KIND_MAP, "j2", &map, NULL);
  changed = way_record_copy (map);
  way_record_set_text (changed, WAY_MAP_BASED_ON, "j");
  way_edit_put (edit, changed);
  way_workspace_apply (workspace, edit, &error);
  g_assert_no_error (error);
  close_file (workspace);

  workspace = open_file (file);
  way_records_read (WAY_RECORDS (workspace), WAY_KIND_MAP, "j2", &found, NULL);
  g_assert_cmpstr (way_record_get_text (found, WAY_MAP_BASED_ON), ==, "j");
  way_edit_drop (drop, WAY_KIND_MAP, "j");
  way_workspace_apply (workspace, drop, &error);
  g_assert_no_error (error);
  g_clear_object (&found);
  way_records_read (WAY_RECORDS (workspace), WAY_KIND_MAP, "j2", &found, NULL);
  g_assert_nonnull (found);
  g_assert_false (way_record_has (found, WAY_MAP_BASED_ON));
  step (workspace, TRUE);
  g_clear_object (&found);
  way_records_read (WAY_RECORDS (workspace), WAY_KIND_MAP, "j2", &found, NULL);
  g_assert_cmpstr (way_record_get_text (found, WAY_MAP_BASED_ON), ==, "j");
  close_file (workspace);
  remove_copy (file);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/frozen/first", test_first);
  g_test_add_func ("/exchange/frozen/new-field", test_new_field);

  return g_test_run ();
}
