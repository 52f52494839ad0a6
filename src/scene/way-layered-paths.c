/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layers, and the path of each link through them: a bend in every layer that it passes, its label in a layer of its own between two
 * columns, and a turn where it goes round the side of a column. */
#include "scene/way-layered-private.h"

typedef struct
{
  WayLayered *layered;
  guint *column_layers;       /* of each column, or WAY_NONE for an empty one */
  guint8 *labelled;           /* whether there are labels before a column, by column */
  guint *by_lane;             /* nodes by lane and column */
  guint *lane_starts;         /* in by_lane; one more than lanes */
  guint *leaving, *entering;  /* how many lines share a port, by twice the node; weak ones one further */
  GHashTable *shared;         /* of WayShare, to the vertex */
} WayPaths;

/* A bend that all lines of a port share, as far as they go the same way. */
typedef struct
{
  guint port, layer, lane;
} WayShare;

static guint
hash_share (gconstpointer key)
{
  const WayShare *share = key;

  return (share->port * 31337u + share->layer) * 31u + share->lane;
}

static gboolean
equal_shares (gconstpointer a,
              gconstpointer b)
{
  return memcmp (a, b, sizeof (WayShare)) == 0;
}

static guint
add_vertex (WayLayered   *layered,
            WayVertexKind kind,
            guint         layer,
            guint         lane,
            guint         link)
{
  WayVertex vertex = { .kind = kind, .layer = layer, .lane = lane, .of = link, .rank = kind == WAY_VERTEX_TAG ? 3 : 1 };

  if (kind == WAY_VERTEX_LABEL || kind == WAY_VERTEX_TAG)
    {
      vertex.width = layered->links[link].label_width;
      vertex.up = vertex.down = layered->links[link].label_height / 2;
    }
  g_array_append_val (layered->vertices, vertex);
  return layered->vertices->len - 1;
}

static gboolean
has_label (const WayLayeredLink *link)
{
  return link->label_width > 0 && link->label_height > 0;
}

/* Before which column the label of a link stands; WAY_NONE when it needs no layer of its own. */
static guint
label_column (WayLayered *layered,
              guint       number)
{
  const WayLayeredLink *link = &layered->links[number];
  guint from = layered->columns[link->from], to = layered->columns[link->to];

  if (!has_label (link))
    return WAY_NONE;
  switch (layered->trails[number].goes)
    {
    case WAY_GOES_FORWARD:
      return from + 1;
    case WAY_GOES_BACK:
      return from;
    case WAY_GOES_LEFT:
      return to + 1;
    case WAY_GOES_BESIDE:
      return from;
    default:
      return WAY_NONE;
    }
}

static guint
next_used (WayPaths *self,
           guint     column)
{
  while (self->column_layers[column] == WAY_NONE)
    column++;
  return column;
}

static void
find_layers (WayPaths *self)
{
  WayLayered *layered = self->layered;
  guint n_layers = 1;

  self->column_layers = g_new (guint, layered->n_columns + 2);
  self->labelled = g_new0 (guint8, layered->n_columns + 2);
  for (guint i = 0; i < layered->n_columns + 2; i++)
    self->column_layers[i] = WAY_NONE;
  for (guint i = 0; i < layered->n_nodes; i++)
    self->column_layers[layered->columns[i]] = 0;
  for (guint i = 0; i < layered->n_links; i++)
    if (label_column (layered, i) != WAY_NONE)
      self->labelled[next_used (self, label_column (layered, i))] = 1;
  layered->layer_columns = g_new (guint, 2 * layered->n_columns + 3);
  layered->layer_columns[0] = WAY_NONE;
  for (guint i = 0; i < layered->n_columns; i++)
    if (self->column_layers[i] != WAY_NONE)
      {
        if (self->labelled[i])
          layered->layer_columns[n_layers++] = WAY_NONE;
        self->column_layers[i] = n_layers;
        layered->layer_columns[n_layers++] = i;
      }
  layered->layer_columns[n_layers++] = WAY_NONE;
  layered->n_layers = n_layers;
}

static int
compare_in_lane (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  WayLayered *layered = data;
  guint one = *(const guint *) a, two = *(const guint *) b;

  if (layered->nodes[one].lane != layered->nodes[two].lane)
    return layered->nodes[one].lane < layered->nodes[two].lane ? -1 : 1;
  return layered->columns[one] < layered->columns[two] ? -1 : layered->columns[one] > layered->columns[two];
}

static void
sort_by_lane (WayPaths *self)
{
  WayLayered *layered = self->layered;

  self->by_lane = g_new (guint, layered->n_nodes + 1);
  self->lane_starts = g_new0 (guint, layered->n_lanes + 2);
  for (guint i = 0; i < layered->n_nodes; i++)
    {
      self->by_lane[i] = i;
      self->lane_starts[layered->nodes[i].lane + 1]++;
    }
  for (guint i = 0; i < layered->n_lanes; i++)
    self->lane_starts[i + 1] += self->lane_starts[i];
  g_sort_array (self->by_lane, layered->n_nodes, sizeof (guint), compare_in_lane, layered);
}

/* How many nodes of a lane stand before a column. */
static guint
count_before (WayPaths *self,
              guint     lane,
              guint     column)
{
  guint low = self->lane_starts[lane], high = self->lane_starts[lane + 1];

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->layered->columns[self->by_lane[middle]] < column)
        low = middle + 1;
      else
        high = middle;
    }
  return low - self->lane_starts[lane];
}

/* In which lane a link passes the columns from `first` up to before `end`: that of its end with fewer nodes in the way. */
static guint
choose_lane (WayPaths             *self,
             const WayLayeredLink *link,
             guint                 first,
             guint                 end)
{
  guint from = self->layered->nodes[link->from].lane, to = self->layered->nodes[link->to].lane;
  guint in_from, in_to;

  if (from == to || first >= end)
    return from;
  in_from = count_before (self, from, end) - count_before (self, from, first);
  in_to = count_before (self, to, end) - count_before (self, to, first);
  return in_to < in_from ? to : from;
}

static void
step (WayPaths *self,
      guint     vertex)
{
  g_array_append_val (self->layered->path, vertex);
}

/* How many lines there are at each port. */
static void
count_ports (WayPaths *self)
{
  WayLayered *layered = self->layered;

  self->leaving = g_new0 (guint, 2 * layered->n_nodes + 1);
  self->entering = g_new0 (guint, 2 * layered->n_nodes + 1);
  self->shared = g_hash_table_new_full (hash_share, equal_shares, g_free, NULL);
  for (guint i = 0; i < layered->n_links; i++)
    if (layered->trails[i].goes == WAY_GOES_FORWARD && layered->trails[i].parallel == 0)
      {
        guint weak = !way_link_flows (&layered->links[i]);

        self->leaving[2 * layered->links[i].from + weak]++;
        self->entering[2 * layered->links[i].to + weak]++;
      }
}

/* A bend on the way of a link, which it may share with the lines from the same port, or with those to the same. */
static guint
bend (WayPaths *self,
      guint     number,
      guint     layer,
      guint     lane)
{
  WayLayered *layered = self->layered;
  const WayLayeredLink *link = &layered->links[number];
  guint weak = !way_link_flows (link), leaving = self->leaving[2 * link->from + weak], entering = self->entering[2 * link->to + weak];
  gboolean labelled = layered->trails[number].tag != WAY_NONE;
  WayShare share = { 2 * link->from + weak, layer, lane };
  gpointer found;
  guint vertex;

  if (layered->trails[number].goes != WAY_GOES_FORWARD || layered->trails[number].parallel > 0 || MAX (labelled ? 0 : leaving, entering) < 2)
    return add_vertex (layered, WAY_VERTEX_BEND, layer, lane, number);
  if (labelled || entering > leaving)
    share.port = 2 * (layered->n_nodes + link->to) + weak;
  if (g_hash_table_lookup_extended (self->shared, &share, NULL, &found))
    return GPOINTER_TO_UINT (found);
  vertex = add_vertex (layered, WAY_VERTEX_BEND, layer, lane, number);
  g_hash_table_insert (self->shared, g_memdup2 (&share, sizeof share), GUINT_TO_POINTER (vertex));
  return vertex;
}

/* Bends from a layer to another, both included; the label where it belongs. */
static void
pass (WayPaths *self,
      guint     link,
      guint     lane,
      guint     first,
      guint     last)
{
  WayLayered *layered = self->layered;
  guint label = label_column (layered, link);
  guint layer = label == WAY_NONE ? WAY_NONE : self->column_layers[next_used (self, label)] - 1;

  for (guint at = first;; at += first <= last ? 1 : -1)
    {
      if (at == layer)
        layered->trails[link].tag = add_vertex (layered, WAY_VERTEX_LABEL, at, lane, link);
      step (self, at == layer ? layered->trails[link].tag : bend (self, link, at, lane));
      if (at == last)
        break;
    }
}

/* Around on the left of a column; past the label when there is one. */
static void
go_beside (WayPaths *self,
           guint     number,
           guint     layer)
{
  WayLayered *layered = self->layered;
  const WayLayeredLink *link = &layered->links[number];

  if (has_label (link))
    {
      step (self, add_vertex (layered, WAY_VERTEX_BEND, layer - 1, layered->nodes[link->from].lane, number));
      step (self, add_vertex (layered, WAY_VERTEX_TURN, layer - 2, layered->nodes[link->from].lane, number));
      layered->trails[number].tag = add_vertex (layered, WAY_VERTEX_LABEL, layer - 1, layered->nodes[link->to].lane, number);
      step (self, layered->trails[number].tag);
    }
  else
    step (self, add_vertex (layered, WAY_VERTEX_TURN, layer - 1, layered->nodes[link->from].lane, number));
}

static void
go (WayPaths *self,
    guint     number)
{
  WayLayered *layered = self->layered;
  const WayLayeredLink *link = &layered->links[number];
  guint from = layered->columns[link->from], to = layered->columns[link->to];
  guint start = self->column_layers[from], end = self->column_layers[to], lane;
  guint upper = layered->nodes[link->from].lane <= layered->nodes[link->to].lane ? link->from : link->to;

  switch (layered->trails[number].goes)
    {
    case WAY_GOES_FORWARD:
      if (start + 1 < end)
        pass (self, number, choose_lane (self, link, from + 1, to), start + 1, end - 1);
      break;
    case WAY_GOES_LEFT:
      if (end + 1 < start)
        pass (self, number, choose_lane (self, link, to + 1, from), start - 1, end + 1);
      break;
    case WAY_GOES_BACK:
      lane = choose_lane (self, link, to, from + 1);
      step (self, add_vertex (layered, WAY_VERTEX_TURN, start + 1, layered->nodes[link->from].lane, number));
      pass (self, number, lane, start, end);
      step (self, add_vertex (layered, WAY_VERTEX_TURN, end - 1, layered->nodes[link->to].lane, number));
      break;
    case WAY_GOES_BESIDE:
      go_beside (self, number, start);
      break;
    case WAY_GOES_STRAIGHT:
      if (has_label (link))
        layered->trails[number].tag = add_vertex (layered, WAY_VERTEX_TAG, start, layered->nodes[upper].lane, number);
      break;
    case WAY_GOES_ROUND:
      break;
    }
}

static gboolean
passes (WayVertex *vertex)
{
  return vertex->kind == WAY_VERTEX_BEND || vertex->kind == WAY_VERTEX_LABEL;
}

static void
add_pieces (WayLayered *layered,
            guint       number)
{
  WayTrail *trail = &layered->trails[number];
  const guint *path = &g_array_index (layered->path, guint, trail->first);

  trail->first_piece = layered->pieces->len;
  for (guint i = 0; i + 1 < trail->n; i++)
    {
      WayVertex *one = way_layered_vertex (layered, path[i]), *two = way_layered_vertex (layered, path[i + 1]);
      gboolean rightward = one->layer < two->layer;
      WayPiece piece = { .left = path[i + !rightward], .right = path[i + rightward], .link = number };

      if (passes (one) && passes (two))
        piece.stiffness = 2;
      /* Long lines are kept straight first, then flow. */
      piece.weight = (one->kind != WAY_VERTEX_NODE && two->kind != WAY_VERTEX_NODE ? 8 : one->kind != two->kind ? 3 : 4)
                     * (layered->links[number].weak ? 0.5f : 1);
      g_array_append_val (layered->pieces, piece);
    }
}

static void
list_pieces (WayLayered *layered,
             gboolean    by_right,
             guint     **starts,
             guint     **list)
{
  guint n = layered->vertices->len;
  guint *at;

  *starts = g_new0 (guint, n + 2);
  *list = g_new (guint, layered->pieces->len + 1);
  at = *starts + 1;
  for (guint i = 0; i < layered->pieces->len; i++)
    {
      WayPiece *piece = way_layered_piece (layered, i);

      at[(by_right ? piece->right : piece->left) + 1]++;
    }
  for (guint i = 0; i < n; i++)
    at[i + 1] += at[i];
  for (guint i = 0; i < layered->pieces->len; i++)
    {
      WayPiece *piece = way_layered_piece (layered, i);

      (*list)[at[by_right ? piece->right : piece->left]++] = i;
    }
}

/* Sets layers, vertices, and the paths of links. */
void
way_layered_find_paths (WayLayered *layered)
{
  WayPaths self = { .layered = layered };

  find_layers (&self);
  sort_by_lane (&self);
  count_ports (&self);
  for (guint i = 0; i < layered->n_nodes; i++)
    way_layered_vertex (layered, i)->layer = self.column_layers[layered->columns[i]];
  for (guint i = 0; i < layered->n_links; i++)
    {
      WayTrail *trail = &layered->trails[i];

      trail->first = layered->path->len;
      step (&self, layered->links[i].from);
      go (&self, i);
      step (&self, layered->links[i].to);
      trail->n = layered->path->len - trail->first;
      if (trail->goes != WAY_GOES_STRAIGHT && trail->goes != WAY_GOES_ROUND)
        add_pieces (layered, i);
    }
  list_pieces (layered, TRUE, &layered->left_starts, &layered->left_pieces);
  list_pieces (layered, FALSE, &layered->right_starts, &layered->right_pieces);
  g_free (self.column_layers);
  g_free (self.labelled);
  g_free (self.by_lane);
  g_free (self.lane_starts);
  g_free (self.leaving);
  g_free (self.entering);
  g_hash_table_unref (self.shared);
}
