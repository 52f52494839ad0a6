/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the window share. */
#pragma once

#include "app/way-map-list.h"
#include "app/way-maps-page.h"
#include "app/way-personas-page.h"
#include "app/way-sidebar.h"
#include "app/way-start-page.h"
#include "app/way-watch.h"
#include "app/way-window.h"

struct _WayWindow
{
  AdwApplicationWindow parent_instance;

  WayWorkspace *workspace;    /* nullable */
  WaySaver *saver;            /* nullable */
  WayMapList *list;           /* nullable */
  WayWatch *watch;            /* nullable */
  GFile *file;                /* nullable: where the workspace was when that was last said */
  gboolean leaving;           /* closing was agreed to */

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwNavigationSplitView *split;
  AdwNavigationPage *sidebar_page, *map_page, *personas_page;
  AdwNavigationView *pages;
  AdwWindowTitle *workspace_title;
  WaySidebar *sidebar;
  WayMapsPage *maps_page;
  WayStartPage *start;
  WayMapView *view;
  WayPersonasPage *personas;
};

gboolean way_window_is_at_map          (WayWindow         *self);
gboolean way_window_is_at_personas     (WayWindow         *self);
void     way_window_show_title_of_map  (WayWindow         *self);
void     way_window_page_changed_cb    (AdwNavigationView *pages,
                                        GParamSpec        *pspec,
                                        WayWindow         *self);
void     way_window_map_chosen_cb      (GtkWidget         *widget,
                                        const char        *map_id,
                                        WayWindow         *self);
void     way_window_maps_chosen_cb     (WaySidebar        *sidebar,
                                        WayWindow         *self);
void     way_window_personas_chosen_cb (WaySidebar        *sidebar,
                                        WayWindow         *self);
void     way_window_drop_workspace     (WayWindow         *self);
void     way_window_accept_files       (WayWindow         *self);
void     way_window_take_file          (WayWindow         *self);
void     way_window_follow_file        (WayWindow         *self);
void     way_window_tell_kept_beside   (WayWindow         *self,
                                        GFile             *theirs);
