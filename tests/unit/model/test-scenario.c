/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A planned route beside the lived one, and the needs that notes of stops say were met. */
#include "model/way-compare-routes.h"
#include "model/way-scenario-words.h"
#include "model/way-schema.h"
#include "way-memory-records.h"

#include <string.h>

static void
put (WayMemoryRecords *records,
     WayRecord        *record)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Put");
  g_autoptr (GError) error = NULL;

  way_edit_put (edit, record);
  way_memory_records_apply (records, edit, &error);
  g_assert_no_error (error);
  g_object_unref (record);
}

/* Steps "a" to "e", each with a link of flow to the next that takes a week. */
static WayMemoryRecords *
make_map (void)
{
  WayMemoryRecords *records = way_memory_records_new ();
  WayRecord *record = way_record_new (WAY_KIND_MAP, "m", NULL);
  const char *names[] = { "a", "b", "c", "d", "e" };

  way_record_set_text (record, WAY_MAP_KIND, "pathway");
  put (records, record);
  record = way_record_new (WAY_KIND_LANE, "l", "m");
  way_record_set_text (record, WAY_LANE_KIND, "frontstage");
  put (records, record);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      record = way_record_new (WAY_KIND_STEP, names[i], "m");
      way_record_set_text (record, WAY_STEP_LANE, "l");
      way_record_set_text (record, WAY_STEP_TITLE, names[i]);
      way_record_set_position (record, i);
      put (records, record);
    }
  for (guint i = 0; i + 1 < G_N_ELEMENTS (names); i++)
    {
      record = way_record_new (WAY_KIND_LINK, NULL, "m");
      way_record_set_text (record, WAY_LINK_FROM, names[i]);
      way_record_set_text (record, WAY_LINK_TO, names[i + 1]);
      way_record_set_number (record, WAY_LINK_WAIT_DAYS, 7);
      put (records, record);
    }
  return records;
}

/* Stops as "a+ b- c": the step, then + met, ~ partly, - not met, x gap, and days that they waited. */
static void
make_route (WayMemoryRecords *records,
            const char       *id,
            const char       *route,
            const char       *text)
{
  WayRecord *record = way_record_new (WAY_KIND_SCENARIO, id, "m");
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  way_record_set_text (record, WAY_SCENARIO_ROUTE, route);
  put (records, record);
  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_autofree char *step = g_strndup (words[i], 1), *stop = g_strdup_printf ("%s-%u", id, i + 1);
      const char *const outcomes[] = { "met", "partly", "not-met", "gap" };
      const char *sign = words[i][1] != '\0' ? strchr ("+~-x", words[i][1]) : NULL;

      record = way_record_new (WAY_KIND_STOP, stop, id);
      way_record_set_text (record, WAY_STOP_STEP, step);
      way_record_set_position (record, i);
      if (sign != NULL)
        way_record_set_text (record, WAY_STOP_OUTCOME, outcomes[sign - "+~-x"]);
      if (sign != NULL && words[i][2] != '\0')
        way_record_set_number (record, WAY_STOP_WAIT_DAYS, g_ascii_strtod (words[i] + 2, NULL));
      put (records, record);
    }
}

static char *
dup_differences (const char *planned,
                 const char *lived)
{
  g_autoptr (WayMemoryRecords) records = make_map ();
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (records), WAY_AUDIENCE_DESK, "2026-03-01");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  GString *text = g_string_new (NULL);

  make_route (records, "p", "planned", planned);
  make_route (records, "q", "lived", lived);
  differences = way_compare_routes (lens, "p", "q", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < differences->len; i++)
    {
      WayRouteDifference *difference = differences->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", difference->sentence);
      g_assert_true ((difference->step == NULL) == (difference->kind == WAY_ROUTE_WAIT_IN_ALL));
      g_assert_true ((difference->planned == NULL) == (difference->kind == WAY_ROUTE_NOT_PLANNED || difference->step == NULL));
      g_assert_true ((difference->lived == NULL) == (difference->kind == WAY_ROUTE_NOT_LIVED || difference->step == NULL));
    }
  return g_string_free_and_steal (text);
}

static void
check (const char *planned,
       const char *lived,
       const char *expected)
{
  g_autofree char *said = dup_differences (planned, lived);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_same (void)
{
  check ("a+ b+ c+", "a+ b+ c+", "");
  check ("", "", "");
}

static void
test_stops (void)
{
  check ("a+ b+ c+", "a+ b+ d+", "Waited 1 week in all, 1 week less than planned.\n“d” was not planned.\n"
                                 "“c” was planned, and they never came there.");
  check ("", "a+", "“a” was not planned.");
  check ("a+", "", "“a” was planned, and they never came there.");
}

static void
test_twice (void)
{
  check ("a+ b+ a+0 b+", "a+ b+", "Waited 1 week in all, 1 week less than planned.\n“a” was planned, and they never came there.\n"
                                  "“b” was planned, and they never came there.");
  check ("a+ b+", "a+ b- a+0 b+0", "“b”: planned as met, lived as not met.\n“a” was not planned.\n“b” was not planned.");
}

static void
test_outcomes (void)
{
  check ("a+ b+ c+ d", "a+ b~ c- dx", "“b”: planned as met, lived as partly met.\n“c”: planned as met, lived as not met.");
}

static void
test_waits (void)
{
  check ("a+ b+ c+", "a+ b+21 c+7", "Waited 4 weeks in all, 2 weeks more than planned.\n“b”: a wait of 3 weeks instead of 1 week.");
  check ("a+ b+ c+", "a+ b+0 c+", "Waited 1 week in all, 1 week less than planned.\n“b”: a wait of 1 week was planned, and none is told of.");
  check ("a+ c+ d+", "a+ c+14 d+", "Waited 3 weeks in all, 2 weeks more than planned.\n“c”: a wait of 2 weeks, where none was planned.");
}

static void
test_order (void)
{
  check ("a+ b+ c+ d+ e+", "a+ b+ d+7 c+7 e+7", "“d” came at another point of the way.");
}

static void
test_many (void)
{
  g_autoptr (GString) planned = g_string_new ("a+"), lived = g_string_new ("a+");
  g_autofree char *said = NULL;

  for (guint i = 0; i < 1500; i++)
    {
      g_string_append (planned, i % 2 == 0 ? " b+" : " a+");
      g_string_append (lived, i % 2 == 0 ? " b-" : " a+");
    }
  said = dup_differences (planned->str, lived->str);
  g_assert_true (g_str_has_prefix (said, "“b”: planned as met, lived as not met.\n"));
}

static void
test_gone (void)
{
  g_autoptr (WayMemoryRecords) records = make_map ();
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (records), WAY_AUDIENCE_DESK, "2026-03-01");
  g_autoptr (GError) error = NULL;

  g_assert_null (way_compare_routes (lens, "p", "q", &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

static void
test_needs (void)
{
  g_autoptr (WayRecord) stop = way_record_new (WAY_KIND_STOP, "s", "q");

  way_scenario_name_need (stop, "Somebody who rings back", FALSE);
  g_assert_false (way_record_has (stop, WAY_STOP_NOTE));
  way_record_set_text (stop, WAY_STOP_NOTE, "She rang.\nTwice.");
  way_scenario_name_need (stop, "Somebody who rings back", TRUE);
  way_scenario_name_need (stop, "A door that locks", TRUE);
  way_scenario_name_need (stop, "A door that locks", TRUE);
  g_assert_cmpstr (way_record_get_text (stop, WAY_STOP_NOTE), ==, "She rang.\nTwice.\n✓ Somebody who rings back\n✓ A door that locks");
  g_assert_true (way_scenario_names_need (stop, "somebody who rings back"));
  g_assert_false (way_scenario_names_need (stop, "Somebody"));
  g_assert_false (way_scenario_names_need (stop, "Twice."));
  way_scenario_name_need (stop, "Somebody who rings back", FALSE);
  g_assert_cmpstr (way_record_get_text (stop, WAY_STOP_NOTE), ==, "She rang.\nTwice.\n✓ A door that locks");
  way_scenario_name_need (stop, "A door that locks", FALSE);
  g_assert_cmpstr (way_record_get_text (stop, WAY_STOP_NOTE), ==, "She rang.\nTwice.");
}

static void
test_needs_alone (void)
{
  g_autoptr (WayRecord) stop = way_record_new (WAY_KIND_STOP, "s", "q");

  way_scenario_name_need (stop, "A door that locks", TRUE);
  g_assert_cmpstr (way_record_get_text (stop, WAY_STOP_NOTE), ==, "✓ A door that locks");
  way_scenario_name_need (stop, "A door that locks", FALSE);
  g_assert_false (way_record_has (stop, WAY_STOP_NOTE));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/routes/same", test_same);
  g_test_add_func ("/routes/stops", test_stops);
  g_test_add_func ("/routes/twice", test_twice);
  g_test_add_func ("/routes/outcomes", test_outcomes);
  g_test_add_func ("/routes/waits", test_waits);
  g_test_add_func ("/routes/order", test_order);
  g_test_add_func ("/routes/many", test_many);
  g_test_add_func ("/routes/gone", test_gone);
  g_test_add_func ("/needs/beside-words", test_needs);
  g_test_add_func ("/needs/alone", test_needs_alone);
  return g_test_run ();
}
