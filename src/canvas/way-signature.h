/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-scene.h"

G_BEGIN_DECLS

guint64 way_signature_of_area (WayScene      *scene,
                               const WayRect *area);

G_END_DECLS
