/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/way-geometry.h"

G_BEGIN_DECLS

/** WayPathStep: one step of an outline; a curve has two control points before its end. */
typedef enum
{
  WAY_PATH_MOVE,
  WAY_PATH_LINE,
  WAY_PATH_CURVE,
  WAY_PATH_CLOSE,
} WayPathStepType;

typedef struct
{
  WayPathStepType type;
  WayPoint points[3];         /* the end is points[0], or points[2] of a curve */
} WayPathStep;

typedef struct _WayPath WayPath;

WayPath           *way_path_new        (void);
WayPath           *way_path_ref        (WayPath  *self);
void               way_path_unref      (WayPath  *self);
void               way_path_move       (WayPath  *self, double x, double y);
void               way_path_line       (WayPath  *self, double x, double y);
void               way_path_curve      (WayPath  *self, WayPoint one, WayPoint two, WayPoint end);
void               way_path_close      (WayPath  *self);
const WayPathStep *way_path_get_steps  (WayPath  *self, guint *n_steps);
void               way_path_get_bounds (WayPath  *self, WayRect *bounds);
gboolean           way_path_equal      (WayPath  *one, WayPath *other);
WayPath           *way_path_shift      (WayPath  *self, double right, double down);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPath, way_path_unref)

G_END_DECLS
