/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a room sees: text large enough on every wall, nothing of a stage left out, and nothing picked out covered. */
#include "canvas/way-look.h"

#include "way-memory-records.h"

#include <math.h>

static const struct
{
  double width, height;
} sizes[] = { { 640, 480 }, { 800, 600 }, { 1024, 768 }, { 1280, 720 }, { 1366, 768 }, { 1920, 1080 }, { 1920, 1200 }, { 2560, 1080 },
              { 3840, 2160 }, { 1080, 1920 } };
static const double shares[] = { 1 / 45.0, 1 / 36.0, 1 / 28.0, 1 / 60.0 };

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

/* A map with so many stages and lanes; every cell holds @cards cards, but every third none. */
static WayScene *
make_scene (guint    stages,
            guint    lanes,
            guint    cards,
            gboolean right_to_left)
{
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (records), WAY_AUDIENCE_WORKSHOP, "2026-01-01");
  g_autoptr (GError) error = NULL;
  WayRecord *record = way_record_new (WAY_KIND_MAP, "map", NULL);
  WayScene *scene;

  way_record_set_text (record, WAY_MAP_TITLE, right_to_left ? "البحث عن طبيب" : "Coming home");
  way_record_set_text (record, WAY_MAP_KIND, "journey");
  put (records, record);
  for (guint stage = 0; stage < stages; stage++)
    {
      g_autofree char *id = g_strdup_printf ("stage%02u", stage);

      record = way_record_new (WAY_KIND_STAGE, id, "map");
      way_record_set_text (record, WAY_STAGE_TITLE, right_to_left ? "مرحلة" : "A stage");
      put (records, record);
    }
  for (guint lane = 0; lane < lanes; lane++)
    {
      g_autofree char *id = g_strdup_printf ("lane%02u", lane);

      record = way_record_new (WAY_KIND_LANE, id, "map");
      way_record_set_text (record, WAY_LANE_TITLE, "What people do");
      way_record_set_text (record, WAY_LANE_KIND, "doing");
      put (records, record);
      for (guint i = 0; i < stages * cards; i++)
        {
          g_autofree char *card = g_strdup_printf ("card%02u-%02u-%02u", lane, i / cards, i % cards);
          g_autofree char *stage = g_strdup_printf ("stage%02u", i / cards);

          if ((lane + i / cards) % 3 == 2)
            continue;
          record = way_record_new (WAY_KIND_CARD, card, "map");
          way_record_set_text (record, WAY_CARD_LANE, id);
          way_record_set_text (record, WAY_CARD_STAGE, stage);
          way_record_set_text (record, WAY_CARD_TEXT, "Rings the surgery and asks for the same doctor as before, twice");
          put (records, record);
        }
    }
  scene = way_scene_new (lens, "map", &(WaySceneOptions) { 0 }, fonts, &error);
  g_assert_no_error (error);
  return scene;
}

static WayWall
make_wall (WayScene *scene,
           double    width,
           double    height,
           double    share)
{
  WayWall wall = { .width = width, .height = height, .share = share, .body = 11, .right_to_left = way_scene_is_right_to_left (scene) };

  way_scene_get_size (scene, &wall.map_width, &wall.map_height);
  way_sights_get_frame (scene, &wall.frame);
  return wall;
}

static void
assert_readable (const WayWall *wall,
                 const WayLook *look)
{
  g_assert_cmpfloat (look->scale * wall->body, >=, wall->height * wall->share - 1e-9);
}

static void
assert_shows (const WayWall *wall,
              const WayLook *look,
              const WayRect *area)
{
  WayRect place = way_look_from_map (look, wall, area);

  g_assert_cmpfloat (place.x, >=, -1);
  g_assert_cmpfloat (place.y, >=, -1);
  g_assert_cmpfloat (place.x + place.width, <=, wall->width + 1);
  g_assert_cmpfloat (place.y + place.height, <=, wall->height + 1);
}

/* Each card of a stage is seen whole in one of its parts, unless it is higher than the wall. */
static void
check_stage (WayScene       *scene,
             const WayWall  *wall,
             const WaySight *sight)
{
  guint pages = way_look_count_pages (wall, sight);

  g_assert_cmpuint (pages, >=, 1);
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      gboolean seen = FALSE;

      if (item->kind != WAY_KIND_CARD || g_strcmp0 (way_scene_get_group (scene, item->group)->stage, sight->id) != 0)
        continue;
      for (guint page = 0; page < pages && !seen; page++)
        {
          WayRect spot;
          WayLook look = way_look_sight (wall, sight, page, &spot);
          WayRect place = way_look_from_map (&look, wall, &item->bounds), light = way_look_from_map (&look, wall, &spot);
          WayLookStrips strips = way_look_get_strips (&look, wall);

          assert_readable (wall, &look);
          seen = place.x >= light.x - 1 && place.x + place.width <= light.x + light.width + 1 && place.x >= 0 &&
                 place.x + place.width <= wall->width && place.y >= strips.stages.height - 1 && place.y >= light.y - 1 &&
                 place.y + place.height <= MIN (wall->height, light.y + light.height + 1);
          if (strips.lanes.width > 0)
            seen = seen && !way_rect_intersects (&place, &strips.lanes);
        }
      if (!seen)
        g_test_message ("%s on %g × %g at 1/%g", item->id, wall->width, wall->height, 1 / wall->share);
      g_assert_true (seen);
    }
}

static void
test_stages_are_readable (void)
{
  static const struct { guint stages, lanes, cards; gboolean right_to_left; } maps[] = {
    { 7, 6, 2, FALSE }, { 7, 6, 2, TRUE }, { 5, 2, 1, FALSE }, { 4, 3, 9, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (maps); i++)
    {
      g_autoptr (WayScene) scene = make_scene (maps[i].stages, maps[i].lanes, maps[i].cards, maps[i].right_to_left);
      g_autoptr (GPtrArray) sights = way_sights_new (scene);

      g_assert_cmpuint (sights->len, ==, maps[i].stages);
      for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
        for (guint share = 0; share < G_N_ELEMENTS (shares); share++)
          {
            WayWall wall = make_wall (scene, sizes[size].width, sizes[size].height, shares[share]);
            const WaySight *first = g_ptr_array_index (sights, 0);

            /* On an upright wall a stage may be wider than text that large allows; it is shown whole then. */
            if (first->area.width * way_look_get_least_scale (&wall) > wall.width * 0.94)
              continue;
            for (guint sight = 0; sight < sights->len; sight++)
              check_stage (scene, &wall, g_ptr_array_index (sights, sight));
          }
    }
}

/* Where another stage makes a lane higher than the wall, a stage that has little in it leads past nothing, and its last lane is seen. */
static void
test_nothing_is_walked_past (void)
{
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (records), WAY_AUDIENCE_WORKSHOP, "2026-01-01");
  g_autoptr (WayScene) scene = NULL;
  g_autoptr (GPtrArray) sights = NULL;
  static const char *const stages[] = { "full", "little", "late", "empty" };
  static const guint n_pages[] = { 0, 2, 1, 1 };
  static const struct { const char *stage, *lane; } few[] = { { "little", "upper" }, { "little", "lower" }, { "late", "lower" } };
  WayRecord *record = way_record_new (WAY_KIND_MAP, "map", NULL);
  WayWall wall;

  way_record_set_text (record, WAY_MAP_KIND, "journey");
  put (records, record);
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    put (records, way_record_new (WAY_KIND_STAGE, stages[i], "map"));
  put (records, way_record_new (WAY_KIND_LANE, "upper", "map"));
  put (records, way_record_new (WAY_KIND_LANE, "lower", "map"));
  for (guint i = 0; i < 50 + G_N_ELEMENTS (few); i++)
    {
      g_autofree char *id = g_strdup_printf ("card%02u", i);

      record = way_record_new (WAY_KIND_CARD, id, "map");
      way_record_set_text (record, WAY_CARD_STAGE, i < 50 ? "full" : few[i - 50].stage);
      way_record_set_text (record, WAY_CARD_LANE, i < 50 ? "upper" : few[i - 50].lane);
      way_record_set_text (record, WAY_CARD_TEXT, "Rings");
      put (records, record);
    }
  scene = way_scene_new (lens, "map", &(WaySceneOptions) { 0 }, fonts, NULL);
  sights = way_sights_new (scene);
  wall = make_wall (scene, 1280, 720, 1 / 36.0);
  for (guint i = 0; i < sights->len; i++)
    {
      check_stage (scene, &wall, g_ptr_array_index (sights, i));
      if (i > 0)
        g_assert_cmpuint (way_look_count_pages (&wall, g_ptr_array_index (sights, i)), ==, n_pages[i]);
      else
        g_assert_cmpuint (way_look_count_pages (&wall, g_ptr_array_index (sights, i)), >, 3);
    }
}

/* The rule itself, by hand: a wall 1080 high has text of 24 pixels. */
static void
test_least_text (void)
{
  g_autoptr (WayScene) scene = make_scene (7, 6, 2, FALSE);
  WayWall wall = make_wall (scene, 1920, 1080, 1 / 45.0);
  WayLook look;

  g_assert_cmpfloat_with_epsilon (way_look_get_least_scale (&wall) * 11, 24, 1e-9);
  look = way_look_whole (&wall);
  g_assert_cmpfloat_with_epsilon (look.scale * 11, 24, 1e-9);
}

static void
test_small_map_is_seen_whole (void)
{
  g_autoptr (WayScene) scene = make_scene (2, 1, 1, FALSE);

  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    {
      WayWall wall = make_wall (scene, sizes[size].width, sizes[size].height, 1 / 60.0);
      WayRect all = { 0, 0, wall.map_width, wall.map_height };
      WayLook look = way_look_whole (&wall), followed = way_look_follow (&wall, NULL, &all, NULL);

      if (wall.map_width * way_look_get_least_scale (&wall) > wall.width * 0.94)
        continue;
      assert_readable (&wall, &look);
      assert_shows (&wall, &look, &all);
      assert_shows (&wall, &followed, &all);
      /* And no more than large. */
      g_assert_cmpfloat (look.scale * wall.body, <=, wall.height / 16 + 1e-9);
    }
}

/* Wherever something is selected, the room sees it, large enough, and beside no more ground than a margin. */
static void
test_following (void)
{
  g_autoptr (WayScene) scene = make_scene (7, 6, 2, FALSE);

  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (guint i = 0; i < way_scene_get_n_items (scene); i++)
      {
        const WayItem *item = way_scene_get_item (scene, i);
        WayWall wall = make_wall (scene, sizes[size].width, sizes[size].height, 1 / 45.0);
        WayRect desk = { 0, 0, wall.map_width, wall.map_height }, place;
        WayLook look;
        WayLookStrips strips;

        if (item->kind != WAY_KIND_CARD)
          continue;
        look = way_look_follow (&wall, NULL, &desk, &item->bounds);
        assert_readable (&wall, &look);
        assert_shows (&wall, &look, &item->bounds);
        strips = way_look_get_strips (&look, &wall);
        place = way_look_from_map (&look, &wall, &item->bounds);
        g_assert_false (strips.lanes.width > 0 && way_rect_intersects (&place, &strips.lanes));
        g_assert_false (strips.stages.width > 0 && way_rect_intersects (&place, &strips.stages));
      }
}

static void
test_following_is_calm (void)
{
  g_autoptr (WayScene) scene = make_scene (9, 6, 2, FALSE);
  WayWall wall = make_wall (scene, 1920, 1080, 1 / 45.0);
  WayRect desk = { 0, 0, wall.map_width, wall.map_height };
  const WayRect *first = &way_scene_get_item (scene, way_scene_find (scene, "card00-00-00"))->bounds;
  const WayRect *second = &way_scene_get_item (scene, way_scene_find (scene, "card00-00-01"))->bounds;
  const WayRect *far = &way_scene_get_item (scene, way_scene_find (scene, "card01-06-00"))->bounds;
  WayLook look = way_look_follow (&wall, NULL, &desk, first), next = way_look_follow (&wall, &look, &desk, second);

  g_assert_cmpmem (&look, sizeof look, &next, sizeof next);
  next = way_look_follow (&wall, &look, &desk, far);
  g_assert_cmpfloat (next.middle.x, >, look.middle.x);
}

/* A part of the map that can be read is shown as a whole, and in the middle. */
static void
test_following_a_part (void)
{
  g_autoptr (WayScene) scene = make_scene (12, 9, 2, FALSE);
  WayWall wall = make_wall (scene, 1920, 1080, 1 / 45.0);
  WayRect desk = { 700, 300, 600, 320 };
  WayLook look = way_look_follow (&wall, NULL, &desk, NULL);

  assert_readable (&wall, &look);
  assert_shows (&wall, &look, &desk);
  g_assert_cmpfloat_with_epsilon (look.middle.x, 1000, 1);
  g_assert_cmpfloat_with_epsilon (look.middle.y, 460, 1);
}

static void
test_views_agree (void)
{
  g_autoptr (WayScene) scene = make_scene (7, 6, 2, FALSE);
  WayWall wall = make_wall (scene, 1920, 1080, 1 / 45.0);
  WayLook look = { 2.5, { 433.25, 217.5 } };
  WayView view = way_look_get_view (&look, &wall);
  WayRect area = { 100, 200, 30, 40 }, one = way_look_from_map (&look, &wall, &area), other = way_view_from_map (&view, &area);

  g_assert_cmpfloat_with_epsilon (one.x, other.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (one.y, other.y, 1e-6);
  g_assert_cmpfloat_with_epsilon (one.width, other.width, 1e-6);
  one = way_look_get_visible (&look, &wall);
  other = way_view_get_visible (&view);
  g_assert_cmpfloat_with_epsilon (one.x, other.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (one.y + one.height, other.y + other.height, 1e-6);
}

static void
test_gliding (void)
{
  WayLook a = { 2, { 100, 100 } }, b = { 4, { 500, 300 } }, half = way_look_between (&a, &b, 0.5), end = way_look_between (&a, &b, 1);

  g_assert_cmpmem (&end, sizeof end, &b, sizeof b);
  g_assert_cmpfloat (half.scale, >, 2);
  g_assert_cmpfloat (half.scale, <, 4);
  g_assert_cmpfloat (half.middle.x, >, 100);
  g_assert_cmpfloat (half.middle.x, <, 500);
  b.scale = 2;
  half = way_look_between (&a, &b, 0.5);
  g_assert_cmpfloat_with_epsilon (half.middle.x, 300, 1e-9);
}

static void
test_corners (void)
{
  static const WayRect corners[] = { { 900, 700, 100, 50 }, { 0, 700, 100, 50 }, { 900, 0, 100, 50 }, { 0, 0, 100, 50 } };
  WayRect middle = { 400, 0, 200, 750 }, right = { 850, 0, 150, 750 }, below = { 0, 600, 1000, 150 }, far = { 900, 2000, 100, 100 };

  g_assert_cmpuint (way_look_choose_corner (1000, 750, corners, NULL, 0, 2), ==, 2);
  g_assert_cmpuint (way_look_choose_corner (1000, 750, corners, &middle, 1, 0), ==, 0);
  g_assert_cmpuint (way_look_choose_corner (1000, 750, corners, &right, 1, 0), ==, 1);
  g_assert_cmpuint (way_look_choose_corner (1000, 750, corners, &right, 1, 3), ==, 3);
  g_assert_cmpuint (way_look_choose_corner (1000, 750, corners, &below, 1, 0), ==, 2);
  g_assert_cmpuint (way_look_choose_corner (1000, 750, corners, &far, 1, 0), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/look/stages-are-readable", test_stages_are_readable);
  g_test_add_func ("/canvas/look/nothing-is-walked-past", test_nothing_is_walked_past);
  g_test_add_func ("/canvas/look/least-text", test_least_text);
  g_test_add_func ("/canvas/look/small-map-is-seen-whole", test_small_map_is_seen_whole);
  g_test_add_func ("/canvas/look/following", test_following);
  g_test_add_func ("/canvas/look/following-is-calm", test_following_is_calm);
  g_test_add_func ("/canvas/look/following-a-part", test_following_a_part);
  g_test_add_func ("/canvas/look/views-agree", test_views_agree);
  g_test_add_func ("/canvas/look/gliding", test_gliding);
  g_test_add_func ("/canvas/look/corners", test_corners);
  return g_test_run ();
}
