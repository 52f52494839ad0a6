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

typedef struct _WayJourneyLayout WayJourneyLayout;

typedef struct
{
  WaySheet sheet;
  GPtrArray *stages;          /* of WayRecord */
  GPtrArray *lanes;           /* of WayRecord */
  GPtrArray *feelings;        /* of WayRecord */
  GHashTable *cards;          /* id → WayJourneyCard */
  GPtrArray **cells;          /* nullable: for each lane, for each stage, the WayJourneyCards there in their order; nullable */
  guint n_cells;
  GArray *touched;            /* of guint: the cells whose cards are not as they were laid out, each once */
  WayJourneyLayout *layout;   /* nullable: the last one, while only cards changed since */
  GHashTable *personas;       /* id → WayRecord, of those who feel something */
} WayJourney;

extern const WayMapKind way_journey_kind;

GPtrArray   **way_journey_get_cells (WayJourney      *self);
void          way_journey_forget_cells (WayJourney   *self);
void          way_journey_take_out  (WayJourney      *self,
                                     WayJourneyCard  *card);
void          way_journey_put_in    (WayJourney      *self,
                                     WayJourneyCard  *card);
GPtrArray    *way_journey_list_feelers (WayJourney   *self);
void          way_journey_lay_out   (gpointer         data,
                                     WayScene        *scene);
gboolean      way_journey_patch     (gpointer         data,
                                     WayScene        *scene);
void          way_journey_layout_free (WayJourneyLayout *layout);

G_END_DECLS
