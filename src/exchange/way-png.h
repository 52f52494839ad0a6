/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/way-sink.h"

G_BEGIN_DECLS

gboolean way_png_write (WayScene               *scene,
                        const WayExportOptions *options,
                        WaySink                *sink,
                        GError                **error);

G_END_DECLS
