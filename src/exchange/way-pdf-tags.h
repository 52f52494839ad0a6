/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/** WayPdfNote: something to say of a structure element that cairo cannot write; it is added when the file is finished. */
typedef enum
{
  WAY_PDF_NOTE_ALTERNATIVE,   /* words that stand for it */
  WAY_PDF_NOTE_LANGUAGE,      /* BCP 47 */
  WAY_PDF_NOTE_SCOPE,         /* of a table header: Row or Column */
} WayPdfNoteType;

typedef struct
{
  WayPdfNoteType type;
  GArray *path;               /* guint: which child, from the root of the structure down */
  char *value;
} WayPdfNote;

/** WayPdfTags: the structure of a PDF while it is drawn: what is open, and notes on it. */
typedef struct
{
  cairo_t *cr;
  GPtrArray *open;            /* names of the tags that are open */
  GArray *counts;             /* guint: how many children each has, the root first */
  GPtrArray *notes;           /* of WayPdfNote */
} WayPdfTags;

void way_pdf_tags_init  (WayPdfTags     *self,
                         cairo_t        *cr);
void way_pdf_tags_clear (WayPdfTags     *self);
void way_pdf_tags_begin (WayPdfTags     *self,
                         const char     *name);
void way_pdf_tags_end   (WayPdfTags     *self);
void way_pdf_tags_note  (WayPdfTags     *self,
                         WayPdfNoteType  type,
                         const char     *value);

G_END_DECLS
