/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Heights. Between two layers as many lines as can be are made straight; what they join is a block, which moves as one. Each block then goes
 * as near as it can to what it is linked to, or to where it was, in a lane that is as high as it must be. */
#include "scene/way-layered-private.h"

#include <math.h>
#include <string.h>

enum { SETTLINGS = 8 };

typedef struct
{
  guint first, n;             /* in members */
  guint waits;
  gboolean kept;
  double y, wanted;
} WayBlock;

typedef struct
{
  WayLayered *layered;
  guint *straight;            /* by vertex: the piece to its right that is straight, or WAY_NONE */
  gboolean *follows;          /* by vertex: whether a straight piece leads to it */
  guint *above, *below;       /* by vertex, in its cell */
  guint *block;               /* by vertex */
  double *shift;              /* by vertex: from the y of its block */
  guint *members;
  GArray *blocks;
  guint *sorted;              /* blocks, from top to bottom */
  double *heights;            /* by lane: of what is in it */
  guint *rows;                /* by lane: the block of its main row, or WAY_NONE */
  GArray *wishes;             /* WayWish */
} WayRows;

typedef struct
{
  double y, weight;
} WayWish;

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

static WayBlock *
block_of (WayRows *self,
          guint    vertex)
{
  return &g_array_index (self->blocks, WayBlock, self->block[vertex]);
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
          }
      }
}

static double
y_of (WayRows *self,
      guint    vertex)
{
  return block_of (self, vertex)->y + self->shift[vertex];
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
        top = y_of (self, self->above[member]) + distance (self, self->above[member], member);
      if (self->below[member] != WAY_NONE)
        bottom = y_of (self, self->below[member]) - distance (self, member, self->below[member]);
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
            top = MAX (top, y_of (self, above) + distance (self, above, member));
          block->y = MAX (block->y, top - self->shift[member]);
          if (self->below[member] != WAY_NONE && --block_of (self, self->below[member])->waits == 0)
            self->sorted[n++] = self->block[self->below[member]];
        }
      for (guint j = block->first; j < block->first + block->n; j++)
        {
          WayVertex *vertex = way_layered_vertex (self->layered, self->members[j]);

          self->heights[vertex->lane] = MAX (self->heights[vertex->lane], y_of (self, self->members[j]) + vertex->down);
        }
    }
  g_assert (n == self->blocks->len);
}

static int
compare_wishes (gconstpointer a,
                gconstpointer b)
{
  const WayWish *one = a, *two = b;

  return one->y < two->y ? -1 : one->y > two->y;
}

static void
wish (WayRows *self,
      guint    member,
      guint    number,
      gboolean on_left)
{
  WayLayered *layered = self->layered;
  WayPiece *piece = way_layered_piece (layered, number);
  guint other = way_layered_other_vertex (layered, piece, member);
  double offset = on_left ? piece->right_offset : piece->left_offset;
  WayWish one;

  if (self->block[other] == self->block[member] || way_layered_vertex (layered, other)->lane != way_layered_vertex (layered, member)->lane)
    return;
  one = (WayWish) { y_of (self, other) - offset - self->shift[member], piece->weight };
  g_array_append_val (self->wishes, one);
}

/* Where a block would stand best for the lines from it: in their weighted middle. */
static double
find_wish (WayRows  *self,
           WayBlock *block,
           double    otherwise)
{
  WayLayered *layered = self->layered;
  double sum = 0, half = 0;

  g_array_set_size (self->wishes, 0);
  for (guint i = block->first; i < block->first + block->n; i++)
    {
      guint member = self->members[i];

      for (guint j = layered->left_starts[member]; j < layered->left_starts[member + 1]; j++)
        wish (self, member, layered->left_pieces[j], TRUE);
      for (guint j = layered->right_starts[member]; j < layered->right_starts[member + 1]; j++)
        wish (self, member, layered->right_pieces[j], FALSE);
    }
  if (self->wishes->len == 0)
    return otherwise;
  g_array_sort (self->wishes, compare_wishes);
  for (guint i = 0; i < self->wishes->len; i++)
    half += g_array_index (self->wishes, WayWish, i).weight / 2;
  for (guint i = 0; i < self->wishes->len; i++)
    {
      WayWish *at = &g_array_index (self->wishes, WayWish, i);

      sum += at->weight;
      if (sum == half && i + 1 < self->wishes->len)
        return (at->y + g_array_index (self->wishes, WayWish, i + 1).y) / 2;
      if (sum >= half)
        return at->y;
    }
  return otherwise;
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
      WayBlock *block = &g_array_index (self->blocks, WayBlock, self->sorted[upwards ? n - 1 - i : i]);
      guint lane = way_layered_vertex (self->layered, self->members[block->first])->lane;
      double low, high, y = block->kept && keeping ? block->wanted : find_wish (self, block, main_row (self, lane));

      find_range (self, block, &low, &high);
      y = MAX (low, MIN (y, high));
      moved |= y != block->y;
      block->y = y;
    }
  return moved;
}

/* Downwards and upwards in turn, until nothing moves either way, or it is enough. */
static void
settle_all (WayRows *self,
            gboolean keeping)
{
  guint still = 0;

  for (guint round = 0; round < SETTLINGS && still < 2; round++)
    still = settle (self, round % 2 == 0, keeping) ? 0 : still + 1;
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
        double by = layered->nodes[i].was_y - y_of (self, i);

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
                  + y_of (self, layered->order[i]);
    }
}

/* Sets the y of all vertices, and the lanes. */
void
way_layered_find_rows (WayLayered *layered)
{
  guint n = layered->vertices->len;
  WayRows self = { .layered = layered,
                   .straight = g_new (guint, n + 1), .follows = g_new0 (gboolean, n + 1), .above = g_new (guint, n + 1),
                   .below = g_new (guint, n + 1), .block = g_new0 (guint, n + 1), .shift = g_new0 (double, n + 1),
                   .members = g_new (guint, n + 1), .blocks = g_array_new (FALSE, FALSE, sizeof (WayBlock)),
                   .sorted = g_new (guint, n + 1), .heights = g_new0 (double, layered->n_lanes + 1), .rows = g_new (guint, layered->n_lanes + 1),
                   .wishes = g_array_new (FALSE, FALSE, sizeof (WayWish)) };
  gboolean keep = FALSE;

  memset (self.straight, 0xff, sizeof (guint) * n);
  memset (self.above, 0xff, sizeof (guint) * n);
  memset (self.below, 0xff, sizeof (guint) * n);
  way_layered_match (layered, self.straight, self.follows);
  find_neighbours (&self);
  make_blocks (&self);
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
  g_free (self.block);
  g_free (self.shift);
  g_free (self.members);
  g_array_unref (self.blocks);
  g_free (self.sorted);
  g_free (self.heights);
  g_free (self.rows);
  g_array_unref (self.wishes);
}
