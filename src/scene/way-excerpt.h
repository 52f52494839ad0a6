/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-scene.h"

G_BEGIN_DECLS

/** WayExcerptItem: one thing of an excerpt. */
typedef struct
{
  guint item;                 /* its number in the scene of the excerpt */
  WayPoint by;                /* how far to move it from where it stands there, in points */
} WayExcerptItem;

/** WayExcerpt: cards or steps of a map as they look alone, where they stand on it: without quotes, and without the room for them. */
typedef struct
{
  WayScene *scene;
  GArray *items;              /* WayExcerptItem */
  WayRect bounds;             /* of all of them, once they are moved */
} WayExcerpt;

WayExcerpt *way_excerpt_new  (WayScene           *scene,
                              const char *const  *ids);
void        way_excerpt_free (WayExcerpt         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayExcerpt, way_excerpt_free)

G_END_DECLS
