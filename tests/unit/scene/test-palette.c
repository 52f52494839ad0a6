/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every style can be read: WCAG AA where ink meets paper, and more in print. */
#include "scene/way-palette.h"

static void
check (WayStyle    style,
       WayInk      ink,
       WayInk      ground,
       double      least,
       const char *what)
{
  double contrast = way_colour_get_contrast (way_style_get_colour (style, ink), way_style_get_colour (style, ground));

  if (contrast < least)
    g_error ("style %d: %s has a contrast of %.2f, and needs %.1f", style, what, contrast, least);
}

static void
test_text_is_readable (void)
{
  for (WayStyle style = 0; style < WAY_N_STYLES; style++)
    {
      double least = style == WAY_STYLE_PRINT ? 7 : 4.5;

      check (style, WAY_INK_TEXT, WAY_INK_CANVAS, 7, "text on canvas");
      check (style, WAY_INK_TEXT, WAY_INK_PAPER, 7, "text on paper");
      check (style, WAY_INK_SECONDARY, WAY_INK_CANVAS, least, "secondary on canvas");
      check (style, WAY_INK_SECONDARY, WAY_INK_PAPER, least, "secondary on paper");
      check (style, WAY_INK_ON_STAGE, WAY_INK_STAGE, 4.5, "stage titles");
      check (style, WAY_INK_ON_FLAG, WAY_INK_FLAG, 4.5, "numbers of flags");
      for (guint tone = 0; tone < WAY_N_TONES; tone++)
        {
          check (style, WAY_INK_STRONG (tone), WAY_INK_TINT (tone), least, "strong on tint");
          check (style, WAY_INK_STRONG (tone), WAY_INK_PAPER, 4.5, "strong on paper");
          check (style, WAY_INK_TEXT, WAY_INK_WASH (tone), 7, "text on wash");
          check (style, WAY_INK_STRONG (tone), WAY_INK_WASH (tone), 3, "lines on wash");
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/palette/text-is-readable", test_text_is_readable);
  return g_test_run ();
}
