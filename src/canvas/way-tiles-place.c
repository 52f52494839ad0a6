/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where tiles go in a frame. */
#include "canvas/way-tiles-private.h"

#include <math.h>
#include <string.h>

/* Its edges go to whole pixels, each to the one that its neighbour's goes to: so there is no gap between tiles, and where a tile has the
 * scale of the view its pixels are copied as they are, which takes a fraction of the time. */
static graphene_rect_t
map_area (const WayRect        *area,
          const WayTileMapping *mapping)
{
  double left = round (mapping->left + area->x * mapping->scale), right = round (mapping->left + (area->x + area->width) * mapping->scale);
  double top = round (mapping->top + area->y * mapping->scale), bottom = round (mapping->top + (area->y + area->height) * mapping->scale);

  return GRAPHENE_RECT_INIT (left / mapping->device_scale, top / mapping->device_scale, (right - left) / mapping->device_scale,
                             (bottom - top) / mapping->device_scale);
}

/* Scaled pixels are blended from four. Of a picture made smaller by a quarter cairo would otherwise weigh all that go into one, which takes ten
 * times as long; of any larger one it does the same by itself, without the copy in between that GTK makes of what is scaled. */
static void
place_tile (WayTiles             *self,
            GtkSnapshot          *snapshot,
            const WayTileLevel   *level,
            WayTile              *tile,
            const WayTileMapping *mapping)
{
  WayRect area = way_tile_level_get_area (level, tile->column, tile->row);
  graphene_rect_t bounds = map_area (&area, mapping);

  if (tile->texture == NULL || bounds.size.width <= 0 || bounds.size.height <= 0)
    return;
  tile->seen = self->frame;
  if (MIN (bounds.size.width, bounds.size.height) * mapping->device_scale >= WAY_TILE_LEAST * WAY_TILE)
    gtk_snapshot_append_texture (snapshot, tile->texture, &bounds);
  else
    gtk_snapshot_append_scaled_texture (snapshot, tile->texture, GSK_SCALING_FILTER_LINEAR, &bounds);
}

static void
place_level (WayTiles             *self,
             GtkSnapshot          *snapshot,
             WayTileLevel         *level,
             const WayRect        *area,
             const WayTileMapping *mapping)
{
  WayTileSpan span;
  GHashTableIter iter;
  gpointer value;

  if (level->tiles == NULL)
    return;
  span = way_tile_level_get_span (self, level, area);
  if (way_tile_level_has_few (level, &span))
    {
      g_hash_table_iter_init (&iter, level->tiles);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        {
          WayTile *tile = value;

          if (tile->column >= span.left && tile->column < span.right && tile->row >= span.top && tile->row < span.bottom)
            place_tile (self, snapshot, level, tile, mapping);
        }
      return;
    }
  for (int row = span.top; row < span.bottom; row++)
    for (int column = span.left; column < span.right; column++)
      {
        WayTile *tile = way_tile_level_get (level, column, row, FALSE);

        if (tile != NULL)
          place_tile (self, snapshot, level, tile, mapping);
      }
}

/* How a place of the view is filled. */
typedef enum
{
  FILL_SHARP,
  FILL_BEFORE,                 /* from the scale before */
  FILL_FAR,                    /* from that, over the whole from far */
} WayTileFill;

static WayTileFill
get_fill (WayTiles *self,
          WayTile  *tile)
{
  WayRect area = way_tile_level_get_area (&self->now, tile->column, tile->row);

  if (tile->texture != NULL)
    return FILL_SHARP;
  return way_tile_level_covers (self, &self->before, &area) ? FILL_BEFORE : FILL_FAR;
}

static void
place_others (WayTiles             *self,
              GtkSnapshot          *snapshot,
              const WayTileSpan    *span,
              WayTileFill           fill,
              const WayTileMapping *mapping)
{
  WayRect first = way_tile_level_get_area (&self->now, span->left, span->top);
  WayRect last = way_tile_level_get_area (&self->now, span->right - 1, span->bottom - 1);
  WayRect area = way_rect_union (&first, &last);
  graphene_rect_t bounds = map_area (&area, mapping);

  gtk_snapshot_push_clip (snapshot, &bounds);
  if (fill == FILL_FAR)
    {
      way_tiles_finish_far (self, &area);
      place_level (self, snapshot, &self->far, &area, mapping);
    }
  place_level (self, snapshot, &self->before, &area, mapping);
  gtk_snapshot_pop (snapshot);
}

/* Rows that are filled alike are one piece, and so is what is filled alike in a row, because every piece costs the same again. */
static void
place_missing (WayTiles             *self,
               GtkSnapshot          *snapshot,
               const WayTileSpan    *span,
               const WayTileFill    *fills,
               const WayTileMapping *mapping)
{
  int width = span->right - span->left, height = span->bottom - span->top;

  for (int top = 0, bottom; top < height; top = bottom)
    {
      const WayTileFill *row = fills + top * width;

      for (bottom = top + 1; bottom < height && memcmp (row, fills + bottom * width, width * sizeof *row) == 0; bottom++)
        ;
      for (int left = 0, right; left < width; left = right)
        {
          for (right = left + 1; right < width && row[right] == row[left]; right++)
            ;
          if (row[left] != FILL_SHARP)
            place_others (self, snapshot, &(WayTileSpan) { span->left + left, span->top + top, span->left + right, span->top + bottom },
                          row[left], mapping);
        }
    }
}

/* Places what is seen, and something of another scale where it is missing; gives whether nothing is. */
gboolean
way_tiles_place (WayTiles             *self,
                 GtkSnapshot          *snapshot,
                 const WayRect        *visible,
                 const WayTileSpan    *span,
                 const WayTileMapping *mapping)
{
  gsize n_tiles = (gsize) MAX (0, span->right - span->left) * MAX (0, span->bottom - span->top);
  g_autofree WayTileFill *fills = g_new (WayTileFill, n_tiles + 1);
  gboolean covered = TRUE;
  gsize i = 0;

  for (int row = span->top; row < span->bottom; row++)
    for (int column = span->left; column < span->right; column++)
      {
        WayTile *tile = way_tile_level_get (&self->now, column, row, FALSE);

        tile->seen = self->frame;
        fills[i] = get_fill (self, tile);
        covered = covered && fills[i] == FILL_SHARP;
        i++;
      }
  if (!covered)
    place_missing (self, snapshot, span, fills, mapping);
  place_level (self, snapshot, &self->now, visible, mapping);
  return covered;
}
