/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the counts of pathway maps and of scenarios mean (interchange.md, Counts): every place that shows one takes it from here. */
#include "model/way-pathway-counts.h"

#include "base/way-error.h"
#include "base/way-i18n.h"
#include "model/way-schema.h"

static gboolean
is_dead_end (WayPathwayGraph *graph,
             guint            step)
{
  return way_pathway_graph_meets_person (graph, step) && !way_pathway_graph_has_kind (graph, step, "end") &&
         !way_pathway_graph_has_kind (graph, step, "gap") && graph->out_start[step] == graph->out_start[step + 1];
}

static GStrv
list_dead_ends (WayPathwayGraph *graph)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < graph->steps->len; i++)
    if (is_dead_end (graph, i))
      g_strv_builder_add (builder, way_record_get_id (graph->steps->pdata[i]));
  return g_strv_builder_end (builder);
}

static GStrv
list_unreachable (WayPathwayGraph *graph)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree gboolean *reached = way_pathway_graph_dup_reached (graph);

  for (guint i = 0; i < graph->steps->len; i++)
    if (!reached[i] && way_pathway_graph_meets_person (graph, i))
      g_strv_builder_add (builder, way_record_get_id (graph->steps->pdata[i]));
  return g_strv_builder_end (builder);
}

/* The steps of each loop, both in the order of the map. */
static GPtrArray *
list_loops (WayPathwayGraph *graph)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree guint *loops = g_new0 (guint, graph->steps->len);
  guint n = way_pathway_graph_find_loops (graph, loops);
  g_autoptr (GPtrArray) builders = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strv_builder_unref);
  g_autofree guint *places = g_new0 (guint, n + 1);

  for (guint i = 0; i < graph->steps->len; i++)
    {
      if (loops[i] == 0)
        continue;
      if (places[loops[i]] == 0)
        {
          g_ptr_array_add (builders, g_strv_builder_new ());
          places[loops[i]] = builders->len;
        }
      g_strv_builder_add (builders->pdata[places[loops[i]] - 1], way_record_get_id (graph->steps->pdata[i]));
    }
  for (guint i = 0; i < builders->len; i++)
    g_ptr_array_add (all, g_strv_builder_end (builders->pdata[i]));
  return all;
}

/**
 * way_pathway_graph_count:
 * @graph: a map
 *
 * Takes time in proportion to the steps and links.
 *
 * Returns: (transfer full): the counts of the map
 */
WayPathwayCounts *
way_pathway_graph_count (WayPathwayGraph *graph)
{
  WayPathwayCounts *self = g_new0 (WayPathwayCounts, 1);

  self->steps = graph->steps->len;
  self->links = graph->links->len;
  for (guint i = 0; i < graph->links->len; i++)
    if (way_pathway_graph_is_flow (graph, i))
      self->wait_days += way_record_get_number (graph->links->pdata[i], WAY_LINK_WAIT_DAYS);
  self->dead_ends = list_dead_ends (graph);
  self->unreachable = list_unreachable (graph);
  self->loop_steps = list_loops (graph);
  self->loops = self->loop_steps->len;
  return self;
}

/**
 * way_count_pathway:
 * @lens: where to read
 * @map_id: a pathway map
 * @error: what went wrong in reading
 *
 * Returns: (transfer full) (nullable): the counts of the map
 */
WayPathwayCounts *
way_count_pathway (WayLens     *lens,
                   const char  *map_id,
                   GError     **error)
{
  g_autoptr (WayPathwayGraph) graph = way_pathway_graph_new (lens, map_id, error);

  return graph != NULL ? way_pathway_graph_count (graph) : NULL;
}

void
way_pathway_counts_free (WayPathwayCounts *self)
{
  g_strfreev (self->dead_ends);
  g_strfreev (self->unreachable);
  g_ptr_array_unref (self->loop_steps);
  g_free (self);
}

static void
clear_move (gpointer data)
{
  g_free (((WayMove *) data)->link);
}

static void
count_outcome (WayScenarioCounts *self,
               const char        *outcome)
{
  self->met += g_strcmp0 (outcome, "met") == 0;
  self->partly += g_strcmp0 (outcome, "partly") == 0;
  self->not_met += g_strcmp0 (outcome, "not-met") == 0;
  self->gaps += g_strcmp0 (outcome, "gap") == 0;
}

/* A wait that somebody had, is theirs; else they wait as the link says. */
static void
count_move (WayScenarioCounts *self,
            WayPathwayGraph   *graph,
            guint              from,
            guint              to,
            WayRecord         *stop)
{
  WayRecord *link = way_pathway_graph_find_flow (graph, from, to);
  WayMove move = { .link = link != NULL ? g_strdup (way_record_get_id (link)) : NULL };

  if (way_record_has (stop, WAY_STOP_WAIT_DAYS))
    move.wait_days = way_record_get_number (stop, WAY_STOP_WAIT_DAYS);
  else if (link != NULL)
    move.wait_days = way_record_get_number (link, WAY_LINK_WAIT_DAYS);
  g_array_append_val (self->moves, move);
  self->wait_days += move.wait_days;
  self->longest_wait_days = MAX (self->longest_wait_days, move.wait_days);
  self->off_map += link == NULL;
}

/**
 * way_pathway_graph_count_scenario:
 * @graph: a map
 * @stops: (element-type WayRecord): the stops of one of its scenarios, in order
 *
 * Returns: (transfer full): the counts of the scenario
 */
WayScenarioCounts *
way_pathway_graph_count_scenario (WayPathwayGraph *graph,
                                  GPtrArray       *stops)
{
  WayScenarioCounts *self = g_new0 (WayScenarioCounts, 1);
  g_autoptr (GHashTable) organisations = g_hash_table_new (g_str_hash, g_str_equal);
  const char *last = NULL;
  guint before = WAY_PATHWAY_NOWHERE;

  self->stops = stops->len;
  self->moves = g_array_new (FALSE, FALSE, sizeof (WayMove));
  g_array_set_clear_func (self->moves, clear_move);
  for (guint i = 0; i < stops->len; i++)
    {
      guint step = way_pathway_graph_find_step (graph, way_record_get_text (stops->pdata[i], WAY_STOP_STEP));
      const char *organisation = step != WAY_PATHWAY_NOWHERE
                                 ? way_record_get_text (graph->steps->pdata[step], WAY_STEP_ORGANISATION) : NULL;

      if (step != WAY_PATHWAY_NOWHERE)
        self->contacts += g_strcmp0 (way_pathway_graph_get_lane_kind (graph, step), "frontstage") == 0;
      if (organisation != NULL)
        {
          self->handovers += last != NULL && !g_str_equal (last, organisation);
          g_hash_table_add (organisations, (gpointer) organisation);
          last = organisation;
        }
      count_outcome (self, way_record_get_text (stops->pdata[i], WAY_STOP_OUTCOME));
      if (i > 0)
        count_move (self, graph, before, step, stops->pdata[i]);
      before = step;
    }
  self->organisations = g_hash_table_size (organisations);
  return self;
}

/**
 * way_count_scenario:
 * @lens: where to read
 * @scenario_id: a scenario
 * @error: a [error@WayError]
 *
 * To count several of one map, read the map once and call [method@PathwayGraph.count_scenario] for each.
 *
 * Returns: (transfer full) (nullable): the counts of the scenario
 */
WayScenarioCounts *
way_count_scenario (WayLens     *lens,
                    const char  *scenario_id,
                    GError     **error)
{
  g_autoptr (WayRecord) scenario = NULL;
  g_autoptr (WayPathwayGraph) graph = NULL;
  g_autoptr (GPtrArray) stops = NULL;

  if (!way_lens_read (lens, WAY_KIND_SCENARIO, scenario_id, &scenario, error))
    return NULL;
  if (scenario == NULL)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("The scenario is not there any more."));
      return NULL;
    }
  graph = way_pathway_graph_new (lens, way_record_get_within (scenario), error);
  stops = graph != NULL ? way_lens_list (lens, WAY_KIND_STOP, scenario_id, error) : NULL;
  return stops != NULL ? way_pathway_graph_count_scenario (graph, stops) : NULL;
}

void
way_scenario_counts_free (WayScenarioCounts *self)
{
  g_array_unref (self->moves);
  g_free (self);
}
