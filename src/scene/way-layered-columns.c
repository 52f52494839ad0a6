/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which column each box stands. Flow goes from left to right, one column a step; to a box in the next lane it may go straight up or down
 * within a column. Loops are cut where they return to a box on the way from a start. */
#include "scene/way-layered-columns.h"

enum { LAST_COLUMN = 10000, TIGHTENINGS = 4, SHIFTS = 24, DEMOTIONS = 4 };

static void
list_by_node (const WayLayeredLink *links,
              const gboolean       *chosen,
              guint                 n_links,
              guint                 n_nodes,
              gboolean              by_target,
              guint               **starts,
              guint               **list)
{
  guint *at;

  *starts = g_new0 (guint, n_nodes + 2);
  *list = g_new (guint, n_links + 1);
  at = *starts + 1;
  for (guint i = 0; i < n_links; i++)
    if (chosen[i])
      at[(by_target ? links[i].to : links[i].from) + 1]++;
  for (guint i = 0; i < n_nodes; i++)
    at[i + 1] += at[i];
  for (guint i = 0; i < n_links; i++)
    if (chosen[i])
      (*list)[at[by_target ? links[i].to : links[i].from]++] = i;
}

/* Whether a box stands in the column of what it enables: in another lane, for within one it would only be in the way. */
static gboolean
hangs (WayLayered           *layered,
       const WayLayeredLink *link)
{
  return link->under && layered->nodes[link->from].lane != layered->nodes[link->to].lane;
}

/* What decides columns: flow, and weak links to boxes that have no flow. A box that only enables has the column of what it enables. */
static void
choose_links (WayColumns *self)
{
  WayLayered *layered = self->layered;
  g_autofree gboolean *flows = g_new0 (gboolean, layered->n_nodes + 1);

  for (guint i = 0; i < layered->n_links; i++)
    if (way_link_flows (&layered->links[i]))
      flows[layered->links[i].from] = flows[layered->links[i].to] = TRUE;
  for (guint i = 0; i < layered->n_links; i++)
    {
      const WayLayeredLink *link = &layered->links[i];

      if (hangs (layered, link) && !flows[link->from] && self->under[link->from] == WAY_NONE)
        self->under[link->from] = link->to;
    }
  for (guint i = 0; i < layered->n_links; i++)
    {
      const WayLayeredLink *link = &layered->links[i];

      if (link->from == link->to || hangs (layered, link))
        continue;
      self->chosen[i] = way_link_flows (link) || ((!flows[link->from] || !flows[link->to]) && self->under[link->from] == WAY_NONE
                                        && self->under[link->to] == WAY_NONE);
      if (self->chosen[i])
        self->linked[link->from] = self->linked[link->to] = TRUE;
      if (self->chosen[i])
        self->led_to[link->to] = TRUE;
    }
}

static void
visit (WayColumns *self,
       guint       start,
       guint      *stack,
       guint      *next,
       guint8     *state)
{
  guint depth = 0;

  if (state[start] != 0)
    return;
  stack[depth++] = start;
  state[start] = 1;
  while (depth > 0)
    {
      guint node = stack[depth - 1];

      if (next[node] < self->out_starts[node + 1])
        {
          guint link = self->out[next[node]++], to = self->layered->links[link].to;

          if (state[to] == 1)
            self->back[link] = TRUE;
          else if (state[to] == 0)
            {
              state[to] = 1;
              stack[depth++] = to;
            }
        }
      else
        {
          state[node] = 2;
          depth--;
          self->sorted[--self->n_unsorted] = node;
        }
    }
}

/* Cuts loops, and sorts the nodes so that all other links go forward. */
static void
cut_loops (WayColumns *self)
{
  guint n = self->layered->n_nodes;
  g_autofree guint *stack = g_new (guint, n + 1), *next = g_memdup2 (self->out_starts, sizeof (guint) * (n + 1));
  g_autofree guint8 *state = g_new0 (guint8, n + 1);

  self->n_unsorted = n;
  for (guint i = 0; i < n; i++)
    if (self->layered->nodes[i].first)
      visit (self, i, stack, next, state);
  for (guint i = 0; i < n; i++)
    if (!self->led_to[i])
      visit (self, i, stack, next, state);
  for (guint i = 0; i < n; i++)
    visit (self, i, stack, next, state);
}

/* Numbers of the lanes that hold something, so that empty ones do not count as between. */
static guint *
number_lanes (WayLayered *layered)
{
  g_autofree guint *used = g_new0 (guint, layered->n_lanes + 1);
  guint *numbers = g_new (guint, layered->n_nodes + 1);

  for (guint i = 0; i < layered->n_nodes; i++)
    used[layered->nodes[i].lane] = 1;
  for (guint i = 0, n = 0; i < layered->n_lanes; i++)
    used[i] = n += used[i];
  for (guint i = 0; i < layered->n_nodes; i++)
    numbers[i] = used[layered->nodes[i].lane];
  return numbers;
}

/* Whether a link is the only one that leaves its start, and comes to its end, between these two lanes. */
static gboolean
is_single (const guint *leaving,
           const guint *entering,
           guint        from,
           guint        to,
           guint        down)
{
  return leaving[2 * from + down] == 1 && entering[2 * to + down] == 1;
}

/* Whether a link was not straight in the layout before, so that it is not now. */
static gboolean
was_apart (WayLayered           *layered,
           const WayLayeredLink *link)
{
  const WayLayeredNode *from = &layered->nodes[link->from], *to = &layered->nodes[link->to];

  return link->n_was > 0 && from->has_place && to->has_place && from->was_column != to->was_column;
}

/* Flow to the lane above or below may go straight there, when it is the only one between these two sides; of two that want one side
 * of a box, the first has it. */
static void
find_upright (WayColumns *self)
{
  WayLayered *layered = self->layered;
  guint n = layered->n_nodes;
  g_autofree guint *lanes = number_lanes (layered), *leaving = g_new0 (guint, 2 * n + 1), *entering = g_new0 (guint, 2 * n + 1);
  g_autofree guint8 *taken = g_new0 (guint8, 2 * n + 1);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      for (guint j = self->out_starts[self->sorted[i]]; j < self->out_starts[self->sorted[i] + 1]; j++)
        {
          const WayLayeredLink *link = &layered->links[self->out[j]];
          guint down = lanes[link->to] > lanes[link->from];

          if (self->back[self->out[j]] || link->weak || was_apart (layered, link) || lanes[link->from] + (down ? 1 : -1) != lanes[link->to])
            continue;
          if (pass == 0)
            {
              leaving[2 * link->from + down]++;
              entering[2 * link->to + down]++;
            }
          else if (is_single (leaving, entering, link->from, link->to, down) && !taken[2 * link->from + down] && !taken[2 * link->to + !down])
            self->upright[self->out[j]] = taken[2 * link->from + down] = taken[2 * link->to + !down] = TRUE;
        }
}

/* The first column that what leads to a box leaves it. */
int
way_columns_earliest (WayColumns *self,
                      guint       node)
{
  int column = 0;

  for (guint i = self->in_starts[node]; i < self->in_starts[node + 1]; i++)
    {
      guint link = self->in[i];

      if (!self->back[link])
        column = MAX (column, self->column[self->layered->links[link].from] + !self->upright[link]);
    }
  return column;
}

/* Moves what leads to more than leads to it as far right as it may go. */
static void
tighten (WayColumns *self,
         guint       node)
{
  int column = G_MAXINT, balance = 0;

  for (guint i = self->out_starts[node]; i < self->out_starts[node + 1]; i++)
    if (!self->back[self->out[i]])
      {
        column = MIN (column, self->column[self->layered->links[self->out[i]].to] - !self->upright[self->out[i]]);
        balance += self->layered->links[self->out[i]].weak ? 1 : 4;
      }
  for (guint i = self->in_starts[node]; i < self->in_starts[node + 1]; i++)
    if (!self->back[self->in[i]])
      balance -= self->layered->links[self->in[i]].weak ? 1 : 4;
  if (balance > 0 && column != G_MAXINT && column > self->column[node])
    self->column[node] = column;
}

static int
slack (WayColumns *self,
       guint       link)
{
  const WayLayeredLink *ends = &self->layered->links[link];

  return self->column[ends->to] - self->column[ends->from] - !self->upright[link];
}

static gboolean
is_loose (WayColumns *self,
          guint       node)
{
  const WayLayeredNode *at = &self->layered->nodes[node];

  return at->column < 0 && !(at->first && !self->led_to[node]);
}

/* Moves each group of nodes, whose links are as short as they can be, nearer to the groups that it is linked to. */
static gboolean
shift_groups (WayColumns *self)
{
  WayLayered *layered = self->layered;
  guint n = layered->n_nodes;
  g_autofree guint *groups = g_new (guint, n + 1);
  g_autofree int *pull = g_new0 (int, n + 1), *room_left = g_new (int, n + 1), *room_right = g_new (int, n + 1);
  gboolean moved = FALSE;

  for (guint i = 0; i < n; i++)
    groups[i] = i;
  for (guint i = 0; i < layered->n_links; i++)
    if (self->chosen[i] && !self->back[i] && slack (self, i) <= 0)
      groups[way_columns_find_group (groups, layered->links[i].from)] = way_columns_find_group (groups, layered->links[i].to);
  for (guint i = 0; i < n; i++)
    room_left[i] = room_right[i] = G_MAXINT;
  for (guint i = 0; i < layered->n_links; i++)
    if (self->chosen[i] && !self->back[i])
      {
        guint from = way_columns_find_group (groups, layered->links[i].from), to = way_columns_find_group (groups, layered->links[i].to);
        int weight = layered->links[i].weak ? 1 : 4;

        if (from == to)
          continue;
        pull[from] += weight;
        pull[to] -= weight;
        /* Two groups may move towards each other at once. */
        room_right[from] = MIN (room_right[from], (slack (self, i) + 1) / 2);
        room_left[to] = MIN (room_left[to], slack (self, i) / 2);
      }
  for (guint i = 0; i < n; i++)
    {
      guint group = way_columns_find_group (groups, i);

      room_left[group] = is_loose (self, i) ? MIN (room_left[group], self->column[i]) : 0;
      room_right[group] = is_loose (self, i) ? room_right[group] : 0;
    }
  for (guint i = 0; i < n; i++)
    {
      guint group = way_columns_find_group (groups, i);
      int by = pull[group] > 0 && room_right[group] != G_MAXINT ? room_right[group]
               : pull[group] < 0 && room_left[group] != G_MAXINT ? -room_left[group] : 0;

      self->column[i] += by;
      moved |= by != 0;
    }
  return moved;
}

static void
assign (WayColumns *self)
{
  guint n = self->layered->n_nodes;
  const WayLayeredNode *nodes = self->layered->nodes;

  for (guint i = 0; i < n; i++)
    self->column[self->sorted[i]] = nodes[self->sorted[i]].column >= 0 ? MIN (nodes[self->sorted[i]].column, LAST_COLUMN)
                                                                       : way_columns_earliest (self, self->sorted[i]);
  for (guint round = 0; round < TIGHTENINGS; round++)
    for (guint i = n; i-- > 0;)
      {
        guint node = self->sorted[i];

        if (self->linked[node] && is_loose (self, node))
          tighten (self, node);
      }
  for (guint round = 0; round < SHIFTS; round++)
    if (!shift_groups (self))
      break;
}

/* A node that only enables follows what it enables, which may itself do so. */
static void
follow (WayColumns *self)
{
  guint n = self->layered->n_nodes;
  g_autofree guint8 *done = g_new0 (guint8, n + 1);

  for (guint i = 0; i < n; i++)
    {
      guint end = i, steps = 0;

      while (self->under[end] != WAY_NONE && self->layered->nodes[end].column < 0 && !done[end] && steps++ <= n)
        end = self->under[end];
      for (guint node = i; node != end && !done[node]; node = self->under[node])
        {
          self->column[node] = self->column[end];
          self->linked[node] = TRUE;
          done[node] = 1;
        }
      done[i] = 1;
    }
}

/* What has no flow follows what a weak link joins it to. */
static void
follow_weak (WayColumns *self)
{
  WayLayered *layered = self->layered;

  for (guint i = 0; i < layered->n_links; i++)
    {
      const WayLayeredLink *link = &layered->links[i];

      if (self->linked[link->from] == self->linked[link->to])
        continue;
      if (!self->linked[link->to] && layered->nodes[link->to].column < 0)
        self->column[link->to] = self->column[link->from] + 1;
      if (!self->linked[link->from] && layered->nodes[link->from].column < 0)
        self->column[link->from] = MAX (0, self->column[link->to] - 1);
      self->linked[link->from] = self->linked[link->to] = TRUE;
    }
}

/* What has no link at all stays where it was, or stands after what came before it in its lane. */
static void
place_single (WayColumns *self)
{
  WayLayered *layered = self->layered;
  g_autofree int *after = g_new0 (int, layered->n_lanes + 1);

  for (guint i = 0; i < layered->n_nodes; i++)
    {
      guint lane = layered->nodes[i].lane;

      if (!self->linked[i] && layered->nodes[i].column < 0)
        self->column[i] = layered->nodes[i].has_place ? (int) layered->nodes[i].was_column : after[lane];
      after[lane] = MAX (after[lane], self->column[i] + 1);
    }
}

/* Takes the empty columns away, unless somebody pinned something. */
static void
close_ranks (WayColumns *self)
{
  WayLayered *layered = self->layered;
  g_autofree int *numbers = NULL;
  int last = 0, n = 0;

  for (guint i = 0; i < layered->n_nodes; i++)
    {
      last = MAX (last, self->column[i]);
      if (layered->nodes[i].column >= 0)
        return;
    }
  numbers = g_new0 (int, last + 1);
  for (guint i = 0; i < layered->n_nodes; i++)
    numbers[self->column[i]] = 1;
  for (int i = 0; i <= last; i++)
    n = numbers[i] += n;
  for (guint i = 0; i < layered->n_nodes; i++)
    self->column[i] = numbers[self->column[i]] - 1;
}

static WayGoes
goes (WayColumns *self,
      guint       number)
{
  const WayLayeredLink *link = &self->layered->links[number];

  if (link->from == link->to)
    return WAY_GOES_ROUND;
  if (self->straight[number])
    return WAY_GOES_STRAIGHT;
  if (self->column[link->from] == self->column[link->to])
    return WAY_GOES_BESIDE;
  if (self->column[link->from] < self->column[link->to])
    return WAY_GOES_FORWARD;
  return way_link_flows (link) ? WAY_GOES_BACK : WAY_GOES_LEFT;
}

static void
make_room (WayColumns *self)
{
  guint n = self->layered->n_nodes, n_links = self->layered->n_links;

  self->chosen = g_new0 (gboolean, n_links + 1);
  self->back = g_new0 (gboolean, n_links + 1);
  self->upright = g_new0 (gboolean, n_links + 1);
  self->straight = g_new0 (gboolean, n_links + 1);
  self->linked = g_new0 (gboolean, n + 1);
  self->led_to = g_new0 (gboolean, n + 1);
  self->under = g_new (guint, n + 1);
  self->sorted = g_new (guint, n + 1);
  self->column = g_new0 (int, n + 1);
  self->cell = g_new0 (guint, n + 1);
  self->held = g_new0 (guint, n + 1);
  self->top = g_new0 (guint, n + 1);
  self->bottom = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++)
    self->under[i] = WAY_NONE;
}

static void
way_columns_clear (WayColumns *self)
{
  gpointer all[] = { self->chosen, self->back, self->upright, self->straight, self->linked, self->led_to, self->under, self->sorted,
                     self->column, self->cell, self->held, self->top, self->bottom, self->out_starts, self->out, self->in_starts, self->in };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_free (all[i]);
}

/* Sets the column of each node, how each link goes, and what must stand above what. */
void
way_layered_find_columns (WayLayered *layered)
{
  WayColumns self = { .layered = layered };
  gboolean good = FALSE;

  make_room (&self);
  choose_links (&self);
  list_by_node (layered->links, self.chosen, layered->n_links, layered->n_nodes, FALSE, &self.out_starts, &self.out);
  list_by_node (layered->links, self.chosen, layered->n_links, layered->n_nodes, TRUE, &self.in_starts, &self.in);
  cut_loops (&self);
  find_upright (&self);
  for (guint round = 0; round < DEMOTIONS && !good; round++)
    {
      g_autofree gboolean *linked = g_memdup2 (self.linked, sizeof (gboolean) * (layered->n_nodes + 1));

      assign (&self);
      way_columns_hold (&self);
      follow (&self);
      follow_weak (&self);
      way_columns_place_parts (&self);
      place_single (&self);
      close_ranks (&self);
      good = way_columns_find_straight (&self);
      memcpy (self.linked, linked, sizeof (gboolean) * (layered->n_nodes + 1));
    }
  for (guint i = 0; i < layered->n_nodes; i++)
    {
      WayVertex *vertex = way_layered_vertex (layered, i);
      gboolean top = self.top[self.cell[i]] == i, bottom = self.bottom[self.cell[i]] == i;

      layered->columns[i] = self.column[i];
      layered->n_columns = MAX (layered->n_columns, (guint) self.column[i] + 1);
      vertex->rank = top ? 0 : bottom ? 2 : 1;
    }
  for (guint i = 0; i < layered->n_links; i++)
    layered->trails[i].goes = goes (&self, i);
  way_columns_clear (&self);
}
