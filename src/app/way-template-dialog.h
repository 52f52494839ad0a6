/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-window.h"

G_BEGIN_DECLS

void way_template_dialog_ask (WayWindow *window);

G_END_DECLS
