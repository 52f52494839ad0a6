/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/way-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** WayFingerprint: tells the contents of two files apart; all nought for no file. The seal says more (way-seal.h), and is no part of that. */
typedef struct
{
  guint64 size, hash;
  guint64 seal;
} WayFingerprint;

static inline gboolean
way_fingerprint_equal (const WayFingerprint *a, const WayFingerprint *b)
{
  return a->size == b->size && a->hash == b->hash;
}

GFile    *way_file_resolve          (GFile           *file);
char     *way_file_dup_name         (GFile           *file);
GFile    *way_file_dup_beside       (GFile           *file,
                                     const char      *why);
gboolean  way_file_copy_in          (GFile           *file,
                                     const char      *path,
                                     WayFingerprint  *fingerprint,
                                     GError         **error);
gboolean  way_file_get_fingerprint  (GFile           *file,
                                     GCancellable    *cancellable,
                                     WayFingerprint  *fingerprint,
                                     char           **etag,
                                     GError         **error);
char     *way_file_dup_temporary    (GFile           *file,
                                     const char      *salt);
gboolean  way_file_copy_out         (const char      *path,
                                     GFile           *file,
                                     gboolean         replace,
                                     const char      *etag,
                                     GFile           *like,
                                     const char      *temporary,
                                     GCancellable    *cancellable,
                                     GError         **error);

G_END_DECLS
