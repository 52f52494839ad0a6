/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walking a pathway map by keyboard, what is said there, where its columns are, and what is written on links. */
#include "canvas/way-canvas-pathway.h"
#include "canvas/way-link-chooser.h"
#include "canvas/way-outline.h"
#include "scene/way-scene-pathway.h"

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
put_lane (WayMemoryRecords *records,
          const char       *id,
          const char       *kind)
{
  WayRecord *lane = way_record_new (WAY_KIND_LANE, id, "map");

  way_record_set_text (lane, WAY_LANE_KIND, kind);
  way_record_set_text (lane, WAY_LANE_TITLE, id);
  put (records, lane);
}

static void
put_step (WayMemoryRecords *records,
          const char       *id,
          const char       *lane,
          const char       *title)
{
  WayRecord *step = way_record_new (WAY_KIND_STEP, id, "map");

  way_record_set_text (step, WAY_STEP_LANE, lane);
  way_record_set_text (step, WAY_STEP_KIND, "step");
  way_record_set_text (step, WAY_STEP_TITLE, title);
  put (records, step);
}

static void
put_link (WayMemoryRecords *records,
          const char       *id,
          const char       *from,
          const char       *to)
{
  WayRecord *link = way_record_new (WAY_KIND_LINK, id, "map");

  way_record_set_text (link, WAY_LINK_FROM, from);
  way_record_set_text (link, WAY_LINK_TO, to);
  way_record_set_text (link, WAY_LINK_KIND, "flow");
  put (records, link);
}

/* Two lanes: a leads to b and to c below, b leads on to d, and d back to a. A flag is on b. */
static WayScene *
make_scene (gboolean right_to_left)
{
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);
  g_autoptr (WayLens) lens = NULL;
  g_autoptr (GError) error = NULL;
  WayRecord *map = way_record_new (WAY_KIND_MAP, "map", NULL), *flag = way_record_new (WAY_KIND_FLAG, "flag", "map");
  WayScene *scene;

  way_record_set_text (map, WAY_MAP_KIND, "pathway");
  way_record_set_text (map, WAY_MAP_TITLE, right_to_left ? "طريق" : "Way");
  put (records, map);
  put_lane (records, "me", "person");
  put_lane (records, "they", "frontstage");
  put_step (records, "a", "me", right_to_left ? "أولاً" : "First");
  put_step (records, "b", "me", right_to_left ? "ثانياً" : "Second");
  put_step (records, "c", "they", right_to_left ? "ثالثاً" : "Third");
  put_step (records, "d", "me", right_to_left ? "رابعاً" : "Fourth");
  put_link (records, "ab", "a", "b");
  put_link (records, "ac", "a", "c");
  put_link (records, "bd", "b", "d");
  put_link (records, "da", "d", "a");
  way_record_set_text (flag, WAY_FLAG_ON, "b");
  way_record_set_text (flag, WAY_FLAG_TEXT, "Why?");
  put (records, flag);
  lens = way_lens_new (WAY_RECORDS (records), WAY_AUDIENCE_DESK, "2026-01-01");
  scene = way_scene_new (lens, "map", &(WaySceneOptions) { 0 }, fonts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (way_scene_is_right_to_left (scene), ==, right_to_left);
  return scene;
}

static void
step (WayScene   *scene,
      WaySpot    *spot,
      WayWalk     walk,
      const char *id)
{
  g_assert_true (way_outline_walk (scene, spot, walk, spot));
  g_assert_cmpstr (spot->id, ==, id);
}

static void
aside (WayScene   *scene,
       WaySpot    *spot,
       WayWalk     walk,
       const char *id)
{
  g_assert_true (way_pathway_walk_aside (scene, spot, walk, spot));
  g_assert_cmpstr (spot->id, ==, id);
}

static void
test_walk (void)
{
  g_autoptr (WayScene) scene = make_scene (FALSE);
  WaySpot spot = { 0 };

  step (scene, &spot, WAY_WALK_RIGHT, "a");
  step (scene, &spot, WAY_WALK_RIGHT, "b");
  step (scene, &spot, WAY_WALK_DOWN, "c");
  step (scene, &spot, WAY_WALK_UP, "a");
  step (scene, &spot, WAY_WALK_RIGHT, "b");
  step (scene, &spot, WAY_WALK_RIGHT, "d");
  g_assert_cmpint (spot.kind, ==, WAY_KIND_STEP);
  /* Nothing is further on but what leads back. */
  step (scene, &spot, WAY_WALK_RIGHT, "a");
  step (scene, &spot, WAY_WALK_LAST, "d");
  step (scene, &spot, WAY_WALK_LEFT, "b");
  step (scene, &spot, WAY_WALK_FIRST, "a");
  step (scene, &spot, WAY_WALK_LEFT, "me");
  g_assert_cmpint (spot.kind, ==, WAY_KIND_LANE);
  step (scene, &spot, WAY_WALK_DOWN, "they");
  step (scene, &spot, WAY_WALK_RIGHT, "c");
  step (scene, &spot, WAY_WALK_LEFT, "a");
  step (scene, &spot, WAY_WALK_UP, "map");
  g_assert_cmpint (spot.kind, ==, WAY_KIND_MAP);
  step (scene, &spot, WAY_WALK_DOWN, "me");
}

static void
test_walk_aside (void)
{
  g_autoptr (WayScene) scene = make_scene (FALSE);
  WaySpot spot = { 0 };

  step (scene, &spot, WAY_WALK_RIGHT, "a");
  aside (scene, &spot, WAY_WALK_RIGHT, "ab");
  g_assert_cmpint (spot.kind, ==, WAY_KIND_LINK);
  step (scene, &spot, WAY_WALK_DOWN, "ac");
  g_assert_false (way_outline_walk (scene, &spot, WAY_WALK_DOWN, &spot));
  step (scene, &spot, WAY_WALK_UP, "ab");
  step (scene, &spot, WAY_WALK_DOWN, "ac");
  step (scene, &spot, WAY_WALK_RIGHT, "c");
  aside (scene, &spot, WAY_WALK_LEFT, "ac");
  step (scene, &spot, WAY_WALK_LEFT, "a");
  step (scene, &spot, WAY_WALK_RIGHT, "b");
  aside (scene, &spot, WAY_WALK_DOWN, "flag");
  g_assert_cmpint (spot.kind, ==, WAY_KIND_FLAG);
  g_assert_false (way_outline_walk (scene, &spot, WAY_WALK_DOWN, &spot));
  step (scene, &spot, WAY_WALK_UP, "b");
}

static void
test_mirrored (void)
{
  g_autoptr (WayScene) scene = make_scene (TRUE);
  WaySpot spot = { 0 };
  WayRect first, second;
  WayPlace place;
  int item = way_scene_find (scene, "b");
  const WayRect *bounds = &way_scene_get_item (scene, item)->bounds;

  step (scene, &spot, WAY_WALK_LEFT, "a");
  step (scene, &spot, WAY_WALK_LEFT, "b");
  aside (scene, &spot, WAY_WALK_LEFT, "bd");
  step (scene, &spot, WAY_WALK_RIGHT, "b");
  step (scene, &spot, WAY_WALK_RIGHT, "a");
  step (scene, &spot, WAY_WALK_RIGHT, "me");
  g_assert_true (way_scene_get_column_bounds (scene, 0, &first));
  g_assert_true (way_scene_get_column_bounds (scene, 1, &second));
  g_assert_cmpfloat (first.x, >, second.x);
  g_assert_true (way_scene_get_step_place_at (scene, bounds->x + bounds->width / 2, bounds->y + 3, &place));
  g_assert_cmpuint (place.index, ==, 1);
}

static void
test_columns (void)
{
  g_autoptr (WayScene) scene = make_scene (FALSE);
  const char *ids[] = { "a", "b", "c", "d" };
  guint column;
  gboolean pinned;
  WayPlace place;
  WayRect bounds;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const WayItem *item = way_scene_get_item (scene, way_scene_find (scene, ids[i]));

      g_assert_true (way_scene_get_column (scene, ids[i], &column, &pinned));
      g_assert_false (pinned);
      g_assert_true (way_scene_get_step_place_at (scene, item->bounds.x + item->bounds.width / 2, item->bounds.y + item->bounds.height / 2, &place));
      g_assert_cmpuint (place.index, ==, column);
      g_assert_cmpstr (place.lane, ==, i == 2 ? "they" : "me");
      g_assert_true (way_scene_get_column_bounds (scene, column, &bounds));
      g_assert_cmpfloat (bounds.x - 1, <=, item->bounds.x);
      g_assert_cmpfloat (bounds.x + bounds.width + 1, >=, item->bounds.x + item->bounds.width);
    }
  /* Behind the last column is one more, and no further. */
  g_assert_true (way_scene_get_step_place_at (scene, bounds.x + bounds.width + 400, bounds.y + 20, &place));
  g_assert_cmpuint (place.index, ==, column + 1);
  g_assert_true (way_scene_get_column_bounds (scene, column + 1, &bounds));
  g_assert_false (way_scene_get_column_bounds (scene, column + 2, &bounds));
  g_assert_false (way_scene_get_step_place_at (scene, 200, 5, &place));
}

static void
expect_name (WayScene   *scene,
             const char *id,
             const char *name,
             guint       position,
             guint       of)
{
  g_autofree char *said = NULL;
  WaySpot spot;
  guint is, whole;

  g_assert_true (way_outline_find (scene, id, &spot));
  said = way_outline_dup_name (scene, &spot);
  g_assert_cmpstr (said, ==, name);
  g_assert_true (way_pathway_get_position (scene, &spot, &is, &whole));
  g_assert_cmpuint (is, ==, position);
  g_assert_cmpuint (whole, ==, of);
}

static void
test_names (void)
{
  g_autoptr (WayScene) scene = make_scene (FALSE);

  expect_name (scene, "a", "First, me; 2 links out", 1, 3);
  expect_name (scene, "c", "Third, they; 0 links out", 1, 1);
  expect_name (scene, "ac", "flow to Third, from First", 2, 2);
  expect_name (scene, "they", "they, lane 2 of 2", 2, 2);
}

/* A link without words is no larger than a place to click at, on its line. */
static void
test_bounds (void)
{
  g_autoptr (WayScene) scene = make_scene (FALSE);
  WaySpot spot, found;
  WayRect bounds;

  g_assert_true (way_outline_find (scene, "da", &spot));
  g_assert_true (way_outline_get_bounds (scene, &spot, &bounds));
  g_assert_cmpfloat (bounds.width, <, 30);
  g_assert_true (way_outline_spot_at (scene, bounds.x + bounds.width / 2, bounds.y + bounds.height / 2, &found));
  g_assert_cmpstr (found.id, ==, "da");
}

static void
expect_words (const char *before_label,
              double      before_days,
              const char *text,
              gboolean    keep,
              const char *label,
              double      days)
{
  g_autoptr (WayRecord) link = way_record_new (WAY_KIND_LINK, NULL, "map");

  if (before_label != NULL)
    way_record_set_text (link, WAY_LINK_LABEL, before_label);
  if (before_days >= 0)
    way_record_set_number (link, WAY_LINK_WAIT_DAYS, before_days);
  way_pathway_add_link_words (link, text, keep);
  g_assert_cmpstr (way_record_get_text (link, WAY_LINK_LABEL), ==, label);
  g_assert_cmpint (way_record_has (link, WAY_LINK_WAIT_DAYS), ==, days >= 0);
  if (days >= 0)
    g_assert_cmpfloat_with_epsilon (way_record_get_number (link, WAY_LINK_WAIT_DAYS), days, 1e-9);
}

static void
test_link_words (void)
{
  static const char *const labels[] = { "none", "nothing", "now", "today", "two", "2 or 3", "night", "a couple", "in two", "up to twelve" };

  expect_words (NULL, -1, "3 weeks", TRUE, NULL, 21);
  expect_words (NULL, -1, "yes", TRUE, "yes", -1);
  expect_words (NULL, -1, "no", TRUE, "no", -1);
  expect_words (NULL, -1, "2", TRUE, "2", -1);
  expect_words (NULL, -1, "yes, 2–3 days", TRUE, "yes", 3);
  expect_words (NULL, -1, "yes, if they can, 1 week", TRUE, "yes, if they can", 7);
  expect_words (NULL, -1, "نعم، 1 week", TRUE, "نعم", 7);
  expect_words (NULL, -1, "by bus, train", TRUE, "by bus, train", -1);
  /* What people write at the ways out of a decision is no wait because it could be one. */
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    expect_words (NULL, 21, labels[i], TRUE, labels[i], 21);
  expect_words (NULL, -1, "same day", TRUE, NULL, 0);
  expect_words (NULL, -1, "no wait", TRUE, NULL, 0);
  expect_words (NULL, -1, "none, a fortnight", TRUE, "none", 14);
  expect_words (NULL, -1, "fortnight", TRUE, NULL, 14);
  expect_words (NULL, -1, "overnight", TRUE, NULL, 1);
  expect_words (NULL, -1, "half a day", TRUE, NULL, 0.5);
  /* Typed over one of the two, the other stays. */
  expect_words ("yes", -1, "3 weeks", TRUE, "yes", 21);
  expect_words (NULL, 21, "yes", TRUE, "yes", 21);
  expect_words ("yes", 21, "no", TRUE, "no", 21);
  expect_words ("yes", 21, "9d", TRUE, "yes", 9);
  /* Seen and changed, what is not there any more goes. */
  expect_words ("yes", 21, "yes", FALSE, "yes", -1);
  expect_words ("yes", 21, "3 weeks", FALSE, NULL, 21);
  expect_words ("yes", 21, "", FALSE, NULL, -1);
  expect_words ("yes", 21, "yes\n4 weeks", FALSE, "yes", 28);
}

/* What is said is rounded; what is kept is not, as long as nobody types another wait. */
static void
test_link_wait_kept (void)
{
  g_autoptr (WayRecord) link = way_record_new (WAY_KIND_LINK, NULL, "map");
  g_autofree char *words = NULL;

  way_record_set_text (link, WAY_LINK_LABEL, "yes");
  way_record_set_number (link, WAY_LINK_WAIT_DAYS, 10.4321);
  words = way_pathway_dup_link_words (link);
  g_assert_true (g_str_has_prefix (words, "yes\n"));
  memcpy (words, "yea", 3);
  way_pathway_add_link_words (link, words, FALSE);
  g_assert_cmpstr (way_record_get_text (link, WAY_LINK_LABEL), ==, "yea");
  g_assert_cmpfloat (way_record_get_number (link, WAY_LINK_WAIT_DAYS), ==, 10.4321);
}

static void
changed_cb (WayRecords *records,
            WayChanges *changes,
            WayScene   *scene)
{
  g_autoptr (GError) error = NULL;

  way_scene_update (scene, changes, NULL, &error);
  g_assert_no_error (error);
}

/* One after the other, each in the next of three lanes. */
static WayMemoryRecords *
make_long (guint n)
{
  WayMemoryRecords *records = way_memory_records_new ();
  WayRecord *map = way_record_new (WAY_KIND_MAP, "map", NULL);
  g_autoptr (WayEdit) edit = way_edit_new ("Fill");
  g_autoptr (GError) error = NULL;

  way_record_set_text (map, WAY_MAP_KIND, "pathway");
  put (records, map);
  put_lane (records, "me", "person");
  put_lane (records, "they", "frontstage");
  put_lane (records, "behind", "backstage");
  for (guint i = 0; i < n; i++)
    {
      const char *const lanes[] = { "me", "they", "behind" };
      g_autofree char *id = g_strdup_printf ("s%u", i), *link_id = g_strdup_printf ("k%u", i), *from = g_strdup_printf ("s%u", i - 1);
      g_autoptr (WayRecord) next = way_record_new (WAY_KIND_STEP, id, "map"), link = way_record_new (WAY_KIND_LINK, link_id, "map");

      way_record_set_position (next, i);
      way_record_set_text (next, WAY_STEP_LANE, lanes[i % G_N_ELEMENTS (lanes)]);
      way_record_set_text (next, WAY_STEP_TITLE, id);
      way_edit_put (edit, next);
      way_record_set_text (link, WAY_LINK_FROM, from);
      way_record_set_text (link, WAY_LINK_TO, id);
      if (i > 0)
        way_edit_put (edit, link);
    }
  way_memory_records_apply (records, edit, &error);
  g_assert_no_error (error);
  return records;
}

/* A map of 5,000 steps is opened, walked, edited on the way, and put back. */
static void
test_long (void)
{
  const guint n = 5000;
  g_autoptr (WayMemoryRecords) records = make_long (n);
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (records), WAY_AUDIENCE_DESK, "2026-01-01");
  g_autoptr (GError) error = NULL;
  g_autoptr (WayScene) scene = way_scene_new (lens, "map", &(WaySceneOptions) { 0 }, fonts, &error);
  WaySpot spot = { 0 };

  g_assert_no_error (error);
  g_signal_connect (records, "changed", G_CALLBACK (changed_cb), scene);
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i), *name = NULL;
      g_autoptr (WayRecord) before = NULL;
      WayRecord *now;
      guint position, of;

      step (scene, &spot, WAY_WALK_RIGHT, id);
      g_assert_true (way_pathway_get_position (scene, &spot, &position, &of));
      g_assert_cmpuint (position, ==, i / 3 + 1);
      if (i % 40 != 39)
        continue;
      way_records_read (WAY_RECORDS (records), WAY_KIND_STEP, id, &before, NULL);
      now = way_record_copy (before);
      way_record_set_text (now, WAY_STEP_TITLE, "Rings the clinic");
      put (records, now);
      name = way_pathway_dup_name (scene, &spot);
      g_assert_nonnull (strstr (name, "Rings the clinic"));
      put (records, g_steal_pointer (&before));
      g_clear_pointer (&name, g_free);
      name = way_pathway_dup_name (scene, &spot);
      g_assert_nonnull (strstr (name, id));
    }
  step (scene, &spot, WAY_WALK_LAST, "s4998");
  g_signal_handlers_disconnect_by_data (records, scene);
}

/* The step that is called what was typed comes before those that only begin so, in any script and with or without accents. */
static void
test_link_names (void)
{
  static const struct { const char *title, *typed; guint rank; } names[] = {
    { "GP", "gp", 0 }, { "GP letter", "gp", 1 }, { "The GP", "gp", 2 }, { "Nurse", "gp", 3 }, { " Café ", "cafe", 0 }, { "Cafe", "CAFÉ", 0 },
    { "موعد", "موعد", 0 }, { "مَوْعِد أوّل", "موعد", 1 }, { "الموعد", "موعد", 2 }, { "STRASSE", "straße", 0 }, { "two\nlines", "two lines", 0 },
    { "ﬁrst", "first", 0 }, { "Anything", "", 1 }, { "", "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *sought = way_canvas_dup_folded (names[i].typed);

      if (way_link_chooser_rank (names[i].title, sought) != names[i].rank)
        g_error ("“%s” fits “%s” as %u", names[i].title, names[i].typed, way_link_chooser_rank (names[i].title, sought));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pathway-tools/walk", test_walk);
  g_test_add_func ("/pathway-tools/walk-aside", test_walk_aside);
  g_test_add_func ("/pathway-tools/long", test_long);
  g_test_add_func ("/pathway-tools/mirrored", test_mirrored);
  g_test_add_func ("/pathway-tools/columns", test_columns);
  g_test_add_func ("/pathway-tools/names", test_names);
  g_test_add_func ("/pathway-tools/bounds", test_bounds);
  g_test_add_func ("/pathway-tools/link-words", test_link_words);
  g_test_add_func ("/pathway-tools/link-names", test_link_names);
  g_test_add_func ("/pathway-tools/link-wait-kept", test_link_wait_kept);
  return g_test_run ();
}
