/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-canvas.h"

G_BEGIN_DECLS

/** WayLaneChoice: what can be chosen, its name in a context of the translations, and what it is for. */
typedef struct
{
  const char *kind;
  const char *context, *name; /* without a context it is somebody's words, shown as they are, and what it is for as well */
  const char *about;          /* nullable */
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

G_END_DECLS
