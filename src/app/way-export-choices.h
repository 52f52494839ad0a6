/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/way-export.h"

G_BEGIN_DECLS

/** WayExportKind: what kind of file comes out; the kinds that hold pictures of maps are those of [enum@Format]. */
typedef enum
{
  WAY_EXPORT_PDF = WAY_FORMAT_PDF,
  WAY_EXPORT_SVG = WAY_FORMAT_SVG,
  WAY_EXPORT_PNG = WAY_FORMAT_PNG,
  WAY_EXPORT_JSON,
} WayExportKind;

/** WayExportChoices: what somebody chose about an export. */
typedef struct
{
  WayAudience audience;       /* the desk only for a backup */
  WayExportKind kind;
  WayExportOptions options;
  gboolean all_maps;          /* or all personas */
  gboolean personas;          /* sheets of personas, and no maps */
} WayExportChoices;

void        way_export_choices_recall        (WayExportChoices       *self,
                                              const char             *map_id);
void        way_export_choices_remember      (const WayExportChoices *self,
                                              const char             *map_id);
const char *way_export_choices_get_extension (const WayExportChoices *self);
gboolean    way_export_choices_make_a_folder (const WayExportChoices *self);

G_END_DECLS
