/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of a pathway map as a graph: who leads where, what can be reached, and what goes round. */
#include "model/way-pathway-graph.h"

#include "model/way-schema.h"

#include <string.h>

static gint64
get_key (guint from,
         guint to)
{
  return (gint64) from << 32 | to;
}

/* Of several flow links between two steps the one with the smallest wait counts, and one whose wait is not known counts only where
 * none is (interchange.md, Counts). */
static void
note_flow (WayPathwayGraph *self,
           guint            link)
{
  gpointer known = g_hash_table_lookup (self->flows, &self->flow_keys[link]);
  WayRecord *other = known != NULL ? self->links->pdata[GPOINTER_TO_UINT (known) - 1] : NULL, *record = self->links->pdata[link];

  if (other != NULL && (!way_record_has (record, WAY_LINK_WAIT_DAYS) ||
                        (way_record_has (other, WAY_LINK_WAIT_DAYS) &&
                         way_record_get_number (other, WAY_LINK_WAIT_DAYS) <= way_record_get_number (record, WAY_LINK_WAIT_DAYS))))
    return;
  g_hash_table_insert (self->flows, &self->flow_keys[link], GUINT_TO_POINTER (link + 1));
}

static void
tie_links (WayPathwayGraph *self)
{
  g_autofree guint *filled = g_new0 (guint, self->steps->len + 1);

  for (guint i = 0; i < self->links->len; i++)
    {
      self->from[i] = way_pathway_graph_find_step (self, way_record_get_text (self->links->pdata[i], WAY_LINK_FROM));
      self->to[i] = way_pathway_graph_find_step (self, way_record_get_text (self->links->pdata[i], WAY_LINK_TO));
      if (!way_pathway_graph_is_flow (self, i))
        continue;
      self->out_start[self->from[i] + 1]++;
      self->flow_keys[i] = get_key (self->from[i], self->to[i]);
      note_flow (self, i);
    }
  for (guint i = 0; i < self->steps->len; i++)
    self->out_start[i + 1] += self->out_start[i];
  for (guint i = 0; i < self->links->len; i++)
    if (way_pathway_graph_is_flow (self, i))
      self->out[self->out_start[self->from[i]] + filled[self->from[i]]++] = i;
}

/**
 * way_pathway_graph_new:
 * @lens: where to read
 * @map_id: a pathway map
 * @error: what went wrong in reading
 *
 * Returns: (transfer full) (nullable): the map as the lens shows it
 */
WayPathwayGraph *
way_pathway_graph_new (WayLens     *lens,
                       const char  *map_id,
                       GError     **error)
{
  g_autoptr (WayPathwayGraph) self = g_new0 (WayPathwayGraph, 1);

  if (!way_lens_read (lens, WAY_KIND_MAP, map_id, &self->map, error) ||
      (self->lanes = way_lens_list (lens, WAY_KIND_LANE, map_id, error)) == NULL ||
      (self->steps = way_lens_list (lens, WAY_KIND_STEP, map_id, error)) == NULL ||
      (self->links = way_lens_list (lens, WAY_KIND_LINK, map_id, error)) == NULL ||
      (self->scenarios = way_lens_list (lens, WAY_KIND_SCENARIO, map_id, error)) == NULL)
    return NULL;
  self->lanes_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->flows = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->flow_keys = g_new0 (gint64, self->links->len);
  self->from = g_new (guint, self->links->len);
  self->to = g_new (guint, self->links->len);
  self->out = g_new (guint, self->links->len);
  self->out_start = g_new0 (guint, self->steps->len + 1);
  for (guint i = 0; i < self->lanes->len; i++)
    g_hash_table_insert (self->lanes_by_id, (gpointer) way_record_get_id (self->lanes->pdata[i]), self->lanes->pdata[i]);
  for (guint i = 0; i < self->steps->len; i++)
    g_hash_table_insert (self->places, (gpointer) way_record_get_id (self->steps->pdata[i]), GUINT_TO_POINTER (i + 1));
  tie_links (self);
  return g_steal_pointer (&self);
}

void
way_pathway_graph_free (WayPathwayGraph *self)
{
  g_clear_pointer (&self->flows, g_hash_table_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->lanes_by_id, g_hash_table_unref);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  g_clear_object (&self->map);
  g_free (self->flow_keys);
  g_free (self->from);
  g_free (self->to);
  g_free (self->out);
  g_free (self->out_start);
  g_free (self);
}

/**
 * way_pathway_graph_find_step:
 * @self: a map
 * @id: (nullable): the id of a step
 *
 * Returns: its place among the steps, or %WAY_PATHWAY_NOWHERE
 */
guint
way_pathway_graph_find_step (WayPathwayGraph *self,
                             const char      *id)
{
  gpointer place = id != NULL ? g_hash_table_lookup (self->places, id) : NULL;

  return place != NULL ? GPOINTER_TO_UINT (place) - 1 : WAY_PATHWAY_NOWHERE;
}

/**
 * way_pathway_graph_find_flow:
 * @self: a map
 * @from: the place of a step
 * @to: of another, or the same
 *
 * Returns: (nullable) (transfer none): the flow link from one to the other; where there are several, the first of those with the
 *   smallest wait
 */
WayRecord *
way_pathway_graph_find_flow (WayPathwayGraph *self,
                             guint            from,
                             guint            to)
{
  gint64 key = get_key (from, to);
  gpointer link = from != WAY_PATHWAY_NOWHERE && to != WAY_PATHWAY_NOWHERE ? g_hash_table_lookup (self->flows, &key) : NULL;

  return link != NULL ? self->links->pdata[GPOINTER_TO_UINT (link) - 1] : NULL;
}

/**
 * way_pathway_graph_get_lane_kind:
 * @self: a map
 * @step: the place of a step
 *
 * Returns: (nullable): a word of the interchange format, such as "frontstage"
 */
const char *
way_pathway_graph_get_lane_kind (WayPathwayGraph *self,
                                 guint            step)
{
  WayRecord *lane = g_hash_table_lookup (self->lanes_by_id, way_record_get_text (self->steps->pdata[step], WAY_STEP_LANE));

  return lane != NULL ? way_record_get_text (lane, WAY_LANE_KIND) : NULL;
}

/**
 * way_pathway_graph_meets_person:
 * @self: a map
 * @step: the place of a step
 *
 * Returns: whether the step is in front of the line of visibility: done by the person, or where they are met
 */
gboolean
way_pathway_graph_meets_person (WayPathwayGraph *self,
                                guint            step)
{
  const char *kind = way_pathway_graph_get_lane_kind (self, step);

  return g_strcmp0 (kind, "person") == 0 || g_strcmp0 (kind, "frontstage") == 0;
}

gboolean
way_pathway_graph_has_kind (WayPathwayGraph *self,
                            guint            step,
                            const char      *kind)
{
  return g_strcmp0 (way_record_get_text (self->steps->pdata[step], WAY_STEP_KIND), kind) == 0;
}

/**
 * way_pathway_graph_is_flow:
 * @self: a map
 * @link: the place of a link
 *
 * Returns: whether people go along it, between two steps of this map
 */
gboolean
way_pathway_graph_is_flow (WayPathwayGraph *self,
                           guint            link)
{
  const char *kind = way_record_get_text (self->links->pdata[link], WAY_LINK_KIND);

  return (kind == NULL || strcmp (kind, "flow") == 0) && self->from[link] != WAY_PATHWAY_NOWHERE &&
         self->to[link] != WAY_PATHWAY_NOWHERE;
}

/**
 * way_pathway_graph_shows_step:
 * @self: a map
 * @step: the place of a step, or %WAY_PATHWAY_NOWHERE
 * @reading: for whom the map is read
 *
 * Returns: whether they are shown the step: what stands in no lane, is behind the scenes as far as anybody knows
 */
gboolean
way_pathway_graph_shows_step (WayPathwayGraph *self,
                              guint            step,
                              WayReading       reading)
{
  if (reading == WAY_READING_COMMISSIONER)
    return TRUE;
  return step != WAY_PATHWAY_NOWHERE && g_hash_table_contains (self->lanes_by_id, way_record_get_text (self->steps->pdata[step], WAY_STEP_LANE)) &&
         way_reading_shows_lane_kind (reading, way_pathway_graph_get_lane_kind (self, step));
}

/**
 * way_pathway_graph_shows_link:
 * @self: a map
 * @link: the place of a link
 * @reading: for whom the map is read
 *
 * Returns: whether they are shown the link: both of its steps
 */
gboolean
way_pathway_graph_shows_link (WayPathwayGraph *self,
                              guint            link,
                              WayReading       reading)
{
  return way_pathway_graph_shows_step (self, self->from[link], reading) && way_pathway_graph_shows_step (self, self->to[link], reading);
}

/**
 * way_pathway_graph_dup_reached:
 * @self: a map
 *
 * Returns: (transfer full) (array): for each step whether a path of flow leads there from a start; a start itself is reached
 */
gboolean *
way_pathway_graph_dup_reached (WayPathwayGraph *self)
{
  gboolean *reached = g_new0 (gboolean, self->steps->len);
  g_autofree guint *left = g_new (guint, self->steps->len);
  guint n_left = 0;

  for (guint i = 0; i < self->steps->len; i++)
    if (way_pathway_graph_has_kind (self, i, "start"))
      {
        reached[i] = TRUE;
        left[n_left++] = i;
      }
  while (n_left > 0)
    {
      guint step = left[--n_left];

      for (guint i = self->out_start[step]; i < self->out_start[step + 1]; i++)
        {
          guint next = self->to[self->out[i]];

          if (reached[next])
            continue;
          reached[next] = TRUE;
          left[n_left++] = next;
        }
    }
  return reached;
}

/* Tarjan's strongly connected components, without recursion: maps may have paths of any length. */
typedef struct
{
  WayPathwayGraph *graph;
  guint *order, *low;         /* of each step: when it was met, from 1, and the earliest that it leads back to */
  guint *next;                /* of each step: the link out of it to look at next */
  guint *open, n_open;        /* steps that are met and belong to no component yet */
  gboolean *is_open;
  guint *path, n_path;        /* steps between the one that was begun with and the one that is looked at */
  guint n_met, n_loops;
  guint *loops;
} Search;

static void
meet (Search *search,
      guint   step)
{
  search->order[step] = search->low[step] = ++search->n_met;
  search->next[step] = search->graph->out_start[step];
  search->open[search->n_open++] = step;
  search->is_open[step] = TRUE;
  search->path[search->n_path++] = step;
}

/* Takes the component off which @root is the first step. */
static void
close_component (Search *search,
                 guint   root)
{
  guint step, number = 0;

  if (search->open[search->n_open - 1] != root || way_pathway_graph_find_flow (search->graph, root, root) != NULL)
    number = ++search->n_loops;
  do
    {
      step = search->open[--search->n_open];
      search->is_open[step] = FALSE;
      search->loops[step] = number;
    }
  while (step != root);
}

static void
look_on (Search *search)
{
  WayPathwayGraph *graph = search->graph;
  guint step = search->path[search->n_path - 1];

  while (search->next[step] < graph->out_start[step + 1])
    {
      guint next = graph->to[graph->out[search->next[step]++]];

      if (search->order[next] == 0)
        {
          meet (search, next);
          return;
        }
      if (search->is_open[next])
        search->low[step] = MIN (search->low[step], search->order[next]);
    }
  search->n_path--;
  if (search->n_path > 0)
    search->low[search->path[search->n_path - 1]] = MIN (search->low[search->path[search->n_path - 1]], search->low[step]);
  if (search->low[step] == search->order[step])
    close_component (search, step);
}

/**
 * way_pathway_graph_find_loops:
 * @self: a map
 * @loops: (out caller-allocates) (array): for each step the number of the loop that it is in, from 1, or 0
 *
 * A loop is a strongly connected component of flow with more than one step, or a step with a flow link to itself.
 *
 * Returns: how many loops there are
 */
guint
way_pathway_graph_find_loops (WayPathwayGraph *self,
                              guint           *loops)
{
  guint n = self->steps->len;
  g_autofree guint *order = g_new0 (guint, n), *low = g_new0 (guint, n), *next = g_new0 (guint, n), *open = g_new (guint, n);
  g_autofree guint *path = g_new (guint, n);
  g_autofree gboolean *is_open = g_new0 (gboolean, n);
  Search search = { .graph = self, .order = order, .low = low, .next = next, .open = open, .is_open = is_open, .path = path,
                    .loops = loops };

  for (guint i = 0; i < n; i++)
    if (order[i] == 0)
      for (meet (&search, i); search.n_path > 0;)
        look_on (&search);
  return search.n_loops;
}
