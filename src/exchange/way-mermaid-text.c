/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where statements and words of Mermaid's text begin and end. */
#include "exchange/way-mermaid-text.h"

#include "exchange/way-entity.h"

#include <string.h>

#define LONGEST_QUOTE 10000     /* bytes over several lines */

/* Whether a statement begins with a word, or is that alone. */
gboolean
way_mermaid_is_word (const char *statement,
                     const char *word)
{
  gsize length = strlen (word);

  return strncmp (statement, word, length) == 0 && (statement[length] == '\0' || g_ascii_isspace (statement[length]));
}

const char *
way_mermaid_skip_space (const char *at)
{
  while (*at == ' ' || *at == '\t')
    at++;
  return at;
}

/* Names may have strokes and points within them, as in "step-2.1", where no arrow begins. */
static gboolean
is_of_name (const char *from,
            const char *at)
{
  gunichar letter = g_utf8_get_char (at);

  if (letter == '-' || letter == '.')
    return at > from && (g_ascii_isalnum (at[1]) || at[1] == '_' || (guchar) at[1] >= 0x80);
  return letter < 0x80 ? letter == '_' || g_ascii_isalnum (letter) : !g_unichar_isspace (letter);
}

const char *
way_mermaid_read_name (const char  *at,
                       char       **name)
{
  const char *from = at = way_mermaid_skip_space (at);

  while (*at != '\0' && is_of_name (from, at))
    at = g_utf8_next_char (at);
  *name = g_strndup (from, at - from);
  return at > from ? at : NULL;
}

/* What is around words: quotation marks, and within them those of Markdown, whose stars stay what they are. */
static char *
take_off (char *words)
{
  static const char marks[] = "\"`";

  for (guint i = 0; marks[i] != '\0'; i++)
    {
      gsize length = strlen (words);

      if (length < 2 || words[0] != marks[i] || words[length - 1] != marks[i])
        break;
      words[length - 1] = '\0';
      words++;
    }
  return words;
}

/* Words as they were before they were written: entities, line breaks, and quotation marks around. */
char *
way_mermaid_dup_words (const char *from,
                       const char *to)
{
  g_autofree char *raw = g_strstrip (g_strndup (from, to - from));
  GString *words = g_string_new (NULL);
  const char *at = take_off (raw);

  while (*at != '\0')
    {
      gunichar letter = *at == '#' || *at == '&' ? way_entity_read (&at, *at) : 0;

      if (letter != 0)
        g_string_append_unichar (words, letter);
      else if (g_ascii_strncasecmp (at, "<br>", 4) == 0 || g_ascii_strncasecmp (at, "<br/>", 5) == 0 || g_ascii_strncasecmp (at, "<br />", 6) == 0)
        {
          g_string_append_c (words, '\n');
          at = strchr (at, '>') + 1;
        }
      else if (*at == '\n')
        {
          g_string_append_c (words, '\n');
          at += strspn (at, "\r\n\t ");
        }
      else
        g_string_append_c (words, *at++);
    }
  return g_string_free_and_steal (words);
}

/* The end of words in brackets or marks, where quotation marks may hold any. */
const char *
way_mermaid_find_end (const char *at,
                      const char *close)
{
  gboolean quoted = FALSE;

  for (; *at != '\0'; at++)
    {
      quoted ^= *at == '"';
      if (!quoted && g_str_has_prefix (at, close))
        return at;
    }
  return NULL;
}

/* Words in quotation marks may go over several lines, when they are all that is in a bracket: gives the mark that closes them. */
static const char *
find_far_quote (const char *from,
                const char *quote)
{
  const char *close = strchr (quote + 1, '"'), *before = quote;

  while (before > from && before[-1] == ' ')
    before--;
  if (before == from || strchr ("[({/\\|", before[-1]) == NULL || close == NULL || close - quote > LONGEST_QUOTE)
    return NULL;
  return strchr ("])}/\\|", close[1 + strspn (close + 1, " ")]) != NULL && close[1] != '\0' ? close : NULL;
}

/* Whether a semicolon ends an entity, as in "#35;" and "&amp;". */
static gboolean
ends_entity (const char *from,
             const char *semicolon)
{
  const char *at = semicolon;

  while (at > from && (g_ascii_isalnum (at[-1]) || (at[-1] == '#' && at - 1 > from && at[-2] == '&')))
    at--;
  return at > from && at < semicolon && (at[-1] == '#' || at[-1] == '&') && semicolon - at < 10;
}

/* Statements that say how something looks have colours, and comments have anything. */
static gboolean
is_plain (const char *statement)
{
  static const char *const words[] = { "classDef", "style", "linkStyle" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (way_mermaid_is_word (statement, words[i]))
      return TRUE;
  return FALSE;
}

/* The next statement, without spaces around, or NULL at the end; they end with lines, and with semicolons outside words. @line is
 * that in which the statement after it begins. */
char *
way_mermaid_next (const char **at,
                  guint       *line)
{
  const char *from = *at + strspn (*at, " \t\r"), *end = from;
  gboolean comment = g_str_has_prefix (from, "%%"), plain = is_plain (from), quoted = FALSE, barred = FALSE;
  guint depth = 0;

  if (*from == '\0')
    return NULL;
  for (; *end != '\0' && *end != '\n'; end++)
    {
      const char *far = *end == '"' && !quoted && !comment ? find_far_quote (from, end) : NULL;

      if (far != NULL)
        {
          for (; end < far; end++)
            *line += *end == '\n';
          continue;
        }
      quoted ^= *end == '"';
      if (quoted || comment)
        continue;
      if (*end == '|')
        barred = !barred;
      else if (strchr ("[({", *end) != NULL)
        depth++;
      else if (strchr ("])}", *end) != NULL)
        depth -= depth > 0;
      else if (*end == ';' && (plain || (depth == 0 && !barred && !ends_entity (from, end))))
        break;
    }
  *line += *end == '\n';
  *at = *end != '\0' ? end + 1 : end;
  return g_strstrip (g_strndup (from, end - from));
}
