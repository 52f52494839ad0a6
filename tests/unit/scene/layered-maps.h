/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made-up pathways for the tests of layouts and for the bench: like those that people draw, and worse. */
#pragma once

#include "scene/way-layered.h"

typedef struct
{
  GArray *nodes;              /* WayLayeredNode */
  GArray *links;              /* WayLayeredLink */
  guint n_lanes;
} LayeredMap;

static inline WayLayered *
layered_map_lay (const LayeredMap *map)
{
  return way_layered_new ((const WayLayeredNode *) (gpointer) map->nodes->data, map->nodes->len,
                          (const WayLayeredLink *) (gpointer) map->links->data, map->links->len, map->n_lanes, NULL);
}

static inline void
layered_map_clear (LayeredMap *map)
{
  g_array_unref (map->nodes);
  g_array_unref (map->links);
}

static inline void
layered_map_add_link (LayeredMap *map,
                      GRand      *rand,
                      guint       from,
                      guint       to)
{
  WayLayeredLink link = { .from = from, .to = to };

  if (g_rand_int_range (rand, 0, 5) == 0)
    {
      link.label_width = g_rand_int_range (rand, 20, g_rand_int_range (rand, 0, 8) == 0 ? 320 : 90);
      link.label_height = link.label_width > 120 ? 40 : 18;
    }
  g_array_append_val (map->links, link);
}

/* A map of about n boxes: chains of steps that fan out and come together again, mostly near each other, with some loops, and things
 * behind the scenes that enable steps. With wildness from 0 to 10 come boxes of all sizes, links from anywhere to anywhere, parallel links, loops at
 * one box, and pinned columns. */
static inline LayeredMap
layered_map_make (GRand *rand,
                  guint  n,
                  guint  n_lanes,
                  guint  wildness)
{
  LayeredMap map = { g_array_new (FALSE, FALSE, sizeof (WayLayeredNode)), g_array_new (FALSE, FALSE, sizeof (WayLayeredLink)), n_lanes };
  guint n_steps = n - n / 8;

  for (guint i = 0; i < n; i++)
    {
      WayLayeredNode node = { .width = 120, .height = g_rand_boolean (rand) ? 40 : 54, .column = -1 };
      guint around = g_rand_int_range (rand, 0, 3) == 0 ? (guint) g_rand_int_range (rand, 0, n_lanes) : (i / 6) % n_lanes;

      node.lane = i < n_steps ? around : n_lanes - 1;
      node.first = i == 0;
      if (wildness > 0 && g_rand_int_range (rand, 0, 30) < (int) wildness)
        {
          node.height = g_rand_int_range (rand, 24, 240);
          node.width = g_rand_int_range (rand, 40, 260);
        }
      if (wildness > 4 && g_rand_int_range (rand, 0, 40) < (int) wildness - 4)
        node.column = g_rand_int_range (rand, 0, n / 3 + 2);
      g_array_append_val (map.nodes, node);
    }
  for (guint i = 1; i < n_steps; i++)
    if (g_rand_int_range (rand, 0, 12) != 0)
      {
        guint from = i - 1 - g_rand_int_range (rand, 0, MIN (i, 4));

        layered_map_add_link (&map, rand, from, i);
        if (g_rand_int_range (rand, 0, 5) == 0)
          layered_map_add_link (&map, rand, g_rand_int_range (rand, MAX (0, (int) i - 6), i), i);
        if (i > 4 && g_rand_int_range (rand, 0, 14) == 0)
          layered_map_add_link (&map, rand, i, i - g_rand_int_range (rand, 1, 5));
      }
  for (guint i = n_steps; i < n; i++)
    {
      WayLayeredLink link = { .from = i, .to = g_rand_int_range (rand, 0, n_steps), .weak = TRUE, .under = TRUE };

      if (g_rand_int_range (rand, 0, 6) != 0)
        g_array_append_val (map.links, link);
    }
  for (guint i = 0; i < n * wildness / 40; i++)
    {
      guint from = g_rand_int_range (rand, 0, n), to = g_rand_int_range (rand, 0, 8) == 0 ? from : (guint) g_rand_int_range (rand, 0, n);

      layered_map_add_link (&map, rand, from, to);
      if (g_rand_int_range (rand, 0, 3) == 0)
        layered_map_add_link (&map, rand, from, to);
      g_array_index (map.links, WayLayeredLink, map.links->len - 1).weak = g_rand_boolean (rand);
    }
  return map;
}

/* Gives boxes and lines the places that they have in a layout. */
static inline void
layered_map_keep_places (LayeredMap *map,
                         WayLayered *layout)
{
  for (guint i = 0; i < map->nodes->len; i++)
    way_layered_keep_node (layout, i, &g_array_index (map->nodes, WayLayeredNode, i));
  for (guint i = 0; i < map->links->len; i++)
    way_layered_keep_link (layout, i, &g_array_index (map->links, WayLayeredLink, i));
}
