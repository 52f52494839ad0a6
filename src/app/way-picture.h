/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-scene.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/** WAY_PICTURE_WIDTH, WAY_PICTURE_HEIGHT: the size at which maps are shown small, in points of the screen. */
#define WAY_PICTURE_WIDTH 256
#define WAY_PICTURE_HEIGHT 160

GdkTexture *way_picture_new (WayScene *scene,
                             int       device_scale,
                             WayStyle  style);

G_END_DECLS
