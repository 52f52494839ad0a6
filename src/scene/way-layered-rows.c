/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Heights. Between two layers as many lines as can be are made straight; what they join is a block, which moves as one. Each block then goes
 * as near as it can to what it is linked to, or to where it was, in a lane that is as high as it must be. */
#include "scene/way-layered-rows.h"

#include <math.h>
#include <string.h>

enum { SETTLINGS = 8 };

static double
gap_between (WayLayered *layered,
             WayVertex  *upper,
             WayVertex  *lower)
{
  if (upper->kind == WAY_VERTEX_NODE && lower->kind == WAY_VERTEX_NODE)
    return layered->options.node_gap;
  if (upper->kind == WAY_VERTEX_NODE && lower->kind == WAY_VERTEX_TAG)
    return WAY_TAG_GAP;
  /* One line fits between two boxes, and need not push them apart. */
  if (upper->kind == WAY_VERTEX_NODE || lower->kind == WAY_VERTEX_NODE)
    return MIN (WAY_LINE_GAP, layered->options.node_gap / 2);
  return WAY_LINE_GAP;
}

static double
distance (WayRows *self,
          guint    upper,
          guint    lower)
{
  WayVertex *one = way_layered_vertex (self->layered, upper), *two = way_layered_vertex (self->layered, lower);

  return one->down + gap_between (self->layered, one, two) + two->up;
}

static void
make_blocks (WayRows *self)
{
  WayLayered *layered = self->layered;
  guint n = 0;

  for (guint i = 0; i < layered->layer_starts[layered->n_layers]; i++)
    {
      guint vertex = layered->order[i];
      WayBlock block = { .first = n };
      double shift = 0;

      if (self->follows[vertex])
        continue;
      for (;;)
        {
          WayPiece *piece;

          self->members[n++] = vertex;
          self->block[vertex] = self->blocks->len;
          self->shift[vertex] = shift;
          block.waits += self->above[vertex] != WAY_NONE;
          if (self->straight[vertex] == WAY_NONE)
            break;
          piece = way_layered_piece (layered, self->straight[vertex]);
          shift += piece->left_offset - piece->right_offset;
          vertex = piece->right;
        }
      block.n = n - block.first;
      g_array_append_val (self->blocks, block);
    }
}

static void
find_neighbours (WayRows *self)
{
  WayLayered *layered = self->layered;

  for (guint layer = 0; layer < layered->n_layers; layer++)
    for (guint i = layered->layer_starts[layer]; i + 1 < layered->layer_starts[layer + 1]; i++)
      {
        guint upper = layered->order[i], lower = layered->order[i + 1];

        if (way_layered_vertex (layered, upper)->lane == way_layered_vertex (layered, lower)->lane)
          {
            self->below[upper] = lower;
            self->above[lower] = upper;
            self->gaps[lower] = distance (self, upper, lower);
          }
      }
}

/* The range in which a block may move, while all others stay. */
static void
find_range (WayRows  *self,
            WayBlock *block,
            double   *low,
            double   *high)
{
  *low = -G_MAXDOUBLE;
  *high = G_MAXDOUBLE;
  for (guint i = block->first; i < block->first + block->n; i++)
    {
      guint member = self->members[i];
      WayVertex *vertex = way_layered_vertex (self->layered, member);
      double top = vertex->up, bottom = self->heights[vertex->lane] - vertex->down;

      if (self->above[member] != WAY_NONE)
        top = way_rows_y_of (self, self->above[member]) + self->gaps[member];
      if (self->below[member] != WAY_NONE)
        bottom = way_rows_y_of (self, self->below[member]) - self->gaps[self->below[member]];
      *low = MAX (*low, top - self->shift[member]);
      *high = MIN (*high, bottom - self->shift[member]);
    }
}

/* Puts every block as high as it can be, and finds how high lanes must be. */
static void
stack (WayRows *self)
{
  guint n = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    if (g_array_index (self->blocks, WayBlock, i).waits == 0)
      self->sorted[n++] = i;
  for (guint i = 0; i < n; i++)
    {
      WayBlock *block = &g_array_index (self->blocks, WayBlock, self->sorted[i]);

      block->y = -G_MAXDOUBLE;
      for (guint j = block->first; j < block->first + block->n; j++)
        {
          guint member = self->members[j], above = self->above[member];
          double top = way_layered_vertex (self->layered, member)->up;

          if (above != WAY_NONE)
            top = MAX (top, way_rows_y_of (self, above) + self->gaps[member]);
          block->y = MAX (block->y, top - self->shift[member]);
          if (self->below[member] != WAY_NONE && --way_rows_block_of (self, self->below[member])->waits == 0)
            self->sorted[n++] = self->block[self->below[member]];
        }
      for (guint j = block->first; j < block->first + block->n; j++)
        {
          WayVertex *vertex = way_layered_vertex (self->layered, self->members[j]);

          self->heights[vertex->lane] = MAX (self->heights[vertex->lane], way_rows_y_of (self, self->members[j]) + vertex->down);
        }
    }
  g_assert (n == self->blocks->len);
}

/* The block with most boxes of a lane is its main row, to which go those that nothing draws elsewhere. */
static void
find_main_rows (WayRows *self)
{
  g_autofree guint *most = g_new0 (guint, self->layered->n_lanes + 1);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      WayBlock *block = &g_array_index (self->blocks, WayBlock, i);
      guint lane = way_layered_vertex (self->layered, self->members[block->first])->lane, n_boxes = 0;

      for (guint j = block->first; j < block->first + block->n; j++)
        n_boxes += way_layered_vertex (self->layered, self->members[j])->kind == WAY_VERTEX_NODE;
      if (n_boxes > most[lane])
        self->rows[lane] = i;
      most[lane] = MAX (most[lane], n_boxes);
    }
}

static double
main_row (WayRows *self,
          guint    lane)
{
  return self->rows[lane] == WAY_NONE ? self->heights[lane] / 2 : g_array_index (self->blocks, WayBlock, self->rows[lane]).y;
}

/* Whatever stands by a block that moved is to be looked at again: what is next to it, what a line joins to it, and where it is a main row what
 * nothing else draws anywhere. */
static void
tell_moved (WayRows *self,
            guint    number)
{
  const WayBlock *block = &g_array_index (self->blocks, WayBlock, number);
  guint lane = way_layered_vertex (self->layered, self->members[block->first])->lane;

  for (guint i = block->first; i < block->first + block->n; i++)
    {
      guint above = self->above[self->members[i]], below = self->below[self->members[i]];

      if (above != WAY_NONE)
        self->due[self->block[above]] = TRUE;
      if (below != WAY_NONE)
        self->due[self->block[below]] = TRUE;
    }
  for (guint i = self->pulled_starts[number]; i < self->pulled_starts[number + 1]; i++)
    self->due[self->pulled[i]] = TRUE;
  for (guint i = 0; self->rows[lane] == number && i < self->blocks->len; i++)
    self->due[i] |= g_array_index (self->blocks, WayBlock, i).n_pulls == 0;
}

/* Gives whether anything moved. */
static gboolean
settle (WayRows *self,
        gboolean upwards,
        gboolean keeping)
{
  guint n = self->blocks->len;
  gboolean moved = FALSE;

  for (guint i = 0; i < n; i++)
    {
      guint number = self->sorted[upwards ? n - 1 - i : i], lane;
      WayBlock *block = &g_array_index (self->blocks, WayBlock, number);
      double low, high, y;

      if (!self->due[number])
        continue;
      self->due[number] = FALSE;
      lane = way_layered_vertex (self->layered, self->members[block->first])->lane;
      y = block->kept && keeping ? block->wanted : way_rows_find_wish (self, block, main_row (self, lane));
      find_range (self, block, &low, &high);
      y = MAX (low, MIN (y, high));
      if (y == block->y)
        continue;
      block->y = y;
      tell_moved (self, number);
      moved = TRUE;
    }
  return moved;
}

/* Downwards and upwards in turn, until nothing moves, or it is enough. */
static void
settle_all (WayRows *self,
            gboolean keeping)
{
  gboolean moved = TRUE;

  memset (self->due, TRUE, self->blocks->len);
  for (guint round = 0; round < SETTLINGS && moved; round++)
    moved = settle (self, round % 2 == 0, keeping);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

static double
middle_of (GArray *numbers)
{
  g_array_sort (numbers, compare_doubles);
  return g_array_index (numbers, double, numbers->len / 2);
}

/* Puts blocks where they were, or below those that come before them; and up again where the lane ends. */
static void
put_back (WayRows *self)
{
  guint n = self->blocks->len;
  double low, high;

  for (guint i = 0; i < n; i++)
    {
      WayBlock *block = &g_array_index (self->blocks, WayBlock, self->sorted[i]);

      find_range (self, block, &low, &high);
      block->y = block->kept ? MAX (low, block->wanted) : low;
    }
  for (guint i = n; i-- > 0;)
    {
      WayBlock *block = &g_array_index (self->blocks, WayBlock, self->sorted[i]);

      find_range (self, block, &low, &high);
      block->y = MIN (block->y, high);
    }
}

/* Moves blocks to where their boxes were, as far as there is room; `lane_offsets` is how far each lane as a whole moved. */
static void
return_to_places (WayRows *self)
{
  WayLayered *layered = self->layered;
  g_autofree double *offsets = g_new0 (double, layered->n_lanes + 1);
  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < layered->n_lanes; i++)
    g_ptr_array_add (moved, g_array_new (FALSE, FALSE, sizeof (double)));
  for (guint i = 0; i < layered->n_nodes; i++)
    if (layered->nodes[i].has_place)
      {
        double by = layered->nodes[i].was_y - way_rows_y_of (self, i);

        g_array_append_val (moved->pdata[layered->nodes[i].lane], by);
      }
  for (guint i = 0; i < layered->n_lanes; i++)
    if (((GArray *) moved->pdata[i])->len > 0)
      offsets[i] = middle_of (moved->pdata[i]);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      WayBlock *block = &g_array_index (self->blocks, WayBlock, i);

      g_array_set_size (wanted, 0);
      for (guint j = block->first; j < block->first + block->n; j++)
        {
          guint member = self->members[j];
          WayVertex *vertex = way_layered_vertex (layered, member);

          if (vertex->kept)
            {
              double y = vertex->was_y - offsets[vertex->lane] - self->shift[member];

              g_array_append_val (wanted, y);
            }
        }
      block->kept = wanted->len > 0;
      if (block->kept)
        block->wanted = middle_of (wanted);
    }
  put_back (self);
  settle_all (self, TRUE);
}

static void
place_lanes (WayRows *self)
{
  WayLayered *layered = self->layered;
  double y = 0;

  for (guint i = 0; i < layered->n_lanes; i++)
    {
      layered->lane_y[i] = y;
      layered->lane_heights[i] = MAX (layered->options.min_lane_height, self->heights[i] + 2 * layered->options.lane_inset);
      y += layered->lane_heights[i] + layered->options.lane_gap;
    }
  layered->height = layered->n_lanes > 0 ? y - layered->options.lane_gap : 0;
  for (guint i = 0; i < layered->layer_starts[layered->n_layers]; i++)
    {
      WayVertex *vertex = way_layered_vertex (layered, layered->order[i]);

      vertex->y = layered->lane_y[vertex->lane] + (layered->lane_heights[vertex->lane] - self->heights[vertex->lane]) / 2
                  + way_rows_y_of (self, layered->order[i]);
    }
}

/* Sets the y of all vertices, and the lanes. */
void
way_layered_find_rows (WayLayered *layered)
{
  guint n = layered->vertices->len;
  WayRows self = { .layered = layered,
                   .straight = g_new (guint, n + 1), .follows = g_new0 (gboolean, n + 1), .above = g_new (guint, n + 1),
                   .below = g_new (guint, n + 1), .gaps = g_new0 (double, n + 1), .block = g_new0 (guint, n + 1), .shift = g_new0 (double, n + 1),
                   .members = g_new (guint, n + 1), .blocks = g_array_new (FALSE, FALSE, sizeof (WayBlock)),
                   .pulls = g_array_new (FALSE, FALSE, sizeof (WayPull)),
                   .sorted = g_new (guint, n + 1), .heights = g_new0 (double, layered->n_lanes + 1), .rows = g_new (guint, layered->n_lanes + 1),
                   .wishes = g_array_new (FALSE, FALSE, sizeof (WayWish)) };
  gboolean keep = FALSE;

  self.due = g_new (guint8, n + 1);
  memset (self.straight, 0xff, sizeof (guint) * n);
  memset (self.above, 0xff, sizeof (guint) * n);
  memset (self.below, 0xff, sizeof (guint) * n);
  way_layered_match (layered, self.straight, self.follows);
  find_neighbours (&self);
  make_blocks (&self);
  way_rows_list_pulls (&self);
  stack (&self);
  memset (self.rows, 0xff, sizeof (guint) * (layered->n_lanes + 1));
  find_main_rows (&self);
  settle_all (&self, FALSE);
  for (guint i = 0; i < layered->n_nodes && !keep; i++)
    keep = layered->nodes[i].has_place;
  if (keep)
    return_to_places (&self);
  place_lanes (&self);
  g_free (self.straight);
  g_free (self.follows);
  g_free (self.above);
  g_free (self.below);
  g_free (self.gaps);
  g_free (self.block);
  g_free (self.shift);
  g_free (self.members);
  g_array_unref (self.blocks);
  g_array_unref (self.pulls);
  g_free (self.pulled_starts);
  g_free (self.pulled);
  g_free (self.due);
  g_free (self.sorted);
  g_free (self.heights);
  g_free (self.rows);
  g_array_unref (self.wishes);
}
