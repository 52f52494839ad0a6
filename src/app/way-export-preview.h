/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-export-source.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WayExportPreview: what would come out of an export, drawn in the background whenever the choices change.
 *
 * Emits `drawn` when it shows them.
 */
#define WAY_TYPE_EXPORT_PREVIEW (way_export_preview_get_type ())
G_DECLARE_FINAL_TYPE (WayExportPreview, way_export_preview, WAY, EXPORT_PREVIEW, AdwBin)

void                   way_export_preview_set_source (WayExportPreview       *self,
                                                      WayExportSource        *source,
                                                      const char             *map_id);
void                   way_export_preview_show       (WayExportPreview       *self,
                                                      const WayExportChoices *choices);
void                   way_export_preview_fail       (WayExportPreview       *self,
                                                      const char             *reason);
const WayExportSketch *way_export_preview_get_sketch (WayExportPreview       *self);

G_END_DECLS
