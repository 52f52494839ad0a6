/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a file is and when something was, in the words in which people say it. */
#include "app/way-place.h"

#include "base/way-i18n.h"

/**
 * way_place_dup_folder:
 * @file: a file
 *
 * Returns: (transfer full): the folder that it is in, to be read by people
 */
char *
way_place_dup_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file), home = g_file_new_for_path (g_get_home_dir ());
  g_autofree char *within = folder != NULL ? g_file_get_relative_path (home, folder) : NULL;

  if (folder == NULL)
    return g_file_get_parse_name (file);
  if (g_file_equal (folder, home))
    return g_strdup (_("Home folder"));
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
