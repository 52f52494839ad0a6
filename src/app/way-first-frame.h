/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void way_first_frame_time (GtkWidget *window);

G_END_DECLS
