/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WayInspectorMany:
 *
 * What can be done to all cards or steps that are selected, and where they are.
 */
#define WAY_TYPE_INSPECTOR_MANY (way_inspector_many_get_type ())
G_DECLARE_FINAL_TYPE (WayInspectorMany, way_inspector_many, WAY, INSPECTOR_MANY, GtkBox)

GtkWidget *way_inspector_many_new  (WayMapContext    *context);
void       way_inspector_many_show (WayInspectorMany *self,
                                    GArray           *spots);
char      *way_inspector_dup_count (GArray           *spots);

G_END_DECLS
