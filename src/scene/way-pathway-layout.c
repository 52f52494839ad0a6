/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pathway map as a whole: in which order lanes, steps and links are put down. */
#include "scene/way-pathway-layout.h"

#define LEAST_WIDTH 680.0     /* a title and a persona need some room however few the steps are */

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
  if (one->rect.y != other->rect.y)
    return one->rect.y < other->rect.y ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

/* Most edits leave it as it was. */
static void
order_nodes (WayPathwayLayout *layout)
{
  guint n = layout->nodes->len;
  gboolean known = layout->before != NULL && !layout->is_listed_anew, sorted = known;

  layout->order = known ? g_steal_pointer (&layout->before->order) : g_new (guint, n + 1);
  for (guint i = 0; i < n && !known; i++)
    layout->order[i] = i;
  for (guint i = 1; i < n && sorted; i++)
    sorted = compare_places (&layout->order[i - 1], &layout->order[i], layout) < 0;
  if (!sorted && n > 0)
    g_sort_array (layout->order, n, sizeof (guint), compare_places, layout);
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

/* A step with the links that lead on from it. */
static void
add_step (WayPathwayLayout *layout,
          guint             number,
          guint             lane_group)
{
  WayPathwayNode *node = WAY_LAYOUT_NODE (layout, number);
  const WayPathwayNode *before = node->before >= 0 ? WAY_LAYOUT_NODE (layout->before, node->before) : NULL;
  WayScene *scene = layout->scene;
  WayPoint by;

  if (before != NULL && way_pathway_only_moved (layout, number, &by))
    {
      node->group = way_scene_keep_group (scene, before->group, lane_group, by.x, by.y);
      node->item = way_scene_get_group (scene, node->group)->first_item;
      return;
    }
  node->group = way_scene_begin_group (scene, WAY_GROUP_STEP, lane_group, node->is_gone ? WAY_KIND_NONE : WAY_KIND_STEP,
                                       node->is_gone ? NULL : way_record_get_id (node->step->record), way_pathway_get_title (node));
  node->item = way_pathway_add_step (layout, node, node->group);
  for (guint edge = layout->first[number]; edge > 0; edge = layout->next[edge])
    way_pathway_add_link (layout, WAY_LAYOUT_EDGE (layout, edge - 1), node->group, node->item);
  way_scene_end_group (scene, node->group);
  if (before != NULL)
    way_scene_replace_group (scene, before->group, node->group);
}

/* Lane by lane, in each step by step, after each step the links that lead on from it. */
static void
add_lanes (WayPathwayLayout *layout,
           guint             map_group)
{
  guint at = 0;

  order_nodes (layout);
  for (guint i = 0; i < layout->lanes->len; i++)
    {
      guint lane;

      add_lane (layout, i, map_group, &lane);
      for (; at < layout->nodes->len && WAY_LAYOUT_NODE (layout, layout->order[at])->lane == i; at++)
        add_step (layout, layout->order[at], lane);
      way_scene_end_group (layout->scene, lane);
    }
}

/* A map runs from right to left when most of what names its lanes and steps does. */
static gboolean
runs_right_to_left (WayPathway *self)
{
  GHashTableIter iter;
  WayPathwayStep *step;
  int balance = 0;

  g_hash_table_iter_init (&iter, self->steps);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &step))
    balance += step->lean;
  return way_sheet_runs_right_to_left (&self->sheet, balance);
}

static WayPathwayLayout *
layout_new (WayPathway       *self,
            WayScene         *scene,
            WayPathwayLayout *before)
{
  WayPathwayLayout *layout = g_new0 (WayPathwayLayout, 1);

  layout->scene = scene;
  layout->pathway = self;
  layout->sheet = &self->sheet;
  layout->before = before;
  layout->grid_left = WAY_PATHWAY_LEFT;
  layout->lanes = g_array_new (FALSE, TRUE, sizeof (WayPathwayLane));
  layout->walks = g_array_new (FALSE, TRUE, sizeof (WayPathwayWalk));
  layout->stops = g_array_new (FALSE, TRUE, sizeof (WayPathwayStop));
  return layout;
}

/** way_pathway_layout_free: Lets go of a layout. */
void
way_pathway_layout_free (WayPathwayLayout *layout)
{
  for (guint i = 0; i < layout->nodes->len; i++)
    g_clear_pointer (&WAY_LAYOUT_NODE (layout, i)->stops, g_array_unref);
  way_pathway_clear_walks (layout);
  g_array_unref (layout->lanes);
  g_array_unref (layout->nodes);
  g_array_unref (layout->edges);
  g_array_unref (layout->walks);
  g_array_unref (layout->stops);
  g_clear_pointer (&layout->node_of, g_hash_table_unref);
  g_clear_pointer (&layout->edge_of, g_hash_table_unref);
  g_free (layout->points);
  g_free (layout->order);
  g_free (layout->first);
  g_free (layout->next);
  g_free (layout);
}

/* Finds out what there is and how large it is; of a layout before, what was not touched since is as large as it was. */
static void
measure (WayPathwayLayout *layout)
{
  way_pathway_list (layout);
  way_pathway_find_walks (layout);
  way_pathway_touch_stops (layout);
  way_pathway_shape_steps (layout);
  for (guint i = 0; i < layout->nodes->len; i++)
    if (WAY_LAYOUT_NODE (layout, i)->is_touched)
      way_pathway_measure_step (layout, WAY_LAYOUT_NODE (layout, i));
  for (guint i = 0; i < layout->edges->len; i++)
    if (WAY_LAYOUT_EDGE (layout, i)->is_touched)
      way_pathway_measure_link (layout, WAY_LAYOUT_EDGE (layout, i));
}

/* Puts everything down, from the heading to the foot; gives how high it is. */
static double
add_all (WayPathwayLayout *layout)
{
  WayScene *scene = layout->scene;
  WaySheet *sheet = layout->sheet;
  guint map = way_scene_begin_group (scene, WAY_GROUP_MAP, -1, WAY_KIND_MAP, way_record_get_id (sheet->map), scene->title);
  double top = way_sheet_add_header (sheet, WAY_MARGIN, map) + 16;
  double y = way_pathway_move_down (layout, top);

  add_backdrop (layout, map);
  add_lanes (layout, map);
  y = way_pathway_add_walks (layout, y + 8, map);
  y = way_pathway_add_changes (layout, y + 8, map);
  y = way_pathway_add_legend (layout, y + 8, map);
  y = way_sheet_add_key (sheet, y + 8, map);
  y = way_sheet_add_foot (sheet, y + 8, map);
  way_scene_end_group (scene, map);
  return y + WAY_MARGIN - 8;
}

static void
lay_out (WayPathway       *self,
         WayScene         *scene,
         WayPathwayLayout *before)
{
  WaySheet *sheet = &self->sheet;
  WayPathwayLayout *layout = layout_new (self, scene, before);

  if (before != NULL)
    way_sheet_begin_again (sheet, scene);
  else
    way_sheet_begin (sheet, scene, runs_right_to_left (self));
  way_pathway_say (self, scene->right_to_left);
  measure (layout);
  way_pathway_place (layout);
  sheet->content_width = MAX (LEAST_WIDTH, WAY_LANE_WIDTH + 2 * WAY_PATHWAY_SIDE + layout->layered_width);
  way_pathway_fit_lines (layout);
  scene->width = layout->width = 2 * WAY_MARGIN + sheet->content_width;
  scene->height = add_all (layout);
  way_sheet_end (sheet);

  layout->before = NULL;
  g_clear_pointer (&self->layout, way_pathway_layout_free);
  self->layout = layout;
  way_pathway_forget_touched (self);
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
  lay_out (data, scene, NULL);
}

/**
 * way_pathway_patch:
 * @data: the records, a WayPathway
 * @scene: a scene of them, laid out
 *
 * Lays out again what differs from the last layout where only steps, links and scenarios changed since: the rest is kept, moved at most.
 *
 * Returns: whether that was so
 */
gboolean
way_pathway_patch (gpointer  data,
                   WayScene *scene)
{
  WayPathway *self = data;

  /* What is gone since another version comes in lists of its own. */
  if (self->layout == NULL || self->comparison != NULL || runs_right_to_left (self) != scene->right_to_left)
    return FALSE;
  lay_out (self, scene, self->layout);
  return TRUE;
}
