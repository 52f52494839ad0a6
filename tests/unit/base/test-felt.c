/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How somebody felt, as it is typed and as it is said. */
#include "base/way-felt.h"

#include <math.h>

static void
test_parse (void)
{
  static const struct { const char *text; gboolean has; double value; const char *words; } cases[] = {
    { "-3 lost", TRUE, -3, "lost" },
    { "−3 lost", TRUE, -3, "lost" },
    { "– 2: told, not asked", TRUE, -2, "told, not asked" },
    { "+4", TRUE, 4, "" },
    { "4", TRUE, 4, "" },
    { "  0 safe, I think ", TRUE, 0, "safe, I think " },
    { "-0", TRUE, 0, "" },
    { "-2.5, wary", TRUE, -2.5, "wary" },
    { "2,5 wary", TRUE, 2.5, "wary" },
    { "2, wary", TRUE, 2, "wary" },
    { "-٣ ضائع", TRUE, -3, "ضائع" },
    { "٢٫٥", TRUE, 2.5, "" },
    { "-3\nlost\nalone", TRUE, -3, "lost\nalone" },
    { "lost", FALSE, 9, "lost" },
    { "-", FALSE, 9, "-" },
    { "- lost", FALSE, 9, "- lost" },
    { "10 minutes late", FALSE, 9, "10 minutes late" },
    { "-6 beyond", FALSE, 9, "-6 beyond" },
    { "3rd time lucky", FALSE, 9, "3rd time lucky" },
    { "3-4 hours", FALSE, 9, "3-4 hours" },
    { "5.5", FALSE, 9, "5.5" },
    { "", FALSE, 9, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value = 9;
      gboolean has;

      g_assert_cmpstr (way_felt_parse (cases[i].text, &has, &value), ==, cases[i].words);
      g_assert_cmpint (has, ==, cases[i].has);
      g_assert_cmpfloat (value, ==, cases[i].value);
      g_assert_false (has && value == 0 && signbit (value));
    }
}

static void
assert_said (double      value,
             const char *expected)
{
  g_autofree char *said = way_felt_dup_said (value);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_said (void)
{
  assert_said (-2, "−2, low");
  assert_said (-5, "−5, very low");
  assert_said (0, "0, in the middle");
  assert_said (0.5, "+0.5, high");
  assert_said (4, "+4, very high");
}

static void
test_round (void)
{
  g_assert_cmpfloat (way_felt_round (-2.4, 1), ==, -2);
  g_assert_cmpfloat (way_felt_round (-2.4, 0.5), ==, -2.5);
  g_assert_cmpfloat (way_felt_round (7, 1), ==, 5);
  g_assert_cmpfloat (way_felt_round (-70, 0.5), ==, -5);
  g_assert_false (signbit (way_felt_round (-0.2, 1)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/felt/parse", test_parse);
  g_test_add_func ("/felt/said", test_said);
  g_test_add_func ("/felt/round", test_round);
  return g_test_run ();
}
