/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes in as JSON comes out as the same JSON: same ids, same order, same values. */
#include "way-json-help.h"
#include "way-random-workspace.h"

#include <string.h>

static void
assert_same (JsonNode   *expected,
             const char *written,
             const char *what)
{
  g_autoptr (JsonNode) node = way_json_help_parse (written);

  if (!json_node_equal (expected, node))
    {
      g_autofree char *text = way_json_help_print (expected);

      g_test_message ("%s\n%s\n%s", what, text, written);
      g_test_fail ();
    }
}

static char *
there_and_back (const char *text,
                const char *what)
{
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (GError) error = NULL;

  way_json_help_read (records, text, -1, &error);
  if (error != NULL)
    g_test_message ("%s: %s\n%s", what, error->message, text);
  g_assert_no_error (error);
  return way_json_help_write (WAY_RECORDS (records), WAY_AUDIENCE_DESK, NULL);
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 1000; seed++)
    {
      g_autoptr (JsonNode) node = way_random_workspace_new (seed, 1 + seed % 3);
      g_autofree char *text = way_json_help_print (node);
      g_autofree char *what = g_strdup_printf ("seed %u", seed);
      g_autofree char *written = there_and_back (text, what);
      g_autofree char *again = there_and_back (written, what);

      assert_same (node, written, what);
      g_assert_cmpstr (written, ==, again);
    }
}

static void
check_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_autofree char *text = NULL, *written = NULL;
        g_autoptr (JsonNode) node = NULL;
        g_autoptr (GError) error = NULL;

        g_file_get_contents (path, &text, NULL, &error);
        g_assert_no_error (error);
        node = way_json_help_parse (text);
        written = there_and_back (text, path);
        assert_same (node, written, path);
      }
}

static void
test_files (void)
{
  check_folder (g_getenv ("WAY_SAMPLE_DIR"));
  check_folder (g_getenv ("WAY_TEST_DATA"));
}

/* Every audience's export, of the whole or of one map, can be read by somebody else: nothing in it leads nowhere. */
static void
test_audiences (void)
{
  for (guint32 seed = 1; seed <= 100; seed++)
    {
      g_autoptr (JsonNode) node = way_random_workspace_new (seed, 3);
      g_autofree char *text = way_json_help_print (node);
      g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
      g_autoptr (GPtrArray) maps = NULL;
      g_autoptr (GError) error = NULL;

      way_json_help_read (records, text, -1, &error);
      g_assert_no_error (error);
      maps = way_records_list (WAY_RECORDS (records), WAY_KIND_MAP, NULL, NULL);
      for (WayAudience audience = WAY_AUDIENCE_DESK; audience <= WAY_AUDIENCE_PUBLIC; audience++)
        for (guint i = 0; i <= maps->len; i++)
          {
            const char *map = i < maps->len ? way_record_get_id (maps->pdata[i]) : NULL;
            g_autofree char *written = way_json_help_write (WAY_RECORDS (records), audience, map);
            g_autofree char *again = there_and_back (written, map);

            g_assert_cmpstr (written, ==, again);
          }
    }
}

/* Twice the same file: the second is added beside the first, under new ids, and does not touch it. */
static void
test_twice (void)
{
  for (guint32 seed = 1; seed <= 50; seed++)
    {
      g_autoptr (JsonNode) node = way_random_workspace_new (seed, 2);
      g_autofree char *text = way_json_help_print (node);
      g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
      g_autoptr (GError) error = NULL;
      guint before[WAY_N_KINDS], after;

      way_json_help_read (records, text, -1, &error);
      g_assert_no_error (error);
      for (WayKind kind = 1; kind < WAY_N_KINDS; kind++)
        way_records_count (WAY_RECORDS (records), kind, &before[kind], NULL);
      way_json_help_read (records, text, -1, &error);
      g_assert_no_error (error);
      for (WayKind kind = 1; kind < WAY_N_KINDS; kind++)
        {
          way_records_count (WAY_RECORDS (records), kind, &after, NULL);
          g_assert_cmpuint (after, ==, kind == WAY_KIND_WORKSPACE ? before[kind] : 2 * before[kind]);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/json/both-ways/random", test_random);
  g_test_add_func ("/exchange/json/both-ways/files", test_files);
  g_test_add_func ("/exchange/json/both-ways/audiences", test_audiences);
  g_test_add_func ("/exchange/json/both-ways/twice", test_twice);
  return g_test_run ();
}
