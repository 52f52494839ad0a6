/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two versions of a pathway: steps, what they are behind, who does them, links and waits. */
#include "base/way-i18n.h"
#include "base/way-wait.h"
#include "model/way-compare-private.h"
#include "model/way-pathway-graph.h"

#include <string.h>

/* The same words in the same lane. */
static char *
key_of_step_in_lane (WayMatch  *match,
                     WayRecord *step,
                     gboolean   is_later)
{
  return way_comparison_dup_key (step, way_match_get_place (match, way_record_get_text (step, WAY_STEP_LANE), is_later), NULL);
}

static const char *
get_link_kind (WayRecord *link)
{
  const char *kind = way_record_get_text (link, WAY_LINK_KIND);

  return kind != NULL ? kind : "flow";
}

/* The same kind of link between the same two steps; among several, those with the same label first. */
static char *
key_of_link (WayMatch  *match,
             WayRecord *link,
             gboolean   is_later)
{
  return g_strjoin ("\x1f", get_link_kind (link), way_match_get_place (match, way_record_get_text (link, WAY_LINK_FROM), is_later),
                    way_match_get_place (match, way_record_get_text (link, WAY_LINK_TO), is_later), NULL);
}

static char *
key_of_labelled_link (WayMatch  *match,
                      WayRecord *link,
                      gboolean   is_later)
{
  g_autofree char *key = way_record_has (link, WAY_LINK_LABEL) ? key_of_link (match, link, is_later) : NULL;

  return key != NULL ? g_strjoin ("\x1f", key, way_record_get_text (link, WAY_LINK_LABEL), NULL) : NULL;
}

/* A link that was made to lead elsewhere is another link. */
static void
part_rerouted (WayMatch  *match,
               GPtrArray *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      WayRecord *before = way_match_get_earlier (match, links->pdata[i]);
      g_autofree char *one = before != NULL ? key_of_link (match, before, FALSE) : NULL, *other = key_of_link (match, links->pdata[i], TRUE);

      if (before != NULL && !g_str_equal (one, other))
        way_match_part (match, links->pdata[i]);
    }
}

/* Lanes from top to bottom, by the lines between them. */
static int
get_depth (const char *lane_kind)
{
  static const char *const kinds[] = { "person", "frontstage", "backstage", "support", "commissioning" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (lane_kind, kinds[i]) == 0)
      return i;
  return -1;
}

#define FRONTSTAGE 1
#define BACKSTAGE 2

static char *
dup_crossing (const char *name,
              int         from,
              int         to)
{
  if (from >= BACKSTAGE && to <= FRONTSTAGE)
    return g_strdup_printf (_("%s moved in front of the line of visibility: people can see it now."), name);
  if (from <= FRONTSTAGE && to >= BACKSTAGE)
    return g_strdup_printf (_("%s moved behind the line of visibility: people do not see it any more."), name);
  if (from == FRONTSTAGE && to < FRONTSTAGE)
    return g_strdup_printf (_("%s moved across the line of interaction: the person does it now."), name);
  if (from < FRONTSTAGE && to == FRONTSTAGE)
    return g_strdup_printf (_("%s moved across the line of interaction: it is done with the person now."), name);
  return g_strdup_printf (_("%s moved across the line of internal interaction."), name);
}

static void
compare_lane (WayComparison   *self,
              WayPathwayGraph *earlier,
              WayPathwayGraph *later,
              WayRecord       *before,
              WayRecord       *after,
              const char      *name)
{
  WayRecord *from = g_hash_table_lookup (earlier->lanes_by_id, way_record_get_text (before, WAY_STEP_LANE));
  WayRecord *to = g_hash_table_lookup (later->lanes_by_id, way_record_get_text (after, WAY_STEP_LANE));
  int from_depth = from != NULL ? get_depth (way_record_get_text (from, WAY_LANE_KIND)) : -1;
  int to_depth = to != NULL ? get_depth (way_record_get_text (to, WAY_LANE_KIND)) : -1;
  g_autofree char *lane = way_comparison_dup_name (to);

  if (from_depth != to_depth && from_depth >= 0 && to_depth >= 0)
    way_comparison_add (self, WAY_DIFFERENCE_CROSSED, before, after, dup_crossing (name, from_depth, to_depth));
  else if (from != NULL && to != NULL && way_match_get_earlier (self->match, to) != from)
    way_comparison_add (self, WAY_DIFFERENCE_MOVED, before, after, g_strdup_printf (_("%1$s moved to the lane %2$s."), name, lane));
}

static char *
dup_organisation (WayComparison *self,
                  WayRecord     *step)
{
  const char *id = way_record_get_text (step, WAY_STEP_ORGANISATION);
  g_autoptr (WayRecord) organisation = NULL;

  if (id == NULL || !way_lens_read (self->lens, WAY_KIND_ORGANISATION, id, &organisation, NULL) || organisation == NULL)
    return NULL;
  return g_strdup (way_record_has (organisation, WAY_ORGANISATION_NAME) ? way_record_get_text (organisation, WAY_ORGANISATION_NAME) : id);
}

static void
compare_organisation (WayComparison *self,
                      WayRecord     *before,
                      WayRecord     *after,
                      const char    *name)
{
  g_autofree char *old = dup_organisation (self, before), *new = dup_organisation (self, after);

  if (g_strcmp0 (way_record_get_text (before, WAY_STEP_ORGANISATION), way_record_get_text (after, WAY_STEP_ORGANISATION)) == 0)
    return;
  if (old == NULL && new == NULL)
    return;
  way_comparison_add (self, WAY_DIFFERENCE_ORGANISATION, before, after,
                      new == NULL ? g_strdup_printf (_("%1$s is no longer with %2$s, nor with any other organisation."), name, old)
                      : old == NULL ? g_strdup_printf (_("%1$s is now with %2$s."), name, new)
                      : g_strdup_printf (_("%1$s is now with %2$s instead of %3$s."), name, new, old));
}

static gboolean
is_gap (WayRecord *step)
{
  return g_strcmp0 (way_record_get_text (step, WAY_STEP_KIND), "gap") == 0;
}

static void
compare_step (WayComparison   *self,
              WayPathwayGraph *earlier,
              WayPathwayGraph *later,
              WayRecord       *before,
              WayRecord       *after)
{
  g_autofree char *name = way_comparison_dup_name (after), *old = way_comparison_dup_name (before);
  gboolean renamed = g_strcmp0 (way_record_get_text (before, WAY_STEP_TITLE), way_record_get_text (after, WAY_STEP_TITLE)) != 0;

  if (is_gap (before) && !is_gap (after))
    way_comparison_add (self, WAY_DIFFERENCE_FILLED, before, after,
                        renamed ? g_strdup_printf (_("The gap %1$s is filled: %2$s."), old, name)
                        : g_strdup_printf (_("The gap %s is filled."), old));
  else if (!is_gap (before) && is_gap (after))
    way_comparison_add (self, WAY_DIFFERENCE_BECAME_GAP, before, after, g_strdup_printf (_("%s is a gap now."), name));
  else if (renamed)
    way_comparison_add (self, WAY_DIFFERENCE_RENAMED, before, after, g_strdup_printf (_("%1$s is now called %2$s."), old, name));
  compare_lane (self, earlier, later, before, after, name);
  compare_organisation (self, before, after, name);
}

static void
compare_steps (WayComparison   *self,
               WayPathwayGraph *earlier,
               WayPathwayGraph *later)
{
  for (guint i = 0; i < later->steps->len; i++)
    {
      WayRecord *step = later->steps->pdata[i], *before = way_match_get_earlier (self->match, step);
      g_autofree char *name = way_comparison_dup_name (step);

      if (before != NULL)
        compare_step (self, earlier, later, before, step);
      else
        way_comparison_add (self, WAY_DIFFERENCE_ADDED, NULL, step,
                            g_strdup_printf (is_gap (step) ? _("%s is a new gap.") : _("%s is new."), name));
    }
  for (guint i = 0; i < earlier->steps->len; i++)
    {
      WayRecord *step = earlier->steps->pdata[i];
      g_autofree char *name = way_comparison_dup_name (step);

      if (way_match_get_later (self->match, step) == NULL)
        way_comparison_add (self, WAY_DIFFERENCE_REMOVED, step, NULL,
                            g_strdup_printf (is_gap (step) ? _("The gap %s is gone.") : _("%s is gone."), name));
    }
}

/* The names of the two ends of a link. */
typedef struct
{
  char *from, *to;
} Ends;

static void
ends_clear (Ends *ends)
{
  g_free (ends->from);
  g_free (ends->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ends, ends_clear)

static Ends
name_ends (WayPathwayGraph *graph,
           guint            link)
{
  guint from = graph->from[link], to = graph->to[link];

  return (Ends) { way_comparison_dup_name (from != WAY_PATHWAY_NOWHERE ? graph->steps->pdata[from] : NULL),
                  way_comparison_dup_name (to != WAY_PATHWAY_NOWHERE ? graph->steps->pdata[to] : NULL) };
}

static double
get_wait (WayRecord *link)
{
  return link != NULL ? way_record_get_number (link, WAY_LINK_WAIT_DAYS) : 0;
}

static void
compare_wait (WayComparison *self,
              WayRecord     *before,
              WayRecord     *after,
              const Ends    *ends)
{
  double old = get_wait (before), new = get_wait (after);
  g_autofree char *was = way_wait_dup_label (CLAMP (old, 0, WAY_WAIT_MAX)), *is = way_wait_dup_label (CLAMP (new, 0, WAY_WAIT_MAX));
  WayDifference *difference;

  if (old == new)
    return;
  if (old == 0)
    difference = way_comparison_add (self, WAY_DIFFERENCE_WAIT_ADDED, before, after,
                                     g_strdup_printf (_("From %1$s to %2$s there is a wait now: %3$s."), ends->from, ends->to, is));
  else if (new == 0)
    difference = way_comparison_add (self, WAY_DIFFERENCE_WAIT_REMOVED, before, after,
                                     g_strdup_printf (_("From %1$s to %2$s there is no wait any more; it was %3$s."), ends->from, ends->to, was));
  else
    difference = way_comparison_add (self, new > old ? WAY_DIFFERENCE_WAIT_LONGER : WAY_DIFFERENCE_WAIT_SHORTER, before, after,
                                     g_strdup_printf (new > old ? _("The wait from %1$s to %2$s is longer: %3$s instead of %4$s.")
                                                      : _("The wait from %1$s to %2$s is shorter: %3$s instead of %4$s."),
                                                      ends->from, ends->to, is, was));
  difference->wait_before = old;
  difference->wait_after = new;
}

static gboolean
has_match (WayComparison   *self,
           WayPathwayGraph *graph,
           guint            step,
           gboolean         is_later)
{
  if (step == WAY_PATHWAY_NOWHERE)
    return FALSE;
  return (is_later ? way_match_get_earlier (self->match, graph->steps->pdata[step])
          : way_match_get_later (self->match, graph->steps->pdata[step])) != NULL;
}

/* A link that is only in one version: with a step that is only there too, it goes without saying. */
static void
tell_link (WayComparison   *self,
           WayPathwayGraph *graph,
           guint            link,
           gboolean         is_later)
{
  g_auto (Ends) ends = name_ends (graph, link);
  WayRecord *record = graph->links->pdata[link];
  WayDifference *difference;

  difference = way_comparison_add (self, is_later ? WAY_DIFFERENCE_ADDED : WAY_DIFFERENCE_REMOVED, is_later ? NULL : record,
                                   is_later ? record : NULL,
                                   g_strdup_printf (is_later ? _("A new link leads from %1$s to %2$s.")
                                                    : _("No link leads from %1$s to %2$s any more."), ends.from, ends.to));
  difference->implied = !has_match (self, graph, graph->from[link], is_later) || !has_match (self, graph, graph->to[link], is_later);
  if (way_pathway_graph_is_flow (graph, link))
    compare_wait (self, is_later ? NULL : record, is_later ? record : NULL, &ends);
}

static void
compare_links (WayComparison   *self,
               WayPathwayGraph *earlier,
               WayPathwayGraph *later)
{
  for (guint i = 0; i < later->links->len; i++)
    {
      WayRecord *link = later->links->pdata[i], *before = way_match_get_earlier (self->match, link);
      g_auto (Ends) ends = name_ends (later, i);
      const char *label = way_record_get_text (link, WAY_LINK_LABEL);

      if (before == NULL)
        {
          tell_link (self, later, i, TRUE);
          continue;
        }
      if (g_strcmp0 (way_record_get_text (before, WAY_LINK_LABEL), label) != 0)
        way_comparison_add (self, WAY_DIFFERENCE_RENAMED, before, link,
                            label != NULL ? g_strdup_printf (_("The link from %1$s to %2$s now says “%3$s”."), ends.from, ends.to, label)
                            : g_strdup_printf (_("The link from %1$s to %2$s says nothing any more."), ends.from, ends.to));
      if (way_pathway_graph_is_flow (later, i))
        compare_wait (self, before, link, &ends);
    }
  for (guint i = 0; i < earlier->links->len; i++)
    if (way_match_get_later (self->match, earlier->links->pdata[i]) == NULL)
      tell_link (self, earlier, i, FALSE);
}

static double
sum_waits (WayPathwayGraph *graph)
{
  double sum = 0;

  for (guint i = 0; i < graph->links->len; i++)
    if (way_pathway_graph_is_flow (graph, i))
      sum += get_wait (graph->links->pdata[i]);
  return MIN (sum, WAY_WAIT_MAX);
}

static char *
dup_summary (WayPathwayGraph *earlier,
             WayPathwayGraph *later)
{
  double old = sum_waits (earlier), new = sum_waits (later);
  g_autofree char *was = way_wait_dup_label (old), *is = way_wait_dup_label (new);

  if (old == new)
    return NULL;
  if (new == 0)
    return g_strdup_printf (_("All waits on the map are gone; they came to %s."), was);
  if (old == 0)
    return g_strdup_printf (_("The waits on the map come to %s; before there were none."), is);
  return g_strdup_printf (_("The waits on the map come to %1$s instead of %2$s."), is, was);
}

gboolean
way_comparison_pathways (WayComparison  *self,
                         GError        **error)
{
  WayMatchKey of_lanes[] = { way_comparison_key_of_words, way_comparison_key_of_lane, NULL };
  WayMatchKey of_steps[] = { key_of_step_in_lane, way_comparison_key_of_words, NULL };
  WayMatchKey of_links[] = { key_of_labelled_link, key_of_link, NULL }, none[] = { NULL };
  g_autoptr (WayPathwayGraph) earlier = way_pathway_graph_new (self->lens, self->earlier_id, error);
  g_autoptr (WayPathwayGraph) later = earlier != NULL ? way_pathway_graph_new (self->lens, self->later_id, error) : NULL;

  if (later == NULL || !way_match_add (self->match, self->lens, earlier->lanes, later->lanes, WAY_LANE_BASED_ON, of_lanes, error) ||
      !way_match_add (self->match, self->lens, earlier->steps, later->steps, WAY_STEP_BASED_ON, of_steps, error) ||
      !way_match_add (self->match, self->lens, earlier->links, later->links, WAY_LINK_BASED_ON, none, error))
    return FALSE;
  part_rerouted (self->match, later->links);
  for (guint i = 0; of_links[i] != NULL; i++)
    way_match_by_key (self->match, earlier->links, later->links, of_links[i]);
  compare_steps (self, earlier, later);
  compare_links (self, earlier, later);
  way_comparison_compare_names (self, earlier->lanes, later->lanes);
  self->summary = dup_summary (earlier, later);
  return TRUE;
}
