/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/way-page.h"
#include "exchange/way-pdf-tags.h"
#include "exchange/way-sink.h"

#include <cairo-pdf.h>

G_BEGIN_DECLS

gboolean way_pdf_write        (WayLens                 *lens,
                               const char *const       *map_ids,
                               const WayExportOptions  *options,
                               WaySink                 *sink,
                               GError                 **error);

/* What is drawn of one map: all of it as a structured page, or the part of it that a sheet shows. */
void     way_pdf_draw_map     (WayPdfTags              *tags,
                               WayScene                *scene,
                               WayStyle                 style,
                               WaySink                 *sink);
void     way_pdf_draw_part    (WayPdfTags              *tags,
                               WayScene                *scene,
                               const WayRect           *area,
                               WayStyle                 style);
void     way_pdf_draw_decoration (cairo_t              *cr,
                               WayScene                *scene,
                               WayStyle                 style);

G_END_DECLS
