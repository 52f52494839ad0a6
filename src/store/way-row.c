/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record as a row: lists are JSON text, yes and no are 1 and 0. */
#include "store/way-row.h"

#include "base/way-i18n.h"
#include "store/way-schema-sql.h"

#include <math.h>
#include <string.h>

/* Beyond this not every whole number is a number. */
#define MOST 9007199254740991.0

static void
append_quoted (GString    *json,
               const char *text)
{
  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    if (*c == '"' || *c == '\\')
      g_string_append_printf (json, "\\%c", *c);
    else if ((guchar) *c < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) *c);
    else
      g_string_append_c (json, *c);
  g_string_append_c (json, '"');
}

/**
 * way_row_dup_list:
 * @texts: valid UTF-8 texts
 *
 * Returns: (transfer full): a JSON list of them
 */
char *
way_row_dup_list (const char *const *texts)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      append_quoted (json, texts[i]);
    }
  g_string_append_c (json, ']');
  return g_string_free_and_steal (json);
}

/* The only escapes that we write are those of a quote, a backslash and a control character. */
static gboolean
parse_escape (const char **c,
              GString     *text)
{
  guint unit = 0;

  if (**c == '"' || **c == '\\')
    {
      g_string_append_c (text, *(*c)++);
      return TRUE;
    }
  if (*(*c)++ != 'u')
    return FALSE;
  for (guint i = 0; i < 4; i++, (*c)++)
    {
      if (!g_ascii_isxdigit (**c))
        return FALSE;
      unit = unit * 16 + g_ascii_xdigit_value (**c);
    }
  if (unit == 0 || unit >= 0x20)
    return FALSE;
  g_string_append_c (text, unit);
  return TRUE;
}

static gboolean
parse_text (const char **c,
            GString     *text)
{
  g_string_truncate (text, 0);
  if (*(*c)++ != '"')
    return FALSE;
  while (**c != '"')
    {
      if ((guchar) **c < 0x20)
        return FALSE;
      if (**c != '\\')
        {
          g_string_append_c (text, *(*c)++);
          continue;
        }
      (*c)++;
      if (!parse_escape (c, text))
        return FALSE;
    }
  (*c)++;
  return TRUE;
}

/**
 * way_row_parse_list:
 * @json: what [func@row_dup_list] wrote
 *
 * Returns: (transfer full) (nullable): the texts, or %NULL when @json is no such list
 */
GStrv
way_row_parse_list (const char *json)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  const char *c = json;

  if (*c++ != '[')
    return NULL;
  while (*c != ']')
    {
      if (!parse_text (&c, text))
        return NULL;
      g_strv_builder_add (texts, text->str);
      if (*c == ',' && c[1] == '"')
        c++;
      else if (*c != ']')
        return NULL;
    }
  return c[1] == '\0' ? g_strv_builder_end (texts) : NULL;
}

static gboolean
is_whole (const WayField *field,
          double          number)
{
  if (field->type == WAY_FIELD_LABEL)
    return number == floor (number) && fabs (number) <= MOST;
  return field->type == WAY_FIELD_WHOLE;
}

/**
 * way_row_bind:
 * @statement: a `PUT` statement
 * @record: a record, which must stay while the statement runs
 * @position: where it goes
 */
void
way_row_bind (sqlite3_stmt *statement,
              WayRecord    *record,
              double        position)
{
  const WayKindInfo *info = way_record_get_info (record);

  way_sql_bind_text (statement, WAY_COLUMN_ID + 1, way_record_get_id (record));
  way_sql_bind_text (statement, WAY_COLUMN_WITHIN + 1, way_record_get_within (record));
  sqlite3_bind_double (statement, WAY_COLUMN_POSITION + 1, position);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const WayValue *value = way_record_get_value (record, i);
      int place = i + 1 + WAY_N_COMMON_COLUMNS;

      if (value->type == WAY_VALUE_TEXT)
        way_sql_bind_text (statement, place, value->text);
      else if (value->type == WAY_VALUE_NUMBER && !is_whole (&info->fields[i], value->number))
        sqlite3_bind_double (statement, place, value->number);
      else if (value->type == WAY_VALUE_NUMBER)
        sqlite3_bind_int64 (statement, place, (gint64) value->number);
      else if (value->type == WAY_VALUE_TRUTH)
        sqlite3_bind_int (statement, place, value->truth);
      else if (value->type == WAY_VALUE_TEXTS)
        sqlite3_bind_text (statement, place, way_row_dup_list ((const char *const *) value->texts), -1, g_free);
      else
        sqlite3_bind_null (statement, place);
    }
}

/* The text in a column; %NULL when it is no text that a record can hold. */
static const char *
get_text (sqlite3_stmt *statement,
          int           column)
{
  const char *text;

  if (sqlite3_column_type (statement, column) != SQLITE_TEXT)
    return NULL;
  text = (const char *) sqlite3_column_text (statement, column);
  return text != NULL && g_utf8_validate (text, sqlite3_column_bytes (statement, column), NULL) ? text : NULL;
}

static gboolean
read_field (sqlite3_stmt   *statement,
            int             column,
            WayRecord      *record,
            guint           place,
            const WayField *field)
{
  int type = sqlite3_column_type (statement, column);
  gboolean list = field->type == WAY_FIELD_TEXTS || field->type == WAY_FIELD_NAMED_TEXTS;
  const char *text;

  if (type == SQLITE_NULL)
    return TRUE;
  if (type == SQLITE_INTEGER && field->type == WAY_FIELD_DONE)
    {
      way_record_set_truth (record, place, sqlite3_column_int (statement, column));
      return TRUE;
    }
  if (type == SQLITE_INTEGER || type == SQLITE_FLOAT)
    {
      way_record_set_number (record, place, sqlite3_column_double (statement, column));
      return TRUE;
    }
  text = get_text (statement, column);
  if (text == NULL)
    return FALSE;
  if (list)
    {
      g_auto (GStrv) texts = way_row_parse_list (text);

      way_record_set_texts (record, place, (const char *const *) texts);
      return texts != NULL;
    }
  way_record_set_text (record, place, text);
  return TRUE;
}

/**
 * way_row_read:
 * @statement: a statement at a row with every column of @kind
 * @kind: a kind
 * @error: where a %WAY_ERROR_DAMAGED goes, when the row holds what no record can
 *
 * Returns: (transfer full) (nullable): the record, sealed
 */
WayRecord *
way_row_read (sqlite3_stmt  *statement,
              WayKind        kind,
              GError       **error)
{
  const WayKindInfo *info = way_kind_get_info (kind);
  const char *id = get_text (statement, WAY_COLUMN_ID), *within = get_text (statement, WAY_COLUMN_WITHIN);
  g_autoptr (WayRecord) record = NULL;
  gboolean good = id != NULL && (within != NULL || info->within == WAY_KIND_NONE);

  if (good)
    record = way_record_new (kind, id, within);
  if (good)
    way_record_set_position (record, sqlite3_column_double (statement, WAY_COLUMN_POSITION));
  for (guint i = 0; good && i < info->n_fields; i++)
    good = read_field (statement, i + WAY_N_COMMON_COLUMNS, record, i, &info->fields[i]);
  if (!good)
    {
      /* Translators: the first is what a person calls such a record ("card"), the second its id. */
      g_set_error (error, WAY_ERROR, WAY_ERROR_DAMAGED, _("The %s “%s” is damaged."), way_kind_get_label (kind), id != NULL ? id : "?");
      return NULL;
    }
  way_record_seal (record);
  return g_steal_pointer (&record);
}
