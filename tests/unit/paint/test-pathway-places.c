/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places from before, as they may be in a file: what does not fit is passed over, and whatever they say, everything on the map is there,
 * in its lane and beside each other. That true ones are gone by is held in test-pathway-edits.c. */
#include "scene/way-scene-pathway.h"

#include "way-memory-records.h"
#include "way-scene-help.h"

#include <math.h>
#include <string.h>

#define STEPS 6

/** A loop over three lanes, and a step that nothing leads to. */
static const struct
{
  const char *id, *lane;
} steps[STEPS] = { { "a", "one" }, { "b", "two" }, { "c", "three" }, { "d", "one" }, { "e", "two" }, { "f", "two" } };
static const char *const links[][2] = { { "a", "b" }, { "b", "c" }, { "c", "d" }, { "d", "e" }, { "e", "a" } };
static const char *const lanes[] = { "one", "two", "three" };

typedef struct
{
  WayMemoryRecords *records;
  WayLens *lens;
  WayFonts *fonts;
} Fixture;

static void
put (WayEdit    *edit,
     WayKind     kind,
     const char *id,
     double      position,
     guint       field,
     const char *value,
     guint       other,
     const char *other_value)
{
  WayRecord *record = way_record_new (kind, id, kind == WAY_KIND_MAP ? NULL : "m");

  way_record_set_position (record, position);
  way_record_set_text (record, field, value);
  way_record_set_text (record, other, other_value);
  way_edit_put (edit, record);
  g_object_unref (record);
}

static void
fixture_set_up (Fixture *self)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Fill");
  g_autoptr (GError) error = NULL;

  self->records = way_memory_records_new ();
  self->lens = way_lens_new (WAY_RECORDS (self->records), WAY_AUDIENCE_DESK, "2026-05-14");
  self->fonts = way_fonts_new (NULL);
  put (edit, WAY_KIND_MAP, "m", 0, WAY_MAP_KIND, "pathway", WAY_MAP_TITLE, "Home again");
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    put (edit, WAY_KIND_LANE, lanes[i], i, WAY_LANE_KIND, "frontstage", WAY_LANE_TITLE, lanes[i]);
  for (guint i = 0; i < STEPS; i++)
    put (edit, WAY_KIND_STEP, steps[i].id, i, WAY_STEP_LANE, steps[i].lane, WAY_STEP_TITLE, "Asks somebody at the desk");
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *id = g_strdup_printf ("k%u", i);

      put (edit, WAY_KIND_LINK, id, i, WAY_LINK_FROM, links[i][0], WAY_LINK_TO, links[i][1]);
    }
  way_memory_records_apply (self->records, edit, &error);
  g_assert_no_error (error);
}

static void
fixture_tear_down (Fixture *self)
{
  g_object_unref (self->lens);
  g_object_unref (self->records);
  way_fonts_unref (self->fonts);
}

static WayScene *
make_scene (Fixture    *self,
            const char *places)
{
  g_autoptr (GError) error = NULL;
  WayScene *scene = way_scene_new (self->lens, "m", &(WaySceneOptions) { .places = places }, self->fonts, &error);

  g_assert_no_error (error);
  return scene;
}

static const WayRect *
get_bounds (WayScene   *scene,
            const char *id)
{
  int item = way_scene_find (scene, id);

  g_assert_cmpint (item, >=, 0);
  return &way_scene_get_item (scene, item)->bounds;
}

/* Everything is there, where people look for it. */
static void
check_scene (WayScene *scene)
{
  double width, height;

  way_scene_get_size (scene, &width, &height);
  g_assert_true (isfinite (width) && isfinite (height));
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *id = g_strdup_printf ("k%u", i);
      const WayRect *line = get_bounds (scene, id);

      g_assert_true (line->x >= 0 && line->y >= 0 && line->x + line->width <= width && line->y + line->height <= height);
    }
  for (guint i = 0; i < STEPS; i++)
    {
      const WayRect *box = get_bounds (scene, steps[i].id), *lane = get_bounds (scene, steps[i].lane);

      g_assert_true (box->x > lane->x && box->x + box->width < width && box->y >= lane->y && box->y + box->height <= lane->y + lane->height);
      for (guint k = 0; k < i; k++)
        {
          const WayRect *other = get_bounds (scene, steps[k].id);

          g_assert_true (box->x >= other->x + other->width || other->x >= box->x + box->width ||
                         box->y >= other->y + other->height || other->y >= box->y + box->height);
        }
    }
}

/* What is not a place at all is as if it were not there. */
static void
test_garbage (void)
{
  static const char *const texts[] = {
    "", "\n", "places 1", "places 1\n", "places 2\nstep a one 3 700 30\n", "step a one 3 700 30\n", "\xff\xfe\x80", "places 1\n\xff \x80 a\n",
    "places 1\nstep\nlink\nstep \nlink \n", "places 1\nstep nobody one 3 700 30\nlink nothing 0 0 1 1 2 2\n",
    "places 1\nstep a two 3 700 30\n",
    "places 1\nstep a one -1 700 30\nstep a one 3 -700 30\nstep a one 3 700 -30\n",
    "places 1\nstep a one 20001 700 30\nstep a one 18446744073709551616 700 30\nstep a one 4294967296 700 30\n",
    "places 1\nstep a one 3 inf 30\nstep a one 3 nan 30\nstep a one 3 1e300 30\nstep a one 3 1e9999 30\nstep a one 3 30 1e8\n",
    "places 1\nstep a one 3 0x 30\nstep a one 3 700\nstep a one 3 700 30 1\nstep a one x 700 30\nstep a one 3,5 700 30\n",
    "places 1\nlink k0 0 0\nlink k0 0 0 1\nlink k0 0 0 1 2 3\nlink k0 nan 0 1 2\nlink k0 0 0 1 2 3 inf\nlink k0 0 0 -1 2\n",
  };
  g_autoptr (WayScene) fresh = NULL;
  g_autofree char *expected = NULL, *long_text = g_strnfill (9 * 1024 * 1024, '\n');
  Fixture self;

  fixture_set_up (&self);
  fresh = make_scene (&self, NULL);
  check_scene (fresh);
  g_assert_null (way_scene_dup_places (fresh));
  expected = way_scene_help_dump (fresh, TRUE);
  memcpy (long_text, "places 1\nstep a one 3 700 30", strlen ("places 1\nstep a one 3 700 30"));
  for (guint i = 0; i <= G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (WayScene) scene = make_scene (&self, i < G_N_ELEMENTS (texts) ? texts[i] : long_text);
      g_autofree char *dump = way_scene_help_dump (scene, TRUE);

      g_assert_cmpstr (dump, ==, expected);
      g_assert_null (way_scene_dup_places (scene));
    }
  fixture_tear_down (&self);
}

static void
append_places (GString *text,
               GRand   *random)
{
  static const char *const numbers[] = { "0", "1", "0.5", "-0", "30", "700", "9999999", "10000000", "1e-300", "123.33333333333333" };

  for (guint n = g_rand_int_range (random, 1, 9); n > 0; n--)
    g_string_append_printf (text, " %s %s", numbers[g_rand_int_range (random, 0, G_N_ELEMENTS (numbers))],
                            numbers[g_rand_int_range (random, 0, G_N_ELEMENTS (numbers))]);
}

/* Places that are some, and lies: all on one spot, far away, against the flow, lines that go elsewhere and back. */
static void
test_lies (void)
{
  static const guint columns[] = { 0, 1, 2, 5, 40, 20000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autofree char *expected = NULL;
  g_autoptr (WayScene) fresh = NULL;
  guint n_other = 0;
  Fixture self;

  fixture_set_up (&self);
  fresh = make_scene (&self, NULL);
  expected = way_scene_help_dump (fresh, TRUE);
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) text = g_string_new ("places 1\n");
      g_autoptr (WayScene) scene = NULL;
      g_autofree char *told = NULL, *dump = NULL;

      for (guint i = 0; i < STEPS; i++)
        if (g_rand_int_range (random, 0, 4) > 0)
          g_string_append_printf (text, "step %s %s %u %d %d\n", steps[i].id, steps[i].lane,
                                  columns[g_rand_int_range (random, 0, round % 10 == 0 ? 6 : 5)], 100 * g_rand_int_range (random, 0, 9),
                                  g_rand_int_range (random, 0, 500));
      for (guint i = 0; i < G_N_ELEMENTS (links); i++)
        {
          g_string_append_printf (text, "link k%u 0 0", i);
          append_places (text, random);
          g_string_append_c (text, '\n');
        }
      scene = make_scene (&self, text->str);
      check_scene (scene);
      told = way_scene_dup_places (scene);
      g_assert_nonnull (told);
      dump = way_scene_help_dump (scene, TRUE);
      n_other += !g_str_equal (dump, expected);
    }
  /* They are heeded, or there was nothing to withstand. */
  g_assert_cmpuint (n_other, >, 100);
  fixture_tear_down (&self);
}

/* A reading that hides something, and a comparison, have places of their own, which nobody keeps. */
static void
test_others (void)
{
  static const char places[] = "places 1\nstep a one 9 2000 400\nstep b two 8 1800 10\nstep c three 2 300 10\n";
  g_autofree char *expected = NULL, *dump = NULL;
  g_autoptr (WayScene) fresh = NULL, scene = NULL;
  Fixture self;

  fixture_set_up (&self);
  fresh = way_scene_new (self.lens, "m", &(WaySceneOptions) { .reading = WAY_READING_PERSON }, self.fonts, NULL);
  scene = way_scene_new (self.lens, "m", &(WaySceneOptions) { .reading = WAY_READING_PERSON, .places = places }, self.fonts, NULL);
  expected = way_scene_help_dump (fresh, TRUE);
  dump = way_scene_help_dump (scene, TRUE);
  g_assert_cmpstr (dump, ==, expected);
  g_assert_null (way_scene_dup_places (scene));
  fixture_tear_down (&self);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/pathway-places/garbage", test_garbage);
  g_test_add_func ("/paint/pathway-places/lies", test_lies);
  g_test_add_func ("/paint/pathway-places/others", test_others);
  return g_test_run ();
}
