/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map as textures: painted once at a scale, within a time a frame, placed in every frame, forgotten above a budget of bytes. */
#include "canvas/way-tiles.h"

#include "canvas/way-signature.h"
#include "paint/way-paint.h"

#include <math.h>

#define TILE 256               /* device pixels: small, so that what a frame may spend on painting is kept to closely */
#define OVERVIEW 1024          /* device pixels along the longer side */
#define BYTES_MAX (160 << 20)

typedef struct
{
  int column, row;
  GdkTexture *texture;
  guint64 signature;
  gboolean suspect;            /* the scene changed since it was painted */
  guint64 frame;               /* when it was last of use */
} WayTile;

typedef struct
{
  double scale;                /* device pixels a point */
  GHashTable *tiles;           /* (guint64) column and row → WayTile */
} WayLevel;

struct _WayTiles
{
  WayScene *scene;             /* nullable */
  WayStyle style;
  WayLevel now, before;        /* the scale of the view, and the one that it had before */
  WayTile overview;            /* the whole map, small */
  gsize bytes;
  guint64 frame;
};

static guint64
tile_key (int column,
          int row)
{
  return (guint64) (guint32) column << 32 | (guint32) row;
}

static gsize
tile_bytes (GdkTexture *texture)
{
  return texture == NULL ? 0 : (gsize) gdk_texture_get_width (texture) * gdk_texture_get_height (texture) * 4;
}

static void
way_tile_free (gpointer data)
{
  WayTile *tile = data;

  g_clear_object (&tile->texture);
  g_free (tile);
}

static void
level_clear (WayTiles *self,
             WayLevel *level)
{
  GHashTableIter iter;
  gpointer tile;

  if (level->tiles == NULL)
    return;
  g_hash_table_iter_init (&iter, level->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &tile))
    self->bytes -= tile_bytes (((WayTile *) tile)->texture);
  g_clear_pointer (&level->tiles, g_hash_table_unref);
  level->scale = 0;
}

static void
way_tiles_clear (WayTiles *self)
{
  level_clear (self, &self->now);
  level_clear (self, &self->before);
  self->bytes -= tile_bytes (self->overview.texture);
  g_clear_object (&self->overview.texture);
}

WayTiles *
way_tiles_new (void)
{
  return g_new0 (WayTiles, 1);
}

void
way_tiles_free (WayTiles *self)
{
  way_tiles_clear (self);
  g_clear_object (&self->scene);
  g_free (self);
}

void
way_tiles_set_scene (WayTiles *self,
                     WayScene *scene)
{
  way_tiles_clear (self);
  g_set_object (&self->scene, scene);
}

void
way_tiles_set_style (WayTiles *self,
                     WayStyle  style)
{
  if (self->style == style)
    return;
  way_tiles_clear (self);
  self->style = style;
}

gsize
way_tiles_get_bytes (WayTiles *self)
{
  return self->bytes;
}

static void
level_suspect (WayLevel *level)
{
  GHashTableIter iter;
  gpointer tile;

  if (level->tiles == NULL)
    return;
  g_hash_table_iter_init (&iter, level->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &tile))
    ((WayTile *) tile)->suspect = TRUE;
}

/**
 * way_tiles_suspect:
 * @self: tiles
 *
 * Tells that the scene may look different now. What does is painted again when it is next seen.
 */
void
way_tiles_suspect (WayTiles *self)
{
  level_suspect (&self->now);
  level_suspect (&self->before);
  self->overview.suspect = TRUE;
}

static WayRect
tile_area (const WayLevel *level,
           int             column,
           int             row)
{
  return (WayRect) { column * TILE / level->scale, row * TILE / level->scale, TILE / level->scale, TILE / level->scale };
}

static GdkTexture *
paint_area (WayTiles      *self,
            const WayRect *area,
            int            width,
            int            height)
{
  /* The format that GTK's cairo renderer takes as it is; any other is converted in every frame. */
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  const WayColour *ground = way_style_get_colour (self->style, WAY_INK_CANVAS);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  cairo_set_source_rgb (cr, ground->red, ground->green, ground->blue);
  cairo_paint (cr);
  cairo_scale (cr, width / area->width, height / area->height);
  cairo_translate (cr, -area->x, -area->y);
  way_paint_scene (cr, self->scene, area, self->style, WAY_PAINT_SCREEN);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface) * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, cairo_image_surface_get_stride (surface));
  return texture;
}

/* Brings a tile up to date; gives whether it had to be painted. */
static gboolean
tile_refresh (WayTiles *self,
              WayTile  *tile,
              WayRect   area,
              int       width,
              int       height)
{
  guint64 signature;

  if (tile->texture != NULL && !tile->suspect)
    return FALSE;
  signature = way_signature_of_area (self->scene, &area);
  tile->suspect = FALSE;
  if (tile->texture != NULL && tile->signature == signature)
    return FALSE;
  self->bytes -= tile_bytes (tile->texture);
  g_clear_object (&tile->texture);
  tile->texture = paint_area (self, &area, width, height);
  tile->signature = signature;
  self->bytes += tile_bytes (tile->texture);
  return TRUE;
}

/* While the view moves, a level serves until its pixels are too large or too small. */
static void
choose_level (WayTiles *self,
              double    scale,
              gboolean  moving)
{
  double ratio = self->now.tiles != NULL ? scale / self->now.scale : 0;

  if (ratio == 1 || (moving && ratio > 0.5 && ratio < 2))
    return;
  if (self->now.tiles != NULL && g_hash_table_size (self->now.tiles) > 0)
    {
      level_clear (self, &self->before);
      self->before = self->now;
      self->now = (WayLevel) { 0 };
    }
  g_clear_pointer (&self->now.tiles, g_hash_table_unref);
  self->now.tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, way_tile_free);
  self->now.scale = scale;
}

typedef struct
{
  int left, top, right, bottom; /* columns and rows, ends left out */
} WaySpan;

static WaySpan
level_span (WayTiles       *self,
            const WayLevel *level,
            const WayRect  *area)
{
  double side = TILE / level->scale, width, height;

  way_scene_get_size (self->scene, &width, &height);
  return (WaySpan) {
    CLAMP (floor (area->x / side), 0, ceil (width / side)),
    CLAMP (floor (area->y / side), 0, ceil (height / side)),
    CLAMP (ceil ((area->x + area->width) / side), 0, ceil (width / side)),
    CLAMP (ceil ((area->y + area->height) / side), 0, ceil (height / side)),
  };
}

static WayTile *
level_get (WayLevel *level,
           int       column,
           int       row,
           gboolean  make)
{
  guint64 key = tile_key (column, row);
  WayTile *tile = g_hash_table_lookup (level->tiles, &key);

  if (tile == NULL && make)
    {
      tile = g_new0 (WayTile, 1);
      *tile = (WayTile) { .column = column, .row = row };
      g_hash_table_insert (level->tiles, g_memdup2 (&key, sizeof key), tile);
    }
  return tile;
}

/* Paints what is missing in @span until @deadline, from the middle outwards; gives whether something is left to do. */
static gboolean
refresh_span (WayTiles *self,
              WaySpan   span,
              gint64    deadline)
{
  double middle_x = (span.left + span.right - 1) / 2.0, middle_y = (span.top + span.bottom - 1) / 2.0;
  int reach = MAX (span.right - span.left, span.bottom - span.top);

  for (int ring = 0; ring <= reach; ring++)
    for (int row = span.top; row < span.bottom; row++)
      for (int column = span.left; column < span.right; column++)
        {
          WayTile *tile;

          if ((int) MAX (fabs (column - middle_x), fabs (row - middle_y)) != ring)
            continue;
          tile = level_get (&self->now, column, row, TRUE);
          tile->frame = self->frame;
          if (tile->texture != NULL && !tile->suspect)
            continue;
          if (g_get_monotonic_time () > deadline)
            return TRUE;
          tile_refresh (self, tile, tile_area (&self->now, column, row), TILE, TILE);
        }
  return FALSE;
}

static gboolean
refresh_overview (WayTiles *self,
                  gint64    deadline)
{
  double width, height, scale;

  if (self->overview.texture != NULL && !self->overview.suspect)
    return FALSE;
  if (g_get_monotonic_time () > deadline)
    return TRUE;
  way_scene_get_size (self->scene, &width, &height);
  scale = OVERVIEW / MAX (width, height);
  tile_refresh (self, &self->overview, (WayRect) { 0, 0, width, height }, MAX (1, ceil (width * scale)),
                MAX (1, ceil (height * scale)));
  return FALSE;
}

/* Where the map is on the screen. */
typedef struct
{
  double left, top;            /* device pixels, whole */
  double scale;                /* device pixels a point */
  double device_scale;         /* device pixels a logical pixel */
} WayMapping;

/* Its edges go to whole pixels, each to the one that its neighbour's goes to: so there is no gap between tiles, and where a tile has the
 * scale of the view its pixels are copied as they are, which takes a fraction of the time. */
static void
place_texture (GtkSnapshot      *snapshot,
               GdkTexture       *texture,
               const WayRect    *area,
               const WayMapping *mapping)
{
  double left = round (mapping->left + area->x * mapping->scale), right = round (mapping->left + (area->x + area->width) * mapping->scale);
  double top = round (mapping->top + area->y * mapping->scale), bottom = round (mapping->top + (area->y + area->height) * mapping->scale);

  if (right <= left || bottom <= top)
    return;
  gtk_snapshot_append_texture (snapshot, texture,
                               &GRAPHENE_RECT_INIT (left / mapping->device_scale, top / mapping->device_scale,
                                                    (right - left) / mapping->device_scale, (bottom - top) / mapping->device_scale));
}

static void
place_level (WayTiles         *self,
             GtkSnapshot      *snapshot,
             WayLevel         *level,
             const WayRect    *visible,
             const WayMapping *mapping)
{
  WaySpan span;

  if (level->tiles == NULL)
    return;
  span = level_span (self, level, visible);
  for (int row = span.top; row < span.bottom; row++)
    for (int column = span.left; column < span.right; column++)
      {
        WayTile *tile = level_get (level, column, row, FALSE);
        WayRect area = tile_area (level, column, row);

        if (tile != NULL && tile->texture != NULL)
          place_texture (snapshot, tile->texture, &area, mapping);
      }
}

static gboolean
drop_old_cb (gpointer key,
             gpointer value,
             gpointer user_data)
{
  WayTiles *self = user_data;
  WayTile *tile = value;

  if (tile->frame == self->frame)
    return FALSE;
  self->bytes -= tile_bytes (tile->texture);
  return TRUE;
}

static gboolean
is_covered (WayTiles *self,
            WaySpan   span)
{
  for (int row = span.top; row < span.bottom; row++)
    for (int column = span.left; column < span.right; column++)
      {
        WayTile *tile = level_get (&self->now, column, row, FALSE);

        if (tile == NULL || tile->texture == NULL)
          return FALSE;
      }
  return TRUE;
}

/**
 * way_tiles_snapshot:
 * @self: tiles
 * @snapshot: where to put them
 * @view: what is looked at
 * @device_scale: device pixels a logical pixel
 * @moving: whether the zoom is being changed: sharpness waits until it rests
 * @budget: microseconds to spend on painting; the first picture of a map takes what it needs
 *
 * Returns: whether there is more to paint, so that another frame is wanted
 */
gboolean
way_tiles_snapshot (WayTiles      *self,
                    GtkSnapshot   *snapshot,
                    const WayView *view,
                    double         device_scale,
                    gboolean       moving,
                    gint64         budget)
{
  double scale = way_view_get_scale (view);
  WayMapping mapping = { .scale = scale * device_scale, .device_scale = device_scale };
  WayRect visible = way_view_get_visible (view);
  gint64 deadline = g_get_monotonic_time () + budget;
  gboolean more;
  WaySpan span;

  if (self->scene == NULL || view->map_width <= 0 || view->map_height <= 0)
    return FALSE;
  if (self->now.tiles == NULL && self->overview.texture == NULL)
    deadline = G_MAXINT64;
  self->frame++;
  choose_level (self, scale * device_scale, moving);
  span = level_span (self, &self->now, &visible);
  more = refresh_span (self, span, deadline);

  way_view_get_origin (view, &mapping.left, &mapping.top);
  mapping.left = round (mapping.left * device_scale);
  mapping.top = round (mapping.top * device_scale);
  if (!is_covered (self, span))
    {
      WayRect whole = { 0, 0, view->map_width, view->map_height };

      if (self->overview.texture != NULL)
        place_texture (snapshot, self->overview.texture, &whole, &mapping);
      place_level (self, snapshot, &self->before, &visible, &mapping);
    }
  place_level (self, snapshot, &self->now, &visible, &mapping);

  if (!more && !moving)
    {
      WaySpan around = level_span (self, &self->now, &(WayRect) { visible.x - 300 / scale, visible.y - 300 / scale,
                                                                  visible.width + 600 / scale, visible.height + 600 / scale });

      level_clear (self, &self->before);
      if (deadline == G_MAXINT64)
        return TRUE;
      more = refresh_overview (self, deadline) || refresh_span (self, around, deadline);
    }
  if (self->bytes > BYTES_MAX)
    g_hash_table_foreach_remove (self->now.tiles, drop_old_cb, self);
  return more;
}
