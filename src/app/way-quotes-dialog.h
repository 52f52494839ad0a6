/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

void  way_quotes_dialog_ask           (WayMapContext *context,
                                       GtkWidget     *near_by,
                                       const char    *on);
char *way_quotes_dup_agreed           (WayMapContext *context,
                                       WayRecord     *story);

G_END_DECLS
