/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands in a word for the name of the step that it is said of, which Graphviz writes as \N. */
#define WAY_DOT_NAME "\x1f"

/** WayDotScan: the words and marks of a text in the language of Graphviz, one after the other. */
typedef struct
{
  const char *at;
  guint line;
  GString *word;              /* of the token that was read last, where it is one */
  char token;                 /* 'w' a word, '>' an arrow with a direction, '-' one without, a mark of its own, or 0 at the end */
  gboolean quoted;            /* the word stood in quotation marks, so that it is no word of the language */
  guint open_line;            /* where something opens that nothing closes, or 0 */
} WayDotScan;

void     way_dot_scan_next    (WayDotScan *self);
gboolean way_dot_scan_is_word (WayDotScan *self,
                               const char *word);

G_END_DECLS
