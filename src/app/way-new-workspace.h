/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-window.h"

G_BEGIN_DECLS

void way_new_workspace_ask       (WayWindow  *window,
                                  const char *template);
void way_new_workspace_from_json (WayWindow  *window,
                                  GFile      *source);

G_END_DECLS
