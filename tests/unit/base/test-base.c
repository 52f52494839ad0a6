/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids, dates, colours and text, in their odd cases. */
#include "base/way-colour.h"
#include "base/way-date.h"
#include "base/way-id.h"
#include "base/way-text.h"

#include <string.h>

static void
test_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *longest = g_strnfill (64, 'x'), *longer = g_strnfill (65, 'x');

  for (guint i = 0; i < 1000; i++)
    {
      char *id = way_id_new ();

      g_assert_true (way_id_is_valid (id));
      g_assert_cmpuint (id[14], ==, '7');
      g_assert_nonnull (strchr ("89ab", id[19]));
      g_assert_true (g_hash_table_add (seen, id));
    }
  g_assert_true (way_id_is_valid ("A.b_c-9"));
  g_assert_true (way_id_is_valid (longest));
  g_assert_false (way_id_is_valid (longer));
  g_assert_false (way_id_is_valid (""));
  g_assert_false (way_id_is_valid (NULL));
  g_assert_false (way_id_is_valid ("a b"));
  g_assert_false (way_id_is_valid ("é"));
}

static void
test_dates (void)
{
  const char *const good[] = { "2026-11-22", "2024-02-29", "0001-01-01", "9999-12-31" };
  const char *const bad[] = { "2026-1-2", "2025-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "0000-01-01", "2026/11/22",
                              "2026-11-22T00:00", "", "tomorrow", "+026-01-01" };
  g_autofree char *today = way_date_dup_today ();

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (way_date_is_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (way_date_is_valid (bad[i]));
  g_assert_false (way_date_is_valid (NULL));
  g_assert_true (way_date_is_valid (today));
}

static void
test_slices (void)
{
  const struct { const char *text; glong start, end; const char *slice; } cases[] = {
    { "naïve 👩🏽‍⚕️ end", 2, 5, "ïve" },
    { "naïve 👩🏽‍⚕️ end", 6, 11, "👩🏽‍⚕️" },
    { "abc", 1, 99, "bc" },
    { "abc", -4, 2, "ab" },
    { "abc", 3, 2, "" },
    { "", 0, 1, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *slice = way_text_dup_slice (cases[i].text, cases[i].start, cases[i].end);

      g_assert_cmpstr (slice, ==, cases[i].slice);
    }
}

static void
test_text (void)
{
  g_autofree char *excerpt = way_text_dup_excerpt ("one\ntwo three", 8), *whole = way_text_dup_excerpt ("short", 8);

  g_assert_true (way_text_is_blank (" \t\n\u00a0"));
  g_assert_true (way_text_is_blank (NULL));
  g_assert_false (way_text_is_blank (" . "));
  g_assert_true (way_text_is_right_to_left ("«مرحبا» hello"));
  g_assert_true (way_text_is_right_to_left ("111 שלום"));
  g_assert_false (way_text_is_right_to_left ("GP مرحبا"));
  g_assert_false (way_text_is_right_to_left ("111 …"));
  g_assert_false (way_text_is_right_to_left (NULL));
  g_assert_cmpstr (excerpt, ==, "one two…");
  g_assert_cmpstr (whole, ==, "short");
}

static void
test_directions (void)
{
  g_autofree char *same = way_text_dup_isolated ("Could it?", FALSE), *other = way_text_dup_isolated ("Could it?", TRUE);
  g_autofree char *lines = way_text_dup_directed ("سؤال: what?\nYes: نعم", FALSE);
  g_autofree char *kept = way_text_dup_directed ("Question: ما؟\nAnswer: نعم", FALSE);

  g_assert_cmpstr (same, ==, "Could it?");
  g_assert_cmpstr (other, ==, "\u2068Could it?\u2069");
  g_assert_cmpstr (lines, ==, "\u200eسؤال: what?\nYes: نعم");
  g_assert_cmpstr (kept, ==, "Question: ما؟\nAnswer: نعم");
  g_assert_false (way_text_is_right_to_left (lines));
}

static void
test_colours (void)
{
  WayColour black = way_colour_from_rgb (0), white = way_colour_from_rgb (0xffffff), blue = way_colour_from_rgb (0x2f66b0);
  char hex[8];

  way_colour_to_hex (&blue, hex);
  g_assert_cmpstr (hex, ==, "#2f66b0");
  g_assert_cmpfloat_with_epsilon (way_colour_get_contrast (&black, &white), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (way_colour_get_contrast (&white, &white), 1, 0.001);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/ids", test_ids);
  g_test_add_func ("/base/dates", test_dates);
  g_test_add_func ("/base/slices", test_slices);
  g_test_add_func ("/base/text", test_text);
  g_test_add_func ("/base/directions", test_directions);
  g_test_add_func ("/base/colours", test_colours);
  return g_test_run ();
}
