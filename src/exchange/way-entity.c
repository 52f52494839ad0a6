/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Characters by their number or name, as in "&amp;" and "&#233;", which flowcharts and graphs share with web pages. */
#include "exchange/way-entity.h"

#include <string.h>

static const struct { const char *name; gunichar letter; } names[] = {
  { "quot;", '"' }, { "amp;", '&' }, { "lt;", '<' }, { "gt;", '>' }, { "apos;", '\'' }, { "nbsp;", 0xa0 }, { "pound;", 0xa3 }, { "copy;", 0xa9 },
  { "middot;", 0xb7 }, { "frac12;", 0xbd }, { "eacute;", 0xe9 }, { "times;", 0xd7 }, { "ndash;", 0x2013 }, { "mdash;", 0x2014 }, { "lsquo;", 0x2018 },
  { "rsquo;", 0x2019 }, { "ldquo;", 0x201c }, { "rdquo;", 0x201d }, { "bull;", 0x2022 }, { "hellip;", 0x2026 }, { "euro;", 0x20ac }, { "larr;", 0x2190 },
  { "rarr;", 0x2192 }, { "hearts;", 0x2665 },
};

/* The character that is written at @at behind @mark, after which @at is moved; 0 where there is none, or one that text cannot have. */
gunichar
way_entity_read (const char **at,
                 char         mark)
{
  const char *from = *at;
  gboolean hexadecimal;
  char *end;
  guint64 code;

  if (*from++ != mark)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (from, names[i].name))
      {
        *at = from + strlen (names[i].name);
        return names[i].letter;
      }
  from += mark == '&' && *from == '#';
  hexadecimal = (*from == 'x' || *from == 'X') && g_ascii_isxdigit (from[1]);
  if (!(hexadecimal || g_ascii_isdigit (*from)) || (mark == '&' && from[-1] != '#'))
    return 0;
  code = g_ascii_strtoull (from + hexadecimal, &end, hexadecimal ? 16 : 10);
  if (*end != ';' || code == 0 || code > 0x10ffff || !g_unichar_validate (code))
    return 0;
  *at = end + 1;
  return code;
}

/* A text with what is written as "&amp;" and the like put in its place. */
char *
way_entity_dup_decoded (const char *text)
{
  GString *decoded = g_string_new (NULL);

  while (*text != '\0')
    {
      gunichar letter = way_entity_read (&text, '&');

      if (letter != 0)
        g_string_append_unichar (decoded, letter);
      else
        g_string_append_c (decoded, *text++);
    }
  return g_string_free_and_steal (decoded);
}
