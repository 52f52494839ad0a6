/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes, and branches of boxes, that could as well stand the other way round stand as they were given: people wrote them in that order. */
#include "scene/way-layered-order.h"

enum { ROUNDS = 12, LONGEST = 24 };

/* Two neighbours that change places, with what alone leads to them or follows them. */
typedef struct
{
  WayOrder *order;
  guint uppers[2 * LONGEST + 1];
  guint n;
} WayTwins;

static guint
below (WayLayered *layered,
       guint       vertex)
{
  WayVertex *at = way_layered_vertex (layered, vertex);
  guint next = layered->layer_starts[at->layer] + at->place + 1;

  return next < layered->layer_starts[at->layer + 1] ? layered->order[next] : WAY_NONE;
}

/* The only vertex to the right, or to the left, or WAY_NONE. */
static guint
only_neighbour (WayLayered *layered,
                guint       vertex,
                gboolean    on_left)
{
  const guint *starts = on_left ? layered->left_starts : layered->right_starts;
  const guint *list = on_left ? layered->left_pieces : layered->right_pieces;
  guint found = WAY_NONE;

  for (guint i = starts[vertex]; i < starts[vertex + 1]; i++)
    {
      WayPiece *piece = way_layered_piece (layered, list[i]);
      guint other = on_left ? piece->left : piece->right;

      if (found != WAY_NONE && found != other)
        return WAY_NONE;
      found = other;
    }
  return found;
}

/* Follows two neighbours to one side for as long as there is one way, and the next are neighbours the same way round. */
static void
follow (WayTwins *self,
        guint     upper,
        guint     lower,
        gboolean  on_left)
{
  WayLayered *layered = self->order->layered;

  for (guint i = 0; i < LONGEST; i++)
    {
      upper = only_neighbour (layered, upper, on_left);
      lower = only_neighbour (layered, lower, on_left);
      if (upper == WAY_NONE || lower == WAY_NONE || upper == lower || below (layered, upper) != lower
          || !way_order_may_pass (self->order, upper, lower))
        return;
      self->uppers[self->n++] = upper;
    }
}

static void
change_places (WayTwins *self)
{
  WayLayered *layered = self->order->layered;

  for (guint i = 0; i < self->n; i++)
    {
      WayVertex *upper = way_layered_vertex (layered, self->uppers[i]);
      guint at = layered->layer_starts[upper->layer] + upper->place, lower = layered->order[at + 1];

      layered->order[at + 1] = self->uppers[i];
      layered->order[at] = lower;
      way_layered_vertex (layered, lower)->place = upper->place++;
      self->uppers[i] = lower;
      way_order_changed (self->order, upper->layer);
    }
}

static guint
cost_around (WayTwins *self)
{
  WayLayered *layered = self->order->layered;
  guint first = G_MAXUINT, last = 0, cost = 0;

  for (guint i = 0; i < self->n; i++)
    {
      first = MIN (first, way_layered_vertex (layered, self->uppers[i])->layer);
      last = MAX (last, way_layered_vertex (layered, self->uppers[i])->layer);
    }
  for (guint i = MAX (first, 1) - 1; i <= last && i + 1 < layered->n_layers; i++)
    cost += way_order_count_channel (self->order, i);
  return cost;
}

static gboolean
tidy_layer (WayTwins *self,
            guint     layer)
{
  WayLayered *layered = self->order->layered;
  gboolean changed = FALSE;

  for (guint i = layered->layer_starts[layer]; i + 1 < layered->layer_starts[layer + 1]; i++)
    {
      guint upper = layered->order[i], lower = layered->order[i + 1], before;

      if (way_layered_vertex (layered, upper)->kind != WAY_VERTEX_NODE || way_layered_vertex (layered, lower)->kind != WAY_VERTEX_NODE
          || upper < lower || !way_order_may_pass (self->order, upper, lower))
        continue;
      self->n = 1;
      self->uppers[0] = upper;
      follow (self, upper, lower, FALSE);
      follow (self, upper, lower, TRUE);
      before = cost_around (self);
      change_places (self);
      if (cost_around (self) <= before)
        changed = TRUE;
      else
        change_places (self);
    }
  return changed;
}

/* Puts what may as well stand one way as the other in the order of the boxes given. */
void
way_order_tidy (WayOrder *order)
{
  WayTwins self = { .order = order };
  gboolean changed = TRUE;

  for (guint round = 0; round < ROUNDS && changed; round++)
    {
      changed = FALSE;
      for (guint layer = 0; layer < order->layered->n_layers; layer++)
        changed |= tidy_layer (&self, layer);
    }
}
