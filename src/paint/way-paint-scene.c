/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints items and scenes: only what lies in the area, and on screens only what can be made out at the scale. */
#include "paint/way-paint-private.h"

#include <math.h>

/* Text set smaller than this, in pixels, is painted as bars: nobody could read it. The same size is always treated the same. */
#define LEGIBLE_SIZE 3.0
/* A line of bars is worth painting on its own from this height. */
#define SEPARATE_BAR 2.0
/* An item smaller than this, in pixels, is not seen. */
#define VISIBLE_SIZE 0.75
/* A line thinner than this, in pixels, is not seen against what it surrounds. */
#define VISIBLE_LINE 0.3
/* Corners rounded by less than this, in pixels, look square. */
#define VISIBLE_RADIUS 1.5
/* How much ink is in a line of text, seen from far. */
#define BAR_OPACITY 0.35f

/* Where marks go: to be painted at once, or into a list. */
typedef struct
{
  cairo_t *cr;                /* nullable */
  WayPaintList *list;         /* nullable */
  double scale;               /* pixels a point */
  WayStyle style;
  WayPaintFlags flags;
} Target;

static double
get_scale (cairo_t *cr)
{
  cairo_matrix_t matrix;
  double x = 1, y = 1;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (cairo_get_target (cr), &x, &y);
  return sqrt (fabs ((matrix.xx * matrix.yy - matrix.xy * matrix.yx) * x * y));
}

static void
put (const Target  *target,
     const WayMark *mark)
{
  if (target->list != NULL)
    way_paint_list_add (target->list, mark);
  else
    way_paint_mark (target->cr, mark, target->style);
}

static void
fill_rect (const Target *target,
           WayRect       rect,
           WayInk        ink,
           float         opacity)
{
  put (target, &(WayMark) { .type = WAY_MARK_BOX, .fill = ink, .opacity = opacity, .box = { rect, 0 } });
}

/* One bar a line, the last one shorter; or one for the whole block where lines would run together. */
static void
put_bars (const Target  *target,
          const WayMark *mark)
{
  const WayTextBlock *block = mark->text.block;
  int n_lines = block->n_lines;
  double line = block->height / n_lines;
  WayPoint at = { mark->text.at.x + block->left, mark->text.at.y };

  if (line * target->scale < SEPARATE_BAR)
    {
      fill_rect (target, (WayRect) { at.x, at.y, block->width, block->height }, mark->fill, mark->opacity * BAR_OPACITY / 2);
      return;
    }
  for (int i = 0; i < n_lines; i++)
    {
      double width = n_lines > 1 && i == n_lines - 1 ? block->width * 0.6 : block->width;

      fill_rect (target, (WayRect) { at.x, at.y + (i + 0.25) * line, width, line / 2 }, mark->fill, mark->opacity * BAR_OPACITY);
    }
}

/* Puts a mark without what cannot be made out. */
static void
put_coarsely (const Target  *target,
              const WayMark *mark)
{
  double scale = target->scale;

  if (mark->type == WAY_MARK_TEXT)
    {
      if (mark->text.block->size * scale < LEGIBLE_SIZE)
        put_bars (target, mark);
      else
        put (target, mark);
      return;
    }
  if (mark->type == WAY_MARK_BOX && (mark->box.radius * scale < VISIBLE_RADIUS || mark->line_width * scale < VISIBLE_LINE))
    {
      WayMark plain = *mark;

      if (mark->box.rect.width * scale < VISIBLE_LINE || mark->box.rect.height * scale < VISIBLE_LINE)
        return;
      if (mark->box.radius * scale < VISIBLE_RADIUS)
        plain.box.radius = 0;
      if (mark->fill != WAY_INK_NONE && mark->line_width * scale < VISIBLE_LINE)
        plain.line = WAY_INK_NONE;
      put (target, &plain);
      return;
    }
  put (target, mark);
}

static void
put_item (const Target  *target,
          WayScene      *scene,
          const WayItem *item)
{
  const WayMark *marks = way_scene_get_marks (scene, item);
  gboolean screen = (target->flags & WAY_PAINT_SCREEN) != 0;

  if (screen && MAX (item->bounds.width, item->bounds.height) * target->scale < VISIBLE_SIZE)
    return;
  for (guint i = 0; i < item->n_marks; i++)
    {
      if (!screen && !marks[i].screen_only)
        put (target, &marks[i]);
      else if (screen && (!marks[i].screen_only || target->scale > VISIBLE_LINE))
        put_coarsely (target, &marks[i]);
    }
}

static void
put_scene (const Target  *target,
           WayScene      *scene,
           const WayRect *area)
{
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  WayRect around = way_rect_grow (area, WAY_ITEM_REACH);

  if ((target->flags & WAY_PAINT_NO_BACKGROUND) == 0)
    fill_rect (target, *area, WAY_INK_CANVAS, 1);
  way_scene_query (scene, &around, indices);
  for (guint i = 0; i < indices->len; i++)
    put_item (target, scene, way_scene_get_item (scene, g_array_index (indices, guint, i)));
}

/**
 * way_paint_item:
 * @cr: where; its matrix takes the points of the scene to where they belong
 * @scene: a scene
 * @item: one of its items
 * @style: with which colours
 * @flags: what to paint
 *
 * Paints the marks of one item.
 */
void
way_paint_item (cairo_t       *cr,
                WayScene      *scene,
                const WayItem *item,
                WayStyle       style,
                WayPaintFlags  flags)
{
  put_item (&(Target) { cr, NULL, get_scale (cr), style, flags }, scene, item);
}

/**
 * way_paint_scene:
 * @cr: where; its matrix takes the points of the scene to where they belong
 * @scene: a scene
 * @area: (nullable): the part of the scene to paint, points; %NULL for all of it
 * @style: with which colours
 * @flags: what to paint
 *
 * Paints what lies in @area, which is not clipped to: an item that reaches into it is painted whole.
 */
void
way_paint_scene (cairo_t       *cr,
                 WayScene      *scene,
                 const WayRect *area,
                 WayStyle       style,
                 WayPaintFlags  flags)
{
  WayRect all = { 0, 0, 0, 0 };

  if (area == NULL)
    {
      way_scene_get_size (scene, &all.width, &all.height);
      area = &all;
    }
  put_scene (&(Target) { cr, NULL, get_scale (cr), style, flags }, scene, area);
}

void
way_paint_list_fill (WayPaintList  *self,
                     WayScene      *scene,
                     const WayRect *area,
                     double         scale,
                     WayPaintFlags  flags)
{
  put_scene (&(Target) { NULL, self, scale, WAY_STYLE_LIGHT, flags }, scene, area);
}
