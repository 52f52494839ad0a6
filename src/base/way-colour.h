/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WayColour: an sRGB colour, each part 0 to 1, not premultiplied. */
typedef struct
{
  float red, green, blue, alpha;
} WayColour;

WayColour way_colour_from_rgb     (guint32          rgb);
void      way_colour_to_hex       (const WayColour *colour,
                                   char             hex[8]);
double    way_colour_get_contrast (const WayColour *a,
                                   const WayColour *b);

G_END_DECLS
