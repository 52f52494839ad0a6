/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A route as it was planned beside the same as somebody lived it: what differs, in sentences. */
#include "model/way-compare-routes.h"

#include "base/way-i18n.h"
#include "base/way-wait.h"
#include "model/way-compare-private.h"
#include "model/way-scenario-words.h"

/* Waits that differ by less are the same. */
#define SAME_DAYS 1e-6

typedef struct
{
  GPtrArray *stops;           /* WayRecord */
  WayScenarioCounts *counts;
  guint *partner;             /* of each stop: the place of the same stop on the other route + 1, or 0 */
} Route;

typedef struct
{
  WayPathwayGraph *graph;     /* the map that both are on */
  Route planned, lived;
  GPtrArray *differences;     /* WayRouteDifference */
} Comparison;

static void
difference_free (gpointer data)
{
  WayRouteDifference *self = data;

  g_free (self->planned);
  g_free (self->lived);
  g_free (self->step);
  g_free (self->sentence);
  g_free (self);
}

static void
route_clear (Route *self)
{
  g_clear_pointer (&self->stops, g_ptr_array_unref);
  g_clear_pointer (&self->counts, way_scenario_counts_free);
  g_clear_pointer (&self->partner, g_free);
}

static void
comparison_clear (Comparison *self)
{
  route_clear (&self->planned);
  route_clear (&self->lived);
  g_clear_pointer (&self->graph, way_pathway_graph_free);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

static const char *
get_step (WayRecord *stop)
{
  return way_record_get_text (stop, WAY_STOP_STEP);
}

static char *
dup_name (Comparison *self,
          WayRecord  *stop)
{
  guint place = way_pathway_graph_find_step (self->graph, get_step (stop));

  return place != WAY_PATHWAY_NOWHERE ? way_comparison_dup_name (self->graph->steps->pdata[place])
                                      : g_strdup (C_("name in a sentence", "a step without a title"));
}

/* Takes @sentence. */
static void
add (Comparison             *self,
     WayRouteDifferenceKind  kind,
     WayRecord              *planned,
     WayRecord              *lived,
     char                   *sentence)
{
  WayRouteDifference *difference = g_new0 (WayRouteDifference, 1);
  WayRecord *either = planned != NULL ? planned : lived;

  difference->kind = kind;
  difference->planned = planned != NULL ? g_strdup (way_record_get_id (planned)) : NULL;
  difference->lived = lived != NULL ? g_strdup (way_record_get_id (lived)) : NULL;
  difference->step = either != NULL ? g_strdup (get_step (either)) : NULL;
  difference->sentence = sentence;
  g_ptr_array_add (self->differences, difference);
}

/* The second time at a step is the same stop as the second time there on the other route. */
static void
find_partners (Route *one,
               Route *other)
{
  g_autoptr (GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree guint *next = g_new0 (guint, other->stops->len + 1);

  for (guint i = other->stops->len; i > 0; i--)
    {
      const char *step = get_step (other->stops->pdata[i - 1]);

      next[i] = GPOINTER_TO_UINT (g_hash_table_lookup (last, step));
      g_hash_table_replace (last, (gpointer) step, GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < one->stops->len; i++)
    {
      const char *step = get_step (one->stops->pdata[i]);
      guint partner = GPOINTER_TO_UINT (g_hash_table_lookup (last, step));

      one->partner[i] = partner;
      if (partner == 0)
        continue;
      other->partner[partner - 1] = i + 1;
      g_hash_table_replace (last, (gpointer) step, GUINT_TO_POINTER (next[partner]));
    }
}

/* Which stops of the lived route keep the order of the planned one: as many as can be. The others are out of order. */
static gboolean *
dup_in_order (Comparison *self)
{
  guint n = self->lived.stops->len;
  gboolean *in_order = g_new0 (gboolean, n + 1);
  g_autofree guint *ends = g_new (guint, n + 1), *before = g_new (guint, n + 1);   /* ends: of the best run of each length */
  guint longest = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = longest;

      if (self->lived.partner[i] == 0)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (self->lived.partner[ends[middle]] < self->lived.partner[i])
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? ends[low - 1] : G_MAXUINT;
      ends[low] = i;
      longest = MAX (longest, low + 1);
    }
  for (guint i = longest > 0 ? ends[longest - 1] : G_MAXUINT; i != G_MAXUINT; i = before[i])
    in_order[i] = TRUE;
  return in_order;
}

static void
compare_outcomes (Comparison *self,
                  WayRecord  *planned,
                  WayRecord  *lived,
                  const char *name)
{
  const char *meant = way_record_get_text (planned, WAY_STOP_OUTCOME), *was = way_record_get_text (lived, WAY_STOP_OUTCOME);

  /* What is not said yet differs from nothing. */
  if (meant == NULL || was == NULL || g_str_equal (meant, was))
    return;
  /* Translators: a stop of a scenario; planned as “met”, “partly met”, “not met” or “gap”, and lived as another of them. */
  add (self, WAY_ROUTE_OUTCOME, planned, lived, g_strdup_printf (_("%1$s: planned as %2$s, lived as %3$s."), name,
                                                                 way_scenario_get_outcome_word (meant), way_scenario_get_outcome_word (was)));
}

/* The first stop of a route has nothing to wait for. */
static double
get_wait (Route *route,
          guint  stop)
{
  return stop > 0 ? g_array_index (route->counts->moves, WayMove, stop - 1).wait_days : 0;
}

static void
compare_waits (Comparison *self,
               guint       planned,
               guint       lived,
               const char *name)
{
  double meant = get_wait (&self->planned, planned), was = get_wait (&self->lived, lived);
  g_autofree char *before = meant > 0 ? way_wait_dup_label (meant) : NULL, *after = was > 0 ? way_wait_dup_label (was) : NULL;
  char *sentence;

  if (ABS (meant - was) < SAME_DAYS || planned == 0 || lived == 0)
    return;
  if (before == NULL)
    sentence = g_strdup_printf (_("%1$s: a wait of %2$s, where none was planned."), name, after);
  else if (after == NULL)
    sentence = g_strdup_printf (_("%1$s: a wait of %2$s was planned, and none is told of."), name, before);
  else
    sentence = g_strdup_printf (_("%1$s: a wait of %2$s instead of %3$s."), name, after, before);
  add (self, WAY_ROUTE_WAIT, self->planned.stops->pdata[planned], self->lived.stops->pdata[lived], sentence);
}

static void
compare_waits_in_all (Comparison *self)
{
  double meant = self->planned.counts->wait_days, was = self->lived.counts->wait_days;
  g_autofree char *all = way_wait_dup_label (MIN (was, WAY_WAIT_MAX));
  g_autofree char *apart = way_wait_dup_label (MIN (ABS (was - meant), WAY_WAIT_MAX));

  if (ABS (meant - was) < SAME_DAYS)
    return;
  /* Translators: how long somebody waited in all, and how much more, or less, that is than was planned. */
  add (self, WAY_ROUTE_WAIT_IN_ALL, NULL, NULL, g_strdup_printf (was > meant ? _("Waited %1$s in all, %2$s more than planned.")
                                                                 : _("Waited %1$s in all, %2$s less than planned."), all, apart));
}

/* Along the way as it was lived, then what never came of the plan. */
static void
compare (Comparison *self)
{
  g_autofree gboolean *in_order = dup_in_order (self);

  compare_waits_in_all (self);
  for (guint i = 0; i < self->lived.stops->len; i++)
    {
      WayRecord *lived = self->lived.stops->pdata[i], *planned = NULL;
      guint partner = self->lived.partner[i];
      g_autofree char *name = dup_name (self, lived);

      if (partner == 0)
        {
          add (self, WAY_ROUTE_NOT_PLANNED, NULL, lived, g_strdup_printf (_("%s was not planned."), name));
          continue;
        }
      planned = self->planned.stops->pdata[partner - 1];
      if (!in_order[i])
        add (self, WAY_ROUTE_ORDER, planned, lived, g_strdup_printf (_("%s came at another point of the way."), name));
      compare_outcomes (self, planned, lived, name);
      compare_waits (self, partner - 1, i, name);
    }
  for (guint i = 0; i < self->planned.stops->len; i++)
    {
      WayRecord *planned = self->planned.stops->pdata[i];
      g_autofree char *name = self->planned.partner[i] == 0 ? dup_name (self, planned) : NULL;

      if (name != NULL)
        add (self, WAY_ROUTE_NOT_LIVED, planned, NULL, g_strdup_printf (_("%s was planned, and they never came there."), name));
    }
}

static gboolean
read_route (WayLens          *lens,
            WayPathwayGraph  *graph,
            const char       *id,
            Route            *route,
            GError          **error)
{
  route->stops = way_lens_list (lens, WAY_KIND_STOP, id, error);
  if (route->stops == NULL)
    return FALSE;
  route->counts = way_pathway_graph_count_scenario (graph, route->stops);
  route->partner = g_new0 (guint, route->stops->len + 1);
  return TRUE;
}

/**
 * way_compare_routes:
 * @lens: where to read
 * @planned_id: a scenario
 * @lived_id: another scenario of the same map
 * @error: a [error@WayError]
 *
 * A stop is the same on both where it is the same time that the route comes to its step. Takes time in proportion to the stops, but for
 * a logarithm.
 *
 * Returns: (transfer full) (nullable) (element-type WayRouteDifference): what differs, along the lived route; empty where nothing does
 */
GPtrArray *
way_compare_routes (WayLens     *lens,
                    const char  *planned_id,
                    const char  *lived_id,
                    GError     **error)
{
  g_auto (Comparison) self = { 0 };
  g_autoptr (WayRecord) scenario = NULL;

  if (!way_lens_read (lens, WAY_KIND_SCENARIO, planned_id, &scenario, error))
    return NULL;
  if (scenario == NULL)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("The scenario is not there any more."));
      return NULL;
    }
  self.graph = way_pathway_graph_new (lens, way_record_get_within (scenario), error);
  if (self.graph == NULL || !read_route (lens, self.graph, planned_id, &self.planned, error) ||
      !read_route (lens, self.graph, lived_id, &self.lived, error))
    return NULL;
  self.differences = g_ptr_array_new_with_free_func (difference_free);
  find_partners (&self.planned, &self.lived);
  compare (&self);
  return g_steal_pointer (&self.differences);
}
