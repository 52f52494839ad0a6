/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

void way_flag_dialog_ask (WayMapContext *context,
                          GtkWidget     *near_by);

G_END_DECLS
