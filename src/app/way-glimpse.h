/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

void        way_glimpse_file_async     (GFile                *file,
                                        int                   device_scale,
                                        gboolean              dark,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              data);
void        way_glimpse_template_async (const char           *template,
                                        int                   device_scale,
                                        gboolean              dark,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              data);
GdkTexture *way_glimpse_finish         (GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
