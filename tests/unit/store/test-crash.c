/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Killed at 200 random moments while edits stream in: what was reported done is there, and the user's file is always whole. */
#include "store-fixture.h"

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define KILLS 200

/* In the child: opens the file, adds cards and reports each, publishing now and then, until it is killed. */
static void
stream_edits (GFile *file,
              guint  from,
              int    report)
{
  g_autoptr (WayWorkspace) workspace = way_workspace_open (file, NULL);

  if (workspace == NULL)
    _exit (2);
  for (guint i = from;; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);
      g_autoptr (WayEdit) edit = way_edit_new ("Add card");
      g_autoptr (WayRecord) card = store_new_card (id, "A card");

      way_edit_put (edit, card);
      if (!way_workspace_apply (workspace, edit, NULL) || write (report, &i, sizeof i) != sizeof i)
        _exit (3);
      if (i % 7 == 0 && !way_workspace_publish (workspace, NULL, NULL, NULL))
        _exit (4);
    }
}

/* Lets a child work for a while, counted from its first report or from its start, and kills it. Returns the number of the last card
 * that it reported, or last when it reported none. */
static guint
run_and_kill (GFile    *file,
              guint     last,
              gboolean  wait,
              guint     microseconds)
{
  guint number;
  int pipes[2], status;
  pid_t child;

  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (pipes[0]);
      stream_edits (file, last + 1, pipes[1]);
    }
  close (pipes[1]);
  if (wait)
    {
      g_assert_cmpint (read (pipes[0], &number, sizeof number), ==, sizeof number);
      last = number;
    }
  g_usleep (microseconds);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  while (read (pipes[0], &number, sizeof number) == sizeof number)
    last = number;
  close (pipes[0]);
  return last;
}

/* The user's own file, looked at where nothing of ours is beside it. */
static void
assert_file_whole (StoreFixture *self)
{
  g_autoptr (GFile) folder = g_file_new_build_filename (self->folder, "elsewhere", NULL);
  g_autoptr (GFile) copy = g_file_get_child (folder, "copy.waymark");
  g_autoptr (WayWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  g_file_make_directory (folder, NULL, NULL);
  g_file_copy (self->file, copy, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  workspace = way_workspace_open (copy, &error);
  g_assert_no_error (error);
  way_workspace_close (workspace, &error);
  g_assert_no_error (error);
}

static void
test_killed (StoreFixture  *self,
             gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2026);
  WayWorkspace *workspace = way_workspace_create (self->file, NULL);
  guint last = 0, recovered = 0, waited = 0;

  store_make_map (workspace);
  way_workspace_close (workspace, NULL);
  g_object_unref (workspace);

  for (guint i = 0; i < KILLS; i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean wait = g_rand_int_range (random, 0, 4) > 0;
      guint reported = run_and_kill (self->file, last, wait, g_rand_int_range (random, 0, wait ? 15000 : 30000)), count;

      waited += wait;
      if (i % 10 == 0)
        assert_file_whole (self);
      workspace = way_workspace_open (self->file, &error);
      g_assert_no_error (error);
      recovered += way_workspace_get_recovered (workspace);
      g_assert_null (way_workspace_get_recovered_beside (workspace));
      way_records_count (WAY_RECORDS (workspace), WAY_KIND_CARD, &count, &error);
      g_assert_no_error (error);
      /* One more may have been made just before the report. */
      g_assert_cmpuint (count, >=, reported);
      g_assert_cmpuint (count, <=, reported + 1);
      last = count;
      if (i % 20 == 0)
        store_assert_whole (workspace);
      /* Half of the time the recovered working copy is left as it is, to be recovered once more. */
      if (g_rand_boolean (random))
        way_workspace_close (workspace, &error);
      g_assert_no_error (error);
      g_object_unref (workspace);
    }
  g_test_message ("%u cards, recovered %u times", last, recovered);
  g_assert_cmpuint (recovered, >, KILLS / 4);
  g_assert_cmpuint (last, >=, waited);
  {
    g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name (dir)) != NULL)
      g_assert_true (g_str_equal (name, "Living well.waymark") || g_str_equal (name, "elsewhere") || g_str_has_prefix (name, ".waymark-"));
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_fixture_add ("/store/crash/killed", test_killed);

  return g_test_run ();
}
