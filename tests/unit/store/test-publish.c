/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The user's file is whole whatever happens: folders that go, disks that are full, and others who write to it too. */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <linux/capability.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* A file with a map, open, with one card that is not published. */
static WayWorkspace *
make_unpublished (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = way_workspace_create (self->file, &error);

  g_assert_no_error (error);
  store_make_map (workspace);
  way_workspace_publish (workspace, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (way_workspace_get_published (workspace));
  store_put (workspace, "Add card", store_new_card ("card", "Said"));
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

static guint
count_cards (GFile *file)
{
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = way_workspace_open (file, &error);
  guint count;

  g_assert_no_error (error);
  g_assert_false (way_workspace_get_recovered (workspace));
  way_records_count (WAY_RECORDS (workspace), WAY_KIND_CARD, &count, &error);
  g_assert_no_error (error);
  store_assert_whole (workspace);
  close_whole (workspace);
  return count;
}

static void
assert_not_saved (WayWorkspace *workspace,
                  int           code,
                  const char   *sentence)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (way_workspace_publish (workspace, NULL, NULL, &error));
  g_assert_error (error, WAY_ERROR, code);
  g_assert_cmpstr (error->message, ==, sentence);
  g_assert_false (way_workspace_get_published (workspace));
  g_assert_false (way_workspace_close (workspace, NULL));
  store_assert_text (workspace, WAY_KIND_CARD, "card", WAY_CARD_TEXT, "Said");
}

/* Reopens a file whose workspace was let go without having been saved, and finds what was not. */
static void
assert_recovered (GFile *file)
{
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = way_workspace_open (file, &error);

  g_assert_no_error (error);
  g_assert_true (way_workspace_get_recovered (workspace));
  g_assert_null (way_workspace_get_recovered_beside (workspace));
  g_assert_false (way_workspace_get_published (workspace));
  g_assert_cmpstr (way_workspace_get_undo_label (workspace), ==, "Add card");
  store_assert_text (workspace, WAY_KIND_CARD, "card", WAY_CARD_TEXT, "Said");
  close_whole (workspace);
  g_assert_cmpuint (count_cards (file), ==, 1);
}

static void
test_nothing_new (StoreFixture  *self,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace;
  struct stat before, after;

  close_whole (make_unpublished (self));
  g_assert_cmpint (g_stat (g_file_peek_path (self->file), &before), ==, 0);
  workspace = way_workspace_open (self->file, &error);
  g_assert_no_error (error);
  way_workspace_publish (workspace, NULL, NULL, &error);
  g_assert_no_error (error);
  close_whole (workspace);
  g_assert_cmpint (g_stat (g_file_peek_path (self->file), &after), ==, 0);
  g_assert_cmpuint (after.st_ino, ==, before.st_ino);
}

static void
test_rights (StoreFixture  *self,
             gconstpointer  data)
{
  WayWorkspace *workspace = make_unpublished (self);
  struct stat after;

  g_assert_cmpint (g_chmod (g_file_peek_path (self->file), 0640), ==, 0);
  close_whole (workspace);
  g_assert_cmpint (g_stat (g_file_peek_path (self->file), &after), ==, 0);
  g_assert_cmpuint (after.st_mode & 0777, ==, 0640);
}

static void
test_link (StoreFixture  *self,
           gconstpointer  data)
{
  g_autoptr (GFile) link = g_file_new_build_filename (self->folder, "link.waymark", NULL);
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = make_unpublished (self);

  close_whole (workspace);
  g_assert_true (g_file_make_symbolic_link (link, "Living well.waymark", NULL, &error));
  workspace = way_workspace_open (link, &error);
  g_assert_no_error (error);
  store_put (workspace, "Add card", store_new_card ("two", "Two"));
  close_whole (workspace);
  g_assert_cmpint (g_file_query_file_type (link, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL), ==, G_FILE_TYPE_SYMBOLIC_LINK);
  g_assert_cmpuint (count_cards (self->file), ==, 2);
}

static void
test_folder_gone (StoreFixture  *self,
                  gconstpointer  data)
{
  WayWorkspace *workspace = make_unpublished (self);

  store_remove_tree (self->folder);
  assert_not_saved (workspace, WAY_ERROR_NOT_FOUND, "“Living well.waymark” could not be saved, because its folder is gone.");
  g_object_unref (workspace);
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
  assert_recovered (self->file);
}

/* The same when something else stands where the folder was. */
static void
test_folder_replaced (StoreFixture  *self,
                      gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (self->folder, "sub", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "Living well.waymark", NULL);
  g_autoptr (GError) error = NULL;
  StoreFixture below = { folder, file };
  WayWorkspace *workspace;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  workspace = make_unpublished (&below);
  store_remove_tree (folder);
  g_file_set_contents (folder, "not a folder", -1, &error);
  g_assert_no_error (error);
  assert_not_saved (workspace, WAY_ERROR_NOT_FOUND, "“Living well.waymark” could not be saved, because its folder is gone.");
  g_object_unref (workspace);
  g_unlink (folder);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  assert_recovered (file);
}

static void
run_in_child (StoreFixture *self,
              void        (*check) (StoreFixture *self))
{
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      check (self);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

/* Not even root writes into a folder that says no, without its capabilities. */
static void
give_up_rights (void)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct none[2] = { 0 };

  g_assert_cmpint (syscall (SYS_capset, &header, none), ==, 0);
}

static void
check_read_only (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayWorkspace) workspace = way_workspace_open (self->file, &error);

  give_up_rights ();
  g_assert_no_error (error);
  store_put (workspace, "Add card", store_new_card ("card", "Said"));
  assert_not_saved (workspace, WAY_ERROR_READ_ONLY, "“Living well.waymark” could not be saved, because you may not write there.");
}

static void
test_read_only (StoreFixture  *self,
                gconstpointer  data)
{
  g_autoptr (WayWorkspace) workspace = way_workspace_create (self->file, NULL);
  g_autofree char *before = NULL, *after = NULL;
  gsize length, new_length;

  store_make_map (workspace);
  way_workspace_close (workspace, NULL);
  g_assert_true (g_file_get_contents (g_file_peek_path (self->file), &before, &length, NULL));
  g_chmod (self->folder, 0555);
  run_in_child (self, check_read_only);
  g_chmod (self->folder, 0755);
  g_assert_true (g_file_get_contents (g_file_peek_path (self->file), &after, &new_length, NULL));
  g_assert_cmpmem (before, length, after, new_length);
  assert_recovered (self->file);
}

/* Runs with a limit on how long a file may get, which fails as a full disk does. */
static void
check_full (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayWorkspace) workspace = way_workspace_open (self->file, &error);
  g_autofree char *much = g_strnfill (8 << 20, 'x'), *before = NULL, *after = NULL;
  g_autoptr (WayEdit) edit = way_edit_new ("Add card");
  g_autoptr (WayRecord) card = store_new_card ("big", much);
  struct rlimit limit = { 3 << 20, 3 << 20 };

  g_assert_no_error (error);
  store_put (workspace, "Add card", store_new_card ("card", "Said"));
  store_put (workspace, "Add card", store_new_card ("other", "More"));
  before = store_dup_dump (workspace);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  way_edit_put (edit, card);
  g_assert_false (way_workspace_apply (workspace, edit, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_FULL);
  after = store_dup_dump (workspace);
  g_assert_cmpstr (after, ==, before);
  /* There is room again for little things. */
  store_put (workspace, "Add card", store_new_card ("card", "Said again"));
}

static void
check_full_outside (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayWorkspace) workspace = way_workspace_open (self->file, &error);
  g_autofree char *before = NULL, *after = NULL;
  struct rlimit limit = { 100 << 10, 100 << 10 };
  gsize length, new_length;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (g_file_peek_path (self->file), &before, &length, NULL));
  store_put (workspace, "Add card", store_new_card ("card", "Said"));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (way_workspace_publish (workspace, NULL, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_FULL);
  g_assert_true (g_file_get_contents (g_file_peek_path (self->file), &after, &new_length, NULL));
  g_assert_cmpmem (before, length, after, new_length);
  store_assert_text (workspace, WAY_KIND_CARD, "card", WAY_CARD_TEXT, "Said");
}

static void
test_full (StoreFixture  *self,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = way_workspace_create (self->file, NULL);
  guint count;

  store_make_map (workspace);
  close_whole (workspace);
  run_in_child (self, check_full);
  workspace = way_workspace_open (self->file, &error);
  g_assert_no_error (error);
  store_assert_text (workspace, WAY_KIND_CARD, "card", WAY_CARD_TEXT, "Said again");
  close_whole (workspace);
  run_in_child (self, check_full_outside);
  workspace = way_workspace_open (self->file, &error);
  g_assert_no_error (error);
  store_assert_text (workspace, WAY_KIND_CARD, "card", WAY_CARD_TEXT, "Said");
  way_records_count (WAY_RECORDS (workspace), WAY_KIND_CARD, &count, NULL);
  g_assert_cmpuint (count, ==, 2);
  close_whole (workspace);
}

/* Somebody else puts another workspace, with three cards, in the place of the file. */
static void
change_file (StoreFixture *self)
{
  g_autofree char *folder = g_dir_make_tmp ("way-other-XXXXXX", NULL);
  g_autoptr (GFile) other = g_file_new_build_filename (folder, "other.waymark", NULL);
  WayWorkspace *workspace = way_workspace_create (other, NULL);

  store_make_map (workspace);
  store_put (workspace, "Add card", store_new_card ("x", "X"));
  store_put (workspace, "Add card", store_new_card ("y", "Y"));
  store_put (workspace, "Add card", store_new_card ("z", "Z"));
  close_whole (workspace);
  g_assert_true (g_file_copy (other, self->file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  store_remove_tree (folder);
}

static void
test_changed_by_others (StoreFixture  *self,
                        gconstpointer  data)
{
  WayWorkspace *workspace = make_unpublished (self);
  g_autoptr (GFile) beside = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  change_file (self);
  way_workspace_publish (workspace, NULL, &beside, &error);
  g_assert_no_error (error);
  g_assert_nonnull (beside);
  name = g_file_get_basename (beside);
  g_assert_true (g_regex_match_simple ("^Living well \\(changed here 20\\d\\d-\\d\\d-\\d\\d\\)\\.waymark$", name, 0, 0));
  g_assert_true (g_file_equal (way_workspace_get_file (workspace), beside));
  /* From here on it is the workspace of the file beside, and the other is anybody's. */
  g_assert_cmpuint (count_cards (self->file), ==, 3);
  g_assert_null (way_workspace_open (beside, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_BUSY);
  store_put (workspace, "Add card", store_new_card ("more", "More"));
  way_workspace_undo (workspace, NULL);
  way_workspace_redo (workspace, NULL);
  close_whole (workspace);
  g_assert_cmpuint (count_cards (beside), ==, 2);
  g_assert_cmpuint (count_cards (self->file), ==, 3);
}

/* The same bytes at another time are no change. */
static void
test_touched (StoreFixture  *self,
              gconstpointer  data)
{
  WayWorkspace *workspace = make_unpublished (self);
  g_autoptr (GFile) beside = NULL;
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (g_file_peek_path (self->file), &content, &length, NULL));
  g_assert_true (g_file_set_contents (g_file_peek_path (self->file), content, length, NULL));
  g_assert_true (way_workspace_publish (workspace, NULL, &beside, NULL));
  g_assert_null (beside);
  close_whole (workspace);
  g_assert_cmpuint (count_cards (self->file), ==, 1);
}

static void
test_recovered_beside (StoreFixture  *self,
                       gconstpointer  data)
{
  WayWorkspace *workspace = make_unpublished (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) beside = NULL;
  g_autofree char *name = NULL;
  guint count;

  g_object_unref (workspace);
  change_file (self);
  workspace = way_workspace_open (self->file, &error);
  g_assert_no_error (error);
  g_assert_true (way_workspace_get_recovered (workspace));
  beside = g_object_ref (way_workspace_get_recovered_beside (workspace));
  name = g_file_get_basename (beside);
  g_assert_true (g_regex_match_simple ("^Living well \\(recovered 20\\d\\d-\\d\\d-\\d\\d\\)\\.waymark$", name, 0, 0));
  way_records_count (WAY_RECORDS (workspace), WAY_KIND_CARD, &count, NULL);
  g_assert_cmpuint (count, ==, 3);
  close_whole (workspace);
  g_assert_cmpuint (count_cards (beside), ==, 1);
  g_assert_cmpuint (count_cards (self->file), ==, 3);
}

static void
test_file_missing (StoreFixture  *self,
                   gconstpointer  data)
{
  g_object_unref (make_unpublished (self));
  g_assert_true (g_file_delete (self->file, NULL, NULL));
  assert_recovered (self->file);
}

typedef struct
{
  gboolean done;
  GFile *beside;
  GError *error;
} Publication;

static void
published_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  Publication *publication = data;

  way_workspace_publish_finish (WAY_WORKSPACE (source), result, &publication->beside, &publication->error);
  publication->done = TRUE;
}

/* Edits go on while a worker publishes. */
static void
test_worker (StoreFixture  *self,
             gconstpointer  data)
{
  WayWorkspace *workspace = make_unpublished (self);
  Publication publication = { 0 };

  way_workspace_publish_async (workspace, NULL, published_cb, &publication);
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *id = g_strdup_printf ("during%u", i);

      store_put (workspace, "Add card", store_new_card (id, "During"));
    }
  while (!publication.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (publication.error);
  g_assert_null (publication.beside);
  close_whole (workspace);
  g_assert_cmpuint (count_cards (self->file), ==, 51);
}

static void
test_worker_changed_by_others (StoreFixture  *self,
                               gconstpointer  data)
{
  WayWorkspace *workspace = make_unpublished (self);
  Publication publication = { 0 };

  change_file (self);
  way_workspace_publish_async (workspace, NULL, published_cb, &publication);
  store_put (workspace, "Add card", store_new_card ("during", "During"));
  while (!publication.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (publication.error);
  g_assert_nonnull (publication.beside);
  g_assert_true (g_file_equal (way_workspace_get_file (workspace), publication.beside));
  close_whole (workspace);
  g_assert_cmpuint (count_cards (publication.beside), ==, 2);
  g_assert_cmpuint (count_cards (self->file), ==, 3);
  g_object_unref (publication.beside);
}

/* Closed while a worker publishes: both are done when the call returns. */
static void
test_worker_closed (StoreFixture  *self,
                    gconstpointer  data)
{
  WayWorkspace *workspace = make_unpublished (self);
  Publication publication = { 0 };

  way_workspace_publish_async (workspace, NULL, published_cb, &publication);
  g_assert_true (way_workspace_close (workspace, NULL));
  g_assert_cmpuint (count_cards (self->file), ==, 1);
  while (!publication.done)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (workspace);
  g_clear_error (&publication.error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_fixture_add ("/store/publish/nothing-new", test_nothing_new);
  store_fixture_add ("/store/publish/rights", test_rights);
  store_fixture_add ("/store/publish/link", test_link);
  store_fixture_add ("/store/publish/folder-gone", test_folder_gone);
  store_fixture_add ("/store/publish/folder-replaced", test_folder_replaced);
  store_fixture_add ("/store/publish/read-only", test_read_only);
  store_fixture_add ("/store/publish/full", test_full);
  store_fixture_add ("/store/publish/changed-by-others", test_changed_by_others);
  store_fixture_add ("/store/publish/touched", test_touched);
  store_fixture_add ("/store/publish/recovered-beside", test_recovered_beside);
  store_fixture_add ("/store/publish/file-missing", test_file_missing);
  store_fixture_add ("/store/publish/worker", test_worker);
  store_fixture_add ("/store/publish/worker-changed-by-others", test_worker_changed_by_others);
  store_fixture_add ("/store/publish/worker-closed", test_worker_closed);

  return g_test_run ();
}
