/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening and making a file, and finding what a crash left behind. */
#include "store/way-workspace-private.h"

#include "base/way-i18n.h"
#include "store/way-database.h"
#include "store/way-seal.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* A workspace on what is in the folder now. Takes the connection. */
static WayWorkspace *
make (WayWorkingCopy *copy,
      sqlite3        *db)
{
  WayWorkspace *self = g_object_new (WAY_TYPE_WORKSPACE, NULL);

  self->copy = way_working_copy_ref (copy);
  self->file = g_object_ref (copy->file);
  self->published = copy->published.changes;
  way_workspace_attach (self, db);
  return self;
}

/* A file in the state folder, for work that cannot be put beside the user's file. */
static GFile *
dup_place_for_recovered (GFile *file)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "waymark", "recovered", NULL);
  g_autofree char *name = g_file_get_basename (file);

  g_mkdir_with_parents (folder, 0700);
  return g_file_new_build_filename (folder, name, NULL);
}

static gboolean
keep_beside (WayWorkingCopy  *copy,
             GFile          **beside,
             GError         **error)
{
  g_autoptr (GFile) place = NULL;
  /* Translators: in the name of a file: “Living well (recovered 2026-11-22).waymark”. */
  const char *why = C_("name of a file", "recovered");

  if (way_publish_beside (copy, copy->file, why, beside, NULL))
    return TRUE;
  place = dup_place_for_recovered (copy->file);
  return way_publish_beside (copy, place, why, beside, error);
}

/* What a crash left is looked at with care too: the disk may have been what failed. */
static sqlite3 *
open_left (WayWorkingCopy *copy,
           gint64         *changes)
{
  g_autofree char *salt = way_working_copy_dup_salt (copy), *temporary = way_file_dup_temporary (copy->file, salt);
  g_autoptr (sqlite3) db = way_database_open (copy->path, copy->file, FALSE, NULL);

  if (temporary != NULL)
    g_unlink (temporary);
  if (db == NULL || !way_sql_get_number (db, "SELECT \"value\" FROM \"state\" WHERE \"name\" = 'changes'", changes, NULL))
    return NULL;
  return g_steal_pointer (&db);
}

/* Looks for edits that a crash kept from being published. Either they go on (workspace), or they were put in a file beside, or
 * there are none. Nothing is left in the folder but what goes on. */
static gboolean
recover (WayWorkingCopy  *copy,
         gboolean         go_on,
         WayWorkspace   **workspace,
         GFile          **beside,
         GError         **error)
{
  g_autoptr (sqlite3) db = NULL;
  WayPublication next;
  WayFingerprint now;
  gint64 changes = 0;

  if (!way_working_copy_read_note (copy, &next))
    return TRUE;
  db = open_left (copy, &changes);
  if (db == NULL)
    return way_working_copy_set_aside (copy, error);
  if (!way_file_get_fingerprint (copy->file, NULL, &now, NULL, error))
    return FALSE;
  if (way_fingerprint_equal (&now, &next.content))
    copy->published = next;
  if (changes == copy->published.changes)
    return TRUE;
  if (go_on && ((now.size == 0 && now.hash == 0) || way_fingerprint_equal (&now, &copy->published.content)))
    {
      *workspace = make (copy, g_steal_pointer (&db));
      (*workspace)->recovered = TRUE;
      return TRUE;
    }
  g_clear_pointer (&db, sqlite3_close_v2);
  return keep_beside (copy, beside, error);
}

static WayWorkspace *
open_anew (WayWorkingCopy  *copy,
           GError         **error)
{
  gboolean known = FALSE;
  sqlite3 *db = NULL;

  way_working_copy_clear (copy);
  if (way_file_copy_in (copy->file, copy->path, &copy->published.content, error))
    {
      known = way_seal_is_known (copy->published.content.seal);
      db = way_database_open (copy->path, copy->file, known, error);
    }
  if (db == NULL)
    {
      way_working_copy_remove (copy);
      return NULL;
    }
  if (!way_sql_get_number (db, "SELECT \"value\" FROM \"state\" WHERE \"name\" = 'changes'", &copy->published.changes, error))
    {
      sqlite3_close_v2 (db);
      way_working_copy_remove (copy);
      return NULL;
    }
  if (!known)
    way_seal_remember (copy->published.content.seal);
  return make (copy, db);
}

/**
 * way_workspace_open:
 * @file: a Waymark file
 * @error: where a #WayError goes: not found, unreadable, foreign, newer, damaged, busy, full
 *
 * Opens a file, wherever it came from: it is copied, and the copy checked from end to end, before anything in it is used,
 * unless it holds what was checked before (way-seal.h). Edits that a crash kept from being published are found again; see
 * [method@Workspace.get_recovered].
 *
 * Returns: (transfer full) (nullable): the workspace
 */
WayWorkspace *
way_workspace_open (GFile   *file,
                    GError **error)
{
  g_autoptr (GFile) real = NULL;
  g_autoptr (WayWorkingCopy) copy = NULL;
  g_autoptr (WayWorkspace) workspace = NULL;
  g_autoptr (GFile) beside = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  real = way_file_resolve (file);
  copy = way_working_copy_new (real, error);
  if (copy == NULL || !recover (copy, TRUE, &workspace, &beside, error))
    return NULL;
  if (workspace == NULL && (workspace = open_anew (copy, error)) == NULL)
    return NULL;
  workspace->recovered |= beside != NULL;
  workspace->recovered_beside = g_steal_pointer (&beside);
  return g_steal_pointer (&workspace);
}

/**
 * way_workspace_open_to_read:
 * @file: a Waymark file
 * @error: where a #WayError goes: not found, unreadable, foreign, newer, damaged, full
 *
 * As [func@Workspace.open]; but a file that somebody works on at this moment can be read all the same, as it was last published.
 * Such a workspace takes no edits: they fail with %WAY_ERROR_BUSY.
 *
 * Returns: (transfer full) (nullable): the workspace
 */
WayWorkspace *
way_workspace_open_to_read (GFile   *file,
                            GError **error)
{
  g_autoptr (GError) reason = NULL;
  WayWorkspace *self = way_workspace_open (file, &reason);

  if (self != NULL)
    return self;
  if (g_error_matches (reason, WAY_ERROR, WAY_ERROR_BUSY))
    return way_workspace_open_published (file, error);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

/**
 * way_workspace_open_published:
 * @file: a Waymark file
 * @error: where a #WayError goes: not found, unreadable, foreign, newer, damaged, full
 *
 * As [func@Workspace.open_to_read], without finding again what a crash left, and without keeping anybody from the file meanwhile: for
 * what nobody asked for, such as thumbnails.
 *
 * Returns: (transfer full) (nullable): the workspace
 */
WayWorkspace *
way_workspace_open_published (GFile   *file,
                              GError **error)
{
  g_autoptr (GFile) real = NULL;
  g_autoptr (WayWorkingCopy) copy = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  real = way_file_resolve (file);
  copy = way_working_copy_new_to_read (real, error);
  return copy != NULL ? open_anew (copy, error) : NULL;
}

/**
 * way_workspace_create:
 * @file: where there is no file yet
 * @error: where a #WayError goes: exists, read-only, not found, busy, full
 *
 * Makes an empty file, and opens it.
 *
 * Returns: (transfer full) (nullable): the workspace
 */
WayWorkspace *
way_workspace_create (GFile   *file,
                      GError **error)
{
  g_autoptr (GFile) real = NULL;
  g_autoptr (WayWorkingCopy) copy = NULL;
  g_autoptr (WayWorkspace) self = NULL;
  g_autoptr (GFile) beside = NULL;
  g_autofree char *name = way_file_dup_name (file);
  sqlite3 *db;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) != G_FILE_TYPE_UNKNOWN)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_EXISTS, _("There is already a file “%s”."), name);
      return NULL;
    }
  real = way_file_resolve (file);
  copy = way_working_copy_new (real, error);
  if (copy == NULL || !recover (copy, FALSE, NULL, &beside, error))
    return NULL;
  way_working_copy_clear (copy);
  copy->published = (WayPublication) { .changes = -1 };
  db = way_database_create (copy->path, error);
  if (db != NULL)
    self = make (copy, db);
  if (self == NULL || !way_workspace_publish_anew (self, error))
    {
      if (self != NULL)
        way_workspace_detach (self);
      way_working_copy_remove (copy);
      if (self != NULL)
        g_clear_pointer (&self->copy, way_working_copy_unref);
      return NULL;
    }
  return g_steal_pointer (&self);
}
