/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WayChoiceRow:
 *
 * A row with a list of words to choose from, which assistive technology can step through.
 */
#define WAY_TYPE_CHOICE_ROW (way_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (WayChoiceRow, way_choice_row, WAY, CHOICE_ROW, AdwComboRow)

GtkWidget *way_choice_row_new       (const char         *title);
void       way_choice_row_set_words (WayChoiceRow       *self,
                                     const char *const  *words);

G_END_DECLS
