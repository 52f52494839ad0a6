/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Crossings between layers, and neighbours in a layer that change places where this saves some. */
#include "scene/way-layered-order.h"

#include <string.h>

enum { WORTH_MOVING = 3 };

/* Crossings between a layer and the next. */
guint
way_order_count_channel (WayOrder *self,
                         guint     layer)
{
  WayLayered *layered = self->layered;
  guint size = way_order_layer_size (layered, layer + 1), crossings = 0, inserted = 0;

  memset (self->tree, 0, sizeof (guint) * (size + 1));
  for (guint i = layered->layer_starts[layer]; i < layered->layer_starts[layer + 1]; i++)
    {
      guint vertex = layered->order[i], first = layered->right_starts[vertex], end = layered->right_starts[vertex + 1];

      for (guint j = first; j < end; j++)
        {
          guint place = way_layered_vertex (layered, way_layered_piece (layered, layered->right_pieces[j])->right)->place + 1;

          crossings += inserted;
          for (guint at = place; at > 0; at -= at & -at)
            crossings -= self->tree[at];
        }
      for (guint j = first; j < end; j++)
        {
          guint place = way_layered_vertex (layered, way_layered_piece (layered, layered->right_pieces[j])->right)->place + 1;

          for (guint at = place; at <= size; at += at & -at)
            self->tree[at]++;
        }
      inserted += end - first;
    }
  return crossings;
}

guint
way_order_count_all (WayOrder *self)
{
  guint crossings = 0;

  for (guint layer = 0; layer + 1 < self->layered->n_layers; layer++)
    crossings += way_order_count_channel (self, layer);
  return crossings;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

static guint
list_places (WayLayered *layered,
             guint       vertex,
             gboolean    on_left,
             guint      *places)
{
  const guint *starts = on_left ? layered->left_starts : layered->right_starts;
  const guint *list = on_left ? layered->left_pieces : layered->right_pieces;
  guint n = 0;

  for (guint i = starts[vertex]; i < starts[vertex + 1]; i++)
    {
      WayPiece *piece = way_layered_piece (layered, list[i]);

      places[n++] = way_layered_vertex (layered, on_left ? piece->left : piece->right)->place;
    }
  if (n > 1)
    qsort (places, n, sizeof (guint), compare_places);
  return n;
}

/* How many crossings fewer there are when two neighbours in a layer change places. */
static int
gain (WayOrder *self,
      guint     upper,
      guint     lower)
{
  int saved = 0;

  for (guint side = 0; side < 2; side++)
    {
      guint n_one = list_places (self->layered, upper, side, self->one), n_two = list_places (self->layered, lower, side, self->two);

      for (guint i = 0, below = 0, upto = 0; i < n_one; i++)
        {
          while (below < n_two && self->two[below] < self->one[i])
            below++;
          while (upto < n_two && self->two[upto] <= self->one[i])
            upto++;
          saved += (int) below - (int) (n_two - upto);
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
