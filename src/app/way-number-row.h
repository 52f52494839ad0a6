/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget     *way_number_row_new      (const char *title,
                                        double      low,
                                        double      high);
GtkSpinButton *way_number_row_get_spin (GtkWidget  *row);

G_END_DECLS
