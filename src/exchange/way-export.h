/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-scene.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** WayFormat: pictures of maps first, then maps in words; what comes between is kept for kinds of files that hold no maps alone. */
typedef enum
{
  WAY_FORMAT_PDF,
  WAY_FORMAT_SVG,
  WAY_FORMAT_PNG,
  WAY_FORMAT_TEXT = 8,        /* an account to be read; of any number of maps */
  WAY_FORMAT_CSV,             /* these are of one pathway */
  WAY_FORMAT_MERMAID,
  WAY_FORMAT_DOT,
} WayFormat;

/** WayPaper: a size of paper; WAY_PAPER_FIT is a page as large as the map. */
typedef enum
{
  WAY_PAPER_FIT,
  WAY_PAPER_A4,
  WAY_PAPER_A3,
  WAY_PAPER_A2,
  WAY_PAPER_A1,
  WAY_PAPER_A0,
} WayPaper;

typedef enum
{
  WAY_ORIENTATION_AUTO,
  WAY_ORIENTATION_PORTRAIT,
  WAY_ORIENTATION_LANDSCAPE,
} WayOrientation;

/** WayExportOptions: how maps are written to a file; all 0 is a page that fits, in light style. */
typedef struct
{
  WayPaper paper;
  WayOrientation orientation;
  WayPaper tile;              /* not WAY_PAPER_FIT: cut the page into sheets of this size, to be glued together */
  WayStyle style;
  double scale;               /* of PNG: pixels a point; 0 is 2 */
  const char *const *scenarios; /* nullable: ids of those that are drawn over their pathway maps */
  WayReading reading;         /* of pathway maps */
  const char *const *steps;   /* nullable: of a pathway in words, ids of the steps that are in it, with the links between them */
  const char *personas;       /* nullable: whose feelings are picked out of journey maps, as in WaySceneOptions */
  const char *compare_with;   /* nullable: id of the map that a pathway map is compared with */
} WayExportOptions;

/** WayExportProgress: told how much is done, 0 to 1; called in the thread that exports. */
typedef void (*WayExportProgress) (double   fraction,
                                   gpointer data);

gboolean way_export_maps (WayLens                 *lens,
                          const char *const       *map_ids,
                          WayFormat                format,
                          const WayExportOptions  *options,
                          GOutputStream           *stream,
                          WayExportProgress        progress,
                          gpointer                 progress_data,
                          GCancellable            *cancellable,
                          GError                 **error);

G_END_DECLS
