/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sweeps: each layer in the order of the middles of its neighbours on one side. */
#include "scene/way-layered-order.h"

#include <math.h>

static int
compare_seats (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const WaySeat *one = a, *two = b;

  if (one->lane != two->lane)
    return one->lane < two->lane ? -1 : 1;
  if (one->rank != two->rank)
    return one->rank < two->rank ? -1 : 1;
  if (one->part != two->part)
    return one->part < two->part ? -1 : 1;
  if (one->key != two->key)
    return one->key < two->key ? -1 : 1;
  return one->place < two->place ? -1 : one->place > two->place;
}

/* Tells the vertices of a layer their places. */
void
way_order_number_layer (WayOrder *self,
                        guint     layer)
{
  WayLayered *layered = self->layered;

  for (guint i = layered->layer_starts[layer]; i < layered->layer_starts[layer + 1]; i++)
    way_layered_vertex (layered, layered->order[i])->place = i - layered->layer_starts[layer];
  way_order_changed (self, layer);
}

/* Puts the seats of a layer in order; gives whether anything moved. */
gboolean
way_order_seat (WayOrder *self,
                guint     layer)
{
  WayLayered *layered = self->layered;
  guint n = way_order_layer_size (layered, layer), *order = layered->order + layered->layer_starts[layer];
  gboolean sorted = TRUE;

  for (guint i = 1; i < n && sorted; i++)
    sorted = compare_seats (&self->seats[i - 1], &self->seats[i], NULL) < 0;
  if (sorted)
    return FALSE;
  g_sort_array (self->seats, n, sizeof (WaySeat), compare_seats, NULL);
  for (guint i = 0; i < n; i++)
    {
      order[i] = self->seats[i].vertex;
      way_layered_vertex (layered, order[i])->place = i;
    }
  way_order_changed (self, layer);
  return TRUE;
}

/* The mean place of the neighbours on one side, or NAN. */
static double
find_key (WayLayered *layered,
          guint       vertex,
          gboolean    from_left)
{
  const guint *starts = from_left ? layered->left_starts : layered->right_starts;
  const guint *list = from_left ? layered->left_pieces : layered->right_pieces;
  double sum = 0, weights = 0;

  for (guint i = starts[vertex]; i < starts[vertex + 1]; i++)
    {
      WayPiece *piece = way_layered_piece (layered, list[i]);

      sum += piece->weight * way_layered_vertex (layered, from_left ? piece->left : piece->right)->place;
      weights += piece->weight;
    }
  return weights > 0 ? sum / weights : NAN;
}

/* Makes the keys of boxes that keep their order rise, by sharing the means of those that would not. */
static void
level_kept (WaySeat *seats,
            guint    n,
            guint   *blocks,
            guint   *sizes)
{
  guint n_blocks = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!seats[i].kept)
        continue;
      blocks[n_blocks] = i;
      sizes[n_blocks++] = 1;
      while (n_blocks > 1 && seats[blocks[n_blocks - 2]].key > seats[blocks[n_blocks - 1]].key)
        {
          WaySeat *into = &seats[blocks[n_blocks - 2]];

          into->key = (into->key * sizes[n_blocks - 2] + seats[blocks[n_blocks - 1]].key * sizes[n_blocks - 1])
                      / (sizes[n_blocks - 2] + sizes[n_blocks - 1]);
          sizes[n_blocks - 2] += sizes[n_blocks - 1];
          n_blocks--;
        }
    }
  for (guint block = 0, i = 0; block < n_blocks; block++)
    {
      double key = seats[blocks[block]].key;

      for (guint left = sizes[block]; left > 0; i++)
        if (seats[i].kept)
          {
            seats[i].key = key;
            left--;
          }
    }
}

gboolean
way_order_sort_layer (WayOrder *self,
                      guint     layer,
                      gboolean  from_left)
{
  WayLayered *layered = self->layered;
  guint n = way_order_layer_size (layered, layer), *order = layered->order + layered->layer_starts[layer];
  double key = -1;
  guint lane = WAY_NONE;

  if (!self->flip && way_order_still_holds (self, self->sorted[from_left][layer], layer - from_left, layer + !from_left))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      WayVertex *vertex = way_layered_vertex (layered, order[i]);
      double found = find_key (layered, order[i], from_left);

      if (vertex->lane != lane)
        key = -1;
      lane = vertex->lane;
      if (!isnan (found))
        key = found;
      self->seats[i] = (WaySeat) { order[i], lane, vertex->rank, self->parts[order[i]], self->flip ? n - i : i, way_order_is_kept (self, vertex), key };
    }
  for (guint first = 0, end; self->keep && first < n; first = end)
    {
      for (end = first + 1; end < n && self->seats[end].lane == self->seats[first].lane && self->seats[end].rank == self->seats[first].rank;)
        end++;
      level_kept (self->seats + first, end - first, self->blocks, self->sizes);
    }
  if (way_order_seat (self, layer))
    return TRUE;
  self->sorted[from_left][layer] = self->flip ? 0 : self->now;
  return FALSE;
}

void
way_order_sweep (WayOrder *self,
                 gboolean  from_left)
{
  guint n = self->layered->n_layers;

  for (guint i = 1; i < n; i++)
    way_order_sort_layer (self, from_left ? i : n - 1 - i, from_left);
}
