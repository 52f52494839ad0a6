/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hand that rests on the screen while a pen writes is no finger: what touches while a pen is there, or shortly before or after, means
 * nothing. GTK tells neither how large a touch is nor where a pen that left the screen went, so time is all there is to go by. */
#include "canvas/way-palm.h"

/* Between two strokes a hand stays where it is. */
#define REST_MILLISECONDS 800

void
way_palm_init (WayPalm *self)
{
  *self = (WayPalm) { .fingers = g_hash_table_new (NULL, NULL), .palms = g_hash_table_new (NULL, NULL) };
}

void
way_palm_clear (WayPalm *self)
{
  g_clear_pointer (&self->fingers, g_hash_table_unref);
  g_clear_pointer (&self->palms, g_hash_table_unref);
}

/**
 * way_palm_see_pen:
 * @self: what is known of the pen
 * @now: milliseconds of any clock that runs on
 * @down: whether it touches the screen
 *
 * Returns: whether what was taken for fingers until now is a palm: it came down before the pen did
 */
gboolean
way_palm_see_pen (WayPalm *self,
                  gint64   now,
                  gboolean down)
{
  GHashTableIter iter;
  gpointer touch;
  gboolean any = g_hash_table_size (self->fingers) > 0;

  self->pen = MAX (now, 1);
  self->down = down;
  g_hash_table_iter_init (&iter, self->fingers);
  while (g_hash_table_iter_next (&iter, &touch, NULL))
    g_hash_table_add (self->palms, touch);
  g_hash_table_remove_all (self->fingers);
  return any;
}

/**
 * way_palm_begin:
 * @self: what is known of the pen
 * @touch: something that begins to touch
 * @now: when, milliseconds of the same clock
 *
 * Returns: whether it is to mean nothing
 */
gboolean
way_palm_begin (WayPalm       *self,
                gconstpointer  touch,
                gint64         now)
{
  gboolean palm = self->down || (self->pen != 0 && now - self->pen < REST_MILLISECONDS);

  g_hash_table_add (palm ? self->palms : self->fingers, (gpointer) touch);
  return palm;
}

gboolean
way_palm_has (const WayPalm *self,
              gconstpointer  touch)
{
  return g_hash_table_contains (self->palms, touch);
}

/**
 * way_palm_end:
 * @self: what is known of the pen
 * @touch: what touches no longer
 *
 * Returns: whether it meant nothing
 */
gboolean
way_palm_end (WayPalm       *self,
              gconstpointer  touch)
{
  g_hash_table_remove (self->fingers, touch);
  return g_hash_table_remove (self->palms, touch);
}
