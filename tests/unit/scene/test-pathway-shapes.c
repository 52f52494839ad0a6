/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shapes of a pathway hold what is written in them, and moves that the map does not have are seen for what they are. */
#include "scene/way-scene.h"

#include "way-memory-records.h"

#include <math.h>

/* Takes @record. */
static void
put (WayEdit   *edit,
     WayRecord *record)
{
  way_edit_put (edit, record);
  g_object_unref (record);
}

static WayRecord *
new_record (WayKind     kind,
            const char *id,
            const char *within,
            guint       field,
            const char *text)
{
  WayRecord *record = way_record_new (kind, id, within);

  way_record_set_text (record, field, text);
  return record;
}

/* A map in one lane for each of the kinds of steps that are named, one step below the other. */
static WayRecords *
make_map (const char *const *kinds,
          const char        *title)
{
  static const char *const lanes[] = { "person", "frontstage", "backstage", "support", "commissioning" };
  g_autoptr (WayEdit) edit = way_edit_new ("Fill");
  g_autoptr (GError) error = NULL;
  WayMemoryRecords *records = way_memory_records_new ();

  put (edit, new_record (WAY_KIND_MAP, "m", NULL, WAY_MAP_KIND, "pathway"));
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      WayRecord *step = new_record (WAY_KIND_STEP, kinds[i], "m", WAY_STEP_LANE, lanes[i]);

      way_record_set_text (step, WAY_STEP_KIND, kinds[i]);
      way_record_set_text (step, WAY_STEP_TITLE, title);
      put (edit, new_record (WAY_KIND_LANE, lanes[i], "m", WAY_LANE_KIND, lanes[i]));
      put (edit, step);
    }
  way_memory_records_apply (records, edit, &error);
  g_assert_no_error (error);
  return WAY_RECORDS (records);
}

static WayScene *
lay_out (WayRecords            *records,
         const WaySceneOptions *options,
         WayFonts              *fonts)
{
  g_autoptr (WayLens) lens = way_lens_new (records, WAY_AUDIENCE_DESK, "2026-05-14");
  g_autoptr (GError) error = NULL;
  WayScene *scene = way_scene_new (lens, "m", options, fonts, &error);

  g_assert_no_error (error);
  return scene;
}

/* Whether a point is within a rectangle with round corners. */
static gboolean
is_within (const WayMark *box,
           double         x,
           double         y)
{
  const WayRect *rect = &box->box.rect;
  double radius = box->box.radius;
  double right = rect->x + rect->width, bottom = rect->y + rect->height;
  double off_x = MAX (0, MAX (rect->x + radius - x, x - (right - radius))), off_y = MAX (0, MAX (rect->y + radius - y, y - (bottom - radius)));

  return x >= rect->x && x <= right && y >= rect->y && y <= bottom && hypot (off_x, off_y) <= radius;
}

static void
check_text (const WayMark *box,
            const WayMark *text)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text->text.block->layout);

  do
    {
      PangoRectangle ink;
      double left, right, top, bottom;

      pango_layout_iter_get_line_extents (iter, &ink, NULL);
      left = text->text.at.x + (double) ink.x / PANGO_SCALE;
      right = left + (double) ink.width / PANGO_SCALE;
      top = text->text.at.y + (double) ink.y / PANGO_SCALE;
      bottom = top + (double) ink.height / PANGO_SCALE;
      g_assert_true (is_within (box, left, top) && is_within (box, right, top));
      g_assert_true (is_within (box, left, bottom) && is_within (box, right, bottom));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* Long titles stay within the outlines of starts and ends, also the inner one. */
static void
test_words_within (void)
{
  static const char *const kinds[] = { "start", "end", NULL };
  static const char *const titles[] = {
    "Home", "Is sent home with a letter", "WortWortWortWortWortWortWortWortWortWortWortWortWortWort",
    "Whoever wrote it in the workshop wanted every word that was said to be on the card, with the names of all three services",
  };
  WayFonts *fonts = way_fonts_new (NULL);

  for (guint t = 0; t < G_N_ELEMENTS (titles); t++)
    {
      g_autoptr (WayRecords) records = make_map (kinds, titles[t]);
      g_autoptr (WayScene) scene = lay_out (records, NULL, fonts);

      for (guint i = 0; kinds[i] != NULL; i++)
        {
          const WayItem *step = way_scene_get_item (scene, way_scene_find (scene, kinds[i]));
          const WayMark *marks = way_scene_get_marks (scene, step), *inner = NULL;
          guint n_texts = 0;

          for (guint k = 0; k < step->n_marks; k++)
            if (marks[k].type == WAY_MARK_BOX)
              inner = &marks[k];
            else if (marks[k].type == WAY_MARK_TEXT)
              {
                check_text (inner, &marks[k]);
                n_texts++;
              }
          g_assert_cmpuint (n_texts, ==, 1);
        }
    }
  way_fonts_unref (fonts);
}

/* A move that the map does not have goes around a step between its ends, where it would not be seen. */
static void
test_leap_around (void)
{
  static const char *const kinds[] = { "start", "step", "end", NULL };
  static const char *const scenarios[] = { "c", NULL };
  WaySceneOptions options = { .scenarios = scenarios };
  g_autoptr (WayRecords) records = make_map (kinds, "Waits for a letter");
  g_autoptr (WayEdit) edit = way_edit_new ("Walk");
  g_autoptr (GError) error = NULL;
  WayFonts *fonts = way_fonts_new (NULL);
  g_autoptr (WayScene) scene = NULL;
  WayRect between;
  guint n_leaps = 0;

  put (edit, new_record (WAY_KIND_SCENARIO, "c", "m", WAY_SCENARIO_TITLE, "Walk"));
  put (edit, new_record (WAY_KIND_STOP, "c1", "c", WAY_STOP_STEP, "start"));
  put (edit, new_record (WAY_KIND_STOP, "c2", "c", WAY_STOP_STEP, "end"));
  way_memory_records_apply (WAY_MEMORY_RECORDS (records), edit, &error);
  g_assert_no_error (error);
  scene = lay_out (records, &options, fonts);
  between = way_scene_get_item (scene, way_scene_find (scene, "step"))->bounds;
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      const WayMark *marks = way_scene_get_marks (scene, item);

      for (guint k = 0; item->role == WAY_ROLE_ROUTE && k < item->n_marks; k++)
        if (marks[k].dash == WAY_DASH_SHORT)
          {
            guint n_steps;
            const WayPathStep *steps = way_path_get_steps (marks[k].path, &n_steps);
            double middle;

            g_assert_cmpuint (n_steps, ==, 2);
            g_assert_cmpint (steps[1].type, ==, WAY_PATH_CURVE);
            /* Where a curve is half way. */
            middle = (steps[0].points[0].x + 3 * steps[1].points[0].x + 3 * steps[1].points[1].x + steps[1].points[2].x) / 8;
            g_assert_cmpfloat (middle, >, between.x + between.width + 8);
            n_leaps++;
          }
    }
  g_assert_cmpuint (n_leaps, ==, 1);
  way_fonts_unref (fonts);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/pathway-shapes/words-within", test_words_within);
  g_test_add_func ("/scene/pathway-shapes/leap-around", test_leap_around);

  return g_test_run ();
}
