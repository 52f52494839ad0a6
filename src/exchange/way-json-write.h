/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-lens.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean way_json_write (WayLens        *lens,
                         const char     *map_id,
                         GOutputStream  *stream,
                         GCancellable   *cancellable,
                         GError        **error);

G_END_DECLS
