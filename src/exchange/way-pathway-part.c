/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a pathway stands in a text of it: what a reading shows, or what somebody chose, and in words how much is left out. */
#include "exchange/way-pathway-part.h"

#include "base/way-i18n.h"
#include "model/way-schema.h"

/* Lanes without steps belong to the whole map, and not to steps that are chosen. */
static void
choose_lanes (WayPathwayPart *self)
{
  for (guint i = 0; i < self->graph->lanes->len; i++)
    {
      self->lanes[i] = way_reading_shows_lane_kind (self->reading, way_record_get_text (self->graph->lanes->pdata[i], WAY_LANE_KIND));
      self->n_lanes += !self->lanes[i];
      for (guint k = 0; !self->whole && self->lanes[i]; k++)
        if (k == self->graph->steps->len)
          self->lanes[i] = FALSE;
        else if (self->steps[k] && g_strcmp0 (way_record_get_text (self->graph->steps->pdata[k], WAY_STEP_LANE),
                                              way_record_get_id (self->graph->lanes->pdata[i])) == 0)
          break;
    }
}

static void
choose_steps (WayPathwayPart        *self,
              const char     *const *steps)
{
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; steps != NULL && steps[i] != NULL; i++)
    g_hash_table_add (chosen, (gpointer) steps[i]);
  for (guint i = 0; i < self->graph->steps->len; i++)
    {
      self->steps[i] = way_pathway_graph_shows_step (self->graph, i, self->reading);
      self->n_steps += !self->steps[i];
      self->steps[i] = self->steps[i] && (steps == NULL || g_hash_table_contains (chosen, way_record_get_id (self->graph->steps->pdata[i])));
    }
}

static void
choose_links (WayPathwayPart *self)
{
  for (guint i = 0; i < self->graph->links->len; i++)
    {
      guint from = self->graph->from[i], to = self->graph->to[i];

      self->links[i] = way_pathway_graph_shows_link (self->graph, i, self->reading);
      self->n_links += !self->links[i];
      if (!self->whole)
        self->links[i] = self->links[i] && from != WAY_PATHWAY_NOWHERE && to != WAY_PATHWAY_NOWHERE && self->steps[from] && self->steps[to];
    }
}

/**
 * way_pathway_part_new:
 * @lens: who is to see it
 * @map_id: a pathway map
 * @reading: for whom it is told
 * @steps: (nullable) (array zero-terminated=1): the steps that are chosen, or all
 * @error: what went wrong in reading
 *
 * Returns: (transfer full) (nullable): what is in it
 */
WayPathwayPart *
way_pathway_part_new (WayLens            *lens,
                      const char         *map_id,
                      WayReading          reading,
                      const char *const  *steps,
                      GError            **error)
{
  WayPathwayGraph *graph = way_pathway_graph_new (lens, map_id, error);
  WayPathwayPart *self;

  if (graph == NULL)
    return NULL;
  self = g_new0 (WayPathwayPart, 1);
  self->graph = graph;
  self->reading = reading;
  self->whole = steps == NULL;
  self->lanes = g_new0 (gboolean, graph->lanes->len);
  self->steps = g_new0 (gboolean, graph->steps->len);
  self->links = g_new0 (gboolean, graph->links->len);
  choose_steps (self, steps);
  choose_links (self);
  choose_lanes (self);
  return self;
}

void
way_pathway_part_free (WayPathwayPart *self)
{
  way_pathway_graph_free (self->graph);
  g_free (self->lanes);
  g_free (self->steps);
  g_free (self->links);
  g_free (self);
}

/* Whether it is one of the records; then @hidden tells what is asked. */
static gboolean
find (GPtrArray      *records,
      const gboolean *shown,
      const char     *id,
      gboolean       *hidden)
{
  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (way_record_get_id (records->pdata[i]), id))
      {
        *hidden = !shown[i];
        return TRUE;
      }
  return FALSE;
}

/**
 * way_pathway_part_hides:
 * @self: what is told of a map
 * @id: (nullable): what something is pinned to
 *
 * Returns: whether it is a lane, step or link that is not in it, so that nothing is said of what is pinned to it; of the map as a whole
 *   nothing is said where steps were chosen
 */
gboolean
way_pathway_part_hides (WayPathwayPart *self,
                        const char     *id)
{
  gboolean hidden = !self->whole;

  if (id != NULL && !find (self->graph->lanes, self->lanes, id, &hidden) && !find (self->graph->steps, self->steps, id, &hidden))
    find (self->graph->links, self->links, id, &hidden);
  return hidden;
}

/**
 * way_pathway_part_dup_left_out:
 * @self: what is told of a map
 *
 * Returns: (transfer full) (nullable): how much its reading leaves out, in a sentence, or %NULL where that is nothing, or steps were chosen
 */
char *
way_pathway_part_dup_left_out (WayPathwayPart *self)
{
  g_autofree char *lanes = NULL, *steps = NULL, *links = NULL;

  if (!self->whole || self->n_lanes + self->n_steps + self->n_links == 0)
    return NULL;
  lanes = g_strdup_printf (ngettext ("%u lane", "%u lanes", self->n_lanes), self->n_lanes);
  steps = g_strdup_printf (ngettext ("%u step", "%u steps", self->n_steps), self->n_steps);
  links = g_strdup_printf (ngettext ("%u link", "%u links", self->n_links), self->n_links);
  /* Translators: what is not told of a map to some readers, as in “Left out: 2 lanes, 5 steps and 1 link, with all that is tied to them.” */
  return g_strdup_printf (_("Left out: %1$s, %2$s and %3$s, with all that is tied to them."), lanes, steps, links);
}
