/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-journey-layout.h"

G_BEGIN_DECLS

#define WAY_CHART_HEIGHT 120.0 /* from +5 to −5 */
#define WAY_FACE_RADIUS 9.0
#define WAY_DOT_RADIUS 7.0     /* of the ring around a letter */
#define WAY_FEELINGS_FAINT 0.4 /* of whoever is not picked out */

/* Somebody whose feelings are on the map. */
typedef struct
{
  WayRecord *record;          /* borrowed */
  char marker[16];            /* a letter, and a number where two share one */
  WayTone tone;
  WayDash dash;
  gboolean picked;            /* out of the others */
} WayFeeler;

/* One reading of a stage, and where its dot and its words stand: x from the middle of the stage, y from where +5 is. */
typedef struct
{
  WayRecord *record;          /* borrowed */
  const WayFeeler *feeler;    /* nullable */
  double value;
  double x, y;
  char *words;                /* nullable */
  WayTextBlock *block;        /* nullable, borrowed */
  double block_x, block_y;
} WayFeltReading;

GArray    *way_feelings_list_feelers (WayJourneyLayout *layout);
guint      way_feelings_count_picked (GArray *feelers);
GArray    *way_feelings_arrange      (WayJourneyLayout *layout, guint stage, GArray *feelers);
gboolean   way_feelings_is_alone     (GArray *readings, GArray *feelers);
double     way_feelings_get_median   (GArray *readings);
void       way_feelings_add_marker   (WayJourneyLayout *layout, const WayFeeler *feeler, WayPoint at);
void       way_feelings_fade_from    (WayScene *scene, guint first);
double     way_feelings_get_y        (double value);
double     way_feelings_get_middle   (WayJourneyLayout *layout, guint stage);

G_END_DECLS
