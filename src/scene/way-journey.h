/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-sheet.h"

G_BEGIN_DECLS

/* What a journey map shows, as records, kept between layouts together with the texts that were shaped for them. */

typedef struct
{
  WayRecord *record;
  WayTextBlock *block;        /* nullable until it is laid out */
  double width;               /* that the block was laid out for */
} WayJourneyCard;

typedef struct
{
  WaySheet sheet;
  GPtrArray *stages;          /* of WayRecord */
  GPtrArray *lanes;           /* of WayRecord */
  GPtrArray *feelings;        /* of WayRecord */
  GHashTable *cards;          /* id → WayJourneyCard */
  GPtrArray **cells;          /* nullable: for each lane, for each stage, the WayJourneyCards there in their order; nullable */
  guint n_cells;
  GHashTable *personas;       /* id → WayRecord, of those who feel something */
} WayJourney;

extern const WayMapKind way_journey_kind;

GPtrArray   **way_journey_get_cells (WayJourney      *self);
void          way_journey_lay_out   (gpointer         data,
                                     WayScene        *scene);

G_END_DECLS
