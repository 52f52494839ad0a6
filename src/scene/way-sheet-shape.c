/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shaping takes most of the time of a first layout, so that many texts are shared out among threads. */
#include "scene/way-sheet.h"

#include <string.h>

/* Fewer than this are not worth another thread, which needs fonts of its own. */
#define MANY_TEXTS 300
#define MOST_THREADS 4

typedef struct
{
  WayFonts *fonts;
  const WayShapeJob *jobs;
  guint n_jobs;
} Share;

/* As wide as its text, whichever side that begins on; where that is wider than it may be, it is broken into lines. */
static WayTextBlock *
new_hugging_block (WayFonts          *fonts,
                   const WayShapeJob *job)
{
  WayTextBlock *block;

  /* A line is not tried where even the narrowest letters would hardly fit. */
  if (strlen (job->text) < job->width / 3)
    {
      block = way_text_block_new (fonts, job->style, job->text, -1, PANGO_ALIGN_LEFT, NULL);
      if (block->width <= job->width)
        return block;
      way_text_block_unref (block);
    }
  return way_text_block_new (fonts, job->style, job->text, job->width, PANGO_ALIGN_LEFT, NULL);
}

static gpointer
shape_share (gpointer data)
{
  Share *share = data;

  for (guint i = 0; i < share->n_jobs; i++)
    {
      const WayShapeJob *job = &share->jobs[i];

      g_clear_pointer (job->block, way_text_block_unref);
      *job->block = job->hugs ? new_hugging_block (share->fonts, job)
                              : way_text_block_new (share->fonts, job->style, job->text, job->width, PANGO_ALIGN_LEFT, NULL);
    }
  return NULL;
}

static WayFonts *
get_helper_fonts (WaySheet *self,
                  guint     number)
{
  if (self->helper_fonts == NULL)
    self->helper_fonts = g_ptr_array_new_with_free_func ((GDestroyNotify) way_fonts_unref);
  while (self->helper_fonts->len <= number)
    g_ptr_array_add (self->helper_fonts, way_fonts_copy (self->scene->fonts));
  return g_ptr_array_index (self->helper_fonts, number);
}

/**
 * way_sheet_shape:
 * @self: a sheet that is being laid out
 * @jobs: (array length=n_jobs): texts to be shaped
 * @n_jobs: how many
 *
 * Shapes texts. They belong to the thread that works on the scene again as soon as this returns.
 */
void
way_sheet_shape (WaySheet          *self,
                 const WayShapeJob *jobs,
                 guint              n_jobs)
{
  guint n_threads = n_jobs < MANY_TEXTS ? 1 : CLAMP (g_get_num_processors (), 1, MOST_THREADS);
  Share shares[MOST_THREADS];
  GThread *threads[MOST_THREADS];

  for (guint i = 0; i < n_threads; i++)
    {
      guint first = (guint64) n_jobs * i / n_threads, end = (guint64) n_jobs * (i + 1) / n_threads;

      shares[i] = (Share) { i == 0 ? self->scene->fonts : get_helper_fonts (self, i - 1), jobs + first, end - first };
    }
  for (guint i = 1; i < n_threads; i++)
    threads[i] = g_thread_new ("shape", shape_share, &shares[i]);
  shape_share (&shares[0]);
  for (guint i = 1; i < n_threads; i++)
    g_thread_join (threads[i]);
}
