/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hand that rests beside a pen, before, during and after a stroke. */
#include "canvas/way-palm.h"

static const int touches[3];

typedef struct
{
  WayPalm palm;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  way_palm_init (&self->palm);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  way_palm_clear (&self->palm);
}

static void
test_fingers (Fixture       *self,
              gconstpointer  data)
{
  g_assert_false (way_palm_begin (&self->palm, &touches[0], 10));
  g_assert_false (way_palm_begin (&self->palm, &touches[1], 20));
  g_assert_false (way_palm_has (&self->palm, &touches[0]));
  g_assert_false (way_palm_end (&self->palm, &touches[0]));
  g_assert_false (way_palm_end (&self->palm, &touches[1]));
}

static void
test_beside_a_pen (Fixture       *self,
                   gconstpointer  data)
{
  way_palm_see_pen (&self->palm, 1000, FALSE);
  g_assert_true (way_palm_begin (&self->palm, &touches[0], 1100));
  way_palm_see_pen (&self->palm, 1200, TRUE);
  /* However long a stroke is. */
  g_assert_true (way_palm_begin (&self->palm, &touches[1], 9000));
  way_palm_see_pen (&self->palm, 9100, FALSE);
  g_assert_true (way_palm_has (&self->palm, &touches[0]));
  g_assert_true (way_palm_end (&self->palm, &touches[0]));
  /* A hand that stays where it is stays a palm, and a finger beside it is one again. */
  g_assert_false (way_palm_begin (&self->palm, &touches[2], 9900));
  g_assert_true (way_palm_has (&self->palm, &touches[1]));
  g_assert_true (way_palm_end (&self->palm, &touches[1]));
  g_assert_false (way_palm_end (&self->palm, &touches[2]));
}

static void
test_hand_before_pen (Fixture       *self,
                      gconstpointer  data)
{
  g_assert_false (way_palm_begin (&self->palm, &touches[0], 1000));
  g_assert_true (way_palm_see_pen (&self->palm, 1100, FALSE));
  g_assert_true (way_palm_has (&self->palm, &touches[0]));
  g_assert_false (way_palm_see_pen (&self->palm, 1110, TRUE));
  g_assert_true (way_palm_end (&self->palm, &touches[0]));
}

/* The same address may be another touch later. */
static void
test_again (Fixture       *self,
            gconstpointer  data)
{
  way_palm_see_pen (&self->palm, 1000, FALSE);
  g_assert_true (way_palm_begin (&self->palm, &touches[0], 1001));
  g_assert_true (way_palm_end (&self->palm, &touches[0]));
  g_assert_false (way_palm_begin (&self->palm, &touches[0], 3000));
  g_assert_false (way_palm_has (&self->palm, &touches[0]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/palm/fingers", Fixture, NULL, set_up, test_fingers, tear_down);
  g_test_add ("/palm/beside-a-pen", Fixture, NULL, set_up, test_beside_a_pen, tear_down);
  g_test_add ("/palm/hand-before-pen", Fixture, NULL, set_up, test_hand_before_pen, tear_down);
  g_test_add ("/palm/again", Fixture, NULL, set_up, test_again, tear_down);
  return g_test_run ();
}
