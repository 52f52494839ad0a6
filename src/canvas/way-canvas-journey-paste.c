/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text in and out of a journey map: a line is a card, a table is a block of cells. */
#include "canvas/way-canvas-journey.h"

#include "base/way-i18n.h"
#include "base/way-text.h"
#include "canvas/way-table-text.h"

static char *
dup_cell_text (GArray             *spots,
               GPtrArray          *cards,
               const WayGrid      *grid,
               int                 line,
               int                 column)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cards->len; i++)
    {
      WayGridPlace place;
      const char *card = way_record_get_text (cards->pdata[i], WAY_CARD_TEXT);

      if (!way_grid_locate (grid, &g_array_index (spots, WaySpot, i), &place) || place.line != line || place.column != column)
        continue;
      way_table_text_append_line (text, card != NULL ? card : "");
    }
  return g_string_free_and_steal (text);
}

/* Cards of one cell as lines; of several as the table that they stand in. NULL where no card is selected. */
char *
way_journey_dup_text (WayCanvas *self,
                      GArray    *spots)
{
  g_auto (WayGrid) grid = { 0 };
  g_autoptr (GPtrArray) cards = NULL;
  WayGridPlace low = { G_MAXINT, G_MAXINT }, high = { -1, -1 };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < spots->len; i++)
    if (g_array_index (spots, WaySpot, i).kind != WAY_KIND_CARD)
      return NULL;
  cards = way_journey_copy_selected (self);
  if (cards == NULL || cards->len == 0)
    return NULL;
  way_grid_init (&grid, self->scene);
  for (guint i = 0; i < cards->len; i++)
    {
      WayGridPlace place;

      if (!way_grid_locate (&grid, &g_array_index (spots, WaySpot, i), &place))
        return NULL;
      low = (WayGridPlace) { MIN (low.line, place.line), MIN (low.column, place.column) };
      high = (WayGridPlace) { MAX (high.line, place.line), MAX (high.column, place.column) };
    }
  if (low.line == high.line && low.column == high.column)
    return dup_cell_text (spots, cards, &grid, low.line, low.column);
  for (int line = low.line; line <= high.line; line++)
    {
      const char *lane = way_grid_get_lane (&grid, line);

      if (lane == NULL || !way_journey_takes_cards (self, lane))
        continue;
      for (int column = low.column; column <= high.column; column++)
        {
          g_autofree char *cell = dup_cell_text (spots, cards, &grid, line, column);

          way_table_text_append (text, cell, column == low.column);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

typedef struct
{
  WayCanvas *canvas;
  WayEdit *edit;
  WayGrid grid;
  GPtrArray *lanes, *stages;  /* of ids, from where it is pasted on; those that are made come last */
  guint old_lanes, old_stages;
  GPtrArray *parts;           /* of WayRecord: what went along with the text and is not taken yet */
  WayPlace first;             /* where the first cell's cards go */
  GArray *made;               /* of WaySpot */
} Pasting;

static void
end_pasting (Pasting *self)
{
  way_grid_clear (&self->grid);
  g_clear_pointer (&self->edit, way_edit_unref);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->made, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pasting, end_pasting)

/* Finds where to begin: at the selection, or the first place that cards go in. */
static void
begin_pasting (Pasting   *self,
               WayCanvas *canvas)
{
  WayGridPlace at = { 0, 0 };
  const WaySpot *spot = &canvas->selected;

  self->canvas = canvas;
  self->edit = way_edit_new (_("Paste"));
  self->lanes = g_ptr_array_new_with_free_func (g_free);
  self->stages = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new_with_free_func (g_object_unref);
  self->made = g_array_new (FALSE, FALSE, sizeof (WaySpot));
  way_grid_init (&self->grid, canvas->scene);
  way_grid_locate (&self->grid, spot, &at);
  at = (WayGridPlace) { MAX (at.line, 0), MAX (at.column, 0) };
  for (int line = at.line; line < (int) self->grid.lanes->len; line++)
    {
      const char *lane = way_grid_get_lane (&self->grid, line);

      if (lane != NULL && way_journey_takes_cards (canvas, lane))
        g_ptr_array_add (self->lanes, g_strdup (lane));
    }
  for (int column = at.column; column < (int) self->grid.stages->len; column++)
    g_ptr_array_add (self->stages, g_strdup (way_grid_get_stage (&self->grid, column)));
  self->old_lanes = self->lanes->len;
  self->old_stages = self->stages->len;
  self->first.index = spot->kind == WAY_KIND_CARD ? (guint) way_journey_get_card_index (canvas->scene, spot) + 1 : G_MAXUINT;
}

/* Makes the stages and lanes that are not there yet. */
static void
make_room (Pasting *self,
           guint    n_lanes,
           guint    n_stages)
{
  while (self->stages->len < n_stages)
    g_ptr_array_add (self->stages, way_journey_append_stage (self->canvas, self->edit));
  while (self->lanes->len < n_lanes)
    {
      g_autoptr (WayRecord) lane = way_record_new (WAY_KIND_LANE, NULL, way_scene_get_map_id (self->canvas->scene));

      way_record_set_text (lane, WAY_LANE_KIND, "custom");
      way_edit_put (self->edit, lane);
      g_ptr_array_add (self->lanes, g_strdup (way_record_get_id (lane)));
    }
}

/* Each line that says something is a card; one with lines of its own is quoted. */
static gboolean
paste_cell (Pasting    *self,
            guint       row,
            guint       column,
            const char *text)
{
  g_auto (GStrv) lines = way_table_text_parse_lines (text);
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (g_object_unref);
  WayPlace place = { .index = row == 0 && column == 0 ? self->first.index : G_MAXUINT };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      WayRecord *card;
      WaySpot spot = { .kind = WAY_KIND_CARD };

      g_strstrip (lines[i]);
      if (way_text_is_blank (lines[i]))
        continue;
      card = way_journey_take_card (self->canvas, self->parts, lines[i]);
      g_strlcpy (spot.id, way_record_get_id (card), sizeof spot.id);
      g_array_append_val (self->made, spot);
      g_ptr_array_add (cards, card);
    }
  g_strlcpy (place.lane, self->lanes->pdata[row], sizeof place.lane);
  g_strlcpy (place.stage, self->stages->pdata[column], sizeof place.stage);
  return cards->len == 0 || way_journey_put_cards (self->canvas, self->edit, cards, &place);
}

/* Without tabs it is lines, for one cell; with them a block of cells, to the right and down from the selection. */
static GPtrArray *
parse (const char *text)
{
  GPtrArray *rows;

  if (strchr (text, '\t') != NULL)
    return way_table_text_parse (text);
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_add (rows, g_ptr_array_new_with_free_func (g_free));
  g_ptr_array_add (rows->pdata[0], g_strdup (text));
  return rows;
}

/* Where readings are, lines are readings; a table is not, as its columns would be other stages and its rows other lanes. */
static void
paste_felt (WayCanvas  *self,
            const char *text)
{
  g_auto (GStrv) lines = strchr (text, '\t') == NULL ? way_table_text_parse_lines (text) : NULL;

  if (lines != NULL)
    way_journey_paste_felt (self, lines);
  else
    way_journey_refuse_lane (self);
}

void
way_journey_paste (WayCanvas  *self,
                   const char *text,
                   GPtrArray  *parts)
{
  g_autoptr (GPtrArray) rows = parse (text);
  g_auto (Pasting) pasting = { 0 };
  g_autofree char *said = NULL;
  guint n_columns = 0;

  begin_pasting (&pasting, self);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    g_ptr_array_add (pasting.parts, g_object_ref (parts->pdata[i]));
  if (*self->selected.lane != '\0' && *self->selected.stage != '\0' && !way_journey_takes_cards (self, self->selected.lane))
    {
      paste_felt (self, text);
      return;
    }
  for (guint row = 0; row < rows->len; row++)
    n_columns = MAX (n_columns, ((GPtrArray *) rows->pdata[row])->len);
  make_room (&pasting, rows->len, n_columns);
  for (guint row = 0; row < rows->len; row++)
    for (guint column = 0; column < ((GPtrArray *) rows->pdata[row])->len; column++)
      if (!paste_cell (&pasting, row, column, ((GPtrArray *) rows->pdata[row])->pdata[column]))
        return;
  if (pasting.made->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  way_canvas_put_pinned (self, pasting.edit, pasting.parts);
  said = g_strdup_printf (ngettext ("%u card pasted", "%u cards pasted", pasting.made->len), pasting.made->len);
  if (way_canvas_send (self, pasting.edit, said))
    way_canvas_select_again (self, pasting.made, g_array_index (pasting.made, WaySpot, pasting.made->len - 1).id);
}
