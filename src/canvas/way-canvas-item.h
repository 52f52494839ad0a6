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
  GtkATContext *context;
  GtkAccessibleRole role;
  guint place;                /* among the canvas's items */
  int item;                   /* in the scene, or -1 for a cell */
  WaySpot spot;               /* of what can be selected */
  WayRole scene_role;         /* of what can have an id on the map; of a cell it says nothing */
  char *key, *name;
  guint round;                /* the last making of the canvas's items that it was part of */
  gboolean known;             /* whether the canvas finds it by its key */
  char *where;                /* nullable: of a cell, what its cards' names begin with */
  WayTextBlock *text;         /* nullable: of a card, what it says */
  guint index;                /* of a card, in its cell */
  guint n_cards;              /* of a cell */
  guint position, of;         /* as it was told; 0 before anything was */
  int told;                   /* whether it was told to be selected; -1 before anything was */
};

gboolean way_canvas_item_is_selected (WayCanvasItem *self);

G_END_DECLS
