/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main flow, which is to run straight: the longest ways along the flow, from where they begin to where they end or come to a longer one. */
#include "scene/way-layered-private.h"

#include <math.h>
#include <string.h>

typedef struct
{
  WayLayered *layered;
  guint *starts, *links;      /* flow that goes onwards, by the node that it leaves */
  guint *sorted;              /* nodes, each before those that it leads to */
  guint *lengths;             /* by node: steps on the longest way from it */
} WayMain;

static gboolean
goes_on (WayLayered *layered,
         guint       number)
{
  const WayLayeredLink *link = &layered->links[number];

  return way_link_flows (link) && (layered->trails[number].goes == WAY_GOES_FORWARD || layered->trails[number].goes == WAY_GOES_STRAIGHT);
}

static void
list_links (WayMain *self)
{
  WayLayered *layered = self->layered;
  guint *at = self->starts + 1;

  for (guint i = 0; i < layered->n_links; i++)
    if (goes_on (layered, i))
      at[layered->links[i].from + 1]++;
  for (guint i = 0; i < layered->n_nodes; i++)
    at[i + 1] += at[i];
  for (guint i = 0; i < layered->n_links; i++)
    if (goes_on (layered, i))
      self->links[at[layered->links[i].from]++] = i;
}

/* Sorts the nodes; gives how many. Those on a ring, which pinned boxes can make, are left out. */
static guint
sort_nodes (WayMain *self)
{
  WayLayered *layered = self->layered;
  g_autofree guint *waits = g_new0 (guint, layered->n_nodes + 1);
  guint n = 0;

  for (guint i = 0; i < layered->n_links; i++)
    waits[layered->links[i].to] += goes_on (layered, i);
  for (guint i = 0; i < layered->n_nodes; i++)
    if (waits[i] == 0)
      self->sorted[n++] = i;
  for (guint i = 0; i < n; i++)
    for (guint j = self->starts[self->sorted[i]]; j < self->starts[self->sorted[i] + 1]; j++)
      if (--waits[layered->links[self->links[j]].to] == 0)
        self->sorted[n++] = layered->links[self->links[j]].to;
  return n;
}

/* The link on the longest way from a node; of several the one in the middle. */
static guint
find_next (WayMain *self,
           guint    node)
{
  WayLayered *layered = self->layered;
  guint best = WAY_NONE, n = 0;
  double sum = 0;

  for (guint i = self->starts[node]; i < self->starts[node + 1]; i++)
    if (self->lengths[layered->links[self->links[i]].to] + 1 == self->lengths[node])
      {
        sum += way_layered_vertex (layered, layered->links[self->links[i]].to)->place;
        n++;
      }
  for (guint i = self->starts[node]; i < self->starts[node + 1]; i++)
    {
      guint to = layered->links[self->links[i]].to, other = best == WAY_NONE ? 0 : layered->links[best].to;

      if (self->lengths[to] + 1 == self->lengths[node]
          && (best == WAY_NONE || fabs (way_layered_vertex (layered, to)->place - sum / n)
                                    < fabs (way_layered_vertex (layered, other)->place - sum / n) - 0.01))
        best = self->links[i];
    }
  return best;
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const guint *lengths = data, one = *(const guint *) a, two = *(const guint *) b;

  if (lengths[one] != lengths[two])
    return lengths[one] > lengths[two] ? -1 : 1;
  return one < two ? -1 : one > two;
}

/* Walks each way from its longest, and tells its links how long it is. */
static void
walk (WayMain *self,
      guint    n)
{
  WayLayered *layered = self->layered;
  g_autofree guint8 *walked = g_new0 (guint8, layered->n_nodes + 1);
  g_autofree guint *way = g_new (guint, layered->n_nodes + 1);

  g_sort_array (self->sorted, n, sizeof (guint), compare_lengths, self->lengths);
  for (guint i = 0; i < n; i++)
    {
      guint node = self->sorted[i], length = 0, next;

      while (!walked[node] && (next = find_next (self, node)) != WAY_NONE)
        {
          walked[node] = 1;
          way[length++] = next;
          node = layered->links[next].to;
        }
      walked[node] = 1;
      for (guint j = 0; j < length; j++)
        layered->trails[way[j]].main = length;
    }
}

/* Sets how much each link is of the main flow. */
void
way_layered_find_main (WayLayered *layered)
{
  WayMain self = { .layered = layered, .starts = g_new0 (guint, layered->n_nodes + 2), .links = g_new (guint, layered->n_links + 1),
                   .sorted = g_new (guint, layered->n_nodes + 1), .lengths = g_new0 (guint, layered->n_nodes + 1) };
  guint n;

  list_links (&self);
  n = sort_nodes (&self);
  for (guint i = n; i-- > 0;)
    {
      guint node = self.sorted[i];

      self.lengths[node] = 1;
      for (guint j = self.starts[node]; j < self.starts[node + 1]; j++)
        self.lengths[node] = MAX (self.lengths[node], self.lengths[layered->links[self.links[j]].to] + 1);
    }
  walk (&self, n);
  g_free (self.starts);
  g_free (self.links);
  g_free (self.sorted);
  g_free (self.lengths);
}
