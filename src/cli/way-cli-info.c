/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command `waymark info`: what is in a workspace, in words or as JSON, for whoever holds it. */
#include "base/way-i18n.h"
#include "base/way-wait.h"
#include "cli/way-cli-private.h"
#include "exchange/way-json-read.h"
#include "exchange/way-json-text.h"
#include "model/way-counts.h"
#include "model/way-pathway-counts.h"
#include "model/way-schema.h"

#include <gio/gunixoutputstream.h>
#include <unistd.h>

/* A scenario with its counts. */
typedef struct
{
  WayRecord *record;
  WayScenarioCounts *counts;
} Scenario;

/* What is counted of a map, which depends on its kind. */
typedef struct
{
  WayJourneyCounts *journey;  /* nullable */
  WayPathwayCounts *pathway;  /* nullable */
  GArray *scenarios;          /* Scenario */
} MapCounts;

/* What both ways of telling are made from. */
typedef struct
{
  char *title;
  guint schema;
  GPtrArray *maps;            /* WayRecord */
  GPtrArray *counts;          /* MapCounts of each map */
  WayStoryCounts stories;
  WayWorkshopCounts workshops;
} Info;

static void
info_clear (Info *info)
{
  g_free (info->title);
  g_clear_pointer (&info->maps, g_ptr_array_unref);
  g_clear_pointer (&info->counts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Info, info_clear)

static void
clear_scenario (gpointer data)
{
  Scenario *scenario = data;

  g_object_unref (scenario->record);
  way_scenario_counts_free (scenario->counts);
}

static void
free_counts (gpointer data)
{
  MapCounts *counts = data;

  g_clear_pointer (&counts->journey, way_journey_counts_free);
  g_clear_pointer (&counts->pathway, way_pathway_counts_free);
  g_array_unref (counts->scenarios);
  g_free (counts);
}

static gboolean
count_pathway (WayLens     *lens,
               const char  *map_id,
               MapCounts   *counts,
               GError     **error)
{
  g_autoptr (WayPathwayGraph) graph = way_pathway_graph_new (lens, map_id, error);

  if (graph == NULL)
    return FALSE;
  counts->pathway = way_pathway_graph_count (graph);
  for (guint i = 0; i < graph->scenarios->len; i++)
    {
      WayRecord *record = graph->scenarios->pdata[i];
      g_autoptr (GPtrArray) stops = way_lens_list (lens, WAY_KIND_STOP, way_record_get_id (record), error);
      Scenario scenario = { record, NULL };

      if (stops == NULL)
        return FALSE;
      scenario.counts = way_pathway_graph_count_scenario (graph, stops);
      g_object_ref (record);
      g_array_append_val (counts->scenarios, scenario);
    }
  return TRUE;
}

static gboolean
count_map (WayLens    *lens,
           WayRecord  *map,
           MapCounts  *counts,
           GError    **error)
{
  const char *kind = way_record_get_text (map, WAY_MAP_KIND), *id = way_record_get_id (map);

  if (g_strcmp0 (kind, "journey") == 0)
    return (counts->journey = way_count_journey (lens, id, error)) != NULL;
  return g_strcmp0 (kind, "pathway") != 0 || count_pathway (lens, id, counts, error);
}

static gboolean
gather (WayWorkspace  *workspace,
        Info          *info,
        GError       **error)
{
  g_autoptr (WayLens) lens = way_cli_look (workspace, WAY_AUDIENCE_DESK);

  info->title = way_workspace_dup_title (workspace);
  info->schema = way_workspace_get_schema (workspace);
  info->maps = way_lens_list (lens, WAY_KIND_MAP, NULL, error);
  info->counts = g_ptr_array_new_with_free_func (free_counts);
  if (info->maps == NULL)
    return FALSE;
  for (guint i = 0; i < info->maps->len; i++)
    {
      MapCounts *counts = g_new0 (MapCounts, 1);

      counts->scenarios = g_array_new (FALSE, FALSE, sizeof (Scenario));
      g_array_set_clear_func (counts->scenarios, clear_scenario);
      g_ptr_array_add (info->counts, counts);
      if (!count_map (lens, info->maps->pdata[i], counts, error))
        return FALSE;
    }
  return way_count_stories (lens, &info->stories, error) && way_count_workshops (lens, &info->workshops, error);
}

static void
write_journey (WayJsonText      *out,
               WayJourneyCounts *counts)
{
  way_json_text_add_number (out, "stages", counts->stages);
  way_json_text_add_number (out, "lanes", counts->lanes);
  way_json_text_add_number (out, "cards", counts->cards);
  way_json_text_begin (out, "feeling", '[');
  for (guint i = 0; i < counts->feelings->len; i++)
    {
      const WayFeelingCount *feeling = &g_array_index (counts->feelings, WayFeelingCount, i);

      way_json_text_begin (out, NULL, '{');
      way_json_text_add_text (out, "stage", feeling->stage);
      way_json_text_add_number (out, "n", feeling->n);
      if (feeling->n > 0)
        {
          way_json_text_add_number (out, "median", feeling->median);
          way_json_text_add_number (out, "low", feeling->low);
          way_json_text_add_number (out, "high", feeling->high);
        }
      way_json_text_end (out);
    }
  way_json_text_end (out);
}

static void
write_ids (WayJsonText *out,
           const char  *key,
           GStrv        ids)
{
  way_json_text_begin (out, key, '[');
  for (guint i = 0; ids[i] != NULL; i++)
    way_json_text_add_text (out, NULL, ids[i]);
  way_json_text_end (out);
}

static void
write_scenario (WayJsonText    *out,
                const Scenario *scenario)
{
  const WayScenarioCounts *counts = scenario->counts;

  way_json_text_begin (out, NULL, '{');
  way_json_text_add_text (out, "id", way_record_get_id (scenario->record));
  if (way_record_has (scenario->record, WAY_SCENARIO_PERSONA))
    way_json_text_add_text (out, "persona", way_record_get_text (scenario->record, WAY_SCENARIO_PERSONA));
  if (way_record_has (scenario->record, WAY_SCENARIO_ROUTE))
    way_json_text_add_text (out, "route", way_record_get_text (scenario->record, WAY_SCENARIO_ROUTE));
  way_json_text_add_number (out, "contacts", counts->contacts);
  way_json_text_add_number (out, "organisations", counts->organisations);
  way_json_text_add_number (out, "handovers", counts->handovers);
  way_json_text_add_number (out, "wait_days", counts->wait_days);
  way_json_text_add_number (out, "longest_wait_days", counts->longest_wait_days);
  way_json_text_add_number (out, "met", counts->met);
  way_json_text_add_number (out, "partly", counts->partly);
  way_json_text_add_number (out, "not_met", counts->not_met);
  way_json_text_add_number (out, "gaps", counts->gaps);
  way_json_text_add_number (out, "off_map", counts->off_map);
  way_json_text_end (out);
}

static void
write_pathway (WayJsonText     *out,
               const MapCounts *counts)
{
  way_json_text_add_number (out, "steps", counts->pathway->steps);
  way_json_text_add_number (out, "links", counts->pathway->links);
  way_json_text_add_number (out, "wait_days", counts->pathway->wait_days);
  write_ids (out, "dead_ends", counts->pathway->dead_ends);
  write_ids (out, "unreachable", counts->pathway->unreachable);
  way_json_text_add_number (out, "loops", counts->pathway->loops);
  way_json_text_begin (out, "scenarios", '[');
  for (guint i = 0; i < counts->scenarios->len; i++)
    write_scenario (out, &g_array_index (counts->scenarios, Scenario, i));
  way_json_text_end (out);
}

static void
write_maps (WayJsonText *out,
            Info        *info)
{
  way_json_text_begin (out, "maps", '[');
  for (guint i = 0; i < info->maps->len; i++)
    {
      WayRecord *map = g_ptr_array_index (info->maps, i);
      const MapCounts *counts = g_ptr_array_index (info->counts, i);

      way_json_text_begin (out, NULL, '{');
      way_json_text_add_text (out, "id", way_record_get_id (map));
      way_json_text_add_text (out, "kind", way_record_get_text (map, WAY_MAP_KIND));
      if (way_record_has (map, WAY_MAP_TITLE))
        way_json_text_add_text (out, "title", way_record_get_text (map, WAY_MAP_TITLE));
      if (counts->journey != NULL)
        write_journey (out, counts->journey);
      if (counts->pathway != NULL)
        write_pathway (out, counts);
      way_json_text_end (out);
    }
  way_json_text_end (out);
}

static void
write_stories (WayJsonText    *out,
               WayStoryCounts *counts)
{
  way_json_text_begin (out, "stories", '{');
  way_json_text_add_number (out, "total", counts->total);
  way_json_text_begin (out, "by_audience", '{');
  way_json_text_add_number (out, "none", counts->by_audience[WAY_AUDIENCE_DESK]);
  for (WayAudience audience = WAY_AUDIENCE_TEAM; audience <= WAY_AUDIENCE_PUBLIC; audience++)
    way_json_text_add_number (out, way_audience_get_name (audience), counts->by_audience[audience]);
  way_json_text_end (out);
  way_json_text_add_number (out, "withdrawn", counts->withdrawn);
  way_json_text_add_number (out, "languages", counts->languages);
  way_json_text_add_number (out, "quotes", counts->quotes);
  way_json_text_end (out);
}

static void
write_workshops (WayJsonText       *out,
                 WayWorkshopCounts *counts)
{
  way_json_text_begin (out, "workshops", '{');
  way_json_text_add_number (out, "workshops", counts->workshops);
  way_json_text_add_number (out, "attendances", counts->attendances);
  way_json_text_begin (out, "by_phase", '{');
  for (guint i = 0; i < WAY_N_PHASES; i++)
    {
      if (counts->by_phase[i].workshops == 0)
        continue;
      way_json_text_begin (out, counts->by_phase[i].phase, '{');
      way_json_text_add_number (out, "workshops", counts->by_phase[i].workshops);
      way_json_text_add_number (out, "attendances", counts->by_phase[i].attendances);
      way_json_text_end (out);
    }
  way_json_text_end (out);
  way_json_text_end (out);
}

static gboolean
print_json (Info    *info,
            GError **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (WayJsonText) out = way_json_text_new (stream, NULL);

  way_json_text_begin (out, NULL, '{');
  way_json_text_add_number (out, "waymark", WAY_JSON_VERSION);
  way_json_text_add_text (out, "title", info->title);
  way_json_text_add_number (out, "schema", info->schema);
  write_maps (out, info);
  write_stories (out, &info->stories);
  write_workshops (out, &info->workshops);
  way_json_text_end (out);
  return way_json_text_flush (out, TRUE, error);
}

static const char *
get_map_kind_label (WayRecord *map)
{
  const char *kind = way_record_get_text (map, WAY_MAP_KIND);

  if (g_strcmp0 (kind, "journey") == 0)
    return _("journey map");
  if (g_strcmp0 (kind, "pathway") == 0)
    return _("pathway map");
  return _("map of assets and needs");
}

/* A line of texts with commas between, as the user's language has them. */
G_GNUC_NULL_TERMINATED static char *
dup_line (const char *start,
          const char *first,
          ...)
{
  g_autoptr (GString) line = g_string_new (start);
  const char *text;
  va_list texts;

  g_string_append (line, first);
  va_start (texts, first);
  while ((text = va_arg (texts, const char *)) != NULL)
    g_string_append_printf (line, "%s%s", C_("names in a sentence", ", "), text);
  va_end (texts);
  g_string_append_c (line, '\n');
  return g_string_free_and_steal (g_steal_pointer (&line));
}

static void
print_journey (const WayJourneyCounts *counts)
{
  g_autofree char *stages = g_strdup_printf (ngettext ("%u stage", "%u stages", counts->stages), counts->stages);
  g_autofree char *lanes = g_strdup_printf (ngettext ("%u lane", "%u lanes", counts->lanes), counts->lanes);
  g_autofree char *cards = g_strdup_printf (ngettext ("%u card", "%u cards", counts->cards), counts->cards);
  g_autofree char *all = dup_line ("  ", stages, lanes, cards, NULL);

  way_cli_say (all);
}

static char *
dup_wait (double days)
{
  return way_wait_dup_label (MIN (days, WAY_WAIT_MAX));
}

static void
print_scenario (const Scenario *scenario)
{
  const WayScenarioCounts *counts = scenario->counts;
  const char *title = way_record_get_text (scenario->record, WAY_SCENARIO_TITLE);
  g_autofree char *contacts = g_strdup_printf (ngettext ("%u contact", "%u contacts", counts->contacts), counts->contacts);
  g_autofree char *organisations = g_strdup_printf (ngettext ("%u organisation", "%u organisations", counts->organisations),
                                                    counts->organisations);
  g_autofree char *handovers = g_strdup_printf (ngettext ("%u handover", "%u handovers", counts->handovers), counts->handovers);
  g_autofree char *gaps = g_strdup_printf (ngettext ("%u gap", "%u gaps", counts->gaps), counts->gaps);
  g_autofree char *wait = dup_wait (counts->wait_days), *longest = dup_wait (counts->longest_wait_days);
  g_autofree char *waiting = g_strdup_printf (_("waiting %1$s in all, %2$s at the longest"), wait, longest);
  g_autofree char *name = g_strdup_printf ("  %s: ", title != NULL ? title : way_record_get_id (scenario->record));
  g_autofree char *all = dup_line (name, contacts, organisations, handovers, waiting, gaps, NULL);

  way_cli_say (all);
}

static void
print_pathway (const MapCounts *counts)
{
  const WayPathwayCounts *pathway = counts->pathway;
  guint n_dead_ends = g_strv_length (pathway->dead_ends);
  g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", pathway->steps), pathway->steps);
  g_autofree char *links = g_strdup_printf (ngettext ("%u link", "%u links", pathway->links), pathway->links);
  g_autofree char *wait = dup_wait (pathway->wait_days), *waits = g_strdup_printf (_("waits of %s"), wait);
  g_autofree char *dead_ends = g_strdup_printf (ngettext ("%u dead end", "%u dead ends", n_dead_ends), n_dead_ends);
  g_autofree char *loops = g_strdup_printf (ngettext ("%u loop", "%u loops", pathway->loops), pathway->loops);
  g_autofree char *all = dup_line ("  ", steps, links, waits, dead_ends, loops, NULL);

  way_cli_say (all);
  for (guint i = 0; i < counts->scenarios->len; i++)
    print_scenario (&g_array_index (counts->scenarios, Scenario, i));
}

static void
print_map (WayRecord       *map,
           const MapCounts *counts)
{
  const char *title = way_record_get_text (map, WAY_MAP_TITLE);
  g_autofree char *line = g_strdup_printf ("%s (%s)\n", title != NULL ? title : way_record_get_id (map), get_map_kind_label (map));

  way_cli_say (line);
  if (counts->journey != NULL)
    print_journey (counts->journey);
  if (counts->pathway != NULL)
    print_pathway (counts);
}

static void
print_stories (WayStoryCounts *counts)
{
  g_autofree char *stories = g_strdup_printf (ngettext ("%u story", "%u stories", counts->total), counts->total);
  g_autofree char *quotes = g_strdup_printf (ngettext ("%u quote", "%u quotes", counts->quotes), counts->quotes);
  g_autofree char *languages = g_strdup_printf (ngettext ("%u language", "%u languages", counts->languages), counts->languages);
  g_autofree char *all = dup_line ("\n", stories, quotes, languages, NULL);
  /* Translators: how many stories are open to whom. */
  g_autofree char *open = g_strdup_printf (_("  open today to the public %u, to workshops %u, to the team %u, to nobody %u; withdrawn %u\n"),
                                           counts->by_audience[WAY_AUDIENCE_PUBLIC], counts->by_audience[WAY_AUDIENCE_WORKSHOP],
                                           counts->by_audience[WAY_AUDIENCE_TEAM], counts->by_audience[WAY_AUDIENCE_DESK],
                                           counts->withdrawn);

  way_cli_say (all);
  if (counts->total > 0)
    way_cli_say (open);
}

static void
print_workshops (WayWorkshopCounts *counts)
{
  g_autofree char *workshops = g_strdup_printf (ngettext ("%u workshop", "%u workshops", counts->workshops), counts->workshops);
  g_autofree char *attendances = g_strdup_printf (ngettext ("%lu attendance", "%lu attendances", (gulong) counts->attendances),
                                                  (gulong) counts->attendances);
  g_autofree char *all = dup_line ("", workshops, attendances, NULL);

  way_cli_say (all);
}

static void
print_text (Info *info)
{
  g_autofree char *title = g_strdup_printf ("%s\n\n", info->title);

  way_cli_say (title);
  if (info->maps->len == 0)
    way_cli_say (_("No maps yet\n"));
  for (guint i = 0; i < info->maps->len; i++)
    print_map (info->maps->pdata[i], info->counts->pdata[i]);
  print_stories (&info->stories);
  print_workshops (&info->workshops);
}

WayExit
way_cli_info (GStrv arguments)
{
  gboolean json = FALSE;
  g_auto (GStrv) rest = NULL;
  g_auto (Info) info = { 0 };
  g_autoptr (WayWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  WayExit exit_status;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Tell it as JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  rest = way_cli_parse ("info", _("FILE"), _("Tells what is in a workspace, to whoever holds the file."), entries, arguments, 1, 1,
                        &exit_status);
  if (rest == NULL)
    return exit_status;
  workspace = way_cli_open (rest[1]);
  if (workspace == NULL)
    return WAY_EXIT_FAILED;
  if (!gather (workspace, &info, &error))
    return way_cli_fail ("%s", error->message);
  if (!json)
    print_text (&info);
  else if (!print_json (&info, &error))
    return way_cli_fail (_("The answer could not be written."));
  return way_cli_let_go (workspace);
}
