/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The corners of each line, and where labels are. */
#include "scene/way-route-private.h"

#include <math.h>

static void
put (WayLayered *layered,
     guint       link,
     double      x,
     double      y)
{
  guint first = layered->line_starts[link], n = layered->points->len - first;
  WayPoint point = { x, y }, *last = n > 0 ? &g_array_index (layered->points, WayPoint, layered->points->len - 1) : NULL;
  WayPoint *before = n > 1 ? last - 1 : NULL;

  /* Heights come out of sums, and lines are to be level all the same. */
  if (last && fabs (last->x - x) < 0.01)
    point.x = last->x;
  if (last && fabs (last->y - y) < 0.01)
    point.y = last->y;
  if (last && point.x == last->x && point.y == last->y)
    return;
  if (before && ((before->x == last->x && last->x == point.x) || (before->y == last->y && last->y == point.y)))
    *last = point;
  else
    g_array_append_val (layered->points, point);
}

/* The y at which a bus takes an end: aside of it when there is a jog between. */
static double
join_y (WayRoute *self,
        WayHop   *hop,
        guint     end)
{
  if (hop->jogs[end] == WAY_NONE)
    return hop->y[end];
  return g_array_index (self->ends, WayEnd, way_route_bus (self, hop->jogs[end])->first_end).y;
}

static void
put_hop (WayRoute *self,
         WayHop   *hop)
{
  WayLayered *layered = self->layered;

  if (hop->bus == WAY_NONE)
    return;
  if (hop->jogs[0] != WAY_NONE)
    {
      put (layered, hop->link, self->bus_x[hop->jogs[0]], hop->y[0]);
      put (layered, hop->link, self->bus_x[hop->jogs[0]], join_y (self, hop, 0));
    }
  put (layered, hop->link, self->bus_x[hop->bus], join_y (self, hop, 0));
  put (layered, hop->link, self->bus_x[hop->bus], join_y (self, hop, 1));
  if (hop->jogs[1] != WAY_NONE)
    {
      put (layered, hop->link, self->bus_x[hop->jogs[1]], join_y (self, hop, 1));
      put (layered, hop->link, self->bus_x[hop->jogs[1]], hop->y[1]);
    }
}

static void
draw_straight (WayLayered *layered,
               guint       link)
{
  const WayRect *from = &layered->rects[layered->links[link].from], *to = &layered->rects[layered->links[link].to];
  gboolean down = from->y < to->y;
  double x = from->x + from->width / 2;

  put (layered, link, x, down ? from->y + from->height : from->y);
  put (layered, link, x, down ? to->y : to->y + to->height);
}

/* A loop at the upper right corner of a box, its label on top of it; further ones go around the ones before. */
static void
draw_round (WayLayered *layered,
            guint       number)
{
  const WayLayeredLink *link = &layered->links[number];
  const WayRect *rect = &layered->rects[link->from];
  double right = rect->x + rect->width, rise = layered->trails[number].rise;
  double out = layered->trails[number].out, in = way_layered_get_loop_in (rect->width, layered->trails[number].parallel);
  double y = rect->y + MIN (rect->height / 3, 12) * pow (0.6, layered->trails[number].parallel);

  put (layered, number, right, y);
  put (layered, number, right + out, y);
  put (layered, number, right + out, rect->y - rise);
  put (layered, number, right - in, rect->y - rise);
  put (layered, number, right - in, rect->y);
  if (link->label_width > 0 && link->label_height > 0)
    layered->labels[number] = (WayRect) { right + layered->trails[number].label_out - link->label_width, rect->y - rise - link->label_height - 1,
                                          link->label_width, link->label_height };
}

static void
draw_hops (WayRoute *self,
           guint     link)
{
  WayLayered *layered = self->layered;
  guint first = self->first_hops[link], end = self->first_hops[link + 1];
  WayHop *start = way_route_hop (self, first), *last = way_route_hop (self, end - 1);
  const WayRect *from = &layered->rects[layered->links[link].from], *to = &layered->rects[layered->links[link].to];

  put (layered, link, start->sides[0] == 0 ? from->x + from->width : from->x, start->y[0]);
  for (guint i = first; i < end; i++)
    put_hop (self, way_route_hop (self, i));
  put (layered, link, last->sides[1] == 0 ? to->x + to->width : to->x, last->y[1]);
}

/* Sets the lines and labels. */
void
way_route_draw_lines (WayRoute *self)
{
  WayLayered *layered = self->layered;

  for (guint i = 0; i < layered->n_links; i++)
    {
      WayTrail *trail = &layered->trails[i];

      layered->line_starts[i] = layered->points->len;
      if (trail->goes == WAY_GOES_STRAIGHT)
        draw_straight (layered, i);
      else if (trail->goes == WAY_GOES_ROUND)
        draw_round (layered, i);
      else
        draw_hops (self, i);
      if (trail->tag != WAY_NONE)
        {
          WayVertex *tag = way_layered_vertex (layered, trail->tag);
          double width = layered->links[i].label_width, height = layered->links[i].label_height;

          layered->labels[i] = (WayRect) { layered->layer_x[tag->layer] + (layered->layer_widths[tag->layer] - width) / 2,
                                           tag->y - height / 2, width, height };
        }
    }
  layered->line_starts[layered->n_links] = layered->points->len;
}
