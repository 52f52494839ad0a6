/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people said, in the account of a map: quotes and stories that its audience may see, where they are tied to. */
#include "exchange/way-account.h"

#include "base/way-i18n.h"
#include "model/way-schema.h"

/* For whoever may pass an account on, what was agreed stands beside the words, as on the map. What is for anybody says once that all of it may be. */
static void
append_agreement (WayLens   *lens,
                  WayRecord *story,
                  GString   *line)
{
  if (way_lens_get_audience (lens) == WAY_AUDIENCE_PUBLIC)
    return;
  g_string_append (line, " · ");
  g_string_append_printf (line, C_("source of a quote", "consent: %s"), way_story_get_agreement (story, way_lens_get_today (lens)));
}

static gboolean
append_quote (WayLens     *lens,
              const char  *id,
              guint        depth,
              GString     *text,
              GError     **error)
{
  g_autoptr (WayRecord) quote = NULL, story = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GError) problem = NULL;
  const char *teller;

  if (!way_lens_read (lens, WAY_KIND_QUOTE, id, &quote, error))
    return FALSE;
  if (quote == NULL)
    return TRUE;
  words = way_lens_dup_quotation (lens, quote, &story, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (words == NULL)
    return TRUE;
  teller = way_record_get_text (story, WAY_STORY_TELLER);
  if (teller != NULL)
    g_string_printf (line, _("In their own words, %1$s: “%2$s”"), teller, words);
  else
    g_string_printf (line, _("In somebody’s own words: “%s”"), words);
  append_agreement (lens, story, line);
  way_account_line (text, depth, line->str);
  return TRUE;
}

/* "Story: The empty fridge · Bernadette", as on the map. */
static gboolean
append_story (WayLens     *lens,
              const char  *id,
              guint        depth,
              GString     *text,
              GError     **error)
{
  g_autoptr (WayRecord) story = NULL;
  g_autofree char *named = NULL;
  g_autoptr (GString) line = NULL;
  const char *title, *teller;

  if (!way_lens_read (lens, WAY_KIND_STORY, id, &story, error))
    return FALSE;
  if (story == NULL)
    return TRUE;
  title = way_record_get_text (story, WAY_STORY_TITLE);
  teller = way_record_get_text (story, WAY_STORY_TELLER);
  named = title != NULL ? g_strdup_printf (C_("source of evidence", "Story: %s"), title) : g_strdup (C_("item of a map", "Story"));
  line = g_string_new (named);
  if (teller != NULL)
    g_string_append_printf (line, " · %s", teller);
  append_agreement (lens, story, line);
  way_account_line (text, depth, line->str);
  return TRUE;
}

/**
 * way_account_append_quotes:
 * @lens: who is to see it
 * @evidence: (element-type WayRecord): all that is tied to something
 * @on: the id of what is on a map
 * @depth: how far in
 * @text: the account
 * @error: a [error@WayError]
 *
 * Appends the quotes and whole stories that are tied to @on.
 *
 * Returns: whether they could be read
 */
gboolean
way_account_append_quotes (WayLens     *lens,
                           GPtrArray   *evidence,
                           const char  *on,
                           guint        depth,
                           GString     *text,
                           GError     **error)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const char *quote = way_record_get_text (evidence->pdata[i], WAY_EVIDENCE_QUOTE);
      const char *story = way_record_get_text (evidence->pdata[i], WAY_EVIDENCE_STORY);

      if (g_strcmp0 (way_record_get_text (evidence->pdata[i], WAY_EVIDENCE_ON), on) != 0)
        continue;
      if (quote != NULL ? !append_quote (lens, quote, depth, text, error) : !append_story (lens, story, depth, text, error))
        return FALSE;
    }
  return TRUE;
}
