/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out made-up pathways. `way-bench-layered SIZE SEED LANES FOLDER` prints milliseconds of a first layout, of one after a box was added, and
 * crossings, and writes the same graph for Graphviz to FOLDER/graph.dot. `way-bench-layered edits SIZE SEED LANES FOLDER` makes small edits to
 * one map, and writes graph.dot and graph.places, and edit-N.dot and edit-N.places, the middles of all boxes in the form of dot -Tplain.
 * `way-bench-layered count FILE` counts the crossings in what dot -Tplain made of a graph. */
#include "unit/scene/layered-maps.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 15, EDITS = 4 };

/* What a box is called after one before it was taken away. */
static guint
name_of (guint number,
         guint gone)
{
  return number + (number >= gone);
}

static void
write_dot (const LayeredMap *map,
           const char       *folder,
           const char       *base,
           guint             gone)
{
  g_autofree char *file = g_strconcat (base, ".dot", NULL), *name = g_build_filename (folder, file, NULL);
  g_autoptr (GString) dot = g_string_new ("digraph { rankdir=LR; splines=true; node [shape=box, fixedsize=true];\n");

  for (guint i = 0; i < map->nodes->len; i++)
    g_string_append_printf (dot, "n%u [width=%.3f, height=%.3f];\n", name_of (i, gone), g_array_index (map->nodes, WayLayeredNode, i).width / 72,
                            g_array_index (map->nodes, WayLayeredNode, i).height / 72);
  for (guint i = 0; i < map->links->len; i++)
    g_string_append_printf (dot, "n%u -> n%u;\n", name_of (g_array_index (map->links, WayLayeredLink, i).from, gone),
                            name_of (g_array_index (map->links, WayLayeredLink, i).to, gone));
  g_string_append (dot, "}\n");
  g_file_set_contents (name, dot->str, dot->len, NULL);
}

static void
write_places (const LayeredMap *map,
              WayLayered       *layout,
              const char       *folder,
              const char       *base,
              guint             gone)
{
  g_autofree char *file = g_strconcat (base, ".places", NULL), *name = g_build_filename (folder, file, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < map->nodes->len; i++)
    {
      const WayRect *rect = way_layered_get_node (layout, i);

      g_string_append_printf (text, "node n%u %.4f %.4f\n", name_of (i, gone), (rect->x + rect->width / 2) / 72, (rect->y + rect->height / 2) / 72);
    }
  g_file_set_contents (name, text->str, text->len, NULL);
}

static void
make_edits (guint       size,
            guint       seed,
            guint       n_lanes,
            const char *folder)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  LayeredMap map = layered_map_make (rand, size, n_lanes, 0);
  g_autoptr (WayLayered) layout = layered_map_lay (&map);

  write_dot (&map, folder, "graph", G_MAXUINT);
  write_places (&map, layout, folder, "graph", G_MAXUINT);
  layered_map_keep_places (&map, layout);
  for (guint i = 0; i < EDITS * LAYERED_EDITS; i++)
    {
      g_autofree char *base = g_strdup_printf ("edit-%u", i);
      guint edited, gone;
      LayeredMap next = layered_map_edit (&map, rand, i % LAYERED_EDITS, layout, &edited);
      g_autoptr (WayLayered) after = layered_map_lay (&next);

      gone = i % LAYERED_EDITS == LAYERED_REMOVE_STEP ? edited : G_MAXUINT;
      write_dot (&next, folder, base, gone);
      write_places (&next, after, folder, base, gone);
      layered_map_clear (&next);
    }
  layered_map_clear (&map);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

/* The median time of laying a map out, in milliseconds. */
static double
measure (const LayeredMap *map)
{
  double times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (WayLayered) layout = layered_map_lay (map);

      times[i] = (g_get_monotonic_time () - start) / 1000.0;
    }
  qsort (times, ROUNDS, sizeof (double), compare_doubles);
  return times[ROUNDS / 2];
}

static void
bench (guint       size,
       guint       seed,
       guint       n_lanes,
       const char *folder)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  LayeredMap map = layered_map_make (rand, size, n_lanes, 0);
  g_autoptr (WayLayered) layout = layered_map_lay (&map);
  double first = measure (&map), edit;
  WayLayeredNode node = { .width = 120, .height = 40, .column = -1 };
  guint crossings = way_layered_count_crossings (layout);

  write_dot (&map, folder, "graph", G_MAXUINT);
  layered_map_keep_places (&map, layout);
  g_array_append_val (map.nodes, node);
  layered_map_add_link (&map, rand, size / 2, size);
  edit = measure (&map);
  printf ("%.3f\t%.3f\t%u\t%u\n", first, edit, crossings, map.links->len - 1);
  layered_map_clear (&map);
}

static gboolean
on_left (const WayPoint *one,
         const WayPoint *two,
         const WayPoint *point)
{
  return (two->x - one->x) * (point->y - one->y) - (two->y - one->y) * (point->x - one->x) > 0;
}

/* Reads the edges of dot's plain output as lines of their own control points, each curve in eight parts. */
static GPtrArray *
read_plain (const char *file)
{
  GPtrArray *edges = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (file, &text, NULL, NULL))
    exit (1);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      GArray *points = g_array_new (FALSE, FALSE, sizeof (WayPoint));
      guint n = g_strcmp0 (words[0], "edge") == 0 ? atoi (words[3]) : 0;

      for (guint j = 0; j + 3 < n; j += 3)
        for (guint k = 0; k < 9; k++)
          {
            double t = k / 8.0, weights[] = { pow (1 - t, 3), 3 * t * pow (1 - t, 2), 3 * t * t * (1 - t), t * t * t };
            WayPoint point = { 0, 0 };

            for (guint l = 0; l < 4; l++)
              {
                point.x += weights[l] * g_ascii_strtod (words[4 + 2 * (j + l)], NULL);
                point.y += weights[l] * g_ascii_strtod (words[5 + 2 * (j + l)], NULL);
              }
            g_array_append_val (points, point);
          }
      g_ptr_array_add (edges, points);
    }
  return edges;
}

static guint
count_between (GArray *one,
               GArray *two)
{
  guint crossings = 0;

  for (guint i = 0; i + 1 < one->len; i++)
    for (guint j = 0; j + 1 < two->len; j++)
      {
        const WayPoint *a = &g_array_index (one, WayPoint, i), *b = a + 1, *c = &g_array_index (two, WayPoint, j), *d = c + 1;

        if (MAX (a->x, b->x) < MIN (c->x, d->x) || MAX (c->x, d->x) < MIN (a->x, b->x))
          continue;
        crossings += on_left (a, b, c) != on_left (a, b, d) && on_left (c, d, a) != on_left (c, d, b);
      }
  return crossings;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) edges = NULL;
  guint crossings = 0;

  if (argc == 5)
    {
      bench (atoi (argv[1]), atoi (argv[2]), atoi (argv[3]), argv[4]);
      return 0;
    }
  if (argc == 6 && strcmp (argv[1], "edits") == 0)
    {
      make_edits (atoi (argv[2]), atoi (argv[3]), atoi (argv[4]), argv[5]);
      return 0;
    }
  if (argc != 3 || strcmp (argv[1], "count") != 0)
    return 2;
  edges = read_plain (argv[2]);
  for (guint i = 0; i < edges->len; i++)
    for (guint j = 0; j < i; j++)
      crossings += count_between (edges->pdata[i], edges->pdata[j]);
  printf ("%u\n", crossings);
  return 0;
}
