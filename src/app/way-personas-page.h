/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-pane.h"

G_BEGIN_DECLS

/** WayPersonasPage: all personas of a workspace, each a card to read and to write. */
#define WAY_TYPE_PERSONAS_PAGE (way_personas_page_get_type ())
G_DECLARE_FINAL_TYPE (WayPersonasPage, way_personas_page, WAY, PERSONAS_PAGE, WayPane)

void way_personas_page_set_subtitle (WayPersonasPage *self,
                                     const char      *subtitle);
void way_personas_page_focus        (WayPersonasPage *self);

G_END_DECLS
