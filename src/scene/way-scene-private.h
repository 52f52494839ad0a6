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
  void     (*free)    (gpointer self);
} WayMapKind;

struct _WayScene
{
  GObject parent_instance;

  WayLens *lens;
  WayFonts *fonts;
  char *map_id;
  WaySceneOptions options;
  char *persona, *compare_with; /* what the options point to */
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
};

/* Building: groups and items are begun, filled and ended; coordinates are as on a map that runs from left to right. */
void  way_scene_clear_items (WayScene *self);
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

G_END_DECLS
