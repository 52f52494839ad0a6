/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a window leads: from all maps to one and back, from map to map, from pane to pane. */
#include "app/way-window-private.h"

#include "app/way-window-actions.h"

gboolean
way_window_is_at_map (WayWindow *self)
{
  return adw_navigation_view_get_visible_page (self->pages) == self->map_page;
}

gboolean
way_window_is_at_personas (WayWindow *self)
{
  return adw_navigation_view_get_visible_page (self->pages) == self->personas_page;
}

void
way_window_show_title_of_map (WayWindow *self)
{
  guint position = way_map_list_find (self->list, way_map_view_get_map (self->view));
  g_autoptr (WayMapItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (item != NULL)
    adw_navigation_page_set_title (self->map_page, way_map_item_get_title (item));
}

/* Where the pages lead: by the sidebar, a picture, the back button or an edit. */
void
way_window_page_changed_cb (AdwNavigationView *pages,
                            GParamSpec        *pspec,
                            WayWindow         *self)
{
  if (self->list == NULL)
    return;
  if (way_window_is_at_map (self))
    way_sidebar_show_map (self->sidebar, way_map_view_get_map (self->view));
  else if (way_window_is_at_personas (self))
    way_sidebar_show_personas (self->sidebar);
  else
    {
      way_sidebar_show_maps (self->sidebar);
      way_maps_page_select (self->maps_page, way_map_view_get_map (self->view));
    }
  way_window_update_actions (self);
}

/**
 * way_window_show_map:
 * @self: a window with a workspace
 * @map_id: one of its maps
 */
void
way_window_show_map (WayWindow  *self,
                     const char *map_id)
{
  if (!way_window_finish_typing (self))
    return;
  if (g_strcmp0 (map_id, way_map_view_get_map (self->view)) != 0)
    way_map_view_show_map (self->view, map_id);
  way_window_show_title_of_map (self);
  if (!way_window_is_at_map (self))
    adw_navigation_view_push (self->pages, self->map_page);
  else
    way_window_page_changed_cb (self->pages, NULL, self);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (way_map_view_get_canvas (self->view)));
}

/**
 * way_window_show_maps:
 * @self: a window with a workspace
 *
 * Shows all maps.
 */
void
way_window_show_maps (WayWindow *self)
{
  if (!way_window_finish_typing (self))
    return;
  adw_navigation_view_pop_to_tag (self->pages, "maps");
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  way_maps_page_select (self->maps_page, way_map_view_get_map (self->view));
}

/**
 * way_window_show_personas:
 * @self: a window with a workspace
 *
 * Shows all personas.
 */
void
way_window_show_personas (WayWindow *self)
{
  static const char *const path[] = { "maps", "personas" };

  if (!way_window_finish_typing (self))
    return;
  if (way_window_is_at_map (self))
    adw_navigation_view_replace_with_tags (self->pages, path, G_N_ELEMENTS (path));
  else if (!way_window_is_at_personas (self))
    adw_navigation_view_push (self->pages, self->personas_page);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  way_personas_page_focus (self->personas);
}

/**
 * way_window_select_map:
 * @self: a window with a workspace
 * @map_id: one of its maps
 *
 * Goes to a map: shows it where one map is shown, selects it where all are.
 */
void
way_window_select_map (WayWindow  *self,
                       const char *map_id)
{
  if (way_window_is_at_map (self))
    way_window_show_map (self, map_id);
  else if (way_window_is_at_personas (self))
    way_window_show_maps (self);
  if (!way_window_is_at_map (self))
    way_maps_page_select (self->maps_page, map_id);
}

/**
 * way_window_get_map:
 * @self: a window with a workspace
 *
 * Returns: (nullable): the id of the map that is shown, or selected among all; %NULL where neither is seen
 */
const char *
way_window_get_map (WayWindow *self)
{
  if (way_window_is_at_personas (self))
    return NULL;
  return way_window_is_at_map (self) ? way_map_view_get_map (self->view) : way_maps_page_get_selected (self->maps_page);
}

void
way_window_map_chosen_cb (GtkWidget  *widget,
                          const char *map_id,
                          WayWindow  *self)
{
  g_autofree char *id = g_strdup (map_id);

  way_window_show_map (self, id);
}

void
way_window_maps_chosen_cb (WaySidebar *sidebar,
                           WayWindow  *self)
{
  way_window_show_maps (self);
}

void
way_window_personas_chosen_cb (WaySidebar *sidebar,
                               WayWindow  *self)
{
  way_window_show_personas (self);
}

/**
 * way_window_show_page:
 * @self: a window
 * @page: the id, title or number (from 1) of a map, "maps" for all of them, or "personas"
 */
void
way_window_show_page (WayWindow  *self,
                      const char *page)
{
  g_autofree char *wanted = g_utf8_casefold (page, -1);
  guint n = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WayMapItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), i);
      g_autofree char *folded = g_utf8_casefold (way_map_item_get_title (item), -1), *number = g_strdup_printf ("%u", i + 1);

      if (g_str_equal (page, way_map_item_get_id (item)) || g_str_equal (page, number) || strstr (folded, wanted) != NULL)
        {
          way_window_show_map (self, way_map_item_get_id (item));
          return;
        }
    }
  if (self->list != NULL && g_str_equal (page, "maps"))
    way_window_show_maps (self);
  if (self->list != NULL && g_str_equal (page, "personas"))
    way_window_show_personas (self);
}

/**
 * way_window_step_map:
 * @self: a window with a workspace
 * @by: 1 for the next map, -1 for the one before
 */
void
way_window_step_map (WayWindow *self,
                     int        by)
{
  guint position = way_map_list_find (self->list, way_window_get_map (self)) + by;
  g_autoptr (WayMapItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (item != NULL)
    way_window_show_map (self, way_map_item_get_id (item));
}

static gboolean
has_focus (WayWindow *self,
           GtkWidget *pane)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && pane != NULL && gtk_widget_is_ancestor (focus, pane);
}

static void
focus_sidebar (WayWindow *self)
{
  if (adw_navigation_split_view_get_collapsed (self->split))
    adw_navigation_split_view_set_show_content (self->split, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->sidebar), GTK_DIR_TAB_FORWARD);
}

static void
focus_page (WayWindow *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  if (way_window_is_at_map (self))
    gtk_widget_grab_focus (GTK_WIDGET (way_map_view_get_canvas (self->view)));
  else if (way_window_is_at_personas (self))
    way_personas_page_focus (self->personas);
  else
    way_maps_page_select (self->maps_page, way_maps_page_get_selected (self->maps_page));
}

/**
 * way_window_next_pane:
 * @self: a window with a workspace
 * @back: whether to go to the one before
 *
 * Moves the focus between the sidebar, the page and, where it is shown, the pane beside a map.
 */
void
way_window_next_pane (WayWindow *self,
                      gboolean   back)
{
  GtkWidget *side = way_window_is_at_map (self) ? way_map_view_get_shown_pane (self->view) : NULL;
  guint n = side != NULL ? 3 : 2, here = 0;

  if (has_focus (self, side))
    here = 2;
  else if (has_focus (self, GTK_WIDGET (adw_navigation_view_get_visible_page (self->pages))))
    here = 1;
  switch ((here + (back ? n - 1 : 1)) % n)
    {
    case 0:
      focus_sidebar (self);
      break;
    case 1:
      focus_page (self);
      break;
    default:
      way_map_view_focus_pane (self->view);
    }
}
