/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The counts mean what the interchange format says. */
#include "model/way-counts.h"
#include "model/way-schema.h"
#include "way-memory-records.h"

#include <stdarg.h>

/* Puts a record with texts, named by their places and ended by -1. */
static WayRecord *
make_record (WayKind     kind,
             const char *id,
             const char *within,
             ...)
{
  WayRecord *record = way_record_new (kind, id, within);
  va_list arguments;
  int field;

  va_start (arguments, within);
  while ((field = va_arg (arguments, int)) >= 0)
    way_record_set_text (record, field, va_arg (arguments, const char *));
  va_end (arguments);
  return record;
}

static void
put (WayEdit   *edit,
     WayRecord *record)
{
  way_edit_put (edit, record);
  g_object_unref (record);
}

static void
put_feeling (WayEdit    *edit,
             const char *stage,
             double      value)
{
  WayRecord *feeling = make_record (WAY_KIND_FEELING, NULL, "m", WAY_FEELING_STAGE, stage, -1);

  way_record_set_number (feeling, WAY_FEELING_VALUE, value);
  put (edit, feeling);
}

static void
put_attendance (WayEdit    *edit,
                const char *workshop,
                double      count)
{
  WayRecord *attendance = make_record (WAY_KIND_ATTENDANCE, NULL, workshop, -1);

  way_record_set_number (attendance, WAY_ATTENDANCE_COUNT, count);
  put (edit, attendance);
}

static void
put_quote (WayEdit    *edit,
           const char *story)
{
  WayRecord *quote = make_record (WAY_KIND_QUOTE, NULL, story, -1);

  way_record_set_number (quote, WAY_QUOTE_START, 0);
  way_record_set_number (quote, WAY_QUOTE_END, 2);
  put (edit, quote);
}

static WayLens *
look (WayEdit     *edit,
      WayAudience  audience)
{
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (GError) error = NULL;

  way_memory_records_apply (records, edit, &error);
  g_assert_no_error (error);
  return way_lens_new (WAY_RECORDS (records), audience, "2026-10-24");
}

static void
test_journey (void)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Make");
  g_autoptr (WayLens) lens = NULL;
  g_autoptr (WayJourneyCounts) counts = NULL;
  g_autoptr (GError) error = NULL;
  const WayFeelingCount *feelings;

  put (edit, make_record (WAY_KIND_MAP, "m", NULL, WAY_MAP_KIND, "journey", -1));
  put (edit, make_record (WAY_KIND_MAP, "other", NULL, WAY_MAP_KIND, "journey", -1));
  put (edit, make_record (WAY_KIND_STAGE, "z", "m", -1));
  put (edit, make_record (WAY_KIND_STAGE, "b", "m", -1));
  put (edit, make_record (WAY_KIND_STAGE, "a", "m", -1));
  put (edit, make_record (WAY_KIND_STAGE, "elsewhere", "other", -1));
  put (edit, make_record (WAY_KIND_LANE, "l", "m", -1));
  put (edit, make_record (WAY_KIND_CARD, "c", "m", WAY_CARD_LANE, "l", WAY_CARD_STAGE, "z", -1));
  put (edit, make_record (WAY_KIND_CARD, "d", "m", WAY_CARD_LANE, "l", WAY_CARD_STAGE, "z", -1));
  put_feeling (edit, "z", 4);
  put_feeling (edit, "z", -3.5);
  put_feeling (edit, "z", 1);
  put_feeling (edit, "b", 5);
  put_feeling (edit, "b", -5);
  put_feeling (edit, "b", 2);
  put_feeling (edit, "b", -1);
  lens = look (edit, WAY_AUDIENCE_DESK);
  counts = way_count_journey (lens, "m", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts->stages, ==, 3);
  g_assert_cmpuint (counts->lanes, ==, 1);
  g_assert_cmpuint (counts->cards, ==, 2);
  g_assert_cmpuint (counts->feelings->len, ==, 3);
  feelings = (const WayFeelingCount *) (gpointer) counts->feelings->data;
  g_assert_cmpstr (feelings[0].stage, ==, "z");
  g_assert_cmpuint (feelings[0].n, ==, 3);
  g_assert_cmpfloat (feelings[0].median, ==, 1);
  g_assert_cmpfloat (feelings[0].low, ==, -3.5);
  g_assert_cmpfloat (feelings[0].high, ==, 4);
  g_assert_cmpstr (feelings[1].stage, ==, "b");
  g_assert_cmpfloat (feelings[1].median, ==, 0.5);
  g_assert_cmpuint (feelings[2].n, ==, 0);
}

static WayEdit *
make_stories (void)
{
  WayEdit *edit = way_edit_new ("Make");
  static const char *const stories[][5] = {
    /* id, audience, until, withdrawn, language */
    { "absent", NULL, NULL, NULL, "en" },
    { "none", "none", NULL, NULL, "cy" },
    { "team", "team", NULL, NULL, "en" },
    { "workshop", "workshop", "2026-10-24", NULL, "EN" },
    { "public", "public", NULL, NULL, NULL },
    { "past", "public", "2026-10-23", NULL, "so" },
    { "withdrawn", "public", NULL, "2026-12-01", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    put (edit, make_record (WAY_KIND_STORY, stories[i][0], NULL, WAY_STORY_AUDIENCE, stories[i][1], WAY_STORY_UNTIL, stories[i][2],
                            WAY_STORY_WITHDRAWN, stories[i][3], WAY_STORY_LANGUAGE, stories[i][4], WAY_STORY_TEXT, "words", -1));
  put_quote (edit, "public");
  put_quote (edit, "public");
  put_quote (edit, "none");
  return edit;
}

static void
test_stories (void)
{
  g_autoptr (WayEdit) edit = make_stories ();
  g_autoptr (WayLens) desk = look (edit, WAY_AUDIENCE_DESK);
  g_autoptr (WayLens) public = look (edit, WAY_AUDIENCE_PUBLIC);
  g_autoptr (GError) error = NULL;
  WayStoryCounts counts;

  way_count_stories (desk, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.total, ==, 7);
  g_assert_cmpuint (counts.by_audience[WAY_AUDIENCE_DESK], ==, 4);
  g_assert_cmpuint (counts.by_audience[WAY_AUDIENCE_TEAM], ==, 1);
  g_assert_cmpuint (counts.by_audience[WAY_AUDIENCE_WORKSHOP], ==, 1);
  g_assert_cmpuint (counts.by_audience[WAY_AUDIENCE_PUBLIC], ==, 1);
  g_assert_cmpuint (counts.withdrawn, ==, 1);
  g_assert_cmpuint (counts.languages, ==, 3);
  g_assert_cmpuint (counts.quotes, ==, 3);

  way_count_stories (public, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.total, ==, 1);
  g_assert_cmpuint (counts.quotes, ==, 2);
}

static void
test_workshops (void)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Make");
  g_autoptr (WayLens) lens = NULL;
  g_autoptr (GError) error = NULL;
  WayWorkshopCounts counts;

  put (edit, make_record (WAY_KIND_WORKSHOP, "w1", NULL, WAY_WORKSHOP_PHASE, "insight", -1));
  put (edit, make_record (WAY_KIND_WORKSHOP, "w2", NULL, WAY_WORKSHOP_PHASE, "insight", -1));
  put (edit, make_record (WAY_KIND_WORKSHOP, "w3", NULL, -1));
  put_attendance (edit, "w1", 30);
  put_attendance (edit, "w1", 12);
  put_attendance (edit, "w2", 100);
  put_attendance (edit, "w3", 7);
  lens = look (edit, WAY_AUDIENCE_DESK);
  way_count_workshops (lens, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.workshops, ==, 3);
  g_assert_cmpuint (counts.attendances, ==, 149);
  g_assert_cmpstr (counts.by_phase[1].phase, ==, "insight");
  g_assert_cmpuint (counts.by_phase[1].workshops, ==, 2);
  g_assert_cmpuint (counts.by_phase[1].attendances, ==, 142);
  g_assert_cmpuint (counts.by_phase[0].workshops, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/counts/journey", test_journey);
  g_test_add_func ("/model/counts/stories", test_stories);
  g_test_add_func ("/model/counts/workshops", test_workshops);
  return g_test_run ();
}
