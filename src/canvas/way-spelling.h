/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WaySpelling:
 *
 * Underlines misspelt words in a text view and offers others in its menu. It changes nothing by itself.
 *
 * Properties: `check`, whether it does.
 */
#define WAY_TYPE_SPELLING (way_spelling_get_type ())
G_DECLARE_FINAL_TYPE (WaySpelling, way_spelling, WAY, SPELLING, GObject)

WaySpelling *way_spelling_attach       (GtkTextView *view);
void         way_spelling_set_language (WaySpelling *self,
                                        const char  *language);

G_END_DECLS
