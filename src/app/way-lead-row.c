/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that leads somewhere. What AdwActionRow (libadwaita 1.7) does for keys and pointers is an action here too: assistive technology
 * that has neither can do nothing with it otherwise. */
#include "app/way-lead-row.h"

struct _WayLeadRow
{
  AdwActionRow parent_instance;
};

G_DEFINE_FINAL_TYPE (WayLeadRow, way_lead_row, ADW_TYPE_ACTION_ROW)

static void
follow (GtkWidget  *widget,
        const char *name,
        GVariant   *target)
{
  adw_action_row_activate (ADW_ACTION_ROW (widget));
}

static void
activatable_cb (WayLeadRow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.follow", gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (self)));
}

static void
way_lead_row_class_init (WayLeadRowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "row.follow", NULL, follow);
}

static void
way_lead_row_init (WayLeadRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::activatable", G_CALLBACK (activatable_cb), NULL);
  activatable_cb (self);
}
