/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/way-geometry.h"
#include "exchange/way-export.h"

G_BEGIN_DECLS

/** WayPage: a page, and where the map stands on it. Points. */
typedef struct
{
  double width, height;
  double scale;               /* points of the page in a point of the map */
  WayPoint at;                /* of the map's top left corner */
} WayPage;

/** WaySheets: how a page is cut into sheets that overlap, to be glued together. Points of the page. */
typedef struct
{
  double width, height;       /* of a sheet */
  double margin;              /* that printers leave white */
  double step_x, step_y;      /* from one sheet to the next */
  guint columns, rows;
} WaySheets;

WayPage    way_page_new           (double          map_width,
                                   double          map_height,
                                   WayPaper        paper,
                                   WayOrientation  orientation);
void       way_page_fit_sheets    (WayPage        *self,
                                   double          map_width,
                                   double          map_height,
                                   WayPaper        sheet);
WaySheets  way_sheets_new         (const WayPage  *page,
                                   WayPaper        paper);
WayRect    way_sheets_get_area    (const WaySheets *self,
                                   guint           column,
                                   guint           row);
char      *way_sheets_dup_label   (const WaySheets *self,
                                   guint           column,
                                   guint           row);

G_END_DECLS
