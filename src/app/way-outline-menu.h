/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void way_outline_menu_attach (GtkWidget *list,
                              GtkWidget *pane);

G_END_DECLS
