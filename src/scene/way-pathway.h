/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-sheet.h"

G_BEGIN_DECLS

/* What a pathway map shows, as records, kept between layouts together with the texts that were shaped and the places that were found. */

typedef struct
{
  WayRecord *record;
  WayTextBlock *title;        /* nullable until it is laid out */
  WayTextBlock *organisation; /* nullable: as it was laid out */
  double width;               /* that they were laid out for */
  char *organisation_name;    /* nullable: that was laid out */
  gboolean has_place;
  double was_x, was_y;        /* its middle in the last layout */
} WayPathwayStep;

typedef struct
{
  WayRecord *record;
  WayRecord *persona;         /* nullable */
  GPtrArray *stops;           /* of WayRecord, in their order */
} WayPathwayScenario;

typedef struct _WayPathwayPlan WayPathwayPlan;

typedef struct
{
  WaySheet sheet;
  WayReading reading;
  GPtrArray *lanes;           /* of WayRecord, all of them */
  GHashTable *steps;          /* id → WayPathwayStep, all of them */
  GHashTable *links;          /* id → WayRecord, all of them */
  GPtrArray *scenarios;       /* of WayPathwayScenario */
  GHashTable *organisations;  /* id → WayRecord */
  WayPathwayPlan *plan;       /* nullable: where everything was placed in the last layout */
} WayPathway;

extern const WayMapKind way_pathway_kind;

gboolean      way_pathway_shows_lane (WayPathway *self, WayRecord *lane);
void          way_pathway_lay_out    (gpointer data, WayScene *scene);
void          way_pathway_plan_free  (WayPathwayPlan *plan);

G_END_DECLS
