/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/way-error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/** WAY_FILE_MAGIC: the `application_id` of every Waymark file, "WayM". */
#define WAY_FILE_MAGIC 0x5761794d

sqlite3      *way_sql_open         (const char    *path,
                                    GError       **error);
void          way_sql_set_error    (sqlite3       *db,
                                    GError       **error);
gboolean      way_sql_exec         (sqlite3       *db,
                                    const char    *sql,
                                    GError       **error);
sqlite3_stmt *way_sql_prepare      (sqlite3       *db,
                                    const char    *sql,
                                    GError       **error);
gboolean      way_sql_step         (sqlite3_stmt  *statement,
                                    gboolean      *row,
                                    GError       **error);
gboolean      way_sql_run          (sqlite3_stmt  *statement,
                                    GError       **error);
void          way_sql_bind_text    (sqlite3_stmt  *statement,
                                    int            place,
                                    const char    *text);
gboolean      way_sql_get_number   (sqlite3       *db,
                                    const char    *sql,
                                    gint64        *number,
                                    GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/* A statement that is kept: its values are let go when the block ends, so that no read stays open. */
typedef sqlite3_stmt WaySqlUse;

static inline void
way_sql_release (WaySqlUse *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaySqlUse, way_sql_release)

G_END_DECLS
