/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command `waymark new`: a workspace, empty or from one of those that come with the program. */
#include "base/way-i18n.h"
#include "cli/way-cli-private.h"
#include "cli/way-cli-resources.h"
#include "exchange/way-json-read.h"

#include <string.h>

#define ROOT "/org/waymark/Waymark/"

static char *
dup_names (const char *folder)
{
  g_autofree char *path = g_strconcat (ROOT, folder, NULL);
  g_auto (GStrv) files = g_resource_enumerate_children (way_cli_get_resource (), path, 0, NULL);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], ".json"))
      files[i][strlen (files[i]) - strlen (".json")] = '\0';
  return files != NULL ? g_strjoinv (", ", files) : g_strdup ("");
}

static GBytes *
load (const char *folder,
      const char *name)
{
  g_autofree char *path = g_strdup_printf (ROOT "%s/%s.json", folder, name);

  return g_resource_lookup_data (way_cli_get_resource (), path, 0, NULL);
}

static gboolean
fill (WayWorkspace  *workspace,
      GBytes        *json,
      GError       **error)
{
  gsize length;
  const char *text = g_bytes_get_data (json, &length);
  g_autoptr (WayEdit) edit = way_json_read (text, length, WAY_RECORDS (workspace), FALSE, NULL, error);

  return edit != NULL && way_workspace_apply (workspace, edit, error) && way_workspace_forget_history (workspace, error);
}

static WayExit
make (const char *path,
      GBytes     *json)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayWorkspace) workspace = way_workspace_create (file, &error);

  if (workspace == NULL)
    return way_cli_fail ("%s", error->message);
  if ((json == NULL || fill (workspace, json, &error)) && way_workspace_close (workspace, &error))
    return WAY_EXIT_DONE;
  /* It was not there before, and is not what was asked for. */
  g_file_delete (file, NULL, NULL);
  return way_cli_fail ("%s", error->message);
}

WayExit
way_cli_new (GStrv arguments)
{
  g_autofree char *sample = NULL, *template = NULL, *names = NULL;
  g_autoptr (GBytes) json = NULL;
  g_auto (GStrv) rest = NULL;
  WayExit exit_status;
  const GOptionEntry entries[] = {
    { "sample", 0, 0, G_OPTION_ARG_FILENAME, &sample, N_("Begin with a finished example, such as living-well"), N_("NAME") },
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &template, N_("Begin with an empty map to be filled, such as journey"), N_("NAME") },
    G_OPTION_ENTRY_NULL,
  };

  rest = way_cli_parse ("new", _("FILE"), _("Makes a workspace. A file that is there already is never overwritten."), entries, arguments,
                        1, 1, &exit_status);
  if (rest == NULL)
    return exit_status;
  if (sample != NULL && template != NULL)
    return way_cli_misuse (_("A workspace begins with a sample or a template, not both."));
  if (sample != NULL || template != NULL)
    {
      way_cli_register_resource ();
      json = load (sample != NULL ? "sample" : "templates", sample != NULL ? sample : template);
      names = dup_names (sample != NULL ? "sample" : "templates");
      if (json == NULL)
        return way_cli_misuse (sample != NULL ? _("There is no sample “%s”; there is: %s.") : _("There is no template “%s”; there is: %s."),
                               sample != NULL ? sample : template, names);
    }
  return make (rest[1], json);
}
