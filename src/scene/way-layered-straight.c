/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which links go straight up or down within a column: those whose ends can stand at the edges of neighbouring cells. */
#include "scene/way-layered-columns.h"

static int
compare_lanes (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const WayLayeredNode *nodes = data;
  guint one = nodes[*(const guint *) a].lane, two = nodes[*(const guint *) b].lane;

  return (one > two) - (one < two);
}

static int
compare_cells (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  WayColumns *self = data;
  guint one = *(const guint *) a, two = *(const guint *) b;

  if (self->column[one] != self->column[two])
    return self->column[one] < self->column[two] ? -1 : 1;
  return compare_lanes (a, b, (gpointer) self->layered->nodes);
}

/* Numbers the cells that hold something, from top to bottom and column by column. */
static void
find_cells (WayColumns *self)
{
  guint n = self->layered->n_nodes, n_cells = 0;
  g_autofree guint *sorted = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    sorted[i] = i;
  g_sort_array (sorted, n, sizeof (guint), compare_cells, self);
  memset (self->held, 0, sizeof (guint) * (n + 1));
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && compare_cells (&sorted[i - 1], &sorted[i], self) != 0)
        n_cells++;
      self->cell[sorted[i]] = n_cells;
      self->held[n_cells]++;
      self->top[n_cells] = self->bottom[n_cells] = WAY_NONE;
    }
}

/* Whether a link may go straight up or down: nothing in between, and its ends can stand at the edges of their cells. */
static gboolean
stand_upright (WayColumns *self,
               guint       number)
{
  const WayLayeredLink *link = &self->layered->links[number];
  gboolean down = self->layered->nodes[link->from].lane < self->layered->nodes[link->to].lane;
  guint above = down ? link->from : link->to, below = down ? link->to : link->from;
  guint upper = self->cell[above], lower = self->cell[below];

  if (self->column[above] != self->column[below] || upper + 1 != lower || self->bottom[upper] != WAY_NONE || self->top[lower] != WAY_NONE)
    return FALSE;
  if ((self->top[upper] == above && self->held[upper] > 1) || (self->bottom[lower] == below && self->held[lower] > 1))
    return FALSE;
  self->bottom[upper] = above;
  self->top[lower] = below;
  self->straight[number] = TRUE;
  return TRUE;
}

/* Finds what goes straight up and down once columns are known: gives whether all flow that was meant to does. */
gboolean
way_columns_find_straight (WayColumns *self)
{
  WayLayered *layered = self->layered;
  gboolean good = TRUE;

  find_cells (self);
  memset (self->straight, 0, sizeof (gboolean) * layered->n_links);
  for (guint i = 0; i < layered->n_links; i++)
    if (self->upright[i] && self->column[layered->links[i].from] == self->column[layered->links[i].to] && !stand_upright (self, i))
      {
        self->upright[i] = FALSE;
        good = FALSE;
      }
  for (guint i = 0; i < layered->n_links; i++)
    if (!self->straight[i] && layered->links[i].from != layered->links[i].to)
      stand_upright (self, i);
  return good;
}
