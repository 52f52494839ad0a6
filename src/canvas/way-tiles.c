/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map as textures: painted once at a scale, by other threads, placed in every frame, forgotten above a budget of bytes. */
#include "canvas/way-tiles-private.h"

#include <math.h>

#define AROUND 300             /* logical pixels beyond the view that are painted ahead */
/* Enough for what is seen, what is around it, and what was seen before at another scale. */
#define LEAST_BYTES (40 << 20)
#define VIEWS_KEPT 5
#define REST 700               /* ms without an edit, until the whole map is painted from far again */

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
    way_tile_level_remove (self, &self->now, g_ptr_array_index (unused, i));
  if (self->bytes > self->most_bytes)
    way_tile_level_clear (self, &self->before);
}

static gboolean
painted_cb (gpointer data)
{
  WayTiles *self = data;
  gboolean seen = way_tiles_collect (self);

  if (self->now.tiles != NULL)
    keep_to_budget (self);
  if (self->scene != NULL && self->now.tiles != NULL && !seen)
    way_tiles_request_ahead (self);
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
  way_tile_level_clear (self, &self->now);
  way_tile_level_clear (self, &self->before);
  way_tile_level_clear (self, &self->far);
  g_clear_handle_id (&self->rest, g_source_remove);
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
level_suspect (WayTileLevel  *level,
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
      WayRect place = way_tile_level_get_area (level, tile->column, tile->row);

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

static gboolean
rested_cb (gpointer data)
{
  WayTiles *self = data;

  self->rest = 0;
  if (self->scene != NULL && self->now.tiles != NULL)
    way_tiles_request_ahead (self);
  return G_SOURCE_REMOVE;
}

/**
 * way_tiles_suspect_dirty:
 * @self: tiles
 *
 * Tells that the scene was brought up to date, and looks different where it says so.
 */
void
way_tiles_suspect_dirty (WayTiles *self)
{
  guint n_areas;
  const WayRect *areas = way_scene_get_dirty (self->scene, &n_areas);

  for (guint i = 0; i < n_areas; i++)
    way_tiles_suspect (self, &areas[i]);
  g_clear_handle_id (&self->rest, g_source_remove);
  /* What others look at is never kept: an edit may have been somebody taking back what they agreed to. */
  if (n_areas > 0 && way_lens_get_audience (way_scene_get_lens (self->scene)) == WAY_AUDIENCE_DESK)
    self->rest = g_timeout_add (REST, rested_cb, self);
}

/* While the view moves, a level serves until its pixels are too large, or so small that many go into one. What was not painted until then
 * is worth less than a scale before it that has all that is seen. */
static void
choose_level (WayTiles      *self,
              double         scale,
              const WayRect *visible)
{
  double ratio = self->now.tiles != NULL ? scale / self->now.scale : 0;

  if (ratio == 1 || (self->moving && ratio >= WAY_TILE_LEAST && ratio < 2))
    return;
  if (self->now.tiles != NULL)
    {
      gboolean keep = way_tile_level_covers (self, &self->before, visible) && !way_tile_level_covers (self, &self->now, visible);

      way_tile_level_clear (self, keep ? &self->now : &self->before);
      if (!keep)
        {
          way_tiles_cancel_unwanted (self, &self->now);
          self->before = self->now;
          self->now = (WayTileLevel) { 0 };
        }
    }
  way_tile_level_init (&self->now, scale);
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
  GHashTableIter iter;
  gpointer value;

  if (self->now.tiles == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, self->now.tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const WayTile *tile = value;

      if (tile->seen == self->frame && (tile->texture == NULL || tile->job != NULL || tile->suspect))
        return FALSE;
    }
  return TRUE;
}

/**
 * way_tiles_begin_frame:
 * @self: tiles
 * @moving: whether the zoom is being changed: sharpness waits until it rests
 *
 * To be followed by way_tiles_snapshot() for each view of the map in the frame, all at one scale, the main one first, and by
 * way_tiles_end_frame().
 */
void
way_tiles_begin_frame (WayTiles *self,
                       gboolean  moving)
{
  self->frame++;
  self->moving = moving;
  self->viewed = FALSE;
  self->covered = self->requested = TRUE;
  way_tiles_collect (self);
}

/**
 * way_tiles_snapshot:
 * @self: tiles
 * @snapshot: where to put them
 * @view: what is looked at
 * @device_scale: device pixels a logical pixel
 * @budget: microseconds to spend on what is to be painted; the first picture of a map takes what it needs
 */
void
way_tiles_snapshot (WayTiles      *self,
                    GtkSnapshot   *snapshot,
                    const WayView *view,
                    double         device_scale,
                    gint64         budget)
{
  double scale = way_view_get_scale (view), around = AROUND / scale;
  WayTileMapping mapping = { .scale = scale * device_scale, .device_scale = device_scale };
  WayRect visible = way_view_get_visible (view);
  WayTileSpan span;

  if (self->scene == NULL || view->map_width <= 0 || view->map_height <= 0)
    return;
  choose_level (self, mapping.scale, &visible);
  if (!self->viewed)
    {
      WayRect wide = way_rect_grow (&visible, around);

      self->most_bytes = MAX (LEAST_BYTES, VIEWS_KEPT * 4 * (gsize) (view->width * view->height * device_scale * device_scale));
      self->around = way_tile_level_get_span (self, &self->now, &wide);
    }
  self->viewed = TRUE;
  span = way_tile_level_get_span (self, &self->now, &visible);
  if (!way_tiles_paint_seen (self, &span, budget))
    self->requested = FALSE;

  way_view_get_origin (view, &mapping.left, &mapping.top);
  mapping.left = round (mapping.left * device_scale);
  mapping.top = round (mapping.top * device_scale);
  if (!way_tiles_place (self, snapshot, &visible, &span, &mapping))
    self->covered = FALSE;
}

/**
 * way_tiles_end_frame:
 * @self: tiles
 *
 * Returns: whether another frame is wanted, even if nothing is said to be painted until then
 */
gboolean
way_tiles_end_frame (WayTiles *self)
{
  if (!self->viewed)
    return FALSE;
  if (self->covered && !self->moving)
    way_tile_level_clear (self, &self->before);
  if (self->requested)
    way_tiles_request_ahead (self);
  way_tiles_cancel_unwanted (self, &self->now);
  keep_to_budget (self);
  return !self->requested;
}
