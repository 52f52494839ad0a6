/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-layered-private.h"

G_BEGIN_DECLS

/* A part of a line between two vertices beside a channel: the room between two layers. */
typedef struct
{
  guint link;
  guint vertices[2];          /* in the direction of the link */
  guint8 sides[2];            /* of the channel: 0 for the left */
  double y[2];
  guint bus, jogs[2];         /* the upright lines that it takes, or WAY_NONE; a jog comes between the bus and an end on the right */
} WayHop;

/* An upright line in a channel, for all hops that share a port. */
typedef struct
{
  double top, bottom;
  guint first_end, n_ends;    /* in `ends` */
  guint waits;                /* how many buses must stand to the left of it first */
  gboolean placed, is_jog;
  double score;
  guint slot;
} WayBus;

typedef struct
{
  double y;
  guint8 side;
} WayEnd;

typedef struct
{
  WayLayered *layered;
  GArray *hops;               /* WayHop, of all links in the order of their paths */
  guint *first_hops;          /* by link; one more than links */
  guint *by_channel;          /* hops, channel by channel */
  guint *channel_starts;
  GArray *buses;              /* WayBus, of one channel after the other */
  GArray *ends;               /* WayEnd */
  double *bus_x;
  double *channel_x, *channel_widths;
  guint *n_slots;             /* by channel */
  guint *bus_starts;          /* by channel; one more than channels */
} WayRoute;

void way_route_fill_channel (WayRoute *self, guint channel);
void way_route_draw_lines   (WayRoute *self);

static inline WayHop *
way_route_hop (WayRoute *self,
               guint     number)
{
  return &g_array_index (self->hops, WayHop, number);
}

static inline WayBus *
way_route_bus (WayRoute *self,
               guint     number)
{
  return &g_array_index (self->buses, WayBus, number);
}

G_END_DECLS
