/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for layouts of pathways whatever they hold: five hundred made-up maps of up to two hundred boxes, and small edits to them. */
#include "layered-maps.h"

#include <math.h>

enum { MAPS = 500, EDITED_MAPS = 60 };

#define MUCH 20.0             /* points; less than half a box */
#define MOST_MOVED 15.0       /* of a hundred boxes, by an edit of one kind */
#define NOBODY G_MAXUINT

static const WayLayeredNode *
node_at (const LayeredMap *map,
         guint             i)
{
  return &g_array_index (map->nodes, WayLayeredNode, i);
}

static void
assert_apart (const WayRect *one,
              const WayRect *two)
{
  WayRect inner = way_rect_grow (one, -0.01);

  g_assert_true (inner.width <= 0 || inner.height <= 0 || !way_rect_intersects (&inner, two));
}

static void
assert_lanes (const LayeredMap *map,
              WayLayered       *layout)
{
  double end = 0;

  for (guint i = 0; i < map->n_lanes; i++)
    {
      double y, height;

      way_layered_get_lane_span (layout, i, &y, &height);
      g_assert_cmpfloat (y, >=, end);
      g_assert_cmpfloat (height, >, 0);
      end = y + height;
    }
  g_assert_cmpfloat (end, <=, way_layered_get_height (layout) + 0.01);
}

static void
assert_columns (const LayeredMap *map,
                WayLayered       *layout)
{
  double end = 0;

  for (guint i = 0; i < way_layered_get_n_columns (layout); i++)
    {
      double x, width;

      way_layered_get_column_span (layout, i, &x, &width);
      g_assert_cmpfloat (x, >=, end);
      end = x + width;
    }
  g_assert_cmpfloat (end, <=, way_layered_get_width (layout) + 0.01);
}

static void
assert_boxes (const LayeredMap *map,
              WayLayered       *layout)
{
  for (guint i = 0; i < map->nodes->len; i++)
    {
      const WayLayeredNode *node = node_at (map, i);
      const WayRect *rect = way_layered_get_node (layout, i);
      guint column = way_layered_get_column (layout, i);
      double x, width, y, height;

      g_assert_cmpfloat (rect->width, ==, node->width);
      g_assert_cmpfloat (rect->height, ==, node->height);
      way_layered_get_lane_span (layout, node->lane, &y, &height);
      g_assert_cmpfloat (rect->y, >=, y);
      g_assert_cmpfloat (rect->y + rect->height, <=, y + height);
      way_layered_get_column_span (layout, column, &x, &width);
      g_assert_cmpfloat (rect->x, >=, x - 0.01);
      g_assert_cmpfloat (rect->x + rect->width, <=, x + width + 0.01);
      if (node->column >= 0)
        g_assert_cmpint (column, ==, node->column);
      for (guint j = 0; j < i; j++)
        if (way_layered_get_column (layout, j) == column)
          assert_apart (rect, way_layered_get_node (layout, j));
    }
}

static void
assert_labels (const LayeredMap *map,
               WayLayered       *layout)
{
  WayRect all = { -0.01, -0.01, way_layered_get_width (layout) + 0.02, way_layered_get_height (layout) + 0.02 };

  for (guint i = 0; i < map->links->len; i++)
    {
      const WayLayeredLink *link = &g_array_index (map->links, WayLayeredLink, i);
      const WayRect *label = way_layered_get_label (layout, i);

      g_assert_cmpfloat (label->width, ==, link->label_width);
      g_assert_cmpfloat (label->height, ==, link->label_height);
      if (label->width <= 0)
        continue;
      g_assert_true (way_rect_contains (&all, label->x, label->y));
      g_assert_true (way_rect_contains (&all, label->x + label->width, label->y + label->height));
      for (guint j = 0; j < map->nodes->len; j++)
        assert_apart (way_layered_get_node (layout, j), label);
      for (guint j = 0; j < i; j++)
        if (way_layered_get_label (layout, j)->width > 0)
          assert_apart (way_layered_get_label (layout, j), label);
    }
}

/* No line runs through words that stand on another, nor its own loop through those on it. */
static void
assert_legible (const LayeredMap *map,
                WayLayered       *layout)
{
  for (guint i = 0; i < map->links->len; i++)
    {
      WayRect label = way_rect_grow (way_layered_get_label (layout, i), -0.5);

      for (guint j = 0; label.width > 0 && j < map->links->len; j++)
        {
          guint n;
          const WayPoint *points = way_layered_get_line (layout, j, &n);

          for (guint k = 0; j != i && k + 1 < n; k++)
            {
              WayRect piece = { MIN (points[k].x, points[k + 1].x), MIN (points[k].y, points[k + 1].y), fabs (points[k].x - points[k + 1].x),
                                fabs (points[k].y - points[k + 1].y) };

              g_assert_false (way_rect_intersects (&piece, &label));
            }
        }
    }
}

static LayeredMap
make_nth (GRand *rand,
          guint  i)
{
  return layered_map_make (rand, 1 + i * i % 200, 1 + i % 9, i % 11);
}

static void
test_nothing_overlaps (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < MAPS; i++)
    {
      LayeredMap map = make_nth (rand, i);
      g_autoptr (WayLayered) layout = layered_map_lay (&map);
      g_autoptr (WayLayered) next = NULL;

      assert_lanes (&map, layout);
      assert_columns (&map, layout);
      assert_boxes (&map, layout);
      assert_labels (&map, layout);
      assert_legible (&map, layout);
      if (i % 3 == 0)
        {
          layered_map_keep_places (&map, layout);
          for (guint j = 0; j < map.nodes->len; j += 3)
            g_array_index (map.nodes, WayLayeredNode, j).was_y += g_rand_int_range (rand, -200, 200);
          next = layered_map_lay (&map);
          assert_boxes (&map, next);
          assert_labels (&map, next);
          assert_legible (&map, next);
        }
      layered_map_clear (&map);
    }
}

/* Flow leads to a later column, or straight up or down, wherever nothing is pinned and no loop must be closed. */
static void
test_flow_goes_right (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < 100; i++)
    {
      LayeredMap map = { g_array_new (FALSE, FALSE, sizeof (WayLayeredNode)), g_array_new (FALSE, FALSE, sizeof (WayLayeredLink)), 4 };
      g_autoptr (WayLayered) layout = NULL;
      guint n = g_rand_int_range (rand, 2, 120);

      for (guint j = 0; j < n; j++)
        {
          WayLayeredNode node = { .width = 100, .height = 40, .lane = g_rand_int_range (rand, 0, 4), .column = -1 };

          g_array_append_val (map.nodes, node);
          for (guint k = 0; k < 2 && j > 0; k++)
            layered_map_add_link (&map, rand, g_rand_int_range (rand, MAX (0, (int) j - 10), j), j);
        }
      layout = layered_map_lay (&map);
      for (guint j = 0; j < map.links->len; j++)
        {
          const WayLayeredLink *link = &g_array_index (map.links, WayLayeredLink, j);
          guint from = way_layered_get_column (layout, link->from), to = way_layered_get_column (layout, link->to), n_points;

          g_assert_cmpuint (from, <=, to);
          way_layered_get_line (layout, j, &n_points);
          if (from == to)
            g_assert_cmpuint (n_points, ==, 2);
        }
      layered_map_clear (&map);
    }
}

static void
assert_same (const LayeredMap *map,
             WayLayered       *one,
             WayLayered       *two)
{
  for (guint i = 0; i < map->nodes->len; i++)
    g_assert_cmpmem (way_layered_get_node (one, i), sizeof (WayRect), way_layered_get_node (two, i), sizeof (WayRect));
  for (guint i = 0; i < map->links->len; i++)
    {
      guint n_one, n_two;
      const WayPoint *points_one = way_layered_get_line (one, i, &n_one), *points_two = way_layered_get_line (two, i, &n_two);

      g_assert_cmpmem (points_one, n_one * sizeof (WayPoint), points_two, n_two * sizeof (WayPoint));
      g_assert_cmpmem (way_layered_get_label (one, i), sizeof (WayRect), way_layered_get_label (two, i), sizeof (WayRect));
    }
}

static void
test_same_again (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint i = 0; i < 60; i++)
    {
      LayeredMap map = make_nth (rand, i);
      g_autoptr (WayLayered) one = layered_map_lay (&map), two = layered_map_lay (&map);

      assert_same (&map, one, two);
      layered_map_clear (&map);
    }
}

/* As if things had been elsewhere: some boxes higher or lower, some lines shorter. */
static void
disturb (LayeredMap *map,
         GRand      *rand)
{
  for (guint i = 0; i < map->nodes->len; i += 3)
    g_array_index (map->nodes, WayLayeredNode, i).was_y += g_rand_int_range (rand, -200, 200);
  for (guint i = 0; i < map->links->len; i += 4)
    {
      WayLayeredLink *link = &g_array_index (map->links, WayLayeredLink, i);

      link->n_was -= link->n_was > 2;
    }
}

/* Edit after edit, what is taken over from the layout before is what would be found without it. */
static void
test_same_after_another (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 3; i < 3 + EDITED_MAPS; i++)
    {
      LayeredMap map = make_nth (rand, i);
      g_autoptr (WayLayered) layout = layered_map_lay_after (&map, NULL);

      for (guint j = 0; j < 3 * LAYERED_EDITS && map.nodes->len > 2; j++)
        {
          LayeredMap next;
          WayLayered *after;
          g_autoptr (WayLayered) alone = NULL;
          guint edited;

          layered_map_keep_places (&map, layout);
          /* Several that change a size, after which much is taken over; then of every kind. */
          next = layered_map_edit (&map, rand, j < LAYERED_EDITS ? LAYERED_RENAME_STEP : j % LAYERED_EDITS, layout, &edited);
          if (j % 4 == 3)
            disturb (&next, rand);
          after = layered_map_lay_after (&next, layout);
          alone = layered_map_lay_after (&next, NULL);
          assert_same (&next, after, alone);
          g_assert_cmpfloat (way_layered_get_width (after), ==, way_layered_get_width (alone));
          g_assert_cmpfloat (way_layered_get_height (after), ==, way_layered_get_height (alone));
          way_layered_free (layout);
          layout = after;
          layered_map_clear (&map);
          map = next;
        }
      layered_map_clear (&map);
    }
}

static double
middle_y (WayLayered *layout,
          guint       node)
{
  const WayRect *rect = way_layered_get_node (layout, node);

  return rect->y + rect->height / 2;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

/* A box of the map before, in the map after an edit that took `gone` away. */
static guint
number_after (guint number,
              guint gone)
{
  return number - (number > gone);
}

/* How many columns most boxes moved. */
static int
middle_shift (WayLayered *before,
              WayLayered *after,
              guint       n,
              guint       gone)
{
  g_autoptr (GArray) shifts = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n; i++)
    if (i != gone)
      {
        double shift = (double) way_layered_get_column (after, number_after (i, gone)) - way_layered_get_column (before, i);

        g_array_append_val (shifts, shift);
      }
  g_array_sort (shifts, compare_doubles);
  return shifts->len > 0 ? g_array_index (shifts, double, shifts->len / 2) : 0;
}

/* How many of the boxes in both maps, but for the one that was edited, moved among the others: stand in another column, or much higher or lower,
 * when the map and each lane as a whole are put back to where most of them were. */
static guint
count_moved (const LayeredMap *map,
             WayLayered       *before,
             WayLayered       *after,
             guint             edited,
             guint             gone)
{
  guint moved = 0, n = map->nodes->len;
  int across = middle_shift (before, after, n, gone);

  for (guint lane = 0; lane < map->n_lanes; lane++)
    {
      g_autoptr (GArray) shifts = g_array_new (FALSE, FALSE, sizeof (double));

      for (guint i = 0; i < n; i++)
        if (node_at (map, i)->lane == lane && i != gone)
          {
            double shift = middle_y (after, number_after (i, gone)) - middle_y (before, i);

            g_array_append_val (shifts, shift);
          }
      if (shifts->len == 0)
        continue;
      g_array_sort (shifts, compare_doubles);
      for (guint i = 0; i < n; i++)
        if (node_at (map, i)->lane == lane && i != edited && i != gone)
          moved += (int) way_layered_get_column (after, number_after (i, gone)) - (int) way_layered_get_column (before, i) != across
                   || fabs (middle_y (after, number_after (i, gone)) - middle_y (before, i)
                            - g_array_index (shifts, double, shifts->len / 2)) > MUCH;
    }
  return moved;
}

/* Nothing moves when nothing changed; few do when a box comes or goes, is of another size or pinned, or when a link comes or goes. */
static void
test_small_edits_move_little (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  guint all = 0, moved[LAYERED_EDITS] = { 0 }, sum = 0;

  for (guint i = 0; i < EDITED_MAPS; i++)
    {
      LayeredMap map = layered_map_make (rand, 20 + i * 3, 1 + i % 6, i % 3);
      g_autoptr (WayLayered) before = layered_map_lay (&map);
      g_autoptr (WayLayered) same = NULL;

      layered_map_keep_places (&map, before);
      same = layered_map_lay (&map);
      g_assert_cmpuint (count_moved (&map, before, same, NOBODY, NOBODY), ==, 0);
      all += map.nodes->len;
      for (LayeredEdit edit = 0; edit < LAYERED_EDITS; edit++)
        {
          guint edited;
          LayeredMap next = layered_map_edit (&map, rand, edit, before, &edited);
          g_autoptr (WayLayered) after = layered_map_lay (&next);

          assert_boxes (&next, after);
          assert_labels (&next, after);
          moved[edit] += count_moved (&map, before, after, edited, edit == LAYERED_REMOVE_STEP ? edited : NOBODY);
          layered_map_clear (&next);
        }
      layered_map_clear (&map);
    }
  for (LayeredEdit edit = 0; edit < LAYERED_EDITS; edit++)
    {
      g_test_message ("edit %u: %.1f%% of the boxes moved", edit, 100.0 * moved[edit] / all);
      g_assert_cmpfloat (100.0 * moved[edit] / all, <, MOST_MOVED);
      sum += moved[edit];
    }
  g_test_message ("all edits: %.1f%%", 100.0 * sum / all / LAYERED_EDITS);
}

static void
add_step (LayeredMap *map)
{
  WayLayeredNode node = { .width = 100, .height = 40, .column = -1 };

  g_array_append_val (map->nodes, node);
}

static void
link_steps (LayeredMap *map,
            guint       from,
            guint       to)
{
  WayLayeredLink link = { .from = from, .to = to };

  g_array_append_val (map->links, link);
}

/* A way of many steps is one row, whatever leaves it and comes back to it, and passes by. */
static void
test_main_flow_is_straight (void)
{
  LayeredMap map = { g_array_new (FALSE, FALSE, sizeof (WayLayeredNode)), g_array_new (FALSE, FALSE, sizeof (WayLayeredLink)), 1 };
  g_autoptr (WayLayered) layout = NULL;

  for (guint i = 0; i < 20; i++)
    add_step (&map);
  for (guint i = 0; i < 9; i++)
    {
      link_steps (&map, i, i + 1);
      link_steps (&map, i, 10 + i);
    }
  link_steps (&map, 12, 7);
  link_steps (&map, 1, 8);
  link_steps (&map, 6, 3);
  layout = layered_map_lay (&map);
  for (guint i = 1; i < 10; i++)
    g_assert_cmpfloat_with_epsilon (middle_y (layout, i), middle_y (layout, 0), 0.01);
  layered_map_clear (&map);
}

/* Branches that could stand in any order stand as they were given. */
static void
test_branches_keep_their_order (void)
{
  LayeredMap map = { g_array_new (FALSE, FALSE, sizeof (WayLayeredNode)), g_array_new (FALSE, FALSE, sizeof (WayLayeredLink)), 1 };
  g_autoptr (WayLayered) layout = NULL;

  for (guint i = 0; i < 26; i++)
    add_step (&map);
  /* Given from the last to the first, which is not the order of the boxes. */
  for (guint i = 12; i > 0; i--)
    {
      link_steps (&map, 0, i);
      link_steps (&map, i, 12 + i);
      link_steps (&map, 12 + i, 25);
    }
  layout = layered_map_lay (&map);
  for (guint i = 2; i <= 12; i++)
    {
      g_assert_cmpfloat (middle_y (layout, i - 1), <, middle_y (layout, i));
      g_assert_cmpfloat (middle_y (layout, 12 + i - 1), <, middle_y (layout, 12 + i));
    }
  g_assert_cmpuint (way_layered_count_crossings (layout), ==, 0);
  layered_map_clear (&map);
}

static void
test_empty (void)
{
  g_autoptr (WayLayered) nothing = way_layered_new (NULL, 0, NULL, 0, 0, NULL);
  g_autoptr (WayLayered) lanes = way_layered_new (NULL, 0, NULL, 0, 3, NULL);
  double y, height;

  g_assert_cmpfloat (way_layered_get_width (nothing), ==, 0);
  g_assert_cmpfloat (way_layered_get_height (nothing), ==, 0);
  way_layered_get_lane_span (lanes, 2, &y, &height);
  g_assert_cmpfloat (y + height, ==, way_layered_get_height (lanes));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/layered/empty", test_empty);
  g_test_add_func ("/scene/layered/nothing-overlaps", test_nothing_overlaps);
  g_test_add_func ("/scene/layered/flow-goes-right", test_flow_goes_right);
  g_test_add_func ("/scene/layered/main-flow-is-straight", test_main_flow_is_straight);
  g_test_add_func ("/scene/layered/branches-keep-their-order", test_branches_keep_their_order);
  g_test_add_func ("/scene/layered/same-again", test_same_again);
  g_test_add_func ("/scene/layered/same-after-another", test_same_after_another);
  g_test_add_func ("/scene/layered/small-edits-move-little", test_small_edits_move_little);
  return g_test_run ();
}
