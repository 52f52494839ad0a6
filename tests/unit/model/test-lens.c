/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Consent: what each audience is shown of a story, and of everything that is tied to it (evidence.md). */
#include "model/way-lens.h"

#include "way-memory-records.h"

#define TODAY "2026-06-15"

typedef struct
{
  const char *audience;       /* nullable: no consent */
  const char *until;
  const char *withdrawn;      /* a date, "yes" or "no" */
  WayAudience widest;
} Consent;

static const Consent consents[] = {
  { NULL, NULL, NULL, WAY_AUDIENCE_DESK },
  { "none", NULL, NULL, WAY_AUDIENCE_DESK },
  { "team", NULL, NULL, WAY_AUDIENCE_TEAM },
  { "workshop", NULL, NULL, WAY_AUDIENCE_WORKSHOP },
  { "public", NULL, NULL, WAY_AUDIENCE_PUBLIC },
  { "public", TODAY, NULL, WAY_AUDIENCE_PUBLIC },
  { "public", "2026-06-14", NULL, WAY_AUDIENCE_DESK },
  { "workshop", "2030-01-01", NULL, WAY_AUDIENCE_WORKSHOP },
  { "public", NULL, "2026-01-01", WAY_AUDIENCE_DESK },
  { "public", NULL, "2030-01-01", WAY_AUDIENCE_DESK },
  { "public", NULL, "yes", WAY_AUDIENCE_DESK },
  { "public", NULL, "no", WAY_AUDIENCE_PUBLIC },
};

static WayRecord *
make_story (const Consent *consent)
{
  WayRecord *story = way_record_new (WAY_KIND_STORY, "story", NULL);

  way_record_set_text (story, WAY_STORY_TEXT, "Waiting is the worst part.");
  way_record_set_text (story, WAY_STORY_TELLER, "T4");
  way_record_set_text (story, WAY_STORY_RESEARCHER, "Researcher");
  way_record_set_text (story, WAY_STORY_PLACE, "Kitchen");
  way_record_set_text (story, WAY_STORY_AUDIENCE, consent->audience);
  way_record_set_text (story, WAY_STORY_UNTIL, consent->until);
  if (g_strcmp0 (consent->withdrawn, "yes") == 0 || g_strcmp0 (consent->withdrawn, "no") == 0)
    way_record_set_truth (story, WAY_STORY_WITHDRAWN, consent->withdrawn[0] == 'y');
  else
    way_record_set_text (story, WAY_STORY_WITHDRAWN, consent->withdrawn);
  return story;
}

static void
put (WayEdit   *edit,
     WayRecord *record)
{
  way_edit_put (edit, record);
  g_object_unref (record);
}

/* A map with one card that a quote and a whole story are tied to, and a flag on the first tie. */
static WayMemoryRecords *
make_records (WayRecord *story)
{
  WayMemoryRecords *records = way_memory_records_new ();
  g_autoptr (WayEdit) edit = way_edit_new ("Set up");
  g_autoptr (GError) error = NULL;
  WayRecord *map = way_record_new (WAY_KIND_MAP, "map", NULL), *stage = way_record_new (WAY_KIND_STAGE, "stage", "map");
  WayRecord *lane = way_record_new (WAY_KIND_LANE, "lane", "map"), *card = way_record_new (WAY_KIND_CARD, "card", "map");
  WayRecord *quote = way_record_new (WAY_KIND_QUOTE, "quote", "story"), *flag = way_record_new (WAY_KIND_FLAG, "flag", "map");
  WayRecord *by_quote = way_record_new (WAY_KIND_EVIDENCE, "by-quote", NULL);
  WayRecord *by_story = way_record_new (WAY_KIND_EVIDENCE, "by-story", NULL);

  way_record_set_text (map, WAY_MAP_KIND, "journey");
  way_record_set_text (map, WAY_MAP_NOTE, "working note");
  way_record_set_text (card, WAY_CARD_LANE, "lane");
  way_record_set_text (card, WAY_CARD_STAGE, "stage");
  way_record_set_number (quote, WAY_QUOTE_START, 0);
  way_record_set_number (quote, WAY_QUOTE_END, 7);
  way_record_set_text (by_quote, WAY_EVIDENCE_QUOTE, "quote");
  way_record_set_text (by_quote, WAY_EVIDENCE_ON, "card");
  way_record_set_text (by_story, WAY_EVIDENCE_STORY, "story");
  way_record_set_text (by_story, WAY_EVIDENCE_ON, "stage");
  way_record_set_text (flag, WAY_FLAG_ON, "by-quote");
  way_record_set_text (flag, WAY_FLAG_TEXT, "Is she safe?");
  put (edit, map);
  put (edit, stage);
  put (edit, lane);
  put (edit, card);
  way_edit_put (edit, story);
  put (edit, quote);
  put (edit, by_quote);
  put (edit, by_story);
  put (edit, flag);
  way_memory_records_apply (records, edit, &error);
  g_assert_no_error (error);
  return records;
}

static guint
count (WayLens *lens,
       WayKind  kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = way_lens_list (lens, kind, NULL, &error);

  g_assert_no_error (error);
  return list->len;
}

static void
check_audience (WayRecords  *records,
                WayAudience  audience,
                gboolean     shown)
{
  g_autoptr (WayLens) lens = way_lens_new (records, audience, TODAY);
  g_autoptr (WayRecord) story = NULL, quote = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  guint hidden;

  g_assert_cmpuint (count (lens, WAY_KIND_STORY), ==, shown);
  g_assert_cmpuint (count (lens, WAY_KIND_QUOTE), ==, shown);
  g_assert_cmpuint (count (lens, WAY_KIND_EVIDENCE), ==, shown ? 2 : 0);
  g_assert_cmpuint (count (lens, WAY_KIND_FLAG), ==, shown);
  g_assert_cmpuint (count (lens, WAY_KIND_CARD), ==, 1);
  g_assert_true (way_lens_read (lens, WAY_KIND_STORY, "story", &story, &error));
  g_assert_cmpint (story != NULL, ==, shown);
  g_assert_true (way_lens_read (lens, WAY_KIND_QUOTE, "quote", &quote, &error));
  g_assert_cmpint (quote != NULL, ==, shown);
  if (quote != NULL)
    {
      words = way_lens_dup_quotation (lens, quote, NULL, &error);
      g_assert_cmpstr (words, ==, "Waiting");
    }
  g_assert_true (way_lens_count_hidden_quotes (lens, "map", &hidden, &error));
  g_assert_cmpuint (hidden, ==, shown ? 0 : 2);
}

static void
test_every_consent (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (consents); i++)
    {
      g_autoptr (WayRecord) story = make_story (&consents[i]);
      g_autoptr (WayMemoryRecords) records = make_records (story);

      g_assert_cmpint (way_story_get_widest_audience (story, TODAY), ==, consents[i].widest);
      for (WayAudience audience = WAY_AUDIENCE_DESK; audience <= WAY_AUDIENCE_PUBLIC; audience++)
        check_audience (WAY_RECORDS (records), audience, audience <= consents[i].widest);
    }
}

/* How a teller is named they choose; where and by whom it was recorded stays with the team. */
static void
test_attribution (void)
{
  const char *const attributions[] = { NULL, "anonymous", "pseudonym", "named" };

  for (guint i = 0; i < G_N_ELEMENTS (attributions); i++)
    {
      g_autoptr (WayRecord) story = make_story (&consents[4]);
      g_autoptr (WayMemoryRecords) records = NULL;

      way_record_set_text (story, WAY_STORY_ATTRIBUTION, attributions[i]);
      records = make_records (story);
      for (WayAudience audience = WAY_AUDIENCE_DESK; audience <= WAY_AUDIENCE_PUBLIC; audience++)
        {
          g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (records), audience, TODAY);
          g_autoptr (WayRecord) seen = NULL, map = NULL;

          g_assert_true (way_lens_read (lens, WAY_KIND_STORY, "story", &seen, NULL));
          g_assert_true (way_lens_read (lens, WAY_KIND_MAP, "map", &map, NULL));
          g_assert_cmpint (way_record_has (seen, WAY_STORY_TELLER), ==, audience == WAY_AUDIENCE_DESK || i >= 2);
          g_assert_cmpint (way_record_has (seen, WAY_STORY_PLACE), ==, audience <= WAY_AUDIENCE_TEAM);
          g_assert_cmpint (way_record_has (seen, WAY_STORY_RESEARCHER), ==, audience <= WAY_AUDIENCE_TEAM);
          g_assert_cmpint (way_record_has (map, WAY_MAP_NOTE), ==, audience <= WAY_AUDIENCE_TEAM);
        }
    }
}

/* A lens that is open while somebody withdraws stops showing at once. */
static void
test_withdrawal_while_looking (void)
{
  g_autoptr (WayRecord) story = make_story (&consents[4]);
  g_autoptr (WayMemoryRecords) records = make_records (story);
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (records), WAY_AUDIENCE_PUBLIC, TODAY);
  g_autoptr (WayEdit) edit = way_edit_new ("Withdraw");
  g_autoptr (WayRecord) withdrawn = way_record_copy (story);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count (lens, WAY_KIND_EVIDENCE), ==, 2);
  way_record_set_text (withdrawn, WAY_STORY_WITHDRAWN, TODAY);
  way_edit_put (edit, withdrawn);
  way_memory_records_apply (records, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (lens, WAY_KIND_EVIDENCE), ==, 0);
  g_assert_cmpuint (count (lens, WAY_KIND_QUOTE), ==, 0);
}

/* People of a trial are known to the team alone. */
static void
test_participants (void)
{
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (WayEdit) edit = way_edit_new ("Set up");
  g_autoptr (GError) error = NULL;
  WayRecord *participant = way_record_new (WAY_KIND_PARTICIPANT, "p1", "trial");

  way_record_set_text (participant, WAY_PARTICIPANT_GOAL, "Cook for my daughter again");
  put (edit, way_record_new (WAY_KIND_PROTOTYPE, "trial", NULL));
  put (edit, participant);
  way_memory_records_apply (records, edit, &error);
  g_assert_no_error (error);
  for (WayAudience audience = WAY_AUDIENCE_DESK; audience <= WAY_AUDIENCE_PUBLIC; audience++)
    {
      g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (records), audience, TODAY);

      g_assert_cmpuint (count (lens, WAY_KIND_PROTOTYPE), ==, 1);
      g_assert_cmpuint (count (lens, WAY_KIND_PARTICIPANT), ==, audience <= WAY_AUDIENCE_TEAM);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/lens/every-consent", test_every_consent);
  g_test_add_func ("/model/lens/attribution", test_attribution);
  g_test_add_func ("/model/lens/withdrawal-while-looking", test_withdrawal_while_looking);
  g_test_add_func ("/model/lens/participants", test_participants);
  return g_test_run ();
}
