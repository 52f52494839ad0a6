/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as spreadsheets copy it: cells between tabs, rows between line ends, quoted where a cell has either. */
#include "canvas/way-table-text.h"

#include <string.h>

static void
end_cell (GPtrArray *row,
          GString   *cell)
{
  g_ptr_array_add (row, g_strdup (cell->str));
  g_string_truncate (cell, 0);
}

static const char *
read_quoted (const char *at,
             GString    *cell)
{
  for (at++; *at != '\0'; at++)
    {
      if (*at == '"' && at[1] != '"')
        return at + 1;
      if (*at == '"')
        at++;
      g_string_append_c (cell, *at);
    }
  return at;
}

/* Whether the quotation mark at @at begins a quoted cell: its match is at the end of one. A cell may just begin with one. */
static gboolean
is_quoted (const char *at)
{
  for (at++; *at != '\0'; at++)
    if (*at == '"' && at[1] == '"')
      at++;
    else if (*at == '"')
      return at[1] == '\t' || at[1] == '\n' || at[1] == '\r' || at[1] == '\0';
  return FALSE;
}

/**
 * way_table_text_parse:
 * @text: what was copied
 *
 * Returns: (transfer full) (element-type GPtrArray): the rows, each an array of the texts of its cells
 */
GPtrArray *
way_table_text_parse (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GString) cell = g_string_new (NULL);
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  gboolean begins = TRUE;

  for (const char *at = text; *at != '\0';)
    {
      if (begins && *at == '"' && is_quoted (at))
        at = read_quoted (at, cell);
      else if (*at == '\t')
        {
          end_cell (row, cell);
          at++;
          begins = TRUE;
          continue;
        }
      else if (*at == '\n' || *at == '\r')
        {
          end_cell (row, cell);
          g_ptr_array_add (rows, row);
          row = g_ptr_array_new_with_free_func (g_free);
          at += *at == '\r' && at[1] == '\n' ? 2 : 1;
          begins = TRUE;
          continue;
        }
      else
        g_string_append_c (cell, *at++);
      begins = FALSE;
    }
  end_cell (row, cell);
  /* Spreadsheets end the last row as well. */
  if (rows->len > 0 && row->len == 1 && *(char *) row->pdata[0] == '\0')
    g_ptr_array_unref (row);
  else
    g_ptr_array_add (rows, row);
  return rows;
}

static void
append_quoted (GString    *text,
               const char *cell)
{
  g_string_append_c (text, '"');
  for (const char *at = cell; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *at);
    }
  g_string_append_c (text, '"');
}

/**
 * way_table_text_append:
 * @text: a row so far
 * @cell: what the next cell says
 * @first: whether it is the first of its row
 */
void
way_table_text_append (GString    *text,
                       const char *cell,
                       gboolean    first)
{
  if (!first)
    g_string_append_c (text, '\t');
  if (strpbrk (cell, "\t\n\r") == NULL && *cell != '"')
    g_string_append (text, cell);
  else
    append_quoted (text, cell);
}

/* Somebody's words may begin and end with quotation marks; only what has lines of its own is quoted among lines. */
static gboolean
is_quoted_lines (const char *at)
{
  g_autoptr (GString) said = g_string_new (NULL);

  if (*at != '"' || !is_quoted (at))
    return FALSE;
  read_quoted (at, said);
  return strpbrk (said->str, "\n\r") != NULL;
}

/* What presentations and word processors put where a line ends and the paragraph goes on; letters have no picture of it. */
static void
break_lines (GString *line)
{
  static const char *const breaks[] = { "\v", "\f", "\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9" };

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    g_string_replace (line, breaks[i], "\n", 0);
}

/**
 * way_table_text_parse_lines:
 * @text: what was copied
 *
 * Returns: (transfer full): the lines; what is quoted and has line ends is one of them, with its line ends as `\n`, and so is what goes on
 *   after another kind of break
 */
char **
way_table_text_parse_lines (const char *text)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (const char *at = text; *at != '\0';)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      gsize length = 0;

      if (is_quoted_lines (at))
        {
          at = read_quoted (at, line);
          g_string_replace (line, "\r\n", "\n", 0);
        }
      length = strcspn (at, "\r\n");
      g_string_append_len (line, at, length);
      at += length;
      if (*at == '\r' && at[1] == '\n')
        at++;
      if (*at != '\0')
        at++;
      break_lines (line);
      g_strv_builder_add (lines, line->str);
    }
  return g_strv_builder_end (lines);
}

/* How long the mark of a list is that a line begins with, "1. ", "2) ", "- " or "• ", blanks before it included; 0 where there is none. */
static gsize
measure_mark (const char *line)
{
  static const char *const bullets[] = { "-", "*", "•", "–", "◦", "▪" };
  const char *at = line + strspn (line, " \t");
  gsize digits = strspn (at, "0123456789");

  if (digits > 0 && digits < 4 && (at[digits] == '.' || at[digits] == ')') && at[digits + 1] == ' ')
    return at + digits + 2 - line;
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (at, bullets[i]) && at[strlen (bullets[i])] == ' ')
      return at + strlen (bullets[i]) + 1 - line;
  return 0;
}

/**
 * way_table_text_strip_list:
 * @lines: (array zero-terminated=1): lines, which are changed
 *
 * Takes the marks off where all lines that say something have one: then they are a list, and the marks are not what is said.
 */
void
way_table_text_strip_list (char **lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][strspn (lines[i], " \t")] != '\0' && measure_mark (lines[i]) == 0)
      return;
  for (guint i = 0; lines[i] != NULL; i++)
    memmove (lines[i], lines[i] + measure_mark (lines[i]), strlen (lines[i] + measure_mark (lines[i])) + 1);
}

/**
 * way_table_text_append_line:
 * @text: lines so far
 * @line: what the next one says, quoted where it has line ends of its own
 */
void
way_table_text_append_line (GString    *text,
                            const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (strpbrk (line, "\n\r") == NULL)
    g_string_append (text, line);
  else
    append_quoted (text, line);
}
