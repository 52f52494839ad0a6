/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map as a row of sights to be walked past, and where a place on it is on the same map as another audience sees it. */
#include "scene/way-sights.h"

#include <string.h>

/* What is seen of a pathway around a stop, in points. */
#define STOP_WIDTH 420.0
#define STOP_HEIGHT 230.0

static void
way_sight_free (gpointer data)
{
  WaySight *sight = data;

  g_free (sight->id);
  g_free (sight->title);
  g_free (sight->note);
  g_array_unref (sight->blocks);
  g_array_unref (sight->pieces);
  g_free (sight);
}

static WaySight *
way_sight_new (const char    *id,
               char          *title,
               const WayRect *area)
{
  WaySight *sight = g_new0 (WaySight, 1);

  sight->id = g_strdup (id);
  sight->title = title;
  sight->area = sight->spot = *area;
  sight->blocks = g_array_new (FALSE, FALSE, sizeof (WayRect));
  sight->pieces = g_array_new (FALSE, FALSE, sizeof (WayRect));
  return sight;
}

/* The column of a stage: its header, and its cells in every lane. */
static WaySight *
make_stage (WayScene      *scene,
            const WayItem *header)
{
  WayRect area = header->bounds;
  WaySight *sight = way_sight_new (header->id, way_scene_dup_item_text (scene, header), &area);

  for (guint i = 0; i < way_scene_get_n_groups (scene); i++)
    {
      const WayGroup *group = way_scene_get_group (scene, i);

      if (group->role != WAY_GROUP_CELL || g_strcmp0 (group->stage, header->id) != 0)
        continue;
      area = way_rect_union (&area, &group->bounds);
      g_array_append_val (sight->blocks, group->bounds);
      for (guint each = group->first_item; each < group->first_item + group->n_items; each++)
        g_array_append_val (sight->pieces, way_scene_get_item (scene, each)->bounds);
    }
  sight->area = area;
  /* As wide as the header: what is in the cells is no wider, and the next header is not touched. */
  sight->spot = (WayRect) { header->bounds.x, area.y, header->bounds.width, area.height };
  return sight;
}

/* A stop of a scenario with its step, what is around them, and what is said of it. */
static WaySight *
make_stop (WayScene      *scene,
           const WayItem *stop)
{
  const WayItem *step = stop->owner >= 0 ? way_scene_get_item (scene, stop->owner) : NULL;
  WayRect spot = step != NULL ? way_rect_union (&step->bounds, &stop->bounds) : stop->bounds;
  WaySight *sight = way_sight_new (stop->id, way_scene_dup_item_text (scene, step != NULL ? step : stop), &spot);
  double across = MAX (0, STOP_WIDTH - spot.width) / 2, down = MAX (0, STOP_HEIGHT - spot.height) / 2;

  g_strdelimit (sight->title, "\n", ' ');
  sight->note = g_strdup (stop->label);
  sight->spot = way_rect_grow (&spot, 4);
  sight->area = (WayRect) { spot.x - across, spot.y - down, spot.width + 2 * across, spot.height + 2 * down };
  return sight;
}

/**
 * way_sights_new:
 * @scene: a map
 *
 * What a room is walked past: the stages of a journey, the stops of the scenarios that a pathway shows, or where there are none of them the
 * map as a whole.
 *
 * Returns: (transfer full) (element-type WaySight): at least one
 */
GPtrArray *
way_sights_new (WayScene *scene)
{
  GPtrArray *sights = g_ptr_array_new_with_free_func (way_sight_free);
  WayRect all = { 0 };

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);

      if (item->role == WAY_ROLE_STAGE && item->id != NULL)
        g_ptr_array_add (sights, make_stage (scene, item));
      else if (item->role == WAY_ROLE_STOP && item->id != NULL)
        g_ptr_array_add (sights, make_stop (scene, item));
    }
  if (sights->len > 0)
    return sights;
  way_scene_get_size (scene, &all.width, &all.height);
  g_ptr_array_add (sights, way_sight_new (NULL, g_strdup (way_scene_get_title (scene)), &all));
  return sights;
}

/**
 * way_sights_find:
 * @sights: (element-type WaySight): sights
 * @id: (nullable): the stage or stop of one
 *
 * Returns: its number, or -1
 */
int
way_sights_find (GPtrArray  *sights,
                 const char *id)
{
  for (guint i = 0; i < sights->len; i++)
    if (g_strcmp0 (((WaySight *) g_ptr_array_index (sights, i))->id, id) == 0)
      return i;
  return -1;
}

static void
add_to (WayRect       *sum,
        const WayRect *more)
{
  *sum = sum->width > 0 ? way_rect_union (sum, more) : *more;
}

/**
 * way_sights_get_frame:
 * @scene: a map
 * @frame: (out): the row of its stages and the column of its lanes
 */
void
way_sights_get_frame (WayScene      *scene,
                      WaySceneFrame *frame)
{
  *frame = (WaySceneFrame) { 0 };
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);

      if (item->role == WAY_ROLE_STAGE)
        add_to (&frame->stages, &item->bounds);
      else if (item->role == WAY_ROLE_LANE)
        add_to (&frame->lanes, &item->bounds);
    }
}

/* Where the same thing begins and ends on two maps, along one direction. */
typedef struct
{
  double from, to;
} WayPair;

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const WayPair *one = a, *other = b;

  return one->from < other->from ? -1 : one->from > other->from;
}

static const WayGroup *
find_lane (WayScene   *scene,
           const char *id)
{
  for (guint i = 0; i < way_scene_get_n_groups (scene); i++)
    if (way_scene_get_group (scene, i)->role == WAY_GROUP_LANE && g_strcmp0 (way_scene_get_group (scene, i)->id, id) == 0)
      return way_scene_get_group (scene, i);
  return NULL;
}

static void
add_pairs (GArray *pairs,
           double  from,
           double  from_length,
           double  to,
           double  to_length)
{
  WayPair ends[] = { { from, to }, { from + from_length, to + to_length } };

  g_array_append_vals (pairs, ends, 2);
}

static double
translate (GArray *pairs,
           double  value)
{
  const WayPair *last = &g_array_index (pairs, WayPair, 0);

  for (guint i = 1; i < pairs->len; i++)
    {
      const WayPair *next = &g_array_index (pairs, WayPair, i);

      if (value <= next->from || i == pairs->len - 1)
        return next->from > last->from ? last->to + (value - last->from) / (next->from - last->from) * (next->to - last->to) : next->to;
      last = next;
    }
  return value;
}

/**
 * way_sights_translate:
 * @from: a map
 * @to: the same map, as others see it
 * @area: a part of @from
 *
 * Finds where on @to a part of @from is. What others do not see takes no room on their map, so that stages and lanes may be
 * elsewhere there.
 *
 * Returns: that part of @to
 */
WayRect
way_sights_translate (WayScene      *from,
                      WayScene      *to,
                      const WayRect *area)
{
  g_autoptr (GArray) across = g_array_new (FALSE, FALSE, sizeof (WayPair)), down = g_array_new (FALSE, FALSE, sizeof (WayPair));
  double width, height, to_width, to_height;
  WayRect result;

  way_scene_get_size (from, &width, &height);
  way_scene_get_size (to, &to_width, &to_height);
  add_pairs (across, 0, width, 0, to_width);
  add_pairs (down, 0, height, 0, to_height);
  for (guint i = 0; i < way_scene_get_n_items (from); i++)
    {
      const WayItem *item = way_scene_get_item (from, i);
      int same = item->role == WAY_ROLE_STAGE && item->id != NULL ? way_scene_find (to, item->id) : -1;
      const WayRect *there = same >= 0 ? &way_scene_get_item (to, same)->bounds : NULL;

      if (there != NULL)
        add_pairs (across, item->bounds.x, item->bounds.width, there->x, there->width);
    }
  for (guint i = 0; i < way_scene_get_n_groups (from); i++)
    {
      const WayGroup *lane = way_scene_get_group (from, i);
      const WayGroup *same = lane->role == WAY_GROUP_LANE ? find_lane (to, lane->id) : NULL;

      if (same != NULL)
        add_pairs (down, lane->bounds.y, lane->bounds.height, same->bounds.y, same->bounds.height);
    }
  g_array_sort (across, compare_pairs);
  g_array_sort (down, compare_pairs);
  result.x = translate (across, area->x);
  result.y = translate (down, area->y);
  result.width = MAX (0, translate (across, area->x + area->width) - result.x);
  result.height = MAX (0, translate (down, area->y + area->height) - result.y);
  return result;
}

/**
 * way_sights_dup_words:
 * @scene: a map
 * @area: a part of it
 *
 * Returns: (transfer full): what is said there, a line each, in reading order
 */
char *
way_sights_dup_words (WayScene      *scene,
                      const WayRect *area)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      g_autofree char *text = NULL;

      if (item->role == WAY_ROLE_BACKDROP || !way_rect_intersects (&item->bounds, area))
        continue;
      text = item->label != NULL && item->role != WAY_ROLE_QUOTE ? g_strdup (item->label) : way_scene_dup_item_text (scene, item);
      g_strstrip (g_strdelimit (text, "\n", ' '));
      if (*text != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", text);
    }
  return g_string_free (words, FALSE);
}
