/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a pathway map is as it was in the layout before, and what was touched since. */
#include "scene/way-pathway-layout.h"

#include <math.h>

#define SAME 1e-6             /* sums of the same lengths in another order differ by less */

static gboolean
is_moved_by (WayPoint from,
             WayPoint to,
             WayPoint by)
{
  return fabs (to.x - from.x - by.x) < SAME && fabs (to.y - from.y - by.y) < SAME;
}

static gboolean
is_edge_moved_by (const WayPathwayEdge *edge,
                  const WayPathwayEdge *before,
                  WayPoint              by)
{
  if (edge->n_points != before->n_points)
    return FALSE;
  for (guint i = 0; i < edge->n_points; i++)
    if (!is_moved_by (before->points[i], edge->points[i], by))
      return FALSE;
  /* What is written on it stands there; what is not has no place. */
  return edge->label_width == 0 || is_moved_by ((WayPoint) { before->label_rect.x, before->label_rect.y },
                                                (WayPoint) { edge->label_rect.x, edge->label_rect.y }, by);
}

/**
 * way_pathway_only_moved:
 * @layout: what is placed, with a layout before it
 * @number: a node that was there before
 * @by: (out): how far it moved on the scene
 *
 * Returns: whether the step, and all links that lead on from it, look as they did, and moved alike if at all
 */
gboolean
way_pathway_only_moved (WayPathwayLayout *layout,
                        guint             number,
                        WayPoint         *by)
{
  const WayPathwayNode *node = WAY_LAYOUT_NODE (layout, number), *old = WAY_LAYOUT_NODE (layout->before, node->before);
  WayPoint moved = { node->rect.x - old->rect.x, node->rect.y - old->rect.y };
  guint edge = layout->first[number], before = layout->before->first[node->before];

  if (node->is_touched)
    return FALSE;
  if (fabs (moved.x) < SAME)
    moved.x = 0;
  if (fabs (moved.y) < SAME)
    moved.y = 0;
  for (; edge > 0 && before > 0; edge = layout->next[edge], before = layout->before->next[before])
    {
      const WayPathwayEdge *one = WAY_LAYOUT_EDGE (layout, edge - 1);

      if (one->is_touched || one->before != (int) before - 1 || !is_edge_moved_by (one, WAY_LAYOUT_EDGE (layout->before, before - 1), moved))
        return FALSE;
    }
  *by = (WayPoint) { layout->scene->right_to_left ? layout->width - layout->before->width - moved.x : moved.x, moved.y };
  return edge == before;
}

/* Keeps what the layout knows by its id until it is made again. */
static void
keep_until_layout (WayPathway *self,
                   WayRecord  *record)
{
  if (self->layout != NULL)
    g_ptr_array_add (self->leaving, g_object_ref (record));
}

static gboolean
differs (WayRecord *one,
         WayRecord *other,
         guint      field)
{
  return g_strcmp0 (way_record_get_text (one, field), way_record_get_text (other, field)) != 0;
}

/**
 * way_pathway_touch:
 * @self: the records
 * @before: (nullable): what a step or link was
 * @now: (nullable): what it is
 *
 * Notes that it is to be laid out again, and whether the map has others in another order now.
 */
void
way_pathway_touch (WayPathway *self,
                   WayRecord  *before,
                   WayRecord  *now)
{
  WayRecord *record = before != NULL ? before : now;

  if (record == NULL)
    return;
  g_hash_table_add (self->touched, g_strdup (way_record_get_id (record)));
  if (before != NULL)
    keep_until_layout (self, before);
  if (before == NULL || now == NULL || way_record_get_position (before) != way_record_get_position (now))
    self->lists_changed = TRUE;
  else if (way_record_get_kind (record) == WAY_KIND_STEP)
    self->lists_changed |= differs (before, now, WAY_STEP_LANE);
  else
    self->lists_changed |= differs (before, now, WAY_LINK_FROM) || differs (before, now, WAY_LINK_TO);
}

/** way_pathway_forget_touched: Everything is laid out. */
void
way_pathway_forget_touched (WayPathway *self)
{
  g_hash_table_remove_all (self->touched);
  g_ptr_array_set_size (self->leaving, 0);
  self->lists_changed = FALSE;
}

/** way_pathway_forget_layout: The next layout is of everything. */
void
way_pathway_forget_layout (WayPathway *self)
{
  g_clear_pointer (&self->layout, way_pathway_layout_free);
  way_pathway_forget_touched (self);
}
