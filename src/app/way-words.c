/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words of the format are called, and what a record is called in a sentence. */
#include "app/way-words.h"

#include "base/way-i18n.h"
#include "base/way-text.h"
#include "base/way-wait.h"
#include "model/way-schema.h"

#include <math.h>

#define NAME_LENGTH 60

typedef struct
{
  WayKind kind;
  const char *choice;
  const char *context, *words;
} WayWords;

static const WayWords words[] = {
  { WAY_KIND_LANE, "doing", "lane", NC_("lane", "Doing") },
  { WAY_KIND_LANE, "thinking", "lane", NC_("lane", "Thinking") },
  { WAY_KIND_LANE, "feeling", "lane", NC_("lane", "Feeling") },
  { WAY_KIND_LANE, "touchpoints", "lane", NC_("lane", "Touchpoints") },
  { WAY_KIND_LANE, "people", "lane", NC_("lane", "People around me") },
  { WAY_KIND_LANE, "pain", "lane", NC_("lane", "Pain points") },
  { WAY_KIND_LANE, "ideas", "lane", NC_("lane", "Ideas") },
  { WAY_KIND_LANE, "evidence", "lane", NC_("lane", "Evidence") },
  { WAY_KIND_LANE, "custom", "lane", NC_("lane", "Lane of its own") },
  { WAY_KIND_LANE, "person", "lane", NC_("lane", "What the person does") },
  { WAY_KIND_LANE, "frontstage", "lane", NC_("lane", "What they see") },
  { WAY_KIND_LANE, "backstage", "lane", NC_("lane", "Behind the scenes") },
  { WAY_KIND_LANE, "support", "lane", NC_("lane", "Support") },
  { WAY_KIND_LANE, "commissioning", "lane", NC_("lane", "Commissioning") },
  { WAY_KIND_STEP, "start", "step", NC_("step", "Start") },
  { WAY_KIND_STEP, "step", "step", NC_("step", "Step") },
  { WAY_KIND_STEP, "decision", "step", NC_("step", "Decision") },
  { WAY_KIND_STEP, "end", "step", NC_("step", "End") },
  { WAY_KIND_STEP, "gap", "step", NC_("step", "Gap: something is missing") },
  { WAY_KIND_LINK, "flow", "link", NC_("link", "Flow: the person goes on") },
  { WAY_KIND_LINK, "information", "link", NC_("link", "Information") },
  { WAY_KIND_LINK, "enables", "link", NC_("link", "Makes it possible") },
  { WAY_KIND_SCENARIO, "planned", "route", NC_("route", "As planned") },
  { WAY_KIND_SCENARIO, "lived", "route", NC_("route", "As lived") },
  { WAY_KIND_STOP, "met", "outcome", NC_("outcome", "Met") },
  { WAY_KIND_STOP, "partly", "outcome", NC_("outcome", "Partly met") },
  { WAY_KIND_STOP, "not-met", "outcome", NC_("outcome", "Not met") },
  { WAY_KIND_STOP, "gap", "outcome", NC_("outcome", "Gap") },
  { WAY_KIND_FLAG, "question", "flag", NC_("flag", "Question") },
  { WAY_KIND_FLAG, "concern", "flag", NC_("flag", "Concern") },
  { WAY_KIND_FLAG, "idea", "flag", NC_("flag", "Idea") },
  { WAY_KIND_FLAG, "decision", "flag", NC_("flag", "Decision") },
  { WAY_KIND_MAP, "journey", "map", NC_("map", "Journey") },
  { WAY_KIND_MAP, "pathway", "map", NC_("map", "Pathway") },
  { WAY_KIND_MAP, "assets", "map", NC_("map", "Assets and needs") },
  { WAY_KIND_MAP, "current", "map", NC_("map", "How it is now") },
  { WAY_KIND_MAP, "proposed", "map", NC_("map", "How it could be") },
};

/**
 * way_words_of_choice:
 * @kind: a kind of record
 * @choice: one of the words that say what such a record is
 *
 * Returns: what people call it, or the word itself
 */
const char *
way_words_of_choice (WayKind     kind,
                     const char *choice)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].kind == kind && g_str_equal (words[i].choice, choice))
      return g_dpgettext2 (NULL, words[i].context, words[i].words);
  return choice;
}

/**
 * way_words_of_kind:
 * @kind: a kind of record that is on maps
 *
 * Returns: what stands above what is told of one
 */
const char *
way_words_of_kind (WayKind kind)
{
  switch (kind)
    {
    case WAY_KIND_STAGE:
      return _("Stage");
    case WAY_KIND_LANE:
      return _("Lane");
    case WAY_KIND_CARD:
      return _("Card");
    case WAY_KIND_FEELING:
      return _("How Somebody Felt");
    case WAY_KIND_STEP:
      return _("Step");
    case WAY_KIND_LINK:
      return _("Link");
    case WAY_KIND_SCENARIO:
      return _("Scenario");
    case WAY_KIND_STOP:
      return _("Stop");
    case WAY_KIND_FLAG:
      return _("Flag");
    case WAY_KIND_PERSONA:
      return _("Persona");
    case WAY_KIND_MAP:
      return _("Map");
    default:
      return way_kind_get_label (kind);
    }
}

/* The field that says most of a record. */
static const char *
get_naming_text (WayRecord *record)
{
  switch (way_record_get_kind (record))
    {
    case WAY_KIND_CARD:
      return way_record_get_text (record, WAY_CARD_TEXT);
    case WAY_KIND_STAGE:
      return way_record_get_text (record, WAY_STAGE_TITLE);
    case WAY_KIND_STEP:
      return way_record_get_text (record, WAY_STEP_TITLE);
    case WAY_KIND_LINK:
      return way_record_get_text (record, WAY_LINK_LABEL);
    case WAY_KIND_FLAG:
      return way_record_get_text (record, WAY_FLAG_TEXT);
    case WAY_KIND_PERSONA:
      return way_record_get_text (record, WAY_PERSONA_NAME);
    case WAY_KIND_MAP:
      return way_record_get_text (record, WAY_MAP_TITLE);
    case WAY_KIND_ORGANISATION:
      return way_record_get_text (record, WAY_ORGANISATION_NAME);
    case WAY_KIND_ASSET:
      return way_record_get_text (record, WAY_ASSET_TITLE);
    case WAY_KIND_NEED:
      return way_record_get_text (record, WAY_NEED_TITLE);
    case WAY_KIND_SCENARIO:
      return way_record_get_text (record, WAY_SCENARIO_TITLE);
    default:
      return NULL;
    }
}

static char *
dup_feeling_name (WayRecord *feeling)
{
  const char *const *said = way_record_get_texts (feeling, WAY_FEELING_WORDS);
  g_autofree char *joined = said != NULL ? g_strjoinv (", ", (char **) said) : NULL;
  double number = way_record_get_number (feeling, WAY_FEELING_VALUE);
  g_autofree char *value = g_strdup_printf ("%s%.3g", number > 0 ? "+" : number < 0 ? "−" : "", fabs (number));

  if (joined == NULL || *joined == '\0')
    /* Translators: how somebody felt, from -5 to +5. */
    return g_strdup_printf (_("Felt %s"), value);
  /* Translators: how somebody felt, from -5 to +5, and in their words. */
  return g_strdup_printf (_("Felt %s: %s"), value, joined);
}

/**
 * way_words_dup_text:
 * @record: something on a map
 *
 * Returns: (transfer full): all that it says, or what to call it where it says nothing
 */
char *
way_words_dup_text (WayRecord *record)
{
  WayKind kind = way_record_get_kind (record);
  const char *text = get_naming_text (record), *choice;

  if (kind == WAY_KIND_FEELING)
    return dup_feeling_name (record);
  if (kind == WAY_KIND_LANE)
    {
      text = way_record_get_text (record, WAY_LANE_TITLE);
      choice = way_record_get_text (record, WAY_LANE_KIND);
      if (way_text_is_blank (text))
        return g_strdup (way_words_of_choice (kind, choice != NULL ? choice : "custom"));
    }
  if (!way_text_is_blank (text))
    return g_strdup (text);
  /* Translators: a record that says nothing; %s is what kind it is, such as Card. */
  return g_strdup_printf (_("%s without words"), way_words_of_kind (kind));
}

/**
 * way_words_dup_name:
 * @record: something on a map
 *
 * Returns: (transfer full): what to call it in one line
 */
char *
way_words_dup_name (WayRecord *record)
{
  g_autofree char *text = way_words_dup_text (record);

  return way_text_dup_excerpt (text, NAME_LENGTH);
}

/**
 * way_words_dup_link:
 * @link: a link
 *
 * Returns: (transfer full): its kind, what is written on it, and how long one waits
 */
char *
way_words_dup_link (WayRecord *link)
{
  const char *kind = way_record_get_text (link, WAY_LINK_KIND), *label = way_record_get_text (link, WAY_LINK_LABEL);
  g_autofree char *wait = way_record_has (link, WAY_LINK_WAIT_DAYS) ? way_wait_dup_label (way_record_get_number (link, WAY_LINK_WAIT_DAYS))
                                                                    : NULL;
  /* Translators: how long one waits. */
  g_autofree char *waits = wait != NULL ? g_strdup_printf (C_("link", "wait %s"), wait) : NULL;
  const char *parts[4] = { way_words_of_choice (WAY_KIND_LINK, kind != NULL ? kind : "flow") };
  guint n = 1;

  if (!way_text_is_blank (label))
    parts[n++] = label;
  if (waits != NULL)
    parts[n++] = waits;
  return g_strjoinv (" · ", (char **) parts);
}

/**
 * way_words_dup_flag:
 * @flag: a flag
 *
 * Returns: (transfer full): its kind, and its answer where it has one
 */
char *
way_words_dup_flag (WayRecord *flag)
{
  const char *kind = way_record_get_text (flag, WAY_FLAG_KIND), *answer = way_record_get_text (flag, WAY_FLAG_ANSWER);
  const char *word = way_words_of_choice (WAY_KIND_FLAG, kind != NULL ? kind : "question");

  /* Translators: the kind of a flag, and its answer. */
  return answer != NULL ? g_strdup_printf (_("%s · answered: %s"), word, answer) : g_strdup (word);
}
