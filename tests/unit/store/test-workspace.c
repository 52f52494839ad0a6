/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making, opening, changing, publishing and closing a file. */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <utime.h>

static WayWorkspace *
create (GFile *file)
{
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = way_workspace_create (file, &error);

  g_assert_no_error (error);
  return workspace;
}

static WayWorkspace *
reopen (GFile *file)
{
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = way_workspace_open (file, &error);

  g_assert_no_error (error);
  return workspace;
}

static void
close_whole (WayWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  way_workspace_close (workspace, &error);
  g_assert_no_error (error);
  g_object_unref (workspace);
}

static void
assert_no_working_copy (void)
{
  g_autofree char *folder = store_dup_working_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_assert_nonnull (dir);
  g_assert_null (g_dir_read_name (dir));
}

static void
test_create (StoreFixture  *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = create (self->file);
  g_autofree char *title = way_workspace_dup_title (workspace);

  g_assert_cmpstr (title, ==, "Living well");
  g_assert_true (g_file_query_exists (self->file, NULL));
  g_assert_true (way_workspace_get_published (workspace));
  g_assert_null (way_workspace_get_undo_label (workspace));
  close_whole (workspace);
  assert_no_working_copy ();

  g_assert_null (way_workspace_create (self->file, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_EXISTS);
  close_whole (reopen (self->file));
}

static void
test_edit (StoreFixture  *self,
           gconstpointer  data)
{
  WayWorkspace *workspace = create (self->file);
  g_autoptr (GPtrArray) cards = NULL;

  store_make_map (workspace);
  store_put (workspace, "Add card", store_new_card ("b", "Second"));
  store_put (workspace, "Add card", store_new_card ("a", "Third"));
  g_assert_cmpstr (way_workspace_get_undo_label (workspace), ==, "Add card");
  g_assert_false (way_workspace_get_published (workspace));
  close_whole (workspace);

  workspace = reopen (self->file);
  g_assert_true (way_workspace_get_published (workspace));
  g_assert_false (way_workspace_get_recovered (workspace));
  cards = way_records_list (WAY_RECORDS (workspace), WAY_KIND_CARD, "map", NULL);
  g_assert_cmpuint (cards->len, ==, 2);
  g_assert_cmpstr (way_record_get_id (cards->pdata[0]), ==, "b");
  g_assert_cmpstr (way_record_get_id (cards->pdata[1]), ==, "a");
  store_assert_text (workspace, WAY_KIND_CARD, "b", WAY_CARD_TEXT, "Second");
  store_assert_whole (workspace);
  close_whole (workspace);
}

static void
changed_cb (WayRecords *records,
            WayChanges *changes,
            GString    *told)
{
  static const char *const words[] = { "added", "changed", "removed" };

  g_string_append_c (told, '(');
  for (guint i = 0; i < way_changes_get_length (changes); i++)
    {
      const WayChange *change = way_changes_get (changes, i);

      g_string_append_printf (told, "%s %s %s in %s;", words[change->type], way_kind_get_info (change->kind)->name, change->id,
                              change->within);
    }
  g_string_append_c (told, ')');
}

static void
test_changed (StoreFixture  *self,
              gconstpointer  data)
{
  WayWorkspace *workspace = create (self->file);
  g_autoptr (GString) told = g_string_new (NULL);

  store_make_map (workspace);
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), told);
  store_put (workspace, "Add card", store_new_card ("card", "One"));
  g_assert_cmpstr (told->str, ==, "(added card card in map;)");
  g_string_truncate (told, 0);
  store_put (workspace, "Change card", store_new_card ("card", "Two"));
  g_assert_cmpstr (told->str, ==, "(changed card card in map;)");
  g_string_truncate (told, 0);
  /* Says nothing new: it is no edit. */
  store_put (workspace, "Nothing", store_new_card ("card", "Two"));
  g_assert_cmpstr (told->str, ==, "");
  g_assert_cmpstr (way_workspace_get_undo_label (workspace), ==, "Change card");
  store_drop (workspace, WAY_KIND_LANE, "lane");
  g_assert_nonnull (strstr (told->str, "removed lane lane in map;"));
  g_assert_nonnull (strstr (told->str, "removed card card in map;"));
  g_string_truncate (told, 0);
  way_workspace_undo (workspace, NULL);
  g_assert_nonnull (strstr (told->str, "added lane lane in map;"));
  g_assert_nonnull (strstr (told->str, "added card card in map;"));
  close_whole (workspace);
}

static void
assert_refused (WayWorkspace *workspace,
                WayRecord    *record,
                const char   *sentence)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Add");
  g_autoptr (WayRecord) good = store_new_card ("good", "Good");
  g_autofree char *before = store_dup_dump (workspace), *after = NULL;
  g_autoptr (GError) error = NULL;

  way_edit_put (edit, good);
  way_edit_put (edit, record);
  g_assert_false (way_workspace_apply (workspace, edit, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, sentence);
  after = store_dup_dump (workspace);
  g_assert_cmpstr (after, ==, before);
  g_object_unref (record);
}

static void
test_refused (StoreFixture  *self,
              gconstpointer  data)
{
  WayWorkspace *workspace = create (self->file);
  WayRecord *record;

  store_make_map (workspace);
  record = way_record_new (WAY_KIND_MAP, "other", NULL);
  way_record_set_text (record, WAY_MAP_KIND, "journey");
  store_put (workspace, "Add map", record);
  store_put (workspace, "Add lane", way_record_new (WAY_KIND_LANE, "elsewhere", "other"));

  record = store_new_card ("card", NULL);
  way_record_set_text (record, WAY_CARD_LANE, "nowhere");
  assert_refused (workspace, record, "card “card”, lane: there is nothing with the id “nowhere”.");
  record = store_new_card ("card", NULL);
  way_record_set_text (record, WAY_CARD_LANE, "stage");
  assert_refused (workspace, record, "card “card”, lane: “stage” is a stage, which does not fit here.");
  record = store_new_card ("card", NULL);
  way_record_set_text (record, WAY_CARD_LANE, "elsewhere");
  assert_refused (workspace, record, "card “card”, lane: leads to another place than its own.");
  assert_refused (workspace, store_new_card ("lane", NULL), "card “lane”, id: is taken by something else.");
  assert_refused (workspace, way_record_new (WAY_KIND_STAGE, "s", "gone"), "stage “s”, id: there is no map “gone” that would hold it.");
  record = way_record_new (WAY_KIND_FLAG, "flag", "map");
  way_record_set_text (record, WAY_FLAG_ON, "flag");
  assert_refused (workspace, record, "flag “flag”, on: “flag” is a flag, which does not fit here.");
  /* A lane that is moved to another map would leave its cards behind. */
  assert_refused (workspace, way_record_new (WAY_KIND_LANE, "lane", "other"), "card “good”, lane: leads to another place than its own.");
  close_whole (workspace);
}

static void
test_busy (StoreFixture  *self,
           gconstpointer  data)
{
  WayWorkspace *workspace = create (self->file);
  g_autoptr (GError) error = NULL;

  g_assert_null (way_workspace_open (self->file, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_BUSY);
  close_whole (workspace);
  close_whole (reopen (self->file));
}

/* What was published can be read while somebody works on the file, and only read. */
static void
test_read_while_busy (StoreFixture  *self,
                      gconstpointer  data)
{
  WayWorkspace *workspace = create (self->file), *reader, *other;
  g_autoptr (WayEdit) edit = way_edit_new ("Import");
  g_autoptr (WayRecord) persona = way_record_new (WAY_KIND_PERSONA, "ray", NULL);
  g_autoptr (GError) error = NULL;
  guint count;

  reader = way_workspace_open_to_read (self->file, &error);
  g_assert_no_error (error);
  other = way_workspace_open_to_read (self->file, &error);
  g_assert_no_error (error);
  way_edit_put (edit, persona);
  g_assert_false (way_workspace_apply (reader, edit, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_true (way_workspace_apply (workspace, edit, &error));
  g_assert_true (way_records_count (WAY_RECORDS (reader), WAY_KIND_PERSONA, &count, &error));
  g_assert_cmpuint (count, ==, 0);
  g_object_unref (other);
  close_whole (reader);
  close_whole (workspace);
}

/* Looking at a file keeps nobody from it, and what a reader left that was killed is gone once somebody else has read. */
static void
test_read_published (StoreFixture  *self,
                     gconstpointer  data)
{
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "waymark", "open", NULL);
  g_autofree char *left = g_build_filename (state, "reader-left", NULL), *copy = g_build_filename (left, "work.db", NULL);
  g_autofree char *fresh = g_build_filename (state, "reader-fresh", NULL);
  struct utimbuf long_ago = { 1, 1 };
  WayWorkspace *reader;
  g_autoptr (GError) error = NULL;

  close_whole (create (self->file));
  g_assert_cmpint (g_mkdir_with_parents (left, 0700) | g_mkdir_with_parents (fresh, 0700), ==, 0);
  g_assert_true (g_file_set_contents (copy, "words", -1, NULL));
  g_assert_cmpint (g_utime (left, &long_ago), ==, 0);
  reader = way_workspace_open_published (self->file, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (fresh, G_FILE_TEST_EXISTS));
  close_whole (reopen (self->file));
  close_whole (reader);
  g_rmdir (fresh);
}

static void
test_forget_history (StoreFixture  *self,
                     gconstpointer  data)
{
  WayWorkspace *workspace = create (self->file);
  g_autoptr (WayEdit) edit = way_edit_new ("Import");
  g_autoptr (WayRecord) persona = way_record_new (WAY_KIND_PERSONA, "ray", NULL);
  g_autoptr (GError) error = NULL;

  way_edit_put (edit, persona);
  g_assert_true (way_workspace_apply (workspace, edit, &error));
  g_assert_cmpstr (way_workspace_get_undo_label (workspace), ==, "Import");
  g_assert_true (way_workspace_forget_history (workspace, &error));
  g_assert_null (way_workspace_get_undo_label (workspace));
  close_whole (workspace);
  workspace = reopen (self->file);
  g_assert_null (way_workspace_get_undo_label (workspace));
  g_assert_false (way_workspace_undo (workspace, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  close_whole (workspace);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_fixture_add ("/store/workspace/create", test_create);
  store_fixture_add ("/store/workspace/edit", test_edit);
  store_fixture_add ("/store/workspace/changed", test_changed);
  store_fixture_add ("/store/workspace/refused", test_refused);
  store_fixture_add ("/store/workspace/busy", test_busy);
  store_fixture_add ("/store/workspace/read-while-busy", test_read_while_busy);
  store_fixture_add ("/store/workspace/read-published", test_read_published);
  store_fixture_add ("/store/workspace/forget-history", test_forget_history);

  return g_test_run ();
}
