/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-export-choices.h"
#include "app/way-window.h"

G_BEGIN_DECLS

void way_export_copy       (WayWindow     *window,
                            WayExportKind  kind);
void way_export_copy_steps (WayWindow     *window,
                            WayExportKind  kind);

G_END_DECLS
