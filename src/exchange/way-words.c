/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Maps as text: an account to be read, and the formats of tables and of programs that draw graphs. */
#include "exchange/way-words.h"

#include "model/way-schema.h"

/**
 * way_words_can_write:
 * @map_kind: (nullable): the kind of a map
 * @format: a format of words
 *
 * Returns: whether such a map can be written in the format: a table or graph is one of steps and links
 */
gboolean
way_words_can_write (const char *map_kind,
                     WayFormat   format)
{
  return g_strcmp0 (map_kind, "pathway") == 0 || (format == WAY_FORMAT_TEXT && g_strcmp0 (map_kind, "journey") == 0);
}

/* The name of the organisation of a step, as the audience may see it. */
char *
way_words_dup_organisation (WayLens   *lens,
                            WayRecord *step)
{
  const char *id = way_record_get_text (step, WAY_STEP_ORGANISATION), *name;
  g_autoptr (WayRecord) organisation = NULL;

  if (id == NULL || !way_lens_read (lens, WAY_KIND_ORGANISATION, id, &organisation, NULL) || organisation == NULL)
    return NULL;
  name = way_record_get_text (organisation, WAY_ORGANISATION_NAME);
  return g_strdup (name != NULL ? name : id);
}

/* The shortest digits that read back as the same number. */
char *
way_words_dup_number (double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  for (int precision = 1; precision < 17; precision++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", precision);

      g_ascii_formatd (digits, sizeof digits, format, number);
      if (g_ascii_strtod (digits, NULL) == number && g_utf8_strchr (digits, -1, 'e') == NULL)
        return g_strdup (digits);
    }
  return g_strdup (g_ascii_formatd (digits, sizeof digits, "%.17g", number));
}

static gboolean
append_map (WayLens                 *lens,
            const char              *map_id,
            WayFormat                format,
            const WayExportOptions  *options,
            GString                 *text,
            GError                 **error)
{
  g_autoptr (WayPathwayPart) part = way_pathway_part_new (lens, map_id, options->reading, options->steps, error);

  if (part == NULL)
    return FALSE;
  if (format == WAY_FORMAT_CSV)
    way_csv_append (lens, part, text);
  else if (format == WAY_FORMAT_MERMAID)
    way_mermaid_append (part, text);
  else if (format == WAY_FORMAT_DOT)
    way_dot_append (lens, part, text);
  else
    return way_account_append (lens, map_id, part, text, error);
  return TRUE;
}

/**
 * way_words_write:
 * @lens: who is to see it
 * @map_ids: (array zero-terminated=1): the maps; one, or several as an account
 * @format: a format of words
 * @options: for whom a pathway is read, and which steps of it; nothing else of it matters
 * @sink: where
 * @error: what went wrong
 *
 * Returns: whether all of it was written
 */
gboolean
way_words_write (WayLens                 *lens,
                 const char *const       *map_ids,
                 WayFormat                format,
                 const WayExportOptions  *options,
                 WaySink                 *sink,
                 GError                 **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; map_ids[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (text, "\n\n");
      if (!append_map (lens, map_ids[i], format, options, text, error))
        return FALSE;
    }
  way_sink_write (sink, text->str, text->len);
  return way_sink_finish (sink, error);
}

/**
 * way_words_dup_left_out:
 * @lens: who is to see it
 * @map_id: a map
 * @reading: for whom it is told
 * @error: what went wrong
 *
 * A table has no room for it, so whoever writes one says it.
 *
 * Returns: (transfer full) (nullable): how much the reading leaves out of the map, in a sentence; %NULL where that is nothing, and
 *   where it could not be read
 */
char *
way_words_dup_left_out (WayLens     *lens,
                        const char  *map_id,
                        WayReading   reading,
                        GError     **error)
{
  g_autoptr (WayPathwayPart) part = way_pathway_part_new (lens, map_id, reading, NULL, error);

  return part != NULL ? way_pathway_part_dup_left_out (part) : NULL;
}
