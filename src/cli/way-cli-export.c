/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command `waymark export`: what an audience may see, as PDF, SVG, PNG or JSON. */
#include "base/way-i18n.h"
#include "cli/way-cli-private.h"
#include "exchange/way-export.h"
#include "exchange/way-json-write.h"
#include "exchange/way-output.h"
#include "exchange/way-words.h"
#include "model/way-schema.h"

#include <glib/gstdio.h>
#include <string.h>

/* JSON is no picture of maps, and has no WayFormat. */
#define FORMAT_JSON ((WayFormat) -1)

/* What the command line says, as it says it. */
typedef struct
{
  char *map, *persona, *audience, *page, *tile, *format, *reading, *compare, *out;
  GStrv scenarios, feelers;
  gboolean all, personas, landscape, portrait;
} Words;

/* And what it means. */
typedef struct
{
  WayAudience audience;
  WayFormat format;
  WayExportOptions options;
  WayLens *lens;              /* owned */
  char *feelers;              /* owned, nullable: what the options point to */
  GPtrArray *maps;            /* ids, of maps or of personas; for JSON nullable: everything */
} Job;

static void
words_clear (Words *words)
{
  g_free (words->map);
  g_free (words->persona);
  g_free (words->audience);
  g_free (words->page);
  g_free (words->tile);
  g_free (words->format);
  g_free (words->reading);
  g_free (words->compare);
  g_free (words->out);
  g_strfreev (words->scenarios);
  g_strfreev (words->feelers);
}

static void
job_clear (Job *job)
{
  g_clear_object (&job->lens);
  g_clear_pointer (&job->maps, g_ptr_array_unref);
  g_clear_pointer (&job->feelers, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static gboolean
read_paper (const char *word,
            WayPaper   *paper)
{
  static const struct { const char *name; WayPaper paper; } papers[] = {
    { "fit", WAY_PAPER_FIT }, { "A4", WAY_PAPER_A4 }, { "A3", WAY_PAPER_A3 },
    { "A2", WAY_PAPER_A2 }, { "A1", WAY_PAPER_A1 }, { "A0", WAY_PAPER_A0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (word, papers[i].name) == 0)
      {
        *paper = papers[i].paper;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_format (const char *word,
             WayFormat  *format)
{
  static const struct { const char *name; WayFormat format; } formats[] = {
    { "pdf", WAY_FORMAT_PDF }, { "svg", WAY_FORMAT_SVG }, { "png", WAY_FORMAT_PNG }, { "json", FORMAT_JSON },
    { "txt", WAY_FORMAT_TEXT }, { "csv", WAY_FORMAT_CSV }, { "mmd", WAY_FORMAT_MERMAID }, { "dot", WAY_FORMAT_DOT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (word, formats[i].name) == 0)
      {
        *format = formats[i].format;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_reading (const char *word,
              WayReading *reading)
{
  static const char *const names[] = {
    [WAY_READING_COMMISSIONER] = "commissioner", [WAY_READING_PROVIDER] = "provider", [WAY_READING_PERSON] = "person",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (word, names[i]) == 0)
      {
        *reading = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
wants_personas (const Words *words)
{
  return words->personas || words->persona != NULL;
}

static WayExit
read_paper_options (const Words      *words,
                    WayExportOptions *options)
{
  options->paper = wants_personas (words) ? WAY_PAPER_A4 : WAY_PAPER_FIT;
  if (words->page != NULL && !read_paper (words->page, &options->paper))
    return way_cli_misuse (_("The page “%s” is not known: it can be fit, A4, A3, A2, A1 or A0."), words->page);
  if (words->tile != NULL && (!read_paper (words->tile, &options->tile) ||
                              (options->tile != WAY_PAPER_A4 && options->tile != WAY_PAPER_A3)))
    return way_cli_misuse (_("The sheet “%s” is not known: it can be A4 or A3."), words->tile);
  if (words->landscape && words->portrait)
    return way_cli_misuse (_("A page is landscape or portrait, not both."));
  options->orientation = words->landscape ? WAY_ORIENTATION_LANDSCAPE
                         : words->portrait ? WAY_ORIENTATION_PORTRAIT : WAY_ORIENTATION_AUTO;
  return WAY_EXIT_DONE;
}

static char *
dup_extension (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *dot = strrchr (name, '.');

  return g_strdup (dot != NULL ? dot + 1 : "");
}

/* What says how the other words are meant comes first. */
static WayExit
read_what (const Words *words,
           Job         *job)
{
  g_autofree char *format = NULL;

  if (words->out == NULL)
    return way_cli_misuse (_("Where to is missing: -o OUT."));
  if (words->map != NULL && words->all)
    return way_cli_misuse (_("One map or all of them, not both."));
  if (words->persona != NULL && words->personas)
    return way_cli_misuse (_("One persona or all of them, not both."));
  if (wants_personas (words) && (words->map != NULL || words->all))
    return way_cli_misuse (_("Maps or personas, not both."));
  format = words->format != NULL ? g_strdup (words->format) : dup_extension (words->out);
  if (!read_format (format, &job->format))
    return way_cli_misuse (_("The format of “%s” is not known: it can be pdf, svg, png, json, txt, csv, mmd or dot."),
                           words->format != NULL ? words->format : words->out);
  if (wants_personas (words) && job->format != WAY_FORMAT_PDF && job->format != WAY_FORMAT_SVG && job->format != WAY_FORMAT_PNG)
    return way_cli_misuse (_("The sheet of a persona can be pdf, svg or png."));
  return WAY_EXIT_DONE;
}

static WayExit
read_words (const Words *words,
            Job         *job)
{
  WayExit exit_status = read_what (words, job);

  if (exit_status != WAY_EXIT_DONE)
    return exit_status;
  job->audience = WAY_AUDIENCE_PUBLIC;
  if (words->audience != NULL && !way_audience_from_name (words->audience, &job->audience))
    return way_cli_misuse (_("The audience “%s” is not known: it can be desk, team, workshop or public."), words->audience);
  if (words->reading != NULL && !read_reading (words->reading, &job->options.reading))
    return way_cli_misuse (_("The reading “%s” is not known: it can be person, provider or commissioner."), words->reading);
  if (job->format == FORMAT_JSON && job->options.reading != WAY_READING_COMMISSIONER)
    return way_cli_misuse (_("JSON holds all of a map, whoever reads it: --reading is for the other formats."));
  job->options.scenarios = (const char *const *) words->scenarios;
  return read_paper_options (words, &job->options);
}

static const char *
get_title (WayRecord *record)
{
  return way_record_get_text (record, way_record_get_kind (record) == WAY_KIND_PERSONA ? (guint) WAY_PERSONA_NAME : (guint) WAY_MAP_TITLE);
}

/* Finds the map or persona with this id, or else the one that is called so. */
static const char *
find_record (GPtrArray   *records,
             const char  *word,
             gboolean     persona,
             GError     **error)
{
  const char *found = NULL;

  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (way_record_get_id (records->pdata[i]), word))
      return way_record_get_id (records->pdata[i]);
  for (guint i = 0; i < records->len; i++)
    {
      if (g_strcmp0 (get_title (records->pdata[i]), word) != 0)
        continue;
      if (found != NULL)
        {
          g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, persona ? _("More than one persona is called “%s”: name one by its id.")
                                                                    : _("More than one map is called “%s”: name one by its id."), word);
          return NULL;
        }
      found = way_record_get_id (records->pdata[i]);
    }
  if (found == NULL)
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, persona ? _("There is no persona “%s”.") : _("There is no map “%s”."), word);
  return found;
}

static gboolean
is_of_words (const Job *job)
{
  return job->format != FORMAT_JSON && job->format >= WAY_FORMAT_TEXT && job->format <= WAY_FORMAT_DOT;
}

/* Asked before anything is written, so that no folder is left half full. */
static WayExit
check_maps (Job *job)
{
  for (guint i = 0; job->maps != NULL && job->format != FORMAT_JSON && i < job->maps->len; i++)
    {
      g_autoptr (WayRecord) map = NULL;
      g_autoptr (GError) error = NULL;

      if (!way_lens_read (job->lens, WAY_KIND_MAP, job->maps->pdata[i], &map, &error))
        return way_cli_fail ("%s", error->message);
      if (map != NULL && is_of_words (job))
        {
          if (!way_words_can_write (way_record_get_text (map, WAY_MAP_KIND), job->format))
            return way_cli_fail (_("The map “%s” is of another kind than this format can hold: choose others with --map."),
                                 way_record_has (map, WAY_MAP_TITLE) ? way_record_get_text (map, WAY_MAP_TITLE) : way_record_get_id (map));
        }
      else if (map != NULL && !way_scene_can_draw (way_record_get_text (map, WAY_MAP_KIND)))
        return way_cli_fail (_("The map “%s” is neither a journey nor a pathway map, and only those can be drawn: choose others with --map."),
                             way_record_has (map, WAY_MAP_TITLE) ? way_record_get_text (map, WAY_MAP_TITLE) : way_record_get_id (map));
    }
  return WAY_EXIT_DONE;
}

/* @records are all maps, or all personas where those are wanted. */
static WayExit
choose_maps (const Words *words,
             GPtrArray   *records,
             Job         *job)
{
  g_autoptr (GError) error = NULL;
  const char *word = wants_personas (words) ? words->persona : words->map, *chosen;

  if (word == NULL && job->format == FORMAT_JSON)
    return WAY_EXIT_DONE;
  job->maps = g_ptr_array_new_with_free_func (g_free);
  if (word != NULL)
    {
      chosen = find_record (records, word, wants_personas (words), &error);
      if (chosen == NULL)
        return way_cli_fail ("%s", error->message);
      g_ptr_array_add (job->maps, g_strdup (chosen));
      return WAY_EXIT_DONE;
    }
  if (records->len == 0)
    return way_cli_fail (wants_personas (words) ? _("There is no persona in this workspace.") : _("There is no map in this workspace."));
  if (records->len > 1 && !words->all && !words->personas && job->format != WAY_FORMAT_PDF && job->format != WAY_FORMAT_TEXT)
    return way_cli_misuse (_("There is more than one map: choose with --map, or take --all."));
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (job->maps, g_strdup (way_record_get_id (records->pdata[i])));
  return WAY_EXIT_DONE;
}

/* A scenario can only be shown on its own map. */
static WayExit
check_scenarios (const Words *words,
                 Job         *job)
{
  for (guint i = 0; words->scenarios != NULL && words->scenarios[i] != NULL; i++)
    {
      g_autoptr (WayRecord) scenario = NULL;
      g_autoptr (GError) error = NULL;
      const char *map;

      if (!way_lens_read (job->lens, WAY_KIND_SCENARIO, words->scenarios[i], &scenario, &error))
        return way_cli_fail ("%s", error->message);
      map = scenario != NULL ? way_record_get_within (scenario) : NULL;
      if (map == NULL || (job->maps != NULL &&
                          !g_ptr_array_find_with_equal_func (job->maps, map, g_str_equal, NULL)))
        return way_cli_fail (_("There is no scenario “%s” on what is exported."), words->scenarios[i]);
    }
  return WAY_EXIT_DONE;
}

/* Whose curves are picked out. */
static WayExit
choose_feelers (const Words *words,
                Job         *job)
{
  g_autoptr (GPtrArray) personas = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (words->feelers == NULL)
    return WAY_EXIT_DONE;
  personas = way_lens_list (job->lens, WAY_KIND_PERSONA, NULL, &error);
  if (personas == NULL)
    return way_cli_fail ("%s", error->message);
  for (guint i = 0; words->feelers[i] != NULL; i++)
    {
      const char *id = find_record (personas, words->feelers[i], TRUE, &error);

      if (id == NULL)
        return way_cli_fail ("%s", error->message);
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", id);
    }
  job->options.personas = job->feelers = g_string_free_and_steal (g_steal_pointer (&ids));
  return WAY_EXIT_DONE;
}

/* What is written into one file. */
typedef struct
{
  Job *job;
  const char *const *maps;
} Page;

static gboolean
write_cb (GOutputStream  *stream,
          gpointer        data,
          GError        **error)
{
  Page *page = data;
  Job *job = page->job;

  if (job->format == FORMAT_JSON)
    return way_json_write (job->lens, page->maps != NULL ? page->maps[0] : NULL, stream, NULL, error);
  return way_export_maps (job->lens, page->maps, job->format, &job->options, stream, NULL, NULL, NULL, error);
}

static const char *
get_extension (WayFormat format)
{
  return format == WAY_FORMAT_SVG ? "svg" : format == WAY_FORMAT_PNG ? "png" : format == WAY_FORMAT_CSV ? "csv"
         : format == WAY_FORMAT_MERMAID ? "mmd" : "dot";
}

static gboolean
write_folder (Job         *job,
              GPtrArray   *records,
              const char  *folder,
              GError     **error)
{
  if (g_mkdir (folder, 0777) != 0 && !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_READ_ONLY, _("The folder “%s” could not be made."), folder);
      return FALSE;
    }
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *name = way_output_dup_name (get_title (records->pdata[i]), i + 1, get_extension (job->format));
      g_autofree char *path = g_build_filename (folder, name, NULL);
      const char *ids[] = { way_record_get_id (records->pdata[i]), NULL };
      Page page = { job, ids };

      if (!way_output_write (path, write_cb, &page, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_all (const Words  *words,
           Job          *job,
           GPtrArray    *records,
           GError      **error)
{
  Page page = { .job = job };

  if ((words->all || words->personas) && job->format != FORMAT_JSON && job->format != WAY_FORMAT_PDF && job->format != WAY_FORMAT_TEXT)
    return write_folder (job, records, words->out, error);
  if (job->maps != NULL)
    {
      g_ptr_array_add (job->maps, NULL);
      page.maps = (const char *const *) job->maps->pdata;
    }
  return way_output_write (words->out, write_cb, &page, error);
}

/* A table cannot say it; pictures do, in their foot. */
static void
tell_left_out (Job *job)
{
  for (guint i = 0; is_of_words (job) && i < job->maps->len && job->maps->pdata[i] != NULL; i++)
    {
      g_autofree char *left_out = way_words_dup_left_out (job->lens, job->maps->pdata[i], job->options.reading, NULL);
      g_autoptr (WayRecord) map = NULL;

      if (left_out == NULL || !way_lens_read (job->lens, WAY_KIND_MAP, job->maps->pdata[i], &map, NULL) || map == NULL)
        continue;
      way_cli_note ("%s: %s", way_record_has (map, WAY_MAP_TITLE) ? get_title (map) : way_record_get_id (map), left_out);
    }
}

static WayExit
run (const char   *file,
     const Words  *words,
     Job          *job)
{
  g_autoptr (WayWorkspace) workspace = way_cli_open (file);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  WayExit exit_status;

  if (workspace == NULL)
    return WAY_EXIT_FAILED;
  job->lens = way_cli_look (workspace, job->audience);
  records = way_lens_list (job->lens, wants_personas (words) ? WAY_KIND_PERSONA : WAY_KIND_MAP, NULL, &error);
  if (records == NULL)
    return way_cli_fail ("%s", error->message);
  exit_status = choose_maps (words, records, job);
  if (exit_status == WAY_EXIT_DONE && words->compare != NULL)
    {
      job->options.compare_with = find_record (records, words->compare, FALSE, &error);
      if (job->options.compare_with == NULL)
        return way_cli_fail ("%s", error->message);
    }
  if (exit_status == WAY_EXIT_DONE)
    exit_status = check_scenarios (words, job);
  if (exit_status == WAY_EXIT_DONE)
    exit_status = choose_feelers (words, job);
  if (exit_status == WAY_EXIT_DONE)
    exit_status = check_maps (job);
  if (exit_status != WAY_EXIT_DONE)
    return exit_status;
  if (!write_all (words, job, records, &error))
    return way_cli_fail ("%s", error->message);
  tell_left_out (job);
  return way_cli_let_go (workspace);
}

WayExit
way_cli_export (GStrv arguments)
{
  g_auto (Words) words = { 0 };
  g_auto (Job) job = { 0 };
  g_auto (GStrv) rest = NULL;
  WayExit exit_status;
  const GOptionEntry entries[] = {
    { "map", 0, 0, G_OPTION_ARG_FILENAME, &words.map, N_("One map, by its id or its title"), N_("ID|TITLE") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &words.all, N_("All maps: a page each in one PDF, or a file each in the folder OUT"), NULL },
    { "persona", 0, 0, G_OPTION_ARG_FILENAME, &words.persona, N_("The sheet of one persona, by its id or its name"), N_("ID|NAME") },
    { "personas", 0, 0, G_OPTION_ARG_NONE, &words.personas,
      N_("The sheets of all personas: a page each in one PDF, or a file each in the folder OUT"), NULL },
    { "scenario", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words.scenarios, N_("Show this scenario; may be given again"), N_("ID") },
    { "feelings-of", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words.feelers,
      N_("Pick out how this persona felt along journey maps; given again, compare them as curves of their own"), N_("ID|NAME") },
    { "reading", 0, 0, G_OPTION_ARG_FILENAME, &words.reading,
      N_("For whom pathway maps are told: person, provider or commissioner; commissioner when not given, which shows everything"),
      N_("WHO") },
    { "compare", 0, 0, G_OPTION_ARG_FILENAME, &words.compare, N_("Show what this version of a pathway map had otherwise"), N_("ID|TITLE") },
    { "audience", 0, 0, G_OPTION_ARG_FILENAME, &words.audience,
      N_("Who will see it: desk, team, workshop or public; public when not given"), N_("WHO") },
    { "page", 0, 0, G_OPTION_ARG_FILENAME, &words.page, N_("fit, A4, A3, A2, A1 or A0; fit when not given, and A4 for personas"), N_("SIZE") },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &words.landscape, N_("Wider than high"), NULL },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &words.portrait, N_("Higher than wide"), NULL },
    { "tile", 0, 0, G_OPTION_ARG_FILENAME, &words.tile, N_("Cut pages into sheets to be glued together: A4 or A3"), N_("SIZE") },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &words.format, N_("pdf, svg, png, json, txt, csv, mmd or dot, where OUT does not tell"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words.out, N_("The file to write, replaced if it is there; - is stdout"), N_("OUT") },
    G_OPTION_ENTRY_NULL,
  };

  rest = way_cli_parse ("export", _("FILE -o OUT"), _("Writes what an audience may see of a workspace."), entries, arguments, 1, 1,
                        &exit_status);
  if (rest == NULL)
    return exit_status;
  exit_status = read_words (&words, &job);
  return exit_status == WAY_EXIT_DONE ? run (rest[1], &words, &job) : exit_status;
}
