/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who looks, and how widely a story is open today (evidence.md, Consent). */
#include "model/way-audience.h"

#include "base/way-i18n.h"

static const char *const names[] = { "desk", "team", "workshop", "public" };

/**
 * way_audience_from_name:
 * @name: (nullable): a word of the command line
 * @audience: (out): the audience that it names
 *
 * Returns: whether @name is one
 */
gboolean
way_audience_from_name (const char  *name,
                        WayAudience *audience)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *audience = i;
        return TRUE;
      }
  return FALSE;
}

const char *
way_audience_get_name (WayAudience self)
{
  g_return_val_if_fail (self < G_N_ELEMENTS (names), NULL);

  return names[self];
}

/**
 * way_story_is_withdrawn:
 * @story: a story
 *
 * Returns: whether its teller took it back, on whatever day that is said to be
 */
gboolean
way_story_is_withdrawn (WayRecord *story)
{
  const WayValue *value = way_record_get_value (story, WAY_STORY_WITHDRAWN);

  return value->type == WAY_VALUE_TEXT || (value->type == WAY_VALUE_TRUTH && value->truth);
}

/**
 * way_story_get_widest_audience:
 * @story: a story
 * @today: the day, YYYY-MM-DD
 *
 * The widest audience that @story is open to: consent that is absent, past its last day or withdrawn opens it to nobody but the
 * desk (interchange.md, Counts). A withdrawal counts from the moment it is written down, whatever day it names.
 *
 * Returns: %WAY_AUDIENCE_DESK for none
 */
WayAudience
way_story_get_widest_audience (WayRecord  *story,
                               const char *today)
{
  const char *until = way_record_get_text (story, WAY_STORY_UNTIL);
  const char *name = way_record_get_text (story, WAY_STORY_AUDIENCE);
  WayAudience audience;

  if (way_story_is_withdrawn (story) || (until != NULL && g_strcmp0 (until, today) < 0))
    return WAY_AUDIENCE_DESK;
  if (g_strcmp0 (name, "desk") == 0 || !way_audience_from_name (name, &audience))
    return WAY_AUDIENCE_DESK;
  return audience;
}

/**
 * way_story_get_agreement:
 * @story: a story
 * @today: the day, YYYY-MM-DD
 *
 * Returns: what its teller agrees to today, in words that stand beside a quote
 */
const char *
way_story_get_agreement (WayRecord  *story,
                         const char *today)
{
  const char *until = way_record_get_text (story, WAY_STORY_UNTIL);

  switch (way_story_get_widest_audience (story, today))
    {
    case WAY_AUDIENCE_PUBLIC:
      return C_("consent", "may be published");
    case WAY_AUDIENCE_WORKSHOP:
      return C_("consent", "for workshops");
    case WAY_AUDIENCE_TEAM:
      return C_("consent", "for the team");
    case WAY_AUDIENCE_DESK:
    default:
      if (way_story_is_withdrawn (story))
        return C_("consent", "withdrawn, not to be shown");
      return until != NULL && g_strcmp0 (until, today) < 0 ? C_("consent", "ran out, not to be shown") : C_("consent", "not to be shown");
    }
}
