/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-edit.h"
#include "model/way-records.h"

G_BEGIN_DECLS

WayEdit *way_duplicate_map (WayRecords  *records,
                            const char  *map_id,
                            const char  *title,
                            const char  *label,
                            char       **copy_id,
                            GError     **error);

WayEdit *way_duplicate_version (WayRecords  *records,
                                const char  *map_id,
                                const char  *label,
                                char       **copy_id,
                                GError     **error);

G_END_DECLS
