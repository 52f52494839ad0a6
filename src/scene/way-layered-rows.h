/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How heights are found (way-layered-rows.c), and where lines draw what they join (way-layered-wishes.c). */
#pragma once

#include "scene/way-layered-private.h"

G_BEGIN_DECLS

typedef struct
{
  guint first, n;             /* in members */
  guint waits;
  guint first_pull, n_pulls;
  gboolean kept;
  double y, wanted;
} WayBlock;

/* A line from a block to another vertex in its lane, by which it would be straight. */
typedef struct
{
  guint other;
  double offset, shift;       /* from the other to this end, and from this end to the y of the block */
  double weight;
} WayPull;

typedef struct
{
  WayLayered *layered;
  guint *straight;            /* by vertex: the piece to its right that is straight, or WAY_NONE */
  gboolean *follows;          /* by vertex: whether a straight piece leads to it */
  guint *above, *below;       /* by vertex, in its cell */
  double *gaps;               /* by vertex: the least distance from the one above it */
  guint *block;               /* by vertex */
  double *shift;              /* by vertex: from the y of its block */
  guint *members;
  GArray *blocks;
  GArray *pulls;              /* WayPull, block by block */
  guint *pulled_starts, *pulled; /* by block: the blocks that it pulls */
  guint8 *due;                /* by block: whether what it stands by moved since it was looked at */
  guint *sorted;              /* blocks, from top to bottom */
  double *heights;            /* by lane: of what is in it */
  guint *rows;                /* by lane: the block of its main row, or WAY_NONE */
  GArray *wishes;             /* WayWish */
} WayRows;

typedef struct
{
  double y, weight;
} WayWish;

static inline WayBlock *
way_rows_block_of (WayRows *self,
                   guint    vertex)
{
  return &g_array_index (self->blocks, WayBlock, self->block[vertex]);
}

static inline double
way_rows_y_of (WayRows *self,
               guint    vertex)
{
  return way_rows_block_of (self, vertex)->y + self->shift[vertex];
}

void   way_rows_list_pulls (WayRows *self);
double way_rows_find_wish  (WayRows *self, WayBlock *block, double otherwise);

G_END_DECLS
