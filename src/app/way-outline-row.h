/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void way_outline_row_set_factory (GtkListView *list);

G_END_DECLS
