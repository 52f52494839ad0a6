/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-export-job.h"
#include "app/way-window.h"

G_BEGIN_DECLS

void        way_export_toast_show        (WayWindow    *window,
                                          WayExportJob *job);
const char *way_export_toast_get_caution (WayAudience   audience);

G_END_DECLS
