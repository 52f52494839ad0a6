/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pathway map as a whole: which lanes, steps and links it shows, and in which order they are put down. */
#include "scene/way-pathway-layout.h"

#include "base/way-i18n.h"

#define LEAST_WIDTH 680.0     /* a title and a persona need some room however few the steps are */

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

static void
list_nodes (WayPathwayLayout *layout)
{
  g_autoptr (GHashTable) lanes = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  WayPathwayStep *step;

  for (guint i = 0; i < layout->lanes->len; i++)
    g_hash_table_insert (lanes, (char *) way_record_get_id (WAY_LAYOUT_LANE (layout, i)->lane), GUINT_TO_POINTER (i + 1));
  g_hash_table_iter_init (&iter, layout->pathway->steps);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &step))
    {
      guint lane = GPOINTER_TO_UINT (g_hash_table_lookup (lanes, way_record_get_text (step->record, WAY_STEP_LANE)));
      WayPathwayNode node = {
        .step = step, .lane = lane - 1, .shape = get_shape (step->record), .item = -1,
        .quotes = way_sheet_get_on (layout->sheet->evidence, way_record_get_id (step->record)),
      };

      if (lane > 0)
        g_array_append_val (layout->nodes, node);
    }
  g_array_sort (layout->nodes, compare_nodes);
  way_pathway_list_ghosts (layout);
  for (guint i = 0; i < layout->nodes->len; i++)
    g_hash_table_insert (layout->node_of, (char *) way_record_get_id (WAY_LAYOUT_NODE (layout, i)->step->record),
                         GUINT_TO_POINTER (i + 1));
}

static WayPathwayTie
get_tie (WayRecord *link)
{
  const char *kind = way_record_get_text (link, WAY_LINK_KIND);

  if (g_strcmp0 (kind, "information") == 0)
    return WAY_TIE_INFORMATION;
  return g_strcmp0 (kind, "enables") == 0 ? WAY_TIE_ENABLES : WAY_TIE_FLOW;
}

static void
list_edges (WayPathwayLayout *layout)
{
  GHashTableIter iter;
  WayRecord *link;

  g_hash_table_iter_init (&iter, layout->pathway->links);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &link))
    {
      guint from = GPOINTER_TO_UINT (g_hash_table_lookup (layout->node_of, way_record_get_text (link, WAY_LINK_FROM)));
      guint to = GPOINTER_TO_UINT (g_hash_table_lookup (layout->node_of, way_record_get_text (link, WAY_LINK_TO)));
      WayPathwayEdge edge = {
        .record = link, .from = from - 1, .to = to - 1, .tie = get_tie (link),
        .quotes = way_sheet_get_on (layout->sheet->evidence, way_record_get_id (link)),
      };

      if (from > 0 && to > 0)
        g_array_append_val (layout->edges, edge);
    }
  g_array_sort (layout->edges, compare_edges);
  way_pathway_list_ghost_links (layout);
}

WayPathwayNode *
way_pathway_find_node (WayPathwayLayout *layout,
                       const char       *id)
{
  guint number = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (layout->node_of, id)) : 0;

  return number > 0 ? WAY_LAYOUT_NODE (layout, number - 1) : NULL;
}

static void
add_backdrop (WayPathwayLayout *layout,
              guint             map_group)
{
  WayScene *scene = layout->scene;
  guint group = way_scene_begin_group (scene, WAY_GROUP_BACKDROP, map_group, WAY_KIND_NONE, NULL, NULL);

  for (guint i = 0; i < layout->lanes->len; i++)
    {
      const WayPathwayLane *lane = WAY_LAYOUT_LANE (layout, i);

      way_scene_begin_item (scene, WAY_ROLE_BACKDROP, group, WAY_KIND_NONE, NULL, -1);
      way_scene_add_box (scene, (WayRect) { WAY_MARGIN, lane->y, layout->sheet->content_width, lane->height }, WAY_CORNER,
                         WAY_INK_WASH (lane->tone), WAY_INK_NONE, 0);
      way_scene_end_item (scene, NULL);
    }
  way_pathway_add_lines (layout, group);
  way_pathway_add_routes (layout, group);
  way_scene_end_group (scene, group);
}

/* In the order of flow: column by column, in each from the top. */
static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  WayPathwayLayout *layout = data;
  const WayPathwayNode *one = WAY_LAYOUT_NODE (layout, *(const guint *) a), *other = WAY_LAYOUT_NODE (layout, *(const guint *) b);

  if (one->lane != other->lane)
    return one->lane < other->lane ? -1 : 1;
  if (one->column != other->column)
    return one->column < other->column ? -1 : 1;
  return one->rect.y < other->rect.y ? -1 : one->rect.y > other->rect.y;
}

static guint *
order_nodes (WayPathwayLayout *layout)
{
  guint n = layout->nodes->len;
  guint *order = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  if (n > 0)
    g_sort_array (order, n, sizeof (guint), compare_places, layout);
  return order;
}

/* The links that lead on from each step: the first one of each, and for each the next one; 0 where there is none. */
static void
chain_edges (WayPathwayLayout *layout,
             guint            *first,
             guint            *next)
{
  for (guint i = layout->edges->len; i > 0; i--)
    {
      guint from = WAY_LAYOUT_EDGE (layout, i - 1)->from;

      next[i] = first[from];
      first[from] = i;
    }
}

static void
add_lane (WayPathwayLayout *layout,
          guint             number,
          guint             map_group,
          guint             *group)
{
  const WayPathwayLane *lane = WAY_LAYOUT_LANE (layout, number);
  WayRect header = { WAY_MARGIN, lane->y, WAY_LANE_WIDTH - 8, lane->height };

  way_pathway_add_line_name (layout, number, map_group);
  *group = way_scene_begin_group (layout->scene, WAY_GROUP_LANE, map_group, WAY_KIND_LANE, way_record_get_id (lane->lane), lane->title);
  way_sheet_add_lane_header (layout->sheet, lane->lane, lane->title, lane->tone, header, WAY_LANE_WIDTH - 28, *group, TRUE);
}

/* Lane by lane, in each step by step, after each step the links that lead on from it. */
static void
add_lanes (WayPathwayLayout *layout,
           guint             map_group)
{
  WayScene *scene = layout->scene;
  g_autofree guint *order = order_nodes (layout);
  g_autofree guint *first = g_new0 (guint, layout->nodes->len + 1);
  g_autofree guint *next = g_new0 (guint, layout->edges->len + 1);
  guint at = 0;

  chain_edges (layout, first, next);
  for (guint i = 0; i < layout->lanes->len; i++)
    {
      guint lane;

      add_lane (layout, i, map_group, &lane);
      for (; at < layout->nodes->len && WAY_LAYOUT_NODE (layout, order[at])->lane == i; at++)
        {
          WayPathwayNode *node = WAY_LAYOUT_NODE (layout, order[at]);
          guint group = way_scene_begin_group (scene, WAY_GROUP_STEP, lane, node->is_gone ? WAY_KIND_NONE : WAY_KIND_STEP,
                                               node->is_gone ? NULL : way_record_get_id (node->step->record),
                                               way_pathway_get_title (node));

          node->item = way_pathway_add_step (layout, node, group);
          for (guint edge = first[order[at]]; edge > 0; edge = next[edge])
            way_pathway_add_link (layout, WAY_LAYOUT_EDGE (layout, edge - 1), group, node->item);
          way_scene_end_group (scene, group);
        }
      way_scene_end_group (scene, lane);
    }
}

/* A map runs from right to left when most of what names its lanes and steps does. */
static gboolean
runs_right_to_left (WayPathway *self)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  GHashTableIter iter;
  WayPathwayStep *step;

  g_hash_table_iter_init (&iter, self->steps);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &step))
    if (way_record_has (step->record, WAY_STEP_TITLE))
      g_ptr_array_add (steps, step->record);
  return way_sheet_runs_right_to_left (&self->sheet, steps, WAY_STEP_TITLE);
}

static void
clear_layout (WayPathwayLayout *layout)
{
  for (guint i = 0; i < layout->edges->len; i++)
    g_free (WAY_LAYOUT_EDGE (layout, i)->points);
  for (guint i = 0; i < layout->nodes->len; i++)
    g_clear_pointer (&WAY_LAYOUT_NODE (layout, i)->stops, g_array_unref);
  way_pathway_clear_walks (layout);
  g_array_unref (layout->lanes);
  g_array_unref (layout->nodes);
  g_array_unref (layout->edges);
  g_array_unref (layout->walks);
  g_array_unref (layout->stops);
  g_hash_table_unref (layout->node_of);
}

/* Finds out what there is and how large it is. */
static void
measure (WayPathwayLayout *layout)
{
  list_lanes (layout);
  list_nodes (layout);
  list_edges (layout);
  way_pathway_find_walks (layout);
  way_pathway_shape_steps (layout);
  for (guint i = 0; i < layout->nodes->len; i++)
    way_pathway_measure_step (layout, WAY_LAYOUT_NODE (layout, i));
  for (guint i = 0; i < layout->edges->len; i++)
    way_pathway_measure_link (layout, WAY_LAYOUT_EDGE (layout, i));
}

/**
 * way_pathway_lay_out:
 * @data: the records, a WayPathway
 * @scene: where the items go, in place of those that it has
 *
 * Lays out a pathway map as maps.md describes it.
 */
void
way_pathway_lay_out (gpointer  data,
                     WayScene *scene)
{
  WayPathway *self = data;
  WaySheet *sheet = &self->sheet;
  WayPathwayLayout layout = {
    .scene = scene, .pathway = self, .sheet = sheet, .grid_left = WAY_PATHWAY_LEFT,
    .lanes = g_array_new (FALSE, TRUE, sizeof (WayPathwayLane)), .nodes = g_array_new (FALSE, TRUE, sizeof (WayPathwayNode)),
    .edges = g_array_new (FALSE, TRUE, sizeof (WayPathwayEdge)), .walks = g_array_new (FALSE, TRUE, sizeof (WayPathwayWalk)),
    .stops = g_array_new (FALSE, TRUE, sizeof (WayPathwayStop)), .node_of = g_hash_table_new (g_str_hash, g_str_equal),
  };
  guint map;
  double top, y;

  way_sheet_begin (sheet, scene, runs_right_to_left (self));
  way_pathway_say (self, scene->right_to_left);
  measure (&layout);
  way_pathway_place (&layout);
  sheet->content_width = MAX (LEAST_WIDTH, WAY_LANE_WIDTH + 2 * WAY_PATHWAY_SIDE + layout.layered_width);
  way_pathway_fit_lines (&layout);
  scene->width = 2 * WAY_MARGIN + sheet->content_width;

  map = way_scene_begin_group (scene, WAY_GROUP_MAP, -1, WAY_KIND_MAP, way_record_get_id (sheet->map), scene->title);
  top = way_sheet_add_header (sheet, WAY_MARGIN, map) + 16;
  y = way_pathway_move_down (&layout, top);
  add_backdrop (&layout, map);
  add_lanes (&layout, map);
  y = way_pathway_add_walks (&layout, y + 8, map);
  y = way_pathway_add_changes (&layout, y + 8, map);
  y = way_pathway_add_legend (&layout, y + 8, map);
  y = way_sheet_add_key (sheet, y + 8, map);
  y = way_sheet_add_foot (sheet, y + 8, map);
  way_scene_end_group (scene, map);
  scene->height = y + WAY_MARGIN - 8;

  clear_layout (&layout);
  way_sheet_end (sheet);
}
