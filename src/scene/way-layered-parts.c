/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a map that nothing joins. Within one lane they stand above each other; where they take several lanes their lines would run through
 * each other, so that a part moves to the right as long as this saves more crossings than it makes the map wider. */
#include "scene/way-layered-columns.h"

#include <string.h>

/* Costs, in half crossings: of a column more on the whole, and of each column that a part moves from where it was; how far it moves at most. */
enum { WIDER = 4, MOVED = 8, FAR = 3 };

enum { NEAR = 1 };             /* columns that a box stays from where it would stand better */

typedef struct
{
  guint first, n;             /* in `members` */
  guint n_columns;
  int base;                   /* the column that the first of its columns had */
  int was;                    /* its first column before, or -1 */
  gboolean pinned;
} WayPart;

typedef struct
{
  WayColumns *columns;
  guint n_lanes;
  GArray *parts;
  guint *members;             /* nodes, part by part */
  guint *part;                /* by node, or WAY_NONE */
  guint *link_starts, *links; /* by part */
  guint *level, *upright;     /* lines of what has been placed, by column and lane; upright ones twice where they pass the whole lane */
  guint *part_level, *part_upright; /* the same of one part */
  guint n_placed;             /* columns */
  guint n_old;                /* columns of the layout before */
} WayParts;

static WayPart *
part_at (WayParts *self,
         guint     number)
{
  return &g_array_index (self->parts, WayPart, number);
}

/* Collects the nodes of each part of at least two. */
static void
find_parts (WayParts *self)
{
  WayLayered *layered = self->columns->layered;
  guint n = layered->n_nodes, n_members = 0;
  g_autofree guint *groups = g_new (guint, n + 1), *sizes = g_new0 (guint, n + 1), *numbers = g_new (guint, n + 1), *at = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    groups[i] = i;
  for (guint i = 0; i < layered->n_links; i++)
    groups[way_columns_find_group (groups, layered->links[i].from)] = way_columns_find_group (groups, layered->links[i].to);
  for (guint i = 0; i < n; i++)
    sizes[way_columns_find_group (groups, i)]++;
  memset (numbers, 0xff, sizeof (guint) * (n + 1));
  for (guint i = 0; i < n; i++)
    {
      guint group = way_columns_find_group (groups, i);
      WayPart part = { .first = n_members, .base = G_MAXINT, .was = -1 };

      self->part[i] = WAY_NONE;
      if (sizes[group] < 2)
        continue;
      if (numbers[group] == WAY_NONE)
        {
          numbers[group] = self->parts->len;
          at[self->parts->len] = n_members;
          n_members += sizes[group];
          g_array_append_val (self->parts, part);
        }
      self->part[i] = numbers[group];
      self->members[at[numbers[group]]++] = i;
      part_at (self, numbers[group])->n++;
    }
}

static void
list_links (WayParts *self)
{
  WayLayered *layered = self->columns->layered;
  guint *at = self->link_starts + 1;

  for (guint i = 0; i < layered->n_links; i++)
    if (layered->links[i].from != layered->links[i].to)
      at[self->part[layered->links[i].from] + 1]++;
  for (guint i = 0; i < self->parts->len; i++)
    at[i + 1] += at[i];
  for (guint i = 0; i < layered->n_links; i++)
    if (layered->links[i].from != layered->links[i].to)
      self->links[at[self->part[layered->links[i].from]]++] = i;
}

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) a < *(const int *) b ? -1 : *(const int *) a > *(const int *) b;
}

/* Takes the columns away that are empty within a part; where something is pinned, empty columns stay. */
static void
close_gaps (WayParts *self,
            WayPart  *part)
{
  int *column = self->columns->column, n = 0;
  g_autofree int *numbers = g_new0 (int, part->n_columns + 1);

  for (guint i = part->first; i < part->first + part->n; i++)
    numbers[column[self->members[i]] - part->base] = 1;
  for (guint i = 0; i < part->n_columns; i++)
    n = numbers[i] += n;
  for (guint i = part->first; i < part->first + part->n; i++)
    column[self->members[i]] = part->base + numbers[column[self->members[i]] - part->base] - 1;
  part->n_columns = n;
}

/* Where a part began before: where most of its boxes would be where they were; -1 when all are new. */
static int
find_old_place (WayParts *self,
                WayPart  *part,
                GArray   *shifts)
{
  g_array_set_size (shifts, 0);
  for (guint i = part->first; i < part->first + part->n; i++)
    {
      const WayLayeredNode *node = &self->columns->layered->nodes[self->members[i]];
      int shift = (int) node->was_column - self->columns->column[self->members[i]];

      if (node->has_place)
        g_array_append_val (shifts, shift);
    }
  if (shifts->len == 0)
    return -1;
  g_array_sort (shifts, compare_ints);
  return MAX (0, g_array_index (shifts, int, shifts->len / 2) + part->base);
}

/* How far parts reach, and where they were. */
static void
measure_parts (WayParts *self)
{
  const WayLayeredNode *nodes = self->columns->layered->nodes;
  g_autoptr (GArray) shifts = g_array_new (FALSE, FALSE, sizeof (int));
  gboolean pinned = FALSE;

  for (guint i = 0; i < self->columns->layered->n_nodes; i++)
    {
      pinned |= nodes[i].column >= 0;
      if (nodes[i].has_place)
        self->n_old = MAX (self->n_old, nodes[i].was_column + 1);
    }
  for (guint i = 0; i < self->parts->len; i++)
    {
      WayPart *part = part_at (self, i);
      int last = 0;

      for (guint j = part->first; j < part->first + part->n; j++)
        {
          int column = self->columns->column[self->members[j]];

          part->pinned |= nodes[self->members[j]].column >= 0;
          part->base = MIN (part->base, column);
          last = MAX (last, column);
        }
      part->n_columns = last - part->base + 1;
      if (!pinned)
        close_gaps (self, part);
      part->was = find_old_place (self, part, shifts);
    }
}

/* Where the lines of a part run, about: level in the lane that they leave, upright before the column that they come to. */
static void
trace (WayParts *self,
       guint     number)
{
  WayLayered *layered = self->columns->layered;
  WayPart *part = part_at (self, number);
  guint n_lanes = self->n_lanes;

  memset (self->part_level, 0, sizeof (guint) * n_lanes * part->n_columns);
  memset (self->part_upright, 0, sizeof (guint) * n_lanes * part->n_columns);
  for (guint i = self->link_starts[number]; i < self->link_starts[number + 1]; i++)
    {
      const WayLayeredLink *link = &layered->links[self->links[i]];
      guint from = self->columns->column[link->from] - part->base, to = self->columns->column[link->to] - part->base;
      guint lane = layered->nodes[link->from].lane, other = layered->nodes[link->to].lane, turn = MAX (from, to) - (from != to);

      for (guint column = MIN (from, to); column < MAX (from, to); column++)
        self->part_level[column * n_lanes + lane]++;
      for (guint j = MIN (lane, other); lane != other && j <= MAX (lane, other); j++)
        self->part_upright[turn * n_lanes + j] += j == lane || j == other ? 1 : 2;
    }
}

/* What it costs to place the part traced last at a column; gives up above a limit. */
static guint64
price (WayParts *self,
       WayPart  *part,
       guint     at,
       guint64   limit)
{
  guint end = at + part->n_columns;
  guint64 cost = end > self->n_placed ? (guint64) WIDER * (end - self->n_placed) : 0;

  if (part->was >= 0)
    cost += ABS ((int) at - part->was) * MOVED;
  for (guint column = 0; column < part->n_columns && at + column < self->n_placed && cost < limit; column++)
    for (guint lane = 0; lane < self->n_lanes; lane++)
      {
        guint own = column * self->n_lanes + lane, other = (at + column) * self->n_lanes + lane;

        cost += self->part_level[own] * self->upright[other] + self->part_upright[own] * self->level[other];
      }
  return cost;
}

static void
put (WayParts *self,
     WayPart  *part,
     guint     at)
{
  for (guint i = 0; i < part->n_columns * self->n_lanes; i++)
    {
      self->level[at * self->n_lanes + i] += self->part_level[i];
      self->upright[at * self->n_lanes + i] += self->part_upright[i];
    }
  for (guint i = part->first; i < part->first + part->n; i++)
    self->columns->column[self->members[i]] += (int) at - part->base;
  self->n_placed = MAX (self->n_placed, at + part->n_columns);
}

static int
compare_parts (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  WayParts *self = data;
  WayPart *one = part_at (self, *(const guint *) a), *two = part_at (self, *(const guint *) b);

  if (one->pinned != two->pinned)
    return one->pinned ? -1 : 1;
  if (one->n != two->n)
    return one->n > two->n ? -1 : 1;
  return one->first < two->first ? -1 : one->first > two->first;
}

static void
place_parts (WayParts *self)
{
  g_autofree guint *sorted = g_new (guint, self->parts->len + 1);
  guint n_columns = self->n_old + FAR, widest = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      sorted[i] = i;
      n_columns += part_at (self, i)->n_columns + part_at (self, i)->base;
      widest = MAX (widest, part_at (self, i)->n_columns);
    }
  g_sort_array (sorted, self->parts->len, sizeof (guint), compare_parts, self);
  self->level = g_new0 (guint, self->n_lanes * (n_columns + 1));
  self->upright = g_new0 (guint, self->n_lanes * (n_columns + 1));
  self->part_level = g_new (guint, self->n_lanes * widest + 1);
  self->part_upright = g_new (guint, self->n_lanes * widest + 1);
  for (guint i = 0; i < self->parts->len; i++)
    {
      WayPart *part = part_at (self, sorted[i]);
      guint best = part->base, first = part->was > FAR ? part->was - FAR : 0;
      guint last = part->was < 0 ? self->n_placed : (guint) part->was + FAR;
      guint64 least = G_MAXUINT64;

      trace (self, sorted[i]);
      for (guint at = first; at <= last && !part->pinned; at++)
        {
          guint64 cost = price (self, part, at, least);

          if (cost < least)
            {
              least = cost;
              best = at;
            }
        }
      put (self, part, best);
    }
}

typedef struct
{
  guint group;
  int shift;
} WayShift;

static int
compare_shifts (gconstpointer a,
                gconstpointer b)
{
  const WayShift *one = a, *two = b;

  if (one->group != two->group)
    return one->group < two->group ? -1 : 1;
  return one->shift < two->shift ? -1 : one->shift > two->shift;
}

/* By how much what is joined moved as a whole, by group; nothing where a box of it is pinned. */
static int *
find_shifts (WayColumns  *self,
             const guint *groups)
{
  WayLayered *layered = self->layered;
  g_autofree WayShift *shifts = g_new (WayShift, layered->n_nodes + 1);
  int *middles = g_new0 (int, layered->n_nodes + 1);
  guint n = 0;

  for (guint i = 0; i < layered->n_nodes; i++)
    if (layered->nodes[i].has_place && self->linked[i])
      shifts[n++] = (WayShift) { groups[i], (int) layered->nodes[i].was_column - self->column[i] };
  qsort (shifts, n, sizeof (WayShift), compare_shifts);
  for (guint first = 0, end; first < n; first = end)
    {
      for (end = first; end < n && shifts[end].group == shifts[first].group;)
        end++;
      middles[shifts[first].group] = shifts[(first + end) / 2].shift;
    }
  for (guint i = 0; i < layered->n_nodes; i++)
    if (layered->nodes[i].column >= 0)
      middles[groups[i]] = 0;
  return middles;
}

/* Leaves boxes in the columns where they were before, where that is near, so that not all that follows moves when one goes away; and
 * wherever it is when what they are joined to is pinned. */
void
way_columns_hold (WayColumns *self)
{
  WayLayered *layered = self->layered;
  g_autofree guint *groups = g_new (guint, layered->n_nodes + 1);
  g_autofree gboolean *pinned = g_new0 (gboolean, layered->n_nodes + 1);
  g_autofree int *shifts = NULL;

  for (guint i = 0; i < layered->n_nodes; i++)
    groups[i] = i;
  for (guint i = 0; i < layered->n_links; i++)
    groups[way_columns_find_group (groups, layered->links[i].from)] = way_columns_find_group (groups, layered->links[i].to);
  for (guint i = 0; i < layered->n_nodes; i++)
    groups[i] = way_columns_find_group (groups, i);
  for (guint i = 0; i < layered->n_nodes; i++)
    pinned[groups[i]] |= layered->nodes[i].column >= 0;
  shifts = find_shifts (self, groups);
  for (guint i = 0; i < layered->n_nodes; i++)
    {
      guint node = self->sorted[i];
      const WayLayeredNode *at = &layered->nodes[node];
      int was = (int) at->was_column - shifts[groups[node]];

      if (at->column >= 0 || !self->linked[node])
        continue;
      if (at->has_place && was >= 0 && (pinned[groups[node]] || ABS (was - self->column[node]) <= NEAR))
        self->column[node] = was;
      self->column[node] = MAX (self->column[node], way_columns_earliest (self, node));
    }
}

/* Moves the parts of a map beside each other. */
void
way_columns_place_parts (WayColumns *columns)
{
  WayLayered *layered = columns->layered;
  guint n = layered->n_nodes;
  WayParts self = { .columns = columns, .n_lanes = layered->n_lanes, .parts = g_array_new (FALSE, FALSE, sizeof (WayPart)),
                    .members = g_new (guint, n + 1), .part = g_new (guint, n + 1) };

  find_parts (&self);
  if (self.parts->len > 1)
    {
      self.link_starts = g_new0 (guint, self.parts->len + 2);
      self.links = g_new (guint, layered->n_links + 1);
      list_links (&self);
      measure_parts (&self);
      place_parts (&self);
    }
  g_array_unref (self.parts);
  g_free (self.members);
  g_free (self.part);
  g_free (self.link_starts);
  g_free (self.links);
  g_free (self.level);
  g_free (self.upright);
  g_free (self.part_level);
  g_free (self.part_upright);
}
