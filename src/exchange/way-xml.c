/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing text and numbers as XML. */
#include "exchange/way-xml.h"

#include <math.h>
#include <string.h>

/* What XML 1.0 cannot hold is shown as what it is: a character that could not be kept (production 2, Char). */
#define REPLACEMENT "\357\277\275"

static const char *
get_escape (const guchar *at,
            const guchar *end,
            gsize        *length)
{
  *length = 1;
  switch (*at)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\r':
      return "&#13;";
    case 0xef:
      if (end - at >= 3 && at[1] == 0xbf && (at[2] == 0xbe || at[2] == 0xbf))
        {
          *length = 3;
          return REPLACEMENT;
        }
      return NULL;
    default:
      return *at < 0x20 && *at != '\n' && *at != '\t' ? REPLACEMENT : NULL;
    }
}

/**
 * way_xml_append_text:
 * @xml: where
 * @text: UTF-8
 * @length: of @text in bytes, or -1
 *
 * Appends @text so that it may stand between tags and in attributes in double quotes.
 */
void
way_xml_append_text (GString    *xml,
                     const char *text,
                     gssize      length)
{
  const guchar *at = (const guchar *) text, *end, *plain = at;

  end = at + (length >= 0 ? (gsize) length : strlen (text));
  while (at < end)
    {
      gsize taken;
      const char *escape = get_escape (at, end, &taken);

      if (escape != NULL)
        {
          g_string_append_len (xml, (const char *) plain, at - plain);
          g_string_append (xml, escape);
          plain = at + taken;
        }
      at += taken;
    }
  g_string_append_len (xml, (const char *) plain, at - plain);
}

/**
 * way_xml_append_number:
 * @xml: where
 * @number: a number below 1e15
 *
 * Appends @number with two decimals at most and no more characters than it needs, whatever the locale.
 */
void
way_xml_append_number (GString *xml,
                       double   number)
{
  char digits[24];
  gint64 hundredths = llround (number * 100);
  guint64 rest = ABS (hundredths);
  guint fraction = rest % 100, at = sizeof digits;

  if (fraction % 10 != 0)
    digits[--at] = '0' + fraction % 10;
  if (fraction != 0)
    {
      digits[--at] = '0' + fraction / 10;
      digits[--at] = '.';
    }
  rest /= 100;
  if (rest == 0 && fraction == 0)
    digits[--at] = '0';
  for (; rest > 0; rest /= 10)
    digits[--at] = '0' + rest % 10;
  if (hundredths < 0)
    digits[--at] = '-';
  g_string_append_len (xml, digits + at, sizeof digits - at);
}

void
way_xml_append_attribute (GString    *xml,
                          const char *name,
                          const char *value)
{
  g_string_append_c (xml, ' ');
  g_string_append (xml, name);
  g_string_append_len (xml, "=\"", 2);
  way_xml_append_text (xml, value, -1);
  g_string_append_c (xml, '"');
}

void
way_xml_append_measure (GString    *xml,
                        const char *name,
                        double      value)
{
  g_string_append_c (xml, ' ');
  g_string_append (xml, name);
  g_string_append_len (xml, "=\"", 2);
  way_xml_append_number (xml, value);
  g_string_append_c (xml, '"');
}
