/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/way-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WayMapItem: a map in a list.
 *
 * Properties: `title`, `kind` (in words), `picture` (nullable: one that was asked for).
 */
#define WAY_TYPE_MAP_ITEM (way_map_item_get_type ())
G_DECLARE_FINAL_TYPE (WayMapItem, way_map_item, WAY, MAP_ITEM, GObject)

const char *way_map_item_get_id    (WayMapItem   *self);
const char *way_map_item_get_title (WayMapItem   *self);
const char *way_map_item_get_kind  (WayMapItem   *self);

/**
 * WayMapList: the maps of a workspace in their order, as a [iface@Gio.ListModel] that follows its edits.
 *
 * Emits `stale` when pictures have to be made again.
 */
#define WAY_TYPE_MAP_LIST (way_map_list_get_type ())
G_DECLARE_FINAL_TYPE (WayMapList, way_map_list, WAY, MAP_LIST, GObject)

WayMapList *way_map_list_new          (WayWorkspace *workspace);
guint       way_map_list_find         (WayMapList   *self,
                                       const char   *map_id);
gboolean    way_map_list_needs_picture (WayMapList  *self,
                                       WayMapItem   *item,
                                       gboolean      dark);
void        way_map_list_make_picture (WayMapList   *self,
                                       WayMapItem   *item,
                                       int           device_scale,
                                       gboolean      dark);
void        way_map_list_drop_picture (WayMapList   *self,
                                       WayMapItem   *item);

G_END_DECLS
