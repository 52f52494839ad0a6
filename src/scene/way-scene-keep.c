/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Laying a map out again where most of it is as it was: groups go over as they are, moved at most, and only the others are built. */
#include "scene/way-scene-private.h"

#include <string.h>

static GArray *
new_seen (guint n)
{
  GArray *seen = g_array_new (FALSE, TRUE, sizeof (guint8));

  g_array_set_size (seen, n);
  return seen;
}

/* Sets aside what there is, groups too. What is called the same still is, so that texts stay. */
void
way_scene_begin_again (WayScene *self)
{
  GArray *groups = self->groups;

  way_scene_set_aside (self, self->items->len + 64, self->marks->len + 256);
  self->change.groups = groups;
  self->change.seen_before = new_seen (self->change.items->len);
  self->change.seen_now = new_seen (0);
  self->change.pairs = g_array_new (FALSE, FALSE, sizeof (guint));
  self->groups = g_array_sized_new (FALSE, FALSE, sizeof (WayGroup), groups->len + 16);
  g_clear_pointer (&self->found, g_hash_table_unref);
  way_scene_forget_index (self);
  self->felt_top = self->felt_bottom = 0;
}

void
way_scene_move_mark (WayMark *mark,
                     double   right,
                     double   down)
{
  if (mark->type == WAY_MARK_BOX)
    {
      mark->box.rect.x += right;
      mark->box.rect.y += down;
    }
  else if (mark->type == WAY_MARK_PATH)
    mark->path = way_path_shift (mark->path, right, down);
  else
    {
      mark->text.at.x += right;
      mark->text.at.y += down;
    }
}

static void
say_moved (WayScene *self)
{
  WaySceneChange *change = &self->change;

  if (change->right == 0 && change->down == 0)
    return;
  way_scene_add_dirty (self, &change->left);
  way_scene_add_dirty (self, &change->reached);
  change->right = change->down = 0;
}

/* Groups that follow each other and moved alike are one area. */
static void
note_move (WayScene      *self,
           const WayRect *from,
           double         right,
           double         down)
{
  WaySceneChange *change = &self->change;
  WayRect to = { from->x + right, from->y + down, from->width, from->height };

  if (change->right == right && change->down == down)
    {
      change->left = way_rect_union (&change->left, from);
      change->reached = way_rect_union (&change->reached, &to);
      return;
    }
  say_moved (self);
  change->left = *from;
  change->reached = to;
  change->right = right;
  change->down = down;
}

static void
pair (WayScene *self,
      guint     before,
      guint     now)
{
  g_array_append_val (self->change.pairs, before);
  g_array_append_val (self->change.pairs, now);
}

static void
see (GArray *seen,
     guint   first,
     guint   n)
{
  if (seen->len < first + n)
    g_array_set_size (seen, first + n);
  memset (seen->data + first, TRUE, n);
}

/* Items and marks of a group go over, with what the marks hold; gives what its items paint. */
static WayRect
take_items (WayScene *self,
            guint     first,
            guint     n,
            double    right,
            double    down)
{
  WaySceneChange *change = &self->change;
  guint from = g_array_index (change->items, WayItem, first).first_mark, n_marks = 0, at = self->items->len, to = self->marks->len;
  WayRect area = { 0 };

  g_array_append_vals (self->items, &g_array_index (change->items, WayItem, first), n);
  for (guint i = at; i < at + n; i++)
    {
      WayItem *item = &g_array_index (self->items, WayItem, i);

      area = i == at ? item->bounds : way_rect_union (&area, &item->bounds);
      item->group = self->groups->len;
      item->first_mark += to - from;
      if (item->owner >= 0)
        item->owner += (int) at - (int) first;
      item->bounds.x += right;
      item->bounds.y += down;
      if (right != 0 || down != 0)
        item->signature = 0;
      n_marks += item->n_marks;
    }
  g_array_append_vals (self->marks, &g_array_index (change->marks, WayMark, from), n_marks);
  memset (&g_array_index (change->marks, WayMark, from), 0, n_marks * sizeof (WayMark));
  for (guint i = to; (right != 0 || down != 0) && i < to + n_marks; i++)
    way_scene_move_mark (&g_array_index (self->marks, WayMark, i), right, down);
  return area;
}

static void
say_group (WayScene *self,
           guint     number)
{
  const WayGroup *group = way_scene_get_group (self, number);

  for (guint i = group->first_item; i < group->first_item + group->n_items; i++)
    way_scene_add_dirty (self, &way_scene_get_item (self, i)->bounds);
}

/* Puts a group of the scene before where it comes now, with all its items; gives its number. */
guint
way_scene_keep_group (WayScene *self,
                      guint     before,
                      int       parent,
                      double    right,
                      double    down)
{
  WaySceneChange *change = &self->change;
  WayGroup group = g_array_index (change->groups, WayGroup, before);
  guint first = group.first_item;
  WayRect area;

  group.parent = parent;
  group.first_item = self->items->len;
  group.bounds.x += right;
  group.bounds.y += down;
  area = take_items (self, first, group.n_items, right, down);
  g_array_append_val (self->groups, group);
  see (change->seen_before, first, group.n_items);
  see (change->seen_now, group.first_item, group.n_items);
  pair (self, before, self->groups->len - 1);
  if (right != 0 || down != 0)
    note_move (self, &area, right, down);
  return self->groups->len - 1;
}

/* Says that a group, which is built, stands for one of the scene before: what differs between them looks different. */
void
way_scene_replace_group (WayScene *self,
                         guint     before,
                         guint     now)
{
  WaySceneChange *change = &self->change;
  const WayGroup *old = &g_array_index (change->groups, WayGroup, before), *new = way_scene_get_group (self, now);

  way_scene_compare (self, &g_array_index (change->items, WayItem, old->first_item), old->n_items, (const WayMark *) change->marks->data,
                     way_scene_get_item (self, new->first_item), new->n_items, (const WayMark *) self->marks->data);
  see (change->seen_before, old->first_item, old->n_items);
  see (change->seen_now, new->first_item, new->n_items);
  pair (self, before, now);
}

/* What is painted before others and was painted after them looks different where they cover each other: all groups but those of a longest
 * row that kept their order. */
static void
say_reordered (WayScene *self)
{
  GArray *pairs = self->change.pairs;
  guint n = pairs->len / 2, length = 0;
  g_autofree guint *lasts = g_new (guint, n + 1), *previous = g_new (guint, n + 1);
  g_autofree gboolean *kept = g_new0 (gboolean, n + 1);

  /* lasts: of the rows of each length that end with the lowest number, where they end. */
  for (guint i = 0; i < n; i++)
    {
      guint number = g_array_index (pairs, guint, 2 * i), low = 0, high = length;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (g_array_index (pairs, guint, 2 * lasts[middle]) < number)
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? lasts[low - 1] : n;
      lasts[low] = i;
      length = MAX (length, low + 1);
    }
  for (guint i = length > 0 ? lasts[length - 1] : n; i < n; i = previous[i])
    kept[i] = TRUE;
  for (guint i = 0; length < n && i < n; i++)
    if (!kept[i])
      say_group (self, g_array_index (pairs, guint, 2 * i + 1));
}

/* Groups stay of the round that put them down only where all have their numbers still: who follows them finds them by these, and says which of
 * how many they are. */
static void
follow_rounds (WayScene *self)
{
  GArray *pairs = self->change.pairs;
  gboolean same = self->groups->len == self->change.groups->len;

  for (guint i = 0; same && i + 1 < pairs->len; i += 2)
    same = g_array_index (pairs, guint, i) == g_array_index (pairs, guint, i + 1);
  for (guint i = 0; !same && i < self->groups->len; i++)
    g_array_index (self->groups, WayGroup, i).round = self->round;
}

/* The items that were held against nothing yet. Those of steps, which come and go, stand for no others. */
static GArray *
list_rest (WayScene *self,
           GArray   *groups,
           GArray   *items,
           GArray   *seen)
{
  GArray *rest = g_array_new (FALSE, FALSE, sizeof (WayItem));

  for (guint i = 0; i < items->len; i++)
    {
      const WayItem *item = &g_array_index (items, WayItem, i);

      if (i < seen->len && g_array_index (seen, guint8, i))
        continue;
      if (g_array_index (groups, WayGroup, item->group).role == WAY_GROUP_STEP)
        way_scene_add_dirty (self, &item->bounds);
      else
        g_array_append_val (rest, *item);
    }
  return rest;
}

/* Finds out what else looks different, and lets go of what was not kept. */
void
way_scene_end_again (WayScene *self)
{
  g_autoptr (GArray) before = list_rest (self, self->change.groups, self->change.items, self->change.seen_before);
  g_autoptr (GArray) now = list_rest (self, self->groups, self->items, self->change.seen_now);

  say_moved (self);
  say_reordered (self);
  follow_rounds (self);
  way_scene_compare (self, (const WayItem *) before->data, before->len, (const WayMark *) self->change.marks->data,
                     (const WayItem *) now->data, now->len, (const WayMark *) self->marks->data);
  g_array_unref (self->change.items);
  g_array_unref (self->change.marks);
  g_array_unref (self->change.groups);
  g_array_unref (self->change.seen_before);
  g_array_unref (self->change.seen_now);
  g_array_unref (self->change.pairs);
  self->change = (WaySceneChange) { 0 };
}
