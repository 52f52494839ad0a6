/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pathway map says, in sentences with numbers from the shared counts. */
#include "model/way-findings-private.h"

#include "base/way-i18n.h"
#include "base/way-text.h"
#include "base/way-wait.h"
#include "model/way-schema.h"

#define LONGEST_NAME 60
#define MOST_NAMES 3            /* in one sentence, so that it can be read aloud */

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
  WayFinderScenario *self = data;

  g_clear_pointer (&self->stops, g_ptr_array_unref);
  g_clear_pointer (&self->counts, way_scenario_counts_free);
  g_free (self->name);
  g_free (self);
}

/* Takes the sentence and the ids. */
void
way_finder_add (WayFinder      *self,
                WayFindingKind  kind,
                char           *sentence,
                GStrv           ids)
{
  WayFinding *finding = g_new0 (WayFinding, 1);

  *finding = (WayFinding) { kind, sentence, ids };
  g_ptr_array_add (self->findings, finding);
}

static gboolean
is_shown_flow (WayFinder *self,
               guint      link)
{
  return way_pathway_graph_is_flow (self->graph, link) && way_pathway_graph_shows_link (self->graph, link, self->reading);
}

char *
way_finder_dup_wait (double days)
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
char *
way_finder_dup_names (WayFinder *self,
                      GStrv      ids)
{
  guint n = g_strv_length (ids), shown = n > MOST_NAMES + 1 ? MOST_NAMES : n;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < shown; i++)
    {
      g_autofree char *name = dup_step (self->graph, way_pathway_graph_find_step (self->graph, ids[i]));

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

/* Those of the steps with these ids that are shown. */
static GStrv
dup_shown (WayFinder *self,
           GStrv      ids)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (way_pathway_graph_shows_step (self->graph, way_pathway_graph_find_step (self->graph, ids[i]), self->reading))
      g_strv_builder_add (builder, ids[i]);
  return g_strv_builder_end (builder);
}

GStrv
way_finder_dup_ids (GPtrArray *ids)
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
dup_waits_sentence (WayFinder *self,
                    GArray    *links,
                    guint      n,
                    double     sum,
                    double     total)
{
  g_autofree char *all = way_finder_dup_wait (total), *part = way_finder_dup_wait (sum);
  guint first = g_array_index (links, guint, 0);
  g_autofree char *from = dup_step (self->graph, self->graph->from[first]), *to = dup_step (self->graph, self->graph->to[first]);
  g_autofree char *longest = way_finder_dup_wait (way_record_get_number (self->graph->links->pdata[first], WAY_LINK_WAIT_DAYS));

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
find_waits (WayFinder *self)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  double sum = 0, total = 0;

  for (guint i = 0; i < self->graph->links->len; i++)
    if (is_shown_flow (self, i) && way_record_get_number (self->graph->links->pdata[i], WAY_LINK_WAIT_DAYS) > 0)
      {
        total += way_record_get_number (self->graph->links->pdata[i], WAY_LINK_WAIT_DAYS);
        g_array_append_val (links, i);
      }
  if (links->len == 0)
    return;
  g_array_sort_with_data (links, compare_waits, self->graph->links);
  for (guint i = 0; i < links->len && sum * 2 <= total; i++)
    {
      WayRecord *link = self->graph->links->pdata[g_array_index (links, guint, i)];

      sum += way_record_get_number (link, WAY_LINK_WAIT_DAYS);
      g_ptr_array_add (ids, (gpointer) way_record_get_id (link));
    }
  way_finder_add (self, WAY_FINDING_WAITS, dup_waits_sentence (self, links, ids->len, sum, total), way_finder_dup_ids (ids));
}

static const char *
get_organisation (WayFinder *self,
                  guint      step)
{
  return way_record_get_text (self->graph->steps->pdata[step], WAY_STEP_ORGANISATION);
}

static void
find_handovers_on_map (WayFinder *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < self->graph->links->len; i++)
    {
      const char *from = is_shown_flow (self, i) ? get_organisation (self, self->graph->from[i]) : NULL;
      const char *to = from != NULL ? get_organisation (self, self->graph->to[i]) : NULL;

      if (to != NULL && !g_str_equal (from, to))
        g_ptr_array_add (ids, (gpointer) way_record_get_id (self->graph->links->pdata[i]));
    }
  if (ids->len > 0)
    way_finder_add (self, WAY_FINDING_HANDOVERS,
         g_strdup_printf (ngettext ("In %u place on the map people are handed from one organisation to another.",
                                    "In %u places on the map people are handed from one organisation to another.", ids->len), ids->len),
         way_finder_dup_ids (ids));
}

static void
find_places (WayFinder *self)
{
  g_autofree char *dead_ends = way_finder_dup_names (self, self->counts->dead_ends);
  g_autofree char *unreachable = way_finder_dup_names (self, self->counts->unreachable);
  guint n = g_strv_length (self->counts->dead_ends), m = g_strv_length (self->counts->unreachable);

  if (n > 0)
    way_finder_add (self, WAY_FINDING_DEAD_ENDS, g_strdup_printf (ngettext ("There is %1$u dead end, from which nothing leads on: %2$s.",
                                                                 "There are %1$u dead ends, from which nothing leads on: %2$s.", n),
                                                       n, dead_ends), g_strdupv (self->counts->dead_ends));
  if (m > 0)
    way_finder_add (self, WAY_FINDING_UNREACHABLE, g_strdup_printf (ngettext ("Nobody can get to %1$u place, to which no way leads from a start: %2$s.",
                                                                   "Nobody can get to %1$u places, to which no way leads from a start: %2$s.", m),
                                                         m, unreachable), g_strdupv (self->counts->unreachable));
  for (guint i = 0; i < self->counts->loop_steps->len; i++)
    {
      char **steps = self->counts->loop_steps->pdata[i];
      g_auto (GStrv) shown = dup_shown (self, steps);
      g_autofree char *names = way_finder_dup_names (self, shown);

      if (shown[0] != NULL)
        way_finder_add (self, WAY_FINDING_LOOP, g_strdup_printf (g_strv_length (steps) == 1 ? _("%s leads back to itself.")
                                                      : _("People can go round in a ring here: %s."), names), g_steal_pointer (&shown));
    }
}

/* Steps in front of people: what nobody sees, no scenario comes by anyway. */
static void
find_unused (WayFinder *self)
{
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *names = NULL;
  g_auto (GStrv) unused = NULL;
  guint n_stops = 0;

  for (guint i = 0; i < self->scenarios->len; i++)
    {
      GPtrArray *stops = ((WayFinderScenario *) self->scenarios->pdata[i])->stops;

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
  unused = way_finder_dup_ids (ids);
  names = way_finder_dup_names (self, unused);
  way_finder_add (self, WAY_FINDING_UNUSED, g_strdup_printf (ngettext ("%1$u step is in no scenario: %2$s.", "%1$u steps are in no scenario: %2$s.", ids->len),
                                                  ids->len, names), g_steal_pointer (&unused));
}

/* The names of the scenarios that stop at a step, each once. */
static char *
dup_visitors (WayFinder  *self,
              const char *step,
              guint      *n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; i < self->scenarios->len; i++)
    {
      const WayFinderScenario *scenario = self->scenarios->pdata[i];
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
find_gaps (WayFinder *self)
{
  for (guint i = 0; i < self->graph->steps->len; i++)
    {
      const char *id = way_record_get_id (self->graph->steps->pdata[i]);
      const char *ids[] = { id, NULL };
      g_autofree char *name = NULL, *visitors = NULL;
      guint n;

      if (!way_pathway_graph_has_kind (self->graph, i, "gap") || !way_pathway_graph_shows_step (self->graph, i, self->reading))
        continue;
      name = dup_step (self->graph, i);
      visitors = dup_visitors (self, id, &n);
      if (n > MOST_NAMES)
        way_finder_add (self, WAY_FINDING_GAPS, g_strdup_printf (ngettext ("%1$u scenario comes upon the gap %2$s.",
                                                                "%1$u scenarios come upon the gap %2$s.", n), n, name),
             g_strdupv ((char **) ids));
      else
        way_finder_add (self, WAY_FINDING_GAPS, n == 0 ? g_strdup_printf (_("There is a gap, %s, that no scenario has come upon."), name)
             : g_strdup_printf (_("There is a gap, %1$s; it is come upon in %2$s."), name, visitors), g_strdupv ((char **) ids));
    }
}

static gboolean
read_scenarios (WayFinder  *self,
                GError    **error)
{
  for (guint i = 0; i < self->graph->scenarios->len; i++)
    {
      WayFinderScenario *scenario = g_new0 (WayFinderScenario, 1);
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
way_finder_clear (WayFinder *self)
{
  g_clear_pointer (&self->graph, way_pathway_graph_free);
  g_clear_pointer (&self->counts, way_pathway_counts_free);
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WayFinder, way_finder_clear)

/**
 * way_find_in_pathway:
 * @lens: where to read
 * @map_id: a pathway map
 * @reading: for whom it is read
 * @error: what went wrong in reading
 *
 * Says what a map shows: where the waits are, who is handed over, what leads nowhere, what is missing, and how scenarios fare. Nothing
 * is said of which of a persona's needs a stop meets, because that is not kept, nor of steps and links that the reading hides; where
 * somebody can get to is found on the whole map.
 *
 * Returns: (transfer full) (element-type WayFinding) (nullable): the findings, those on the map as a whole first
 */
GPtrArray *
way_find_in_pathway (WayLens     *lens,
                     const char  *map_id,
                     WayReading   reading,
                     GError     **error)
{
  g_auto (WayFinder) self = { .lens = lens, .reading = reading,
                              .scenarios = g_ptr_array_new_with_free_func (free_scenario),
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
    way_finder_look_at (&self, self.scenarios->pdata[i]);
  return g_steal_pointer (&self.findings);
}
