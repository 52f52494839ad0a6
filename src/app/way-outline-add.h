/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       way_outline_add_fill      (GtkMenuButton  *button,
                                      gboolean        pathway);
GtkWidget *way_outline_add_new_tools (GtkWidget     **add_button);

G_END_DECLS
