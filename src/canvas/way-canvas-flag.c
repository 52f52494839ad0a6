/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flags typed in place: pinning a question, concern, idea or decision to what is selected, and answering one. */
#include "canvas/way-canvas-private.h"

#include "base/way-i18n.h"
#include "base/way-text.h"

#include <string.h>

#define WIDTH 176.0
#define HEIGHT 34.0

static const struct
{
  const char *kind, *name, *pinned;
} kinds[] = {
  { "question", N_("New question"), N_("Question pinned") },
  { "concern", N_("New concern"), N_("Concern pinned") },
  { "idea", N_("New idea"), N_("Idea pinned") },
  { "decision", N_("New decision"), N_("Decision pinned") },
};

static int
find_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return i;
  return -1;
}

/* What a flag is pinned to: what is selected, what the selected flag is on, the stage of a cell, or the map. */
static void
find_target (WayCanvas *self,
             char       id[65])
{
  const WaySpot *spot = &self->selected;
  int item = *spot->id != '\0' ? way_scene_find (self->scene, spot->id) : -1;

  g_strlcpy (id, *spot->id != '\0' ? spot->id : *spot->stage != '\0' ? spot->stage : way_scene_get_map_id (self->scene), 65);
  if (spot->kind == WAY_KIND_FLAG && item >= 0 && (item = way_scene_get_item (self->scene, item)->owner) >= 0)
    g_strlcpy (id, way_scene_get_item (self->scene, item)->id, 65);
}

/* Below the upper right corner of what it is on, which is what it is about and must be seen. */
static gboolean
type_flag (WayCanvas       *self,
           WayCanvasEditor *editor)
{
  int kind = find_kind (self->variant), item;
  WayRect area = { 40, 40, WIDTH, HEIGHT };

  find_target (self, editor->on);
  item = way_scene_find (self->scene, editor->on);
  if (kind < 0 || item < 0)
    return FALSE;
  area = way_scene_get_item (self->scene, item)->bounds;
  editor->area = (WayRect) { area.x + 8, area.y + MIN (area.height, 60) + 4, MAX (WIDTH, area.width - 8), HEIGHT };
  /* It is in no cell: whoever follows what is typed must not take it for a card. */
  editor->spot = (WaySpot) { .kind = WAY_KIND_FLAG };
  editor->variant = kinds[kind].kind;
  editor->name = _(kinds[kind].name);
  return TRUE;
}

/* Begins to type a flag of @kind on what is selected. */
static void
pin (WayCanvas  *self,
     const char *kind)
{
  self->variant = kind;
  way_canvas_type_with (self, type_flag);
  self->variant = NULL;
}

static gboolean
type_answer (WayCanvas       *self,
             WayCanvasEditor *editor)
{
  g_autoptr (WayRecord) flag = NULL;
  const WaySpot *spot = &self->selected;
  int item = spot->kind == WAY_KIND_FLAG ? way_scene_find (self->scene, spot->id) : -1;
  const char *answer;

  if (item < 0 || (flag = way_canvas_read_record (self, WAY_KIND_FLAG, spot->id)) == NULL)
    return FALSE;
  answer = way_record_get_text (flag, WAY_FLAG_ANSWER);
  editor->spot = *spot;
  editor->before = g_strdup (answer != NULL ? answer : "");
  editor->variant = "answer";
  editor->name = _("Answer");
  editor->area = way_scene_get_item (self->scene, item)->bounds;
  editor->area = (WayRect) { editor->area.x, editor->area.y + editor->area.height + 4, WIDTH, HEIGHT };
  return TRUE;
}

static gboolean
pin_flag (WayCanvas             *self,
          const WayCanvasEditor *editor,
          const char            *text)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Pin flag"));
  g_autoptr (WayRecord) flag = way_record_new (WAY_KIND_FLAG, NULL, way_scene_get_map_id (self->scene));

  way_record_set_text (flag, WAY_FLAG_ON, editor->on);
  way_record_set_text (flag, WAY_FLAG_KIND, editor->variant);
  way_record_set_text (flag, WAY_FLAG_TEXT, text);
  way_edit_put (edit, flag);
  if (!way_canvas_send (self, edit, _(kinds[find_kind (editor->variant)].pinned)))
    return FALSE;
  way_canvas_select_id (self, way_record_get_id (flag));
  return TRUE;
}

static gboolean
answer_flag (WayCanvas             *self,
             const WayCanvasEditor *editor,
             const char            *text)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Answer flag"));
  g_autoptr (WayRecord) flag = way_canvas_read_record (self, WAY_KIND_FLAG, editor->spot.id);
  g_autoptr (WayRecord) answered = flag != NULL ? way_record_copy (flag) : NULL;

  if (answered == NULL)
    return FALSE;
  if (way_text_is_blank (text))
    way_record_clear (answered, WAY_FLAG_ANSWER);
  else
    way_record_set_text (answered, WAY_FLAG_ANSWER, text);
  way_edit_put (edit, answered);
  return way_canvas_send (self, edit, way_text_is_blank (text) ? _("Answer deleted") : _("Flag answered"));
}

/* Makes the edit of what was typed; what is empty is not pinned, and what is as it was is not changed. */
gboolean
way_canvas_typed_flag (WayCanvas             *self,
                       const WayCanvasEditor *editor,
                       const char            *text)
{
  if (editor->before == NULL)
    return way_text_is_blank (text) || pin_flag (self, editor, text);
  return g_str_equal (text, editor->before) || answer_flag (self, editor, text);
}

/* What is done with a flag from the menu is named in its action, as "map.pin-question". Gives whether it is that. */
gboolean
way_canvas_act_on_flag (WayCanvas  *self,
                        const char *action)
{
  if (g_str_has_prefix (action, "map.pin-"))
    pin (self, action + strlen ("map.pin-"));
  else if (g_str_equal (action, "map.answer"))
    way_canvas_type_with (self, type_answer);
  else
    return FALSE;
  return TRUE;
}

/* Adds to a menu what can be done with flags where something of @kind is selected. */
void
way_canvas_append_flags (GMenu   *menu,
                         WayKind  kind)
{
  g_autoptr (GMenu) pins = g_menu_new ();

  if (kind == WAY_KIND_FLAG)
    g_menu_append (menu, _("Ans_wer"), "map.answer");
  g_menu_append (pins, C_("flag", "_Question"), "map.pin-question");
  g_menu_append (pins, C_("flag", "_Concern"), "map.pin-concern");
  g_menu_append (pins, C_("flag", "_Idea"), "map.pin-idea");
  g_menu_append (pins, C_("flag", "_Decision"), "map.pin-decision");
  g_menu_append_submenu (menu, _("Pin a _Flag"), G_MENU_MODEL (pins));
}
