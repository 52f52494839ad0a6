/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-scene-private.h"

G_BEGIN_DECLS

/* Sizes that all maps share, in points, on a grid of eight. */
#define WAY_MARGIN 40.0
#define WAY_GRID 8.0
#define WAY_LANE_WIDTH 136.0
#define WAY_CORNER 8.0
#define WAY_CHIP_INSET 20.0 /* both sides of a chip together */
#define WAY_FLAG_RADIUS 9.0
#define WAY_FLAG_OVERHANG 3.0 /* of the disc of a flag, over the end of a chip */

/* A quote or a story that is tied to something on the map. */
typedef struct
{
  WayKind kind;               /* quote or story */
  char *id;
  char *words;                /* nullable: of a quote */
  char *source;               /* where it is from and what was agreed */
  char *language;             /* nullable */
} WaySheetQuote;

typedef struct
{
  WayRecord *record;
  guint number;               /* as the disc says, from 1 */
} WaySheetFlag;

/* What every kind of map has: heading, flags and their key, evidence, foot, and texts that were shaped for an earlier layout. */
typedef struct
{
  char *map_id;
  WayRecord *workspace;       /* nullable */
  WayRecord *map;             /* nullable after it could not be read again, and on a sheet that is of no map */
  WayRecord *persona;         /* nullable */
  GPtrArray *flags;           /* of WaySheetFlag, in their order */
  GHashTable *flags_on;       /* id → GPtrArray of WaySheetFlag (borrowed) */
  GHashTable *evidence;       /* id of what it is tied to → GPtrArray of WaySheetQuote */
  guint hidden_quotes;
  guint n_quotes;
  GHashTable *blocks;         /* what a text is and how it is set → WayTextBlock */
  GHashTable *used_blocks;    /* nullable: those of the layout that is being made */
  GPtrArray *helper_fonts;    /* nullable: of WayFonts, for threads that shape texts */
  char *subtitle;             /* nullable: a line under title and question */
  char *remark;               /* nullable: what the foot says as well */

  WayScene *scene;            /* while it is laid out */
  double content_width;       /* between the margins, while it is laid out */
} WaySheet;

/* A text to be shaped, and where the block goes, in place of the one that is there. */
typedef struct
{
  WayTextBlock **block;
  const char *text;
  WayTextStyle style;
  double width;
  gboolean hugs;              /* as wide as its text where that is less than the width */
} WayShapeJob;

void          way_sheet_init          (WaySheet *self, const char *map_id);
void          way_sheet_clear         (WaySheet *self);
gboolean      way_sheet_read          (WaySheet *self, WayLens *lens, const char *kind, GError **error);
gboolean      way_sheet_read_workspace (WaySheet *self, WayLens *lens, GError **error);
gboolean      way_sheet_read_ties     (WaySheet *self, WayLens *lens, gboolean (*is_here) (WaySheet *self, const char *id),
                                       GError **error);
gboolean      way_sheet_concerns      (WaySheet *self, const WayChange *change);
int           way_sheet_get_lean     (const char *title);
gboolean      way_sheet_runs_right_to_left (WaySheet *self, int balance);

void          way_sheet_begin         (WaySheet *self, WayScene *scene, gboolean right_to_left);
void          way_sheet_begin_titled  (WaySheet *self, WayScene *scene, const char *title, gboolean right_to_left);
void          way_sheet_begin_again   (WaySheet *self, WayScene *scene);
void          way_sheet_end           (WaySheet *self);
void          way_sheet_resume        (WaySheet *self, WayScene *scene);
void          way_sheet_pause         (WaySheet *self);
WayTextBlock *way_sheet_get_block     (WaySheet *self, WayTextStyle style, const char *text, double width);
WayTextBlock *way_sheet_get_aligned_block (WaySheet *self, WayTextStyle style, const char *text, double width, gboolean at_end);
WayTextBlock *way_sheet_get_set_block (WaySheet *self, WayTextStyle style, const char *text, double width, PangoAlignment alignment,
                                       const char *language);
void          way_sheet_shape         (WaySheet *self, const WayShapeJob *jobs, guint n_jobs);
double        way_sheet_round_up      (double height);

void          way_sheet_add_flags     (WaySheet *self, guint group, int owner, const char *id, double right, double y);
double        way_sheet_get_flag_room (WaySheet *self, const char *id, double most);
const char   *way_sheet_get_quote_label (const WaySheetQuote *quote);
void          way_sheet_add_quotation_mark (WaySheet *self, double x, double y, double scale, WayInk ink);
double        way_sheet_add_quote     (WaySheet *self, const WaySheetQuote *quote, double x, double y, double width, gboolean add);
double        way_sheet_add_quotes    (WaySheet *self, GPtrArray *quotes, double x, double y, double width, int group, int owner);
double        way_sheet_add_lane_header (WaySheet *self, WayRecord *lane, const char *title, WayTone tone, WayRect rect,
                                       double text_width, guint group, gboolean add);

double        way_sheet_add_header    (WaySheet *self, double y, guint map_group);
double        way_sheet_add_key       (WaySheet *self, double y, guint map_group);
char         *way_sheet_dup_version   (WaySheet *self);
double        way_sheet_get_foot_height (WaySheet *self);
double        way_sheet_add_foot      (WaySheet *self, double y, guint map_group);

/* What is tied to a record, in a table that is empty on most maps. */
static inline GPtrArray *
way_sheet_get_on (GHashTable *lists,
                  const char *id)
{
  return g_hash_table_size (lists) > 0 ? g_hash_table_lookup (lists, id) : NULL;
}

G_END_DECLS
