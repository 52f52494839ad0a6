/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-export-choices.h"
#include "app/way-window.h"

G_BEGIN_DECLS

void way_print_run (WayWindow              *window,
                    const char             *map_id,
                    const WayExportChoices *choices,
                    const char             *title);

G_END_DECLS
