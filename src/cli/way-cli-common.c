/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands share: options, the one line about what went wrong, opening and closing. */
#include "base/way-date.h"
#include "base/way-i18n.h"
#include "cli/way-cli-private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* One line, whatever is in the names that it tells; UTF-8, as everything here. */
static void
print_line (const char *sentence)
{
  g_autofree char *line = g_utf8_make_valid (sentence, -1);

  for (char *c = line; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  fprintf (stderr, "waymark: %s\n", g_strchomp (line));
}

/**
 * way_cli_fail:
 * @format: one plain sentence
 *
 * Says why it could not be done.
 *
 * Returns: the exit status for that
 */
WayExit
way_cli_fail (const char *format,
              ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  print_line (sentence);
  return WAY_EXIT_FAILED;
}

/**
 * way_cli_note:
 * @format: one plain sentence
 *
 * Says beside what was done what should be known of it.
 */
void
way_cli_note (const char *format,
              ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  print_line (sentence);
}

/**
 * way_cli_misuse:
 * @format: one plain sentence
 *
 * Says what is wrong with the command line.
 *
 * Returns: the exit status for that
 */
WayExit
way_cli_misuse (const char *format,
                ...)
{
  g_autofree char *sentence = NULL, *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  line = g_strdup_printf (_("%s See “waymark --help”."), sentence);
  print_line (line);
  return WAY_EXIT_USAGE;
}

/**
 * way_cli_say:
 * @text: UTF-8
 *
 * Writes to stdout what was asked for.
 */
void
way_cli_say (const char *text)
{
  fputs (text, stdout);
}

/**
 * way_cli_finish:
 *
 * Returns: the exit status when all went well: not done where stdout did not take everything
 */
WayExit
way_cli_finish (void)
{
  if (fflush (stdout) != 0 || ferror (stdout))
    return way_cli_fail (_("The answer could not be written."));
  return WAY_EXIT_DONE;
}

static void
trim_message (GError *error)
{
  char *end = error->message + strlen (error->message);

  if (end > error->message && end[-1] == '.')
    end[-1] = '\0';
}

/* GLib leaves the dashes that end the options where what follows begins with one. */
static void
drop_end_of_options (GStrv rest)
{
  for (; *rest != NULL; rest++)
    if (g_str_equal (*rest, "--"))
      {
        g_free (*rest);
        memmove (rest, rest + 1, g_strv_length (rest + 1) * sizeof *rest + sizeof *rest);
        return;
      }
}

/* GLib takes names in a folder that is gone to be names in the root folder. */
static gboolean
is_folder_there (void)
{
  char *folder = getcwd (NULL, 0);
  gboolean there = folder != NULL;

  free (folder);
  return there;
}

/**
 * way_cli_parse:
 * @command: its name
 * @parameters: what follows the name in its help
 * @summary: what it does
 * @entries: its options, whose texts are all G_OPTION_ARG_FILENAME: as they were given, whatever the locale
 * @arguments: the arguments
 * @least: the fewest that may be left
 * @most: the most
 * @exit_status: (out): what to end with, when there is nothing more to do
 *
 * Reads the options of a command.
 *
 * Returns: (transfer full) (nullable): to go on with: what is left of the arguments
 */
GStrv
way_cli_parse (const char          *command,
               const char          *parameters,
               const char          *summary,
               const GOptionEntry  *entries,
               GStrv                arguments,
               guint                least,
               guint                most,
               WayExit             *exit_status)
{
  g_autofree char *name = g_strdup_printf ("waymark %s", command);
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) rest = NULL;
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  const GOptionEntry own[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Tell how this command is used"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, own, GETTEXT_PACKAGE);
  g_set_prgname (name);
  g_strv_builder_add (builder, name);
  g_strv_builder_addv (builder, (const char **) arguments);
  rest = g_strv_builder_end (builder);
  *exit_status = WAY_EXIT_USAGE;
  if (!g_option_context_parse_strv (context, &rest, &error))
    {
      trim_message (error);
      way_cli_misuse ("%s.", error->message);
      return NULL;
    }
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      way_cli_say (text);
      *exit_status = way_cli_finish ();
      return NULL;
    }
  drop_end_of_options (rest);
  if (g_strv_length (rest) < least + 1)
    way_cli_misuse (_("“waymark %s” needs more than that: %s."), command, parameters);
  else if (g_strv_length (rest) > most + 1)
    way_cli_misuse (_("“%s” is more than “waymark %s” takes."), rest[most + 1], command);
  else if (!is_folder_there ())
    *exit_status = way_cli_fail (_("The folder that you are in is not there any more."));
  else
    return g_steal_pointer (&rest);
  return NULL;
}

/**
 * way_cli_open:
 * @path: the file, as the command line has it
 *
 * Opens a workspace, or says why not.
 *
 * Returns: (transfer full) (nullable): the workspace
 */
WayWorkspace *
way_cli_open (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = way_workspace_open_to_read (file, &error);

  if (workspace == NULL)
    way_cli_fail ("%s", error->message);
  return workspace;
}

/**
 * way_cli_let_go:
 * @workspace: an open workspace that was only read
 *
 * Closes a workspace. Edits that a crash had kept from its file, and that cannot be put there now either, stay on this machine
 * where they were: that is nothing that reading could not do.
 *
 * Returns: the exit status when all else went well
 */
WayExit
way_cli_let_go (WayWorkspace *workspace)
{
  way_workspace_close (workspace, NULL);
  return way_cli_finish ();
}

/**
 * way_cli_look:
 * @workspace: an open workspace
 * @audience: who looks
 *
 * Returns: (transfer full): the workspace as they may see it today
 */
WayLens *
way_cli_look (WayWorkspace *workspace,
              WayAudience   audience)
{
  g_autofree char *today = way_date_dup_today ();

  return way_lens_new (WAY_RECORDS (workspace), audience, today);
}
