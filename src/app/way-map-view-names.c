/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the buttons of a map are called, to the eye and to assistive technology: after what they would do now. */
#include "app/way-map-view-private.h"

#include "base/way-i18n.h"

static void
name_button (GtkButton  *button,
             const char *tooltip)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
}

/* After what is undone or done again next. */
void
way_map_view_name_undo (WayMapView *self)
{
  const char *undo = way_workspace_get_undo_label (self->workspace), *redo = way_workspace_get_redo_label (self->workspace);
  /* Translators: the name of an edit, such as "Move card". */
  g_autofree char *undo_named = g_strdup_printf (_("Undo “%s”"), undo != NULL ? undo : "");
  /* Translators: the name of an edit, such as "Move card". */
  g_autofree char *redo_named = g_strdup_printf (_("Redo “%s”"), redo != NULL ? redo : "");

  name_button (self->undo_button, undo != NULL ? undo_named : _("Undo"));
  name_button (self->redo_button, redo != NULL ? redo_named : _("Redo"));
}

/* The tools that float over the map are called after what it is made of. */
void
way_map_view_name_tools (WayMapView *self,
                         gboolean    pathway)
{
  name_button (self->add_button, pathway ? _("Add a Step") : _("Add a Card"));
  gtk_menu_button_set_menu_model (self->more_button, pathway ? self->pathway_menu : self->add_menu);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->more_button), pathway ? _("Link, Kind or Lane") : _("Add a Stage or a Lane"));
}
