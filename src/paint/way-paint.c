/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints marks, items and whole scenes with cairo: screens, PDF, PNG and print all come through here. */
#include "paint/way-paint.h"

#include "paint/way-dash.h"
#include "paint/way-paint-private.h"
#include "paint/way-paint-text.h"

void
way_paint_set_ink (cairo_t  *cr,
                   WayInk    ink,
                   float     opacity,
                   WayStyle  style)
{
  const WayColour *colour = way_style_get_colour (style, ink);

  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * opacity);
}

static void
trace_box (cairo_t       *cr,
           const WayRect *rect,
           double         radius)
{
  double r = MIN (radius, MIN (rect->width, rect->height) / 2);
  double right = rect->x + rect->width, bottom = rect->y + rect->height;

  if (r <= 0)
    {
      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, rect->y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI / 2);
  cairo_arc (cr, rect->x + r, bottom - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, rect->x + r, rect->y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
trace_path (cairo_t *cr,
            WayPath *path)
{
  guint n_steps;
  const WayPathStep *steps = way_path_get_steps (path, &n_steps);

  for (guint i = 0; i < n_steps; i++)
    {
      const WayPoint *points = steps[i].points;

      switch (steps[i].type)
        {
        case WAY_PATH_MOVE:
          cairo_move_to (cr, points[0].x, points[0].y);
          break;
        case WAY_PATH_LINE:
          cairo_line_to (cr, points[0].x, points[0].y);
          break;
        case WAY_PATH_CURVE:
          cairo_curve_to (cr, points[0].x, points[0].y, points[1].x, points[1].y, points[2].x, points[2].y);
          break;
        case WAY_PATH_CLOSE:
        default:
          cairo_close_path (cr);
          break;
        }
    }
}

static void
set_stroke (cairo_t       *cr,
            const WayMark *mark)
{
  WayStroke stroke = way_stroke_from_mark (mark);

  cairo_set_line_width (cr, mark->line_width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, stroke.round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, stroke.dashes, stroke.n_dashes, 0);
}

/* Fills and strokes the shape of @mark, which is no text. */
static void
paint_shape (cairo_t       *cr,
             const WayMark *mark,
             double         radius,
             gboolean       with_line,
             WayStyle       style)
{
  gboolean has_line = with_line && mark->line != WAY_INK_NONE && mark->line_width > 0;

  if (mark->fill == WAY_INK_NONE && !has_line)
    return;
  cairo_new_path (cr);
  if (mark->type == WAY_MARK_BOX)
    trace_box (cr, &mark->box.rect, radius);
  else
    trace_path (cr, mark->path);
  if (mark->fill != WAY_INK_NONE)
    {
      way_paint_set_ink (cr, mark->fill, mark->opacity, style);
      if (!has_line)
        cairo_fill (cr);
      else
        cairo_fill_preserve (cr);
    }
  if (has_line)
    {
      way_paint_set_ink (cr, mark->line, mark->opacity, style);
      set_stroke (cr, mark);
      cairo_stroke (cr);
    }
}

/**
 * way_paint_mark:
 * @cr: where; its matrix takes the points of the scene to where they belong
 * @mark: what
 * @style: with which colours
 *
 * Paints one mark whole, whatever its size. The source, line and current point of @cr are changed.
 */
void
way_paint_mark (cairo_t       *cr,
                const WayMark *mark,
                WayStyle       style)
{
  switch (mark->type)
    {
    case WAY_MARK_BOX:
      paint_shape (cr, mark, mark->box.radius, TRUE, style);
      break;
    case WAY_MARK_PATH:
      paint_shape (cr, mark, 0, TRUE, style);
      break;
    case WAY_MARK_TEXT:
    default:
      way_paint_set_ink (cr, mark->fill, mark->opacity, style);
      way_paint_text (cr, mark->text.block->layout, mark->text.at);
      break;
    }
}
