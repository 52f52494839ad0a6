/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether bytes are JSON that can be trusted to a parser: strict, of bounded depth, and free of what readers disagree about. */
#include "exchange/way-json-scan.h"

#include "base/way-i18n.h"
#include "base/way-text.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  GHashTable *keys[WAY_JSON_MAX_DEPTH];   /* the keys seen in each open object; NULL for a list */
  guint depth;
} Scan;

static gboolean
fail (Scan       *scan,
      GError    **error,
      const char *problem)
{
  guint line = 1;

  for (const char *c = scan->start; c < scan->at; c++)
    line += *c == '\n';
  /* Translators: "line 12: a comma is missing". */
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, C_("error in a text file", "line %u: %s."), line, problem);
  return FALSE;
}

static void
skip_space (Scan *scan)
{
  while (scan->at < scan->end && strchr (" \t\r\n", *scan->at) != NULL)
    scan->at++;
}

static gboolean
take (Scan *scan,
      char  wanted)
{
  if (scan->at >= scan->end || *scan->at != wanted)
    return FALSE;
  scan->at++;
  return TRUE;
}

static gboolean
scan_hex (Scan      *scan,
          gunichar  *unit,
          GError   **error)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++, scan->at++)
    {
      if (scan->at >= scan->end || !g_ascii_isxdigit (*scan->at))
        return fail (scan, error, _("\\u is not followed by four hexadecimal digits"));
      *unit = *unit * 16 + g_ascii_xdigit_value (*scan->at);
    }
  return TRUE;
}

/* After "\u". Half a character (a lone surrogate) is no text, and NUL is what no text of ours holds. */
static gboolean
scan_code_point (Scan      *scan,
                 GString   *text,
                 GError   **error)
{
  gunichar unit, low = 0;

  if (!scan_hex (scan, &unit, error))
    return FALSE;
  if (unit == 0)
    return fail (scan, error, _("a text holds the character NUL"));
  if (unit >= 0xd800 && unit < 0xdc00)
    {
      if (!take (scan, '\\') || !take (scan, 'u'))
        return fail (scan, error, _("a text holds half a character (a lone surrogate)"));
      if (!scan_hex (scan, &low, error))
        return FALSE;
      if (low < 0xdc00 || low > 0xdfff)
        return fail (scan, error, _("a text holds half a character (a lone surrogate)"));
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
  else if (unit >= 0xdc00 && unit <= 0xdfff)
    return fail (scan, error, _("a text holds half a character (a lone surrogate)"));
  if (text != NULL)
    g_string_append_unichar (text, unit);
  return TRUE;
}

static gboolean
scan_escape (Scan     *scan,
             GString  *text,
             GError  **error)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter = scan->at < scan->end && *scan->at != '\0' ? strchr (letters, *scan->at) : NULL;

  if (take (scan, 'u'))
    return scan_code_point (scan, text, error);
  if (letter == NULL)
    return fail (scan, error, _("a backslash is followed by something that JSON does not know"));
  if (text != NULL)
    g_string_append_c (text, meanings[letter - letters]);
  scan->at++;
  return TRUE;
}

/* Reads a string; into @text, where it is wanted. */
static gboolean
scan_string (Scan     *scan,
             GString  *text,
             GError  **error)
{
  if (!take (scan, '"'))
    return fail (scan, error, scan->at >= scan->end ? _("the file ends too early") : _("a key in quotation marks is missing"));
  while (scan->at < scan->end && *scan->at != '"')
    {
      if ((guchar) *scan->at < 0x20)
        return fail (scan, error, _("a text holds a control character or is not closed"));
      if (take (scan, '\\'))
        {
          if (!scan_escape (scan, text, error))
            return FALSE;
          continue;
        }
      if (text != NULL)
        g_string_append_c (text, *scan->at);
      scan->at++;
    }
  return take (scan, '"') || fail (scan, error, _("the file ends too early"));
}

static gboolean
scan_digits (Scan *scan)
{
  const char *first = scan->at;

  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;
  return scan->at > first;
}

static gboolean
scan_number (Scan    *scan,
             GError **error)
{
  const char *first = scan->at;
  g_autofree char *number = NULL;
  gboolean good;

  take (scan, '-');
  good = take (scan, '0') || scan_digits (scan);
  if (good && take (scan, '.'))
    good = scan_digits (scan);
  if (good && (take (scan, 'e') || take (scan, 'E')))
    {
      if (!take (scan, '-'))
        take (scan, '+');
      good = scan_digits (scan);
    }
  if (!good)
    return fail (scan, error, _("a number is not written as JSON writes numbers"));
  number = g_strndup (first, scan->at - first);
  return isfinite (g_ascii_strtod (number, NULL)) || fail (scan, error, _("a number is not finite"));
}

static gboolean
scan_scalar (Scan    *scan,
             GError **error)
{
  static const char *const words[] = { "true", "false", "null" };

  if (scan->at >= scan->end)
    return fail (scan, error, _("the file ends too early"));
  if (*scan->at == '"')
    return scan_string (scan, NULL, error);
  if (*scan->at == '-' || g_ascii_isdigit (*scan->at))
    return scan_number (scan, error);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (scan->end - scan->at) >= length && memcmp (scan->at, words[i], length) == 0)
        {
          scan->at += length;
          return TRUE;
        }
    }
  return fail (scan, error, _("a value is missing or is not JSON"));
}

/* Reads a key and its colon. */
static gboolean
scan_key (Scan    *scan,
          GError **error)
{
  g_autoptr (GString) key = g_string_new (NULL);

  skip_space (scan);
  if (!scan_string (scan, key, error))
    return FALSE;
  if (!g_hash_table_add (scan->keys[scan->depth - 1], g_strdup (key->str)))
    {
      g_autofree char *excerpt = way_text_dup_excerpt (key->str, 40);
      g_autofree char *problem = g_strdup_printf (_("the key “%s” stands twice in one object"), excerpt);

      return fail (scan, error, problem);
    }
  skip_space (scan);
  return take (scan, ':') || fail (scan, error, _("a colon is missing after a key"));
}

/* Reads up to the first thing in an object or a list; tells when it has none. */
static gboolean
open_bracket (Scan      *scan,
              gboolean  *empty,
              GError   **error)
{
  gboolean object = *scan->at == '{';

  if (scan->depth == WAY_JSON_MAX_DEPTH)
    return fail (scan, error, _("brackets are nested too deep"));
  scan->at++;
  scan->keys[scan->depth++] = object ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;
  skip_space (scan);
  *empty = scan->at < scan->end && *scan->at == (object ? '}' : ']');
  return *empty || !object || scan_key (scan, error);
}

/* After a value: reads what closes or goes on, up to the next value; tells when the whole is over. */
static gboolean
go_on (Scan      *scan,
       gboolean  *over,
       GError   **error)
{
  *over = FALSE;
  while (scan->depth > 0)
    {
      GHashTable **keys = &scan->keys[scan->depth - 1];

      skip_space (scan);
      if (take (scan, ','))
        return *keys == NULL || scan_key (scan, error);
      if (scan->at >= scan->end)
        return fail (scan, error, _("the file ends too early"));
      if (!take (scan, *keys != NULL ? '}' : ']'))
        return fail (scan, error, _("a comma or a closing bracket is missing"));
      g_clear_pointer (keys, g_hash_table_unref);
      scan->depth--;
    }
  *over = TRUE;
  skip_space (scan);
  return scan->at == scan->end || fail (scan, error, _("something follows after the end of the object"));
}

static gboolean
scan_all (Scan    *scan,
          GError **error)
{
  gboolean over = FALSE, empty;

  while (!over)
    {
      skip_space (scan);
      if (scan->at < scan->end && (*scan->at == '{' || *scan->at == '['))
        {
          if (!open_bracket (scan, &empty, error))
            return FALSE;
          if (!empty)
            continue;
        }
      else if (!scan_scalar (scan, error))
        return FALSE;
      if (!go_on (scan, &over, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * way_json_scan:
 * @text: bytes, without a byte order mark
 * @length: how many
 * @error: where a %WAY_ERROR_INVALID goes that names the line
 *
 * Looks whether @text is one JSON value (RFC 8259) in valid UTF-8, without NUL, half characters, repeated keys, numbers that are not
 * finite, or brackets nested deeper than %WAY_JSON_MAX_DEPTH. Needs no more memory than the keys of the objects that are open.
 *
 * Returns: whether it is
 */
gboolean
way_json_scan (const char  *text,
               gsize        length,
               GError     **error)
{
  Scan scan = { .start = text, .at = text, .end = text + length };
  const char *nul = memchr (text, '\0', length);
  const char *bad;
  gboolean good;

  if (nul != NULL)
    {
      scan.at = nul;
      return fail (&scan, error, _("the file holds the character NUL"));
    }
  if (!g_utf8_validate_len (text, length, &bad))
    {
      scan.at = bad;
      return fail (&scan, error, _("the file is not valid UTF-8 text"));
    }
  good = scan_all (&scan, error);
  for (guint i = 0; i < scan.depth; i++)
    g_clear_pointer (&scan.keys[i], g_hash_table_unref);
  return good;
}
