/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walking a map by keyboard: where each step leads, and what is said there. */
#include "canvas/way-outline.h"

#include "way-memory-records.h"

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
put_titled (WayMemoryRecords *records,
            WayKind           kind,
            const char       *id,
            guint             title_field,
            const char       *title,
            guint             kind_field,
            const char       *lane_kind)
{
  WayRecord *record = way_record_new (kind, id, kind == WAY_KIND_MAP ? NULL : "map");

  way_record_set_text (record, title_field, title);
  if (lane_kind != NULL)
    way_record_set_text (record, kind_field, lane_kind);
  put (records, record);
}

static void
put_card (WayMemoryRecords *records,
          const char       *id,
          const char       *lane,
          const char       *stage,
          const char       *text)
{
  WayRecord *card = way_record_new (WAY_KIND_CARD, id, "map");

  way_record_set_text (card, WAY_CARD_LANE, lane);
  way_record_set_text (card, WAY_CARD_STAGE, stage);
  way_record_set_text (card, WAY_CARD_TEXT, text);
  put (records, card);
}

/* Two lanes and two stages: two cards in the first cell, none beside it, one below. */
static WayScene *
make_scene (gboolean right_to_left)
{
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);
  g_autoptr (WayLens) lens = NULL;
  g_autoptr (GError) error = NULL;
  WayScene *scene;

  put_titled (records, WAY_KIND_MAP, "map", WAY_MAP_TITLE, right_to_left ? "البحث عن طبيب" : "Home", WAY_MAP_KIND, "journey");
  put_titled (records, WAY_KIND_STAGE, "early", WAY_STAGE_TITLE, right_to_left ? "أولاً" : "Early", 0, NULL);
  put_titled (records, WAY_KIND_STAGE, "late", WAY_STAGE_TITLE, right_to_left ? "ثانياً" : "Late", 0, NULL);
  put_titled (records, WAY_KIND_LANE, "doing", WAY_LANE_TITLE, "Doing", WAY_LANE_KIND, "doing");
  put_titled (records, WAY_KIND_LANE, "ideas", WAY_LANE_TITLE, "Ideas", WAY_LANE_KIND, "ideas");
  put_card (records, "one", "doing", "early", "First");
  put_card (records, "two", "doing", "early", "Second");
  put_card (records, "three", "ideas", "early", "Third");

  lens = way_lens_new (WAY_RECORDS (records), WAY_AUDIENCE_DESK, "2026-01-01");
  scene = way_scene_new (lens, "map", &(WaySceneOptions) { 0 }, fonts, &error);
  g_assert_no_error (error);
  return scene;
}

static void
step (WayScene   *scene,
      WaySpot    *spot,
      WayWalk     walk,
      const char *stage,
      const char *card)
{
  g_assert_true (way_outline_walk (scene, spot, walk, spot));
  g_assert_cmpstr (spot->stage, ==, stage);
  g_assert_cmpstr (spot->id, ==, card);
}

static void
test_walk (void)
{
  g_autoptr (WayScene) scene = make_scene (FALSE);
  WaySpot spot = { 0 };

  step (scene, &spot, WAY_WALK_DOWN, "early", "one");
  step (scene, &spot, WAY_WALK_DOWN, "early", "two");
  step (scene, &spot, WAY_WALK_DOWN, "early", "three");
  g_assert_false (way_outline_walk (scene, &spot, WAY_WALK_DOWN, &spot));
  step (scene, &spot, WAY_WALK_UP, "early", "two");
  step (scene, &spot, WAY_WALK_RIGHT, "late", "");
  step (scene, &spot, WAY_WALK_FIRST, "early", "one");
  step (scene, &spot, WAY_WALK_LAST, "late", "");
}

/* Beyond the cells are the headers, and above them the title. */
static void
test_walk_headers (void)
{
  g_autoptr (WayScene) scene = make_scene (FALSE);
  WaySpot spot = { 0 };

  step (scene, &spot, WAY_WALK_DOWN, "early", "one");
  step (scene, &spot, WAY_WALK_UP, "early", "early");
  g_assert_cmpint (spot.kind, ==, WAY_KIND_STAGE);
  g_assert_false (way_outline_walk (scene, &spot, WAY_WALK_LEFT, &spot));
  step (scene, &spot, WAY_WALK_RIGHT, "late", "late");
  g_assert_false (way_outline_walk (scene, &spot, WAY_WALK_RIGHT, &spot));
  step (scene, &spot, WAY_WALK_UP, "", "map");
  g_assert_false (way_outline_walk (scene, &spot, WAY_WALK_UP, &spot));
  g_assert_false (way_outline_walk (scene, &spot, WAY_WALK_LEFT, &spot));
  step (scene, &spot, WAY_WALK_DOWN, "early", "early");
  step (scene, &spot, WAY_WALK_DOWN, "early", "one");
  step (scene, &spot, WAY_WALK_LEFT, "", "doing");
  g_assert_cmpint (spot.kind, ==, WAY_KIND_LANE);
  g_assert_cmpstr (spot.lane, ==, "doing");
  step (scene, &spot, WAY_WALK_DOWN, "", "ideas");
  g_assert_false (way_outline_walk (scene, &spot, WAY_WALK_DOWN, &spot));
  step (scene, &spot, WAY_WALK_RIGHT, "early", "three");
  step (scene, &spot, WAY_WALK_LEFT, "", "ideas");
  step (scene, &spot, WAY_WALK_LAST, "late", "");
}

/* Within a cell from card to card, else whole cells. */
static void
test_list_between (void)
{
  g_autoptr (WayScene) scene = make_scene (FALSE);
  g_autoptr (GArray) one = NULL, column = NULL, none = NULL;
  WaySpot first, second, third, empty;

  g_assert_true (way_outline_find (scene, "one", &first));
  g_assert_true (way_outline_find (scene, "two", &second));
  g_assert_true (way_outline_find (scene, "three", &third));
  one = way_outline_list_between (scene, &second, &second);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (g_array_index (one, WaySpot, 0).id, ==, "two");
  column = way_outline_list_between (scene, &third, &second);
  g_assert_cmpuint (column->len, ==, 3);
  g_assert_cmpstr (g_array_index (column, WaySpot, 0).id, ==, "one");
  g_assert_cmpstr (g_array_index (column, WaySpot, 2).id, ==, "three");
  empty = (WaySpot) { 0 };
  g_strlcpy (empty.lane, "ideas", sizeof empty.lane);
  g_strlcpy (empty.stage, "late", sizeof empty.stage);
  none = way_outline_list_between (scene, &empty, &empty);
  g_assert_cmpuint (none->len, ==, 0);
}

/* The arrows go as the eye does. */
static void
test_walk_right_to_left (void)
{
  g_autoptr (WayScene) scene = make_scene (TRUE);
  WaySpot spot = { 0 };

  g_assert_true (way_scene_is_right_to_left (scene));
  step (scene, &spot, WAY_WALK_DOWN, "early", "one");
  step (scene, &spot, WAY_WALK_LEFT, "late", "");
  step (scene, &spot, WAY_WALK_RIGHT, "early", "one");
  step (scene, &spot, WAY_WALK_RIGHT, "", "doing");
}

static void
test_names (void)
{
  g_autoptr (WayScene) scene = make_scene (FALSE);
  g_autofree char *card = NULL, *empty = NULL, *cell = NULL, *stage = NULL, *lane = NULL;
  WaySpot spot;

  g_assert_true (way_outline_find (scene, "two", &spot));
  card = way_outline_dup_name (scene, &spot);
  g_assert_cmpstr (card, ==, "Doing, Early: Second, card 2 of 2");
  spot.kind = WAY_KIND_NONE;
  *spot.id = '\0';
  cell = way_outline_dup_name (scene, &spot);
  g_assert_cmpstr (cell, ==, "Doing, Early: 2 cards");
  g_strlcpy (spot.stage, "late", sizeof spot.stage);
  empty = way_outline_dup_name (scene, &spot);
  g_assert_cmpstr (empty, ==, "Doing, Late: no cards");
  g_assert_true (way_outline_find (scene, "late", &spot));
  stage = way_outline_dup_name (scene, &spot);
  g_assert_cmpstr (stage, ==, "Late, stage 2 of 2");
  g_assert_true (way_outline_find (scene, "doing", &spot));
  lane = way_outline_dup_name (scene, &spot);
  g_assert_cmpstr (lane, ==, "Doing, lane 1 of 2");
}

/* A stage that has no title yet is said to have none, wherever it is named. */
static void
test_names_without_title (void)
{
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (records), WAY_AUDIENCE_DESK, "2026-01-01");
  g_autoptr (WayScene) scene = NULL;
  g_autofree char *card = NULL, *stage = NULL;
  WaySpot spot;

  put_titled (records, WAY_KIND_MAP, "map", WAY_MAP_TITLE, "Home", WAY_MAP_KIND, "journey");
  put (records, way_record_new (WAY_KIND_STAGE, "late", "map"));
  put_titled (records, WAY_KIND_LANE, "doing", WAY_LANE_TITLE, "Doing", WAY_LANE_KIND, "doing");
  put_card (records, "one", "doing", "late", "First");
  scene = way_scene_new (lens, "map", NULL, NULL, NULL);
  g_assert_true (way_outline_find (scene, "one", &spot));
  card = way_outline_dup_name (scene, &spot);
  g_assert_cmpstr (card, ==, "Doing, Untitled stage: First, card 1 of 1");
  g_assert_true (way_outline_find (scene, "late", &spot));
  stage = way_outline_dup_name (scene, &spot);
  g_assert_cmpstr (stage, ==, "Untitled stage, stage 1 of 1");
}

/* What is pointed at is what is named. */
static void
test_spot_at (void)
{
  g_autoptr (WayScene) scene = make_scene (FALSE);
  WaySpot there, found;
  WayRect area;

  g_assert_true (way_outline_find (scene, "two", &there));
  g_assert_true (way_outline_get_bounds (scene, &there, &area));
  g_assert_true (way_outline_spot_at (scene, area.x + area.width / 2, area.y + area.height / 2, &found));
  g_assert_true (way_spot_equal (&there, &found));
  g_assert_false (way_outline_spot_at (scene, -10, -10, &found));
  g_assert_false (way_outline_find (scene, "nobody", &found));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/walk", test_walk);
  g_test_add_func ("/outline/walk-right-to-left", test_walk_right_to_left);
  g_test_add_func ("/outline/walk-headers", test_walk_headers);
  g_test_add_func ("/outline/list-between", test_list_between);
  g_test_add_func ("/outline/names", test_names);
  g_test_add_func ("/outline/names-without-title", test_names_without_title);
  g_test_add_func ("/outline/spot-at", test_spot_at);
  return g_test_run ();
}
