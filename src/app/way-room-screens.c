/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which screen a room looks at. */
#include "app/way-room-screens.h"

/**
 * way_room_screens_find_other:
 * @screens: (array length=n_screens): where the screens are
 * @n_screens: how many there are
 * @desk: where the desk's is
 *
 * A screen that shows what the desk's does is no other one.
 *
 * Returns: the number of the largest screen that the desk is not on, or -1
 */
int
way_room_screens_find_other (const GdkRectangle *screens,
                             guint               n_screens,
                             const GdkRectangle *desk)
{
  int best = -1;

  for (guint i = 0; i < n_screens; i++)
    {
      GdkRectangle shared;

      /* Mirrored screens of different sizes share their corner. */
      if (gdk_rectangle_intersect (&screens[i], desk, &shared))
        continue;
      if (best < 0 || (gint64) screens[i].width * screens[i].height > (gint64) screens[best].width * screens[best].height)
        best = i;
    }
  return best;
}

/**
 * way_room_screens_choose:
 * @desk: the window that is worked in
 * @same: whether to take its own screen
 *
 * Returns: (transfer full) (nullable): the screen for the room, where there is one
 */
GdkMonitor *
way_room_screens_choose (GtkWindow *desk,
                         gboolean   same)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (desk));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (desk));
  GdkMonitor *own = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;
  GListModel *monitors = gdk_display_get_monitors (display);
  g_autoptr (GArray) screens = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  GdkRectangle desk_screen;
  int other;

  if (own == NULL || same)
    return own != NULL ? g_object_ref (own) : NULL;
  gdk_monitor_get_geometry (own, &desk_screen);
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle screen;

      gdk_monitor_get_geometry (monitor, &screen);
      g_array_append_val (screens, screen);
    }
  other = way_room_screens_find_other ((const GdkRectangle *) screens->data, screens->len, &desk_screen);
  return other >= 0 ? g_list_model_get_item (monitors, other) : NULL;
}
