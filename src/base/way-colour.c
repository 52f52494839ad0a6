/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours, and how far apart two of them are for the eye. */
#include "base/way-colour.h"

#include <math.h>

/**
 * way_colour_from_rgb:
 * @rgb: 0xRRGGBB
 *
 * Returns: the opaque colour
 */
WayColour
way_colour_from_rgb (guint32 rgb)
{
  return (WayColour) { ((rgb >> 16) & 0xff) / 255.f, ((rgb >> 8) & 0xff) / 255.f, (rgb & 0xff) / 255.f, 1 };
}

/**
 * way_colour_to_hex:
 * @colour: a colour; its alpha is left out
 * @hex: (out caller-allocates): `#rrggbb` and a NUL
 */
void
way_colour_to_hex (const WayColour *colour,
                   char             hex[8])
{
  g_snprintf (hex, 8, "#%02x%02x%02x", (guint) lroundf (colour->red * 255) & 0xff,
              (guint) lroundf (colour->green * 255) & 0xff, (guint) lroundf (colour->blue * 255) & 0xff);
}

static double
linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (const WayColour *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green) + 0.0722 * linear (colour->blue);
}

/**
 * way_colour_get_contrast:
 * @a: an opaque colour
 * @b: another
 *
 * The contrast ratio of WCAG 2.2 (1.4.3): AA asks 4.5 of text, and 3 of large text and of signs.
 *
 * Returns: 1 to 21
 */
double
way_colour_get_contrast (const WayColour *a,
                         const WayColour *b)
{
  double one = luminance (a) + 0.05, other = luminance (b) + 0.05;

  return one > other ? one / other : other / one;
}
