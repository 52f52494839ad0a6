/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a layered layout is made, step by step: columns (way-layered-columns.c), the paths that links take through them
 * (way-layered-paths.c), what stands above what (way-layered-order.c), heights (way-layered-rows.c), and the lines (way-route.c). What the
 * layout before knows already is taken from there (way-layered-again.c). */
#pragma once

#include "scene/way-layered.h"

G_BEGIN_DECLS

#define WAY_NONE G_MAXUINT

/* How a link goes. */
typedef enum
{
  WAY_GOES_FORWARD,           /* out of the right side, into the left side of a later column */
  WAY_GOES_BACK,              /* a loop: out of the right side, back above or below, into the left side */
  WAY_GOES_LEFT,              /* a weak link to an earlier column: out of the left side, into the right side */
  WAY_GOES_STRAIGHT,          /* up or down within a column */
  WAY_GOES_BESIDE,            /* to the same column, around on the left of it */
  WAY_GOES_ROUND,             /* to itself */
} WayGoes;

typedef enum
{
  WAY_VERTEX_NODE,
  WAY_VERTEX_LABEL,           /* of a line that passes from side to side */
  WAY_VERTEX_TAG,             /* a label on a line that goes up or down */
  WAY_VERTEX_BEND,            /* where a line passes a column */
  WAY_VERTEX_TURN,            /* where a line turns round beside a column; it counts for the order only */
} WayVertexKind;

/* What is put in order and given a height: everything that takes a place in a layer and lane. Layers are the columns in use, and
 * between them those for labels; one at each end is empty but for turns. */
typedef struct
{
  WayVertexKind kind;
  guint layer, lane;
  guint of;                   /* its node, or its link */
  double width, up, down;     /* how far it reaches from its middle line */
  guint rank;                 /* what must stand above what in a cell: the lower first */
  guint place;                /* in its layer, from the top */
  gboolean kept;              /* whether it was there before, at was_y */
  double was_y;
  double y;
} WayVertex;

/* A piece of a path from a layer to the next. */
typedef struct
{
  guint left, right;          /* vertices */
  guint link;
  double left_offset, right_offset; /* of the ports, from the middle lines of the vertices */
  float weight;
  guint8 stiffness;           /* how much worse it is to cross it than another */
} WayPiece;

/* The path of a link: vertices from its start to its end, each one layer from the one before. */
typedef struct
{
  WayGoes goes;
  guint first, n;             /* in `path` */
  guint first_piece;          /* in `pieces`: as many as n - 1 */
  guint parallel;             /* how many links before it lead from the same node to the same node */
  guint tag;                  /* the vertex of its label, or WAY_NONE */
  guint main;                 /* how many links the way along the main flow has that it is on, or 0 */
  double rise;                /* how far a loop at a node rises above it */
  double out, label_out;      /* and how far it, and its label, go beyond the right edge */
} WayTrail;

/* What was found, and from what: see way-layered-again.c. */
typedef struct _WayFound WayFound;

struct _WayLayered
{
  guint n_nodes, n_links, n_lanes;
  const WayLayeredNode *nodes;  /* these two only while it is made */
  const WayLayeredLink *links;
  WayLayeredOptions options;
  WayLayered *before;         /* nullable, while it is made */
  WayFound *found;

  guint *columns;             /* of the nodes */
  guint n_columns;

  WayTrail *trails;           /* of the links */
  GArray *vertices;           /* WayVertex; the first are the nodes */
  GArray *path;               /* guint */
  GArray *pieces;             /* WayPiece */
  guint n_layers;
  guint *layer_columns;       /* the column of a layer, or WAY_NONE */
  guint *order;               /* vertices, layer by layer from top to bottom */
  guint *layer_starts;        /* in `order`; one more than layers */
  guint *left_starts, *left_pieces;   /* the pieces to the left of a vertex; one more than vertices */
  guint *right_starts, *right_pieces;

  double width, height;
  double *layer_x, *layer_widths;
  double *column_x, *column_widths;
  double *lane_y, *lane_heights;
  WayRect *rects;             /* of the nodes */
  WayRect *labels;            /* of the links */
  GArray *points;             /* WayPoint, of all lines */
  guint *line_starts;         /* in `points`; one more than links */
};

static inline WayVertex *
way_layered_vertex (WayLayered *self,
                    guint       number)
{
  return &g_array_index (self->vertices, WayVertex, number);
}

static inline WayPiece *
way_layered_piece (WayLayered *self,
                   guint       number)
{
  return &g_array_index (self->pieces, WayPiece, number);
}

static inline gboolean
way_link_flows (const WayLayeredLink *link)
{
  return !link->weak && !link->under && link->from != link->to;
}

/* Whether boxes are in more than one lane. */
static inline gboolean
way_layered_has_lanes (WayLayered *self)
{
  for (guint i = 1; i < self->n_nodes; i++)
    if (self->nodes[i].lane != self->nodes[0].lane)
      return TRUE;
  return FALSE;
}

#define WAY_LINE_GAP 10.0     /* between lines beside each other */
#define WAY_PORT_GAP 10.0     /* between lines that leave a node by the same side */
#define WAY_TAG_GAP 14.0      /* between a box and a label above or below it */
#define WAY_LOOP_REACH 14.0   /* of a loop at a node, out of it and above it */
#define WAY_ARROW_ROOM 16.0   /* between a box and the lines that pass beside it */

guint way_layered_other_vertex (WayLayered *layered, WayPiece *piece, guint vertex);
double way_layered_get_loop_in (double width, guint parallel);
void way_layered_find_columns (WayLayered *self);
void way_layered_find_paths   (WayLayered *self);
void way_layered_find_places  (WayLayered *self);
void way_layered_find_order   (WayLayered *self);
void way_layered_find_ports   (WayLayered *self);
void way_layered_find_main    (WayLayered *layered);
void way_layered_match        (WayLayered *self, guint *straight, gboolean *follows);
void way_layered_find_rows    (WayLayered *self);
void way_layered_route        (WayLayered *self);

gboolean way_layered_take_columns (WayLayered *self);
void     way_layered_note_columns (WayLayered *self);
gboolean way_layered_take_order   (WayLayered *self, gboolean keep);
void     way_layered_note_order   (WayLayered *self);
void     way_found_free           (WayFound *self);

G_END_DECLS
