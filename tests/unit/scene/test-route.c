/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for the lines of any pathway: level and upright, from border to border, through no box, and over no other line but where they
 * leave from one place or come to one. */
#include "layered-maps.h"

#include <math.h>

enum { MAPS = 500 };

typedef struct
{
  gboolean level;
  double at, from, to;
  guint link;
} Part;

static const WayLayeredLink *
link_at (const LayeredMap *map,
         guint             i)
{
  return &g_array_index (map->links, WayLayeredLink, i);
}

static gboolean
is_on_border (const WayRect  *rect,
              const WayPoint *point)
{
  gboolean across = point->x >= rect->x - 0.01 && point->x <= rect->x + rect->width + 0.01;
  gboolean along = point->y >= rect->y - 0.01 && point->y <= rect->y + rect->height + 0.01;

  return (across && (fabs (point->y - rect->y) < 0.01 || fabs (point->y - rect->y - rect->height) < 0.01))
         || (along && (fabs (point->x - rect->x) < 0.01 || fabs (point->x - rect->x - rect->width) < 0.01));
}

static WayRect
part_rect (const WayPoint *one,
           const WayPoint *two)
{
  return (WayRect) { MIN (one->x, two->x), MIN (one->y, two->y), MAX (fabs (one->x - two->x), 0.001), MAX (fabs (one->y - two->y), 0.001) };
}

static void
assert_line (const LayeredMap *map,
             WayLayered       *layout,
             guint             number)
{
  guint n;
  const WayPoint *points = way_layered_get_line (layout, number, &n);
  const WayLayeredLink *link = link_at (map, number);

  g_assert_cmpuint (n, >=, 2);
  g_assert_true (is_on_border (way_layered_get_node (layout, link->from), &points[0]));
  g_assert_true (is_on_border (way_layered_get_node (layout, link->to), &points[n - 1]));
  for (guint i = 0; i + 1 < n; i++)
    {
      WayRect part = part_rect (&points[i], &points[i + 1]);

      g_assert_true ((fabs (points[i].x - points[i + 1].x) < 0.02) != (fabs (points[i].y - points[i + 1].y) < 0.02));
      g_assert_cmpfloat (part.x, >=, -0.01);
      g_assert_cmpfloat (part.y, >=, -0.01);
      g_assert_cmpfloat (part.x + part.width, <=, way_layered_get_width (layout) + 0.01);
      g_assert_cmpfloat (part.y + part.height, <=, way_layered_get_height (layout) + 0.01);
      for (guint j = 0; j < map->nodes->len; j++)
        {
          WayRect inner = way_rect_grow (way_layered_get_node (layout, j), -0.1);

          g_assert_false (way_rect_intersects (&inner, &part));
        }
    }
}

/* A label is on its line; a loop at one box has it on top. */
static void
assert_label (const LayeredMap *map,
              WayLayered       *layout,
              guint             number)
{
  guint n;
  const WayPoint *points = way_layered_get_line (layout, number, &n);
  const WayRect *label = way_layered_get_label (layout, number);
  WayRect near = way_rect_grow (label, link_at (map, number)->from == link_at (map, number)->to ? 2 : -0.5);
  gboolean on = FALSE;

  for (guint i = 0; i + 1 < n && label->width > 0; i++)
    {
      WayRect part = part_rect (&points[i], &points[i + 1]);

      on |= way_rect_intersects (&near, &part);
    }
  g_assert_true (on || label->width <= 0);
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const Part *one = a, *two = b;

  if (one->level != two->level)
    return one->level ? -1 : 1;
  if (one->at != two->at)
    return one->at < two->at ? -1 : 1;
  return one->from < two->from ? -1 : one->from > two->from;
}

static GArray *
list_parts (const LayeredMap *map,
            WayLayered       *layout)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < map->links->len; i++)
    {
      guint n;
      const WayPoint *points = way_layered_get_line (layout, i, &n);

      for (guint j = 0; j + 1 < n; j++)
        {
          gboolean level = fabs (points[j].y - points[j + 1].y) < 0.02;
          double one = level ? points[j].x : points[j].y, two = level ? points[j + 1].x : points[j + 1].y;
          Part part = { level, level ? points[j].y : points[j].x, MIN (one, two), MAX (one, two), i };

          g_array_append_val (parts, part);
        }
    }
  g_array_sort (parts, compare_parts);
  return parts;
}

static gboolean
may_share (const WayLayeredLink *one,
           const WayLayeredLink *two)
{
  return (one->from == two->from) != (one->to == two->to);
}

static void
assert_separate (const LayeredMap *map,
                 WayLayered       *layout)
{
  g_autoptr (GArray) parts = list_parts (map, layout);

  for (guint i = 0; i < parts->len; i++)
    {
      Part *one = &g_array_index (parts, Part, i);

      for (guint j = i + 1; j < parts->len; j++)
        {
          Part *two = &g_array_index (parts, Part, j);

          if (two->level != one->level || two->at - one->at > 1)
            break;
          if (one->link != two->link && two->from < one->to - 0.5 && one->from < two->to - 0.5)
            g_assert_true (may_share (link_at (map, one->link), link_at (map, two->link)));
        }
    }
}

/* Lines pass no label but their own, those of loops at one box aside. */
static void
assert_readable (const LayeredMap *map,
                 WayLayered       *layout)
{
  g_autoptr (GArray) parts = list_parts (map, layout);

  for (guint i = 0; i < map->links->len; i++)
    {
      WayRect inner = way_rect_grow (way_layered_get_label (layout, i), -0.5);

      if (inner.width <= 0 || inner.height <= 0 || link_at (map, i)->from == link_at (map, i)->to)
        continue;
      for (guint j = 0; j < parts->len; j++)
        {
          Part *part = &g_array_index (parts, Part, j);
          WayRect rect = part->level ? (WayRect) { part->from, part->at, part->to - part->from, 0.001 }
                                     : (WayRect) { part->at, part->from, 0.001, part->to - part->from };

          g_assert_true (part->link == i || !way_rect_intersects (&inner, &rect));
        }
    }
}

static void
assert_lines (const LayeredMap *map,
              WayLayered       *layout)
{
  for (guint j = 0; j < map->links->len; j++)
    {
      assert_line (map, layout, j);
      assert_label (map, layout, j);
    }
  assert_separate (map, layout);
  assert_readable (map, layout);
}

static void
test_lines (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);

  for (guint i = 0; i < MAPS; i++)
    {
      LayeredMap map = layered_map_make (rand, 1 + i * i % 200, 1 + i % 9, i % 11);
      g_autoptr (WayLayered) layout = layered_map_lay (&map);
      g_autoptr (WayLayered) next = NULL;

      assert_lines (&map, layout);
      if (i % 3 == 0)
        {
          layered_map_keep_places (&map, layout);
          layered_map_add_link (&map, rand, g_rand_int_range (rand, 0, map.nodes->len), g_rand_int_range (rand, 0, map.nodes->len));
          next = layered_map_lay (&map);
          assert_lines (&map, next);
        }
      layered_map_clear (&map);
    }
}

/* A plain second count, of all pairs. */
static void
test_crossings (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (18);

  for (guint i = 0; i < 30; i++)
    {
      LayeredMap map = layered_map_make (rand, 10 + i * 2, 1 + i % 4, i % 6);
      g_autoptr (WayLayered) layout = layered_map_lay (&map);
      g_autoptr (GArray) parts = list_parts (&map, layout);
      guint crossings = 0;

      for (guint one = 0; one < parts->len; one++)
        for (guint two = 0; two < parts->len; two++)
          {
            Part *level = &g_array_index (parts, Part, one), *upright = &g_array_index (parts, Part, two);

            if (level->level && !upright->level)
              crossings += upright->at > level->from && upright->at < level->to && level->at > upright->from + 0.01
                           && level->at < upright->to - 0.01;
          }
      g_assert_cmpuint (way_layered_count_crossings (layout), ==, crossings);
      layered_map_clear (&map);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/route/lines", test_lines);
  g_test_add_func ("/scene/route/crossings", test_crossings);
  return g_test_run ();
}
