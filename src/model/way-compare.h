/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-lens.h"

G_BEGIN_DECLS

/**
 * WayDifferenceKind:
 * @WAY_DIFFERENCE_ADDED: it is new: a step, link, stage, lane or card
 * @WAY_DIFFERENCE_REMOVED: it is gone
 * @WAY_DIFFERENCE_RENAMED: it has another title, text or label
 * @WAY_DIFFERENCE_CROSSED: a step moved to a lane of another kind, and so across a line
 * @WAY_DIFFERENCE_MOVED: it moved to another lane of the same kind, or a card to another cell
 * @WAY_DIFFERENCE_FILLED: what was a gap is none any more
 * @WAY_DIFFERENCE_BECAME_GAP: there is a gap where there was a step
 * @WAY_DIFFERENCE_ORGANISATION: another organisation does it
 * @WAY_DIFFERENCE_WAIT_ADDED: there is a wait where there was none
 * @WAY_DIFFERENCE_WAIT_REMOVED: there is none where there was one
 * @WAY_DIFFERENCE_WAIT_LONGER: it takes longer
 * @WAY_DIFFERENCE_WAIT_SHORTER: it does not take as long
 */
typedef enum
{
  WAY_DIFFERENCE_ADDED,
  WAY_DIFFERENCE_REMOVED,
  WAY_DIFFERENCE_RENAMED,
  WAY_DIFFERENCE_CROSSED,
  WAY_DIFFERENCE_MOVED,
  WAY_DIFFERENCE_FILLED,
  WAY_DIFFERENCE_BECAME_GAP,
  WAY_DIFFERENCE_ORGANISATION,
  WAY_DIFFERENCE_WAIT_ADDED,
  WAY_DIFFERENCE_WAIT_REMOVED,
  WAY_DIFFERENCE_WAIT_LONGER,
  WAY_DIFFERENCE_WAIT_SHORTER,
} WayDifferenceKind;

/** WayDifference: one thing that differs between two versions of a map. */
typedef struct
{
  WayDifferenceKind kind;
  WayKind of;                 /* what it is: a step, link, stage, lane or card */
  char *earlier, *later;      /* its ids; NULL in the version where there is none */
  double wait_before, wait_after;   /* days, where it is about a wait */
  gboolean implied;           /* a link or card that came or went with what it is at: to be shown, not to be told again */
  char *sentence;
} WayDifference;

/** WayComparison: what became of an earlier version of a map. */
typedef struct _WayComparison WayComparison;

WayComparison       *way_compare_maps                (WayLens        *lens,
                                                      const char     *earlier_id,
                                                      const char     *later_id,
                                                      GError        **error);
void                 way_comparison_free             (WayComparison  *self);
guint                way_comparison_get_length       (WayComparison  *self);
const WayDifference *way_comparison_get_difference   (WayComparison  *self,
                                                      guint           index);
const char          *way_comparison_get_earlier      (WayComparison  *self,
                                                      const char     *later_id);
const char          *way_comparison_get_later        (WayComparison  *self,
                                                      const char     *earlier_id);
const char          *way_comparison_get_summary      (WayComparison  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayComparison, way_comparison_free)

G_END_DECLS
