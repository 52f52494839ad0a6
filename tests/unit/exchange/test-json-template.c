/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a template takes from a map, and what files are templates. Whatever must not be in one is a marker that holds “SECRET”. */
#include "base/way-error.h"
#include "exchange/way-json-template.h"
#include "way-json-help.h"

#include <string.h>

static const char source[] =
  "{\"waymark\":1,"
  "\"organisations\":[{\"id\":\"SECRET-o\",\"name\":\"SECRET\"}],"
  "\"personas\":[{\"id\":\"SECRET-p\",\"name\":\"SECRET\"}],"
  "\"maps\":["
  "{\"id\":\"SECRET-j\",\"kind\":\"journey\",\"title\":\"SECRET\",\"question\":\"Why?\",\"persona\":\"SECRET-p\",\"version\":\"SECRET\",\"note\":\"SECRET\","
  "\"stages\":[{\"id\":\"SECRET-s\",\"title\":\"First\",\"note\":\"SECRET\"},{\"id\":\"SECRET-t\"}],"
  "\"lanes\":[{\"id\":\"SECRET-d\",\"kind\":\"doing\",\"title\":\"Does\"},{\"id\":\"SECRET-h\",\"kind\":\"thinking\"},"
  "{\"id\":\"SECRET-f\",\"kind\":\"feeling\"},{\"id\":\"SECRET-e\",\"kind\":\"evidence\"}],"
  "\"cards\":[{\"id\":\"SECRET-c\",\"lane\":\"SECRET-d\",\"stage\":\"SECRET-t\",\"text\":\"Waits\",\"note\":\"SECRET\"},"
  "{\"id\":\"SECRET-k\",\"lane\":\"SECRET-h\",\"stage\":\"SECRET-s\",\"text\":\"SECRET\"},"
  "{\"id\":\"SECRET-l\",\"lane\":\"SECRET-e\",\"stage\":\"SECRET-s\",\"text\":\"SECRET\"}],"
  "\"feelings\":[{\"id\":\"SECRET-r\",\"stage\":\"SECRET-s\",\"value\":-3,\"words\":[\"SECRET\"],\"persona\":\"SECRET-p\"}],"
  "\"flags\":[{\"id\":\"SECRET-g\",\"on\":\"SECRET-c\",\"kind\":\"concern\",\"text\":\"SECRET\",\"answer\":\"SECRET\"}]},"
  "{\"id\":\"SECRET-w\",\"kind\":\"pathway\",\"title\":\"SECRET\","
  "\"lanes\":[{\"id\":\"SECRET-n\",\"kind\":\"person\",\"title\":\"Person\"}],"
  "\"steps\":[{\"id\":\"SECRET-a\",\"lane\":\"SECRET-n\",\"kind\":\"start\",\"title\":\"Rings\",\"organisation\":\"SECRET-o\",\"note\":\"SECRET\"},"
  "{\"id\":\"SECRET-b\",\"lane\":\"SECRET-n\",\"title\":\"Talks\"}],"
  "\"links\":[{\"id\":\"SECRET-x\",\"from\":\"SECRET-a\",\"to\":\"SECRET-b\",\"label\":\"yes\",\"wait_days\":77}]}]}";

static char *
write_one (const char *map_id,
       gboolean    contents)
{
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *title = NULL;

  way_json_help_read (records, source, -1, &error);
  g_assert_no_error (error);
  bytes = way_json_template_write (WAY_RECORDS (records), map_id, "Mine", contents, &error);
  g_assert_no_error (error);
  title = way_json_template_dup_title (bytes);
  g_assert_cmpstr (title, ==, "Mine");
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
expect (const char *map_id,
        gboolean    contents,
        const char *expected)
{
  g_autofree char *written = write_one (map_id, contents), *first = NULL, *second = NULL;
  g_autoptr (JsonNode) got = way_json_help_parse (written), wanted = way_json_help_parse (expected);

  g_assert_null (strstr (written, "SECRET"));
  g_assert_null (strstr (written, "77"));
  first = way_json_help_print (got);
  second = way_json_help_print (wanted);
  g_assert_cmpstr (first, ==, second);
}

#define FRAME "{\"waymark\":1,\"maps\":[{\"id\":\"map-1\",\"kind\":\"journey\",\"title\":\"Mine\",\"question\":\"Why?\"," \
              "\"stages\":[{\"id\":\"stage-1\",\"title\":\"First\"},{\"id\":\"stage-2\"}]," \
              "\"lanes\":[{\"id\":\"lane-1\",\"kind\":\"doing\",\"title\":\"Does\"},{\"id\":\"lane-2\",\"kind\":\"thinking\"}," \
              "{\"id\":\"lane-3\",\"kind\":\"feeling\"},{\"id\":\"lane-4\",\"kind\":\"evidence\"}]"

static void
test_frame (void)
{
  expect ("SECRET-j", FALSE, FRAME "}]}");
  expect ("SECRET-w", FALSE, "{\"waymark\":1,\"maps\":[{\"id\":\"map-1\",\"kind\":\"pathway\",\"title\":\"Mine\","
                             "\"lanes\":[{\"id\":\"lane-1\",\"kind\":\"person\",\"title\":\"Person\"}]}]}");
}

static void
test_contents (void)
{
  expect ("SECRET-j", TRUE, FRAME ",\"cards\":[{\"id\":\"card-1\",\"lane\":\"lane-1\",\"stage\":\"stage-2\",\"text\":\"Waits\"}]}]}");
  expect ("SECRET-w", TRUE, "{\"waymark\":1,\"maps\":[{\"id\":\"map-1\",\"kind\":\"pathway\",\"title\":\"Mine\","
                            "\"lanes\":[{\"id\":\"lane-1\",\"kind\":\"person\",\"title\":\"Person\"}],"
                            "\"steps\":[{\"id\":\"step-1\",\"lane\":\"lane-1\",\"kind\":\"start\",\"title\":\"Rings\"},"
                            "{\"id\":\"step-2\",\"lane\":\"lane-1\",\"title\":\"Talks\"}],"
                            "\"links\":[{\"id\":\"link-1\",\"from\":\"step-1\",\"to\":\"step-2\",\"label\":\"yes\"}]}]}");
}

static void
test_no_map (void)
{
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (way_json_template_write (WAY_RECORDS (records), "none", "Mine", TRUE, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

static void
test_bad_files (void)
{
  static const char *const bad[] = {
    "", "nonsense", "{\"waymark\":1}", "{\"waymark\":2,\"maps\":[]}", "{\"waymark\":1,\"maps\":[{\"id\":\"a\",\"kind\":\"journey\"}]}",
    "{\"waymark\":1,\"maps\":[{\"id\":\"a\",\"kind\":\"journey\",\"title\":\"A\"},{\"id\":\"b\",\"kind\":\"journey\",\"title\":\"B\"}]}",
    "{\"waymark\":1,\"personas\":[{\"id\":\"p\",\"name\":\"P\"}],\"maps\":[{\"id\":\"a\",\"kind\":\"journey\",\"title\":\"A\"}]}",
    "{\"waymark\":1,\"maps\":[{\"id\":\"a\",\"kind\":\"journey\",\"title\":\"A\",\"flags\":[{\"id\":\"f\",\"on\":\"a\",\"kind\":\"idea\",\"text\":\"F\"}]}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (bad[i], strlen (bad[i]));

      g_assert_null (way_json_template_dup_title (bytes));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/json/template/frame", test_frame);
  g_test_add_func ("/exchange/json/template/contents", test_contents);
  g_test_add_func ("/exchange/json/template/no-map", test_no_map);
  g_test_add_func ("/exchange/json/template/bad-files", test_bad_files);
  return g_test_run ();
}
