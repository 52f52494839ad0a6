/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *way_text_dup_slice       (const char *text,
                                    glong       start,
                                    glong       end) G_GNUC_WARN_UNUSED_RESULT;
gboolean  way_text_is_blank        (const char *text);
gboolean  way_text_is_right_to_left (const char *text);
char     *way_text_dup_isolated    (const char *text,
                                    gboolean    right_to_left) G_GNUC_WARN_UNUSED_RESULT;
char     *way_text_dup_isolated_parts (const char *text,
                                     gboolean    right_to_left);
char     *way_text_dup_directed    (const char *text,
                                    gboolean    right_to_left) G_GNUC_WARN_UNUSED_RESULT;
char    **way_text_split_lines     (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char     *way_text_dup_excerpt     (const char *text,
                                    glong       length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
