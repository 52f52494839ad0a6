/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-tile-painter.h"
#include "canvas/way-tiles.h"

G_BEGIN_DECLS

#define WAY_TILE 256           /* device pixels: small, so that a piece is soon painted */
/* From this size on cairo blends pixels from four where they go. */
#define WAY_TILE_LEAST 0.76

typedef struct
{
  int column, row;
  GdkTexture *texture;         /* nullable until it is painted */
  guint64 signature;           /* of what the texture shows */
  gboolean suspect;            /* the scene changed since */
  WayTileJob *job;             /* nullable */
  guint64 job_signature;
  guint64 frame, seen;         /* when it was last wanted, and last looked at */
} WayTile;

typedef struct
{
  double scale;                /* device pixels a point */
  GHashTable *tiles;           /* nullable; (guint64) column and row → WayTile */
} WayTileLevel;

typedef struct
{
  int left, top, right, bottom; /* columns and rows, ends left out */
} WayTileSpan;

/* Where the map is on the screen. */
typedef struct
{
  double left, top;            /* device pixels, whole */
  double scale;                /* device pixels a point */
  double device_scale;         /* device pixels a logical pixel */
} WayTileMapping;

struct _WayTiles
{
  WayScene *scene;             /* nullable */
  WayStyle style;
  WayTilePainter *painter;
  GtkWidget *widget;           /* nullable; it has the tiles */
  WayTileLevel now, before, far; /* the scale of the view, the one that it had before, and the whole map, small */
  WayTileSpan around;          /* what the first view of the frame may show soon */
  gboolean moving;
  gboolean viewed;             /* something was shown in this frame */
  gboolean covered;            /* and nothing was missing at the scale of the view */
  gboolean requested;          /* and all that is missing is requested */
  gsize bytes, most_bytes;
  guint64 frame;
  guint rest;                  /* the timeout after an edit until which what is seen from far stays as it was; 0 for none */
};

/* way-tile-level.c */
gsize       way_tile_bytes           (const WayTile *tile);
void        way_tile_cancel          (WayTiles *self, WayTile *tile);
void        way_tile_free            (WayTiles *self, WayTile *tile);
void        way_tile_level_init      (WayTileLevel *level, double scale);
void        way_tile_level_clear     (WayTiles *self, WayTileLevel *level);
WayTile    *way_tile_level_get       (WayTileLevel *level, int column, int row, gboolean make);
void        way_tile_level_remove    (WayTiles *self, WayTileLevel *level, WayTile *tile);
WayRect     way_tile_level_get_area  (const WayTileLevel *level, int column, int row);
WayTileSpan way_tile_level_get_span  (WayTiles *self, const WayTileLevel *level, const WayRect *area);
gboolean    way_tile_level_has_few   (const WayTileLevel *level, const WayTileSpan *span);
gboolean    way_tile_level_covers    (WayTiles *self, WayTileLevel *level, const WayRect *area);

/* way-tiles-request.c */
gboolean    way_tiles_collect        (WayTiles *self);
void        way_tiles_request_ahead  (WayTiles *self);
void        way_tiles_finish_far     (WayTiles *self, const WayRect *area);
void        way_tiles_cancel_unwanted (WayTiles *self, WayTileLevel *level);
gboolean    way_tiles_paint_seen     (WayTiles *self, const WayTileSpan *span, gint64 budget);

/* way-tiles-place.c */
gboolean    way_tiles_place          (WayTiles *self, GtkSnapshot *snapshot, const WayRect *visible, const WayTileSpan *span,
                                      const WayTileMapping *mapping);

G_END_DECLS
