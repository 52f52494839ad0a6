/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A teller takes a story back: it goes from the records, from the history and from every byte of the files. */
#include "store/way-workspace-private.h"

#include "base/way-date.h"
#include "base/way-i18n.h"
#include "store/way-changeset.h"

typedef sqlite3_changeset_iter WayIter;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayIter, sqlite3changeset_finalize)

static gboolean
drop_each (WayWorkspace  *self,
           GPtrArray     *records,
           GError       **error)
{
  sqlite3_stmt *drop = way_workspace_prepare_own (self, WAY_OWN_ITEM_DROP, error);

  for (guint i = 0; drop != NULL && records != NULL && i < records->len; i++)
    {
      way_sql_bind_text (drop, 1, way_record_get_id (records->pdata[i]));
      way_sql_bind_text (drop, 2, way_record_get_info (records->pdata[i])->name);
      if (!way_sql_run (drop, error))
        return FALSE;
    }
  return drop != NULL && records != NULL;
}

/* Nothing but that there was a story, and when it was withdrawn. */
static gboolean
put_tombstone (WayWorkspace  *self,
               WayRecord     *story,
               GError       **error)
{
  g_autoptr (WayRecord) tombstone = way_record_new (WAY_KIND_STORY, way_record_get_id (story), NULL);
  g_autofree char *today = way_date_dup_today ();
  sqlite3_stmt *put = way_workspace_prepare (self, WAY_KIND_STORY, WAY_STATEMENT_PUT, error);

  way_record_set_text (tombstone, WAY_STORY_WITHDRAWN, today);
  if (put == NULL)
    return FALSE;
  way_row_bind (put, tombstone, way_record_get_position (story));
  return way_sql_run (put, error);
}

static gboolean
take_out (WayWorkspace  *self,
          WayRecord     *story,
          WaySession    *session,
          GError       **error)
{
  const char *id = way_record_get_id (story);
  WayRecords *records = WAY_RECORDS (self);
  g_autoptr (GPtrArray) quotes = way_records_list (records, WAY_KIND_QUOTE, id, error);
  g_autoptr (GPtrArray) evidence = NULL;

  if (quotes == NULL || (evidence = way_records_list_by (records, WAY_KIND_EVIDENCE, WAY_EVIDENCE_STORY, id, error)) == NULL)
    return FALSE;
  return drop_each (self, quotes, error) && drop_each (self, evidence, error) && put_tombstone (self, story, error) &&
         way_workspace_drop_orphans (self, session, error);
}

/* Whether a recorded change names any of the ids, in whatever column. What cannot be read is taken to name one. */
static gboolean
names_any (gconstpointer  changeset,
           int            length,
           GHashTable    *ids)
{
  g_autoptr (WayIter) iter = NULL;
  const char *table;
  int n_columns, operation, indirect;

  if (!way_changeset_is_sound (changeset, length) || sqlite3changeset_start (&iter, length, (gpointer) changeset) != SQLITE_OK)
    return TRUE;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
      for (int column = 0; column < n_columns; column++)
        {
          sqlite3_value *values[2] = { NULL, NULL };

          if (operation != SQLITE_INSERT)
            sqlite3changeset_old (iter, column, &values[0]);
          if (operation != SQLITE_DELETE)
            sqlite3changeset_new (iter, column, &values[1]);
          for (guint i = 0; i < G_N_ELEMENTS (values); i++)
            if (values[i] != NULL && sqlite3_value_type (values[i]) == SQLITE_TEXT &&
                g_hash_table_contains (ids, sqlite3_value_text (values[i])))
              return TRUE;
        }
    }
  return FALSE;
}

/* Forgets each step of the history from which the story could come back, and those that cannot be taken without it: what was done
 * before the last such step, and what was undone after the first. */
static gboolean
forget (WayWorkspace  *self,
        GHashTable    *ids,
        GError       **error)
{
  g_autoptr (sqlite3_stmt) statement = way_sql_prepare (self->db, "SELECT \"sequence\", \"undone\", \"changeset\" FROM \"history\" "
                                                        "ORDER BY \"sequence\"", error);
  gint64 last_done = -1, first_undone = G_MAXINT64;
  g_autofree char *sql = NULL;
  gboolean row, good;

  while ((good = statement != NULL && way_sql_step (statement, &row, error)) && row)
    {
      gint64 sequence = sqlite3_column_int64 (statement, 0);

      if (!names_any (sqlite3_column_blob (statement, 2), sqlite3_column_bytes (statement, 2), ids))
        continue;
      if (sqlite3_column_int (statement, 1))
        first_undone = MIN (first_undone, sequence);
      else
        last_done = sequence;
    }
  if (!good)
    return FALSE;
  sql = g_strdup_printf ("DELETE FROM \"history\" WHERE (\"undone\" = 0 AND \"sequence\" <= %" G_GINT64_FORMAT ") OR "
                         "(\"undone\" = 1 AND \"sequence\" >= %" G_GINT64_FORMAT ")", last_done, first_undone);
  return way_sql_exec (self->db, sql, error);
}

static gboolean
withdraw (WayWorkspace  *self,
          WayRecord     *story,
          WayChanges   **changes,
          GError       **error)
{
  g_autoptr (WaySession) session = way_workspace_begin (self, error);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) changeset = NULL;

  if (session == NULL)
    return FALSE;
  if (!take_out (self, story, session, error) || !way_session_dup_changeset (session, &changeset, error) ||
      (*changes = way_workspace_read_changes (self, changeset, error)) == NULL)
    {
      way_workspace_roll_back (self);
      return FALSE;
    }
  g_hash_table_add (ids, (gpointer) way_record_get_id (story));
  for (guint i = 0; i < way_changes_get_length (*changes); i++)
    g_hash_table_add (ids, (gpointer) way_changes_get (*changes, i)->id);
  if (!forget (self, ids, error))
    {
      way_workspace_roll_back (self);
      return FALSE;
    }
  g_clear_pointer (&session, way_session_free);
  return way_workspace_commit (self, error);
}

/* Writes every page of the working copy anew, and leaves nothing in its log. */
static gboolean
sweep (WayWorkspace  *self,
       GError       **error)
{
  int frames, done;

  if (!way_sql_exec (self->db, "VACUUM", error))
    return FALSE;
  if (sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, &frames, &done) == SQLITE_OK)
    return TRUE;
  way_sql_set_error (self->db, error);
  return FALSE;
}

/**
 * way_workspace_withdraw_story:
 * @self: a workspace
 * @story_id: the id of a story
 * @error: where a #WayError goes; not found when there is no such story
 *
 * Takes a story back, as its teller may at any time (ICO, right to erasure). Its words, quotes and evidence go, and so do the steps
 * of the history from which they could come back; only the day on which it was withdrawn is kept. This cannot be undone. Nothing of
 * it is left in the working copy when the call returns, nor in the user's file when that is published next. Waits for publications
 * under way. Emits [signal@Records::changed].
 *
 * Returns: whether it is gone without a trace; when only the traces could not be removed, the error says so
 */
gboolean
way_workspace_withdraw_story (WayWorkspace  *self,
                              const char    *story_id,
                              GError       **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (WayRecord) story = NULL;
  g_autoptr (WayChanges) changes = NULL;
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (WAY_IS_WORKSPACE (self) && story_id != NULL, FALSE);

  if (!way_records_read (WAY_RECORDS (self), WAY_KIND_STORY, story_id, &story, error))
    return FALSE;
  if (story == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("There is no story “%s”."), story_id);
      return FALSE;
    }
  locker = g_mutex_locker_new (&self->copy->mutex);
  if (!withdraw (self, story, &changes, error))
    return FALSE;
  sweep (self, &reason);
  g_clear_pointer (&locker, g_mutex_locker_free);
  way_workspace_tell (self, changes);
  if (reason == NULL)
    return TRUE;
  g_set_error (error, WAY_ERROR, reason->code,
               _("The story is withdrawn, but traces of it are left on this machine until the file is closed (%s)"), reason->message);
  return FALSE;
}
