/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** WayForm: the fields of one record, to read and to change; each change is an edit of its own. */
#define WAY_TYPE_FORM (way_form_get_type ())
G_DECLARE_FINAL_TYPE (WayForm, way_form, WAY, FORM, AdwPreferencesGroup)

GtkWidget  *way_form_new     (WayMapContext *context,
                              WayKind        kind,
                              const char    *id);
const char *way_form_get_id  (WayForm       *self);
gboolean    way_form_refresh (WayForm       *self);
gboolean    way_form_finish  (WayForm       *self);
void        way_form_focus   (WayForm       *self);

G_END_DECLS
