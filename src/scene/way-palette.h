/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/way-colour.h"

G_BEGIN_DECLS

/** WayTone: what a part of a map is about, as a family of colours (maps.md, Tokens). Never told by the colour alone. */
typedef enum
{
  WAY_TONE_DOING,
  WAY_TONE_THINKING,
  WAY_TONE_FEELING,
  WAY_TONE_TOUCHPOINTS,
  WAY_TONE_PEOPLE,
  WAY_TONE_PAIN,
  WAY_TONE_IDEAS,
  WAY_TONE_EVIDENCE,
  WAY_TONE_COMMISSIONING,
  WAY_N_TONES,
} WayTone;

/** WayInk: what a mark is painted with; a style says which colour that is. */
typedef enum
{
  WAY_INK_NONE,
  WAY_INK_TEXT,
  WAY_INK_SECONDARY,
  WAY_INK_PAPER,
  WAY_INK_CANVAS,
  WAY_INK_HAIRLINE,
  WAY_INK_SHADOW,
  WAY_INK_STAGE,
  WAY_INK_ON_STAGE,
  WAY_INK_FLAG,
  WAY_INK_FLAG_LINE,
  WAY_INK_ON_FLAG,
  WAY_INK_TONES,              /* from here: strong, tint and wash of each tone */
} WayInk;

#define WAY_INK_STRONG(tone) ((WayInk) (WAY_INK_TONES + 3 * (tone)))
#define WAY_INK_TINT(tone) ((WayInk) (WAY_INK_TONES + 3 * (tone) + 1))
#define WAY_INK_WASH(tone) ((WayInk) (WAY_INK_TONES + 3 * (tone) + 2))
#define WAY_N_INKS (WAY_INK_TONES + 3 * WAY_N_TONES)

/**
 * WayStyle:
 * @WAY_STYLE_LIGHT: for screens and files
 * @WAY_STYLE_DARK: for dark rooms
 * @WAY_STYLE_PRINT: white paper, and kinds that can be told apart in grey
 */
typedef enum
{
  WAY_STYLE_LIGHT,
  WAY_STYLE_DARK,
  WAY_STYLE_PRINT,
  WAY_N_STYLES,
} WayStyle;

const WayColour *way_style_get_colour (WayStyle self,
                                       WayInk   ink);

G_END_DECLS
