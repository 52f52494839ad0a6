/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words of a text are to be looked up, and in which dictionary. */
#include "canvas/way-spelling-words.h"

#include <pango/pango.h>
#include <string.h>

static gboolean
is_apostrophe (const char *at)
{
  gunichar letter = g_utf8_get_char (at);

  return letter == '\'' || letter == 0x2019;
}

/* Short forms such as GP, what has digits, and scripts that a dictionary of that language cannot know are not looked up. */
static gboolean
is_ordinary (const char    *word,
             const char    *end,
             PangoLanguage *language)
{
  gboolean has_small = FALSE;
  guint n = 0;

  for (const char *at = word; at < end; at = g_utf8_next_char (at), n++)
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isdigit (letter) || letter == '_')
        return FALSE;
      if (!g_unichar_isalpha (letter))
        continue;
      if (!pango_language_includes_script (language, (PangoScript) g_unichar_get_script (letter)))
        return FALSE;
      has_small |= !g_unichar_isupper (letter);
    }
  return n > 1 && has_small;
}

/* Addresses of mail and pages, by what stands between two spaces around a word. */
static gboolean
is_address (const char *text,
            const char *word,
            const char *end)
{
  const char *from = word;

  while (from > text && !g_ascii_isspace (from[-1]))
    from--;
  while (*end != '\0' && !g_ascii_isspace (*end))
    end++;
  for (const char *at = from; at < end; at++)
    if (*at == '@' || (*at == '.' && at > from && at + 1 < end && g_ascii_isalnum (at[-1]) && g_ascii_isalnum (at[1])))
      return TRUE;
  return g_strstr_len (from, end - from, "://") != NULL;
}

/**
 * way_spelling_list_words:
 * @text: a text
 * @language: the code of the dictionary, such as en_GB
 *
 * Returns: (transfer full) (element-type WaySpelledWord): the words that are to be looked up, in order
 */
GArray *
way_spelling_list_words (const char *text,
                         const char *language)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (WaySpelledWord));
  PangoLanguage *known = pango_language_from_string (language);
  int n = g_utf8_strlen (text, -1);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, n + 1);
  const char *at = text, *begin = NULL;
  int start = 0;

  pango_get_log_attrs (text, -1, -1, known, attributes, n + 1);
  for (int i = 0; i <= n; i++, at = i <= n ? g_utf8_next_char (at) : at)
    {
      if (attributes[i].is_word_end && begin != NULL && !(i < n && is_apostrophe (at) && attributes[i + 1].is_word_start))
        {
          if (is_ordinary (begin, at, known) && !is_address (text, begin, at))
            g_array_append_val (words, ((WaySpelledWord) { start, i }));
          begin = NULL;
        }
      if (attributes[i].is_word_start && begin == NULL)
        {
          begin = at;
          start = i;
        }
    }
  return words;
}

/* Dictionaries are called en_GB where languages are en-GB. */
static void
add_code (GPtrArray  *codes,
          const char *language)
{
  char *code = g_strdelimit (g_strdup (language), "-", '_');

  if (g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
    g_free (code);
  else
    g_ptr_array_add (codes, code);
}

static gboolean
is_of (const char *name,
       const char *language)
{
  gsize length = strlen (language);

  return g_ascii_strncasecmp (name, language, length) == 0 && (name[length] == '_' || name[length] == '\0');
}

/**
 * way_spelling_list_codes:
 * @language: (nullable): the language of a workspace, BCP 47, where it names one
 * @own: the user's own languages, as g_get_language_names() gives them
 *
 * Returns: (transfer full): the codes of the dictionaries that will do, the best first
 */
char **
way_spelling_list_codes (const char        *language,
                         const char *const *own)
{
  GPtrArray *codes = g_ptr_array_new ();
  gboolean whole = language != NULL && *language != '\0';

  /* A language without a country is written as the user does. */
  if (whole && strchr (language, '-') != NULL)
    add_code (codes, language);
  for (guint i = 0; own[i] != NULL; i++)
    if (strpbrk (own[i], ".@") == NULL && !g_str_equal (own[i], "C") && !g_str_equal (own[i], "POSIX") &&
        (!whole || (strchr (language, '-') == NULL && is_of (own[i], language))))
      add_code (codes, own[i]);
  if (whole)
    {
      g_autofree char *plain = g_strndup (language, strcspn (language, "-"));

      add_code (codes, plain);
    }
  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_free (codes, FALSE);
}
