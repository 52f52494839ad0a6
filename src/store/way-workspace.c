/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document: one file, its working copy and the one connection that writes to it. */
#include "store/way-workspace-private.h"

#include "base/way-i18n.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (WayWorkspace, way_workspace, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (WAY_TYPE_RECORDS, way_workspace_init_records))

enum { PROP_TITLE = 1, PROP_FILE, PROP_UNDO_LABEL, PROP_REDO_LABEL, PROP_PUBLISHED, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

static const char *const own_sql[WAY_N_OWN_STATEMENTS] = {
  [WAY_OWN_BEGIN] = "BEGIN IMMEDIATE",
  [WAY_OWN_COMMIT] = "COMMIT",
  [WAY_OWN_ROLLBACK] = "ROLLBACK",
  [WAY_OWN_ITEM_PUT] = "INSERT INTO \"item\" (\"id\", \"kind\") VALUES (?1, ?2) ON CONFLICT (\"id\") DO NOTHING",
  [WAY_OWN_ITEM_KIND] = "SELECT \"kind\" FROM \"item\" WHERE \"id\" = ?1",
  [WAY_OWN_ITEM_DROP] = "DELETE FROM \"item\" WHERE \"id\" = ?1 AND \"kind\" = ?2",
  [WAY_OWN_HISTORY_PUT] = "INSERT INTO \"history\" (\"undone\", \"label\", \"at\", \"changeset\") VALUES (0, ?1, ?2, ?3)",
  [WAY_OWN_HISTORY_FORGET] = "DELETE FROM \"history\" WHERE \"undone\" = 1",
  [WAY_OWN_HISTORY_CLEAR] = "DELETE FROM \"history\"",
  [WAY_OWN_HISTORY_MARK] = "UPDATE \"history\" SET \"undone\" = ?1 WHERE \"sequence\" = ?2",
  [WAY_OWN_HISTORY_UNDO] = "SELECT \"sequence\", \"label\", \"changeset\" FROM \"history\" WHERE \"undone\" = 0 "
                           "ORDER BY \"sequence\" DESC LIMIT 1",
  [WAY_OWN_HISTORY_REDO] = "SELECT \"sequence\", \"label\", \"changeset\" FROM \"history\" WHERE \"undone\" = 1 "
                           "ORDER BY \"sequence\" LIMIT 1",
  [WAY_OWN_COUNT_CHANGE] = "INSERT INTO \"state\" (\"name\", \"value\") VALUES ('changes', 1) "
                           "ON CONFLICT (\"name\") DO UPDATE SET \"value\" = \"value\" + 1",
  [WAY_OWN_PLACES_READ] = "SELECT \"value\" FROM \"state\" WHERE \"name\" = 'places ' || ?1 AND typeof (\"value\") = 'text'",
  [WAY_OWN_PLACES_PUT] = "INSERT INTO \"state\" (\"name\", \"value\") VALUES ('places ' || ?1, ?2) "
                         "ON CONFLICT (\"name\") DO UPDATE SET \"value\" = excluded.\"value\"",
  [WAY_OWN_PLACES_DROP] = "DELETE FROM \"state\" WHERE \"name\" = 'places ' || ?1",
  [WAY_OWN_PLACES_SWEEP] = "DELETE FROM \"state\" WHERE \"name\" GLOB 'places *' AND substr (\"name\", 8) NOT IN (SELECT \"id\" FROM \"map\")",
};

static void
way_workspace_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  WayWorkspace *self = WAY_WORKSPACE (object);

  if (id == PROP_TITLE)
    g_value_take_string (value, way_workspace_dup_title (self));
  else if (id == PROP_FILE)
    g_value_set_object (value, self->file);
  else if (id == PROP_UNDO_LABEL)
    g_value_set_string (value, self->undo_label);
  else if (id == PROP_REDO_LABEL)
    g_value_set_string (value, self->redo_label);
  else
    g_value_set_boolean (value, way_workspace_get_published (self));
}

/* A workspace that goes without having been closed leaves what was not published to be recovered. */
static void
way_workspace_finalize (GObject *object)
{
  WayWorkspace *self = WAY_WORKSPACE (object);

  way_workspace_detach (self);
  if (self->copy != NULL)
    {
      g_mutex_lock (&self->copy->mutex);
      if (way_workspace_get_published (self))
        way_working_copy_remove (self->copy);
      g_mutex_unlock (&self->copy->mutex);
      way_working_copy_unref (self->copy);
    }
  g_clear_object (&self->file);
  g_clear_object (&self->recovered_beside);
  g_free (self->undo_label);
  g_free (self->redo_label);

  G_OBJECT_CLASS (way_workspace_parent_class)->finalize (object);
}

static void
way_workspace_class_init (WayWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = way_workspace_get_property;
  object_class->finalize = way_workspace_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_PUBLISHED] = g_param_spec_boolean ("published", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
way_workspace_init (WayWorkspace *self)
{
}

static sqlite3_stmt *
prepare_once (WayWorkspace  *self,
              sqlite3_stmt **statement,
              const char    *sql,
              GError       **error)
{
  if (*statement == NULL)
    *statement = way_sql_prepare (self->db, sql, error);
  return *statement;
}

/* Both borrow a statement that is kept; use it with g_autoptr (WaySqlUse) or run it to its end. */
sqlite3_stmt *
way_workspace_prepare (WayWorkspace  *self,
                       WayKind        kind,
                       WayStatement   statement,
                       GError       **error)
{
  g_autofree char *sql = NULL;

  if (self->statements[kind][statement] == NULL)
    sql = way_schema_dup_statement (kind, statement);
  return prepare_once (self, &self->statements[kind][statement], sql, error);
}

sqlite3_stmt *
way_workspace_prepare_own (WayWorkspace     *self,
                           WayOwnStatement   statement,
                           GError          **error)
{
  return prepare_once (self, &self->own[statement], own_sql[statement], error);
}

gboolean
way_workspace_run_own (WayWorkspace     *self,
                       WayOwnStatement   statement,
                       GError          **error)
{
  sqlite3_stmt *own = way_workspace_prepare_own (self, statement, error);

  return own != NULL && way_sql_run (own, error);
}

static char *
dup_next_label (WayWorkspace    *self,
                WayOwnStatement  which)
{
  g_autoptr (WaySqlUse) statement = way_workspace_prepare_own (self, which, NULL);
  gboolean row;

  if (statement == NULL || !way_sql_step (statement, &row, NULL) || !row)
    return NULL;
  return g_utf8_make_valid ((const char *) sqlite3_column_text (statement, 1), sqlite3_column_bytes (statement, 1));
}

/**
 * way_workspace_update:
 * @self: a workspace
 *
 * Brings up to date what is kept beside the database: the names of what can be undone and redone, and how many commits there are.
 */
void
way_workspace_update (WayWorkspace *self)
{
  g_autofree char *undo = dup_next_label (self, WAY_OWN_HISTORY_UNDO), *redo = dup_next_label (self, WAY_OWN_HISTORY_REDO);
  gboolean was_published = way_workspace_get_published (self);

  way_sql_get_number (self->db, "SELECT \"value\" FROM \"state\" WHERE \"name\" = 'changes'", &self->changes, NULL);
  if (g_set_str (&self->undo_label, undo))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  if (g_set_str (&self->redo_label, redo))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
  if (was_published != way_workspace_get_published (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PUBLISHED]);
}

/* Tells everybody what a commit changed. */
void
way_workspace_tell (WayWorkspace *self,
                    WayChanges   *changes)
{
  g_object_ref (self);
  way_workspace_update (self);
  for (guint i = 0; i < way_changes_get_length (changes); i++)
    if (way_changes_get (changes, i)->kind == WAY_KIND_WORKSPACE)
      {
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
        break;
      }
  way_records_emit_changed (WAY_RECORDS (self), changes);
  g_object_unref (self);
}

/* Takes a connection to the working copy. */
void
way_workspace_attach (WayWorkspace *self,
                      sqlite3      *db)
{
  self->db = db;
  way_workspace_update (self);
}

void
way_workspace_detach (WayWorkspace *self)
{
  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    for (guint i = 0; i < WAY_N_STATEMENTS; i++)
      g_clear_pointer (&self->statements[kind][i], sqlite3_finalize);
  for (guint i = 0; i < WAY_N_OWN_STATEMENTS; i++)
    g_clear_pointer (&self->own[i], sqlite3_finalize);
  g_clear_pointer (&self->db, sqlite3_close_v2);
}

/**
 * way_workspace_take_published:
 * @self: a workspace
 *
 * Takes over, when a publication has ended, what it has made of the folder's file.
 */
void
way_workspace_take_published (WayWorkspace *self)
{
  gboolean was_published = way_workspace_get_published (self);

  self->published = self->copy->published.changes;
  if (g_set_object (&self->file, self->copy->file))
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
    }
  if (was_published != way_workspace_get_published (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PUBLISHED]);
}

/**
 * way_workspace_get_file:
 * @self: a workspace
 *
 * Returns: (transfer none): the user's file, symbolic links followed
 */
GFile *
way_workspace_get_file (WayWorkspace *self)
{
  return self->file;
}

/**
 * way_workspace_dup_title:
 * @self: a workspace
 *
 * Returns: (transfer full): its title, or the name of its file without the extension
 */
char *
way_workspace_dup_title (WayWorkspace *self)
{
  g_autoptr (GPtrArray) records = NULL;
  char *name, *dot;

  if (self->db != NULL)
    records = way_records_list (WAY_RECORDS (self), WAY_KIND_WORKSPACE, NULL, NULL);
  if (records != NULL && records->len > 0 && way_record_has (records->pdata[0], WAY_WORKSPACE_TITLE))
    return g_strdup (way_record_get_text (records->pdata[0], WAY_WORKSPACE_TITLE));
  name = way_file_dup_name (self->file);
  dot = strrchr (name, '.');
  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}

/**
 * way_workspace_get_schema:
 * @self: a workspace
 *
 * Returns: the version of its schema, which is the newest since it was opened
 */
guint
way_workspace_get_schema (WayWorkspace *self)
{
  return WAY_SCHEMA_VERSION;
}

/**
 * way_workspace_get_recovered:
 * @self: a workspace
 *
 * Returns: whether opening it found edits that a crash had kept from being published, and kept them: here, or in
 *   [method@Workspace.get_recovered_beside] when the file had been changed by somebody else meanwhile
 */
gboolean
way_workspace_get_recovered (WayWorkspace *self)
{
  return self->recovered;
}

/**
 * way_workspace_get_recovered_beside:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): the file that recovered edits were put in, when they could not go on in this one
 */
GFile *
way_workspace_get_recovered_beside (WayWorkspace *self)
{
  return self->recovered_beside;
}

/**
 * way_workspace_get_published:
 * @self: a workspace
 *
 * Returns: whether the user's file holds everything
 */
gboolean
way_workspace_get_published (WayWorkspace *self)
{
  return self->changes == self->published;
}

const char *
way_workspace_get_undo_label (WayWorkspace *self)
{
  return self->undo_label;
}

const char *
way_workspace_get_redo_label (WayWorkspace *self)
{
  return self->redo_label;
}
