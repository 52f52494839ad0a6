/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-field.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** WayOutlinePart: what a line of the outline stands for. */
typedef enum
{
  WAY_OUTLINE_STAGES,         /* all stages together */
  WAY_OUTLINE_CELL,           /* where a lane and a stage meet */
  WAY_OUTLINE_RECORD,
} WayOutlinePart;

/** WayOutlineNode: a line of the outline of a map. Properties: `title`, `detail`, `index`. */
#define WAY_TYPE_OUTLINE_NODE (way_outline_node_get_type ())
G_DECLARE_FINAL_TYPE (WayOutlineNode, way_outline_node, WAY, OUTLINE_NODE, GObject)

struct _WayOutlineNode
{
  GObject parent_instance;

  WayOutlinePart part;
  WayKind kind;
  char *id;                   /* of the record; else what tells it from the others */
  char *lane, *stage;         /* of a cell */
  WayOutlineNode *parent;     /* nullable, borrowed */
  GListStore *children;       /* nullable: once they were listed */
  char *title, *detail;
  guint index, n;             /* the place among its neighbours, and how many those are */
  gboolean asked, opens;      /* whether there are lines under it, as GTK was told */
};

WayOutlineNode *way_outline_node_new  (WayOutlinePart  part,
                                       WayKind         kind,
                                       const char     *id);
void            way_outline_node_name (WayOutlineNode *self,
                                       const char     *title,
                                       const char     *detail);
void            way_outline_node_place (WayOutlineNode *self,
                                        guint           index,
                                        guint           n);

G_END_DECLS
