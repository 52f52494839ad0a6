/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-canvas-tools.h"
#include "canvas/way-palm.h"
#include "canvas/way-tiles.h"
#include "canvas/way-view.h"

G_BEGIN_DECLS

struct _WayCanvasDrag
{
  gboolean active;
  gboolean given_up;          /* with Escape, or because the map went: what the pointer does until it is let go means nothing */
  gboolean links;             /* a link is drawn out of it, and it stays */
  WaySpot spot;               /* what is dragged */
  double grip_x, grip_y;      /* from its corner to the pointer, in points */
  double x, y;                /* the pointer, in the widget */
  gboolean has_place;
  WayPlace place;             /* where it would be put */
  gboolean moved;             /* the pointer went on since it began */
  gboolean fine;              /* in smaller steps, with Shift */
  gboolean has_ghost;         /* what is dragged is shown at a place of its own, not at the pointer */
  WayPoint ghost;             /* its corner, in points */
  char asked_lane[65];        /* the lane that was last asked whether cards go in it */
  gboolean takes;
  gboolean felt_known;
  double felt_before, felt;   /* of a feeling: how it was, and how it would be */
};

typedef struct
{
  gboolean active;
  gboolean adds;              /* to what was selected before */
  WayPoint from, to;          /* on the map */
  GArray *before;             /* nullable: of WaySpot */
} WayCanvasBand;

struct _WayCanvasEditor
{
  GtkWidget *view;            /* nullable: the text view, while something is typed */
  const char *name;           /* what is typed, to assistive technology */
  WaySpot spot;               /* what is changed, or the cell of something new */
  WayPlace place;             /* of something new */
  char *before;               /* nullable: what it said; NULL for something new */
  char *composed;             /* nullable: what an input method is composing at the cursor */
  gboolean beyond;            /* of a new card: under a stage that is made with it */
  gboolean over;              /* what it said is written over */
  const char *variant;        /* nullable: of a flag, which kind is pinned, or that it is answered */
  char on[65];                /* of a new flag: what it is pinned to */
  gboolean pointed;           /* of a feeling: the pointer showed how high */
  double felt;
  gboolean asks_whose;        /* it is a question whose it is */
  char persona[65];           /* then: whose it is, or nobody's in particular */
  GtkWidget *chip;            /* nullable: what shows that */
  int item;                   /* what is changed, when typing begins; -1 for something new */
  WayRect area;               /* of that item or the place for something new, in points */
  double edge;                /* how much that area is larger than the item, on each side, points */
  double left, right, top;    /* from the sides and the top of that area to the text */
  gboolean finishing;
  guint stay;                 /* the idle call that asks where the focus went, when a menu over the text closes */
  GtkWidget *gone;            /* nullable: a text view that was left and is still to be removed */
  guint removal;              /* the idle call that does */
};

/* Whose something typed was that was last chosen, and on which map. */
typedef struct
{
  gboolean known;
  char map[65], persona[65];
  char *picked;               /* nullable: who was picked out then */
} WayCanvasWhose;

/* What a cell looks like with room in it, painted once for each place. */
typedef struct
{
  GskRenderNode *node;        /* nullable */
  WayPlace place;
  double scale;
} WayCanvasRoom;

typedef struct
{
  guint tick;                 /* 0 when nothing is animated */
  gint64 start;               /* microseconds of the frame clock; 0 before the first frame */
  double from, to;
  double x, y;                /* what stays where it is */
} WayCanvasGlide;

struct _WayCanvas
{
  GtkWidget parent_instance;

  WayScene *scene;            /* nullable */
  WayTiles *tiles;
  WayView view;
  gboolean dark, editable, check_spelling;
  gboolean choosing;          /* what is clicked is told in "chosen", and nothing else is done with it */
  gboolean fit;               /* the zoom follows the size of the widget */

  GtkAdjustment *adjustments[2]; /* nullable: across and down */
  GtkScrollablePolicy policies[2];
  gboolean adjusting;         /* the adjustments are being set from the view */

  gboolean moving;            /* the zoom is being changed */
  guint rest;                 /* the timeout after which it is not */
  guint more;                 /* the tick that paints what is missing */
  WayCanvasGlide glide;

  WaySpot selected;           /* nothing where it is not set */
  int selected_index;         /* which number it had, to find a neighbour when it goes */
  GHashTable *chosen;         /* of ids: everything that is selected where that is more than one thing */
  gboolean picking;           /* the keyboard goes about without them */
  WaySpot anchor;             /* where a selection is drawn out from */
  WaySpot hovered;
  double pointer_x, pointer_y;
  double pan_x, pan_y;        /* the scrolling when a pan began */
  double pinch;               /* the zoom when a pinch began */
  WayPoint pinch_point;       /* of the map, between the fingers then */
  gboolean panning, space, held;
  WayCanvasDrag drag;
  WayCanvasRoom room;
  WayCanvasPlus plus;         /* of no kind where none is shown */
  WayCanvasPlus tapped;       /* the one that a tap has shown */
  guint edge_tick;            /* what scrolls while something is dragged near an edge */
  gint64 edge_time;           /* of the frame before, microseconds */
  WayPalm palm;
  GtkEventController *palm_events; /* nullable; the window's: all that touches it */
  WayCanvasEditor editor;
  WayCanvasWhose whose;

  char *sought;               /* nullable: what is looked for, as it is compared */
  GHashTable *found;          /* of ids: what has it */
  GArray *found_spots;        /* of WaySpot: the same, in reading order */
  GtkWidget *chooser;         /* nullable: what is asked beside the map */
  guint chooser_removal;
  GtkWidget *menu;            /* nullable */
  guint menu_removal;
  WayCanvasBand band;
  const char *variant;        /* nullable: what is to be typed next, see the editor */
  gboolean pointed;           /* what is typed next was asked for by the pointer, at this place on the map */
  WayPoint point;
  gboolean press_pending;     /* one of several was pressed, which selects it alone unless they are dragged */
  gboolean pressed_twice;     /* what is there opens when it is let go, unless it is dragged */

  GPtrArray *items;           /* nullable: of WayCanvasItem, made when assistive technology asks; what is in cells is below these */
  WayScene *items_scene;      /* what they are of; only ever compared */
  guint items_round;          /* of that scene, when they were made */
  gboolean told_many;         /* several were told to be selected */
};

/* way-canvas.c, way-canvas-scroll.c */
void     way_canvas_view_changed     (WayCanvas *self);
void     way_canvas_set_adjustment   (WayCanvas *self, guint which, GtkAdjustment *adjustment);
void     way_canvas_configure_adjustments (WayCanvas *self);
void     way_canvas_set_zoom_at      (WayCanvas *self, double zoom, double x, double y);
void     way_canvas_hold_at          (WayCanvas *self, double zoom, const WayPoint *point, double x, double y);
void     way_canvas_glide_to         (WayCanvas *self, double zoom, double x, double y);
void     way_canvas_stop_gliding     (WayCanvas *self);
gboolean way_canvas_animates         (WayCanvas *self);

/* way-canvas-select.c */
void     way_canvas_select           (WayCanvas *self, const WaySpot *spot, gboolean show);
void     way_canvas_select_many      (WayCanvas *self, GArray *spots, const WaySpot *cursor, gboolean show);
gboolean way_canvas_has_many         (WayCanvas *self);
gboolean way_canvas_is_selected      (WayCanvas *self, const WaySpot *spot);
void     way_canvas_extend_to        (WayCanvas *self, const WaySpot *spot);
void     way_canvas_toggle           (WayCanvas *self, const WaySpot *spot);
gboolean way_canvas_is_picking       (WayCanvas *self);
gboolean way_canvas_pick             (WayCanvas *self);
void     way_canvas_go_picking       (WayCanvas *self, const WaySpot *spot);
void     way_canvas_end_picking      (WayCanvas *self);
void     way_canvas_follow_changes   (WayCanvas *self, WayChanges *changes);

/* way-canvas-draw.c */
void     way_canvas_draw             (WayCanvas *self, GtkSnapshot *snapshot);
void     way_canvas_draw_ring        (WayCanvas *self, GtkSnapshot *snapshot, const WayRect *area, double width, double opacity);
void     way_canvas_draw_item        (WayCanvas *self, GtkSnapshot *snapshot, const WayItem *item);
void     way_canvas_draw_bar         (WayCanvas *self, GtkSnapshot *snapshot, const WayRect *area);
void     way_canvas_draw_pill        (WayCanvas *self, GtkSnapshot *snapshot, const char *text, double x, double y);

void     way_canvas_clear_room       (WayCanvas *self);

/* way-canvas-input.c, way-canvas-drags.c, way-canvas-edge.c, way-canvas-touch.c, way-canvas-keys.c */
void     way_canvas_add_controllers  (WayCanvas *self);
void     way_canvas_add_drags        (WayCanvas *self);
gboolean way_canvas_find_spot        (WayCanvas *self, double x, double y, WaySpot *spot);
gboolean way_canvas_is_grip          (WayCanvas *self, double x, double y, WaySpot *spot, gboolean *links);
void     way_canvas_drag_on          (WayCanvas *self);
gboolean way_canvas_give_up_drag     (WayCanvas *self);
void     way_canvas_watch_edges      (WayCanvas *self);
void     way_canvas_add_touch        (WayCanvas *self);
gboolean way_canvas_is_touch         (GtkGesture *gesture);
void     way_canvas_watch_palms      (WayCanvas *self);
void     way_canvas_forget_palms     (WayCanvas *self);
void     way_canvas_add_keys         (WayCanvas *self);

/* way-canvas-edit.c */
void     way_canvas_refuse           (WayCanvas *self, const char *reason);
void     way_canvas_refuse_error     (WayCanvas *self, GError *error);
WayRecord *way_canvas_read_record    (WayCanvas *self, WayKind kind, const char *id);
gboolean way_canvas_send             (WayCanvas *self, WayEdit *edit, const char *said);

/* way-canvas-menu.c */
void     way_canvas_install_actions  (GtkWidgetClass *klass);
void     way_canvas_show_menu        (WayCanvas *self, const WayPoint *at);
void     way_canvas_present_popovers (WayCanvas *self);
void     way_canvas_dispose_popovers (WayCanvas *self);

/* way-canvas-clipboard.c */
gboolean way_canvas_copy             (WayCanvas *self, gboolean cut);
void     way_canvas_install_clipboard (GtkWidgetClass *klass);

/* way-canvas-parts.c */
WayRecord *way_canvas_dup_as_new     (WayRecord *record);
gboolean way_canvas_has_record       (WayCanvas *self, WayKind kind, const char *id);
void     way_canvas_add_pinned       (WayCanvas *self, GPtrArray *parts);
WayRecord *way_canvas_take_part      (WayCanvas *self, GPtrArray *parts, guint index);
void     way_canvas_put_pinned       (WayCanvas *self, WayEdit *edit, GPtrArray *parts);

/* way-canvas-flag.c */
gboolean way_canvas_act_on_flag      (WayCanvas *self, const char *action);
void     way_canvas_append_flags     (GMenu *menu, WayKind kind);
gboolean way_canvas_typed_flag       (WayCanvas *self, const WayCanvasEditor *editor, const char *text);

/* way-canvas-find.c */
char    *way_canvas_dup_folded       (const char *text);
void     way_canvas_refresh_found    (WayCanvas *self);
void     way_canvas_draw_found       (WayCanvas *self, GtkSnapshot *snapshot);

/* way-lane-chooser.c */
void     way_lane_chooser_dispose    (WayCanvas *self);

/* way-canvas-band.c */
void     way_canvas_begin_band       (WayCanvas *self, double x, double y, gboolean adds);
void     way_canvas_draw_out_band    (WayCanvas *self, double x, double y);
void     way_canvas_end_band         (WayCanvas *self);
void     way_canvas_draw_band        (WayCanvas *self, GtkSnapshot *snapshot);

/* way-canvas-editor.c */
gboolean way_canvas_type_new         (WayCanvas *self);
gboolean way_canvas_type_with        (WayCanvas *self, gboolean (*fill) (WayCanvas *self, WayCanvasEditor *editor));
void     way_canvas_allocate_editor  (WayCanvas *self);
void     way_canvas_follow_editor    (WayCanvas *self);
void     way_canvas_drop_editor      (WayCanvas *self);
void     way_canvas_dispose_editor   (WayCanvas *self);
void     way_canvas_settle_composed  (WayCanvas *self);

/* way-canvas-whose.c */
void     way_canvas_show_whose       (WayCanvas *self);
void     way_canvas_ask_whose        (WayCanvas *self);
void     way_canvas_allocate_whose   (WayCanvas *self, const WayRect *text, double scale);
gboolean way_canvas_recall_whose     (WayCanvas *self, char **persona);

/* way-canvas-words.c */
gboolean way_canvas_begin_words      (WayCanvas *self, WayCanvasEditor *editor);
gboolean way_canvas_send_words       (WayCanvas *self, WayRecord *before, WayRecord *changed);
gboolean way_canvas_change_words     (WayCanvas *self, const WayCanvasEditor *editor, const char *text);

/* way-canvas-items.c */
void     way_canvas_refresh_items    (WayCanvas *self);
void     way_canvas_refresh_focus    (WayCanvas *self, const WaySpot *before);
void     way_canvas_forget_items     (WayCanvas *self);
GtkAccessible *way_canvas_get_first_widget (WayCanvas *self);
void     way_canvas_accessible_init  (GtkAccessibleInterface *iface);

G_END_DECLS
