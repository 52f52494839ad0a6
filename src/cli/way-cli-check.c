/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command `waymark check`: whether a workspace is whole, and whether what each audience would see is what tellers agreed to. */
#include "base/way-i18n.h"
#include "cli/way-cli-private.h"
#include "model/way-schema.h"

/* The stories that @audience sees, told from the stories themselves and not by the lens that is being checked. */
static GHashTable *
find_open_stories (WayWorkspace  *workspace,
                   WayAudience    audience,
                   const char    *today,
                   GError       **error)
{
  g_autoptr (GPtrArray) stories = way_records_list (WAY_RECORDS (workspace), WAY_KIND_STORY, NULL, error);
  GHashTable *open = NULL;

  if (stories == NULL)
    return NULL;
  open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < stories->len; i++)
    if (way_story_get_widest_audience (stories->pdata[i], today) >= audience)
      g_hash_table_add (open, g_strdup (way_record_get_id (stories->pdata[i])));
  return open;
}

static gboolean
check_consent (WayWorkspace  *workspace,
               WayAudience    audience,
               GPtrArray     *problems,
               GError       **error)
{
  g_autoptr (WayLens) lens = way_cli_look (workspace, audience);
  g_autoptr (GHashTable) open = find_open_stories (workspace, audience, way_lens_get_today (lens), error);
  g_autoptr (GPtrArray) stories = open != NULL ? way_lens_list (lens, WAY_KIND_STORY, NULL, error) : NULL;
  g_autoptr (GPtrArray) quotes = stories != NULL ? way_lens_list (lens, WAY_KIND_QUOTE, NULL, error) : NULL;

  if (quotes == NULL)
    return FALSE;
  for (guint i = 0; i < stories->len; i++)
    if (!g_hash_table_contains (open, way_record_get_id (stories->pdata[i])))
      g_ptr_array_add (problems, g_strdup_printf (_("The story “%s” would be shown to an audience (%s) that its teller did not agree to."),
                                                  way_record_get_id (stories->pdata[i]), way_audience_get_name (audience)));
  for (guint i = 0; i < quotes->len; i++)
    if (!g_hash_table_contains (open, way_record_get_within (quotes->pdata[i])))
      g_ptr_array_add (problems, g_strdup_printf (_("The quote “%s” would be shown to an audience (%s) that its teller did not agree to."),
                                                  way_record_get_id (quotes->pdata[i]), way_audience_get_name (audience)));
  return TRUE;
}

static GPtrArray *
check (WayWorkspace  *workspace,
       GError       **error)
{
  g_autoptr (GPtrArray) problems = way_workspace_check (workspace, error);

  for (WayAudience audience = WAY_AUDIENCE_TEAM; problems != NULL && audience <= WAY_AUDIENCE_PUBLIC; audience++)
    if (!check_consent (workspace, audience, problems, error))
      return NULL;
  return g_steal_pointer (&problems);
}

WayExit
way_cli_check (GStrv arguments)
{
  g_auto (GStrv) rest = NULL;
  g_autoptr (WayWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  WayExit exit_status;
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };

  rest = way_cli_parse ("check", _("FILE"), _("Looks whether a workspace is whole and consents are honoured, and says what is wrong."),
                        entries, arguments, 1, 1, &exit_status);
  if (rest == NULL)
    return exit_status;
  workspace = way_cli_open (rest[1]);
  if (workspace == NULL)
    return WAY_EXIT_FAILED;
  problems = check (workspace, &error);
  if (problems == NULL)
    return way_cli_fail ("%s", error->message);
  for (guint i = 0; i < problems->len; i++)
    {
      way_cli_say (problems->pdata[i]);
      way_cli_say ("\n");
    }
  if (problems->len == 0)
    way_cli_say (_("All is well: the workspace is whole, and consents are honoured.\n"));
  exit_status = way_cli_let_go (workspace);
  if (exit_status != WAY_EXIT_DONE || problems->len == 0)
    return exit_status;
  return way_cli_fail (ngettext ("%u thing is wrong in “%s”.", "%u things are wrong in “%s”.", problems->len), problems->len, rest[1]);
}
