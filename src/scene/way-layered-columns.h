/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-layered-private.h"

G_BEGIN_DECLS

/* What the columns are found from: tables by link, by node, and by cell (a column of a lane). */
typedef struct
{
  WayLayered *layered;
  gboolean *chosen;           /* links that decide columns */
  gboolean *back;             /* of these, those that close a loop */
  gboolean *upright;          /* of these, those whose ends may stand in one column */
  gboolean *straight;         /* links drawn straight up or down */
  gboolean *linked, *led_to;  /* nodes with chosen links, and with chosen links to them */
  guint *under;               /* the node whose column a node takes, or WAY_NONE */
  guint *sorted;              /* nodes, so that all chosen links but those back go forward */
  guint n_unsorted;
  guint *out_starts, *out, *in_starts, *in; /* chosen links by node */
  int *column;
  guint *cell;                /* of a node; the next number is the next below in the column, or of another column */
  guint *held;                /* how many nodes a cell holds */
  guint *top, *bottom;        /* the node of a cell that must stand first or last, or WAY_NONE */
} WayColumns;

static inline guint
way_columns_find_group (guint *groups,
                        guint  node)
{
  while (groups[node] != node)
    node = groups[node] = groups[groups[node]];
  return node;
}

gboolean way_columns_find_straight (WayColumns *self);
int      way_columns_earliest      (WayColumns *self, guint node);
void     way_columns_hold          (WayColumns *self);
void     way_columns_place_parts   (WayColumns *self);

G_END_DECLS
