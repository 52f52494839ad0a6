/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-findings.h"
#include "model/way-pathway-counts.h"

G_BEGIN_DECLS

/* WayFinderScenario: a scenario as it is told of. */
typedef struct
{
  WayRecord *record;
  GPtrArray *stops;
  WayScenarioCounts *counts;
  char *name;
} WayFinderScenario;

/* WayFinder: what is looked at, and what was found so far. */
typedef struct
{
  WayLens *lens;
  WayReading reading;         /* nothing is said of what it hides, not even by name */
  WayPathwayGraph *graph;
  WayPathwayCounts *counts;
  GPtrArray *scenarios;       /* WayFinderScenario */
  GPtrArray *findings;        /* WayFinding */
} WayFinder;

void   way_finder_add            (WayFinder               *self,
                                  WayFindingKind           kind,
                                  char                    *sentence,
                                  GStrv                    ids);
char  *way_finder_dup_wait       (double                   days);
char  *way_finder_dup_names      (WayFinder               *self,
                                  GStrv                    ids);
GStrv  way_finder_dup_ids        (GPtrArray               *ids);
void   way_finder_look_at        (WayFinder               *self,
                                  const WayFinderScenario *scenario);

G_END_DECLS
