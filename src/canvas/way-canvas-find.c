/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding words on the map, whatever their accents and case, with a mark around everything that has them. */
#include "canvas/way-canvas-private.h"

/* How text is compared: without case, accents and vowel signs, and however its letters are composed. */
char *
way_canvas_dup_folded (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = apart != NULL ? g_utf8_casefold (apart, -1) : g_strdup ("");
  GString *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (!g_unichar_ismark (letter))
        g_string_append_unichar (plain, g_unichar_isspace (letter) ? ' ' : letter);
    }
  return g_string_free_and_steal (plain);
}

/* What can be selected for it: itself, or what it sits on, as of a quote the card. */
static gboolean
find_spot (WayScene *scene,
           int       item,
           WaySpot  *spot)
{
  while (item >= 0 && !way_outline_spot_of_item (scene, item, spot))
    item = way_scene_get_item (scene, item)->owner;
  return item >= 0;
}

/* Looks again, after the map changed. */
void
way_canvas_refresh_found (WayCanvas *self)
{
  WaySpot spot;

  g_hash_table_remove_all (self->found);
  g_array_set_size (self->found_spots, 0);
  for (guint i = 0; self->sought != NULL && self->scene != NULL && i < way_scene_get_n_items (self->scene); i++)
    {
      const WayItem *item = way_scene_get_item (self->scene, i);
      g_autofree char *text = NULL;
      g_autofree char *folded = NULL;

      if (item->role == WAY_ROLE_BACKDROP || !find_spot (self->scene, i, &spot) || g_hash_table_contains (self->found, spot.id))
        continue;
      text = way_scene_dup_item_text (self->scene, item);
      folded = way_canvas_dup_folded (item->role == WAY_ROLE_FLAG && item->label != NULL ? item->label : text);
      if (strstr (folded, self->sought) == NULL)
        continue;
      g_hash_table_add (self->found, g_strdup (spot.id));
      g_array_append_val (self->found_spots, spot);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * way_canvas_find:
 * @self: a canvas
 * @text: (nullable): what to look for; nothing for an end to it
 *
 * Marks everything on the map that has those words, and goes on marking as the map changes.
 *
 * Returns: how many things have them
 */
guint
way_canvas_find (WayCanvas  *self,
                 const char *text)
{
  g_free (self->sought);
  self->sought = text != NULL && *text != '\0' ? way_canvas_dup_folded (text) : NULL;
  if (self->sought != NULL && *self->sought == '\0')
    g_clear_pointer (&self->sought, g_free);
  way_canvas_refresh_found (self);
  return self->found_spots->len;
}

/**
 * way_canvas_find_next:
 * @self: a canvas
 * @backwards: whether to go towards the beginning
 *
 * Selects the next thing that was found after the selection, in reading order, and begins anew at the end.
 *
 * Returns: which of them it is, from 1; 0 where nothing was found
 */
guint
way_canvas_find_next (WayCanvas *self,
                      gboolean   backwards)
{
  guint n = self->found_spots->len;
  int here = *self->selected.id != '\0' && self->scene != NULL ? way_scene_find (self->scene, self->selected.id) : -1;
  int chosen = backwards ? (int) n - 1 : 0;

  if (n == 0)
    return 0;
  for (guint i = 0; i < n; i++)
    {
      int item = way_scene_find (self->scene, g_array_index (self->found_spots, WaySpot, i).id);

      if (!backwards && item > here)
        {
          chosen = i;
          break;
        }
      if (backwards && item < here)
        chosen = i;
    }
  way_canvas_select (self, &g_array_index (self->found_spots, WaySpot, chosen), TRUE);
  return chosen + 1;
}

/* Two lines around what was found, which nothing else has. */
void
way_canvas_draw_found (WayCanvas   *self,
                       GtkSnapshot *snapshot)
{
  g_autoptr (GArray) seen = NULL;
  WayRect visible = way_view_get_visible (&self->view);

  if (self->found_spots->len == 0)
    return;
  seen = g_array_new (FALSE, FALSE, sizeof (guint));
  way_scene_query (self->scene, &visible, seen);
  for (guint i = 0; i < seen->len; i++)
    {
      const WayItem *item = way_scene_get_item (self->scene, g_array_index (seen, guint, i));
      double by = 3 / way_view_get_scale (&self->view);
      WayRect outer = way_rect_grow (&item->bounds, by);
      WaySpot spot;

      if (item->id == NULL || !g_hash_table_contains (self->found, item->id) || !find_spot (self->scene, g_array_index (seen, guint, i), &spot))
        continue;
      way_canvas_draw_ring (self, snapshot, &item->bounds, 1.5, 1);
      way_canvas_draw_ring (self, snapshot, &outer, 1.5, 1);
    }
}
