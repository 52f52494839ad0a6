/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-export-choices.h"
#include "store/way-workspace.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/** WayExportSketch: what would come out of an export. */
typedef struct
{
  GdkTexture *picture;        /* nullable where it has no pages: one page with its edges, and the sheets that it is cut into */
  char *text;                 /* nullable where it is no text: how it begins */
  char *caption;              /* nullable: how large it is */
  char *title;                /* nullable: the map on the page */
  char *left_out;             /* nullable: how much of the map the reading leaves out of the text, in a sentence */
  guint page, pages;          /* which page this is, from 0, and how many there are */
  guint hidden[WAY_AUDIENCE_PUBLIC + 1];   /* how many quotes each audience is not shown */
} WayExportSketch;

/** WayExportSource: a published file that is open to be looked at through the eyes of several audiences; for one thread at a time. */
typedef struct _WayExportSource WayExportSource;

WayExportSource *way_export_source_new   (GFile                  *file);
WayExportSource *way_export_source_ref   (WayExportSource        *self);
void             way_export_source_unref (WayExportSource        *self);
WayExportSketch *way_export_source_draw  (WayExportSource        *self,
                                          const char             *map_id,
                                          const WayExportChoices *choices,
                                          guint                   page,
                                          GError                **error);
void             way_export_sketch_free  (WayExportSketch        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayExportSketch, way_export_sketch_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayExportSource, way_export_source_unref)

G_END_DECLS
