/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-curves-button.h"
#include "app/way-find-bar.h"
#include "app/way-map-view.h"
#include "app/way-panes.h"
#include "app/way-reading-button.h"
#include "app/way-room-controls.h"
#include "app/way-walker.h"

G_BEGIN_DECLS

struct _WayMapView
{
  AdwBin parent_instance;

  WayWorkspace *workspace;    /* nullable */
  WayLens *lens;              /* nullable: the workspace as whoever holds the file sees it */
  WayFonts *fonts;
  char *map_id;               /* nullable */
  gboolean edited;            /* since the places of what is on the map were kept */
  gboolean compare;           /* the map is marked with what became of the version that it is based on */
  WayMapContext *context;     /* what the panes work with */
  WayWalker *walker;
  GSettings *settings;

  AdwOverlaySplitView *split;
  WayPanes *panes;
  AdwWindowTitle *title;
  AdwBanner *banner, *walk_banner;
  GtkStack *pages;
  AdwStatusPage *nothing;
  WayCanvas *canvas;
  WayRoomControls *room;
  WayFindBar *find_bar;
  WayReadingButton *reading;
  WayCurvesButton *curves;
  GtkButton *undo_button, *redo_button, *zoom_button;
  GtkButton *add_button;
  GtkMenuButton *more_button;
  GMenuModel *add_menu, *pathway_menu;
};

/* way-map-view-actions.c */
void way_map_view_install_actions (GtkWidgetClass *klass);

/* way-map-view-names.c */
void way_map_view_name_undo  (WayMapView *self);
void way_map_view_name_tools (WayMapView *self,
                              gboolean    pathway);

G_END_DECLS
