/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-outline.h"
#include "model/way-edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WayCanvas:
 *
 * A map to look at and to work on. It scrolls in a [class@Gtk.ScrolledWindow], zooms, selects, and says in `edit` what is wanted.
 *
 * Properties: `scene` (nullable), `dark`, `zoom` (1 is as large as on paper), `editable`, `check-spelling`, `selected` (the id of what is selected,
 * nullable).
 */
#define WAY_TYPE_CANVAS (way_canvas_get_type ())
G_DECLARE_FINAL_TYPE (WayCanvas, way_canvas, WAY, CANVAS, GtkWidget)

GtkWidget  *way_canvas_new           (void);
WayScene   *way_canvas_get_scene     (WayCanvas   *self);
void        way_canvas_set_scene     (WayCanvas   *self,
                                      WayScene    *scene);
gboolean    way_canvas_update        (WayCanvas   *self,
                                      WayChanges  *changes,
                                      GError     **error);
void        way_canvas_set_scenarios (WayCanvas   *self,
                                      const char *const *scenarios);
void        way_canvas_set_choosing  (WayCanvas   *self,
                                      gboolean     choosing);
double      way_canvas_get_zoom      (WayCanvas   *self);
void        way_canvas_zoom_by       (WayCanvas   *self,
                                      double       factor);
void        way_canvas_zoom_to       (WayCanvas   *self,
                                      double       zoom);
void        way_canvas_zoom_to_fit   (WayCanvas   *self);
gboolean    way_canvas_get_visible   (WayCanvas   *self,
                                      WayRect     *area);
const char *way_canvas_get_selected  (WayCanvas   *self);
const WaySpot *way_canvas_get_spot   (WayCanvas   *self);
GArray     *way_canvas_list_selection (WayCanvas  *self);
void        way_canvas_select_all    (WayCanvas   *self);
gboolean    way_canvas_select_id     (WayCanvas   *self,
                                      const char  *id);
void        way_canvas_select_again  (WayCanvas   *self,
                                      GArray      *spots,
                                      const char  *cursor);
void        way_canvas_select_cell   (WayCanvas   *self,
                                      const char  *lane,
                                      const char  *stage);
gboolean    way_canvas_get_cell_selected (WayCanvas *self);
void        way_canvas_add_here      (WayCanvas   *self);
void        way_canvas_change_selected (WayCanvas *self);
void        way_canvas_drop_selected (WayCanvas   *self);
void        way_canvas_put_selected  (WayCanvas   *self,
                                      const char  *lane,
                                      const char  *stage);
guint       way_canvas_find          (WayCanvas   *self,
                                      const char  *text);
guint       way_canvas_find_next     (WayCanvas   *self,
                                      gboolean     backwards);
gboolean    way_canvas_finish_typing (WayCanvas   *self);
gboolean    way_canvas_get_draft_area (WayCanvas  *self,
                                      WayRect     *area);

G_END_DECLS
