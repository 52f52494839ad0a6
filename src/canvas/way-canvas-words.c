/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other words for what has them on any map: which field they are in, and how the change is called. */
#include "canvas/way-canvas-private.h"

#include "base/way-i18n.h"
#include "base/way-text.h"

static const struct
{
  WayKind kind;
  guint field;
  const char *name, *label, *done; /* of the text that is typed, of the edit, and what is said then */
} words[] = {
  { WAY_KIND_CARD, WAY_CARD_TEXT, N_("Card"), N_("Change card"), N_("Card changed") },
  { WAY_KIND_STAGE, WAY_STAGE_TITLE, N_("Title of the stage"), N_("Rename stage"), N_("Stage renamed") },
  { WAY_KIND_LANE, WAY_LANE_TITLE, N_("Title of the lane"), N_("Rename lane"), N_("Lane renamed") },
  { WAY_KIND_STEP, WAY_STEP_TITLE, N_("Title of the step"), N_("Rename step"), N_("Step renamed") },
  { WAY_KIND_LINK, WAY_LINK_LABEL, N_("Words or wait of the link"), N_("Change link"), N_("Link changed") },
  { WAY_KIND_MAP, WAY_MAP_TITLE, N_("Title of the map"), N_("Rename map"), N_("Map renamed") },
  { WAY_KIND_FLAG, WAY_FLAG_TEXT, NC_("what is typed", "Flag"), N_("Change flag"), N_("Flag changed") },
};

static int
find_words (WayKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].kind == kind)
      return i;
  return -1;
}

/* Over what is selected, with the words that it has. */
gboolean
way_canvas_begin_words (WayCanvas       *self,
                        WayCanvasEditor *editor)
{
  g_autoptr (WayRecord) record = NULL;
  const WaySpot *spot = &self->selected;
  int typed = find_words (spot->kind), item = way_scene_find (self->scene, spot->id);
  const char *text;

  if (typed < 0 || item < 0 || (record = way_canvas_read_record (self, spot->kind, spot->id)) == NULL)
    return FALSE;
  text = way_record_get_text (record, words[typed].field);
  editor->spot = *spot;
  editor->before = g_strdup (text != NULL ? text : "");
  editor->name = spot->kind == WAY_KIND_FLAG ? C_("what is typed", "Flag") : _(words[typed].name);
  editor->item = item;
  return TRUE;
}

/* Sends @changed, a record with other words, unless it is as it was. */
gboolean
way_canvas_send_words (WayCanvas *self,
                       WayRecord *before,
                       WayRecord *changed)
{
  int typed = find_words (way_record_get_kind (changed));
  g_autoptr (WayEdit) edit = way_edit_new (_(words[typed].label));

  if (way_record_equal (changed, before))
    return TRUE;
  way_edit_put (edit, changed);
  return way_canvas_send (self, edit, _(words[typed].done));
}

/* What was typed instead. A card without words is still a card; a title without any is none. */
gboolean
way_canvas_change_words (WayCanvas             *self,
                         const WayCanvasEditor *editor,
                         const char            *text)
{
  WayKind kind = editor->spot.kind;
  g_autoptr (WayRecord) record = way_canvas_read_record (self, kind, editor->spot.id);
  g_autoptr (WayRecord) changed = NULL;
  guint field = words[find_words (kind)].field;

  if (record == NULL)
    return FALSE;
  changed = way_record_copy (record);
  if (way_text_is_blank (text) && kind != WAY_KIND_CARD)
    way_record_clear (changed, field);
  else
    way_record_set_text (changed, field, text);
  return way_canvas_send_words (self, record, changed);
}
