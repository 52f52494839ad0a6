/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/way-spelling-words.h"
#include "canvas/way-spelling.h"

#include <libspelling.h>

G_BEGIN_DECLS

struct _WaySpelling
{
  GObject parent_instance;

  GtkTextView *view;          /* nullable: not ours; it owns this */
  GtkTextBuffer *buffer;
  GtkTextTag *tag;            /* the buffer's */
  gboolean check;
  char *language;             /* nullable */
  SpellingChecker *checker;   /* nullable: until a dictionary is read, and where there is none */
  gboolean asked;             /* a dictionary is being read, or was looked for */
  GHashTable *known;          /* of words: whether they are right */
  gboolean typing;            /* the text was changed since the cursor was put anywhere */
  guint look;
  GSimpleActionGroup *actions;
  GtkWidget *menu;            /* nullable */
  guint menu_removal;
};

/* way-spelling.c */
char    *way_spelling_dup_wrong_word (WaySpelling *self, WaySpelledWord *found);
void     way_spelling_forget_words   (WaySpelling *self);

/* way-spelling-menu.c */
void     way_spelling_add_menu       (WaySpelling *self);

G_END_DECLS
