/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-field.h"

G_BEGIN_DECLS

/** WayStatement: what is asked of the table of a kind. A `BY` statement stands for each field: `WAY_STATEMENT_BY + field`. */
typedef enum
{
  WAY_STATEMENT_PUT,          /* ?1 id, ?2 within, ?3 position, ?4 … the fields */
  WAY_STATEMENT_READ,         /* ?1 id */
  WAY_STATEMENT_LIST,         /* ?1 within */
  WAY_STATEMENT_LIST_ALL,
  WAY_STATEMENT_EACH,         /* in no order */
  WAY_STATEMENT_COUNT,
  WAY_STATEMENT_LAST,         /* ?1 within: the position and the id of the last */
  WAY_STATEMENT_PLACE,        /* ?1 id: within */
  WAY_STATEMENT_BY,           /* ?1 what the field refers to */
  WAY_N_STATEMENTS = WAY_STATEMENT_BY + 16,
} WayStatement;

/* The columns before the fields. */
enum { WAY_COLUMN_ID, WAY_COLUMN_WITHIN, WAY_COLUMN_POSITION, WAY_N_COMMON_COLUMNS };

GStrv       way_schema_dup_sql       (guint        version) G_GNUC_WARN_UNUSED_RESULT;
GStrv       way_schema_dup_changes   (guint        version) G_GNUC_WARN_UNUSED_RESULT;
char       *way_schema_dup_statement (WayKind      kind,
                                      WayStatement statement) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
