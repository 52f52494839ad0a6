/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names the fonts of an SVG: those that maps are set in, those that the layout fell back on, and ones that viewers elsewhere have. */
#include "exchange/way-svg.h"

#include "exchange/way-xml.h"

#include <string.h>

static const char *const usual_families[] = { "Noto Sans", "Segoe UI", "Helvetica Neue", "Arial" };

static gboolean
has_family (GPtrArray  *families,
            const char *name)
{
  for (guint i = 0; i < families->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (families, i), name) == 0)
      return TRUE;
  return FALSE;
}

static void
add_family (GPtrArray  *families,
            const char *name)
{
  gboolean generic = g_ascii_strcasecmp (name, "sans") == 0 || g_ascii_strcasecmp (name, "sans-serif") == 0;

  /* Viewers know by themselves which characters are emoji; named here, such a font would lend its digits to other text too. */
  if (*name != '\0' && !generic && strstr (name, "Emoji") == NULL && !has_family (families, name))
    g_ptr_array_add (families, g_strdup (name));
}

/* Adds the family of each font in which something of @layout is set; @seen holds the fonts that were looked at. */
static void
add_fonts_of_layout (GPtrArray   *families,
                     GHashTable  *seen,
                     PangoLayout *layout)
{
  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL; line = line->next)
    for (GSList *run = ((PangoLayoutLine *) line->data)->runs; run != NULL; run = run->next)
      {
        PangoFont *font = ((PangoGlyphItem *) run->data)->item->analysis.font;
        PangoFontDescription *description;

        if (font == NULL || !g_hash_table_add (seen, font))
          continue;
        description = pango_font_describe (font);
        add_family (families, pango_font_description_get_family (description));
        pango_font_description_free (description);
      }
}

/* In the order in which viewers are to look: what was asked for, what was fallen back on, what others have. */
static GPtrArray *
list_families (WayScene *scene)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *families = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) names = g_strsplit (
    pango_font_description_get_family (way_fonts_get_description (way_scene_get_fonts (scene), WAY_TEXT_BODY)), ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    add_family (families, g_strstrip (names[i]));
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      const WayMark *marks = way_scene_get_marks (scene, item);

      for (guint m = 0; m < item->n_marks; m++)
        if (marks[m].type == WAY_MARK_TEXT)
          add_fonts_of_layout (families, seen, marks[m].text.block->layout);
    }
  for (guint i = 0; i < G_N_ELEMENTS (usual_families); i++)
    add_family (families, usual_families[i]);
  return families;
}

/* A family stands in quotes; what would end the quote, or the style sheet, cannot be part of a name that is found anywhere. */
static void
append_families (GString  *svg,
                 WayScene *scene)
{
  g_autoptr (GPtrArray) families = list_families (scene);

  for (guint i = 0; i < families->len; i++)
    {
      g_autofree char *name = g_strdup (g_ptr_array_index (families, i));

      g_strdelimit (name, "'\\\"<>&{};", ' ');
      g_string_append_printf (svg, "'%s',", name);
    }
  g_string_append (svg, "sans-serif");
}

const char *
way_svg_get_text_class (WayTextStyle style)
{
  static const char *const classes[WAY_N_TEXT_STYLES] = {
    [WAY_TEXT_TITLE] = "t-title", [WAY_TEXT_QUESTION] = "t-question", [WAY_TEXT_NAME] = "t-name",     [WAY_TEXT_STAGE] = "t-stage",
    [WAY_TEXT_LANE] = "t-lane",   [WAY_TEXT_BODY] = "t-body",         [WAY_TEXT_SPEECH] = "t-speech", [WAY_TEXT_CHIP] = "t-chip",
    [WAY_TEXT_WORD] = "t-word",   [WAY_TEXT_SOURCE] = "t-source",     [WAY_TEXT_DISC] = "t-disc",     [WAY_TEXT_KEY] = "t-key",
    [WAY_TEXT_SMALL] = "t-small", [WAY_TEXT_STEP] = "t-step",         [WAY_TEXT_UNDER] = "t-under",
    [WAY_TEXT_VOICE] = "t-voice",
  };

  return classes[style];
}

/* Appends the CSS rules for the ways in which text is set. */
void
way_svg_append_text_styles (GString  *svg,
                            WayScene *scene)
{
  g_string_append (svg, "text{font-family:");
  append_families (svg, scene);
  g_string_append (svg, ";text-rendering:geometricPrecision}\ntspan{unicode-bidi:embed}\n");
  for (guint style = 0; style < WAY_N_TEXT_STYLES; style++)
    {
      const PangoFontDescription *description = way_fonts_get_description (way_scene_get_fonts (scene), style);

      g_string_append_printf (svg, ".%s{font-size:", way_svg_get_text_class (style));
      way_xml_append_number (svg, (double) pango_font_description_get_size (description) / PANGO_SCALE);
      g_string_append (svg, "px");
      if (pango_font_description_get_weight (description) != PANGO_WEIGHT_NORMAL)
        g_string_append_printf (svg, ";font-weight:%d", pango_font_description_get_weight (description));
      if (pango_font_description_get_style (description) != PANGO_STYLE_NORMAL)
        g_string_append (svg, ";font-style:italic");
      g_string_append (svg, "}\n");
    }
}
