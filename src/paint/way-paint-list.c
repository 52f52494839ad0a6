/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is painted, kept apart from the scene that it was taken from, so that another thread can paint it. */
#include "paint/way-paint-list.h"

#include "paint/way-paint-private.h"
#include "paint/way-paint-text.h"

#include <pango/pangocairo.h>

/* A run of glyphs of one font. */
typedef struct
{
  cairo_scaled_font_t *font;
  guint first, n_glyphs;      /* in the glyphs of the list */
} Run;

typedef struct
{
  WayMark mark;               /* of text: its colour alone; of a path: owned */
  guint first_run, n_runs;
  cairo_surface_t *recording; /* nullable: text that is more than glyphs of fonts */
} Entry;

struct _WayPaintList
{
  GArray *entries;            /* of Entry */
  GArray *runs;               /* of Run */
  GArray *glyphs;             /* of cairo_glyph_t */
  WayRect area;
  WayStyle style;
  guint n_texts;
};

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  if (entry->mark.type == WAY_MARK_PATH)
    way_path_unref (entry->mark.path);
  g_clear_pointer (&entry->recording, cairo_surface_destroy);
}

static void
clear_run (gpointer data)
{
  cairo_scaled_font_destroy (((Run *) data)->font);
}

/* As Pango's own renderer places them; gives whether they are all glyphs of the font. */
static gboolean
add_run (WayPaintList         *self,
         const PangoGlyphItem *item,
         double                x,
         double                y)
{
  const PangoGlyphString *string = item->glyphs;
  cairo_scaled_font_t *font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (item->item->analysis.font));
  Run run = { font, self->glyphs->len, 0 };
  int across = 0;

  if (font == NULL || cairo_scaled_font_status (font) != CAIRO_STATUS_SUCCESS)
    return FALSE;
  for (int i = 0; i < string->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &string->glyphs[i];
      cairo_glyph_t glyph = { info->glyph, x + (double) (across + info->geometry.x_offset) / PANGO_SCALE,
                              y + (double) (info->geometry.y_offset - item->y_offset) / PANGO_SCALE };

      if ((info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
        return FALSE;
      if (info->glyph != PANGO_GLYPH_EMPTY)
        g_array_append_val (self->glyphs, glyph);
      across += info->geometry.width;
    }
  run.n_glyphs = self->glyphs->len - run.first;
  if (run.n_glyphs == 0)
    return TRUE;
  cairo_scaled_font_reference (font);
  g_array_append_val (self->runs, run);
  return TRUE;
}

/* A text may be much longer than what is painted; accents and tails reach a little beyond their line. */
static gboolean
is_line_seen (WayPaintList         *self,
              const PangoRectangle *ink,
              const PangoRectangle *logical,
              double                y)
{
  double top = y + (double) MIN (ink->y, logical->y) / PANGO_SCALE;
  double bottom = y + (double) MAX (ink->y + ink->height, logical->y + logical->height) / PANGO_SCALE;

  return top < self->area.y + self->area.height && bottom > self->area.y;
}

static gboolean
add_lines (WayPaintList *self,
           PangoLayout  *layout,
           WayPoint      at)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  gboolean whole = TRUE;

  do
    {
      PangoRectangle ink, logical;
      double x, y = at.y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;

      pango_layout_iter_get_line_extents (iter, &ink, &logical);
      if (!is_line_seen (self, &ink, &logical, at.y))
        continue;
      x = at.x + (double) logical.x / PANGO_SCALE;
      for (GSList *run = pango_layout_iter_get_line_readonly (iter)->runs; run != NULL && whole; run = run->next)
        {
          whole = add_run (self, run->data, x, y);
          x += (double) pango_glyph_string_get_width (((PangoGlyphItem *) run->data)->glyphs) / PANGO_SCALE;
        }
    }
  while (whole && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return whole;
}

/* What no font has is drawn by Pango as boxes with numbers in them, which it alone knows how to. */
static cairo_surface_t *
record_text (const WayMark *mark,
             WayStyle       style)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  way_paint_mark (cr, mark, style);
  cairo_destroy (cr);
  return surface;
}

void
way_paint_list_add (WayPaintList  *self,
                    const WayMark *mark)
{
  Entry entry = { .mark = *mark, .first_run = self->runs->len };

  if (mark->type == WAY_MARK_PATH)
    way_path_ref (mark->path);
  else if (mark->type == WAY_MARK_TEXT)
    {
      guint n_glyphs = self->glyphs->len;

      self->n_texts++;
      if (add_lines (self, mark->text.block->layout, mark->text.at))
        entry.n_runs = self->runs->len - entry.first_run;
      else
        {
          g_array_set_size (self->runs, entry.first_run);
          g_array_set_size (self->glyphs, n_glyphs);
          entry.recording = record_text (mark, self->style);
        }
      entry.mark.text.block = NULL;
    }
  g_array_append_val (self->entries, entry);
}

/**
 * way_paint_list_new:
 * @scene: a scene
 * @area: the part of it that is to be painted, points
 * @scale: pixels a point that it will be painted at
 * @style: with which colours
 * @flags: what to paint
 *
 * Takes down what way_paint_scene() would paint.
 *
 * Returns: (transfer full): the list
 */
WayPaintList *
way_paint_list_new (WayScene      *scene,
                    const WayRect *area,
                    double         scale,
                    WayStyle       style,
                    WayPaintFlags  flags)
{
  WayPaintList *self = g_new0 (WayPaintList, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (self->runs, clear_run);
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self->area = *area;
  self->style = style;
  way_paint_list_fill (self, scene, area, scale, flags);
  return self;
}

void
way_paint_list_free (WayPaintList *self)
{
  g_array_unref (self->entries);
  g_array_unref (self->runs);
  g_array_unref (self->glyphs);
  g_free (self);
}

/**
 * way_paint_list_paint:
 * @self: a list
 * @cr: where; its matrix takes the points of the scene to where they belong, at the scale that the list was made for
 *
 * Paints the list. May be called in any thread.
 */
void
way_paint_list_paint (WayPaintList *self,
                      cairo_t      *cr)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->mark.type != WAY_MARK_TEXT)
        {
          way_paint_mark (cr, &entry->mark, self->style);
          continue;
        }
      if (entry->recording != NULL)
        {
          cairo_set_source_surface (cr, entry->recording, 0, 0);
          cairo_paint (cr);
          continue;
        }
      way_paint_set_ink (cr, entry->mark.fill, entry->mark.opacity, self->style);
      for (guint k = 0; k < entry->n_runs; k++)
        {
          const Run *run = &g_array_index (self->runs, Run, entry->first_run + k);

          cairo_set_scaled_font (cr, run->font);
          cairo_show_glyphs (cr, &g_array_index (self->glyphs, cairo_glyph_t, run->first), run->n_glyphs);
        }
    }
}

/**
 * way_paint_list_get_n_texts:
 * @self: a list
 *
 * Returns: how many texts it paints as letters
 */
guint
way_paint_list_get_n_texts (WayPaintList *self)
{
  return self->n_texts;
}
