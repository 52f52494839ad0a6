/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/way-file.h"

G_BEGIN_DECLS

/** WayPublication: what the user's file held when it was last read or written. */
typedef struct
{
  WayFingerprint content;
  gint64 changes;             /* how many commits are in it */
} WayPublication;

/**
 * WayWorkingCopy:
 *
 * The folder of one file that is open: the database, the lock that says so, and a note of whose it is. A publication in a worker
 * holds the mutex; nothing else changes `file` and `published` meanwhile.
 */
typedef struct
{
  gatomicrefcount references;
  GMutex mutex;
  GFile *file;
  char *folder;
  char *path;                 /* of the database */
  int lock;
  WayPublication published;
  gboolean noted;             /* whether a crash would leave something to recover */
  gboolean only_read;         /* somebody else works on the file, and this is of what it holds now */
} WayWorkingCopy;

WayWorkingCopy *way_working_copy_new       (GFile                 *file,
                                            GError               **error);
WayWorkingCopy *way_working_copy_new_to_read (GFile               *file,
                                            GError               **error);
WayWorkingCopy *way_working_copy_ref       (WayWorkingCopy        *self);
void            way_working_copy_unref     (WayWorkingCopy        *self);
void            way_working_copy_clear     (WayWorkingCopy        *self);
void            way_working_copy_remove    (WayWorkingCopy        *self);
gboolean        way_working_copy_note      (WayWorkingCopy        *self,
                                            const WayPublication  *next,
                                            GError               **error);
gboolean        way_working_copy_read_note (WayWorkingCopy        *self,
                                            WayPublication        *next);
char           *way_working_copy_dup_noted_uri (const char        *folder) G_GNUC_WARN_UNUSED_RESULT;
gboolean        way_working_copy_keep      (WayWorkingCopy        *self,
                                            GError               **error);
gboolean        way_working_copy_set_aside (WayWorkingCopy        *self,
                                            GError               **error);
char           *way_working_copy_dup_path  (WayWorkingCopy        *self,
                                            const char            *name) G_GNUC_WARN_UNUSED_RESULT;
char           *way_working_copy_dup_salt  (WayWorkingCopy        *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayWorkingCopy, way_working_copy_unref)

G_END_DECLS
