/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map says, word by word, on a map that has one of everything. */
#include "model/way-findings.h"
#include "model/way-schema.h"
#include "way-memory-records.h"

#include <stdarg.h>

static void
make (WayEdit    *edit,
      WayKind     kind,
      const char *id,
      const char *within,
      ...)
{
  g_autoptr (WayRecord) record = way_record_new (kind, id, within);
  va_list arguments;
  int field;

  va_start (arguments, within);
  while ((field = va_arg (arguments, int)) >= 0)
    {
      const char *text = va_arg (arguments, const char *);

      if (way_kind_get_info (kind)->fields[field].type == WAY_FIELD_NUMBER)
        way_record_set_number (record, field, g_ascii_strtod (text, NULL));
      else
        way_record_set_text (record, field, text);
    }
  va_end (arguments);
  way_edit_put (edit, record);
}

static WayLens *
look (WayEdit *edit)
{
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (GError) error = NULL;

  way_memory_records_apply (records, edit, &error);
  g_assert_no_error (error);
  return way_lens_new (WAY_RECORDS (records), WAY_AUDIENCE_PUBLIC, "2026-10-24");
}

static char *
tell (WayLens    *lens,
      WayReading  reading)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = way_find_in_pathway (lens, "m", reading, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const WayFinding *finding = findings->pdata[i];
      g_autofree char *ids = g_strjoinv (" ", finding->ids);

      g_assert_nonnull (finding->ids[0]);
      g_string_append_printf (text, "%s [%s]\n", finding->sentence, ids);
    }
  return g_string_free_and_steal (text);
}

static void
make_map (WayEdit *edit)
{
  make (edit, WAY_KIND_ORGANISATION, "gp", NULL, WAY_ORGANISATION_NAME, "Ropewalk", -1);
  make (edit, WAY_KIND_ORGANISATION, "peer", NULL, WAY_ORGANISATION_NAME, "Kettle On", -1);
  make (edit, WAY_KIND_PERSONA, "ray", NULL, WAY_PERSONA_NAME, "Ray", -1);
  make (edit, WAY_KIND_MAP, "m", NULL, WAY_MAP_KIND, "pathway", -1);
  make (edit, WAY_KIND_LANE, "p", "m", WAY_LANE_KIND, "person", -1);
  make (edit, WAY_KIND_LANE, "f", "m", WAY_LANE_KIND, "frontstage", -1);
  make (edit, WAY_KIND_STEP, "a", "m", WAY_STEP_LANE, "p", WAY_STEP_TITLE, "Asks", WAY_STEP_KIND, "start", -1);
  make (edit, WAY_KIND_STEP, "b", "m", WAY_STEP_LANE, "f", WAY_STEP_TITLE, "Surgery", WAY_STEP_ORGANISATION, "gp", -1);
  make (edit, WAY_KIND_STEP, "c", "m", WAY_STEP_LANE, "f", WAY_STEP_TITLE, "Kettle", WAY_STEP_ORGANISATION, "peer", -1);
  make (edit, WAY_KIND_STEP, "d", "m", WAY_STEP_LANE, "f", WAY_STEP_TITLE, "No bed", WAY_STEP_KIND, "gap", -1);
  make (edit, WAY_KIND_STEP, "e", "m", WAY_STEP_LANE, "f", WAY_STEP_TITLE, "Leaflet", -1);
  make (edit, WAY_KIND_LINK, "ab", "m", WAY_LINK_FROM, "a", WAY_LINK_TO, "b", WAY_LINK_WAIT_DAYS, "21", -1);
  make (edit, WAY_KIND_LINK, "bc", "m", WAY_LINK_FROM, "b", WAY_LINK_TO, "c", WAY_LINK_WAIT_DAYS, "2", -1);
  make (edit, WAY_KIND_LINK, "cb", "m", WAY_LINK_FROM, "c", WAY_LINK_TO, "b", -1);
}

static void
put_stop (WayEdit    *edit,
          const char *scenario,
          const char *step,
          const char *outcome)
{
  make (edit, WAY_KIND_STOP, NULL, scenario, WAY_STOP_STEP, step, WAY_STOP_OUTCOME, outcome, -1);
}

static void
test_everything (void)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Make");
  g_autoptr (WayLens) lens = NULL;
  g_autofree char *told = NULL;

  make_map (edit);
  make (edit, WAY_KIND_SCENARIO, "plan", "m", WAY_SCENARIO_PERSONA, "ray", WAY_SCENARIO_ROUTE, "planned", -1);
  put_stop (edit, "plan", "a", "met");
  put_stop (edit, "plan", "b", "met");
  make (edit, WAY_KIND_SCENARIO, "life", "m", WAY_SCENARIO_PERSONA, "ray", WAY_SCENARIO_ROUTE, "lived", WAY_SCENARIO_TITLE, "Ray on a Friday", -1);
  put_stop (edit, "life", "a", "met");
  put_stop (edit, "life", "b", "not-met");
  put_stop (edit, "life", "c", "partly");
  put_stop (edit, "life", "d", "gap");
  lens = look (edit);
  told = tell (lens, WAY_READING_COMMISSIONER);
  g_assert_cmpstr (told, ==,
                   "One wait makes up most of the delay: from “Asks” to “Surgery” people wait 3 weeks, of 23 days in all. [ab]\n"
                   "In 2 places on the map people are handed from one organisation to another. [bc cb]\n"
                   "There is 1 dead end, from which nothing leads on: “Leaflet”. [e]\n"
                   "Nobody can get to 2 places, to which no way leads from a start: “No bed” and “Leaflet”. [d e]\n"
                   "People can go round in a ring here: “Surgery” and “Kettle”. [b c]\n"
                   "There is a gap, “No bed”; it is come upon in “Ray on a Friday”. [d]\n"
                   "1 step is in no scenario: “Leaflet”. [e]\n"
                   "In “Ray on a Friday”, the person meets 2 organisations and is handed over 1 time. [life]\n"
                   "In “Ray on a Friday”, 1 stop does not meet what the person needs: “Surgery”. [life b]\n"
                   "In “Ray on a Friday”, the person leaves the map 1 time. [life d]\n"
                   "In “Ray on a Friday”, as it was lived, the waits came to 23 days; planned were 3 weeks. [life plan]\n");
}

/* Without scenarios nothing is said of them; many names are counted. */
static void
test_many (void)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Make");
  g_autoptr (WayLens) lens = NULL;
  g_autofree char *told = NULL;

  make (edit, WAY_KIND_MAP, "m", NULL, WAY_MAP_KIND, "pathway", -1);
  make (edit, WAY_KIND_LANE, "p", "m", WAY_LANE_KIND, "person", -1);
  make (edit, WAY_KIND_STEP, "s", "m", WAY_STEP_LANE, "p", WAY_STEP_KIND, "start", -1);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i), *link = g_strdup_printf ("l%u", i), *title = g_strdup_printf ("Place %u", i);

      make (edit, WAY_KIND_STEP, id, "m", WAY_STEP_LANE, "p", WAY_STEP_TITLE, title, -1);
      make (edit, WAY_KIND_LINK, link, "m", WAY_LINK_FROM, "s", WAY_LINK_TO, id, WAY_LINK_WAIT_DAYS, "1", -1);
    }
  lens = look (edit);
  told = tell (lens, WAY_READING_COMMISSIONER);
  g_assert_cmpstr (told, ==,
                   "4 of 6 waits make up most of the delay: 4 days of 6 days, the longest from a step without a title to “Place 0”. "
                   "[l0 l1 l2 l3]\n"
                   "There are 6 dead ends, from which nothing leads on: “Place 0”, “Place 1”, “Place 2” and 3 more. [t0 t1 t2 t3 t4 t5]\n");
}

static void
test_nothing (void)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Make");
  g_autoptr (WayLens) lens = NULL;
  g_autofree char *told = NULL;

  make (edit, WAY_KIND_MAP, "m", NULL, WAY_MAP_KIND, "pathway", -1);
  lens = look (edit);
  told = tell (lens, WAY_READING_COMMISSIONER);
  g_assert_cmpstr (told, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/findings/everything", test_everything);
  g_test_add_func ("/model/findings/many", test_many);
  g_test_add_func ("/model/findings/nothing", test_nothing);

  return g_test_run ();
}
