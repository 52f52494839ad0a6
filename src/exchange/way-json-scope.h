/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-lens.h"

G_BEGIN_DECLS

GHashTable *way_json_scope_new (WayLens     *lens,
                                const char  *map_id,
                                GError     **error);

G_END_DECLS
