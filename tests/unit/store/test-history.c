/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo: apply then undo is identity, over random edits of every kind, also after reopening. */
#include "store-fixture.h"

static void
reopen (StoreFixture  *self,
        WayWorkspace **workspace)
{
  g_autoptr (GError) error = NULL;

  if (*workspace != NULL)
    way_workspace_close (*workspace, &error);
  g_assert_no_error (error);
  g_clear_object (workspace);
  *workspace = way_workspace_open (self->file, &error);
  g_assert_no_error (error);
}

static void
step (WayWorkspace *workspace,
      gboolean      undo,
      const char   *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = NULL;

  if (undo)
    way_workspace_undo (workspace, &error);
  else
    way_workspace_redo (workspace, &error);
  g_assert_no_error (error);
  dump = store_dup_dump (workspace);
  g_assert_cmpstr (dump, ==, expected);
}

static void
test_identity (StoreFixture  *self,
               gconstpointer  data)
{
  const guint n = 300;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (WayWorkspace) workspace = way_workspace_create (self->file, NULL);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (dumps, store_dup_dump (workspace));
  while (dumps->len <= n)
    {
      g_autoptr (WayEdit) edit = store_random_edit (workspace, random, 8);
      g_autofree char *dump = NULL;

      way_workspace_apply (workspace, edit, &error);
      g_assert_no_error (error);
      dump = store_dup_dump (workspace);
      if (g_strcmp0 (dump, g_ptr_array_index (dumps, dumps->len - 1)) != 0)
        g_ptr_array_add (dumps, g_steal_pointer (&dump));
    }
  store_assert_whole (workspace);

  for (guint i = n; i > 0; i--)
    {
      if (i == n / 2)
        reopen (self, &workspace);
      step (workspace, TRUE, dumps->pdata[i - 1]);
    }
  g_assert_null (way_workspace_get_undo_label (workspace));
  g_assert_false (way_workspace_undo (workspace, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  reopen (self, &workspace);
  for (guint i = 1; i <= n; i++)
    step (workspace, FALSE, dumps->pdata[i]);
  store_assert_whole (workspace);
  way_workspace_close (workspace, NULL);
}

static void
test_labels (StoreFixture  *self,
             gconstpointer  data)
{
  g_autoptr (WayWorkspace) workspace = way_workspace_create (self->file, NULL);

  store_make_map (workspace);
  store_put (workspace, "Add card", store_new_card ("card", "One"));
  store_put (workspace, "Change card", store_new_card ("card", "Two"));
  way_workspace_undo (workspace, NULL);
  reopen (self, &workspace);
  g_assert_cmpstr (way_workspace_get_undo_label (workspace), ==, "Add card");
  g_assert_cmpstr (way_workspace_get_redo_label (workspace), ==, "Change card");
  store_assert_text (workspace, WAY_KIND_CARD, "card", WAY_CARD_TEXT, "One");
  /* A new edit takes the place of what was undone. */
  store_put (workspace, "Say more", store_new_card ("card", "Three"));
  g_assert_cmpstr (way_workspace_get_undo_label (workspace), ==, "Say more");
  g_assert_null (way_workspace_get_redo_label (workspace));
  g_assert_false (way_workspace_redo (workspace, NULL));
  way_workspace_close (workspace, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_fixture_add ("/store/history/identity", test_identity);
  store_fixture_add ("/store/history/labels", test_labels);

  return g_test_run ();
}
