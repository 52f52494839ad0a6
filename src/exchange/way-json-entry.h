/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two halves of the JSON reader share: records as they stand in the file, before their ids and references are settled. */
#pragma once

#include "model/way-edit.h"
#include "model/way-records.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** WayJsonEntry: one record of the file and where it stands in it. */
typedef struct _WayJsonEntry WayJsonEntry;
struct _WayJsonEntry
{
  WayRecord *record;          /* references hold ids as the file has them until they are settled */
  char *id;                   /* nullable: its id in the file */
  WayJsonEntry *holder;       /* nullable */
  const char *list;           /* the key of the list that it stands in; in a chunk of the file, or a field table's */
  guint index;                /* in that list, from 0 */
  glong length;               /* of a story's text in code points, or -1 until it is counted */
};

typedef struct
{
  WayRecords *target;
  GPtrArray *entries;         /* WayJsonEntry, in the order of the file */
  GHashTable *by_id;          /* ids in the file → WayJsonEntry */
  GHashTable *unknown;        /* a set of keys that nobody knows, as "maps.cards.colour" */
  GPtrArray *unknown_order;   /* the same, in the order of the file; owned by the set */
} WayJsonFile;

char    *way_json_entry_dup_name    (WayJsonEntry  *entry) G_GNUC_WARN_UNUSED_RESULT;
gboolean way_json_entry_fail        (WayJsonEntry  *entry,
                                     const char    *key,
                                     GError       **error,
                                     const char    *format,
                                     ...) G_GNUC_PRINTF (4, 5);
gboolean way_json_file_load         (WayJsonFile   *file,
                                     JsonObject    *root,
                                     GError       **error);
gboolean way_json_file_settle       (WayJsonFile   *file,
                                     GError       **error);

G_END_DECLS
