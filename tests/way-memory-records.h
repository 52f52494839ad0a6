/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-edit.h"
#include "model/way-records.h"

G_BEGIN_DECLS

/** WayMemoryRecords: a workspace without a file, for tests: [iface@Records] over a table in memory, and edits to it. */
#define WAY_TYPE_MEMORY_RECORDS (way_memory_records_get_type ())
G_DECLARE_FINAL_TYPE (WayMemoryRecords, way_memory_records, WAY, MEMORY_RECORDS, GObject)

WayMemoryRecords *way_memory_records_new   (void);
gboolean          way_memory_records_apply (WayMemoryRecords  *self,
                                            WayEdit           *edit,
                                            GError           **error);

G_END_DECLS
