/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WayPalm: which touches are meant, and which are of a hand that rests beside a pen. */
typedef struct
{
  gint64 pen;                 /* when a pen was last on or near the screen, milliseconds; 0 for never */
  gboolean down;              /* it is on it */
  GHashTable *fingers;        /* touches that go on and are meant */
  GHashTable *palms;          /* those that mean nothing */
} WayPalm;

void     way_palm_init     (WayPalm       *self);
void     way_palm_clear    (WayPalm       *self);
gboolean way_palm_see_pen  (WayPalm       *self,
                            gint64         now,
                            gboolean       down);
gboolean way_palm_begin    (WayPalm       *self,
                            gconstpointer  touch,
                            gint64         now);
gboolean way_palm_has      (const WayPalm *self,
                            gconstpointer  touch);
gboolean way_palm_end      (WayPalm       *self,
                            gconstpointer  touch);

G_END_DECLS
