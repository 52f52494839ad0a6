/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes marks as SVG: shapes, and text as real text at the places that the layout chose. */
#include "exchange/way-svg.h"

#include "exchange/way-xml.h"
#include "paint/way-dash.h"

#include <string.h>

static void
append_colour (GString       *svg,
               const char    *name,
               const char    *opacity_name,
               const WayMark *mark,
               WayInk         ink,
               WayStyle       style)
{
  const WayColour *colour = way_style_get_colour (style, ink);
  double opacity = colour->alpha * mark->opacity;
  char hex[8];

  way_colour_to_hex (colour, hex);
  if (hex[1] == hex[2] && hex[3] == hex[4] && hex[5] == hex[6])
    {
      hex[2] = hex[3];
      hex[3] = hex[5];
      hex[4] = '\0';
    }
  way_xml_append_attribute (svg, name, hex);
  if (opacity < 1)
    way_xml_append_measure (svg, opacity_name, opacity);
}

static void
append_look (GString       *svg,
             const WayMark *mark,
             WayStyle       style)
{
  WayStroke stroke = way_stroke_from_mark (mark);

  if (mark->fill == WAY_INK_NONE)
    g_string_append (svg, " fill=\"none\"");
  else
    append_colour (svg, "fill", "fill-opacity", mark, mark->fill, style);
  if (mark->line == WAY_INK_NONE || mark->line_width <= 0)
    return;
  append_colour (svg, "stroke", "stroke-opacity", mark, mark->line, style);
  if (mark->line_width != 1)
    way_xml_append_measure (svg, "stroke-width", mark->line_width);
  if (stroke.n_dashes > 0)
    {
      way_xml_append_measure (svg, "stroke-dasharray", stroke.dashes[0]);
      g_string_truncate (svg, svg->len - 1);
      g_string_append_c (svg, ' ');
      way_xml_append_number (svg, stroke.dashes[1]);
      g_string_append_c (svg, '"');
    }
  if (!stroke.round)
    g_string_append (svg, " stroke-linecap=\"butt\"");
}

static void
append_box (GString       *svg,
            const WayMark *mark,
            WayStyle       style)
{
  const WayRect *rect = &mark->box.rect;

  g_string_append (svg, "<rect");
  way_xml_append_measure (svg, "x", rect->x);
  way_xml_append_measure (svg, "y", rect->y);
  way_xml_append_measure (svg, "width", rect->width);
  way_xml_append_measure (svg, "height", rect->height);
  if (mark->box.radius > 0)
    way_xml_append_measure (svg, "rx", MIN (mark->box.radius, MIN (rect->width, rect->height) / 2));
  append_look (svg, mark, style);
  g_string_append (svg, "/>");
}

static void
append_point (GString  *svg,
              WayPoint  point)
{
  if (!g_ascii_isalpha (svg->str[svg->len - 1]))
    g_string_append_c (svg, ' ');
  way_xml_append_number (svg, point.x);
  g_string_append_c (svg, ' ');
  way_xml_append_number (svg, point.y);
}

static void
append_path (GString       *svg,
             const WayMark *mark,
             WayStyle       style)
{
  guint n_steps;
  const WayPathStep *steps = way_path_get_steps (mark->path, &n_steps);

  g_string_append (svg, "<path d=\"");
  for (guint i = 0; i < n_steps; i++)
    {
      guint n_points = steps[i].type == WAY_PATH_CURVE ? 3 : steps[i].type == WAY_PATH_CLOSE ? 0 : 1;

      g_string_append_c (svg, "MLCZ"[steps[i].type]);
      for (guint p = 0; p < n_points; p++)
        append_point (svg, steps[i].points[p]);
    }
  g_string_append_c (svg, '"');
  append_look (svg, mark, style);
  g_string_append (svg, "/>");
}

static gboolean
is_line_right_to_left (PangoLayoutIter *iter)
{
  return pango_layout_line_get_resolved_direction (pango_layout_iter_get_line_readonly (iter)) == PANGO_DIRECTION_RTL;
}

/* Where a line begins, on its right when it is read from there, and how long it is: where other fonts are used, or other spaces
 * between words of two scripts, it still fits. */
static void
append_place (GString         *svg,
              const WayMark   *mark,
              PangoLayoutIter *iter,
              gboolean         right_to_left)
{
  PangoRectangle logical;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  way_xml_append_measure (svg, "x", mark->text.at.x + (double) (logical.x + (right_to_left ? logical.width : 0)) / PANGO_SCALE);
  way_xml_append_measure (svg, "y", mark->text.at.y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
  if (logical.width > 0)
    way_xml_append_measure (svg, "textLength", (double) logical.width / PANGO_SCALE);
}

/* A line each. The space or line break that ends it stands between the lines, so that the text of the element is the text that
 * was given and the line is as long as it says. */
static void
append_lines (GString         *svg,
              const WayMark   *mark,
              PangoLayoutIter *iter,
              const char      *text,
              gboolean         right_to_left)
{
  gboolean more = TRUE;

  while (more)
    {
      const char *start = text + pango_layout_line_get_start_index (pango_layout_iter_get_line_readonly (iter));
      const char *next, *end;
      gboolean line_right_to_left = is_line_right_to_left (iter);

      g_string_append (svg, "<tspan");
      append_place (svg, mark, iter, line_right_to_left);
      if (line_right_to_left != right_to_left)
        way_xml_append_attribute (svg, "direction", line_right_to_left ? "rtl" : "ltr");
      g_string_append_c (svg, '>');
      more = pango_layout_iter_next_line (iter);
      next = more ? text + pango_layout_line_get_start_index (pango_layout_iter_get_line_readonly (iter)) : start + strlen (start);
      for (end = next; more && end > start && g_ascii_isspace (end[-1]); end--)
        ;
      way_xml_append_text (svg, start, end - start);
      g_string_append (svg, "</tspan>");
      way_xml_append_text (svg, end, next - end);
    }
}

static void
append_text (GString       *svg,
             const WayMark *mark,
             WayStyle       style)
{
  const WayTextBlock *block = mark->text.block;
  PangoLayoutIter *iter = pango_layout_get_iter (block->layout);
  const char *text = pango_layout_get_text (block->layout);
  gboolean single = pango_layout_get_line_count (block->layout) == 1, right_to_left = is_line_right_to_left (iter);

  g_string_append (svg, "<text");
  way_xml_append_attribute (svg, "class", way_svg_get_text_class (block->style));
  append_colour (svg, "fill", "fill-opacity", mark, mark->fill, style);
  if (block->language != NULL)
    way_xml_append_attribute (svg, "xml:lang", block->language);
  if (right_to_left)
    g_string_append (svg, " direction=\"rtl\"");
  if (single)
    append_place (svg, mark, iter, right_to_left);
  g_string_append_c (svg, '>');
  if (single)
    way_xml_append_text (svg, text, -1);
  else
    append_lines (svg, mark, iter, text, right_to_left);
  g_string_append (svg, "</text>");
  pango_layout_iter_free (iter);
}

/* Appends one mark; what is for screens only is left out. */
void
way_svg_append_mark (GString       *svg,
                     const WayMark *mark,
                     WayStyle       style)
{
  if (mark->screen_only)
    return;
  if (mark->type == WAY_MARK_BOX)
    append_box (svg, mark, style);
  else if (mark->type == WAY_MARK_PATH)
    append_path (svg, mark, style);
  else
    append_text (svg, mark, style);
  g_string_append_c (svg, '\n');
}
