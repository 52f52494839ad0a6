/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tools that a journey map is worked on with. */
#include "canvas/way-canvas-journey.h"

#include "base/way-i18n.h"

static gboolean
is_card (const WaySpot *spot)
{
  return spot->kind == WAY_KIND_CARD;
}

static void
way_journey_act (WayCanvas  *self,
                 const char *action)
{
  if (way_canvas_act_on_flag (self, action))
    return;
  if (g_str_equal (action, "map.lane-kind"))
    way_journey_ask_kind (self);
  else if (g_str_equal (action, "map.insert-lane-above") || g_str_equal (action, "map.insert-lane-below"))
    way_journey_ask_lane (self, g_str_equal (action, "map.insert-lane-below"));
  else if (g_str_equal (action, "map.insert-stage-before"))
    way_canvas_type_with (self, way_journey_type_stage_before);
  else if (g_str_equal (action, "map.insert-stage-after"))
    way_canvas_type_with (self, way_journey_type_stage_after);
}

static GMenu *
make_frame_section (gboolean in_stage,
                    gboolean in_lane)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, in_stage ? _("Insert Stage _Before") : _("Insert Stage _First"), "map.insert-stage-before");
  g_menu_append (section, in_stage ? _("Insert Stage _After") : _("Insert Stage _Last"), "map.insert-stage-after");
  g_menu_append (section, in_lane ? _("Insert Lane A_bove…") : _("Insert Lane at the _Top…"), "map.insert-lane-above");
  g_menu_append (section, in_lane ? _("Insert Lane Be_low…") : _("Insert Lane at the _End…"), "map.insert-lane-below");
  return section;
}

static GMenu *
make_move_menu (WayKind kind)
{
  GMenu *move = g_menu_new ();
  gboolean felt = kind == WAY_KIND_FEELING;

  if (kind != WAY_KIND_LANE)
    {
      g_menu_append (move, _("_Left"), "map.move-left");
      g_menu_append (move, _("_Right"), "map.move-right");
    }
  if (kind != WAY_KIND_STAGE)
    {
      g_menu_append (move, felt ? C_("feeling", "_Higher") : _("_Up"), "map.move-up");
      g_menu_append (move, felt ? C_("feeling", "L_ower") : _("_Down"), "map.move-down");
    }
  return move;
}

static GMenu *
way_journey_make_menu (WayCanvas *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) words = g_menu_new ();
  g_autoptr (GMenu) board = g_menu_new ();
  g_autoptr (GMenu) frame = NULL;
  g_autoptr (GMenu) move = NULL;
  WayKind kind = self->selected.kind;
  gboolean in_stage = *self->selected.stage != '\0', in_lane = *self->selected.lane != '\0';

  if (in_stage && in_lane)
    g_menu_append (words, way_journey_takes_feelings (self, self->selected.lane) ? _("_New Feeling") : _("_New Card"), "map.add");
  if (kind == WAY_KIND_CARD || kind == WAY_KIND_FLAG || kind == WAY_KIND_FEELING)
    g_menu_append (words, _("_Change"), "map.change");
  if (kind == WAY_KIND_STAGE || kind == WAY_KIND_LANE || kind == WAY_KIND_MAP)
    g_menu_append (words, _("_Rename"), "map.change");
  if (kind == WAY_KIND_LANE)
    g_menu_append (words, _("_Kind of Lane…"), "map.lane-kind");
  if (kind == WAY_KIND_CARD || kind == WAY_KIND_STAGE || kind == WAY_KIND_LANE)
    g_menu_append (words, _("_Duplicate"), "map.duplicate");
  if (kind != WAY_KIND_NONE && kind != WAY_KIND_MAP)
    g_menu_append (words, _("_Delete"), "map.delete");
  if (kind != WAY_KIND_NONE && kind != WAY_KIND_MAP && kind != WAY_KIND_FLAG)
    {
      move = make_move_menu (kind);
      g_menu_append_submenu (words, _("_Move"), G_MENU_MODEL (move));
    }
  way_canvas_append_flags (words, kind);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (words));
  if (kind == WAY_KIND_CARD)
    {
      g_menu_append (board, _("Cu_t"), "map.cut");
      g_menu_append (board, _("_Copy"), "map.copy");
    }
  g_menu_append (board, _("_Paste"), "map.paste");
  g_menu_append (board, _("Select _All"), "map.select-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (board));
  frame = make_frame_section (in_stage, in_lane);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (frame));
  return menu;
}

const WayCanvasTools way_canvas_journey_tools = {
  .spot_of_item = way_journey_spot_of_item,
  .spot_at = way_journey_spot_at,
  .get_cell_bounds = way_journey_get_cell_bounds,
  .get_index = way_journey_get_index,
  .get_heir = way_journey_get_heir,
  .walk = way_journey_walk,
  .list_between = way_journey_list_between,
  .can_join = is_card,
  .keeps_names = TRUE,
  .dup_name = way_journey_dup_name,
  .get_position = way_journey_get_position,

  .type_new = way_journey_type_new,
  .type_letter = way_journey_type_letter,
  .type_change = way_journey_type_change,
  .typed = way_journey_typed,
  .go_on = way_journey_go_on,

  .move = way_journey_move,
  .reorder = way_journey_reorder,
  .insert = way_journey_insert,
  .drop_selected = way_journey_drop_selected,
  .put_selected = way_journey_put_selected,
  .duplicate = way_journey_duplicate,
  .list_all = way_journey_list_all,
  .dup_text = way_journey_dup_text,
  .list_parts = way_journey_list_parts,
  .paste = way_journey_paste,
  .act = way_journey_act,
  .make_menu = way_journey_make_menu,

  .can_drag = way_journey_can_drag,
  .find_place = way_journey_find_place,
  .draw_place = way_journey_draw_place,
  .put = way_journey_put,

  .find_plus = way_journey_find_plus,
  .press_plus = way_journey_press_plus,
};
