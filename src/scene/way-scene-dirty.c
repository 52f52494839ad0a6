/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a map looks different after a change, found by holding what is painted now against what was painted before. */
#include "scene/way-scene-private.h"

/* More areas than this are put together. */
#define MOST_AREAS 16

static double
get_size (const WayRect *rect)
{
  return rect->width * rect->height;
}

/* How much is painted again for nothing when two areas are made one. */
static double
get_waste (const WayRect *one,
           const WayRect *other)
{
  WayRect both = way_rect_union (one, other);

  return get_size (&both) - get_size (one) - get_size (other);
}

/* Says that @area looks different. Areas that touch become one, and where there are many those that lie best together. */
void
way_scene_add_dirty (WayScene      *self,
                     const WayRect *area)
{
  WayRect grown = way_rect_grow (area, WAY_ITEM_REACH);
  WayRect *areas = (WayRect *) self->dirty->data;
  guint best = 0;

  for (guint i = 0; i < self->dirty->len; i++)
    {
      if (get_waste (&areas[i], &grown) <= 0)
        {
          areas[i] = way_rect_union (&areas[i], &grown);
          return;
        }
      if (get_waste (&areas[i], &grown) < get_waste (&areas[best], &grown))
        best = i;
    }
  if (self->dirty->len < MOST_AREAS)
    g_array_append_val (self->dirty, grown);
  else
    areas[best] = way_rect_union (&areas[best], &grown);
}

static gboolean
is_same_rect (const WayRect *one,
              const WayRect *other)
{
  return one->x == other->x && one->y == other->y && one->width == other->width && one->height == other->height;
}

static gboolean
is_same_mark (const WayMark *one,
              const WayMark *other)
{
  if (one->type != other->type || one->fill != other->fill || one->line != other->line || one->line_width != other->line_width ||
      one->opacity != other->opacity || one->dash != other->dash || one->screen_only != other->screen_only)
    return FALSE;
  switch (one->type)
    {
    case WAY_MARK_BOX:
      return is_same_rect (&one->box.rect, &other->box.rect) && one->box.radius == other->box.radius;
    case WAY_MARK_PATH:
      return way_path_equal (one->path, other->path);
    case WAY_MARK_TEXT:
    default:
      /* Texts are shaped once, so that the same text is the same block. */
      return one->text.block == other->text.block && one->text.at.x == other->text.at.x && one->text.at.y == other->text.at.y;
    }
}

static gboolean
is_same_item (const WayItem *one,
              const WayMark *marks_of_one,
              const WayItem *other,
              const WayMark *marks_of_other)
{
  if (one->n_marks != other->n_marks)
    return FALSE;
  for (guint i = 0; i < one->n_marks; i++)
    if (!is_same_mark (&marks_of_one[one->first_mark + i], &marks_of_other[other->first_mark + i]))
      return FALSE;
  return TRUE;
}

static void
add_item (WayScene      *self,
          const WayItem *item)
{
  if (item->n_marks > 0)
    way_scene_add_dirty (self, &item->bounds);
}

/* Says that what differs between the items before and now looks different. Where some came or went, it is all between the first and the
 * last that differ. */
void
way_scene_compare (WayScene      *self,
                   const WayItem *before,
                   guint          n_before,
                   const WayMark *marks_before,
                   const WayItem *now,
                   guint          n_now,
                   const WayMark *marks_now)
{
  guint same = 0, first = 0, least = MIN (n_before, n_now);

  while (first < least && is_same_item (&before[first], marks_before, &now[first], marks_now))
    first++;
  while (same < least - first && is_same_item (&before[n_before - same - 1], marks_before, &now[n_now - same - 1], marks_now))
    same++;
  for (guint i = first; i < MAX (n_before, n_now) - same; i++)
    {
      if (n_before == n_now && is_same_item (&before[i], marks_before, &now[i], marks_now))
        continue;
      if (i < n_before - same)
        add_item (self, &before[i]);
      if (i < n_now - same)
        add_item (self, &now[i]);
    }
}
