/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

char *way_map_dup_version (WayRecord *map);

G_END_DECLS
