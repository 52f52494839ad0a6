/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stage that is higher than a wall, part by part. */
#include "canvas/way-look-pages.h"

#include <math.h>

/* What is above a piece that is at the top, in points. */
#define PIECE_GAP 4.0

/* Where the first of @things begins that is below @top and not seen whole above @bottom; @bottom where there is none. */
static double
find_cut (GArray *things,
          double  top,
          double  bottom)
{
  double cut = bottom;

  for (guint i = 0; i < things->len; i++)
    {
      const WayRect *thing = &g_array_index (things, WayRect, i);

      if (thing->y > top + 0.5 && thing->y < cut && thing->y + thing->height > bottom + 0.5)
        cut = thing->y;
    }
  return cut;
}

static gboolean
is_cut (GArray *things,
        double  y)
{
  for (guint i = 0; i < things->len; i++)
    if (g_array_index (things, WayRect, i).y < y - 0.5 &&
        g_array_index (things, WayRect, i).y + g_array_index (things, WayRect, i).height > y + 0.5)
      return TRUE;
  return FALSE;
}

/**
 * way_look_get_top:
 * @sight: what is to be seen
 *
 * Returns: where its first part begins, in points
 */
double
way_look_get_top (const WaySight *sight)
{
  return sight->blocks->len > 0 ? g_array_index (sight->blocks, WayRect, 0).y : sight->area.y;
}

/* Where the next part of a sight begins, at @top or below, when as much as @room is seen at once: what other stages need room for may be
 * empty in this one for more than a wall, and nobody is to be led along that. HUGE_VAL where nothing is left to be seen. */
static double
skip_empty (const WaySight *sight,
            double          top,
            double          room)
{
  double next = HUGE_VAL, start = top;

  if (sight->id == NULL || sight->blocks->len == 0)
    return top;
  for (guint i = 0; i < sight->pieces->len; i++)
    {
      const WayRect *piece = &g_array_index (sight->pieces, WayRect, i);

      if (piece->y + piece->height > top + 0.5)
        next = MIN (next, piece->y);
    }
  if (next == HUGE_VAL)
    return HUGE_VAL;
  if (next < top + room)
    return top;
  for (guint i = 0; i < sight->blocks->len; i++)
    if (g_array_index (sight->blocks, WayRect, i).y < next)
      start = g_array_index (sight->blocks, WayRect, i).y;
  return MAX (start, top) + room > next ? MAX (start, top) : next - PIECE_GAP;
}

/**
 * way_look_list_pages:
 * @sight: what is to be seen
 * @room: how much of it is seen at once, in points
 * @overlap: with how much of what went before a part begins that goes on in a piece, in points
 *
 * As many blocks at once as there is room for; one that is higher than the wall is parted between its pieces, and what follows a piece that
 * is higher than the wall begins with some of what went before.
 *
 * Returns: (transfer full) (element-type WaySpan): the parts in which it is seen one after the other, at least one
 */
GArray *
way_look_list_pages (const WaySight *sight,
                     double          room,
                     double          overlap)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (WaySpan));
  double end = sight->area.y + sight->area.height;
  double top = way_look_get_top (sight), first = end - top > room + 0.5 ? skip_empty (sight, top, room) : top;

  /* One in which nothing stands yet begins at its top. */
  if (first < HUGE_VAL)
    top = first;
  else
    end = top + room;
  /* What has no blocks and is no whole map is seen at once. */
  while (end - top > room + 0.5 && (sight->blocks->len > 0 || sight->id == NULL))
    {
      double next = find_cut (sight->blocks, top, top + room);
      WaySpan page = { top, next };

      if (is_cut (sight->blocks, next))
        {
          next = find_cut (sight->pieces, top, next) - PIECE_GAP;
          if (next < top + overlap || is_cut (sight->pieces, next))
            next = top + room - overlap;
          else
            page.bottom = next;
        }
      g_array_append_val (pages, page);
      top = skip_empty (sight, next, room);
      if (top == HUGE_VAL)
        return pages;
    }
  g_array_append_vals (pages, &(WaySpan) { top, end }, 1);
  return pages;
}
