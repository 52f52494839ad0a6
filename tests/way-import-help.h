/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/way-import.h"
#include "model/way-lens.h"

G_BEGIN_DECLS

WayLens *way_import_help_read          (const char       *text,
                                        gssize            length,
                                        WayImportFormat   format,
                                        char            **dropped,
                                        GError          **error);
char    *way_import_help_describe      (WayLens          *lens,
                                        const char       *map_id);
char    *way_import_help_describe_only (WayLens          *lens);

G_END_DECLS
