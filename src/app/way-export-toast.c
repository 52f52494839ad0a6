/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling what was exported, for whom, and opening it or its folder. */
#include "app/way-export-toast.h"

#include "app/way-toast.h"
#include "base/way-i18n.h"

#define SECONDS 10
#define SOON (3 * G_USEC_PER_SEC) /* nobody has gone elsewhere by then: the window is not the one in use while the question where to closes */

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
open_cb (GtkButton       *button,
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

  /* Translators: the name of a file. */
  return g_strdup_printf (job->choices.audience == WAY_AUDIENCE_DESK ? _("Backup in “%s”") : _("Exported to “%s”"), name);
}

/**
 * way_export_toast_get_caution:
 * @audience: who it was made for
 *
 * Returns: what is in it, said to whoever made it
 */
const char *
way_export_toast_get_caution (WayAudience audience)
{
  switch (audience)
    {
    case WAY_AUDIENCE_DESK:
      return _("With everything: not to be shown");
    case WAY_AUDIENCE_TEAM:
      return _("With only what the team may see");
    case WAY_AUDIENCE_WORKSHOP:
      return _("With only what a workshop may see");
    default:
      return _("With only what the public may see");
    }
}

static void
append_label (GtkWidget          *box,
              const char         *text,
              PangoEllipsizeMode  ellipsize,
              const char         *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

/* A toast is narrow on a phone, and wraps nothing: what was made and for whom come before the buttons. */
static GtkWidget *
make_title (const char      *message,
            const char      *caution,
            GtkFileLauncher *launcher)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *open = gtk_button_new_with_mnemonic (_("_Open")), *folder = gtk_button_new_with_mnemonic (_("Show in _Folder"));

  append_label (box, message, PANGO_ELLIPSIZE_MIDDLE, "heading");
  append_label (box, caution, PANGO_ELLIPSIZE_END, "caption");
  g_signal_connect_object (open, "clicked", G_CALLBACK (open_cb), launcher, G_CONNECT_DEFAULT);
  g_signal_connect_object (folder, "clicked", G_CALLBACK (show_in_folder_cb), launcher, G_CONNECT_DEFAULT);
  gtk_box_append (GTK_BOX (buttons), open);
  gtk_box_append (GTK_BOX (buttons), folder);
  gtk_widget_set_margin_top (buttons, 6);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  return box;
}

/* For somebody who went to another window meanwhile. What was exported and for whom is said, nothing that is in it. */
static void
notify (WayWindow  *window,
        const char *message,
        const char *caution)
{
  g_autoptr (GNotification) notification = g_notification_new (message);

  g_notification_set_body (notification, caution);
  g_notification_set_default_action_and_target (notification, "app.show-window", "u",
                                                gtk_application_window_get_id (GTK_APPLICATION_WINDOW (window)));
  g_application_send_notification (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))), "export", notification);
}

/**
 * way_export_toast_show:
 * @window: a window
 * @job: an export to a file that is done
 *
 * Says what came out, and offers to open it; outside of the window too when that is not the one in use.
 */
void
way_export_toast_show (WayWindow    *window,
                       WayExportJob *job)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (job->result);
  g_autofree char *message = dup_message (job), *both = NULL;
  const char *caution = way_export_toast_get_caution (job->choices.audience);
  AdwToast *toast = adw_toast_new ("");

  g_object_set_data_full (G_OBJECT (launcher), "window", g_object_ref (window), g_object_unref);
  adw_toast_set_custom_title (toast, make_title (message, caution, launcher));
  adw_toast_set_timeout (toast, SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "launcher", g_steal_pointer (&launcher), g_object_unref);
  way_toast_add (GTK_WIDGET (way_window_get_view (window)), toast);
  if (!gtk_window_is_active (GTK_WINDOW (window)) && g_get_monotonic_time () - job->begun > SOON)
    notify (window, message, caution);
  both = g_strdup_printf ("%s. %s", message, caution);
  gtk_accessible_announce (GTK_ACCESSIBLE (window), both, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
