/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-outline-places.h"

G_BEGIN_DECLS

/** WayOutlineStep: which way something is moved. */
typedef enum
{
  WAY_OUTLINE_UP,
  WAY_OUTLINE_DOWN,
  WAY_OUTLINE_EARLIER,
  WAY_OUTLINE_LATER,
} WayOutlineStep;

WayRecord *way_outline_edits_new_record     (WayMapContext    *context,
                                             WayOutlinePlaces *places,
                                             WayKind           kind,
                                             const char       *choice,
                                             guint            *index);
gboolean   way_outline_edits_put            (WayMapContext    *context,
                                             WayOutlinePlaces *places,
                                             WayRecord        *record,
                                             guint             index,
                                             const char       *label);
gboolean   way_outline_edits_move           (WayMapContext    *context,
                                             WayOutlinePlaces *places,
                                             WayOutlineStep    step);
int        way_outline_edits_get_text_field (WayKind           kind);

G_END_DECLS
