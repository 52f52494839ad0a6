/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** WayOutputWriter: writes a whole file into @stream. */
typedef gboolean (*WayOutputWriter) (GOutputStream  *stream,
                                     gpointer        data,
                                     GError        **error);

gboolean way_output_write (const char       *path,
                           WayOutputWriter   writer,
                           gpointer          data,
                           GError          **error);
char    *way_output_dup_name (const char     *title,
                           guint             number,
                           const char       *extension);

G_END_DECLS
