/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-outline-node.h"
#include "app/way-outline-places.h"

G_BEGIN_DECLS

void way_outline_names_stages (WayOutlineNode   *node,
                               guint             n);
void way_outline_names_cell   (WayOutlineNode   *node,
                               WayRecord        *stage,
                               guint             n);
void way_outline_names_record (WayOutlinePlaces *places,
                               WayOutlineNode   *node,
                               WayRecord        *record,
                               guint             index,
                               guint             n);

G_END_DECLS
