/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-schema.h"

G_BEGIN_DECLS

/** WayValue: what a field of a record holds, or nothing. */
typedef enum
{
  WAY_VALUE_NONE,
  WAY_VALUE_TEXT,
  WAY_VALUE_NUMBER,
  WAY_VALUE_TRUTH,
  WAY_VALUE_TEXTS,
} WayValueType;

typedef struct
{
  WayValueType type;
  union
  {
    char *text;
    double number;
    gboolean truth;
    GStrv texts;
  };
} WayValue;

void way_value_clear (WayValue *value);

#define WAY_TYPE_RECORD (way_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (WayRecord, way_record, WAY, RECORD, GObject)

struct _WayRecordClass
{
  GObjectClass parent_class;

  const WayKindInfo *info;
};

WayRecord         *way_record_new          (WayKind            kind,
                                            const char        *id,
                                            const char        *within);
WayRecord         *way_record_copy         (WayRecord         *self);
void               way_record_seal         (WayRecord         *self);
gboolean           way_record_equal        (WayRecord         *self,
                                            WayRecord         *other);

WayKind            way_record_get_kind     (WayRecord         *self);
const WayKindInfo *way_record_get_info     (WayRecord         *self);
const char        *way_record_get_id       (WayRecord         *self);
const char        *way_record_get_within   (WayRecord         *self);
double             way_record_get_position (WayRecord         *self);
void               way_record_set_id       (WayRecord         *self,
                                            const char        *id);
void               way_record_set_within   (WayRecord         *self,
                                            const char        *within);
void               way_record_set_position (WayRecord         *self,
                                            double             position);

gboolean           way_record_has          (WayRecord         *self,
                                            guint              field);
const WayValue    *way_record_get_value    (WayRecord         *self,
                                            guint              field);
const char        *way_record_get_text     (WayRecord         *self,
                                            guint              field);
double             way_record_get_number   (WayRecord         *self,
                                            guint              field);
const char *const *way_record_get_texts    (WayRecord         *self,
                                            guint              field);
void               way_record_set_text     (WayRecord         *self,
                                            guint              field,
                                            const char        *text);
void               way_record_set_number   (WayRecord         *self,
                                            guint              field,
                                            double             number);
void               way_record_set_truth    (WayRecord         *self,
                                            guint              field,
                                            gboolean           truth);
void               way_record_set_texts    (WayRecord         *self,
                                            guint              field,
                                            const char *const *texts);
void               way_record_clear        (WayRecord         *self,
                                            guint              field);

gboolean           way_record_check        (WayRecord         *self,
                                            GError           **error);

G_END_DECLS
