/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-canvas.h"
#include "canvas/way-outline.h"

G_BEGIN_DECLS

typedef struct _WayCanvasEditor WayCanvasEditor;
typedef struct _WayCanvasDrag WayCanvasDrag;

/** WayGoOn: how typing was finished, which says where it goes on. */
typedef enum
{
  WAY_GO_STAY,
  WAY_GO_BELOW,               /* Enter */
  WAY_GO_NEXT,                /* Tab */
  WAY_GO_PREVIOUS,            /* Shift+Tab */
} WayGoOn;

/** WAY_PLUS_SIZE: how large a plus is on the screen, in logical pixels, so that a finger or an unsteady hand can press it. */
#define WAY_PLUS_SIZE 24.0

/** WayCanvasPlus: where the pointer can add something between others. */
typedef struct
{
  WayKind kind;               /* of what is added; none where there is no plus */
  char neighbour[65];         /* before which it is added */
  gboolean after;             /* or after it */
  WayRect area;               /* of the plus, in points */
} WayCanvasPlus;

/**
 * WayCanvasTools: what can be selected on one kind of map and what can be done with it. Everything in the canvas that knows what stages,
 * lanes and cards are stands behind such a table, so that input, drawing and assistive technology are the same on every map.
 */
typedef struct
{
  /* Where things are. */
  gboolean (*spot_of_item)    (WayScene *scene, guint item, WaySpot *spot);
  gboolean (*spot_at)         (WayScene *scene, double x, double y, WaySpot *spot);
  gboolean (*get_cell_bounds) (WayScene *scene, const WaySpot *spot, WayRect *bounds);
  gboolean (*get_bounds)      (WayScene *scene, const WaySpot *spot, WayRect *bounds); /* nullable: of what is not where its item is */
  int      (*get_index)       (WayScene *scene, const WaySpot *spot);
  gboolean (*get_heir)        (WayScene *scene, const WaySpot *gone, int index, WaySpot *heir);
  gboolean (*walk)            (WayScene *scene, const WaySpot *from, WayWalk step, WaySpot *to);
  gboolean (*walk_aside)      (WayScene *scene, const WaySpot *from, WayWalk step, WaySpot *to); /* nullable: Shift and an arrow, where
                                                                                                    several cannot be selected */
  GArray  *(*list_between)    (WayScene *scene, const WaySpot *from, const WaySpot *to);
  gboolean (*can_join)        (const WaySpot *spot); /* whether several of its kind can be selected */
  /* What is said of them; and whether what a patch leaves alone is called what it was. */
  gboolean keeps_names;
  char    *(*dup_name)        (WayScene *scene, const WaySpot *spot);
  gboolean (*get_position)    (WayScene *scene, const WaySpot *spot, guint *position, guint *of);

  /* Typing. The first two fill the editor in, or say why not and return FALSE; the third makes the edit of what was typed. */
  gboolean (*type_new)        (WayCanvas *self, WayCanvasEditor *editor);
  gboolean (*type_letter)     (WayCanvas *self, WayCanvasEditor *editor); /* nullable: where a letter begins something else than type_new */
  gboolean (*type_change)     (WayCanvas *self, WayCanvasEditor *editor);
  gboolean (*typed)           (WayCanvas *self, WayCanvasEditor *editor, const char *text);
  void     (*go_on)           (WayCanvas *self, const WayCanvasEditor *editor, WayGoOn where, gboolean typed);

  /* What keys and menus do with what is selected; nullable where a map has no such thing. */
  void     (*move)            (WayCanvas *self, WayWalk step); /* Ctrl and an arrow */
  void     (*reorder)         (WayCanvas *self, WayWalk step); /* Alt and an arrow */
  void     (*insert)          (WayCanvas *self, WayWalk step); /* Ctrl, Shift and an arrow */
  void     (*drop_selected)   (WayCanvas *self);
  void     (*put_selected)    (WayCanvas *self, const char *lane, const char *stage); /* either nullable: it stays in its own */
  void     (*duplicate)       (WayCanvas *self);
  GArray  *(*list_all)        (WayCanvas *self);               /* what Ctrl+A selects */
  char    *(*dup_text)        (WayCanvas *self, GArray *spots); /* to be copied; NULL where they are nothing to copy */
  GPtrArray *(*list_parts)    (WayCanvas *self, GArray *spots, gboolean cut); /* nullable: of WayRecord: what goes along with the text
                                                                                 within this program */
  void     (*paste)           (WayCanvas *self, const char *text, GPtrArray *parts); /* what went along is nullable */
  void     (*act)             (WayCanvas *self, const char *action); /* what only this kind of map has in its menu */
  GMenu   *(*make_menu)       (WayCanvas *self);

  /* Dragging what is selected: where it would be put, how that is shown, and putting it. */
  gboolean (*can_drag)        (const WaySpot *spot);
  gboolean (*grip_at)         (WayCanvas *self, double x, double y, WaySpot *spot, gboolean *links); /* nullable: whose is what is drawn over
                                                                                     the map there, and whether a link can be drawn out of it */
  void     (*find_place)      (WayCanvas *self, double x, double y);
  void     (*draw_place)      (WayCanvas *self, GtkSnapshot *snapshot);
  void     (*draw_over)       (WayCanvas *self, GtkSnapshot *snapshot); /* nullable: what can be taken hold of */
  void     (*put)             (WayCanvas *self, const WayCanvasDrag *drag);
  gboolean (*double_click)    (WayCanvas *self, double x, double y); /* nullable: whether it was on something of this kind of map */

  /* A plus near the pointer; nullable. */
  gboolean (*find_plus)       (WayCanvas *self, WayCanvasPlus *plus);
  void     (*press_plus)      (WayCanvas *self, const WayCanvasPlus *plus);
} WayCanvasTools;

extern const WayCanvasTools way_canvas_journey_tools;
extern const WayCanvasTools way_canvas_pathway_tools;

const WayCanvasTools *way_canvas_tools_get (WayScene *scene);

G_END_DECLS
