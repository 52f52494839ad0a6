/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a run that did not end well has left in the state folder. */
#include "store/way-left.h"

#include "store/way-working-copy.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

void
way_left_free (WayLeft *self)
{
  g_object_unref (self->file);
  g_free (self);
}

/* The lock of a folder that nobody works in, or -1. */
static int
take_lock (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  int lock = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);

  if (lock >= 0 && flock (lock, LOCK_EX | LOCK_NB) == 0)
    return lock;
  if (lock >= 0)
    close (lock);
  return -1;
}

static gint64
get_last_write (const char *folder)
{
  static const char *const names[] = { "work.db", "work.db-wal" };
  gint64 last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      GStatBuf status;

      if (g_stat (path, &status) == 0)
        last = MAX (last, status.st_mtim.tv_sec * G_USEC_PER_SEC + status.st_mtim.tv_nsec / 1000);
    }
  return last;
}

/* Without a note there was no edit, only a copy to read: it holds nothing that the file does not, and stays nowhere. */
static void
remove_copy (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static WayLeft *
look_at (const char *folder)
{
  g_autofree char *uri = way_working_copy_dup_noted_uri (folder);
  gint64 changed = get_last_write (folder);
  WayLeft *self;

  if (uri == NULL)
    {
      remove_copy (folder);
      return NULL;
    }
  if (changed == 0)
    return NULL;
  self = g_new0 (WayLeft, 1);
  self->file = g_file_new_for_uri (uri);
  self->changed = changed;
  return self;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const WayLeft *left = *(WayLeft *const *) a, *right = *(WayLeft *const *) b;

  return (left->changed < right->changed) - (left->changed > right->changed);
}

/**
 * way_left_list:
 *
 * Looks for files that were being changed when the program, or the machine, ended. Nothing of them is lost: to open such a file goes
 * on with what was kept. Copies that were only read are removed.
 *
 * Returns: (transfer full) (element-type WayLeft): the files, the last changed first
 */
GPtrArray *
way_left_list (void)
{
  g_autofree char *place = g_build_filename (g_get_user_state_dir (), "waymark", "open", NULL);
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) way_left_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (place, name, NULL);
      g_autofd int lock = strchr (name, '.') == NULL ? take_lock (folder) : -1;
      WayLeft *left = lock >= 0 ? look_at (folder) : NULL;

      if (left != NULL)
        g_ptr_array_add (list, left);
    }
  g_ptr_array_sort (list, compare);
  return list;
}
