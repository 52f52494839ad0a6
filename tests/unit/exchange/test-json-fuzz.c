/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON that was tampered with is an edit that can be applied, or one sentence; never anything else. The seed is fixed. */
#include "base/way-error.h"
#include "exchange/way-json-read.h"
#include "way-json-help.h"
#include "way-random-workspace.h"

#include <string.h>

/* Applies what is read, and looks whether what it became is written and read again the same. */
static void
check_applies (WayMemoryRecords *records,
               WayEdit          *edit,
               const char       *what)
{
  g_autoptr (WayMemoryRecords) others = way_memory_records_new ();
  g_autofree char *written = NULL, *again = NULL;
  g_autoptr (GError) error = NULL;

  way_memory_records_apply (records, edit, &error);
  if (error != NULL)
    g_test_message ("%s", what);
  g_assert_no_error (error);
  written = way_json_help_write (WAY_RECORDS (records), WAY_AUDIENCE_DESK, NULL);
  way_json_help_read (others, written, -1, &error);
  if (error != NULL)
    g_test_message ("%s\n%s", what, written);
  g_assert_no_error (error);
  again = way_json_help_write (WAY_RECORDS (others), WAY_AUDIENCE_DESK, NULL);
  g_assert_cmpstr (written, ==, again);
}

/* Gives the number of cases that could be applied, 0 or 1. */
static guint
try (const char *text,
     gsize       length,
     const char *what)
{
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_auto (GStrv) unknown = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayEdit) edit = way_json_read (text, length, WAY_RECORDS (records), FALSE, &unknown, &error);

  if (edit != NULL)
    {
      g_assert_no_error (error);
      check_applies (records, edit, what);
      return 1;
    }
  g_assert_nonnull (error);
  g_assert_true (error->domain == WAY_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), >, 10);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
  return 0;
}

static void
flip (GRand   *rand,
      GString *text)
{
  for (guint count = 1 + g_rand_int_range (rand, 0, 4); count > 0; count--)
    {
      gsize at = g_rand_int_range (rand, 0, text->len);

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          text->str[at] ^= 1 << g_rand_int_range (rand, 0, 8);
          break;
        case 1:
          g_string_erase (text, at, 1);
          break;
        case 2:
          g_string_insert_c (text, at, "\"\\{}[],:0-e.\x80\xff\x00 \n"[g_rand_int_range (rand, 0, 17)]);
          break;
        default:
          g_string_insert_len (text, at, text->str + at, MIN (text->len - at, 20));
          break;
        }
    }
}

static void
test_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261024);
  guint read = 0;

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (JsonNode) node = way_random_workspace_new (i % 40, 1 + i % 2);
      g_autofree char *json = way_json_help_print (node);
      g_autoptr (GString) text = g_string_new (json);
      g_autofree char *what = g_strdup_printf ("case %u", i);

      if (i % 5 == 0)
        g_string_truncate (text, g_rand_int_range (rand, 0, text->len));
      else
        flip (rand, text);
      read += try (text->str, text->len, what);
    }
  g_test_message ("%u of 3000 could be read", read);
  g_assert_cmpuint (read, >, 100);
  g_assert_cmpuint (read, <, 2900);
}

/* Every value in a tree of JSON. */
static void
gather (JsonNode  *node,
        GPtrArray *nodes)
{
  g_ptr_array_add (nodes, node);
  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      gather (json_array_get_element (json_node_get_array (node), i), nodes);
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) values = json_object_get_values (json_node_get_object (node));

      for (GList *value = values; value != NULL; value = value->next)
        gather (value->data, nodes);
    }
}

/* Puts a copy of one value in the place of another: ids where texts stand, lists where numbers do, a map in a map. */
static void
swap (GRand     *rand,
      GPtrArray *nodes)
{
  JsonNode *from = nodes->pdata[g_rand_int_range (rand, 0, nodes->len)], *to = nodes->pdata[g_rand_int_range (rand, 0, nodes->len)];
  g_autofree char *text = way_json_help_print (from);
  g_autoptr (JsonNode) copy = way_json_help_parse (text);

  if (JSON_NODE_HOLDS_OBJECT (copy))
    json_node_init_object (to, json_node_get_object (copy));
  else if (JSON_NODE_HOLDS_ARRAY (copy))
    json_node_init_array (to, json_node_get_array (copy));
  else if (json_node_get_value_type (copy) == G_TYPE_STRING)
    json_node_init_string (to, json_node_get_string (copy));
  else if (json_node_get_value_type (copy) == G_TYPE_INT64)
    json_node_init_int (to, json_node_get_int (copy));
  else if (json_node_get_value_type (copy) == G_TYPE_DOUBLE)
    json_node_init_double (to, json_node_get_double (copy));
  else
    json_node_init_boolean (to, json_node_get_boolean (copy));
}

static void
test_structure (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261024);
  guint read = 0;

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (JsonNode) node = way_random_workspace_new (i % 60, 1 + i % 2);
      g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
      g_autofree char *what = g_strdup_printf ("case %u", i);
      g_autofree char *text = NULL;

      gather (node, nodes);
      swap (rand, nodes);
      text = way_json_help_print (node);
      read += try (text, strlen (text), what);
    }
  g_test_message ("%u of 2000 could be read", read);
  g_assert_cmpuint (read, >, 50);
  g_assert_cmpuint (read, <, 1950);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/json/fuzz/bytes", test_bytes);
  g_test_add_func ("/exchange/json/fuzz/structure", test_structure);
  return g_test_run ();
}
