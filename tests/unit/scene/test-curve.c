/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The curve of feelings goes through every point and beyond none. */
#include "scene/way-curve.h"

static double
bezier (double a,
        double b,
        double c,
        double d,
        double t)
{
  double s = 1 - t;

  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

static void
check_curve (const WayPoint *points,
             guint           n_points)
{
  g_autoptr (WayPath) path = way_path_new ();
  const WayPathStep *steps;
  guint n_steps;

  way_path_move (path, points[0].x, points[0].y);
  way_curve_add_to_path (path, points, n_points);
  steps = way_path_get_steps (path, &n_steps);
  g_assert_cmpuint (n_steps, ==, n_points);
  for (guint i = 1; i < n_points; i++)
    {
      const WayPoint *p = steps[i].points;
      double low = MIN (points[i - 1].y, points[i].y) - 1e-9, high = MAX (points[i - 1].y, points[i].y) + 1e-9;

      g_assert_cmpfloat_with_epsilon (p[2].x, points[i].x, 1e-9);
      g_assert_cmpfloat_with_epsilon (p[2].y, points[i].y, 1e-9);
      for (double t = 0; t <= 1; t += 0.02)
        {
          double y = bezier (points[i - 1].y, p[0].y, p[1].y, p[2].y, t);

          g_assert_cmpfloat (y, >=, low);
          g_assert_cmpfloat (y, <=, high);
        }
    }
}

static void
test_never_overshoots (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 400; round++)
    {
      guint n = g_rand_int_range (rand, 2, 15);
      g_autofree WayPoint *points = g_new (WayPoint, n);
      double x = 0, direction = round % 2 == 0 ? 1 : -1;

      for (guint i = 0; i < n; i++)
        {
          x += direction * g_rand_double_range (rand, 1, 300);
          points[i] = (WayPoint) { x, g_rand_int_range (rand, -5, 6) * 12 };
        }
      check_curve (points, n);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/curve/never-overshoots", test_never_overshoots);
  return g_test_run ();
}
