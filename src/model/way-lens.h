/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-audience.h"
#include "model/way-records.h"

G_BEGIN_DECLS

/**
 * WayLens:
 *
 * A workspace as one audience may see it on one day. Scenes and exporters read through a lens and cannot reach past it, so none of
 * them can forget consent: what the audience may not see is not there, and ties to it are not there either.
 */
#define WAY_TYPE_LENS (way_lens_get_type ())
G_DECLARE_FINAL_TYPE (WayLens, way_lens, WAY, LENS, GObject)

WayLens     *way_lens_new           (WayRecords   *records,
                                     WayAudience   audience,
                                     const char   *today);
WayAudience  way_lens_get_audience  (WayLens      *self);
const char  *way_lens_get_today     (WayLens      *self);
gboolean     way_lens_read          (WayLens      *self,
                                     WayKind       kind,
                                     const char   *id,
                                     WayRecord   **record,
                                     GError      **error);
GPtrArray   *way_lens_list          (WayLens      *self,
                                     WayKind       kind,
                                     const char   *within,
                                     GError      **error);
gboolean     way_lens_count_hidden_quotes (WayLens     *self,
                                     const char   *map_id,
                                     guint        *count,
                                     GError      **error);
char        *way_lens_dup_places     (WayLens      *self,
                                     const char   *map_id);
char        *way_lens_dup_quotation (WayLens      *self,
                                     WayRecord    *quote,
                                     WayRecord   **story,
                                     GError      **error);
char        *way_lens_dup_flagged   (WayLens      *self,
                                     WayRecord    *flag,
                                     GError      **error);

G_END_DECLS
