/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-compare.h"
#include "scene/way-sheet.h"

G_BEGIN_DECLS

/* What a pathway map shows, as records, kept between layouts together with the texts that were shaped and the places that were found. */

/* A small drawn sign beside words, so that nothing is told by colour alone. */
typedef enum
{
  WAY_SIGN_MET,
  WAY_SIGN_PARTLY,
  WAY_SIGN_NOT_MET,
  WAY_SIGN_GAP,
  WAY_SIGN_NONE,
  WAY_SIGN_NEW,
  WAY_SIGN_CHANGED,
  WAY_SIGN_GONE,
} WayPathwaySign;

typedef struct
{
  WayRecord *record;
  WayTextBlock *title;        /* nullable until it is laid out */
  WayTextBlock *organisation; /* nullable: as it was laid out */
  double width;               /* that they were laid out for */
  char *organisation_name;    /* nullable: that was laid out */
  int lean;                   /* of its title, see way_sheet_get_lean() */
  gboolean has_place;
  double was_x, was_y;        /* its middle in the last layout */
  guint column;               /* in the last layout */
} WayPathwayStep;

typedef struct
{
  WayRecord *record;
  WayRecord *persona;         /* nullable */
  GPtrArray *stops;           /* of WayRecord, in their order */
} WayPathwayScenario;

/* Something that an earlier version had otherwise, as it is said where it is. */
typedef struct
{
  WayPathwaySign sign;
  char *text;
} WayPathwayChange;

typedef struct _WayPathwayPlan WayPathwayPlan;
typedef struct _WayPathwayLayout WayPathwayLayout;
typedef struct _WayPathwayKept WayPathwayKept;

typedef struct
{
  WaySheet sheet;
  WayReading reading;
  GPtrArray *lanes;           /* of WayRecord, all of them */
  GHashTable *steps;          /* id → WayPathwayStep, all of them */
  GHashTable *links;          /* id → WayRecord, all of them */
  GPtrArray *scenarios;       /* of WayPathwayScenario */
  GHashTable *organisations;  /* id → WayRecord */
  WayPathwayPlan *plan;       /* nullable: where everything was placed in the last layout */
  WayPathwayKept *kept;       /* nullable: where links went when another scene showed them; until the first layout */
  WayPathwayLayout *layout;   /* nullable: the last one, while only steps, links and scenarios changed since */
  GHashTable *touched;        /* of char *: ids of steps and links that are not as they were laid out */
  gboolean lists_changed;     /* so that there are others, or in another order */
  GPtrArray *leaving;         /* of WayRecord: those that the last layout knows by their ids */

  char *compare_with;         /* nullable: the earlier version that was asked for */
  WayRecord *earlier;         /* nullable: that version; what follows is there with the comparison */
  WayComparison *comparison;  /* nullable */
  GHashTable *changes;        /* id → GPtrArray of WayPathwayChange */
  GHashTable *waits_before;   /* id of a link → its days, a double */
  GPtrArray *ghosts;          /* of WayPathwayStep: those that are gone */
  GPtrArray *ghost_links;     /* of WayRecord */
} WayPathway;

extern const WayMapKind way_pathway_kind;

gboolean      way_pathway_shows_lane (WayPathway *self, WayRecord *lane);
void          way_pathway_lay_out    (gpointer data, WayScene *scene);
gboolean      way_pathway_patch      (gpointer data, WayScene *scene);
void          way_pathway_layout_free (WayPathwayLayout *layout);
void          way_pathway_touch      (WayPathway *self, WayRecord *before, WayRecord *now);
void          way_pathway_forget_touched (WayPathway *self);
void          way_pathway_forget_layout (WayPathway *self);
void          way_pathway_plan_free  (WayPathwayPlan *plan);
char         *way_pathway_dup_places (WayPathway *self);
guint         way_pathway_get_n_columns (WayPathway *self);
void          way_pathway_get_column_span (WayPathway *self, guint column, double *x, double *width);
void          way_pathway_step_free  (gpointer data);

gboolean      way_pathway_read_changes (WayPathway *self, WayLens *lens, GError **error);
void          way_pathway_clear_changes (WayPathway *self);
GPtrArray    *way_pathway_get_changes (WayPathway *self, const char *id);
char         *way_pathway_dup_wait   (WayPathway *self, WayRecord *link);

G_END_DECLS
