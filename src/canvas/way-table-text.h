/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *way_table_text_parse  (const char *text);
void       way_table_text_append (GString    *text,
                                  const char *cell,
                                  gboolean    first);
char     **way_table_text_parse_lines (const char *text);
void       way_table_text_strip_list  (char      **lines);
void       way_table_text_append_line (GString    *text,
                                       const char *line);

G_END_DECLS
