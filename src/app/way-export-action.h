/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-window.h"

G_BEGIN_DECLS

void way_export_action_ask (WayWindow  *window,
                            const char *extension);

G_END_DECLS
