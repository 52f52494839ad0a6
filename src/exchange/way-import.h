/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-edit.h"
#include "model/way-records.h"

G_BEGIN_DECLS

/** WayImportFormat: text from which a pathway can be made. */
typedef enum
{
  WAY_IMPORT_CSV,
  WAY_IMPORT_MERMAID,
  WAY_IMPORT_DOT,
} WayImportFormat;

gboolean  way_import_format_from_name (const char       *name,
                                       WayImportFormat  *format);
gboolean  way_import_guess            (const char       *text,
                                       WayImportFormat  *format);
WayEdit  *way_import_read             (const char       *text,
                                       gsize             length,
                                       WayImportFormat   format,
                                       const char       *title,
                                       WayRecords       *records,
                                       GStrv            *dropped,
                                       GError          **error);
WayEdit  *way_import_read_into        (const char       *text,
                                       WayImportFormat   format,
                                       const char       *map_id,
                                       const char       *lane,
                                       WayRecords       *records,
                                       GStrv            *dropped,
                                       GError          **error);

G_END_DECLS
