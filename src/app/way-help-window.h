/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void way_help_window_present (GtkWindow  *window,
                              const char *page);

G_END_DECLS
