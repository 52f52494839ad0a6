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
 * @scene: a map
 * @items: (element-type guint): the numbers of some of its items, one at least
 *
 * Returns: (transfer full): those items and nothing else
 */
GBytes *
way_selection_svg_write (WayScene *scene,
                         GArray   *items)
{
  GString *svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");
  WayRect view = way_scene_get_item (scene, g_array_index (items, guint, 0))->bounds;

  for (guint i = 1; i < items->len; i++)
    view = way_rect_union (&view, &way_scene_get_item (scene, g_array_index (items, guint, i))->bounds);
  view = way_rect_grow (&view, MARGIN);
  append_size (svg, &view);
  g_string_append (svg, " xml:space=\"preserve\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n<style>\n");
  way_svg_append_text_styles (svg, scene);
  g_string_append (svg, "</style>\n");
  for (guint i = 0; i < items->len; i++)
    {
      const WayItem *item = way_scene_get_item (scene, g_array_index (items, guint, i));
      const WayMark *marks = way_scene_get_marks (scene, item);

      g_string_append (svg, "<g>\n");
      for (guint m = 0; m < item->n_marks; m++)
        if (!marks[m].screen_only)
          way_svg_append_mark (svg, &marks[m], WAY_STYLE_LIGHT);
      g_string_append (svg, "</g>\n");
    }
  g_string_append (svg, "</svg>\n");
  return g_string_free_to_bytes (svg);
}
