/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-records.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *way_json_template_write     (WayRecords  *records,
                                     const char  *map_id,
                                     const char  *title,
                                     gboolean     contents,
                                     GError     **error);
char   *way_json_template_dup_title (GBytes      *bytes);

G_END_DECLS
