/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite as the store uses it: connections that trust nothing, and errors in words. */
#include "store/way-sql.h"

#include "base/way-i18n.h"

#include <errno.h>

/**
 * way_sql_set_error:
 * @db: a connection whose last call failed
 * @error: where the error goes
 *
 * Says in words what went wrong.
 */
void
way_sql_set_error (sqlite3  *db,
                   GError  **error)
{
  int code = sqlite3_errcode (db) & 0xff, system = sqlite3_system_errno (db);

  if (code == SQLITE_FULL || (code == SQLITE_IOERR && (system == ENOSPC || system == EDQUOT || system == EFBIG)))
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_FULL, _("No room is left on the disk."));
  else if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_DAMAGED, _("The file is damaged."));
  else if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_BUSY, _("Something else is using the file."));
  else if (code == SQLITE_READONLY || code == SQLITE_PERM || code == SQLITE_AUTH)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_READ_ONLY, _("The file may not be written to."));
  else if (code == SQLITE_TOOBIG)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_TOO_LARGE, _("This is more than a file can hold at once."));
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_FAILED, _("The file could not be used: %s."), sqlite3_errmsg (db));
}

static void
harden (sqlite3 *db)
{
  static const struct { int what, to; } switches[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  };
  static const struct { int what, to; } limits[] = {
    { SQLITE_LIMIT_SQL_LENGTH, 100000 },
    { SQLITE_LIMIT_COLUMN, 100 },
    { SQLITE_LIMIT_EXPR_DEPTH, 100 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 4 },
    { SQLITE_LIMIT_FUNCTION_ARG, 8 },
    { SQLITE_LIMIT_ATTACHED, 1 },       /* VACUUM needs one */
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 100 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 100 },
    { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    sqlite3_db_config (db, switches[i].what, switches[i].to, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db, limits[i].what, limits[i].to);
  sqlite3_extended_result_codes (db, 1);
  sqlite3_busy_timeout (db, 5000);
}

/**
 * way_sql_open:
 * @path: a file of ours
 * @error: what went wrong
 *
 * Opens a connection, for one thread at a time, that runs no trigger, view or extension and checks each page that it reads. Durable:
 * what is committed is on the disk.
 *
 * Returns: (transfer full) (nullable): a connection
 */
sqlite3 *
way_sql_open (const char  *path,
              GError     **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL)
      != SQLITE_OK)
    {
      way_sql_set_error (db, error);
      return NULL;
    }
  harden (db);
  if (!way_sql_exec (db, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; "
                         "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON", error))
    return NULL;
  return g_steal_pointer (&db);
}

/**
 * way_sql_exec:
 * @db: a connection
 * @sql: statements without values
 * @error: what went wrong
 *
 * Returns: whether all of them were run
 */
gboolean
way_sql_exec (sqlite3     *db,
              const char  *sql,
              GError     **error)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  way_sql_set_error (db, error);
  return FALSE;
}

/**
 * way_sql_prepare:
 * @db: a connection
 * @sql: a statement
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): the statement
 */
sqlite3_stmt *
way_sql_prepare (sqlite3     *db,
                 const char  *sql,
                 GError     **error)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) == SQLITE_OK)
    return statement;
  way_sql_set_error (db, error);
  return NULL;
}

/**
 * way_sql_step:
 * @statement: a statement
 * @row: (out): whether there is a row to read
 * @error: what went wrong
 *
 * Returns: whether it went well
 */
gboolean
way_sql_step (sqlite3_stmt  *statement,
              gboolean      *row,
              GError       **error)
{
  int code = sqlite3_step (statement);

  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  way_sql_set_error (sqlite3_db_handle (statement), error);
  return FALSE;
}

/**
 * way_sql_run:
 * @statement: a statement that gives no rows
 * @error: what went wrong
 *
 * Runs @statement, and leaves it ready to be bound and run again.
 *
 * Returns: whether it went well
 */
gboolean
way_sql_run (sqlite3_stmt  *statement,
             GError       **error)
{
  gboolean row, done = way_sql_step (statement, &row, error);

  way_sql_release (statement);
  return done;
}

/**
 * way_sql_bind_text:
 * @statement: a statement
 * @place: from 1
 * @text: (nullable): UTF-8, which must stay while the statement runs
 */
void
way_sql_bind_text (sqlite3_stmt *statement,
                   int           place,
                   const char   *text)
{
  sqlite3_bind_text (statement, place, text, -1, SQLITE_STATIC);
}

/**
 * way_sql_get_number:
 * @db: a connection
 * @sql: a query with one value
 * @number: (out): the value, 0 when there is no row
 * @error: what went wrong
 *
 * Returns: whether it went well
 */
gboolean
way_sql_get_number (sqlite3     *db,
                    const char  *sql,
                    gint64      *number,
                    GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = way_sql_prepare (db, sql, error);
  gboolean row;

  if (statement == NULL || !way_sql_step (statement, &row, error))
    return FALSE;
  *number = row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}
