/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-edit.h"
#include "model/way-records.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WayWorkspace:
 *
 * One collaborative's file, open. It is the only writer: an edit is applied as one transaction to a private working copy, from which
 * the user's own file is published whole. Implements [iface@Records].
 *
 * Properties: `title` (the workspace's, or the file's name), `file`, `undo-label` and `redo-label` (nullable), `published` (whether the
 * user's file holds everything).
 */
#define WAY_TYPE_WORKSPACE (way_workspace_get_type ())
G_DECLARE_FINAL_TYPE (WayWorkspace, way_workspace, WAY, WORKSPACE, GObject)

/** WAY_SCHEMA_VERSION: the newest schema that this program writes and reads (`user_version`). */
#define WAY_SCHEMA_VERSION 2

WayWorkspace *way_workspace_create          (GFile         *file,
                                             GError       **error);
WayWorkspace *way_workspace_open            (GFile         *file,
                                             GError       **error);
WayWorkspace *way_workspace_open_to_read    (GFile         *file,
                                             GError       **error);
WayWorkspace *way_workspace_open_published  (GFile         *file,
                                             GError       **error);
gboolean      way_workspace_close           (WayWorkspace  *self,
                                             GError       **error);

GFile        *way_workspace_get_file        (WayWorkspace  *self);
char         *way_workspace_dup_title       (WayWorkspace  *self);
guint         way_workspace_get_schema      (WayWorkspace  *self);
gboolean      way_workspace_get_recovered   (WayWorkspace  *self);
GFile        *way_workspace_get_recovered_beside (WayWorkspace *self);
gboolean      way_workspace_get_published   (WayWorkspace  *self);

gboolean      way_workspace_apply           (WayWorkspace  *self,
                                             WayEdit       *edit,
                                             GError       **error);
gboolean      way_workspace_undo            (WayWorkspace  *self,
                                             GError       **error);
gboolean      way_workspace_redo            (WayWorkspace  *self,
                                             GError       **error);
gboolean      way_workspace_forget_history  (WayWorkspace  *self,
                                             GError       **error);
gboolean      way_workspace_keep_places     (WayWorkspace  *self,
                                             const char    *map_id,
                                             const char    *places,
                                             GError       **error);
gboolean      way_workspace_withdraw_story  (WayWorkspace  *self,
                                             const char    *story_id,
                                             GError       **error);
const char   *way_workspace_get_undo_label  (WayWorkspace  *self);
const char   *way_workspace_get_redo_label  (WayWorkspace  *self);

gboolean      way_workspace_publish         (WayWorkspace  *self,
                                             GCancellable  *cancellable,
                                             GFile        **kept_beside,
                                             GError       **error);
void          way_workspace_publish_async   (WayWorkspace        *self,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             data);
gboolean      way_workspace_publish_finish  (WayWorkspace  *self,
                                             GAsyncResult  *result,
                                             GFile        **kept_beside,
                                             GError       **error);

gboolean      way_workspace_save_copy       (WayWorkspace  *self,
                                             GFile         *target,
                                             GCancellable  *cancellable,
                                             GError       **error);
void          way_workspace_look_async      (WayWorkspace        *self,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             data);
gboolean      way_workspace_look_finish     (WayWorkspace  *self,
                                             GAsyncResult  *result,
                                             GError       **error);

GPtrArray    *way_workspace_check           (WayWorkspace  *self,
                                             GError       **error);

G_END_DECLS
