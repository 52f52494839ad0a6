/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stages and lanes of a journey map: adding them beside others, moving them, duplicating them. */
#include "canvas/way-canvas-journey.h"

#include "base/way-i18n.h"
#include "canvas/way-lane-chooser.h"
#include "model/way-arrange.h"

#define NEW_WIDTH 176.0
#define NEW_HEIGHT 40.0

static const WayLaneChoice lane_kinds[] = {
  { "doing", "lane", NC_("lane", "Doing"), N_("What the person does") },
  { "thinking", "lane", NC_("lane", "Thinking"), N_("What they say to themselves") },
  { "feeling", "lane", NC_("lane", "Feeling"), N_("How it felt, better or worse, and in which words") },
  { "touchpoints", "lane", NC_("lane", "Touchpoints"), N_("What they meet: letters, calls, places") },
  { "people", "lane", NC_("lane", "People around me"), N_("Who is there") },
  { "pain", "lane", NC_("lane", "Pain points"), N_("What makes it harder") },
  { "ideas", "lane", NC_("lane", "Ideas"), N_("What would help") },
  { "evidence", "lane", NC_("lane", "Evidence"), N_("How we know") },
  { "custom", "lane", NC_("lane", "Lane"), N_("A lane of your own") },
};

static GPtrArray *
list_records (WayCanvas *self,
              WayKind    kind)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = way_lens_list (way_scene_get_lens (self->scene), kind, way_scene_get_map_id (self->scene), &error);

  if (records == NULL)
    way_canvas_refuse_error (self, error);
  return records;
}

static int
find_record (GPtrArray  *records,
             const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (way_record_get_id (records->pdata[i]), id))
      return i;
  return -1;
}

/* Adds the putting of @record to @edit: after or before @neighbour, or last where that is empty. */
static gboolean
put_beside (WayCanvas  *self,
            WayEdit    *edit,
            WayRecord  *record,
            const char *neighbour,
            gboolean    after)
{
  g_autoptr (GPtrArray) siblings = list_records (self, way_record_get_kind (record));
  int index = siblings != NULL && *neighbour != '\0' ? find_record (siblings, neighbour) : -1;

  if (siblings == NULL)
    return FALSE;
  way_arrange_put (edit, record, siblings, index >= 0 ? (guint) index + after : siblings->len);
  return TRUE;
}

/* Adds a stage that has no title yet behind the last one. */
char *
way_journey_append_stage (WayCanvas *self,
                          WayEdit   *edit)
{
  g_autoptr (WayRecord) stage = way_record_new (WAY_KIND_STAGE, NULL, way_scene_get_map_id (self->scene));

  way_edit_put (edit, stage);
  return g_strdup (way_record_get_id (stage));
}

/* Where the header of a new stage stands: beyond the last one, or over the gap between two. */
static WayRect
get_stage_area (WayCanvas     *self,
                const WayGrid *grid,
                int            neighbour,
                gboolean       after)
{
  gboolean mirrored = way_scene_is_right_to_left (self->scene);
  WayRect area = { 0, 0, NEW_WIDTH, NEW_HEIGHT }, title = { 40, 40, 600, 24 };
  double by;

  if (neighbour < 0)
    {
      if (grid->title >= 0)
        title = way_scene_get_item (self->scene, grid->title)->bounds;
      area.x = mirrored ? title.x + title.width - area.width : title.x;
      area.y = title.y + title.height + 16;
      return area;
    }
  area = way_scene_get_item (self->scene, g_array_index (grid->stages, guint, neighbour))->bounds;
  by = neighbour == (after ? (int) grid->stages->len - 1 : 0) ? area.width : area.width / 2;
  area.x += after != mirrored ? by : -by;
  return area;
}

/* Begins to type the title of a new stage beside that of the selection, or the last. It is made when it is typed, so that one that was
 * thought better of leaves nothing behind. */
gboolean
way_journey_type_stage (WayCanvas       *self,
                        WayCanvasEditor *editor,
                        gboolean         after)
{
  g_auto (WayGrid) grid = { 0 };
  WayGridPlace place = { WAY_GRID_HEADERS, -1 };
  int neighbour;

  way_grid_init (&grid, self->scene);
  way_grid_locate (&grid, &self->selected, &place);
  neighbour = place.column >= 0 ? place.column : after ? (int) grid.stages->len - 1 : grid.stages->len > 0 ? 0 : -1;
  editor->spot = (WaySpot) { .kind = WAY_KIND_STAGE };
  editor->place = (WayPlace) { .index = after };
  if (neighbour >= 0)
    g_strlcpy (editor->place.stage, way_grid_get_stage (&grid, neighbour), sizeof editor->place.stage);
  editor->area = get_stage_area (self, &grid, neighbour, after);
  editor->name = _("New stage");
  return TRUE;
}

gboolean
way_journey_add_stage (WayCanvas             *self,
                       const WayCanvasEditor *editor,
                       const char            *title)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Add stage"));
  g_autoptr (WayRecord) stage = way_record_new (WAY_KIND_STAGE, NULL, way_scene_get_map_id (self->scene));

  way_record_set_text (stage, WAY_STAGE_TITLE, title);
  if (!put_beside (self, edit, stage, editor->place.stage, editor->place.index) || !way_canvas_send (self, edit, _("Stage added")))
    return FALSE;
  way_canvas_select_id (self, way_record_get_id (stage));
  return TRUE;
}

static void
lane_chosen_cb (WayCanvas  *self,
                const char *kind,
                gpointer    after)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Add lane"));
  g_autoptr (WayRecord) lane = way_record_new (WAY_KIND_LANE, NULL, way_scene_get_map_id (self->scene));

  way_record_set_text (lane, WAY_LANE_KIND, kind);
  if (!put_beside (self, edit, lane, self->selected.lane, GPOINTER_TO_INT (after)) || !way_canvas_send (self, edit, _("Lane added")))
    return;
  way_canvas_select_id (self, way_record_get_id (lane));
  way_canvas_change_selected (self);
}

static void
kind_chosen_cb (WayCanvas  *self,
                const char *kind,
                gpointer    data)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Change kind of lane"));
  g_autoptr (WayRecord) record = *self->selected.lane != '\0' ? way_canvas_read_record (self, WAY_KIND_LANE, self->selected.lane) : NULL;
  g_autoptr (WayRecord) lane = record != NULL ? way_record_copy (record) : NULL;

  if (lane == NULL || g_strcmp0 (way_record_get_text (lane, WAY_LANE_KIND), kind) == 0)
    return;
  way_record_set_text (lane, WAY_LANE_KIND, kind);
  way_edit_put (edit, lane);
  way_canvas_send (self, edit, _("Kind of lane changed"));
}

/* Where the chooser of a lane points: at the lane of the selection, else at the last or where the first would be. */
static WayRect
get_lane_area (WayCanvas *self,
               gboolean   after)
{
  g_auto (WayGrid) grid = { 0 };
  WayRect area = { 40, 140, 128, 8 };
  WayGridPlace place = { -1, -1 };
  int line;

  way_grid_init (&grid, self->scene);
  way_grid_locate (&grid, &self->selected, &place);
  line = place.line >= 0 ? place.line : (int) grid.lanes->len - 1;
  if (line >= 0)
    area = way_scene_get_item (self->scene, way_scene_get_group (self->scene, g_array_index (grid.lanes, guint, line))->first_item)->bounds;
  area.y += after ? area.height : 0;
  area.height = 1;
  return area;
}

/* Asks which kind of lane, and makes one beside that of the selection, or the last. */
void
way_journey_ask_lane (WayCanvas *self,
                      gboolean   after)
{
  WayRect area = get_lane_area (self, after);

  way_lane_chooser_ask (self, _("New Lane"), lane_kinds, G_N_ELEMENTS (lane_kinds), NULL, &area, lane_chosen_cb, GINT_TO_POINTER (after));
}

/* Asks which kind the selected lane is to be of. */
void
way_journey_ask_kind (WayCanvas *self)
{
  g_autoptr (WayRecord) lane = *self->selected.lane != '\0' ? way_canvas_read_record (self, WAY_KIND_LANE, self->selected.lane) : NULL;
  WayRect area = get_lane_area (self, TRUE);

  if (lane != NULL)
    way_lane_chooser_ask (self, _("Kind of Lane"), lane_kinds, G_N_ELEMENTS (lane_kinds), way_record_get_text (lane, WAY_LANE_KIND), &area,
                          kind_chosen_cb, NULL);
}

static gboolean
goes_on (WayCanvas *self,
         WayWalk    step)
{
  return step == WAY_WALK_DOWN || step == (way_scene_is_right_to_left (self->scene) ? WAY_WALK_LEFT : WAY_WALK_RIGHT);
}

/* Puts a stage or lane as number @index among the others, and says where it is then. */
gboolean
way_journey_put_header (WayCanvas  *self,
                        WayKind     kind,
                        const char *id,
                        guint       index)
{
  g_autoptr (GPtrArray) siblings = list_records (self, kind);
  g_autoptr (WayEdit) edit = way_edit_new (kind == WAY_KIND_STAGE ? _("Move stage") : _("Move lane"));
  g_autoptr (WayRecord) moved = NULL;
  g_autofree char *name = NULL;
  WaySpot spot = self->selected;
  int from = siblings != NULL ? find_record (siblings, id) : -1;

  if (from < 0)
    return FALSE;
  moved = way_record_copy (siblings->pdata[from]);
  g_ptr_array_remove_index (siblings, from);
  way_arrange_put (edit, moved, siblings, MIN (index, siblings->len));
  if (!way_canvas_send (self, edit, kind == WAY_KIND_STAGE ? _("Stage moved") : _("Lane moved")))
    return FALSE;
  way_canvas_select (self, &spot, TRUE);
  if (!way_outline_find (self->scene, way_record_get_id (moved), &spot))
    return FALSE;
  name = way_outline_dup_name (self->scene, &spot);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), name, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return TRUE;
}

/* Moves the stage or the lane that the selection is in. */
void
way_journey_reorder (WayCanvas *self,
                     WayWalk    step)
{
  gboolean across = step == WAY_WALK_LEFT || step == WAY_WALK_RIGHT, on = goes_on (self, step);
  const char *id = across ? self->selected.stage : self->selected.lane;
  WayKind kind = across ? WAY_KIND_STAGE : WAY_KIND_LANE;
  g_autoptr (GPtrArray) siblings = NULL;
  int index;

  if (*id == '\0' || (siblings = list_records (self, kind)) == NULL)
    return;
  index = find_record (siblings, id);
  if (index < 0 || (on ? index + 1 >= (int) siblings->len : index == 0))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    way_journey_put_header (self, kind, id, on ? index + 1 : index - 1);
}

/* Adds a stage or lane beside the selection, on the side that the arrow points to. */
void
way_journey_insert (WayCanvas *self,
                    WayWalk    step)
{
  if (!way_canvas_finish_typing (self))
    return;
  if (step == WAY_WALK_UP || step == WAY_WALK_DOWN)
    way_journey_ask_lane (self, step == WAY_WALK_DOWN);
  else
    way_canvas_type_with (self, goes_on (self, step) ? way_journey_type_stage_after : way_journey_type_stage_before);
}

gboolean
way_journey_type_stage_after (WayCanvas       *self,
                              WayCanvasEditor *editor)
{
  return way_journey_type_stage (self, editor, TRUE);
}

gboolean
way_journey_type_stage_before (WayCanvas       *self,
                               WayCanvasEditor *editor)
{
  return way_journey_type_stage (self, editor, FALSE);
}

/* Gives @edit copies of the cards in a stage or lane, for the copy of it. */
static gboolean
copy_cards (WayCanvas  *self,
            WayEdit    *edit,
            guint       field,
            const char *from,
            const char *to)
{
  g_autoptr (GPtrArray) cards = list_records (self, WAY_KIND_CARD);

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    {
      g_autoptr (WayRecord) copy = NULL;

      if (g_strcmp0 (way_record_get_text (cards->pdata[i], field), from) != 0)
        continue;
      copy = way_canvas_dup_as_new (cards->pdata[i]);
      way_record_set_text (copy, field, to);
      way_edit_put (edit, copy);
    }
  return cards != NULL;
}

/* A stage or lane with its cards, behind itself. */
void
way_journey_duplicate_header (WayCanvas *self)
{
  WayKind kind = self->selected.kind;
  gboolean stage = kind == WAY_KIND_STAGE;
  g_autoptr (WayRecord) record = way_canvas_read_record (self, kind, self->selected.id);
  g_autoptr (WayRecord) copy = record != NULL ? way_canvas_dup_as_new (record) : NULL;
  g_autoptr (WayEdit) edit = way_edit_new (stage ? _("Duplicate stage") : _("Duplicate lane"));

  if (copy != NULL && put_beside (self, edit, copy, self->selected.id, TRUE) &&
      copy_cards (self, edit, stage ? WAY_CARD_STAGE : WAY_CARD_LANE, self->selected.id, way_record_get_id (copy)) &&
      way_canvas_send (self, edit, stage ? _("Stage duplicated") : _("Lane duplicated")))
    way_canvas_select_id (self, way_record_get_id (copy));
}
