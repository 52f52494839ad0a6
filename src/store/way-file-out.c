/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The user's own file, as it is written: always whole, the old one or the new one, whatever happens on the way. */
#include "store/way-file.h"

#include "base/way-i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK (1 << 18)

static gboolean
set_write_error (GFile     *file,
                 int        problem,
                 GError   **error)
{
  g_autofree char *name = way_file_dup_name (file);

  if (problem == EACCES || problem == EPERM || problem == EROFS)
    g_set_error (error, WAY_ERROR, WAY_ERROR_READ_ONLY,
                 _("“%s” could not be saved, because you may not write there."), name);
  else if (problem == ENOSPC || problem == EDQUOT || problem == EFBIG)
    g_set_error (error, WAY_ERROR, WAY_ERROR_FULL, _("“%s” could not be saved, because no room is left on the disk."), name);
  else if (problem == ENOENT || problem == ENOTDIR)
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("“%s” could not be saved, because its folder is gone."), name);
  else if (problem == EEXIST)
    g_set_error (error, WAY_ERROR, WAY_ERROR_EXISTS, _("There is already a file “%s”."), name);
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_FAILED, _("“%s” could not be saved (%s)."), name, g_strerror (problem));
  return FALSE;
}

static int
get_problem (const GError *reason)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return EACCES;
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return ENOSPC;
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    return ENOENT;
  return g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_EXISTS) ? EEXIST : EIO;
}

/**
 * way_file_dup_temporary:
 * @file: the user's file
 * @salt: what sets this user and machine apart
 *
 * Where the new content stands beside @file until it is whole. The name is the same every time, so that what a crash leaves behind
 * is found and removed.
 *
 * Returns: (transfer full) (nullable): a path; %NULL for a file that is not on this machine
 */
char *
way_file_dup_temporary (GFile      *file,
                        const char *salt)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, salt, -1);
  g_autofree char *folder = NULL, *name = NULL;

  if (!g_file_is_native (file) || g_file_peek_path (file) == NULL)
    return NULL;
  folder = g_path_get_dirname (g_file_peek_path (file));
  name = g_strdup_printf (".waymark-%.16s.part", hash);
  return g_build_filename (folder, name, NULL);
}

/* Returns 0 or an errno. */
static int
copy_fd (int           from,
         int           to,
         GCancellable *cancellable)
{
  g_autofree char *block = g_malloc (BLOCK);
  gssize length, written;

  while ((length = read (from, block, BLOCK)) != 0)
    {
      if (length < 0 && errno != EINTR)
        return errno;
      if (g_cancellable_is_cancelled (cancellable))
        return ECANCELED;
      for (gssize done = 0; done < length; done += MAX (written, 0))
        {
          written = write (to, block + done, length - done);
          if (written < 0 && errno != EINTR)
            return errno;
        }
    }
  return fsync (to) == 0 ? 0 : errno;
}

/* Returns 0 or an errno. */
static int
write_temporary (const char   *path,
                 const char   *temporary,
                 const char   *like,
                 GCancellable *cancellable)
{
  struct stat old;
  gboolean exists = stat (like, &old) == 0;
  int from, to, problem;

  unlink (temporary);
  if ((from = open (path, O_RDONLY | O_CLOEXEC)) < 0)
    return errno;
  /* As private as the old one from its first byte on; a new file is as the user has their files. */
  to = open (temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, exists ? 0600 : 0666);
  if (to < 0)
    {
      problem = errno;
      close (from);
      return problem;
    }
  problem = copy_fd (from, to, cancellable);
  /* A group that we are not in cannot be given; then it gets no rights either. */
  if (problem == 0 && exists && fchmod (to, fchown (to, -1, old.st_gid) == 0 ? old.st_mode & 0777 : old.st_mode & 0707) != 0)
    problem = errno;
  close (from);
  if (close (to) != 0 && problem == 0)
    problem = errno;
  if (problem != 0)
    unlink (temporary);
  return problem;
}

/* Gives the temporary the name of the target, if that is free. Returns 0 or an errno. */
static int
rename_anew (const char *temporary,
             const char *target)
{
  int fd;

  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, target, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return errno;
  /* Some disks cannot: there we take the name first. */
  if ((fd = open (target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) < 0)
    return errno;
  close (fd);
  if (rename (temporary, target) == 0)
    return 0;
  fd = errno;
  unlink (target);
  return fd;
}

static void
sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

static gboolean
copy_out_here (const char    *path,
               GFile         *file,
               gboolean       replace,
               GFile         *like,
               const char    *temporary,
               GCancellable  *cancellable,
               GError       **error)
{
  const char *target = g_file_peek_path (file);
  int problem = 0;

  if (replace && access (target, W_OK) != 0)
    return set_write_error (file, errno, error);
  problem = write_temporary (path, temporary, g_file_peek_path (like), cancellable);
  if (problem == ECANCELED)
    return !g_cancellable_set_error_if_cancelled (cancellable, error);
  if (problem != 0)
    return set_write_error (file, problem, error);
  if (replace)
    problem = rename (temporary, target) == 0 ? 0 : errno;
  else
    problem = rename_anew (temporary, target);
  if (problem != 0)
    {
      unlink (temporary);
      return set_write_error (file, problem, error);
    }
  sync_folder_of (target);
  return TRUE;
}

static gboolean
copy_out_there (const char    *path,
                GFile         *file,
                gboolean       replace,
                const char    *etag,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autoptr (GInputStream) from = NULL;
  g_autoptr (GOutputStream) to = NULL;
  g_autoptr (GError) reason = NULL;

  if ((from = G_INPUT_STREAM (g_file_read (source, cancellable, &reason))) != NULL)
    {
      if (replace)
        to = G_OUTPUT_STREAM (g_file_replace (file, etag, FALSE, G_FILE_CREATE_NONE, cancellable, &reason));
      else
        to = G_OUTPUT_STREAM (g_file_create (file, G_FILE_CREATE_NONE, cancellable, &reason));
    }
  if (to != NULL && g_output_stream_splice (to, from, G_OUTPUT_STREAM_SPLICE_NONE, cancellable, &reason) >= 0 &&
      g_output_stream_close (to, cancellable, &reason))
    return TRUE;
  if (to != NULL && !g_output_stream_is_closed (to))
    {
      /* Closed in the plain way, half a file would take the place of the whole one. */
      g_autoptr (GCancellable) cancelled = g_cancellable_new ();

      g_cancellable_cancel (cancelled);
      g_output_stream_close (to, cancelled, NULL);
    }
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  return set_write_error (file, get_problem (reason), error);
}

/**
 * way_file_copy_out:
 * @path: what to write
 * @file: the user's file
 * @replace: whether it takes the place of what is there; otherwise it never does
 * @etag: (nullable): of what is there
 * @like: the file whose rights the new one gets, if it is there
 * @temporary: (nullable): from [func@file_dup_temporary] for @file
 * @cancellable: (nullable): a way to stop
 * @error: where a #WayError goes: read-only, full, not found, exists
 *
 * Puts the whole of a file in the user's place, or leaves that as it was. On this machine we write and rename ourselves, because
 * GIO writes into the file itself when it may not write into its folder or give the new file to the owner of the old.
 *
 * Returns: whether it is there, and on the disk
 */
gboolean
way_file_copy_out (const char    *path,
                   GFile         *file,
                   gboolean       replace,
                   const char    *etag,
                   GFile         *like,
                   const char    *temporary,
                   GCancellable  *cancellable,
                   GError       **error)
{
  if (temporary != NULL)
    return copy_out_here (path, file, replace, like, temporary, cancellable, error);
  return copy_out_there (path, file, replace, etag, cancellable, error);
}
