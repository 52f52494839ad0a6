/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people said at a step can be read there, whatever the shape and the fill of the step. */
#include "scene/way-excerpt.h"

#include "way-memory-records.h"

/* Puts a record with texts: field and text by turns, and -1 after them; a quote is all of its story. */
static void
put (WayEdit    *edit,
     WayKind     kind,
     const char *id,
     const char *within,
     ...)
{
  g_autoptr (WayRecord) record = way_record_new (kind, id, within);
  va_list texts;
  int field;

  va_start (texts, within);
  while ((field = va_arg (texts, int)) >= 0)
    way_record_set_text (record, field, va_arg (texts, const char *));
  va_end (texts);
  if (kind == WAY_KIND_QUOTE)
    {
      way_record_set_number (record, WAY_QUOTE_START, 0);
      way_record_set_number (record, WAY_QUOTE_END, 74);
    }
  way_edit_put (edit, record);
}

/* Three quotes on each of five steps. */
static WayEdit *
make_map (void)
{
  static const char *const kinds[] = { "start", "step", "decision", "end", "gap" };
  WayEdit *edit = way_edit_new ("Fill");

  put (edit, WAY_KIND_MAP, "m", NULL, WAY_MAP_KIND, "pathway", -1);
  put (edit, WAY_KIND_LANE, "l", "m", WAY_LANE_KIND, "person", -1);
  put (edit, WAY_KIND_STORY, "y", NULL, WAY_STORY_TITLE, "The stairs", WAY_STORY_TEXT,
       "They said ring at eight, so I rang at eight, and it was engaged until ten.", -1);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      put (edit, WAY_KIND_STEP, kinds[i], "m", WAY_STEP_LANE, "l", WAY_STEP_KIND, kinds[i], WAY_STEP_TITLE, "Rings", -1);
      for (guint k = 0; k < 3; k++)
        {
          g_autofree char *quote = g_strdup_printf ("q%u-%u", i, k), *tie = g_strdup_printf ("e%u-%u", i, k);

          put (edit, WAY_KIND_QUOTE, quote, "y", -1);
          put (edit, WAY_KIND_EVIDENCE, tie, NULL, WAY_EVIDENCE_QUOTE, quote, WAY_EVIDENCE_ON, kinds[i], -1);
        }
    }
  return edit;
}

/* A box of paper around it, or, where the step has an outline of its own, one that is filled with paper. */
static gboolean
is_on_paper (const WayMark *marks,
             guint          n_marks,
             const WayRect *rect)
{
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].type == WAY_MARK_PATH && marks[i].fill == WAY_INK_PAPER)
      return TRUE;
    else if (marks[i].type == WAY_MARK_BOX && marks[i].fill == WAY_INK_PAPER && marks[i].box.rect.x <= rect->x &&
             marks[i].box.rect.y <= rect->y && marks[i].box.rect.x + marks[i].box.rect.width >= rect->x + rect->width &&
             marks[i].box.rect.y + marks[i].box.rect.height >= rect->y + rect->height)
      return TRUE;
  return FALSE;
}

/* Quotes are written in the inks of paper, and nothing of them is where round corners cut the step off. */
static void
test_on_paper (void)
{
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (WayEdit) edit = make_map ();
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (records), WAY_AUDIENCE_DESK, "2026-05-14");
  g_autoptr (GError) error = NULL;
  g_autoptr (WayScene) scene = NULL;
  WayFonts *fonts = way_fonts_new (NULL);
  guint n_quotes = 0;

  way_memory_records_apply (records, edit, &error);
  g_assert_no_error (error);
  scene = way_scene_new (lens, "m", NULL, fonts, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i), *step;

      if (item->role != WAY_ROLE_QUOTE)
        continue;
      n_quotes++;
      g_assert_cmpint (item->owner, >=, 0);
      step = way_scene_get_item (scene, item->owner);
      if (!is_on_paper (way_scene_get_marks (scene, step), step->n_marks, &item->bounds))
        g_error ("%s stands on the fill of a %s", item->id, step->id);
    }
  g_assert_cmpuint (n_quotes, ==, 15);
  way_fonts_unref (fonts);
}

static WayScene *
lay_out (WayEdit    *edit,
         const char *map_id,
         WayFonts   *fonts)
{
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (records), WAY_AUDIENCE_DESK, "2026-05-14");
  g_autoptr (GError) error = NULL;
  WayScene *scene;

  way_memory_records_apply (records, edit, &error);
  g_assert_no_error (error);
  scene = way_scene_new (lens, map_id, NULL, fonts, &error);
  g_assert_no_error (error);
  return scene;
}

/* Taken from the map alone it is as on a map without quotes, where it stood; and nothing of the quotes comes along. */
static void
check_alone (WayScene   *scene,
             WayScene   *without,
             const char *id)
{
  const char *const ids[] = { id, "not-there", NULL };
  g_autoptr (WayExcerpt) excerpt = way_excerpt_new (scene, ids);
  WayRect there = way_scene_get_item (scene, way_scene_find (scene, id))->bounds;
  WayRect expected = way_scene_get_item (without, way_scene_find (without, id))->bounds;

  g_assert_nonnull (excerpt);
  g_assert_cmpuint (excerpt->items->len, ==, 1);
  g_assert_cmpfloat (excerpt->bounds.x, ==, there.x);
  g_assert_cmpfloat (excerpt->bounds.y, ==, there.y);
  g_assert_cmpfloat (excerpt->bounds.height, ==, expected.height);
  g_assert_cmpfloat (excerpt->bounds.width, ==, expected.width);
  g_assert_cmpfloat (excerpt->bounds.height, <, there.height);
  for (guint i = 0; i < way_scene_get_n_items (excerpt->scene); i++)
    g_assert_cmpint (way_scene_get_item (excerpt->scene, i)->role, !=, WAY_ROLE_QUOTE);
}

static void
test_alone (void)
{
  static const char *const kinds[] = { "start", "step", "decision", "end", "gap" };
  g_autoptr (WayEdit) edit = make_map (), plain = way_edit_new ("Fill");
  WayFonts *fonts = way_fonts_new (NULL);
  g_autoptr (WayScene) scene = NULL, without = NULL;

  put (plain, WAY_KIND_MAP, "m", NULL, WAY_MAP_KIND, "pathway", -1);
  put (plain, WAY_KIND_LANE, "l", "m", WAY_LANE_KIND, "person", -1);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    put (plain, WAY_KIND_STEP, kinds[i], "m", WAY_STEP_LANE, "l", WAY_STEP_KIND, kinds[i], WAY_STEP_TITLE, "Rings", -1);
  scene = lay_out (edit, "m", fonts);
  without = lay_out (plain, "m", fonts);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    check_alone (scene, without, kinds[i]);
  way_fonts_unref (fonts);
}

/* Cards of a journey as well. */
static void
test_card_alone (void)
{
  WayFonts *fonts = way_fonts_new (NULL);
  g_autoptr (WayScene) scene = NULL, without = NULL;

  for (guint quoted = 0; quoted < 2; quoted++)
    {
      g_autoptr (WayEdit) edit = way_edit_new ("Fill");

      put (edit, WAY_KIND_MAP, "j", NULL, WAY_MAP_KIND, "journey", -1);
      put (edit, WAY_KIND_STAGE, "s", "j", WAY_STAGE_TITLE, "Before", -1);
      put (edit, WAY_KIND_LANE, "l", "j", WAY_LANE_KIND, "doing", -1);
      put (edit, WAY_KIND_CARD, "c", "j", WAY_CARD_LANE, "l", WAY_CARD_STAGE, "s", WAY_CARD_TEXT, "Rings", -1);
      put (edit, WAY_KIND_STORY, "y", NULL, WAY_STORY_TEXT, "They said ring at eight, so I rang at eight, and it was engaged until ten.", -1);
      put (edit, WAY_KIND_QUOTE, "q", "y", -1);
      if (quoted)
        put (edit, WAY_KIND_EVIDENCE, "e", NULL, WAY_EVIDENCE_QUOTE, "q", WAY_EVIDENCE_ON, "c", -1);
      *(quoted ? &scene : &without) = lay_out (edit, "j", fonts);
    }
  check_alone (scene, without, "c");
  way_fonts_unref (fonts);
}

/* What has no quotes is taken from the map as it is. */
static void
test_nothing_to_leave_out (void)
{
  const char *const ids[] = { "step", NULL }, *const nothing[] = { "nowhere", NULL };
  WayFonts *fonts = way_fonts_new (NULL);
  g_autoptr (WayEdit) edit = way_edit_new ("Fill");
  g_autoptr (WayScene) scene = NULL;
  g_autoptr (WayExcerpt) excerpt = NULL;

  put (edit, WAY_KIND_MAP, "m", NULL, WAY_MAP_KIND, "pathway", -1);
  put (edit, WAY_KIND_LANE, "l", "m", WAY_LANE_KIND, "person", -1);
  put (edit, WAY_KIND_STEP, "step", "m", WAY_STEP_LANE, "l", WAY_STEP_TITLE, "Rings", -1);
  scene = lay_out (edit, "m", fonts);
  excerpt = way_excerpt_new (scene, ids);
  g_assert_true (excerpt->scene == scene);
  g_assert_cmpfloat (g_array_index (excerpt->items, WayExcerptItem, 0).by.x, ==, 0);
  g_assert_null (way_excerpt_new (scene, nothing));
  way_fonts_unref (fonts);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pathway-quotes/on-paper", test_on_paper);
  g_test_add_func ("/pathway-quotes/alone", test_alone);
  g_test_add_func ("/pathway-quotes/card-alone", test_card_alone);
  g_test_add_func ("/pathway-quotes/nothing-to-leave-out", test_nothing_to_leave_out);
  return g_test_run ();
}
