/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  way_date_is_valid  (const char *date);
char     *way_date_dup_today (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
