/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"

G_BEGIN_DECLS

char     *way_persona_edits_add       (WayMapContext *context);
char     *way_persona_edits_duplicate (WayMapContext *context,
                                       const char    *id);
gboolean  way_persona_edits_move      (WayMapContext *context,
                                       const char    *id,
                                       int            by);
void      way_persona_edits_use       (WayMapContext *context,
                                       const char    *id);

G_END_DECLS
