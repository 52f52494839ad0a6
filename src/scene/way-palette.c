/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which colour each ink has in each style: the light one is the table of the design, the others derive from it. */
#include "scene/way-palette.h"

static const guint32 light[WAY_INK_TONES] = {
  [WAY_INK_TEXT] = 0x1f2328,      [WAY_INK_SECONDARY] = 0x57606a, [WAY_INK_PAPER] = 0xffffff,
  [WAY_INK_CANVAS] = 0xf6f5f2,    [WAY_INK_HAIRLINE] = 0xd5d2cb,  [WAY_INK_SHADOW] = 0x000000,
  [WAY_INK_STAGE] = 0x2b4a6f,     [WAY_INK_ON_STAGE] = 0xffffff,  [WAY_INK_FLAG] = 0xf5c211,
  [WAY_INK_FLAG_LINE] = 0x8a5d00, [WAY_INK_ON_FLAG] = 0x1f2328,
};

static const struct { guint32 strong, tint; } tones[WAY_N_TONES] = {
  [WAY_TONE_DOING] = { 0x2f66b0, 0xe8f0fb },
  [WAY_TONE_THINKING] = { 0x7550ad, 0xf2edfa },
  [WAY_TONE_FEELING] = { 0xb83b74, 0xfbeaf2 },
  [WAY_TONE_TOUCHPOINTS] = { 0x0b7474, 0xe2f3f2 },
  [WAY_TONE_PEOPLE] = { 0x4c5a67, 0xedf0f3 },
  [WAY_TONE_PAIN] = { 0xbf3f17, 0xfdece5 },
  [WAY_TONE_IDEAS] = { 0x2a7330, 0xe7f4e7 },
  [WAY_TONE_EVIDENCE] = { 0x8a5d00, 0xfff4d6 },
  [WAY_TONE_COMMISSIONING] = { 0x6b4e9b, 0xf2edfa },
};

static WayColour
mix (WayColour a,
     WayColour b,
     float     part)
{
  return (WayColour) { a.red + (b.red - a.red) * part, a.green + (b.green - a.green) * part,
                       a.blue + (b.blue - a.blue) * part, 1 };
}

/* Moves @colour towards @end until it stands out from @ground as much as text must. */
static WayColour
until_readable (WayColour colour,
                WayColour end,
                WayColour ground,
                double    contrast)
{
  for (guint i = 0; i < 40 && way_colour_get_contrast (&colour, &ground) < contrast; i++)
    colour = mix (colour, end, 0.08f);
  return colour;
}

static void
fill_light (WayColour *inks)
{
  for (guint ink = 1; ink < WAY_INK_TONES; ink++)
    inks[ink] = way_colour_from_rgb (light[ink]);
  for (guint tone = 0; tone < WAY_N_TONES; tone++)
    {
      WayColour tint = way_colour_from_rgb (tones[tone].tint);

      inks[WAY_INK_TINT (tone)] = tint;
      inks[WAY_INK_WASH (tone)] = mix (inks[WAY_INK_CANVAS], tint, 0.55f);
      inks[WAY_INK_STRONG (tone)] = until_readable (way_colour_from_rgb (tones[tone].strong), inks[WAY_INK_TEXT], tint, 4.5);
    }
}

static void
fill_dark (WayColour *inks)
{
  WayColour white = way_colour_from_rgb (0xffffff);

  fill_light (inks);
  inks[WAY_INK_TEXT] = way_colour_from_rgb (0xf1efec);
  inks[WAY_INK_SECONDARY] = way_colour_from_rgb (0xb3bac2);
  inks[WAY_INK_PAPER] = way_colour_from_rgb (0x2c2f33);
  inks[WAY_INK_CANVAS] = way_colour_from_rgb (0x1b1d1f);
  inks[WAY_INK_HAIRLINE] = way_colour_from_rgb (0x4a4e54);
  inks[WAY_INK_STAGE] = mix (way_colour_from_rgb (light[WAY_INK_STAGE]), white, 0.08f);
  for (guint tone = 0; tone < WAY_N_TONES; tone++)
    {
      WayColour strong = way_colour_from_rgb (tones[tone].strong);

      inks[WAY_INK_TINT (tone)] = mix (inks[WAY_INK_CANVAS], strong, 0.30f);
      inks[WAY_INK_WASH (tone)] = mix (inks[WAY_INK_CANVAS], strong, 0.14f);
      inks[WAY_INK_STRONG (tone)] = until_readable (strong, white, inks[WAY_INK_TINT (tone)], 4.8);
    }
}

/* White paper saves ink, and what stands out by 7 to 1 still does after a grey copier. */
static void
fill_print (WayColour *inks)
{
  WayColour white = way_colour_from_rgb (0xffffff), black = way_colour_from_rgb (0x000000);

  fill_light (inks);
  inks[WAY_INK_CANVAS] = white;
  inks[WAY_INK_SECONDARY] = until_readable (inks[WAY_INK_SECONDARY], black, white, 7);
  inks[WAY_INK_HAIRLINE] = way_colour_from_rgb (0xa8a49b);
  for (guint tone = 0; tone < WAY_N_TONES; tone++)
    {
      inks[WAY_INK_WASH (tone)] = mix (white, inks[WAY_INK_TINT (tone)], 0.4f);
      inks[WAY_INK_STRONG (tone)] = until_readable (inks[WAY_INK_STRONG (tone)], black, inks[WAY_INK_TINT (tone)], 7);
    }
}

/**
 * way_style_get_colour:
 * @self: a style
 * @ink: an ink other than %WAY_INK_NONE
 *
 * Returns: its colour; text inks reach WCAG AA on what they are painted on
 */
const WayColour *
way_style_get_colour (WayStyle self,
                      WayInk   ink)
{
  static WayColour colours[WAY_N_STYLES][WAY_N_INKS];
  static gsize filled;

  g_return_val_if_fail (self < WAY_N_STYLES && ink > WAY_INK_NONE && ink < WAY_N_INKS, NULL);

  if (g_once_init_enter (&filled))
    {
      fill_light (colours[WAY_STYLE_LIGHT]);
      fill_dark (colours[WAY_STYLE_DARK]);
      fill_print (colours[WAY_STYLE_PRINT]);
      g_once_init_leave (&filled, 1);
    }
  return &colours[self][ink];
}
