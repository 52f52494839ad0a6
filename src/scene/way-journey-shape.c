/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of cards, shaped once and kept. */
#include "scene/way-journey-layout.h"

#include "base/way-text.h"

static WayShapeJob
describe (WayJourneyLayout *layout,
          const WayRow     *row,
          WayJourneyCard   *card)
{
  const char *text = way_record_get_text (card->record, WAY_CARD_TEXT);
  double width = layout->pitch - 2 * WAY_CELL_INSET;
  WayShapeJob job = { &card->block, text != NULL ? text : "", WAY_TEXT_BODY, width - WAY_CARD_LEFT - WAY_CARD_RIGHT, FALSE };

  if (row->look == WAY_LANE_CHIPS)
    {
      job.style = WAY_TEXT_CHIP;
      job.width = width - WAY_CHIP_INSET -
                  way_sheet_get_flag_room (layout->sheet, way_record_get_id (card->record), layout->pitch / 2);
      job.hugs = TRUE;
    }
  /* Scripts without italics would only be slanted. */
  else if (row->look == WAY_LANE_SPEECH && !way_text_is_right_to_left (job.text))
    job.style = WAY_TEXT_SPEECH;
  return job;
}

/* Lists the texts of a cell that no earlier layout has. */
static void
list_jobs (WayJourneyLayout *layout,
           const WayRow     *row,
           guint             stage,
           GArray           *jobs)
{
  for (guint k = 0; row->cells[stage] != NULL && k < row->cells[stage]->len; k++)
    {
      WayJourneyCard *card = g_ptr_array_index (row->cells[stage], k);
      WayShapeJob job = describe (layout, row, card);

      if (card->block != NULL && card->width == job.width && card->block->style == job.style)
        continue;
      card->width = job.width;
      g_array_append_val (jobs, job);
    }
}

/* Shapes the texts of a cell that no earlier layout has. */
void
way_layout_shape_cell (WayJourneyLayout *layout,
                       const WayRow     *row,
                       guint             stage)
{
  g_autoptr (GArray) jobs = g_array_new (FALSE, FALSE, sizeof (WayShapeJob));

  list_jobs (layout, row, stage, jobs);
  way_sheet_shape (layout->sheet, (const WayShapeJob *) jobs->data, jobs->len);
}

/* Shapes the texts of all cards that no earlier layout has. */
void
way_layout_shape_cards (WayJourneyLayout *layout)
{
  g_autoptr (GArray) jobs = g_array_new (FALSE, FALSE, sizeof (WayShapeJob));

  for (guint i = 0; i < layout->rows->len; i++)
    for (guint stage = 0; stage < layout->n_stages; stage++)
      list_jobs (layout, &g_array_index (layout->rows, WayRow, i), stage, jobs);
  way_sheet_shape (layout->sheet, (const WayShapeJob *) jobs->data, jobs->len);
}
