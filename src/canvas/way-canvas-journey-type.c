/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing on a journey map: new cards, and other words for cards, stages, lanes and the title. */
#include "canvas/way-canvas-journey.h"

#include "base/way-i18n.h"
#include "base/way-text.h"

#define NEW_HEIGHT 34.0
#define NEW_WIDTH 132.0

/* Where in @cell the card after number @index - 1 goes: below it, or where the first one is. */
static WayRect
get_new_area (WayCanvas      *self,
              const WayGroup *cell,
              guint           index)
{
  g_autoptr (GArray) cards = way_journey_list_cards (self->scene, cell);
  WayRect area = { cell->bounds.x + 4, cell->bounds.y + 4, MAX (cell->bounds.width - 8, NEW_WIDTH), NEW_HEIGHT };

  if (index > 0 && index <= cards->len)
    {
      const WayRect *bounds = &way_scene_get_item (self->scene, g_array_index (cards, guint, index - 1))->bounds;

      area.y = bounds->y + bounds->height + 4;
    }
  return area;
}

/* The first cell that cards go in and that has none, else the first that they go in. */
static gboolean
find_free_cell (WayCanvas *self,
                WaySpot   *spot)
{
  g_auto (WayGrid) grid = { 0 };
  gboolean found = FALSE;

  way_grid_init (&grid, self->scene);
  for (int line = 0; line < (int) grid.lanes->len; line++)
    {
      const char *lane = way_grid_get_lane (&grid, line);

      for (int column = 0; lane != NULL && way_journey_takes_cards (self, lane) && column < (int) grid.stages->len; column++)
        {
          g_autoptr (GArray) cards = way_journey_list_cards (self->scene, way_grid_get_cell (&grid, line, column));

          if (!found || cards->len == 0)
            way_grid_set_cell (&grid, line, column, spot);
          if (cards->len == 0)
            return TRUE;
          found = TRUE;
        }
    }
  return found;
}

static gboolean
is_header (const WaySpot *spot)
{
  return spot->kind == WAY_KIND_MAP || spot->kind == WAY_KIND_STAGE || spot->kind == WAY_KIND_LANE;
}

/* The first cell below a header where cards go, or of a lane its first; nothing where there is none. */
static gboolean
find_below (WayCanvas     *self,
            const WaySpot *header,
            WaySpot       *cell)
{
  g_auto (WayGrid) grid = { 0 };
  WayGridPlace at;

  *cell = (WaySpot) { 0 };
  way_grid_init (&grid, self->scene);
  if (!way_grid_locate (&grid, header, &at))
    return FALSE;
  for (int line = MAX (at.line, 0); line < (int) grid.lanes->len && grid.stages->len > 0; line++)
    {
      const char *lane = way_grid_get_lane (&grid, line);

      if (lane == NULL || (!way_journey_takes_cards (self, lane) && at.line < 0))
        continue;
      way_grid_set_cell (&grid, line, MAX (at.column, 0), cell);
      return TRUE;
    }
  return FALSE;
}

/* On a map that has nowhere to put a card yet, what is missing comes first: a stage, then a lane. */
static gboolean
begin_map (WayCanvas       *self,
           WayCanvasEditor *editor)
{
  g_auto (WayGrid) grid = { 0 };

  way_grid_init (&grid, self->scene);
  if (grid.stages->len == 0)
    return way_journey_type_stage (self, editor, TRUE);
  way_journey_ask_lane (self, TRUE);
  return FALSE;
}

/* A new card after the selected one, in the selected cell, or below the selected header. */
gboolean
way_journey_type_new (WayCanvas       *self,
                      WayCanvasEditor *editor)
{
  WaySpot spot = self->selected;
  const WayGroup *cell;
  int index;

  if (is_header (&self->selected) ? !find_below (self, &self->selected, &spot) : !way_spot_is_set (&spot) && !find_free_cell (self, &spot))
    return begin_map (self, editor);
  if (is_header (&self->selected))
    way_canvas_select (self, &spot, TRUE);
  if (*spot.lane == '\0' || *spot.stage == '\0' || (cell = way_journey_find_cell (self->scene, spot.lane, spot.stage)) == NULL)
    {
      editor->over = TRUE;
      return way_journey_type_change (self, editor);
    }
  if (way_journey_takes_feelings (self, spot.lane))
    return way_journey_type_felt (self, editor);
  g_autoptr (GArray) cards = way_journey_list_cards (self->scene, cell);
  index = way_journey_get_card_index (self->scene, &spot);
  editor->place = (WayPlace) { .index = index >= 0 ? (guint) index + 1 : cards->len };
  g_strlcpy (editor->place.lane, spot.lane, sizeof editor->place.lane);
  g_strlcpy (editor->place.stage, spot.stage, sizeof editor->place.stage);
  editor->spot = (WaySpot) { 0 };
  g_strlcpy (editor->spot.lane, spot.lane, sizeof editor->spot.lane);
  g_strlcpy (editor->spot.stage, spot.stage, sizeof editor->spot.stage);
  editor->area = get_new_area (self, cell, editor->place.index);
  editor->name = _("New card");
  return TRUE;
}

/* A letter is one of something new, but over a header or what somebody felt one of other words for it: there is one thing to say of each. */
gboolean
way_journey_type_letter (WayCanvas       *self,
                         WayCanvasEditor *editor)
{
  if (self->selected.kind != WAY_KIND_FEELING && !is_header (&self->selected))
    return way_journey_type_new (self, editor);
  editor->over = TRUE;
  return way_journey_type_change (self, editor);
}

gboolean
way_journey_type_change (WayCanvas       *self,
                         WayCanvasEditor *editor)
{
  if (self->selected.kind == WAY_KIND_FEELING)
    return way_journey_type_felt_change (self, editor);
  return way_canvas_begin_words (self, editor);
}

static gboolean
add_card (WayCanvas             *self,
          const WayCanvasEditor *editor,
          const char            *text)
{
  g_autoptr (WayEdit) edit = way_edit_new (editor->beyond ? _("Add stage and card") : _("Add card"));
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (g_object_unref);
  WayRecord *card = way_record_new (WAY_KIND_CARD, NULL, way_scene_get_map_id (self->scene));
  WayPlace place = editor->place;

  g_ptr_array_add (cards, card);
  way_record_set_text (card, WAY_CARD_TEXT, text);
  if (editor->beyond)
    {
      g_autofree char *stage = way_journey_append_stage (self, edit);

      g_strlcpy (place.stage, stage, sizeof place.stage);
    }
  if (!way_journey_put_cards (self, edit, cards, &place) || !way_canvas_send (self, edit, editor->beyond ? _("Stage and card added") : _("Card added")))
    return FALSE;
  way_canvas_select_id (self, way_record_get_id (card));
  return TRUE;
}

/* Makes the edit of what was typed; what is empty is not made, and what is as it was is not changed. */
gboolean
way_journey_typed (WayCanvas       *self,
                   WayCanvasEditor *editor,
                   const char      *text)
{
  WayKind kind = editor->spot.kind;

  if (kind == WAY_KIND_FEELING || g_strcmp0 (editor->variant, "felt") == 0)
    return way_journey_typed_felt (self, editor, text);
  if (editor->variant != NULL)
    return way_canvas_typed_flag (self, editor, text);
  if (editor->before == NULL)
    return way_text_is_blank (text) || (kind == WAY_KIND_STAGE ? way_journey_add_stage : add_card) (self, editor, text);
  return g_str_equal (text, editor->before) || way_canvas_change_words (self, editor, text);
}

/* A new card beyond the last stage; the stage is made with it, so that one that was thought better of leaves nothing behind. */
static gboolean
type_beyond (WayCanvas       *self,
             WayCanvasEditor *editor)
{
  const WayGroup *cell = way_journey_find_cell (self->scene, self->selected.lane, self->selected.stage);

  if (cell == NULL)
    return FALSE;
  editor->beyond = TRUE;
  editor->place = (WayPlace) { 0 };
  editor->spot = (WaySpot) { 0 };
  g_strlcpy (editor->place.lane, self->selected.lane, sizeof editor->place.lane);
  g_strlcpy (editor->spot.lane, self->selected.lane, sizeof editor->spot.lane);
  editor->area = get_new_area (self, cell, 0);
  editor->area.x += way_scene_is_right_to_left (self->scene) ? -cell->bounds.width : cell->bounds.width;
  editor->name = _("New card under a new stage");
  return TRUE;
}

/* Along the stages the next title is written, and after the last a new one; from a lane it goes on into its first cell. */
static void
go_along_headers (WayCanvas     *self,
                  const WaySpot *from,
                  WayWalk        step,
                  gboolean       forwards,
                  gboolean       typed)
{
  WaySpot to;

  if (way_journey_walk (self->scene, from, step, &to))
    {
      way_canvas_select (self, &to, TRUE);
      if (to.kind == WAY_KIND_STAGE)
        way_canvas_change_selected (self);
      else
        way_canvas_type_new (self);
    }
  else if (from->kind == WAY_KIND_STAGE && forwards && typed)
    way_canvas_type_with (self, way_journey_type_stage_after);
}

/* After a header Enter goes below it, without beginning a card, so that what is typed next is not written over the header; where no card can go
 * yet, nothing is selected and typing makes what is missing. */
static void
go_below_header (WayCanvas     *self,
                 const WaySpot *from)
{
  WaySpot to;

  find_below (self, from, &to);
  way_canvas_select (self, &to, TRUE);
}

/* Enter goes on below, Tab under the next stage and Shift+Tab under the one before, in the same lane; along the headers as well. */
void
way_journey_go_on (WayCanvas             *self,
                   const WayCanvasEditor *editor,
                   WayGoOn                where,
                   gboolean               typed)
{
  gboolean forwards = where == WAY_GO_NEXT;
  WayWalk step = forwards != way_scene_is_right_to_left (self->scene) ? WAY_WALK_RIGHT : WAY_WALK_LEFT;
  /* What is new is selected by now. */
  const WaySpot from = editor->before == NULL && typed ? self->selected : editor->spot;
  WaySpot cell;

  /* Nothing follows on a flag. */
  if (editor->variant != NULL && !g_str_equal (editor->variant, "felt"))
    return;
  if (where == WAY_GO_BELOW)
    {
      if (editor->before == NULL && typed && (from.kind == WAY_KIND_CARD || from.kind == WAY_KIND_FEELING))
        way_canvas_type_new (self);
      else if (is_header (&from))
        go_below_header (self, &from);
      return;
    }
  if (from.kind == WAY_KIND_STAGE || from.kind == WAY_KIND_LANE)
    go_along_headers (self, &from, step, forwards, typed);
  else if (editor->beyond && !typed && !forwards)
    way_canvas_type_new (self);
  else if (way_journey_step_cell (self->scene, &from, step, &cell))
    {
      way_canvas_select (self, &cell, TRUE);
      way_canvas_type_new (self);
    }
  else if (forwards && typed && way_canvas_get_cell_selected (self) && way_journey_takes_cards (self, self->selected.lane))
    way_canvas_type_with (self, type_beyond);
}
