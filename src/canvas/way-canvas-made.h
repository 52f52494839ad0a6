/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-canvas-item.h"

G_BEGIN_DECLS

/** WayCanvasMade: objects as they follow each other in one place, beside those that there were; after an edit nearly all of those are wanted
 * again, in the same order. */
typedef struct
{
  WayCanvas *canvas;
  WayCanvasItem *above;       /* nullable: the place that they are in */
  GPtrArray *items;
  GPtrArray *old;             /* nullable: those that there were; borrowed */
  guint next;                 /* which of those is likely to be wanted */
  GHashTable *by_key;         /* nullable; borrowed keys and items, made when something else is wanted */
  guint *firsts;              /* nullable: where those of each group begin among the old ones, before any of them is elsewhere */
} WayCanvasMade;

void     way_canvas_made_init        (WayCanvasMade *self, WayCanvas *canvas, WayCanvasItem *above, GPtrArray *old);
void     way_canvas_made_clear       (WayCanvasMade *self);
gboolean way_canvas_made_add_kept    (WayCanvasMade *self, guint group);
gboolean way_canvas_made_add_cell    (WayCanvasMade *self, guint group);
void     way_canvas_made_add_steps   (WayCanvasMade *self, guint group);
void     way_canvas_made_add_items   (WayCanvasMade *self, guint group);
void     way_canvas_made_add_step    (WayCanvasMade *self, guint group);
void     way_canvas_made_add_rest    (WayCanvasMade *self);

G_END_DECLS
