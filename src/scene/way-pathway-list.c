/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lanes, steps and links a pathway map shows; where it was laid out before, with what is known of them from there. */
#include "scene/way-pathway-layout.h"

#include "base/way-i18n.h"

static const struct
{
  const char *name;
  const char *title;
  WayTone tone;
} lane_kinds[] = {
  [WAY_PATHWAY_PERSON] = { "person", NC_("lane", "What the person does"), WAY_TONE_DOING },
  [WAY_PATHWAY_FRONTSTAGE] = { "frontstage", NC_("lane", "What they see"), WAY_TONE_TOUCHPOINTS },
  [WAY_PATHWAY_BACKSTAGE] = { "backstage", NC_("lane", "Behind the scenes"), WAY_TONE_PEOPLE },
  [WAY_PATHWAY_SUPPORT] = { "support", NC_("lane", "Support"), WAY_TONE_IDEAS },
  [WAY_PATHWAY_COMMISSIONING] = { "commissioning", NC_("lane", "Commissioning"), WAY_TONE_COMMISSIONING },
};

static WayPathwayLaneKind
get_lane_kind (WayRecord *lane)
{
  const char *name = way_record_get_text (lane, WAY_LANE_KIND);

  for (guint i = 0; i < G_N_ELEMENTS (lane_kinds); i++)
    if (g_strcmp0 (name, lane_kinds[i].name) == 0)
      return i;
  return WAY_PATHWAY_FRONTSTAGE;
}

/* Lanes from top to bottom; several of a kind keep their order. */
static void
list_lanes (WayPathwayLayout *layout)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (lane_kinds); kind++)
    for (guint i = 0; i < layout->pathway->lanes->len; i++)
      {
        WayRecord *record = g_ptr_array_index (layout->pathway->lanes, i);
        WayPathwayLane lane = { .lane = record, .kind = kind, .title = way_record_get_text (record, WAY_LANE_TITLE),
                                .tone = lane_kinds[kind].tone };

        if (get_lane_kind (record) != kind || !way_pathway_shows_lane (layout->pathway, record))
          continue;
        if (lane.title == NULL)
          lane.title = g_dpgettext2 (NULL, "lane", lane_kinds[kind].title);
        g_array_append_val (layout->lanes, lane);
      }
}

static int
compare_records (WayRecord *one,
                 WayRecord *other)
{
  double first = way_record_get_position (one), second = way_record_get_position (other);

  if (first != second)
    return first < second ? -1 : 1;
  return g_strcmp0 (way_record_get_id (one), way_record_get_id (other));
}

static int
compare_nodes (gconstpointer a,
               gconstpointer b)
{
  return compare_records (((const WayPathwayNode *) a)->step->record, ((const WayPathwayNode *) b)->step->record);
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  return compare_records (((const WayPathwayEdge *) a)->record, ((const WayPathwayEdge *) b)->record);
}

static WayPathwayShape
get_shape (WayRecord *step)
{
  const char *kind = way_record_get_text (step, WAY_STEP_KIND);

  if (g_strcmp0 (kind, "start") == 0)
    return WAY_SHAPE_START;
  if (g_strcmp0 (kind, "decision") == 0)
    return WAY_SHAPE_DECISION;
  if (g_strcmp0 (kind, "end") == 0)
    return WAY_SHAPE_END;
  return g_strcmp0 (kind, "gap") == 0 ? WAY_SHAPE_GAP : WAY_SHAPE_STEP;
}

static WayPathwayTie
get_tie (WayRecord *link)
{
  const char *kind = way_record_get_text (link, WAY_LINK_KIND);

  if (g_strcmp0 (kind, "information") == 0)
    return WAY_TIE_INFORMATION;
  return g_strcmp0 (kind, "enables") == 0 ? WAY_TIE_ENABLES : WAY_TIE_FLOW;
}

/* What is known of a step as its record says it, before it is measured. */
static void
describe_node (WayPathwayLayout *layout,
               WayPathwayNode   *node)
{
  node->shape = get_shape (node->step->record);
  node->quotes = way_sheet_get_on (layout->sheet->evidence, way_record_get_id (node->step->record));
}

static void
describe_edge (WayPathwayLayout *layout,
               WayPathwayEdge   *edge)
{
  edge->tie = get_tie (edge->record);
  edge->label = edge->wait = NULL;
  edge->quotes = way_sheet_get_on (layout->sheet->evidence, way_record_get_id (edge->record));
}

static gboolean
is_touched (WayPathwayLayout *layout,
            const char       *id)
{
  GHashTable *touched = layout->pathway->touched;

  return g_hash_table_size (touched) > 0 && g_hash_table_contains (touched, id);
}

/* Takes over how large a step was, and marks it where that may be another now. */
static void
follow_node (WayPathwayLayout *layout,
             WayPathwayNode   *node,
             guint             number)
{
  const WayPathwayNode *old = WAY_LAYOUT_NODE (layout->before, number);

  node->before = number;
  node->top = old->top;
  node->rect = old->rect;
  node->is_touched = old->stops != NULL || is_touched (layout, way_record_get_id (node->step->record));
  if (!node->is_touched)
    node->shape = old->shape;
  else
    describe_node (layout, node);
}

static void
follow_edge (WayPathwayLayout *layout,
             WayPathwayEdge   *edge,
             guint             number)
{
  const WayPathwayEdge *old = WAY_LAYOUT_EDGE (layout->before, number);

  edge->before = number;
  edge->is_touched = is_touched (layout, way_record_get_id (edge->record));
  if (edge->is_touched)
    return;
  edge->label = old->label;
  edge->wait = old->wait;
  edge->n_flags = old->n_flags;
  edge->label_width = old->label_width;
  edge->label_height = old->label_height;
}

static guint
find_before (WayPathwayLayout *layout,
             gboolean          is_edge,
             const char       *id)
{
  GHashTable *table = layout->before == NULL ? NULL : is_edge ? layout->before->edge_of : layout->before->node_of;

  return table != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (table, id)) : 0;
}

static void
list_nodes (WayPathwayLayout *layout)
{
  g_autoptr (GHashTable) lanes = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  WayPathwayStep *step;

  layout->nodes = g_array_new (FALSE, TRUE, sizeof (WayPathwayNode));
  for (guint i = 0; i < layout->lanes->len; i++)
    g_hash_table_insert (lanes, (char *) way_record_get_id (WAY_LAYOUT_LANE (layout, i)->lane), GUINT_TO_POINTER (i + 1));
  g_hash_table_iter_init (&iter, layout->pathway->steps);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &step))
    {
      guint lane = GPOINTER_TO_UINT (g_hash_table_lookup (lanes, way_record_get_text (step->record, WAY_STEP_LANE))), before;
      WayPathwayNode node = { .step = step, .lane = lane - 1, .item = -1, .before = -1, .is_touched = TRUE };

      if (lane == 0)
        continue;
      describe_node (layout, &node);
      before = find_before (layout, FALSE, way_record_get_id (step->record));
      if (before > 0)
        follow_node (layout, &node, before - 1);
      g_array_append_val (layout->nodes, node);
    }
  g_array_sort (layout->nodes, compare_nodes);
  way_pathway_list_ghosts (layout);
  layout->node_of = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < layout->nodes->len; i++)
    g_hash_table_insert (layout->node_of, (char *) way_record_get_id (WAY_LAYOUT_NODE (layout, i)->step->record),
                         GUINT_TO_POINTER (i + 1));
}

static void
list_edges (WayPathwayLayout *layout)
{
  GHashTableIter iter;
  WayRecord *link;

  layout->edges = g_array_new (FALSE, TRUE, sizeof (WayPathwayEdge));
  g_hash_table_iter_init (&iter, layout->pathway->links);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &link))
    {
      guint from = GPOINTER_TO_UINT (g_hash_table_lookup (layout->node_of, way_record_get_text (link, WAY_LINK_FROM)));
      guint to = GPOINTER_TO_UINT (g_hash_table_lookup (layout->node_of, way_record_get_text (link, WAY_LINK_TO))), before;
      WayPathwayEdge edge = { .record = link, .from = from - 1, .to = to - 1, .before = -1, .is_touched = TRUE };

      if (from == 0 || to == 0)
        continue;
      describe_edge (layout, &edge);
      before = find_before (layout, TRUE, way_record_get_id (link));
      if (before > 0)
        follow_edge (layout, &edge, before - 1);
      g_array_append_val (layout->edges, edge);
    }
  g_array_sort (layout->edges, compare_edges);
  way_pathway_list_ghost_links (layout);
  layout->edge_of = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < layout->edges->len; i++)
    g_hash_table_insert (layout->edge_of, (char *) way_record_get_id (WAY_LAYOUT_EDGE (layout, i)->record), GUINT_TO_POINTER (i + 1));
}

/* Steps and links are those of the layout before, in the same order: only what was touched may say something else. The tables of numbers
 * come from there, with the ids of records that are there now. */
static void
take_over_lists (WayPathwayLayout *layout)
{
  WayPathwayLayout *before = layout->before;
  GHashTableIter iter;
  const char *id;

  layout->nodes = g_array_copy (before->nodes);
  layout->edges = g_array_copy (before->edges);
  layout->node_of = g_steal_pointer (&before->node_of);
  layout->edge_of = g_steal_pointer (&before->edge_of);
  for (guint i = 0; i < layout->nodes->len; i++)
    {
      WayPathwayNode *node = WAY_LAYOUT_NODE (layout, i);

      node->is_touched = node->stops != NULL;
      node->before = i;
      node->stops = NULL;
    }
  for (guint i = 0; i < layout->edges->len; i++)
    {
      WayPathwayEdge *edge = WAY_LAYOUT_EDGE (layout, i);

      edge->before = i;
      edge->points = NULL;
      edge->n_points = 0;
      edge->label_rect = (WayRect) { 0 };
      edge->is_touched = FALSE;
    }
  g_hash_table_iter_init (&iter, layout->pathway->touched);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      guint node = GPOINTER_TO_UINT (g_hash_table_lookup (layout->node_of, id));
      guint edge = GPOINTER_TO_UINT (g_hash_table_lookup (layout->edge_of, id));

      if (node > 0)
        {
          follow_node (layout, WAY_LAYOUT_NODE (layout, node - 1), node - 1);
          g_hash_table_replace (layout->node_of, (char *) way_record_get_id (WAY_LAYOUT_NODE (layout, node - 1)->step->record),
                                GUINT_TO_POINTER (node));
        }
      if (edge > 0)
        {
          WayPathwayEdge *one = WAY_LAYOUT_EDGE (layout, edge - 1);

          one->record = g_hash_table_lookup (layout->pathway->links, id);
          one->is_touched = TRUE;
          g_hash_table_replace (layout->edge_of, (char *) way_record_get_id (one->record), GUINT_TO_POINTER (edge));
        }
    }
}

/* The links that lead on from each step: the first one of each, and for each the next one; 0 where there is none. */
static void
chain_edges (WayPathwayLayout *layout)
{
  layout->first = g_new0 (guint, layout->nodes->len + 1);
  layout->next = g_new0 (guint, layout->edges->len + 1);
  for (guint i = layout->edges->len; i > 0; i--)
    {
      guint from = WAY_LAYOUT_EDGE (layout, i - 1)->from;

      layout->next[i] = layout->first[from];
      layout->first[from] = i;
    }
}

/**
 * way_pathway_list:
 * @layout: a layout that has nothing yet
 *
 * Lists what the map shows. What is touched is to be measured and built; the rest is as large, and says the same, as in the layout before.
 */
void
way_pathway_list (WayPathwayLayout *layout)
{
  list_lanes (layout);
  layout->is_listed_anew = layout->before == NULL || layout->pathway->lists_changed;
  if (layout->is_listed_anew)
    {
      list_nodes (layout);
      list_edges (layout);
    }
  else
    take_over_lists (layout);
  chain_edges (layout);
  for (guint i = 0; i < layout->edges->len; i++)
    {
      WayPathwayEdge *edge = WAY_LAYOUT_EDGE (layout, i);

      /* A link says where it leads. */
      edge->is_touched |= WAY_LAYOUT_NODE (layout, edge->to)->is_touched;
      if (edge->is_touched && !edge->is_gone)
        describe_edge (layout, edge);
    }
}

/* Stops of scenarios make steps higher, and take no more room than before where they are gone. */
void
way_pathway_touch_stops (WayPathwayLayout *layout)
{
  for (guint i = 0; i < layout->nodes->len; i++)
    WAY_LAYOUT_NODE (layout, i)->is_touched |= WAY_LAYOUT_NODE (layout, i)->stops != NULL;
}

WayPathwayNode *
way_pathway_find_node (WayPathwayLayout *layout,
                       const char       *id)
{
  guint number = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (layout->node_of, id)) : 0;

  return number > 0 ? WAY_LAYOUT_NODE (layout, number - 1) : NULL;
}

const WayPathwayEdge *
way_pathway_find_edge (WayPathwayLayout *layout,
                       const char       *id)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (layout->edge_of, id));

  return number > 0 ? WAY_LAYOUT_EDGE (layout, number - 1) : NULL;
}
