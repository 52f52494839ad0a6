/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text, shaped and broken into lines without a display. */
#include "scene/way-text-block.h"

#include "base/way-i18n.h"

#include <pango/pangocairo.h>
#include <string.h>

#define MOST_LETTERS 100000

struct _WayFonts
{
  gatomicrefcount references;
  PangoFontMap *map;
  PangoContext *context;
  PangoFontDescription *descriptions[WAY_N_TEXT_STYLES];
  char *font_file;            /* nullable */
};

static const struct
{
  double size;                /* points */
  PangoWeight weight;
  PangoStyle slant;
  double spacing;             /* between lines, beyond what the font asks, points */
} styles[WAY_N_TEXT_STYLES] = {
  [WAY_TEXT_TITLE] = { 26, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0 },
  [WAY_TEXT_QUESTION] = { 13, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.5 },
  [WAY_TEXT_NAME] = { 12.5, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 0 },
  [WAY_TEXT_STAGE] = { 12.5, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 0 },
  [WAY_TEXT_LANE] = { 12.5, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0 },
  [WAY_TEXT_BODY] = { 11, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.25 },
  [WAY_TEXT_SPEECH] = { 11, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 1.25 },
  [WAY_TEXT_CHIP] = { 10, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 0 },
  [WAY_TEXT_WORD] = { 10.5, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 0 },
  [WAY_TEXT_SOURCE] = { 9, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 0 },
  [WAY_TEXT_DISC] = { 10, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0 },
  [WAY_TEXT_KEY] = { 11, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.25 },
  [WAY_TEXT_SMALL] = { 10.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0 },
  [WAY_TEXT_STEP] = { 11, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 0.75 },
  [WAY_TEXT_UNDER] = { 9.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0.5 },
  [WAY_TEXT_VOICE] = { 15, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 2 },
};

/**
 * way_fonts_new:
 * @font_file: (nullable): a font file to use for Inter, for tests that must not depend on what is installed
 *
 * Returns: (transfer full): fonts for one thread
 */
WayFonts *
way_fonts_new (const char *font_file)
{
  WayFonts *self = g_new0 (WayFonts, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  g_atomic_ref_count_init (&self->references);
  self->map = pango_cairo_font_map_new ();
  /* One point is one unit of the scene. */
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->map), 72);
  if (font_file != NULL)
    pango_font_map_add_font_file (self->map, font_file, NULL);
  self->font_file = g_strdup (font_file);
  self->context = pango_font_map_create_context (self->map);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  for (guint i = 0; i < WAY_N_TEXT_STYLES; i++)
    {
      PangoFontDescription *description = pango_font_description_new ();

      pango_font_description_set_family_static (description, "Inter,Cantarell,Sans");
      pango_font_description_set_size (description, styles[i].size * PANGO_SCALE);
      pango_font_description_set_weight (description, styles[i].weight);
      pango_font_description_set_style (description, styles[i].slant);
      self->descriptions[i] = description;
    }
  cairo_font_options_destroy (options);
  return self;
}

/**
 * way_fonts_copy:
 * @self: fonts
 *
 * Returns: (transfer full): the same for another thread
 */
WayFonts *
way_fonts_copy (WayFonts *self)
{
  return way_fonts_new (self->font_file);
}

WayFonts *
way_fonts_ref (WayFonts *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
way_fonts_unref (WayFonts *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < WAY_N_TEXT_STYLES; i++)
    pango_font_description_free (self->descriptions[i]);
  g_object_unref (self->context);
  g_object_unref (self->map);
  g_free (self->font_file);
  g_free (self);
}

PangoContext *
way_fonts_get_context (WayFonts *self)
{
  return self->context;
}

const PangoFontDescription *
way_fonts_get_description (WayFonts     *self,
                           WayTextStyle  style)
{
  g_return_val_if_fail (style < WAY_N_TEXT_STYLES, NULL);

  return self->descriptions[style];
}

/* Words are given back as they were written when a PDF is searched or a line is copied: no hyphen where a long one was broken. */
static PangoAttrList *
make_attributes (const char *language)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (language != NULL)
    pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (language)));
  return attributes;
}

/* Pango takes a time that grows with the square of the longest word to break it where it must; what is as long as this is no word. */
static PangoWrapMode
choose_wrap (const char *text)
{
  const gsize longest = 4000;
  gsize run = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      run = g_ascii_isspace (*c) ? 0 : run + 1;
      if (run > longest)
        return PANGO_WRAP_CHAR;
    }
  return PANGO_WRAP_WORD_CHAR;
}

/* Nobody reads more than so much in one piece on a map, and shaping it would keep everything waiting: what is beyond is counted
 * there, and is whole in the record. Gives nothing where a text is shorter. */
static char *
dup_bounded (const char *text)
{
  glong n_letters = strlen (text) > MOST_LETTERS ? g_utf8_strlen (text, -1) : 0;
  const char *end;
  guint n_more;

  if (n_letters <= MOST_LETTERS)
    return NULL;
  end = g_utf8_offset_to_pointer (text, MOST_LETTERS);
  while (end > text && (g_unichar_ismark (g_utf8_get_char (end)) || g_unichar_iszerowidth (g_utf8_get_char (end))))
    end = g_utf8_prev_char (end);
  n_more = n_letters - g_utf8_pointer_to_offset (text, end);
  /* Translators: %.*s is the beginning of a text that is far too long for a map. */
  return g_strdup_printf (ngettext ("%.*s… and %u more letter", "%.*s… and %u more letters", n_more), (int) (end - text), text, n_more);
}

/* What thousands of texts are asked for at once, when they are painted from far, without looking into their layouts. */
static void
sum_up (WayTextBlock         *self,
        const PangoRectangle *logical)
{
  const char *text = pango_layout_get_text (self->layout);

  self->left = (double) logical->x / PANGO_SCALE;
  self->size = (double) pango_font_description_get_size (pango_layout_get_font_description (self->layout)) / PANGO_SCALE;
  self->n_lines = MAX (1, pango_layout_get_line_count (self->layout));
  self->hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  for (const char *at = text; *at != '\0'; at++)
    self->hash = (self->hash ^ (guint8) *at) * G_GUINT64_CONSTANT (0x100000001b3);
}

/**
 * way_text_block_new:
 * @fonts: the fonts
 * @style: how it is set
 * @text: UTF-8
 * @width: the widest that a line may be, in points; below 0 for one line a paragraph
 * @alignment: %PANGO_ALIGN_LEFT is where the text of each paragraph begins: on the right for right-to-left text
 * @language: (nullable): BCP 47, where it is known
 *
 * Returns: (transfer full): the text, laid out; no part of it is left out, up to 100,000 letters, and words longer than a line are broken
 */
WayTextBlock *
way_text_block_new (WayFonts       *fonts,
                    WayTextStyle    style,
                    const char     *text,
                    double          width,
                    PangoAlignment  alignment,
                    const char     *language)
{
  WayTextBlock *self = g_new0 (WayTextBlock, 1);
  PangoAttrList *attributes = make_attributes (language);
  g_autofree char *bounded = dup_bounded (text);
  PangoRectangle logical;

  text = bounded != NULL ? bounded : text;
  g_atomic_ref_count_init (&self->references);
  self->style = style;
  self->language = g_strdup (language);
  self->layout = pango_layout_new (fonts->context);
  pango_layout_set_font_description (self->layout, fonts->descriptions[style]);
  pango_layout_set_attributes (self->layout, attributes);
  /* Not line spacing, which takes the height that a colour font claims, and sets lines of emoji on top of each other. */
  pango_layout_set_spacing (self->layout, styles[style].spacing * PANGO_SCALE);
  pango_layout_set_alignment (self->layout, alignment);
  if (width >= 0)
    {
      pango_layout_set_width (self->layout, width * PANGO_SCALE);
      pango_layout_set_wrap (self->layout, choose_wrap (text));
    }
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_extents (self->layout, NULL, &logical);
  self->width = (double) logical.width / PANGO_SCALE;
  self->height = (double) logical.height / PANGO_SCALE;
  self->area = width >= 0 ? (double) pango_layout_get_width (self->layout) / PANGO_SCALE : self->width;
  self->baseline = (double) pango_layout_get_baseline (self->layout) / PANGO_SCALE;
  sum_up (self, &logical);
  pango_attr_list_unref (attributes);
  return self;
}

WayTextBlock *
way_text_block_ref (WayTextBlock *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
way_text_block_unref (WayTextBlock *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_object_unref (self->layout);
  g_free (self->language);
  g_free (self);
}

const char *
way_text_block_get_text (WayTextBlock *self)
{
  return pango_layout_get_text (self->layout);
}

gboolean
way_text_block_is_right_to_left (WayTextBlock *self)
{
  return pango_layout_get_direction (self->layout, 0) == PANGO_DIRECTION_RTL;
}
