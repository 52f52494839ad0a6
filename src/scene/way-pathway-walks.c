/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios that are drawn over a pathway map: their stops, and what is said of them below it. */
#include "scene/way-pathway-layout.h"

#include "base/way-i18n.h"
#include "base/way-text.h"
#include "base/way-wait.h"
#include "model/way-scenario-words.h"

#define STOP_HEIGHT 20.0
#define STOP_ROOM 140.0       /* for stops beside each other on a step */
#define SIGN_RADIUS 4.25
#define SAMPLE 34.0
#define ENTRY_WIDTH 300.0

static const WayTone tones[] = { WAY_TONE_FEELING, WAY_TONE_THINKING, WAY_TONE_TOUCHPOINTS, WAY_TONE_EVIDENCE, WAY_TONE_DOING, WAY_TONE_IDEAS };

static WayPathwayScenario *
find_scenario (WayPathway *pathway,
               const char *id)
{
  for (guint i = 0; i < pathway->scenarios->len; i++)
    {
      WayPathwayScenario *scenario = g_ptr_array_index (pathway->scenarios, i);

      if (g_str_equal (way_record_get_id (scenario->record), id))
        return scenario;
    }
  return NULL;
}

/* Whether a stop met the need. */
WayPathwaySign
way_pathway_get_stop_sign (WayRecord *stop)
{
  const char *outcome = way_record_get_text (stop, WAY_STOP_OUTCOME);

  if (g_strcmp0 (outcome, "met") == 0)
    return WAY_SIGN_MET;
  if (g_strcmp0 (outcome, "partly") == 0)
    return WAY_SIGN_PARTLY;
  if (g_strcmp0 (outcome, "not-met") == 0)
    return WAY_SIGN_NOT_MET;
  return g_strcmp0 (outcome, "gap") == 0 ? WAY_SIGN_GAP : WAY_SIGN_NONE;
}

/* Puts a pill on the upper edge of its step, beside or below those that are there. */
static void
place_pill (WayPathwayNode *node,
            WayPathwayStop *stop)
{
  double left = node->shape == WAY_SHAPE_STEP || node->shape == WAY_SHAPE_GAP ? -6 : 10;
  double width = 8 + stop->block->width + (stop->sign != WAY_SIGN_NONE ? 4 + 2 * SIGN_RADIUS : 0) + 7;
  WayRect pill = { left, -STOP_HEIGHT / 2, MAX (width, STOP_HEIGHT), STOP_HEIGHT };

  if (node->stops == NULL)
    node->stops = g_array_new (FALSE, TRUE, sizeof (WayPathwayStop));
  else
    {
      const WayRect *last = &g_array_index (node->stops, WayPathwayStop, node->stops->len - 1).pill;

      pill.x = last->x + last->width + 3;
      pill.y = last->y;
      if (pill.x + pill.width > STOP_ROOM)
        {
          pill.x = left;
          pill.y += STOP_HEIGHT + 2;
        }
    }
  stop->pill = pill;
  g_array_append_val (node->stops, *stop);
}

static void
list_stops (WayPathwayLayout *layout,
            guint             number)
{
  const WayPathwayWalk *walk = WAY_LAYOUT_WALK (layout, number);

  for (guint i = 0; i < walk->scenario->stops->len; i++)
    {
      WayRecord *record = g_ptr_array_index (walk->scenario->stops, i);
      WayPathwayNode *node = way_pathway_find_node (layout, way_record_get_text (record, WAY_STOP_STEP));
      WayPathwayStop stop = { .walk = number, .number = i + 1, .record = record, .sign = way_pathway_get_stop_sign (record) };
      g_autofree char *name = g_strdup_printf ("%s%u", walk->letter, i + 1);

      if (node == NULL)
        continue;
      stop.node = node - WAY_LAYOUT_NODE (layout, 0);
      stop.block = way_sheet_get_block (layout->sheet, WAY_TEXT_DISC, name, -1);
      place_pill (node, &stop);
      g_array_append_val (layout->stops, stop);
    }
}

/* Counts that could not be read are not said; what the map shows does not hang on them. */
static WayScenarioCounts *
count (WayPathwayGraph    *graph,
       WayPathwayScenario *scenario)
{
  return graph != NULL ? way_pathway_graph_count_scenario (graph, scenario->stops) : NULL;
}

/* Finds the scenarios that are to be drawn, in the order in which they are named, and where their stops stand on steps. */
void
way_pathway_find_walks (WayPathwayLayout *layout)
{
  const char *const *ids = layout->scene->options.scenarios;
  g_autoptr (WayPathwayGraph) graph = NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      WayPathwayWalk walk = { .scenario = find_scenario (layout->pathway, ids[i]), .number = layout->walks->len };

      if (walk.scenario == NULL)
        continue;
      if (graph == NULL)
        graph = way_pathway_graph_new (layout->scene->lens, layout->sheet->map_id, NULL);
      walk.tone = tones[walk.number % G_N_ELEMENTS (tones)];
      walk.planned = g_strcmp0 (way_record_get_text (walk.scenario->record, WAY_SCENARIO_ROUTE), "planned") == 0;
      walk.counts = count (graph, walk.scenario);
      g_array_append_val (layout->walks, walk);
    }
  for (guint i = 0; i < layout->walks->len; i++)
    {
      /* After Z come AA, AB … as columns of a table do. */
      if (layout->walks->len > 1 && i < 26)
        g_snprintf (WAY_LAYOUT_WALK (layout, i)->letter, sizeof WAY_LAYOUT_WALK (layout, i)->letter, "%c", 'A' + i);
      else if (layout->walks->len > 1)
        g_snprintf (WAY_LAYOUT_WALK (layout, i)->letter, sizeof WAY_LAYOUT_WALK (layout, i)->letter, "%c%c", 'A' + (i / 26 - 1) % 26,
                    'A' + i % 26);
      list_stops (layout, i);
    }
}

void
way_pathway_clear_walks (WayPathwayLayout *layout)
{
  for (guint i = 0; i < layout->walks->len; i++)
    g_clear_pointer (&WAY_LAYOUT_WALK (layout, i)->counts, way_scenario_counts_free);
}

/* Takes @part, which is added behind @separator; NULL is nothing. */
static void
take_part (GString    *text,
           const char *separator,
           char       *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", part);
  g_free (part);
}

/* "First conversation: partly met, waited 9 days. Nobody rang back" */
static char *
dup_stop_text (WayPathwayLayout     *layout,
               const WayPathwayStop *stop)
{
  gboolean mirrored = layout->scene->right_to_left;
  const char *title = way_pathway_get_title (WAY_LAYOUT_NODE (layout, stop->node));
  const char *note = way_record_get_text (stop->record, WAY_STOP_NOTE);
  g_autofree char *where = way_text_dup_isolated (way_text_is_blank (title) ? C_("link", "a step without a name") : title, mirrored);
  /* Translators: a stop of a scenario: the step, and whether it met the need. */
  g_autofree char *said = g_strdup_printf (C_("stop", "%s: %s"), where,
                                           way_scenario_get_outcome_word (way_record_get_text (stop->record, WAY_STOP_OUTCOME)));
  GString *text = g_string_new (said);
  g_autofree char *whole = NULL;

  if (way_record_has (stop->record, WAY_STOP_WAIT_DAYS))
    {
      g_autofree char *wait = way_wait_dup_label (way_record_get_number (stop->record, WAY_STOP_WAIT_DAYS));

      take_part (text, C_("names in a sentence", ", "), g_strdup_printf (C_("stop", "waited %s"), wait));
    }
  if (note != NULL)
    take_part (text, "\n", way_text_dup_isolated (note, mirrored));
  whole = g_string_free_and_steal (text);
  return way_text_dup_directed (whole, mirrored);
}

static void
add_pill (WayScene             *scene,
          const WayPathwayStop *stop,
          double                x,
          double                y)
{
  WayInk ink = WAY_INK_STRONG (way_pathway_get_sign_tone (stop->sign));
  WayRect rect = { x, y, stop->pill.width, stop->pill.height };

  way_scene_add_box (scene, rect, STOP_HEIGHT / 2, WAY_INK_PAPER, ink, 2);
  way_scene_add_text (scene, stop->block, x + 8, y + (STOP_HEIGHT - stop->block->height) / 2, WAY_INK_TEXT);
  way_pathway_add_sign (scene, stop->sign, (WayPoint) { x + rect.width - 7 - SIGN_RADIUS, y + STOP_HEIGHT / 2 }, SIGN_RADIUS);
}

/* The stops of a scenario on their steps, then what was found at each, keyed by number. */
static void
add_stops (WayPathwayLayout *layout,
           guint             walk,
           guint             group)
{
  for (guint i = 0; i < layout->stops->len; i++)
    {
      const WayPathwayStop *stop = WAY_LAYOUT_STOP (layout, i);
      const WayPathwayNode *node = WAY_LAYOUT_NODE (layout, stop->node);
      g_autofree char *text = NULL, *label = NULL;

      if (stop->walk != walk)
        continue;
      text = dup_stop_text (layout, stop);
      /* Translators: a numbered stop of a scenario on the map, and what is said of it. */
      label = g_strdup_printf (C_("stop", "Stop %s, %s"), way_text_block_get_text (stop->block), text);
      way_scene_begin_item (layout->scene, WAY_ROLE_STOP, group, WAY_KIND_STOP, way_record_get_id (stop->record), node->item);
      add_pill (layout->scene, stop, node->rect.x + stop->pill.x, node->rect.y + stop->pill.y);
      way_scene_end_item (layout->scene, label);
    }
}

/* What happened at the stops, in columns that are read row by row. */
static double
add_entries (WayPathwayLayout *layout,
             guint             walk,
             double            y,
             guint             group)
{
  WayScene *scene = layout->scene;
  guint n_columns = MAX ((guint) (layout->sheet->content_width / ENTRY_WIDTH), 1), column = 0;
  double width = MIN (layout->sheet->content_width / n_columns, 400), height = 0;

  for (guint i = 0; i < layout->stops->len; i++)
    {
      const WayPathwayStop *stop = WAY_LAYOUT_STOP (layout, i);
      g_autofree char *text = NULL;
      WayTextBlock *block;
      double x = WAY_MARGIN + column * width;

      if (stop->walk != walk)
        continue;
      text = dup_stop_text (layout, stop);
      block = way_sheet_get_aligned_block (layout->sheet, WAY_TEXT_SMALL, text, width - stop->pill.width - 8 - 16, FALSE);
      way_scene_begin_item (scene, WAY_ROLE_KEY, group, WAY_KIND_STOP, way_record_get_id (stop->record), -1);
      add_pill (scene, stop, x, y);
      way_scene_add_text (scene, block, x + stop->pill.width + 8, y + 3, WAY_INK_TEXT);
      way_scene_end_item (scene, NULL);
      height = MAX (height, MAX (STOP_HEIGHT, block->height + 3));
      if (++column == n_columns)
        {
          y += height + WAY_GRID;
          column = 0;
          height = 0;
        }
    }
  return column > 0 ? y + height + WAY_GRID : y;
}

/* The counts of interchange.md in words. */
static char *
dup_counts (WayPathwayLayout     *layout,
            const WayPathwayWalk *walk)
{
  g_autofree char *words = way_scenario_counts_dup_words (walk->counts, layout->pathway->reading == WAY_READING_PERSON);

  return way_text_dup_isolated_parts (words, layout->scene->right_to_left);
}

static char *
dup_heading (WayPathwayLayout     *layout,
             const WayPathwayWalk *walk)
{
  gboolean mirrored = layout->scene->right_to_left;
  const char *title = way_record_get_text (walk->scenario->record, WAY_SCENARIO_TITLE);
  const char *route = way_record_get_text (walk->scenario->record, WAY_SCENARIO_ROUTE);
  const char *name = walk->scenario->persona != NULL ? way_record_get_text (walk->scenario->persona, WAY_PERSONA_NAME) : NULL;
  GString *text = g_string_new (NULL);
  g_autofree char *said = NULL, *whole = NULL;

  if (title != NULL)
    take_part (text, " · ", way_text_dup_isolated (title, mirrored));
  if (name != NULL && g_strcmp0 (name, title) != 0)
    take_part (text, " · ", way_text_dup_isolated (name, mirrored));
  if (route != NULL)
    take_part (text, " · ", g_strdup (walk->planned ? C_("route", "as planned") : C_("route", "as lived")));
  said = g_string_free_and_steal (text);
  if (*walk->letter != '\0')
    /* Translators: a letter that stands for it on the map, and the name of a scenario. */
    whole = g_strdup_printf (C_("scenario", "Scenario %s: %s"), walk->letter, said);
  else
    whole = g_strdup_printf (C_("scenario", "Scenario: %s"), said);
  return way_text_dup_directed (whole, mirrored);
}

static double
add_words (WayPathwayLayout     *layout,
           WayTextStyle          style,
           const char           *said,
           double                y,
           guint                 group)
{
  g_autofree char *text = way_text_dup_directed (said, layout->scene->right_to_left);
  WayTextBlock *block = way_sheet_get_aligned_block (layout->sheet, style, text, layout->sheet->content_width, FALSE);

  way_scene_begin_item (layout->scene, WAY_ROLE_SCENARIO, group, WAY_KIND_NONE, NULL, -1);
  way_scene_add_text (layout->scene, block, WAY_MARGIN, y, style == WAY_TEXT_WORD ? WAY_INK_TEXT : WAY_INK_SECONDARY);
  way_scene_end_item (layout->scene, NULL);
  return y + block->height + 4;
}

/* What the persona needs and what gets in their way, to hold the route against. */
static double
add_needs (WayPathwayLayout     *layout,
           const WayPathwayWalk *walk,
           double                y,
           guint                 group)
{
  const char *const *needs = walk->scenario->persona != NULL ? way_record_get_texts (walk->scenario->persona, WAY_PERSONA_NEEDS) : NULL;
  g_autofree char *all = needs != NULL ? g_strjoinv (" · ", (char **) needs) : NULL;
  g_autofree char *said = NULL;

  if (all == NULL || *all == '\0')
    return y;
  /* Translators: what the persona of a scenario needs, to hold the route against. */
  said = g_strdup_printf (C_("scenario", "Needs: %s"), all);
  return add_words (layout, WAY_TEXT_SMALL, said, y, group);
}

static double
add_walk (WayPathwayLayout *layout,
          guint             number,
          double            y,
          guint             map_group)
{
  WayScene *scene = layout->scene;
  const WayPathwayWalk *walk = WAY_LAYOUT_WALK (layout, number);
  const char *id = way_record_get_id (walk->scenario->record);
  g_autofree char *heading = dup_heading (layout, walk);
  WayTextBlock *block = way_sheet_get_aligned_block (layout->sheet, WAY_TEXT_NAME, heading,
                                                     layout->sheet->content_width - SAMPLE - 10 - 60, FALSE);
  guint group = way_scene_begin_group (scene, WAY_GROUP_SCENARIO, map_group, WAY_KIND_SCENARIO, id, heading);
  int item = way_scene_begin_item (scene, WAY_ROLE_SCENARIO, group, WAY_KIND_SCENARIO, id, -1);

  way_pathway_add_sample (layout, walk, (WayRect) { WAY_MARGIN, y, SAMPLE, MIN (block->height, 20) });
  way_scene_add_text (scene, block, WAY_MARGIN + SAMPLE + 10, y, WAY_INK_STRONG (walk->tone));
  way_scene_end_item (scene, NULL);
  way_sheet_add_flags (layout->sheet, group, item, id, WAY_MARGIN + SAMPLE + 10 + block->width + 2 * WAY_FLAG_RADIUS + 8,
                       y + block->height / 2);
  y += block->height + 6;
  if (walk->counts != NULL)
    {
      g_autofree char *counts = dup_counts (layout, walk);

      y = add_words (layout, WAY_TEXT_WORD, counts, y, group);
    }
  y = add_needs (layout, walk, y, group);
  add_stops (layout, number, group);
  y = add_entries (layout, number, y + 6, group);
  way_scene_end_group (scene, group);
  return way_sheet_round_up (y);
}

/**
 * way_pathway_add_walks:
 * @layout: what is placed
 * @y: where there is room below the map
 * @map_group: the group of the map
 *
 * Adds the stops of scenarios on the map, and a part below it for each scenario.
 *
 * Returns: where there is room below them
 */
double
way_pathway_add_walks (WayPathwayLayout *layout,
                       double            y,
                       guint             map_group)
{
  for (guint i = 0; i < layout->walks->len; i++)
    y = add_walk (layout, i, y, map_group) + 8;
  return y;
}
