/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map as assistive technology reads it: a tree of objects, made once it is asked for. What is in a cell, and the steps of a lane with their
 * links, are below it, and made when that is asked: GTK goes through all that is beside something whenever that comes or goes. */
#include "canvas/way-canvas-made.h"

/* Where more than these come or go in one place, the place is another one, and what is in it is asked for anew: telling of each would take time
 * that grows with the square of how many there are. */
#define TOLD 40

/* Of an object that is on the map no more, and all that was in it. */
static void
forget_item (WayCanvasItem *item)
{
  for (guint i = 0; item->children != NULL && i < item->children->len; i++)
    forget_item (item->children->pdata[i]);
  item->canvas = NULL;
  item->above = NULL;
}

static void
tell_gone (WayCanvasItem *item)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  forget_item (item);
}

/* A child is announced when its parent is set and it stops being hidden. */
static void
tell_come (WayCanvasItem *item)
{
  GtkAccessible *parent = item->above != NULL ? GTK_ACCESSIBLE (item->above) : GTK_ACCESSIBLE (item->canvas);

  gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_accessible_set_accessible_parent (GTK_ACCESSIBLE (item), parent, NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE, -1);
  /* A parent that was set comes with a next sibling that was; ours changes, and is asked for. */
  gtk_accessible_set_accessible_parent (GTK_ACCESSIBLE (item), NULL, NULL);
}

/* Tells of what came and went. */
static void
tell_difference (WayCanvasMade *made)
{
  for (guint i = 0; i < made->old->len; i++)
    if (!WAY_CANVAS_ITEM (made->old->pdata[i])->kept)
      tell_gone (made->old->pdata[i]);
  for (guint i = 0; i < made->items->len; i++)
    if (!WAY_CANVAS_ITEM (made->items->pdata[i])->kept)
      tell_come (made->items->pdata[i]);
    else
      WAY_CANVAS_ITEM (made->items->pdata[i])->kept = FALSE;
}

static guint
count_difference (WayCanvasMade *made)
{
  guint n_kept = 0;

  for (guint i = 0; i < made->items->len; i++)
    n_kept += WAY_CANVAS_ITEM (made->items->pdata[i])->kept;
  return made->items->len + made->old->len - 2 * n_kept;
}

/* The group after those that are inside one. */
static guint
find_end (WayScene *scene,
          guint     number)
{
  guint end = number + 1;

  while (end < way_scene_get_n_groups (scene) && way_scene_get_group (scene, end)->parent >= (int) number)
    end++;
  return end;
}

static GPtrArray *
get_beside (WayCanvasItem *self)
{
  return self->above != NULL ? self->above->children : self->canvas->items;
}

/* Puts an object of the same name in the place of one, and tells of both. */
static void
renew (WayCanvasItem *self)
{
  GPtrArray *beside = get_beside (self);
  g_autoptr (WayCanvasItem) held = g_object_ref (self);
  WayCanvasItem *other = way_canvas_item_new_like (self);

  tell_gone (self);
  g_object_unref (self);
  beside->pdata[other->place] = other;
  tell_come (other);
}

/* What is in a place: all of a cell, the steps of a lane, or what is on a step. */
static void
make_children (WayCanvasItem *place,
               WayCanvasMade *made,
               GPtrArray     *old)
{
  guint end = place->role == GTK_ACCESSIBLE_ROLE_LIST ? find_end (place->canvas->scene, place->group) : 0;

  way_canvas_made_init (made, place->canvas, place, old);
  if (way_spot_is_cell (&place->spot))
    way_canvas_made_add_items (made, place->group);
  else if (place->item >= 0)
    way_canvas_made_add_rest (made);
  for (guint i = place->group + 1; i < end; i++)
    if (!way_canvas_made_add_kept (made, i))
      way_canvas_made_add_step (made, i);
  place->children = made->items;
}

static void refresh_places (WayCanvas *self, GPtrArray *items);

/* From when it was first asked for it is kept up to date, and what changes is told. */
static void
refresh_children (WayCanvasItem *place)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&place->children);
  WayCanvasMade made;

  make_children (place, &made, old);
  if (count_difference (&made) <= TOLD)
    {
      tell_difference (&made);
      refresh_places (place->canvas, place->children);
    }
  else
    {
      for (guint i = 0; i < old->len; i++)
        forget_item (old->pdata[i]);
      renew (place);
    }
  way_canvas_made_clear (&made);
}

/* What is in places that were left alone is not looked into. */
static void
refresh_places (WayCanvas *self,
                GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      WayCanvasItem *item = items->pdata[i];

      if (item->children != NULL && !way_canvas_is_left_alone (self, item->group))
        refresh_children (item);
    }
}

static gboolean
holds_steps (WayScene *scene,
             guint     number)
{
  return way_scene_get_group (scene, number)->role == WAY_GROUP_LANE && number + 1 < way_scene_get_n_groups (scene) &&
         way_scene_get_group (scene, number + 1)->role == WAY_GROUP_STEP;
}

static void
make_items (WayCanvas *self)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->items);
  WayScene *scene = self->scene;
  WayCanvasMade made;

  way_canvas_made_init (&made, self, NULL, old);
  self->items = made.items;
  for (guint i = 0, next; i < way_scene_get_n_groups (scene); i = next)
    {
      next = holds_steps (scene, i) ? find_end (scene, i) : i + 1;
      if (way_canvas_made_add_kept (&made, i) || way_canvas_made_add_cell (&made, i))
        continue;
      way_canvas_made_add_items (&made, i);
      if (next > i + 1)
        way_canvas_made_add_steps (&made, i);
    }
  if (old != NULL)
    tell_difference (&made);
  way_canvas_made_clear (&made);
}

static void
refresh_items (WayCanvas *self)
{
  make_items (self);
  refresh_places (self, self->items);
  self->items_scene = self->scene;
  self->items_round = way_scene_get_round (self->scene);
}

/* Lets go of all objects, which others may still hold. */
void
way_canvas_forget_items (WayCanvas *self)
{
  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    forget_item (self->items->pdata[i]);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items_scene = NULL;
}

/* Brings the objects up to date after the map changed; none are made before somebody asks. */
void
way_canvas_refresh_items (WayCanvas *self)
{
  if (self->items == NULL)
    return;
  if (self->scene != NULL)
    {
      refresh_items (self);
      return;
    }
  for (guint i = 0; i < self->items->len; i++)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->items->pdata[i]), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  way_canvas_forget_items (self);
}

/* What is in a place; nothing of what is none. */
GPtrArray *
way_canvas_item_get_children (WayCanvasItem *self)
{
  WayCanvasMade made;

  if (self->children == NULL && self->holds && self->canvas != NULL && self->canvas->scene != NULL)
    {
      make_children (self, &made, NULL);
      way_canvas_made_clear (&made);
    }
  return self->children;
}

/* Whether what is in @group of the scene is below an object. */
static gboolean
is_above (WayCanvasItem *item,
          int            group)
{
  if (!item->holds || group < 0)
    return FALSE;
  if (item->role == GTK_ACCESSIBLE_ROLE_LIST)
    group = way_scene_get_group (item->canvas->scene, group)->parent;
  return (int) item->group == group;
}

static WayCanvasItem *
find_among (GPtrArray     *items,
            const WaySpot *spot,
            int            group)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      WayCanvasItem *item = items->pdata[i], *found;

      if (way_spot_equal (&item->spot, spot))
        return item;
      found = is_above (item, group) ? find_among (way_canvas_item_get_children (item), spot, group) : NULL;
      if (found != NULL)
        return found;
    }
  return NULL;
}

static WayCanvasItem *
find_item (WayCanvas     *self,
           const WaySpot *spot)
{
  int number = *spot->id != '\0' && self->scene != NULL ? way_scene_find (self->scene, spot->id) : -1;

  return find_among (self->items, spot, number >= 0 ? (int) way_scene_get_item (self->scene, number)->group : -1);
}

static void
tell_all_states (GPtrArray *items)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      way_canvas_item_tell_selected (items->pdata[i]);
      tell_all_states (WAY_CANVAS_ITEM (items->pdata[i])->children);
    }
}

/* Tells where the focus was and is, the old one first, and what else is selected. */
void
way_canvas_refresh_focus (WayCanvas     *self,
                          const WaySpot *before)
{
  WayCanvasItem *was = way_spot_is_set (before) ? find_item (self, before) : NULL;
  WayCanvasItem *is = way_spot_is_set (&self->selected) ? find_item (self, &self->selected) : NULL;
  gboolean many = way_canvas_has_many (self);

  if (many || self->told_many)
    tell_all_states (self->items);
  self->told_many = many;
  if (was != NULL && was != is)
    {
      way_canvas_item_tell_selected (was);
      gtk_accessible_update_platform_state (GTK_ACCESSIBLE (was), GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED);
    }
  if (is == NULL)
    return;
  way_canvas_item_tell_selected (is);
  gtk_accessible_update_platform_state (GTK_ACCESSIBLE (is), GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED);
}

/* After what is on the map come the widgets over it: what is typed in, and what is asked. */
GtkAccessible *
way_canvas_get_first_widget (WayCanvas *self)
{
  GtkWidget *widget = gtk_widget_get_first_child (GTK_WIDGET (self));

  return widget != NULL ? GTK_ACCESSIBLE (g_object_ref (widget)) : NULL;
}

static GtkAccessible *
canvas_get_first_accessible_child (GtkAccessible *accessible)
{
  WayCanvas *self = WAY_CANVAS (accessible);

  if (self->items == NULL && self->scene != NULL)
    refresh_items (self);
  if (self->items != NULL && self->items->len > 0)
    return g_object_ref (g_ptr_array_index (self->items, 0));
  return way_canvas_get_first_widget (self);
}

void
way_canvas_accessible_init (GtkAccessibleInterface *iface)
{
  iface->get_first_accessible_child = canvas_get_first_accessible_child;
}
