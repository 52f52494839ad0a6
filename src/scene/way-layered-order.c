/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above what in each cell, so that lines cross as little as can be: sweeps by the middle of neighbours, then neighbours that
 * change places. Where the boxes have places from before, these are kept unless a change saves several crossings. */
#include "scene/way-layered-private.h"

#include <math.h>
#include <string.h>

enum { SWEEPS = 40, KEPT_SWEEPS = 4, MUCH_WORK = 1500000, PATIENCE = 10, EXCHANGES = 8, WORTH_MOVING = 3 };

typedef struct
{
  guint vertex, lane, rank, place;
  gboolean kept;
  double key;
} WaySeat;

typedef struct
{
  WayLayered *layered;
  gboolean keep;              /* whether boxes keep the order that they had */
  gboolean flip;              /* whether what is as good one way as the other changes places, to get out of a dead end */
  WaySeat *seats;             /* of one layer */
  guint *tree;                /* counts by place, for crossings */
  guint *one, *two;           /* places of neighbours */
  guint *visits;              /* by vertex: when it was first come to on a walk along all lines */
} WayOrder;

static guint
layer_size (WayLayered *layered,
            guint       layer)
{
  return layered->layer_starts[layer + 1] - layered->layer_starts[layer];
}

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
  if (one->key != two->key)
    return one->key < two->key ? -1 : 1;
  return one->place < two->place ? -1 : one->place > two->place;
}

static gboolean
is_kept (WayOrder  *self,
         WayVertex *vertex)
{
  return self->keep && vertex->kept;
}

/* Puts the seats of a layer in order; gives whether anything moved. */
static gboolean
seat (WayOrder *self,
      guint     layer)
{
  WayLayered *layered = self->layered;
  guint n = layer_size (layered, layer), *order = layered->order + layered->layer_starts[layer];
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
  return TRUE;
}

static double
first_key (WayOrder *self,
           guint     number)
{
  WayVertex *vertex = way_layered_vertex (self->layered, number);

  if (is_kept (self, vertex))
    return vertex->was_y;
  return self->keep ? G_MAXDOUBLE : self->visits[number];
}

/* Walks along all lines, deep first, so that what is joined comes together. */
static void
walk (WayOrder *self)
{
  WayLayered *layered = self->layered;
  guint n = layered->vertices->len, n_visited = 0, n_stack;
  g_autofree guint *stack = g_new (guint, n + 2 * layered->pieces->len + 2);

  self->visits = g_new (guint, n + 1);
  memset (self->visits, 0xff, sizeof (guint) * (n + 1));
  for (guint i = 0; i < n; i++)
    {
      n_stack = 1;
      stack[0] = i;
      while (n_stack > 0)
        {
          guint at = stack[--n_stack];

          if (self->visits[at] != WAY_NONE)
            continue;
          self->visits[at] = n_visited++;
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
  self->tree = g_new0 (guint, most + 2);
  self->one = g_new (guint, MAX (most, layered->pieces->len) + 1);
  self->two = g_new (guint, MAX (most, layered->pieces->len) + 1);
  for (guint layer = 0; layer < layered->n_layers; layer++)
    {
      for (guint i = 0; i < layer_size (layered, layer); i++)
        {
          guint number = layered->order[starts[layer] + i];
          WayVertex *vertex = way_layered_vertex (layered, number);

          vertex->place = i;
          self->seats[i] = (WaySeat) { number, vertex->lane, vertex->rank, i, is_kept (self, vertex), first_key (self, number) };
        }
      seat (self, layer);
    }
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

static gboolean
sort_layer (WayOrder *self,
            guint     layer,
            gboolean  from_left)
{
  WayLayered *layered = self->layered;
  guint n = layer_size (layered, layer), *order = layered->order + layered->layer_starts[layer];
  double key = -1;
  guint lane = WAY_NONE;

  for (guint i = 0; i < n; i++)
    {
      WayVertex *vertex = way_layered_vertex (layered, order[i]);
      double found = find_key (layered, order[i], from_left);

      if (vertex->lane != lane)
        key = -1;
      lane = vertex->lane;
      if (!isnan (found))
        key = found;
      self->seats[i] = (WaySeat) { order[i], lane, vertex->rank, self->flip ? n - i : i, is_kept (self, vertex), key };
    }
  for (guint first = 0, end; self->keep && first < n; first = end)
    {
      for (end = first + 1; end < n && self->seats[end].lane == self->seats[first].lane && self->seats[end].rank == self->seats[first].rank;)
        end++;
      level_kept (self->seats + first, end - first, self->one, self->two);
    }
  return seat (self, layer);
}

/* Crossings between a layer and the next. */
static guint
count_channel (WayOrder *self,
               guint     layer)
{
  WayLayered *layered = self->layered;
  guint size = layer_size (layered, layer + 1), crossings = 0, inserted = 0;

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

static guint
count_all (WayOrder *self)
{
  guint crossings = 0;

  for (guint layer = 0; layer + 1 < self->layered->n_layers; layer++)
    crossings += count_channel (self, layer);
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

static gboolean
exchange_in_layer (WayOrder *self,
                   guint     layer)
{
  WayLayered *layered = self->layered;
  guint n = layer_size (layered, layer), *order = layered->order + layered->layer_starts[layer];
  gboolean changed = FALSE;

  for (guint i = 0; i + 1 < n; i++)
    {
      WayVertex *upper = way_layered_vertex (layered, order[i]), *lower = way_layered_vertex (layered, order[i + 1]);
      guint upper_number = order[i];

      if (upper->lane != lower->lane || upper->rank != lower->rank)
        continue;
      if (gain (self, order[i], order[i + 1]) < (is_kept (self, upper) && is_kept (self, lower) ? WORTH_MOVING : !self->flip))
        continue;
      order[i] = order[i + 1];
      order[i + 1] = upper_number;
      upper->place = i + 1;
      lower->place = i;
      changed = TRUE;
    }
  return changed;
}

static void
exchange (WayOrder *self,
          guint     rounds)
{
  gboolean changed = TRUE;

  for (guint round = 0; round < rounds && changed; round++)
    {
      changed = FALSE;
      for (guint layer = 0; layer < self->layered->n_layers; layer++)
        changed |= exchange_in_layer (self, layer);
    }
}

static void
take_order (WayLayered  *layered,
            const guint *order)
{
  memcpy (layered->order, order, sizeof (guint) * layered->vertices->len);
  for (guint layer = 0; layer < layered->n_layers; layer++)
    for (guint i = layered->layer_starts[layer]; i < layered->layer_starts[layer + 1]; i++)
      way_layered_vertex (layered, layered->order[i])->place = i - layered->layer_starts[layer];
}

static void
sweep (WayOrder *self,
       gboolean  from_left)
{
  guint n = self->layered->n_layers;

  for (guint i = 1; i < n; i++)
    sort_layer (self, from_left ? i : n - 1 - i, from_left);
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
        sweep (self, round % 2 == 0);
      /* What is new finds its place before anything is moved for it. */
      if (round == 0 && self->keep)
        sweep (self, FALSE);
      exchange (self, self->keep ? 1 : exchanges);
      crossings = count_all (self);
      since++;
      if (crossings < least)
        {
          least = crossings;
          since = 0;
          memcpy (best, layered->order, sizeof (guint) * layered->vertices->len);
        }
    }
  self->flip = FALSE;
  take_order (layered, best);
  exchange (self, exchanges);
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
  walk (&self);
  start (&self);
  improve (&self);
  drop_turns (layered);
  g_free (self.seats);
  g_free (self.tree);
  g_free (self.one);
  g_free (self.two);
  g_free (self.visits);
}
