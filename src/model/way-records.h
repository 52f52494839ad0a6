/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-changes.h"
#include "model/way-record.h"

G_BEGIN_DECLS

/**
 * WayRecords:
 *
 * Somewhere that records can be read from. The workspace is one; a lens reads through it and knows no more of the workspace.
 * Emits `changed` with a [struct@WayChanges] after each commit.
 */
#define WAY_TYPE_RECORDS (way_records_get_type ())
G_DECLARE_INTERFACE (WayRecords, way_records, WAY, RECORDS, GObject)

struct _WayRecordsInterface
{
  GTypeInterface parent_interface;

  gboolean (*read)           (WayRecords *self, WayKind kind, const char *id, WayRecord **record, GError **error);
  GPtrArray *(*list)         (WayRecords *self, WayKind kind, const char *within, GError **error);
  GPtrArray *(*list_by)      (WayRecords *self, WayKind kind, guint field, const char *id, GError **error);
  gboolean (*count)          (WayRecords *self, WayKind kind, guint *count, GError **error);
  gboolean (*find_kind)      (WayRecords *self, const char *id, WayKind *kind, GError **error);
  char *(*dup_places)        (WayRecords *self, const char *map_id); /* nullable: where none are kept */
};

gboolean   way_records_read         (WayRecords  *self,
                                     WayKind      kind,
                                     const char  *id,
                                     WayRecord  **record,
                                     GError     **error);
GPtrArray *way_records_list         (WayRecords  *self,
                                     WayKind      kind,
                                     const char  *within,
                                     GError     **error);
GPtrArray *way_records_list_by      (WayRecords  *self,
                                     WayKind      kind,
                                     guint        field,
                                     const char  *id,
                                     GError     **error);
gboolean   way_records_count        (WayRecords  *self,
                                     WayKind      kind,
                                     guint       *count,
                                     GError     **error);
gboolean   way_records_find_kind    (WayRecords  *self,
                                     const char  *id,
                                     WayKind     *kind,
                                     GError     **error);
char      *way_records_dup_places   (WayRecords  *self,
                                     const char  *map_id);
void       way_records_emit_changed (WayRecords  *self,
                                     WayChanges  *changes);

G_END_DECLS
