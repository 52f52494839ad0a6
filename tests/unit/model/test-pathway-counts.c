/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The counts of pathways and scenarios are those of interchange.md: by hand on a small map, and on generated ones against a second
 * implementation that follows the sentences of that page word by word and minds no time. */
#include "model/way-pathway-counts.h"
#include "model/way-schema.h"
#include "way-memory-records.h"

#include <string.h>

#define MOST 24

/* A map as plain arrays: what the second implementation sees. */
typedef struct
{
  guint n_lanes, n_steps, n_links, n_stops;
  const char *lane_kinds[8];
  struct { guint lane; const char *kind; int organisation; } steps[MOST];
  struct { guint from, to; const char *kind; double wait; } links[MOST * 3];      /* wait -1: none */
  struct { guint step; const char *outcome; double wait; } stops[MOST];
} Plain;

/* Makes a record that is still to be filled; @records keeps it. */
static WayRecord *
put (GPtrArray  *records,
     WayKind     kind,
     const char *within,
     const char *format,
     guint       number)
{
  g_autofree char *id = g_strdup_printf ("%s%u", format, number);
  WayRecord *record = way_record_new (kind, id, within);

  way_record_set_position (record, number);
  g_ptr_array_add (records, record);
  return record;
}

static WayLens *
look_at (GPtrArray *records)
{
  g_autoptr (WayMemoryRecords) memory = way_memory_records_new ();
  g_autoptr (WayEdit) edit = way_edit_new ("Make");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < records->len; i++)
    way_edit_put (edit, records->pdata[i]);
  way_memory_records_apply (memory, edit, &error);
  g_assert_no_error (error);
  return way_lens_new (WAY_RECORDS (memory), WAY_AUDIENCE_PUBLIC, "2026-10-24");
}

static void
set_reference (WayRecord  *record,
               guint       field,
               const char *format,
               guint       number)
{
  g_autofree char *id = g_strdup_printf ("%s%u", format, number);

  way_record_set_text (record, field, id);
}

static WayLens *
look (const Plain *plain)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  WayRecord *map = put (records, WAY_KIND_MAP, NULL, "m", 0);

  way_record_set_text (map, WAY_MAP_KIND, "pathway");
  for (guint i = 0; i < 4; i++)
    put (records, WAY_KIND_ORGANISATION, NULL, "o", i);
  for (guint i = 0; i < plain->n_lanes; i++)
    way_record_set_text (put (records, WAY_KIND_LANE, "m0", "lane", i), WAY_LANE_KIND, plain->lane_kinds[i]);
  for (guint i = 0; i < plain->n_steps; i++)
    {
      WayRecord *step = put (records, WAY_KIND_STEP, "m0", "s", i);

      set_reference (step, WAY_STEP_LANE, "lane", plain->steps[i].lane);
      way_record_set_text (step, WAY_STEP_KIND, plain->steps[i].kind);
      if (plain->steps[i].organisation >= 0)
        set_reference (step, WAY_STEP_ORGANISATION, "o", plain->steps[i].organisation);
    }
  for (guint i = 0; i < plain->n_links; i++)
    {
      WayRecord *link = put (records, WAY_KIND_LINK, "m0", "l", i);

      set_reference (link, WAY_LINK_FROM, "s", plain->links[i].from);
      set_reference (link, WAY_LINK_TO, "s", plain->links[i].to);
      way_record_set_text (link, WAY_LINK_KIND, plain->links[i].kind);
      if (plain->links[i].wait >= 0)
        way_record_set_number (link, WAY_LINK_WAIT_DAYS, plain->links[i].wait);
    }
  put (records, WAY_KIND_SCENARIO, "m0", "scenario", 0);
  for (guint i = 0; i < plain->n_stops; i++)
    {
      WayRecord *stop = put (records, WAY_KIND_STOP, "scenario0", "stop", i);

      set_reference (stop, WAY_STOP_STEP, "s", plain->stops[i].step);
      if (plain->stops[i].outcome != NULL)
        way_record_set_text (stop, WAY_STOP_OUTCOME, plain->stops[i].outcome);
      if (plain->stops[i].wait >= 0)
        way_record_set_number (stop, WAY_STOP_WAIT_DAYS, plain->stops[i].wait);
    }
  return look_at (records);
}

static gboolean
is_flow (const Plain *plain,
         guint        link)
{
  return strcmp (plain->links[link].kind, "flow") == 0;
}

static gboolean
is_in_front (const Plain *plain,
             guint        step)
{
  const char *kind = plain->lane_kinds[plain->steps[step].lane];

  return strcmp (kind, "person") == 0 || strcmp (kind, "frontstage") == 0;
}

/* Whether a path of at least one flow link leads from one step to another: all pairs (Warshall). */
static void
close_paths (const Plain *plain,
             gboolean     leads[MOST][MOST])
{
  memset (leads, 0, sizeof (gboolean[MOST][MOST]));
  for (guint i = 0; i < plain->n_links; i++)
    if (is_flow (plain, i))
      leads[plain->links[i].from][plain->links[i].to] = TRUE;
  for (guint by = 0; by < plain->n_steps; by++)
    for (guint i = 0; i < plain->n_steps; i++)
      for (guint j = 0; j < plain->n_steps; j++)
        leads[i][j] = leads[i][j] || (leads[i][by] && leads[by][j]);
}

static void
check_list (GStrv     found,
            gboolean *expected,
            guint     n)
{
  guint length = 0;

  for (guint i = 0; i < n; i++)
    if (expected[i])
      {
        g_autofree char *id = g_strdup_printf ("s%u", i);

        g_assert_cmpstr (found[length], ==, id);
        length++;
      }
  g_assert_cmpuint (g_strv_length (found), ==, length);
}

static void
check_pathway (const Plain *plain,
               WayLens     *lens)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPathwayCounts) counts = way_count_pathway (lens, "m0", &error);
  gboolean leads[MOST][MOST], dead[MOST] = { 0 }, unreachable[MOST] = { 0 }, counted[MOST] = { 0 };
  double wait = 0;
  guint loops = 0;

  g_assert_no_error (error);
  close_paths (plain, leads);
  for (guint i = 0; i < plain->n_links; i++)
    if (is_flow (plain, i) && plain->links[i].wait >= 0)
      wait += plain->links[i].wait;
  for (guint i = 0; i < plain->n_steps; i++)
    {
      gboolean out = FALSE, reached = FALSE;

      for (guint j = 0; j < plain->n_links; j++)
        out = out || (is_flow (plain, j) && plain->links[j].from == i);
      for (guint j = 0; j < plain->n_steps; j++)
        reached = reached || (strcmp (plain->steps[j].kind, "start") == 0 && leads[j][i]);
      dead[i] = is_in_front (plain, i) && strcmp (plain->steps[i].kind, "end") != 0 && strcmp (plain->steps[i].kind, "gap") != 0 && !out;
      unreachable[i] = is_in_front (plain, i) && strcmp (plain->steps[i].kind, "start") != 0 && !reached;
      if (leads[i][i] && !counted[i])
        {
          loops++;
          for (guint j = 0; j < plain->n_steps; j++)
            counted[j] = counted[j] || (leads[i][j] && leads[j][i]);
        }
    }
  g_assert_cmpuint (counts->steps, ==, plain->n_steps);
  g_assert_cmpuint (counts->links, ==, plain->n_links);
  g_assert_cmpfloat_with_epsilon (counts->wait_days, wait, 1e-9);
  check_list (counts->dead_ends, dead, plain->n_steps);
  check_list (counts->unreachable, unreachable, plain->n_steps);
  g_assert_cmpuint (counts->loops, ==, loops);
  g_assert_cmpuint (counts->loop_steps->len, ==, loops);
  for (guint i = 0; i < loops; i++)
    {
      char **members = counts->loop_steps->pdata[i];
      guint first = g_ascii_strtoull (members[0] + 1, NULL, 10);

      for (guint j = 0; members[j] != NULL; j++)
        {
          guint member = g_ascii_strtoull (members[j] + 1, NULL, 10);

          g_assert_true (leads[first][member] && leads[member][first] && counted[member]);
          counted[member] = FALSE;
        }
    }
  for (guint i = 0; i < plain->n_steps; i++)
    g_assert_false (counted[i]);
}

/* The wait of the flow link between two steps, the smallest where several say one; -1 where there is no flow link. */
static double
get_wait (const Plain *plain,
          guint        from,
          guint        to)
{
  double wait = -1;
  gboolean linked = FALSE;

  for (guint i = 0; i < plain->n_links; i++)
    if (is_flow (plain, i) && plain->links[i].from == from && plain->links[i].to == to)
      {
        linked = TRUE;
        if (plain->links[i].wait >= 0 && (wait < 0 || plain->links[i].wait < wait))
          wait = plain->links[i].wait;
      }
  return !linked ? -1 : MAX (wait, 0);
}

static void
check_scenario (const Plain *plain,
                WayLens     *lens)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayScenarioCounts) counts = way_count_scenario (lens, "scenario0", &error);
  guint contacts = 0, organisations = 0, handovers = 0, off_map = 0, outcomes[4] = { 0 };
  double wait_days = 0, longest = 0;
  int last = -1;
  gboolean met[4] = { 0 };

  g_assert_no_error (error);
  for (guint i = 0; i < plain->n_stops; i++)
    {
      guint step = plain->stops[i].step;
      int organisation = plain->steps[step].organisation;

      contacts += strcmp (plain->lane_kinds[plain->steps[step].lane], "frontstage") == 0;
      for (guint j = 0; j < 4; j++)
        outcomes[j] += g_strcmp0 (plain->stops[i].outcome, ((const char *const[]) { "met", "partly", "not-met", "gap" })[j]) == 0;
      if (organisation >= 0)
        {
          met[organisation] = TRUE;
          handovers += last >= 0 && last != organisation;
          last = organisation;
        }
      if (i > 0)
        {
          double link = get_wait (plain, plain->stops[i - 1].step, step);
          double wait = plain->stops[i].wait >= 0 ? plain->stops[i].wait : MAX (link, 0);
          const WayMove *move = &g_array_index (counts->moves, WayMove, i - 1);

          off_map += link < 0;
          wait_days += wait;
          longest = MAX (longest, wait);
          g_assert_true ((move->link == NULL) == (link < 0));
          g_assert_cmpfloat (move->wait_days, ==, wait);
        }
    }
  for (guint i = 0; i < 4; i++)
    organisations += met[i];
  g_assert_cmpuint (counts->stops, ==, plain->n_stops);
  g_assert_cmpuint (counts->contacts, ==, contacts);
  g_assert_cmpuint (counts->organisations, ==, organisations);
  g_assert_cmpuint (counts->handovers, ==, handovers);
  g_assert_cmpuint (counts->off_map, ==, off_map);
  g_assert_cmpfloat_with_epsilon (counts->wait_days, wait_days, 1e-9);
  g_assert_cmpfloat (counts->longest_wait_days, ==, longest);
  g_assert_cmpuint (counts->met, ==, outcomes[0]);
  g_assert_cmpuint (counts->partly, ==, outcomes[1]);
  g_assert_cmpuint (counts->not_met, ==, outcomes[2]);
  g_assert_cmpuint (counts->gaps, ==, outcomes[3]);
}

#define PICK(random, ...) \
  (((const char *const[]) { __VA_ARGS__ })[g_rand_int_range (random, 0, G_N_ELEMENTS (((const char *const[]) { __VA_ARGS__ })))])

/* Sparse and dense maps, with loops, parallel links, links to itself, steps without organisation, and scenarios that leap. */
static void
generate (GRand *random,
          Plain *plain)
{
  memset (plain, 0, sizeof *plain);
  plain->n_lanes = g_rand_int_range (random, 1, 6);
  plain->n_steps = g_rand_int_range (random, 1, MOST + 1);
  plain->n_links = g_rand_int_range (random, 0, (gint) plain->n_steps * 3 + 1);
  plain->n_stops = g_rand_int_range (random, 0, MOST + 1);
  for (guint i = 0; i < plain->n_lanes; i++)
    plain->lane_kinds[i] = PICK (random, "person", "frontstage", "frontstage", "backstage", "support", "commissioning");
  for (guint i = 0; i < plain->n_steps; i++)
    {
      plain->steps[i].lane = g_rand_int_range (random, 0, plain->n_lanes);
      plain->steps[i].kind = PICK (random, "start", "step", "step", "step", "decision", "end", "gap");
      plain->steps[i].organisation = g_rand_int_range (random, -2, 4);
    }
  for (guint i = 0; i < plain->n_links; i++)
    {
      plain->links[i].from = i > 0 && g_rand_int_range (random, 0, 4) == 0 ? plain->links[i - 1].from
                             : (guint) g_rand_int_range (random, 0, plain->n_steps);
      plain->links[i].to = i > 0 && g_rand_int_range (random, 0, 4) == 0 ? plain->links[i - 1].to
                           : (guint) g_rand_int_range (random, 0, plain->n_steps);
      plain->links[i].kind = PICK (random, "flow", "flow", "flow", "information", "enables");
      plain->links[i].wait = g_rand_boolean (random) ? -1 : g_rand_int_range (random, 0, 60) / 2.;
    }
  for (guint i = 0; i < plain->n_stops; i++)
    {
      guint link = plain->n_links > 0 ? (guint) g_rand_int_range (random, 0, plain->n_links) : 0;
      gboolean along = i > 0 && plain->n_links > 0 && plain->links[link].from == plain->stops[i - 1].step;

      plain->stops[i].step = along ? plain->links[link].to : (guint) g_rand_int_range (random, 0, plain->n_steps);
      plain->stops[i].outcome = PICK (random, "met", "partly", "not-met", "gap", NULL);
      plain->stops[i].wait = g_rand_int_range (random, 0, 3) > 0 ? -1 : g_rand_int_range (random, 0, 40) / 4.;
    }
}

static void
test_generated (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint round = 0; round < 400; round++)
    {
      Plain plain;
      g_autoptr (WayLens) lens = NULL;

      generate (random, &plain);
      lens = look (&plain);
      check_pathway (&plain, lens);
      check_scenario (&plain, lens);
    }
}

static void
test_by_hand (void)
{
  const Plain plain = {
    .n_lanes = 3, .n_steps = 6, .n_links = 7, .n_stops = 5,
    .lane_kinds = { "person", "frontstage", "backstage" },
    .steps = { { 0, "start", -1 }, { 1, "step", 0 }, { 2, "step", 1 }, { 1, "step", 2 }, { 0, "end", -1 }, { 1, "gap", 0 } },
    .links = { { 0, 1, "flow", 21 }, { 0, 1, "flow", 2 }, { 1, 2, "flow", -1 }, { 2, 1, "flow", 1 }, { 2, 2, "flow", 0 },
               { 4, 3, "information", 9 }, { 1, 4, "flow", 3 } },
    .stops = { { 0, "met", 40 }, { 1, "partly", -1 }, { 3, "not-met", 10 }, { 5, "gap", -1 }, { 4, "met", -1 } },
  };
  g_autoptr (WayLens) lens = look (&plain);
  g_autoptr (WayPathwayCounts) counts = way_count_pathway (lens, "m0", NULL);
  g_autoptr (WayScenarioCounts) scenario = way_count_scenario (lens, "scenario0", NULL);

  g_assert_cmpfloat (counts->wait_days, ==, 27);
  g_assert_cmpuint (counts->loops, ==, 1);
  g_assert_cmpstr (counts->dead_ends[0], ==, "s3");
  g_assert_null (counts->dead_ends[1]);
  g_assert_cmpstr (counts->unreachable[0], ==, "s3");
  g_assert_cmpstr (counts->unreachable[1], ==, "s5");
  g_assert_null (counts->unreachable[2]);
  g_assert_cmpuint (scenario->contacts, ==, 3);
  g_assert_cmpuint (scenario->organisations, ==, 2);
  g_assert_cmpuint (scenario->handovers, ==, 2);
  g_assert_cmpfloat (scenario->wait_days, ==, 12);
  g_assert_cmpfloat (scenario->longest_wait_days, ==, 10);
  g_assert_cmpuint (scenario->off_map, ==, 3);
  g_assert_cmpuint (scenario->gaps, ==, 1);
}

/* A path of 20,000 steps that comes back to its beginning: no recursion, and no time lost. */
static void
test_long (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (WayLens) lens = NULL;
  g_autoptr (WayPathwayCounts) counts = NULL;
  const guint n = 20000;

  way_record_set_text (put (records, WAY_KIND_MAP, NULL, "m", 0), WAY_MAP_KIND, "pathway");
  way_record_set_text (put (records, WAY_KIND_LANE, "m0", "lane", 0), WAY_LANE_KIND, "person");
  for (guint i = 0; i < n; i++)
    set_reference (put (records, WAY_KIND_STEP, "m0", "s", i), WAY_STEP_LANE, "lane", 0);
  for (guint i = 0; i < n; i++)
    {
      WayRecord *link = put (records, WAY_KIND_LINK, "m0", "l", i);

      set_reference (link, WAY_LINK_FROM, "s", i);
      set_reference (link, WAY_LINK_TO, "s", (i + 1) % n);
    }
  lens = look_at (records);
  counts = way_count_pathway (lens, "m0", NULL);
  g_assert_cmpuint (counts->loops, ==, 1);
  g_assert_cmpuint (g_strv_length (counts->loop_steps->pdata[0]), ==, n);
  g_assert_cmpuint (g_strv_length (counts->unreachable), ==, n);
}

static void
test_gone (void)
{
  const Plain plain = { .n_lanes = 1, .n_steps = 1, .lane_kinds = { "person" }, .steps = { { 0, "start", -1 } } };
  g_autoptr (WayLens) lens = look (&plain);
  g_autoptr (GError) error = NULL;

  g_assert_null (way_count_scenario (lens, "nowhere", &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/pathway-counts/by-hand", test_by_hand);
  g_test_add_func ("/model/pathway-counts/generated", test_generated);
  g_test_add_func ("/model/pathway-counts/long", test_long);
  g_test_add_func ("/model/pathway-counts/gone", test_gone);

  return g_test_run ();
}
