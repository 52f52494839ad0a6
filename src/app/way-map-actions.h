/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-window.h"

G_BEGIN_DECLS

void way_map_actions_install (GtkWidgetClass *klass);
void way_map_actions_update  (WayWindow      *window);
void way_map_actions_move    (WayWindow      *window,
                              const char     *map_id,
                              guint           index);

G_END_DECLS
