/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/** WayTextStyle: the ways in which text is set on a map. */
typedef enum
{
  WAY_TEXT_TITLE,
  WAY_TEXT_QUESTION,
  WAY_TEXT_NAME,
  WAY_TEXT_STAGE,
  WAY_TEXT_LANE,
  WAY_TEXT_BODY,
  WAY_TEXT_SPEECH,
  WAY_TEXT_CHIP,
  WAY_TEXT_WORD,
  WAY_TEXT_SOURCE,
  WAY_TEXT_DISC,
  WAY_TEXT_KEY,
  WAY_TEXT_SMALL,
  WAY_TEXT_STEP,
  WAY_TEXT_UNDER,
  WAY_TEXT_VOICE,
  WAY_N_TEXT_STYLES,
} WayTextStyle;

/**
 * WayFonts:
 *
 * A font map of our own, with metric hinting off, so that screen, PDF and SVG break lines in the same places. Belongs to one thread.
 */
typedef struct _WayFonts WayFonts;

WayFonts                   *way_fonts_new              (const char *font_file);
WayFonts                   *way_fonts_copy             (WayFonts   *self);
WayFonts                   *way_fonts_ref              (WayFonts   *self);
void                        way_fonts_unref            (WayFonts   *self);
PangoContext               *way_fonts_get_context      (WayFonts   *self);
const PangoFontDescription *way_fonts_get_description  (WayFonts   *self, WayTextStyle style);

/**
 * WayTextBlock:
 *
 * A text, shaped and broken into lines: width, height and the first baseline are in points.
 */
typedef struct
{
  gatomicrefcount references;
  PangoLayout *layout;
  WayTextStyle style;
  double width, height, baseline;
  double area;                /* the width that it was laid out in, the text's own where it was given none */
  double left;                /* where the longest line begins in that */
  double size;                /* of its letters, in points */
  guint n_lines;
  guint64 hash;               /* of what it says */
  char *language;             /* nullable: BCP 47, where the text is known to be in another language than the workspace */
} WayTextBlock;

WayTextBlock *way_text_block_new   (WayFonts       *fonts,
                                    WayTextStyle    style,
                                    const char     *text,
                                    double          width,
                                    PangoAlignment  alignment,
                                    const char     *language);
WayTextBlock *way_text_block_ref   (WayTextBlock   *self);
void          way_text_block_unref (WayTextBlock   *self);
const char   *way_text_block_get_text (WayTextBlock *self);
gboolean      way_text_block_is_right_to_left (WayTextBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayFonts, way_fonts_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayTextBlock, way_text_block_unref)

G_END_DECLS
