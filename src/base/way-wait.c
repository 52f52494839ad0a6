/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waits as people say them, "3 weeks" or "2–3 days", and the days that are kept of them. */
#include "base/way-wait.h"

#include "base/way-error.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "base/way-wait-words.h"

#include <langinfo.h>
#include <math.h>
#include <string.h>

#define MINUTES_A_DAY 1440
#define LONGEST_TEXT 200        /* bytes; nobody says a wait in more */

#define ARABIC_DECIMAL_SEPARATOR 0x066b

static const double minutes_a_unit[WAY_N_WAIT_UNITS] = {
  [WAY_WAIT_YEAR] = 365 * MINUTES_A_DAY,
  [WAY_WAIT_MONTH] = 30 * MINUTES_A_DAY,
  [WAY_WAIT_FORTNIGHT] = 14 * MINUTES_A_DAY,
  [WAY_WAIT_WEEK] = 7 * MINUTES_A_DAY,
  [WAY_WAIT_WORKING_DAY] = MINUTES_A_DAY,
  [WAY_WAIT_DAY] = MINUTES_A_DAY,
  [WAY_WAIT_HOUR] = 60,
  [WAY_WAIT_MINUTE] = 1,
};

static gboolean
read_whole (const char **at,
            double      *value,
            guint       *n_digits)
{
  *value = 0;
  for (*n_digits = 0; g_unichar_isdigit (g_utf8_get_char (*at)) && *n_digits < 10; (*n_digits)++)
    {
      *value = *value * 10 + g_unichar_digit_value (g_utf8_get_char (*at));
      *at = g_utf8_next_char (*at);
    }
  return *n_digits > 0 && !g_unichar_isdigit (g_utf8_get_char (*at));
}

/* Moves past a stroke and what stands under it, and divides by that. "2/3 weeks", typed so, may be two thirds of a week or two or three
 * weeks, and is not guessed at; a sign that is a fraction, or one behind a whole number, is clear. */
static gboolean
read_under (const char **at,
            gboolean     clear,
            double      *value)
{
  double under;
  guint n_digits;

  clear |= g_utf8_get_char (*at) == WAY_WAIT_FRACTION_SLASH || *value == 1;
  *at = g_utf8_next_char (*at);
  if (!read_whole (at, &under, &n_digits) || under <= *value || !clear)
    return FALSE;
  *value /= under;
  return TRUE;
}

static gboolean
is_stroke (const char *at)
{
  return *at == '/' || g_utf8_get_char (at) == WAY_WAIT_FRACTION_SLASH;
}

/* "3", "1.5", "1,5", "1/2", "1 1/2", "1-1/2". A point or comma before three digits, as in 1.000, may mean a thousand or one, and is not
 * guessed at. */
static gboolean
read_digits (const char **at,
             double      *value)
{
  gunichar mark;
  const char *rest;
  double part;
  guint n_digits;
  gboolean dash;

  if (!read_whole (at, value, &n_digits))
    return FALSE;
  mark = g_utf8_get_char (*at);
  if (is_stroke (*at))
    return read_under (at, FALSE, value);
  rest = mark != '\0' ? g_utf8_next_char (*at) : *at;
  if ((mark == '.' || mark == ',' || mark == ARABIC_DECIMAL_SEPARATOR) && g_unichar_isdigit (g_utf8_get_char (rest)))
    {
      *at = rest;
      if (!read_whole (at, &part, &n_digits) || (n_digits == 3 && *value > 0))
        return FALSE;
      *value += part / pow (10, n_digits);
      return TRUE;
    }
  rest = *at;
  /* "1-2/3" may be anything, "1-1/2" is one and a half. */
  dash = *rest == '-';
  rest += dash;
  way_wait_skip_space (&rest);
  if (read_whole (&rest, &part, &n_digits) && is_stroke (rest) && read_under (&rest, !dash, &part))
    {
      *at = rest;
      *value += part;
    }
  return TRUE;
}

/* ".5" */
static gboolean
read_point (const char **at,
            double      *value)
{
  guint n_digits;

  (*at)++;
  if (!read_whole (at, value, &n_digits))
    return FALSE;
  *value /= pow (10, n_digits);
  return TRUE;
}

static gboolean
read_number (const char **at,
             gboolean     between,
             double      *value)
{
  way_wait_skip_space (at);
  if (g_unichar_isdigit (g_utf8_get_char (*at)))
    {
      if (!read_digits (at, value))
        return FALSE;
      if (**at == '+')
        (*at)++;
    }
  else if (**at == '.')
    return read_point (at, value);
  else if (!way_wait_read_number (at, between, value))
    return FALSE;
  if (way_wait_skip (at, WAY_WAIT_AND_A_HALF))
    *value += 0.5;
  return TRUE;
}

/* Five working days are a week: whoever waits them waits over the weekend too. */
static double
get_minutes (double number,
             WayWaitUnit   unit)
{
  if (unit == WAY_WAIT_WORKING_DAY)
    number += 2 * floor (number / 5);
  return number * minutes_a_unit[unit];
}

/* "3/7", "2/52", "6/12": days, weeks and months as they are written in notes of patients, where no unit follows. */
static gboolean
read_shorthand (const char  **at,
                double       *number,
                WayWaitUnit  *unit)
{
  static const struct { double under; WayWaitUnit unit; } units[] = { { 7, WAY_WAIT_DAY }, { 52, WAY_WAIT_WEEK }, { 12, WAY_WAIT_MONTH } };
  const char *rest = *at, *behind;
  WayWaitUnit other;
  double under;
  guint n_digits, times;

  if (!read_whole (&rest, number, &n_digits) || *rest++ != '/' || !read_whole (&rest, &under, &n_digits))
    return FALSE;
  behind = rest;
  if (*number > under || way_wait_read_unit (&behind, &other, &times))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i].under == under)
      {
        *unit = units[i].unit;
        *at = rest;
        return TRUE;
      }
  return FALSE;
}

/* A number and a unit, of which one may be missing: "2 days", "2", "day". A word for a unit may say the number with it. */
static gboolean
read_part (const char  **at,
           gboolean      between,
           double       *number,
           WayWaitUnit  *unit,
           gboolean     *has_number,
           gboolean     *has_unit)
{
  const char *start;
  guint times = 1;

  way_wait_skip_space (at);
  if (read_shorthand (at, number, unit))
    return *has_number = *has_unit = TRUE;
  start = *at;
  *has_number = read_number (at, between, number);
  if (!*has_number && *at != start)
    return FALSE;
  *has_unit = way_wait_read_unit (at, unit, &times);
  if (*has_unit && !*has_number)
    {
      *number = times;
      *has_number = times > 1;
    }
  return *has_number || *has_unit;
}

/* " and 2 days", in a smaller unit than the one before. A number is needed, but where "and" is a part of the word for the unit; minutes
 * after hours need no unit, and neither does a part of the unit before: "an hour and a quarter". */
static gboolean
read_smaller (const char  **at,
              gboolean      between,
              double       *minutes,
              WayWaitUnit  *unit)
{
  WayWaitUnit last = *unit;
  double number = 1;
  gboolean has_number, has_unit, is_joined = FALSE, is_attached = FALSE;

  way_wait_skip_space (at);
  if (**at == ',' || **at == '&')
    (*at)++;
  else if (way_wait_skip (at, WAY_WAIT_JOIN))
    {
      if (between)
        return FALSE;
      is_joined = TRUE;
      is_attached = g_unichar_isalpha (g_utf8_get_char (*at));
    }
  if (!read_part (at, between, &number, unit, &has_number, &has_unit))
    return FALSE;
  if (!has_unit && is_joined && number > 0 && number < 1)
    {
      *minutes += get_minutes (number, last);
      return TRUE;
    }
  if (!has_unit && last == WAY_WAIT_HOUR && number >= 1 && number < 60)
    {
      *unit = WAY_WAIT_MINUTE;
      has_unit = TRUE;
    }
  if (!has_unit || *unit <= last || !(has_number || is_attached))
    return FALSE;
  *minutes += get_minutes (number, *unit);
  return TRUE;
}

/* "1 week and 2 days": a number, a unit, and what is left in smaller units. Without a unit it is in *@unit, or in days. */
static gboolean
read_amount (const char  **at,
             gboolean      between,
             double       *minutes,
             WayWaitUnit  *unit,
             gboolean     *has_unit,
             gboolean     *clear)
{
  WayWaitUnit smaller;
  double number = 1;
  gboolean has_number;
  const char *rest;

  if (!read_part (at, between, &number, unit, &has_number, has_unit))
    return FALSE;
  *clear = *has_unit && (has_number || *unit == WAY_WAIT_FORTNIGHT);
  if (*has_unit && way_wait_skip (at, WAY_WAIT_AND_A_HALF))
    number += 0.5;
  *minutes = get_minutes (number, *unit);
  smaller = *unit;
  for (rest = *at; *has_unit && read_smaller (&rest, between, minutes, &smaller);)
    *at = rest;
  return TRUE;
}

static gboolean
skip_range (const char **at,
            gboolean     between)
{
  way_wait_skip_space (at);
  if (**at == '-')
    {
      (*at)++;
      return TRUE;
    }
  return way_wait_skip (at, WAY_WAIT_RANGE) || (between && way_wait_skip (at, WAY_WAIT_JOIN));
}

static gboolean
is_end (const char **at)
{
  while (way_wait_skip (at, WAY_WAIT_AFTER))
    ;
  if (**at != '\0' && strchr (".+?", **at) != NULL)
    (*at)++;
  way_wait_skip_space (at);
  return **at == '\0';
}

static gboolean
is_only (const char   *at,
         WayWaitWords  words)
{
  return way_wait_skip (&at, words) && is_end (&at);
}

/* Of two ends the later one counts: it is what people have to reckon with, and a sum of waits promises nothing that it cannot keep. It is
 * @clear where nothing else can be meant. */
static gboolean
read_wait (const char *at,
           double     *minutes,
           gboolean   *clear)
{
  WayWaitUnit unit = WAY_WAIT_DAY, other_unit;
  double other;
  gboolean between, in_letters, has_unit, other_has_unit, other_clear;

  *clear = strchr (at, ' ') != NULL || is_only (at, WAY_WAIT_TOMORROW);
  if (is_only (at, WAY_WAIT_NONE) || is_only (at, WAY_WAIT_TOMORROW))
    {
      *minutes = is_only (at, WAY_WAIT_NONE) ? 0 : MINUTES_A_DAY;
      return TRUE;
    }
  while (way_wait_skip (&at, WAY_WAIT_BEFORE) || (*at != '\0' && strchr ("<>~=", *at) != NULL && at++ != NULL))
    ;
  between = way_wait_skip (&at, WAY_WAIT_BETWEEN);
  way_wait_skip_space (&at);
  in_letters = g_unichar_isalpha (g_utf8_get_char (at));
  if (!read_amount (&at, between, minutes, &unit, &has_unit, clear))
    return FALSE;
  /* "Quarter" alone is a quarter of a year to some, and of a day to nobody. */
  if (is_end (&at))
    return has_unit || !in_letters || *minutes >= MINUTES_A_DAY;
  if (!skip_range (&at, between || !has_unit))
    return FALSE;
  other_unit = unit;
  if (!read_amount (&at, between, &other, &other_unit, &other_has_unit, &other_clear) || !is_end (&at))
    return FALSE;
  if (!has_unit)
    *minutes *= get_minutes (1, other_unit) / MINUTES_A_DAY;
  *minutes = MAX (*minutes, other);
  *clear |= other_clear;
  return TRUE;
}

/* The label of a wait without a digit in it: "half a day", and "two weeks" where a language has one word for that. */
static gboolean
read_label (const char *prepared,
            double     *minutes)
{
  static const double counts[] = { 0, 0.5, 1, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (WayWaitUnit unit = 0; unit < WAY_N_WAIT_UNITS; unit++)
      {
        double length = counts[i] * minutes_a_unit[unit];
        g_autofree char *label = way_wait_dup_label (length / MINUTES_A_DAY), *same = way_wait_prepare (label);

        if (g_strcmp0 (prepared, same) == 0)
          {
            *minutes = length;
            return TRUE;
          }
      }
  return FALSE;
}

static gboolean
understand (const char *text,
            double     *minutes,
            gboolean   *clear)
{
  g_autofree char *prepared = strlen (text) <= LONGEST_TEXT && g_utf8_validate (text, -1, NULL) ? way_wait_prepare (text) : NULL;

  if (prepared == NULL)
    return FALSE;
  g_strstrip (prepared);
  if (read_wait (prepared, minutes, clear))
    return TRUE;
  *clear = TRUE;
  return read_label (prepared, minutes);
}

/**
 * way_wait_parse:
 * @text: UTF-8, as somebody typed it
 * @days: (out): how long it is
 * @error: a [error@WayError] that says what can be typed
 *
 * Understands waits as people say them, in English and in the user's language: "3 weeks", "2–3 days", "9d", "a fortnight",
 * "1½ weeks", "36 hours", "next day", "1 week and 2 days", "10 working days", and a number alone, which is in days. Of a range the
 * later end is taken. A month is 30 days, a year 365, five working days are a week. What is understood is kept to the minute.
 *
 * Returns: whether @text is a wait
 */
gboolean
way_wait_parse (const char  *text,
                double      *days,
                GError     **error)
{
  g_autofree char *excerpt = NULL;
  double minutes;
  gboolean clear;

  g_return_val_if_fail (text != NULL && days != NULL, FALSE);

  if (understand (text, &minutes, &clear))
    {
      *days = round (minutes) / MINUTES_A_DAY;
      if (*days <= WAY_WAIT_MAX)
        return TRUE;
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID, _("A wait can be a million days long and no longer."));
      return FALSE;
    }
  excerpt = g_utf8_validate (text, -1, NULL) ? way_text_dup_excerpt (text, 40) : g_utf8_make_valid ("", -1);
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("“%s” is not a wait: write it like “3 weeks”, “2–3 days” or “9d”."), excerpt);
  return FALSE;
}

/**
 * way_wait_recognise:
 * @text: UTF-8, which need not be a wait
 * @days: (out): how long it is
 *
 * As way_wait_parse(), but of what may be meant otherwise, such as a number without a unit, most units without a number (“night”), or one
 * word for no wait (“none”), says that it is none.
 *
 * Returns: whether @text can be nothing but a wait
 */
gboolean
way_wait_recognise (const char *text,
                    double     *days)
{
  double minutes;
  gboolean clear;

  g_return_val_if_fail (text != NULL && days != NULL, FALSE);

  return understand (text, &minutes, &clear) && clear && way_wait_parse (text, days, NULL);
}

/* With two places at most, and the user's decimal point. */
static char *
dup_decimal (double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_autoptr (GString) text = g_string_new (g_ascii_formatd (digits, sizeof digits, "%.2f", number));

  while (g_str_has_suffix (text->str, "0"))
    g_string_truncate (text, text->len - 1);
  g_string_replace (text, ".", nl_langinfo (RADIXCHAR), 1);
  return g_strdup (text->str);
}

/**
 * way_wait_dup_label:
 * @days: how long somebody waits, 0 to [const@WAIT_MAX]
 *
 * Says a wait in words: "3 weeks", "9 days", "1.5 days", "half a day", "6 hours". Weeks, months and years are only said where they
 * are exact. [func@wait_parse] gives the same days for it, to the minute.
 *
 * Returns: (transfer full): the wait in the user's language
 */
char *
way_wait_dup_label (double days)
{
  /* Weeks before months: 210 days are said as 30 weeks. */
  static const WayWaitUnit units[] = { WAY_WAIT_YEAR, WAY_WAIT_WEEK, WAY_WAIT_MONTH, WAY_WAIT_DAY };
  gint64 minutes;

  g_return_val_if_fail (days >= 0 && days <= WAY_WAIT_MAX, NULL);

  minutes = llround (days * MINUTES_A_DAY);
  if (days > 0 && minutes == 0)
    minutes = 1;
  if (minutes == 0)
    return g_strdup (C_("a length of time", "no wait"));
  if (minutes * 2 == MINUTES_A_DAY)
    return g_strdup (C_("a length of time", "half a day"));
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (minutes % (gint64) minutes_a_unit[units[i]] == 0)
      return way_wait_dup_counted (units[i], minutes / (gint64) minutes_a_unit[units[i]]);
  if (minutes > MINUTES_A_DAY && minutes * 100 % MINUTES_A_DAY == 0)
    {
      g_autofree char *number = dup_decimal (days);

      /* Translators: %s is a number that is not whole, such as 1.5. */
      return g_strdup_printf (C_("a length of time", "%s days"), number);
    }
  if (minutes % (gint64) minutes_a_unit[WAY_WAIT_HOUR] == 0)
    return way_wait_dup_counted (WAY_WAIT_HOUR, minutes / (gint64) minutes_a_unit[WAY_WAIT_HOUR]);
  return way_wait_dup_counted (WAY_WAIT_MINUTE, minutes);
}
