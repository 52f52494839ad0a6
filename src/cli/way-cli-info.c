/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command `waymark info`: what is in a workspace, in words or as JSON, for whoever holds it. */
#include "base/way-i18n.h"
#include "cli/way-cli-private.h"
#include "exchange/way-json-read.h"
#include "exchange/way-json-text.h"
#include "model/way-counts.h"
#include "model/way-schema.h"

#include <gio/gunixoutputstream.h>
#include <unistd.h>

/* What both ways of telling are made from. */
typedef struct
{
  char *title;
  guint schema;
  GPtrArray *maps;            /* WayRecord */
  GPtrArray *journeys;        /* WayJourneyCounts of each map, NULL where it is of another kind */
  WayStoryCounts stories;
  WayWorkshopCounts workshops;
} Info;

static void
info_clear (Info *info)
{
  g_free (info->title);
  g_clear_pointer (&info->maps, g_ptr_array_unref);
  g_clear_pointer (&info->journeys, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Info, info_clear)

static void
free_journey (gpointer data)
{
  g_clear_pointer ((WayJourneyCounts **) &data, way_journey_counts_free);
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
  info->journeys = g_ptr_array_new_with_free_func (free_journey);
  if (info->maps == NULL)
    return FALSE;
  for (guint i = 0; i < info->maps->len; i++)
    {
      WayRecord *map = g_ptr_array_index (info->maps, i);
      WayJourneyCounts *counts = NULL;

      if (g_strcmp0 (way_record_get_text (map, WAY_MAP_KIND), "journey") == 0 &&
          (counts = way_count_journey (lens, way_record_get_id (map), error)) == NULL)
        return FALSE;
      g_ptr_array_add (info->journeys, counts);
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
write_maps (WayJsonText *out,
            Info        *info)
{
  way_json_text_begin (out, "maps", '[');
  for (guint i = 0; i < info->maps->len; i++)
    {
      WayRecord *map = g_ptr_array_index (info->maps, i);
      WayJourneyCounts *counts = g_ptr_array_index (info->journeys, i);

      way_json_text_begin (out, NULL, '{');
      way_json_text_add_text (out, "id", way_record_get_id (map));
      way_json_text_add_text (out, "kind", way_record_get_text (map, WAY_MAP_KIND));
      if (way_record_has (map, WAY_MAP_TITLE))
        way_json_text_add_text (out, "title", way_record_get_text (map, WAY_MAP_TITLE));
      if (counts != NULL)
        write_journey (out, counts);
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

static void
print_map (WayRecord        *map,
           WayJourneyCounts *counts)
{
  const char *title = way_record_get_text (map, WAY_MAP_TITLE);
  g_autofree char *line = g_strdup_printf ("%s (%s)\n", title != NULL ? title : way_record_get_id (map), get_map_kind_label (map));
  g_autofree char *stages = NULL, *lanes = NULL, *cards = NULL, *all = NULL;

  way_cli_say (line);
  if (counts == NULL)
    return;
  stages = g_strdup_printf (ngettext ("%u stage", "%u stages", counts->stages), counts->stages);
  lanes = g_strdup_printf (ngettext ("%u lane", "%u lanes", counts->lanes), counts->lanes);
  cards = g_strdup_printf (ngettext ("%u card", "%u cards", counts->cards), counts->cards);
  all = g_strdup_printf ("  %s, %s, %s\n", stages, lanes, cards);
  way_cli_say (all);
}

static void
print_stories (WayStoryCounts *counts)
{
  g_autofree char *stories = g_strdup_printf (ngettext ("%u story", "%u stories", counts->total), counts->total);
  g_autofree char *quotes = g_strdup_printf (ngettext ("%u quote", "%u quotes", counts->quotes), counts->quotes);
  g_autofree char *languages = g_strdup_printf (ngettext ("%u language", "%u languages", counts->languages), counts->languages);
  g_autofree char *all = g_strdup_printf ("\n%s, %s, %s\n", stories, quotes, languages);
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
  g_autofree char *all = g_strdup_printf ("%s, %s\n", workshops, attendances);

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
    print_map (info->maps->pdata[i], info->journeys->pdata[i]);
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
