/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map as assistive technology reads it: each card, cell, header and reading as an accessible object, made once it is asked for. What is in a
 * cell is below it, and made when that is asked: GTK goes through all that is beside something whenever that comes or goes. */
#include "canvas/way-canvas-item.h"

#include "base/way-i18n.h"

static GtkAccessibleRole
get_role (const WayItem *item)
{
  switch (item->role)
    {
    case WAY_ROLE_TITLE:
    case WAY_ROLE_STAGE:
      return GTK_ACCESSIBLE_ROLE_HEADING;
    case WAY_ROLE_LANE:
      return GTK_ACCESSIBLE_ROLE_ROW_HEADER;
    case WAY_ROLE_CARD:
    case WAY_ROLE_SPEECH:
    case WAY_ROLE_CHIP:
    case WAY_ROLE_STEP:
    case WAY_ROLE_STOP:
      return GTK_ACCESSIBLE_ROLE_LIST_ITEM;
    case WAY_ROLE_LINK:
    case WAY_ROLE_CURVE:
    case WAY_ROLE_READING:
    case WAY_ROLE_FLAG:
      return GTK_ACCESSIBLE_ROLE_IMG;
    case WAY_ROLE_QUOTE:
      return GTK_ACCESSIBLE_ROLE_BLOCK_QUOTE;
    default:
      return GTK_ACCESSIBLE_ROLE_LABEL;
    }
}

static char *
dup_name (WayCanvasItem *self)
{
  const WayItem *item;

  if (way_spot_is_set (&self->spot))
    return way_outline_dup_name (self->canvas->scene, &self->spot);
  item = way_scene_get_item (self->canvas->scene, way_canvas_item_get_number (self));
  if (item->role == WAY_ROLE_QUOTE && item->label != NULL)
    {
      g_autofree char *text = way_scene_dup_item_text (self->canvas->scene, item);

      /* Translators: what something on a map is, such as "Quote", and what it says. */
      return g_strdup_printf (_("%s: %s"), item->label, text);
    }
  return item->label != NULL ? g_strdup (item->label) : way_scene_dup_item_text (self->canvas->scene, item);
}

/** Old: the objects that there were in one place. After an edit nearly all of them are wanted again, in the same order. */
typedef struct
{
  GPtrArray *items;           /* borrowed */
  guint next;                 /* what is likely to be wanted */
  GHashTable *by_key;         /* nullable; borrowed keys and items, made when something else is wanted */
} Old;

static WayCanvasItem *
find_old (Old        *old,
          const char *key)
{
  if (old->next < old->items->len && g_str_equal (WAY_CANVAS_ITEM (old->items->pdata[old->next])->key, key))
    return old->items->pdata[old->next];
  if (old->by_key == NULL)
    {
      old->by_key = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = old->items->len; i > 0; i--)
        g_hash_table_insert (old->by_key, WAY_CANVAS_ITEM (old->items->pdata[i - 1])->key, old->items->pdata[i - 1]);
    }
  return g_hash_table_lookup (old->by_key, key);
}

/** Made: objects as they follow each other in one place, beside those that there were. */
typedef struct
{
  WayCanvas *canvas;
  WayCanvasItem *above;       /* nullable: the cell that they are in */
  GPtrArray *items;
  Old old;
} Made;

/* The object for @key, which it takes: the one that there was, where there was one that is not taken. */
static WayCanvasItem *
get_item (Made              *made,
          GtkAccessibleRole  role,
          char              *key)
{
  WayCanvasItem *item = find_old (&made->old, key);

  if (item != NULL && item->role == role && !item->kept)
    {
      g_free (key);
      made->old.next = item->place + 1;
      item->kept = TRUE;
      return g_object_ref (item);
    }
  item = g_object_new (WAY_TYPE_CANVAS_ITEM, "accessible-role", role, NULL);
  item->canvas = made->canvas;
  item->above = made->above;
  item->key = key;
  return item;
}

static void
tell_states (WayCanvasItem *item)
{
  gboolean selected = way_canvas_item_is_selected (item);

  if (!way_spot_is_set (&item->spot) || item->told == selected)
    return;
  item->told = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

static void
put_item (Made          *made,
          WayCanvasItem *item)
{
  item->place = made->items->len;
  g_ptr_array_add (made->items, item);
}

/* Takes @item, and says its name again where that may be another now; what has none is left out. */
static void
add_item (Made          *made,
          WayCanvasItem *item,
          gboolean       named)
{
  if (!named || item->name == NULL)
    {
      g_autofree char *name = dup_name (item);

      if (*name == '\0')
        {
          item->kept = FALSE;
          g_object_unref (item);
          return;
        }
      if (g_set_str (&item->name, name))
        gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  put_item (made, item);
  tell_states (item);
}

static WayTextBlock *
get_text (WayScene      *scene,
          const WayItem *item)
{
  const WayMark *marks = way_scene_get_marks (scene, item);

  for (guint i = 0; i < item->n_marks; i++)
    if (marks[i].type == WAY_MARK_TEXT)
      return marks[i].text.block;
  return NULL;
}

static void
tell_position (WayCanvasItem *item,
               guint          position,
               guint          of)
{
  if (item->position == position && item->of == of)
    return;
  item->position = position;
  item->of = of;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) of, -1);
}

/* A cell may have a hundred cards, and after an edit most of them are called what they were. */
static void
add_card (Made  *made,
          guint  number,
          guint  index)
{
  WayScene *scene = made->canvas->scene;
  const WayItem *scene_item = way_scene_get_item (scene, number);
  WayCanvasItem *item = get_item (made, get_role (scene_item), g_strdup_printf ("%d %s", scene_item->role, scene_item->id));
  WayTextBlock *text = get_text (scene, scene_item);
  gboolean same = made->above->same && item->text == text && item->index == index;

  way_canvas_item_set_number (item, number);
  item->spot = made->above->spot;
  item->spot.kind = WAY_KIND_CARD;
  g_strlcpy (item->spot.id, scene_item->id, sizeof item->spot.id);
  item->index = index;
  tell_position (item, index + 1, made->above->n_cards);
  g_clear_pointer (&item->text, way_text_block_unref);
  item->text = text != NULL ? way_text_block_ref (text) : NULL;
  add_item (made, item, same);
}

static void
add_scene_item (Made  *made,
                guint  number,
                guint *n_cards)
{
  WayScene *scene = made->canvas->scene;
  const WayItem *scene_item = way_scene_get_item (scene, number);
  WayCanvasItem *item;
  guint position, of;

  if (scene_item->role == WAY_ROLE_BACKDROP)
    return;
  if (scene_item->kind == WAY_KIND_CARD && made->above != NULL)
    {
      add_card (made, number, (*n_cards)++);
      return;
    }
  item = get_item (made, get_role (scene_item), scene_item->id != NULL ? g_strdup_printf ("%d %s", scene_item->role, scene_item->id)
                                                : g_strdup_printf ("%d at %u", scene_item->role, number));
  way_canvas_item_set_number (item, number);
  item->spot = (WaySpot) { 0 };
  if (way_outline_spot_of_item (scene, number, &item->spot) &&
      way_canvas_tools_get (scene)->get_position (scene, &item->spot, &position, &of))
    tell_position (item, position, of);
  add_item (made, item, FALSE);
}

/* Those of the items of a group that are in no group inside it come before these. */
static void
add_own_items (Made  *made,
               guint  number)
{
  WayScene *scene = made->canvas->scene;
  const WayGroup *group = way_scene_get_group (scene, number);
  guint n_cards = 0;

  for (guint i = group->first_item; i < group->first_item + group->n_items && way_scene_get_item (scene, i)->group == number; i++)
    add_scene_item (made, i, &n_cards);
}

/* Of an object that is on the map no more, and all that was in it. */
static void
forget_item (WayCanvasItem *item)
{
  for (guint i = 0; item->children != NULL && i < item->children->len; i++)
    forget_item (item->children->pdata[i]);
  item->canvas = NULL;
  item->above = NULL;
}

/* Tells of what came and went: a child is announced when its parent is set and it stops being hidden. */
static void
tell_difference (Made *made)
{
  GtkAccessible *parent = made->above != NULL ? GTK_ACCESSIBLE (made->above) : GTK_ACCESSIBLE (made->canvas);

  for (guint i = 0; i < made->old.items->len; i++)
    {
      WayCanvasItem *item = made->old.items->pdata[i];

      if (item->kept)
        continue;
      gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      forget_item (item);
    }
  for (guint i = 0; i < made->items->len; i++)
    {
      WayCanvasItem *item = made->items->pdata[i];

      if (item->kept)
        {
          item->kept = FALSE;
          continue;
        }
      gtk_accessible_set_accessible_parent (GTK_ACCESSIBLE (item), parent, NULL);
      gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE, -1);
      /* A parent that was set comes with a next sibling that was; ours changes, and is asked for. */
      gtk_accessible_set_accessible_parent (GTK_ACCESSIBLE (item), NULL, NULL);
    }
}

/* What is in a cell, made when it is first asked for, and from then on kept up to date; only the latter is told. */
static void
make_children (WayCanvasItem *cell)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&cell->children);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  Made made = { .canvas = cell->canvas, .above = cell, .old.items = old != NULL ? old : none };

  cell->children = made.items = g_ptr_array_new_with_free_func (g_object_unref);
  add_own_items (&made, cell->group);
  if (old != NULL)
    tell_difference (&made);
  g_clear_pointer (&made.old.by_key, g_hash_table_unref);
}

/* Gives whether @group is a cell. */
static gboolean
add_cell (Made  *made,
          guint  number)
{
  WayScene *scene = made->canvas->scene;
  const WayGroup *group = way_scene_get_group (scene, number);
  const WayGroup *lane = group->parent >= 0 ? way_scene_get_group (scene, group->parent) : NULL;
  g_autofree char *stage = NULL;
  g_autofree char *where = NULL;
  WayCanvasItem *cell;
  guint n_cards = 0;
  int header;

  if (group->role != WAY_GROUP_CELL || group->stage == NULL || lane == NULL || lane->id == NULL)
    return FALSE;
  for (guint i = group->first_item; i < group->first_item + group->n_items; i++)
    n_cards += way_scene_get_item (scene, i)->kind == WAY_KIND_CARD;
  header = way_scene_find (scene, group->stage);
  stage = header >= 0 ? way_scene_dup_item_text (scene, way_scene_get_item (scene, header)) : NULL;
  where = g_strdup_printf ("%s\n%s", lane->label != NULL ? lane->label : "", stage != NULL ? stage : "");

  cell = get_item (made, GTK_ACCESSIBLE_ROLE_GROUP, g_strdup_printf ("cell %s %s", lane->id, group->stage));
  cell->group = number;
  cell->same = !g_set_str (&cell->where, where) && cell->n_cards == n_cards;
  cell->n_cards = n_cards;
  g_strlcpy (cell->spot.lane, lane->id, sizeof cell->spot.lane);
  g_strlcpy (cell->spot.stage, group->stage, sizeof cell->spot.stage);
  /* Without cards it may be called by what else is there. */
  add_item (made, cell, cell->same && n_cards > 0);
  return TRUE;
}

/* Where those of each group begin among the objects that there were, before any of them is elsewhere. */
static guint *
list_firsts (Old   *old,
             guint  n_groups)
{
  guint *firsts = g_new (guint, n_groups + 1);
  guint next = 0;

  for (guint i = 0; i <= n_groups; i++)
    {
      while (next < old->items->len && WAY_CANVAS_ITEM (old->items->pdata[next])->group < i)
        next++;
      firsts[i] = next;
    }
  return firsts;
}

/* Takes over what a patch left alone: it is called what it was, and found where it is by its group. */
static void
keep_group (Made        *made,
            const guint *firsts,
            guint        number)
{
  for (guint i = firsts[number]; i < firsts[number + 1]; i++)
    {
      WayCanvasItem *item = made->old.items->pdata[i];

      item->kept = TRUE;
      put_item (made, g_object_ref (item));
    }
  made->old.next = firsts[number + 1];
}

static gboolean
is_left_alone (WayCanvas *self,
               guint      group)
{
  return self->items_scene == self->scene && way_canvas_tools_get (self->scene)->keeps_names &&
         way_scene_get_group (self->scene, group)->round <= self->items_round;
}

/* Cells whose children are to be brought up to date; kept objects of other cells are not looked into. */
static void
refresh_children (WayCanvas *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      WayCanvasItem *item = self->items->pdata[i];

      if (item->children != NULL && !is_left_alone (self, item->group))
        make_children (item);
    }
}

static void
make_items (WayCanvas *self)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->items);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  Made made = { .canvas = self, .old.items = old != NULL ? old : none };
  guint n_groups = way_scene_get_n_groups (self->scene);
  g_autofree guint *firsts = list_firsts (&made.old, n_groups);

  self->items = made.items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_groups; i++)
    if (old != NULL && is_left_alone (self, i))
      keep_group (&made, firsts, i);
    else if (!add_cell (&made, i))
      add_own_items (&made, i);
  if (old != NULL)
    {
      tell_difference (&made);
      refresh_children (self);
    }
  g_clear_pointer (&made.old.by_key, g_hash_table_unref);
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
      make_items (self);
      return;
    }
  for (guint i = 0; i < self->items->len; i++)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->items->pdata[i]), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  way_canvas_forget_items (self);
}

/* What is in a cell; nothing of what is none. */
GPtrArray *
way_canvas_item_get_children (WayCanvasItem *self)
{
  if (self->children == NULL && self->canvas != NULL && self->canvas->scene != NULL && way_spot_is_cell (&self->spot))
    make_children (self);
  return self->children;
}

static WayCanvasItem *
find_among (GPtrArray     *items,
            const WaySpot *spot)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    if (way_spot_equal (&WAY_CANVAS_ITEM (items->pdata[i])->spot, spot))
      return items->pdata[i];
  return NULL;
}

static WayCanvasItem *
find_item (WayCanvas     *self,
           const WaySpot *spot)
{
  WaySpot place = { 0 };
  WayCanvasItem *cell, *item;

  if (*spot->id == '\0' || *spot->lane == '\0' || *spot->stage == '\0')
    return find_among (self->items, spot);
  g_strlcpy (place.lane, spot->lane, sizeof place.lane);
  g_strlcpy (place.stage, spot->stage, sizeof place.stage);
  cell = find_among (self->items, &place);
  item = cell != NULL ? find_among (way_canvas_item_get_children (cell), spot) : NULL;
  return item != NULL ? item : find_among (self->items, spot);
}

static void
tell_all_states (GPtrArray *items)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      tell_states (items->pdata[i]);
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
      tell_states (was);
      gtk_accessible_update_platform_state (GTK_ACCESSIBLE (was), GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED);
    }
  if (is == NULL)
    return;
  tell_states (is);
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
    make_items (self);
  if (self->items != NULL && self->items->len > 0)
    return g_object_ref (g_ptr_array_index (self->items, 0));
  return way_canvas_get_first_widget (self);
}

void
way_canvas_accessible_init (GtkAccessibleInterface *iface)
{
  iface->get_first_accessible_child = canvas_get_first_accessible_child;
}
