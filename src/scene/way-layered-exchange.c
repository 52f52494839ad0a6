/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Crossings between layers, and neighbours in a layer that change places where this saves some. */
#include "scene/way-layered-order.h"

#include <string.h>

enum { WORTH_MOVING = 3 * WAY_CROSSING, FEW = 12 };

static guint
count_channel (WayOrder *self,
               guint     layer)
{
  WayLayered *layered = self->layered;
  guint size = way_order_layer_size (layered, layer + 1), cost = 0;
  WayTally all = { 0, 0 };

  memset (self->tree, 0, sizeof (WayTally) * (size + 1));
  for (guint i = layered->layer_starts[layer]; i < layered->layer_starts[layer + 1]; i++)
    {
      guint vertex = layered->order[i], first = layered->right_starts[vertex], end = layered->right_starts[vertex + 1];

      for (guint j = first; j < end; j++)
        {
          WayPiece *piece = way_layered_piece (layered, layered->right_pieces[j]);
          WayTally crossed = all;

          for (guint at = way_layered_vertex (layered, piece->right)->place + 1; at > 0; at -= at & -at)
            {
              crossed.n -= self->tree[at].n;
              crossed.stiffness -= self->tree[at].stiffness;
            }
          cost += crossed.n * (WAY_CROSSING + piece->stiffness) + crossed.stiffness;
        }
      for (guint j = first; j < end; j++)
        {
          WayPiece *piece = way_layered_piece (layered, layered->right_pieces[j]);

          for (guint at = way_layered_vertex (layered, piece->right)->place + 1; at <= size; at += at & -at)
            {
              self->tree[at].n++;
              self->tree[at].stiffness += piece->stiffness;
            }
          all.n++;
          all.stiffness += piece->stiffness;
        }
    }
  return cost;
}

/* What it costs that lines cross between a layer and the next. */
guint
way_order_count_channel (WayOrder *self,
                         guint     layer)
{
  if (!way_order_still_holds (self, self->counted[layer], layer, layer + 1))
    {
      self->costs[layer] = count_channel (self, layer);
      self->counted[layer] = self->now;
    }
  return self->costs[layer];
}

guint
way_order_count_all (WayOrder *self)
{
  guint cost = 0;

  for (guint layer = 0; layer + 1 < self->layered->n_layers; layer++)
    cost += way_order_count_channel (self, layer);
  return cost;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const WayTo *one = a, *two = b;

  return one->place < two->place ? -1 : one->place > two->place;
}

static guint
list_places (WayLayered *layered,
             guint       vertex,
             gboolean    on_left,
             WayTo      *places)
{
  const guint *starts = on_left ? layered->left_starts : layered->right_starts;
  const guint *list = on_left ? layered->left_pieces : layered->right_pieces;
  guint n = starts[vertex + 1] - starts[vertex];

  for (guint i = 0; i < n; i++)
    {
      WayPiece *piece = way_layered_piece (layered, list[starts[vertex] + i]);
      WayTo to = { way_layered_vertex (layered, on_left ? piece->left : piece->right)->place, piece->stiffness };
      guint j = i;

      for (; n <= FEW && j > 0 && places[j - 1].place > to.place; j--)
        places[j] = places[j - 1];
      places[j] = to;
    }
  if (n > FEW)
    qsort (places, n, sizeof (WayTo), compare_places);
  return n;
}

/* How much less it costs that lines cross when two neighbours in a layer change places. */
static int
gain (WayOrder *self,
      guint     upper,
      guint     lower)
{
  int saved = 0;

  for (guint side = 0; side < 2; side++)
    {
      guint n_one = list_places (self->layered, upper, side, self->one), n_two = list_places (self->layered, lower, side, self->two);
      WayTally before = { 0, 0 }, beyond = { 0, 0 };

      for (guint i = 0; i < n_two; i++)
        beyond.stiffness += self->two[i].stiffness;
      beyond.n = n_two;
      for (guint i = 0, first = 0, end = 0; i < n_one; i++)
        {
          for (; first < n_two && self->two[first].place < self->one[i].place; first++)
            {
              before.n++;
              before.stiffness += self->two[first].stiffness;
            }
          for (; end < n_two && self->two[end].place <= self->one[i].place; end++)
            {
              beyond.n--;
              beyond.stiffness -= self->two[end].stiffness;
            }
          saved += ((int) before.n - (int) beyond.n) * (int) (WAY_CROSSING + self->one[i].stiffness) + (int) before.stiffness
                   - (int) beyond.stiffness;
        }
    }
  return saved;
}

gboolean
way_order_exchange_layer (WayOrder *self,
                          guint     layer)
{
  WayLayered *layered = self->layered;
  guint n = way_order_layer_size (layered, layer), *order = layered->order + layered->layer_starts[layer];
  gboolean changed = FALSE;

  if (!self->flip && way_order_still_holds (self, self->exchanged[layer], MAX (layer, 1) - 1, layer + 1))
    return FALSE;
  for (guint i = 0; i + 1 < n; i++)
    {
      WayVertex *upper = way_layered_vertex (layered, order[i]), *lower = way_layered_vertex (layered, order[i + 1]);
      guint upper_number = order[i];

      if (!way_order_may_pass (self, order[i], order[i + 1]))
        continue;
      if (gain (self, order[i], order[i + 1]) < (way_order_is_kept (self, upper) && way_order_is_kept (self, lower) ? WORTH_MOVING : !self->flip))
        continue;
      order[i] = order[i + 1];
      order[i + 1] = upper_number;
      upper->place = i + 1;
      lower->place = i;
      changed = TRUE;
    }
  if (changed)
    way_order_changed (self, layer);
  else
    self->exchanged[layer] = self->flip ? 0 : self->now;
  return changed;
}

void
way_order_exchange (WayOrder *self,
                    guint     rounds)
{
  gboolean changed = TRUE;

  for (guint round = 0; round < rounds && changed; round++)
    {
      changed = FALSE;
      for (guint layer = 0; layer < self->layered->n_layers; layer++)
        changed |= way_order_exchange_layer (self, layer);
    }
}
