/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objects for what is on the map, made in the order in which it is read, or taken over from those that there were: what each is called, which of how
 * many it is, and whether it is selected. */
#include "canvas/way-canvas-made.h"

#include "base/way-i18n.h"
#include "scene/way-scene-pathway.h"

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

/* What holds the steps of a lane. */
char *
way_canvas_item_dup_list_key (const char *lane)
{
  return g_strdup_printf ("steps of %s", lane);
}

static char *
dup_list_name (WayCanvasItem *self)
{
  WayScene *scene = self->canvas->scene;
  const WayGroup *lane = way_scene_get_group (scene, self->group);
  guint number, n_steps;

  way_scene_get_step_number (scene, lane->first_item, lane, &number, &n_steps);
  /* Translators: the title of a lane of a pathway, and how many steps are in it. */
  return g_strdup_printf (ngettext ("%s: %u step", "%s: %u steps", n_steps), lane->label != NULL ? lane->label : "", n_steps);
}

static char *
dup_name (WayCanvasItem *self)
{
  const WayItem *item;

  if (self->role == GTK_ACCESSIBLE_ROLE_LIST)
    return dup_list_name (self);
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

static WayCanvasItem *
find_old (WayCanvasMade *self,
          const char    *key)
{
  GPtrArray *old = self->old;

  if (old == NULL)
    return NULL;
  if (self->next < old->len && g_str_equal (WAY_CANVAS_ITEM (old->pdata[self->next])->key, key))
    return old->pdata[self->next];
  if (self->by_key == NULL)
    {
      self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = old->len; i > 0; i--)
        g_hash_table_insert (self->by_key, WAY_CANVAS_ITEM (old->pdata[i - 1])->key, old->pdata[i - 1]);
    }
  return g_hash_table_lookup (self->by_key, key);
}

/* The object for @key, which it takes: the one that there was, where there was one that is not taken. */
static WayCanvasItem *
get_item (WayCanvasMade     *made,
          GtkAccessibleRole  role,
          char              *key)
{
  WayCanvasItem *item = find_old (made, key);

  if (item != NULL && item->role == role && !item->kept)
    {
      g_free (key);
      made->next = item->place + 1;
      item->kept = TRUE;
      return g_object_ref (item);
    }
  item = g_object_new (WAY_TYPE_CANVAS_ITEM, "accessible-role", role, NULL);
  item->canvas = made->canvas;
  item->above = made->above;
  item->key = key;
  return item;
}

/* Whether it is selected, where that was not told. */
void
way_canvas_item_tell_selected (WayCanvasItem *item)
{
  gboolean selected = way_canvas_item_is_selected (item);

  if (!way_spot_is_set (&item->spot) || item->told == selected)
    return;
  item->told = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

static void
put_item (WayCanvasMade *made,
          WayCanvasItem *item)
{
  item->place = made->items->len;
  g_ptr_array_add (made->items, item);
}

/* Takes @item, and says its name again where that may be another now; what has none is left out. */
static void
add_item (WayCanvasMade *made,
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
  way_canvas_item_tell_selected (item);
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

/* Another object for the same place, with nothing in it yet. */
WayCanvasItem *
way_canvas_item_new_like (WayCanvasItem *other)
{
  WayCanvasItem *self = g_object_new (WAY_TYPE_CANVAS_ITEM, "accessible-role", other->role, NULL);

  self->canvas = other->canvas;
  self->above = other->above;
  self->holds = other->holds;
  self->place = other->place;
  self->group = other->group;
  self->item = other->item;
  self->spot = other->spot;
  self->key = g_strdup (other->key);
  self->name = g_strdup (other->name);
  self->where = g_strdup (other->where);
  self->n_cards = other->n_cards;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
  if (other->of > 0)
    tell_position (self, other->position, other->of);
  way_canvas_item_tell_selected (self);
  return self;
}

/* A cell may have a hundred cards, and after an edit most of them are called what they were. */
static void
add_card (WayCanvasMade *made,
          guint          number,
          guint          index)
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
add_scene_item (WayCanvasMade *made,
                guint          number,
                guint         *n_cards)
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

static gboolean
is_own (WayScene *scene,
        guint     group,
        guint     item)
{
  const WayGroup *of = way_scene_get_group (scene, group);

  return item < of->first_item + of->n_items && way_scene_get_item (scene, item)->group == group;
}

/* Those of the items of a group that are in no group inside it come before these. */
void
way_canvas_made_add_items (WayCanvasMade *made,
                           guint          number)
{
  WayScene *scene = made->canvas->scene;
  guint n_cards = 0;

  for (guint i = way_scene_get_group (scene, number)->first_item; is_own (scene, number, i); i++)
    add_scene_item (made, i, &n_cards);
}

/* Adds a step. Its flags, stops and links, which come after it, are below it. */
void
way_canvas_made_add_step (WayCanvasMade *made,
                          guint          number)
{
  WayScene *scene = made->canvas->scene;
  gboolean is_below = FALSE;

  for (guint i = way_scene_get_group (scene, number)->first_item; !is_below && is_own (scene, number, i); i++)
    {
      guint before = made->items->len;

      add_scene_item (made, i, NULL);
      if (way_scene_get_item (scene, i)->role != WAY_ROLE_STEP || made->items->len == before)
        continue;
      WAY_CANVAS_ITEM (made->items->pdata[before])->holds = is_below = is_own (scene, number, i + 1);
    }
}

/* What comes after a step in its group. */
void
way_canvas_made_add_rest (WayCanvasMade *made)
{
  for (guint i = way_canvas_item_get_number (made->above) + 1; is_own (made->canvas->scene, made->above->group, i); i++)
    add_scene_item (made, i, NULL);
}

/* Adds a cell, what is in which is below it; gives whether the group is one. */
gboolean
way_canvas_made_add_cell (WayCanvasMade *made,
                          guint          number)
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
  cell->holds = TRUE;
  cell->same = !g_set_str (&cell->where, where) && cell->n_cards == n_cards;
  cell->n_cards = n_cards;
  g_strlcpy (cell->spot.lane, lane->id, sizeof cell->spot.lane);
  g_strlcpy (cell->spot.stage, group->stage, sizeof cell->spot.stage);
  /* Without cards it may be called by what else is there. */
  add_item (made, cell, cell->same && n_cards > 0);
  return TRUE;
}

/* Adds what the steps of a lane are below: a list, which says how many there are. */
void
way_canvas_made_add_steps (WayCanvasMade *made,
                           guint          number)
{
  const WayGroup *lane = way_scene_get_group (made->canvas->scene, number);
  WayCanvasItem *list = get_item (made, GTK_ACCESSIBLE_ROLE_LIST, way_canvas_item_dup_list_key (lane->id));

  list->group = number;
  list->holds = TRUE;
  add_item (made, list, FALSE);
}

/* Where those of each group begin among the objects that there were, before any of them is elsewhere. */
static guint *
list_firsts (GPtrArray *old,
             guint      n_groups)
{
  guint *firsts = g_new (guint, n_groups + 1);
  guint next = 0;

  for (guint i = 0; i <= n_groups; i++)
    {
      while (next < old->len && WAY_CANVAS_ITEM (old->pdata[next])->group < i)
        next++;
      firsts[i] = next;
    }
  return firsts;
}

/* Whether a patch left a group alone since the objects were last brought up to date: what is in it is called what it was, and found where it is
 * by its group. */
gboolean
way_canvas_is_left_alone (WayCanvas *self,
                          guint      group)
{
  return self->items_scene == self->scene && way_canvas_tools_get (self->scene)->keeps_names &&
         way_scene_get_group (self->scene, group)->round <= self->items_round;
}

/* Takes over what a patch left alone; gives whether that is so. */
gboolean
way_canvas_made_add_kept (WayCanvasMade *self,
                          guint          group)
{
  if (self->old == NULL || !way_canvas_is_left_alone (self->canvas, group))
    return FALSE;
  for (guint i = self->firsts[group]; i < self->firsts[group + 1]; i++)
    {
      WayCanvasItem *item = self->old->pdata[i];

      item->kept = TRUE;
      put_item (self, g_object_ref (item));
    }
  self->next = self->firsts[group + 1];
  return TRUE;
}

void
way_canvas_made_init (WayCanvasMade *self,
                      WayCanvas     *canvas,
                      WayCanvasItem *above,
                      GPtrArray     *old)
{
  *self = (WayCanvasMade) { .canvas = canvas, .above = above, .old = old };
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  if (old != NULL)
    self->firsts = list_firsts (old, way_scene_get_n_groups (canvas->scene));
}

/* Lets go of all but the objects. */
void
way_canvas_made_clear (WayCanvasMade *self)
{
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->firsts, g_free);
}
