/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-canvas.h"

G_BEGIN_DECLS

/**
 * WayLinkChosen:
 * @canvas: the canvas that was asked for
 * @from: the step that the link leads on from
 * @to: (nullable): the step that it leads to
 * @title: (nullable): where there is none, what a new step is to be called
 * @kind: the kind of link
 */
typedef void (*WayLinkChosen) (WayCanvas  *canvas,
                               const char *from,
                               const char *to,
                               const char *title,
                               const char *kind);

guint way_link_chooser_rank (const char    *title,
                             const char    *sought);
void  way_link_chooser_ask  (WayCanvas     *canvas,
                             const char    *from,
                             const char    *kind,
                             WayLinkChosen  chosen);

G_END_DECLS
