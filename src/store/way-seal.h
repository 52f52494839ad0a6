/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WaySealer: makes the seal of a content, block by block. */
typedef struct
{
  guint64 v[4];
  guint64 size;
  gboolean keyed;
} WaySealer;

void      way_sealer_begin      (WaySealer     *self);
void      way_sealer_begin_with (WaySealer     *self,
                                 const guint64  key[2]);
void      way_sealer_add        (WaySealer     *self,
                                 const guint8  *block,
                                 gsize          length);
guint64   way_sealer_end        (WaySealer     *self);

gboolean  way_seal_is_known     (guint64        seal);
void      way_seal_remember     (guint64        seal);

G_END_DECLS
