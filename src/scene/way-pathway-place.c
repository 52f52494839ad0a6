/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where everything on a pathway map is: found by the layered layout, kept as long as nothing that matters to it changes, and near to
 * where it was when something does. */
#include "scene/way-pathway-kept.h"

#include <string.h>

#define CORNER 7.0
#define NODE_GAP 26.0
#define COLUMN_GAP 52.0
#define LANE_INSET 18.0
#define LANE_GAP 8.0
#define LINE_GAP 26.0         /* between lanes that a line divides */
#define LEAST_LANE 64.0

/* A layout, and all that it was made of. */
struct _WayPathwayPlan
{
  GArray *nodes;              /* of WayLayeredNode */
  GArray *links;              /* of WayLayeredLink */
  GHashTable *numbers;        /* id of a link → its number in links */
  guint n_lanes;
  WayLayered *layered;
  GArray *placed, *led;       /* the nodes and links with where they were before, as the layout was told */
  GArray *was;                /* of WayPoint: what the latter point to */
};

void
way_pathway_plan_free (WayPathwayPlan *plan)
{
  g_array_unref (plan->nodes);
  g_array_unref (plan->links);
  g_hash_table_unref (plan->numbers);
  g_clear_pointer (&plan->placed, g_array_unref);
  g_clear_pointer (&plan->led, g_array_unref);
  g_clear_pointer (&plan->was, g_array_unref);
  g_clear_pointer (&plan->layered, way_layered_free);
  g_free (plan);
}

static GArray *
list_nodes (WayPathwayLayout *layout)
{
  GArray *nodes = g_array_sized_new (FALSE, TRUE, sizeof (WayLayeredNode), layout->nodes->len);

  for (guint i = 0; i < layout->nodes->len; i++)
    {
      const WayPathwayNode *node = WAY_LAYOUT_NODE (layout, i);
      WayRecord *record = node->step->record;
      WayLayeredNode *one;

      g_array_set_size (nodes, i + 1);
      one = &g_array_index (nodes, WayLayeredNode, i);
      one->width = node->rect.width;
      one->height = node->rect.height;
      one->lane = node->lane;
      one->column = !node->is_gone && way_record_has (record, WAY_STEP_COLUMN) ? (int) MIN (way_record_get_number (record, WAY_STEP_COLUMN), 10000) : -1;
      one->first = node->shape == WAY_SHAPE_START;
    }
  return nodes;
}

static GArray *
list_links (WayPathwayLayout *layout)
{
  GArray *links = g_array_sized_new (FALSE, TRUE, sizeof (WayLayeredLink), layout->edges->len);

  for (guint i = 0; i < layout->edges->len; i++)
    {
      const WayPathwayEdge *edge = WAY_LAYOUT_EDGE (layout, i);
      WayLayeredLink *one;

      g_array_set_size (links, i + 1);
      one = &g_array_index (links, WayLayeredLink, i);
      one->from = edge->from;
      one->to = edge->to;
      one->weak = edge->tie != WAY_TIE_FLOW;
      one->under = edge->tie == WAY_TIE_ENABLES;
      one->label_width = edge->label_width;
      one->label_height = edge->label_height;
    }
  return links;
}

static gboolean
is_same (GArray *a,
         GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * g_array_get_element_size (a)) == 0);
}

static void
remember_places (WayPathwayLayout *layout,
                 GArray           *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const WayPathwayStep *step = WAY_LAYOUT_NODE (layout, i)->step;
      WayLayeredNode *node = &g_array_index (nodes, WayLayeredNode, i);

      node->has_place = step->has_place;
      node->was_x = step->was_x;
      node->was_y = step->was_y;
      node->was_column = step->column;
    }
}

static GHashTable *
number_links (WayPathwayLayout *layout)
{
  GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < layout->edges->len; i++)
    g_hash_table_insert (numbers, g_strdup (way_record_get_id (WAY_LAYOUT_EDGE (layout, i)->record)), GUINT_TO_POINTER (i));
  return numbers;
}

/* Tells links where they went in the layout before; the first one may know from another scene. */
static void
remember_lines (WayPathwayLayout *layout,
                WayPathwayPlan   *before,
                GArray           *links)
{
  WayPathwayKept *kept = layout->pathway->kept;

  for (guint i = 0; before == NULL && kept != NULL && i < links->len; i++)
    way_pathway_kept_apply (kept, way_record_get_id (WAY_LAYOUT_EDGE (layout, i)->record), &g_array_index (links, WayLayeredLink, i));
  for (guint i = 0; before != NULL && i < links->len; i++)
    {
      gpointer number;

      if (g_hash_table_lookup_extended (before->numbers, way_record_get_id (WAY_LAYOUT_EDGE (layout, i)->record), NULL, &number))
        way_layered_keep_link (before->layered, GPOINTER_TO_UINT (number), &g_array_index (links, WayLayeredLink, i));
    }
}

/* Copies where links went, since that goes with the layout before. */
static GArray *
own_lines (GArray *links)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (WayPoint));
  guint n = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const WayLayeredLink *link = &g_array_index (links, WayLayeredLink, i);

      g_array_append_vals (points, link->was, link->n_was);
    }
  for (guint i = 0; i < links->len; i++)
    {
      WayLayeredLink *link = &g_array_index (links, WayLayeredLink, i);

      if (link->n_was > 0)
        link->was = &g_array_index (points, WayPoint, n);
      n += link->n_was;
    }
  return points;
}

/* Gives the layout of the steps and links, the last one where they are the same. */
static WayLayered *
get_layered (WayPathwayLayout *layout)
{
  WayPathway *pathway = layout->pathway;
  const WayLayeredOptions options = {
    .node_gap = NODE_GAP, .column_gap = COLUMN_GAP, .lane_inset = LANE_INSET, .lane_gap = LANE_GAP, .min_lane_height = LEAST_LANE,
    .corner = CORNER, .before = pathway->plan != NULL ? pathway->plan->layered : NULL,
  };
  WayPathwayPlan *plan = g_new0 (WayPathwayPlan, 1);

  plan->nodes = list_nodes (layout);
  plan->links = list_links (layout);
  plan->numbers = pathway->plan != NULL && !layout->is_listed_anew ? g_hash_table_ref (pathway->plan->numbers) : number_links (layout);
  plan->n_lanes = layout->lanes->len;
  if (pathway->plan != NULL && pathway->plan->n_lanes == plan->n_lanes && is_same (pathway->plan->nodes, plan->nodes) &&
      is_same (pathway->plan->links, plan->links))
    {
      /* Links that are alike may have changed places. */
      g_hash_table_unref (pathway->plan->numbers);
      pathway->plan->numbers = g_hash_table_ref (plan->numbers);
      way_pathway_plan_free (plan);
      return pathway->plan->layered;
    }
  plan->placed = g_array_copy (plan->nodes);
  plan->led = g_array_copy (plan->links);
  remember_places (layout, plan->placed);
  remember_lines (layout, pathway->plan, plan->led);
  plan->was = own_lines (plan->led);
  plan->layered = way_layered_new ((const WayLayeredNode *) plan->placed->data, plan->placed->len,
                                   (const WayLayeredLink *) plan->led->data, plan->led->len, plan->n_lanes, &options);
  g_clear_pointer (&pathway->plan, way_pathway_plan_free);
  g_clear_pointer (&pathway->kept, way_pathway_kept_free);
  pathway->plan = plan;
  return plan->layered;
}

/* How far a lane, and what is below the one above it, is down from where the layout has it. */
typedef struct
{
  double above;               /* where the lane above ends in the layout */
  double by;
} Shift;

/* Lanes grow with their names, and stand further apart where a line divides them: what the layout gave moves down by what came before. */
static void
place_lanes (WayPathwayLayout *layout,
             WayLayered       *layered,
             Shift            *shifts)
{
  double shift = 0, above = 0;

  for (guint i = 0; i < layout->lanes->len; i++)
    {
      WayPathwayLane *lane = WAY_LAYOUT_LANE (layout, i);
      WayRect header = { WAY_MARGIN, 0, WAY_LANE_WIDTH - 8, 0 };
      double y, height;
      double least = 10 + way_sheet_add_lane_header (layout->sheet, lane->lane, lane->title, lane->tone, header, WAY_LANE_WIDTH - 28, 0, FALSE);

      if (i > 0 && lane->kind != WAY_LAYOUT_LANE (layout, i - 1)->kind)
        shift += LINE_GAP - LANE_GAP;
      way_layered_get_lane_span (layered, i, &y, &height);
      shifts[i] = (Shift) { above, shift };
      above = y + height;
      lane->y = y + shift;
      lane->height = MAX (height, way_sheet_round_up (least));
      shift += lane->height - height;
    }
}

/* Where a place of the layout is on the map. */
static WayPoint
get_point (WayPathwayLayout *layout,
           const Shift      *shifts,
           WayPoint          at)
{
  double shift = shifts[0].by;

  for (guint i = 1; i < layout->lanes->len && at.y > shifts[i].above; i++)
    shift = shifts[i].by;
  return (WayPoint) { layout->grid_left + at.x, at.y + shift };
}

/* Lines end on rectangles, and go on to the borders of shapes that are inside them. */
static void
reach_shape (const WayPathwayNode *node,
             WayPoint             *end,
             WayPoint              other)
{
  double dent = way_pathway_get_dent (node, *end);

  if (dent <= 0)
    return;
  if (end->x == other.x)
    end->y += other.y < end->y ? dent : -dent;
  else
    end->x += other.x < end->x ? dent : -dent;
}

static void
place_edges (WayPathwayLayout *layout,
             WayLayered       *layered,
             const Shift      *shifts)
{
  guint n_points = 0, n;

  for (guint i = 0; i < layout->edges->len; i++)
    {
      way_layered_get_line (layered, i, &n);
      n_points += n;
    }
  layout->points = g_new (WayPoint, n_points + 1);
  n_points = 0;
  for (guint i = 0; i < layout->edges->len; i++)
    {
      WayPathwayEdge *edge = WAY_LAYOUT_EDGE (layout, i);
      const WayPoint *points = way_layered_get_line (layered, i, &n);
      const WayRect *label = way_layered_get_label (layered, i);
      WayPoint corner;

      edge->points = layout->points + n_points;
      edge->n_points = n;
      n_points += n;
      for (guint k = 0; k < n; k++)
        edge->points[k] = get_point (layout, shifts, points[k]);
      if (n >= 2)
        {
          reach_shape (WAY_LAYOUT_NODE (layout, edge->from), &edge->points[0], edge->points[1]);
          reach_shape (WAY_LAYOUT_NODE (layout, edge->to), &edge->points[n - 1], edge->points[n - 2]);
        }
      if (label == NULL)
        continue;
      corner = get_point (layout, shifts, (WayPoint) { label->x, label->y });
      edge->label_rect = (WayRect) { corner.x, corner.y, label->width, label->height };
    }
}

/**
 * way_pathway_place:
 * @layout: what is measured
 *
 * Sets where lanes, steps and links are, from a first lane at 0.
 */
void
way_pathway_place (WayPathwayLayout *layout)
{
  WayLayered *layered = get_layered (layout);
  g_autofree Shift *shifts = g_new0 (Shift, layout->lanes->len + 1);

  place_lanes (layout, layered, shifts);
  for (guint i = 0; i < layout->nodes->len; i++)
    {
      WayPathwayNode *node = WAY_LAYOUT_NODE (layout, i);
      const WayRect *rect = way_layered_get_node (layered, i);
      WayPoint corner = get_point (layout, shifts, (WayPoint) { rect->x, rect->y });

      node->rect = (WayRect) { corner.x, corner.y, rect->width, rect->height };
      node->column = node->step->column = way_layered_get_column (layered, i);
      node->step->has_place = TRUE;
      node->step->was_x = rect->x + rect->width / 2;
      node->step->was_y = rect->y + rect->height / 2;
    }
  place_edges (layout, layered, shifts);
  layout->layered_width = way_layered_get_width (layered);
}

/**
 * way_pathway_move_down:
 * @layout: what is placed
 * @by: how far, points
 *
 * Moves lanes with all that is in them below the heading, which is as high as the map is wide enough for.
 *
 * Returns: where there is room below them
 */
double
way_pathway_move_down (WayPathwayLayout *layout,
                       double            by)
{
  double bottom = by;

  for (guint i = 0; i < layout->lanes->len; i++)
    {
      WayPathwayLane *lane = WAY_LAYOUT_LANE (layout, i);

      lane->y += by;
      lane->line_y += by;
      bottom = lane->y + lane->height;
    }
  for (guint i = 0; i < layout->nodes->len; i++)
    WAY_LAYOUT_NODE (layout, i)->rect.y += by;
  for (guint i = 0; i < layout->edges->len; i++)
    {
      WayPathwayEdge *edge = WAY_LAYOUT_EDGE (layout, i);

      edge->label_rect.y += by;
      for (guint k = 0; k < edge->n_points; k++)
        edge->points[k].y += by;
    }
  return bottom + WAY_GRID;
}

/**
 * way_pathway_dup_places:
 * @self: the records, laid out
 *
 * Returns: (transfer full) (nullable): what the layout went by, as way_pathway_take_kept() takes it
 */
char *
way_pathway_dup_places (WayPathway *self)
{
  return self->layout != NULL && self->plan != NULL ? way_pathway_dup_kept (self->layout, self->plan->placed, self->plan->led) : NULL;
}

/** way_pathway_get_n_columns: Returns: how many columns the last layout has, those without steps included. */
guint
way_pathway_get_n_columns (WayPathway *self)
{
  return self->plan != NULL ? way_layered_get_n_columns (self->plan->layered) : 0;
}

/**
 * way_pathway_get_column_span:
 * @self: the records, laid out
 * @column: the number of a column
 * @x: (out): where it begins, on a map that runs from left to right
 * @width: (out): how wide its widest step is
 */
void
way_pathway_get_column_span (WayPathway *self,
                             guint       column,
                             double     *x,
                             double     *width)
{
  way_layered_get_column_span (self->plan->layered, column, x, width);
  *x += WAY_PATHWAY_LEFT;
}
