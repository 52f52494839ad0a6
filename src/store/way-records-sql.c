/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the workspace is read. */
#include "store/way-workspace-private.h"

#include "base/way-i18n.h"

static gboolean
is_open (WayWorkspace  *self,
         GError       **error)
{
  if (self->db != NULL)
    return TRUE;
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_FAILED, _("The workspace is closed."));
  return FALSE;
}

static gboolean
read_one (WayRecords  *records,
          WayKind      kind,
          const char  *id,
          WayRecord  **record,
          GError     **error)
{
  WayWorkspace *self = WAY_WORKSPACE (records);
  g_autoptr (WaySqlUse) statement = NULL;
  gboolean row;

  *record = NULL;
  if (!is_open (self, error) || (statement = way_workspace_prepare (self, kind, WAY_STATEMENT_READ, error)) == NULL)
    return FALSE;
  way_sql_bind_text (statement, 1, id);
  if (!way_sql_step (statement, &row, error))
    return FALSE;
  return !row || (*record = way_row_read (statement, kind, error)) != NULL;
}

static GPtrArray *
list_rows (sqlite3_stmt  *statement,
           WayKind        kind,
           GError       **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean row;

  while (way_sql_step (statement, &row, error))
    {
      WayRecord *record;

      if (!row)
        return g_steal_pointer (&list);
      record = way_row_read (statement, kind, error);
      if (record == NULL)
        return NULL;
      g_ptr_array_add (list, record);
    }
  return NULL;
}

static GPtrArray *
list_where (WayWorkspace  *self,
            WayKind        kind,
            WayStatement   which,
            const char    *value,
            GError       **error)
{
  g_autoptr (WaySqlUse) statement = NULL;

  if (!is_open (self, error) || (statement = way_workspace_prepare (self, kind, which, error)) == NULL)
    return NULL;
  if (which != WAY_STATEMENT_LIST_ALL)
    way_sql_bind_text (statement, 1, value);
  return list_rows (statement, kind, error);
}

static GPtrArray *
list (WayRecords  *records,
      WayKind      kind,
      const char  *within,
      GError     **error)
{
  return list_where (WAY_WORKSPACE (records), kind, within != NULL ? WAY_STATEMENT_LIST : WAY_STATEMENT_LIST_ALL, within, error);
}

static GPtrArray *
list_by (WayRecords  *records,
         WayKind      kind,
         guint        field,
         const char  *id,
         GError     **error)
{
  g_return_val_if_fail (field < way_kind_get_info (kind)->n_fields, NULL);

  return list_where (WAY_WORKSPACE (records), kind, WAY_STATEMENT_BY + field, id, error);
}

static gboolean
count (WayRecords  *records,
       WayKind      kind,
       guint       *number,
       GError     **error)
{
  WayWorkspace *self = WAY_WORKSPACE (records);
  g_autoptr (WaySqlUse) statement = NULL;
  gboolean row;

  if (!is_open (self, error) || (statement = way_workspace_prepare (self, kind, WAY_STATEMENT_COUNT, error)) == NULL ||
      !way_sql_step (statement, &row, error))
    return FALSE;
  *number = sqlite3_column_int (statement, 0);
  return TRUE;
}

static gboolean
find_kind (WayRecords  *records,
           const char  *id,
           WayKind     *kind,
           GError     **error)
{
  WayWorkspace *self = WAY_WORKSPACE (records);
  g_autoptr (WaySqlUse) statement = NULL;
  gboolean row;

  if (!is_open (self, error) || (statement = way_workspace_prepare_own (self, WAY_OWN_ITEM_KIND, error)) == NULL)
    return FALSE;
  way_sql_bind_text (statement, 1, id);
  if (!way_sql_step (statement, &row, error))
    return FALSE;
  *kind = row ? way_kind_from_name ((const char *) sqlite3_column_text (statement, 0)) : WAY_KIND_NONE;
  return TRUE;
}

void
way_workspace_init_records (WayRecordsInterface *iface)
{
  iface->read = read_one;
  iface->list = list;
  iface->list_by = list_by;
  iface->count = count;
  iface->find_kind = find_kind;
  iface->dup_places = way_workspace_read_places;
}
