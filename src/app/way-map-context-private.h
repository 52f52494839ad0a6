/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"

G_BEGIN_DECLS

struct _WayMapContext
{
  GObject parent_instance;

  GtkWidget *owner;           /* borrowed: where messages appear */
  WayCanvas *canvas;          /* nullable, borrowed */
  WayWorkspace *workspace;    /* nullable */
  WayLens *lens;              /* nullable */
  char *map_id;               /* nullable */
  WaySpot selection;
  gboolean many;              /* several things were selected when that was last told */
  GPtrArray *scenarios;       /* ids of those over the map, and NULL at the end */
  char *walk, *walk_after;    /* nullable: the scenario that is walked, and the stop that the next one comes after */
  gboolean selecting;         /* the canvas is being told of what is known here */
};

void way_map_context_scenarios_changed (WayMapContext *self);

G_END_DECLS
