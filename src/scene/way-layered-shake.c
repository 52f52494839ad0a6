/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shaking: where lines still cross, a few layers are thrown out of order and put in order again, and stay so unless lines cross more than
 * before. What sweeps cannot turn round, such as a branch of many boxes on the wrong side of another, turns round by such steps, of which
 * many cost nothing. The throws are counted and always the same. */
#include "scene/way-layered-order.h"

#include <string.h>

enum { MOST_REACH = 7, SETTLINGS = 4, WORK = 200, PATIENCE = 40, MOST_WORK = 3000000 };

typedef struct
{
  WayOrder *order;
  guint *channels;            /* crossings, by channel */
  guint *counts;              /* the same, of a window after it was shaken */
  guint *before;              /* the order of the vertices in a window */
  guint first, last;          /* layers of the window */
  guint32 dice;
} WayShake;

static guint
throw (WayShake *self,
       guint     n)
{
  self->dice = self->dice * 1664525u + 1013904223u;
  return (guint) (((guint64) self->dice * n) >> 32);
}

static guint
window_start (WayShake *self)
{
  return self->order->layered->layer_starts[self->first];
}

static guint
window_size (WayShake *self)
{
  return self->order->layered->layer_starts[self->last + 1] - window_start (self);
}

/* Puts what can change places in a layer, beginning anywhere, the other way round; or one vertex anywhere else. */
static gboolean
disturb (WayShake *self,
         guint     layer)
{
  WayLayered *layered = self->order->layered;
  guint n = way_order_layer_size (layered, layer), *order = layered->order + layered->layer_starts[layer];
  guint first, last, low, high;

  if (n < 2)
    return FALSE;
  first = throw (self, n);
  for (low = first; low > 0 && way_order_may_pass (self->order, order[low - 1], order[first]);)
    low--;
  for (high = first; high + 1 < n && way_order_may_pass (self->order, order[high + 1], order[first]);)
    high++;
  if (low == high)
    return FALSE;
  last = low + throw (self, high - low + 1);
  if (last == first)
    last = first < high ? first + 1 : first - 1;
  if (throw (self, 2) == 0)
    {
      guint vertex = order[first];

      for (; first < last; first++)
        order[first] = order[first + 1];
      for (; first > last; first--)
        order[first] = order[first - 1];
      order[last] = vertex;
    }
  else
    for (low = MIN (first, last), high = MAX (first, last); low < high; low++, high--)
      {
        guint vertex = order[low];

        order[low] = order[high];
        order[high] = vertex;
      }
  way_order_number_layer (self->order, layer);
  return TRUE;
}

/* Puts the layers beside one in order again, going outwards, and then all of them by changes of places. */
static void
settle (WayShake *self,
        guint     layer,
        gboolean  sweeping)
{
  gboolean changed = TRUE;

  for (guint i = layer + 1; sweeping && i <= self->last; i++)
    way_order_sort_layer (self->order, i, TRUE);
  for (guint i = layer; sweeping && i-- > self->first;)
    way_order_sort_layer (self->order, i, FALSE);
  for (guint round = 0; round < SETTLINGS && changed; round++)
    {
      changed = FALSE;
      for (guint i = self->first; i <= self->last; i++)
        changed |= way_order_exchange_layer (self->order, i);
    }
}

/* Crossings in the channels that a window touches; sets those of each. */
static guint
count_window (WayShake *self,
              guint    *counts)
{
  guint n = 0;

  for (guint i = MAX (self->first, 1) - 1; i <= self->last && i + 1 < self->order->layered->n_layers; i++)
    n += counts[i] = way_order_count_channel (self->order, i);
  return n;
}

static void
undo (WayShake *self)
{
  WayLayered *layered = self->order->layered;

  memcpy (layered->order + window_start (self), self->before, sizeof (guint) * window_size (self));
  for (guint i = self->first; i <= self->last; i++)
    way_order_number_layer (self->order, i);
}

/* Shakes the layers around a channel; gives whether lines cross less. */
static gboolean
shake (WayShake *self,
       guint     channel)
{
  WayLayered *layered = self->order->layered;
  guint reach = throw (self, MOST_REACH), layer = channel + throw (self, 2), before = 0, after, from;

  self->first = channel > reach ? channel - reach : 0;
  self->last = MIN (channel + 1 + reach, layered->n_layers - 1);
  from = MAX (self->first, 1) - 1;
  for (guint i = from; i <= self->last && i + 1 < layered->n_layers; i++)
    before += self->channels[i];
  memcpy (self->before, layered->order + window_start (self), sizeof (guint) * window_size (self));
  if (!disturb (self, layer))
    return FALSE;
  settle (self, layer, throw (self, 3) > 0);
  after = count_window (self, self->counts);
  if (after > before)
    undo (self);
  else
    memcpy (self->channels + from, self->counts + from, sizeof (guint) * (self->last - from + 1));
  return after < before;
}

/* Shakes wherever lines cross, again and again, until none do, or nothing has been gained for long, or enough has been done; work is
 * counted in vertices of windows. */
void
way_order_shake (WayOrder *order)
{
  guint n = order->layered->n_layers, n_vertices = order->layered->vertices->len, channel = 0, idle = 0;
  guint64 work = 0, most_work = MIN ((guint64) n_vertices * WORK, MOST_WORK), gained = 0;
  WayShake self = { .order = order, .channels = g_new0 (guint, n + 1), .counts = g_new0 (guint, n + 1),
                    .before = g_new (guint, order->layered->vertices->len + 1), .dice = 1 };

  for (guint i = 0; i + 1 < n; i++)
    self.channels[i] = way_order_count_channel (order, i);
  while (n > 1 && work < most_work && work - gained < (guint64) n_vertices * PATIENCE && idle < n)
    {
      channel = (channel + 1) % (n - 1);
      if (self.channels[channel] == 0)
        {
          idle++;
          continue;
        }
      idle = 0;
      if (shake (&self, channel))
        gained = work;
      work += window_size (&self);
    }
  g_free (self.channels);
  g_free (self.counts);
  g_free (self.before);
}
