/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** WAY_RECENT_MOST: how many files are shown that were open before. */
#define WAY_RECENT_MOST 12

void       way_recent_add    (GFile *file);
void       way_recent_remove (GFile *file);
GPtrArray *way_recent_list   (void);

G_END_DECLS
