/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WayPalm: whether a touch is meant, or a hand that rests beside a pen. */
typedef struct
{
  gint64 pen;                 /* when a pen was last on or near the screen, milliseconds; 0 for never */
  gboolean down;              /* it is on it */
} WayPalm;

void     way_palm_see_pen  (WayPalm *self,
                            gint64   now,
                            gboolean down);
gboolean way_palm_is_palm  (const WayPalm *self,
                            gint64   now);

G_END_DECLS
