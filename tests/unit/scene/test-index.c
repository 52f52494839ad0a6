/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The spatial index gives what a search through everything gives, in order. */
#include "scene/way-index.h"

static void
test_agrees_with_search (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);

  for (guint round = 0; round < 60; round++)
    {
      guint n = g_rand_int_range (rand, 0, 900);
      g_autofree WayRect *rects = g_new0 (WayRect, n + 1);
      g_autoptr (WayIndex) index = NULL;

      for (guint i = 0; i < n; i++)
        rects[i] = (WayRect) { g_rand_double_range (rand, 0, 500), g_rand_double_range (rand, 0, 500),
                               g_rand_double_range (rand, 1, 60), g_rand_double_range (rand, 1, 60) };
      index = way_index_new (rects, n);
      for (guint query = 0; query < 20; query++)
        {
          g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
          WayRect area = { g_rand_double_range (rand, -50, 500), g_rand_double_range (rand, -50, 500), g_rand_double_range (rand, 0.001, 200),
                           g_rand_double_range (rand, 0.001, 200) };
          guint next = 0;

          way_index_query (index, &area, found);
          for (guint i = 0; i < n; i++)
            if (way_rect_intersects (&rects[i], &area))
              {
                g_assert_cmpuint (next, <, found->len);
                g_assert_cmpuint (g_array_index (found, guint, next), ==, i);
                next++;
              }
          g_assert_cmpuint (next, ==, found->len);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/index/agrees-with-search", test_agrees_with_search);
  return g_test_run ();
}
