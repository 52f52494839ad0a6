/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help, in a window that can stand beside the map. */
#include "app/way-help-window.h"

#include "app/way-help-page.h"
#include "base/way-i18n.h"

#define FIRST_PAGE "README"

static void
show (AdwNavigationView *view,
      const char        *name)
{
  AdwNavigationPage *shown = adw_navigation_view_find_page (view, name);
  WayHelpPage *page;

  if (shown != NULL)
    {
      adw_navigation_view_pop_to_page (view, shown);
      return;
    }
  page = way_help_page_new (name);
  g_return_if_fail (page != NULL);
  g_signal_connect_swapped (page, "follow", G_CALLBACK (show), view);
  adw_navigation_view_push (view, ADW_NAVIGATION_PAGE (page));
}

static GtkWindow *
find_window (GtkApplication *application)
{
  for (GList *each = gtk_application_get_windows (application); each != NULL; each = each->next)
    if (g_strcmp0 (gtk_widget_get_name (each->data), "help") == 0)
      return each->data;
  return NULL;
}

static gboolean
close_cb (GtkWidget *window,
          GVariant  *arguments,
          gpointer   data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static GtkWindow *
make_window (GtkApplication *application)
{
  GtkWidget *view = adw_navigation_view_new ();
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "application", application, "name", "help", "title", _("Help"),
                                    "default-width", 720, "default-height", 760, "width-request", 360, "height-request", 294,
                                    "content", view, NULL);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>w|Escape"),
                                                          gtk_callback_action_new (close_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  show (ADW_NAVIGATION_VIEW (view), FIRST_PAGE);
  return GTK_WINDOW (window);
}

/**
 * way_help_window_present:
 * @window: a window of the application
 * @page: (nullable): the page to open at, or %NULL for the list of all
 *
 * Shows the help. There is one such window, however often it is asked for.
 */
void
way_help_window_present (GtkWindow  *window,
                         const char *page)
{
  GtkApplication *application = gtk_window_get_application (window);
  GtkWindow *help = find_window (application);

  if (help == NULL)
    help = make_window (application);
  if (page != NULL)
    show (ADW_NAVIGATION_VIEW (adw_window_get_content (ADW_WINDOW (help))), page);
  gtk_window_present (help);
}
