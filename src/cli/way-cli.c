/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: which command is meant, and handing over to the window program. */
#include "cli/way-cli.h"

#include "base/way-i18n.h"
#include "cli/way-cli-private.h"

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  const char *name;
  WayExit (*run) (GStrv arguments);
} Command;

static const Command commands[] = {
  { "new", way_cli_new },
  { "info", way_cli_info },
  { "export", way_cli_export },
  { "import", way_cli_import },
  { "check", way_cli_check },
  { "thumbnail", way_cli_thumbnail },
};

static void
print_help (void)
{
  way_cli_say (_("Waymark: maps of how services are lived, for people who redesign them together.\n"
                 "\n"
                 "  waymark [FILE]                                       open in the app\n"
                 "  waymark new FILE [--sample NAME | --template NAME]   make a workspace; never overwrites\n"
                 "  waymark info FILE [--json]                           what is in it\n"
                 "  waymark export FILE [OPTION…] -o OUT                 write PDF, SVG, PNG or JSON\n"
                 "  waymark import FILE SOURCE [--lenient]               add what is in a JSON file\n"
                 "  waymark check FILE                                   is it whole, are consents honoured\n"
                 "  waymark thumbnail FILE OUT [--size SIZE]             write a small picture for file managers\n"
                 "\n"
                 "waymark COMMAND --help tells more. --version tells the version.\n"));
}

/* Beside this program where it is installed so, and in the build folder; else where programs for programs are. */
static char *
find_app (void)
{
  static const char *const places[] = { "waymark-app", "app/waymark-app" };
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = own != NULL ? g_path_get_dirname (own) : NULL;

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *beside = g_build_filename (folder, places[i], NULL);

      if (g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE) && !g_file_test (beside, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&beside);
    }
  return g_build_filename (WAY_LIBEXECDIR, "waymark-app", NULL);
}

/* The window is a program of its own, so that exports need not load what it needs. */
static WayExit
open_app (GStrv arguments)
{
  g_autofree char *app = find_app ();
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  if (arguments[0] != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (arguments[0]);

      if (g_file_is_native (file) && !g_file_query_exists (file, NULL))
        return way_cli_fail (_("There is no file “%s”."), arguments[0]);
    }
  g_ptr_array_add (all, app);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (all, arguments[i]);
  g_ptr_array_add (all, NULL);
  execv (app, (char *const *) all->pdata);
  return way_cli_fail (_("The window program could not be started (%s): %s."), app, g_strerror (errno));
}

static WayExit
dispatch (GStrv arguments)
{
  const char *first = arguments[0];

  if (first == NULL)
    return open_app (arguments);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (first, commands[i].name))
      return commands[i].run (arguments + 1);
  if (g_str_equal (first, "--help") || g_str_equal (first, "-h"))
    {
      print_help ();
      return way_cli_finish ();
    }
  if (g_str_equal (first, "--version"))
    {
      way_cli_say ("waymark " WAY_VERSION "\n");
      return way_cli_finish ();
    }
  if (g_str_equal (first, "--"))
    arguments++;
  else if (first[0] == '-')
    return way_cli_misuse (_("The option “%s” is not known."), first);
  if (g_strv_length (arguments) > 1)
    return way_cli_misuse (_("“%s” is not a command."), first);
  return open_app (arguments);
}

/**
 * way_cli_run:
 * @argc: the number of arguments
 * @argv: the arguments of the program, its name first
 *
 * Does what the command line says.
 *
 * Returns: the exit status: 0 done, 1 could not, 2 wrong usage
 */
int
way_cli_run (int    argc,
             char **argv)
{
  g_auto (GStrv) arguments = g_strdupv (argv + MIN (argc, 1));

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, WAY_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("waymark");
  /* A full disk, a limit or a closed pipe is told by the call that meets it, in words. */
  signal (SIGXFSZ, SIG_IGN);
  signal (SIGPIPE, SIG_IGN);
  return dispatch (arguments);
}
