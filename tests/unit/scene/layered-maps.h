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

/* The same with distances of its own, and with the layout before where there was one. */
static inline WayLayered *
layered_map_lay_after (const LayeredMap *map,
                       WayLayered       *before)
{
  const WayLayeredOptions options = { .node_gap = 20, .column_gap = 50, .lane_inset = 14, .lane_gap = 10, .min_lane_height = 60, .corner = 7,
                                      .before = before };

  return way_layered_new ((const WayLayeredNode *) (gpointer) map->nodes->data, map->nodes->len,
                          (const WayLayeredLink *) (gpointer) map->links->data, map->links->len, map->n_lanes, &options);
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

/* Small edits, as people make them one after the other. */
typedef enum
{
  LAYERED_ADD_STEP,
  LAYERED_REMOVE_STEP,
  LAYERED_RENAME_STEP,        /* so that its box is of another size */
  LAYERED_ADD_LINK,
  LAYERED_REMOVE_LINK,
  LAYERED_PIN_STEP,           /* where it stands, or in the column before or after */
  LAYERED_EDITS
} LayeredEdit;

static inline void
layered_map_remove_node (LayeredMap *map,
                         guint       node)
{
  g_array_remove_index (map->nodes, node);
  for (guint i = map->links->len; i-- > 0;)
    {
      WayLayeredLink *link = &g_array_index (map->links, WayLayeredLink, i);

      if (link->from == node || link->to == node)
        {
          g_array_remove_index (map->links, i);
          continue;
        }
      link->from -= link->from > node;
      link->to -= link->to > node;
    }
}

/* A copy of a map with an edit to it; `edited` is the box that is changed, or gone, or the last of all when it is new. */
static inline LayeredMap
layered_map_edit (const LayeredMap *map,
                  GRand            *rand,
                  LayeredEdit       edit,
                  WayLayered       *layout,
                  guint            *edited)
{
  LayeredMap copy = { g_array_copy (map->nodes), g_array_copy (map->links), map->n_lanes };
  guint n = map->nodes->len, node = g_rand_int_range (rand, 0, n - 1), to = g_rand_int_range (rand, node + 1, MIN (n, node + 5));
  WayLayeredNode *box = &g_array_index (copy.nodes, WayLayeredNode, node);
  WayLayeredNode more = { .width = 120, .height = 40, .lane = box->lane, .column = -1 };

  *edited = node;
  switch (edit)
    {
    case LAYERED_ADD_STEP:
      *edited = n;
      g_array_append_val (copy.nodes, more);
      layered_map_add_link (&copy, rand, node, n);
      break;
    case LAYERED_REMOVE_STEP:
      layered_map_remove_node (&copy, node);
      break;
    case LAYERED_RENAME_STEP:
      box->height += box->height > 50 ? -14 : 14;
      box->width += g_rand_boolean (rand) ? 20 : -20;
      break;
    case LAYERED_ADD_LINK:
      layered_map_add_link (&copy, rand, node, to);
      break;
    case LAYERED_REMOVE_LINK:
      g_array_remove_index (copy.links, g_rand_int_range (rand, 0, copy.links->len));
      break;
    case LAYERED_PIN_STEP:
      box->column = MAX (0, (int) way_layered_get_column (layout, node) + g_rand_int_range (rand, -1, 2));
      break;
    case LAYERED_EDITS:
      break;
    }
  return copy;
}
