/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Zooming, scrolling and fitting, by their effect on what is where. */
#include "canvas/way-view.h"

#include <math.h>

static WayView
make_view (double zoom)
{
  WayView view = { .zoom = zoom, .width = 800, .height = 600, .map_width = 1500, .map_height = 900 };

  way_view_clamp (&view);
  return view;
}

static void
test_there_and_back (void)
{
  static const double zooms[] = { 0.02, 0.3, 1, 8 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      WayView view = make_view (zooms[i]);
      WayPoint point;
      WayRect place;

      view.scroll_x = 17.25;
      way_view_clamp (&view);
      point = way_view_to_map (&view, 123, 456);
      place = way_view_from_map (&view, &(WayRect) { point.x, point.y, 10, 10 });
      g_assert_cmpfloat_with_epsilon (place.x, 123, 1e-6);
      g_assert_cmpfloat_with_epsilon (place.y, 456, 1e-6);
      g_assert_cmpfloat_with_epsilon (place.width, 10 * zooms[i] * WAY_VIEW_PIXELS, 1e-6);
    }
}

static void
test_zoom_keeps_place (void)
{
  WayView view = make_view (1);
  WayPoint before, after;

  view.scroll_x = view.scroll_y = 300;
  before = way_view_to_map (&view, 200, 150);
  way_view_zoom_at (&view, 2.5, 200, 150);
  after = way_view_to_map (&view, 200, 150);
  g_assert_cmpfloat (view.zoom, ==, 2.5);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 1e-6);
}

static void
test_zoom_has_ends (void)
{
  WayView view = make_view (1);

  way_view_zoom_at (&view, 1000, 400, 300);
  g_assert_cmpfloat (view.zoom, ==, WAY_ZOOM_MAX);
  way_view_zoom_at (&view, 0, 400, 300);
  g_assert_cmpfloat (view.zoom, ==, WAY_ZOOM_MIN);
}

static void
test_fit (void)
{
  WayView view = make_view (4);
  WayRect place;

  view.zoom = way_view_get_fit (&view);
  way_view_clamp (&view);
  place = way_view_from_map (&view, &(WayRect) { 0, 0, 1500, 900 });
  g_assert_cmpfloat (place.x, >=, WAY_VIEW_MARGIN - 1e-6);
  g_assert_cmpfloat (place.x + place.width, <=, 800 - WAY_VIEW_MARGIN + 1e-6);
  g_assert_cmpfloat_with_epsilon (place.y + place.height / 2, 300, 1e-6);
}

/* A small map is not blown up, an empty one does not divide by nothing. */
static void
test_fit_small (void)
{
  WayView view = make_view (1);

  view.map_width = view.map_height = 100;
  g_assert_cmpfloat (way_view_get_fit (&view), ==, 1);
  view.map_width = 0;
  g_assert_cmpfloat (way_view_get_fit (&view), ==, 1);
}

static void
test_small_map_is_in_the_middle (void)
{
  WayView view = make_view (0.2);
  WayRect place;

  view.scroll_x = 5000;
  way_view_clamp (&view);
  place = way_view_from_map (&view, &(WayRect) { 0, 0, 1500, 900 });
  g_assert_cmpfloat_with_epsilon (place.x + place.width / 2, 400, 1e-6);
  g_assert_cmpfloat (view.scroll_x, ==, 0);
}

static void
test_show (void)
{
  WayView view = make_view (2);
  WayRect far_off = { 1400, 850, 60, 40 }, tall = { 700, 0, 60, 900 };
  WayRect place;

  way_view_show (&view, &far_off, 16);
  place = way_view_from_map (&view, &far_off);
  g_assert_cmpfloat (place.x + place.width, <=, 800);
  g_assert_cmpfloat (place.y + place.height, <=, 600);

  way_view_show (&view, &tall, 16);
  g_assert_cmpfloat_with_epsilon (way_view_from_map (&view, &tall).y, 0, WAY_VIEW_MARGIN_DOWN);
}

/* What is seen already does not jump. */
static void
test_show_stays (void)
{
  WayView view = make_view (1);
  WayRect near_by = { 300, 200, 60, 40 };
  WayView before;

  way_view_show (&view, &near_by, 16);
  before = view;
  way_view_show (&view, &near_by, 16);
  g_assert_cmpfloat (before.scroll_x, ==, view.scroll_x);
  g_assert_cmpfloat (before.scroll_y, ==, view.scroll_y);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view/there-and-back", test_there_and_back);
  g_test_add_func ("/view/zoom-keeps-place", test_zoom_keeps_place);
  g_test_add_func ("/view/zoom-has-ends", test_zoom_has_ends);
  g_test_add_func ("/view/fit", test_fit);
  g_test_add_func ("/view/fit-small", test_fit_small);
  g_test_add_func ("/view/small-map-is-in-the-middle", test_small_map_is_in_the_middle);
  g_test_add_func ("/view/show", test_show);
  g_test_add_func ("/view/show-stays", test_show_stays);
  return g_test_run ();
}
