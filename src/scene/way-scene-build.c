/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting marks, items and groups into a scene; a map that runs from right to left is mirrored here and nowhere else. */
#include "scene/way-scene-private.h"

static double
mirror (WayScene *self,
        double    x,
        double    width)
{
  return self->right_to_left ? self->width - x - width : x;
}

void
way_scene_clear_mark (gpointer data)
{
  WayMark *mark = data;

  if (mark->type == WAY_MARK_PATH)
    way_path_unref (mark->path);
  else if (mark->type == WAY_MARK_TEXT)
    way_text_block_unref (mark->text.block);
}

/* Sets aside what there is, for what is built in its place; that takes about as much memory. */
void
way_scene_set_aside (WayScene *self,
                     guint     n_items,
                     guint     n_marks)
{
  self->change = (WaySceneChange) { .items = self->items, .marks = self->marks };
  self->items = g_array_sized_new (FALSE, FALSE, sizeof (WayItem), n_items);
  self->marks = g_array_sized_new (FALSE, FALSE, sizeof (WayMark), n_marks);
  g_array_set_clear_func (self->marks, way_scene_clear_mark);
}

/* Lets go of what is made when somebody asks what is where. */
void
way_scene_forget_index (WayScene *self)
{
  g_clear_pointer (&self->index, way_index_free);
  g_clear_pointer (&self->steps_before, g_free);
}

/* Lets go of what a layout put down so far. */
void
way_scene_clear_items (WayScene *self)
{
  g_clear_pointer (&self->found, g_hash_table_unref);
  way_scene_forget_index (self);
  self->felt_top = self->felt_bottom = 0;
  g_array_set_size (self->items, 0);
  g_array_set_size (self->marks, 0);
  g_array_set_size (self->groups, 0);
  g_string_chunk_clear (self->texts);
}

/* Begins a layout of everything, in place of all that there is. */
void
way_scene_begin_layout (WayScene *self)
{
  way_scene_set_aside (self, self->items != NULL ? self->items->len : 0, self->marks != NULL ? self->marks->len : 0);
  if (self->groups == NULL)
    {
      self->groups = g_array_new (FALSE, FALSE, sizeof (WayGroup));
      self->texts = g_string_chunk_new (65536);
    }
  way_scene_clear_items (self);
}

/* Finds out what looks different, and lets go of what was there before. */
void
way_scene_end_layout (WayScene *self)
{
  WaySceneChange before = self->change;

  if (before.groups != NULL)
    {
      way_scene_end_again (self);
      return;
    }
  self->change = (WaySceneChange) { 0 };
  if (before.items == NULL)
    {
      way_scene_add_dirty (self, &(WayRect) { 0, 0, self->width, self->height });
      return;
    }
  way_scene_compare (self, (const WayItem *) before.items->data, before.items->len, (const WayMark *) before.marks->data,
                     (const WayItem *) self->items->data, self->items->len, (const WayMark *) self->marks->data);
  g_array_unref (before.items);
  g_array_unref (before.marks);
}

/* Texts are kept until the next layout; those of patches, which may be many until then, are mostly the same again. */
static const char *
keep (WayScene   *self,
      const char *text)
{
  if (text == NULL)
    return NULL;
  return self->change.patches || self->change.groups != NULL ? g_string_chunk_insert_const (self->texts, text)
                                                              : g_string_chunk_insert (self->texts, text);
}

guint
way_scene_begin_group (WayScene     *self,
                       WayGroupRole  role,
                       int           parent,
                       WayKind       kind,
                       const char   *id,
                       const char   *label)
{
  WayGroup group = {
    .role = role, .parent = parent, .kind = kind, .id = keep (self, id), .label = keep (self, label), .first_item = self->items->len,
    .round = self->round,
  };

  if (self->change.patches)
    {
      g_assert (self->change.next_group < self->groups->len);
      g_array_index (self->groups, WayGroup, self->change.next_group) = group;
      return self->change.next_group++;
    }
  g_array_append_val (self->groups, group);
  return self->groups->len - 1;
}

/* Takes the bounds of a group from what is inside, unless they were set. */
void
way_scene_fit_group (WayScene *self,
                     guint     number)
{
  WayGroup *group = &g_array_index (self->groups, WayGroup, number);

  for (guint i = 0; i < group->n_items && group->role != WAY_GROUP_CELL; i++)
    {
      const WayRect *bounds = &g_array_index (self->items, WayItem, group->first_item + i).bounds;

      group->bounds = i == 0 ? *bounds : way_rect_union (&group->bounds, bounds);
    }
}

void
way_scene_end_group (WayScene *self,
                     guint     number)
{
  WayGroup *group = &g_array_index (self->groups, WayGroup, number);

  group->n_items = self->items->len - group->first_item;
  way_scene_fit_group (self, number);
}

void
way_scene_set_cell (WayScene   *self,
                    guint       number,
                    const char *stage,
                    WayRect     bounds)
{
  WayGroup *group = &g_array_index (self->groups, WayGroup, number);

  bounds.x = mirror (self, bounds.x, bounds.width);
  group->stage = keep (self, stage);
  group->bounds = bounds;
}

guint
way_scene_begin_item (WayScene   *self,
                      WayRole     role,
                      guint       group,
                      WayKind     kind,
                      const char *id,
                      int         owner)
{
  WayItem item = {
    .role = role, .group = group, .kind = kind, .id = keep (self, id), .owner = owner, .first_mark = self->marks->len,
  };

  g_array_append_val (self->items, item);
  return self->items->len - 1;
}

void
way_scene_get_mark_bounds (const WayMark *mark,
                           WayRect       *bounds)
{
  switch (mark->type)
    {
    case WAY_MARK_BOX:
      *bounds = mark->box.rect;
      break;
    case WAY_MARK_PATH:
      way_path_get_bounds (mark->path, bounds);
      break;
    case WAY_MARK_TEXT:
    default:
      *bounds = (WayRect) { mark->text.at.x, mark->text.at.y, MAX (mark->text.block->area, mark->text.block->width),
                            mark->text.block->height };
      return;
    }
  if (mark->line != WAY_INK_NONE)
    *bounds = way_rect_grow (bounds, mark->line_width / 2);
}

void
way_scene_end_item (WayScene   *self,
                    const char *label)
{
  WayItem *item = &g_array_index (self->items, WayItem, self->items->len - 1);
  gboolean first = TRUE;

  item->label = keep (self, label);
  item->n_marks = self->marks->len - item->first_mark;
  for (guint i = 0; i < item->n_marks; i++)
    {
      const WayMark *mark = &g_array_index (self->marks, WayMark, item->first_mark + i);
      WayRect bounds;

      if (mark->screen_only)
        continue;
      way_scene_get_mark_bounds (mark, &bounds);
      item->bounds = first ? bounds : way_rect_union (&item->bounds, &bounds);
      first = FALSE;
    }
}

void
way_scene_add_box (WayScene *self,
                   WayRect   rect,
                   double    radius,
                   WayInk    fill,
                   WayInk    line,
                   double    line_width)
{
  WayMark mark = {
    .type = WAY_MARK_BOX, .fill = fill, .line = line, .line_width = line_width, .opacity = 1,
    .box = { { mirror (self, rect.x, rect.width), rect.y, rect.width, rect.height }, MIN (radius, MIN (rect.width, rect.height) / 2) },
  };

  g_array_append_val (self->marks, mark);
}

/* Lets what is below shine through the mark that was added last. */
void
way_scene_fade (WayScene *self,
                double    opacity)
{
  g_array_index (self->marks, WayMark, self->marks->len - 1).opacity = opacity;
}

void
way_scene_add_shadow (WayScene *self,
                      WayRect   rect,
                      double    radius)
{
  rect.y += 1.25;
  way_scene_add_box (self, rect, radius, WAY_INK_SHADOW, WAY_INK_NONE, 0);
  way_scene_fade (self, 0.07);
  g_array_index (self->marks, WayMark, self->marks->len - 1).screen_only = TRUE;
}

static WayPath *
mirror_path (WayScene *self,
             WayPath  *path)
{
  guint n_steps;
  const WayPathStep *steps = way_path_get_steps (path, &n_steps);
  WayPath *mirrored = way_path_new ();

  for (guint i = 0; i < n_steps; i++)
    {
      WayPoint p[3] = { steps[i].points[0], steps[i].points[1], steps[i].points[2] };

      for (guint k = 0; k < 3; k++)
        p[k].x = self->width - p[k].x;
      if (steps[i].type == WAY_PATH_MOVE)
        way_path_move (mirrored, p[0].x, p[0].y);
      else if (steps[i].type == WAY_PATH_LINE)
        way_path_line (mirrored, p[0].x, p[0].y);
      else if (steps[i].type == WAY_PATH_CURVE)
        way_path_curve (mirrored, p[0], p[1], p[2]);
      else
        way_path_close (mirrored);
    }
  way_path_unref (path);
  return mirrored;
}

/* Takes @path. */
void
way_scene_add_path (WayScene *self,
                    WayPath  *path,
                    WayInk    fill,
                    WayInk    line,
                    double    line_width,
                    WayDash   dash)
{
  WayMark mark = {
    .type = WAY_MARK_PATH, .fill = fill, .line = line, .line_width = line_width, .opacity = 1, .dash = dash,
    .path = self->right_to_left ? mirror_path (self, path) : path,
  };

  g_array_append_val (self->marks, mark);
}

/* Borrows @block; (@x, @y) is the corner of the area that it was given. */
void
way_scene_add_text (WayScene     *self,
                    WayTextBlock *block,
                    double        x,
                    double        y,
                    WayInk        ink)
{
  WayMark mark = {
    .type = WAY_MARK_TEXT, .fill = ink, .opacity = 1,
    .text = { way_text_block_ref (block), { mirror (self, x, block->area), y } },
  };

  g_array_append_val (self->marks, mark);
}
