/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A copy of a workspace somewhere else, and whether the user's own file is still as it was left. */
#include "store/way-workspace-private.h"

#include "base/way-i18n.h"

#include <glib/gstdio.h>

/* Holds the lock of the other file, so that nobody has it open, and nothing that a crash left of it is taken for the copy's. */
static WayWorkingCopy *
take_other (GFile   *file,
            GError **error)
{
  g_autoptr (WayWorkingCopy) other = way_working_copy_new (file, error);
  g_autofree char *name = NULL;
  WayPublication next;

  if (other == NULL)
    return NULL;
  if (!way_working_copy_read_note (other, &next))
    return g_steal_pointer (&other);
  name = way_file_dup_name (file);
  g_set_error (error, WAY_ERROR, WAY_ERROR_BUSY,
               _("“%s” has changes that were not saved when Waymark was ended. Please open it first, or choose another name."), name);
  return NULL;
}

static gboolean
write_over (WayWorkspace  *self,
            GFile         *file,
            const char    *path,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *salt = way_working_copy_dup_salt (self->copy), *temporary = way_file_dup_temporary (file, salt), *etag = NULL;
  WayFingerprint there;
  gboolean exists;

  if (!way_file_get_fingerprint (file, cancellable, &there, &etag, error))
    return FALSE;
  exists = there.size != 0 || there.hash != 0;
  return way_file_copy_out (path, file, exists, etag, exists ? file : self->copy->file, temporary, cancellable, error);
}

/**
 * way_workspace_save_copy:
 * @self: a workspace, which may be one that is only read
 * @target: another file, which may be there
 * @cancellable: (nullable): a way to stop
 * @error: where a #WayError goes: exists for its own file, busy, read-only, full, not found; or %G_IO_ERROR_CANCELLED
 *
 * Writes everything that @self holds to @target, its history with it, and takes the place of what is there. @self stays with its own
 * file. Where it fails, what was there before is there still.
 *
 * Returns: whether it is there
 */
gboolean
way_workspace_save_copy (WayWorkspace  *self,
                         GFile         *target,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (GFile) real = NULL;
  g_autoptr (WayWorkingCopy) other = NULL;
  g_autofree char *path = NULL;
  gboolean done;

  g_return_val_if_fail (WAY_IS_WORKSPACE (self) && self->copy != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (target), FALSE);

  real = way_file_resolve (target);
  if (g_file_equal (real, self->copy->file))
    {
      g_autofree char *name = way_file_dup_name (real);

      g_set_error (error, WAY_ERROR, WAY_ERROR_EXISTS, _("“%s” is the workspace itself. Please choose another name."), name);
      return FALSE;
    }
  other = take_other (real, error);
  if (other == NULL)
    return FALSE;
  path = way_working_copy_dup_path (self->copy, "copy.db");
  done = way_publish_pack (self->copy, path, error) && write_over (self, real, path, cancellable, error);
  g_unlink (path);
  way_working_copy_remove (other);
  return done;
}

static void
look_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  WayWorkingCopy *copy = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&copy->mutex);
  WayFingerprint now;
  GError *error = NULL;

  if (!way_file_get_fingerprint (copy->file, cancellable, &now, NULL, &error))
    g_task_return_error (task, error);
  else
    /* A file that is away may come back, and is written again when it does not. */
    g_task_return_boolean (task, (now.size != 0 || now.hash != 0) && !way_fingerprint_equal (&now, &copy->published.content));
}

/**
 * way_workspace_look_async:
 * @self: a workspace that is open
 * @cancellable: (nullable): a way to stop
 * @callback: called when it is known
 * @data: for @callback
 *
 * Looks, in a worker, whether the user's file was changed by somebody else since it was read or written.
 */
void
way_workspace_look_async (WayWorkspace        *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_return_if_fail (self->copy != NULL);

  g_task_set_source_tag (task, way_workspace_look_async);
  g_task_set_task_data (task, way_working_copy_ref (self->copy), (GDestroyNotify) way_working_copy_unref);
  g_task_run_in_thread (task, look_in_thread);
}

/**
 * way_workspace_look_finish:
 * @self: a workspace
 * @result: from the callback
 * @error: why it is not known
 *
 * Returns: whether somebody else changed the user's file
 */
gboolean
way_workspace_look_finish (WayWorkspace  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
