/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where on the sides of boxes the lines begin and end. Flow shares the middle of a side; weak links, and further links between the same two
 * boxes, have places of their own above or below it, in the order of where they go. */
#include "scene/way-layered-private.h"

typedef struct
{
  guint piece;
  gboolean weak, contrary;    /* contrary: leaves on the left, or comes in on the right */
  gboolean beside;            /* goes all the way beside another link between the same boxes */
  guint parallel;
  double towards;             /* of all lines of its port, where they go: greater is further down */
} WayPort;

/* Where a piece leads from a vertex; beyond the turn when there is one. */
guint
way_layered_other_vertex (WayLayered *layered,
                          WayPiece   *piece,
                          guint       vertex)
{
  WayTrail *trail = &layered->trails[piece->link];
  guint other = piece->left == vertex ? piece->right : piece->left;
  const guint *path = &g_array_index (layered->path, guint, trail->first);

  if (way_layered_vertex (layered, other)->kind != WAY_VERTEX_TURN)
    return other;
  return path[1] == other && path[0] == vertex ? path[2] : path[trail->n - 3];
}

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const WayPort *one = a, *two = b;

  if (one->weak != two->weak)
    return one->weak ? 1 : -1;
  if (one->contrary != two->contrary)
    return one->contrary ? 1 : -1;
  return one->parallel < two->parallel ? -1 : one->parallel > two->parallel;
}

static int
compare_towards (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const WayPort *one = a, *two = b;

  if (one->towards != two->towards)
    return one->towards < two->towards ? -1 : 1;
  return compare_groups (a, b, data);
}

/* How many more of the lines beside a box go further down than to a place than further up. */
static int
lean (WayLayered *layered,
      guint       node,
      gboolean    on_left,
      guint       place)
{
  const guint *starts = on_left ? layered->left_starts : layered->right_starts;
  const guint *pieces = on_left ? layered->left_pieces : layered->right_pieces;
  int sum = 0;

  for (guint i = starts[node]; i < starts[node + 1]; i++)
    {
      WayVertex *other = way_layered_vertex (layered, way_layered_other_vertex (layered, way_layered_piece (layered, pieces[i]), node));

      sum += (other->place > place) - (other->place < place);
    }
  return sum;
}

/* Whether further links between the same boxes run above the first, all the way: where fewer other lines are. */
static gboolean
runs_above (WayLayered *layered,
            WayPiece   *piece)
{
  return lean (layered, piece->left, FALSE, way_layered_vertex (layered, piece->right)->place)
           + lean (layered, piece->right, TRUE, way_layered_vertex (layered, piece->left)->place)
         > 0;
}

/* Gives all lines of a port the mean of where they go; those beside another go beside it. */
static void
share (WayLayered *layered,
       WayPort    *ports,
       guint       n)
{
  for (guint first = 0, end; first < n; first = end)
    {
      double sum = 0;

      for (end = first; end < n && compare_groups (&ports[first], &ports[end], NULL) == 0; end++)
        sum += ports[end].towards;
      for (guint i = first; i < end; i++)
        ports[i].towards = sum / (end - first);
    }
  for (guint i = 0; i < n; i++)
    if (ports[i].beside && !ports[i].contrary)
      for (guint j = 0; j < i; j++)
        if (ports[j].weak == ports[i].weak && !ports[j].contrary && ports[j].parallel == 0)
          {
            double by = 0.001 * ports[i].parallel;

            ports[i].towards = ports[j].towards + (runs_above (layered, way_layered_piece (layered, ports[i].piece)) ? -by : by);
            break;
          }
}

static void
place_side (WayLayered  *layered,
            guint        node,
            gboolean     on_left,
            GArray      *list)
{
  const guint *starts = on_left ? layered->left_starts : layered->right_starts;
  const guint *pieces = on_left ? layered->left_pieces : layered->right_pieces;
  WayVertex *vertex = way_layered_vertex (layered, node);
  WayPort main_port, *ports;
  guint n = starts[node + 1] - starts[node], groups = 1, before = 0, at = 0;
  double gap;

  if (n < 2)
    return;
  g_array_set_size (list, n);
  ports = &g_array_index (list, WayPort, 0);
  for (guint i = 0; i < n; i++)
    {
      WayPiece *piece = way_layered_piece (layered, pieces[starts[node] + i]);
      WayVertex *other = way_layered_vertex (layered, way_layered_other_vertex (layered, piece, node));

      ports[i] = (WayPort) { pieces[starts[node] + i], !way_link_flows (&layered->links[piece->link]),
                             on_left == (layered->links[piece->link].from == node),
                             layered->trails[piece->link].n == 2 && layered->trails[piece->link].parallel > 0, layered->trails[piece->link].parallel,
                             other->lane * 1e7 + other->place };
    }
  g_sort_array (ports, n, sizeof (WayPort), compare_groups, NULL);
  share (layered, ports, n);
  main_port = ports[0];
  g_sort_array (ports, n, sizeof (WayPort), compare_towards, NULL);
  for (guint i = 1; i < n; i++)
    groups += compare_groups (&ports[i - 1], &ports[i], NULL) != 0;
  for (guint i = 0; i < n && compare_groups (&ports[i], &main_port, NULL) != 0; i++)
    before += i == 0 || compare_groups (&ports[i - 1], &ports[i], NULL) != 0;
  gap = MIN (WAY_PORT_GAP, layered->nodes[vertex->of].height / (2 * groups));
  for (guint i = 0; i < n; i++)
    {
      WayPiece *piece = way_layered_piece (layered, ports[i].piece);

      if (i > 0 && compare_groups (&ports[i - 1], &ports[i], NULL) != 0)
        at++;
      *(on_left ? &piece->right_offset : &piece->left_offset) = ((double) at - before) * gap;
    }
}

/* Sets the ports of all pieces, from the order. */
void
way_layered_find_ports (WayLayered *layered)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (WayPort));

  for (guint i = 0; i < layered->n_nodes; i++)
    {
      place_side (layered, i, TRUE, list);
      place_side (layered, i, FALSE, list);
    }
}
