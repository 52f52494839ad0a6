/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-canvas.h"
#include "canvas/way-outline.h"
#include "store/way-workspace.h"

G_BEGIN_DECLS

/**
 * WayMapContext:
 *
 * What everything beside a map works with: the workspace, the desk's lens on it, the map that is shown, and the one thing on it that is
 * selected, wherever it was selected. Without a map it is about a workspace.
 *
 * Over a pathway map any of its scenarios may be shown, and one may be walked: then what is chosen on the map becomes its stops.
 *
 * Signals: `reset` when another workspace or map is shown, `changed` with a [struct@Changes] after each commit, `selected` (also when more
 * or less is selected with it), `scenarios` when others are shown or walked.
 */
#define WAY_TYPE_MAP_CONTEXT (way_map_context_get_type ())
G_DECLARE_FINAL_TYPE (WayMapContext, way_map_context, WAY, MAP_CONTEXT, GObject)

WayMapContext      *way_map_context_new           (GtkWidget          *owner,
                                                   WayCanvas          *canvas);
void                way_map_context_set_workspace (WayMapContext      *self,
                                                   WayWorkspace       *workspace,
                                                   WayLens            *lens);
void                way_map_context_set_map       (WayMapContext      *self,
                                                   const char         *map_id);
WayWorkspace       *way_map_context_get_workspace (WayMapContext      *self);
WayLens            *way_map_context_get_lens      (WayMapContext      *self);
WayCanvas          *way_map_context_get_canvas    (WayMapContext      *self);
const char         *way_map_context_get_map       (WayMapContext      *self);
const WaySpot      *way_map_context_get_selection (WayMapContext      *self);
GArray             *way_map_context_list_selection (WayMapContext     *self);
void                way_map_context_select        (WayMapContext      *self,
                                                   WayKind             kind,
                                                   const char         *id);
void                way_map_context_select_cell   (WayMapContext      *self,
                                                   const char         *lane,
                                                   const char         *stage);
WayRecord          *way_map_context_read          (WayMapContext      *self,
                                                   WayKind             kind,
                                                   const char         *id);
GPtrArray          *way_map_context_list          (WayMapContext      *self,
                                                   WayKind             kind,
                                                   const char         *within);
gboolean            way_map_context_is_kind       (WayMapContext      *self,
                                                   const char         *kind);
void                way_map_context_show_scenario (WayMapContext      *self,
                                                   const char         *id,
                                                   gboolean            shown);
gboolean            way_map_context_shows_scenario (WayMapContext     *self,
                                                   const char         *id);
const char *const  *way_map_context_get_scenarios (WayMapContext      *self);
void                way_map_context_walk          (WayMapContext      *self,
                                                   const char         *scenario_id,
                                                   const char         *after);
const char         *way_map_context_get_walk      (WayMapContext      *self,
                                                   const char        **after);
gboolean            way_map_context_apply         (WayMapContext      *self,
                                                   WayEdit            *edit);

G_END_DECLS
