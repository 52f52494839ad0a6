/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spatial index over rectangles that already stand in an order where neighbours are near each other, as the items of a map do: a tree of
 * boxes around runs of sixteen. It is made in one pass, and its answers come in that order, which is paint order. */
#include "scene/way-index.h"

enum { RUN = 16, MAX_LEVELS = 10 };

struct _WayIndex
{
  guint n_levels;
  guint lengths[MAX_LEVELS];
  WayRect *levels[MAX_LEVELS]; /* the first holds the rectangles themselves */
};

static WayRect
cover (const WayRect *rects,
       guint          n_rects)
{
  WayRect all = rects[0];

  for (guint i = 1; i < n_rects; i++)
    all = way_rect_union (&all, &rects[i]);
  return all;
}

/**
 * way_index_new:
 * @rects: (array length=n_rects): rectangles; they are copied
 * @n_rects: how many
 *
 * Returns: (transfer full): an index of them
 */
WayIndex *
way_index_new (const WayRect *rects,
               guint          n_rects)
{
  WayIndex *self = g_new0 (WayIndex, 1);

  self->n_levels = 1;
  self->lengths[0] = n_rects;
  self->levels[0] = g_memdup2 (rects, n_rects * sizeof (WayRect));
  while (self->lengths[self->n_levels - 1] > RUN)
    {
      guint below = self->n_levels - 1;
      guint length = (self->lengths[below] + RUN - 1) / RUN;
      WayRect *level = g_new (WayRect, length);

      for (guint i = 0; i < length; i++)
        level[i] = cover (self->levels[below] + i * RUN, MIN (RUN, self->lengths[below] - i * RUN));
      self->levels[self->n_levels] = level;
      self->lengths[self->n_levels++] = length;
    }
  return self;
}

void
way_index_free (WayIndex *self)
{
  for (guint i = 0; i < self->n_levels; i++)
    g_free (self->levels[i]);
  g_free (self);
}

static void
query_run (WayIndex      *self,
           guint          level,
           guint          first,
           const WayRect *area,
           GArray        *numbers)
{
  guint end = MIN (first + RUN, self->lengths[level]);

  for (guint i = first; i < end; i++)
    if (!way_rect_intersects (&self->levels[level][i], area))
      continue;
    else if (level == 0)
      g_array_append_val (numbers, i);
    else
      query_run (self, level - 1, i * RUN, area, numbers);
}

/**
 * way_index_query:
 * @self: an index
 * @area: where to look
 * @numbers: (element-type guint): where to add the numbers of the rectangles that touch @area, in rising order
 */
void
way_index_query (WayIndex      *self,
                 const WayRect *area,
                 GArray        *numbers)
{
  query_run (self, self->n_levels - 1, 0, area, numbers);
}
