/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting a part of a map in place of itself, and moving what it pushes. Items, marks and groups stay in one piece each: to go through
 * them takes a fraction of what it takes to lay them out. */
#include "scene/way-scene-private.h"

#include <string.h>

/* The first group after @number that is not in it. */
static guint
get_end (WayScene *self,
         guint     number)
{
  guint end = number + 1;

  while (end < self->groups->len && g_array_index (self->groups, WayGroup, end).parent >= (int) number)
    end++;
  return end;
}

/* Begins to build what takes the place of @group. */
void
way_scene_begin_patch (WayScene *self,
                       guint     group)
{
  const WayGroup *old = way_scene_get_group (self, group);
  guint first_item = old->first_item, n_items = old->n_items;

  way_scene_set_aside (self, n_items + 8, 4 * n_items + 32);
  self->change.patches = TRUE;
  self->change.group = self->change.next_group = group;
  self->change.end_group = get_end (self, group);
  self->change.first_item = first_item;
  self->change.n_items = n_items;
}

/* Puts the elements of @with, which it takes, in place of @n others. */
static void
splice (GArray         *array,
        guint           first,
        guint           n,
        GArray         *with,
        GDestroyNotify  clear)
{
  guint size = g_array_get_element_size (array), both = MIN (n, with->len);
  char *at = array->data + (gsize) first * size;

  for (guint i = 0; clear != NULL && i < both; i++)
    clear (at + (gsize) i * size);
  memcpy (at, with->data, (gsize) both * size);
  if (n > both)
    g_array_remove_range (array, first + both, n - both);
  else if (with->len > both)
    g_array_insert_vals (array, first + both, with->data + (gsize) both * size, with->len - both);
  g_array_set_clear_func (with, NULL);
  g_array_unref (with);
}

/* Whether the items are of the same records as before, one by one. */
static gboolean
has_same_ids (const WaySceneChange *change,
              GArray               *items)
{
  const WayItem *before = &g_array_index (change->items, WayItem, change->first_item), *now = (const WayItem *) items->data;

  if (change->n_items != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (before[i].id, now[i].id) != 0)
      return FALSE;
  return TRUE;
}

/* Keeps the table of what is where in step: takes out what was in the group, and renumbers what comes after. */
static GPtrArray *
forget_found (WayScene *self,
              int       by)
{
  const WaySceneChange *change = &self->change;
  GPtrArray *gone = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->found);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      guint number = GPOINTER_TO_UINT (value) - 1;

      if (number >= change->first_item + change->n_items)
        g_hash_table_iter_replace (&iter, GUINT_TO_POINTER (number + 1 + by));
      else if (number >= change->first_item)
        {
          g_ptr_array_add (gone, id);
          g_hash_table_iter_remove (&iter);
        }
    }
  return gone;
}

/* Finds what is in the group now, and what was there and is shown further down as well. */
static void
find_again (WayScene  *self,
            GPtrArray *gone,
            guint      first,
            guint      n)
{
  for (guint i = first + n; i > first; i--)
    {
      const char *id = way_scene_get_item (self, i - 1)->id;
      guint found = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->found, id)) : 0;

      if (id != NULL && (found == 0 || found > i))
        g_hash_table_insert (self->found, (char *) id, GUINT_TO_POINTER (i));
    }
  for (guint k = 0; k < gone->len; k++)
    for (guint i = first + n; i < self->items->len && !g_hash_table_contains (self->found, gone->pdata[k]); i++)
      if (g_strcmp0 (way_scene_get_item (self, i)->id, gone->pdata[k]) == 0)
        g_hash_table_insert (self->found, (char *) way_scene_get_item (self, i)->id, GUINT_TO_POINTER (i + 1));
}

/* Items and groups after those that were put in know others by numbers that are others now. */
static void
renumber (WayScene *self,
          guint     first,
          guint     n,
          int       by_items,
          int       by_marks)
{
  const WaySceneChange *change = &self->change;

  for (guint i = first + n; i < self->items->len; i++)
    {
      WayItem *item = &g_array_index (self->items, WayItem, i);

      item->first_mark += by_marks;
      if (item->owner >= (int) (first + change->n_items))
        item->owner += by_items;
    }
  for (guint i = change->group; i < change->end_group; i++)
    g_array_index (self->groups, WayGroup, i).first_item += first;
  for (guint i = change->end_group; i < self->groups->len; i++)
    g_array_index (self->groups, WayGroup, i).first_item += by_items;
  for (int i = way_scene_get_group (self, change->group)->parent; i >= 0; i = way_scene_get_group (self, i)->parent)
    g_array_index (self->groups, WayGroup, i).n_items += by_items;
}

/* Puts what was built in the place of the group. */
void
way_scene_end_patch (WayScene *self)
{
  const WaySceneChange *change = &self->change;
  GArray *items = self->items, *marks = self->marks;
  const WayItem *before = &g_array_index (change->items, WayItem, change->first_item);
  guint first = change->first_item, n = items->len, n_before = change->n_items;
  guint first_mark = n_before > 0 ? before->first_mark : 0, n_marks = 0;
  int by_items = (int) n - (int) n_before, by_marks;
  g_autoptr (GPtrArray) gone = NULL;

  g_assert (change->next_group == change->end_group);
  way_scene_compare (self, before, n_before, (const WayMark *) change->marks->data, (const WayItem *) items->data, n,
                     (const WayMark *) marks->data);
  for (guint i = 0; i < n_before; i++)
    n_marks += before[i].n_marks;
  if (n_before == 0)
    first_mark = first < change->items->len ? before->first_mark : change->marks->len;
  by_marks = (int) marks->len - (int) n_marks;
  for (guint i = 0; i < n; i++)
    {
      WayItem *item = &g_array_index (items, WayItem, i);

      item->first_mark += first_mark;
      if (item->owner >= 0)
        item->owner += first;
    }
  if (self->found != NULL && !has_same_ids (change, items))
    gone = forget_found (self, by_items);

  self->items = change->items;
  self->marks = change->marks;
  splice (self->items, first, n_before, items, NULL);
  splice (self->marks, first_mark, n_marks, marks, way_scene_clear_mark);
  renumber (self, first, n, by_items, by_marks);
  if (gone != NULL)
    find_again (self, gone, first, n);
  self->change = (WaySceneChange) { 0 };
  way_scene_forget_index (self);
}

/* Moves a group with all that is in it down by @by points. */
void
way_scene_move_group (WayScene *self,
                      guint     group,
                      double    by)
{
  const WayGroup *all = way_scene_get_group (self, group);
  guint end = get_end (self, group);
  WayRect area;

  if (by == 0 || all->n_items == 0)
    return;
  for (guint i = all->first_item; i < all->first_item + all->n_items; i++)
    {
      WayItem *item = &g_array_index (self->items, WayItem, i);

      area = i == all->first_item ? item->bounds : way_rect_union (&area, &item->bounds);
      item->bounds.y += by;
      item->signature = 0;
      for (guint k = 0; k < item->n_marks; k++)
        way_scene_move_mark (&g_array_index (self->marks, WayMark, item->first_mark + k), 0, by);
    }
  for (guint i = group; i < end; i++)
    g_array_index (self->groups, WayGroup, i).bounds.y += by;
  way_scene_add_dirty (self, &area);
  area.y += by;
  way_scene_add_dirty (self, &area);
  way_scene_forget_index (self);
}

/* Makes a lane higher by @by points: the boxes of its header, and its cells, in which nothing moves. */
void
way_scene_stretch_lane (WayScene *self,
                        guint     lane,
                        double    by)
{
  WayItem *header = &g_array_index (self->items, WayItem, way_scene_get_group (self, lane)->first_item);
  guint end = get_end (self, lane);
  WayRect before = header->bounds;

  g_assert (header->role == WAY_ROLE_LANE);
  for (guint i = 0; i < header->n_marks; i++)
    {
      WayMark *mark = &g_array_index (self->marks, WayMark, header->first_mark + i);

      if (mark->type == WAY_MARK_BOX)
        mark->box.rect.height += by;
    }
  header->bounds.height += by;
  header->signature = 0;
  for (guint i = lane + 1; i < end; i++)
    g_array_index (self->groups, WayGroup, i).bounds.height += by;
  before = way_rect_union (&before, &header->bounds);
  way_scene_add_dirty (self, &before);
  way_scene_fit_group (self, lane);
  way_scene_forget_index (self);
}
