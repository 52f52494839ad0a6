/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as spreadsheets copy it: what is written is read as it was. */
#include "canvas/way-table-text.h"

static void
check (const char *text,
       guint       n_rows,
       guint       row,
       guint       column,
       const char *cell)
{
  g_autoptr (GPtrArray) rows = way_table_text_parse (text);
  GPtrArray *cells;

  g_assert_cmpuint (rows->len, ==, n_rows);
  cells = rows->pdata[row];
  g_assert_cmpuint (cells->len, >, column);
  g_assert_cmpstr (cells->pdata[column], ==, cell);
}

static void
test_parse (void)
{
  check ("a\tb\nc\td\n", 2, 1, 1, "d");
  check ("a\tb\r\nc\td", 2, 0, 1, "b");
  check ("a\t\tb", 1, 0, 2, "b");
  check ("a\t\"two\nlines\"\tb\n", 1, 0, 1, "two\nlines");
  check ("\"She said \"\"no\"\"\"\tb", 1, 0, 0, "She said \"no\"");
  /* Somebody's words that begin with a quotation mark, and no quoted cell. */
  check ("\"No\" she said\tb", 1, 0, 0, "\"No\" she said");
  check ("\"never closed\tb\n", 1, 0, 1, "b");
  check ("\n\tb", 2, 1, 1, "b");
  check ("", 1, 0, 0, "");
}

static void
test_both_ways (void)
{
  static const char *const cells[] = { "plain", "", "a\tb", "two\nlines", "\"quoted\"", "mid \"dle\"", "\"" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    way_table_text_append (text, cells[i], i == 0);
  g_string_append_c (text, '\n');
  rows = way_table_text_parse (text->str);
  g_assert_cmpuint (rows->len, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_cmpstr (((GPtrArray *) rows->pdata[0])->pdata[i], ==, cells[i]);
}

static void
check_lines (const char *text,
             const char *const *wanted)
{
  g_auto (GStrv) lines = way_table_text_parse_lines (text);

  g_assert_cmpstrv (lines, wanted);
}

static void
test_lines (void)
{
  check_lines ("", (const char *const[]) { NULL });
  check_lines ("a\nb\r\nc\n", (const char *const[]) { "a", "b", "c", NULL });
  check_lines ("a\n\nb", (const char *const[]) { "a", "", "b", NULL });
  check_lines ("\"two\r\nlines\"\nb", (const char *const[]) { "two\nlines", "b", NULL });
  /* A slide's line break within a paragraph. */
  check_lines ("I rang\vagain\nand again\xe2\x80\xa8twice", (const char *const[]) { "I rang\nagain", "and again\ntwice", NULL });
  /* What people said, with their quotation marks. */
  check_lines ("\"I was lost\"\n\"No\" she said", (const char *const[]) { "\"I was lost\"", "\"No\" she said", NULL });
}

static void
test_lines_both_ways (void)
{
  static const char *const lines[] = { "plain", "two\nlines", "\"quoted\"", "\"a\"\nb \"c\"", "\n", "last", NULL };
  g_autoptr (GString) text = g_string_new (NULL), table = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    way_table_text_append_line (text, lines[i]);
  check_lines (text->str, lines);
  /* As they are in a cell of a table. */
  way_table_text_append (table, text->str, TRUE);
  way_table_text_append (table, "b", FALSE);
  rows = way_table_text_parse (table->str);
  g_assert_cmpuint (rows->len, ==, 1);
  check_lines (((GPtrArray *) rows->pdata[0])->pdata[0], lines);
}

/* Marks of a list are not what is said in it; a dash before one line of several is. */
static void
test_list (void)
{
  static const struct { const char *text, *lines; } cases[] = {
    { "1. Asks\n2. Is heard\n\n10) Moves on", "Asks|Is heard||Moves on" },
    { "  • Asks\n  – Is heard\n", "Asks|Is heard" },
    { "- Asks\nIs heard", "- Asks|Is heard" },
    { "1948. A year\n2026. Another", "1948. A year|2026. Another" },
    { "1.5 days\n2.5 days", "1.5 days|2.5 days" },
    { "-5\n- 5", "-5|- 5" },
    { "- \n* Asks", "|Asks" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) lines = way_table_text_parse_lines (cases[i].text);
      g_autofree char *joined = NULL;

      way_table_text_strip_list (lines);
      joined = g_strjoinv ("|", lines);
      g_assert_cmpstr (joined, ==, cases[i].lines);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-text/parse", test_parse);
  g_test_add_func ("/table-text/list", test_list);
  g_test_add_func ("/table-text/both-ways", test_both_ways);
  g_test_add_func ("/table-text/lines", test_lines);
  g_test_add_func ("/table-text/lines-both-ways", test_lines_both_ways);
  return g_test_run ();
}
