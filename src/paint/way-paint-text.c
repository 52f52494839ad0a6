/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints text so that files that keep words, as PDF does, keep the spaces between lines as well. */
#include "paint/way-paint-text.h"

#include <hb.h>

/* From this many lines on those that are not to be seen are looked for and left out. */
#define MANY_LINES 24

static PangoGlyph
get_space (PangoFont *font)
{
  hb_codepoint_t glyph;

  return hb_font_get_nominal_glyph (pango_font_get_hb_font (font), ' ', &glyph) ? glyph : PANGO_GLYPH_EMPTY;
}

/* Pango empties the space at which a line is broken. Without a glyph cairo writes such a space as a replacement text inside the text
 * around it, at which readers of tagged PDF stop (poppler 25); a space that has a glyph and no width is written like any other. */
static PangoGlyphItem *
dup_with_spaces (const char     *text,
                 PangoGlyphItem *run)
{
  PangoGlyphString *glyphs = run->glyphs;
  PangoGlyphItem *copy = NULL;

  for (int i = 0; i < glyphs->num_glyphs; i++)
    if (glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY && text[run->item->offset + glyphs->log_clusters[i]] == ' ')
      {
        if (copy == NULL)
          copy = pango_glyph_item_copy (run);
        copy->glyphs->glyphs[i].glyph = get_space (run->item->analysis.font);
      }
  return copy;
}

static void
show_line (cairo_t         *cr,
           PangoLayoutLine *line,
           const char      *text,
           double           x,
           double           y)
{
  for (GSList *at = line->runs; at != NULL; at = at->next)
    {
      PangoGlyphItem *run = at->data;
      PangoGlyphItem *spaced = dup_with_spaces (text, run);

      cairo_move_to (cr, x, y);
      pango_cairo_show_glyph_item (cr, text, spaced != NULL ? spaced : run);
      x += (double) pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
      g_clear_pointer (&spaced, pango_glyph_item_free);
    }
}

/* Paints the lines that touch what is clipped to: on screens a text much longer than the screen is painted piece by piece. */
static void
show_seen_lines (cairo_t     *cr,
                 PangoLayout *layout,
                 WayPoint     at)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double left, top, right, bottom;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  do
    {
      PangoRectangle ink, logical;
      double baseline = at.y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;

      pango_layout_iter_get_line_extents (iter, &ink, &logical);
      if (at.y + (double) MIN (ink.y, logical.y) / PANGO_SCALE >= bottom)
        break;
      if (at.y + (double) MAX (ink.y + ink.height, logical.y + logical.height) / PANGO_SCALE <= top)
        continue;
      cairo_move_to (cr, at.x + (double) logical.x / PANGO_SCALE, baseline);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* Paints @layout in the current source, with its top left corner at @at. */
void
way_paint_text (cairo_t     *cr,
                PangoLayout *layout,
                WayPoint     at)
{
  const char *text = pango_layout_get_text (layout);
  PangoLayoutIter *iter;

  if (!cairo_surface_has_show_text_glyphs (cairo_get_target (cr)))
    {
      if (pango_layout_get_line_count (layout) >= MANY_LINES)
        {
          show_seen_lines (cr, layout, at);
          return;
        }
      cairo_move_to (cr, at.x, at.y);
      pango_cairo_show_layout (cr, layout);
      return;
    }
  iter = pango_layout_get_iter (layout);
  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      show_line (cr, pango_layout_iter_get_line_readonly (iter), text, at.x + (double) logical.x / PANGO_SCALE,
                 at.y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}
