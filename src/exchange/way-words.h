/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/way-pathway-part.h"
#include "exchange/way-sink.h"

G_BEGIN_DECLS

gboolean way_words_can_write (const char          *map_kind,
                              WayFormat            format);
gboolean way_words_write     (WayLens             *lens,
                              const char *const   *map_ids,
                              WayFormat            format,
                              const WayExportOptions *options,
                              WaySink             *sink,
                              GError             **error);

char    *way_words_dup_left_out (WayLens          *lens,
                              const char          *map_id,
                              WayReading           reading,
                              GError             **error);

/* What is told of one map, in one of the formats. */
void     way_csv_append      (WayLens             *lens,
                              WayPathwayPart      *part,
                              GString             *text);
void     way_mermaid_append  (WayPathwayPart      *part,
                              GString             *text);
void     way_dot_append      (WayLens             *lens,
                              WayPathwayPart      *part,
                              GString             *text);
gboolean way_account_append  (WayLens             *lens,
                              const char          *map_id,
                              WayPathwayPart      *part,
                              GString             *text,
                              GError             **error);

/* What the formats share. */
char    *way_words_dup_organisation (WayLens        *lens,
                                     WayRecord      *step);
char    *way_words_dup_number       (double          number);

G_END_DECLS
