/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-lens.h"

G_BEGIN_DECLS

/** WayFeelingCount: what several people felt at one stage; the numbers mean nothing where `n` is 0. */
typedef struct
{
  char *stage;
  guint n;
  double median, low, high;
} WayFeelingCount;

/** WayJourneyCounts: what a journey map holds; `feelings` has a [struct@FeelingCount] for each stage, in their order. */
typedef struct
{
  guint stages, lanes, cards;
  GArray *feelings;
} WayJourneyCounts;

/** WayStoryCounts: stories under the widest audience that each is open to on the day of the lens. */
typedef struct
{
  guint total;
  guint by_audience[WAY_AUDIENCE_PUBLIC + 1];   /* WAY_AUDIENCE_DESK stands for none */
  guint withdrawn;
  guint languages;            /* different ones */
  guint quotes;
} WayStoryCounts;

/** WayPhaseCount: the workshops of one phase. */
typedef struct
{
  const char *phase;          /* a word of the interchange format */
  guint workshops;
  guint64 attendances;
} WayPhaseCount;

#define WAY_N_PHASES 4

/** WayWorkshopCounts: all workshops, and those of each phase, in the order of the cycle. */
typedef struct
{
  guint workshops;
  guint64 attendances;
  WayPhaseCount by_phase[WAY_N_PHASES];
} WayWorkshopCounts;

void              way_count_feeling       (double             *values,
                                           guint               n,
                                           WayFeelingCount    *count);
WayJourneyCounts *way_count_journey       (WayLens            *lens,
                                           const char         *map_id,
                                           GError            **error);
void              way_journey_counts_free (WayJourneyCounts   *self);
gboolean          way_count_stories       (WayLens            *lens,
                                           WayStoryCounts     *counts,
                                           GError            **error);
gboolean          way_count_workshops     (WayLens            *lens,
                                           WayWorkshopCounts  *counts,
                                           GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayJourneyCounts, way_journey_counts_free)

G_END_DECLS
