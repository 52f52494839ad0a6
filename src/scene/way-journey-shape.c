/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of cards, shaped once and kept: shaping takes most of the time of a first layout, so many are shared out among threads. */
#include "scene/way-journey-layout.h"

#include "base/way-text.h"

#include <string.h>

/* Fewer than this are not worth another thread, which needs fonts of its own. */
#define MANY_CARDS 300
#define MOST_THREADS 4

/* A text to be shaped. */
typedef struct
{
  WayJourneyCard *card;
  WayTextStyle style;
  double width;
} Job;

typedef struct
{
  WayFonts *fonts;
  const Job *jobs;
  guint n_jobs;
} Share;

static const char *
get_text (const WayJourneyCard *card)
{
  const char *text = way_record_get_text (card->record, WAY_CARD_TEXT);

  return text != NULL ? text : "";
}

static Job
describe (WayJourneyLayout *layout,
          const WayRow     *row,
          WayJourneyCard   *card)
{
  double width = layout->pitch - 2 * WAY_CELL_INSET;

  if (row->look == WAY_LANE_CHIPS)
    return (Job) { card, WAY_TEXT_CHIP, width - WAY_CHIP_INSET - way_layout_get_flag_room (layout, way_record_get_id (card->record)) };
  /* Scripts without italics would only be slanted. */
  return (Job) {
    card, row->look == WAY_LANE_SPEECH && !way_text_is_right_to_left (get_text (card)) ? WAY_TEXT_SPEECH : WAY_TEXT_BODY,
    width - WAY_CARD_LEFT - WAY_CARD_RIGHT,
  };
}

static gboolean
is_done (const Job *job)
{
  return job->card->block != NULL && job->card->width == job->width && job->card->block->style == job->style;
}

/* A chip is as wide as its text, whichever side that begins on; one that is wider than its lane is broken into lines. */
static WayTextBlock *
new_chip_block (WayFonts   *fonts,
                const char *text,
                double      width)
{
  WayTextBlock *block;

  /* A line is not tried where even the narrowest letters would hardly fit. */
  if (strlen (text) < width / 3)
    {
      block = way_text_block_new (fonts, WAY_TEXT_CHIP, text, -1, PANGO_ALIGN_LEFT, NULL);
      if (block->width <= width)
        return block;
      way_text_block_unref (block);
    }
  return way_text_block_new (fonts, WAY_TEXT_CHIP, text, width, PANGO_ALIGN_LEFT, NULL);
}

static void
shape (const Job *job,
       WayFonts  *fonts)
{
  WayJourneyCard *card = job->card;
  const char *text = get_text (card);

  g_clear_pointer (&card->block, way_text_block_unref);
  card->block = job->style == WAY_TEXT_CHIP ? new_chip_block (fonts, text, job->width)
                                            : way_text_block_new (fonts, job->style, text, job->width, PANGO_ALIGN_LEFT, NULL);
  card->width = job->width;
}

static gpointer
shape_share (gpointer data)
{
  Share *share = data;

  for (guint i = 0; i < share->n_jobs; i++)
    shape (&share->jobs[i], share->fonts);
  return NULL;
}

static WayFonts *
get_helper_fonts (WayJourneyLayout *layout,
                  guint             number)
{
  WayJourney *journey = layout->journey;

  if (journey->helper_fonts == NULL)
    journey->helper_fonts = g_ptr_array_new_with_free_func ((GDestroyNotify) way_fonts_unref);
  while (journey->helper_fonts->len <= number)
    g_ptr_array_add (journey->helper_fonts, way_fonts_copy (layout->scene->fonts));
  return g_ptr_array_index (journey->helper_fonts, number);
}

/* Texts belong to the thread that works on the scene again as soon as this returns. */
static void
share_out (WayJourneyLayout *layout,
           GArray           *jobs)
{
  guint n_threads = CLAMP (g_get_num_processors (), 1, MOST_THREADS);
  Share shares[MOST_THREADS];
  GThread *threads[MOST_THREADS];

  if (jobs->len < MANY_CARDS)
    n_threads = 1;
  for (guint i = 0; i < n_threads; i++)
    {
      guint first = (guint64) jobs->len * i / n_threads, end = (guint64) jobs->len * (i + 1) / n_threads;

      shares[i] = (Share) { i == 0 ? layout->scene->fonts : get_helper_fonts (layout, i - 1),
                            &g_array_index (jobs, Job, first), end - first };
    }
  for (guint i = 1; i < n_threads; i++)
    threads[i] = g_thread_new ("shape", shape_share, &shares[i]);
  shape_share (&shares[0]);
  for (guint i = 1; i < n_threads; i++)
    g_thread_join (threads[i]);
}

/* Shapes the texts of all cards that no earlier layout has. */
void
way_layout_shape_cards (WayJourneyLayout *layout)
{
  g_autoptr (GArray) jobs = g_array_new (FALSE, FALSE, sizeof (Job));

  for (guint i = 0; i < layout->rows->len; i++)
    {
      const WayRow *row = &g_array_index (layout->rows, WayRow, i);

      for (guint stage = 0; stage < layout->n_stages; stage++)
        for (guint k = 0; row->cells[stage] != NULL && k < row->cells[stage]->len; k++)
          {
            Job job = describe (layout, row, g_ptr_array_index (row->cells[stage], k));

            if (!is_done (&job))
              g_array_append_val (jobs, job);
          }
    }
  share_out (layout, jobs);
}
