/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-pane.h"

G_BEGIN_DECLS

/** WayFindingsPane: what a map says, in sentences: what it shows, and what became of the version before it. */
#define WAY_TYPE_FINDINGS_PANE (way_findings_pane_get_type ())
G_DECLARE_FINAL_TYPE (WayFindingsPane, way_findings_pane, WAY, FINDINGS_PANE, WayPane)

G_END_DECLS
