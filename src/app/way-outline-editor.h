/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-outline-places.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WayOutlineEditor:
 *
 * Where something new for the outline is written, or something in it anew. Signal `closed` when the writing is over.
 */
#define WAY_TYPE_OUTLINE_EDITOR (way_outline_editor_get_type ())
G_DECLARE_FINAL_TYPE (WayOutlineEditor, way_outline_editor, WAY, OUTLINE_EDITOR, AdwBin)

GtkWidget *way_outline_editor_new    (WayMapContext    *context);
void       way_outline_editor_add    (WayOutlineEditor *self,
                                      WayOutlinePlaces *places,
                                      WayKind           kind,
                                      const char       *choice);
gboolean   way_outline_editor_change (WayOutlineEditor *self,
                                      WayOutlinePlaces *places,
                                      WayRecord        *record);
gboolean   way_outline_editor_finish (WayOutlineEditor *self);
void       way_outline_editor_close  (WayOutlineEditor *self);

G_END_DECLS
