/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-field.h"
#include "scene/way-palette.h"
#include "scene/way-path.h"
#include "scene/way-text-block.h"

G_BEGIN_DECLS

/** WayMark: one thing to paint. Marks of an item are painted in their order; coordinates are the scene's. */
typedef enum
{
  WAY_MARK_BOX,
  WAY_MARK_PATH,
  WAY_MARK_TEXT,
} WayMarkType;

typedef enum
{
  WAY_DASH_NONE,
  WAY_DASH_LONG,
  WAY_DASH_SHORT,
  WAY_DASH_DOT,
} WayDash;

typedef struct
{
  WayMarkType type;
  WayInk fill;                /* of text: its colour */
  WayInk line;
  float line_width;           /* points */
  float opacity;              /* 0 to 1 */
  WayDash dash;
  gboolean screen_only;       /* a shadow: never in print, PDF or SVG */
  union
  {
    struct
    {
      WayRect rect;
      double radius;          /* of the corners, points */
    } box;
    WayPath *path;
    struct
    {
      WayTextBlock *block;
      WayPoint at;            /* the top left corner of the block */
    } text;
  };
} WayMark;

/** WayRole: what an item is, for paint order, PDF structure, SVG class names and assistive technology. */
typedef enum
{
  WAY_ROLE_BACKDROP,          /* only decoration */
  WAY_ROLE_TITLE,
  WAY_ROLE_QUESTION,
  WAY_ROLE_PERSONA,
  WAY_ROLE_STAGE,
  WAY_ROLE_LANE,
  WAY_ROLE_CARD,
  WAY_ROLE_SPEECH,
  WAY_ROLE_CHIP,
  WAY_ROLE_CURVE,
  WAY_ROLE_READING,
  WAY_ROLE_QUOTE,
  WAY_ROLE_FLAG,
  WAY_ROLE_KEY,
  WAY_ROLE_FOOT,
  WAY_ROLE_SUBTITLE,          /* what kind of map, its status and version */
  WAY_ROLE_STEP,
  WAY_ROLE_LINK,              /* its line and arrow; its label says where it leads */
  WAY_ROLE_WAIT,              /* the pill on a link, or what a link is called; its owner is the link */
  WAY_ROLE_LINE,              /* of interaction, of visibility … */
  WAY_ROLE_ROUTE,             /* the band of a scenario along the links that it follows */
  WAY_ROLE_STOP,              /* of a scenario, on its step; its owner */
  WAY_ROLE_SCENARIO,          /* what is said of a scenario below the map */
  WAY_ROLE_CHANGE,            /* what another version of the map had otherwise */
  WAY_N_ROLES,
} WayRole;

/* How far, in points, an item may be painted beyond its bounds: shadows, accents and tails, soft edges. */
#define WAY_ITEM_REACH 4.0

/** WayItem: one thing on a map, with what paints it. */
typedef struct
{
  WayRole role;
  WayKind kind;               /* of the record that it shows, or WAY_KIND_NONE */
  const char *id;             /* nullable: that record */
  guint group;                /* the group that it is in */
  int owner;                  /* the item that it sits on, or -1: of a quote the card or step, of a flag what it is pinned to */
  WayRect bounds;             /* of everything that it paints, shadows left out */
  guint first_mark, n_marks;  /* among the marks of the scene */
  guint64 signature;          /* of its marks, once somebody asked, see way_scene_get_signature(); else 0 */
  const char *label;          /* nullable: what to say of it where its text does not say it all, in the user's language */
} WayItem;

/** WayGroup: a part of a map, in reading order; groups make a tree. Items of a group follow each other, after those of the groups before. */
typedef enum
{
  WAY_GROUP_MAP,
  WAY_GROUP_BACKDROP,
  WAY_GROUP_HEADER,           /* title, question, persona */
  WAY_GROUP_STAGES,           /* the row of stage headers */
  WAY_GROUP_LANE,             /* a lane: its header, then its cells or steps */
  WAY_GROUP_CELL,             /* where a lane and a stage meet */
  WAY_GROUP_STEP,             /* a step of a pathway, what is tied to it, and the links that lead on from it */
  WAY_GROUP_LINE,             /* between two lanes */
  WAY_GROUP_SCENARIO,         /* stops, and what is said of the scenario */
  WAY_GROUP_KEY,              /* what the flags say */
  WAY_GROUP_FOOT,
  WAY_N_GROUP_ROLES,
} WayGroupRole;

typedef struct
{
  WayGroupRole role;
  int parent;                 /* -1 for the map */
  WayKind kind;
  const char *id;             /* nullable: the map, lane … */
  const char *stage;          /* nullable: of a cell, the id of its stage */
  const char *label;          /* what it is called, in the user's language */
  WayRect bounds;
  guint first_item, n_items;  /* those of the groups inside included */
  guint round;                /* the layout or patch that it was put down by, see way_scene_get_round() */
} WayGroup;

const char *way_role_get_name (WayRole role);
const char *way_group_role_get_name (WayGroupRole role);

G_END_DECLS
