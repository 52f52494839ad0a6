/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-canvas.h"
#include "canvas/way-outline.h"
#include "canvas/way-tiles.h"
#include "canvas/way-view.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean active;
  gboolean given_up;          /* with Escape, or because the map went: what the pointer does until it is let go means nothing */
  WaySpot card;
  double grip_x, grip_y;      /* from the card's corner to the pointer, in points */
  double x, y;                /* the pointer, in the widget */
  gboolean has_place;
  WayPlace place;             /* where it would be put */
} WayCanvasDrag;

typedef struct
{
  GtkWidget *view;            /* nullable: the text view, while something is typed */
  WaySpot spot;               /* the card, or the cell of a new one */
  WayPlace place;             /* of a new card */
  char *before;               /* nullable: what the card said; NULL for a new card */
  WayRect area;               /* of the card or the place for a new one, in points */
  double left, right, top;    /* from the sides and the top of that area to the text */
  gboolean finishing;
  GtkWidget *gone;            /* nullable: a text view that was left and is still to be removed */
  guint removal;              /* the idle call that does */
} WayCanvasEditor;

typedef struct
{
  guint tick;                 /* 0 when nothing is animated */
  gint64 start;               /* microseconds of the frame clock; 0 before the first frame */
  double from, to;
  double x, y;                /* what stays where it is */
} WayCanvasGlide;

struct _WayCanvas
{
  GtkWidget parent_instance;

  WayScene *scene;            /* nullable */
  WayTiles *tiles;
  WayView view;
  gboolean dark, editable;
  gboolean fit;               /* the zoom follows the size of the widget */

  GtkAdjustment *adjustments[2]; /* nullable: across and down */
  GtkScrollablePolicy policies[2];
  gboolean adjusting;         /* the adjustments are being set from the view */

  gboolean moving;            /* the zoom is being changed */
  guint rest;                 /* the timeout after which it is not */
  guint more;                 /* the tick that paints what is missing */
  WayCanvasGlide glide;

  WaySpot selected;           /* nothing where it is not set */
  int selected_index;         /* of the card in its cell, to find a neighbour when it goes */
  WaySpot hovered;
  double pointer_x, pointer_y;
  double pan_x, pan_y;        /* the scrolling when a pan began */
  double pinch;               /* the zoom when a pinch began */
  gboolean panning, space, held;
  WayCanvasDrag drag;
  WayCanvasEditor editor;

  GPtrArray *items;           /* nullable: of WayCanvasItem, made when assistive technology asks */
  GHashTable *items_by_key;   /* nullable */
};

/* way-canvas.c */
void     way_canvas_view_changed     (WayCanvas *self);
void     way_canvas_set_zoom_at      (WayCanvas *self, double zoom, double x, double y);
void     way_canvas_glide_to         (WayCanvas *self, double zoom, double x, double y);
void     way_canvas_select           (WayCanvas *self, const WaySpot *spot, gboolean show);
gboolean way_canvas_animates         (WayCanvas *self);

/* way-canvas-draw.c */
void     way_canvas_draw             (WayCanvas *self, GtkSnapshot *snapshot);

/* way-canvas-input.c, way-canvas-keys.c */
void     way_canvas_add_controllers  (WayCanvas *self);
void     way_canvas_add_keys         (WayCanvas *self);

/* way-canvas-edit.c */
gboolean way_canvas_takes_cards      (WayCanvas *self, const char *lane);
gboolean way_canvas_add_card         (WayCanvas *self, const WayPlace *place, const char *text, gboolean keep);
gboolean way_canvas_change_card      (WayCanvas *self, const char *id, const char *text, gboolean keep);
void     way_canvas_move_card        (WayCanvas *self, const char *id, const WayPlace *place);
void     way_canvas_move_selected    (WayCanvas *self, WayWalk step);

/* way-canvas-editor.c */
gboolean way_canvas_type_new         (WayCanvas *self);
void     way_canvas_allocate_editor  (WayCanvas *self);
void     way_canvas_follow_editor    (WayCanvas *self);
void     way_canvas_drop_editor      (WayCanvas *self);
void     way_canvas_dispose_editor   (WayCanvas *self);

/* way-canvas-item.c */
void     way_canvas_refresh_items    (WayCanvas *self);
void     way_canvas_refresh_focus    (WayCanvas *self, const WaySpot *before);
void     way_canvas_accessible_init  (GtkAccessibleInterface *iface);

G_END_DECLS
