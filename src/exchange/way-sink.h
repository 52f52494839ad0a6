/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/way-export.h"

#include <cairo.h>

G_BEGIN_DECLS

/** WaySink: where an exporter writes: buffered, and with the first thing that went wrong kept, after which nothing more is written. */
typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;  /* nullable */
  WayExportProgress progress; /* nullable */
  gpointer progress_data;
  double from, to;            /* the part of the whole that is being done */
  GString *buffer;
  GError *error;              /* nullable */
} WaySink;

void           way_sink_init          (WaySink            *self,
                                       GOutputStream      *stream,
                                       GCancellable       *cancellable,
                                       WayExportProgress   progress,
                                       gpointer            progress_data);
void           way_sink_clear         (WaySink            *self);
gboolean       way_sink_write         (WaySink            *self,
                                       gconstpointer       data,
                                       gsize               length);
gboolean       way_sink_drain         (WaySink            *self);
gboolean       way_sink_step          (WaySink            *self,
                                       double              fraction);
gboolean       way_sink_finish        (WaySink            *self,
                                       GError            **error);
cairo_status_t way_sink_write_cb      (void               *sink,
                                       const unsigned char *data,
                                       unsigned int        length);

G_END_DECLS
