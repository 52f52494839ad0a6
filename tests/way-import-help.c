/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an importer made of a text, in lines that tests compare. */
#include "way-import-help.h"

#include "model/way-schema.h"
#include "way-export-help.h"
#include "way-memory-records.h"

#include <string.h>

/* Reads into an empty workspace; gives a lens on it, or NULL with @error. */
WayLens *
way_import_help_read (const char       *text,
                      gssize            length,
                      WayImportFormat   format,
                      char            **dropped,
                      GError          **error)
{
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_auto (GStrv) left_out = NULL;
  g_autoptr (WayEdit) edit = way_import_read (text, length >= 0 ? (gsize) length : strlen (text), format, "A map", WAY_RECORDS (records),
                                              &left_out, error);
  g_autoptr (GError) problem = NULL;

  if (edit == NULL)
    return NULL;
  way_memory_records_apply (records, edit, &problem);
  g_assert_no_error (problem);
  if (dropped != NULL)
    *dropped = g_strjoinv ("\n", left_out);
  return way_lens_new (WAY_RECORDS (records), WAY_AUDIENCE_DESK, WAY_EXPORT_HELP_TODAY);
}

static const char *
get_title (GPtrArray  *records,
           guint       field,
           const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (way_record_get_id (records->pdata[i]), id) == 0)
      return way_record_get_text (records->pdata[i], field);
  return NULL;
}

/* Steps, lanes, links, labels and waits, without ids; sorted, since lanes may come in another order. */
char *
way_import_help_describe (WayLens    *lens,
                          const char *map_id)
{
  g_autoptr (GPtrArray) lanes = way_lens_list (lens, WAY_KIND_LANE, map_id, NULL), steps = way_lens_list (lens, WAY_KIND_STEP, map_id, NULL);
  g_autoptr (GPtrArray) links = way_lens_list (lens, WAY_KIND_LINK, map_id, NULL), lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lanes->len; i++)
    g_ptr_array_add (lines, g_strdup_printf ("lane %s (%s)", way_record_get_text (lanes->pdata[i], WAY_LANE_TITLE),
                                             way_record_get_text (lanes->pdata[i], WAY_LANE_KIND)));
  for (guint i = 0; i < steps->len; i++)
    g_ptr_array_add (lines, g_strdup_printf ("%s %s in %s", way_record_get_text (steps->pdata[i], WAY_STEP_KIND),
                                             way_record_get_text (steps->pdata[i], WAY_STEP_TITLE),
                                             get_title (lanes, WAY_LANE_TITLE, way_record_get_text (steps->pdata[i], WAY_STEP_LANE))));
  for (guint i = 0; i < links->len; i++)
    g_ptr_array_add (lines, g_strdup_printf ("%s from %s to %s: %s, %g", way_record_get_text (links->pdata[i], WAY_LINK_KIND),
                                             get_title (steps, WAY_STEP_TITLE, way_record_get_text (links->pdata[i], WAY_LINK_FROM)),
                                             get_title (steps, WAY_STEP_TITLE, way_record_get_text (links->pdata[i], WAY_LINK_TO)),
                                             way_record_get_text (links->pdata[i], WAY_LINK_LABEL),
                                             way_record_get_number (links->pdata[i], WAY_LINK_WAIT_DAYS)));
  g_ptr_array_sort_values (lines, (GCompareFunc) g_strcmp0);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

char *
way_import_help_describe_only (WayLens *lens)
{
  g_autoptr (GPtrArray) maps = way_lens_list (lens, WAY_KIND_MAP, NULL, NULL);

  g_assert_cmpuint (maps->len, ==, 1);
  g_assert_cmpstr (way_record_get_text (maps->pdata[0], WAY_MAP_TITLE), ==, "A map");
  return way_import_help_describe (lens, way_record_get_id (maps->pdata[0]));
}
