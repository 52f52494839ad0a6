/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected: the spot that the keyboard is at, and with it several things of a kind where they are. */
#include "canvas/way-canvas-private.h"

#include "base/way-i18n.h"

static void
selection_changed (WayCanvas     *self,
                   const WaySpot *before)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  way_canvas_refresh_focus (self, before);
  g_object_notify (G_OBJECT (self), "selected");
}

static void
set_cursor_spot (WayCanvas     *self,
                 const WaySpot *spot,
                 gboolean       show)
{
  WayRect area;

  self->selected = *spot;
  self->selected_index = self->scene != NULL && way_spot_is_set (spot) ? way_outline_get_index (self->scene, spot) : -1;
  if (show && self->scene != NULL && way_outline_get_bounds (self->scene, spot, &area))
    {
      way_view_show (&self->view, &area, 2 * WAY_VIEW_MARGIN);
      way_canvas_view_changed (self);
    }
}

/* Selects @spot alone, or nothing; scrolls to it where it is to be seen. */
void
way_canvas_select (WayCanvas     *self,
                   const WaySpot *spot,
                   gboolean       show)
{
  WaySpot before = self->selected;
  gboolean many = way_canvas_has_many (self);

  self->picking = FALSE;
  g_hash_table_remove_all (self->chosen);
  self->anchor = *spot;
  set_cursor_spot (self, spot, show);
  if (many || !way_spot_equal (&before, spot))
    selection_changed (self, &before);
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Selects @spots together, with the keyboard at @cursor; where the selection is drawn out from stays. */
void
way_canvas_select_many (WayCanvas     *self,
                        GArray        *spots,
                        const WaySpot *cursor,
                        gboolean       show)
{
  WaySpot before = self->selected;

  self->picking = FALSE;
  g_hash_table_remove_all (self->chosen);
  for (guint i = 0; i < spots->len; i++)
    g_hash_table_add (self->chosen, g_strdup (g_array_index (spots, WaySpot, i).id));
  set_cursor_spot (self, cursor, show);
  selection_changed (self, &before);
}

/**
 * way_canvas_select_again:
 * @self: a canvas
 * @spots: (element-type WaySpot): what was selected before an edit, or was made by it
 * @cursor: the id of the one that is in hand
 *
 * Selects them wherever they are now.
 */
void
way_canvas_select_again (WayCanvas  *self,
                         GArray     *spots,
                         const char *cursor)
{
  g_autoptr (GArray) now = g_array_new (FALSE, FALSE, sizeof (WaySpot));
  WaySpot spot, at = { 0 };

  for (guint i = 0; i < spots->len; i++)
    if (way_outline_find (self->scene, g_array_index (spots, WaySpot, i).id, &spot))
      {
        g_array_append_val (now, spot);
        if (g_str_equal (spot.id, cursor) || i == 0)
          at = spot;
      }
  if (now->len > 1)
    {
      self->anchor = g_array_index (now, WaySpot, 0);
      way_canvas_select_many (self, now, &at, TRUE);
    }
  else
    way_canvas_select (self, &at, TRUE);
}

gboolean
way_canvas_has_many (WayCanvas *self)
{
  return g_hash_table_size (self->chosen) > 0;
}

/* Whether @spot is selected, alone or among others. */
gboolean
way_canvas_is_selected (WayCanvas     *self,
                        const WaySpot *spot)
{
  if (way_canvas_has_many (self))
    return *spot->id != '\0' && g_hash_table_contains (self->chosen, spot->id);
  return way_spot_is_set (spot) && way_spot_equal (spot, &self->selected);
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  return way_scene_find (data, ((const WaySpot *) a)->id) - way_scene_find (data, ((const WaySpot *) b)->id);
}

/**
 * way_canvas_list_selection:
 * @self: a canvas
 *
 * Returns: (transfer full) (element-type WaySpot): what is selected and has a record, in reading order
 */
GArray *
way_canvas_list_selection (WayCanvas *self)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (WaySpot));
  GHashTableIter iter;
  const char *id;
  WaySpot spot;

  if (!way_canvas_has_many (self))
    {
      if (*self->selected.id != '\0')
        g_array_append_val (spots, self->selected);
      return spots;
    }
  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    if (way_outline_find (self->scene, id, &spot))
      g_array_append_val (spots, spot);
  g_array_sort_with_data (spots, compare_places, self->scene);
  return spots;
}

/**
 * way_canvas_get_selected:
 * @self: a canvas
 *
 * Returns: (nullable): the id of what is selected; where several things are, of the one that the keyboard is at
 */
const char *
way_canvas_get_selected (WayCanvas *self)
{
  return *self->selected.id != '\0' ? self->selected.id : NULL;
}

/**
 * way_canvas_get_spot:
 * @self: a canvas
 *
 * Returns: (transfer none): where the keyboard is: a thing, a cell or nothing
 */
const WaySpot *
way_canvas_get_spot (WayCanvas *self)
{
  return &self->selected;
}

/**
 * way_canvas_get_cell_selected:
 * @self: a canvas
 *
 * Returns: whether a card or an empty cell is selected, so that a card can be added there
 */
gboolean
way_canvas_get_cell_selected (WayCanvas *self)
{
  return *self->selected.lane != '\0' && *self->selected.stage != '\0';
}

/**
 * way_canvas_select_id:
 * @self: a canvas
 * @id: (nullable): the id of a record, or %NULL for nothing
 *
 * Selects what shows the record and scrolls to it.
 *
 * Returns: whether it is on the map and can be selected
 */
gboolean
way_canvas_select_id (WayCanvas  *self,
                      const char *id)
{
  WaySpot spot = { 0 };

  if (id != NULL && (self->scene == NULL || !way_outline_find (self->scene, id, &spot)))
    return FALSE;
  way_canvas_select (self, &spot, id != NULL);
  return TRUE;
}

/**
 * way_canvas_select_cell:
 * @self: a canvas
 * @lane: the id of a lane
 * @stage: the id of a stage
 *
 * Selects the cell where they meet, and scrolls to it.
 */
void
way_canvas_select_cell (WayCanvas  *self,
                        const char *lane,
                        const char *stage)
{
  WaySpot spot = { WAY_KIND_NONE };

  g_strlcpy (spot.lane, lane, sizeof spot.lane);
  g_strlcpy (spot.stage, stage, sizeof spot.stage);
  if (self->scene != NULL && way_canvas_tools_get (self->scene)->get_cell_bounds (self->scene, &spot, &(WayRect) { 0 }))
    way_canvas_select (self, &spot, TRUE);
}

/* Draws the selection out from where it began to @spot. */
void
way_canvas_extend_to (WayCanvas     *self,
                      const WaySpot *spot)
{
  g_autoptr (GArray) spots = NULL;

  if (!way_spot_is_set (&self->anchor))
    self->anchor = *spot;
  spots = way_outline_list_between (self->scene, &self->anchor, spot);
  if (spots->len == 1 && way_spot_equal (&g_array_index (spots, WaySpot, 0), spot))
    g_array_set_size (spots, 0);
  way_canvas_select_many (self, spots, spot, TRUE);
}

/* Adds @spot to what is selected, or takes it out. */
void
way_canvas_toggle (WayCanvas     *self,
                   const WaySpot *spot)
{
  g_autoptr (GArray) spots = way_canvas_list_selection (self);
  gboolean joins = way_canvas_tools_get (self->scene)->can_join (spot), found = FALSE;
  WaySpot cursor = *spot;

  for (guint i = 0; i < spots->len; i++)
    {
      joins = joins && g_array_index (spots, WaySpot, i).kind == spot->kind;
      if (!g_str_equal (g_array_index (spots, WaySpot, i).id, spot->id))
        continue;
      g_array_remove_index (spots, i--);
      found = TRUE;
    }
  if (!joins)
    {
      way_canvas_select (self, spot, FALSE);
      return;
    }
  if (!found)
    g_array_append_val (spots, *spot);
  else
    cursor = spots->len > 0 ? g_array_index (spots, WaySpot, spots->len - 1) : (WaySpot) { 0 };
  if (spots->len <= 1)
    {
      way_canvas_select (self, &cursor, FALSE);
      return;
    }
  self->anchor = cursor;
  way_canvas_select_many (self, spots, &cursor, FALSE);
}

static void
announce_count (WayCanvas *self,
                guint      n)
{
  g_autofree char *said = g_strdup_printf (self->selected.kind == WAY_KIND_STEP ? ngettext ("%u step selected", "%u steps selected", n)
                                           : ngettext ("%u card selected", "%u cards selected", n), n);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Whether the keyboard goes about without what is selected: separate cards are being picked. */
gboolean
way_canvas_is_picking (WayCanvas *self)
{
  return self->picking && way_canvas_has_many (self);
}

/* Picks what the keyboard is at, or lets go of it; from then on arrows leave what is picked. FALSE where it cannot be one of several. */
gboolean
way_canvas_pick (WayCanvas *self)
{
  WaySpot before = self->selected;
  guint n;

  if (*before.id == '\0' || !way_canvas_tools_get (self->scene)->can_join (&before))
    return FALSE;
  self->picking = TRUE;
  self->anchor = before;
  if (!g_hash_table_remove (self->chosen, before.id))
    g_hash_table_add (self->chosen, g_strdup (before.id));
  n = g_hash_table_size (self->chosen);
  self->picking = n > 0;
  selection_changed (self, &before);
  announce_count (self, n);
  return TRUE;
}

/* Takes the keyboard elsewhere and leaves what is picked. */
void
way_canvas_go_picking (WayCanvas     *self,
                       const WaySpot *spot)
{
  WaySpot before = self->selected;

  set_cursor_spot (self, spot, TRUE);
  selection_changed (self, &before);
}

/* What is done is done to what is picked: the keyboard goes back there. */
void
way_canvas_end_picking (WayCanvas *self)
{
  g_autoptr (GArray) spots = NULL;

  if (!way_canvas_is_picking (self))
    return;
  self->picking = FALSE;
  spots = way_canvas_list_selection (self);
  if (spots->len == 1)
    way_canvas_select (self, &g_array_index (spots, WaySpot, 0), TRUE);
  else if (spots->len > 1 && !way_canvas_is_selected (self, &self->selected))
    way_canvas_select_many (self, spots, &g_array_index (spots, WaySpot, spots->len - 1), TRUE);
}

/**
 * way_canvas_select_all:
 * @self: a canvas
 *
 * Selects all that is where the selection is, and when it is selected already all of the map.
 */
void
way_canvas_select_all (WayCanvas *self)
{
  gboolean can = self->scene != NULL && way_canvas_tools_get (self->scene)->list_all != NULL;
  g_autoptr (GArray) spots = can ? way_canvas_tools_get (self->scene)->list_all (self) : NULL;
  WaySpot cursor;

  if (spots == NULL || spots->len == 0)
    return;
  cursor = way_canvas_tools_get (self->scene)->can_join (&self->selected) ? self->selected : g_array_index (spots, WaySpot, 0);
  if (spots->len == 1)
    way_canvas_select (self, &cursor, FALSE);
  else
    way_canvas_select_many (self, spots, &cursor, FALSE);
  announce_count (self, spots->len);
}

static gboolean
is_of_interest (WayKind kind)
{
  return kind != WAY_KIND_MAP && kind != WAY_KIND_NONE;
}

/* What was undone, redone or made is what is looked at next; where what was selected went, its neighbour is. */
void
way_canvas_follow_changes (WayCanvas  *self,
                           WayChanges *changes)
{
  GHashTableIter iter;
  const char *id;
  WaySpot spot;

  for (guint i = 0; i < way_changes_get_length (changes); i++)
    {
      const WayChange *change = way_changes_get (changes, i);

      if (is_of_interest (change->kind) && change->type != WAY_CHANGE_REMOVED && way_outline_find (self->scene, change->id, &spot))
        {
          way_canvas_select (self, &spot, TRUE);
          return;
        }
    }
  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    if (way_scene_find (self->scene, id) < 0)
      g_hash_table_iter_remove (&iter);
  if (!way_spot_is_set (&self->selected))
    return;
  if (*self->selected.id != '\0' ? way_outline_find (self->scene, self->selected.id, &spot)
                                 : way_canvas_tools_get (self->scene)->get_cell_bounds (self->scene, &self->selected, &(WayRect) { 0 }))
    return;
  if (!way_outline_get_heir (self->scene, &self->selected, self->selected_index, &spot))
    spot = (WaySpot) { 0 };
  way_canvas_select (self, &spot, FALSE);
}
