/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/way-geometry.h"

G_BEGIN_DECLS

/** WayLayeredNode: a box to be placed in a lane. */
typedef struct
{
  double width, height;       /* points */
  guint lane;                 /* from 0, from top to bottom */
  int column;                 /* where it is pinned, from 0 (up to 10,000), or -1 */
  gboolean first;             /* keep it in the first column when no flow leads to it, however far away what follows is */
  gboolean has_place;
  double was_x, was_y;        /* its middle in the layout before, when it has a place */
  guint was_column;           /* its column there */
} WayLayeredNode;

/** WayLayeredLink: a line from a box to a box. */
typedef struct
{
  guint from, to;             /* numbers of nodes; the same for a loop at one node */
  gboolean weak;              /* does not tell before from after: information and enabling */
  gboolean under;             /* `from` stands in the column of `to`, and is tied to it upwards or downwards */
  double label_width, label_height; /* of what is written on it, 0 for nothing */
  const WayPoint *was;        /* its corners in the layout before, nullable; way_layered_keep_link() sets these */
  guint n_was;
  double was_label_x, was_label_y; /* the middle of its label there, or 0 */
} WayLayeredLink;

typedef struct _WayLayered WayLayered;

/** WayLayeredOptions: the least distances, in points. */
typedef struct
{
  double node_gap;            /* between boxes above each other */
  double column_gap;          /* between columns, which lines and labels widen */
  double lane_inset;          /* from the edge of a lane to what is in it */
  double lane_gap;            /* between lanes */
  double min_lane_height;
  double corner;              /* the radius that corners of lines will be drawn with */
  WayLayered *before;         /* the layout before, nullable: what would be found again is taken from it, which changes nothing but time */
} WayLayeredOptions;

WayLayered     *way_layered_new             (const WayLayeredNode    *nodes,
                                             guint                    n_nodes,
                                             const WayLayeredLink    *links,
                                             guint                    n_links,
                                             guint                    n_lanes,
                                             const WayLayeredOptions *options);
void            way_layered_free            (WayLayered              *self);
double          way_layered_get_width       (WayLayered              *self);
double          way_layered_get_height      (WayLayered              *self);
const WayRect  *way_layered_get_node        (WayLayered              *self,
                                             guint                    node);
guint           way_layered_get_column      (WayLayered              *self,
                                             guint                    node);
guint           way_layered_get_n_columns   (WayLayered              *self);
void            way_layered_get_column_span (WayLayered              *self,
                                             guint                    column,
                                             double                  *x,
                                             double                  *width);
void            way_layered_get_lane_span   (WayLayered              *self,
                                             guint                    lane,
                                             double                  *y,
                                             double                  *height);
const WayPoint *way_layered_get_line        (WayLayered              *self,
                                             guint                    link,
                                             guint                   *n_points);
const WayRect  *way_layered_get_label       (WayLayered              *self,
                                             guint                    link);
guint           way_layered_count_crossings (WayLayered              *self);
void            way_layered_keep_node       (WayLayered              *self,
                                             guint                    node,
                                             WayLayeredNode          *next);
void            way_layered_keep_link       (WayLayered              *self,
                                             guint                    link,
                                             WayLayeredLink          *next);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayLayered, way_layered_free)

G_END_DECLS
