/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transactions, what SQLite's sessions record of them, and going back and forth through that. */
#include "store/way-workspace-private.h"

#include "base/way-i18n.h"
#include "store/way-changeset.h"

#include <string.h>

typedef sqlite3_changeset_iter WayIter;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayIter, sqlite3changeset_finalize)

void
way_session_free (WaySession *session)
{
  sqlite3session_delete (session);
}

/* Only what records are made of is recorded, and only that is ever changed by what was recorded. */
static int
is_recorded_cb (gpointer    data,
                const char *table)
{
  return way_changeset_is_recorded (table);
}

/**
 * way_workspace_begin:
 * @self: a workspace
 * @error: what went wrong
 *
 * Begins a transaction, and recording it. Commit or roll back; free the session in both cases, the sooner the better.
 *
 * Returns: (transfer full) (nullable): a session
 */
WaySession *
way_workspace_begin (WayWorkspace  *self,
                     GError       **error)
{
  g_autoptr (WaySession) session = NULL;
  int code;

  if (self->db == NULL)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_FAILED, _("The workspace is closed."));
      return NULL;
    }
  if (!way_working_copy_keep (self->copy, error) || !way_workspace_run_own (self, WAY_OWN_BEGIN, error))
    return NULL;
  code = sqlite3session_create (self->db, "main", &session);
  if (code == SQLITE_OK)
    {
      sqlite3session_table_filter (session, is_recorded_cb, NULL);
      code = sqlite3session_attach (session, NULL);
    }
  if (code == SQLITE_OK)
    return g_steal_pointer (&session);
  way_workspace_roll_back (self);
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_FAILED, sqlite3_errstr (code));
  return NULL;
}

gboolean
way_workspace_commit (WayWorkspace  *self,
                      GError       **error)
{
  if (way_workspace_run_own (self, WAY_OWN_COUNT_CHANGE, error) && way_workspace_run_own (self, WAY_OWN_COMMIT, error))
    return TRUE;
  way_workspace_roll_back (self);
  return FALSE;
}

void
way_workspace_roll_back (WayWorkspace *self)
{
  /* A full disk has rolled back already. */
  if (!sqlite3_get_autocommit (self->db))
    way_workspace_run_own (self, WAY_OWN_ROLLBACK, NULL);
}

static gboolean
set_session_error (int      code,
                   GError **error)
{
  if (code == SQLITE_TOOBIG || code == SQLITE_NOMEM)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_TOO_LARGE, _("This is more than a file can hold at once."));
  else if ((code & 0xff) == SQLITE_CORRUPT)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_DAMAGED, _("The history of the file is damaged."));
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_FAILED, _("The file could not be used: %s."), sqlite3_errstr (code));
  return FALSE;
}

gboolean
way_session_dup_changeset (WaySession  *session,
                           GBytes     **changeset,
                           GError     **error)
{
  gpointer data = NULL;
  int length = 0, code = sqlite3session_changeset (session, &length, &data);

  if (code != SQLITE_OK)
    return set_session_error (code, error);
  *changeset = g_bytes_new_with_free_func (data, length, sqlite3_free, data);
  return TRUE;
}

static WayIter *
iterate (GBytes  *changeset,
         GError **error)
{
  WayIter *iter = NULL;
  gsize length;
  gconstpointer data = g_bytes_get_data (changeset, &length);
  int code = sqlite3changeset_start (&iter, length, (gpointer) data);

  if (code == SQLITE_OK)
    return iter;
  set_session_error (code, error);
  return NULL;
}

/* Steps to the next row of a kind. Returns whether it went well; kind is %WAY_KIND_NONE at the end. */
static gboolean
next_row (WayIter  *iter,
          WayKind  *kind,
          int      *operation,
          GError  **error)
{
  const char *table;
  int code, n_columns, indirect;

  *kind = WAY_KIND_NONE;
  while ((code = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      code = sqlite3changeset_op (iter, &table, &n_columns, operation, &indirect);
      if (code != SQLITE_OK)
        break;
      *kind = way_kind_from_name (table);
      if (*kind != WAY_KIND_NONE && n_columns >= WAY_N_COMMON_COLUMNS)
        return TRUE;
      *kind = WAY_KIND_NONE;
    }
  return code == SQLITE_DONE || set_session_error (code, error);
}

static const char *
get_text (WayIter *iter,
          int      column,
          gboolean old)
{
  sqlite3_value *value = NULL;

  if (old)
    sqlite3changeset_old (iter, column, &value);
  else
    sqlite3changeset_new (iter, column, &value);
  return value != NULL ? (const char *) sqlite3_value_text (value) : NULL;
}

static gboolean
add_update (WayWorkspace  *self,
            WayChanges    *changes,
            WayKind        kind,
            WayIter       *iter,
            GError       **error)
{
  g_autoptr (WaySqlUse) statement = NULL;
  const char *id = get_text (iter, WAY_COLUMN_ID, TRUE), *before = get_text (iter, WAY_COLUMN_WITHIN, TRUE);
  gboolean row;

  statement = way_workspace_prepare (self, kind, WAY_STATEMENT_PLACE, error);
  if (statement == NULL)
    return FALSE;
  way_sql_bind_text (statement, 1, id);
  if (!way_sql_step (statement, &row, error))
    return FALSE;
  if (before != NULL)
    way_changes_add (changes, WAY_CHANGE_CHANGED, kind, id, before);
  way_changes_add (changes, WAY_CHANGE_CHANGED, kind, id, row ? (const char *) sqlite3_column_text (statement, 0) : NULL);
  return TRUE;
}

/**
 * way_workspace_read_changes:
 * @self: a workspace that holds what was changed
 * @changeset: what was recorded
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): the same in words; a record that was moved is told of once for its old holder and once for
 *   its new one
 */
WayChanges *
way_workspace_read_changes (WayWorkspace  *self,
                            GBytes        *changeset,
                            GError       **error)
{
  g_autoptr (WayChanges) changes = way_changes_new ();
  g_autoptr (WayIter) iter = iterate (changeset, error);
  WayKind kind;
  int operation;

  while (iter != NULL && next_row (iter, &kind, &operation, error))
    {
      if (kind == WAY_KIND_NONE)
        return g_steal_pointer (&changes);
      if (operation == SQLITE_INSERT)
        way_changes_add (changes, WAY_CHANGE_ADDED, kind, get_text (iter, WAY_COLUMN_ID, FALSE),
                         get_text (iter, WAY_COLUMN_WITHIN, FALSE));
      else if (operation == SQLITE_DELETE)
        way_changes_add (changes, WAY_CHANGE_REMOVED, kind, get_text (iter, WAY_COLUMN_ID, TRUE),
                         get_text (iter, WAY_COLUMN_WITHIN, TRUE));
      else if (!add_update (self, changes, kind, iter, error))
        return NULL;
    }
  return NULL;
}

/* Takes out the item of every row that went. */
static gboolean
drop_items (WayWorkspace  *self,
            WayIter       *iter,
            guint         *dropped,
            GError       **error)
{
  sqlite3_stmt *drop = way_workspace_prepare_own (self, WAY_OWN_ITEM_DROP, error);
  WayKind kind;
  int operation;

  while (drop != NULL && next_row (iter, &kind, &operation, error))
    {
      if (kind == WAY_KIND_NONE)
        return TRUE;
      if (operation != SQLITE_DELETE)
        continue;
      way_sql_bind_text (drop, 1, get_text (iter, WAY_COLUMN_ID, TRUE));
      way_sql_bind_text (drop, 2, way_kind_get_info (kind)->name);
      if (!way_sql_run (drop, error))
        return FALSE;
      *dropped += sqlite3_changes (self->db);
    }
  return FALSE;
}

/**
 * way_workspace_drop_orphans:
 * @self: a workspace
 * @session: the session of its transaction
 * @error: what went wrong
 *
 * Takes out the items of records that went because something they need went. Flags and evidence on those go then, and so on.
 *
 * Returns: whether it went well
 */
gboolean
way_workspace_drop_orphans (WayWorkspace  *self,
                            WaySession    *session,
                            GError       **error)
{
  guint dropped;

  do
    {
      g_autoptr (GBytes) changeset = NULL;
      g_autoptr (WayIter) iter = NULL;

      dropped = 0;
      if (!way_session_dup_changeset (session, &changeset, error) || (iter = iterate (changeset, error)) == NULL ||
          !drop_items (self, iter, &dropped, error))
        return FALSE;
    }
  while (dropped > 0);
  return TRUE;
}

/**
 * way_workspace_remember:
 * @self: a workspace in a transaction
 * @label: what was done
 * @changeset: what it changed
 * @error: what went wrong
 *
 * Writes the history of the transaction; what had been undone before it can no longer be redone.
 *
 * Returns: whether it went well
 */
gboolean
way_workspace_remember (WayWorkspace  *self,
                        const char    *label,
                        GBytes        *changeset,
                        GError       **error)
{
  sqlite3_stmt *put = way_workspace_prepare_own (self, WAY_OWN_HISTORY_PUT, error);

  if (put == NULL || !way_workspace_run_own (self, WAY_OWN_HISTORY_FORGET, error))
    return FALSE;
  way_sql_bind_text (put, 1, label);
  sqlite3_bind_int64 (put, 2, g_get_real_time ());
  sqlite3_bind_blob64 (put, 3, g_bytes_get_data (changeset, NULL), g_bytes_get_size (changeset), SQLITE_STATIC);
  return way_sql_run (put, error);
}

static int
conflict_cb (gpointer  data,
             int       problem,
             WayIter  *iter)
{
  *(int *) data = problem;
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply_changeset (WayWorkspace  *self,
                 GBytes        *changeset,
                 GError       **error)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (changeset, &length);
  int problem = 0;
  int code = sqlite3changeset_apply_v2 (self->db, length, (gpointer) data, is_recorded_cb, conflict_cb, &problem, NULL, NULL,
                                        SQLITE_CHANGESETAPPLY_FKNOACTION);

  if (code == SQLITE_OK && problem == 0)
    return TRUE;
  if (problem != 0)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_FAILED, _("That can no longer be undone or redone: the file was changed since."));
  else if (code == SQLITE_CORRUPT)
    set_session_error (code, error);
  else
    way_sql_set_error (self->db, error);
  return FALSE;
}

/* Finds what is next, as it has to be applied. */
static gboolean
find_step (WayWorkspace  *self,
           gboolean       undo,
           gint64        *sequence,
           GBytes       **changeset,
           GError       **error)
{
  g_autoptr (WaySqlUse) statement = way_workspace_prepare_own (self, undo ? WAY_OWN_HISTORY_UNDO : WAY_OWN_HISTORY_REDO, error);
  gconstpointer data;
  gpointer inverted;
  gboolean row;
  int length, code;

  if (statement == NULL || !way_sql_step (statement, &row, error))
    return FALSE;
  if (!row)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, undo ? _("There is nothing to undo.") : _("There is nothing to redo."));
      return FALSE;
    }
  *sequence = sqlite3_column_int64 (statement, 0);
  data = sqlite3_column_blob (statement, 2);
  length = sqlite3_column_bytes (statement, 2);
  if (!way_changeset_is_sound (data, length))
    return set_session_error (SQLITE_CORRUPT, error);
  if (!undo)
    {
      *changeset = g_bytes_new (data, length);
      return TRUE;
    }
  code = sqlite3changeset_invert (length, data, &length, &inverted);
  if (code != SQLITE_OK)
    return set_session_error (code, error);
  *changeset = g_bytes_new_with_free_func (inverted, length, sqlite3_free, inverted);
  return TRUE;
}

static gboolean
mark_step (WayWorkspace  *self,
           gint64         sequence,
           gboolean       undone,
           GError       **error)
{
  sqlite3_stmt *mark = way_workspace_prepare_own (self, WAY_OWN_HISTORY_MARK, error);

  if (mark == NULL)
    return FALSE;
  sqlite3_bind_int (mark, 1, undone);
  sqlite3_bind_int64 (mark, 2, sequence);
  return way_sql_run (mark, error);
}

static gboolean
step_through_history (WayWorkspace  *self,
                      gboolean       undo,
                      GError       **error)
{
  g_autoptr (WayChanges) changes = NULL;
  g_autoptr (GBytes) changeset = NULL;
  gint64 sequence;

  if (self->db == NULL)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_FAILED, _("The workspace is closed."));
      return FALSE;
    }
  if (!find_step (self, undo, &sequence, &changeset, error) || !way_working_copy_keep (self->copy, error) ||
      !way_workspace_run_own (self, WAY_OWN_BEGIN, error))
    return FALSE;
  if (!apply_changeset (self, changeset, error) || !mark_step (self, sequence, undo, error) ||
      (changes = way_workspace_read_changes (self, changeset, error)) == NULL)
    {
      way_workspace_roll_back (self);
      return FALSE;
    }
  if (!way_workspace_commit (self, error))
    return FALSE;
  way_workspace_tell (self, changes);
  return TRUE;
}

/**
 * way_workspace_undo:
 * @self: a workspace
 * @error: where a #WayError goes; not found when there is nothing to undo
 *
 * Takes back the last edit that was not. Emits [signal@Records::changed].
 *
 * Returns: whether it was taken back; otherwise nothing is changed
 */
gboolean
way_workspace_undo (WayWorkspace  *self,
                    GError       **error)
{
  return step_through_history (self, TRUE, error);
}

/**
 * way_workspace_redo:
 * @self: a workspace
 * @error: where a #WayError goes; not found when there is nothing to redo
 *
 * Does again what was undone last. Emits [signal@Records::changed].
 *
 * Returns: whether it was done; otherwise nothing is changed
 */
gboolean
way_workspace_redo (WayWorkspace  *self,
                    GError       **error)
{
  return step_through_history (self, FALSE, error);
}

/**
 * way_workspace_forget_history:
 * @self: a workspace
 * @error: where a #WayError goes
 *
 * Makes what there is now the beginning: for a workspace that was just made from a sample or a template, which is not to be undone
 * to nothing.
 *
 * Returns: whether there is nothing to undo or redo any more
 */
gboolean
way_workspace_forget_history (WayWorkspace  *self,
                              GError       **error)
{
  g_autoptr (WaySession) session = way_workspace_begin (self, error);

  if (session == NULL)
    return FALSE;
  if (!way_workspace_run_own (self, WAY_OWN_HISTORY_CLEAR, error))
    {
      way_workspace_roll_back (self);
      return FALSE;
    }
  if (!way_workspace_commit (self, error))
    return FALSE;
  way_workspace_update (self);
  return TRUE;
}
