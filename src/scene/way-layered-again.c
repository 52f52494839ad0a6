/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found for the layout before, and is found again from the same: most edits change a size, which columns do not hang on, and where
 * nothing changed its place above another, neither does the order. What it was found from is compared, not guessed, so that a layout that
 * knows of the one before is the same as one that does not. */
#include "scene/way-layered-private.h"

#include <string.h>

/* What columns, and the paths of links, hang on. No bytes are between these, so that they can be compared as they are. */
typedef struct
{
  guint lane, was_column;
  gint32 column;
  guint16 first, has_place;
} WayNodeKey;

typedef struct
{
  guint from, to;
  guint8 weak, under, was, labelled;
} WayLinkKey;

struct _WayFound
{
  guint n_nodes, n_links, n_lanes;
  WayNodeKey *nodes;
  WayLinkKey *links;
  gboolean again;             /* they are those of the layout before */
  guint8 *ranks, *goes;       /* of nodes and links */

  gboolean keep;
  guint n_vertices, n_layers;
  guint *start;               /* the order that was begun with */
  guint8 *kept;               /* by vertex */
  guint *order, *layer_starts, *places; /* what came out */
};

static void
clear_order (WayFound *self)
{
  g_clear_pointer (&self->start, g_free);
  g_clear_pointer (&self->kept, g_free);
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->layer_starts, g_free);
  g_clear_pointer (&self->places, g_free);
}

void
way_found_free (WayFound *self)
{
  clear_order (self);
  g_free (self->nodes);
  g_free (self->links);
  g_free (self->ranks);
  g_free (self->goes);
  g_free (self);
}

static WayFound *
found_new (WayLayered *layered)
{
  WayFound *self = g_new0 (WayFound, 1);

  self->n_nodes = layered->n_nodes;
  self->n_links = layered->n_links;
  self->n_lanes = layered->n_lanes;
  self->nodes = g_new (WayNodeKey, layered->n_nodes + 1);
  self->links = g_new (WayLinkKey, layered->n_links + 1);
  for (guint i = 0; i < layered->n_nodes; i++)
    {
      const WayLayeredNode *node = &layered->nodes[i];

      self->nodes[i] = (WayNodeKey) { node->lane, node->has_place ? node->was_column : 0, node->column, node->first != FALSE,
                                      node->has_place != FALSE };
    }
  for (guint i = 0; i < layered->n_links; i++)
    {
      const WayLayeredLink *link = &layered->links[i];

      self->links[i] = (WayLinkKey) { link->from, link->to, link->weak != FALSE, link->under != FALSE, link->n_was > 0,
                                      link->label_width > 0 && link->label_height > 0 };
    }
  return self;
}

static gboolean
is_same_graph (const WayFound *one,
               const WayFound *other)
{
  return one->n_nodes == other->n_nodes && one->n_links == other->n_links && one->n_lanes == other->n_lanes
         && memcmp (one->nodes, other->nodes, sizeof (WayNodeKey) * one->n_nodes) == 0
         && memcmp (one->links, other->links, sizeof (WayLinkKey) * one->n_links) == 0;
}

/* Takes the columns of the layout before where they would be found again; gives whether that is so. */
gboolean
way_layered_take_columns (WayLayered *self)
{
  WayFound *before = self->before != NULL ? self->before->found : NULL;

  self->found = found_new (self);
  if (before == NULL || !is_same_graph (before, self->found))
    return FALSE;
  memcpy (self->columns, self->before->columns, sizeof (guint) * self->n_nodes);
  self->n_columns = self->before->n_columns;
  for (guint i = 0; i < self->n_nodes; i++)
    way_layered_vertex (self, i)->rank = before->ranks[i];
  for (guint i = 0; i < self->n_links; i++)
    self->trails[i].goes = before->goes[i];
  self->found->again = TRUE;
  return TRUE;
}

/* Takes down what is found out of columns, for the next layout. */
void
way_layered_note_columns (WayLayered *self)
{
  WayFound *found = self->found;

  found->ranks = g_new (guint8, self->n_nodes + 1);
  found->goes = g_new (guint8, self->n_links + 1);
  for (guint i = 0; i < self->n_nodes; i++)
    found->ranks[i] = way_layered_vertex (self, i)->rank;
  for (guint i = 0; i < self->n_links; i++)
    found->goes[i] = self->trails[i].goes;
}

static gboolean
is_same_start (const WayFound *one,
               const WayFound *other)
{
  return one->start != NULL && one->keep == other->keep && one->n_vertices == other->n_vertices && one->n_layers == other->n_layers
         && memcmp (one->start, other->start, sizeof (guint) * one->n_vertices) == 0
         && memcmp (one->kept, other->kept, one->n_vertices) == 0;
}

/* Takes the order of the layout before where it began with the same one, and so would end with the same; gives whether that is so. */
gboolean
way_layered_take_order (WayLayered *self,
                        gboolean    keep)
{
  WayFound *found = self->found, *before = found->again ? self->before->found : NULL;
  guint n = self->vertices->len;

  found->keep = keep;
  found->n_vertices = n;
  found->n_layers = self->n_layers;
  found->start = g_memdup2 (self->order, sizeof (guint) * (n + 1));
  found->kept = g_new (guint8, n + 1);
  for (guint i = 0; i < n; i++)
    found->kept[i] = way_layered_vertex (self, i)->kept != FALSE;
  if (before == NULL || !is_same_start (before, found))
    return FALSE;
  memcpy (self->order, before->order, sizeof (guint) * n);
  memcpy (self->layer_starts, before->layer_starts, sizeof (guint) * (self->n_layers + 1));
  for (guint i = 0; i < n; i++)
    way_layered_vertex (self, i)->place = before->places[i];
  return TRUE;
}

void
way_layered_note_order (WayLayered *self)
{
  WayFound *found = self->found;

  found->order = g_memdup2 (self->order, sizeof (guint) * (found->n_vertices + 1));
  found->layer_starts = g_memdup2 (self->layer_starts, sizeof (guint) * (self->n_layers + 1));
  found->places = g_new (guint, found->n_vertices + 1);
  for (guint i = 0; i < found->n_vertices; i++)
    found->places[i] = way_layered_vertex (self, i)->place;
}
