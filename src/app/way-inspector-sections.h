/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *way_inspector_new_flags    (WayMapContext *context,
                                       const char    *on);
GtkWidget *way_inspector_new_readings (WayMapContext *context,
                                       const char    *stage);
GtkWidget *way_inspector_new_evidence (WayMapContext *context,
                                       const char    *on);
GtkWidget *way_inspector_new_links    (WayMapContext *context,
                                       const char    *step);
GtkWidget *way_inspector_new_ends     (WayMapContext *context,
                                       const char    *link);
GtkWidget *way_inspector_new_row      (WayMapContext *context,
                                       WayRecord     *record,
                                       const char    *title,
                                       const char    *subtitle);
GtkWidget *way_inspector_new_button   (const char    *icon_name,
                                       const char    *label);
void       way_inspector_add_button   (GtkWidget     *box,
                                       const char    *label,
                                       GCallback      callback,
                                       gpointer       data,
                                       const char    *css_class);

G_END_DECLS
