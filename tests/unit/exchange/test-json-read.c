/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the JSON reader makes of good files, and the JSON writer of hard ones; tests/cli tries the bad ones. */
#include "exchange/way-json-read.h"
#include "exchange/way-json-write.h"
#include "model/way-schema.h"
#include "way-json-help.h"

#include <string.h>

static WayMemoryRecords *
read_all (const char *text)
{
  WayMemoryRecords *records = way_memory_records_new ();
  g_autoptr (GError) error = NULL;

  way_json_help_read (records, text, -1, &error);
  g_assert_no_error (error);
  return records;
}

static void
test_label (void)
{
  static const char text[] = "{\"waymark\":1,\"needs\":[{\"id\":\"n\"}]}";
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (WayEdit) edit = way_json_read (text, strlen (text), WAY_RECORDS (records), FALSE, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (way_edit_get_label (edit), ==, "Import");
  g_assert_cmpuint (way_edit_get_length (edit), ==, 1);
}

static void
test_byte_order_mark (void)
{
  g_autoptr (WayMemoryRecords) records = read_all ("\xef\xbb\xbf{\"waymark\":1,\"needs\":[{\"id\":\"n\"}]}\r\n");
  guint count;

  way_records_count (WAY_RECORDS (records), WAY_KIND_NEED, &count, NULL);
  g_assert_cmpuint (count, ==, 1);
}

/* Lists go after what is there, in their order. */
static void
test_order (void)
{
  g_autoptr (WayMemoryRecords) records = read_all ("{\"waymark\":1,\"needs\":[{\"id\":\"z\"},{\"id\":\"y\"}]}");
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;

  way_json_help_read (records, "{\"waymark\":1,\"needs\":[{\"id\":\"x\"},{\"id\":\"a\"}]}", -1, &error);
  g_assert_no_error (error);
  written = way_json_help_write (WAY_RECORDS (records), WAY_AUDIENCE_DESK, NULL);
  g_assert_cmpstr (written, ==,
                   "{\n  \"waymark\": 1,\n  \"needs\": [\n    {\n      \"id\": \"z\"\n    },\n    {\n      \"id\": \"y\"\n    },\n"
                   "    {\n      \"id\": \"x\"\n    },\n    {\n      \"id\": \"a\"\n    }\n  ]\n}\n");
}

/* Keys come in the order of the tables, whatever theirs was; what is empty is not there; numbers are as short as can be. */
static void
test_text (void)
{
  g_autoptr (WayMemoryRecords) records =
    read_all ("{\"stories\":[{\"quotes\":[],\"consent\":{\"withdrawn\":false,\"audience\":\"team\"},\"text\":\"<a> \\u2028\\u00e9\\u0001\\/\","
              "\"title\":\"\",\"id\":\"s\"}],\"waymark\":1.0,\"needs\":[{\"lon\":0.1,\"priority\":2.0,\"lat\":-0.0,\"id\":\"n\"}]}");
  g_autofree char *written = way_json_help_write (WAY_RECORDS (records), WAY_AUDIENCE_DESK, NULL);

  g_assert_cmpstr (written, ==,
                   "{\n  \"waymark\": 1,\n  \"needs\": [\n    {\n      \"id\": \"n\",\n      \"priority\": 2,\n      \"lat\": 0,\n"
                   "      \"lon\": 0.1\n    }\n  ],\n  \"stories\": [\n    {\n      \"id\": \"s\",\n"
                   "      \"text\": \"\\u003ca> \\u2028é\\u0001/\",\n      \"consent\": {\n        \"audience\": \"team\",\n"
                   "        \"withdrawn\": false\n      }\n    }\n  ]\n}\n");
}

/* A number comes back as the same number, however odd. */
static void
test_numbers (void)
{
  static const char *const numbers[] = { "0", "-1", "3.5", "0.1", "1e-9", "5e-324", "1.7976931348623157e+308", "9007199254740991",
                                         "9007199254740993e3", "1e22", "123456789012345680", "0.30000000000000004" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"waymark\":1,\"measures\":[{\"id\":\"m\",\"max\":%s%s}]}", numbers[i],
                                               g_str_equal (numbers[i], "123456789012345680") ? ".0" : "");
      g_autoptr (WayMemoryRecords) records = read_all (text), again = NULL;
      g_autofree char *written = way_json_help_write (WAY_RECORDS (records), WAY_AUDIENCE_DESK, NULL);
      g_autoptr (WayRecord) record = NULL;

      again = read_all (written);
      way_records_read (WAY_RECORDS (again), WAY_KIND_MEASURE, "m", &record, NULL);
      g_assert_cmpfloat (way_record_get_number (record, WAY_MEASURE_MAX), ==, g_ascii_strtod (numbers[i], NULL));
    }
}

/* Ids that are taken are replaced wherever they stand. */
static void
test_taken_ids (void)
{
  static const char text[] =
    "{\"waymark\":1,\"stories\":[{\"id\":\"s\",\"text\":\"abc\",\"quotes\":[{\"id\":\"q\",\"start\":0,\"end\":1,\"themes\":[\"t\"]}]}],"
    "\"themes\":[{\"id\":\"t\"},{\"id\":\"u\",\"parent\":\"t\"}],\"needs\":[{\"id\":\"n\"}],"
    "\"evidence\":[{\"id\":\"e\",\"quote\":\"q\",\"on\":\"n\"}]}";
  g_autoptr (WayMemoryRecords) records = read_all ("{\"waymark\":1,\"assets\":[{\"id\":\"t\"},{\"id\":\"q\"},{\"id\":\"n\"}]}");
  g_autoptr (WayRecord) theme = NULL, evidence = NULL;
  g_autoptr (GPtrArray) quotes = NULL, ties = NULL, needs = NULL;
  g_autoptr (GError) error = NULL;
  const char *parent;

  way_json_help_read (records, text, -1, &error);
  g_assert_no_error (error);
  way_records_read (WAY_RECORDS (records), WAY_KIND_THEME, "u", &theme, NULL);
  parent = way_record_get_text (theme, WAY_THEME_PARENT);
  g_assert_cmpstr (parent, !=, "t");
  quotes = way_records_list (WAY_RECORDS (records), WAY_KIND_QUOTE, "s", NULL);
  ties = way_records_list (WAY_RECORDS (records), WAY_KIND_QUOTE_THEME, way_record_get_id (quotes->pdata[0]), NULL);
  g_assert_cmpstr (way_record_get_text (ties->pdata[0], WAY_QUOTE_THEME_THEME), ==, parent);
  needs = way_records_list (WAY_RECORDS (records), WAY_KIND_NEED, NULL, NULL);
  way_records_read (WAY_RECORDS (records), WAY_KIND_EVIDENCE, "e", &evidence, NULL);
  g_assert_cmpstr (way_record_get_text (evidence, WAY_EVIDENCE_QUOTE), ==, way_record_get_id (quotes->pdata[0]));
  g_assert_cmpstr (way_record_get_text (evidence, WAY_EVIDENCE_ON), ==, way_record_get_id (needs->pdata[0]));
}

/* One map comes with what it needs, and with nothing else. */
static void
test_one_map (void)
{
  g_autoptr (WayMemoryRecords) records = read_all (
    "{\"waymark\":1,\"workspace\":{\"title\":\"W\"},\"personas\":[{\"id\":\"p\"},{\"id\":\"other-p\"}],\"needs\":[{\"id\":\"other-n\"}],"
    "\"maps\":[{\"id\":\"m\",\"kind\":\"journey\",\"persona\":\"p\",\"stages\":[{\"id\":\"s\"}],"
    "\"flags\":[{\"id\":\"f\",\"on\":\"s\"},{\"id\":\"other-f\",\"on\":\"other-s\"}]},"
    "{\"id\":\"other-m\",\"kind\":\"journey\",\"stages\":[{\"id\":\"other-s\"}]}],"
    "\"themes\":[{\"id\":\"t\",\"parent\":\"t2\"},{\"id\":\"t2\"},{\"id\":\"other-t\"}],"
    "\"stories\":[{\"id\":\"st\",\"text\":\"abc\",\"consent\":{\"audience\":\"public\"},\"quotes\":["
    "{\"id\":\"q\",\"start\":0,\"end\":1,\"themes\":[\"t\"]},{\"id\":\"other-q\",\"start\":1,\"end\":2}]},"
    "{\"id\":\"private-st\",\"text\":\"abc\"}],"
    "\"evidence\":[{\"id\":\"e\",\"quote\":\"q\",\"on\":\"s\"},{\"id\":\"private-e\",\"story\":\"private-st\",\"on\":\"s\"},"
    "{\"id\":\"other-e\",\"quote\":\"other-q\",\"on\":\"other-s\"}]}");
  g_autofree char *written = way_json_help_write (WAY_RECORDS (records), WAY_AUDIENCE_PUBLIC, "m");
  static const char *const wanted[] = { "m", "p", "s", "f", "t", "t2", "st", "q", "e" };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *id = g_strdup_printf ("\"id\": \"%s\"", wanted[i]);

      g_assert_nonnull (strstr (written, id));
    }
  g_assert_null (strstr (written, "other"));
  g_assert_null (strstr (written, "private"));
  g_assert_null (strstr (written, "workspace"));
}

/* What an audience may not know is not in what is written for it, and every quote that it may is (tests/data/README.md). */
static void
test_secrets (void)
{
  static const char *const words[] = { "SECRET-none-", "SECRET-team-", "SECRET-workshop-", "OPEN-public-" };
  g_autofree char *path = g_build_filename (g_getenv ("WAY_TEST_DATA"), "secrets.json", NULL);
  g_autoptr (GRegex) quotes = g_regex_new ("[A-Z]+-[a-z]+-[0-9]+-quote", 0, 0, NULL);
  g_autoptr (WayMemoryRecords) records = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  records = read_all (text);
  for (WayAudience audience = WAY_AUDIENCE_DESK; audience <= WAY_AUDIENCE_PUBLIC; audience++)
    {
      g_autofree char *written = way_json_help_write (WAY_RECORDS (records), audience, NULL);
      g_autoptr (GMatchInfo) match = NULL;
      guint seen = 0;

      for (guint narrower = 0; narrower < audience; narrower++)
        g_assert_null (strstr (written, words[narrower]));
      for (g_regex_match (quotes, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *quote = g_match_info_fetch (match, 0);

          for (guint wider = audience; wider < G_N_ELEMENTS (words); wider++)
            if (g_str_has_prefix (quote, words[wider]))
              {
                g_assert_nonnull (strstr (written, quote));
                seen++;
              }
        }
      g_assert_cmpuint (seen, >, 3);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/json/read/label", test_label);
  g_test_add_func ("/exchange/json/read/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/exchange/json/read/order", test_order);
  g_test_add_func ("/exchange/json/read/taken-ids", test_taken_ids);
  g_test_add_func ("/exchange/json/write/text", test_text);
  g_test_add_func ("/exchange/json/write/numbers", test_numbers);
  g_test_add_func ("/exchange/json/write/one-map", test_one_map);
  g_test_add_func ("/exchange/json/write/secrets", test_secrets);
  return g_test_run ();
}
