/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-index.h"
#include "scene/way-scene.h"

G_BEGIN_DECLS

/* What a scene has to know of a kind of map: how its records are read, kept up to date and laid out. */
typedef struct
{
  const char *name;           /* as in the interchange format */
  gpointer (*read)    (WayLens *lens, const char *map_id, const WaySceneOptions *options, GError **error);
  gboolean (*update)  (gpointer self, WayLens *lens, WayChanges *changes, gboolean *changed, GError **error);
  void     (*lay_out) (gpointer self, WayScene *scene);
  gboolean (*patch)   (gpointer self, WayScene *scene); /* nullable: whether it could put right what the last update touched, and no more */
  void     (*free)    (gpointer self);
} WayMapKind;

/* What is built in place of something else: what was there before, until it is compared with. */
typedef struct
{
  GArray *items, *marks;      /* nullable; of the whole scene */
  gboolean patches;           /* only a group takes the place of itself, and the rest of the scene is in the arrays above */
  guint group, end_group;     /* that group, and the first one after all that are in it */
  guint next_group;           /* which one the next that is begun takes the place of */
  guint first_item, n_items;  /* what was in it */

  GArray *groups;             /* nullable: of the whole scene, some of which may be kept as they are */
  GArray *seen_before, *seen_now; /* of guint8, for each item: whether it was held against what is in its place */
  GArray *pairs;              /* of guint, two by two: a group before, and the one that it is or that stands for it now */
  WayRect left, reached;      /* where kept groups were that moved alike, one after the other, and where they are */
  double right, down;         /* how far these moved */
} WaySceneChange;

struct _WayScene
{
  GObject parent_instance;

  WayLens *lens;
  WayFonts *fonts;
  char *map_id;
  WaySceneOptions options;
  char *personas, *compare_with; /* what the options point to */
  GStrv scenarios;            /* the same */
  const WayMapKind *kind;
  gpointer records;           /* that the map shows, as its kind keeps them */

  char *title;
  char *language;
  gboolean right_to_left;
  double width, height;
  double felt_top, felt_bottom; /* y of the best and the worst feeling there can be; the same where a map has no scale of them */
  GArray *items;              /* of WayItem */
  GArray *marks;              /* of WayMark; what they hold is owned */
  GArray *groups;             /* of WayGroup */
  GStringChunk *texts;        /* ids and labels of items and groups */
  GHashTable *found;          /* id → 1 + number of its first item; made when asked for */
  WayIndex *index;            /* made when asked for */
  guint *steps_before;        /* for each item, and behind the last, how many items before it are steps; made when asked for */
  guint round;                /* how often it was laid out or patched */
  WaySceneChange change;      /* while it is being laid out */
  GArray *dirty;              /* of WayRect: what looks different since the last update */
};

/* Whether a scene goes by places from before, and has some for later. */
static inline gboolean
way_scene_options_keep_places (const WaySceneOptions *options)
{
  return options->reading == WAY_READING_COMMISSIONER && options->compare_with == NULL;
}

/* Building: groups and items are begun, filled and ended; coordinates are as on a map that runs from left to right. */
void  way_scene_set_aside   (WayScene *self, guint n_items, guint n_marks);
void  way_scene_begin_layout (WayScene *self);
void  way_scene_clear_items (WayScene *self);
void  way_scene_end_layout  (WayScene *self);
guint way_scene_begin_group (WayScene *self, WayGroupRole role, int parent, WayKind kind, const char *id, const char *label);
void  way_scene_end_group   (WayScene *self, guint group);
void  way_scene_set_cell    (WayScene *self, guint group, const char *stage, WayRect bounds);
guint way_scene_begin_item  (WayScene *self, WayRole role, guint group, WayKind kind, const char *id, int owner);
void  way_scene_end_item    (WayScene *self, const char *label);
void  way_scene_add_box     (WayScene *self, WayRect rect, double radius, WayInk fill, WayInk line, double line_width);
void  way_scene_fade        (WayScene *self, double opacity);
void  way_scene_add_shadow  (WayScene *self, WayRect rect, double radius);
void  way_scene_add_path    (WayScene *self, WayPath *path, WayInk fill, WayInk line, double line_width, WayDash dash);
void  way_scene_add_text    (WayScene *self, WayTextBlock *block, double x, double y, WayInk ink);
void  way_scene_forget_index (WayScene *self);
void  way_scene_clear_mark  (gpointer mark);
void  way_scene_get_mark_bounds (const WayMark *mark, WayRect *bounds);

/* Patching: what is built in between takes the place of a group with all groups in it, of which there are to be as many again. Sizes of the
 * groups around it are put right by way_scene_fit_group(), once all is done. */
void  way_scene_begin_patch (WayScene *self, guint group);
void  way_scene_end_patch   (WayScene *self);
void  way_scene_move_group  (WayScene *self, guint group, double by);
void  way_scene_stretch_lane (WayScene *self, guint lane, double by);
void  way_scene_fit_group   (WayScene *self, guint group);

/* Laying out anew what is built of groups that were there: each of them is kept, moved at most, or another one is built in its place. A kept
 * group has no groups in it. Ends as any layout does. */
void  way_scene_begin_again (WayScene *self);
guint way_scene_keep_group  (WayScene *self, guint before, int parent, double right, double down);
void  way_scene_replace_group (WayScene *self, guint before, guint now);
void  way_scene_end_again   (WayScene *self);
void  way_scene_move_mark   (WayMark *mark, double right, double down);

/* What looks different. */
void  way_scene_add_dirty   (WayScene *self, const WayRect *area);
void  way_scene_compare     (WayScene *self, const WayItem *before, guint n_before, const WayMark *marks_before,
                             const WayItem *now, guint n_now, const WayMark *marks_now);

G_END_DECLS
