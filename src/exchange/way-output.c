/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is written whole or not at all: what was there stays until the new one is on the disk. */
#include "exchange/way-output.h"

#include "base/way-error.h"
#include "base/way-i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
fail (const char  *path,
      int          number,
      GError     **error)
{
  if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    g_set_error (error, WAY_ERROR, WAY_ERROR_FULL, _("There is no room for “%s” on the disk."), path);
  else if (number == EACCES || number == EPERM || number == EROFS)
    g_set_error (error, WAY_ERROR, WAY_ERROR_READ_ONLY, _("“%s” cannot be written there."), path);
  else if (number == ENOENT || number == ENOTDIR)
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("The folder for “%s” is not there."), path);
  else if (number == EISDIR)
    g_set_error (error, WAY_ERROR, WAY_ERROR_EXISTS, _("“%s” is a folder."), path);
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_FAILED, _("“%s” could not be written: %s."), path, g_strerror (number));
  return FALSE;
}

/* What the stream says is put in our words; what the writer says is in them already. */
static void
put_in_words (const char  *path,
              GError     **error)
{
  g_autoptr (GError) cause = NULL;

  if (error == NULL || *error == NULL || (*error)->domain != G_IO_ERROR || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  cause = g_steal_pointer (error);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    fail (path, ENOSPC, error);
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_FAILED, _("“%s” could not be written: %s."), path, cause->message);
}

static gboolean
fill (int               file,
      const char       *path,
      WayOutputWriter   writer,
      gpointer          data,
      GError          **error)
{
  g_autoptr (GOutputStream) raw = g_unix_output_stream_new (file, FALSE);
  g_autoptr (GOutputStream) stream = g_buffered_output_stream_new_sized (raw, 64 * 1024);
  g_autoptr (GError) problem = NULL;

  if (writer (stream, data, &problem) && g_output_stream_close (stream, NULL, &problem))
    return TRUE;
  put_in_words (path, &problem);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* A device, a pipe or a terminal takes what comes. */
static gboolean
write_straight (const char       *path,
                WayOutputWriter   writer,
                gpointer          data,
                GError          **error)
{
  g_autofd int file = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  return file >= 0 ? fill (file, path, writer, data, error) : fail (path, errno, error);
}

static gboolean
replace (const char       *path,
         const struct stat *old,
         WayOutputWriter   writer,
         gpointer          data,
         GError          **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *beside = g_build_filename (folder, ".waymark-XXXXXX", NULL);
  g_autofd int file = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0666);
  gboolean whole;

  if (file < 0)
    return fail (path, errno, error);
  if (old != NULL)
    (void) !fchmod (file, old->st_mode & 07777);
  whole = fill (file, path, writer, data, error) &&
          ((fsync (file) == 0 && g_rename (beside, path) == 0) || fail (path, errno, error));
  if (!whole)
    g_unlink (beside);
  return whole;
}

/**
 * way_output_write:
 * @path: the file to write; `-` is stdout
 * @writer: writes it
 * @data: for @writer
 * @error: what @writer said, or why the file could not be written
 *
 * Writes a file. One that is there is replaced when the new one is whole, so that there is never half of either.
 *
 * Returns: whether it is there
 */
gboolean
way_output_write (const char       *path,
                  WayOutputWriter   writer,
                  gpointer          data,
                  GError          **error)
{
  g_autofree char *real = NULL;
  struct stat old;

  if (g_str_equal (path, "-"))
    return fill (STDOUT_FILENO, path, writer, data, error);
  if (stat (path, &old) != 0)
    return errno == ENOENT ? replace (path, NULL, writer, data, error) : fail (path, errno, error);
  if (S_ISDIR (old.st_mode))
    return fail (path, EISDIR, error);
  if (!S_ISREG (old.st_mode))
    return write_straight (path, writer, data, error);
  real = realpath (path, NULL);
  if (real == NULL || access (real, W_OK) != 0)
    return fail (path, errno, error);
  return replace (real, &old, writer, data, error);
}

/**
 * way_output_dup_name:
 * @title: (nullable): of what is in the file
 * @number: where it stands among the others, from 1; 0 is no number
 * @extension: without a dot
 *
 * Returns: (transfer full): a name that no file system minds and that never leads out of a folder, as "2-home-again.svg"
 */
char *
way_output_dup_name (const char *title,
                     guint       number,
                     const char *extension)
{
  GString *name = g_string_new (NULL);
  gboolean gap = number != 0;

  if (number != 0)
    g_string_printf (name, "%u", number);
  for (const char *c = title; c != NULL && *c != '\0' && name->len < 60; c = g_utf8_next_char (c))
    {
      gunichar character = g_unichar_tolower (g_utf8_get_char (c));

      if (g_unichar_isalnum (character) || g_unichar_ismark (character))
        {
          if (gap && name->len > 0)
            g_string_append_c (name, '-');
          g_string_append_unichar (name, character);
        }
      gap = !g_unichar_isalnum (character) && !g_unichar_ismark (character);
    }
  if (name->len == 0)
    g_string_append (name, "map");
  g_string_append_printf (name, ".%s", extension);
  return g_string_free_and_steal (name);
}
