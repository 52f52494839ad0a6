/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps in and out of a pathway map as text: lines become steps linked in order, and a table has the columns of the CSV that
 * docs/interchange.md describes, which is also what several steps are copied as. */
#include "canvas/way-canvas-pathway.h"

#include "base/way-i18n.h"
#include "base/way-text.h"
#include "base/way-wait.h"
#include "canvas/way-table-text.h"

enum { KIND, ID, TITLE, LANE, LANE_KIND, ORGANISATION, NOTE, FROM, TO, LABEL, WAIT, N_COLUMNS };

static const char *const columns[N_COLUMNS] = {
  "kind", "id", "title", "lane", "lane kind", "organisation", "note", "from", "to", "label", "wait",
};

static void
append_row (GString           *text,
            const char *const *cells)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    way_table_text_append (text, cells[i] != NULL ? cells[i] : "", i == 0);
  g_string_append_c (text, '\n');
}

static void
append_step (WayCanvas *self,
             GString   *text,
             WayRecord *step)
{
  const char *kind = way_record_get_text (step, WAY_STEP_KIND), *organisation_id = way_record_get_text (step, WAY_STEP_ORGANISATION);
  g_autoptr (WayRecord) lane = way_canvas_read_record (self, WAY_KIND_LANE, way_record_get_text (step, WAY_STEP_LANE));
  g_autoptr (WayRecord) organisation = organisation_id != NULL ? way_canvas_read_record (self, WAY_KIND_ORGANISATION, organisation_id) : NULL;
  const char *cells[N_COLUMNS] = {
    [KIND] = kind != NULL ? kind : "step", [ID] = way_record_get_id (step), [TITLE] = way_record_get_text (step, WAY_STEP_TITLE),
    [LANE] = lane != NULL ? way_record_get_text (lane, WAY_LANE_TITLE) : NULL,
    [LANE_KIND] = lane != NULL ? way_record_get_text (lane, WAY_LANE_KIND) : NULL,
    [ORGANISATION] = organisation != NULL ? way_record_get_text (organisation, WAY_ORGANISATION_NAME) : NULL,
    [NOTE] = way_record_get_text (step, WAY_STEP_NOTE),
  };

  append_row (text, cells);
}

static void
append_link (GString   *text,
             WayRecord *link)
{
  const char *kind = way_record_get_text (link, WAY_LINK_KIND);
  char wait[G_ASCII_DTOSTR_BUF_SIZE] = "";
  const char *cells[N_COLUMNS] = {
    [KIND] = kind != NULL ? kind : "flow", [FROM] = way_record_get_text (link, WAY_LINK_FROM), [TO] = way_record_get_text (link, WAY_LINK_TO),
    [LABEL] = way_record_get_text (link, WAY_LINK_LABEL), [WAIT] = wait,
  };

  if (way_record_has (link, WAY_LINK_WAIT_DAYS))
    g_ascii_formatd (wait, sizeof wait, "%.10g", way_record_get_number (link, WAY_LINK_WAIT_DAYS));
  append_row (text, cells);
}

/* One step as its words; several as a table, with the links between them. NULL where something else is selected. */
char *
way_pathway_dup_text (WayCanvas *self,
                      GArray    *spots)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) links = NULL;

  for (guint i = 0; i < spots->len; i++)
    if (g_array_index (spots, WaySpot, i).kind != WAY_KIND_STEP)
      return NULL;
  if (spots->len == 0)
    return NULL;
  if (spots->len > 1)
    append_row (text, columns);
  for (guint i = 0; i < spots->len; i++)
    {
      g_autoptr (WayRecord) step = way_canvas_read_record (self, WAY_KIND_STEP, g_array_index (spots, WaySpot, i).id);
      const char *title = step != NULL ? way_record_get_text (step, WAY_STEP_TITLE) : NULL;

      if (step == NULL)
        return NULL;
      if (spots->len == 1)
        return g_strdup (title != NULL ? title : "");
      append_step (self, text, step);
    }
  links = way_pathway_list_inner_links (self, spots);
  for (guint i = 0; i < links->len; i++)
    append_link (text, links->pdata[i]);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

typedef struct
{
  WayCanvas *canvas;
  WayEdit *edit;
  GPtrArray *lanes, *organisations; /* of WayRecord, with those that are made */
  GHashTable *steps;          /* what the table calls a step: its id */
  GHashTable *titles;         /* of the steps that were there: their ids; nullable until it is needed */
  GPtrArray *parts;           /* of WayRecord: what went along with the text and is not taken yet */
  GArray *made;               /* of WaySpot: steps */
  char *link;                 /* nullable: the last link that is made */
  int places[N_COLUMNS];      /* of the columns in the table, or -1 */
} Pasting;

static void
end_pasting (Pasting *self)
{
  g_clear_pointer (&self->edit, way_edit_unref);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->organisations, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_hash_table_unref);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->made, g_array_unref);
  g_free (self->link);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pasting, end_pasting)

static gboolean
begin_pasting (Pasting   *self,
               WayCanvas *canvas,
               GPtrArray *parts)
{
  WayLens *lens = way_scene_get_lens (canvas->scene);

  self->canvas = canvas;
  self->edit = way_edit_new (_("Paste"));
  self->steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->made = g_array_new (FALSE, FALSE, sizeof (WaySpot));
  self->parts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    g_ptr_array_add (self->parts, g_object_ref (parts->pdata[i]));
  self->lanes = way_lens_list (lens, WAY_KIND_LANE, way_scene_get_map_id (canvas->scene), NULL);
  self->organisations = way_lens_list (lens, WAY_KIND_ORGANISATION, NULL, NULL);
  for (guint i = 0; i < N_COLUMNS; i++)
    self->places[i] = -1;
  return self->lanes != NULL && self->organisations != NULL;
}

/* The lane that is called so, else the first of its kind, else where the selection is; one that is not there is made. */
static const char *
get_lane (Pasting    *self,
          const char *title,
          const char *kind)
{
  const WaySpot *spot = &self->canvas->selected;
  const char *selected = spot->kind == WAY_KIND_LANE ? spot->id : spot->lane;
  WayRecord *lane;

  for (guint i = 0; title != NULL && i < self->lanes->len; i++)
    if (g_strcmp0 (way_record_get_text (self->lanes->pdata[i], WAY_LANE_TITLE), title) == 0)
      return way_record_get_id (self->lanes->pdata[i]);
  for (guint i = 0; kind != NULL && i < self->lanes->len; i++)
    if (g_strcmp0 (way_record_get_text (self->lanes->pdata[i], WAY_LANE_KIND), kind) == 0)
      return way_record_get_id (self->lanes->pdata[i]);
  if (title == NULL && kind == NULL && self->lanes->len > 0)
    return *selected != '\0' ? selected : way_record_get_id (self->lanes->pdata[0]);
  lane = way_record_new (WAY_KIND_LANE, NULL, way_scene_get_map_id (self->canvas->scene));
  way_record_set_text (lane, WAY_LANE_KIND, kind != NULL ? kind : "person");
  if (title != NULL)
    way_record_set_text (lane, WAY_LANE_TITLE, title);
  way_edit_put (self->edit, lane);
  g_ptr_array_add (self->lanes, lane);
  return way_record_get_id (lane);
}

static const char *
get_organisation (Pasting    *self,
                  const char *name)
{
  WayRecord *organisation;

  for (guint i = 0; i < self->organisations->len; i++)
    if (g_strcmp0 (way_record_get_text (self->organisations->pdata[i], WAY_ORGANISATION_NAME), name) == 0)
      return way_record_get_id (self->organisations->pdata[i]);
  organisation = way_record_new (WAY_KIND_ORGANISATION, NULL, NULL);
  way_record_set_text (organisation, WAY_ORGANISATION_NAME, name);
  way_edit_put (self->edit, organisation);
  g_ptr_array_add (self->organisations, organisation);
  return way_record_get_id (organisation);
}

/* Returns: (transfer full): the step that went along with the text, else a new one, which can still be changed */
static WayRecord *
add_step (Pasting    *self,
          const char *key,
          const char *title,
          const char *kind,
          const char *lane)
{
  WayRecord *step = way_pathway_take_step (self->canvas, self->parts, self->places[ID] >= 0 ? key : NULL, title);
  WaySpot spot = { .kind = WAY_KIND_STEP };

  if (step == NULL)
    {
      step = way_record_new (WAY_KIND_STEP, NULL, way_scene_get_map_id (self->canvas->scene));
      way_record_set_text (step, WAY_STEP_KIND, kind);
      if (title != NULL)
        way_record_set_text (step, WAY_STEP_TITLE, title);
    }
  way_record_set_text (step, WAY_STEP_LANE, lane);
  g_strlcpy (spot.id, way_record_get_id (step), sizeof spot.id);
  g_array_append_val (self->made, spot);
  if (key != NULL)
    g_hash_table_replace (self->steps, g_strdup (key), g_strdup (spot.id));
  return step;
}

static void
add_link (Pasting    *self,
          const char *from,
          const char *to,
          const char *kind,
          const char *label,
          const char *wait)
{
  g_autoptr (WayRecord) link = way_pathway_take_link (self->canvas, self->parts, from, to, kind);
  g_autofree char *both = NULL;
  double days;
  char *end;

  if (link == NULL)
    link = way_pathway_new_link (self->canvas, from, to, kind);
  if (wait != NULL)
    {
      days = g_ascii_strtod (wait, &end);
      if ((*end == '\0' && days >= 0 && days <= WAY_WAIT_MAX) || way_wait_parse (wait, &days, NULL))
        way_record_set_number (link, WAY_LINK_WAIT_DAYS, days);
      else
        label = both = label != NULL ? g_strdup_printf ("%s, %s", label, wait) : g_strdup (wait);
    }
  if (label != NULL)
    way_record_set_text (link, WAY_LINK_LABEL, label);
  way_edit_put (self->edit, link);
  g_free (self->link);
  self->link = g_strdup (way_record_get_id (link));
}

/* The first step of the map that is called so. */
static const char *
find_by_title (Pasting    *self,
               const char *title)
{
  g_autoptr (GPtrArray) steps = NULL;

  if (self->titles == NULL)
    {
      self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      steps = way_lens_list (way_scene_get_lens (self->canvas->scene), WAY_KIND_STEP, way_scene_get_map_id (self->canvas->scene), NULL);
      for (guint i = steps != NULL ? steps->len : 0; i > 0; i--)
        if (way_record_has (steps->pdata[i - 1], WAY_STEP_TITLE))
          g_hash_table_replace (self->titles, g_strdup (way_record_get_text (steps->pdata[i - 1], WAY_STEP_TITLE)),
                                g_strdup (way_record_get_id (steps->pdata[i - 1])));
    }
  return g_hash_table_lookup (self->titles, title);
}

/* Where a link leads: to a step of the table, else of the map, else to a new one; but an id says nothing to anybody. */
static const char *
get_end (Pasting    *self,
         const char *key)
{
  const char *id = g_hash_table_lookup (self->steps, key);
  g_autoptr (WayRecord) step = NULL;

  if (id == NULL)
    id = find_by_title (self, key);
  if (id != NULL || self->places[ID] >= 0)
    return id;
  step = add_step (self, key, key, "step", get_lane (self, NULL, NULL));
  way_edit_put (self->edit, step);
  return g_hash_table_lookup (self->steps, key);
}

/* What a row says in a column; NULL where that is nothing. */
static const char *
get_cell (Pasting   *self,
          GPtrArray *row,
          guint      column)
{
  int place = self->places[column];

  return place >= 0 && place < (int) row->len && !way_text_is_blank (row->pdata[place]) ? g_strstrip (row->pdata[place]) : NULL;
}

/* Whether the first row names the columns; where it does not, they are from, to, label and wait. */
static gboolean
read_header (Pasting   *self,
             GPtrArray *row)
{
  guint known = 0;

  for (guint i = 0; i < row->len; i++)
    for (guint column = 0; column < N_COLUMNS; column++)
      {
        g_autofree char *name = g_ascii_strdown (row->pdata[i], -1);

        if (!g_str_equal (g_strstrip (name), columns[column]))
          continue;
        self->places[column] = i;
        known++;
      }
  if (known >= 2 && (self->places[TITLE] >= 0 || (self->places[FROM] >= 0 && self->places[TO] >= 0)))
    return TRUE;
  for (guint column = 0; column < N_COLUMNS; column++)
    self->places[column] = column >= FROM ? (int) (column - FROM) : -1;
  return FALSE;
}

static gboolean
is_one_of (const char        *word,
           const char *const *words)
{
  return word != NULL && g_strv_contains (words, word);
}

static void
paste_step (Pasting   *self,
            GPtrArray *row)
{
  static const char *const kinds[] = { "start", "step", "decision", "end", "gap", NULL };
  static const char *const lane_kinds[] = { "person", "frontstage", "backstage", "support", "commissioning", NULL };
  const char *kind = get_cell (self, row, KIND), *title = get_cell (self, row, TITLE), *id = get_cell (self, row, ID);
  const char *lane_kind = get_cell (self, row, LANE_KIND), *organisation = get_cell (self, row, ORGANISATION);
  g_autoptr (WayRecord) step = NULL;

  if (title == NULL && id == NULL)
    return;
  step = add_step (self, id != NULL ? id : title, title, is_one_of (kind, kinds) ? kind : "step",
                   get_lane (self, get_cell (self, row, LANE), is_one_of (lane_kind, lane_kinds) ? lane_kind : NULL));
  if (organisation != NULL)
    way_record_set_text (step, WAY_STEP_ORGANISATION, get_organisation (self, organisation));
  if (get_cell (self, row, NOTE) != NULL)
    way_record_set_text (step, WAY_STEP_NOTE, get_cell (self, row, NOTE));
  way_edit_put (self->edit, step);
}

static void
paste_link (Pasting   *self,
            GPtrArray *row)
{
  static const char *const kinds[] = { "flow", "information", "enables", NULL };
  const char *kind = get_cell (self, row, KIND), *from_key = get_cell (self, row, FROM), *to_key = get_cell (self, row, TO);
  g_autofree char *from = from_key != NULL ? g_strdup (get_end (self, from_key)) : NULL;
  const char *to = to_key != NULL ? get_end (self, to_key) : NULL;

  if (from != NULL && to != NULL)
    add_link (self, from, to, is_one_of (kind, kinds) ? kind : "flow", get_cell (self, row, LABEL), get_cell (self, row, WAIT));
}

static void
paste_table (Pasting    *self,
             const char *text)
{
  g_autoptr (GPtrArray) rows = way_table_text_parse (text);
  guint first = rows->len > 0 && read_header (self, rows->pdata[0]) ? 1 : 0;

  for (guint i = first; i < rows->len; i++)
    if (get_cell (self, rows->pdata[i], FROM) == NULL && g_strcmp0 (get_cell (self, rows->pdata[i], KIND), "lane") != 0)
      paste_step (self, rows->pdata[i]);
  for (guint i = first; i < rows->len; i++)
    paste_link (self, rows->pdata[i]);
}

/* One after another, from the step that is selected. */
static void
paste_lines (Pasting    *self,
             const char *text)
{
  g_auto (GStrv) lines = way_table_text_parse_lines (text);
  WayCanvas *canvas = self->canvas;
  g_autofree char *before = canvas->selected.kind == WAY_KIND_STEP && !way_canvas_has_many (canvas) ? g_strdup (canvas->selected.id) : NULL;

  way_table_text_strip_list (lines);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (WayRecord) step = NULL;

      if (way_text_is_blank (g_strstrip (lines[i])))
        continue;
      step = add_step (self, NULL, lines[i], "step", get_lane (self, NULL, NULL));
      way_edit_put (self->edit, step);
      if (before != NULL)
        add_link (self, before, way_record_get_id (step), "flow", NULL, NULL);
      g_set_str (&before, way_record_get_id (step));
    }
}

void
way_pathway_paste (WayCanvas  *self,
                   const char *text,
                   GPtrArray  *parts)
{
  g_auto (Pasting) pasting = { 0 };
  g_autofree char *said = NULL;

  if (!begin_pasting (&pasting, self, parts))
    return;
  if (strchr (text, '\t') != NULL)
    paste_table (&pasting, text);
  else
    paste_lines (&pasting, text);
  if (pasting.made->len == 0 && pasting.link == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  way_canvas_put_pinned (self, pasting.edit, pasting.parts);
  said = g_strdup_printf (ngettext ("%u step pasted", "%u steps pasted", pasting.made->len), pasting.made->len);
  if (!way_canvas_send (self, pasting.edit, said))
    return;
  if (pasting.made->len > 0)
    way_canvas_select_again (self, pasting.made, g_array_index (pasting.made, WaySpot, pasting.made->len - 1).id);
  else
    way_canvas_select_id (self, pasting.link);
}
