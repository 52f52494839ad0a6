/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WayThumbnail: a small picture of a map with a title and a line under it.
 *
 * Properties: `picture` (nullable), `title`, `subtitle`.
 */
#define WAY_TYPE_THUMBNAIL (way_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (WayThumbnail, way_thumbnail, WAY, THUMBNAIL, GtkBox)

GtkWidget *way_thumbnail_new (void);

G_END_DECLS
