/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often lines cross each other, as drawn. */
#include "scene/way-layered-private.h"

typedef struct
{
  double x, low, high;        /* of an upright part: its x, and from where to where; of an end of a level part: its x, and its y twice */
  int turn;                   /* 1 where a level part begins, -1 where it ends, 0 for an upright part */
} WayEvent;

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const WayEvent *one = a, *two = b;

  if (one->x != two->x)
    return one->x < two->x ? -1 : 1;
  return (one->turn < 0 ? 0 : one->turn == 0 ? 1 : 2) - (two->turn < 0 ? 0 : two->turn == 0 ? 1 : 2);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

static guint
find_level (const double *levels,
            guint         n,
            double        y)
{
  guint low = 0;

  while (low < n)
    {
      guint middle = (low + n) / 2;

      if (levels[middle] < y)
        low = middle + 1;
      else
        n = middle;
    }
  return low;
}

static GArray *
list_events (WayLayered *self,
             GArray     *levels)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (WayEvent));

  for (guint i = 0; i < self->n_links; i++)
    for (guint j = self->line_starts[i]; j + 1 < self->line_starts[i + 1]; j++)
      {
        const WayPoint *one = &g_array_index (self->points, WayPoint, j), *two = one + 1;
        WayEvent event = { one->x, MIN (one->y, two->y), MAX (one->y, two->y), 0 };

        if (one->y != two->y)
          {
            g_array_append_val (events, event);
            continue;
          }
        event = (WayEvent) { MIN (one->x, two->x), one->y, one->y, 1 };
        g_array_append_val (events, event);
        event = (WayEvent) { MAX (one->x, two->x), one->y, one->y, -1 };
        g_array_append_val (events, event);
        g_array_append_val (levels, one->y);
      }
  g_array_sort (events, compare_events);
  g_array_sort (levels, compare_numbers);
  return events;
}

/**
 * way_layered_count_crossings:
 * @self: a layout
 *
 * Returns: how often an upright part of a line crosses a level one; where lines share a way, each counts
 */
guint
way_layered_count_crossings (WayLayered *self)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) events = list_events (self, levels);
  const double *all = (const double *) (gpointer) levels->data;
  g_autofree int *tree = g_new0 (int, levels->len + 2);
  guint crossings = 0;

  for (guint i = 0; i < events->len; i++)
    {
      WayEvent *event = &g_array_index (events, WayEvent, i);

      if (event->turn != 0)
        for (guint at = find_level (all, levels->len, event->low) + 1; at <= levels->len; at += at & -at)
          tree[at] += event->turn;
      else
        {
          for (guint at = find_level (all, levels->len, event->high - 0.01); at > 0; at -= at & -at)
            crossings += tree[at];
          for (guint at = find_level (all, levels->len, event->low + 0.01); at > 0; at -= at & -at)
            crossings -= tree[at];
        }
    }
  return crossings;
}
