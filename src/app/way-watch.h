/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/way-workspace.h"

G_BEGIN_DECLS

/** WayWatch: looks after the user's file, wherever the workspace has it; emits `changed-elsewhere` when somebody else changed it. */
#define WAY_TYPE_WATCH (way_watch_get_type ())
G_DECLARE_FINAL_TYPE (WayWatch, way_watch, WAY, WATCH, GObject)

WayWatch *way_watch_new  (WayWorkspace *workspace);
void      way_watch_stop (WayWatch     *self);

G_END_DECLS
