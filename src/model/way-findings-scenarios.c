/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pathway map says of its scenarios: who passes people on, where a need is not met, and what took longer than it was meant to. */
#include "model/way-findings-private.h"

#include "base/way-i18n.h"
#include "model/way-schema.h"

static GStrv
dup_scenario_id (const WayFinderScenario *scenario)
{
  const char *ids[] = { way_record_get_id (scenario->record), NULL };

  return g_strdupv ((char **) ids);
}

static void
find_handovers (WayFinder               *self,
                const WayFinderScenario *scenario)
{
  const WayScenarioCounts *counts = scenario->counts;
  g_autofree char *organisations = NULL, *handovers = NULL;

  if (counts->handovers == 0)
    return;
  organisations = g_strdup_printf (ngettext ("%u organisation", "%u organisations", counts->organisations), counts->organisations);
  handovers = g_strdup_printf (ngettext ("handed over %u time", "handed over %u times", counts->handovers), counts->handovers);
  /* Translators: %1$s is a scenario, %2$s such as “3 organisations”, %3$s such as “handed over 2 times”. */
  way_finder_add (self, WAY_FINDING_HANDOVERS, g_strdup_printf (_("In %1$s, the person meets %2$s and is %3$s."), scenario->name, organisations,
                                                     handovers), dup_scenario_id (scenario));
}

static gboolean
is_shown_stop (WayFinder               *self,
               const WayFinderScenario *scenario,
               guint                    stop)
{
  const char *step = way_record_get_text (scenario->stops->pdata[stop], WAY_STOP_STEP);

  return way_pathway_graph_shows_step (self->graph, way_pathway_graph_find_step (self->graph, step), self->reading);
}

/* What is known of needs: at which stops they were not met. Which need it was, the file does not say. */
static void
find_not_met (WayFinder               *self,
              const WayFinderScenario *scenario)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_auto (GStrv) steps = NULL;
  g_autofree char *names = NULL;
  guint n;

  for (guint i = 0; i < scenario->stops->len; i++)
    if (g_strcmp0 (way_record_get_text (scenario->stops->pdata[i], WAY_STOP_OUTCOME), "not-met") == 0 && is_shown_stop (self, scenario, i))
      g_ptr_array_add (ids, (gpointer) way_record_get_text (scenario->stops->pdata[i], WAY_STOP_STEP));
  n = ids->len;
  if (n == 0)
    return;
  steps = way_finder_dup_ids (ids);
  names = way_finder_dup_names (self, steps);
  g_ptr_array_insert (ids, 0, (gpointer) way_record_get_id (scenario->record));
  way_finder_add (self, WAY_FINDING_NOT_MET, g_strdup_printf (ngettext ("In %2$s, %1$u stop does not meet what the person needs: %3$s.",
                                                             "In %2$s, %1$u stops do not meet what the person needs: %3$s.", n),
                                                   n, scenario->name, names), way_finder_dup_ids (ids));
}

static void
find_off_map (WayFinder               *self,
              const WayFinderScenario *scenario)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  guint n = scenario->counts->off_map;

  if (n == 0)
    return;
  g_ptr_array_add (ids, (gpointer) way_record_get_id (scenario->record));
  for (guint i = 0; i < scenario->counts->moves->len; i++)
    if (g_array_index (scenario->counts->moves, WayMove, i).link == NULL && is_shown_stop (self, scenario, i + 1))
      g_ptr_array_add (ids, (gpointer) way_record_get_text (scenario->stops->pdata[i + 1], WAY_STOP_STEP));
  way_finder_add (self, WAY_FINDING_OFF_MAP, g_strdup_printf (ngettext ("In %2$s, the person leaves the map %1$u time.",
                                                             "In %2$s, the person leaves the map %1$u times.", n), n, scenario->name),
       way_finder_dup_ids (ids));
}

/* A lived route beside the first planned one of the same persona. */
static void
find_longer (WayFinder               *self,
             const WayFinderScenario *lived)
{
  const char *persona = way_record_get_text (lived->record, WAY_SCENARIO_PERSONA);

  if (persona == NULL || g_strcmp0 (way_record_get_text (lived->record, WAY_SCENARIO_ROUTE), "lived") != 0)
    return;
  for (guint i = 0; i < self->scenarios->len; i++)
    {
      const WayFinderScenario *planned = self->scenarios->pdata[i];
      const char *ids[] = { way_record_get_id (lived->record), way_record_get_id (planned->record), NULL };
      g_autofree char *was = way_finder_dup_wait (lived->counts->wait_days), *meant = way_finder_dup_wait (planned->counts->wait_days);

      if (g_strcmp0 (way_record_get_text (planned->record, WAY_SCENARIO_ROUTE), "planned") != 0 ||
          g_strcmp0 (way_record_get_text (planned->record, WAY_SCENARIO_PERSONA), persona) != 0)
        continue;
      if (lived->counts->wait_days > planned->counts->wait_days)
        way_finder_add (self, WAY_FINDING_LONGER, g_strdup_printf (_("In %1$s, as it was lived, the waits came to %2$s; planned were %3$s."), lived->name,
                                                        was, meant), g_strdupv ((char **) ids));
      return;
    }
}

/* Says what there is to say of one scenario. */
void
way_finder_look_at (WayFinder               *self,
                    const WayFinderScenario *scenario)
{
  find_handovers (self, scenario);
  find_not_met (self, scenario);
  find_off_map (self, scenario);
  find_longer (self, scenario);
}
