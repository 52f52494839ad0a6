/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row with a number. AdwSpinRow (libadwaita 1.7) is not there at all for assistive technology, so this is a row of our own. */
#include "app/way-number-row.h"

/**
 * way_number_row_new:
 * @title: what the number says
 * @low: the least it can be
 * @high: the most
 *
 * Returns: (transfer floating): a row at 0, or the number next to it
 */
GtkWidget *
way_number_row_new (const char *title,
                    double      low,
                    double      high)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "use-markup", FALSE, NULL);
  GtkWidget *spin = gtk_spin_button_new_with_range (low, high, 1);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), CLAMP (0, low, high));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  g_object_set_data (G_OBJECT (row), "spin", spin);
  return row;
}

/**
 * way_number_row_get_spin:
 * @row: a row made by [func@number_row_new]
 *
 * Returns: (nullable): where its number is, or %NULL where it is no such row
 */
GtkSpinButton *
way_number_row_get_spin (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "spin");
}
