/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is on a pathway map: its lanes, steps, links and flags, where each is, and what is said of it. */
#include "canvas/way-canvas-pathway.h"

#include "base/way-i18n.h"
#include "scene/way-scene-pathway.h"

#include <math.h>

#define LINK_SPOT 18.0        /* of a link on which nothing is written, points */

int
way_pathway_find_item (WayScene      *scene,
                       const WaySpot *spot)
{
  return *spot->id != '\0' ? way_scene_find (scene, spot->id) : -1;
}

/* The lane that a group is, or is in. Nullable. */
const WayGroup *
way_pathway_get_lane (WayScene *scene,
                      int       group)
{
  while (group >= 0 && way_scene_get_group (scene, group)->role != WAY_GROUP_LANE)
    group = way_scene_get_group (scene, group)->parent;
  return group >= 0 ? way_scene_get_group (scene, group) : NULL;
}

/* Returns: (transfer full) (element-type guint): the heads of the lanes, from top to bottom */
GArray *
way_pathway_list_lanes (WayScene *scene)
{
  GArray *lanes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    if (way_scene_get_item (scene, i)->role == WAY_ROLE_LANE && way_scene_get_item (scene, i)->id != NULL)
      g_array_append_val (lanes, i);
  return lanes;
}

/* The middle of the longest piece of a line. */
static WayPoint
get_middle (WayScene      *scene,
            const WayItem *link)
{
  const WayMark *marks = way_scene_get_marks (scene, link);
  WayPoint middle = { link->bounds.x + link->bounds.width / 2, link->bounds.y + link->bounds.height / 2 }, at = { 0 };
  double longest = -1;
  guint n_steps;
  const WayPathStep *steps;

  if (link->n_marks == 0 || marks[0].type != WAY_MARK_PATH)
    return middle;
  steps = way_path_get_steps (marks[0].path, &n_steps);
  for (guint i = 0; i < n_steps; i++)
    {
      WayPoint to = steps[i].points[steps[i].type == WAY_PATH_CURVE ? 2 : 0];
      double length = hypot (to.x - at.x, to.y - at.y);

      if (steps[i].type == WAY_PATH_LINE && length > longest)
        {
          longest = length;
          middle = (WayPoint) { (at.x + to.x) / 2, (at.y + to.y) / 2 };
        }
      at = to;
    }
  return middle;
}

/* A line may go around half of the map: a link is where something is written on it, else around its middle. */
gboolean
way_pathway_get_bounds (WayScene      *scene,
                        const WaySpot *spot,
                        WayRect       *bounds)
{
  int number = spot->kind == WAY_KIND_LINK ? way_pathway_find_item (scene, spot) : -1;
  WayPoint middle;
  gboolean written = FALSE;

  if (number < 0)
    return FALSE;
  for (guint i = number + 1; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);

      if (item->role != WAY_ROLE_WAIT || item->owner != number)
        break;
      *bounds = written ? way_rect_union (bounds, &item->bounds) : item->bounds;
      written = TRUE;
    }
  if (written)
    return TRUE;
  middle = get_middle (scene, way_scene_get_item (scene, number));
  *bounds = (WayRect) { middle.x - LINK_SPOT / 2, middle.y - LINK_SPOT / 2, LINK_SPOT, LINK_SPOT };
  return TRUE;
}

static char *
dup_words (WayScene      *scene,
           const WayItem *item)
{
  g_autofree char *text = item->label != NULL ? g_strdup (item->label) : way_scene_dup_item_text (scene, item);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strjoinv (", ", lines);
}

static char *
dup_step_name (WayScene      *scene,
               const WayItem *item)
{
  g_autofree char *words = dup_words (scene, item);
  g_autoptr (GArray) links = way_scene_list_links_from (scene, item->id);
  const WayGroup *lane = way_pathway_get_lane (scene, item->group);
  const char *title = lane != NULL && lane->label != NULL ? lane->label : "";
  guint column;
  gboolean pinned = FALSE;
  /* Translators: what a step of a pathway says, its lane, and how many links lead on from it. */
  g_autofree char *name = g_strdup_printf (ngettext ("%s, %s; %u link out", "%s, %s; %u links out", links->len), words, title, links->len);

  way_scene_get_column (scene, item->id, &column, &pinned);
  /* Translators: the name of a step of a pathway, which was put in its place by hand. */
  return pinned ? g_strdup_printf (_("%s, pinned"), name) : g_steal_pointer (&name);
}

static char *
dup_link_name (WayScene      *scene,
               const WayItem *item)
{
  g_autofree char *words = dup_words (scene, item);
  const WayItem *step = item->owner >= 0 ? way_scene_get_item (scene, item->owner) : NULL;
  g_autofree char *from = step != NULL ? dup_words (scene, step) : g_strdup ("");

  /* Translators: a link, such as "flow to First conversation, wait 3 weeks", and the step that it leads from. */
  return g_strdup_printf (_("%s, from %s"), words, from);
}

char *
way_pathway_dup_name (WayScene      *scene,
                      const WaySpot *spot)
{
  int number = way_pathway_find_item (scene, spot);
  const WayItem *item;
  g_autofree char *words = NULL;
  guint position, of;

  if (number < 0)
    return g_strdup ("");
  item = way_scene_get_item (scene, number);
  if (item->role == WAY_ROLE_STEP)
    return dup_step_name (scene, item);
  if (item->role == WAY_ROLE_LINK)
    return dup_link_name (scene, item);
  words = dup_words (scene, item);
  if (item->role == WAY_ROLE_LANE && way_pathway_get_position (scene, spot, &position, &of))
    /* Translators: the title of a lane, and its number among the lanes. */
    return g_strdup_printf (_("%s, lane %d of %u"), words, (int) position, of);
  return g_steal_pointer (&words);
}

static void
count_in (GArray *items,
          int     number,
          guint  *position,
          guint  *of)
{
  *of = items->len;
  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, guint, i) == (guint) number)
      *position = i + 1;
}

/* Which step of its lane, which link of those that lead on from its step, or which lane it is. */
gboolean
way_pathway_get_position (WayScene      *scene,
                          const WaySpot *spot,
                          guint         *position,
                          guint         *of)
{
  int number = way_pathway_find_item (scene, spot);
  const WayGroup *lane = number >= 0 ? way_pathway_get_lane (scene, way_scene_get_item (scene, number)->group) : NULL;
  g_autoptr (GArray) items = NULL;
  const char *from, *to;

  *position = *of = 0;
  if (number < 0)
    return FALSE;
  if (spot->kind == WAY_KIND_LANE)
    items = way_pathway_list_lanes (scene);
  else if (spot->kind == WAY_KIND_LINK && way_scene_get_link_ends (scene, spot->id, &from, &to))
    items = way_scene_list_links_from (scene, from);
  if (items != NULL)
    count_in (items, number, position, of);
  if (items != NULL || lane == NULL || spot->kind != WAY_KIND_STEP)
    return *position > 0;
  way_scene_get_step_number (scene, number, lane, position, of);
  return TRUE;
}
