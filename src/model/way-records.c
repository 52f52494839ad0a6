/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small interface through which records are read. */
#include "model/way-records.h"

G_DEFINE_INTERFACE (WayRecords, way_records, G_TYPE_OBJECT)

static guint changed_signal;

static void
way_records_default_init (WayRecordsInterface *iface)
{
  /**
   * WayRecords::changed:
   * @self: the records
   * @changes: what one commit touched
   */
  changed_signal = g_signal_new ("changed", WAY_TYPE_RECORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, WAY_TYPE_CHANGES);
}

/**
 * way_records_read:
 * @self: the records
 * @kind: a kind
 * @id: an id
 * @record: (out) (transfer full) (nullable): the sealed record, or %NULL when there is none
 * @error: what went wrong in reading
 *
 * Returns: whether it could be looked up
 */
gboolean
way_records_read (WayRecords  *self,
                  WayKind      kind,
                  const char  *id,
                  WayRecord  **record,
                  GError     **error)
{
  return WAY_RECORDS_GET_IFACE (self)->read (self, kind, id, record, error);
}

/**
 * way_records_list:
 * @self: the records
 * @kind: a kind
 * @within: (nullable): the holder's id, or %NULL for the records of every holder
 * @error: what went wrong in reading
 *
 * Returns: (transfer full) (element-type WayRecord) (nullable): sealed records, in the order of their lists
 */
GPtrArray *
way_records_list (WayRecords  *self,
                  WayKind      kind,
                  const char  *within,
                  GError     **error)
{
  return WAY_RECORDS_GET_IFACE (self)->list (self, kind, within, error);
}

/**
 * way_records_list_by:
 * @self: the records
 * @kind: a kind
 * @field: one of its references, such as %WAY_EVIDENCE_ON
 * @id: what it refers to
 * @error: what went wrong in reading
 *
 * Returns: (transfer full) (element-type WayRecord) (nullable): sealed records
 */
GPtrArray *
way_records_list_by (WayRecords  *self,
                     WayKind      kind,
                     guint        field,
                     const char  *id,
                     GError     **error)
{
  return WAY_RECORDS_GET_IFACE (self)->list_by (self, kind, field, id, error);
}

/**
 * way_records_count:
 * @self: the records
 * @kind: a kind
 * @count: (out): how many there are
 * @error: what went wrong in reading
 *
 * Returns: whether they could be counted
 */
gboolean
way_records_count (WayRecords  *self,
                   WayKind      kind,
                   guint       *count,
                   GError     **error)
{
  return WAY_RECORDS_GET_IFACE (self)->count (self, kind, count, error);
}

/**
 * way_records_find_kind:
 * @self: the records
 * @id: an id
 * @kind: (out): its kind, or %WAY_KIND_NONE when nothing has that id
 * @error: what went wrong in reading
 *
 * Returns: whether it could be looked up
 */
gboolean
way_records_find_kind (WayRecords  *self,
                       const char  *id,
                       WayKind     *kind,
                       GError     **error)
{
  return WAY_RECORDS_GET_IFACE (self)->find_kind (self, id, kind, error);
}

/**
 * way_records_dup_places:
 * @self: the records
 * @map_id: the id of a map
 *
 * Places are no record: a hint for who lays out the map, which may be from anybody, or of a time before the last edits.
 *
 * Returns: (transfer full) (nullable): where things on the map were, as a scene tells and takes it
 */
char *
way_records_dup_places (WayRecords *self,
                        const char *map_id)
{
  WayRecordsInterface *iface = WAY_RECORDS_GET_IFACE (self);

  return iface->dup_places != NULL ? iface->dup_places (self, map_id) : NULL;
}

/**
 * way_records_emit_changed:
 * @self: the records
 * @changes: what a commit touched
 *
 * For those who implement the interface: tells everybody.
 */
void
way_records_emit_changed (WayRecords *self,
                          WayChanges *changes)
{
  g_signal_emit (self, changed_signal, 0, changes);
}
