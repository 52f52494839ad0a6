/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-canvas-private.h"

G_BEGIN_DECLS

/** WayPathwayNew: what a new step is linked with; `place.stage` of the editor holds the id of that. */
typedef enum
{
  WAY_PATHWAY_ALONE,          /* nothing */
  WAY_PATHWAY_AFTER,          /* from a step */
  WAY_PATHWAY_BEFORE,         /* to a step */
  WAY_PATHWAY_ON_LINK,        /* put into a link */
} WayPathwayNew;

/* way-canvas-pathway-walk.c */
gboolean   way_pathway_spot_of_item   (WayScene *scene, guint item, WaySpot *spot);
gboolean   way_pathway_spot_at        (WayScene *scene, double x, double y, WaySpot *spot);
gboolean   way_pathway_get_heir       (WayScene *scene, const WaySpot *gone, int index, WaySpot *heir);
gboolean   way_pathway_walk           (WayScene *scene, const WaySpot *from, WayWalk step, WaySpot *to);
gboolean   way_pathway_walk_aside     (WayScene *scene, const WaySpot *from, WayWalk step, WaySpot *to);

/* way-canvas-pathway-names.c */
int        way_pathway_find_item      (WayScene *scene, const WaySpot *spot);
const WayGroup *way_pathway_get_lane  (WayScene *scene, int group);
GArray    *way_pathway_list_lanes     (WayScene *scene);
gboolean   way_pathway_get_bounds     (WayScene *scene, const WaySpot *spot, WayRect *bounds);
char      *way_pathway_dup_name       (WayScene *scene, const WaySpot *spot);
gboolean   way_pathway_get_position   (WayScene *scene, const WaySpot *spot, guint *position, guint *of);

/* way-canvas-pathway-type.c */
WayRect    way_pathway_get_new_area   (WayScene *scene, const WayPlace *place);
gboolean   way_pathway_get_draft_area (WayScene *scene, const char *id, const char *lane, const char *beside, WayRect *area);
gboolean   way_pathway_type_new       (WayCanvas *self, WayCanvasEditor *editor);
gboolean   way_pathway_type_change    (WayCanvas *self, WayCanvasEditor *editor);
gboolean   way_pathway_type_step      (WayCanvas *self, WayPathwayNew how, const char *beside, const char *lane);
gboolean   way_pathway_typed          (WayCanvas *self, WayCanvasEditor *editor, const char *text);
void       way_pathway_go_on          (WayCanvas *self, const WayCanvasEditor *editor, WayGoOn where, gboolean typed);

/* way-canvas-pathway-link.c */
void       way_pathway_add_link_words (WayRecord *link, const char *text, gboolean keep);
char      *way_pathway_dup_link_words (WayRecord *link);
WayRecord *way_pathway_new_link       (WayCanvas *self, const char *from, const char *to, const char *kind);
gboolean   way_pathway_link           (WayCanvas *self, const char *from, const char *to, const char *kind);
gboolean   way_pathway_make_step       (WayCanvas *self, WayPathwayNew how, const char *beside, const char *lane, const char *link_kind,
                                       const char *title);
const char *way_pathway_guess_kind    (WayCanvas *self, const char *step);
void       way_pathway_ask_link       (WayCanvas *self);

/* way-canvas-pathway-edit.c */
void       way_pathway_set_kind       (WayCanvas *self, const char *kind);
void       way_pathway_put_step       (WayCanvas *self, const char *step, const char *lane, int column);
void       way_pathway_unpin          (WayCanvas *self);
void       way_pathway_move           (WayCanvas *self, WayWalk step);
void       way_pathway_drop_selected  (WayCanvas *self);
void       way_pathway_duplicate      (WayCanvas *self);

/* way-canvas-pathway-many.c */
GArray    *way_pathway_list_between   (WayScene *scene, const WaySpot *from, const WaySpot *to);
GArray    *way_pathway_list_all       (WayCanvas *self);
GArray    *way_pathway_list_steps     (WayCanvas *self);
GPtrArray *way_pathway_list_inner_links (WayCanvas *self, GArray *steps);
void       way_pathway_move_steps     (WayCanvas *self, int down, int on);
void       way_pathway_put_steps      (WayCanvas *self, const char *dragged, const WayPlace *place);
void       way_pathway_drop_steps     (WayCanvas *self);
void       way_pathway_set_kind_of_steps (WayCanvas *self, const char *kind);
void       way_pathway_put_selected   (WayCanvas *self, const char *lane, const char *stage);
void       way_pathway_duplicate_steps (WayCanvas *self);

/* way-canvas-pathway-paste.c */
char      *way_pathway_dup_text       (WayCanvas *self, GArray *spots);
void       way_pathway_paste          (WayCanvas *self, const char *text, GPtrArray *parts);

/* way-canvas-pathway-cut.c */
GPtrArray *way_pathway_list_parts     (WayCanvas *self, GArray *spots, gboolean cut);
WayRecord *way_pathway_take_step      (WayCanvas *self, GPtrArray *parts, const char *id, const char *title);
WayRecord *way_pathway_take_link      (WayCanvas *self, GPtrArray *parts, const char *from, const char *to, const char *kind);

/* way-canvas-pathway-lanes.c */
void       way_pathway_reorder        (WayCanvas *self, WayWalk step);
void       way_pathway_insert         (WayCanvas *self, WayWalk step);
void       way_pathway_ask_lane       (WayCanvas *self);
void       way_pathway_ask_kind       (WayCanvas *self);

/* way-canvas-pathway-drag.c */
gboolean   way_pathway_grip_at        (WayCanvas *self, double x, double y, WaySpot *spot, gboolean *links);
void       way_pathway_find_place     (WayCanvas *self, double x, double y);
void       way_pathway_draw_place     (WayCanvas *self, GtkSnapshot *snapshot);
void       way_pathway_draw_over      (WayCanvas *self, GtkSnapshot *snapshot);
void       way_pathway_put            (WayCanvas *self, const WayCanvasDrag *drag);
gboolean   way_pathway_double_click   (WayCanvas *self, double x, double y);

G_END_DECLS
