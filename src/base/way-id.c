/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids of records: UUID version 7 when we make them, anything that the interchange format allows when they come in. */
#include "base/way-id.h"

#include <string.h>

/**
 * way_id_new:
 *
 * Makes an id: a UUID version 7 (RFC 9562), so that ids sort by the time they were made.
 *
 * Returns: (transfer full): 36 characters
 */
char *
way_id_new (void)
{
  guint64 milliseconds = g_get_real_time () / 1000;
  guint8 bytes[16];

  for (guint i = 0; i < 6; i++)
    bytes[i] = milliseconds >> (8 * (5 - i));
  for (guint i = 6; i < 16; i++)
    bytes[i] = g_random_int_range (0, 256);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7],
                          bytes[8], bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]);
}

/**
 * way_id_is_valid:
 * @id: (nullable): text
 *
 * Returns: whether @id is 1 to 64 of `A-Z a-z 0-9 . _ -` (interchange.md)
 */
gboolean
way_id_is_valid (const char *id)
{
  gsize length;

  if (id == NULL)
    return FALSE;
  length = strlen (id);
  if (length < 1 || length > WAY_ID_MAX)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (id[i]) && strchr ("._-", id[i]) == NULL)
      return FALSE;
  return TRUE;
}
