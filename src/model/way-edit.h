/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

/**
 * WayEdit:
 *
 * One change to a workspace, as a value: a label that a person understands ("Move card") and the records to put (made new, or
 * replaced whole) or to drop. What holds or needs a dropped record goes with it. Applied as one transaction, undone as one.
 */
typedef struct _WayEdit WayEdit;

#define WAY_TYPE_EDIT (way_edit_get_type ())

typedef struct
{
  WayRecord *put;             /* nullable: the record to put */
  WayKind kind;
  const char *id;
} WayEditOperation;

GType                   way_edit_get_type       (void);
WayEdit                *way_edit_new            (const char *label);
WayEdit                *way_edit_ref            (WayEdit    *self);
void                    way_edit_unref          (WayEdit    *self);
void                    way_edit_put            (WayEdit    *self,
                                                 WayRecord  *record);
void                    way_edit_drop           (WayEdit    *self,
                                                 WayKind     kind,
                                                 const char *id);
const char             *way_edit_get_label      (WayEdit    *self);
guint                   way_edit_get_length     (WayEdit    *self);
const WayEditOperation *way_edit_get_operation  (WayEdit    *self,
                                                 guint       index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayEdit, way_edit_unref)

G_END_DECLS
