/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WaySpelledWord: a word in a text, in characters. */
typedef struct
{
  int start, end;
} WaySpelledWord;

GArray *way_spelling_list_words (const char        *text,
                                 const char        *language);
char  **way_spelling_list_codes (const char        *language,
                                 const char *const *own);

G_END_DECLS
