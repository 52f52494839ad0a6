/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-export-choices.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void   way_export_where_ask_async  (GtkWindow              *window,
                                    const WayExportChoices *choices,
                                    const char             *title,
                                    GAsyncReadyCallback     callback,
                                    gpointer                data);
GFile *way_export_where_ask_finish (GAsyncResult           *result,
                                    GError                **error);
char  *way_export_where_dup_name   (const WayExportChoices *choices,
                                    const char             *title);

G_END_DECLS
