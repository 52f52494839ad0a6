/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling what was exported, for whom, and opening it or its folder. */
#include "app/way-export-toast.h"

#include "app/way-toast.h"
#include "base/way-i18n.h"

#define SECONDS 10

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (WayWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    way_toast_say (GTK_WIDGET (way_window_get_view (window)), _("There is no application here that opens it"));
}

static void
folder_shown_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (WayWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    way_toast_say (GTK_WIDGET (way_window_get_view (window)), _("There is no application here that shows folders"));
}

static WayWindow *
get_window (GtkFileLauncher *launcher)
{
  return g_object_get_data (G_OBJECT (launcher), "window");
}

static void
open_cb (AdwToast        *toast,
         GtkFileLauncher *launcher)
{
  gtk_file_launcher_launch (launcher, GTK_WINDOW (get_window (launcher)), NULL, launched_cb, g_object_ref (get_window (launcher)));
}

static void
show_in_folder_cb (GtkButton       *button,
                   GtkFileLauncher *launcher)
{
  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (get_window (launcher)), NULL, folder_shown_cb,
                                            g_object_ref (get_window (launcher)));
}

static char *
dup_message (WayExportJob *job)
{
  g_autofree char *name = g_file_get_basename (job->result);

  switch (job->choices.audience)
    {
    case WAY_AUDIENCE_DESK:
      /* Translators: the name of a file. */
      return g_strdup_printf (_("Backup in “%s”, with everything: not to be shown"), name);
    case WAY_AUDIENCE_TEAM:
      /* Translators: the name of a file. */
      return g_strdup_printf (_("Exported to “%s”, with only what the team may see"), name);
    case WAY_AUDIENCE_WORKSHOP:
      /* Translators: the name of a file. */
      return g_strdup_printf (_("Exported to “%s”, with only what a workshop may see"), name);
    default:
      /* Translators: the name of a file. */
      return g_strdup_printf (_("Exported to “%s”, with only what the public may see"), name);
    }
}

static GtkWidget *
make_title (const char      *message,
            GtkFileLauncher *launcher)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (message);
  GtkWidget *button = gtk_button_new_from_icon_name ("folder-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_tooltip_text (button, _("Show in Folder"));
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_in_folder_cb), launcher, G_CONNECT_DEFAULT);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

/**
 * way_export_toast_show:
 * @window: a window
 * @job: an export to a file that is done
 *
 * Says what came out, and offers to open it.
 */
void
way_export_toast_show (WayWindow    *window,
                       WayExportJob *job)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (job->result);
  g_autofree char *message = dup_message (job);
  AdwToast *toast = adw_toast_new ("");

  g_object_set_data_full (G_OBJECT (launcher), "window", g_object_ref (window), g_object_unref);
  adw_toast_set_custom_title (toast, make_title (message, launcher));
  adw_toast_set_button_label (toast, _("_Open"));
  adw_toast_set_timeout (toast, SECONDS);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), launcher, G_CONNECT_DEFAULT);
  g_object_set_data_full (G_OBJECT (toast), "launcher", g_steal_pointer (&launcher), g_object_unref);
  way_toast_add (GTK_WIDGET (way_window_get_view (window)), toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (window), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
