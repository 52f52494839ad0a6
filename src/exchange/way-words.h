/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/way-sink.h"

G_BEGIN_DECLS

gboolean way_words_can_write (const char          *map_kind,
                              WayFormat            format);
gboolean way_words_write     (WayLens             *lens,
                              const char *const   *map_ids,
                              WayFormat            format,
                              WaySink             *sink,
                              GError             **error);

/* One map in one of the formats. */
gboolean way_csv_append      (WayLens             *lens,
                              const char          *map_id,
                              GString             *text,
                              GError             **error);
gboolean way_mermaid_append  (WayLens             *lens,
                              const char          *map_id,
                              GString             *text,
                              GError             **error);
gboolean way_dot_append      (WayLens             *lens,
                              const char          *map_id,
                              GString             *text,
                              GError             **error);
gboolean way_account_append  (WayLens             *lens,
                              const char          *map_id,
                              GString             *text,
                              GError             **error);

/* What the formats share. */
char    *way_words_dup_organisation (WayLens        *lens,
                                     WayRecord      *step);
char    *way_words_dup_number       (double          number);

G_END_DECLS
