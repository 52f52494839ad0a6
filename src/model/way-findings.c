/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pathway map says, in sentences with numbers from the shared counts. */
#include "model/way-findings.h"

#include "base/way-i18n.h"
#include "base/way-text.h"
#include "base/way-wait.h"
#include "model/way-pathway-counts.h"
#include "model/way-schema.h"

#include <stdlib.h>

#define LONGEST_NAME 60
#define MOST_NAMES 3            /* in one sentence, so that it can be read aloud */

/* Scenarios as they are told of. */
typedef struct
{
  WayRecord *record;
  GPtrArray *stops;
  WayScenarioCounts *counts;
  char *name;
} Scenario;

typedef struct
{
  WayLens *lens;
  WayPathwayGraph *graph;
  WayPathwayCounts *counts;
  GPtrArray *scenarios;       /* Scenario */
  GPtrArray *findings;        /* WayFinding */
} Finder;

static void
free_finding (gpointer data)
{
  WayFinding *self = data;

  g_free (self->sentence);
  g_strfreev (self->ids);
  g_free (self);
}

static void
free_scenario (gpointer data)
{
  Scenario *self = data;

  g_clear_pointer (&self->stops, g_ptr_array_unref);
  g_clear_pointer (&self->counts, way_scenario_counts_free);
  g_free (self->name);
  g_free (self);
}

/* Takes the sentence and the ids. */
static void
add (Finder         *self,
     WayFindingKind  kind,
     char           *sentence,
     GStrv           ids)
{
  WayFinding *finding = g_new0 (WayFinding, 1);

  *finding = (WayFinding) { kind, sentence, ids };
  g_ptr_array_add (self->findings, finding);
}

static char *
dup_wait (double days)
{
  return way_wait_dup_label (CLAMP (days, 0, WAY_WAIT_MAX));
}

static char *
dup_quoted (const char *words,
            const char *otherwise)
{
  g_autofree char *excerpt = !way_text_is_blank (words) ? way_text_dup_excerpt (words, LONGEST_NAME) : NULL;

  return excerpt != NULL ? g_strdup_printf (C_("name in a sentence", "“%s”"), excerpt) : g_strdup (otherwise);
}

static char *
dup_step (WayPathwayGraph *graph,
          guint            step)
{
  return dup_quoted (step != WAY_PATHWAY_NOWHERE ? way_record_get_text (graph->steps->pdata[step], WAY_STEP_TITLE) : NULL,
                     C_("name in a sentence", "a step without a title"));
}

/* “A”, “B” and “C”; of many, the first ones and how many more. */
static char *
dup_names (WayPathwayGraph *graph,
           GStrv            ids)
{
  guint n = g_strv_length (ids), shown = n > MOST_NAMES + 1 ? MOST_NAMES : n;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < shown; i++)
    {
      g_autofree char *name = dup_step (graph, way_pathway_graph_find_step (graph, ids[i]));

      if (i > 0)
        /* Translators: between names in a sentence: the last two, and the others. */
        g_string_append (text, i + 1 == n ? C_("names in a sentence", " and ") : C_("names in a sentence", ", "));
      g_string_append (text, name);
    }
  if (shown < n)
    /* Translators: after the first names of many: “A”, “B”, “C” and 4 more. */
    g_string_append_printf (text, ngettext (" and %u more", " and %u more", n - shown), n - shown);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static GStrv
dup_ids (GPtrArray *ids)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < ids->len; i++)
    g_strv_builder_add (builder, ids->pdata[i]);
  return g_strv_builder_end (builder);
}

static int
compare_waits (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  GPtrArray *links = data;
  double one = way_record_get_number (links->pdata[*(const guint *) a], WAY_LINK_WAIT_DAYS);
  double other = way_record_get_number (links->pdata[*(const guint *) b], WAY_LINK_WAIT_DAYS);

  return one != other ? (one < other) - (one > other) : *(const guint *) a > *(const guint *) b ? 1 : -1;
}

static char *
dup_waits_sentence (Finder *self,
                    GArray *links,
                    guint   n,
                    double  sum)
{
  g_autofree char *all = dup_wait (self->counts->wait_days), *part = dup_wait (sum);
  guint first = g_array_index (links, guint, 0);
  g_autofree char *from = dup_step (self->graph, self->graph->from[first]), *to = dup_step (self->graph, self->graph->to[first]);
  g_autofree char *longest = dup_wait (way_record_get_number (self->graph->links->pdata[first], WAY_LINK_WAIT_DAYS));

  if (links->len == 1)
    return g_strdup_printf (_("The only wait on the map is %1$s, from %2$s to %3$s."), longest, from, to);
  if (n == 1)
    return g_strdup_printf (_("One wait makes up most of the delay: from %1$s to %2$s people wait %3$s, of %4$s in all."), from, to,
                            longest, all);
  return g_strdup_printf (ngettext ("%1$u of %2$u wait makes up most of the delay: %3$s of %4$s, the longest from %5$s to %6$s.",
                                    "%1$u of %2$u waits make up most of the delay: %3$s of %4$s, the longest from %5$s to %6$s.",
                                    links->len), n, links->len, part, all, from, to);
}

/* The fewest waits that make up more than half of all. */
static void
find_waits (Finder *self)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  double sum = 0;

  for (guint i = 0; i < self->graph->links->len; i++)
    if (way_pathway_graph_is_flow (self->graph, i) && way_record_get_number (self->graph->links->pdata[i], WAY_LINK_WAIT_DAYS) > 0)
      g_array_append_val (links, i);
  if (links->len == 0)
    return;
  g_array_sort_with_data (links, compare_waits, self->graph->links);
  for (guint i = 0; i < links->len && sum * 2 <= self->counts->wait_days; i++)
    {
      WayRecord *link = self->graph->links->pdata[g_array_index (links, guint, i)];

      sum += way_record_get_number (link, WAY_LINK_WAIT_DAYS);
      g_ptr_array_add (ids, (gpointer) way_record_get_id (link));
    }
  add (self, WAY_FINDING_WAITS, dup_waits_sentence (self, links, ids->len, sum), dup_ids (ids));
}

static const char *
get_organisation (Finder *self,
                  guint   step)
{
  return way_record_get_text (self->graph->steps->pdata[step], WAY_STEP_ORGANISATION);
}

static void
find_handovers_on_map (Finder *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < self->graph->links->len; i++)
    {
      const char *from = way_pathway_graph_is_flow (self->graph, i) ? get_organisation (self, self->graph->from[i]) : NULL;
      const char *to = from != NULL ? get_organisation (self, self->graph->to[i]) : NULL;

      if (to != NULL && !g_str_equal (from, to))
        g_ptr_array_add (ids, (gpointer) way_record_get_id (self->graph->links->pdata[i]));
    }
  if (ids->len > 0)
    add (self, WAY_FINDING_HANDOVERS,
         g_strdup_printf (ngettext ("In %u place on the map people are handed from one organisation to another.",
                                    "In %u places on the map people are handed from one organisation to another.", ids->len), ids->len),
         dup_ids (ids));
}

static GStrv
dup_scenario_id (const Scenario *scenario)
{
  const char *ids[] = { way_record_get_id (scenario->record), NULL };

  return g_strdupv ((char **) ids);
}

static void
find_handovers_of (Finder         *self,
                   const Scenario *scenario)
{
  const WayScenarioCounts *counts = scenario->counts;
  g_autofree char *organisations = NULL, *handovers = NULL;

  if (counts->handovers == 0)
    return;
  organisations = g_strdup_printf (ngettext ("%u organisation", "%u organisations", counts->organisations), counts->organisations);
  handovers = g_strdup_printf (ngettext ("handed over %u time", "handed over %u times", counts->handovers), counts->handovers);
  /* Translators: %1$s is a scenario, %2$s such as “3 organisations”, %3$s such as “handed over 2 times”. */
  add (self, WAY_FINDING_HANDOVERS, g_strdup_printf (_("In %1$s, the person meets %2$s and is %3$s."), scenario->name, organisations,
                                                     handovers), dup_scenario_id (scenario));
}

static void
find_places (Finder *self)
{
  g_autofree char *dead_ends = dup_names (self->graph, self->counts->dead_ends);
  g_autofree char *unreachable = dup_names (self->graph, self->counts->unreachable);
  guint n = g_strv_length (self->counts->dead_ends), m = g_strv_length (self->counts->unreachable);

  if (n > 0)
    add (self, WAY_FINDING_DEAD_ENDS, g_strdup_printf (ngettext ("There is %1$u dead end, from which nothing leads on: %2$s.",
                                                                 "There are %1$u dead ends, from which nothing leads on: %2$s.", n),
                                                       n, dead_ends), g_strdupv (self->counts->dead_ends));
  if (m > 0)
    add (self, WAY_FINDING_UNREACHABLE, g_strdup_printf (ngettext ("Nobody can get to %1$u place, to which no way leads from a start: %2$s.",
                                                                   "Nobody can get to %1$u places, to which no way leads from a start: %2$s.", m),
                                                         m, unreachable), g_strdupv (self->counts->unreachable));
  for (guint i = 0; i < self->counts->loop_steps->len; i++)
    {
      char **steps = self->counts->loop_steps->pdata[i];
      g_autofree char *names = dup_names (self->graph, steps);

      add (self, WAY_FINDING_LOOP, g_strdup_printf (g_strv_length (steps) == 1 ? _("%s leads back to itself.")
                                                    : _("People can go round in a ring here: %s."), names), g_strdupv (steps));
    }
}

/* Steps in front of people: what nobody sees, no scenario comes by anyway. */
static void
find_unused (Finder *self)
{
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *names = NULL;
  g_auto (GStrv) unused = NULL;
  guint n_stops = 0;

  for (guint i = 0; i < self->scenarios->len; i++)
    {
      GPtrArray *stops = ((Scenario *) self->scenarios->pdata[i])->stops;

      n_stops += stops->len;
      for (guint j = 0; j < stops->len; j++)
        g_hash_table_add (used, (gpointer) way_record_get_text (stops->pdata[j], WAY_STOP_STEP));
    }
  for (guint i = 0; i < self->graph->steps->len && n_stops > 0; i++)
    if (way_pathway_graph_meets_person (self->graph, i) && !way_pathway_graph_has_kind (self->graph, i, "gap") &&
        !g_hash_table_contains (used, way_record_get_id (self->graph->steps->pdata[i])))
      g_ptr_array_add (ids, (gpointer) way_record_get_id (self->graph->steps->pdata[i]));
  if (ids->len == 0)
    return;
  unused = dup_ids (ids);
  names = dup_names (self->graph, unused);
  add (self, WAY_FINDING_UNUSED, g_strdup_printf (ngettext ("%1$u step is in no scenario: %2$s.", "%1$u steps are in no scenario: %2$s.", ids->len),
                                                  ids->len, names), g_steal_pointer (&unused));
}

/* The names of the scenarios that stop at a step, each once. */
static char *
dup_visitors (Finder     *self,
              const char *step,
              guint      *n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; i < self->scenarios->len; i++)
    {
      const Scenario *scenario = self->scenarios->pdata[i];
      gboolean here = FALSE;

      for (guint j = 0; j < scenario->stops->len; j++)
        here = here || g_strcmp0 (way_record_get_text (scenario->stops->pdata[j], WAY_STOP_STEP), step) == 0;
      if (!here)
        continue;
      if ((*n)++ < MOST_NAMES)
        g_string_append_printf (text, "%s%s", *n > 1 ? C_("names in a sentence", ", ") : "", scenario->name);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
find_gaps (Finder *self)
{
  for (guint i = 0; i < self->graph->steps->len; i++)
    {
      const char *id = way_record_get_id (self->graph->steps->pdata[i]);
      const char *ids[] = { id, NULL };
      g_autofree char *name = NULL, *visitors = NULL;
      guint n;

      if (!way_pathway_graph_has_kind (self->graph, i, "gap"))
        continue;
      name = dup_step (self->graph, i);
      visitors = dup_visitors (self, id, &n);
      if (n > MOST_NAMES)
        add (self, WAY_FINDING_GAPS, g_strdup_printf (ngettext ("%1$u scenario comes upon the gap %2$s.",
                                                                "%1$u scenarios come upon the gap %2$s.", n), n, name),
             g_strdupv ((char **) ids));
      else
        add (self, WAY_FINDING_GAPS, n == 0 ? g_strdup_printf (_("There is a gap, %s, that no scenario has come upon."), name)
             : g_strdup_printf (_("There is a gap, %1$s; it is come upon in %2$s."), name, visitors), g_strdupv ((char **) ids));
    }
}

/* What is known of needs: at which stops they were not met. Which need it was, the file does not say. */
static void
find_not_met (Finder         *self,
              const Scenario *scenario)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_auto (GStrv) steps = NULL;
  g_autofree char *names = NULL;
  guint n = scenario->counts->not_met;

  for (guint i = 0; i < scenario->stops->len; i++)
    if (g_strcmp0 (way_record_get_text (scenario->stops->pdata[i], WAY_STOP_OUTCOME), "not-met") == 0)
      g_ptr_array_add (ids, (gpointer) way_record_get_text (scenario->stops->pdata[i], WAY_STOP_STEP));
  if (n == 0)
    return;
  steps = dup_ids (ids);
  names = dup_names (self->graph, steps);
  g_ptr_array_insert (ids, 0, (gpointer) way_record_get_id (scenario->record));
  add (self, WAY_FINDING_NOT_MET, g_strdup_printf (ngettext ("In %2$s, %1$u stop does not meet what the person needs: %3$s.",
                                                             "In %2$s, %1$u stops do not meet what the person needs: %3$s.", n),
                                                   n, scenario->name, names), dup_ids (ids));
}

static void
find_off_map (Finder         *self,
              const Scenario *scenario)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  guint n = scenario->counts->off_map;

  if (n == 0)
    return;
  g_ptr_array_add (ids, (gpointer) way_record_get_id (scenario->record));
  for (guint i = 0; i < scenario->counts->moves->len; i++)
    if (g_array_index (scenario->counts->moves, WayMove, i).link == NULL)
      g_ptr_array_add (ids, (gpointer) way_record_get_text (scenario->stops->pdata[i + 1], WAY_STOP_STEP));
  add (self, WAY_FINDING_OFF_MAP, g_strdup_printf (ngettext ("In %2$s, the person leaves the map %1$u time.",
                                                             "In %2$s, the person leaves the map %1$u times.", n), n, scenario->name),
       dup_ids (ids));
}

/* A lived route beside the first planned one of the same persona. */
static void
find_longer (Finder         *self,
             const Scenario *lived)
{
  const char *persona = way_record_get_text (lived->record, WAY_SCENARIO_PERSONA);

  if (persona == NULL || g_strcmp0 (way_record_get_text (lived->record, WAY_SCENARIO_ROUTE), "lived") != 0)
    return;
  for (guint i = 0; i < self->scenarios->len; i++)
    {
      const Scenario *planned = self->scenarios->pdata[i];
      const char *ids[] = { way_record_get_id (lived->record), way_record_get_id (planned->record), NULL };
      g_autofree char *was = dup_wait (lived->counts->wait_days), *meant = dup_wait (planned->counts->wait_days);

      if (g_strcmp0 (way_record_get_text (planned->record, WAY_SCENARIO_ROUTE), "planned") != 0 ||
          g_strcmp0 (way_record_get_text (planned->record, WAY_SCENARIO_PERSONA), persona) != 0)
        continue;
      if (lived->counts->wait_days > planned->counts->wait_days)
        add (self, WAY_FINDING_LONGER, g_strdup_printf (_("In %1$s, as it was lived, the waits came to %2$s; planned were %3$s."), lived->name,
                                                        was, meant), g_strdupv ((char **) ids));
      return;
    }
}

static gboolean
read_scenarios (Finder  *self,
                GError **error)
{
  for (guint i = 0; i < self->graph->scenarios->len; i++)
    {
      Scenario *scenario = g_new0 (Scenario, 1);
      const char *persona;
      g_autoptr (WayRecord) person = NULL;

      scenario->record = self->graph->scenarios->pdata[i];
      g_ptr_array_add (self->scenarios, scenario);
      scenario->stops = way_lens_list (self->lens, WAY_KIND_STOP, way_record_get_id (scenario->record), error);
      if (scenario->stops == NULL)
        return FALSE;
      scenario->counts = way_pathway_graph_count_scenario (self->graph, scenario->stops);
      persona = way_record_get_text (scenario->record, WAY_SCENARIO_PERSONA);
      if (persona != NULL && !way_lens_read (self->lens, WAY_KIND_PERSONA, persona, &person, error))
        return FALSE;
      scenario->name = dup_quoted (way_record_has (scenario->record, WAY_SCENARIO_TITLE)
                                   ? way_record_get_text (scenario->record, WAY_SCENARIO_TITLE)
                                   : person != NULL ? way_record_get_text (person, WAY_PERSONA_NAME) : NULL,
                                   C_("name in a sentence", "a scenario without a title"));
    }
  return TRUE;
}

static void
finder_clear (Finder *self)
{
  g_clear_pointer (&self->graph, way_pathway_graph_free);
  g_clear_pointer (&self->counts, way_pathway_counts_free);
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finder, finder_clear)

/**
 * way_find_in_pathway:
 * @lens: where to read
 * @map_id: a pathway map
 * @error: what went wrong in reading
 *
 * Says what a map shows: where the waits are, who is handed over, what leads nowhere, what is missing, and how scenarios fare. Nothing
 * is said of which of a persona's needs a stop meets, because that is not kept.
 *
 * Returns: (transfer full) (element-type WayFinding) (nullable): the findings, those on the map as a whole first
 */
GPtrArray *
way_find_in_pathway (WayLens     *lens,
                     const char  *map_id,
                     GError     **error)
{
  g_auto (Finder) self = { .lens = lens, .scenarios = g_ptr_array_new_with_free_func (free_scenario),
                           .findings = g_ptr_array_new_with_free_func (free_finding) };

  self.graph = way_pathway_graph_new (lens, map_id, error);
  if (self.graph == NULL || !read_scenarios (&self, error))
    return NULL;
  self.counts = way_pathway_graph_count (self.graph);
  find_waits (&self);
  find_handovers_on_map (&self);
  find_places (&self);
  find_gaps (&self);
  find_unused (&self);
  for (guint i = 0; i < self.scenarios->len; i++)
    {
      find_handovers_of (&self, self.scenarios->pdata[i]);
      find_not_met (&self, self.scenarios->pdata[i]);
      find_off_map (&self, self.scenarios->pdata[i]);
      find_longer (&self, self.scenarios->pdata[i]);
    }
  return g_steal_pointer (&self.findings);
}
