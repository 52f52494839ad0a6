/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-excerpt.h"

G_BEGIN_DECLS

GBytes *way_selection_svg_write (WayExcerpt *excerpt);

G_END_DECLS
