/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a file is and when something was, in the words in which people say it. */
#include "app/way-place.h"

#include "base/way-i18n.h"

/* A path under one of the user's own folders, which people know by name: “Documents/Clinic”. */
static char *
dup_named (GFile *folder)
{
  for (guint i = 0; i < G_USER_N_DIRECTORIES; i++)
    {
      const char *path = g_get_user_special_dir (i);
      g_autoptr (GFile) known = path != NULL ? g_file_new_for_path (path) : NULL;
      g_autofree char *within = known != NULL ? g_file_get_relative_path (known, folder) : NULL;
      g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;

      /* Where there is no such folder, it is said to be the home folder. */
      if (path == NULL || g_str_equal (path, g_get_home_dir ()))
        continue;
      if (g_file_equal (known, folder))
        return g_steal_pointer (&name);
      if (within != NULL)
        return g_build_filename (name, within, NULL);
    }
  return NULL;
}

/* What is on a stick or another disk: its name, and the way on it. */
static char *
dup_on_disk (const char *path)
{
  g_autofree char *media = g_build_filename ("/run/media", g_get_user_name (), "", NULL);
  const char *const places[] = { media, "/media/", "/mnt/" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_has_prefix (path, places[i]) && path[strlen (places[i])] != '\0')
      return g_strdup (path + strlen (places[i]));
  return NULL;
}

/* Flatpak hands files over under names of its own, and tells where they are. */
static GFile *
find_real (GFile *file)
{
  g_autoptr (GFileInfo) info = NULL;
  const char *path = g_file_peek_path (file), *real;

  if (path == NULL || !g_str_has_prefix (path, "/run/user/"))
    return g_object_ref (file);
  info = g_file_query_info (file, "xattr::document-portal.host-path", G_FILE_QUERY_INFO_NONE, NULL, NULL);
  real = info != NULL ? g_file_info_get_attribute_string (info, "xattr::document-portal.host-path") : NULL;
  return real != NULL ? g_file_new_for_path (real) : g_object_ref (file);
}

/**
 * way_place_dup_folder:
 * @file: a file
 *
 * Returns: (transfer full): the folder that it is in, to be read by people
 */
char *
way_place_dup_folder (GFile *file)
{
  g_autoptr (GFile) real = find_real (file), folder = g_file_get_parent (real), home = g_file_new_for_path (g_get_home_dir ());
  g_autofree char *within = folder != NULL ? g_file_get_relative_path (home, folder) : NULL;
  const char *path = folder != NULL ? g_file_peek_path (folder) : NULL;
  char *named;

  if (folder == NULL)
    return g_file_get_parse_name (file);
  if (g_file_equal (folder, home))
    return g_strdup (_("Home folder"));
  if ((named = dup_named (folder)) != NULL || (path != NULL && (named = dup_on_disk (path)) != NULL))
    return named;
  return within != NULL ? g_strdup_printf ("~/%s", within) : g_file_get_parse_name (folder);
}

/**
 * way_place_dup_when:
 * @when: UTC microseconds
 *
 * Returns: (transfer full): the day, and today the time
 */
char *
way_place_dup_when (gint64 when)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (when), then = g_date_time_to_local (utc);
  g_autoptr (GDateTime) now = g_date_time_new_now_local (), yesterday = g_date_time_add_days (now, -1);

  if (g_date_time_get_year (then) == g_date_time_get_year (now) && g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (now))
    /* Translators: the time of something that was today, as g_date_time_format() writes it. */
    return g_date_time_format (then, _("today at %H:%M"));
  if (g_date_time_get_year (then) == g_date_time_get_year (yesterday) &&
      g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (yesterday))
    /* Translators: the time of something that was yesterday, as g_date_time_format() writes it. */
    return g_date_time_format (then, _("yesterday at %H:%M"));
  /* Translators: the day of something that was before yesterday, as g_date_time_format() writes it. */
  return g_date_time_format (then, _("%e %B %Y"));
}
