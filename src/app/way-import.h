/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-window.h"

G_BEGIN_DECLS

void     way_import_ask      (WayWindow *window);
void     way_import_run      (WayWindow *window,
                              GFile     *source);
gboolean way_import_is_known (GFile     *source);
gboolean way_import_is_json  (GFile     *source);

G_END_DECLS
