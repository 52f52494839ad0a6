/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** WayStartCell: something to begin with, a file that was open before or a template, as a small picture with words. */
#define WAY_TYPE_START_CELL (way_start_cell_get_type ())
G_DECLARE_FINAL_TYPE (WayStartCell, way_start_cell, WAY, START_CELL, GtkFlowBoxChild)

GtkWidget  *way_start_cell_new_for_file     (GFile               *file);
GtkWidget  *way_start_cell_new_for_template (const char *name,
                                            const char *title,
                                            const char *about);
GFile      *way_start_cell_get_file         (WayStartCell        *self);
const char *way_start_cell_get_template     (WayStartCell        *self);
const char *way_start_cell_get_title        (WayStartCell        *self);
gboolean    way_start_cell_is_gone          (WayStartCell        *self);
gboolean    way_start_cell_wants_picture    (WayStartCell        *self,
                                             gboolean             dark);
void        way_start_cell_make_picture     (WayStartCell        *self,
                                             gboolean             dark,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             data);
void        way_start_cell_set_picture      (WayStartCell        *self,
                                             GdkTexture          *picture);

G_END_DECLS
