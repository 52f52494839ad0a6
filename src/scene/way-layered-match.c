/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lines are straight between two layers: the heaviest set of which no two cross or meet. */
#include "scene/way-layered-private.h"

#include <math.h>
#include <string.h>

enum { LONG_WAY = 9, HUB_WEIGHT = 2 }; /* links; a way that is longer is no more main flow */

typedef struct
{
  guint piece, left, right;
  double weight, total;
  guint before;
} WayMatch;

static int
compare_matches (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const WayMatch *one = a, *two = b;

  if (one->left != two->left)
    return one->left < two->left ? -1 : 1;
  return one->right > two->right ? -1 : one->right < two->right;
}

/* A piece that was straight before stays so, and one that was not does not become it at the cost of a box's place. */
static double
keeping (WayVertex *left,
         WayVertex *right,
         WayPiece  *piece)
{
  if (!left->kept || !right->kept)
    return 1;
  return fabs (left->was_y + piece->left_offset - right->was_y - piece->right_offset) < 0.5 ? 2 : 0.1;
}

/* Whether at least three lines come together here, or part. */
static gboolean
is_hub (WayLayered *layered,
        guint       vertex,
        gboolean    on_left)
{
  const guint *starts = on_left ? layered->left_starts : layered->right_starts;
  const guint *list = on_left ? layered->left_pieces : layered->right_pieces;
  guint others[2], n = 0;

  for (guint i = starts[vertex]; i < starts[vertex + 1]; i++)
    {
      WayPiece *piece = way_layered_piece (layered, list[i]);
      guint other = on_left ? piece->left : piece->right;

      if ((n > 0 && others[0] == other) || (n > 1 && others[1] == other))
        continue;
      if (n == 2)
        return TRUE;
      others[n++] = other;
    }
  return FALSE;
}

/* Of the lines of a hub that to the middle is the one to be straight. */
static double
middleness (WayLayered *layered,
            guint       vertex,
            gboolean    on_left,
            guint       place)
{
  const guint *starts = on_left ? layered->left_starts : layered->right_starts;
  const guint *list = on_left ? layered->left_pieces : layered->right_pieces;
  double sum = 0;
  guint n = starts[vertex + 1] - starts[vertex];

  if (n < 3 || n > 64)
    return 0;
  for (guint i = starts[vertex]; i < starts[vertex + 1]; i++)
    {
      WayPiece *piece = way_layered_piece (layered, list[i]);

      sum += way_layered_vertex (layered, on_left ? piece->left : piece->right)->place;
    }
  return 1.5 / (1 + fabs (sum / n - place));
}

/* What is on a long way along the flow is straight before long lines are that pass by. */
static double
main_weight (WayTrail *trail)
{
  return trail->main > 1 ? (MIN (trail->main, LONG_WAY) - 1) * 1.5 : 0;
}

static void
list_matches (WayLayered *layered,
              guint       layer,
              GArray     *matches)
{
  g_array_set_size (matches, 0);
  for (guint i = layered->layer_starts[layer]; i < layered->layer_starts[layer + 1]; i++)
    for (guint j = layered->right_starts[layered->order[i]]; j < layered->right_starts[layered->order[i] + 1]; j++)
      {
        WayPiece *piece = way_layered_piece (layered, layered->right_pieces[j]);
        WayVertex *left = way_layered_vertex (layered, piece->left), *right = way_layered_vertex (layered, piece->right);
        WayMatch match = { layered->right_pieces[j], left->place, right->place + 1, piece->weight, 0, WAY_NONE };

        if (right->kind == WAY_VERTEX_TURN || left->kind == WAY_VERTEX_TURN || left->lane != right->lane)
          continue;
        /* Where many long lines come together none of them is worth a way out of the way for the others. */
        if ((left->kind == WAY_VERTEX_BEND && is_hub (layered, piece->left, FALSE))
            || (right->kind == WAY_VERTEX_BEND && is_hub (layered, piece->right, TRUE)))
          match.weight = MIN (match.weight, HUB_WEIGHT);
        match.weight += middleness (layered, piece->left, FALSE, right->place) + middleness (layered, piece->right, TRUE, left->place);
        match.weight += main_weight (&layered->trails[piece->link]);
        match.weight *= keeping (left, right, piece);
        g_array_append_val (matches, match);
      }
  g_array_sort_with_data (matches, compare_matches, NULL);
}

/* The heaviest set of pieces between two layers of which no two cross or meet; `best` holds, as a tree over places, the best chain that ends
 * at or above a place. */
static void
match_layer (WayLayered *layered,
             guint       layer,
             GArray     *list,
             guint      *best,
             guint      *straight,
             gboolean   *follows)
{
  guint size = layered->layer_starts[layer + 2] - layered->layer_starts[layer + 1], last = WAY_NONE;
  WayMatch *matches;

  list_matches (layered, layer, list);
  matches = (WayMatch *) (gpointer) list->data;
  memset (best, 0xff, sizeof (guint) * (size + 1));
  for (guint i = 0; i < list->len; i++)
    {
      for (guint at = matches[i].right - 1; at > 0; at -= at & -at)
        if (best[at] != WAY_NONE && (matches[i].before == WAY_NONE || matches[best[at]].total > matches[matches[i].before].total))
          matches[i].before = best[at];
      matches[i].total = matches[i].weight + (matches[i].before == WAY_NONE ? 0 : matches[matches[i].before].total);
      for (guint at = matches[i].right; at <= size; at += at & -at)
        if (best[at] == WAY_NONE || matches[i].total > matches[best[at]].total)
          best[at] = i;
      if (last == WAY_NONE || matches[i].total > matches[last].total)
        last = i;
    }
  for (; last != WAY_NONE; last = matches[last].before)
    {
      WayPiece *piece = way_layered_piece (layered, matches[last].piece);

      straight[piece->left] = matches[last].piece;
      follows[piece->right] = TRUE;
    }
}

/* Finds for each vertex the piece to its right that is straight, or WAY_NONE, and whether a straight piece leads to it. */
void
way_layered_match (WayLayered *layered,
                   guint      *straight,
                   gboolean   *follows)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (WayMatch));
  g_autofree guint *best = g_new (guint, layered->vertices->len + 2);

  for (guint layer = 0; layer + 1 < layered->n_layers; layer++)
    match_layer (layered, layer, list, best, straight, follows);
}
