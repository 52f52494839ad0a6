/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program with windows. */
#include "app/way-application.h"
#include "base/way-i18n.h"

#include <locale.h>

int
main (int    argc,
      char **argv)
{
  g_autoptr (WayApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, WAY_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = way_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
