/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** WayLeadRow: a row that leads somewhere when it is activated, where it can be. */
#define WAY_TYPE_LEAD_ROW (way_lead_row_get_type ())
G_DECLARE_FINAL_TYPE (WayLeadRow, way_lead_row, WAY, LEAD_ROW, AdwActionRow)

G_END_DECLS
