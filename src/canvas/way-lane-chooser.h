/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-canvas.h"

G_BEGIN_DECLS

/** WayLaneChoice: a kind that can be chosen, its name in a context of the translations, and what it is for. */
typedef struct
{
  const char *kind;
  const char *context, *name;
  const char *about;
} WayLaneChoice;

typedef void (*WayLaneChosen) (WayCanvas *canvas, const char *kind, gpointer data);

void way_lane_chooser_ask (WayCanvas           *canvas,
                           const char          *title,
                           const WayLaneChoice *kinds,
                           guint                n_kinds,
                           const char          *kind,
                           const WayRect       *area,
                           WayLaneChosen        chosen,
                           gpointer             data);
void way_lane_chooser_ask_names (WayCanvas           *canvas,
                                 const char          *title,
                                 const WayLaneChoice *names,
                                 guint                n_names,
                                 const char          *kind,
                                 const WayRect       *area,
                                 WayLaneChosen        chosen,
                                 gpointer             data);

G_END_DECLS
