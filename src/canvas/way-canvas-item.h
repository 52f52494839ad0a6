/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-canvas-private.h"

G_BEGIN_DECLS

/** WayCanvasItem: something on the map, for assistive technology only: a name, a place and a state, and no widget. */
#define WAY_TYPE_CANVAS_ITEM (way_canvas_item_get_type ())
G_DECLARE_FINAL_TYPE (WayCanvasItem, way_canvas_item, WAY, CANVAS_ITEM, GObject)

struct _WayCanvasItem
{
  GObject parent_instance;

  WayCanvas *canvas;          /* nullable: gone when the canvas or the thing on the map is */
  WayCanvasItem *above;       /* nullable: the place that it is in; borrowed */
  gboolean holds;             /* it is a place: a cell, the list of the steps of a lane, or a step with something on it */
  GPtrArray *children;        /* nullable: of a place, what is in it; made when it is asked for */
  GtkATContext *context;
  GtkAccessibleRole role;
  guint place;                /* among what is beside it */
  guint group;                /* in the scene */
  int item;                   /* in that group, or -1 for a cell or list */
  WaySpot spot;               /* of what can be selected */
  char *key, *name;
  gboolean kept;              /* while objects are made: there before, and taken over */
  char *where;                /* nullable: of a cell, what its cards' names begin with */
  gboolean same;              /* of a cell: its cards were called as before when it was last looked at, as far as that is its doing */
  WayTextBlock *text;         /* nullable: of a card, what it says */
  guint index;                /* of a card, in its cell */
  guint n_cards;              /* of a cell */
  guint position, of;         /* as it was told; 0 before anything was */
  int told;                   /* whether it was told to be selected; -1 before anything was */
};

gboolean   way_canvas_item_is_selected  (WayCanvasItem *self);
int        way_canvas_item_get_number   (WayCanvasItem *self);
void       way_canvas_item_set_number   (WayCanvasItem *self, guint number);

/* way-canvas-made.c */
WayCanvasItem *way_canvas_item_new_like (WayCanvasItem *other);
char      *way_canvas_item_dup_list_key (const char *lane);
void       way_canvas_item_tell_selected (WayCanvasItem *self);
gboolean   way_canvas_is_left_alone     (WayCanvas *self, guint group);

/* way-canvas-items.c */
GPtrArray *way_canvas_item_get_children (WayCanvasItem *self);

G_END_DECLS
