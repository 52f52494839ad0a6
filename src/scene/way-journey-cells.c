/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in a cell: cards, speech, chips, and the quotes that are tied to them. Each function measures, and adds items as well
 * where it is given a group, so that both always agree. */
#include "scene/way-journey-layout.h"

#include "base/way-i18n.h"
#include "base/way-text.h"

#define CARD_TOP 9.0
#define CARD_LEAST 40.0
#define CARD_GAP 8.0
#define TAIL 7.0
#define CHIP_GAP 6.0

/* As wide as the block may have been laid out for, so that text that begins on the right stays inside. */
static double
get_chip_width (const WayTextBlock *block)
{
  return MAX (block->area, 8) + WAY_CHIP_INSET;
}

static void
add_frame (WayScene *scene,
           WayTone   tone,
           WayRect   rect)
{
  way_scene_add_shadow (scene, rect, WAY_CORNER);
  way_scene_add_box (scene, rect, WAY_CORNER, WAY_INK_PAPER, WAY_INK_HAIRLINE, 0.75);
  way_scene_add_box (scene, (WayRect) { rect.x + 4.5, rect.y + 7, 3.5, rect.height - 14 }, 1.75, WAY_INK_STRONG (tone), WAY_INK_NONE, 0);
}

/* The tail that says: this is said to oneself. */
static void
add_tail (WayScene *scene,
          WayRect   rect)
{
  WayPath *tail = way_path_new (), *seam = way_path_new ();
  double x = rect.x + 20, y = rect.y + rect.height;

  way_path_move (tail, x, y - 0.4);
  way_path_curve (tail, (WayPoint) { x, y + TAIL / 2 }, (WayPoint) { x - 2, y + TAIL - 1 }, (WayPoint) { x - 5, y + TAIL });
  way_path_curve (tail, (WayPoint) { x + 3, y + TAIL }, (WayPoint) { x + 9, y + TAIL / 2 }, (WayPoint) { x + 11, y - 0.4 });
  way_scene_add_path (scene, tail, WAY_INK_PAPER, WAY_INK_HAIRLINE, 0.75, WAY_DASH_NONE);
  way_path_move (seam, x + 0.6, y - 0.1);
  way_path_line (seam, x + 10.4, y - 0.1);
  way_scene_add_path (scene, seam, WAY_INK_NONE, WAY_INK_PAPER, 1.5, WAY_DASH_NONE);
}

static double
lay_out_card (WayJourneyLayout *layout,
              const WayRow     *row,
              WayJourneyCard   *card,
              double            x,
              double            y,
              double            width,
              int               group)
{
  const char *id = way_record_get_id (card->record);
  gboolean speech = row->look == WAY_LANE_SPEECH;
  double text_width = width - WAY_CARD_LEFT - WAY_CARD_RIGHT;
  WayTextBlock *block = card->block;
  GPtrArray *quotes = way_sheet_get_on (layout->sheet->evidence, id);
  gboolean is_only_quotes = quotes != NULL && way_text_is_blank (way_record_get_text (card->record, WAY_CARD_TEXT));
  double text_height = is_only_quotes ? 0 : block->height;
  double inside = text_height + way_sheet_add_quotes (layout->sheet, quotes, 0, 0, text_width, -1, -1);
  double height = MAX (CARD_LEAST, inside + 2 * CARD_TOP);

  if (group >= 0)
    {
      WayRect rect = { x, y, width, height };
      int item = way_scene_begin_item (layout->scene, speech ? WAY_ROLE_SPEECH : WAY_ROLE_CARD, group, WAY_KIND_CARD, id, -1);

      add_frame (layout->scene, row->tone, rect);
      if (speech)
        add_tail (layout->scene, rect);
      way_scene_add_text (layout->scene, block, x + WAY_CARD_LEFT, y + CARD_TOP, WAY_INK_TEXT);
      way_scene_end_item (layout->scene, NULL);
      way_sheet_add_quotes (layout->sheet, quotes, x + WAY_CARD_LEFT, y + CARD_TOP + text_height - (text_height > 0 ? 0 : 6), text_width,
                            group, item);
      way_sheet_add_flags (layout->sheet, group, item, id, x + width - 2, y + 1);
    }
  return height + (speech ? TAIL : 0);
}

/* What is tied to the stage as a whole, as cards of the row that gathers it. */
static double
lay_out_stage_quotes (WayJourneyLayout *layout,
                      const WayRow     *row,
                      guint             stage,
                      double            x,
                      double            y,
                      double            width,
                      int               group)
{
  GPtrArray *quotes = way_sheet_get_on (layout->sheet->evidence, way_layout_get_stage_id (layout, stage));
  double text_width = width - WAY_CARD_LEFT - WAY_CARD_RIGHT, bottom = y;

  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    {
      const WaySheetQuote *quote = g_ptr_array_index (quotes, i);
      double height = way_sheet_add_quote (layout->sheet, quote, 0, 0, text_width, FALSE) + 2 * CARD_TOP;

      if (group >= 0)
        {
          way_scene_begin_item (layout->scene, WAY_ROLE_QUOTE, group, quote->kind, quote->id, -1);
          add_frame (layout->scene, row->tone, (WayRect) { x, bottom, width, height });
          way_sheet_add_quote (layout->sheet, quote, x + WAY_CARD_LEFT, bottom + CARD_TOP, text_width, TRUE);
          way_scene_end_item (layout->scene, way_sheet_get_quote_label (quote));
        }
      bottom += height + CARD_GAP;
    }
  return bottom - y;
}

typedef struct
{
  WayJourneyCard *card;
  WayTextBlock *block;
  GPtrArray *quotes;          /* nullable */
  double width, height;
} Chip;

static Chip
measure_chip (WayJourneyLayout *layout,
              WayJourneyCard   *card)
{
  WayTextBlock *block = card->block;
  const char *id = way_record_get_id (card->record);

  return (Chip) {
    .card = card, .block = block, .quotes = way_sheet_get_on (layout->sheet->evidence, id),
    .width = get_chip_width (block) + way_sheet_get_flag_room (layout->sheet, id, layout->pitch / 2),
    .height = MAX (block->height + 9, 22),
  };
}

/* How many of the cards from @first on fit in one line; one with quotes ends its line. */
static guint
count_chips (WayJourneyLayout *layout,
             GPtrArray        *cards,
             guint             first,
             double            width,
             double           *height)
{
  double left = 0;
  guint i;

  *height = 0;
  for (i = first; i < cards->len; i++)
    {
      Chip chip = measure_chip (layout, g_ptr_array_index (cards, i));

      if (i > first && left + chip.width > width)
        break;
      left += chip.width + CHIP_GAP;
      *height = MAX (*height, chip.height);
      if (chip.quotes != NULL)
        return i + 1 - first;
    }
  return i - first;
}

static int
add_chip (WayJourneyLayout *layout,
          const WayRow     *row,
          const Chip       *chip,
          double            x,
          double            y,
          guint             group)
{
  const char *id = way_record_get_id (chip->card->record);
  int item = way_scene_begin_item (layout->scene, WAY_ROLE_CHIP, group, WAY_KIND_CARD, id, -1);

  way_scene_add_box (layout->scene, (WayRect) { x, y, chip->width, chip->height }, MIN (chip->height / 2, 12),
                     WAY_INK_TINT (row->tone), WAY_INK_STRONG (row->tone), 1);
  way_scene_add_text (layout->scene, chip->block, x + 10, y + (chip->height - chip->block->height) / 2, WAY_INK_STRONG (row->tone));
  way_scene_end_item (layout->scene, NULL);
  way_sheet_add_flags (layout->sheet, group, item, id, x + chip->width + WAY_FLAG_OVERHANG, y);
  return item;
}

static double
lay_out_chips (WayJourneyLayout *layout,
               const WayRow     *row,
               GPtrArray        *cards,
               double            x,
               double            y,
               double            width,
               int               group)
{
  double top = 0, line;
  guint n;

  for (guint first = 0; cards != NULL && first < cards->len; first += n)
    {
      double left = 0;

      n = count_chips (layout, cards, first, width, &line);
      for (guint i = first; i < first + n; i++)
        {
          Chip chip = measure_chip (layout, g_ptr_array_index (cards, i));
          int item = -1;

          if (group >= 0)
            item = add_chip (layout, row, &chip, x + left, y + top + (line - chip.height) / 2, group);
          left += chip.width + CHIP_GAP;
          if (chip.quotes != NULL)
            line += way_sheet_add_quotes (layout->sheet, chip.quotes, x, y + top + line, width, group, item);
        }
      top += line + CHIP_GAP;
    }
  return MAX (top - CHIP_GAP, 0);
}

/* Lays out the cards of a cell from @y down; without a @group (-1) it only measures. Returns how high they stand. */
double
way_layout_cell (WayJourneyLayout *layout,
                 const WayRow     *row,
                 guint             stage,
                 double            y,
                 int               group)
{
  GPtrArray *cards = row->cells[stage];
  double x = layout->grid_left + stage * layout->pitch + WAY_CELL_INSET - 4;
  double width = layout->pitch - 2 * WAY_CELL_INSET, bottom = y;

  if (row->look == WAY_LANE_CHIPS)
    return lay_out_chips (layout, row, cards, x, y, width, group);
  for (guint i = 0; cards != NULL && i < cards->len; i++)
    bottom += lay_out_card (layout, row, g_ptr_array_index (cards, i), x, bottom, width, group) + CARD_GAP;
  if (row->gathers_evidence)
    bottom += lay_out_stage_quotes (layout, row, stage, x, bottom, width, group);
  return MAX (bottom - CARD_GAP - y, 0);
}
