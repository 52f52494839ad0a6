/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things on maps were: a hint beside the records, of which neither undo nor the interchange format knows. */
#include "store/way-workspace-private.h"

#include "base/way-i18n.h"

/* Of a hint that cannot be read there is none. */
char *
way_workspace_read_places (WayRecords *records,
                           const char *map_id)
{
  WayWorkspace *self = WAY_WORKSPACE (records);
  g_autoptr (WaySqlUse) statement = NULL;
  gboolean row;

  if (self->db == NULL || (statement = way_workspace_prepare_own (self, WAY_OWN_PLACES_READ, NULL)) == NULL)
    return NULL;
  way_sql_bind_text (statement, 1, map_id);
  if (!way_sql_step (statement, &row, NULL) || !row)
    return NULL;
  return g_strdup ((const char *) sqlite3_column_text (statement, 0));
}

static gboolean
write_places (WayWorkspace  *self,
              const char    *map_id,
              const char    *places,
              GError       **error)
{
  sqlite3_stmt *statement = way_workspace_prepare_own (self, places != NULL ? WAY_OWN_PLACES_PUT : WAY_OWN_PLACES_DROP, error);

  if (statement == NULL)
    return FALSE;
  way_sql_bind_text (statement, 1, map_id);
  if (places != NULL)
    way_sql_bind_text (statement, 2, places);
  /* Those of maps that are gone go with it, and so do these when there is no such map. */
  return way_sql_run (statement, error) && way_workspace_run_own (self, WAY_OWN_PLACES_SWEEP, error);
}

/**
 * way_workspace_keep_places:
 * @self: a workspace
 * @map_id: the id of a map
 * @places: (nullable): where things on it are, as a scene tells it; %NULL where that is known without
 * @error: where a #WayError goes
 *
 * Keeps a hint for who lays out the map next, on the disk of this machine when the call returns, and in the user's file with the next
 * publication. It is no edit: nothing is told of it, and it is not undone. What is kept already is not written again.
 * way_records_dup_places() gives it.
 *
 * Returns: whether it is kept
 */
gboolean
way_workspace_keep_places (WayWorkspace  *self,
                           const char    *map_id,
                           const char    *places,
                           GError       **error)
{
  g_autofree char *before = NULL;

  g_return_val_if_fail (WAY_IS_WORKSPACE (self) && map_id != NULL, FALSE);

  if (self->db == NULL)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_FAILED, _("The workspace is closed."));
      return FALSE;
    }
  before = way_workspace_read_places (WAY_RECORDS (self), map_id);
  if (g_strcmp0 (before, places) == 0)
    return TRUE;
  if (!way_working_copy_keep (self->copy, error) || !way_workspace_run_own (self, WAY_OWN_BEGIN, error))
    return FALSE;
  if (!write_places (self, map_id, places, error))
    {
      way_workspace_roll_back (self);
      return FALSE;
    }
  if (!way_workspace_commit (self, error))
    return FALSE;
  way_workspace_update (self);
  return TRUE;
}
