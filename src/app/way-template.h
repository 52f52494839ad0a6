/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/way-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** WAY_SAMPLE_RESOURCE: the sample workspace. */
#define WAY_SAMPLE_RESOURCE "/org/waymark/Waymark/sample.json"

guint       way_template_get_n        (void);
const char *way_template_get_name     (guint           index);
const char *way_template_get_title    (guint           index);
const char *way_template_get_about    (guint           index);
const char *way_template_get_own_about (void);
char       *way_template_dup_title    (const char     *name);
GBytes     *way_template_get_bytes    (const char     *name,
                                       GError        **error);
GBytes     *way_template_load         (GFile          *source,
                                       GCancellable   *cancellable,
                                       GError        **error);
gboolean    way_template_make_file    (GFile          *file,
                                       const char     *resource,
                                       GError        **error);
gboolean    way_template_make_file_of (GFile          *file,
                                       GBytes         *bytes,
                                       GError        **error);
gboolean    way_template_add_map      (WayWorkspace   *workspace,
                                       const char     *name,
                                       char          **map_id,
                                       GError        **error);
GMenuModel *way_template_new_menu     (const char     *action);
GtkWidget  *way_template_new_list     (const char     *action);

G_END_DECLS
