/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How somebody felt, from −5 to +5, as it is typed before their words and as it is said. */
#include "base/way-felt.h"

#include "base/way-i18n.h"

#include <math.h>
#include <string.h>

static int
read_sign (const char **at)
{
  gunichar sign = g_utf8_get_char (*at);

  if (sign == '+')
    {
      *at = g_utf8_next_char (*at);
      return 1;
    }
  /* Hyphen, non-breaking hyphen, dashes and the sign itself: whatever a keyboard or an input method gives. */
  if (sign == '-' || (sign >= 0x2010 && sign <= 0x2014) || sign == 0x2212 || sign == 0xfe63 || sign == 0xff0d)
    {
      *at = g_utf8_next_char (*at);
      return -1;
    }
  return 0;
}

static gboolean
read_digits (const char **at,
             double      *number,
             double       unit)
{
  const char *start = *at;

  for (; g_unichar_isdigit (g_utf8_get_char (*at)); *at = g_utf8_next_char (*at))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (*at));

      *number = unit >= 1 ? *number * 10 + digit : *number + digit * unit;
      unit = unit >= 1 ? unit : unit / 10;
    }
  return *at > start;
}

static gboolean
is_point (gunichar letter)
{
  return letter == '.' || letter == ',' || letter == 0x066b;
}

static const char *
skip_space (const char *at)
{
  while (*at != '\0' && (g_unichar_isspace (g_utf8_get_char (at)) || (g_utf8_get_char (at) >= 0x200e && g_utf8_get_char (at) <= 0x200f)))
    at = g_utf8_next_char (at);
  return at;
}

/**
 * way_felt_parse:
 * @text: what was typed, such as "-3 lost"
 * @has_value: (out): whether a number from −5 to +5 stands in front
 * @value: (out): that number; left alone where there is none
 *
 * A number that is beyond the scale, or that is part of a word ("3rd time"), belongs to the words.
 *
 * Returns: (transfer none): where in @text the words begin
 */
const char *
way_felt_parse (const char *text,
                gboolean   *has_value,
                double     *value)
{
  const char *start = skip_space (text), *at = start;
  int sign = read_sign (&at);
  double number = 0;

  *has_value = FALSE;
  at = sign != 0 ? skip_space (at) : at;
  if (!read_digits (&at, &number, 1))
    return start;
  if (is_point (g_utf8_get_char (at)) && g_unichar_isdigit (g_utf8_get_char (g_utf8_next_char (at))))
    {
      at = g_utf8_next_char (at);
      read_digits (&at, &number, 0.1);
    }
  if (number > WAY_FELT_MOST || (*at != '\0' && !g_unichar_isspace (g_utf8_get_char (at)) && strchr (":;,.", *at) == NULL))
    return start;
  *has_value = TRUE;
  *value = sign < 0 && number > 0 ? -number : number;
  while (*at != '\0' && strchr (":;,.", *at) != NULL)
    at++;
  return skip_space (at);
}

/**
 * way_felt_dup_value:
 * @value: from −5 to +5
 *
 * Returns: (transfer full): the number with its sign
 */
char *
way_felt_dup_value (double value)
{
  /* Translators: a feeling from −5 to +5; keep the signs as your language writes them. */
  return value == 0 ? g_strdup ("0") : g_strdup_printf (value > 0 ? C_("feeling", "+%g") : C_("feeling", "−%g"), fabs (value));
}

/**
 * way_felt_dup_said:
 * @value: from −5 to +5
 *
 * Returns: (transfer full): the number, and a word for those who do not have the scale before their eyes
 */
char *
way_felt_dup_said (double value)
{
  g_autofree char *number = way_felt_dup_value (value);
  const char *word = value >= 4 ? C_("feeling", "very high") : value > 0 ? C_("feeling", "high") : value == 0 ? C_("feeling", "in the middle")
                     : value > -4 ? C_("feeling", "low") : C_("feeling", "very low");

  /* Translators: a feeling from −5 to +5, and a word for it such as "low". */
  return g_strdup_printf (C_("feeling", "%s, %s"), number, word);
}

/**
 * way_felt_round:
 * @value: any number
 * @step: how fine the scale is
 *
 * Returns: the nearest step of the scale
 */
double
way_felt_round (double value,
                double step)
{
  double rounded = CLAMP (round (value / step) * step, -WAY_FELT_MOST, WAY_FELT_MOST);

  return rounded == 0 ? 0 : rounded; /* never minus nought */
}
