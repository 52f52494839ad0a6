/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a room is walked past, and where the same place is on the map of another audience. */
#include "scene/way-sights.h"

#include "way-memory-records.h"

#include <string.h>

static void
put (WayMemoryRecords *records,
     WayRecord        *record)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Make");
  g_autoptr (GError) error = NULL;

  way_edit_put (edit, record);
  way_memory_records_apply (records, edit, &error);
  g_assert_no_error (error);
  g_object_unref (record);
}

static void
put_card (WayMemoryRecords *records,
          const char       *id,
          const char       *lane,
          const char       *stage)
{
  WayRecord *card = way_record_new (WAY_KIND_CARD, id, "map");

  way_record_set_text (card, WAY_CARD_LANE, lane);
  way_record_set_text (card, WAY_CARD_STAGE, stage);
  way_record_set_text (card, WAY_CARD_TEXT, id);
  put (records, card);
}

static WayMemoryRecords *
make_records (guint n_stages)
{
  static const char *const stages[] = { "early", "later", "late" };
  static const char *const lanes[] = { "doing", "ideas" };
  WayMemoryRecords *records = way_memory_records_new ();
  WayRecord *record = way_record_new (WAY_KIND_MAP, "map", NULL);

  way_record_set_text (record, WAY_MAP_TITLE, "Home");
  way_record_set_text (record, WAY_MAP_KIND, "journey");
  put (records, record);
  for (guint i = 0; i < n_stages; i++)
    {
      record = way_record_new (WAY_KIND_STAGE, stages[i], "map");
      way_record_set_position (record, i + 1);
      way_record_set_text (record, WAY_STAGE_TITLE, stages[i]);
      put (records, record);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      record = way_record_new (WAY_KIND_LANE, lanes[i], "map");
      way_record_set_position (record, i + 1);
      way_record_set_text (record, WAY_LANE_TITLE, lanes[i]);
      way_record_set_text (record, WAY_LANE_KIND, lanes[i]);
      put (records, record);
    }
  return records;
}

static WayScene *
make_scene (WayMemoryRecords *records)
{
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (records), WAY_AUDIENCE_WORKSHOP, "2026-01-01");
  g_autoptr (GError) error = NULL;
  WayScene *scene = way_scene_new (lens, "map", &(WaySceneOptions) { 0 }, fonts, &error);

  g_assert_no_error (error);
  return scene;
}

static void
test_stages (void)
{
  g_autoptr (WayMemoryRecords) records = make_records (3);
  g_autoptr (WayScene) scene = NULL;
  g_autoptr (GPtrArray) sights = NULL;

  put_card (records, "one", "doing", "early");
  put_card (records, "two", "ideas", "later");
  scene = make_scene (records);
  sights = way_sights_new (scene);
  g_assert_cmpuint (sights->len, ==, 3);
  g_assert_cmpint (way_sights_find (sights, "late"), ==, 2);
  g_assert_cmpint (way_sights_find (sights, "never"), ==, -1);
  for (guint i = 0; i < 3; i++)
    {
      const WaySight *sight = g_ptr_array_index (sights, i), *next = i < 2 ? g_ptr_array_index (sights, i + 1) : NULL;

      g_assert_cmpstr (sight->title, ==, sight->id);
      g_assert_cmpuint (sight->blocks->len, ==, 2);
      g_assert_true (next == NULL || sight->spot.x + sight->spot.width <= next->spot.x);
    }
  for (guint i = 0; i < 2; i++)
    {
      const WaySight *sight = g_ptr_array_index (sights, i);
      const WayItem *card = way_scene_get_item (scene, way_scene_find (scene, i == 0 ? "one" : "two"));

      g_assert_cmpfloat (card->bounds.x, >=, sight->spot.x);
      g_assert_cmpfloat (card->bounds.x + card->bounds.width, <=, sight->spot.x + sight->spot.width);
      g_assert_cmpfloat (card->bounds.y + card->bounds.height, <=, sight->spot.y + sight->spot.height);
    }
}

static void
test_no_stages (void)
{
  g_autoptr (WayMemoryRecords) records = make_records (0);
  g_autoptr (WayScene) scene = make_scene (records);
  g_autoptr (GPtrArray) sights = way_sights_new (scene);
  const WaySight *all = g_ptr_array_index (sights, 0);
  double width, height;

  way_scene_get_size (scene, &width, &height);
  g_assert_cmpuint (sights->len, ==, 1);
  g_assert_cmpstr (all->title, ==, "Home");
  g_assert_null (all->id);
  g_assert_cmpfloat (all->area.width, ==, width);
  g_assert_cmpfloat (all->area.height, ==, height);
}

/* The same map with more on it in the first lane: what is below is elsewhere, and is found. */
static void
test_translated (void)
{
  g_autoptr (WayMemoryRecords) records = make_records (3);
  g_autoptr (WayScene) before = NULL, after = NULL;
  WayRect there, area;

  put_card (records, "one", "doing", "early");
  put_card (records, "two", "ideas", "later");
  before = make_scene (records);
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *id = g_strdup_printf ("more%u", i);

      put_card (records, id, "doing", "early");
    }
  after = make_scene (records);
  area = way_scene_get_item (before, way_scene_find (before, "two"))->bounds;
  there = way_scene_get_item (after, way_scene_find (after, "two"))->bounds;
  g_assert_cmpfloat (there.y, >, area.y + 100);
  area = way_sights_translate (before, after, &area);
  g_assert_cmpfloat_with_epsilon (area.x, there.x, 1);
  g_assert_cmpfloat_with_epsilon (area.y, there.y, 1);
  g_assert_cmpfloat_with_epsilon (area.height, there.height, 1);
  area = way_sights_translate (after, after, &there);
  g_assert_cmpfloat_with_epsilon (area.y, there.y, 1e-6);
  /* What is beyond the map stays beyond it. */
  area = way_sights_translate (before, after, &(WayRect) { -50, -20, 10, 10 });
  g_assert_cmpfloat (area.x, <, 0);
  g_assert_cmpfloat (area.y, <, 0);
}

static void
test_words (void)
{
  g_autoptr (WayMemoryRecords) records = make_records (3);
  g_autoptr (WayScene) scene = NULL;
  g_autoptr (GPtrArray) sights = NULL;
  g_autofree char *words = NULL;

  put_card (records, "one", "doing", "early");
  put_card (records, "two", "ideas", "later");
  scene = make_scene (records);
  sights = way_sights_new (scene);
  words = way_sights_dup_words (scene, &((WaySight *) g_ptr_array_index (sights, 0))->spot);
  g_assert_cmpstr (words, ==, "early\none");
}

static void
put_step (WayMemoryRecords *records,
          const char       *id)
{
  WayRecord *step = way_record_new (WAY_KIND_STEP, id, "map");

  way_record_set_text (step, WAY_STEP_LANE, "doing");
  way_record_set_text (step, WAY_STEP_TITLE, id);
  put (records, step);
}

static void
put_stop (WayMemoryRecords *records,
          const char       *id,
          const char       *step,
          const char       *note,
          double            position)
{
  WayRecord *stop = way_record_new (WAY_KIND_STOP, id, "scenario");

  way_record_set_position (stop, position);
  way_record_set_text (stop, WAY_STOP_STEP, step);
  way_record_set_text (stop, WAY_STOP_OUTCOME, "not-met");
  way_record_set_text (stop, WAY_STOP_NOTE, note);
  put (records, stop);
}

/* A pathway is walked along the stops of the scenario that it shows, in their order, with what is said of each. */
static void
test_stops (void)
{
  static const char *const shown[] = { "scenario", NULL };
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (records), WAY_AUDIENCE_WORKSHOP, "2026-01-01");
  g_autoptr (GError) error = NULL;
  g_autoptr (WayScene) with = NULL, without = NULL;
  g_autoptr (GPtrArray) sights = NULL, none = NULL;
  WayRecord *record = way_record_new (WAY_KIND_MAP, "map", NULL);

  way_record_set_text (record, WAY_MAP_TITLE, "Finding help");
  way_record_set_text (record, WAY_MAP_KIND, "pathway");
  put (records, record);
  record = way_record_new (WAY_KIND_LANE, "doing", "map");
  way_record_set_text (record, WAY_LANE_KIND, "person");
  put (records, record);
  put_step (records, "ask");
  put_step (records, "wait");
  put (records, way_record_new (WAY_KIND_SCENARIO, "scenario", "map"));
  put_stop (records, "first", "wait", "Nobody rang", 1);
  put_stop (records, "second", "ask", "Asked again", 2);

  with = way_scene_new (lens, "map", &(WaySceneOptions) { .scenarios = shown }, fonts, &error);
  g_assert_no_error (error);
  sights = way_sights_new (with);
  g_assert_cmpuint (sights->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const WaySight *sight = g_ptr_array_index (sights, i);
      const WayRect *step = &way_scene_get_item (with, way_scene_find (with, i == 0 ? "wait" : "ask"))->bounds;

      g_assert_cmpstr (sight->id, ==, i == 0 ? "first" : "second");
      g_assert_nonnull (strstr (sight->note, i == 0 ? "Nobody rang" : "Asked again"));
      g_assert_true (way_rect_contains (&sight->spot, step->x, step->y));
      g_assert_true (way_rect_contains (&sight->spot, step->x + step->width, step->y + step->height));
    }
  without = way_scene_new (lens, "map", &(WaySceneOptions) { 0 }, fonts, &error);
  g_assert_no_error (error);
  none = way_sights_new (without);
  g_assert_cmpuint (none->len, ==, 1);
  g_assert_null (((WaySight *) g_ptr_array_index (none, 0))->id);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/sights/stages", test_stages);
  g_test_add_func ("/scene/sights/no-stages", test_no_stages);
  g_test_add_func ("/scene/sights/stops", test_stops);
  g_test_add_func ("/scene/sights/translated", test_translated);
  g_test_add_func ("/scene/sights/words", test_words);
  return g_test_run ();
}
