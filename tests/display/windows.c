/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Windows of the application in this process, for tests that look at their widgets. */
#include "windows.h"

#include "app/way-application.h"

#include <locale.h>

/* Where there is no compositor GTK draws a border, which is no part of the window's width. */
#define BORDER 5

/* Begins a test that is called so: gives the application, registered, and a folder of its own. */
AdwApplication *
way_windows_begin (int         *argc,
                   char      ***argv,
                   const char  *name,
                   char       **folder)
{
  g_autofree char *pattern = g_strdup_printf ("way-%s-XXXXXX", name);
  g_autoptr (GError) error = NULL;
  AdwApplication *application;

  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);
  *folder = g_dir_make_tmp (pattern, &error);
  g_assert_no_error (error);
  application = ADW_APPLICATION (way_application_new ());
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

void
way_windows_run (const char *const *command)
{
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

/* A workspace written in Greek letters, so that its own words are told from ours. */
void
way_windows_make_file (const char *path)
{
  const char *cli = g_getenv ("WAY_CLI");
  g_autofree char *source = g_build_filename (g_getenv ("WAY_TEST_DATA"), "marked.json", NULL);
  const char *const makes[] = { cli, "new", path, NULL };
  const char *const fills[] = { cli, "import", path, source, NULL };
  const char *const *commands[] = { makes, fills };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    way_windows_run (commands[i]);
}

static gboolean
tick_cb (gpointer data)
{
  int *ticks = data;

  return --*ticks > 0;
}

/* Lets the window draw itself: a while of the main loop, and until nothing waits in it. */
void
way_windows_settle (void)
{
  int ticks = 12;

  g_timeout_add (30, tick_cb, &ticks);
  while (ticks > 0)
    g_main_context_iteration (NULL, TRUE);
}

WayWindow *
way_windows_open (AdwApplication *application,
                  const WaySize  *size,
                  const char     *file)
{
  WayWindow *window = way_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), size->width + 2 * BORDER, size->height + 2 * BORDER);
  gtk_window_present (GTK_WINDOW (window));
  if (file != NULL)
    {
      g_autoptr (GFile) path = g_file_new_for_path (file);

      way_window_open (window, path);
      for (guint i = 0; i < 400 && way_window_get_workspace (window) == NULL; i++)
        way_windows_settle ();
      g_assert_nonnull (way_window_get_workspace (window));
    }
  way_windows_settle ();
  return window;
}
