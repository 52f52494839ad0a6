/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pathway map for those who edit it: which way its links lead, and which column is where. */
#include "scene/way-scene-pathway.h"

#include "scene/way-pathway-layout.h"
#include "scene/way-scene-private.h"

static WayPathway *
get_pathway (WayScene *self)
{
  return self->kind == &way_pathway_kind ? self->records : NULL;
}

/**
 * way_scene_get_reading:
 * @self: a scene
 *
 * Returns: for whom the map is read
 */
WayReading
way_scene_get_reading (WayScene *self)
{
  return self->options.reading;
}

/**
 * way_scene_dup_places:
 * @self: a scene
 *
 * What an edit leaves where it was hangs on all edits before it. This is what the last layout went by: a new scene of the same records that
 * is given it, in [struct@SceneOptions], is laid out as this one is.
 *
 * Returns: (transfer full) (nullable): a text of ids and numbers; %NULL for a map that is laid out from what it is alone, as every map is
 *   that was not edited, and where a reading hides something or the map is compared
 */
char *
way_scene_dup_places (WayScene *self)
{
  WayPathway *pathway = get_pathway (self);

  return pathway != NULL && way_scene_options_keep_places (&self->options) ? way_pathway_dup_places (pathway) : NULL;
}

/**
 * way_scene_get_link_ends:
 * @self: a scene
 * @link: the id of a link
 * @from: (out) (nullable): the step that it leads from
 * @to: (out) (nullable): the step that it leads to
 *
 * Returns: whether the map has the link
 */
gboolean
way_scene_get_link_ends (WayScene    *self,
                         const char  *link,
                         const char **from,
                         const char **to)
{
  WayPathway *pathway = get_pathway (self);
  WayRecord *record = pathway != NULL ? g_hash_table_lookup (pathway->links, link) : NULL;

  if (record == NULL)
    return FALSE;
  *from = way_record_get_text (record, WAY_LINK_FROM);
  *to = way_record_get_text (record, WAY_LINK_TO);
  return TRUE;
}

/**
 * way_scene_is_flow:
 * @self: a scene
 * @link: the id of a link
 *
 * Returns: whether it is a link of flow, and not of information or what makes possible
 */
gboolean
way_scene_is_flow (WayScene   *self,
                   const char *link)
{
  WayPathway *pathway = get_pathway (self);
  WayRecord *record = pathway != NULL ? g_hash_table_lookup (pathway->links, link) : NULL;
  const char *kind = record != NULL ? way_record_get_text (record, WAY_LINK_KIND) : "information";

  return kind == NULL || g_str_equal (kind, "flow");
}

/**
 * way_scene_list_links_from:
 * @self: a scene
 * @step: the id of a step
 *
 * Returns: (transfer full) (element-type guint): the items of the links that lead on from it, in reading order
 */
GArray *
way_scene_list_links_from (WayScene   *self,
                           const char *step)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (guint));
  int at = way_scene_find (self, step);

  /* They stand behind their step, in its group. */
  for (guint i = at + 1; at >= 0 && i < self->items->len; i++)
    {
      const WayItem *item = way_scene_get_item (self, i);

      if (item->group != way_scene_get_item (self, at)->group)
        break;
      if (item->role == WAY_ROLE_LINK && item->id != NULL)
        g_array_append_val (links, i);
    }
  return links;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

/**
 * way_scene_list_links_to:
 * @self: a scene
 * @step: the id of a step
 *
 * Returns: (transfer full) (element-type guint): the items of the links that lead to it, in reading order
 */
GArray *
way_scene_list_links_to (WayScene   *self,
                         const char *step)
{
  WayPathway *pathway = get_pathway (self);
  GArray *links = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  const char *id;
  WayRecord *link;

  if (pathway == NULL)
    return links;
  g_hash_table_iter_init (&iter, pathway->links);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &link))
    if (g_strcmp0 (way_record_get_text (link, WAY_LINK_TO), step) == 0)
      {
        int item = way_scene_find (self, id);

        if (item >= 0)
          g_array_append_val (links, item);
      }
  g_array_sort (links, compare_numbers);
  return links;
}

static const guint *
count_steps (WayScene *self)
{
  if (self->steps_before == NULL)
    {
      self->steps_before = g_new0 (guint, self->items->len + 1);
      for (guint i = 0; i < self->items->len; i++)
        self->steps_before[i + 1] = self->steps_before[i] + (way_scene_get_item (self, i)->role == WAY_ROLE_STEP);
    }
  return self->steps_before;
}

/**
 * way_scene_get_step_number:
 * @self: a scene
 * @item: the item of a step
 * @lane: the group of its lane
 * @number: (out): which one it is among the steps of the lane, from 1
 * @of: (out): how many these are
 */
void
way_scene_get_step_number (WayScene       *self,
                           guint           item,
                           const WayGroup *lane,
                           guint          *number,
                           guint          *of)
{
  const guint *before = count_steps (self);

  *number = before[item + 1] - before[lane->first_item];
  *of = before[lane->first_item + lane->n_items] - before[lane->first_item];
}

/**
 * way_scene_get_column:
 * @self: a scene
 * @step: the id of a step
 * @column: (out): the column that it stands in, from 0 in the order of flow
 * @pinned: (out): whether it is pinned there
 *
 * Returns: whether the map shows the step
 */
gboolean
way_scene_get_column (WayScene   *self,
                      const char *step,
                      guint      *column,
                      gboolean   *pinned)
{
  WayPathway *pathway = get_pathway (self);
  const WayPathwayStep *found = pathway != NULL ? g_hash_table_lookup (pathway->steps, step) : NULL;

  if (found == NULL || way_scene_find (self, step) < 0)
    return FALSE;
  *column = found->column;
  *pinned = way_record_has (found->record, WAY_STEP_COLUMN);
  return TRUE;
}

/**
 * way_scene_get_column_bounds:
 * @self: a scene
 * @column: the number of a column, or of the one beyond the last
 * @bounds: (out caller-allocates): where it is, from the first lane to the last
 *
 * Returns: whether it is on the map
 */
gboolean
way_scene_get_column_bounds (WayScene *self,
                             guint     column,
                             WayRect  *bounds)
{
  WayPathway *pathway = get_pathway (self);
  guint n = pathway != NULL ? way_pathway_get_n_columns (pathway) : 0;
  double x = WAY_PATHWAY_LEFT, width = 120, top = G_MAXDOUBLE, bottom = 0;

  if (pathway == NULL || column > n)
    return FALSE;
  if (column < n)
    way_pathway_get_column_span (pathway, column, &x, &width);
  else if (n > 0)
    {
      way_pathway_get_column_span (pathway, n - 1, &x, &width);
      x += width + 40;
    }
  for (guint i = 0; i < self->items->len; i++)
    if (way_scene_get_item (self, i)->role == WAY_ROLE_LANE)
      {
        const WayRect *lane = &way_scene_get_item (self, i)->bounds;

        top = MIN (top, lane->y);
        bottom = MAX (bottom, lane->y + lane->height);
      }
  if (bottom == 0)
    return FALSE;
  *bounds = (WayRect) { self->right_to_left ? self->width - x - width : x, top, width, bottom - top };
  return TRUE;
}

static guint
get_column_at (WayScene   *self,
               WayPathway *pathway,
               double      x)
{
  guint n = way_pathway_get_n_columns (pathway), nearest = 0;
  double least = G_MAXDOUBLE;

  if (self->right_to_left)
    x = self->width - x;
  for (guint i = 0; i < n; i++)
    {
      double left, width, far;

      way_pathway_get_column_span (pathway, i, &left, &width);
      far = x < left ? left - x : x > left + width ? x - left - width : 0;
      if (far >= least)
        continue;
      least = far;
      nearest = i;
      /* Well behind the last column is the next one. */
      if (i + 1 == n && x > left + width + 30)
        nearest = n;
    }
  return nearest;
}

/**
 * way_scene_get_step_place_at:
 * @self: a scene
 * @x: a place on the map
 * @y: the same
 * @place: (out caller-allocates): the lane there, and as its index the column
 *
 * Returns: whether a step can be put there
 */
gboolean
way_scene_get_step_place_at (WayScene *self,
                             double    x,
                             double    y,
                             WayPlace *place)
{
  WayPathway *pathway = get_pathway (self);

  *place = (WayPlace) { 0 };
  for (guint i = 0; pathway != NULL && i < self->items->len; i++)
    {
      const WayItem *item = way_scene_get_item (self, i);

      if (item->role != WAY_ROLE_LANE || item->id == NULL || y < item->bounds.y || y > item->bounds.y + item->bounds.height)
        continue;
      g_strlcpy (place->lane, item->id, sizeof place->lane);
      place->index = get_column_at (self, pathway, x);
      return TRUE;
    }
  return FALSE;
}
