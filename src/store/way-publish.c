/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the working copy to the user's own file, which is whole at every moment. */
#include "store/way-workspace-private.h"

#include "base/way-i18n.h"
#include "store/way-seal.h"

#include <glib/gstdio.h>

/* How many commits the working copy holds, and a whole and compact copy of them at path. Without wanted, that is not made when the
 * user's file has them all. */
static gboolean
pack (WayWorkingCopy  *copy,
      const char      *path,
      gboolean         wanted,
      gint64          *changes,
      GError         **error)
{
  g_autoptr (sqlite3) db = way_sql_open (copy->path, error);
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_unlink (path);
  /* Read first: an edit that comes in between is published now and counted with the next publication. */
  if (db == NULL || !way_sql_get_number (db, "SELECT \"value\" FROM \"state\" WHERE \"name\" = 'changes'", changes, error))
    return FALSE;
  if (!wanted && *changes == copy->published.changes)
    return TRUE;
  if ((statement = way_sql_prepare (db, "VACUUM INTO ?1", error)) == NULL)
    return FALSE;
  way_sql_bind_text (statement, 1, path);
  return way_sql_run (statement, error);
}

/* A whole and compact copy of everything at path. */
gboolean
way_publish_pack (WayWorkingCopy  *copy,
                  const char      *path,
                  GError         **error)
{
  gint64 changes;

  return pack (copy, path, TRUE, &changes, error);
}

/* Writes the pack to a file and makes that the one that is worked on. */
static gboolean
replace (WayWorkingCopy  *copy,
         const char      *path,
         GFile           *file,
         gboolean         exists,
         const char      *etag,
         gint64           changes,
         GCancellable    *cancellable,
         GError         **error)
{
  g_autoptr (GFile) packed = g_file_new_for_path (path);
  g_autofree char *salt = way_working_copy_dup_salt (copy);
  g_autofree char *temporary = way_file_dup_temporary (file, salt);
  WayPublication next = { .changes = changes };

  if (!way_file_get_fingerprint (packed, cancellable, &next.content, NULL, error) || !way_working_copy_note (copy, &next, error) ||
      !way_file_copy_out (path, file, exists, etag, copy->file, temporary, cancellable, error))
    return FALSE;
  copy->published = next;
  way_seal_remember (next.content.seal);
  return TRUE;
}

/**
 * way_publish_beside:
 * @copy: a folder
 * @file: the user's file
 * @why: what sets the other file apart
 * @beside: (out) (transfer full): where it was put
 * @error: what went wrong
 *
 * Puts what is worked on in a new file beside @file.
 *
 * Returns: whether it is there
 */
gboolean
way_publish_beside (WayWorkingCopy  *copy,
                    GFile           *file,
                    const char      *why,
                    GFile          **beside,
                    GError         **error)
{
  g_autofree char *path = way_working_copy_dup_path (copy, "publish.db");
  g_autofree char *salt = way_working_copy_dup_salt (copy), *temporary = NULL;
  g_autoptr (GFile) there = way_file_dup_beside (file, why);
  gint64 changes;
  gboolean done;

  temporary = way_file_dup_temporary (there, salt);
  done = pack (copy, path, TRUE, &changes, error) && way_file_copy_out (path, there, FALSE, NULL, file, temporary, NULL, error);
  g_unlink (path);
  if (done)
    *beside = g_steal_pointer (&there);
  return done;
}

static gboolean
publish_packed (WayWorkingCopy  *copy,
                const char      *path,
                gint64           changes,
                GCancellable    *cancellable,
                GFile          **kept_beside,
                GError         **error)
{
  g_autofree char *etag = NULL;
  WayFingerprint now;

  if (!way_file_get_fingerprint (copy->file, cancellable, &now, &etag, error))
    return FALSE;
  if (now.size == 0 && now.hash == 0)
    return replace (copy, path, copy->file, FALSE, NULL, changes, cancellable, error);
  if (way_fingerprint_equal (&now, &copy->published.content))
    return replace (copy, path, copy->file, TRUE, etag, changes, cancellable, error);

  {
    /* Translators: in the name of a file: “Living well (changed here 2026-11-22).waymark”. */
    g_autoptr (GFile) beside = way_file_dup_beside (copy->file, C_("name of a file", "changed here"));

    if (!replace (copy, path, beside, FALSE, NULL, changes, cancellable, error))
      return FALSE;
    *kept_beside = g_steal_pointer (&beside);
    return TRUE;
  }
}

/* The whole of a publication, for whichever thread. Nothing is done when there is nothing new. */
static gboolean
publish (WayWorkingCopy  *copy,
         GCancellable    *cancellable,
         GFile          **kept_beside,
         GError         **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&copy->mutex);
  g_autofree char *path = way_working_copy_dup_path (copy, "publish.db");
  gint64 changes;
  gboolean done;

  done = pack (copy, path, FALSE, &changes, error);
  if (done && changes != copy->published.changes)
    {
      done = publish_packed (copy, path, changes, cancellable, kept_beside, error);
      /* Not needed to know the file again: the note says already what was next. */
      if (done && *kept_beside == NULL)
        way_working_copy_note (copy, NULL, NULL);
    }
  g_unlink (path);
  return done;
}

/* Goes on in the file beside: its folder, its lock, its name. */
static gboolean
move_to (WayWorkspace  *self,
         GFile         *file,
         GError       **error)
{
  g_autoptr (WayWorkingCopy) copy = way_working_copy_new (file, error);
  sqlite3 *db;

  if (copy == NULL)
    return FALSE;
  way_working_copy_clear (copy);
  copy->published = self->copy->published;
  if (!way_working_copy_note (copy, NULL, error))
    return FALSE;
  way_workspace_detach (self);
  if (g_rename (self->copy->path, copy->path) == 0)
    {
      way_working_copy_remove (self->copy);
      way_working_copy_unref (self->copy);
      self->copy = g_steal_pointer (&copy);
    }
  db = way_sql_open (self->copy->path, error);
  if (db == NULL)
    return FALSE;
  way_workspace_attach (self, db);
  return TRUE;
}

static gboolean
take_over (WayWorkspace  *self,
           GFile         *kept_beside,
           GError       **error)
{
  if (kept_beside != NULL && !move_to (self, kept_beside, error))
    return FALSE;
  way_workspace_take_published (self);
  return TRUE;
}

/* Gives a new workspace its file, which must not be there yet. */
gboolean
way_workspace_publish_anew (WayWorkspace  *self,
                            GError       **error)
{
  g_autofree char *path = way_working_copy_dup_path (self->copy, "publish.db");
  gint64 changes;
  gboolean done;

  done = pack (self->copy, path, TRUE, &changes, error) &&
         replace (self->copy, path, self->copy->file, FALSE, NULL, changes, NULL, error);
  g_unlink (path);
  if (done)
    way_workspace_take_published (self);
  return done;
}

static gboolean
set_closed_error (GError **error)
{
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_FAILED, _("The workspace is closed."));
  return FALSE;
}

/**
 * way_workspace_publish:
 * @self: a workspace
 * @cancellable: (nullable): a way to stop
 * @kept_beside: (out) (optional) (nullable) (transfer full): a file beside the user's own, when that was changed by somebody else
 * @error: where a #WayError goes: read-only, full, not found
 *
 * Writes the user's file, if it does not hold everything yet. When somebody else has changed it since it was read or written, it is
 * left alone: everything goes into a new file beside it, and that is the workspace's own from then on.
 *
 * Returns: whether everything is in the user's file, or in the one beside it
 */
gboolean
way_workspace_publish (WayWorkspace  *self,
                       GCancellable  *cancellable,
                       GFile        **kept_beside,
                       GError       **error)
{
  g_autoptr (GFile) beside = NULL;

  g_return_val_if_fail (WAY_IS_WORKSPACE (self), FALSE);

  if (kept_beside != NULL)
    *kept_beside = NULL;
  if (self->copy == NULL)
    return set_closed_error (error);
  if (way_workspace_get_published (self))
    return TRUE;
  if (!publish (self->copy, cancellable, &beside, error) || !take_over (self, beside, error))
    return FALSE;
  if (kept_beside != NULL)
    *kept_beside = g_steal_pointer (&beside);
  return TRUE;
}

static void
publish_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  GFile *beside = NULL;
  GError *error = NULL;

  if (publish (data, cancellable, &beside, &error))
    g_task_return_pointer (task, beside, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Back in the thread of the workspace. */
static void
published_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  WayWorkspace *self = WAY_WORKSPACE (source);
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GFile) beside = g_task_propagate_pointer (G_TASK (result), &error);

  if (error == NULL && self->copy == g_task_get_task_data (G_TASK (result)))
    take_over (self, beside, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&beside), g_object_unref);
}

/**
 * way_workspace_publish_async:
 * @self: a workspace
 * @cancellable: (nullable): a way to stop
 * @callback: called when it is done
 * @data: for @callback
 *
 * As [method@Workspace.publish], in a worker. Edits may be made meanwhile; they are published the next time.
 */
void
way_workspace_publish_async (WayWorkspace        *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  g_autoptr (GTask) work = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, way_workspace_publish_async);
  if (self->copy == NULL && !set_closed_error (&error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (way_workspace_get_published (self))
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  work = g_task_new (self, cancellable, published_cb, g_object_ref (task));
  g_task_set_task_data (work, way_working_copy_ref (self->copy), (GDestroyNotify) way_working_copy_unref);
  /* Otherwise a publication that came too late to be stopped would be reported as not done. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_check_cancellable (work, FALSE);
  g_task_run_in_thread (work, publish_in_thread);
}

/**
 * way_workspace_publish_finish:
 * @self: a workspace
 * @result: from the callback
 * @kept_beside: (out) (optional) (nullable) (transfer full): as in [method@Workspace.publish]
 * @error: as in [method@Workspace.publish]
 *
 * Returns: whether everything that there was at the start is in the user's file, or in the one beside it
 */
gboolean
way_workspace_publish_finish (WayWorkspace  *self,
                              GAsyncResult  *result,
                              GFile        **kept_beside,
                              GError       **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFile) beside = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  beside = g_task_propagate_pointer (G_TASK (result), &reason);
  if (kept_beside != NULL)
    *kept_beside = g_steal_pointer (&beside);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/**
 * way_workspace_close:
 * @self: a workspace
 * @error: where a #WayError goes: read-only, full, not found
 *
 * Publishes what was not, waits for publications under way, and removes the working copy. If that cannot be, @self stays open; when
 * it is let go all the same, its working copy stays on this machine and is found when the file is opened again.
 *
 * Returns: whether it is closed
 */
gboolean
way_workspace_close (WayWorkspace  *self,
                     GError       **error)
{
  g_return_val_if_fail (WAY_IS_WORKSPACE (self), FALSE);

  if (self->copy == NULL)
    return TRUE;
  if (!way_workspace_publish (self, NULL, NULL, error))
    return FALSE;
  way_workspace_detach (self);
  g_mutex_lock (&self->copy->mutex);
  way_working_copy_remove (self->copy);
  g_mutex_unlock (&self->copy->mutex);
  g_clear_pointer (&self->copy, way_working_copy_unref);
  return TRUE;
}
