/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints items and scenes: only what lies in the area, and on screens only what can be made out at the scale. */
#include "paint/way-paint.h"

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
fill_rect (cairo_t  *cr,
           WayRect   rect,
           WayInk    ink,
           float     opacity,
           WayStyle  style)
{
  WayMark bar = { .type = WAY_MARK_BOX, .fill = ink, .opacity = opacity, .box = { rect, 0 } };

  way_paint_mark (cr, &bar, style);
}

/* One bar a line, the last one shorter; or one for the whole block where lines would run together. */
static void
paint_bars (cairo_t       *cr,
            const WayMark *mark,
            double         scale,
            WayStyle       style)
{
  const WayTextBlock *block = mark->text.block;
  int n_lines = MAX (1, pango_layout_get_line_count (block->layout));
  double line = block->height / n_lines;
  WayPoint at = mark->text.at;
  PangoRectangle logical;

  pango_layout_get_extents (block->layout, NULL, &logical);
  at.x += (double) logical.x / PANGO_SCALE;
  if (line * scale < SEPARATE_BAR)
    {
      fill_rect (cr, (WayRect) { at.x, at.y, block->width, block->height }, mark->fill, mark->opacity * BAR_OPACITY / 2, style);
      return;
    }
  for (int i = 0; i < n_lines; i++)
    {
      double width = n_lines > 1 && i == n_lines - 1 ? block->width * 0.6 : block->width;

      fill_rect (cr, (WayRect) { at.x, at.y + (i + 0.25) * line, width, line / 2 }, mark->fill, mark->opacity * BAR_OPACITY, style);
    }
}

static double
get_font_size (const WayTextBlock *block)
{
  return (double) pango_font_description_get_size (pango_layout_get_font_description (block->layout)) / PANGO_SCALE;
}

/* Paints a mark without what cannot be made out at @scale pixels a point. */
static void
paint_coarsely (cairo_t       *cr,
                const WayMark *mark,
                double         scale,
                WayStyle       style)
{
  if (mark->type == WAY_MARK_TEXT)
    {
      if (get_font_size (mark->text.block) * scale < LEGIBLE_SIZE)
        paint_bars (cr, mark, scale, style);
      else
        way_paint_mark (cr, mark, style);
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
      way_paint_mark (cr, &plain, style);
      return;
    }
  way_paint_mark (cr, mark, style);
}

static void
paint_item (cairo_t       *cr,
            WayScene      *scene,
            const WayItem *item,
            double         scale,
            WayStyle       style,
            WayPaintFlags  flags)
{
  const WayMark *marks = way_scene_get_marks (scene, item);
  gboolean screen = (flags & WAY_PAINT_SCREEN) != 0;

  if (screen && MAX (item->bounds.width, item->bounds.height) * scale < VISIBLE_SIZE)
    return;
  for (guint i = 0; i < item->n_marks; i++)
    {
      if (!screen && !marks[i].screen_only)
        way_paint_mark (cr, &marks[i], style);
      else if (screen && (!marks[i].screen_only || scale > VISIBLE_LINE))
        paint_coarsely (cr, &marks[i], scale, style);
    }
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
  paint_item (cr, scene, item, get_scale (cr), style, flags);
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
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  double scale = get_scale (cr);
  WayRect all = { 0, 0, 0, 0 };

  if (area == NULL)
    {
      way_scene_get_size (scene, &all.width, &all.height);
      area = &all;
    }
  if ((flags & WAY_PAINT_NO_BACKGROUND) == 0)
    fill_rect (cr, *area, WAY_INK_CANVAS, 1, style);
  way_scene_query (scene, area, indices);
  for (guint i = 0; i < indices->len; i++)
    paint_item (cr, scene, way_scene_get_item (scene, g_array_index (indices, guint, i)), scale, style, flags);
}
