/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A withdrawn story leaves no byte behind. */
#include "store-fixture.h"

#include <string.h>

#define MARKER "Zmarkerhousing"

static WayRecord *
new_story (const char *id,
           const char *text)
{
  WayRecord *story = way_record_new (WAY_KIND_STORY, id, NULL);
  g_autofree char *long_text = g_strdup_printf ("%s %0*d %s", text, 9000, 0, text);

  way_record_set_text (story, WAY_STORY_TEXT, long_text);
  way_record_set_text (story, WAY_STORY_TELLER, text);
  way_record_set_text (story, WAY_STORY_TITLE, text);
  return story;
}

static void
add_quote (WayWorkspace *workspace,
           const char   *id,
           const char   *story)
{
  WayRecord *quote = way_record_new (WAY_KIND_QUOTE, id, story);

  way_record_set_number (quote, WAY_QUOTE_START, 0);
  way_record_set_number (quote, WAY_QUOTE_END, 5);
  store_put (workspace, "Add quote", quote);
}

static void
add_evidence (WayWorkspace *workspace,
              const char   *id,
              guint         field,
              const char   *of)
{
  WayRecord *evidence = way_record_new (WAY_KIND_EVIDENCE, id, NULL);

  way_record_set_text (evidence, field, of);
  way_record_set_text (evidence, WAY_EVIDENCE_ON, "card");
  store_put (workspace, "Add evidence", evidence);
}

static void
assert_gone (WayWorkspace *workspace,
             WayKind       kind,
             const char   *id)
{
  g_autoptr (WayRecord) record = NULL;

  way_records_read (WAY_RECORDS (workspace), kind, id, &record, NULL);
  g_assert_null (record);
}

static void
test_no_trace (StoreFixture  *self,
               gconstpointer  data)
{
  g_autoptr (WayWorkspace) workspace = way_workspace_create (self->file, NULL);
  g_autoptr (WayRecord) story = NULL;
  g_autoptr (GError) error = NULL;
  guint undone = 0;

  store_make_map (workspace);
  store_put (workspace, "Add card", store_new_card ("card", "Stays"));
  store_put (workspace, "Add story", new_story ("told", MARKER "first"));
  store_put (workspace, "Add story", new_story ("other", "Keepme"));
  add_quote (workspace, "q1", "told");
  add_quote (workspace, "q2", "other");
  add_quote (workspace, "q3", "told");
  store_drop (workspace, WAY_KIND_QUOTE, "q3");
  add_evidence (workspace, "e1", WAY_EVIDENCE_QUOTE, "q1");
  add_evidence (workspace, "e2", WAY_EVIDENCE_STORY, "told");
  add_evidence (workspace, "e3", WAY_EVIDENCE_QUOTE, "q2");
  way_workspace_publish (workspace, NULL, NULL, &error);
  g_assert_no_error (error);
  store_put (workspace, "Change story", new_story ("told", MARKER "second"));
  store_put (workspace, "Change card", store_new_card ("card", "Stays on"));
  store_put (workspace, "Change story", new_story ("told", MARKER "third"));
  way_workspace_undo (workspace, NULL);
  g_assert_true (store_holds_bytes (self->folder, MARKER));
  g_assert_true (store_holds_bytes (g_get_user_state_dir (), MARKER));

  g_assert_true (way_workspace_withdraw_story (workspace, "told", &error));
  g_assert_no_error (error);
  g_assert_false (store_holds_bytes (g_get_user_state_dir (), MARKER));
  g_assert_false (way_workspace_get_published (workspace));
  assert_gone (workspace, WAY_KIND_QUOTE, "q1");
  assert_gone (workspace, WAY_KIND_EVIDENCE, "e1");
  assert_gone (workspace, WAY_KIND_EVIDENCE, "e2");
  store_assert_text (workspace, WAY_KIND_EVIDENCE, "e3", WAY_EVIDENCE_QUOTE, "q2");
  way_records_read (WAY_RECORDS (workspace), WAY_KIND_STORY, "told", &story, NULL);
  for (guint i = 0; i < WAY_STORY_N_FIELDS; i++)
    g_assert_true (way_record_has (story, i) == (i == WAY_STORY_WITHDRAWN));

  /* What came after can still be undone, and what was undone is not redone. */
  g_assert_null (way_workspace_get_redo_label (workspace));
  while (way_workspace_undo (workspace, NULL))
    undone++;
  g_assert_cmpuint (undone, ==, 1);
  store_assert_text (workspace, WAY_KIND_CARD, "card", WAY_CARD_TEXT, "Stays");
  store_assert_whole (workspace);
  way_workspace_close (workspace, &error);
  g_assert_no_error (error);
  g_assert_false (store_holds_bytes (self->folder, MARKER));
  g_assert_true (store_holds_bytes (self->folder, "Keepme"));
  g_assert_false (store_holds_bytes (g_get_user_state_dir (), MARKER));
}

static void
test_no_story (StoreFixture  *self,
               gconstpointer  data)
{
  g_autoptr (WayWorkspace) workspace = way_workspace_create (self->file, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (way_workspace_withdraw_story (workspace, "nobody", &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  way_workspace_close (workspace, NULL);
}

static void
test_check_tells (StoreFixture  *self,
                  gconstpointer  data)
{
  g_autoptr (WayWorkspace) workspace = way_workspace_create (self->file, NULL);
  g_autoptr (GPtrArray) sentences = NULL;
  WayRecord *story = new_story ("told", "Words");

  way_record_set_truth (story, WAY_STORY_WITHDRAWN, TRUE);
  store_put (workspace, "Import", story);
  sentences = way_workspace_check (workspace, NULL);
  g_assert_cmpuint (sentences->len, ==, 1);
  g_assert_cmpstr (sentences->pdata[0], ==, "The story “told” was withdrawn, and what was told is still kept.");
  way_workspace_withdraw_story (workspace, "told", NULL);
  store_assert_whole (workspace);
  way_workspace_close (workspace, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_fixture_add ("/store/withdraw/no-trace", test_no_trace);
  store_fixture_add ("/store/withdraw/no-story", test_no_story);
  store_fixture_add ("/store/withdraw/check-tells", test_check_tells);

  return g_test_run ();
}
