/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waits are understood as people say them, and said back so that they are understood again. */
#include "base/way-error.h"
#include "base/way-wait.h"

#include <math.h>
#include <string.h>

static void
check (const char *text,
       double      expected)
{
  g_autoptr (GError) error = NULL;
  double days = -1;

  way_wait_parse (text, &days, &error);
  g_assert_no_error (error);
  if (fabs (days - expected) > 0.5 / 1440)
    g_error ("“%s” is %g days, and not %g", text, days, expected);
}

static void
test_said (void)
{
  static const struct { const char *text; double days; } waits[] = {
    { "3 weeks", 21 }, { "3 Weeks", 21 }, { "  3weeks ", 21 }, { "3 wks.", 21 }, { "three weeks", 21 }, { "21", 21 },
    { "2–3 days", 3 }, { "2-3 days", 3 }, { "2 — 3d", 3 }, { "2 to 3 days", 3 }, { "2 or 3 days", 3 }, { "3−2 days", 3 },
    { "between 2 and 3 days", 3 }, { "between 2 days and 1 week", 7 }, { "from 4 to 6 weeks", 42 }, { "5 days - 2 weeks", 14 },
    { "2 weeks to 3", 21 }, { "2–3", 3 }, { "1–1½ weeks", 10.5 },
    { "9d", 9 }, { "9 D", 9 }, { "1w 2d", 9 }, { "1 week and 2 days", 9 }, { "1 week, 2 days", 9 }, { "2h30min", 2.5 / 24 },
    { "a fortnight", 14 }, { "fortnight", 14 }, { "1 month", 30 }, { "2 mths", 60 }, { "1 year", 365 }, { "a year and a half", 547.5 },
    { "half a day", 0.5 }, { "half day", 0.5 }, { "half an hour", 0.5 / 24 }, { "½ day", 0.5 }, { "1/2 day", 0.5 },
    { "next day", 1 }, { "the next day", 1 }, { "Tomorrow", 1 }, { "overnight", 1 }, { "same day", 0 }, { "no wait", 0 }, { "0", 0 },
    { "36 hours", 1.5 }, { "36h", 1.5 }, { "1½ weeks", 10.5 }, { "1 1/2 weeks", 10.5 }, { "1 ½ weeks", 10.5 }, { "1.5 weeks", 10.5 },
    { "1,5 weeks", 10.5 }, { "one and a half weeks", 10.5 }, { "a week and a half", 10.5 }, { "2 and a half days", 2.5 },
    { "up to 6 weeks", 42 }, { "about 2 days", 2 }, { "~2 days", 2 }, { "≤ 2 days", 2 }, { "6+ weeks", 42 }, { "2 weeks or more", 14 },
    { "3 days wait", 3 }, { "a couple of weeks", 14 }, { "5 working days", 7 }, { "10 working days", 14 }, { "3 working days", 3 },
    { "18 working days", 24 }, { "٣ days", 3 }, { "１２ days", 12 }, { "1٫5 days", 1.5 }, { "0.125 days", 0.125 }, { "90 minutes", 0.0625 },
    { "eighteen weeks", 126 }, { "twenty days", 20 }, { "twenty-four hours", 1 }, { "thirty six hours", 1.5 }, { "a dozen weeks", 84 },
    { "twenty to thirty days", 30 }, { "twenty-thirty days", 30 }, { "a couple weeks", 14 }, { "three quarters of an hour", 0.75 / 24 },
    { "quarter of an hour", 0.25 / 24 }, { "¾ hour", 0.75 / 24 }, { "⅔ week", 14 / 3. }, { "2/52", 14 }, { "3/7", 3 }, { "6/12", 180 },
    { "4-6/52", 42 }, { "4/52–6/52", 42 }, { "up to 2/52 wait", 14 }, { "1/12", 30 }, { "1-1/2 weeks", 10.5 }, { "1-½ weeks", 10.5 },
    { "2 3/4 hours", 2.75 / 24 }, { ".5 days", 0.5 }, { "2h30", 2.5 / 24 }, { "3 weeks & 2 days", 23 }, { "3 weeks?", 21 },
    { "3 weeks+", 21 }, { "approx. 3 weeks", 21 }, { "3 weeks approx.", 21 }, { "c. 3 weeks", 21 }, { "circa 3 weeks", 21 },
    { "a hundred and twenty days", 120 }, { "a hundred and twenty-five days", 125 }, { "one hundred and one days", 101 },
    { "between twenty and thirty days", 30 }, { "between two and twenty days", 20 }, { "two and three days", 3 }, { "two and twelve days", 12 },
    { "an hour and a quarter", 1.25 / 24 }, { "an hour and half", 1.5 / 24 }, { "a week and a half", 10.5 }, { "two hours and three quarters", 2.75 / 24 },
    { "nearly 3 weeks", 21 }, { "on average 3 weeks", 21 }, { "immediate", 0 }, { "later today", 0 },
    { "\u200f3 weeks\u200f", 21 }, { "3\u00a0weeks", 21 }, { "1000000 days", 1e6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    check (waits[i].text, waits[i].days);
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "", " ", "soon", "weeks and weeks of it", "-3 days", "3-", "3 days 2 weeks", "3 days to", "1.000 days", "1,000 days", "1/0 days", "3 m",
    "none 3 days", "3 3 days", "2..3 days", "٣٫ days", "1e3", "0x3", "inf", "nan", "99999999999 days", "1000001 days", "3 day\xff", "\xff",
    "daytime", "half", "a quarter", "quarter", "an hour and none", "3 weekends", "½½ day", "24/7", "2/3 weeks", "4/6 weeks", "3/4 weeks", "7/7 weeks", "?", "c", "approx", "+", "/", "and", "and a half", "to 3 days, 4",
  };
  g_autofree char *long_one = g_strnfill (100000, '1');

  for (guint i = 0; i <= G_N_ELEMENTS (texts); i++)
    {
      const char *text = i < G_N_ELEMENTS (texts) ? texts[i] : long_one;
      g_autoptr (GError) error = NULL;
      double days;

      if (way_wait_parse (text, &days, &error))
        g_error ("“%s” was taken for %g days", text, days);
      g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_null (strchr (error->message, '\n'));
      g_assert_cmpuint (g_utf8_strlen (error->message, -1), <, 140);
    }
}

static void
test_labels (void)
{
  static const struct { double days; const char *label; } labels[] = {
    { 0, "no wait" }, { 1, "1 day" }, { 2, "2 days" }, { 7, "1 week" }, { 9, "9 days" }, { 21, "3 weeks" }, { 126, "18 weeks" },
    { 30, "1 month" }, { 90, "3 months" }, { 210, "30 weeks" }, { 365, "1 year" }, { 31, "31 days" }, { 1.5, "1.5 days" },
    { 10.5, "10.5 days" }, { 2.25, "2.25 days" }, { 0.5, "half a day" }, { 0.25, "6 hours" }, { 1 / 24., "1 hour" },
    { 80 / 24., "80 hours" }, { 1 / 1440., "1 minute" }, { 1501 / 1440., "1501 minutes" }, { 1e-9, "1 minute" }, { 1e6, "1000000 days" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = way_wait_dup_label (labels[i].days);

      g_assert_cmpstr (label, ==, labels[i].label);
    }
}

/* What is kept of a wait is the same after it was said and read again, whatever it was, in days, hours or minutes. */
static void
test_both_ways (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 3000; round++)
    {
      guint minutes = round < 1500 ? round : g_rand_boolean (random) ? (guint) g_rand_int_range (random, 0, 200000)
                      : 60 * (guint) g_rand_int_range (random, 0, 100000);
      double days = minutes / 1440., again;
      g_autofree char *label = way_wait_dup_label (days);
      g_autoptr (GError) error = NULL;

      way_wait_parse (label, &again, &error);
      g_assert_no_error (error);
      if (again != days)
        g_error ("%u minutes are “%s”, which is %g", minutes, label, again * 1440);
    }
}

/* Whatever is typed is a wait that can be kept, or refused with a sentence; and a wait can be said. */
static void
test_fuzz (void)
{
  static const char *const parts[] = {
    "1", "2", "10", "0", ".", ",", "/", "½", "⅓", "-", "–", " ", " ", "days", "d", "week", "weeks", "h", "min", "half a", "a", "and", "to",
    "between", "and a half", "up to", "next", "none", "٣", "٫", "¼", "⁄", "+", "working days", "fortnight", "x", "\xc3", "🙂", "\u202e", "or so",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  guint taken = 0;

  for (guint round = 0; round < 10000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      double days = -1;

      for (gint n = g_rand_int_range (random, 1, 7); n > 0; n--)
        g_string_append (text, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
      if (way_wait_parse (text->str, &days, &error))
        {
          g_autofree char *label = way_wait_dup_label (days);
          double again;

          taken++;
          g_assert_true (days >= 0 && days <= WAY_WAIT_MAX);
          g_assert_true (way_wait_parse (label, &again, NULL));
          g_assert_cmpfloat (again, ==, days);
        }
      else
        g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
    }
  g_assert_cmpuint (taken, >, 250);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/wait/said", test_said);
  g_test_add_func ("/base/wait/refused", test_refused);
  g_test_add_func ("/base/wait/labels", test_labels);
  g_test_add_func ("/base/wait/both-ways", test_both_ways);
  g_test_add_func ("/base/wait/fuzz", test_fuzz);

  return g_test_run ();
}
