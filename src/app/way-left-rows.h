/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void   way_left_rows_fill     (GtkListBox    *list);
GFile *way_left_rows_get_file (GtkListBoxRow *row);

G_END_DECLS
