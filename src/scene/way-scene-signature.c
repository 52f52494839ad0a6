/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers for what is painted in a part of a scene, so that an edit repaints only the parts that look different. */
#include "scene/way-scene-private.h"

#include <string.h>

static void
add_bytes (guint64       *hash,
           gconstpointer  bytes,
           gsize          length)
{
  const guint8 *at = bytes;
  guint64 word, all = *hash;

  for (gsize i = 0; i < length; i += sizeof word)
    {
      word = 0;
      memcpy (&word, at + i, MIN (sizeof word, length - i));
      all = (all ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      all ^= all >> 29;
    }
  *hash = all;
}

static void
add_number (guint64 *hash,
            double   number)
{
  add_bytes (hash, &number, sizeof number);
}

static void
add_rect (guint64       *hash,
          const WayRect *rect)
{
  add_number (hash, rect->x);
  add_number (hash, rect->y);
  add_number (hash, rect->width);
  add_number (hash, rect->height);
}

static void
add_path (guint64 *hash,
          WayPath *path)
{
  guint n_steps;
  const WayPathStep *steps = way_path_get_steps (path, &n_steps);

  for (guint i = 0; i < n_steps; i++)
    {
      guint n_points = steps[i].type == WAY_PATH_CLOSE ? 0 : steps[i].type == WAY_PATH_CURVE ? 3 : 1;

      add_number (hash, steps[i].type);
      for (guint j = 0; j < n_points; j++)
        {
          add_number (hash, steps[i].points[j].x);
          add_number (hash, steps[i].points[j].y);
        }
    }
}

static void
add_text (guint64      *hash,
          WayTextBlock *block,
          WayPoint      at)
{
  add_bytes (hash, &block->hash, sizeof block->hash);
  add_number (hash, block->style);
  add_rect (hash, &(WayRect) { at.x, at.y, block->width, block->height });
}

static void
add_mark (guint64       *hash,
          const WayMark *mark)
{
  add_number (hash, mark->type);
  add_number (hash, mark->fill);
  add_number (hash, mark->line);
  add_number (hash, mark->line_width);
  add_number (hash, mark->opacity);
  add_number (hash, mark->dash);
  switch (mark->type)
    {
    case WAY_MARK_BOX:
      add_rect (hash, &mark->box.rect);
      add_number (hash, mark->box.radius);
      break;
    case WAY_MARK_PATH:
      add_path (hash, mark->path);
      break;
    case WAY_MARK_TEXT:
    default:
      add_text (hash, mark->text.block, mark->text.at);
      break;
    }
}

/* Most items are what they were when they were last asked about, so that each keeps its number. */
static guint64
get_item_signature (WayScene *self,
                    guint     number)
{
  WayItem *item = &g_array_index (self->items, WayItem, number);
  const WayMark *marks = way_scene_get_marks (self, item);
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  if (item->signature != 0)
    return item->signature;
  for (guint i = 0; i < item->n_marks; i++)
    add_mark (&hash, &marks[i]);
  item->signature = MAX (hash, 1);
  return item->signature;
}

/**
 * way_scene_get_signature:
 * @self: a scene
 * @area: a part of it
 *
 * Returns: a number that stays the same while everything painted in @area does
 */
guint64
way_scene_get_signature (WayScene      *self,
                         const WayRect *area)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  WayRect around = way_rect_grow (area, WAY_ITEM_REACH);

  way_scene_query (self, &around, numbers);
  for (guint i = 0; i < numbers->len; i++)
    {
      guint64 signature = get_item_signature (self, g_array_index (numbers, guint, i));

      add_bytes (&hash, &signature, sizeof signature);
    }
  return hash;
}
