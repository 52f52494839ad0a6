/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map as assistive technology reads it: each card, cell, header and reading as an accessible object, made once it is asked for. */
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
  item = way_scene_get_item (self->canvas->scene, self->item);
  if (item->role == WAY_ROLE_QUOTE && item->label != NULL)
    {
      g_autofree char *text = way_scene_dup_item_text (self->canvas->scene, item);

      /* Translators: what something on a map is, such as "Quote", and what it says. */
      return g_strdup_printf (_("%s: %s"), item->label, text);
    }
  return item->label != NULL ? g_strdup (item->label) : way_scene_dup_item_text (self->canvas->scene, item);
}

/** Old: the objects that there were. After an edit nearly all of them are wanted again, in the same order. */
typedef struct
{
  GPtrArray *items;
  guint next;                 /* what is likely to be wanted */
} Old;

static WayCanvasItem *
take_old (WayCanvas     *self,
          Old           *old,
          WayCanvasItem *item)
{
  old->next = item->place + 1;
  item->round = self->items_round;
  return g_object_ref (item);
}

static WayCanvasItem *
peek_old (Old *old)
{
  return old->next < old->items->len ? g_ptr_array_index (old->items, old->next) : NULL;
}

/* The object for @key, which it takes: the one that there was, where there was one that is not taken. */
static WayCanvasItem *
get_item (WayCanvas         *self,
          Old               *old,
          GtkAccessibleRole  role,
          char              *key)
{
  WayCanvasItem *item = peek_old (old);

  if (item == NULL || !g_str_equal (item->key, key))
    item = g_hash_table_lookup (self->items_by_key, key);
  if (item != NULL && item->role == role && item->round != self->items_round)
    {
      g_free (key);
      return take_old (self, old, item);
    }
  item = g_object_new (WAY_TYPE_CANVAS_ITEM, "accessible-role", role, NULL);
  item->canvas = self;
  item->key = key;
  item->round = self->items_round;
  return item;
}

static WayCanvasItem *
get_card (WayCanvas     *self,
          Old           *old,
          const WayItem *scene_item)
{
  WayCanvasItem *item = peek_old (old);

  if (item != NULL && item->spot.kind == WAY_KIND_CARD && item->scene_role == scene_item->role && item->round != self->items_round &&
      g_str_equal (item->spot.id, scene_item->id))
    return take_old (self, old, item);
  item = get_item (self, old, get_role (scene_item), g_strdup_printf ("%d %s", scene_item->role, scene_item->id));
  item->scene_role = scene_item->role;
  return item;
}

/* Takes @item, and says its name again where that may be another now; what has none is left out. */
static void
add_item (WayCanvas     *self,
          WayCanvasItem *item,
          int            number,
          gboolean       named)
{
  if (!named || item->name == NULL)
    {
      g_autofree char *name = NULL;

      item->item = number;
      name = dup_name (item);
      if (*name == '\0')
        {
          item->round = 0;
          g_object_unref (item);
          return;
        }
      if (g_set_str (&item->name, name))
        gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  item->place = self->items->len;
  item->item = number;
  g_ptr_array_add (self->items, item);
}

/* The cell whose cards come next. */
typedef struct
{
  guint group;
  WayCanvasItem *item;        /* nullable before the first one */
  gboolean same;              /* its cards are called as before, as far as that is its doing */
  guint index;                /* of the next card */
} Cell;

static void
add_cell (WayCanvas  *self,
          Old        *old,
          guint       number,
          Cell       *cell)
{
  const WayGroup *group = way_scene_get_group (self->scene, number);
  const WayGroup *lane = group->parent >= 0 ? way_scene_get_group (self->scene, group->parent) : NULL;
  g_autofree char *stage = NULL;
  g_autofree char *where = NULL;
  guint n_cards = 0;
  int header;

  if (group->role != WAY_GROUP_CELL || group->stage == NULL || lane == NULL || lane->id == NULL)
    return;
  for (guint i = group->first_item; i < group->first_item + group->n_items; i++)
    n_cards += way_scene_get_item (self->scene, i)->kind == WAY_KIND_CARD;
  header = way_scene_find (self->scene, group->stage);
  stage = header >= 0 ? way_scene_dup_item_text (self->scene, way_scene_get_item (self->scene, header)) : NULL;
  where = g_strdup_printf ("%s\n%s", lane->label != NULL ? lane->label : "", stage != NULL ? stage : "");

  *cell = (Cell) { .group = number };
  cell->item = get_item (self, old, GTK_ACCESSIBLE_ROLE_GROUP, g_strdup_printf ("cell %s %s", lane->id, group->stage));
  cell->same = !g_set_str (&cell->item->where, where) && cell->item->n_cards == n_cards;
  cell->item->n_cards = n_cards;
  cell->item->spot = (WaySpot) { 0 };
  g_strlcpy (cell->item->spot.lane, lane->id, sizeof cell->item->spot.lane);
  g_strlcpy (cell->item->spot.stage, group->stage, sizeof cell->item->spot.stage);
  add_item (self, cell->item, -1, cell->same);
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

/* A map may have 10,000 cards, and after an edit most of them are called what they were. */
static void
add_card (WayCanvas  *self,
          Old        *old,
          guint       number,
          Cell       *cell)
{
  const WayItem *scene_item = way_scene_get_item (self->scene, number);
  WayCanvasItem *item = get_card (self, old, scene_item);
  WayTextBlock *text = get_text (self->scene, scene_item);
  gboolean same = cell->same && item->text == text && item->index == cell->index &&
                  g_str_equal (item->spot.lane, cell->item->spot.lane) && g_str_equal (item->spot.stage, cell->item->spot.stage);

  item->spot = cell->item->spot;
  item->spot.kind = WAY_KIND_CARD;
  g_strlcpy (item->spot.id, scene_item->id, sizeof item->spot.id);
  item->index = cell->index++;
  tell_position (item, item->index + 1, cell->item->n_cards);
  g_clear_pointer (&item->text, way_text_block_unref);
  item->text = text != NULL ? way_text_block_ref (text) : NULL;
  add_item (self, item, number, same);
}

static void
add_scene_item (WayCanvas  *self,
                Old        *old,
                guint       number,
                Cell       *cell)
{
  const WayItem *scene_item = way_scene_get_item (self->scene, number);
  WayCanvasItem *item;
  guint position, of;

  if (scene_item->role == WAY_ROLE_BACKDROP)
    return;
  if (scene_item->kind == WAY_KIND_CARD && cell->item != NULL && scene_item->group == cell->group)
    {
      add_card (self, old, number, cell);
      return;
    }
  item = get_item (self, old, get_role (scene_item), scene_item->id != NULL ? g_strdup_printf ("%d %s", scene_item->role, scene_item->id)
                                                                            : g_strdup_printf ("%d at %u", scene_item->role, number));
  if (way_outline_spot_of_item (self->scene, number, &item->spot) &&
      way_canvas_tools_get (self->scene)->get_position (self->scene, &item->spot, &position, &of))
    tell_position (item, position, of);
  add_item (self, item, number, FALSE);
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

/* Tells of what came and went: a child is announced when its parent is set and it stops being hidden. */
static void
tell_difference (WayCanvas *self,
                 GPtrArray *old)
{
  for (guint i = 0; i < old->len; i++)
    {
      WayCanvasItem *item = g_ptr_array_index (old, i);

      if (item->round == self->items_round)
        continue;
      if (g_hash_table_lookup (self->items_by_key, item->key) == item)
        g_hash_table_remove (self->items_by_key, item->key);
      gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      item->canvas = NULL;
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      WayCanvasItem *item = g_ptr_array_index (self->items, i);

      if (item->known)
        continue;
      item->known = TRUE;
      g_hash_table_replace (self->items_by_key, item->key, item);
      if (self->items_round == 1)
        continue;
      gtk_accessible_set_accessible_parent (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE (self), NULL);
      gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE, -1);
      /* A parent that was set comes with a next sibling that was; ours changes, and is asked for. */
      gtk_accessible_set_accessible_parent (GTK_ACCESSIBLE (item), NULL, NULL);
    }
}

static void
make_items (WayCanvas *self)
{
  g_autoptr (GPtrArray) old_items = self->items != NULL ? g_steal_pointer (&self->items) : g_ptr_array_new ();
  guint n_groups = way_scene_get_n_groups (self->scene), group = 0;
  Old old = { .items = old_items };
  Cell cell = { 0 };

  self->items = g_ptr_array_new_full (old_items->len + 16, g_object_unref);
  if (self->items_by_key == NULL)
    {
      self->items_by_key = g_hash_table_new (g_str_hash, g_str_equal);
      self->items_round = 0;
    }
  self->items_round++;
  for (guint i = 0; i <= way_scene_get_n_items (self->scene); i++)
    {
      for (; group < n_groups && way_scene_get_group (self->scene, group)->first_item <= i; group++)
        add_cell (self, &old, group, &cell);
      if (i < way_scene_get_n_items (self->scene))
        add_scene_item (self, &old, i, &cell);
    }
  for (guint i = 0; i < self->items->len; i++)
    tell_states (g_ptr_array_index (self->items, i));
  tell_difference (self, old_items);
}

void
way_canvas_forget_items (WayCanvas *self)
{
  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    {
      WayCanvasItem *item = g_ptr_array_index (self->items, i);

      gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      item->canvas = NULL;
    }
  g_clear_pointer (&self->items_by_key, g_hash_table_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
}

/* Brings the objects up to date after the map changed; none are made before somebody asks. */
void
way_canvas_refresh_items (WayCanvas *self)
{
  if (self->items == NULL)
    return;
  if (self->scene == NULL)
    way_canvas_forget_items (self);
  else
    make_items (self);
}

static WayCanvasItem *
find_item (WayCanvas     *self,
           const WaySpot *spot)
{
  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    if (way_spot_equal (&WAY_CANVAS_ITEM (g_ptr_array_index (self->items, i))->spot, spot))
      return g_ptr_array_index (self->items, i);
  return NULL;
}

/* Tells where the focus was and is, the old one first, and what else is selected. */
void
way_canvas_refresh_focus (WayCanvas     *self,
                          const WaySpot *before)
{
  WayCanvasItem *was = way_spot_is_set (before) ? find_item (self, before) : NULL;
  WayCanvasItem *is = way_spot_is_set (&self->selected) ? find_item (self, &self->selected) : NULL;
  gboolean many = way_canvas_has_many (self);

  for (guint i = 0; self->items != NULL && (many || self->told_many) && i < self->items->len; i++)
    tell_states (g_ptr_array_index (self->items, i));
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
