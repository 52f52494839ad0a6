/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edit becomes one transaction, or nothing. */
#include "store/way-workspace-private.h"

#include "base/way-i18n.h"

#include <math.h>

static gboolean
fail (GError    **error,
      WayRecord  *record,
      const char *field,
      const char *what)
{
  /* Translators: "card “c12”, lane: leads to another map". The same sentence as in the model. */
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, C_("error about a record", "%s “%s”, %s: %s."),
               way_kind_get_label (way_record_get_kind (record)), way_record_get_id (record), field, what);
  return FALSE;
}

/* The holder of a record, %NULL when there is no such record; found tells it from one at the top. */
static gboolean
find_holder (WayWorkspace  *self,
             WayKind        kind,
             const char    *id,
             gboolean      *found,
             char         **within,
             GError       **error)
{
  g_autoptr (WaySqlUse) statement = way_workspace_prepare (self, kind, WAY_STATEMENT_PLACE, error);

  if (statement == NULL)
    return FALSE;
  way_sql_bind_text (statement, 1, id);
  if (!way_sql_step (statement, found, error))
    return FALSE;
  *within = *found ? g_strdup ((const char *) sqlite3_column_text (statement, 0)) : NULL;
  return TRUE;
}

/* Where a record goes that is to go last. One that is last already stays where it is. */
static gboolean
find_last (WayWorkspace  *self,
           WayRecord     *record,
           double        *position,
           GError       **error)
{
  g_autoptr (WaySqlUse) statement = way_workspace_prepare (self, way_record_get_kind (record), WAY_STATEMENT_LAST, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  way_sql_bind_text (statement, 1, way_record_get_within (record));
  if (!way_sql_step (statement, &row, error))
    return FALSE;
  *position = row ? sqlite3_column_double (statement, 0) : 0;
  if (!row || g_strcmp0 ((const char *) sqlite3_column_text (statement, 1), way_record_get_id (record)) != 0)
    *position = MAX (*position + 1, nextafter (*position, HUGE_VAL));
  return TRUE;
}

/* Makes sure that the id is this record's. */
static gboolean
put_item (WayWorkspace  *self,
          WayRecord     *record,
          GError       **error)
{
  const WayKindInfo *info = way_record_get_info (record);
  sqlite3_stmt *put = way_workspace_prepare_own (self, WAY_OWN_ITEM_PUT, error);
  WayKind kind;

  if (put == NULL)
    return FALSE;
  way_sql_bind_text (put, 1, way_record_get_id (record));
  way_sql_bind_text (put, 2, info->name);
  if (!way_sql_run (put, error))
    return FALSE;
  if (sqlite3_changes (self->db) > 0)
    return TRUE;
  if (!way_records_find_kind (WAY_RECORDS (self), way_record_get_id (record), &kind, error))
    return FALSE;
  return kind == info->kind || fail (error, record, "id", _("is taken by something else"));
}

/* Whether something in the old holder points at a record that is put in a new one. */
static gboolean
check_left_behind (WayWorkspace  *self,
                   WayRecord     *record,
                   GError       **error)
{
  const WayKindInfo *info = way_record_get_info (record);

  for (guint kind = 1; kind < WAY_N_KINDS; kind++)
    {
      const WayKindInfo *other = way_kind_get_info (kind);

      for (guint i = 0; other->within == info->within && i < other->n_fields; i++)
        {
          g_autoptr (GPtrArray) users = NULL;

          if (other->fields[i].type != WAY_FIELD_REFERENCE || other->fields[i].target != info->kind || kind == info->kind)
            continue;
          users = way_records_list_by (WAY_RECORDS (self), kind, i, way_record_get_id (record), error);
          if (users == NULL)
            return FALSE;
          for (guint j = 0; j < users->len; j++)
            if (g_strcmp0 (way_record_get_within (users->pdata[j]), way_record_get_within (record)) != 0)
              return fail (error, users->pdata[j], other->fields[i].name, _("leads to another place than its own"));
        }
    }
  return TRUE;
}

static gboolean
put (WayWorkspace  *self,
     WayRecord     *record,
     GPtrArray     *moved,
     GError       **error)
{
  const WayKindInfo *info = way_record_get_info (record);
  sqlite3_stmt *statement = way_workspace_prepare (self, info->kind, WAY_STATEMENT_PUT, error);
  double position = way_record_get_position (record);
  g_autofree char *within = NULL;
  gboolean found = FALSE;

  if (statement == NULL || !put_item (self, record, error) || (isinf (position) && !find_last (self, record, &position, error)))
    return FALSE;
  if (info->within != WAY_KIND_NONE && !find_holder (self, info->kind, way_record_get_id (record), &found, &within, error))
    return FALSE;
  if (found && g_strcmp0 (within, way_record_get_within (record)) != 0)
    g_ptr_array_add (moved, record);
  way_row_bind (statement, record, position);
  return way_sql_run (statement, error);
}

static gboolean
drop (WayWorkspace  *self,
      WayKind        kind,
      const char    *id,
      GError       **error)
{
  sqlite3_stmt *statement = way_workspace_prepare_own (self, WAY_OWN_ITEM_DROP, error);

  if (statement == NULL)
    return FALSE;
  way_sql_bind_text (statement, 1, id);
  way_sql_bind_text (statement, 2, way_kind_get_info (kind)->name);
  return way_sql_run (statement, error);
}

/* What something is based on is in another version of its map. */
static gboolean
is_held_alike (const WayKindInfo *info,
               const WayField    *field)
{
  return field->target != info->kind && field->target != WAY_KIND_NONE && info->within != WAY_KIND_NONE && way_kind_get_info (field->target)->within == info->within;
}

/* A stop is in a scenario, and its step in the map of that. */
static gboolean
check_stop (WayWorkspace  *self,
            WayRecord     *record,
            GError       **error)
{
  g_autofree char *map = NULL, *other = NULL;
  gboolean found;

  if (!find_holder (self, WAY_KIND_SCENARIO, way_record_get_within (record), &found, &map, error) ||
      !find_holder (self, WAY_KIND_STEP, way_record_get_text (record, WAY_STOP_STEP), &found, &other, error))
    return FALSE;
  return g_strcmp0 (map, other) == 0 || fail (error, record, "step", _("leads to another place than its own"));
}

static gboolean
check_reference (WayWorkspace    *self,
                 WayRecord       *record,
                 const WayField  *field,
                 const char      *id,
                 GError         **error)
{
  const WayKindInfo *info = way_record_get_info (record);
  WayKind kind = WAY_KIND_NONE;

  if (!way_records_find_kind (WAY_RECORDS (self), id, &kind, error))
    return FALSE;
  if (kind == WAY_KIND_NONE)
    {
      g_autofree char *what = g_strdup_printf (_("there is nothing with the id “%s”"), id);

      return fail (error, record, field->name, what);
    }
  if (field->target != WAY_KIND_NONE ? kind != field->target : (field->targets >> kind & 1) == 0)
    {
      g_autofree char *what = g_strdup_printf (_("“%s” is a %s, which does not fit here"), id, way_kind_get_label (kind));

      return fail (error, record, field->name, what);
    }
  if (is_held_alike (info, field))
    {
      g_autofree char *within = NULL;
      gboolean found;

      if (!find_holder (self, kind, id, &found, &within, error))
        return FALSE;
      if (g_strcmp0 (within, way_record_get_within (record)) != 0)
        return fail (error, record, field->name, _("leads to another place than its own"));
    }
  return TRUE;
}

static gboolean
check_references (WayWorkspace  *self,
                  WayRecord     *record,
                  GError       **error)
{
  const WayKindInfo *info = way_record_get_info (record);
  WayKind kind = WAY_KIND_NONE;

  /* It may have been dropped again by the same edit, or replaced. */
  if (!way_records_find_kind (WAY_RECORDS (self), way_record_get_id (record), &kind, error))
    return FALSE;
  if (kind == WAY_KIND_NONE)
    return TRUE;
  if (info->within != WAY_KIND_NONE)
    {
      g_autofree char *what = g_strdup_printf (_("there is no %s “%s” that would hold it"), way_kind_get_label (info->within),
                                               way_record_get_within (record));

      if (!way_records_find_kind (WAY_RECORDS (self), way_record_get_within (record), &kind, error))
        return FALSE;
      if (kind != info->within)
        return fail (error, record, "id", what);
    }
  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *id = info->fields[i].type == WAY_FIELD_REFERENCE ? way_record_get_text (record, i) : NULL;

      if (id != NULL && !check_reference (self, record, &info->fields[i], id, error))
        return FALSE;
    }
  return info->kind != WAY_KIND_STOP || check_stop (self, record, error);
}

/* Sees to it that what the edit leaves behind holds together, and says what does not. */
static gboolean
check_outcome (WayWorkspace  *self,
               WayEdit       *edit,
               GPtrArray     *moved,
               GError       **error)
{
  int broken = 0, most;

  for (guint i = 0; i < way_edit_get_length (edit); i++)
    {
      const WayEditOperation *operation = way_edit_get_operation (edit, i);

      if (operation->put != NULL && !check_references (self, operation->put, error))
        return FALSE;
    }
  for (guint i = 0; i < moved->len; i++)
    if (!check_left_behind (self, moved->pdata[i], error))
      return FALSE;
  sqlite3_db_status (self->db, SQLITE_DBSTATUS_DEFERRED_FKS, &broken, &most, FALSE);
  if (broken == 0)
    return TRUE;
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID, _("Something would be left without what it belongs to."));
  return FALSE;
}

static gboolean
run_operations (WayWorkspace  *self,
                WayEdit       *edit,
                WaySession    *session,
                GError       **error)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  gboolean dropped = FALSE;

  for (guint i = 0; i < way_edit_get_length (edit); i++)
    {
      const WayEditOperation *operation = way_edit_get_operation (edit, i);

      if (operation->put != NULL ? !put (self, operation->put, moved, error)
          : !drop (self, operation->kind, operation->id, error))
        return FALSE;
      dropped |= operation->put == NULL;
    }
  return (!dropped || way_workspace_drop_orphans (self, session, error)) && check_outcome (self, edit, moved, error);
}

static gboolean
check_records (WayEdit  *edit,
               GError  **error)
{
  for (guint i = 0; i < way_edit_get_length (edit); i++)
    {
      WayRecord *record = way_edit_get_operation (edit, i)->put;

      if (record != NULL && !way_record_check (record, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * way_workspace_apply:
 * @self: a workspace
 * @edit: what to change
 * @error: where a #WayError goes: invalid when a record breaks a rule or refers to what is not there
 *
 * Makes one change: all of it, on the disk of this machine when the call returns, or none. Emits [signal@Records::changed] once,
 * unless nothing changed; then there is nothing to undo either.
 *
 * Returns: whether it was made
 */
gboolean
way_workspace_apply (WayWorkspace  *self,
                     WayEdit       *edit,
                     GError       **error)
{
  g_autoptr (WaySession) session = NULL;
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (WayChanges) changes = NULL;

  g_return_val_if_fail (WAY_IS_WORKSPACE (self) && edit != NULL, FALSE);

  if (!check_records (edit, error) || (session = way_workspace_begin (self, error)) == NULL)
    return FALSE;
  if (!run_operations (self, edit, session, error) || !way_session_dup_changeset (session, &changeset, error))
    {
      way_workspace_roll_back (self);
      return FALSE;
    }
  g_clear_pointer (&session, way_session_free);
  if (g_bytes_get_size (changeset) == 0)
    {
      way_workspace_roll_back (self);
      return TRUE;
    }
  if (!way_workspace_remember (self, way_edit_get_label (edit), changeset, error) ||
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
