/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-canvas-private.h"

G_BEGIN_DECLS

/* The lines of the grid that are no lanes. */
enum
{
  WAY_GRID_TITLE = -2,        /* the title, which is as wide as the map */
  WAY_GRID_HEADERS = -1,      /* of stages as a line, of lanes as a column */
};

/** WayGrid: the lanes and stages of a journey map, in order. Where no lane has an id it is one that the map needs and has no record for. */
typedef struct
{
  WayScene *scene;
  GArray *lanes;              /* of guint: the groups */
  GArray *stages;             /* of guint: the items */
  int title;                  /* the item, or -1 */
} WayGrid;

/** WayGridPlace: where in the grid something is. */
typedef struct
{
  int line, column;
} WayGridPlace;

/* way-canvas-journey-grid.c */
void            way_grid_init          (WayGrid *self, WayScene *scene);
void            way_grid_clear         (WayGrid *self);
const char     *way_grid_get_lane      (const WayGrid *self, int line);
const char     *way_grid_get_stage     (const WayGrid *self, int column);
const WayGroup *way_grid_get_cell      (const WayGrid *self, int line, int column);
gboolean        way_grid_locate        (const WayGrid *self, const WaySpot *spot, WayGridPlace *place);
void            way_grid_set_cell      (const WayGrid *self, int line, int column, WaySpot *spot);
GArray         *way_grid_list_stops    (const WayGrid *self, const WayGridPlace *place);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WayGrid, way_grid_clear)

const WayGroup *way_journey_find_cell  (WayScene *scene, const char *lane, const char *stage);
GArray         *way_journey_list_cards (WayScene *scene, const WayGroup *cell);
int             way_journey_get_card_index (WayScene *scene, const WaySpot *spot);
gboolean        way_journey_spot_of_item (WayScene *scene, guint item, WaySpot *spot);
gboolean        way_journey_spot_at    (WayScene *scene, double x, double y, WaySpot *spot);
gboolean        way_journey_get_cell_bounds (WayScene *scene, const WaySpot *spot, WayRect *bounds);

/* way-canvas-journey-walk.c */
int             way_journey_get_index  (WayScene *scene, const WaySpot *spot);
gboolean        way_journey_get_heir   (WayScene *scene, const WaySpot *gone, int index, WaySpot *heir);
gboolean        way_journey_step_cell  (WayScene *scene, const WaySpot *from, WayWalk step, WaySpot *cell);
gboolean        way_journey_walk       (WayScene *scene, const WaySpot *from, WayWalk step, WaySpot *to);
GArray         *way_journey_list_between (WayScene *scene, const WaySpot *from, const WaySpot *to);

/* way-canvas-journey-names.c */
char           *way_journey_dup_name   (WayScene *scene, const WaySpot *spot);
gboolean        way_journey_get_position (WayScene *scene, const WaySpot *spot, guint *position, guint *of);

/* way-canvas-journey-edit.c */
gboolean        way_journey_takes_cards (WayCanvas *self, const char *lane);
gboolean        way_journey_takes_feelings (WayCanvas *self, const char *lane);
void            way_journey_refuse_lane (WayCanvas *self);
gboolean        way_journey_put_cards  (WayCanvas *self, WayEdit *edit, GPtrArray *cards, const WayPlace *place);
GPtrArray      *way_journey_copy_selected (WayCanvas *self);
void            way_journey_move_cards (WayCanvas *self, const WayPlace *place);
void            way_journey_move       (WayCanvas *self, WayWalk step);
void            way_journey_drop_selected (WayCanvas *self);
void            way_journey_put_selected (WayCanvas *self, const char *lane, const char *stage);

/* way-canvas-journey-type.c */
gboolean        way_journey_type_new   (WayCanvas *self, WayCanvasEditor *editor);
gboolean        way_journey_type_letter (WayCanvas *self, WayCanvasEditor *editor);
gboolean        way_journey_type_change (WayCanvas *self, WayCanvasEditor *editor);
gboolean        way_journey_typed      (WayCanvas *self, WayCanvasEditor *editor, const char *text);
void            way_journey_go_on      (WayCanvas *self, const WayCanvasEditor *editor, WayGoOn where, gboolean typed);

/* way-canvas-journey-frame.c */
char           *way_journey_append_stage (WayCanvas *self, WayEdit *edit);
gboolean        way_journey_type_stage (WayCanvas *self, WayCanvasEditor *editor, gboolean after);
gboolean        way_journey_type_stage_after (WayCanvas *self, WayCanvasEditor *editor);
gboolean        way_journey_type_stage_before (WayCanvas *self, WayCanvasEditor *editor);
gboolean        way_journey_add_stage  (WayCanvas *self, const WayCanvasEditor *editor, const char *title);
void            way_journey_ask_lane   (WayCanvas *self, gboolean after);
void            way_journey_ask_kind   (WayCanvas *self);
gboolean        way_journey_put_header (WayCanvas *self, WayKind kind, const char *id, guint index);
void            way_journey_reorder    (WayCanvas *self, WayWalk step);
void            way_journey_insert     (WayCanvas *self, WayWalk step);
void            way_journey_duplicate_header (WayCanvas *self);

/* way-canvas-journey-paste.c */
char           *way_journey_dup_text   (WayCanvas *self, GArray *spots);
void            way_journey_paste      (WayCanvas *self, const char *text, GPtrArray *parts);

/* way-canvas-journey-cut.c */
GPtrArray      *way_journey_list_parts (WayCanvas *self, GArray *spots, gboolean cut);
WayRecord      *way_journey_take_card  (WayCanvas *self, GPtrArray *parts, const char *line);

/* way-canvas-journey-select.c */
void            way_journey_duplicate  (WayCanvas *self);
GArray         *way_journey_list_all   (WayCanvas *self);

/* way-canvas-journey-felt.c */
double          way_journey_get_felt_at (WayScene *scene, double y, double step);
double          way_journey_get_felt_y (WayScene *scene, double value);
gboolean        way_journey_type_felt  (WayCanvas *self, WayCanvasEditor *editor);
gboolean        way_journey_type_felt_change (WayCanvas *self, WayCanvasEditor *editor);
gboolean        way_journey_typed_felt (WayCanvas *self, const WayCanvasEditor *editor, const char *text);
void            way_journey_paste_felt (WayCanvas *self, char **lines);
void            way_journey_move_felt  (WayCanvas *self, WayWalk step);
void            way_journey_find_felt_place (WayCanvas *self, double x, double y);
void            way_journey_draw_felt_place (WayCanvas *self, GtkSnapshot *snapshot);
void            way_journey_put_felt   (WayCanvas *self, const WayCanvasDrag *drag);

/* way-canvas-journey-header.c, way-canvas-journey-plus.c */
void            way_journey_find_header_place (WayCanvas *self, double x, double y);
WayRect         way_journey_get_header_line (WayScene *scene, WayKind kind, int index);
void            way_journey_draw_header_place (WayCanvas *self, GtkSnapshot *snapshot);
void            way_journey_put_header_dragged (WayCanvas *self, const WayCanvasDrag *drag);
gboolean        way_journey_find_plus  (WayCanvas *self, WayCanvasPlus *plus);
void            way_journey_press_plus (WayCanvas *self, const WayCanvasPlus *plus);

/* way-canvas-journey-drag.c, way-canvas-journey-room.c */
gboolean        way_journey_draw_room  (WayCanvas *self, GtkSnapshot *snapshot, const WayGroup *cell);
gboolean        way_journey_can_drag   (const WaySpot *spot);
void            way_journey_find_place (WayCanvas *self, double x, double y);
void            way_journey_draw_place (WayCanvas *self, GtkSnapshot *snapshot);
void            way_journey_put        (WayCanvas *self, const WayCanvasDrag *drag);

G_END_DECLS
