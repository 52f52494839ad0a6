/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/way-pdf-tags.h"
#include "exchange/way-sink.h"

G_BEGIN_DECLS

/** WayPdfFinish: what a PDF as cairo writes it still lacks. */
typedef struct
{
  const char *language;       /* nullable: BCP 47 */
  gboolean right_to_left;
  const GPtrArray *notes;     /* of WayPdfNote */
  const GArray *units;        /* double: how many points a unit of each page is */
} WayPdfFinish;

gboolean way_pdf_finish (const GByteArray   *pdf,
                         const WayPdfFinish *finish,
                         WaySink            *sink,
                         GError            **error);

G_END_DECLS
