/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/way-paint.h"

G_BEGIN_DECLS

/**
 * WayPaintList:
 *
 * What there is to paint in a part of a scene at one scale, as it was when the list was made: text as glyphs in their places. The scene
 * may change, and any one thread may paint the list or free it.
 */
typedef struct _WayPaintList WayPaintList;

WayPaintList *way_paint_list_new   (WayScene      *scene,
                                    const WayRect *area,
                                    double         scale,
                                    WayStyle       style,
                                    WayPaintFlags  flags);
void          way_paint_list_free  (WayPaintList  *self);
void          way_paint_list_paint (WayPaintList  *self,
                                    cairo_t       *cr);
guint         way_paint_list_get_n_texts (WayPaintList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPaintList, way_paint_list_free)

G_END_DECLS
