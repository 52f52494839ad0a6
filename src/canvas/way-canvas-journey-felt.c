/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How somebody felt, on a journey map: typed as a number and words, moved up and down by keys, or drawn with the pointer. */
#include "canvas/way-canvas-journey.h"

#include "base/way-felt.h"
#include "base/way-i18n.h"
#include "base/way-text.h"

#include <math.h>

#define LINE_HEIGHT 28.0
#define WIDTH_MIN 132.0

/* Returns: how high @y is on the scale of the map, to the nearest @step */
double
way_journey_get_felt_at (WayScene *scene,
                         double    y,
                         double    step)
{
  double top, bottom;

  if (!way_scene_get_felt_scale (scene, &top, &bottom))
    return 0;
  return way_felt_round (WAY_FELT_MOST - (y - top) / (bottom - top) * 2 * WAY_FELT_MOST, step);
}

double
way_journey_get_felt_y (WayScene *scene,
                        double    value)
{
  double top, bottom;

  way_scene_get_felt_scale (scene, &top, &bottom);
  return top + (WAY_FELT_MOST - value) / (2 * WAY_FELT_MOST) * (bottom - top);
}

/* A first reading of a stage is that of the person the map is about; when theirs is there, it is somebody else's, whose name nobody knows. */
static char *
guess_persona (WayCanvas  *self,
               const char *stage)
{
  WayLens *lens = way_scene_get_lens (self->scene);
  const char *map_id = way_scene_get_map_id (self->scene);
  g_autoptr (WayRecord) map = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const char *persona;

  if (!way_lens_read (lens, WAY_KIND_MAP, map_id, &map, NULL) || map == NULL || (persona = way_record_get_text (map, WAY_MAP_PERSONA)) == NULL)
    return NULL;
  all = way_lens_list (lens, WAY_KIND_FEELING, map_id, NULL);
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (g_strcmp0 (way_record_get_text (all->pdata[i], WAY_FEELING_STAGE), stage) == 0 &&
        g_strcmp0 (way_record_get_text (all->pdata[i], WAY_FEELING_PERSONA), persona) == 0)
      return NULL;
  return g_strdup (persona);
}

static void
ask_whose (WayCanvasEditor *editor,
           const char      *persona)
{
  editor->asks_whose = TRUE;
  g_strlcpy (editor->persona, persona != NULL ? persona : "", sizeof editor->persona);
}

/* Somebody who is there no more felt nothing. */
static void
set_persona (WayCanvas  *self,
             WayRecord  *feeling,
             const char *persona)
{
  g_autoptr (WayRecord) known = *persona != '\0' ? way_canvas_read_record (self, WAY_KIND_PERSONA, persona) : NULL;

  if (known != NULL)
    way_record_set_text (feeling, WAY_FEELING_PERSONA, persona);
  else
    way_record_clear (feeling, WAY_FEELING_PERSONA);
}

/* A new reading in the selected cell, as high as the pointer showed, else in the middle until a number is typed. */
gboolean
way_journey_type_felt (WayCanvas       *self,
                       WayCanvasEditor *editor)
{
  const WaySpot *spot = &self->selected;
  const WayGroup *cell = way_journey_find_cell (self->scene, spot->lane, spot->stage);
  g_autofree char *persona = NULL;

  if (cell == NULL)
    return FALSE;
  if (!way_canvas_recall_whose (self, &persona))
    persona = guess_persona (self, spot->stage);
  ask_whose (editor, persona);
  editor->place = (WayPlace) { 0 };
  g_strlcpy (editor->place.stage, spot->stage, sizeof editor->place.stage);
  editor->spot = (WaySpot) { 0 };
  g_strlcpy (editor->spot.lane, spot->lane, sizeof editor->spot.lane);
  g_strlcpy (editor->spot.stage, spot->stage, sizeof editor->spot.stage);
  editor->variant = "felt";
  editor->pointed = self->pointed;
  editor->felt = self->pointed ? way_journey_get_felt_at (self->scene, self->point.y, 1) : 0;
  editor->area = (WayRect) { cell->bounds.x + 8, way_journey_get_felt_y (self->scene, editor->felt) - LINE_HEIGHT / 2,
                             MAX (cell->bounds.width - 16, WIDTH_MIN), LINE_HEIGHT };
  editor->name = _("New feeling: a number from −5 to +5, and their words");
  return TRUE;
}

gboolean
way_journey_type_felt_change (WayCanvas       *self,
                              WayCanvasEditor *editor)
{
  g_autoptr (WayRecord) record = NULL;
  const WaySpot *spot = &self->selected;
  const char *const *words;
  int item = way_scene_find (self->scene, spot->id);
  WayRect area;

  if (item < 0 || (record = way_canvas_read_record (self, WAY_KIND_FEELING, spot->id)) == NULL)
    return FALSE;
  words = way_record_get_texts (record, WAY_FEELING_WORDS);
  editor->spot = *spot;
  editor->before = words != NULL ? g_strjoinv ("\n", (GStrv) words) : g_strdup ("");
  editor->name = _("Words of the feeling");
  ask_whose (editor, way_record_get_text (record, WAY_FEELING_PERSONA));
  /* Not exactly over the words: there may be none, and a dot with a letter stands beside them. */
  area = way_scene_get_item (self->scene, item)->bounds;
  editor->area = (WayRect) { area.x + area.width / 2 - MAX (area.width, WIDTH_MIN) / 2, area.y + area.height / 2 - MAX (area.height, LINE_HEIGHT) / 2,
                             MAX (area.width, WIDTH_MIN), MAX (area.height, LINE_HEIGHT) };
  return TRUE;
}

/* In their words, one thing they said a line. */
static void
set_words (WayRecord  *feeling,
           const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (!way_text_is_blank (lines[i]))
      g_ptr_array_add (words, g_strstrip (lines[i]));
  g_ptr_array_add (words, NULL);
  if (words->len > 1)
    way_record_set_texts (feeling, WAY_FEELING_WORDS, (const char *const *) words->pdata);
  else
    way_record_clear (feeling, WAY_FEELING_WORDS);
}

/* Of a number and words, or either; @value is how high it is where there is no number. */
static WayRecord *
make_feeling (WayCanvas  *self,
              const char *stage,
              const char *persona,
              double      value,
              const char *text)
{
  WayRecord *feeling = way_record_new (WAY_KIND_FEELING, NULL, way_scene_get_map_id (self->scene));
  gboolean has_value;
  const char *words = way_felt_parse (text, &has_value, &value);

  way_record_set_text (feeling, WAY_FEELING_STAGE, stage);
  way_record_set_number (feeling, WAY_FEELING_VALUE, value);
  set_words (feeling, words);
  set_persona (self, feeling, persona);
  return feeling;
}

static gboolean
add_feeling (WayCanvas             *self,
             const WayCanvasEditor *editor,
             const char            *text)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Add feeling"));
  g_autoptr (WayRecord) feeling = make_feeling (self, editor->place.stage, editor->persona, editor->felt, text);
  g_autofree char *said = way_felt_dup_said (way_record_get_number (feeling, WAY_FEELING_VALUE));

  way_edit_put (edit, feeling);
  if (!way_canvas_send (self, edit, said))
    return FALSE;
  way_canvas_select_id (self, way_record_get_id (feeling));
  return TRUE;
}

/* Each line that says something is a reading of the selected cell, as if it had been typed. */
void
way_journey_paste_felt (WayCanvas  *self,
                        char      **lines)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Paste"));
  g_autofree char *persona = NULL, *said = NULL, *last = NULL;
  guint n = 0;

  way_canvas_recall_whose (self, &persona);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (WayRecord) feeling = NULL;

      if (way_text_is_blank (lines[i]))
        continue;
      feeling = make_feeling (self, self->selected.stage, persona != NULL ? persona : "", 0, g_strstrip (lines[i]));
      way_edit_put (edit, feeling);
      g_set_str (&last, way_record_get_id (feeling));
      n++;
    }
  said = g_strdup_printf (ngettext ("%u feeling pasted", "%u feelings pasted", n), n);
  if (n == 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (way_canvas_send (self, edit, said))
    way_canvas_select_id (self, last);
}

static gboolean
change_feeling (WayCanvas             *self,
                const WayCanvasEditor *editor,
                const char            *text)
{
  g_autoptr (WayRecord) record = way_canvas_read_record (self, WAY_KIND_FEELING, editor->spot.id);
  g_autoptr (WayRecord) changed = record != NULL ? way_record_copy (record) : NULL;
  g_autoptr (WayEdit) edit = way_edit_new (_("Change feeling"));
  gboolean has_value;
  double value;
  const char *words = way_felt_parse (text, &has_value, &value);

  if (changed == NULL)
    return FALSE;
  if (!g_str_equal (text, editor->before))
    {
      if (has_value)
        way_record_set_number (changed, WAY_FEELING_VALUE, value);
      /* A number alone says where it was, and leaves the words. */
      if (!has_value || !way_text_is_blank (words))
        set_words (changed, words);
    }
  set_persona (self, changed, editor->persona);
  if (way_record_equal (record, changed))
    return TRUE;
  way_edit_put (edit, changed);
  return way_canvas_send (self, edit, _("Feeling changed"));
}

/* Makes the edit of what was typed. Where the pointer showed how high it was, that alone is a reading. */
gboolean
way_journey_typed_felt (WayCanvas             *self,
                        const WayCanvasEditor *editor,
                        const char            *text)
{
  if (editor->before == NULL)
    return (way_text_is_blank (text) && !editor->pointed) || add_feeling (self, editor, text);
  return change_feeling (self, editor, text);
}

/* Puts the selected reading as high as @value, in @stage. */
static void
put_feeling (WayCanvas  *self,
             double      value,
             const char *stage)
{
  g_autoptr (WayRecord) record = way_canvas_read_record (self, WAY_KIND_FEELING, self->selected.id);
  g_autoptr (WayRecord) moved = record != NULL ? way_record_copy (record) : NULL;
  g_autoptr (WayEdit) edit = way_edit_new (_("Move feeling"));
  g_autofree char *said = way_felt_dup_said (value);

  if (moved == NULL)
    return;
  way_record_set_number (moved, WAY_FEELING_VALUE, value);
  way_record_set_text (moved, WAY_FEELING_STAGE, stage);
  if (way_record_equal (record, moved))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  way_edit_put (edit, moved);
  if (!way_canvas_send (self, edit, said))
    return;
  way_canvas_select_id (self, way_record_get_id (moved));
  if (g_str_equal (stage, way_record_get_text (record, WAY_FEELING_STAGE)))
    return;
  g_free (said);
  said = way_outline_dup_name (self->scene, &self->selected);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* One step up or down, or to the stage beside. */
void
way_journey_move_felt (WayCanvas *self,
                       WayWalk    step)
{
  g_autoptr (WayRecord) record = way_canvas_read_record (self, WAY_KIND_FEELING, self->selected.id);
  WaySpot spot = self->selected;
  double value;

  if (record == NULL)
    return;
  value = way_record_get_number (record, WAY_FEELING_VALUE);
  if (step == WAY_WALK_UP || step == WAY_WALK_DOWN)
    put_feeling (self, CLAMP (value + (step == WAY_WALK_UP ? 1 : -1), -WAY_FELT_MOST, WAY_FELT_MOST), spot.stage);
  else if (way_journey_step_cell (self->scene, &spot, step, &spot))
    put_feeling (self, value, spot.stage);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Which column of the grid @x is in; the nearest one beyond its ends. */
static const WayGroup *
find_column (const WayGrid *grid,
             int            line,
             double         x)
{
  const WayGroup *nearest = NULL;
  double least = HUGE_VAL;

  for (int column = 0; column < (int) grid->stages->len; column++)
    {
      const WayGroup *cell = way_grid_get_cell (grid, line, column);
      double distance = fabs (cell->bounds.x + cell->bounds.width / 2 - x);

      if (distance < least)
        {
          least = distance;
          nearest = cell;
        }
    }
  return nearest;
}

/* What is dragged goes up and down with the pointer in steps, and sideways to other stages. */
void
way_journey_find_felt_place (WayCanvas *self,
                             double     x,
                             double     y)
{
  WayCanvasDrag *drag = &self->drag;
  g_auto (WayGrid) grid = { 0 };
  g_autoptr (WayRecord) record = NULL;
  const WayGroup *from, *to;
  WayGridPlace at;
  WayRect area;
  double y_before;

  way_grid_init (&grid, self->scene);
  drag->has_place = drag->has_ghost = FALSE;
  if (!drag->felt_known && (record = way_canvas_read_record (self, WAY_KIND_FEELING, drag->spot.id)) != NULL)
    {
      drag->felt_before = way_record_get_number (record, WAY_FEELING_VALUE);
      drag->felt_known = TRUE;
    }
  if (!drag->felt_known || !way_grid_locate (&grid, &drag->spot, &at) || !way_outline_get_bounds (self->scene, &drag->spot, &area))
    return;
  from = way_grid_get_cell (&grid, at.line, at.column);
  to = find_column (&grid, at.line, x);
  y_before = way_journey_get_felt_y (self->scene, drag->felt_before);
  drag->felt = way_journey_get_felt_at (self->scene, y_before + y - area.y - drag->grip_y, drag->fine ? 0.5 : 1);
  g_strlcpy (drag->place.stage, to->stage, sizeof drag->place.stage);
  drag->ghost = (WayPoint) { area.x + to->bounds.x - from->bounds.x, area.y + way_journey_get_felt_y (self->scene, drag->felt) - y_before };
  drag->has_place = drag->has_ghost = TRUE;
}

/* The level that it would be at, and the number. */
void
way_journey_draw_felt_place (WayCanvas   *self,
                             GtkSnapshot *snapshot)
{
  const WayCanvasDrag *drag = &self->drag;
  g_auto (WayGrid) grid = { 0 };
  g_autofree char *said = way_felt_dup_said (drag->felt);
  WayGridPlace at;
  WayRect area, place;
  double top, bottom;

  way_grid_init (&grid, self->scene);
  if (!way_grid_locate (&grid, &drag->spot, &at) || !way_scene_get_felt_scale (self->scene, &top, &bottom))
    return;
  for (int column = 0; column < (int) grid.stages->len; column++)
    if (g_strcmp0 (way_grid_get_stage (&grid, column), drag->place.stage) == 0)
      {
        area = way_grid_get_cell (&grid, at.line, column)->bounds;
        way_canvas_draw_ring (self, snapshot, &(WayRect) { area.x + 2, top, area.width - 4, bottom - top }, 1, 0.5);
        place = (WayRect) { area.x + 2, way_journey_get_felt_y (self->scene, drag->felt), area.width - 4, 0 };
        way_canvas_draw_bar (self, snapshot, &place);
        place = way_view_from_map (&self->view, &(WayRect) { area.x, top, area.width, 0 });
        way_canvas_draw_pill (self, snapshot, said, place.x + place.width / 2, place.y - 6);
      }
}

void
way_journey_put_felt (WayCanvas           *self,
                      const WayCanvasDrag *drag)
{
  if (drag->felt != drag->felt_before || !g_str_equal (drag->place.stage, drag->spot.stage))
    put_feeling (self, drag->felt, drag->place.stage);
}
