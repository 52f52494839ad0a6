/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-pathway-counts.h"
#include "scene/way-sheet.h"

G_BEGIN_DECLS

/* What the sheet of a persona shows: who it is, and what of them is on maps. */

/* How they felt at a stage of a journey. */
typedef struct
{
  guint stage;                /* its number, from 0 */
  double value;               /* the median of what they said */
} WayPersonaFelt;

/* A scenario that is theirs. */
typedef struct
{
  WayRecord *record;
  GPtrArray *stops;           /* of WayRecord */
  WayScenarioCounts *counts;
} WayPersonaWalk;

typedef struct
{
  WayRecord *map;
  GPtrArray *stages;          /* of WayRecord; none on a pathway */
  GArray *felt;               /* of WayPersonaFelt, in the order of the stages */
  GPtrArray *walks;           /* of WayPersonaWalk */
} WayPersonaMap;

typedef struct
{
  WaySheet sheet;             /* its persona is the one that it is about */
  GPtrArray *maps;            /* of WayPersonaMap: those that show them */
} WayPersona;

extern const WayMapKind way_persona_kind;

void   way_persona_lay_out   (gpointer             data,
                              WayScene            *scene);
double way_persona_add_curve (WaySheet            *sheet,
                              const WayPersonaMap *map,
                              WayRect              place,
                              int                  group);

G_END_DECLS
