/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WayTextFieldMode:
 * @WAY_TEXT_FIELD_LINE: one line
 * @WAY_TEXT_FIELD_TEXT: Return keeps the text, Ctrl+Return begins a new line, as on the map
 * @WAY_TEXT_FIELD_LINES: a list of texts, one a line; Return begins the next
 */
typedef enum
{
  WAY_TEXT_FIELD_LINE,
  WAY_TEXT_FIELD_TEXT,
  WAY_TEXT_FIELD_LINES,
} WayTextFieldMode;

/**
 * WayTextField:
 *
 * A row with a text to write. The text is kept with Return and on leaving the row, by the signal `commit`, whose handler says whether
 * it is kept now. What was typed is never overwritten from outside.
 */
#define WAY_TYPE_TEXT_FIELD (way_text_field_get_type ())
G_DECLARE_FINAL_TYPE (WayTextField, way_text_field, WAY, TEXT_FIELD, AdwPreferencesRow)

GtkWidget  *way_text_field_new        (const char       *title,
                                       WayTextFieldMode  mode);
void        way_text_field_set_text   (WayTextField     *self,
                                       const char       *text);
void        way_text_field_replace    (WayTextField     *self,
                                       const char       *text);
char       *way_text_field_dup_text   (WayTextField     *self);
gboolean    way_text_field_is_changed (WayTextField     *self);
gboolean    way_text_field_commit     (WayTextField     *self);
void        way_text_field_focus      (WayTextField     *self);
void        way_text_field_empty      (WayTextField     *self);
void        way_text_field_keep_on_return (WayTextField *self);
GtkWidget  *way_text_field_get_box    (WayTextField     *self);

G_END_DECLS
