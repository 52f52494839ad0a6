/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a run that did not end well leaves behind is listed, and nothing else is. */
#include "store/way-left.h"
#include "store-fixture.h"

#include <sys/wait.h>
#include <unistd.h>

/* In a process that ends without a word: opens the file, and edits it or not. */
static void
leave (StoreFixture *self,
       gboolean      edit)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      WayWorkspace *workspace = way_workspace_open (self->file, NULL);

      if (edit)
        store_put (workspace, "Add card", store_new_card ("left", "Said last"));
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

static void
make (StoreFixture *self)
{
  g_autoptr (WayWorkspace) workspace = way_workspace_create (self->file, NULL);

  store_make_map (workspace);
  g_assert_true (way_workspace_close (workspace, NULL));
}

static guint
count_folders (void)
{
  g_autofree char *path = store_dup_working_folder ();
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_listed (StoreFixture  *self,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) none = way_left_list (), one = NULL, after = NULL;
  g_autoptr (WayWorkspace) workspace = NULL;
  gint64 now = g_get_real_time ();
  WayLeft *left;

  g_assert_cmpuint (none->len, ==, 0);
  make (self);
  leave (self, TRUE);
  one = way_left_list ();
  g_assert_cmpuint (one->len, ==, 1);
  left = one->pdata[0];
  g_assert_true (g_file_equal (left->file, self->file));
  g_assert_cmpint (ABS (left->changed - now), <, 60 * G_USEC_PER_SEC);

  workspace = way_workspace_open (self->file, NULL);
  g_assert_true (way_workspace_get_recovered (workspace));
  store_assert_text (workspace, WAY_KIND_CARD, "left", WAY_CARD_TEXT, "Said last");
  g_assert_true (way_workspace_close (workspace, NULL));
  after = way_left_list ();
  g_assert_cmpuint (after->len, ==, 0);
}

/* What is open now was not left, and the list does not disturb it. */
static void
test_open_now (StoreFixture  *self,
               gconstpointer  data)
{
  g_autoptr (WayWorkspace) workspace = way_workspace_create (self->file, NULL);
  g_autoptr (GPtrArray) list = NULL;

  store_make_map (workspace);
  list = way_left_list ();
  g_assert_cmpuint (list->len, ==, 0);
  store_put (workspace, "Add card", store_new_card ("more", "Goes on"));
  g_assert_true (way_workspace_close (workspace, NULL));
}

/* A copy that was only read is not worth telling of, and does not stay on the machine. */
static void
test_only_read (StoreFixture  *self,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) list = NULL;

  make (self);
  leave (self, FALSE);
  g_assert_cmpuint (count_folders (), ==, 1);
  list = way_left_list ();
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_cmpuint (count_folders (), ==, 0);
}

/* To look at a file takes it from nobody, and finds no edits again that are somebody's to find. */
static void
test_looked_at (StoreFixture  *self,
                gconstpointer  data)
{
  g_autoptr (WayWorkspace) looked = NULL, opened = NULL;
  g_autoptr (GError) error = NULL;
  guint cards;

  make (self);
  leave (self, TRUE);
  looked = way_workspace_open_published (self->file, &error);
  g_assert_no_error (error);
  way_records_count (WAY_RECORDS (looked), WAY_KIND_CARD, &cards, &error);
  opened = way_workspace_open (self->file, &error);
  g_assert_no_error (error);
  g_assert_true (way_workspace_get_recovered (opened));
  store_assert_text (opened, WAY_KIND_CARD, "left", WAY_CARD_TEXT, "Said last");
  g_assert_true (way_workspace_close (looked, &error));
  g_assert_true (way_workspace_close (opened, &error));
  g_assert_cmpuint (count_folders (), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_fixture_add ("/store/left/listed", test_listed);
  store_fixture_add ("/store/left/open-now", test_open_now);
  store_fixture_add ("/store/left/only-read", test_only_read);
  store_fixture_add ("/store/left/looked-at", test_looked_at);

  return g_test_run ();
}
