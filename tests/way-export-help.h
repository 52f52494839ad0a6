/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/way-export.h"

G_BEGIN_DECLS

/** WAY_EXPORT_HELP_TODAY: the day on which the lenses of these helpers look. */
#define WAY_EXPORT_HELP_TODAY "2026-11-22"

WayLens *way_export_help_read_lens (const char              *folder,
                                    const char              *name,
                                    WayAudience              audience);
WayLens *way_export_help_new_lens  (const char              *json,
                                    WayAudience              audience);
GStrv    way_export_help_list_maps (WayLens                 *lens);
GStrv    way_export_help_list_sheets (WayLens                 *lens);
GBytes  *way_export_help_write     (WayLens                 *lens,
                                    const char              *map_id,
                                    WayFormat                format,
                                    const WayExportOptions  *options);
char    *way_export_help_run       (GBytes                  *file,
                                    const char              *suffix,
                                    const char              *command);
GBytes  *way_export_help_run_for_bytes (GBytes           *file,
                                    const char              *suffix,
                                    const char              *command);
char    *way_export_help_squeeze   (const char              *text);
GPtrArray *way_export_help_list_svg_texts (GBytes           *svg);

G_END_DECLS
