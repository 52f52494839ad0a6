/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-lens.h"

G_BEGIN_DECLS

/** WayPersonaUse: a map that shows a persona, and what of them it shows. */
typedef struct
{
  WayRecord *map;
  gboolean theirs;            /* the map is about them */
  GPtrArray *feelings;        /* of WayRecord: how they felt along it */
  GPtrArray *scenarios;       /* of WayRecord: their ways along it */
} WayPersonaUse;

GHashTable *way_persona_uses_read (WayLens  *lens,
                                   GError  **error);

G_END_DECLS
