/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables and flowcharts become pathways: what is written comes back, what people write is understood, and nothing breaks on the rest. */
#include "exchange/way-import.h"
#include "model/way-schema.h"
#include "way-export-help.h"
#include "way-import-help.h"
#include "way-json-help.h"
#include "way-memory-records.h"

#include <string.h>

static const struct { WayFormat out; WayImportFormat in; } pairs[] = {
  { WAY_FORMAT_CSV, WAY_IMPORT_CSV }, { WAY_FORMAT_MERMAID, WAY_IMPORT_MERMAID }, { WAY_FORMAT_DOT, WAY_IMPORT_DOT },
};

static void
check_both_ways (WayLens    *lens,
                 const char *map_id)
{
  g_autofree char *before = way_import_help_describe (lens, map_id);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GBytes) file = way_export_help_write (lens, map_id, pairs[i].out, NULL);
      g_autofree char *dropped = NULL, *after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (WayLens) again = way_import_help_read (g_bytes_get_data (file, NULL), g_bytes_get_size (file), pairs[i].in, &dropped, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (dropped, ==, "");
      after = way_import_help_describe_only (again);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_sample (void)
{
  g_autoptr (WayLens) lens = way_export_help_read_lens ("WAY_SAMPLE_DIR", "living-well.json", WAY_AUDIENCE_DESK);

  check_both_ways (lens, "map-asking");
  check_both_ways (lens, "map-asking-2");
}

/* Titles and labels that are hard to write down. */
static void
test_hard_words (void)
{
  static const char *const words[] = {
    "=1+1", "+44 1632", "-", "@SUM(A1)", "'quoted", "say \\\"no\\\"; then, \\\"yes\\\"", "a|b [c] {d} (e) <f> #35; &", "two\\nlines", "مرحبا", "end", "⧗ 3 weeks of it",
    "back\\\\slash", "%% not a comment", "a\\ttab", "  room around  ", "⧗ odd",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"waymark\": 1, \"maps\": [{\"id\": \"m\", \"kind\": \"pathway\", \"lanes\": [{\"id\": \"l\", "
                                               "\"kind\": \"support\", \"title\": \"%s\"}], \"steps\": [{\"id\": \"s\", \"lane\": \"l\", \"kind\": "
                                               "\"gap\", \"title\": \"%s\"}, {\"id\": \"t\", \"lane\": \"l\", \"kind\": \"end\", \"title\": \"T\"}], "
                                               "\"links\": [{\"id\": \"k\", \"from\": \"s\", \"to\": \"t\", \"kind\": \"enables\", \"label\": \"%s\", "
                                               "\"wait_days\": 1.5}]}]}", words[i], words[i], words[i]);
      g_autoptr (WayLens) lens = way_export_help_new_lens (json, WAY_AUDIENCE_DESK);

      check_both_ways (lens, "m");
    }
}

static void
test_no_formulas (void)
{
  static const char json[] = "{\"waymark\": 1, \"maps\": [{\"id\": \"m\", \"kind\": \"pathway\", \"lanes\": [{\"id\": \"l\", \"kind\": \"person\"}], "
                             "\"steps\": [{\"id\": \"s\", \"lane\": \"l\", \"kind\": \"step\", \"title\": \"=HYPERLINK(1)\"}]}]}";
  g_autoptr (WayLens) lens = way_export_help_new_lens (json, WAY_AUDIENCE_DESK);
  g_autoptr (GBytes) file = way_export_help_write (lens, "m", WAY_FORMAT_CSV, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (file, NULL), g_bytes_get_size (file));

  g_assert_nonnull (strstr (text, ",\"'=HYPERLINK(1)\","));
  g_assert_null (strstr (text, ",=HYPERLINK"));
}

static void
test_csv (void)
{
  static const char text[] = "Title;Lane;Lane kind;Kind;From;To;Wait;Colour\r\n"
                             "Asks;Person;person;start;;Odd;;red\r\n"
                             "\"The \"\"surgery\"\";\nRopewalk\";Front;frontstage;;;;;\r\n"
                             "Odd;Front;;whatever;;;;\r\n"
                             ";;;;Asks;Odd;2–3 days;\r\n"
                             ";;;;Asks;Nowhere;;\r\n"
                             ";;;information;Odd;Asks;soon;\r\n"
                             "Asks;;;;;;;\n";
  g_autofree char *dropped = NULL, *found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayLens) lens = way_import_help_read (text, -1, WAY_IMPORT_CSV, &dropped, &error);

  g_assert_no_error (error);
  found = way_import_help_describe_only (lens);
  g_assert_cmpstr (found, ==,
                   "flow from Asks to Odd: (null), 3\n"
                   "information from Odd to Asks: (null), 0\n"
                   "lane Front (frontstage)\n"
                   "lane Person (person)\n"
                   "start Asks in Person\n"
                   "step Odd in Front\n"
                   "step The \"surgery\";\nRopewalk in Front");
  g_assert_cmpstr (dropped, ==,
                   "line 1: the column “Colour”\n"
                   "line 2: what only a link can have, “Odd”\n"
                   "line 5: the kind “whatever”\n"
                   "line 9: a step that is there already, “Asks”\n"
                   "line 7: a link with an end that is no step, “Nowhere”\n"
                   "line 8: the wait “soon”");
}

static void
test_mermaid (void)
{
  static const char text[] = "%% drawn in March\n"
                             "graph TD\n"
                             "  A([Asks]) -->|⧗ 3 weeks| B{Who?}; B -- yes --> C & D\n"
                             "  subgraph backstage1 [Behind]\n"
                             "    C[\"Meets #quot;them#quot;#35;\"] -.-> E\n"
                             "  end\n"
                             "  style A fill:#f00\n"
                             "  D --> ???\n";
  g_autofree char *dropped = NULL, *found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayLens) lens = way_import_help_read (text, -1, WAY_IMPORT_MERMAID, &dropped, &error);

  g_assert_no_error (error);
  found = way_import_help_describe_only (lens);
  g_assert_cmpstr (found, ==,
                   "decision Who? in (null)\n"
                   "flow from Asks to Who?: (null), 21\n"
                   "flow from Who? to D: yes, 0\n"
                   "flow from Who? to Meets \"them\"#: yes, 0\n"
                   "information from Meets \"them\"# to E: (null), 0\n"
                   "lane (null) (person)\n"
                   "lane Behind (backstage)\n"
                   "start Asks in (null)\n"
                   "step D in (null)\n"
                   "step E in Behind\n"
                   "step Meets \"them\"# in Behind");
  g_assert_cmpstr (dropped, ==, "line 2: the direction “TD”\nline 7: style A fill:#f00\nline 8: --> ???");
}

/* What other programs, and people, write before a flowchart and in its arrows and boxes. */
static void
test_mermaid_as_written (void)
{
  static const char text[] = "---\r\n"
                             "title: Falls\r\n"
                             "---\r\n"
                             "%%{init: {'theme':'forest'}}%%\r\n"
                             "flowchart TD;\r\n"
                             "  A[/Falls, e.g. at home\\] -. tells .-> B; B -- e.g. by phone --> C\r\n"
                             "  A --- D --> C; C ==then==> D; D --x A; A -.- E -.-> F --no--> A\r\n"
                             "  D[a<br />b] -- \"twice -- or more\" --> A\r\n";
  g_autofree char *dropped = NULL, *found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayLens) lens = way_import_help_read (text, -1, WAY_IMPORT_MERMAID, &dropped, &error);

  g_assert_no_error (error);
  found = way_import_help_describe_only (lens);
  g_assert_cmpstr (found, ==,
                   "flow from B to C: e.g. by phone, 0\n"
                   "flow from C to a\nb: then, 0\n"
                   "flow from F to Falls, e.g. at home: no, 0\n"
                   "flow from Falls, e.g. at home to a\nb: (null), 0\n"
                   "flow from a\nb to C: (null), 0\n"
                   "flow from a\nb to Falls, e.g. at home: (null), 0\n"
                   "flow from a\nb to Falls, e.g. at home: twice -- or more, 0\n"
                   "information from E to F: (null), 0\n"
                   "information from Falls, e.g. at home to B: tells, 0\n"
                   "information from Falls, e.g. at home to E: (null), 0\n"
                   "lane (null) (person)\n"
                   "step B in (null)\n"
                   "step C in (null)\n"
                   "step E in (null)\n"
                   "step F in (null)\n"
                   "step Falls, e.g. at home in (null)\n"
                   "step a\nb in (null)");
  g_assert_cmpstr (dropped, ==,
                   "line 2: title: Falls\n"
                   "line 5: the direction “TD”\n"
                   "line 7: that “---” has no direction: the first leads to the second\n"
                   "line 7: the end of “--x”\n"
                   "line 7: that “-.-” has no direction: the first leads to the second");
}

static void
test_dot (void)
{
  static const char text[] = "/* drawn in March */ strict digraph G {\n"
                             "  node [shape=box, color=red]; # all of them\n"
                             "  subgraph cluster_0 { label=\"Behind\"; kind=backstage; b [label=\"Reads\\nit\"]; }\n"
                             "  a -> b -> c:n [label=\"then ⧗ 2 weeks\", weight=3] // twice\n"
                             "  c [shape=diamond label=<c<br/>or <b>not</b>>]\n"
                             "  a -> {b c}\n"
                             "  b -> a [style=dotted wait=\"3 days\"];\n"
                             "}\n";
  g_autofree char *dropped = NULL, *found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayLens) lens = way_import_help_read (text, -1, WAY_IMPORT_DOT, &dropped, &error);

  g_assert_no_error (error);
  found = way_import_help_describe_only (lens);
  g_assert_cmpstr (found, ==,
                   "decision c\nor not in (null)\n"
                   "enables from Reads\nit to a: (null), 3\n"
                   "flow from Reads\nit to c\nor not: then, 14\n"
                   "flow from a to Reads\nit: (null), 0\n"
                   "flow from a to Reads\nit: then, 14\n"
                   "flow from a to c\nor not: (null), 0\n"
                   "lane (null) (person)\n"
                   "lane Behind (backstage)\n"
                   "step Reads\nit in Behind\n"
                   "step a in (null)");
  g_assert_cmpstr (dropped, ==, "line 2: color=red\nline 4: weight=3");
}

/* What languages can say and a pathway cannot is told of; the rest of the line is taken. */
static void
test_told (void)
{
  static const struct { WayImportFormat format; const char *text, *found, *dropped; } cases[] = {
    { WAY_IMPORT_DOT, "graph { a -- b -- c }",
      "flow from a to b: (null), 0\nflow from b to c: (null), 0\nlane (null) (person)\nstep a in (null)\nstep b in (null)\nstep c in (null)",
      "line 1: that “--” has no direction: the first leads to the second" },
    { WAY_IMPORT_DOT, "digraph {\n {a b} -> c [label=x]\n subgraph cluster_s { label=Support; d } -> a\n c -> subgraph { e; f -> g } ; {rank=same a c};\n -> a }\nmore",
      "flow from a to c: x, 0\nflow from b to c: x, 0\nflow from c to e: (null), 0\nflow from c to f: (null), 0\nflow from c to g: (null), 0\n"
      "flow from d to a: (null), 0\nflow from f to g: (null), 0\nlane (null) (person)\nlane Support (support)\nstep a in (null)\nstep b in (null)\n"
      "step c in (null)\nstep d in Support\nstep e in (null)\nstep f in (null)\nstep g in (null)",
      "line 4: rank=same; line 5: ->; line 6: what comes after the graph" },
    { WAY_IMPORT_MERMAID, "flowchart LR\n a --> b\n class a,b gap\n class x gap\n class a wide\n b <--> a:::tall\n",
      "flow from a to b: (null), 0\nflow from b to a: (null), 0\ngap a in (null)\ngap b in (null)\nlane (null) (person)",
      "line 4: x; line 5: class a wide; line 6: tall; line 6: the way back of “<-->”" },
    { WAY_IMPORT_CSV, "title,lane,lane kind,note,from,to\nA,person,,,,\nB,What they see,,,,\nC,BACKSTAGE,,,,,extra\nD,Till,middle,,,\nE, Commissioning ,,,,\n"
      ",Till,,lost,A,B\n",
      "flow from A to B: (null), 0\nlane  Commissioning  (commissioning)\nlane BACKSTAGE (backstage)\nlane Till (frontstage)\nlane What they see (frontstage)\n"
      "lane person (person)\nstep A in person\nstep B in What they see\nstep C in BACKSTAGE\nstep D in Till\nstep E in  Commissioning ",
      "line 4: what is in no column, “extra”; line 5: the kind of lane “middle”; line 7: what only a step can have, “Till”; "
      "line 7: what only a step can have, “lost”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dropped = NULL, *found = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (WayLens) lens = way_import_help_read (cases[i].text, -1, cases[i].format, &dropped, &error);
      g_auto (GStrv) lines = NULL;
      g_autofree char *told = NULL;

      g_assert_no_error (error);
      found = way_import_help_describe_only (lens);
      g_assert_cmpstr (found, ==, cases[i].found);
      lines = g_strsplit (dropped, "\n", -1);
      told = g_strjoinv ("; ", lines);
      g_assert_cmpstr (told, ==, cases[i].dropped);
    }
}

/* Chains of links between random groups, in both languages, against links that are put down one by one. */
static void
test_groups (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) dot = g_string_new ("digraph {"), mermaid = g_string_new ("flowchart LR\n");
      g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *links = NULL;
      guint before[4], n_before = 0, n_ends = g_rand_int_range (random, 2, 5);

      for (guint end = 0; end < n_ends; end++)
        {
          guint now[4], n = g_rand_int_range (random, 1, 5);

          g_string_append (dot, end > 0 ? " -> {" : " {");
          g_string_append (mermaid, end > 0 ? " --> " : "");
          for (guint i = 0; i < n; i++)
            {
              now[i] = g_rand_int_range (random, 0, 9);
              g_string_append_printf (dot, "%sn%u", i == 0 ? "" : g_rand_boolean (random) ? "; " : " ", now[i]);
              g_string_append_printf (mermaid, "%sn%u", i > 0 ? " & " : "", now[i]);
              for (guint k = 0; k < n_before; k++)
                g_ptr_array_add (expected, g_strdup_printf ("flow from n%u to n%u: (null), 0", before[k], now[i]));
            }
          g_string_append (dot, "}");
          memcpy (before, now, sizeof before);
          n_before = n;
        }
      g_string_append (dot, " }");
      g_ptr_array_sort_values (expected, (GCompareFunc) g_strcmp0);
      g_ptr_array_add (expected, NULL);
      links = g_strjoinv ("\n", (char **) expected->pdata);
      for (guint i = 0; i < 2; i++)
        {
          g_autofree char *dropped = NULL, *found = NULL;
          g_autoptr (GError) error = NULL;
          g_autoptr (WayLens) lens = way_import_help_read (i > 0 ? dot->str : mermaid->str, -1, i > 0 ? WAY_IMPORT_DOT : WAY_IMPORT_MERMAID, &dropped, &error);

          g_assert_no_error (error);
          g_assert_cmpstr (dropped, ==, "");
          found = way_import_help_describe_only (lens);
          if (!g_str_has_prefix (found, links) || strstr (found + strlen (links), "flow from") != NULL)
            g_test_fail_printf ("%s gives %s, and not %s", i > 0 ? dot->str : mermaid->str, found, links);
        }
    }
}

static char *
repeat (const char *before,
        const char *part,
        guint       times,
        const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < times; i++)
    g_string_append (text, part);
  g_string_append (text, after);
  return g_string_free_and_steal (text);
}

/* Files that are made to break what reads them: deep, endless, and with more links than a map can hold. */
static void
test_hostile (void)
{
  g_autoptr (GString) wide = g_string_new ("digraph { {"), marked = g_string_new ("flowchart LR\n n0");
  g_autofree char *deep = repeat ("digraph { a ", "{", 100000, ""), *nested = repeat ("digraph { a ", "-> {b ", 100000, "");
  g_autofree char *closed = repeat ("digraph { a ", "}", 100000, ""), *brackets = repeat ("digraph { a ", "[", 100000, "");
  g_autofree char *arrows = repeat ("digraph { a ", "-> ", 100000, "b }"), *open = repeat ("flowchart LR\n", "subgraph x [", 10000, "\na");
  const char *texts[] = { NULL, deep, nested, closed, brackets, arrows, "digraph { a -> {", "digraph { a -> subgraph", "digraph { {} -> {} a }", "digraph { a -> {b -> {c -> a}} }" };

  for (guint i = 0; i < 2000; i++)
    {
      g_string_append_printf (wide, " n%u", i);
      g_string_append_printf (marked, " & n%u", i);
    }
  g_string_append_printf (wide, "} -> {%s} }", strchr (wide->str + 9, '{') + 1);
  g_string_append_printf (marked, " -->%s", strchr (marked->str, '\n') + 1);
  texts[0] = wide->str;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *dropped = NULL;
      g_autoptr (WayLens) lens = way_import_help_read (texts[i], -1, WAY_IMPORT_DOT, &dropped, &error);

      g_assert_true ((lens == NULL) == (error != NULL));
      if (texts[i] == wide->str)
        g_assert_nonnull (strstr (dropped, "more steps than one map can hold"));
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WayLens) lens = way_import_help_read (i > 0 ? open : marked->str, -1, WAY_IMPORT_MERMAID, NULL, &error);

      g_assert_true ((lens == NULL) == (error != NULL));
    }
}

/* A map with two lanes and a step, into which something is pasted. */
static const char there[] = "{\"waymark\": 1, \"organisations\": [{\"id\": \"o\", \"name\": \"Kettle On\"}], \"maps\": [{\"id\": \"m\", "
                            "\"kind\": \"pathway\", \"title\": \"A map\", \"lanes\": [{\"id\": \"p\", \"kind\": \"person\", \"title\": \"Me\"}, "
                            "{\"id\": \"b\", \"kind\": \"backstage\", \"title\": \"Behind\"}], \"steps\": [{\"id\": \"s\", \"lane\": \"p\", "
                            "\"kind\": \"start\", \"title\": \"Asks\"}]}]}";

static char *
paste (const char  *text,
       const char  *lane,
       char       **dropped,
       GError     **error)
{
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_auto (GStrv) left_out = NULL;
  g_autoptr (WayEdit) edit = NULL;
  g_autoptr (WayLens) lens = NULL;
  g_autoptr (GPtrArray) organisations = NULL;
  WayImportFormat format;

  way_json_help_read (records, there, -1, error);
  g_assert_no_error (*error);
  g_assert_true (way_import_guess (text, &format));
  edit = way_import_read_into (text, format, "m", lane, WAY_RECORDS (records), &left_out, error);
  if (edit == NULL)
    return NULL;
  way_memory_records_apply (records, edit, error);
  g_assert_no_error (*error);
  *dropped = g_strjoinv ("; ", left_out);
  lens = way_lens_new (WAY_RECORDS (records), WAY_AUDIENCE_DESK, WAY_EXPORT_HELP_TODAY);
  organisations = way_lens_list (lens, WAY_KIND_ORGANISATION, NULL, NULL);
  g_assert_cmpuint (organisations->len, ==, 1);
  return way_import_help_describe_only (lens);
}

/* Lanes by their title, else by their kind, else new; what is in none, in the one that is selected; links to what is there, by its name. */
static void
test_paste (void)
{
  static const struct { const char *text, *lane, *found, *dropped; } cases[] = {
    { "title,lane,lane kind,organisation,from,to\nRings,me,,Kettle On,,\nReads,Office,backstage,,,\nPays,Money,commissioning,,,\n,,,,Asks,Rings\n"
      ",,,,Rings,Nowhere\n", NULL,
      "flow from Asks to Rings: (null), 0\nlane Behind (backstage)\nlane Me (person)\nlane Money (commissioning)\nstart Asks in Me\nstep Pays in Money\n"
      "step Reads in Behind\nstep Rings in Me", "line 6: a link with an end that is no step, “Nowhere”" },
    { "from;to;wait\nAsks;Asks;2 days\n", NULL, "flow from Asks to Asks: (null), 2\nlane Behind (backstage)\nlane Me (person)\nstart Asks in Me", "" },
    { "```mermaid\nflowchart LR\n  subgraph x [Behind]\n  a[Reads]\n  end\n  subgraph y [New]\n  c\n  end\n  a --> b[Files]\n```\n", "b",
      "flow from Reads to Files: (null), 0\nlane Behind (backstage)\nlane Me (person)\nlane New (frontstage)\nstart Asks in Me\nstep Files in Behind\n"
      "step Reads in Behind\nstep c in New", "" },
    { "graph LR\n  a --> b\n", NULL, "flow from a to b: (null), 0\nlane Behind (backstage)\nlane Me (person)\nstart Asks in Me\nstep a in Me\nstep b in Me", "" },
    { "digraph { a -> b; subgraph cluster_1 { label=\"Behind\"; a } }", "p",
      "flow from a to b: (null), 0\nlane Behind (backstage)\nlane Me (person)\nstart Asks in Me\nstep a in Behind\nstep b in Me", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *dropped = NULL, *found = paste (cases[i].text, cases[i].lane, &dropped, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (found, ==, cases[i].found);
      g_assert_cmpstr (dropped, ==, cases[i].dropped);
    }
}

/* What people write is lines; only what can be nothing else is a table, a flowchart or a graph. */
static void
test_guess (void)
{
  static const struct { const char *text; int format; } texts[] = {
    { "Asks, then waits\nIs heard", -1 }, { "title", -1 }, { "Title, note\nA,b", WAY_IMPORT_CSV }, { "from,to\nA,B", WAY_IMPORT_CSV },
    { "from, label\nA,B", -1 }, { "title\tlane\nA\tB", -1 }, { "\ufefftitle;lane\nA;B", WAY_IMPORT_CSV }, { "flowchart", WAY_IMPORT_MERMAID },
    { "%% mine\n\n graph LR;\n a-->b", WAY_IMPORT_MERMAID }, { "Graph of what happens", -1 }, { "flowcharts are nice", -1 },
    { "graph the waits {and the rest}", -1 }, { "graph waits\n{ a -- b }", WAY_IMPORT_DOT }, { "graph { a -- b }", WAY_IMPORT_DOT }, { "strict digraph \"x\" {", WAY_IMPORT_DOT }, { "digraph is a word", -1 }, { "", -1 },
    { "```\ngraph { a -- b }\n```", WAY_IMPORT_DOT }, { "# A heading\nAsks", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      WayImportFormat format = 0;
      gboolean guessed = way_import_guess (texts[i].text, &format);

      if ((guessed ? (int) format : -1) != texts[i].format)
        g_test_fail_printf ("“%s” is taken for %d", texts[i].text, guessed ? (int) format : -1);
    }
}

static void
test_refused (void)
{
  static const struct { const char *text; gssize length; WayImportFormat format; } files[] = {
    { "", 0, WAY_IMPORT_CSV }, { "a,b\n1,2\n", -1, WAY_IMPORT_CSV }, { "title\n", -1, WAY_IMPORT_CSV }, { "title\n\xff\n", -1, WAY_IMPORT_CSV },
    { "title\na\0b", 9, WAY_IMPORT_CSV },
    { "title\na\n\"b\nc\n", -1, WAY_IMPORT_CSV }, { "", 0, WAY_IMPORT_MERMAID }, { "sequenceDiagram\n", -1, WAY_IMPORT_MERMAID },
    { "flowchart LR\n", -1, WAY_IMPORT_MERMAID }, { "", 0, WAY_IMPORT_DOT }, { "digraph {}", -1, WAY_IMPORT_DOT },
    { "digraph x", -1, WAY_IMPORT_DOT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (way_import_help_read (files[i].text, files[i].length, files[i].format, NULL, &error));
      g_assert_true (error->domain == WAY_ERROR);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

/* Files that were cut, doubled and scratched: a map, or a sentence, and nothing worse. */
static void
test_fuzz (void)
{
  g_autoptr (WayLens) lens = way_export_help_read_lens ("WAY_SAMPLE_DIR", "living-well.json", WAY_AUDIENCE_DESK);
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  guint taken = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GBytes) file = way_export_help_write (lens, "map-asking", pairs[i].out, NULL);
      gsize size;
      const char *bytes = g_bytes_get_data (file, &size);

      for (guint round = 0; round < 150; round++)
        {
          g_autoptr (GString) text = g_string_new_len (bytes, size);
          g_autoptr (GError) error = NULL;
          g_autoptr (WayLens) read = NULL;

          for (gint n = g_rand_int_range (random, 1, 12); n > 0 && text->len > 2; n--)
            {
              gsize at = g_rand_int_range (random, 0, text->len), length = g_rand_int_range (random, 1, 30);

              if (g_rand_boolean (random))
                g_string_erase (text, at, MIN (length, text->len - at));
              else if (g_rand_boolean (random))
                text->str[at] = "\"',;|[](){}-=.>&#:\n\r\t%"[g_rand_int_range (random, 0, 23)];
              else
                g_string_insert (text, at, g_rand_boolean (random) ? "-->" : "\"");
            }
          read = way_import_help_read (text->str, text->len, pairs[i].in, NULL, &error);
          g_assert_true ((read == NULL) == (error != NULL));
          taken += read != NULL;
        }
    }
  g_assert_cmpuint (taken, >, 50);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/import/sample", test_sample);
  g_test_add_func ("/exchange/import/hard-words", test_hard_words);
  g_test_add_func ("/exchange/import/no-formulas", test_no_formulas);
  g_test_add_func ("/exchange/import/csv", test_csv);
  g_test_add_func ("/exchange/import/mermaid", test_mermaid);
  g_test_add_func ("/exchange/import/mermaid-as-written", test_mermaid_as_written);
  g_test_add_func ("/exchange/import/dot", test_dot);
  g_test_add_func ("/exchange/import/told", test_told);
  g_test_add_func ("/exchange/import/groups", test_groups);
  g_test_add_func ("/exchange/import/hostile", test_hostile);
  g_test_add_func ("/exchange/import/paste", test_paste);
  g_test_add_func ("/exchange/import/guess", test_guess);
  g_test_add_func ("/exchange/import/refused", test_refused);
  g_test_add_func ("/exchange/import/fuzz", test_fuzz);

  return g_test_run ();
}
