/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tiles of a map at one scale. */
#include "canvas/way-tiles-private.h"

#include <math.h>

gsize
way_tile_bytes (const WayTile *tile)
{
  return tile->texture == NULL ? 0 : (gsize) WAY_TILE * WAY_TILE * 4;
}

void
way_tile_cancel (WayTiles *self,
                 WayTile  *tile)
{
  if (tile->job != NULL)
    way_tile_painter_cancel (self->painter, g_steal_pointer (&tile->job));
}

void
way_tile_free (WayTiles *self,
               WayTile  *tile)
{
  way_tile_cancel (self, tile);
  self->bytes -= way_tile_bytes (tile);
  g_clear_object (&tile->texture);
  g_free (tile);
}

void
way_tile_level_init (WayTileLevel *level,
                     double        scale)
{
  level->scale = scale;
  level->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

void
way_tile_level_clear (WayTiles     *self,
                      WayTileLevel *level)
{
  GHashTableIter iter;
  gpointer tile;

  if (level->tiles == NULL)
    return;
  g_hash_table_iter_init (&iter, level->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &tile))
    way_tile_free (self, tile);
  g_clear_pointer (&level->tiles, g_hash_table_unref);
  level->scale = 0;
}

static guint64
get_key (int column,
         int row)
{
  return (guint64) (guint32) column << 32 | (guint32) row;
}

WayTile *
way_tile_level_get (WayTileLevel *level,
                    int           column,
                    int           row,
                    gboolean      make)
{
  guint64 key = get_key (column, row);
  WayTile *tile = level->tiles != NULL ? g_hash_table_lookup (level->tiles, &key) : NULL;

  if (tile == NULL && make)
    {
      tile = g_new0 (WayTile, 1);
      *tile = (WayTile) { .column = column, .row = row };
      g_hash_table_insert (level->tiles, g_memdup2 (&key, sizeof key), tile);
    }
  return tile;
}

void
way_tile_level_remove (WayTiles     *self,
                       WayTileLevel *level,
                       WayTile      *tile)
{
  guint64 key = get_key (tile->column, tile->row);

  g_hash_table_remove (level->tiles, &key);
  way_tile_free (self, tile);
}

WayRect
way_tile_level_get_area (const WayTileLevel *level,
                         int                 column,
                         int                 row)
{
  double side = WAY_TILE / level->scale;

  return (WayRect) { column * side, row * side, side, side };
}

/* The tiles of an area, as far as it is on the map. */
WayTileSpan
way_tile_level_get_span (WayTiles           *self,
                         const WayTileLevel *level,
                         const WayRect      *area)
{
  double side = WAY_TILE / level->scale, width, height;

  way_scene_get_size (self->scene, &width, &height);
  return (WayTileSpan) {
    CLAMP (floor (area->x / side), 0, ceil (width / side)),
    CLAMP (floor (area->y / side), 0, ceil (height / side)),
    CLAMP (ceil ((area->x + area->width) / side), 0, ceil (width / side)),
    CLAMP (ceil ((area->y + area->height) / side), 0, ceil (height / side)),
  };
}

/* Whether a span has more places than the level has tiles, as where a view from far is shown by tiles from near. */
gboolean
way_tile_level_has_few (const WayTileLevel *level,
                        const WayTileSpan  *span)
{
  return (gint64) (span->right - span->left) * (span->bottom - span->top) > g_hash_table_size (level->tiles);
}

/* Whether a level shows all of an area that is on the map. */
gboolean
way_tile_level_covers (WayTiles      *self,
                       WayTileLevel  *level,
                       const WayRect *area)
{
  WayTileSpan span;

  if (level->tiles == NULL)
    return FALSE;
  span = way_tile_level_get_span (self, level, area);
  if (way_tile_level_has_few (level, &span))
    return FALSE;
  for (int row = span.top; row < span.bottom; row++)
    for (int column = span.left; column < span.right; column++)
      {
        const WayTile *tile = way_tile_level_get (level, column, row, FALSE);

        if (tile == NULL || tile->texture == NULL)
          return FALSE;
      }
  return TRUE;
}
