/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/way-error.h"

G_BEGIN_DECLS

/** WAY_JSON_MAX_DEPTH: how deep brackets may be nested in JSON that we read; our own goes 8 deep. */
#define WAY_JSON_MAX_DEPTH 64

gboolean way_json_scan (const char  *text,
                        gsize        length,
                        GError     **error);

G_END_DECLS
