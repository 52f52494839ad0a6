/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes and lines in columns and lanes: a layered layout from left to right. It is made anew for each change, from the places that boxes had
 * before, and depends on nothing but what it is given. */
#include "scene/way-layered-private.h"

#include <math.h>

static const WayLayeredOptions usual = { .node_gap = 16, .column_gap = 64, .lane_inset = 18, .lane_gap = 20, .min_lane_height = 80, .corner = 6 };

/* How far from the right edge of a node the further loops at it come in. */
double
way_layered_get_loop_in (double width,
                         guint  parallel)
{
  return MIN (WAY_LOOP_REACH * (1 + parallel), width / 2 * (1 - pow (0.5, 1 + parallel)));
}

/* Room above a node for its loops, and beside it. The label of the last one ends where the loop does, but leaves free the middle, where
 * lines come from above; those of the ones below it begin where they do, so that the loops around them have them within. */
static void
make_room_for_loops (WayLayered *self)
{
  g_autofree guint *n_loops = g_new0 (guint, MAX (self->n_nodes, 1));
  g_autofree double *reach = g_new0 (double, MAX (self->n_nodes, 1));

  for (guint i = 0; i < self->n_links; i++)
    n_loops[self->links[i].from] += self->links[i].from == self->links[i].to;
  for (guint i = 0; i < self->n_links; i++)
    {
      const WayLayeredLink *link = &self->links[i];
      WayTrail *trail = &self->trails[i];
      WayVertex *vertex;
      const WayLayeredNode *node;
      double above;

      if (link->from != link->to)
        continue;
      vertex = way_layered_vertex (self, link->from);
      node = &self->nodes[link->from];
      above = vertex->up - node->height / 2;
      trail->out = MAX (WAY_LOOP_REACH + WAY_PORT_GAP * trail->parallel, reach[link->from] + WAY_PORT_GAP);
      trail->label_out = trail->parallel + 1 == n_loops[link->from] ? MAX (trail->out, link->label_width - node->width / 2 + WAY_PORT_GAP)
                         : link->label_width - way_layered_get_loop_in (node->width, trail->parallel);
      trail->rise = above + (above > 0 ? WAY_PORT_GAP : WAY_LOOP_REACH);
      reach[link->from] = MAX (trail->out, trail->label_out);
      vertex->up = node->height / 2 + trail->rise + (link->label_width > 0 && link->label_height > 0 ? link->label_height + 1 : 0);
      vertex->width = MAX (vertex->width, MAX (node->width + 2 * reach[link->from], 2 * (link->label_width - trail->label_out) - node->width));
    }
}

static guint
hash_ends (gconstpointer key)
{
  const WayLayeredLink *link = key;

  return link->from * 31337u + link->to;
}

static gboolean
same_ends (gconstpointer a,
           gconstpointer b)
{
  const WayLayeredLink *one = a, *two = b;

  return one->from == two->from && one->to == two->to;
}

static void
count_parallel (WayLayered *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (hash_ends, same_ends);

  for (guint i = 0; i < self->n_links; i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, &self->links[i]));

      self->trails[i].parallel = n;
      self->trails[i].tag = WAY_NONE;
      g_hash_table_insert (seen, (gpointer) &self->links[i], GUINT_TO_POINTER (n + 1));
    }
}

static void
add_nodes (WayLayered *self)
{
  for (guint i = 0; i < self->n_nodes; i++)
    {
      const WayLayeredNode *node = &self->nodes[i];
      WayVertex vertex = { .kind = WAY_VERTEX_NODE, .lane = node->lane, .of = i, .width = node->width, .up = node->height / 2,
                           .down = node->height / 2, .kept = node->has_place, .was_y = node->was_y };

      g_array_append_val (self->vertices, vertex);
    }
}

static void
forget_work (WayLayered *self)
{
  g_clear_pointer (&self->trails, g_free);
  g_clear_pointer (&self->vertices, g_array_unref);
  g_clear_pointer (&self->path, g_array_unref);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_clear_pointer (&self->layer_columns, g_free);
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->layer_starts, g_free);
  g_clear_pointer (&self->left_starts, g_free);
  g_clear_pointer (&self->left_pieces, g_free);
  g_clear_pointer (&self->right_starts, g_free);
  g_clear_pointer (&self->right_pieces, g_free);
  g_clear_pointer (&self->layer_x, g_free);
  g_clear_pointer (&self->layer_widths, g_free);
  self->nodes = NULL;
  self->links = NULL;
  self->before = NULL;
}

/**
 * way_layered_new:
 * @nodes: (array length=n_nodes): the boxes
 * @n_nodes: how many
 * @links: (array length=n_links): the lines between them
 * @n_links: how many
 * @n_lanes: how many lanes there are; each box is in one of them
 * @options: (nullable): distances, or %NULL for the usual ones
 *
 * Lays boxes out in columns from left to right, each in its lane, and draws lines between them. The same input gives the same layout. Where
 * boxes have places from before, they stay near them.
 *
 * Returns: (transfer full): the layout, which starts at (0, 0)
 */
WayLayered *
way_layered_new (const WayLayeredNode    *nodes,
                 guint                    n_nodes,
                 const WayLayeredLink    *links,
                 guint                    n_links,
                 guint                    n_lanes,
                 const WayLayeredOptions *options)
{
  WayLayered *self;

  g_return_val_if_fail (nodes || n_nodes == 0, NULL);
  g_return_val_if_fail (links || n_links == 0, NULL);
  for (guint i = 0; i < n_nodes; i++)
    g_return_val_if_fail (nodes[i].lane < n_lanes, NULL);
  for (guint i = 0; i < n_links; i++)
    g_return_val_if_fail (links[i].from < n_nodes && links[i].to < n_nodes, NULL);

  self = g_new0 (WayLayered, 1);
  self->nodes = nodes;
  self->n_nodes = n_nodes;
  self->links = links;
  self->n_links = n_links;
  self->n_lanes = n_lanes;
  self->options = options ? *options : usual;
  self->before = self->options.before;
  self->options.before = NULL;
  self->columns = g_new0 (guint, n_nodes + 1);
  self->trails = g_new0 (WayTrail, n_links + 1);
  self->vertices = g_array_sized_new (FALSE, FALSE, sizeof (WayVertex), n_nodes + n_links);
  self->path = g_array_new (FALSE, FALSE, sizeof (guint));
  self->pieces = g_array_new (FALSE, FALSE, sizeof (WayPiece));
  self->points = g_array_new (FALSE, FALSE, sizeof (WayPoint));
  self->line_starts = g_new0 (guint, n_links + 1);
  self->rects = g_new0 (WayRect, n_nodes + 1);
  self->labels = g_new0 (WayRect, n_links + 1);
  self->lane_y = g_new0 (double, n_lanes + 1);
  self->lane_heights = g_new0 (double, n_lanes + 1);
  count_parallel (self);
  add_nodes (self);
  make_room_for_loops (self);
  if (!way_layered_take_columns (self))
    way_layered_find_columns (self);
  way_layered_note_columns (self);
  way_layered_find_paths (self);
  self->layer_x = g_new0 (double, self->n_layers + 1);
  self->layer_widths = g_new0 (double, self->n_layers + 1);
  self->column_x = g_new0 (double, self->n_columns + 1);
  self->column_widths = g_new0 (double, self->n_columns + 1);
  way_layered_find_places (self);
  way_layered_find_order (self);
  way_layered_find_ports (self);
  way_layered_find_main (self);
  way_layered_find_rows (self);
  way_layered_route (self);
  forget_work (self);
  return self;
}

void
way_layered_free (WayLayered *self)
{
  forget_work (self);
  g_clear_pointer (&self->found, way_found_free);
  g_free (self->columns);
  g_array_unref (self->points);
  g_free (self->line_starts);
  g_free (self->rects);
  g_free (self->labels);
  g_free (self->lane_y);
  g_free (self->lane_heights);
  g_free (self->column_x);
  g_free (self->column_widths);
  g_free (self);
}

/** way_layered_get_width: Returns: how wide everything is together. */
double
way_layered_get_width (WayLayered *self)
{
  return self->width;
}

/** way_layered_get_height: Returns: how high all lanes are together. */
double
way_layered_get_height (WayLayered *self)
{
  return self->height;
}

/**
 * way_layered_get_node:
 * @self: a layout
 * @node: a number
 *
 * Returns: (transfer none): where a box is
 */
const WayRect *
way_layered_get_node (WayLayered *self,
                      guint       node)
{
  g_return_val_if_fail (node < self->n_nodes, NULL);
  return &self->rects[node];
}

/**
 * way_layered_get_column:
 * @self: a layout
 * @node: a number
 *
 * Returns: the column of a box, from 0
 */
guint
way_layered_get_column (WayLayered *self,
                        guint       node)
{
  g_return_val_if_fail (node < self->n_nodes, 0);
  return self->columns[node];
}

/** way_layered_get_n_columns: Returns: how many columns there are, those without boxes included. */
guint
way_layered_get_n_columns (WayLayered *self)
{
  return self->n_columns;
}

/**
 * way_layered_get_column_span:
 * @self: a layout
 * @column: its number
 * @x: (out): where it begins
 * @width: (out): how wide its widest box is
 */
void
way_layered_get_column_span (WayLayered *self,
                             guint       column,
                             double     *x,
                             double     *width)
{
  g_return_if_fail (column < self->n_columns);
  *x = self->column_x[column];
  *width = self->column_widths[column];
}

/**
 * way_layered_get_lane_span:
 * @self: a layout
 * @lane: its number
 * @y: (out): where it begins
 * @height: (out): how high it is
 */
void
way_layered_get_lane_span (WayLayered *self,
                           guint       lane,
                           double     *y,
                           double     *height)
{
  g_return_if_fail (lane < self->n_lanes);
  *y = self->lane_y[lane];
  *height = self->lane_heights[lane];
}

/**
 * way_layered_get_line:
 * @self: a layout
 * @link: a number
 * @n_points: (out): how many
 *
 * Gets the corners of a line, from the border of the box that it leaves to that of the box at its arrow. Its parts are level or upright.
 *
 * Returns: (transfer none) (array length=n_points): the points
 */
const WayPoint *
way_layered_get_line (WayLayered *self,
                      guint       link,
                      guint      *n_points)
{
  g_return_val_if_fail (link < self->n_links, NULL);
  *n_points = self->line_starts[link + 1] - self->line_starts[link];
  return &g_array_index (self->points, WayPoint, self->line_starts[link]);
}

/**
 * way_layered_keep_node:
 * @self: the layout before
 * @node: the number that a box has in it
 * @next: the same box, for the next layout
 *
 * Sets the place of a box, so that the next layout keeps near it.
 */
void
way_layered_keep_node (WayLayered     *self,
                       guint           node,
                       WayLayeredNode *next)
{
  g_return_if_fail (node < self->n_nodes);
  next->has_place = TRUE;
  next->was_column = self->columns[node];
  next->was_x = self->rects[node].x + self->rects[node].width / 2;
  next->was_y = self->rects[node].y + self->rects[node].height / 2;
}

/**
 * way_layered_keep_link:
 * @self: the layout before; it must stay until the next one is made
 * @link: the number that a line has in it
 * @next: the same line, for the next layout
 *
 * Sets the way of a line, so that it and the boxes beside it keep near it.
 */
void
way_layered_keep_link (WayLayered     *self,
                       guint           link,
                       WayLayeredLink *next)
{
  g_return_if_fail (link < self->n_links);
  next->was = way_layered_get_line (self, link, &next->n_was);
  next->was_label_x = self->labels[link].x + self->labels[link].width / 2;
  next->was_label_y = self->labels[link].y + self->labels[link].height / 2;
}

/**
 * way_layered_get_label:
 * @self: a layout
 * @link: a number
 *
 * Returns: (transfer none): where the label of a link is; empty when it has none
 */
const WayRect *
way_layered_get_label (WayLayered *self,
                       guint       link)
{
  g_return_val_if_fail (link < self->n_links, NULL);
  return &self->labels[link];
}
