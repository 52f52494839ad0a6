/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-field.h"

G_BEGIN_DECLS

/** WayChange: a record that came, changed or went. */
typedef enum
{
  WAY_CHANGE_ADDED,
  WAY_CHANGE_CHANGED,
  WAY_CHANGE_REMOVED,
} WayChangeType;

typedef struct
{
  WayChangeType type;
  WayKind kind;
  const char *id;
  const char *within;         /* nullable: the record that holds it */
} WayChange;

/** WayChanges: which records one commit touched, whatever it was (an edit, an undo, a merge). */
typedef struct _WayChanges WayChanges;

#define WAY_TYPE_CHANGES (way_changes_get_type ())

GType            way_changes_get_type   (void);
WayChanges      *way_changes_new        (void);
WayChanges      *way_changes_ref        (WayChanges    *self);
void             way_changes_unref      (WayChanges    *self);
void             way_changes_add        (WayChanges    *self,
                                         WayChangeType  type,
                                         WayKind        kind,
                                         const char    *id,
                                         const char    *within);
guint            way_changes_get_length (WayChanges    *self);
const WayChange *way_changes_get        (WayChanges    *self,
                                         guint          index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayChanges, way_changes_unref)

G_END_DECLS
