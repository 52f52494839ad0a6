/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WayExportExtras: which scenarios lie over a pathway map when it is exported. At first they are those that lie over it in the window.
 *
 * Emits `changed` when others are chosen.
 */
#define WAY_TYPE_EXPORT_EXTRAS (way_export_extras_get_type ())
G_DECLARE_FINAL_TYPE (WayExportExtras, way_export_extras, WAY, EXPORT_EXTRAS, AdwExpanderRow)

guint              way_export_extras_fill          (WayExportExtras *self,
                                                    WayMapContext   *context);
const char *const *way_export_extras_get_scenarios (WayExportExtras *self);
GPtrArray         *way_export_extras_list_versions (WayMapContext   *context);
GtkStringList     *way_export_extras_name_versions (GPtrArray       *versions);

G_END_DECLS
