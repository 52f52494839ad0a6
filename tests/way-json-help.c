/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short ways from JSON to records and back, for tests. */
#include "way-json-help.h"

#include "exchange/way-json-read.h"
#include "exchange/way-json-write.h"

#include <string.h>

/** way_json_help_write: gives what @audience gets of @records, or of one map of them, on 24 October 2026. */
char *
way_json_help_write (WayRecords  *records,
                     WayAudience  audience,
                     const char  *map_id)
{
  g_autoptr (WayLens) lens = way_lens_new (records, audience, "2026-10-24");
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  way_json_write (lens, map_id, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

char *
way_json_help_print (JsonNode *node)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_generator_set_root (generator, node);
  return json_generator_to_data (generator, NULL);
}

/** way_json_help_read: reads @text and puts it into @records; a @length of -1 is up to the NUL. */
gboolean
way_json_help_read (WayMemoryRecords  *records,
                    const char        *text,
                    gssize             length,
                    GError           **error)
{
  g_autoptr (WayEdit) edit = way_json_read (text, length < 0 ? strlen (text) : (gsize) length, WAY_RECORDS (records), FALSE, NULL,
                                            error);

  return edit != NULL && way_memory_records_apply (records, edit, error);
}

JsonNode *
way_json_help_parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}
