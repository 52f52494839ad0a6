/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/way-error.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WayKind:
 *
 * Every kind of record that a workspace holds; their fields are in way-schema.h. A kind comes after those it refers to.
 */
typedef enum
{
  WAY_KIND_NONE,
  WAY_KIND_WORKSPACE,
  WAY_KIND_ORGANISATION,
  WAY_KIND_PERSONA,
  WAY_KIND_MAP,
  WAY_KIND_STAGE,
  WAY_KIND_LANE,
  WAY_KIND_CARD,
  WAY_KIND_FEELING,
  WAY_KIND_STEP,
  WAY_KIND_LINK,
  WAY_KIND_SCENARIO,
  WAY_KIND_STOP,
  WAY_KIND_FLAG,
  WAY_KIND_ASSET,
  WAY_KIND_NEED,
  WAY_KIND_ASSET_LINK,
  WAY_KIND_MEETING,
  WAY_KIND_THEME,
  WAY_KIND_STORY,
  WAY_KIND_QUOTE,
  WAY_KIND_QUOTE_THEME,
  WAY_KIND_MEASURE,
  WAY_KIND_PROTOTYPE,
  WAY_KIND_ITERATION,
  WAY_KIND_PARTICIPANT,
  WAY_KIND_CHECKIN,
  WAY_KIND_SCORE,
  WAY_KIND_TASK,
  WAY_KIND_LOG_ENTRY,
  WAY_KIND_WORKSHOP,
  WAY_KIND_ATTENDANCE,
  WAY_KIND_OUTPUT,
  WAY_KIND_EVIDENCE,
} WayKind;

#define WAY_N_KINDS (WAY_KIND_EVIDENCE + 1)

/**
 * WayFieldType:
 * @WAY_FIELD_TEXT: any Unicode text
 * @WAY_FIELD_TEXTS: a list of texts
 * @WAY_FIELD_NAMED_TEXTS: texts by name, in an order of their own (names and texts take turns in the list)
 * @WAY_FIELD_CHOICE: one of the words in `choices`
 * @WAY_FIELD_DATE: YYYY-MM-DD
 * @WAY_FIELD_DONE: a date, or yes or no
 * @WAY_FIELD_NUMBER: a finite number from `low` to `high`
 * @WAY_FIELD_WHOLE: the same, whole
 * @WAY_FIELD_LABEL: a text or a number, kept as it was written ("version": 3)
 * @WAY_FIELD_REFERENCE: the id of a record of one kind, `target`, or of any kind in the mask `targets`
 */
typedef enum
{
  WAY_FIELD_TEXT,
  WAY_FIELD_TEXTS,
  WAY_FIELD_NAMED_TEXTS,
  WAY_FIELD_CHOICE,
  WAY_FIELD_DATE,
  WAY_FIELD_DONE,
  WAY_FIELD_NUMBER,
  WAY_FIELD_WHOLE,
  WAY_FIELD_LABEL,
  WAY_FIELD_REFERENCE,
} WayFieldType;

/**
 * WayFieldFlags:
 * @WAY_FIELD_REQUIRED: a record without it means nothing; a record whose required reference goes, goes with it
 * @WAY_FIELD_SEARCHABLE: found by search
 * @WAY_FIELD_WORKING: a working note, for the desk and the team only
 * @WAY_FIELD_PERSONAL: tells who somebody is: for the desk and the team only, or as the teller agreed
 * @WAY_FIELD_LIST_VALUE: in JSON the record is written as this value alone
 */
typedef enum
{
  WAY_FIELD_REQUIRED = 1 << 0,
  WAY_FIELD_SEARCHABLE = 1 << 1,
  WAY_FIELD_WORKING = 1 << 2,
  WAY_FIELD_PERSONAL = 1 << 3,
  WAY_FIELD_LIST_VALUE = 1 << 4,
} WayFieldFlags;

/** WayField: one line of a kind's field table. */
typedef struct
{
  const char *name;           /* of the property, the column and the JSON key */
  WayFieldType type;
  WayFieldFlags flags;
  const char *object;         /* nullable: the JSON object that the key sits in ("consent") */
  const char *const *choices; /* CHOICE: ends with NULL */
  double low, high;           /* NUMBER and WHOLE, where low < high */
  WayKind target;             /* REFERENCE to one kind */
  guint64 targets;            /* REFERENCE to several: a mask of 1 << kind */
  guint since;                /* the version of the schema that has it first; 0 for the first */
} WayField;

/** WayChildren: a list that a record of some kind holds, in JSON under `key`. */
typedef struct
{
  WayKind kind;
  const char *key;
  const char *only_for;       /* nullable: the holder's own kind ("journey") that has such a list */
} WayChildren;

/** WayKindInfo: what there is to know about a kind of record. */
typedef struct
{
  WayKind kind;
  const char *name;           /* of the table; the GType is Way and this in camel case */
  const char *label;          /* what a person calls one, in English; translate with `way_kind_get_label` */
  WayKind within;             /* the kind that holds it, or WAY_KIND_NONE */
  gboolean anonymous;         /* its id is ours alone: not in the JSON */
  gboolean team_only;         /* about people who took part in a trial: never for workshop or public */
  const WayField *fields;
  guint n_fields;
  const WayChildren *children;
  guint n_children;
} WayKindInfo;

const WayKindInfo *way_kind_get_info  (WayKind     kind);
guint              way_kind_count_fields (WayKind  kind,
                                       guint       version);
const char        *way_kind_get_label (WayKind     kind);
WayKind            way_kind_from_name (const char *name);
GType              way_kind_get_gtype (WayKind     kind);

G_END_DECLS
