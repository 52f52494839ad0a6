/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-edit.h"

G_BEGIN_DECLS

gboolean way_arrange_between  (WayRecord *before,
                               WayRecord *after,
                               double    *position);
void     way_arrange_put      (WayEdit   *edit,
                               WayRecord *record,
                               GPtrArray *siblings,
                               guint      index);

G_END_DECLS
