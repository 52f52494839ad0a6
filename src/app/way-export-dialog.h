/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-window.h"

G_BEGIN_DECLS

/** WayExportDialog: who will see a map, and on what; with a preview of what comes out. */
#define WAY_TYPE_EXPORT_DIALOG (way_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayExportDialog, way_export_dialog, WAY, EXPORT_DIALOG, AdwDialog)

void way_export_dialog_ask         (WayWindow  *window,
                                    gboolean    to_print);
void way_export_dialog_ask_persona (WayWindow  *window,
                                    const char *id,
                                    gboolean    to_print);

G_END_DECLS
