/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text is broken into lines that do not touch, and the longest takes no longer than it must. */
#include "scene/way-text-block.h"

#include <time.h>

static WayTextBlock *
make (WayFonts   *fonts,
      const char *unit,
      guint       times)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (text, unit);
  return way_text_block_new (fonts, WAY_TEXT_BODY, text->str, 160, PANGO_ALIGN_LEFT, NULL);
}

/* Lines of text in one font after the other are as high as letters are, emoji among them. */
static void
test_lines_are_apart (void)
{
  const char *const units[] = { "wait ", "🙂", "سلام ", "等", "x" };
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (WayTextBlock) block = make (fonts, units[i], 200);
      int n_lines = pango_layout_get_line_count (block->layout);

      g_assert_cmpint (n_lines, >, 5);
      g_assert_cmpfloat (block->height, >=, n_lines * 11);
      g_assert_cmpfloat (block->width, <=, 160);
    }
}

static void
test_long_text_takes_its_time (void)
{
  const char *const units[] = { "word ", "x", "سلام ", "\u00ad-" };
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      clock_t start = clock ();
      g_autoptr (WayTextBlock) block = make (fonts, units[i], 100000 / g_utf8_strlen (units[i], -1));

      g_assert_cmpfloat (block->height, >, 1000);
      /* Of the processor, so that it does not matter what else it does. */
      g_assert_cmpint (clock () - start, <, 8 * CLOCKS_PER_SEC);
    }
}

/* What is longer than anybody reads on a map ends with how much more there is, and takes no longer than the rest. */
static void
test_endless_word (void)
{
  static const struct { const char *unit; guint letters; } words[] = { { "x", 1 }, { "e\u0301", 2 } };
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      clock_t start = clock ();
      guint times = 5000001 / words[i].letters;
      g_autoptr (WayTextBlock) block = make (fonts, words[i].unit, times);
      g_autofree char *end = g_strdup_printf ("… and %u more letters", times * words[i].letters - 100000);

      g_assert_true (g_str_has_suffix (way_text_block_get_text (block), end));
      g_assert_cmpint (clock () - start, <, 8 * CLOCKS_PER_SEC);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/text-block/lines-are-apart", test_lines_are_apart);
  g_test_add_func ("/scene/text-block/long-text-takes-its-time", test_long_text_takes_its_time);
  g_test_add_func ("/scene/text-block/endless-word", test_endless_word);
  return g_test_run ();
}
