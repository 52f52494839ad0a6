/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-edit.h"
#include "model/way-records.h"

G_BEGIN_DECLS

/** WAY_JSON_VERSION: the version of the interchange format that we write and read ("waymark": 1). */
#define WAY_JSON_VERSION 1

WayEdit *way_json_read (const char   *text,
                        gsize         length,
                        WayRecords   *target,
                        gboolean      lenient,
                        GStrv        *unknown,
                        GError      **error);

G_END_DECLS
