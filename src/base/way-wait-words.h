/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A part of way-wait.c: the words for lengths of time, and finding them in a text that is folded and composed. */

#define WAY_WAIT_FRACTION_SLASH 0x2044

typedef enum
{
  WAY_WAIT_YEAR,
  WAY_WAIT_MONTH,
  WAY_WAIT_FORTNIGHT,
  WAY_WAIT_WEEK,
  WAY_WAIT_WORKING_DAY,
  WAY_WAIT_DAY,
  WAY_WAIT_HOUR,
  WAY_WAIT_MINUTE,
} WayWaitUnit;

#define WAY_N_WAIT_UNITS (WAY_WAIT_MINUTE + 1)

typedef enum
{
  WAY_WAIT_NONE,              /* "no wait", and what else means that there is none */
  WAY_WAIT_TOMORROW,
  WAY_WAIT_BEFORE,            /* may stand before a wait and changes nothing */
  WAY_WAIT_AFTER,
  WAY_WAIT_BETWEEN,           /* before the two ends of a range */
  WAY_WAIT_RANGE,             /* between them */
  WAY_WAIT_JOIN,              /* between the parts of one wait */
  WAY_WAIT_AND_A_HALF,
} WayWaitWords;

char     *way_wait_prepare     (const char    *text) G_GNUC_WARN_UNUSED_RESULT;
void      way_wait_skip_space  (const char   **at);
gboolean  way_wait_skip        (const char   **at,
                                WayWaitWords   words);
gboolean  way_wait_read_number (const char   **at,
                                gboolean       between,
                                double        *value);
gboolean  way_wait_read_unit   (const char   **at,
                                WayWaitUnit   *unit,
                                guint         *times);
char     *way_wait_dup_counted (WayWaitUnit    unit,
                                guint          n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
