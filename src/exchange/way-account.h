/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/way-pathway-part.h"

G_BEGIN_DECLS

/* The parts of the account of a map. */
void     way_account_line           (GString     *text,
                                     guint        depth,
                                     const char  *line);
void     way_account_heading        (GString     *text,
                                     const char  *words);
char    *way_account_dup_name       (const char  *words,
                                     const char  *otherwise);
gboolean way_account_append_quotes  (WayLens     *lens,
                                     GPtrArray   *evidence,
                                     const char  *on,
                                     guint        depth,
                                     GString     *text,
                                     GError     **error);
gboolean way_account_append_pathway (WayLens     *lens,
                                     WayPathwayPart *part,
                                     GString     *text,
                                     GError     **error);
gboolean way_account_append_journey (WayLens     *lens,
                                     const char  *map_id,
                                     GString     *text,
                                     GError     **error);

G_END_DECLS
