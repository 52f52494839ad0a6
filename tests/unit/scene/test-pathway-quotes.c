/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people said at a step can be read there, whatever the shape and the fill of the step. */
#include "scene/way-scene.h"

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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pathway-quotes/on-paper", test_on_paper);
  return g_test_run ();
}
