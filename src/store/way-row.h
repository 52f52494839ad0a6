/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-record.h"
#include "store/way-sql.h"

G_BEGIN_DECLS

char      *way_row_dup_list (const char *const *texts) G_GNUC_WARN_UNUSED_RESULT;
GStrv      way_row_parse_list (const char *json) G_GNUC_WARN_UNUSED_RESULT;
void       way_row_bind     (sqlite3_stmt  *statement,
                             WayRecord     *record,
                             double         position);
WayRecord *way_row_read     (sqlite3_stmt  *statement,
                             WayKind        kind,
                             GError       **error);

G_END_DECLS
