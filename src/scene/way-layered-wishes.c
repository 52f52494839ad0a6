/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where blocks would stand best for the lines from them. */
#include "scene/way-layered-rows.h"

enum { FEW = 12 };

static int
compare_wishes (gconstpointer a,
                gconstpointer b)
{
  const WayWish *one = a, *two = b;

  return one->y < two->y ? -1 : one->y > two->y;
}

static void
add_pull (WayRows *self,
          guint    member,
          guint    number,
          gboolean on_left)
{
  WayLayered *layered = self->layered;
  WayPiece *piece = way_layered_piece (layered, number);
  WayPull pull = { way_layered_other_vertex (layered, piece, member), on_left ? piece->right_offset : piece->left_offset, self->shift[member],
                   piece->weight };

  if (self->block[pull.other] != self->block[member] && way_layered_vertex (layered, pull.other)->lane == way_layered_vertex (layered, member)->lane)
    g_array_append_val (self->pulls, pull);
}

/* Turns the list round: whom each block pulls. */
static void
list_pulled (WayRows *self)
{
  guint n = self->blocks->len, *at = self->pulled_starts + 1;

  for (guint i = 0; i < self->pulls->len; i++)
    at[self->block[g_array_index (self->pulls, WayPull, i).other] + 1]++;
  for (guint i = 0; i < n; i++)
    at[i + 1] += at[i];
  for (guint i = 0; i < n; i++)
    {
      const WayBlock *block = &g_array_index (self->blocks, WayBlock, i);

      for (guint j = block->first_pull; j < block->first_pull + block->n_pulls; j++)
        self->pulled[at[self->block[g_array_index (self->pulls, WayPull, j).other]]++] = i;
    }
}

/* Lists the lines from each block. */
void
way_rows_list_pulls (WayRows *self)
{
  WayLayered *layered = self->layered;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      WayBlock *block = &g_array_index (self->blocks, WayBlock, i);

      block->first_pull = self->pulls->len;
      for (guint j = block->first; j < block->first + block->n; j++)
        {
          guint member = self->members[j];

          for (guint k = layered->left_starts[member]; k < layered->left_starts[member + 1]; k++)
            add_pull (self, member, layered->left_pieces[k], TRUE);
          for (guint k = layered->right_starts[member]; k < layered->right_starts[member + 1]; k++)
            add_pull (self, member, layered->right_pieces[k], FALSE);
        }
      block->n_pulls = self->pulls->len - block->first_pull;
    }
  self->pulled_starts = g_new0 (guint, self->blocks->len + 2);
  self->pulled = g_new (guint, self->pulls->len + 1);
  list_pulled (self);
}

/* Where each line would have a block, from the top. */
static void
list_wishes (WayRows  *self,
             WayBlock *block)
{
  WayWish *wishes;

  g_array_set_size (self->wishes, block->n_pulls);
  wishes = (WayWish *) (gpointer) self->wishes->data;
  for (guint i = 0; i < block->n_pulls; i++)
    {
      const WayPull *pull = &g_array_index (self->pulls, WayPull, block->first_pull + i);
      WayWish one = { way_rows_y_of (self, pull->other) - pull->offset - pull->shift, pull->weight };
      guint at = i;

      for (; block->n_pulls <= FEW && at > 0 && wishes[at - 1].y > one.y; at--)
        wishes[at] = wishes[at - 1];
      wishes[at] = one;
    }
  if (block->n_pulls > FEW)
    g_array_sort (self->wishes, compare_wishes);
}

/* Where a block would stand best for the lines from it: in their weighted middle. */
double
way_rows_find_wish (WayRows  *self,
                    WayBlock *block,
                    double    otherwise)
{
  double sum = 0, half = 0;

  if (block->n_pulls == 0)
    return otherwise;
  list_wishes (self, block);
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
