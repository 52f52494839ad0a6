/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-pane.h"

G_BEGIN_DECLS

/**
 * WayListPane:
 *
 * A pane with a list of records, and one of them in full.
 */
#define WAY_TYPE_LIST_PANE (way_list_pane_get_type ())
G_DECLARE_DERIVABLE_TYPE (WayListPane, way_list_pane, WAY, LIST_PANE, WayPane)

/**
 * WayListPaneClass:
 * @fill: put into the box what is to be shown: the record of that id in full, or the list for %NULL and where it is gone;
 *   whether it is that record
 * @focus: give the focus to the one in full
 */
struct _WayListPaneClass
{
  WayPaneClass parent_class;

  gboolean (*fill)  (WayListPane *self, GtkWidget *box, const char *open);
  void     (*focus) (WayListPane *self);
};

const char *way_list_pane_get_open   (WayListPane *self);
void        way_list_pane_show       (WayListPane *self,
                                      const char  *id);
void        way_list_pane_show_anew  (WayListPane *self);
GtkWidget  *way_list_pane_get_box    (WayListPane *self);
GtkWidget  *way_list_pane_add_button (WayListPane *self,
                                      GtkWidget   *box,
                                      const char  *label,
                                      GCallback    callback,
                                      const char  *css_class);
void        way_list_pane_add_back   (WayListPane *self,
                                      GtkWidget   *box,
                                      const char  *label);
GtkWidget  *way_list_pane_new_row    (WayListPane *self,
                                      const char  *id,
                                      const char  *title,
                                      const char  *subtitle);

G_END_DECLS
