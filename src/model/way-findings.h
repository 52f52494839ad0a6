/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-lens.h"
#include "model/way-reading.h"

G_BEGIN_DECLS

/**
 * WayFindingKind:
 * @WAY_FINDING_WAITS: waits that make up most of the delay; the ids are links
 * @WAY_FINDING_HANDOVERS: where people are handed from one organisation to another; the ids are links, or the scenario
 * @WAY_FINDING_DEAD_ENDS: steps in front of people from which nothing leads on
 * @WAY_FINDING_UNREACHABLE: steps in front of people to which nothing leads
 * @WAY_FINDING_LOOP: steps that go round in a ring
 * @WAY_FINDING_UNUSED: steps that no scenario comes by
 * @WAY_FINDING_GAPS: what is missing, and who comes upon it
 * @WAY_FINDING_NOT_MET: stops at which somebody's need is not met; the ids are the scenario and steps
 * @WAY_FINDING_OFF_MAP: moves of a scenario for which the map has no link; the ids are the scenario and steps
 * @WAY_FINDING_LONGER: a lived route that takes longer than the planned one; the ids are both scenarios
 */
typedef enum
{
  WAY_FINDING_WAITS,
  WAY_FINDING_HANDOVERS,
  WAY_FINDING_DEAD_ENDS,
  WAY_FINDING_UNREACHABLE,
  WAY_FINDING_LOOP,
  WAY_FINDING_UNUSED,
  WAY_FINDING_GAPS,
  WAY_FINDING_NOT_MET,
  WAY_FINDING_OFF_MAP,
  WAY_FINDING_LONGER,
} WayFindingKind;

/** WayFinding: something that a map shows, in one sentence, and what it speaks of. */
typedef struct
{
  WayFindingKind kind;
  char *sentence;
  GStrv ids;                  /* steps, links and scenarios, in their order */
} WayFinding;

GPtrArray *way_find_in_pathway (WayLens     *lens,
                                const char  *map_id,
                                WayReading   reading,
                                GError     **error);

G_END_DECLS
