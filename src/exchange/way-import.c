/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text from which a pathway can be made: what kind of text it is, and the edit that makes it. */
#include "exchange/way-import.h"

#include "base/way-error.h"
#include "base/way-i18n.h"
#include "exchange/way-draft.h"

#include <string.h>

/**
 * way_import_format_from_name:
 * @name: an extension, such as "csv"
 * @format: (out): the format
 *
 * Returns: whether it is one from which a pathway can be made
 */
gboolean
way_import_format_from_name (const char      *name,
                             WayImportFormat *format)
{
  if (g_ascii_strcasecmp (name, "csv") == 0)
    *format = WAY_IMPORT_CSV;
  else if (g_ascii_strcasecmp (name, "mmd") == 0 || g_ascii_strcasecmp (name, "mermaid") == 0)
    *format = WAY_IMPORT_MERMAID;
  else if (g_ascii_strcasecmp (name, "dot") == 0 || g_ascii_strcasecmp (name, "gv") == 0)
    *format = WAY_IMPORT_DOT;
  else
    return FALSE;
  return TRUE;
}

/* The first line that says something, without what Markdown has around a drawing. */
static const char *
skip_to_begin (const char *text)
{
  for (;;)
    {
      text += strspn (text, " \t\r\n");
      if (!g_str_has_prefix (text, "%%") && !g_str_has_prefix (text, "```") && !g_str_has_prefix (text, "//") && *text != '#')
        return text;
      text += strcspn (text, "\n");
    }
}

/* Moves behind a word that is there, as such. */
static gboolean
take_word (const char **at,
           const char  *word)
{
  gsize length = strlen (word);

  if (g_ascii_strncasecmp (*at, word, length) != 0 || g_ascii_isalnum ((*at)[length]) || (*at)[length] == '_')
    return FALSE;
  *at += length;
  *at += strspn (*at, " \t\r\n");
  return TRUE;
}

/* Both languages have graphs: one says then which way it runs, the other may give a name and opens a bracket. */
static gboolean
opens_bracket (const char *at)
{
  if (*at == '"')
    for (at++; *at != '\0' && *at++ != '"';)
      continue;
  else
    at += strcspn (at, " \t\r\n{");
  return at[strspn (at, " \t\r\n")] == '{';
}

static gboolean
runs_somewhere (const char *at)
{
  static const char *const ways[] = { "LR", "RL", "TB", "TD", "BT" };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (strncmp (at, ways[i], 2) == 0 && !g_ascii_isalnum (at[2]))
      return TRUE;
  return FALSE;
}

/**
 * way_import_guess:
 * @text: text that was copied somewhere
 * @format: (out): what it is
 *
 * Returns: whether a pathway is written there, as a table with named columns, a flowchart or a graph
 */
gboolean
way_import_guess (const char      *text,
                  WayImportFormat *format)
{
  const char *at = skip_to_begin (text);

  if (take_word (&at, "flowchart"))
    {
      *format = WAY_IMPORT_MERMAID;
      return TRUE;
    }
  *format = WAY_IMPORT_DOT;
  take_word (&at, "strict");
  if (take_word (&at, "digraph"))
    return opens_bracket (at);
  if (take_word (&at, "graph"))
    {
      *format = runs_somewhere (at) ? WAY_IMPORT_MERMAID : WAY_IMPORT_DOT;
      return *format == WAY_IMPORT_MERMAID || opens_bracket (at);
    }
  *format = WAY_IMPORT_CSV;
  return way_csv_names_columns (text);
}

static WayEdit *
read_draft (WayDraft         *draft,
            const char       *text,
            gsize             length,
            WayImportFormat   format,
            GStrv            *dropped,
            GError          **error)
{
  g_autofree char *copy = NULL, *converted = NULL;

  *dropped = NULL;
  /* What spreadsheets call Unicode text is UTF-16, and says so with its first two bytes. */
  if (length >= 2 && (memcmp (text, "\xff\xfe", 2) == 0 || memcmp (text, "\xfe\xff", 2) == 0))
    {
      gsize n_converted;

      converted = g_convert (text, length, "UTF-8", "UTF-16", NULL, &n_converted, NULL);
      if (converted != NULL)
        {
          text = converted;
          length = n_converted;
        }
    }
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (memchr (text, '\0', length) != NULL || !g_utf8_validate (text, length, NULL))
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_FOREIGN, _("This is not text in UTF-8: save it as that."));
      return NULL;
    }
  copy = g_strndup (text, length);
  if (!(format == WAY_IMPORT_CSV ? way_csv_read (draft, copy, error)
        : format == WAY_IMPORT_DOT ? way_dot_read (draft, copy, error) : way_mermaid_read (draft, copy, error)))
    return NULL;
  return way_draft_finish (draft, dropped, error);
}

/**
 * way_import_read:
 * @text: what is in the file
 * @length: its length, in bytes
 * @format: what it is
 * @title: what the map is to be called
 * @records: the workspace that it goes into, whose organisations are found by their names
 * @dropped: (out) (transfer full): what could not be taken over, a line each
 * @error: a [error@WayError]
 *
 * Makes a pathway of a table or a flowchart (docs/interchange.md).
 *
 * Returns: (transfer full) (nullable): one edit that adds the map
 */
WayEdit *
way_import_read (const char       *text,
                 gsize             length,
                 WayImportFormat   format,
                 const char       *title,
                 WayRecords       *records,
                 GStrv            *dropped,
                 GError          **error)
{
  g_autoptr (WayDraft) draft = way_draft_new (records, title);

  return read_draft (draft, text, length, format, dropped, error);
}

/**
 * way_import_read_into:
 * @text: what was copied
 * @format: what it is
 * @map_id: the pathway that it goes into
 * @lane: (nullable): the lane for steps that are in none
 * @records: the workspace
 * @dropped: (out) (transfer full): what could not be taken over, a line each
 * @error: a [error@WayError]
 *
 * Lanes are those of the map with the same title, else of the same kind, else new ones. Links of a table may lead to steps that are on
 * the map.
 *
 * Returns: (transfer full) (nullable): one edit that adds steps and links to the map
 */
WayEdit *
way_import_read_into (const char       *text,
                      WayImportFormat   format,
                      const char       *map_id,
                      const char       *lane,
                      WayRecords       *records,
                      GStrv            *dropped,
                      GError          **error)
{
  g_autoptr (WayDraft) draft = way_draft_new (records, "");

  way_draft_go_into (draft, map_id, lane);
  return read_draft (draft, text, strlen (text), format, dropped, error);
}
