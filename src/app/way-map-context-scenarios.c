/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which scenarios lie over the map that is shown, and which of them is walked. */
#include "app/way-map-context-private.h"

static gboolean
find_scenario (WayMapContext *self,
               const char    *id,
               guint         *place)
{
  return g_ptr_array_find_with_equal_func (self->scenarios, id, g_str_equal, place);
}

/**
 * way_map_context_show_scenario:
 * @self: a context
 * @id: a scenario of the map
 * @shown: whether it is to be drawn over the map
 */
void
way_map_context_show_scenario (WayMapContext *self,
                               const char    *id,
                               gboolean       shown)
{
  guint place;

  if (find_scenario (self, id, &place) == shown)
    return;
  if (shown)
    g_ptr_array_add (self->scenarios, g_strdup (id));
  else
    g_ptr_array_remove_index (self->scenarios, place);
  if (self->canvas != NULL)
    way_canvas_set_scenarios (self->canvas, way_map_context_get_scenarios (self));
  way_map_context_scenarios_changed (self);
}

/**
 * way_map_context_shows_scenario:
 * @self: a context
 * @id: a scenario
 *
 * Returns: whether it is drawn over the map
 */
gboolean
way_map_context_shows_scenario (WayMapContext *self,
                                const char    *id)
{
  return find_scenario (self, id, NULL);
}

/**
 * way_map_context_get_scenarios:
 * @self: a context
 *
 * Returns: (transfer none): the ids of those that are drawn over the map, in the order in which they were laid over it
 */
const char *const *
way_map_context_get_scenarios (WayMapContext *self)
{
  static const char *const none[] = { NULL };

  return self->scenarios->len > 0 ? (const char *const *) self->scenarios->pdata : none;
}

/**
 * way_map_context_walk:
 * @self: a context
 * @scenario_id: (nullable): the scenario that gets the steps that are chosen on the map, or %NULL to end that
 * @after: (nullable): the stop that the next one comes after, or %NULL for the last
 */
void
way_map_context_walk (WayMapContext *self,
                      const char    *scenario_id,
                      const char    *after)
{
  if (g_strcmp0 (self->walk, scenario_id) == 0 && g_strcmp0 (self->walk_after, after) == 0)
    return;
  g_set_str (&self->walk, scenario_id);
  g_set_str (&self->walk_after, after);
  way_map_context_scenarios_changed (self);
}

/**
 * way_map_context_get_walk:
 * @self: a context
 * @after: (out) (optional) (nullable): the stop that the next one comes after, or %NULL for the last
 *
 * Returns: (nullable): the scenario that is walked
 */
const char *
way_map_context_get_walk (WayMapContext  *self,
                          const char    **after)
{
  if (after != NULL)
    *after = self->walk_after;
  return self->walk;
}
