/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the form share: its lines, and the rows that edit them. */
#pragma once

#include "app/way-form.h"

G_BEGIN_DECLS

/** WayFormEditor: how a field is written. */
typedef enum
{
  WAY_FORM_LINE,
  WAY_FORM_TEXT,
  WAY_FORM_LINES,             /* a list of texts, one a line */
  WAY_FORM_WAIT,              /* days, as people say them: "3 weeks" */
  WAY_FORM_CHOICE,
  WAY_FORM_REFERENCE,         /* to a record, chosen from all there are */
  WAY_FORM_NUMBER,
  WAY_FORM_ORGANISATION,      /* by its name; a new name makes a new one */
  WAY_FORM_STEP,              /* of the map, by its name */
} WayFormEditor;

typedef struct
{
  WayKind kind;
  guint field;
  WayFormEditor editor;
  const char *title;          /* in English */
  const char *label;          /* of the edit, in English */
} WayFormLine;

typedef struct
{
  WayForm *form;              /* borrowed */
  const WayFormLine *line;
  GtkWidget *widget;          /* borrowed: the row */
  GStrv choices;              /* CHOICE, REFERENCE: what the entries stand for; "" for nothing */
  gboolean filling;           /* the row is being filled, not used */
  guint wait;                 /* NUMBER: the timeout after which it is kept */
} WayFormRow;

struct _WayForm
{
  AdwPreferencesGroup parent_instance;

  WayMapContext *context;
  WayKind kind;
  char *id;
  GPtrArray *rows;            /* of WayFormRow */
};

/* way-form-row.c */
WayFormRow      *way_form_row_new     (WayForm           *form,
                                       const WayFormLine *line);
void             way_form_row_free    (WayFormRow        *self);
void             way_form_row_fill    (WayFormRow        *self,
                                       WayRecord         *record);
gboolean         way_form_row_finish  (WayFormRow        *self);
const WayField  *way_form_row_get_field (WayFormRow      *self);

/* way-form.c */
gboolean         way_form_keep        (WayFormRow        *row,
                                       WayRecord         *record,
                                       WayEdit           *edit);
WayRecord       *way_form_dup_record  (WayForm           *self);

/* way-form-choice.c */
GtkWidget       *way_form_choice_new  (WayFormRow        *row);
void             way_form_choice_fill (WayFormRow        *row,
                                       WayRecord         *record);

/* way-form-organisation.c */
GtkWidget       *way_form_organisation_new  (WayFormRow  *row);
void             way_form_organisation_fill (WayFormRow  *row,
                                             WayRecord   *record);

G_END_DECLS
