/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of the help, with its header. */
#include "app/way-help-page.h"

#include "app/way-help-reader.h"

struct _WayHelpPage
{
  AdwNavigationPage parent_instance;
};

G_DEFINE_FINAL_TYPE (WayHelpPage, way_help_page, ADW_TYPE_NAVIGATION_PAGE)

static void
way_help_page_class_init (WayHelpPageClass *klass)
{
  g_signal_new ("follow", WAY_TYPE_HELP_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
way_help_page_init (WayHelpPage *self)
{
}

static void
follow (const char *name,
        gpointer    data)
{
  g_signal_emit_by_name (data, "follow", name);
}

/**
 * way_help_page_new:
 * @name: of a page, as its file in docs/user/ is called, without the ending
 *
 * Returns: (transfer floating) (nullable): the page, or %NULL where there is none of that name
 */
WayHelpPage *
way_help_page_new (const char *name)
{
  g_autoptr (WayHelpPage) self = g_object_ref_sink (g_object_new (WAY_TYPE_HELP_PAGE, "tag", name, NULL));
  g_autofree char *title = NULL;
  GtkWidget *content = way_help_read (name, &title, follow, self), *view, *clamp, *scrolled;

  if (content == NULL)
    return NULL;
  gtk_widget_set_margin_start (content, 18);
  gtk_widget_set_margin_end (content, 18);
  gtk_widget_set_margin_top (content, 12);
  gtk_widget_set_margin_bottom (content, 36);
  clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 680, "child", content, NULL);
  scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", clamp, "vexpand", TRUE, NULL);
  view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  g_object_force_floating (G_OBJECT (self));
  return g_steal_pointer (&self);
}
