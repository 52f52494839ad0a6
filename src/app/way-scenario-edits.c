/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to scenarios and their stops, from the pane and from the map. */
#include "app/way-scenario-edits.h"

#include "app/way-map-edits.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "base/way-id.h"
#include "base/way-text.h"
#include "model/way-scenario-words.h"
#include "model/way-schema.h"

#include <gtk/gtk.h>
#include <math.h>

typedef struct
{
  const char *outcome, *sign;
} Outcome;

/* As they are drawn on the map. */
static const Outcome outcomes[WAY_N_OUTCOMES] = { { "met", "●" }, { "partly", "◐" }, { "not-met", "○" }, { "gap", "✕" } };

/**
 * way_scenario_get_outcome:
 * @number: from 0
 *
 * Returns: one of the outcomes, as in the format
 */
const char *
way_scenario_get_outcome (guint number)
{
  g_return_val_if_fail (number < WAY_N_OUTCOMES, NULL);

  return outcomes[number].outcome;
}

/**
 * way_scenario_get_outcome_sign:
 * @outcome: (nullable): an outcome, as in the format
 *
 * Returns: the sign that stands for it on the map and beside its word; empty where nothing is said
 */
const char *
way_scenario_get_outcome_sign (const char *outcome)
{
  for (guint i = 0; i < WAY_N_OUTCOMES; i++)
    if (g_strcmp0 (outcome, outcomes[i].outcome) == 0)
      return outcomes[i].sign;
  return "";
}

/**
 * way_scenario_find_outcome_key:
 * @key: a key value
 *
 * Returns: the number of the outcome that the key stands for, or -1
 */
int
way_scenario_find_outcome_key (guint key)
{
  /* Translators: the keys for the outcomes of a stop: met, partly met, not met, gap; four different letters. */
  const char *letters = C_("keys of outcomes", "mpng");
  gunichar letter = g_unichar_tolower (gdk_keyval_to_unicode (key));
  int number = 0;

  if (letter >= '1' && letter < '1' + WAY_N_OUTCOMES)
    return letter - '1';
  for (const char *at = letters; letter != 0 && *at != '\0' && number < WAY_N_OUTCOMES; at = g_utf8_next_char (at), number++)
    if (g_utf8_get_char (at) == letter)
      return number;
  return -1;
}

/**
 * way_scenario_dup_name:
 * @context: what it works with
 * @scenario: a scenario
 *
 * Returns: (transfer full): its title; where it has none, whose route it is
 */
char *
way_scenario_dup_name (WayMapContext *context,
                       WayRecord     *scenario)
{
  g_autoptr (WayRecord) persona = way_map_context_read (context, WAY_KIND_PERSONA, way_record_get_text (scenario, WAY_SCENARIO_PERSONA));

  if (persona != NULL && way_text_is_blank (way_record_get_text (scenario, WAY_SCENARIO_TITLE)))
    return way_words_dup_name (persona);
  return way_words_dup_name (scenario);
}

/**
 * way_scenario_edits_create:
 * @context: what it works with
 * @id: (out): the id of the new scenario
 *
 * Begins a planned route of the map's persona.
 *
 * Returns: whether it is there
 */
gboolean
way_scenario_edits_create (WayMapContext  *context,
                           char          **id)
{
  g_autoptr (WayRecord) map = way_map_context_read (context, WAY_KIND_MAP, way_map_context_get_map (context)), scenario = NULL;
  g_autoptr (WayEdit) edit = way_edit_new (_("Add scenario"));
  const char *persona;

  if (map == NULL)
    return FALSE;
  scenario = way_record_new (WAY_KIND_SCENARIO, NULL, way_record_get_id (map));
  persona = way_record_get_text (map, WAY_MAP_PERSONA);
  if (persona != NULL)
    way_record_set_text (scenario, WAY_SCENARIO_PERSONA, persona);
  way_record_set_text (scenario, WAY_SCENARIO_ROUTE, "planned");
  way_edit_put (edit, scenario);
  *id = g_strdup (way_record_get_id (scenario));
  return way_map_context_apply (context, edit);
}

static void
copy_stops (WayMapContext *context,
            WayEdit       *edit,
            const char    *from,
            const char    *to)
{
  g_autoptr (GPtrArray) stops = way_map_context_list (context, WAY_KIND_STOP, from);

  for (guint i = 0; i < stops->len; i++)
    {
      g_autoptr (WayRecord) stop = way_record_new (WAY_KIND_STOP, NULL, to);

      way_record_set_text (stop, WAY_STOP_STEP, way_record_get_text (stops->pdata[i], WAY_STOP_STEP));
      way_record_set_position (stop, i);
      way_edit_put (edit, stop);
    }
}

/**
 * way_scenario_edits_duplicate:
 * @context: what it works with
 * @scenario_id: a scenario
 * @route: what the copy is: `planned` or `lived`
 * @id: (out): the id of the copy
 *
 * Copies where the route goes, and not what was found there: that is still to be told.
 *
 * Returns: whether it is there
 */
gboolean
way_scenario_edits_duplicate (WayMapContext  *context,
                              const char     *scenario_id,
                              const char     *route,
                              char          **id)
{
  g_autoptr (WayRecord) scenario = way_map_context_read (context, WAY_KIND_SCENARIO, scenario_id), copy = NULL;
  gboolean lived = g_str_equal (route, "lived");
  g_autoptr (WayEdit) edit = way_edit_new (lived ? _("Duplicate scenario as lived") : _("Duplicate scenario as planned"));
  g_autofree char *title = NULL, *new_id = way_id_new ();
  const char *before;

  if (scenario == NULL)
    return FALSE;
  copy = way_record_copy (scenario);
  way_record_set_id (copy, new_id);
  way_record_set_position (copy, HUGE_VAL);
  way_record_set_text (copy, WAY_SCENARIO_ROUTE, route);
  before = way_record_get_text (scenario, WAY_SCENARIO_TITLE);
  /* Translators: the title of a copy of a scenario. */
  title = before != NULL ? g_strdup_printf (lived ? _("%s (as lived)") : _("%s (as planned)"), before) : NULL;
  if (title != NULL)
    way_record_set_text (copy, WAY_SCENARIO_TITLE, title);
  way_edit_put (edit, copy);
  copy_stops (context, edit, scenario_id, new_id);
  *id = g_steal_pointer (&new_id);
  return way_map_context_apply (context, edit);
}

/* Where a stop is among those of its scenario, or how many there are where it is not. */
static guint
find_stop (GPtrArray  *stops,
           const char *id)
{
  for (guint i = 0; id != NULL && i < stops->len; i++)
    if (g_str_equal (way_record_get_id (stops->pdata[i]), id))
      return i;
  return stops->len;
}

/**
 * way_scenario_edits_add_stop:
 * @context: what it works with
 * @scenario_id: a scenario
 * @after: (nullable): the stop that it comes after, or %NULL for the last
 * @step_id: the step where it is
 * @id: (out): the id of the new stop
 *
 * Returns: whether it is there
 */
gboolean
way_scenario_edits_add_stop (WayMapContext  *context,
                             const char     *scenario_id,
                             const char     *after,
                             const char     *step_id,
                             char          **id)
{
  g_autoptr (GPtrArray) stops = way_map_context_list (context, WAY_KIND_STOP, scenario_id);
  g_autoptr (WayRecord) stop = way_record_new (WAY_KIND_STOP, NULL, scenario_id);
  g_autoptr (WayEdit) edit = way_edit_new (_("Add stop"));

  way_record_set_text (stop, WAY_STOP_STEP, step_id);
  way_record_set_position (stop, HUGE_VAL);
  way_map_edits_put_between (context, edit, stop, stops, find_stop (stops, after) + 1);
  *id = g_strdup (way_record_get_id (stop));
  return way_map_context_apply (context, edit);
}

/**
 * way_scenario_edits_move_stop:
 * @context: what it works with
 * @stop_id: a stop
 * @by: how many places on, or back
 *
 * Returns: whether it has moved
 */
gboolean
way_scenario_edits_move_stop (WayMapContext *context,
                              const char    *stop_id,
                              int            by)
{
  g_autoptr (WayRecord) stop = way_map_context_read (context, WAY_KIND_STOP, stop_id), moved = NULL;
  g_autoptr (GPtrArray) stops = NULL;
  g_autoptr (WayEdit) edit = way_edit_new (_("Move stop"));
  int place;

  if (stop == NULL)
    return FALSE;
  stops = way_map_context_list (context, WAY_KIND_STOP, way_record_get_within (stop));
  place = (int) find_stop (stops, stop_id) + by;
  if (place < 0 || place >= (int) stops->len)
    return FALSE;
  g_ptr_array_remove_index (stops, find_stop (stops, stop_id));
  moved = way_record_copy (stop);
  way_map_edits_put_between (context, edit, moved, stops, place);
  return way_map_context_apply (context, edit);
}

/**
 * way_scenario_edits_set_outcome:
 * @context: what it works with
 * @stop_id: a stop
 * @outcome: (nullable): as in the format
 *
 * Returns: whether that is what the stop says now
 */
gboolean
way_scenario_edits_set_outcome (WayMapContext *context,
                                const char    *stop_id,
                                const char    *outcome)
{
  g_autoptr (WayRecord) stop = way_map_context_read (context, WAY_KIND_STOP, stop_id), changed = NULL;
  g_autoptr (WayEdit) edit = way_edit_new (_("Change outcome of stop"));

  if (stop == NULL)
    return FALSE;
  if (g_strcmp0 (way_record_get_text (stop, WAY_STOP_OUTCOME), outcome) == 0)
    return TRUE;
  changed = way_record_copy (stop);
  if (outcome != NULL)
    way_record_set_text (changed, WAY_STOP_OUTCOME, outcome);
  else
    way_record_clear (changed, WAY_STOP_OUTCOME);
  way_edit_put (edit, changed);
  return way_map_context_apply (context, edit);
}

/**
 * way_scenario_edits_name_need:
 * @context: what it works with
 * @stop_id: a stop
 * @need: a need of the persona
 * @named: whether the note of the stop is to say that it was met there
 *
 * Returns: whether that is what it says now
 */
gboolean
way_scenario_edits_name_need (WayMapContext *context,
                              const char    *stop_id,
                              const char    *need,
                              gboolean       named)
{
  g_autoptr (WayRecord) stop = way_map_context_read (context, WAY_KIND_STOP, stop_id), changed = NULL;
  g_autoptr (WayEdit) edit = way_edit_new (named ? _("Tick off need") : _("Take back need"));

  if (stop == NULL)
    return FALSE;
  if (way_scenario_names_need (stop, need) == named)
    return TRUE;
  changed = way_record_copy (stop);
  way_scenario_name_need (changed, need, named);
  way_edit_put (edit, changed);
  return way_map_context_apply (context, edit);
}
