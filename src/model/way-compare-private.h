/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-compare.h"
#include "model/way-match.h"
#include "model/way-schema.h"

G_BEGIN_DECLS

struct _WayComparison
{
  WayLens *lens;
  char *earlier_id, *later_id;
  WayMatch *match;
  GPtrArray *differences;     /* WayDifference */
  char *summary;
};

WayDifference *way_comparison_add          (WayComparison      *self,
                                            WayDifferenceKind   kind,
                                            WayRecord          *earlier,
                                            WayRecord          *later,
                                            char               *sentence);
gboolean       way_comparison_list         (WayComparison      *self,
                                            WayKind             kind,
                                            GPtrArray         **earlier,
                                            GPtrArray         **later,
                                            GError            **error);
char          *way_comparison_dup_name     (WayRecord          *record);
char          *way_comparison_dup_key      (WayRecord          *record,
                                            const char         *place,
                                            const char         *other_place);
char          *way_comparison_key_of_lane  (WayMatch           *match,
                                            WayRecord          *lane,
                                            gboolean            is_later);
char          *way_comparison_key_of_words (WayMatch           *match,
                                            WayRecord          *record,
                                            gboolean            is_later);
void           way_comparison_compare_names (WayComparison     *self,
                                            GPtrArray          *earlier,
                                            GPtrArray          *later);
gboolean       way_comparison_pathways     (WayComparison      *self,
                                            GError            **error);
gboolean       way_comparison_journeys     (WayComparison      *self,
                                            GError            **error);

G_END_DECLS
