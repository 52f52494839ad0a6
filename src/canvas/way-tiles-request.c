/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which tiles are to be painted, and when. */
#include "canvas/way-tiles-private.h"

#include <math.h>

#define OVERVIEW 1024          /* device pixels along the longer side of the map seen from far */
/* Pieces that wait: few, because the view may be elsewhere before they are painted. */
#define MOST_WAITING 4

typedef struct
{
  WayTileSpan span;
  gint64 deadline;             /* for taking down what is to be painted */
  guint most_waiting;
  gboolean keeps;              /* what was painted before an edit serves for now */
} WayWish;

/* Takes what the threads painted; gives whether any of it is looked at. */
gboolean
way_tiles_collect (WayTiles *self)
{
  gboolean seen = FALSE;
  WayTileJob *job;

  while ((job = way_tile_painter_pop_done (self->painter)) != NULL)
    {
      WayTile *tile = way_tile_job_get_tag (job);

      self->bytes -= way_tile_bytes (tile);
      g_clear_object (&tile->texture);
      tile->texture = way_tile_job_free_to_texture (job);
      tile->signature = tile->job_signature;
      tile->job = NULL;
      self->bytes += way_tile_bytes (tile);
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
request (WayTiles     *self,
         WayTileLevel *level,
         WayTile      *tile)
{
  WayRect area = way_tile_level_get_area (level, tile->column, tile->row);
  guint64 signature;

  if (is_settled (tile))
    return;
  signature = way_scene_get_signature (self->scene, &area);
  tile->suspect = FALSE;
  if (tile->job != NULL ? tile->job_signature == signature : tile->texture != NULL && tile->signature == signature)
    return;
  way_tile_cancel (self, tile);
  tile->job_signature = signature;
  tile->job = way_tile_painter_add (self->painter,
                                    way_paint_list_new (self->scene, &area, level->scale, self->style, WAY_PAINT_SCREEN),
                                    &area, WAY_TILE, WAY_TILE, tile);
}

/* Requests what is missing in a span, from the middle outwards; gives whether all of it is requested. */
static gboolean
request_span (WayTiles      *self,
              WayTileLevel  *level,
              const WayWish *wish)
{
  const WayTileSpan *span = &wish->span;
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
          tile = way_tile_level_get (level, column, row, TRUE);
          tile->frame = self->frame;
          if (is_settled (tile) || (wish->keeps && tile->texture != NULL))
            continue;
          if (all && (g_get_monotonic_time () > wish->deadline || way_tile_painter_get_n_waiting (self->painter) >= wish->most_waiting))
            all = FALSE;
          if (all)
            request (self, level, tile);
        }
  return all;
}

static void
ready_far (WayTiles *self)
{
  double width, height;

  way_scene_get_size (self->scene, &width, &height);
  /* A map that grew much since is seen from further. */
  if (self->far.tiles != NULL && self->far.scale * MAX (width, height) > 2 * OVERVIEW)
    way_tile_level_clear (self, &self->far);
  if (self->far.tiles == NULL)
    way_tile_level_init (&self->far, MIN (1, OVERVIEW / MAX (width, height)));
}

/* What is not looked at now and may be soon: the whole from far, which is there wherever nothing better is, and what is around the view. To take
 * down many thousand cards for the former is no work for between two letters: while edits follow each other it stays as it was. */
void
way_tiles_request_ahead (WayTiles *self)
{
  gint64 deadline = g_get_monotonic_time () + 1000;
  WayWish around = { self->around, deadline, MOST_WAITING };
  WayWish far = { .deadline = deadline, .most_waiting = MOST_WAITING, .keeps = self->rest != 0 };

  ready_far (self);
  far.span = way_tile_level_get_span (self, &self->far, &(WayRect) { 0, 0, G_MAXINT, G_MAXINT });
  if (request_span (self, &self->far, &far) && !self->moving &&
      self->bytes + 3 * MOST_WAITING * WAY_TILE * WAY_TILE * 4 <= self->most_bytes)
    request_span (self, &self->now, &around);
}

/* Before a place would be blank, its picture from far is waited for; it is mostly there long before, if not as of the last edit. */
void
way_tiles_finish_far (WayTiles      *self,
                      const WayRect *area)
{
  WayWish wish = { .deadline = G_MAXINT64, .most_waiting = G_MAXUINT };

  if (way_tile_level_covers (self, &self->far, area))
    return;
  ready_far (self);
  wish.span = way_tile_level_get_span (self, &self->far, area);
  request_span (self, &self->far, &wish);
  while (!way_tile_level_covers (self, &self->far, area))
    {
      if (!way_tile_painter_help (self->painter))
        way_tile_painter_wait (self->painter, g_get_monotonic_time () + G_USEC_PER_SEC);
      way_tiles_collect (self);
    }
}

void
way_tiles_cancel_unwanted (WayTiles     *self,
                           WayTileLevel *level)
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
          way_tile_cancel (self, tile);
          tile->suspect = tile->texture != NULL;
        }
    }
}

/* Whether something of a span shows what is not there any more. */
static gboolean
is_stale (WayTiles          *self,
          const WayTileSpan *span)
{
  for (int row = span->top; row < span->bottom; row++)
    for (int column = span->left; column < span->right; column++)
      {
        WayTile *tile = way_tile_level_get (&self->now, column, row, FALSE);

        if (tile->texture != NULL && (tile->job != NULL || tile->suspect))
          return TRUE;
      }
  return FALSE;
}

/* Has what is seen painted; gives whether all of it is requested. The first picture of a map takes what it needs; what an edit changed is
 * waited for a little, so that nobody sees again what they have just put right. */
gboolean
way_tiles_paint_seen (WayTiles          *self,
                      const WayTileSpan *span,
                      gint64             budget)
{
  gboolean first = g_hash_table_size (self->now.tiles) == 0 && self->before.tiles == NULL && self->far.tiles == NULL;
  gint64 now = g_get_monotonic_time (), deadline = first ? G_MAXINT64 : now + budget;
  WayWish wish = { *span, self->moving ? now + budget / 4 : deadline, self->moving ? MOST_WAITING : G_MAXUINT };
  gboolean all = request_span (self, &self->now, &wish);

  if (!first && !is_stale (self, span))
    return all;
  while (g_get_monotonic_time () < deadline && way_tile_painter_help (self->painter))
    ;
  way_tile_painter_wait (self->painter, first ? g_get_monotonic_time () + G_USEC_PER_SEC : deadline);
  way_tiles_collect (self);
  return all;
}
