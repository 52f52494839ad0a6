/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that were being changed when the last run ended without closing them, to go on with. */
#include "app/way-left-rows.h"

#include "app/way-place.h"
#include "base/way-i18n.h"
#include "store/way-left.h"

#include <adwaita.h>

static GtkWidget *
make_row (WayLeft *left)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_file_get_basename (left->file), *folder = way_place_dup_folder (left->file);
  g_autofree char *when = way_place_dup_when (left->changed);
  /* Translators: the name of a file. */
  g_autofree char *title = g_strdup_printf (_("Go on with “%s”"), name);
  /* Translators: a time, such as "today at 10:30", and the folder of a file. */
  g_autofree char *subtitle = g_strdup_printf (_("It was open when Waymark was ended. Nothing is lost. Last changed: %s, in %s"), when, folder);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "file", g_object_ref (left->file), g_object_unref);
  return row;
}

/**
 * way_left_rows_fill:
 * @list: a list, hidden where there is nothing to go on with
 *
 * Lists what was left by a run that did not end well. Of the files only names, folders and times are shown, nothing that is in them.
 */
void
way_left_rows_fill (GtkListBox *list)
{
  g_autoptr (GPtrArray) left = way_left_list ();

  gtk_list_box_remove_all (list);
  for (guint i = 0; i < left->len; i++)
    gtk_list_box_append (list, make_row (left->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (list), left->len > 0);
}

/**
 * way_left_rows_get_file:
 * @row: one of the rows
 *
 * Returns: (transfer none): the file that it stands for
 */
GFile *
way_left_rows_get_file (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "file");
}
