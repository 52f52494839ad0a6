/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above what in each cell, so that lines cross as little as can be: sweeps by the middle of neighbours, then neighbours that
 * change places. Where the boxes have places from before, these are kept unless a change saves several crossings. */
#include "scene/way-layered-order.h"

#include <math.h>
#include <string.h>

enum { SWEEPS = 40, KEPT_SWEEPS = 4, MUCH_WORK = 1500000, PATIENCE = 10, EXCHANGES = 8 };

static double
first_key (WayOrder *self,
           guint     number)
{
  WayVertex *vertex = way_layered_vertex (self->layered, number);

  if (way_order_is_kept (self, vertex))
    return vertex->was_y;
  return self->keep ? G_MAXDOUBLE : self->visits[number];
}

/* Walks along all lines, deep first, so that what is joined comes together. */
static void
walk (WayOrder *self)
{
  WayLayered *layered = self->layered;
  guint n = layered->vertices->len, n_visited = 0, n_stack, part = 0;
  gboolean apart = !self->keep && !way_layered_has_lanes (layered);
  g_autofree guint *stack = g_new (guint, n + 2 * layered->pieces->len + 2);

  self->visits = g_new (guint, n + 1);
  self->parts = g_new0 (guint, n + 1);
  /* Where things stay, they go by where they were. */
  if (self->keep)
    return;
  memset (self->visits, 0xff, sizeof (guint) * (n + 1));
  for (guint i = 0; i < n; i++)
    {
      n_stack = 1;
      stack[0] = i;
      part += self->visits[i] == WAY_NONE;
      while (n_stack > 0)
        {
          guint at = stack[--n_stack];

          if (self->visits[at] != WAY_NONE)
            continue;
          self->visits[at] = n_visited++;
          self->parts[at] = apart ? part : 0;
          for (guint j = layered->left_starts[at + 1]; j-- > layered->left_starts[at];)
            stack[n_stack++] = way_layered_piece (layered, layered->left_pieces[j])->left;
          for (guint j = layered->right_starts[at + 1]; j-- > layered->right_starts[at];)
            stack[n_stack++] = way_layered_piece (layered, layered->right_pieces[j])->right;
        }
    }
}

/* The order to start from: where things were, or as they were given. */
static void
start (WayOrder *self)
{
  WayLayered *layered = self->layered;
  guint n = layered->vertices->len, *starts = g_new0 (guint, layered->n_layers + 2), *at = starts + 1, most = 0;

  for (guint i = 0; i < n; i++)
    at[way_layered_vertex (layered, i)->layer + 1]++;
  for (guint i = 0; i < layered->n_layers; i++)
    {
      most = MAX (most, at[i + 1]);
      at[i + 1] += at[i];
    }
  layered->order = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    layered->order[at[way_layered_vertex (layered, i)->layer]++] = i;
  layered->layer_starts = starts;
  self->seats = g_new (WaySeat, most + 1);
  self->tree = g_new0 (WayTally, most + 2);
  self->one = g_new (WayTo, layered->pieces->len + 1);
  self->two = g_new (WayTo, layered->pieces->len + 1);
  self->blocks = g_new (guint, most + 1);
  self->sizes = g_new (guint, most + 1);
  for (guint layer = 0; layer < layered->n_layers; layer++)
    {
      for (guint i = 0; i < way_order_layer_size (layered, layer); i++)
        {
          guint number = layered->order[starts[layer] + i];
          WayVertex *vertex = way_layered_vertex (layered, number);

          vertex->place = i;
          self->seats[i] = (WaySeat) { number, vertex->lane, vertex->rank, self->parts[number], i, way_order_is_kept (self, vertex), first_key (self, number) };
        }
      way_order_seat (self, layer);
    }
}

static void
take_order (WayOrder    *self,
            const guint *order)
{
  WayLayered *layered = self->layered;

  for (guint layer = 0; layer < layered->n_layers; layer++)
    {
      guint first = layered->layer_starts[layer], n = way_order_layer_size (layered, layer);

      if (n == 0 || memcmp (layered->order + first, order + first, sizeof (guint) * n) == 0)
        continue;
      memcpy (layered->order + first, order + first, sizeof (guint) * n);
      way_order_number_layer (self, layer);
    }
}

static void
improve (WayOrder *self)
{
  WayLayered *layered = self->layered;
  g_autofree guint *best = g_memdup2 (layered->order, sizeof (guint) * (layered->vertices->len + 1));
  guint work = 1 + layered->vertices->len + layered->pieces->len, least = G_MAXUINT, since = 0;
  guint sweeps = MIN (self->keep ? KEPT_SWEEPS : SWEEPS, 2 + MUCH_WORK / work), exchanges = MIN (EXCHANGES, 1 + MUCH_WORK / 8 / work);

  for (guint round = 0; round < sweeps && since < PATIENCE && least > 0; round++)
    {
      guint crossings;

      self->flip = !self->keep && round % 4 > 1;
      if (round > 0 || self->keep)
        way_order_sweep (self, round % 2 == 0);
      /* What is new finds its place before anything is moved for it. */
      if (round == 0 && self->keep)
        way_order_sweep (self, FALSE);
      way_order_exchange (self, self->keep ? 1 : exchanges);
      crossings = way_order_count_all (self);
      since++;
      if (crossings < least)
        {
          least = crossings;
          since = 0;
          memcpy (best, layered->order, sizeof (guint) * layered->vertices->len);
        }
    }
  self->flip = FALSE;
  take_order (self, best);
  way_order_exchange (self, exchanges);
  if (!self->keep)
    {
      way_order_shake (self);
      way_order_tidy (self);
    }
}

/* Turns are no longer of use once the order is known. */
static void
drop_turns (WayLayered *layered)
{
  guint n = 0;

  for (guint layer = 0; layer < layered->n_layers; layer++)
    {
      guint first = layered->layer_starts[layer], end = layered->layer_starts[layer + 1];

      layered->layer_starts[layer] = n;
      for (guint i = first; i < end; i++)
        if (way_layered_vertex (layered, layered->order[i])->kind != WAY_VERTEX_TURN)
          {
            way_layered_vertex (layered, layered->order[i])->place = n - layered->layer_starts[layer];
            layered->order[n++] = layered->order[i];
          }
    }
  layered->layer_starts[layered->n_layers] = n;
}

/* Sets the order of the vertices in their layers. */
void
way_layered_find_order (WayLayered *layered)
{
  WayOrder self = { .layered = layered };
  guint n_kept = 0;

  for (guint i = 0; i < layered->n_nodes; i++)
    n_kept += layered->nodes[i].has_place != FALSE;
  self.keep = n_kept > 0 && n_kept * 2 >= layered->n_nodes;
  self.now = 1;
  self.changed = g_new (guint, layered->n_layers + 1);
  for (guint i = 0; i <= layered->n_layers; i++)
    self.changed[i] = self.now;
  self.sorted[FALSE] = g_new0 (guint, layered->n_layers + 1);
  self.sorted[TRUE] = g_new0 (guint, layered->n_layers + 1);
  self.exchanged = g_new0 (guint, layered->n_layers + 1);
  self.counted = g_new0 (guint, layered->n_layers + 1);
  self.costs = g_new0 (guint, layered->n_layers + 1);
  walk (&self);
  start (&self);
  if (!way_layered_take_order (layered, self.keep))
    {
      improve (&self);
      drop_turns (layered);
    }
  way_layered_note_order (layered);
  g_free (self.changed);
  g_free (self.sorted[FALSE]);
  g_free (self.sorted[TRUE]);
  g_free (self.exchanged);
  g_free (self.counted);
  g_free (self.costs);
  g_free (self.seats);
  g_free (self.tree);
  g_free (self.one);
  g_free (self.two);
  g_free (self.blocks);
  g_free (self.sizes);
  g_free (self.visits);
  g_free (self.parts);
}
