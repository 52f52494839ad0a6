/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things were goes with the file, and with nothing else: not with undo, not as a change, not as a record. */
#include "store-fixture.h"

#include <sqlite3.h>

#define PLACES "places 1\nstep s lane 2 30 40\n"

static void
keep (WayWorkspace *workspace,
      const char   *map,
      const char   *places)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (way_workspace_keep_places (workspace, map, places, &error));
  g_assert_no_error (error);
}

static void
assert_places (WayWorkspace *workspace,
               const char   *map,
               const char   *expected)
{
  g_autofree char *places = way_records_dup_places (WAY_RECORDS (workspace), map);

  g_assert_cmpstr (places, ==, expected);
}

static void
put_pathway (WayWorkspace *workspace,
             const char   *id)
{
  WayRecord *map = way_record_new (WAY_KIND_MAP, id, NULL);

  way_record_set_text (map, WAY_MAP_KIND, "pathway");
  store_put (workspace, "Add map", map);
}

static void
count_cb (WayRecords *records,
          WayChanges *changes,
          guint      *count)
{
  *count += 1;
}

static void
close_workspace (WayWorkspace **workspace)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (way_workspace_close (*workspace, &error));
  g_assert_no_error (error);
  g_clear_object (workspace);
}

static void
test_reopened (StoreFixture  *self,
               gconstpointer  data)
{
  g_autoptr (WayWorkspace) workspace = way_workspace_create (self->file, NULL), copy = NULL;
  g_autoptr (GFile) target = g_file_new_build_filename (self->folder, "Copy.waymark", NULL);
  g_autoptr (GError) error = NULL;

  put_pathway (workspace, "m");
  put_pathway (workspace, "n");
  assert_places (workspace, "m", NULL);
  keep (workspace, "m", PLACES);
  assert_places (workspace, "m", PLACES);
  assert_places (workspace, "n", NULL);
  g_assert_false (way_workspace_get_published (workspace));
  g_assert_true (way_workspace_publish (workspace, NULL, NULL, &error));
  g_assert_no_error (error);
  /* What is there is not written again. */
  keep (workspace, "m", PLACES);
  keep (workspace, "n", NULL);
  g_assert_true (way_workspace_get_published (workspace));
  close_workspace (&workspace);

  workspace = way_workspace_open_published (self->file, &error);
  g_assert_no_error (error);
  assert_places (workspace, "m", PLACES);
  g_assert_true (way_workspace_save_copy (workspace, target, NULL, &error));
  g_assert_no_error (error);
  close_workspace (&workspace);
  copy = way_workspace_open (target, &error);
  g_assert_no_error (error);
  assert_places (copy, "m", PLACES);
  keep (copy, "m", NULL);
  assert_places (copy, "m", NULL);
  store_assert_whole (copy);
  close_workspace (&copy);
}

static void
test_undo (StoreFixture  *self,
           gconstpointer  data)
{
  g_autoptr (WayWorkspace) workspace = way_workspace_create (self->file, NULL);
  g_autofree char *before = NULL, *after = NULL;
  guint told = 0;

  put_pathway (workspace, "m");
  put_pathway (workspace, "n");
  g_assert_true (way_workspace_undo (workspace, NULL));
  before = store_dup_dump (workspace);
  g_signal_connect (workspace, "changed", G_CALLBACK (count_cb), &told);
  keep (workspace, "m", PLACES);
  g_assert_cmpuint (told, ==, 0);
  after = store_dup_dump (workspace);
  g_assert_cmpstr (after, ==, before);
  /* What was undone can still be done again, and what there is to undo is what there was. */
  g_assert_cmpstr (way_workspace_get_redo_label (workspace), ==, "Add map");
  g_assert_true (way_workspace_redo (workspace, NULL));
  g_assert_true (way_workspace_undo (workspace, NULL));
  assert_places (workspace, "m", PLACES);
  g_assert_cmpuint (told, ==, 2);
  g_assert_true (way_workspace_undo (workspace, NULL));
  g_assert_null (way_workspace_get_undo_label (workspace));
  close_workspace (&workspace);
}

static void
test_gone (StoreFixture  *self,
           gconstpointer  data)
{
  g_autoptr (WayWorkspace) workspace = way_workspace_create (self->file, NULL);

  put_pathway (workspace, "m");
  put_pathway (workspace, "n");
  keep (workspace, "m", PLACES);
  keep (workspace, "nowhere", PLACES);
  assert_places (workspace, "nowhere", NULL);
  store_drop (workspace, WAY_KIND_MAP, "m");
  keep (workspace, "n", PLACES);
  assert_places (workspace, "m", NULL);
  assert_places (workspace, "n", PLACES);
  store_assert_whole (workspace);
  close_workspace (&workspace);
}

static void
test_refused (StoreFixture  *self,
              gconstpointer  data)
{
  g_autoptr (WayWorkspace) workspace = way_workspace_create (self->file, NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  put_pathway (workspace, "m");
  keep (workspace, "m", PLACES);
  g_assert_true (way_workspace_publish (workspace, NULL, NULL, NULL));
  g_assert_true (way_workspace_close (workspace, NULL));
  g_assert_false (way_workspace_keep_places (workspace, "m", "places 1\n", &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_FAILED);
  g_clear_error (&error);
  g_clear_object (&workspace);

  /* Others may have put anything there. */
  g_assert_cmpint (sqlite3_open (g_file_peek_path (self->file), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE state SET value = x'ff00ff' WHERE name = 'places m'", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (db), ==, 1);
  sqlite3_close (db);
  workspace = way_workspace_open (self->file, &error);
  g_assert_no_error (error);
  assert_places (workspace, "m", NULL);
  keep (workspace, "m", PLACES);
  assert_places (workspace, "m", PLACES);
  close_workspace (&workspace);
}

/* Who may only read the file learns where things were, and writes nothing. */
static void
test_only_read (StoreFixture  *self,
                gconstpointer  data)
{
  g_autoptr (WayWorkspace) workspace = way_workspace_create (self->file, NULL), reader = NULL;
  g_autoptr (GError) error = NULL;

  put_pathway (workspace, "m");
  keep (workspace, "m", PLACES);
  g_assert_true (way_workspace_publish (workspace, NULL, NULL, NULL));
  reader = way_workspace_open_published (self->file, &error);
  g_assert_no_error (error);
  assert_places (reader, "m", PLACES);
  g_assert_false (way_workspace_keep_places (reader, "m", "places 1\n", &error));
  g_assert_nonnull (error);
  assert_places (reader, "m", PLACES);
  close_workspace (&reader);
  close_workspace (&workspace);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_fixture_add ("/store/places/reopened", test_reopened);
  store_fixture_add ("/store/places/undo", test_undo);
  store_fixture_add ("/store/places/gone", test_gone);
  store_fixture_add ("/store/places/refused", test_refused);
  store_fixture_add ("/store/places/only-read", test_only_read);

  return g_test_run ();
}
