/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A copy holds everything, the workspace stays where it is, and nobody's file is taken from them. */
#include "store-fixture.h"

static WayWorkspace *
make (GFile      *file,
      const char *text)
{
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = way_workspace_create (file, &error);

  g_assert_no_error (error);
  store_make_map (workspace);
  store_put (workspace, "Add card", store_new_card ("card", text));
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
assert_holds (GFile      *file,
              const char *text)
{
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = way_workspace_open (file, &error);

  g_assert_no_error (error);
  g_assert_false (way_workspace_get_recovered (workspace));
  store_assert_text (workspace, WAY_KIND_CARD, "card", WAY_CARD_TEXT, text);
  store_assert_whole (workspace);
  close_whole (workspace);
}

static void
test_copied (StoreFixture  *self,
             gconstpointer  data)
{
  g_autoptr (GFile) target = g_file_new_build_filename (self->folder, "Copy.waymark", NULL);
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = make (self->file, "Said");

  way_workspace_save_copy (workspace, target, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_equal (way_workspace_get_file (workspace), self->file));
  g_assert_false (way_workspace_get_published (workspace));
  store_put (workspace, "Change card", store_new_card ("card", "Said later"));
  close_whole (workspace);
  assert_holds (target, "Said");
  assert_holds (self->file, "Said later");
}

static void
test_over_another (StoreFixture  *self,
                   gconstpointer  data)
{
  g_autoptr (GFile) target = g_file_new_build_filename (self->folder, "Copy.waymark", NULL);
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace, *other = make (target, "Others said");

  close_whole (other);
  workspace = make (self->file, "Said");
  way_workspace_save_copy (workspace, target, NULL, &error);
  g_assert_no_error (error);
  close_whole (workspace);
  assert_holds (target, "Said");
}

static void
test_refused (StoreFixture  *self,
              gconstpointer  data)
{
  g_autoptr (GFile) target = g_file_new_build_filename (self->folder, "Copy.waymark", NULL);
  g_autoptr (GFile) nowhere = g_file_new_build_filename (self->folder, "nowhere", "Copy.waymark", NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = make (self->file, "Said"), *other = make (target, "Others said");

  g_assert_false (way_workspace_save_copy (workspace, self->file, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (way_workspace_save_copy (workspace, target, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (way_workspace_save_copy (workspace, nowhere, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  /* Let go without having been saved, as a crash would: what it holds is to be found when it is opened, and not before. */
  g_object_unref (other);
  g_assert_false (way_workspace_save_copy (workspace, target, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_BUSY);
  g_clear_error (&error);
  other = way_workspace_open (target, &error);
  g_assert_no_error (error);
  store_assert_text (other, WAY_KIND_CARD, "card", WAY_CARD_TEXT, "Others said");
  close_whole (other);
  g_cancellable_cancel (cancelled);
  g_assert_false (way_workspace_save_copy (workspace, target, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  close_whole (workspace);
  assert_holds (target, "Others said");
}

typedef struct
{
  gboolean done, changed;
} Look;

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;
  Look *look = data;

  look->changed = way_workspace_look_finish (WAY_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
  look->done = TRUE;
}

static gboolean
was_changed (WayWorkspace *workspace)
{
  Look look = { 0 };

  way_workspace_look_async (workspace, NULL, looked_cb, &look);
  while (!look.done)
    g_main_context_iteration (NULL, TRUE);
  return look.changed;
}

static void
test_look (StoreFixture  *self,
           gconstpointer  data)
{
  g_autoptr (GFile) target = g_file_new_build_filename (self->folder, "Copy.waymark", NULL);
  g_autoptr (GFile) beside = NULL;
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = make (self->file, "Said"), *other = make (target, "Others said");

  close_whole (other);
  g_assert_true (way_workspace_publish (workspace, NULL, NULL, &error));
  g_assert_false (was_changed (workspace));
  store_put (workspace, "Change card", store_new_card ("card", "Said later"));
  g_assert_false (was_changed (workspace));
  g_assert_true (g_file_copy (target, self->file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  g_assert_true (was_changed (workspace));
  g_assert_true (way_workspace_publish (workspace, NULL, &beside, &error));
  g_assert_nonnull (beside);
  g_assert_false (was_changed (workspace));
  g_assert_true (g_file_delete (beside, NULL, NULL));
  g_assert_false (was_changed (workspace));
  close_whole (workspace);
  assert_holds (self->file, "Others said");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_fixture_add ("/store/save-copy/copied", test_copied);
  store_fixture_add ("/store/save-copy/over-another", test_over_another);
  store_fixture_add ("/store/save-copy/refused", test_refused);
  store_fixture_add ("/store/save-copy/look", test_look);

  return g_test_run ();
}
