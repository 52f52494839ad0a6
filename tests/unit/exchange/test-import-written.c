/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables, flowcharts and graphs as other people and programs write them: what is there is taken, and what cannot be is named. */
#include "exchange/way-import.h"
#include "model/way-schema.h"
#include "way-export-help.h"
#include "way-import-help.h"

#include <string.h>

typedef struct
{
  WayImportFormat format;
  const char *text, *found, *dropped;
} Case;

static void
check (const Case *cases,
       guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *dropped = NULL, *found = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (WayLens) lens = way_import_help_read (cases[i].text, -1, cases[i].format, &dropped, &error);

      g_assert_no_error (error);
      found = way_import_help_describe_only (lens);
      g_assert_cmpstr (found, ==, cases[i].found);
      g_assert_cmpstr (dropped, ==, cases[i].dropped);
    }
}

static void
test_mermaid (void)
{
  static const Case cases[] = {
    /* Names with strokes and points, and a header on the line of the first statement. */
    { WAY_IMPORT_MERMAID, "graph LR; step-1([Asks]) --> b.2{Well?}; b.2-.->step-1\n",
      "decision Well? in (null)\nflow from Asks to Well?: (null), 0\ninformation from Well? to Asks: (null), 0\nlane (null) (person)\nstart Asks in (null)", "" },
    /* Semicolons that end nothing, and characters by their names as web pages have them. */
    { WAY_IMPORT_MERMAID, "flowchart LR\n A[here; there] -->|yes; maybe| B{Is it #quot;ok#quot;?}; C[\"R&amp;D &#233; #9829;\"] --> A\n %% x; y --> z\n",
      "decision Is it \"ok\"? in (null)\nflow from R&D é ♥ to here; there: (null), 0\nflow from here; there to Is it \"ok\"?: yes; maybe, 0\n"
      "lane (null) (person)\nstep R&D é ♥ in (null)\nstep here; there in (null)", "" },
    /* Colours end with semicolons too. */
    { WAY_IMPORT_MERMAID, "flowchart LR\n classDef hot fill:#abc; A --> B\n", "flow from A to B: (null), 0\nlane (null) (person)\nstep A in (null)\nstep B in (null)",
      "line 2: classDef hot fill:#abc" },
    /* Words over several lines, and in Markdown. */
    { WAY_IMPORT_MERMAID, "flowchart LR\n A[\"two\n   lines\"] --> B[\"`**three**`\"]\n C[5\" wide] --> D\n E\n",
      "flow from two\nlines to **three**: (null), 0\nlane (null) (person)\nstep **three** in (null)\nstep C in (null)\nstep E in (null)\nstep two\nlines in (null)",
      "line 4: C[5\" wide] --> D" },
    /* A group is no step, wherever it is named first. */
    { WAY_IMPORT_MERMAID, "flowchart LR\n one --> A\n subgraph one [Support]\n  A\n end\n subgraph personnel\n  B --> one\n end\n",
      "lane Support (support)\nlane personnel (frontstage)\nstep A in Support\nstep B in personnel",
      "line 2: that “one” is a group of steps and no step\nline 7: that “one” is a group of steps and no step" },
    /* Newer ways to describe steps and to name links. */
    { WAY_IMPORT_MERMAID, "flowchart LR\n A@{ shape: diam, label: \"Well, then?\", icon: \"fa:x\" } way@==>|so| B\n A ~~~ C[(Files)]\n accTitle: mine\n",
      "decision Well, then? in (null)\nflow from Well, then? to B: so, 0\nlane (null) (person)\nstep B in (null)\nstep Files in (null)",
      "line 2: icon: fa:x\nline 3: that “~~~” holds steps together and is no link\nline 4: accTitle: mine" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_dot (void)
{
  static const Case cases[] = {
    { WAY_IMPORT_DOT, "DIGRAPH { Graph [label=\"All of it\"]; Node [shape=diamond]; Edge [label=words];\n SUBGRAPH cluster_a { graph [label=\"Behind\"]; a }\n \"node\" -> a\n}\n",
      "flow from node to a: (null), 0\nlane (null) (person)\nlane Behind (frontstage)\nstep a in Behind\nstep node in (null)",
      "line 1: label=All of it\nline 1: shape=diamond\nline 1: label=words" },
    { WAY_IMPORT_DOT, "digraph {\n \"con\" + \"cat\" [label=\"\\N: R&amp;D\\l\"]; b [label=<<b>&eacute;</b> &lt;>, kind=odd, style=filled];\n b -> concat [dir=back, style=bold]; b -> b [dir=both]\n}\n",
      "flow from concat: R&D to é <: (null), 0\nflow from é < to é <: (null), 0\nlane (null) (person)\nstep concat: R&D in (null)\nstep é < in (null)",
      "line 2: kind=odd\nline 2: style=filled\nline 3: style=bold\nline 3: dir=both" },
    { WAY_IMPORT_DOT, "digraph { a -> b [wait=-3]; a -> c [wait=inf]; a -> d [wait=\"12 bananas\"]; a -> e [wait=0.25]; subgraph { rank=same; a; b }\n",
      "flow from a to b: (null), 0\nflow from a to c: (null), 0\nflow from a to d: (null), 0\nflow from a to e: (null), 0.25\nlane (null) (person)\n"
      "step a in (null)\nstep b in (null)\nstep c in (null)\nstep d in (null)\nstep e in (null)",
      "line 1: wait=-3\nline 1: wait=inf\nline 1: wait=12 bananas\nline 1: rank=same\nline 2: that the last bracket is missing" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_csv (void)
{
  static const Case cases[] = {
    { WAY_IMPORT_CSV, "kind,id,title,lane,lane kind,note\nLane,x,,Desk,person,Mind the step\nlane,y,,Desk,person,\n,,A,y,,\n,,B,x,,\n",
      "lane Desk (person)\nlane Desk (person)\nstep A in Desk\nstep B in Desk", "line 2: what only a step can have, “x, Mind the step”" },
    { WAY_IMPORT_CSV, "sep=;\r\ntitle;lane;lane kind;id\r\nA;Desk;person;a\r\nB;Desk;backstage;b\r\nC;Desk;;c\r\nOther;;;a\r\n",
      "lane Desk (backstage)\nlane Desk (person)\nstep A in Desk\nstep B in Desk\nstep C in Desk", "line 6: a step that is there already, “a, Other”" },
    { WAY_IMPORT_CSV, "kind,id,title,from,to,label,wait,note\nstep,a,,,,,\nend,b,B,,,,\nflow,,,a,b,,0x10\nflow,,,a,c,Lost,3 days\n,q,,,,,,Said once\n",
      "end B in (null)\nflow from (null) to B: (null), 0\nlane (null) (person)\nstep (null) in (null)",
      "line 6: a step without a title, “q, Said once”\nline 4: the wait “0x10”\nline 5: a link with an end that is no step, “c, Lost, 3 days”" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* Spreadsheets write what they call Unicode text as UTF-16. */
static void
test_utf16 (void)
{
  static const char *const encodings[] = { "UTF-16LE", "UTF-16BE" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length;
      g_autofree char *text = g_convert ("\ufefftitle\tlane\r\nÉtape 漢\tمرحبا\r\n", -1, encodings[i], "UTF-8", NULL, &length, &error);
      g_autofree char *dropped = NULL, *found = NULL;
      g_autoptr (WayLens) lens = way_import_help_read (text, length, WAY_IMPORT_CSV, &dropped, &error);

      g_assert_no_error (error);
      found = way_import_help_describe_only (lens);
      g_assert_cmpstr (found, ==, "lane مرحبا (frontstage)\nstep Étape 漢 in مرحبا");
      g_assert_null (way_import_help_read (text, length - 1, WAY_IMPORT_CSV, NULL, NULL));
    }
}

/* What opens and is not closed would take in all that stands behind it. */
static void
test_open (void)
{
  static const char *const texts[] = { "digraph { a;\n b [label=\"x ]; c }\n", "digraph { a;\n b /* c }\n", "digraph { a;\n b [label=<x <b>y]; c }\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (way_import_help_read (texts[i], -1, WAY_IMPORT_DOT, NULL, &error));
      g_assert_cmpstr (error->message, ==, "A quotation mark or bracket opens in line 2, and none closes it.");
    }
}

/* What is told is listed up to a number, and what is beyond it is counted. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("flowchart LR\n A --> B\n");
  g_autofree char *dropped = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayLens) lens = NULL;

  for (guint i = 0; i < 1234; i++)
    g_string_append_printf (text, " style s%u fill:#fff\n", i);
  lens = way_import_help_read (text->str, -1, WAY_IMPORT_MERMAID, &dropped, &error);
  g_assert_no_error (error);
  g_assert_nonnull (lens);
  g_assert_true (g_str_has_suffix (dropped, "\nline 1002: style s999 fill:#fff\nand 234 things more"));
}

/* Everything on a map, and its lanes in their order. */
static char *
describe (WayLens *lens)
{
  g_autoptr (GPtrArray) maps = way_lens_list (lens, WAY_KIND_MAP, NULL, NULL), lanes = NULL;
  g_autofree char *all = way_import_help_describe_only (lens);
  g_autoptr (GString) text = g_string_new (all);

  lanes = way_lens_list (lens, WAY_KIND_LANE, way_record_get_id (maps->pdata[0]), NULL);
  for (guint i = 0; i < lanes->len; i++)
    g_string_append_printf (text, "\n%s of %s", way_record_get_text (lanes->pdata[i], WAY_LANE_TITLE), way_record_get_text (lanes->pdata[i], WAY_LANE_KIND));
  return g_strdup (text->str);
}

/* Lanes keep their order in a table, whatever the order of their steps; two may have one name, and steps and waits may be empty. */
static void
test_both_ways (void)
{
  static const char json[] = "{\"waymark\": 1, \"maps\": [{\"id\": \"m\", \"kind\": \"pathway\", \"title\": \"A map\", \"lanes\": [{\"id\": \"id-l1\", \"kind\": \"person\", "
                             "\"title\": \"Zest\"}, {\"id\": \"id-l2\", \"kind\": \"person\", \"title\": \"&amp; &lt;\"}, {\"id\": \"id-l3\", \"kind\": \"support\", \"title\": "
                             "\"Zest\"}, {\"id\": \"id-l4\", \"kind\": \"support\"}, "
                             "{\"id\": \"l5\", \"kind\": \"person\", \"title\": \"Zest\"}, {\"id\": \"l6\", \"kind\": \"support\"}], \"steps\": [{\"id\": \"id-a\", \"lane\": \"id-l3\", \"kind\": \"step\", \"title\": \"A\"}, "
                             "{\"id\": \"id-b\", \"lane\": \"id-l2\", \"kind\": \"gap\", \"title\": \"\\\\N &#35; \\\\l\"}, {\"id\": \"id-c\", \"lane\": \"id-l1\", \"kind\": \"end\"}, {\"id\": \"d\", \"lane\": \"l5\", \"kind\": \"step\", \"title\": \"D\"}, {\"id\": \"e\", \"lane\": \"l6\", "
                             "\"kind\": \"step\", \"title\": \"E\"}], "
                             "\"links\": [{\"id\": \"k1\", \"from\": \"id-a\", \"to\": \"id-b\", \"kind\": \"flow\", \"label\": \"&quot;\"}, {\"id\": \"k2\", \"from\": \"id-b\", "
                             "\"to\": \"id-c\", \"kind\": \"flow\", \"wait_days\": 0}]}]}";
  static const struct { WayFormat out; WayImportFormat in; } pairs[] = {
    { WAY_FORMAT_CSV, WAY_IMPORT_CSV }, { WAY_FORMAT_MERMAID, WAY_IMPORT_MERMAID }, { WAY_FORMAT_DOT, WAY_IMPORT_DOT },
  };
  g_autoptr (WayLens) lens = way_export_help_new_lens (json, WAY_AUDIENCE_DESK);
  g_autofree char *before = describe (lens);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GBytes) file = way_export_help_write (lens, "m", pairs[i].out, NULL);
      g_autofree char *dropped = NULL, *after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (WayLens) read = way_import_help_read (g_bytes_get_data (file, NULL), g_bytes_get_size (file), pairs[i].in, &dropped, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (dropped, ==, "");
      after = describe (read);
      g_assert_cmpstr (after, ==, before);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/import-written/mermaid", test_mermaid);
  g_test_add_func ("/exchange/import-written/dot", test_dot);
  g_test_add_func ("/exchange/import-written/csv", test_csv);
  g_test_add_func ("/exchange/import-written/utf-16", test_utf16);
  g_test_add_func ("/exchange/import-written/open", test_open);
  g_test_add_func ("/exchange/import-written/many", test_many);
  g_test_add_func ("/exchange/import-written/both-ways", test_both_ways);

  return g_test_run ();
}
