/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The upright lines in the room between two layers. Hops that leave one port, or enter one, share a bus. Buses get slots from left to right so
 * that they cross little; where a line leaves to the right of the channel at the height at which another comes from the left, the other
 * must turn first, and where that is not possible for both, one makes a small jog. */
#include "scene/way-route-private.h"

#include <math.h>

enum { MANY_BUSES = 700 };

#define NEAR 5.0              /* lines nearer than this would look like one */

typedef struct
{
  WayRoute *route;
  guint end;                  /* of the hop that the sorting is by */
} WaySorting;

static int
compare_ports (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  WaySorting *sorting = data;
  WayHop *one = way_route_hop (sorting->route, *(const guint *) a), *two = way_route_hop (sorting->route, *(const guint *) b);
  guint end = sorting->end;

  if (one->vertices[end] != two->vertices[end])
    return one->vertices[end] < two->vertices[end] ? -1 : 1;
  if (one->sides[end] != two->sides[end])
    return one->sides[end] < two->sides[end] ? -1 : 1;
  return one->y[end] < two->y[end] ? -1 : one->y[end] > two->y[end];
}

static gboolean
is_straight (WayHop *hop)
{
  return hop->sides[0] != hop->sides[1] && fabs (hop->y[0] - hop->y[1]) < 0.01;
}

static void
add_end (WayRoute *self,
         WayBus   *bus,
         double    y,
         guint8    side)
{
  WayEnd end = { y, side };

  bus->top = MIN (bus->top, y);
  bus->bottom = MAX (bus->bottom, y);
  g_array_append_val (self->ends, end);
  bus->n_ends++;
}

static void
add_bus (WayRoute    *self,
         const guint *hops,
         guint        n_hops)
{
  WayBus bus = { .top = G_MAXDOUBLE, .bottom = -G_MAXDOUBLE, .first_end = self->ends->len };

  for (guint i = 0; i < n_hops; i++)
    {
      WayHop *hop = way_route_hop (self, hops[i]);

      hop->bus = self->buses->len;
      for (guint end = 0; end < 2; end++)
        {
          gboolean known = FALSE;

          for (guint j = 0; j < i && !known; j++)
            {
              WayHop *other = way_route_hop (self, hops[j]);

              known = other->vertices[end] == hop->vertices[end] && other->y[end] == hop->y[end];
            }
          if (!known)
            add_end (self, &bus, hop->y[end], hop->sides[end]);
        }
    }
  g_array_append_val (self->buses, bus);
}

/* Makes buses of hops that share the port at an end; those that share it with none stay in the list. */
static guint
share_buses (WayRoute *self,
             guint    *hops,
             guint     n,
             guint     end)
{
  WaySorting sorting = { self, end };
  guint left = 0;

  g_sort_array (hops, n, sizeof (guint), compare_ports, &sorting);
  for (guint first = 0, next; first < n; first = next)
    {
      for (next = first + 1; next < n && compare_ports (&hops[first], &hops[next], &sorting) == 0;)
        next++;
      if (next - first > 1)
        add_bus (self, hops + first, next - first);
      else
        hops[left++] = hops[first];
    }
  return left;
}

static guint
count_ends (WayRoute *self,
            WayBus   *bus,
            guint8    side,
            WayBus   *within)
{
  guint n = 0;

  for (guint i = bus->first_end; i < bus->first_end + bus->n_ends; i++)
    {
      WayEnd *end = &g_array_index (self->ends, WayEnd, i);

      n += end->side == side && end->y > within->top && end->y < within->bottom;
    }
  return n;
}

/* How many crossings more there are when one bus stands to the left of the other than the other way round. */
static double
compare_order (WayRoute *self,
               WayBus   *one,
               WayBus   *two)
{
  if (one->top > two->bottom || two->top > one->bottom)
    return 0;
  return (double) count_ends (self, one, 1, two) + count_ends (self, two, 0, one) - count_ends (self, two, 1, one)
         - count_ends (self, one, 0, two);
}

/* Whether `one` must stand to the left of `two`, because it comes from the left where that goes to the right. */
static gboolean
must_precede (WayRoute *self,
              WayBus   *one,
              WayBus   *two)
{
  if (one->top > two->bottom + NEAR || two->top > one->bottom + NEAR)
    return FALSE;
  for (guint i = one->first_end; i < one->first_end + one->n_ends; i++)
    for (guint j = two->first_end; j < two->first_end + two->n_ends; j++)
      {
        WayEnd *from = &g_array_index (self->ends, WayEnd, i), *to = &g_array_index (self->ends, WayEnd, j);

        if (from->side == 0 && to->side == 1 && fabs (from->y - to->y) < NEAR)
          return TRUE;
      }
  return FALSE;
}

static gboolean
is_free (WayRoute *self,
         guint     channel,
         double    y)
{
  for (guint i = self->channel_starts[channel]; i < self->channel_starts[channel + 1]; i++)
    {
      WayHop *hop = way_route_hop (self, self->by_channel[i]);

      if (fabs (hop->y[0] - y) < NEAR || fabs (hop->y[1] - y) < NEAR)
        return FALSE;
    }
  for (guint i = way_route_bus (self, self->bus_starts[channel])->first_end; i < self->ends->len; i++)
    if (fabs (g_array_index (self->ends, WayEnd, i).y - y) < NEAR)
      return FALSE;
  return TRUE;
}

static double
find_free (WayRoute *self,
           guint     channel,
           double    y,
           double    towards)
{
  double step = towards < y ? -1 : 1;

  for (guint i = 3;; i++)
    {
      if (is_free (self, channel, y + i * 2 * step))
        return y + i * 2 * step;
      if (i > 8 && is_free (self, channel, y - i * 2 * step))
        return y - i * 2 * step;
    }
}

/* Takes the end at y off a bus that stands too far left for it, and leads it there by a jog, which stands further right. */
static void
add_jog (WayRoute *self,
         guint     channel,
         guint     number,
         guint     which_end)
{
  double y = g_array_index (self->ends, WayEnd, which_end).y;
  WayBus *bus = way_route_bus (self, number);
  double aside = find_free (self, channel, y, fabs (bus->top - y) > fabs (bus->bottom - y) ? bus->top : bus->bottom);
  WayBus jog = { .top = G_MAXDOUBLE, .bottom = -G_MAXDOUBLE, .first_end = self->ends->len, .is_jog = TRUE };

  g_array_index (self->ends, WayEnd, which_end).y = aside;
  add_end (self, &jog, aside, 0);
  add_end (self, &jog, y, 1);
  bus->top = G_MAXDOUBLE;
  bus->bottom = -G_MAXDOUBLE;
  for (guint i = bus->first_end; i < bus->first_end + bus->n_ends; i++)
    {
      bus->top = MIN (bus->top, g_array_index (self->ends, WayEnd, i).y);
      bus->bottom = MAX (bus->bottom, g_array_index (self->ends, WayEnd, i).y);
    }
  for (guint i = self->channel_starts[channel]; i < self->channel_starts[channel + 1]; i++)
    {
      WayHop *hop = way_route_hop (self, self->by_channel[i]);

      for (guint end = 0; end < 2; end++)
        if (hop->bus == number && hop->sides[end] == 1 && hop->y[end] == y)
          hop->jogs[end] = self->buses->len;
    }
  g_array_append_val (self->buses, jog);
}

static void
rate_bus (WayRoute *self,
          guint     number,
          guint     first,
          guint     end,
          gboolean  scoring)
{
  WayBus *bus = way_route_bus (self, number);

  bus->waits = 0;
  bus->score = 0;
  for (guint i = first; i < end; i++)
    {
      WayBus *other = way_route_bus (self, i);

      if (i == number || other->placed)
        continue;
      if (scoring)
        bus->score += compare_order (self, bus, other);
      bus->waits += must_precede (self, other, bus);
    }
  if (!scoring)
    bus->score = bus->top;
}

/* Leads the ends of a bus aside that keep it from standing to the left of the others. */
static void
free_bus (WayRoute *self,
          guint     channel,
          guint     number)
{
  guint first = self->bus_starts[channel], end = self->buses->len;

  for (guint i = first; i < end; i++)
    for (guint j = 0; i != number && !way_route_bus (self, i)->placed && j < way_route_bus (self, number)->n_ends; j++)
      {
        WayBus single = *way_route_bus (self, number);

        single.first_end += j;
        single.n_ends = 1;
        if (must_precede (self, way_route_bus (self, i), &single))
          add_jog (self, channel, number, single.first_end);
      }
}

static guint
place_bus (WayRoute *self,
           guint     first,
           guint     number)
{
  WayBus *bus = way_route_bus (self, number);
  double apart = MAX (WAY_LINE_GAP, 2 * self->layered->options.corner);

  bus->slot = 0;
  for (guint i = first; i < self->buses->len; i++)
    {
      WayBus *other = way_route_bus (self, i);

      if (other->placed && other->slot >= bus->slot && other->top < bus->bottom + apart && bus->top < other->bottom + apart)
        bus->slot = other->slot + 1;
    }
  bus->placed = TRUE;
  return bus->slot + 1;
}

/* Whether a bus is to be placed before another: one that waits for none; else one that is no jog, for those are not led aside themselves. */
static gboolean
goes_first (WayBus *bus,
            WayBus *other)
{
  if ((bus->waits == 0) != (other->waits == 0))
    return bus->waits == 0;
  if (bus->waits > 0 && bus->is_jog != other->is_jog)
    return !bus->is_jog;
  if (bus->score != other->score)
    return bus->score < other->score;
  return bus->waits < other->waits;
}

static guint
find_next (WayRoute *self,
           guint     first)
{
  guint best = WAY_NONE;

  for (guint i = first; i < self->buses->len; i++)
    if (!way_route_bus (self, i)->placed && (best == WAY_NONE || goes_first (way_route_bus (self, i), way_route_bus (self, best))))
      best = i;
  return best;
}

/* Gives the buses of a channel their slots. */
static void
order_buses (WayRoute *self,
             guint     channel)
{
  guint first = self->bus_starts[channel], known = self->buses->len, next;
  gboolean scoring = known - first < MANY_BUSES;

  for (guint i = first; i < known; i++)
    rate_bus (self, i, first, known, scoring);
  while ((next = find_next (self, first)) != WAY_NONE)
    {
      WayBus *bus;

      if (way_route_bus (self, next)->waits > 0)
        free_bus (self, channel, next);
      self->n_slots[channel] = MAX (self->n_slots[channel], place_bus (self, first, next));
      bus = way_route_bus (self, next);
      for (guint i = first; i < known; i++)
        {
          WayBus *other = way_route_bus (self, i);

          if (other->placed)
            continue;
          if (scoring)
            other->score -= compare_order (self, other, bus);
          other->waits -= other->waits > 0 && must_precede (self, bus, other);
        }
      for (; known < self->buses->len; known++)
        rate_bus (self, known, first, self->buses->len, scoring);
    }
}

/* Finds the buses of a channel and their slots. */
void
way_route_fill_channel (WayRoute *self,
                        guint     channel)
{
  guint first = self->channel_starts[channel], n = 0;
  g_autofree guint *hops = g_new (guint, self->channel_starts[channel + 1] - first + 1);

  self->bus_starts[channel] = self->buses->len;
  for (guint i = first; i < self->channel_starts[channel + 1]; i++)
    if (!is_straight (way_route_hop (self, self->by_channel[i])))
      hops[n++] = self->by_channel[i];
  n = share_buses (self, hops, n, 0);
  n = share_buses (self, hops, n, 1);
  for (guint i = 0; i < n; i++)
    add_bus (self, &hops[i], 1);
  order_buses (self, channel);
}
