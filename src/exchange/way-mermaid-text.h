/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean    way_mermaid_is_word     (const char  *statement,
                                     const char  *word);
const char *way_mermaid_skip_space  (const char  *at);
const char *way_mermaid_read_name   (const char  *at,
                                     char       **name);
char       *way_mermaid_dup_words   (const char  *from,
                                     const char  *to);
const char *way_mermaid_find_end    (const char  *at,
                                     const char  *close);
char       *way_mermaid_next        (const char **at,
                                     guint       *line);

G_END_DECLS
