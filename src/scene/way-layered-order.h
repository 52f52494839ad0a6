/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the order of the vertices in their layers is found: sweeps (way-layered-sweep.c), neighbours that change places
 * (way-layered-exchange.c), shaking (way-layered-shake.c), and tidying up (way-layered-tidy.c). */
#pragma once

#include "scene/way-layered-private.h"

G_BEGIN_DECLS

typedef struct
{
  guint vertex, lane, rank, part, place;
  gboolean kept;
  double key;
} WaySeat;

/* What a crossing costs; more by the stiffness of the two that cross, so that lines cross where they turn anyway. */
#define WAY_CROSSING 16

typedef struct
{
  guint n, stiffness;
} WayTally;

typedef struct
{
  guint place, stiffness;
} WayTo;

typedef struct
{
  WayLayered *layered;
  gboolean keep;              /* whether boxes keep the order that they had */
  gboolean flip;              /* whether what is as good one way as the other changes places, to get out of a dead end */
  WaySeat *seats;             /* of one layer */
  WayTally *tree;             /* counts by place, for crossings */
  WayTo *one, *two;           /* where the pieces beside two vertices lead */
  guint *blocks, *sizes;      /* of boxes that keep their order */
  guint *parts;               /* by vertex: which of the parts that no line joins must stay together, or 0 */
  guint *visits;              /* by vertex: when it was first come to on a walk along all lines */
  guint now;                  /* goes up whenever the order of a layer changes */
  guint *changed;             /* by layer: when that was last */
  guint *sorted[2], *exchanged; /* by layer: when nothing last moved in it, by the middles on the right or left, or by changes of places */
  guint *counted, *costs;     /* by layer: when the crossings on its right were last counted, and what they cost */
} WayOrder;

static inline guint
way_order_layer_size (WayLayered *layered,
                      guint       layer)
{
  return layered->layer_starts[layer + 1] - layered->layer_starts[layer];
}

static inline gboolean
way_order_is_kept (WayOrder  *self,
                   WayVertex *vertex)
{
  return self->keep && vertex->kept;
}

/* To be called when the order of a layer is another. */
static inline void
way_order_changed (WayOrder *self,
                   guint     layer)
{
  self->changed[layer] = ++self->now;
}

/* Whether what was found at a time about the layers from `first` to `last` still holds. */
static inline gboolean
way_order_still_holds (WayOrder *self,
                       guint     found,
                       guint     first,
                       guint     last)
{
  for (guint i = first; i <= last && i < self->layered->n_layers; i++)
    if (self->changed[i] > found)
      return FALSE;
  return TRUE;
}

/* Whether two vertices of a layer may change places. */
static inline gboolean
way_order_may_pass (WayOrder *self,
                    guint     one,
                    guint     two)
{
  WayVertex *a = way_layered_vertex (self->layered, one), *b = way_layered_vertex (self->layered, two);

  return a->lane == b->lane && a->rank == b->rank && self->parts[one] == self->parts[two];
}

void     way_order_number_layer   (WayOrder *self, guint layer);
gboolean way_order_seat           (WayOrder *self, guint layer);
gboolean way_order_sort_layer     (WayOrder *self, guint layer, gboolean from_left);
void     way_order_sweep          (WayOrder *self, gboolean from_left);
guint    way_order_count_channel  (WayOrder *self, guint layer);
guint    way_order_count_all      (WayOrder *self);
gboolean way_order_exchange_layer (WayOrder *self, guint layer);
void     way_order_exchange       (WayOrder *self, guint rounds);
void     way_order_shake          (WayOrder *self);
void     way_order_tidy           (WayOrder *self);

G_END_DECLS
