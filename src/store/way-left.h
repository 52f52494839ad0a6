/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** WayLeft: a file that was being changed when the program ended, and has not been opened since. */
typedef struct
{
  GFile *file;
  gint64 changed;             /* UTC microseconds: when the last edit was kept */
} WayLeft;

void       way_left_free (WayLeft *self);
GPtrArray *way_left_list (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayLeft, way_left_free)

G_END_DECLS
