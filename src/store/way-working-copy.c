/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The private folder in which an open file is worked on. */
#include "store/way-working-copy.h"

#include "base/way-i18n.h"
#include "base/way-id.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define GROUP "working-copy"
#define READER "reader-"      /* begins the names of folders of those who only read */
#define SETTLED 60            /* seconds after which a folder without a lock is nobody's */

static gboolean
set_folder_error (int      problem,
                  GError **error)
{
  if (problem == ENOSPC || problem == EDQUOT || problem == EFBIG)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_FULL, _("There is no room on this machine for a working copy."));
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_FAILED, _("There is no place on this machine for a working copy (%s)."),
                 g_strerror (problem));
  return FALSE;
}

static gboolean
set_busy_error (WayWorkingCopy  *self,
                GError         **error)
{
  g_autofree char *name = way_file_dup_name (self->file);

  g_set_error (error, WAY_ERROR, WAY_ERROR_BUSY, _("“%s” is already open in another window."), name);
  return FALSE;
}

/* Takes the lock of the folder. Whoever leaves removes the lock with the folder, so that the one we got may be gone already. */
static gboolean
take_lock (WayWorkingCopy  *self,
           GError         **error)
{
  g_autofree char *path = way_working_copy_dup_path (self, "lock");
  struct stat ours, there;

  for (;;)
    {
      if (g_mkdir_with_parents (self->folder, 0700) != 0)
        return set_folder_error (errno, error);
      self->lock = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
      if (self->lock < 0 && errno == ENOENT)
        continue;
      if (self->lock < 0)
        return set_folder_error (errno, error);
      if (flock (self->lock, LOCK_EX | LOCK_NB) != 0)
        return set_busy_error (self, error);
      if (fstat (self->lock, &ours) == 0 && stat (path, &there) == 0 && ours.st_ino == there.st_ino && ours.st_dev == there.st_dev)
        return TRUE;
      close (self->lock);
    }
}

static WayWorkingCopy *
take_folder (GFile       *file,
             const char  *name,
             GError     **error)
{
  g_autoptr (WayWorkingCopy) self = g_new0 (WayWorkingCopy, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->mutex);
  self->lock = -1;
  self->file = g_object_ref (file);
  self->folder = g_build_filename (g_get_user_state_dir (), "waymark", "open", name, NULL);
  self->path = way_working_copy_dup_path (self, "work.db");
  if (!take_lock (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * way_working_copy_new:
 * @file: the user's file, resolved
 * @error: where a #WayError goes: busy, full, failed
 *
 * Takes the folder for @file, with whatever a crash has left in it.
 *
 * Returns: (transfer full) (nullable): the folder, locked
 */
WayWorkingCopy *
way_working_copy_new (GFile   *file,
                      GError **error)
{
  g_autofree char *uri = g_file_get_uri (file), *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);

  hash[32] = '\0';
  return take_folder (file, hash, error);
}

/* Removes the copy of a reader that was killed. A folder is locked as soon as it is made, and left alone until that is long past. */
static void
remove_left (const char *folder)
{
  WayWorkingCopy left = { .folder = (char *) folder };
  g_autofree char *lock = way_working_copy_dup_path (&left, "lock");
  struct stat there;

  if (stat (folder, &there) != 0 || there.st_mtime > time (NULL) - SETTLED)
    return;
  left.lock = open (lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (left.lock >= 0 && flock (left.lock, LOCK_EX | LOCK_NB) == 0)
    way_working_copy_remove (&left);
  else if (left.lock >= 0)
    close (left.lock);
}

/* Nothing in these is to be recovered, and a workspace that nobody knows of must not outlive what is withdrawn from it. */
static void
remove_left_by_readers (void)
{
  g_autofree char *parent = g_build_filename (g_get_user_state_dir (), "waymark", "open", NULL);
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (parent, name, NULL);

      if (g_str_has_prefix (name, READER))
        remove_left (folder);
    }
}

/**
 * way_working_copy_new_to_read:
 * @file: the user's file, resolved
 * @error: where a #WayError goes: full, failed
 *
 * Takes a folder that nobody else knows of, to read what @file holds while somebody works on it. What readers left that were killed
 * is removed.
 *
 * Returns: (transfer full) (nullable): the folder, locked
 */
WayWorkingCopy *
way_working_copy_new_to_read (GFile   *file,
                              GError **error)
{
  g_autofree char *id = way_id_new (), *name = g_strconcat (READER, id, NULL);
  WayWorkingCopy *self;

  remove_left_by_readers ();
  self = take_folder (file, name, error);
  if (self != NULL)
    self->only_read = TRUE;
  return self;
}

WayWorkingCopy *
way_working_copy_ref (WayWorkingCopy *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
way_working_copy_unref (WayWorkingCopy *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  if (self->lock >= 0)
    close (self->lock);
  g_mutex_clear (&self->mutex);
  g_object_unref (self->file);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

char *
way_working_copy_dup_path (WayWorkingCopy *self,
                           const char     *name)
{
  return g_build_filename (self->folder, name, NULL);
}

char *
way_working_copy_dup_salt (WayWorkingCopy *self)
{
  return g_strconcat (g_get_host_name (), self->folder, NULL);
}

/**
 * way_working_copy_clear:
 * @self: a folder
 *
 * Removes everything from the folder but the lock.
 */
void
way_working_copy_clear (WayWorkingCopy *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = way_working_copy_dup_path (self, name);

      if (!g_str_equal (name, "lock"))
        g_unlink (path);
    }
  self->noted = FALSE;
}

/**
 * way_working_copy_remove:
 * @self: a folder
 *
 * Removes the folder and gives up its lock.
 */
void
way_working_copy_remove (WayWorkingCopy *self)
{
  g_autofree char *lock = way_working_copy_dup_path (self, "lock");

  way_working_copy_clear (self);
  g_unlink (lock);
  g_rmdir (self->folder);
  close (g_steal_fd (&self->lock));
}

static void
set_publication (GKeyFile             *note,
                 const char           *which,
                 const WayPublication *publication)
{
  gint64 values[] = { publication->content.size, publication->content.hash, publication->changes };
  const char *names[] = { "size", "hash", "changes" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *key = g_strconcat (which, "-", names[i], NULL);

      g_key_file_set_int64 (note, GROUP, key, values[i]);
    }
}

static void
get_publication (GKeyFile       *note,
                 const char     *which,
                 WayPublication *publication)
{
  gint64 values[3];
  const char *names[] = { "size", "hash", "changes" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *key = g_strconcat (which, "-", names[i], NULL);

      values[i] = g_key_file_get_int64 (note, GROUP, key, NULL);
    }
  *publication = (WayPublication) { { .size = values[0], .hash = values[1] }, values[2] };
}

/**
 * way_working_copy_note:
 * @self: a folder
 * @next: (nullable): what the user's file is about to hold
 * @error: what went wrong
 *
 * Writes down, to survive a crash, whose working copy this is and what of it the user's file holds. It says both before the file
 * is replaced, so that whichever is found afterwards is known.
 *
 * Returns: whether it is on the disk
 */
gboolean
way_working_copy_note (WayWorkingCopy        *self,
                       const WayPublication  *next,
                       GError               **error)
{
  g_autoptr (GKeyFile) note = g_key_file_new ();
  g_autofree char *path = way_working_copy_dup_path (self, "note"), *uri = g_file_get_uri (self->file), *text = NULL;
  g_autoptr (GError) reason = NULL;

  g_key_file_set_string (note, GROUP, "uri", uri);
  set_publication (note, "published", &self->published);
  set_publication (note, "next", next != NULL ? next : &self->published);
  text = g_key_file_to_data (note, NULL, NULL);
  if (!g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &reason))
    return set_folder_error (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOSPC) ? ENOSPC : errno, error);
  self->noted = TRUE;
  return TRUE;
}

/**
 * way_working_copy_read_note:
 * @self: a folder as it was found
 * @next: (out): what the user's file was about to hold
 *
 * Returns: whether there is a working copy of a file in it, that may hold edits which were not published
 */
gboolean
way_working_copy_read_note (WayWorkingCopy *self,
                            WayPublication *next)
{
  g_autoptr (GKeyFile) note = g_key_file_new ();
  g_autofree char *path = way_working_copy_dup_path (self, "note");

  if (!g_key_file_load_from_file (note, path, G_KEY_FILE_NONE, NULL) || !g_file_test (self->path, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  get_publication (note, "published", &self->published);
  get_publication (note, "next", next);
  self->noted = TRUE;
  return TRUE;
}

/**
 * way_working_copy_dup_noted_uri:
 * @folder: the path of a folder
 *
 * Returns: (nullable): the file whose working copy, with edits that may not have been published, is in @folder
 */
char *
way_working_copy_dup_noted_uri (const char *folder)
{
  g_autoptr (GKeyFile) note = g_key_file_new ();
  g_autofree char *path = g_build_filename (folder, "note", NULL);

  if (!g_key_file_load_from_file (note, path, G_KEY_FILE_NONE, NULL))
    return NULL;
  return g_key_file_get_string (note, GROUP, "uri", NULL);
}

static gboolean
sync_path (const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC), done;

  if (fd < 0)
    return FALSE;
  done = fsync (fd);
  close (fd);
  return done == 0;
}

/**
 * way_working_copy_keep:
 * @self: a folder
 * @error: what went wrong
 *
 * Makes sure, before the first edit, that the copy it is based on is on the disk and known. Files that are only read are spared this.
 *
 * Returns: whether it is
 */
gboolean
way_working_copy_keep (WayWorkingCopy  *self,
                       GError         **error)
{
  g_autofree char *parent = g_path_get_dirname (self->folder);

  if (self->noted)
    return TRUE;
  if (self->only_read)
    return set_busy_error (self, error);
  if (!sync_path (self->path))
    return set_folder_error (errno, error);
  return way_working_copy_note (self, NULL, error) && (sync_path (self->folder) && sync_path (parent) ? TRUE
                                                       : set_folder_error (errno, error));
}

/**
 * way_working_copy_set_aside:
 * @self: a folder whose database cannot be read
 * @error: what went wrong
 *
 * Moves what is in the folder to another one beside it, where somebody may still find it, and starts anew.
 *
 * Returns: whether it was moved
 */
gboolean
way_working_copy_set_aside (WayWorkingCopy  *self,
                            GError         **error)
{
  g_autofree char *aside = g_strdup_printf ("%s.damaged-%" G_GINT64_FORMAT, self->folder, g_get_real_time ());

  if (g_rename (self->folder, aside) != 0)
    return set_folder_error (errno, error);
  close (g_steal_fd (&self->lock));
  self->noted = FALSE;
  return take_lock (self, error);
}
