/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-window.h"

G_BEGIN_DECLS

void way_window_install_actions (GtkWidgetClass *klass);
void way_window_update_actions  (WayWindow      *self);

G_END_DECLS
