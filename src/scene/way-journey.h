/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-scene-private.h"

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
  WayKind kind;               /* quote or story */
  char *id;
  char *words;                /* nullable: of a quote */
  char *source;               /* where it is from and what was agreed */
  char *language;             /* nullable */
} WayJourneyQuote;

typedef struct
{
  WayRecord *record;
  guint number;               /* as the disc says, from 1 */
} WayJourneyFlag;

struct _WayJourney
{
  char *map_id;
  WayRecord *workspace;       /* nullable */
  WayRecord *map;             /* nullable after it could not be read again */
  WayRecord *persona;         /* nullable */
  GPtrArray *stages;          /* of WayRecord */
  GPtrArray *lanes;           /* of WayRecord */
  GPtrArray *feelings;        /* of WayRecord */
  GPtrArray *flags;           /* of WayJourneyFlag, in their order */
  GHashTable *flags_on;       /* id → GPtrArray of WayJourneyFlag (borrowed) */
  GHashTable *cards;          /* id → WayJourneyCard */
  GHashTable *evidence;       /* id of a card or stage → GPtrArray of WayJourneyQuote */
  GHashTable *personas;       /* id → WayRecord, of those who feel something */
  guint hidden_quotes;
  guint n_quotes;
  GHashTable *blocks;         /* texts other than the cards' own: what they are and how they are set → WayTextBlock */
  GHashTable *used_blocks;    /* nullable: those of the layout that is being made */
  GPtrArray *helper_fonts;    /* nullable: of WayFonts, for threads that shape cards */
};

WayJourney   *way_journey_new       (WayLens         *lens,
                                     const char      *map_id,
                                     GError         **error);
void          way_journey_free      (WayJourney      *self);
gboolean      way_journey_update    (WayJourney      *self,
                                     WayLens         *lens,
                                     WayChanges      *changes,
                                     gboolean        *changed,
                                     GError         **error);
WayTextBlock *way_journey_get_block (WayJourney      *self,
                                     WayFonts        *fonts,
                                     WayTextStyle     style,
                                     const char      *text,
                                     double           width,
                                     PangoAlignment   alignment,
                                     const char      *language);

void          way_journey_lay_out   (WayJourney      *self,
                                     WayScene        *scene);

G_END_DECLS
