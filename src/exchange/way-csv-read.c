/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pathway from a table of steps and links (docs/interchange.md, Tables). */
#include "base/way-error.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "exchange/way-draft.h"
#include "model/way-schema.h"

#include <string.h>

typedef enum { KIND, ID, TITLE, LANE, LANE_KIND, ORGANISATION, NOTE, FROM, TO, LABEL, WAIT, N_COLUMNS } Column;

static const char *const column_names[N_COLUMNS] = {
  "kind|type", "id|key", "title|step|name", "lane", "lane kind", "organisation|organization", "note|notes", "from|source", "to|target", "label",
  "wait|wait_days|wait days",
};

typedef struct
{
  WayDraft *draft;
  GPtrArray *rows;            /* GStrv-like GPtrArray of cells */
  GArray *lines;              /* the line that each row begins in */
  guint open_line;            /* where a quotation mark opens that nothing closes, or 0 */
  int columns[N_COLUMNS];     /* the place of each, or -1 */
} Table;

/* What separates cells: what the first line has most of, outside quotation marks. */
static char
find_separator (const char *text)
{
  static const char marks[] = { ',', ';', '\t' };
  guint counts[3] = { 0 }, best = 0;
  gboolean quoted = FALSE;

  for (; *text != '\0' && (quoted || (*text != '\n' && *text != '\r')); text++)
    {
      quoted ^= *text == '"';
      for (guint i = 0; i < 3 && !quoted; i++)
        counts[i] += *text == marks[i];
    }
  for (guint i = 1; i < 3; i++)
    if (counts[i] > counts[best])
      best = i;
  return marks[best];
}

/* RFC 4180, with any line ending; quotation marks in the middle of a cell stand for themselves. */
static const char *
read_cell (Table      *self,
           const char *at,
           char        separator,
           guint      *line,
           char      **cell)
{
  GString *text = g_string_new (NULL);

  if (*at == '"')
    {
      guint begun = *line;

      for (at++; *at != '\0' && (*at != '"' || at[1] == '"'); at++)
        {
          at += *at == '"';
          *line += *at == '\n';
          g_string_append_c (text, *at);
        }
      if (*at == '\0' && self->open_line == 0)
        self->open_line = begun;
      at += *at == '"';
    }
  for (; *at != '\0' && *at != separator && *at != '\n' && *at != '\r'; at++)
    g_string_append_c (text, *at);
  if (text->len > 1 && text->str[0] == '\'' && strchr ("=+-@\t\r'", text->str[1]) != NULL)
    g_string_erase (text, 0, 1);
  *cell = g_string_free_and_steal (text);
  return at;
}

static void
read_rows (Table      *self,
           const char *at,
           guint       most)
{
  char separator = find_separator (at);
  guint line = 1;

  /* Spreadsheets are told by a line like this what separates cells. */
  if (g_ascii_strncasecmp (at, "sep=", 4) == 0 && at[4] != '\0' && strchr ("\r\n", at[5]) != NULL && at[5] != '\0')
    {
      separator = at[4];
      at += strcspn (at, "\n");
      at += *at == '\n';
      line++;
    }
  while (*at != '\0' && self->rows->len < most)
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
      gboolean more = TRUE;

      g_array_append_val (self->lines, line);
      while (more)
        {
          char *cell;

          at = read_cell (self, at, separator, &line, &cell);
          g_ptr_array_add (row, cell);
          more = *at == separator && *at != '\0';
          at += more;
        }
      at += *at == '\r';
      if (*at == '\n')
        at++;
      line++;
      g_ptr_array_add (self->rows, row);
    }
}

static gboolean
is_called (const char *cell,
           Column      column)
{
  g_auto (GStrv) names = g_strsplit (column_names[column], "|", -1);
  g_autofree char *plain = g_utf8_casefold (cell, -1);

  return g_strv_contains ((const char *const *) names, g_strstrip (plain));
}

static gboolean
read_header (Table   *self,
             GError **error)
{
  GPtrArray *header = self->rows->len > 0 ? self->rows->pdata[0] : NULL;

  for (Column column = 0; column < N_COLUMNS; column++)
    self->columns[column] = -1;
  for (guint i = 0; header != NULL && i < header->len; i++)
    {
      Column column = 0;

      while (column < N_COLUMNS && (self->columns[column] >= 0 || !is_called (header->pdata[i], column)))
        column++;
      if (column < N_COLUMNS)
        self->columns[column] = i;
      else if (!way_text_is_blank (header->pdata[i]))
        {
          g_autofree char *what = g_strdup_printf (_("the column “%s”"), (char *) header->pdata[i]);

          way_draft_leave_out (self->draft, 1, what);
        }
    }
  if (self->columns[TITLE] >= 0 || (way_draft_goes_into (self->draft) && self->columns[FROM] >= 0 && self->columns[TO] >= 0))
    return TRUE;
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID, _("The first line has to name the columns, and one of them has to be “title”."));
  return FALSE;
}

static const char *
get_cell (Table  *self,
          guint   row,
          Column  column)
{
  GPtrArray *cells = self->rows->pdata[row];
  const char *cell = self->columns[column] >= 0 && self->columns[column] < (int) cells->len ? cells->pdata[self->columns[column]] : NULL;

  return way_text_is_blank (cell) ? NULL : cell;
}

static const char *
get_choice (Table             *self,
            guint              row,
            const char *const *choices)
{
  const char *cell = get_cell (self, row, KIND);

  for (guint i = 0; cell != NULL && choices[i] != NULL; i++)
    if (g_ascii_strcasecmp (cell, choices[i]) == 0)
      return choices[i];
  return NULL;
}

static gboolean
is_link (Table *self,
         guint  row)
{
  return get_cell (self, row, FROM) != NULL && get_cell (self, row, TO) != NULL && get_cell (self, row, TITLE) == NULL;
}

static void
leave_out (Table      *self,
           guint       row,
           const char *format,
           const char *what)
{
  g_autofree char *quoted = g_strdup_printf (C_("name in a sentence", "“%s”"), what);
  g_autofree char *sentence = g_strconcat (format, " ", quoted, NULL);

  way_draft_leave_out (self->draft, g_array_index (self->lines, guint, row), sentence);
}

/* What is lost with a row, in one line. */
static char *
dup_words (Table *self,
           guint  row)
{
  static const Column columns[] = { ID, TITLE, ORGANISATION, NOTE };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (get_cell (self, row, columns[i]) != NULL)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", get_cell (self, row, columns[i]));
  return g_strdup (words->str);
}

static gboolean
read_step (Table   *self,
           guint    row,
           GError **error)
{
  const WayField *kinds = &way_kind_get_info (WAY_KIND_STEP)->fields[WAY_STEP_KIND];
  const char *title = get_cell (self, row, TITLE), *id = get_cell (self, row, ID), *lane = get_cell (self, row, LANE);
  const char *lane_kind = get_cell (self, row, LANE_KIND), *kind = get_choice (self, row, kinds->choices);
  const char *organisation = get_cell (self, row, ORGANISATION), *note = get_cell (self, row, NOTE);
  gboolean is_lane = title == NULL && get_cell (self, row, KIND) != NULL && g_ascii_strcasecmp (get_cell (self, row, KIND), "lane") == 0;
  const char *lane_name = is_lane && id != NULL ? id : lane != NULL ? lane : lane_kind;
  WayRecord *stands_in = lane_name != NULL ? way_draft_add_lane (self->draft, lane_name, lane, lane_kind) : NULL;
  WayRecord *step;

  if (lane_kind != NULL && !way_draft_is_lane_kind (lane_kind))
    leave_out (self, row, _("the kind of lane"), lane_kind);
  if (title == NULL && !(id != NULL && kind != NULL))
    {
      g_autofree char *words = dup_words (self, row);

      if (is_lane && (organisation != NULL || note != NULL))
        leave_out (self, row, _("what only a step can have,"), words);
      else if (!is_lane && *words != '\0')
        leave_out (self, row, _("a step without a title,"), words);
      return TRUE;
    }
  if (way_draft_find_step (self->draft, id != NULL ? id : title) != NULL)
    {
      g_autofree char *words = dup_words (self, row);

      leave_out (self, row, _("a step that is there already,"), words);
      return TRUE;
    }
  step = way_draft_take_step (self->draft, id != NULL ? id : title, NULL);
  if (stands_in != NULL)
    way_record_set_text (step, WAY_STEP_LANE, way_record_get_id (stands_in));
  way_record_set_text (step, WAY_STEP_TITLE, title);
  if (kind != NULL)
    way_record_set_text (step, WAY_STEP_KIND, kind);
  else if (get_cell (self, row, KIND) != NULL)
    leave_out (self, row, _("the kind"), get_cell (self, row, KIND));
  if (note != NULL)
    way_record_set_text (step, WAY_STEP_NOTE, note);
  return organisation == NULL || way_draft_set_organisation (self->draft, step, organisation, error);
}

/* What only a link has, in the row of a step, or only a step in that of a link; and what is beyond the columns that have a name. */
static void
leave_out_rest (Table    *self,
                guint     row,
                gboolean  link)
{
  static const Column of_links[] = { FROM, TO, LABEL, WAIT }, of_steps[] = { ID, LANE, LANE_KIND, ORGANISATION, NOTE };
  const Column *rest = link ? of_steps : of_links;
  guint n = link ? G_N_ELEMENTS (of_steps) : G_N_ELEMENTS (of_links);
  GPtrArray *cells = self->rows->pdata[row], *header = self->rows->pdata[0];

  for (guint i = 0; i < n; i++)
    if (get_cell (self, row, rest[i]) != NULL)
      leave_out (self, row, link ? _("what only a step can have,") : _("what only a link can have,"), get_cell (self, row, rest[i]));
  for (guint i = header->len; i < cells->len; i++)
    if (!way_text_is_blank (cells->pdata[i]))
      leave_out (self, row, _("what is in no column,"), cells->pdata[i]);
}

static void
read_wait (Table     *self,
           guint      row,
           WayRecord *link)
{
  const char *cell = get_cell (self, row, WAIT);
  double days;

  if (cell != NULL && way_draft_read_wait (cell, &days))
    way_record_set_number (link, WAY_LINK_WAIT_DAYS, days);
  else if (cell != NULL)
    leave_out (self, row, _("the wait"), cell);
}

static void
read_link (Table *self,
           guint  row)
{
  const WayField *kinds = &way_kind_get_info (WAY_KIND_LINK)->fields[WAY_LINK_KIND];
  const char *from = get_cell (self, row, FROM), *to = get_cell (self, row, TO), *kind = get_choice (self, row, kinds->choices);
  WayRecord *source = way_draft_find_end (self->draft, from), *target = way_draft_find_end (self->draft, to), *link;

  if (source == NULL || target == NULL)
    {
      g_autoptr (GString) what = g_string_new (source == NULL ? from : to);
      const char *label = get_cell (self, row, LABEL), *wait = get_cell (self, row, WAIT);

      if (label != NULL)
        g_string_append_printf (what, ", %s", label);
      if (wait != NULL)
        g_string_append_printf (what, ", %s", wait);
      leave_out (self, row, _("a link with an end that is no step,"), what->str);
      return;
    }
  if (kind == NULL && get_cell (self, row, KIND) != NULL)
    leave_out (self, row, _("the kind"), get_cell (self, row, KIND));
  link = way_draft_add_link (self->draft, source, target, kind != NULL ? kind : "flow");
  if (get_cell (self, row, LABEL) != NULL)
    way_record_set_text (link, WAY_LINK_LABEL, get_cell (self, row, LABEL));
  read_wait (self, row, link);
}

/* Whether a text begins as a table does that somebody wrote for this: several columns, by their names. What has tabs between them was copied from cells. */
gboolean
way_csv_names_columns (const char *text)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  Table self = { .rows = rows, .lines = lines };
  GPtrArray *header;
  guint known = 0;
  gboolean found[N_COLUMNS] = { FALSE };

  if (find_separator (text) == '\t')
    return FALSE;
  read_rows (&self, g_str_has_prefix (text, "\ufeff") ? text + strlen ("\ufeff") : text, 1);
  header = rows->len > 0 ? rows->pdata[0] : NULL;
  for (guint i = 0; header != NULL && i < header->len; i++)
    for (Column column = 0; column < N_COLUMNS; column++)
      if (!found[column] && is_called (header->pdata[i], column))
        {
          found[column] = TRUE;
          known++;
        }
  return known > 1 && (found[TITLE] || (found[FROM] && found[TO]));
}

gboolean
way_csv_read (WayDraft    *draft,
              const char  *text,
              GError     **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  Table self = { .draft = draft, .rows = rows, .lines = lines };

  read_rows (&self, text, G_MAXUINT);
  if (self.open_line > 0)
    {
      /* What follows would all be one cell. */
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("A quotation mark opens in line %u, and none closes it."), self.open_line);
      return FALSE;
    }
  if (!read_header (&self, error))
    return FALSE;
  for (guint i = 1; i < rows->len; i++)
    if (!is_link (&self, i))
      {
        if (!read_step (&self, i, error))
          return FALSE;
        leave_out_rest (&self, i, FALSE);
      }
  for (guint i = 1; i < rows->len; i++)
    if (is_link (&self, i))
      {
        read_link (&self, i);
        leave_out_rest (&self, i, TRUE);
      }
  return TRUE;
}
