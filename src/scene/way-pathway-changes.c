/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an earlier version of a pathway map had otherwise: words on steps and waits, steps and links that are gone, and what is said of
 * it all below the map. */
#include "scene/way-pathway-layout.h"

#include "base/way-i18n.h"
#include "base/way-text.h"
#include "base/way-wait.h"
#include "model/way-map-version.h"

#define ENTRY_WIDTH 320.0

static void
change_free (gpointer data)
{
  WayPathwayChange *change = data;

  g_free (change->text);
  g_free (change);
}

void
way_pathway_clear_changes (WayPathway *self)
{
  g_clear_pointer (&self->comparison, way_comparison_free);
  g_clear_pointer (&self->changes, g_hash_table_unref);
  g_clear_pointer (&self->waits_before, g_hash_table_unref);
  g_clear_pointer (&self->ghosts, g_ptr_array_unref);
  g_clear_pointer (&self->ghost_links, g_ptr_array_unref);
  g_clear_object (&self->earlier);
}

/* Takes @text. */
static void
take_change (WayPathway     *self,
             const char     *id,
             WayPathwaySign  sign,
             char           *text)
{
  GPtrArray *list = g_hash_table_lookup (self->changes, id);
  WayPathwayChange *change = g_new0 (WayPathwayChange, 1);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (change_free);
      g_hash_table_insert (self->changes, g_strdup (id), list);
    }
  change->sign = sign;
  change->text = text;
  g_ptr_array_add (list, change);
}

/* Where a step was before, as far as the reading lets it be said. */
static gboolean
note_move (WayPathway   *self,
           WayLens      *lens,
           WayRecord    *before,
           const char   *id,
           GError      **error)
{
  g_autoptr (WayRecord) lane = NULL;
  const char *title;

  if (!way_lens_read (lens, WAY_KIND_LANE, way_record_get_text (before, WAY_STEP_LANE), &lane, error))
    return FALSE;
  title = lane != NULL ? way_record_get_text (lane, WAY_LANE_TITLE) : NULL;
  if (lane != NULL && !way_pathway_shows_lane (self, lane))
    take_change (self, id, WAY_SIGN_NEW, g_strdup (C_("change of a step", "Now in view")));
  else if (title != NULL)
    take_change (self, id, WAY_SIGN_CHANGED, g_strdup_printf (C_("change of a step", "Moved from %s"), title));
  else
    take_change (self, id, WAY_SIGN_CHANGED, g_strdup (C_("change of a step", "Moved from another lane")));
  return TRUE;
}

/* Who did a step before. */
static gboolean
note_organisation (WayPathway   *self,
                   WayLens      *lens,
                   WayRecord    *before,
                   const char   *id,
                   GError      **error)
{
  const char *was = way_record_get_text (before, WAY_STEP_ORGANISATION), *name;
  g_autoptr (WayRecord) organisation = NULL;

  if (was != NULL && !way_lens_read (lens, WAY_KIND_ORGANISATION, was, &organisation, error))
    return FALSE;
  name = organisation != NULL ? way_record_get_text (organisation, WAY_ORGANISATION_NAME) : NULL;
  take_change (self, id, WAY_SIGN_CHANGED, name != NULL ? g_strdup_printf (C_("change of a step", "Was with %s"), name)
                                                        : g_strdup (C_("change of a step", "Was with nobody named")));
  return TRUE;
}

/* What is said on a step of the one thing that it had otherwise. */
static gboolean
note_step (WayPathway           *self,
           WayLens              *lens,
           const WayDifference  *difference,
           GError              **error)
{
  g_autoptr (WayRecord) before = NULL;
  const char *title;

  if (difference->kind == WAY_DIFFERENCE_ADDED)
    {
      take_change (self, difference->later, WAY_SIGN_NEW, g_strdup (C_("change of a step", "New")));
      return TRUE;
    }
  if (difference->earlier == NULL || difference->later == NULL)
    return TRUE;
  if (!way_lens_read (lens, WAY_KIND_STEP, difference->earlier, &before, error))
    return FALSE;
  if (before == NULL)
    return TRUE;
  title = way_record_get_text (before, WAY_STEP_TITLE);
  switch ((int) difference->kind)
    {
    case WAY_DIFFERENCE_CROSSED:
    case WAY_DIFFERENCE_MOVED:
      return note_move (self, lens, before, difference->later, error);
    case WAY_DIFFERENCE_RENAMED:
      take_change (self, difference->later, WAY_SIGN_CHANGED,
                   g_strdup_printf (C_("change of a step", "Was “%s”"), title != NULL ? title : ""));
      break;
    case WAY_DIFFERENCE_FILLED:
      take_change (self, difference->later, WAY_SIGN_CHANGED, g_strdup (C_("change of a step", "Was a gap")));
      break;
    case WAY_DIFFERENCE_BECAME_GAP:
      take_change (self, difference->later, WAY_SIGN_CHANGED, g_strdup (C_("change of a step", "Was no gap")));
      break;
    case WAY_DIFFERENCE_ORGANISATION:
      return note_organisation (self, lens, before, difference->later, error);
    default:
      break;
    }
  return TRUE;
}

static void
note_link (WayPathway          *self,
           const WayDifference *difference)
{
  if (difference->later == NULL)
    return;
  switch ((int) difference->kind)
    {
    case WAY_DIFFERENCE_ADDED:
      if (!difference->implied)
        take_change (self, difference->later, WAY_SIGN_NEW, g_strdup (C_("change of a link", "New")));
      break;
    case WAY_DIFFERENCE_WAIT_ADDED:
    case WAY_DIFFERENCE_WAIT_REMOVED:
    case WAY_DIFFERENCE_WAIT_LONGER:
    case WAY_DIFFERENCE_WAIT_SHORTER:
      /* Of a link that is new itself, it is enough to say so. */
      if (difference->earlier == NULL)
        break;
      g_hash_table_insert (self->waits_before, g_strdup (difference->later), g_memdup2 (&difference->wait_before, sizeof (double)));
      break;
    default:
      break;
    }
}

static gboolean
note_ghost (WayPathway           *self,
            WayLens              *lens,
            const WayDifference  *difference,
            GError              **error)
{
  g_autoptr (WayRecord) record = NULL;
  WayPathwayStep *ghost;

  if (!way_lens_read (lens, difference->of, difference->earlier, &record, error))
    return FALSE;
  if (record == NULL)
    return TRUE;
  if (difference->of == WAY_KIND_LINK)
    {
      g_ptr_array_add (self->ghost_links, g_steal_pointer (&record));
      return TRUE;
    }
  ghost = g_new0 (WayPathwayStep, 1);
  ghost->record = g_steal_pointer (&record);
  g_ptr_array_add (self->ghosts, ghost);
  return TRUE;
}

static gboolean
note (WayPathway           *self,
      WayLens              *lens,
      const WayDifference  *difference,
      GError              **error)
{
  gboolean drawn = difference->of == WAY_KIND_STEP || difference->of == WAY_KIND_LINK;

  if (drawn && difference->kind == WAY_DIFFERENCE_REMOVED)
    return note_ghost (self, lens, difference, error);
  if (difference->of == WAY_KIND_STEP)
    return note_step (self, lens, difference, error);
  if (difference->of == WAY_KIND_LINK)
    note_link (self, difference);
  return TRUE;
}

/* Compares the map with the version that the scene was asked to; without one there is nothing to do, nor where it is gone. */
gboolean
way_pathway_read_changes (WayPathway  *self,
                          WayLens     *lens,
                          GError     **error)
{
  g_autoptr (GError) failure = NULL;

  way_pathway_clear_changes (self);
  if (self->compare_with == NULL)
    return TRUE;
  if (!way_lens_read (lens, WAY_KIND_MAP, self->compare_with, &self->earlier, error))
    return FALSE;
  if (self->earlier == NULL || g_strcmp0 (way_record_get_text (self->earlier, WAY_MAP_KIND), "pathway") != 0)
    {
      g_clear_object (&self->earlier);
      return TRUE;
    }
  self->comparison = way_compare_maps (lens, self->compare_with, self->sheet.map_id, error);
  if (self->comparison == NULL)
    return FALSE;
  self->changes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->waits_before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->ghosts = g_ptr_array_new_with_free_func (way_pathway_step_free);
  self->ghost_links = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < way_comparison_get_length (self->comparison); i++)
    if (!note (self, lens, way_comparison_get_difference (self->comparison, i), &failure))
      {
        g_propagate_error (error, g_steal_pointer (&failure));
        return FALSE;
      }
  return TRUE;
}

/* Nullable: a list of WayPathwayChange. */
GPtrArray *
way_pathway_get_changes (WayPathway *self,
                         const char *id)
{
  return self->changes != NULL ? g_hash_table_lookup (self->changes, id) : NULL;
}

/**
 * way_pathway_dup_wait:
 * @self: the records
 * @link: a link of the map
 *
 * Returns: (nullable): how long one waits, and where another version has it otherwise, what it was
 */
char *
way_pathway_dup_wait (WayPathway *self,
                      WayRecord  *link)
{
  const double *before = self->waits_before != NULL ? g_hash_table_lookup (self->waits_before, way_record_get_id (link)) : NULL;
  double days = way_record_has (link, WAY_LINK_WAIT_DAYS) ? way_record_get_number (link, WAY_LINK_WAIT_DAYS) : 0;
  g_autofree char *now = days > 0 ? way_wait_dup_label (days) : NULL, *then = NULL;

  if (before == NULL)
    return g_steal_pointer (&now);
  then = *before > 0 ? way_wait_dup_label (*before) : g_strdup (C_("wait", "none"));
  /* Translators: a wait in an earlier version of a map, and what it is now: "3 weeks → 1 week" */
  return g_strdup_printf (C_("wait", "%s → %s"), then, now != NULL ? now : C_("wait", "none"));
}

/* The lane that a step stood in, which is gone, or one like it. */
static guint
find_lane (WayPathwayLayout *layout,
           WayLens          *lens,
           const char       *earlier_id)
{
  const char *later = way_comparison_get_later (layout->pathway->comparison, earlier_id);
  g_autoptr (WayRecord) before = NULL;

  for (guint i = 0; later != NULL && i < layout->lanes->len; i++)
    if (g_str_equal (way_record_get_id (WAY_LAYOUT_LANE (layout, i)->lane), later))
      return i;
  if (later == NULL && way_lens_read (lens, WAY_KIND_LANE, earlier_id, &before, NULL) && before != NULL &&
      way_pathway_shows_lane (layout->pathway, before))
    for (guint i = 0; i < layout->lanes->len; i++)
      if (g_strcmp0 (way_record_get_text (WAY_LAYOUT_LANE (layout, i)->lane, WAY_LANE_KIND),
                     way_record_get_text (before, WAY_LANE_KIND)) == 0)
        return i;
  return G_MAXUINT;
}

/* Adds the steps that are gone to those that are there; a reading hides them with their lanes. */
void
way_pathway_list_ghosts (WayPathwayLayout *layout)
{
  GPtrArray *ghosts = layout->pathway->ghosts;

  for (guint i = 0; ghosts != NULL && i < ghosts->len; i++)
    {
      WayPathwayStep *step = g_ptr_array_index (ghosts, i);
      guint lane = find_lane (layout, layout->scene->lens, way_record_get_text (step->record, WAY_STEP_LANE));
      WayPathwayNode node = { .step = step, .lane = lane, .shape = WAY_SHAPE_STEP, .item = -1, .before = -1, .is_touched = TRUE,
                              .is_gone = TRUE };

      if (lane == G_MAXUINT)
        continue;
      g_array_append_val (layout->nodes, node);
    }
}

static guint
find_end (WayPathwayLayout *layout,
          const char       *earlier_id)
{
  const char *later = way_comparison_get_later (layout->pathway->comparison, earlier_id);

  return GPOINTER_TO_UINT (g_hash_table_lookup (layout->node_of, later != NULL ? later : earlier_id));
}

/* Adds the links that are gone. */
void
way_pathway_list_ghost_links (WayPathwayLayout *layout)
{
  GPtrArray *links = layout->pathway->ghost_links;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      WayRecord *link = g_ptr_array_index (links, i);
      guint from = find_end (layout, way_record_get_text (link, WAY_LINK_FROM));
      guint to = find_end (layout, way_record_get_text (link, WAY_LINK_TO));
      WayPathwayEdge edge = { .record = link, .from = from - 1, .to = to - 1, .tie = WAY_TIE_INFORMATION, .before = -1, .is_touched = TRUE,
                              .is_gone = TRUE };

      if (from > 0 && to > 0)
        g_array_append_val (layout->edges, edge);
    }
}

static char *
dup_earlier_name (WayPathway *self)
{
  g_autofree char *version = way_map_dup_version (self->earlier);
  const char *title = way_record_get_text (self->earlier, WAY_MAP_TITLE);

  if (version == NULL)
    return g_strdup_printf (C_("comparison", "“%s”"), title != NULL ? title : C_("map", "Untitled map"));
  return g_strdup_printf (C_("foot of a map", "version %s"), version);
}

static double
add_line (WayPathwayLayout *layout,
          WayTextStyle      style,
          const char       *said,
          double            y,
          guint             group)
{
  g_autofree char *text = way_text_dup_directed (said, layout->scene->right_to_left);
  WayTextBlock *block = way_sheet_get_aligned_block (layout->sheet, style, text, layout->sheet->content_width, FALSE);

  way_scene_begin_item (layout->scene, WAY_ROLE_CHANGE, group, WAY_KIND_NONE, NULL, -1);
  way_scene_add_text (layout->scene, block, WAY_MARGIN, y, WAY_INK_TEXT);
  way_scene_end_item (layout->scene, NULL);
  return y + block->height + 4;
}

static WayPathwaySign
get_sign (WayDifferenceKind kind)
{
  return kind == WAY_DIFFERENCE_ADDED ? WAY_SIGN_NEW : kind == WAY_DIFFERENCE_REMOVED ? WAY_SIGN_GONE : WAY_SIGN_CHANGED;
}

/* What differs, a sentence each, in columns that are read row by row. */
static double
add_sentences (WayPathwayLayout *layout,
               double            y,
               guint             group)
{
  WayComparison *comparison = layout->pathway->comparison;
  guint n_columns = MAX ((guint) (layout->sheet->content_width / ENTRY_WIDTH), 1), column = 0;
  double width = layout->sheet->content_width / n_columns, height = 0;

  for (guint i = 0; i < way_comparison_get_length (comparison); i++)
    {
      const WayDifference *difference = way_comparison_get_difference (comparison, i);
      double x = WAY_MARGIN + column * width;
      g_autofree char *text = NULL;
      WayTextBlock *block;

      if (difference->implied || difference->sentence == NULL || !way_pathway_shows_difference (layout, difference))
        continue;
      text = way_text_dup_directed (difference->sentence, layout->scene->right_to_left);
      block = way_sheet_get_aligned_block (layout->sheet, WAY_TEXT_SMALL, text, width - 18 - 16, FALSE);
      way_scene_begin_item (layout->scene, WAY_ROLE_CHANGE, group, WAY_KIND_NONE, NULL, -1);
      way_pathway_add_sign (layout->scene, get_sign (difference->kind), (WayPoint) { x + 5, y + 7 }, 4);
      way_scene_add_text (layout->scene, block, x + 18, y, WAY_INK_TEXT);
      way_scene_end_item (layout->scene, NULL);
      height = MAX (height, block->height);
      if (++column == n_columns)
        {
          y += height + 6;
          column = 0;
          height = 0;
        }
    }
  return column > 0 ? y + height + 6 : y;
}

/* Whether a reading shows what a difference is about: its sentence would tell of it otherwise. */
gboolean
way_pathway_shows_difference (WayPathwayLayout    *layout,
                              const WayDifference *difference)
{
  if (layout->pathway->reading == WAY_READING_COMMISSIONER)
    return TRUE;
  if (difference->of == WAY_KIND_STEP)
    return (difference->later == NULL || g_hash_table_contains (layout->node_of, difference->later)) &&
           (difference->earlier == NULL || difference->later != NULL || g_hash_table_contains (layout->node_of, difference->earlier)) &&
           difference->kind != WAY_DIFFERENCE_CROSSED;
  if (difference->of != WAY_KIND_LINK)
    return FALSE;
  for (guint i = 0; i < layout->edges->len; i++)
    {
      const char *id = way_record_get_id (WAY_LAYOUT_EDGE (layout, i)->record);

      if (g_strcmp0 (id, difference->later) == 0 || (difference->later == NULL && g_strcmp0 (id, difference->earlier) == 0))
        return TRUE;
    }
  return FALSE;
}

/* What became of the earlier version, in words; gives where there is room below. */
double
way_pathway_add_changes (WayPathwayLayout *layout,
                         double            y,
                         guint             map_group)
{
  WayPathway *self = layout->pathway;
  const char *label = C_("part of a map", "What changed");
  g_autofree char *name = NULL, *heading = NULL;
  guint group;

  if (self->comparison == NULL)
    return y;
  name = dup_earlier_name (self);
  /* Translators: over the list of what differs from an earlier map: "What changed since version 3" */
  heading = g_strdup_printf (C_("comparison", "What changed since %s"), name);
  group = way_scene_begin_group (layout->scene, WAY_GROUP_KEY, map_group, WAY_KIND_NONE, NULL, label);
  y = add_line (layout, WAY_TEXT_NAME, heading, y, group);
  if (self->reading == WAY_READING_COMMISSIONER && way_comparison_get_summary (self->comparison) != NULL)
    y = add_line (layout, WAY_TEXT_SMALL, way_comparison_get_summary (self->comparison), y, group);
  y = add_sentences (layout, y + 2, group);
  way_scene_end_group (layout->scene, group);
  return way_sheet_round_up (y);
}
