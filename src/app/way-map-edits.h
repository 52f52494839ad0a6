/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"

G_BEGIN_DECLS

gboolean    way_map_edits_put_between (WayMapContext *context,
                                       WayEdit       *edit,
                                       WayRecord     *record,
                                       GPtrArray     *others,
                                       guint          index);
gboolean    way_map_edits_delete      (WayMapContext *context,
                                       GtkWidget     *near_by,
                                       WayKind        kind,
                                       const char    *id);
WayKind     way_map_edits_get_on      (WayMapContext *context,
                                       const char   **id);

G_END_DECLS
