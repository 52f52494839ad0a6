/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of scenarios wherever they are shown: outcomes, counts, and the needs that the note of a stop says were met there. */
#include "model/way-scenario-words.h"

#include "base/way-i18n.h"
#include "base/way-text.h"
#include "base/way-wait.h"
#include "model/way-schema.h"

#include <string.h>

/* Before a need, on a line of its own in a note. */
#define TICK "✓ "

/**
 * way_scenario_get_outcome_word:
 * @outcome: (nullable): the outcome of a stop, as in the format
 *
 * Returns: what people call it
 */
const char *
way_scenario_get_outcome_word (const char *outcome)
{
  if (g_strcmp0 (outcome, "met") == 0)
    return C_("outcome", "met");
  if (g_strcmp0 (outcome, "partly") == 0)
    return C_("outcome", "partly met");
  if (g_strcmp0 (outcome, "not-met") == 0)
    return C_("outcome", "not met");
  if (g_strcmp0 (outcome, "gap") == 0)
    return C_("outcome", "gap");
  return C_("outcome", "not said");
}

/* Takes @part. */
static void
take_part (GString *text,
           char    *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  g_free (part);
}

/* Whom the person met and who passed them on; for the person it is told without words of the trade. */
static void
add_meetings (GString                 *text,
              const WayScenarioCounts *counts,
              gboolean                 plain)
{
  guint contacts = counts->contacts, organisations = counts->organisations, handovers = counts->handovers;

  take_part (text, g_strdup_printf (plain ? g_dngettext (NULL, "met a service %u time", "met a service %u times", contacts)
                                          : g_dngettext (NULL, "%u contact", "%u contacts", contacts), contacts));
  take_part (text, g_strdup_printf (g_dngettext (NULL, "%u organisation", "%u organisations", organisations), organisations));
  take_part (text, g_strdup_printf (plain ? g_dngettext (NULL, "passed on %u time", "passed on %u times", handovers)
                                          : g_dngettext (NULL, "%u handover", "%u handovers", handovers), handovers));
}

static void
add_waits (GString                 *text,
           const WayScenarioCounts *counts)
{
  g_autofree char *all = NULL, *longest = NULL;

  if (counts->wait_days <= 0)
    return;
  /* Waits add up to more than one can be. */
  all = way_wait_dup_label (MIN (counts->wait_days, WAY_WAIT_MAX));
  longest = way_wait_dup_label (MIN (counts->longest_wait_days, WAY_WAIT_MAX));
  take_part (text, g_strdup_printf (C_("scenario", "%s of waiting"), all));
  if (counts->longest_wait_days < counts->wait_days)
    take_part (text, g_strdup_printf (C_("scenario", "longest wait %s"), longest));
}

static void
add_outcomes (GString                 *text,
              const WayScenarioCounts *counts)
{
  guint met = counts->met, partly = counts->partly, not_met = counts->not_met, gaps = counts->gaps, off_map = counts->off_map;

  take_part (text, g_strdup_printf (g_dngettext (NULL, "%u stop met the need", "%u stops met the need", met), met));
  if (partly > 0)
    take_part (text, g_strdup_printf (g_dngettext (NULL, "%u partly", "%u partly", partly), partly));
  if (not_met > 0)
    take_part (text, g_strdup_printf (g_dngettext (NULL, "%u not met", "%u not met", not_met), not_met));
  if (gaps > 0)
    take_part (text, g_strdup_printf (g_dngettext (NULL, "%u gap", "%u gaps", gaps), gaps));
  if (off_map > 0)
    take_part (text, g_strdup_printf (g_dngettext (NULL, "%u move off the map", "%u moves off the map", off_map), off_map));
}

/**
 * way_scenario_counts_dup_words:
 * @counts: the counts of a scenario
 * @plain: whether to do without words of the trade
 *
 * Returns: (transfer full): the counts of interchange.md in words
 */
char *
way_scenario_counts_dup_words (const WayScenarioCounts *counts,
                               gboolean                 plain)
{
  GString *text = g_string_new (NULL);

  add_meetings (text, counts, plain);
  add_waits (text, counts);
  add_outcomes (text, counts);
  return g_string_free_and_steal (text);
}

static gboolean
is_tick (const char *line,
         const char *need)
{
  g_autofree char *said = NULL, *wanted = NULL;

  if (!g_str_has_prefix (line, TICK))
    return FALSE;
  said = g_strstrip (g_utf8_casefold (line + strlen (TICK), -1));
  wanted = g_strstrip (g_utf8_casefold (need, -1));
  return g_str_equal (said, wanted);
}

/**
 * way_scenario_names_need:
 * @stop: a stop
 * @need: one of the needs of the persona
 *
 * The format ties no need to a stop. What is known of it is what the note says: a line with a tick and the need in its own words.
 *
 * Returns: whether the note says that the need was met there
 */
gboolean
way_scenario_names_need (WayRecord  *stop,
                         const char *need)
{
  const char *note = way_record_get_text (stop, WAY_STOP_NOTE);
  g_auto (GStrv) lines = note != NULL ? g_strsplit (note, "\n", -1) : NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    if (is_tick (lines[i], need))
      return TRUE;
  return FALSE;
}

/**
 * way_scenario_name_need:
 * @stop: a stop that is not sealed
 * @need: one of the needs of the persona
 * @named: whether its note is to say that the need was met there
 *
 * What else the note says stays as it is.
 */
void
way_scenario_name_need (WayRecord  *stop,
                        const char *need,
                        gboolean    named)
{
  const char *note = way_record_get_text (stop, WAY_STOP_NOTE);
  g_auto (GStrv) lines = NULL, left = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *text = NULL;

  if (way_scenario_names_need (stop, need) == named)
    return;
  lines = g_strsplit (note != NULL ? note : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!is_tick (lines[i], need))
      g_strv_builder_add (builder, lines[i]);
  if (named)
    g_strv_builder_take (builder, g_strconcat (TICK, need, NULL));
  left = g_strv_builder_end (builder);
  text = g_strjoinv ("\n", left);
  if (way_text_is_blank (text))
    way_record_clear (stop, WAY_STOP_NOTE);
  else
    way_record_set_text (stop, WAY_STOP_NOTE, text);
}
