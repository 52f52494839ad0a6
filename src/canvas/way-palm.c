/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hand that rests on the screen while a pen writes is no finger: what touches while a pen is there, or shortly after, means nothing.
 * GTK tells neither how large a touch is nor where a pen that left the screen went, so time is all there is to go by. */
#include "canvas/way-palm.h"

/* Between two strokes a hand stays where it is. */
#define REST_MILLISECONDS 800

/**
 * way_palm_see_pen:
 * @self: what is known of the pen
 * @now: milliseconds of any clock that runs on
 * @down: whether it touches the screen
 */
void
way_palm_see_pen (WayPalm *self,
                  gint64   now,
                  gboolean down)
{
  self->pen = MAX (now, 1);
  self->down = down;
}

/**
 * way_palm_is_palm:
 * @self: what is known of the pen
 * @now: when something begins to touch, milliseconds of the same clock
 *
 * Returns: whether it is to mean nothing
 */
gboolean
way_palm_is_palm (const WayPalm *self,
                  gint64         now)
{
  return self->down || (self->pen != 0 && now - self->pen < REST_MILLISECONDS);
}
