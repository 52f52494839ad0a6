/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"

G_BEGIN_DECLS

void way_map_clipboard_attach (WayMapContext *context);

G_END_DECLS
