/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-audience.h"
#include "model/way-records.h"
#include "way-memory-records.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char     *way_json_help_write      (WayRecords       *records,
                                    WayAudience       audience,
                                    const char       *map_id);
char     *way_json_help_print      (JsonNode         *node);
gboolean  way_json_help_read       (WayMemoryRecords *records,
                                    const char       *text,
                                    gssize            length,
                                    GError          **error);
JsonNode *way_json_help_parse      (const char       *text);

G_END_DECLS
