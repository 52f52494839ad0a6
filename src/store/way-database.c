/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database that may have come from anybody: checked from end to end before anything in it is used. */
#include "store/way-database.h"

#include "base/way-i18n.h"
#include "store/way-file.h"
#include "store/way-row.h"
#include "store/way-schema-sql.h"
#include "store/way-workspace.h"

#define PATIENCE (10 * G_USEC_PER_SEC)          /* for the checks of a file of any size … */
#define PATIENCE_PER_MEGABYTE (G_USEC_PER_SEC / 10)   /* … and for each megabyte */

static int
out_of_time_cb (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

/* A connection on which every statement fails once the time is up that a good file of its size would need. */
static sqlite3 *
open_patiently (const char  *path,
                GError     **error)
{
  sqlite3 *db = way_sql_open (path, error);
  gint64 *deadline, pages = 0, page = 0;

  if (db == NULL)
    return NULL;
  deadline = g_new (gint64, 1);
  *deadline = g_get_monotonic_time () + PATIENCE;
  sqlite3_set_clientdata (db, "deadline", deadline, g_free);
  sqlite3_progress_handler (db, 10000, out_of_time_cb, deadline);
  if (way_sql_get_number (db, "PRAGMA page_count", &pages, NULL) && way_sql_get_number (db, "PRAGMA page_size", &page, NULL))
    *deadline += pages * page / (1 << 20) * PATIENCE_PER_MEGABYTE;
  return db;
}

static gboolean
run_all (sqlite3  *db,
         GStrv     statements,
         GError  **error)
{
  for (guint i = 0; statements[i] != NULL; i++)
    if (!way_sql_exec (db, statements[i], error))
      return FALSE;
  return TRUE;
}

/* Makes the tables of an empty file, or brings those of an older version forward, one version after the other. */
static gboolean
migrate (sqlite3  *db,
         gint64    from,
         GError  **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", WAY_SCHEMA_VERSION);

  if (!way_sql_exec (db, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", error))
    return FALSE;
  while (from < WAY_SCHEMA_VERSION)
    {
      g_auto (GStrv) statements = from == 0 ? way_schema_dup_sql (WAY_SCHEMA_VERSION) : way_schema_dup_changes (from + 1);

      if (!run_all (db, statements, error))
        return FALSE;
      from = from == 0 ? WAY_SCHEMA_VERSION : from + 1;
    }
  return way_sql_exec (db, version, error) && way_sql_exec (db, "COMMIT; PRAGMA foreign_keys = ON", error);
}

/**
 * way_database_create:
 * @path: where
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): a connection to an empty workspace
 */
sqlite3 *
way_database_create (const char  *path,
                     GError     **error)
{
  g_autoptr (sqlite3) db = way_sql_open (path, error);
  g_autofree char *magic = g_strdup_printf ("PRAGMA application_id = %d", WAY_FILE_MAGIC);

  if (db == NULL || !way_sql_exec (db, "PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = WAL", error) ||
      !way_sql_exec (db, magic, error) || !migrate (db, 0, error))
    return NULL;
  return g_steal_pointer (&db);
}

/* Whether the tables are ours, to the letter, and there is nothing else: no trigger, no view, no table of somebody's own. */
static gboolean
check_schema (sqlite3 *db,
              gint64   version)
{
  g_auto (GStrv) expected = way_schema_dup_sql (version);
  g_autoptr (GHashTable) missing = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (sqlite3_stmt) statement = way_sql_prepare (db, "SELECT type, name, sql FROM sqlite_schema", NULL);
  gboolean row, good;

  for (guint i = 0; expected[i] != NULL; i++)
    g_hash_table_add (missing, expected[i]);
  while ((good = statement != NULL && way_sql_step (statement, &row, NULL)) && row)
    {
      const char *sql = (const char *) sqlite3_column_text (statement, 2);
      const char *name = (const char *) sqlite3_column_text (statement, 1);

      if (sql != NULL ? !g_hash_table_remove (missing, sql)
          : name == NULL || !g_str_has_prefix (name, "sqlite_autoindex_"))
        return FALSE;
    }
  return good && g_hash_table_size (missing) == 0;
}

/* Whether each record says something that its kind can hold. */
static gboolean
check_records (sqlite3 *db)
{
  for (guint kind = 1; kind < WAY_N_KINDS; kind++)
    {
      g_autofree char *sql = way_schema_dup_statement (kind, WAY_STATEMENT_EACH);
      g_autoptr (sqlite3_stmt) statement = way_sql_prepare (db, sql, NULL);
      gboolean row, good;

      while ((good = statement != NULL && way_sql_step (statement, &row, NULL)) && row)
        {
          g_autoptr (WayRecord) record = way_row_read (statement, kind, NULL);

          if (record == NULL || !way_record_check (record, NULL))
            return FALSE;
        }
      if (!good)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_pages (sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) statement = way_sql_prepare (db, "PRAGMA integrity_check(1)", NULL);
  gboolean row;

  return statement != NULL && way_sql_step (statement, &row, NULL) && row &&
         g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
}

static gboolean
check_ties (sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) statement = way_sql_prepare (db, "PRAGMA foreign_key_check", NULL);
  gboolean row;

  return statement != NULL && way_sql_step (statement, &row, NULL) && !row;
}

/* Whether there is an item for every record, and a record for every item. */
static gboolean
check_items (sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) statement = way_sql_prepare (db, "SELECT \"kind\", count (*) FROM \"item\" GROUP BY \"kind\"", NULL);
  gboolean row, good;

  while ((good = statement != NULL && way_sql_step (statement, &row, NULL)) && row)
    {
      WayKind kind = way_kind_from_name ((const char *) sqlite3_column_text (statement, 0));
      g_autofree char *sql = kind != WAY_KIND_NONE ? way_schema_dup_statement (kind, WAY_STATEMENT_COUNT) : NULL;
      gint64 count;

      if (sql == NULL || !way_sql_get_number (db, sql, &count, NULL) || count != sqlite3_column_int64 (statement, 1))
        return FALSE;
    }
  return good;
}

static gboolean
check_encoding (sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) statement = way_sql_prepare (db, "PRAGMA encoding", NULL);
  gboolean row;

  return statement != NULL && way_sql_step (statement, &row, NULL) && row &&
         g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "UTF-8") == 0;
}

/* The pages are checked in a thread of their own, because that takes half of the time. */
static gpointer
check_pages_in_thread (gpointer path)
{
  g_autoptr (sqlite3) db = open_patiently (path, NULL);

  return GINT_TO_POINTER (db != NULL && check_pages (db));
}

/* What is the same of a file of any size. */
static gboolean
check_frame (sqlite3 *db,
             gint64   version)
{
  return version >= 1 && version <= WAY_SCHEMA_VERSION && check_encoding (db) && check_schema (db, version);
}

/* The records of an older version can only be read when it is brought forward. */
static gboolean
check_content (sqlite3    *db,
               const char *path,
               gint64      version)
{
  GThread *thread;
  gboolean good;

  thread = g_thread_new ("way-check", check_pages_in_thread, (gpointer) path);
  good = check_items (db) && check_ties (db) && (version < WAY_SCHEMA_VERSION || check_records (db));
  return GPOINTER_TO_INT (g_thread_join (thread)) && good;
}

/**
 * way_database_open:
 * @path: a copy of the user's file, or a working copy
 * @file: the user's file, for messages
 * @known: whether its content was found whole before
 * @error: where a #WayError goes
 *
 * Opens a database after checking that it is whole, that its schema is exactly ours and that every record can be read. One of an older
 * version is brought forward. Gives up on one that takes unreasonably long.
 *
 * Returns: (transfer full) (nullable): a connection
 */
sqlite3 *
way_database_open (const char  *path,
                   GFile       *file,
                   gboolean     known,
                   GError     **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (sqlite3) db = open_patiently (path, &reason);
  gint64 version;
  gboolean good;

  /* A header that SQLite cannot work with comes out as damage or as a plain failure. */
  if (db == NULL && !g_error_matches (reason, WAY_ERROR, WAY_ERROR_DAMAGED) && !g_error_matches (reason, WAY_ERROR, WAY_ERROR_FAILED))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  good = db != NULL && way_sql_get_number (db, "PRAGMA user_version", &version, NULL) && check_frame (db, version) &&
         (known || check_content (db, path, version));
  if (good && version < WAY_SCHEMA_VERSION)
    {
      if (!migrate (db, version, error))
        return NULL;
      good = check_records (db);
    }
  if (!good)
    {
      g_autofree char *name = way_file_dup_name (file);

      g_set_error (error, WAY_ERROR, WAY_ERROR_DAMAGED, _("“%s” is damaged."), name);
      return NULL;
    }
  sqlite3_progress_handler (db, 0, NULL, NULL);
  return g_steal_pointer (&db);
}
