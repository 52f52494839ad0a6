/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as the file and the interchange format write them: YYYY-MM-DD, which also sorts as text. */
#include "base/way-date.h"

#include <string.h>

/**
 * way_date_is_valid:
 * @date: (nullable): text
 *
 * Returns: whether @date is a day of the calendar, written YYYY-MM-DD
 */
gboolean
way_date_is_valid (const char *date)
{
  int year, month, day;

  if (date == NULL || strlen (date) != 10 || date[4] != '-' || date[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (date[i]))
      return FALSE;
  year = g_ascii_strtoll (date, NULL, 10);
  month = g_ascii_strtoll (date + 5, NULL, 10);
  day = g_ascii_strtoll (date + 8, NULL, 10);
  return year > 0 && g_date_valid_dmy (day, month, year);
}

/**
 * way_date_dup_today:
 *
 * Returns: (transfer full): today where the user is, as YYYY-MM-DD
 */
char *
way_date_dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}
