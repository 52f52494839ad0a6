/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map as textures: painted once at a scale, by other threads, placed in every frame, forgotten above a budget of bytes. */
#include "canvas/way-tiles.h"

#include "canvas/way-signature.h"
#include "canvas/way-tile-painter.h"

#include <math.h>

#define TILE 256               /* device pixels: small, so that a piece is soon painted */
#define OVERVIEW 1024          /* device pixels along the longer side of the map seen from far */
#define AROUND 300             /* logical pixels beyond the view that are painted ahead */
/* Enough for what is seen, what is around it, and what was seen before at another scale. */
#define LEAST_BYTES (64 << 20)
#define VIEWS_KEPT 4
/* Pieces that wait: few, because the view may be elsewhere before they are painted. */
#define MOST_WAITING 4

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
} WayLevel;

typedef struct
{
  int left, top, right, bottom; /* columns and rows, ends left out */
} WaySpan;

/* Where the map is on the screen. */
typedef struct
{
  double left, top;            /* device pixels, whole */
  double scale;                /* device pixels a point */
  double device_scale;         /* device pixels a logical pixel */
} WayMapping;

struct _WayTiles
{
  WayScene *scene;             /* nullable */
  WayStyle style;
  WayTilePainter *painter;
  GtkWidget *widget;           /* nullable; it has the tiles */
  WayLevel now, before, far;   /* the scale of the view, the one that it had before, and the whole map, small */
  WaySpan span, around;        /* of the last frame */
  gboolean moving;
  gsize bytes, most_bytes;
  guint64 frame;
};

static gsize
tile_bytes (const WayTile *tile)
{
  return tile->texture == NULL ? 0 : (gsize) TILE * TILE * 4;
}

static void
cancel_job (WayTiles *self,
            WayTile  *tile)
{
  if (tile->job != NULL)
    way_tile_painter_cancel (self->painter, g_steal_pointer (&tile->job));
}

static void
tile_free (WayTiles *self,
           WayTile  *tile)
{
  cancel_job (self, tile);
  self->bytes -= tile_bytes (tile);
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
    tile_free (self, tile);
  g_clear_pointer (&level->tiles, g_hash_table_unref);
  level->scale = 0;
}

static void
level_init (WayLevel *level,
            double    scale)
{
  level->scale = scale;
  level->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static WayTile *
level_get (WayLevel *level,
           int       column,
           int       row,
           gboolean  make)
{
  guint64 key = (guint64) (guint32) column << 32 | (guint32) row;
  WayTile *tile = level->tiles != NULL ? g_hash_table_lookup (level->tiles, &key) : NULL;

  if (tile == NULL && make)
    {
      tile = g_new0 (WayTile, 1);
      *tile = (WayTile) { .column = column, .row = row };
      g_hash_table_insert (level->tiles, g_memdup2 (&key, sizeof key), tile);
    }
  return tile;
}

static WayRect
tile_area (const WayLevel *level,
           int             column,
           int             row)
{
  return (WayRect) { column * TILE / level->scale, row * TILE / level->scale, TILE / level->scale, TILE / level->scale };
}

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

/* Takes what the threads painted; gives whether any of it is looked at. */
static gboolean
collect (WayTiles *self)
{
  gboolean seen = FALSE;
  WayTileJob *job;

  while ((job = way_tile_painter_pop_done (self->painter)) != NULL)
    {
      WayTile *tile = way_tile_job_get_tag (job);

      self->bytes -= tile_bytes (tile);
      g_clear_object (&tile->texture);
      tile->texture = way_tile_job_free_to_texture (job);
      tile->signature = tile->job_signature;
      tile->job = NULL;
      self->bytes += tile_bytes (tile);
      seen |= tile->seen == self->frame;
    }
  return seen;
}

static gboolean
is_settled (const WayTile *tile)
{
  return !tile->suspect && (tile->texture != NULL || tile->job != NULL);
}

/* Has a tile painted, where it is not or looks different now. */
static void
request (WayTiles *self,
         WayLevel *level,
         WayTile  *tile)
{
  WayRect area = tile_area (level, tile->column, tile->row);
  guint64 signature;

  if (is_settled (tile))
    return;
  signature = way_signature_of_area (self->scene, &area);
  tile->suspect = FALSE;
  if (tile->job != NULL ? tile->job_signature == signature : tile->texture != NULL && tile->signature == signature)
    return;
  cancel_job (self, tile);
  tile->job_signature = signature;
  tile->job = way_tile_painter_add (self->painter,
                                    way_paint_list_new (self->scene, &area, level->scale, self->style, WAY_PAINT_SCREEN),
                                    &area, TILE, TILE, tile);
}

typedef struct
{
  WaySpan span;
  gint64 deadline;             /* for taking down what is to be painted */
  guint most_waiting;
} WayWish;

/* Requests what is missing in a span, from the middle outwards; gives whether all of it is requested. */
static gboolean
request_span (WayTiles      *self,
              WayLevel      *level,
              const WayWish *wish)
{
  const WaySpan *span = &wish->span;
  double middle_x = (span->left + span->right - 1) / 2.0, middle_y = (span->top + span->bottom - 1) / 2.0;
  int reach = MAX (span->right - span->left, span->bottom - span->top);
  gboolean all = TRUE;

  for (int ring = 0; ring <= reach; ring++)
    for (int row = span->top; row < span->bottom; row++)
      for (int column = span->left; column < span->right; column++)
        {
          WayTile *tile;

          if ((int) MAX (fabs (column - middle_x), fabs (row - middle_y)) != ring)
            continue;
          tile = level_get (level, column, row, TRUE);
          tile->frame = self->frame;
          if (is_settled (tile))
            continue;
          if (all && (g_get_monotonic_time () > wish->deadline || way_tile_painter_get_n_waiting (self->painter) >= wish->most_waiting))
            all = FALSE;
          if (all)
            request (self, level, tile);
        }
  return all;
}

/* Requests the whole map from far, which is there wherever nothing better is; gives whether all of it is requested. */
static gboolean
request_far (WayTiles *self,
             gint64    deadline,
             guint     most_waiting)
{
  WayWish wish = { .deadline = deadline, .most_waiting = most_waiting };
  double width, height;

  way_scene_get_size (self->scene, &width, &height);
  /* A map that grew much since is seen from further. */
  if (self->far.tiles != NULL && self->far.scale * MAX (width, height) > 2 * OVERVIEW)
    level_clear (self, &self->far);
  if (self->far.tiles == NULL)
    level_init (&self->far, MIN (1, OVERVIEW / MAX (width, height)));
  wish.span = level_span (self, &self->far, &(WayRect) { 0, 0, width, height });
  return request_span (self, &self->far, &wish);
}

/* What is not looked at now and may be soon: the whole from far, and what is around the view. */
static void
request_ahead (WayTiles *self)
{
  gint64 deadline = g_get_monotonic_time () + 1000;
  WayWish around = { self->around, deadline, MOST_WAITING };

  if (request_far (self, deadline, MOST_WAITING) && !self->moving && self->bytes + 3 * MOST_WAITING * TILE * TILE * 4 <= self->most_bytes)
    request_span (self, &self->now, &around);
}

static gboolean
has_far (WayTiles *self)
{
  WaySpan span;

  if (self->far.tiles == NULL)
    return FALSE;
  span = level_span (self, &self->far, &(WayRect) { 0, 0, G_MAXINT, G_MAXINT });
  for (int row = span.top; row < span.bottom; row++)
    for (int column = span.left; column < span.right; column++)
      {
        const WayTile *tile = level_get (&self->far, column, row, FALSE);

        if (tile == NULL || tile->texture == NULL)
          return FALSE;
      }
  return TRUE;
}

/* Before a place would be blank, its picture from far is waited for; it is mostly there long before, if not as of the last edit. */
static void
finish_far (WayTiles *self)
{
  if (has_far (self))
    return;
  request_far (self, G_MAXINT64, G_MAXUINT);
  while (!has_far (self))
    {
      if (!way_tile_painter_help (self->painter))
        way_tile_painter_wait (self->painter, g_get_monotonic_time () + G_USEC_PER_SEC);
      collect (self);
    }
}

static int
compare_frames (gconstpointer a,
                gconstpointer b)
{
  guint64 one = (*(WayTile *const *) a)->frame, other = (*(WayTile *const *) b)->frame;

  return (one > other) - (one < other);
}

/* Forgets what was longest of no use, and if that is not enough what is of another scale. */
static void
keep_to_budget (WayTiles *self)
{
  g_autoptr (GPtrArray) unused = NULL;
  GHashTableIter iter;
  gpointer value;

  if (self->bytes <= self->most_bytes)
    return;
  unused = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, self->now.tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((WayTile *) value)->frame != self->frame)
      g_ptr_array_add (unused, value);
  g_ptr_array_sort (unused, compare_frames);
  for (guint i = 0; i < unused->len && self->bytes > self->most_bytes; i++)
    {
      WayTile *tile = g_ptr_array_index (unused, i);
      guint64 key = (guint64) (guint32) tile->column << 32 | (guint32) tile->row;

      g_hash_table_remove (self->now.tiles, &key);
      tile_free (self, tile);
    }
  if (self->bytes > self->most_bytes)
    level_clear (self, &self->before);
}

static gboolean
painted_cb (gpointer data)
{
  WayTiles *self = data;
  gboolean seen = collect (self);

  if (self->now.tiles != NULL)
    keep_to_budget (self);
  if (self->scene != NULL && self->now.tiles != NULL && !seen)
    request_ahead (self);
  if (seen && self->widget != NULL)
    gtk_widget_queue_draw (self->widget);
  return G_SOURCE_REMOVE;
}

/**
 * way_tiles_new:
 * @widget: (nullable): what shows the tiles and frees them, to be drawn again when something that is looked at was painted
 *
 * Returns: (transfer full): tiles of no scene yet
 */
WayTiles *
way_tiles_new (GtkWidget *widget)
{
  WayTiles *self = g_new0 (WayTiles, 1);

  self->widget = widget;
  self->painter = way_tile_painter_new (painted_cb, self);
  self->most_bytes = LEAST_BYTES;
  return self;
}

static void
clear (WayTiles *self)
{
  level_clear (self, &self->now);
  level_clear (self, &self->before);
  level_clear (self, &self->far);
}

void
way_tiles_free (WayTiles *self)
{
  clear (self);
  way_tile_painter_free (self->painter);
  g_clear_object (&self->scene);
  g_free (self);
}

void
way_tiles_set_scene (WayTiles *self,
                     WayScene *scene)
{
  clear (self);
  g_set_object (&self->scene, scene);
}

void
way_tiles_set_style (WayTiles *self,
                     WayStyle  style)
{
  if (self->style == style)
    return;
  clear (self);
  self->style = style;
}

gsize
way_tiles_get_bytes (WayTiles *self)
{
  return self->bytes;
}

/**
 * way_tiles_get_most_bytes:
 * @self: tiles
 *
 * Returns: what the textures may take after a frame, in bytes; it grows with the view
 */
gsize
way_tiles_get_most_bytes (WayTiles *self)
{
  return self->most_bytes;
}

static void
level_suspect (WayLevel      *level,
               const WayRect *area)
{
  GHashTableIter iter;
  gpointer value;

  if (level->tiles == NULL)
    return;
  g_hash_table_iter_init (&iter, level->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      WayTile *tile = value;
      WayRect place = tile_area (level, tile->column, tile->row);

      if (area == NULL || way_rect_intersects (&place, area))
        tile->suspect = TRUE;
    }
}

/**
 * way_tiles_suspect:
 * @self: tiles
 * @area: (nullable): where, or %NULL for everywhere
 *
 * Tells that the scene may look different now. What does is painted again when it is next seen.
 */
void
way_tiles_suspect (WayTiles      *self,
                   const WayRect *area)
{
  level_suspect (&self->now, area);
  level_suspect (&self->before, area);
  level_suspect (&self->far, area);
}

static void
cancel_unwanted (WayTiles *self,
                 WayLevel *level)
{
  GHashTableIter iter;
  gpointer value;

  if (level->tiles == NULL)
    return;
  g_hash_table_iter_init (&iter, level->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      WayTile *tile = value;

      if (tile->frame != self->frame && tile->job != NULL)
        {
          cancel_job (self, tile);
          tile->suspect = tile->texture != NULL;
        }
    }
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
  if (self->now.tiles != NULL)
    {
      cancel_unwanted (self, &self->now);
      level_clear (self, &self->before);
      self->before = self->now;
      self->now = (WayLevel) { 0 };
    }
  level_init (&self->now, scale);
}

/* Its edges go to whole pixels, each to the one that its neighbour's goes to: so there is no gap between tiles, and where a tile has the
 * scale of the view its pixels are copied as they are, which takes a fraction of the time. */
static graphene_rect_t
map_area (const WayRect    *area,
          const WayMapping *mapping)
{
  double left = round (mapping->left + area->x * mapping->scale), right = round (mapping->left + (area->x + area->width) * mapping->scale);
  double top = round (mapping->top + area->y * mapping->scale), bottom = round (mapping->top + (area->y + area->height) * mapping->scale);

  return GRAPHENE_RECT_INIT (left / mapping->device_scale, top / mapping->device_scale, (right - left) / mapping->device_scale,
                             (bottom - top) / mapping->device_scale);
}

/* Scaled pixels are blended from four; cairo would otherwise weigh all that go into one, which takes ten times as long. */
static void
place_tile (WayTile               *tile,
            GtkSnapshot           *snapshot,
            const graphene_rect_t *bounds,
            double                 device_scale)
{
  if (bounds->size.width * device_scale == TILE && bounds->size.height * device_scale == TILE)
    gtk_snapshot_append_texture (snapshot, tile->texture, bounds);
  else
    gtk_snapshot_append_scaled_texture (snapshot, tile->texture, GSK_SCALING_FILTER_LINEAR, bounds);
}

static void
place_level (WayTiles         *self,
             GtkSnapshot      *snapshot,
             WayLevel         *level,
             const WayRect    *area,
             const WayMapping *mapping)
{
  WaySpan span;

  if (level->tiles == NULL)
    return;
  span = level_span (self, level, area);
  for (int row = span.top; row < span.bottom; row++)
    for (int column = span.left; column < span.right; column++)
      {
        WayTile *tile = level_get (level, column, row, FALSE);
        WayRect place = tile_area (level, column, row);
        graphene_rect_t bounds = map_area (&place, mapping);

        if (tile == NULL || tile->texture == NULL || bounds.size.width <= 0 || bounds.size.height <= 0)
          continue;
        tile->seen = self->frame;
        place_tile (tile, snapshot, &bounds, mapping->device_scale);
      }
}

/* Where a tile of the view is missing, what there is of other scales; gives whether none is. */
static gboolean
place_others (WayTiles         *self,
              GtkSnapshot      *snapshot,
              const WayMapping *mapping)
{
  gboolean covered = TRUE;

  for (int row = self->span.top; row < self->span.bottom; row++)
    for (int column = self->span.left; column < self->span.right; column++)
      {
        WayTile *tile = level_get (&self->now, column, row, FALSE);
        WayRect area = tile_area (&self->now, column, row), other;
        graphene_rect_t bounds;

        tile->seen = self->frame;
        if (tile->texture != NULL)
          continue;
        if (covered)
          finish_far (self);
        covered = FALSE;
        for (tile = NULL; column + 1 < self->span.right && (tile = level_get (&self->now, column + 1, row, FALSE))->texture == NULL; column++)
          {
            tile->seen = self->frame;
            other = tile_area (&self->now, column + 1, row);
            area = way_rect_union (&area, &other);
          }
        bounds = map_area (&area, mapping);
        gtk_snapshot_push_clip (snapshot, &bounds);
        place_level (self, snapshot, &self->far, &area, mapping);
        place_level (self, snapshot, &self->before, &area, mapping);
        gtk_snapshot_pop (snapshot);
      }
  return covered;
}

/* Whether something of the view shows what is not there any more. */
static gboolean
is_stale (WayTiles *self)
{
  for (int row = self->span.top; row < self->span.bottom; row++)
    for (int column = self->span.left; column < self->span.right; column++)
      {
        WayTile *tile = level_get (&self->now, column, row, FALSE);

        if (tile->texture != NULL && (tile->job != NULL || tile->suspect))
          return TRUE;
      }
  return FALSE;
}

/**
 * way_tiles_is_sharp:
 * @self: tiles
 *
 * Returns: whether the last frame showed the scene as it is, at the scale of the view
 */
gboolean
way_tiles_is_sharp (WayTiles *self)
{
  for (int row = self->span.top; self->now.tiles != NULL && row < self->span.bottom; row++)
    for (int column = self->span.left; column < self->span.right; column++)
      {
        WayTile *tile = level_get (&self->now, column, row, FALSE);

        if (tile == NULL || tile->texture == NULL || tile->job != NULL || tile->suspect)
          return FALSE;
      }
  return self->now.tiles != NULL;
}

/* Has what is seen painted. The first picture of a map takes what it needs; what an edit changed is waited for a little, so that nobody
 * sees again what they have just put right. */
static gboolean
paint_seen (WayTiles *self,
            gint64    budget)
{
  gboolean first = g_hash_table_size (self->now.tiles) == 0 && self->before.tiles == NULL && self->far.tiles == NULL;
  gint64 deadline = first ? G_MAXINT64 : g_get_monotonic_time () + budget;
  WayWish wish = { self->span, self->moving ? g_get_monotonic_time () + budget / 4 : deadline, G_MAXUINT };
  gboolean all = request_span (self, &self->now, &wish);

  if (!first && !is_stale (self))
    return all;
  while (g_get_monotonic_time () < deadline && way_tile_painter_help (self->painter))
    ;
  way_tile_painter_wait (self->painter, first ? g_get_monotonic_time () + G_USEC_PER_SEC : deadline);
  collect (self);
  return all;
}

/**
 * way_tiles_snapshot:
 * @self: tiles
 * @snapshot: where to put them
 * @view: what is looked at
 * @device_scale: device pixels a logical pixel
 * @moving: whether the zoom is being changed: sharpness waits until it rests
 * @budget: microseconds to spend on what is to be painted; the first picture of a map takes what it needs
 *
 * Returns: whether another frame is wanted, even if nothing is said to be painted until then
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
  gboolean all;

  if (self->scene == NULL || view->map_width <= 0 || view->map_height <= 0)
    return FALSE;
  self->most_bytes = MAX (LEAST_BYTES, VIEWS_KEPT * 4 * (gsize) (view->width * view->height * device_scale * device_scale));
  self->frame++;
  self->moving = moving;
  collect (self);
  choose_level (self, scale * device_scale, moving);
  self->span = level_span (self, &self->now, &visible);
  all = paint_seen (self, budget);

  way_view_get_origin (view, &mapping.left, &mapping.top);
  mapping.left = round (mapping.left * device_scale);
  mapping.top = round (mapping.top * device_scale);
  if (place_others (self, snapshot, &mapping) && !moving)
    level_clear (self, &self->before);
  place_level (self, snapshot, &self->now, &visible, &mapping);

  self->around = level_span (self, &self->now, &(WayRect) { visible.x - AROUND / scale, visible.y - AROUND / scale,
                                                            visible.width + 2 * AROUND / scale, visible.height + 2 * AROUND / scale });
  if (all)
    request_ahead (self);
  cancel_unwanted (self, &self->now);
  keep_to_budget (self);
  return !all;
}
