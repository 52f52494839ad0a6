/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/way-sink.h"

G_BEGIN_DECLS

gboolean way_svg_write       (WayScene               *scene,
                              const WayExportOptions *options,
                              WaySink                *sink,
                              GError                **error);
void     way_svg_append_mark (GString                *svg,
                              const WayMark          *mark,
                              WayStyle                style);
const char *way_svg_get_text_class (WayTextStyle       style);
void     way_svg_append_text_styles (GString         *svg,
                              WayScene               *scene);

G_END_DECLS
