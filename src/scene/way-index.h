/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/way-geometry.h"

G_BEGIN_DECLS

/** WayIndex: rectangles by number, found by where they are. */
typedef struct _WayIndex WayIndex;

WayIndex *way_index_new   (const WayRect *rects,
                           guint          n_rects);
void      way_index_free  (WayIndex      *self);
void      way_index_query (WayIndex      *self,
                           const WayRect *area,
                           GArray        *numbers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayIndex, way_index_free)

G_END_DECLS
