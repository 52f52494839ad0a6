/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A copy of a map is the map: over the sample and a file of every kind, all but ids and title reads the same. */
#include "model/way-duplicate.h"
#include "model/way-schema.h"
#include "way-json-help.h"

static WayMemoryRecords *
read_file (const char *folder,
           const char *name)
{
  WayMemoryRecords *records = way_memory_records_new ();
  g_autofree char *path = g_build_filename (g_getenv (folder), name, NULL), *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  way_json_help_read (records, text, length, &error);
  g_assert_no_error (error);
  return records;
}

/* The records that a map holds, with all ids replaced by the place where they were first met. */
static void
describe (WayRecords *records,
          WayKind     holder,
          const char *id,
          GHashTable *names,
          guint      *n,
          GString    *text)
{
  for (WayKind kind = WAY_KIND_WORKSPACE; kind < WAY_N_KINDS; kind++)
    {
      const WayKindInfo *info = way_kind_get_info (kind);
      g_autoptr (GPtrArray) held = info->within == holder ? way_records_list (records, kind, id, NULL) : NULL;

      for (guint i = 0; held != NULL && i < held->len; i++)
        {
          WayRecord *record = held->pdata[i];

          g_hash_table_insert (names, g_strdup (way_record_get_id (record)), g_strdup_printf ("#%s%u", info->name, ++*n));
          g_string_append_printf (text, "%s at %g:", (char *) g_hash_table_lookup (names, way_record_get_id (record)),
                                  way_record_get_position (record));
          for (guint field = 0; field < info->n_fields; field++)
            {
              const char *value = info->fields[field].type != WAY_FIELD_NUMBER && info->fields[field].type != WAY_FIELD_WHOLE &&
                                  info->fields[field].type != WAY_FIELD_TEXTS ? way_record_get_text (record, field) : NULL;
              const char *name = value != NULL ? g_hash_table_lookup (names, value) : NULL;

              g_string_append_printf (text, " %s=%s", info->fields[field].name, name != NULL ? name : value != NULL ? value : "");
            }
          g_string_append_c (text, '\n');
          describe (records, kind, way_record_get_id (record), names, n, text);
        }
    }
}

static char *
dup_description (WayRecords *records,
                 const char *map_id)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) evidence = way_records_list (records, WAY_KIND_EVIDENCE, NULL, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  g_hash_table_insert (names, g_strdup (map_id), g_strdup ("#map"));
  for (guint i = 0; i < evidence->len; i++)
    g_hash_table_insert (names, g_strdup (way_record_get_id (evidence->pdata[i])), g_strdup ("#evidence"));
  describe (records, WAY_KIND_MAP, map_id, names, &n, text);
  for (guint i = 0; i < evidence->len; i++)
    {
      const char *on = g_hash_table_lookup (names, way_record_get_text (evidence->pdata[i], WAY_EVIDENCE_ON));

      if (on != NULL && !g_str_equal (on, "#evidence"))
        g_ptr_array_add (lines, g_strdup_printf ("evidence on %s: %s %s\n", on, way_record_get_text (evidence->pdata[i], WAY_EVIDENCE_STORY),
                                                 way_record_get_text (evidence->pdata[i], WAY_EVIDENCE_QUOTE)));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) g_strcmp0);
  for (guint i = 0; i < lines->len; i++)
    g_string_append (text, lines->pdata[i]);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
check_each_map (const char *folder,
                const char *name,
                const char *needed)
{
  g_autoptr (WayMemoryRecords) records = read_file (folder, name);
  g_autoptr (GPtrArray) maps = way_records_list (WAY_RECORDS (records), WAY_KIND_MAP, NULL, NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  g_assert_cmpuint (maps->len, >, 0);
  for (guint i = 0; i < maps->len; i++)
    {
      const char *id = way_record_get_id (maps->pdata[i]);
      g_autofree char *before = dup_description (WAY_RECORDS (records), id), *after = NULL, *again = NULL, *copy = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (WayEdit) edit = way_duplicate_map (WAY_RECORDS (records), id, "The copy", "Duplicate map", &copy, &error);
      g_autoptr (GPtrArray) now = NULL;

      g_assert_no_error (error);
      way_memory_records_apply (records, edit, &error);
      g_assert_no_error (error);
      again = dup_description (WAY_RECORDS (records), id);
      after = dup_description (WAY_RECORDS (records), copy);
      g_assert_cmpstr (again, ==, before);
      g_assert_cmpstr (after, ==, before);
      now = way_records_list (WAY_RECORDS (records), WAY_KIND_MAP, NULL, NULL);
      g_assert_cmpuint (now->len, ==, maps->len + i + 1);
      g_assert_cmpstr (way_record_get_id (now->pdata[2 * i]), ==, id);
      g_assert_cmpstr (way_record_get_id (now->pdata[2 * i + 1]), ==, copy);
      g_assert_cmpstr (way_record_get_text (now->pdata[2 * i + 1], WAY_MAP_TITLE), ==, "The copy");
      g_string_append (all, before);
    }
  g_assert_nonnull (strstr (all->str, needed));
}

static void
test_sample (void)
{
  check_each_map ("WAY_SAMPLE_DIR", "living-well.json", "evidence on #");
}

static void
test_every_kind (void)
{
  check_each_map ("WAY_TEST_DATA", "every-kind.json", "#stop");
}

static void
check_version (const char *version,
               const char *expected)
{
  g_autofree char *json = g_strdup_printf ("{\"waymark\": 1, \"maps\": [{\"id\": \"m\", \"kind\": \"journey\"%s}]}", version), *id = NULL;
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (WayEdit) edit = NULL;
  g_autoptr (WayRecord) map = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  way_json_help_read (records, json, -1, &error);
  g_assert_no_error (error);
  edit = way_duplicate_map (WAY_RECORDS (records), "m", "Copy", "Duplicate map", &id, &error);
  g_assert_no_error (error);
  way_memory_records_apply (records, edit, NULL);
  way_records_read (WAY_RECORDS (records), WAY_KIND_MAP, id, &map, NULL);
  if (way_record_has (map, WAY_MAP_VERSION))
    found = g_strdup_printf ("%g", way_record_get_number (map, WAY_MAP_VERSION));
  g_assert_cmpstr (found, ==, expected);
}

static void
test_version (void)
{
  check_version (", \"version\": 3", "4");
  check_version (", \"version\": \"autumn\"", NULL);
  check_version ("", NULL);
}

static void
test_gone (void)
{
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  g_assert_null (way_duplicate_map (WAY_RECORDS (records), "nowhere", "Copy", "Duplicate map", &id, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  g_assert_null (id);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/duplicate/sample", test_sample);
  g_test_add_func ("/exchange/duplicate/every-kind", test_every_kind);
  g_test_add_func ("/exchange/duplicate/version", test_version);
  g_test_add_func ("/exchange/duplicate/gone", test_gone);

  return g_test_run ();
}
