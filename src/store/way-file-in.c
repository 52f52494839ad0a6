/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The user's own file, as it is read: found, known again, and copied to where we may open it. */
#include "store/way-file.h"

#include "base/way-date.h"
#include "base/way-i18n.h"
#include "store/way-seal.h"
#include "store/way-sql.h"
#include "store/way-workspace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BLOCK (1 << 18)       /* bytes read at once; a multiple of the eight that are hashed at once */
#define HEADER 100            /* bytes of a SQLite header (sqlite.org/fileformat2.html) */
#define EXTENSION ".waymark"

/**
 * way_file_resolve:
 * @file: a file as the user named it
 *
 * Follows symbolic links, so that one file has one working copy and a link is not replaced by a file.
 *
 * Returns: (transfer full): the file itself
 */
GFile *
way_file_resolve (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *real = NULL, *folder = NULL, *name = NULL;
  g_autoptr (GFile) parent = g_file_get_parent (file);

  if (!g_file_is_native (file) || path == NULL)
    return g_object_ref (file);
  real = realpath (path, NULL);
  if (real != NULL)
    return g_file_new_for_path (real);
  if (parent == NULL || (folder = realpath (g_file_peek_path (parent), NULL)) == NULL)
    return g_object_ref (file);
  name = g_file_get_basename (file);
  return g_file_new_build_filename (folder, name, NULL);
}

/**
 * way_file_dup_name:
 * @file: a file
 *
 * Returns: (transfer full): what a person calls it
 */
char *
way_file_dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);
}

/**
 * way_file_dup_beside:
 * @file: a file
 * @why: (not nullable): what sets the other apart, such as "recovered"
 *
 * Returns: (transfer full): a file of a name that says so with today's date, and that is not taken, in the folder of @file
 */
GFile *
way_file_dup_beside (GFile      *file,
                     const char *why)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *base = g_file_get_basename (file), *today = way_date_dup_today ();

  if (g_str_has_suffix (base, EXTENSION))
    base[strlen (base) - strlen (EXTENSION)] = '\0';
  for (guint n = 1;; n++)
    {
      g_autofree char *number = n > 1 ? g_strdup_printf (" %u", n) : g_strdup ("");
      g_autofree char *name = g_strdup_printf ("%s (%s %s)%s" EXTENSION, base, why, today, number);
      g_autoptr (GFile) beside = g_file_get_child (folder, name);

      if (!g_file_query_exists (beside, NULL))
        return g_steal_pointer (&beside);
    }
}

static void
hash_block (WayFingerprint *fingerprint,
            WaySealer      *sealer,
            guint8         *block,
            gsize           length)
{
  guint64 hash = fingerprint->hash, word;

  memset (block + length, 0, -length & 7);
  for (gsize i = 0; i < length; i += sizeof word)
    {
      memcpy (&word, block + i, sizeof word);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 29;
    }
  fingerprint->hash = hash;
  fingerprint->size += length;
  way_sealer_add (sealer, block, length);
}

static gboolean
set_read_error (GFile   *file,
                GError  *reason,
                GError **error)
{
  g_autofree char *name = way_file_dup_name (file);

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (reason));
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
           g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("There is no file “%s”."), name);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, WAY_ERROR, WAY_ERROR_UNREADABLE, _("You are not allowed to read “%s”."), name);
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_UNREADABLE, _("“%s” could not be read (%s)."), name, reason->message);
  return FALSE;
}

/* Opens a file to be read; anything but a plain file (a folder, a pipe that never ends) is refused. */
static GInputStream *
open_plain (GFile         *file,
            GCancellable  *cancellable,
            char         **etag,
            GError       **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_ETAG_VALUE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, &reason);
  g_autofree char *name = way_file_dup_name (file);
  GInputStream *stream = NULL;

  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_UNREADABLE, g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY
                   ? _("“%s” is a folder, not a file.") : _("“%s” is not a file that can be read."), name);
      return NULL;
    }
  if (info != NULL)
    stream = G_INPUT_STREAM (g_file_read (file, cancellable, &reason));
  if (stream == NULL)
    set_read_error (file, reason, error);
  else if (etag != NULL)
    *etag = g_strdup (g_file_info_get_etag (info));
  return stream;
}

static guint32
get_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
}

/* Tells from the first block what kind of file it is, before anything else looks at it. */
static gboolean
check_header (GFile         *file,
              const guint8  *header,
              gsize          length,
              GError       **error)
{
  g_autofree char *name = way_file_dup_name (file);
  gint32 version;

  if (length == 0)
    g_set_error (error, WAY_ERROR, WAY_ERROR_DAMAGED, _("“%s” is empty."), name);
  else if (memcmp (header, "SQLite format 3", MIN (length, 16)) != 0)
    g_set_error (error, WAY_ERROR, WAY_ERROR_FOREIGN, _("“%s” is not a Waymark file."), name);
  else if (length < HEADER)
    g_set_error (error, WAY_ERROR, WAY_ERROR_DAMAGED, _("“%s” is damaged: its end is missing."), name);
  else if (get_big_endian (header + 68) != WAY_FILE_MAGIC)
    g_set_error (error, WAY_ERROR, WAY_ERROR_FOREIGN, _("“%s” is not a Waymark file."), name);
  else if ((version = (gint32) get_big_endian (header + 60)) > WAY_SCHEMA_VERSION)
    g_set_error (error, WAY_ERROR, WAY_ERROR_NEWER, _("“%s” was made by a newer version of Waymark: install that to open it."), name);
  else if (version < 1)
    g_set_error (error, WAY_ERROR, WAY_ERROR_DAMAGED, _("“%s” is damaged."), name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_length (GFile         *file,
              const guint8  *header,
              guint64        length,
              GError       **error)
{
  guint page = header[16] << 8 | header[17];
  g_autofree char *name = NULL;

  if (length >= (guint64) (page == 1 ? 65536 : page) * get_big_endian (header + 28))
    return TRUE;
  name = way_file_dup_name (file);
  g_set_error (error, WAY_ERROR, WAY_ERROR_DAMAGED, _("“%s” is damaged: its end is missing."), name);
  return FALSE;
}

static gboolean
write_all (int           fd,
           const guint8 *bytes,
           gsize         length)
{
  while (length > 0)
    {
      gssize written = write (fd, bytes, length);

      if (written < 0 && errno != EINTR)
        return FALSE;
      bytes += MAX (written, 0);
      length -= MAX (written, 0);
    }
  return TRUE;
}

static gboolean
copy_blocks (GFile           *file,
             GInputStream    *stream,
             int              fd,
             WayFingerprint  *fingerprint,
             GError         **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK + 8);
  guint8 header[HEADER] = { 0 };
  WaySealer sealer;
  gsize length;

  way_sealer_begin (&sealer);
  *fingerprint = (WayFingerprint) { 0 };
  do
    {
      g_autoptr (GError) reason = NULL;

      if (!g_input_stream_read_all (stream, block, BLOCK, &length, NULL, &reason))
        return set_read_error (file, reason, error);
      hash_block (fingerprint, &sealer, block, length);
      if (fingerprint->size == length)
        {
          if (!check_header (file, block, length, error))
            return FALSE;
          memcpy (header, block, HEADER);
          /* The copy keeps a write-ahead log, whatever the file did (fileformat2.html, 1.3.3). */
          block[18] = block[19] = 2;
        }
      if (!write_all (fd, block, length))
        {
          g_set_error_literal (error, WAY_ERROR, errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? WAY_ERROR_FULL : WAY_ERROR_FAILED,
                               _("There is no room on this machine for a working copy."));
          return FALSE;
        }
    }
  while (length == BLOCK);
  fingerprint->seal = way_sealer_end (&sealer);
  return check_length (file, header, fingerprint->size, error);
}

/**
 * way_file_copy_in:
 * @file: the user's file
 * @path: where the copy goes
 * @fingerprint: (out): what tells this content from another
 * @error: where a #WayError goes: not found, unreadable, foreign, newer, damaged, full
 *
 * Copies a file that says it is one of ours. That it is whole is still to be checked.
 *
 * Returns: whether the copy is there
 */
gboolean
way_file_copy_in (GFile           *file,
                  const char      *path,
                  WayFingerprint  *fingerprint,
                  GError         **error)
{
  g_autoptr (GInputStream) stream = open_plain (file, NULL, NULL, error);
  gboolean copied;
  int fd;

  if (stream == NULL)
    return FALSE;
  fd = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_FAILED, _("There is no place on this machine for a working copy."));
      return FALSE;
    }
  copied = copy_blocks (file, stream, fd, fingerprint, error);
  close (fd);
  return copied;
}

/**
 * way_file_get_fingerprint:
 * @file: a file
 * @cancellable: (nullable): a way to stop
 * @fingerprint: (out): of what it holds; all nought when there is no such file
 * @etag: (out) (optional) (nullable): of that content
 * @error: what went wrong
 *
 * Returns: whether it is known
 */
gboolean
way_file_get_fingerprint (GFile           *file,
                          GCancellable    *cancellable,
                          WayFingerprint  *fingerprint,
                          char           **etag,
                          GError         **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GInputStream) stream = open_plain (file, cancellable, etag, &reason);
  g_autofree guint8 *block = g_malloc (BLOCK + 8);
  WaySealer sealer;
  gsize length;

  *fingerprint = (WayFingerprint) { 0 };
  if (stream == NULL && g_error_matches (reason, WAY_ERROR, WAY_ERROR_NOT_FOUND))
    return TRUE;
  if (stream == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  way_sealer_begin (&sealer);
  do
    {
      if (!g_input_stream_read_all (stream, block, BLOCK, &length, cancellable, &reason))
        return set_read_error (file, reason, error);
      hash_block (fingerprint, &sealer, block, length);
    }
  while (length == BLOCK);
  fingerprint->seal = way_sealer_end (&sealer);
  return TRUE;
}
