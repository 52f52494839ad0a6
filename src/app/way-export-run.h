/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-export-job.h"
#include "app/way-window.h"

G_BEGIN_DECLS

/** WayExportDone: told of what came out, when all went well. */
typedef void (*WayExportDone) (WayWindow    *window,
                               WayExportJob *job);

void way_export_run (WayWindow              *window,
                     const char             *map_id,
                     const WayExportChoices *choices,
                     GFile                  *target,
                     WayExportDone           done);

G_END_DECLS
