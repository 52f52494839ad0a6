/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a changeset from a file can be given to SQLite, which does not come back from some that are broken. */
#include "store/way-changeset.h"

#include "store/way-schema-sql.h"

#include <sqlite3.h>
#include <string.h>

typedef struct
{
  const guint8 *at, *end;
} Reader;

/**
 * way_changeset_is_recorded:
 * @table: the name of a table
 *
 * Returns: whether what happens to it is recorded, and may be changed by what was: the tables of records, and of their items
 */
gboolean
way_changeset_is_recorded (const char *table)
{
  return g_str_equal (table, "item") || way_kind_from_name (table) != WAY_KIND_NONE;
}

static gboolean
skip (Reader  *reader,
      guint64  length)
{
  if (length > (guint64) (reader->end - reader->at))
    return FALSE;
  reader->at += length;
  return TRUE;
}

/* SQLite's variable-length number, of which lengths need no more than five bytes. */
static gboolean
read_number (Reader  *reader,
             guint64 *number)
{
  *number = 0;
  for (guint i = 0; i < 5 && reader->at < reader->end; i++)
    {
      guint8 byte = *reader->at++;

      *number = *number << 7 | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        return *number <= G_MAXINT32;
    }
  return FALSE;
}

static gboolean
skip_value (Reader   *reader,
            gboolean  whole)
{
  guint64 length;

  if (reader->at >= reader->end)
    return FALSE;
  switch (*reader->at++)
    {
    case 0:                     /* not changed */
      return !whole;
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      return skip (reader, 8);
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      return read_number (reader, &length) && skip (reader, length);
    case SQLITE_NULL:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
skip_row (Reader   *reader,
          guint     n_columns,
          gboolean  whole)
{
  for (guint i = 0; i < n_columns; i++)
    if (!skip_value (reader, whole))
      return FALSE;
  return TRUE;
}

/* The name of a table that is recorded, with as many columns as it has or had in an older version, of which the first is the key. */
static gboolean
read_table (Reader *reader,
            guint  *n_columns)
{
  const guint8 *keys;
  const char *name;
  guint64 number, most, fewest;
  WayKind kind;

  if (!read_number (reader, &number))
    return FALSE;
  keys = reader->at;
  if (number < 2 || !skip (reader, number))
    return FALSE;
  name = (const char *) reader->at;
  if (memchr (name, '\0', reader->end - reader->at) == NULL || !way_changeset_is_recorded (name) || !skip (reader, strlen (name) + 1))
    return FALSE;
  kind = way_kind_from_name (name);
  most = kind == WAY_KIND_NONE ? 2 : way_kind_get_info (kind)->n_fields + WAY_N_COMMON_COLUMNS;
  fewest = kind == WAY_KIND_NONE ? 2 : way_kind_count_fields (kind, 1) + WAY_N_COMMON_COLUMNS;
  *n_columns = number;
  for (guint i = 0; i < number; i++)
    if (keys[i] != (i == 0))
      return FALSE;
  return number >= fewest && number <= most;
}

/**
 * way_changeset_is_sound:
 * @data: a changeset of a session
 * @length: its length, in bytes
 *
 * Reads a changeset from end to end; sqlite3session.c says what it looks like.
 *
 * Returns: whether it is whole, and is of tables that are recorded
 */
gboolean
way_changeset_is_sound (gconstpointer data,
                        gsize         length)
{
  Reader reader = { data, (const guint8 *) data + length };
  guint n_columns = 0;

  while (reader.at < reader.end)
    {
      guint8 what = *reader.at++;
      gboolean sound;

      if (what == 'T')
        sound = read_table (&reader, &n_columns);
      else if (n_columns == 0 || !skip (&reader, 1))
        sound = FALSE;
      else if (what == SQLITE_UPDATE)
        sound = skip_row (&reader, n_columns, FALSE) && skip_row (&reader, n_columns, FALSE);
      else
        sound = (what == SQLITE_INSERT || what == SQLITE_DELETE) && skip_row (&reader, n_columns, TRUE);
      if (!sound)
        return FALSE;
    }
  return length > 0;
}
