/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small questions about text in any script. */
#include "base/way-text.h"

#include <string.h>

/**
 * way_text_dup_slice:
 * @text: UTF-8
 * @start: the first Unicode code point, from 0
 * @end: the code point after the last
 *
 * Returns: (transfer full): that part of @text; empty where the range lies outside it
 */
char *
way_text_dup_slice (const char *text,
                    glong       start,
                    glong       end)
{
  glong length;

  g_return_val_if_fail (text != NULL, NULL);

  length = g_utf8_strlen (text, -1);
  start = CLAMP (start, 0, length);
  end = CLAMP (end, start, length);
  return g_utf8_substring (text, start, end);
}

/**
 * way_text_is_blank:
 * @text: (nullable): UTF-8
 *
 * Returns: whether nothing of @text would be seen
 */
gboolean
way_text_is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* The scripts written from right to left that people have today (Unicode, Bidi_Class R and AL). */
static gboolean
is_right_to_left (gunichar character)
{
  return (character >= 0x0590 && character <= 0x08ff) || (character >= 0xfb1d && character <= 0xfdff) ||
         (character >= 0xfe70 && character <= 0xfeff) || (character >= 0x10800 && character <= 0x10fff) ||
         (character >= 0x1e800 && character <= 0x1efff);
}

/**
 * way_text_is_right_to_left:
 * @text: (nullable): UTF-8
 *
 * Returns: whether the first letter of @text is of a script written from right to left (Unicode UAX 9, rules P2 and P3)
 */
gboolean
way_text_is_right_to_left (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (g_unichar_isalpha (character))
        return is_right_to_left (character);
    }
  return FALSE;
}

/**
 * way_text_dup_excerpt:
 * @text: UTF-8
 * @length: the most characters to keep, 2 or more
 *
 * Shortens @text for a sentence about it: one line, an ellipsis where it was cut.
 *
 * Returns: (transfer full): at most @length characters
 */
char *
way_text_dup_excerpt (const char *text,
                      glong       length)
{
  g_autofree char *line = NULL;
  g_autofree char *cut = NULL;

  g_return_val_if_fail (text != NULL && length >= 2, NULL);

  line = g_strdup (text);
  g_strdelimit (line, "\n\r\t", ' ');
  g_strstrip (line);
  if (g_utf8_strlen (line, -1) <= length)
    return g_steal_pointer (&line);
  cut = g_utf8_substring (line, 0, length - 1);
  return g_strconcat (g_strchomp (cut), "…", NULL);
}
