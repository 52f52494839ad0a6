/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pathway told in words: its steps in the order of flow, scenarios stop by stop, and what the map says. */
#include "exchange/way-account.h"

#include "base/way-i18n.h"
#include "base/way-wait.h"
#include "exchange/way-words.h"
#include "model/way-findings.h"
#include "model/way-pathway-counts.h"
#include "model/way-scenario-words.h"
#include "model/way-schema.h"

/* What can be reached from a start, nearest first, then all else as it stands on the map. */
static GArray *
list_in_order (WayPathwayGraph *graph)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *seen = g_new0 (gboolean, graph->steps->len);

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < graph->steps->len; i++)
      {
        guint next = order->len;

        if (seen[i] || (round == 0 && !way_pathway_graph_has_kind (graph, i, "start")))
          continue;
        seen[i] = TRUE;
        g_array_append_val (order, i);
        for (; round == 0 && next < order->len; next++)
          {
            guint at = g_array_index (order, guint, next);

            for (guint k = graph->out_start[at]; k < graph->out_start[at + 1]; k++)
              {
                guint to = graph->to[graph->out[k]];

                if (!seen[to])
                  g_array_append_val (order, to);
                seen[to] = TRUE;
              }
          }
      }
  return order;
}

static char *
dup_title (WayPathwayGraph *graph,
           guint            step)
{
  return way_account_dup_name (step != WAY_PATHWAY_NOWHERE ? way_record_get_text (graph->steps->pdata[step], WAY_STEP_TITLE) : NULL,
                               _("a step without a title"));
}

static const char *
get_kind_label (WayRecord *step)
{
  const char *kind = way_record_get_text (step, WAY_STEP_KIND);

  if (g_strcmp0 (kind, "start") == 0)
    return _("start");
  if (g_strcmp0 (kind, "decision") == 0)
    return _("decision");
  if (g_strcmp0 (kind, "end") == 0)
    return _("end");
  if (g_strcmp0 (kind, "gap") == 0)
    return _("gap");
  return NULL;
}

static void
append_link (WayPathwayGraph *graph,
             guint            link,
             GString         *text)
{
  WayRecord *record = graph->links->pdata[link];
  const char *kind = way_record_get_text (record, WAY_LINK_KIND), *label = way_record_get_text (record, WAY_LINK_LABEL);
  double days = way_record_get_number (record, WAY_LINK_WAIT_DAYS);
  g_autofree char *to = dup_title (graph, graph->to[link]), *wait = days > 0 ? way_wait_dup_label (days) : NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, g_strcmp0 (kind, "information") == 0 ? _("Tells: %s") : g_strcmp0 (kind, "enables") == 0
                          ? _("Makes possible: %s") : _("Leads to: %s"), to);
  if (label != NULL)
    g_string_append_printf (line, " (%s)", label);
  if (wait != NULL)
    {
      g_string_append (line, C_("names in a sentence", ", "));
      g_string_append_printf (line, _("after a wait of %s"), wait);
    }
  g_string_append_c (line, '.');
  way_account_line (text, 1, line->str);
}

static void
append_step (WayLens         *lens,
             WayPathwayGraph *graph,
             guint            step,
             guint            number,
             GString         *text)
{
  WayRecord *record = graph->steps->pdata[step];
  WayRecord *lane = g_hash_table_lookup (graph->lanes_by_id, way_record_get_text (record, WAY_STEP_LANE));
  g_autofree char *title = dup_title (graph, step), *organisation = way_words_dup_organisation (lens, record);
  g_autoptr (GString) line = g_string_new (NULL);
  const char *note = way_record_get_text (record, WAY_STEP_NOTE), *kind = get_kind_label (record);

  g_string_append_printf (line, "%u. %s", number, title);
  if (kind != NULL)
    g_string_append_printf (line, " (%s)", kind);
  if (lane != NULL && way_record_has (lane, WAY_LANE_TITLE))
    g_string_append_printf (line, " – %s", way_record_get_text (lane, WAY_LANE_TITLE));
  if (organisation != NULL)
    g_string_append_printf (line, " – %s", organisation);
  way_account_line (text, 0, line->str);
  if (note != NULL)
    way_account_line (text, 1, note);
}

/* A step with what people said of it, and where it leads, by links of all kinds. */
static gboolean
append_step_and_links (WayLens          *lens,
                       WayPathwayGraph  *graph,
                       GPtrArray        *evidence,
                       GArray           *links,
                       guint             step,
                       guint             number,
                       GString          *text,
                       GError          **error)
{
  append_step (lens, graph, step, number, text);
  if (!way_account_append_quotes (lens, evidence, way_record_get_id (graph->steps->pdata[step]), 1, text, error))
    return FALSE;
  for (guint i = 0; i < links->len; i++)
    {
      guint link = g_array_index (links, guint, i);

      append_link (graph, link, text);
      if (!way_account_append_quotes (lens, evidence, way_record_get_id (graph->links->pdata[link]), 2, text, error))
        return FALSE;
    }
  return TRUE;
}

/* The places of the links out of each step. */
static GPtrArray *
list_links (WayPathwayPart *part)
{
  WayPathwayGraph *graph = part->graph;
  GPtrArray *out = g_ptr_array_new_full (graph->steps->len, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < graph->steps->len; i++)
    g_ptr_array_add (out, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < graph->links->len; i++)
    if (part->links[i] && graph->from[i] != WAY_PATHWAY_NOWHERE)
      g_array_append_val ((GArray *) out->pdata[graph->from[i]], i);
  return out;
}

static const char *
get_outcome_label (WayRecord *stop)
{
  const char *outcome = way_record_get_text (stop, WAY_STOP_OUTCOME);

  if (g_strcmp0 (outcome, "met") == 0)
    return _("met");
  if (g_strcmp0 (outcome, "partly") == 0)
    return _("partly met");
  if (g_strcmp0 (outcome, "not-met") == 0)
    return _("not met");
  return g_strcmp0 (outcome, "gap") == 0 ? _("gap") : NULL;
}

static void
append_stop (WayPathwayPart    *part,
             WayScenarioCounts *counts,
             GPtrArray         *stops,
             guint              i,
             GString           *text)
{
  const char *outcome = get_outcome_label (stops->pdata[i]), *note = way_record_get_text (stops->pdata[i], WAY_STOP_NOTE);
  const WayMove *move = i > 0 ? &g_array_index (counts->moves, WayMove, i - 1) : NULL;
  guint step = way_pathway_graph_find_step (part->graph, way_record_get_text (stops->pdata[i], WAY_STOP_STEP));
  g_autofree char *title = dup_title (part->graph, step);
  g_autofree char *wait = move != NULL && move->wait_days > 0 ? way_wait_dup_label (MIN (move->wait_days, WAY_WAIT_MAX)) : NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  /* Numbered as on the map, where a reading hides some too. */
  if (step != WAY_PATHWAY_NOWHERE && !part->steps[step])
    return;
  g_string_append_printf (line, "%u. %s", i + 1, title);
  if (outcome != NULL)
    g_string_append_printf (line, ": %s", outcome);
  if (wait != NULL)
    {
      g_string_append (line, C_("names in a sentence", ", "));
      g_string_append_printf (line, _("after a wait of %s"), wait);
    }
  if (move != NULL && move->link == NULL)
    {
      g_string_append (line, C_("names in a sentence", ", "));
      g_string_append (line, _("off the map"));
    }
  g_string_append_c (line, '.');
  way_account_line (text, 0, line->str);
  if (note != NULL)
    way_account_line (text, 1, note);
}

static gboolean
is_need_met (GPtrArray  *stops,
             const char *need)
{
  for (guint i = 0; i < stops->len; i++)
    if (way_scenario_names_need (stops->pdata[i], need))
      return TRUE;
  return FALSE;
}

/* Who walks, what was counted on the way as the map has it below, and what they need; what of it is left over, once some of it was met. */
static void
append_walker (WayPathwayPart    *part,
               WayRecord         *persona,
               WayScenarioCounts *counts,
               GPtrArray         *stops,
               GString           *text)
{
  const char *name = persona != NULL ? way_record_get_text (persona, WAY_PERSONA_NAME) : NULL;
  const char *const *needs = persona != NULL ? way_record_get_texts (persona, WAY_PERSONA_NEEDS) : NULL;
  g_autofree char *all = needs != NULL ? g_strjoinv ("; ", (char **) needs) : NULL;
  g_autofree char *words = way_scenario_counts_dup_words (counts, part->reading == WAY_READING_PERSON);
  g_autoptr (GString) counted = g_string_new (words);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  if (name != NULL)
    {
      /* Translators: who walks the way of a scenario. */
      g_autofree char *said = g_strdup_printf (_("Walked by %s."), name);

      way_account_line (text, 0, said);
    }
  /* Dots between are for the eye. */
  g_string_replace (counted, " · ", C_("names in a sentence", ", "), 0);
  way_account_line (text, 0, counted->str);
  for (guint i = 0; needs != NULL && needs[i] != NULL; i++)
    if (!is_need_met (stops, needs[i]))
      g_ptr_array_add (left, (gpointer) needs[i]);
  if (all != NULL && *all != '\0')
    {
      g_autofree char *said = g_strdup_printf (C_("scenario", "Needs: %s"), all);

      way_account_line (text, 0, said);
      if (left->len > 0 && left->len < g_strv_length ((char **) needs))
        {
          g_autofree char *rest = NULL, *said_left = NULL;

          g_ptr_array_add (left, NULL);
          rest = g_strjoinv ("; ", (char **) left->pdata);
          /* Translators: what a persona needs and no stop of the scenario met. */
          said_left = g_strdup_printf (C_("scenario", "Left over: %s"), rest);
          way_account_line (text, 0, said_left);
        }
    }
  g_string_append_c (text, '\n');
}

static gboolean
append_scenario (WayLens         *lens,
                 WayPathwayPart  *part,
                 WayRecord       *scenario,
                 GString         *text,
                 GError         **error)
{
  g_autoptr (GPtrArray) stops = way_lens_list (lens, WAY_KIND_STOP, way_record_get_id (scenario), error);
  g_autoptr (WayScenarioCounts) counts = stops != NULL ? way_pathway_graph_count_scenario (part->graph, stops) : NULL;
  const char *route = way_record_get_text (scenario, WAY_SCENARIO_ROUTE), *persona_id = way_record_get_text (scenario, WAY_SCENARIO_PERSONA);
  g_autoptr (WayRecord) persona = NULL;
  g_autofree char *title = way_account_dup_name (way_record_get_text (scenario, WAY_SCENARIO_TITLE), _("Without a title"));
  g_autofree char *heading = g_strdup_printf (route == NULL ? _("Scenario: %s") : g_str_equal (route, "lived") ? _("Scenario, as it was lived: %s")
                                              : _("Scenario, as it is planned: %s"), title);

  if (counts == NULL)
    return FALSE;
  if (persona_id != NULL && !way_lens_read (lens, WAY_KIND_PERSONA, persona_id, &persona, error))
    return FALSE;
  way_account_heading (text, heading);
  append_walker (part, persona, counts, stops, text);
  for (guint i = 0; i < stops->len; i++)
    append_stop (part, counts, stops, i, text);
  return TRUE;
}

/* From what the person does down to what is commissioned, as they are drawn, whatever order they have. */
static void
append_lanes (WayPathwayPart *part,
              GString        *text)
{
  static const char *const kinds[] = { "person", "frontstage", "backstage", "support", "commissioning" };
  GPtrArray *lanes = part->graph->lanes;

  way_account_heading (text, _("Lanes, from top to bottom"));
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint i = 0; i < lanes->len; i++)
      {
        const char *word = way_record_get_text (lanes->pdata[i], WAY_LANE_KIND);
        g_autofree char *title = way_account_dup_name (way_record_get_text (lanes->pdata[i], WAY_LANE_TITLE), _("a lane without a title"));

        if (part->lanes[i] && g_strcmp0 (word != NULL ? word : "frontstage", kinds[kind]) == 0)
          way_account_line (text, 0, title);
      }
}

gboolean
way_account_append_pathway (WayLens         *lens,
                            WayPathwayPart  *part,
                            GString         *text,
                            GError         **error)
{
  WayPathwayGraph *graph = part->graph;
  g_autoptr (GPtrArray) findings = part->whole ? way_find_in_pathway (lens, way_record_get_id (graph->map), part->reading, error)
                                   : g_ptr_array_new ();
  g_autoptr (GPtrArray) evidence = findings != NULL ? way_lens_list (lens, WAY_KIND_EVIDENCE, NULL, error) : NULL, out = NULL;
  g_autoptr (GArray) order = NULL;
  guint number = 0;

  if (evidence == NULL)
    return FALSE;
  if (findings->len > 0)
    way_account_heading (text, _("What the map says"));
  for (guint i = 0; i < findings->len; i++)
    way_account_line (text, 0, ((WayFinding *) findings->pdata[i])->sentence);
  if (part->whole)
    append_lanes (part, text);
  way_account_heading (text, _("Steps, in the order of flow"));
  order = list_in_order (graph);
  out = list_links (part);
  for (guint i = 0; i < order->len; i++)
    {
      guint step = g_array_index (order, guint, i);

      if (!part->steps[step])
        continue;
      if (!append_step_and_links (lens, graph, evidence, out->pdata[step], step, ++number, text, error))
        return FALSE;
    }
  for (guint i = 0; part->whole && i < graph->scenarios->len; i++)
    if (!append_scenario (lens, part, graph->scenarios->pdata[i], text, error))
      return FALSE;
  return TRUE;
}
