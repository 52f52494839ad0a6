/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the vertices and their heights: the hops between them, how wide channels are, and where columns stand. */
#include "scene/way-route-private.h"

static double
end_y (WayLayered *layered,
       guint       vertex,
       guint       piece)
{
  WayPiece *at = way_layered_piece (layered, piece);

  return way_layered_vertex (layered, vertex)->y + (at->left == vertex ? at->left_offset : at->right_offset);
}

static void
find_hops (WayRoute *self,
           guint     link)
{
  WayLayered *layered = self->layered;
  WayTrail *trail = &layered->trails[link];
  const guint *path = &g_array_index (layered->path, guint, trail->first);

  if (trail->goes == WAY_GOES_STRAIGHT || trail->goes == WAY_GOES_ROUND)
    return;
  for (guint i = 0; i + 1 < trail->n; i++)
    {
      WayHop hop = { .link = link, .vertices = { path[i], path[i + 1] }, .bus = WAY_NONE, .jogs = { WAY_NONE, WAY_NONE } };
      guint layer = way_layered_vertex (layered, path[i])->layer, next = way_layered_vertex (layered, path[i + 1])->layer;

      hop.sides[0] = layer > next;
      hop.y[0] = end_y (layered, path[i], trail->first_piece + i);
      if (way_layered_vertex (layered, path[i + 1])->kind == WAY_VERTEX_TURN)
        i++;
      hop.vertices[1] = path[i + 1];
      hop.y[1] = end_y (layered, path[i + 1], trail->first_piece + i);
      hop.sides[1] = way_layered_vertex (layered, path[i + 1])->layer > MIN (layer, next);
      g_array_append_val (self->hops, hop);
    }
}

static guint
channel_of (WayRoute *self,
            WayHop   *hop)
{
  return way_layered_vertex (self->layered, hop->vertices[0])->layer - hop->sides[0];
}

static void
sort_by_channel (WayRoute *self)
{
  guint n = self->layered->n_layers, *at;

  self->channel_starts = g_new0 (guint, n + 2);
  at = self->channel_starts + 1;
  self->by_channel = g_new (guint, self->hops->len + 1);
  for (guint i = 0; i < self->hops->len; i++)
    at[channel_of (self, way_route_hop (self, i)) + 1]++;
  for (guint i = 0; i < n; i++)
    at[i + 1] += at[i];
  for (guint i = 0; i < self->hops->len; i++)
    self->by_channel[at[channel_of (self, way_route_hop (self, i))]++] = i;
}

static void
measure_layers (WayLayered *layered)
{
  for (guint i = 0; i < layered->vertices->len; i++)
    {
      WayVertex *vertex = way_layered_vertex (layered, i);

      layered->layer_widths[vertex->layer] = MAX (layered->layer_widths[vertex->layer], vertex->width);
    }
}

static double
channel_width (WayRoute *self,
               guint     channel)
{
  WayLayered *layered = self->layered;
  guint slots = self->n_slots[channel], left = layered->layer_columns[channel], right = layered->layer_columns[channel + 1];
  double lines = slots > 0 ? (slots - 1) * WAY_LINE_GAP : 0;

  if (channel == 0 || channel + 2 == layered->n_layers)
    return slots > 0 ? lines + WAY_ARROW_ROOM : 0;
  if (left == WAY_NONE || right == WAY_NONE)
    return MAX (1.5 * WAY_ARROW_ROOM, lines + 2 * WAY_ARROW_ROOM);
  return MAX (layered->options.column_gap, lines + 2 * WAY_ARROW_ROOM);
}

/* Sets where layers, channels and columns are from left to right; a column that is empty because something is pinned beyond it gets
 * a gap's width. */
static void
place_layers (WayRoute *self)
{
  WayLayered *layered = self->layered;
  double x = 0;
  guint column = 0;

  measure_layers (layered);
  for (guint i = 0; i < layered->n_layers; i++)
    {
      if (layered->layer_columns[i] != WAY_NONE)
        {
          for (; column < layered->layer_columns[i]; column++)
            {
              layered->column_x[column] = x;
              layered->column_widths[column] = layered->options.column_gap;
              x += layered->options.column_gap;
            }
          layered->column_x[column] = x;
          layered->column_widths[column++] = layered->layer_widths[i];
        }
      layered->layer_x[i] = x;
      x += layered->layer_widths[i];
      if (i + 1 < layered->n_layers)
        {
          self->channel_x[i] = x;
          self->channel_widths[i] = channel_width (self, i);
          x += self->channel_widths[i];
        }
    }
  layered->width = x;
}

static void
place_buses (WayRoute *self)
{
  self->bus_x = g_new (double, self->buses->len + 1);
  for (guint channel = 0; channel + 1 < self->layered->n_layers; channel++)
    {
      double lines = self->n_slots[channel] > 0 ? (self->n_slots[channel] - 1) * WAY_LINE_GAP : 0;
      double x = self->channel_x[channel] + (self->channel_widths[channel] - lines) / 2;

      if (channel == 0)
        x = self->channel_x[0];
      else if (channel + 2 == self->layered->n_layers)
        x = self->channel_x[channel] + WAY_ARROW_ROOM;
      for (guint i = self->bus_starts[channel]; i < self->bus_starts[channel + 1]; i++)
        self->bus_x[i] = x + way_route_bus (self, i)->slot * WAY_LINE_GAP;
    }
}

static void
place_rects (WayLayered *layered)
{
  for (guint i = 0; i < layered->n_nodes; i++)
    {
      WayVertex *vertex = way_layered_vertex (layered, i);
      const WayLayeredNode *node = &layered->nodes[i];
      double middle = layered->layer_x[vertex->layer] + layered->layer_widths[vertex->layer] / 2;

      layered->rects[i] = (WayRect) { middle - node->width / 2, vertex->y - node->height / 2, node->width, node->height };
    }
}

/* Sets the x of everything, and the lines and labels. */
void
way_layered_route (WayLayered *layered)
{
  WayRoute self = { .layered = layered, .hops = g_array_new (FALSE, FALSE, sizeof (WayHop)),
                    .buses = g_array_new (FALSE, FALSE, sizeof (WayBus)), .ends = g_array_new (FALSE, FALSE, sizeof (WayEnd)) };
  guint n_layers = layered->n_layers;

  self.first_hops = g_new0 (guint, layered->n_links + 1);
  self.n_slots = g_new0 (guint, n_layers + 1);
  self.bus_starts = g_new0 (guint, n_layers + 1);
  self.channel_x = g_new0 (double, n_layers + 1);
  self.channel_widths = g_new0 (double, n_layers + 1);
  for (guint i = 0; i < layered->n_links; i++)
    {
      self.first_hops[i] = self.hops->len;
      find_hops (&self, i);
    }
  self.first_hops[layered->n_links] = self.hops->len;
  sort_by_channel (&self);
  for (guint channel = 0; channel + 1 < n_layers; channel++)
    way_route_fill_channel (&self, channel);
  self.bus_starts[n_layers - 1] = self.buses->len;
  place_layers (&self);
  place_buses (&self);
  place_rects (layered);
  way_route_draw_lines (&self);
  g_array_unref (self.hops);
  g_array_unref (self.buses);
  g_array_unref (self.ends);
  g_free (self.first_hops);
  g_free (self.by_channel);
  g_free (self.channel_starts);
  g_free (self.bus_x);
  g_free (self.channel_x);
  g_free (self.channel_widths);
  g_free (self.n_slots);
  g_free (self.bus_starts);
}
