/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/way-workspace.h"

G_BEGIN_DECLS

/**
 * WaySaver: publishes a workspace to the user's file soon after the last edit, and again after a failure at the next edit.
 *
 * Properties: `state` (what to tell of it, in a few words). Emits `saving` when it is about to,
 * while something can still go with it, `kept-beside` with a file and `failed` with a sentence.
 */
#define WAY_TYPE_SAVER (way_saver_get_type ())
G_DECLARE_FINAL_TYPE (WaySaver, way_saver, WAY, SAVER, GObject)

WaySaver   *way_saver_new       (WayWorkspace *workspace);
void        way_saver_save      (WaySaver     *self);
void        way_saver_save_async (WaySaver    *self,
                                 GAsyncReadyCallback callback,
                                 gpointer      data);
gboolean    way_saver_save_finish (WaySaver   *self,
                                 GAsyncResult *result,
                                 GError      **error);
const char *way_saver_get_state (WaySaver     *self);

G_END_DECLS
