/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Some things of a map as a small SVG of their own, with real text, for the clipboard. */
#include "app/way-selection-svg.h"

#include "exchange/way-svg.h"
#include "exchange/way-xml.h"

#define MARGIN 8.0

static void
append_size (GString       *svg,
             const WayRect *view)
{
  const struct { const char *before; double number; } parts[] = {
    { " width=\"", view->width }, { "pt\" height=\"", view->height }, { "pt\" viewBox=\"", view->x },
    { " ", view->y }, { " ", view->width }, { " ", view->height },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_string_append (svg, parts[i].before);
      way_xml_append_number (svg, parts[i].number);
    }
  g_string_append_c (svg, '"');
}

/**
 * way_selection_svg_write:
 * @excerpt: some things of a map
 *
 * Returns: (transfer full): those and nothing else
 */
GBytes *
way_selection_svg_write (WayExcerpt *excerpt)
{
  GString *svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");
  WayRect view = way_rect_grow (&excerpt->bounds, MARGIN);

  append_size (svg, &view);
  g_string_append (svg, " xml:space=\"preserve\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n<style>\n");
  way_svg_append_text_styles (svg, excerpt->scene);
  g_string_append (svg, "</style>\n");
  for (guint i = 0; i < excerpt->items->len; i++)
    {
      const WayExcerptItem *each = &g_array_index (excerpt->items, WayExcerptItem, i);
      const WayItem *item = way_scene_get_item (excerpt->scene, each->item);
      const WayMark *marks = way_scene_get_marks (excerpt->scene, item);

      g_string_append (svg, "<g transform=\"translate(");
      way_xml_append_number (svg, each->by.x);
      g_string_append_c (svg, ' ');
      way_xml_append_number (svg, each->by.y);
      g_string_append (svg, ")\">\n");
      for (guint m = 0; m < item->n_marks; m++)
        if (!marks[m].screen_only)
          way_svg_append_mark (svg, &marks[m], WAY_STYLE_LIGHT);
      g_string_append (svg, "</g>\n");
    }
  g_string_append (svg, "</svg>\n");
  return g_string_free_to_bytes (svg);
}
