/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes with the program in several languages: pages of the help, and templates. */
#include "app/way-spoken.h"

/**
 * way_spoken_dup_resource:
 * @folder: a folder in the program that holds what is in English, with a folder for each other language in it
 * @name: a file there
 *
 * Finds a file in the first of the user's languages that has it. English always has it, so that languages after it are not looked at.
 *
 * Returns: (transfer full): the path of the file in the program
 */
char *
way_spoken_dup_resource (const char *folder,
                         const char *name)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL && !g_str_equal (languages[i], "en"); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s/%s", folder, languages[i], name);

      if (g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
        return g_steal_pointer (&path);
    }
  return g_strdup_printf ("%s/%s", folder, name);
}
