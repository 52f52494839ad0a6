/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WayPane:
 *
 * Something beside a map that tells more of it. Out of sight it does nothing; in sight it reads everything once and then keeps up.
 * A new pane is a class of this and a line in way-panes.c.
 */
#define WAY_TYPE_PANE (way_pane_get_type ())
G_DECLARE_DERIVABLE_TYPE (WayPane, way_pane, WAY, PANE, AdwBin)

/**
 * WayPaneClass:
 * @refresh: another map is shown, or the pane came into sight after something changed: read everything
 * @changed: records changed while the pane is in sight
 * @selected: (nullable): something else was selected while the pane is in sight
 * @scenarios: (nullable): other scenarios are shown or walked while the pane is in sight
 * @finish: (nullable): put what is being typed into the workspace; whether it is there
 */
struct _WayPaneClass
{
  AdwBinClass parent_class;

  void     (*refresh)  (WayPane *self);
  void     (*changed)  (WayPane *self, WayChanges *changes);
  void     (*selected) (WayPane *self);
  void     (*scenarios) (WayPane *self);
  gboolean (*finish)   (WayPane *self);
};

WayPane       *way_pane_new         (GType          type,
                                     WayMapContext *context);
WayMapContext *way_pane_get_context (WayPane       *self);
gboolean       way_pane_finish      (WayPane       *self);

G_END_DECLS
