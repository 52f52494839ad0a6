/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean way_still_row_push (GtkWidget     *widget,
                             GtkSnapshot   *snapshot,
                             const GdkRGBA *ground,
                             double         device_scale);

G_END_DECLS
