/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON through a real file and back: what the store keeps is what came in. */
#include "exchange/way-json-read.h"
#include "store/way-workspace.h"
#include "way-json-help.h"
#include "way-random-workspace.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
there_and_back (const char *folder,
                guint       number,
                const char *text)
{
  g_autofree char *name = g_strdup_printf ("%u.waymark", number);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayWorkspace) workspace = way_workspace_create (file, &error);
  g_autoptr (WayEdit) edit = NULL;
  char *written;

  g_assert_no_error (error);
  edit = way_json_read (text, strlen (text), WAY_RECORDS (workspace), FALSE, NULL, &error);
  g_assert_no_error (error);
  way_workspace_apply (workspace, edit, &error);
  g_assert_no_error (error);
  way_workspace_close (workspace, &error);
  g_assert_no_error (error);
  g_set_object (&workspace, NULL);
  workspace = way_workspace_open (file, &error);
  g_assert_no_error (error);
  written = way_json_help_write (WAY_RECORDS (workspace), WAY_AUDIENCE_DESK, NULL);
  way_workspace_close (workspace, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return written;
}

static void
test_random (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-json-XXXXXX", NULL);

  for (guint32 seed = 1; seed <= 50; seed++)
    {
      g_autoptr (JsonNode) node = way_random_workspace_new (seed, 1 + seed % 4), other = NULL;
      g_autofree char *text = way_json_help_print (node);
      g_autofree char *written = there_and_back (folder, seed, text);

      other = way_json_help_parse (written);
      g_test_message ("seed %u", seed);
      g_assert_true (json_node_equal (node, other));
    }
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("waymark-state-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/json/store/random", test_random);
  return g_test_run ();
}
