/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON as text: how strings, numbers and brackets are written. */
#include "exchange/way-json-text.h"

#include <math.h>

#define BUFFER_SIZE (64 * 1024)

/* Integers up to here are written as such; beyond, other readers may lose digits (RFC 8259, 6). */
#define MOST 9007199254740992.0

typedef struct
{
  char close;
  gboolean empty;
} Level;

struct _WayJsonText
{
  GOutputStream *stream;
  GCancellable *cancellable;  /* nullable */
  GString *buffer;
  GArray *levels;             /* of Level */
};

/**
 * way_json_text_new:
 * @stream: where it goes
 * @cancellable: (nullable): stops it
 *
 * Returns: (transfer full): a writer that has written nothing
 */
WayJsonText *
way_json_text_new (GOutputStream *stream,
                   GCancellable  *cancellable)
{
  WayJsonText *self = g_new0 (WayJsonText, 1);

  self->stream = g_object_ref (stream);
  g_set_object (&self->cancellable, cancellable);
  self->buffer = g_string_sized_new (BUFFER_SIZE);
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  return self;
}

void
way_json_text_free (WayJsonText *self)
{
  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_string_free (self->buffer, TRUE);
  g_array_unref (self->levels);
  g_free (self);
}

/* What would end a text, or a script that the JSON is put into, is written as an escape; the rest stays readable. */
static void
append_string (GString    *buffer,
               const char *text)
{
  const char *plain = text;

  g_string_append_c (buffer, '"');
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = (guchar) *text < 0x80 ? (guchar) *text : g_utf8_get_char (text);

      if (c >= 0x20 && c != '"' && c != '\\' && c != '<' && c != 0x7f && c != 0x2028 && c != 0x2029)
        continue;
      g_string_append_len (buffer, plain, text - plain);
      plain = g_utf8_next_char (text);
      if (c == '"' || c == '\\')
        g_string_append_printf (buffer, "\\%c", (char) c);
      else if (c == '\n')
        g_string_append (buffer, "\\n");
      else if (c == '\t')
        g_string_append (buffer, "\\t");
      else
        g_string_append_printf (buffer, "\\u%04x", c);
    }
  g_string_append_len (buffer, plain, text - plain);
  g_string_append_c (buffer, '"');
}

/* The shortest way to write a number that reads back as the same number. */
static void
append_number (GString *buffer,
               double   number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (number == floor (number) && fabs (number) < MOST)
    {
      g_string_append_printf (buffer, "%" G_GINT64_FORMAT, (gint64) number);
      return;
    }
  for (guint precision = 15; precision <= 17; precision++)
    {
      char format[] = { '%', '.', '1', '0' + precision - 10, fabs (number) < MOST ? 'g' : 'e', '\0' };

      g_ascii_formatd (digits, sizeof digits, format, number);
      if (g_ascii_strtod (digits, NULL) == number)
        break;
    }
  g_string_append (buffer, digits);
}

/* Writes what stands before a value: the comma, the line, the key. */
static void
begin_value (WayJsonText *self,
             const char  *key)
{
  guint depth = self->levels->len;

  if (depth > 0)
    {
      Level *level = &g_array_index (self->levels, Level, depth - 1);

      if (!level->empty)
        g_string_append_c (self->buffer, ',');
      level->empty = FALSE;
      g_string_append_printf (self->buffer, "\n%*s", 2 * depth, "");
    }
  if (key != NULL)
    {
      append_string (self->buffer, key);
      g_string_append (self->buffer, ": ");
    }
}

/**
 * way_json_text_begin:
 * @self: a writer
 * @key: (nullable): its key
 * @bracket: `{` for an object, `[` for a list
 *
 * Begins an object or a list.
 */
void
way_json_text_begin (WayJsonText *self,
                     const char  *key,
                     char         bracket)
{
  Level level = { .close = bracket == '{' ? '}' : ']', .empty = TRUE };

  begin_value (self, key);
  g_string_append_c (self->buffer, bracket);
  g_array_append_val (self->levels, level);
}

/**
 * way_json_text_end:
 * @self: a writer
 *
 * Ends the object or list that was begun last.
 */
void
way_json_text_end (WayJsonText *self)
{
  Level level;

  g_return_if_fail (self->levels->len > 0);

  level = g_array_index (self->levels, Level, self->levels->len - 1);
  g_array_set_size (self->levels, self->levels->len - 1);
  if (!level.empty)
    g_string_append_printf (self->buffer, "\n%*s", 2 * self->levels->len, "");
  g_string_append_c (self->buffer, level.close);
  if (self->levels->len == 0)
    g_string_append_c (self->buffer, '\n');
}

void
way_json_text_add_text (WayJsonText *self,
                        const char  *key,
                        const char  *text)
{
  begin_value (self, key);
  append_string (self->buffer, text);
}

void
way_json_text_add_number (WayJsonText *self,
                          const char  *key,
                          double       number)
{
  begin_value (self, key);
  append_number (self->buffer, number);
}

void
way_json_text_add_truth (WayJsonText *self,
                         const char  *key,
                         gboolean     truth)
{
  begin_value (self, key);
  g_string_append (self->buffer, truth ? "true" : "false");
}

/**
 * way_json_text_flush:
 * @self: a writer
 * @all: whether to hand over everything, rather than only when there is a good deal of it
 * @error: why the stream does not take it
 *
 * Hands what has been written so far to the stream.
 *
 * Returns: whether the stream took it
 */
gboolean
way_json_text_flush (WayJsonText  *self,
                     gboolean      all,
                     GError      **error)
{
  if (!all && self->buffer->len < BUFFER_SIZE)
    return TRUE;
  if (!g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL, self->cancellable, error))
    return FALSE;
  g_string_truncate (self->buffer, 0);
  return TRUE;
}
