/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** WAY_OWN_TEMPLATE_PREFIX: what the name of a template of one's own begins with; the name of its file follows. */
#define WAY_OWN_TEMPLATE_PREFIX "own/"

/** WayOwnTemplate: a template of one's own. */
#define WAY_TYPE_OWN_TEMPLATE (way_own_template_get_type ())
G_DECLARE_FINAL_TYPE (WayOwnTemplate, way_own_template, WAY, OWN_TEMPLATE, GObject)

const char *way_own_template_get_name  (WayOwnTemplate  *self);
const char *way_own_template_get_title (WayOwnTemplate  *self);

GListModel *way_own_templates_get      (void);
void        way_own_templates_refresh  (void);
gboolean    way_own_templates_save     (const char      *title,
                                        GBytes          *bytes,
                                        GError         **error);
gboolean    way_own_templates_remove   (const char      *name,
                                        GError         **error);
GBytes     *way_own_templates_load     (const char      *name,
                                        GError         **error);

G_END_DECLS
