/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** WayCheck: a check button that assistive technology can press. */
#define WAY_TYPE_CHECK (way_check_get_type ())
G_DECLARE_FINAL_TYPE (WayCheck, way_check, WAY, CHECK, GtkCheckButton)

GtkWidget *way_check_new (const char *label);

G_END_DECLS
