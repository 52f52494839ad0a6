/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tools that a pathway map is worked on with. */
#include "canvas/way-canvas-pathway.h"

#include "base/way-i18n.h"
#include "scene/way-scene-pathway.h"

static gboolean
get_cell_bounds (WayScene      *scene,
                 const WaySpot *spot,
                 WayRect       *bounds)
{
  return FALSE;
}

static gboolean
is_step (const WaySpot *spot)
{
  return spot->kind == WAY_KIND_STEP;
}

static void
act (WayCanvas  *self,
     const char *action)
{
  static const struct { const char *action, *kind; } kinds[] = {
    { "map.make-start", "start" }, { "map.make-step", "step" }, { "map.make-decision", "decision" }, { "map.make-end", "end" },
    { "map.make-gap", "gap" },     { "map.make-flow", "flow" }, { "map.make-information", "information" }, { "map.make-enables", "enables" },
  };

  if (way_canvas_act_on_flag (self, action))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (action, kinds[i].action))
      way_pathway_set_kind (self, kinds[i].kind);
  if (g_str_equal (action, "map.link"))
    way_pathway_ask_link (self);
  else if (g_str_equal (action, "map.kind") || g_str_equal (action, "map.lane-kind"))
    way_pathway_ask_kind (self);
  else if (g_str_equal (action, "map.unpin"))
    way_pathway_unpin (self);
  else if (g_str_equal (action, "map.insert-step"))
    way_pathway_insert (self, way_scene_is_right_to_left (self->scene) ? WAY_WALK_LEFT : WAY_WALK_RIGHT);
  else if (g_str_equal (action, "map.insert-lane-above") || g_str_equal (action, "map.insert-lane-below"))
    way_pathway_ask_lane (self);
}

static void
add_kinds (WayCanvas *self,
           GMenu     *menu)
{
  g_autoptr (GMenu) kinds = g_menu_new ();
  gboolean step = self->selected.kind == WAY_KIND_STEP;

  if (step)
    {
      g_menu_append (kinds, C_("kind of step", "_Start"), "map.make-start");
      g_menu_append (kinds, _("S_tep"), "map.make-step");
      g_menu_append (kinds, _("_Decision"), "map.make-decision");
      g_menu_append (kinds, _("_End"), "map.make-end");
      g_menu_append (kinds, _("_Gap"), "map.make-gap");
    }
  else
    {
      g_menu_append (kinds, _("_Flow"), "map.make-flow");
      g_menu_append (kinds, _("_Information"), "map.make-information");
      g_menu_append (kinds, _("_Makes Possible"), "map.make-enables");
    }
  g_menu_append_submenu (menu, step ? _("_Kind of Step") : _("_Kind of Link"), G_MENU_MODEL (kinds));
}

static void
add_copy_as (GMenu *menu)
{
  g_autoptr (GMenu) formats = g_menu_new ();

  g_menu_append (formats, _("_Text, to Read Aloud"), "map.copy-as::text");
  g_menu_append (formats, _("_CSV, a Table"), "map.copy-as::csv");
  g_menu_append (formats, _("_Mermaid"), "map.copy-as::mermaid");
  g_menu_append (formats, _("_Graphviz"), "map.copy-as::dot");
  g_menu_append_submenu (menu, _("Copy A_s"), G_MENU_MODEL (formats));
}

static GMenu *
make_menu (WayCanvas *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new (), words = g_menu_new (), frame = g_menu_new ();
  WayKind kind = self->selected.kind;
  guint column;
  gboolean pinned = FALSE;

  if (kind == WAY_KIND_STEP)
    {
      g_menu_append (more, _("_Next Step"), "map.add");
      g_menu_append (more, _("_Link To…"), "map.link");
      way_scene_get_column (self->scene, self->selected.id, &column, &pinned);
    }
  else if (kind == WAY_KIND_LINK)
    g_menu_append (more, _("Insert _Step"), "map.insert-step");
  else if (kind == WAY_KIND_LANE)
    g_menu_append (more, _("_New Step"), "map.add");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  if (kind == WAY_KIND_LINK || kind == WAY_KIND_FLAG)
    g_menu_append (words, _("_Change"), "map.change");
  else if (kind != WAY_KIND_NONE)
    g_menu_append (words, _("_Rename"), "map.change");
  if (kind == WAY_KIND_STEP || kind == WAY_KIND_LINK)
    add_kinds (self, words);
  if (kind == WAY_KIND_LANE)
    g_menu_append (words, _("_Kind of Lane…"), "map.kind");
  if (pinned)
    g_menu_append (words, _("_Unpin"), "map.unpin");
  if (kind == WAY_KIND_STEP)
    {
      g_menu_append (words, _("_Cut"), "map.cut");
      g_menu_append (words, _("C_opy"), "map.copy");
      add_copy_as (words);
      g_menu_append (words, _("Du_plicate"), "map.duplicate");
    }
  if (kind == WAY_KIND_STEP || kind == WAY_KIND_LANE)
    g_menu_append (words, _("Paste S_teps"), "map.paste");
  way_canvas_append_flags (words, kind);
  if (kind != WAY_KIND_NONE && kind != WAY_KIND_MAP)
    g_menu_append (words, _("_Delete"), "map.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (words));
  g_menu_append (frame, _("New L_ane…"), "map.insert-lane-below");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (frame));
  return menu;
}

const WayCanvasTools way_canvas_pathway_tools = {
  .spot_of_item = way_pathway_spot_of_item,
  .spot_at = way_pathway_spot_at,
  .get_cell_bounds = get_cell_bounds,
  .get_bounds = way_pathway_get_bounds,
  .get_index = way_pathway_find_item,
  .get_heir = way_pathway_get_heir,
  .walk = way_pathway_walk,
  .walk_aside = way_pathway_walk_aside,
  .list_between = way_pathway_list_between,
  .can_join = is_step,
  .keeps_names = TRUE,
  .dup_name = way_pathway_dup_name,
  .get_position = way_pathway_get_position,

  .type_new = way_pathway_type_new,
  .type_change = way_pathway_type_change,
  .typed = way_pathway_typed,
  .go_on = way_pathway_go_on,

  .move = way_pathway_move,
  .reorder = way_pathway_reorder,
  .insert = way_pathway_insert,
  .drop_selected = way_pathway_drop_selected,
  .put_selected = way_pathway_put_selected,
  .duplicate = way_pathway_duplicate,
  .list_all = way_pathway_list_all,
  .dup_text = way_pathway_dup_text,
  .list_parts = way_pathway_list_parts,
  .paste = way_pathway_paste,
  .act = act,
  .make_menu = make_menu,

  .can_drag = is_step,
  .grip_at = way_pathway_grip_at,
  .find_place = way_pathway_find_place,
  .draw_place = way_pathway_draw_place,
  .draw_over = way_pathway_draw_over,
  .put = way_pathway_put,
  .double_click = way_pathway_double_click,
};
