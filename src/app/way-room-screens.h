/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

int         way_room_screens_find_other (const GdkRectangle *screens,
                                         guint               n_screens,
                                         const GdkRectangle *desk);
GdkMonitor *way_room_screens_choose     (GtkWindow          *desk,
                                         gboolean            same);

G_END_DECLS
