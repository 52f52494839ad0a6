/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WAY_WAIT_MAX: the longest wait that a workspace can hold, in days. */
#define WAY_WAIT_MAX 1e6

gboolean  way_wait_parse     (const char *text,
                              double     *days,
                              GError    **error);
gboolean  way_wait_recognise (const char *text,
                              double     *days);
char     *way_wait_dup_label (double      days) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
