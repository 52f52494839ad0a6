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

#define LEFT_TO_RIGHT_MARK 0x200e
#define RIGHT_TO_LEFT_MARK 0x200f

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
 * Returns: whether the first letter or directional mark of @text is of a script written from right to left
 *   (Unicode UAX 9, rules P2 and P3)
 */
gboolean
way_text_is_right_to_left (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (character == LEFT_TO_RIGHT_MARK || character == RIGHT_TO_LEFT_MARK)
        return character == RIGHT_TO_LEFT_MARK;
      if (g_unichar_isalpha (character))
        return is_right_to_left (character);
    }
  return FALSE;
}

/**
 * way_text_dup_isolated:
 * @text: UTF-8
 * @right_to_left: the direction of the sentence that @text is put into
 *
 * Makes @text fit for a sentence of another direction: its own punctuation stays with it, and nothing around it moves.
 *
 * Returns: (transfer full): @text, between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE when its direction is another
 */
char *
way_text_dup_isolated (const char *text,
                       gboolean    right_to_left)
{
  if (way_text_is_right_to_left (text) == right_to_left)
    return g_strdup (text);
  return g_strconcat ("\u2068", text, "\u2069", NULL);
}

/**
 * way_text_dup_isolated_parts:
 * @text: UTF-8, with “ · ” between its parts
 * @right_to_left: the direction of the line that it is put into
 *
 * Returns: (transfer full): @text, its parts isolated each: those that begin with a number stay whole in a line of another direction
 */
char *
way_text_dup_isolated_parts (const char *text,
                             gboolean    right_to_left)
{
  g_auto (GStrv) parts = g_strsplit (text, " · ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = g_steal_pointer (&parts[i]);

      parts[i] = way_text_dup_isolated (part, right_to_left);
    }
  return g_strjoinv (" · ", parts);
}

/**
 * way_text_dup_directed:
 * @text: UTF-8, one line or more
 * @right_to_left: the direction that each line is to have
 *
 * Makes lines run in the direction of what they stand on, even when they begin with a word of the other.
 *
 * Returns: (transfer full): @text, with a mark before each line that would run the other way
 */
char *
way_text_dup_directed (const char *text,
                       gboolean    right_to_left)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (way_text_is_right_to_left (lines[i]) != right_to_left)
      {
        g_autofree char *line = g_steal_pointer (&lines[i]);

        lines[i] = g_strconcat (right_to_left ? "\u200f" : "\u200e", line, NULL);
      }
  return g_strjoinv ("\n", lines);
}

/**
 * way_text_split_lines:
 * @text: UTF-8
 *
 * Returns: (transfer full): the lines that say something, without the space around them
 */
char **
way_text_split_lines (const char *text)
{
  g_auto (GStrv) all = g_strsplit (text, "\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (!way_text_is_blank (all[i]))
      g_strv_builder_add (builder, g_strstrip (all[i]));
  return g_strv_builder_end (builder);
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
