/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An account of a map in plain text that reads aloud well: what is on it, in order, and what it says. */
#include "exchange/way-account.h"

#include "base/way-i18n.h"
#include "base/way-text.h"
#include "base/way-wait.h"
#include "exchange/way-words.h"
#include "model/way-schema.h"

void
way_account_line (GString    *text,
                  guint       depth,
                  const char *line)
{
  g_auto (GStrv) lines = g_strsplit (line, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "%*s%s\n", (int) (2 * depth), "", g_strchomp (lines[i]));
}

void
way_account_heading (GString    *text,
                     const char *words)
{
  g_string_append_printf (text, "\n%s\n\n", words);
}

char *
way_account_dup_name (const char *words,
                      const char *otherwise)
{
  return g_strdup (!way_text_is_blank (words) ? words : otherwise);
}

/* How the first lines of every account go. */
static void
append_head (WayRecord *map,
             GString   *text)
{
  const char *status = way_record_get_text (map, WAY_MAP_STATUS), *question = way_record_get_text (map, WAY_MAP_QUESTION);
  const WayValue *version = way_record_get_value (map, WAY_MAP_VERSION);
  gboolean pathway = g_strcmp0 (way_record_get_text (map, WAY_MAP_KIND), "pathway") == 0;
  g_autofree char *title = way_account_dup_name (way_record_get_text (map, WAY_MAP_TITLE), _("A map without a title"));
  g_autofree char *number = version->type == WAY_VALUE_NUMBER ? way_words_dup_number (version->number)
                            : g_strdup (way_record_get_text (map, WAY_MAP_VERSION));
  g_autoptr (GString) line = g_string_new (pathway ? _("Pathway map") : _("Journey map"));

  way_account_line (text, 0, title);
  if (question != NULL)
    way_account_line (text, 0, question);
  if (status != NULL)
    g_string_append_printf (line, "%s%s", C_("names in a sentence", ", "), g_str_equal (status, "proposed") ? _("as it could be") : _("as it is now"));
  if (number != NULL)
    {
      g_string_append (line, C_("names in a sentence", ", "));
      g_string_append_printf (line, _("version %s"), number);
    }
  way_account_line (text, 0, line->str);
}

static gboolean
append_persona (WayLens    *lens,
                WayRecord  *map,
                GString    *text,
                GError    **error)
{
  const char *id = way_record_get_text (map, WAY_MAP_PERSONA);
  g_autoptr (WayRecord) persona = NULL;
  g_autofree char *line = NULL;

  if (id != NULL && !way_lens_read (lens, WAY_KIND_PERSONA, id, &persona, error))
    return FALSE;
  if (persona == NULL || !way_record_has (persona, WAY_PERSONA_NAME))
    return TRUE;
  line = g_strdup_printf (_("It is the map of %s."), way_record_get_text (persona, WAY_PERSONA_NAME));
  way_account_line (text, 0, line);
  return TRUE;
}

static const char *
get_flag_label (const char *kind)
{
  if (g_strcmp0 (kind, "concern") == 0)
    return _("Concern");
  if (g_strcmp0 (kind, "idea") == 0)
    return _("Idea");
  if (g_strcmp0 (kind, "decision") == 0)
    return _("Decision");
  return _("Question");
}

static gboolean
append_flags (WayLens         *lens,
              const char      *map_id,
              WayPathwayPart  *part,
              GString         *text,
              GError         **error)
{
  g_autoptr (GPtrArray) flags = way_lens_list (lens, WAY_KIND_FLAG, map_id, error);
  gboolean any = FALSE;

  if (flags == NULL)
    return FALSE;
  for (guint i = 0; i < flags->len; i++)
    {
      const char *words = way_record_get_text (flags->pdata[i], WAY_FLAG_TEXT), *answer = way_record_get_text (flags->pdata[i], WAY_FLAG_ANSWER);
      g_autofree char *line = g_strdup_printf ("%u. %s: %s", i + 1, get_flag_label (way_record_get_text (flags->pdata[i], WAY_FLAG_KIND)),
                                               words != NULL ? words : "");
      g_autofree char *reply = answer != NULL ? g_strdup_printf (_("Answer: %s"), answer) : NULL;
      g_autofree char *on = way_lens_dup_flagged (lens, flags->pdata[i], error);

      if (on == NULL)
        return FALSE;
      /* Numbered as they are on the map, where a reading hides some too. */
      if (way_pathway_part_hides (part, on))
        continue;
      if (!any)
        way_account_heading (text, _("Questions and concerns"));
      any = TRUE;
      way_account_line (text, 0, line);
      if (reply != NULL)
        way_account_line (text, 1, reply);
    }
  return TRUE;
}

/* Who this is for, and what they are not shown: how many, and nothing else of it. */
static gboolean
append_consent (WayLens         *lens,
                const char      *map_id,
                WayPathwayPart  *part,
                GString         *text,
                GError         **error)
{
  static const char *const audiences[] = {
    [WAY_AUDIENCE_DESK] = N_("This account holds everything, for whoever holds the file; it is not to be passed on."),
    [WAY_AUDIENCE_TEAM] = N_("This account is for the team: everybody whose words are in it agreed to that."),
    [WAY_AUDIENCE_WORKSHOP] = N_("This account is for the workshop: everybody whose words are in it agreed to that."),
    [WAY_AUDIENCE_PUBLIC] = N_("This account is for anybody: everybody whose words are in it agreed to that."),
  };
  g_autofree char *hidden = NULL;
  guint n;

  if (!way_lens_count_hidden_quotes (lens, map_id, &n, error))
    return FALSE;
  g_string_append_c (text, '\n');
  way_account_line (text, 0, _(audiences[way_lens_get_audience (lens)]));
  hidden = g_strdup_printf (ngettext ("%u quote is not shown to this audience.", "%u quotes are not shown to this audience.", n), n);
  /* How many there are on some steps alone would be told of those steps. */
  if (n > 0 && part->whole)
    way_account_line (text, 0, hidden);
  return TRUE;
}

/* For whom it is told, where that leaves something out. */
static void
append_reading (WayPathwayPart *part,
                GString        *text)
{
  g_autofree char *left_out = way_pathway_part_dup_left_out (part);

  if (left_out == NULL)
    return;
  way_account_line (text, 0, way_reading_get_remark (part->reading));
  way_account_line (text, 0, left_out);
}

gboolean
way_account_append (WayLens         *lens,
                    const char      *map_id,
                    WayPathwayPart  *part,
                    GString         *text,
                    GError         **error)
{
  g_autoptr (WayRecord) map = NULL;
  gboolean pathway;

  if (!way_lens_read (lens, WAY_KIND_MAP, map_id, &map, error))
    return FALSE;
  if (map == NULL)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("The map is not there any more."));
      return FALSE;
    }
  pathway = g_strcmp0 (way_record_get_text (map, WAY_MAP_KIND), "pathway") == 0;
  append_head (map, text);
  append_reading (part, text);
  return append_persona (lens, map, text, error) &&
         (pathway ? way_account_append_pathway (lens, part, text, error) : way_account_append_journey (lens, map_id, text, error)) &&
         append_flags (lens, map_id, part, text, error) && append_consent (lens, map_id, part, text, error);
}
