/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where lines passed columns in the layout before, so that the next one keeps what it can. */
#include "scene/way-layered-private.h"

#include <math.h>

/* Where the layers were: columns by their boxes, those for labels by a label, or else half way between. */
static double *
find_layers (WayLayered *self)
{
  double *x = g_new (double, self->n_layers + 1);

  for (guint i = 0; i < self->n_layers; i++)
    x[i] = NAN;
  for (guint i = 0; i < self->n_nodes; i++)
    if (self->nodes[i].has_place && isnan (x[way_layered_vertex (self, i)->layer]))
      x[way_layered_vertex (self, i)->layer] = self->nodes[i].was_x;
  for (guint i = 0; i < self->n_links; i++)
    {
      WayVertex *tag = self->trails[i].tag == WAY_NONE ? NULL : way_layered_vertex (self, self->trails[i].tag);

      if (tag && tag->kind == WAY_VERTEX_LABEL && self->links[i].n_was > 0 && self->links[i].was_label_x > 0 && isnan (x[tag->layer]))
        x[tag->layer] = self->links[i].was_label_x;
    }
  for (guint i = 1; i + 1 < self->n_layers; i++)
    if (self->layer_columns[i] == WAY_NONE && isnan (x[i]))
      x[i] = (x[i - 1] + x[i + 1]) / 2;
  return x;
}

/* The height of a line at x, or NAN where it does not pass. */
static double
height_at (const WayLayeredLink *link,
           double                x)
{
  for (guint i = 0; i + 1 < link->n_was; i++)
    {
      const WayPoint *one = &link->was[i], *two = one + 1;

      if (one->y == two->y && x >= MIN (one->x, two->x) && x <= MAX (one->x, two->x))
        return one->y;
    }
  return NAN;
}

/* Sets where the bends and labels of lines were. */
void
way_layered_find_places (WayLayered *self)
{
  g_autofree double *x = find_layers (self);

  for (guint i = 0; i < self->n_links; i++)
    if (self->trails[i].goes == WAY_GOES_STRAIGHT && self->trails[i].tag != WAY_NONE && self->links[i].was_label_x > 0)
      {
        way_layered_vertex (self, self->trails[i].tag)->was_y = self->links[i].was_label_y;
        way_layered_vertex (self, self->trails[i].tag)->kept = TRUE;
      }
  for (guint i = 0; i < self->n_links; i++)
    for (guint j = 1; self->links[i].n_was > 0 && j + 1 < self->trails[i].n; j++)
      {
        WayVertex *vertex = way_layered_vertex (self, g_array_index (self->path, guint, self->trails[i].first + j));

        if (vertex->kept || (vertex->kind != WAY_VERTEX_BEND && vertex->kind != WAY_VERTEX_LABEL) || isnan (x[vertex->layer]))
          continue;
        vertex->was_y = height_at (&self->links[i], x[vertex->layer]);
        vertex->kept = !isnan (vertex->was_y);
      }
}
