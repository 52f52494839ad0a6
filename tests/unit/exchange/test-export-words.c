/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every word of a map comes back from its files, in an order that can be read. */
#include "base/way-text.h"
#include "way-export-help.h"

#include <locale.h>
#include <string.h>

static const struct { const char *folder, *name; } workspaces[] = {
  { "WAY_SAMPLE_DIR", "living-well.json" },
  { "WAY_TEST_DATA", "hard-text.json" },
};

static WayScene *
lay_out (WayLens    *lens,
         const char *map_id)
{
  g_autoptr (GError) error = NULL;
  WayScene *scene = way_scene_new (lens, map_id, NULL, NULL, &error);

  g_assert_no_error (error);
  return scene;
}

typedef void (*CheckMap) (WayLens *lens, const char *map_id, WayScene *scene);

static void
for_each_map (CheckMap check)
{
  for (guint i = 0; i < G_N_ELEMENTS (workspaces); i++)
    {
      g_autoptr (WayLens) lens = way_export_help_read_lens (workspaces[i].folder, workspaces[i].name, WAY_AUDIENCE_DESK);
      g_auto (GStrv) maps = way_export_help_list_maps (lens);

      g_assert_cmpuint (g_strv_length (maps), >, 0);
      for (guint m = 0; maps[m] != NULL; m++)
        {
          g_autoptr (WayScene) scene = lay_out (lens, maps[m]);

          check (lens, maps[m], scene);
        }
    }
}

static gboolean
has_right_to_left (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if ((g_unichar_isalpha (g_utf8_get_char (at)) || g_str_has_prefix (at, "\u200f")) && way_text_is_right_to_left (at))
      return TRUE;
  return FALSE;
}

/* Hebrew points come back, but poppler 25 puts them where it sees them, not behind their letters. */
static char *
dup_without_points (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!g_unichar_ismark (character) || g_unichar_get_script (character) == G_UNICODE_SCRIPT_ARABIC)
        g_string_append_unichar (kept, character);
    }
  return g_string_free_and_steal (kept);
}

/* What no font has is drawn as its number, which is text of its own. */
static gboolean
has_number_box (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!g_unichar_isdefined (character) || (g_unichar_iscntrl (character) && strchr ("\t\r\n", character) == NULL))
        return TRUE;
    }
  return FALSE;
}

/* Text of two directions is put into order by whoever reads a PDF, each in their way: there every word counts on its own. */
static void
check_text (const char *haystack,
            const char *text)
{
  gboolean apart = has_right_to_left (text) || has_number_box (text);
  g_auto (GStrv) words = apart ? g_strsplit_set (text, " \n\r\t", -1) : NULL;
  g_autofree char *whole = way_export_help_squeeze (text);
  g_autofree char *letters = words != NULL ? dup_without_points (haystack) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_autofree char *squeezed = way_export_help_squeeze (words[i]);
      g_autofree char *word = dup_without_points (squeezed);

      if (!has_number_box (words[i]) && strpbrk (word, "()[]«»\"?،؟:.,!") == NULL && strstr (letters, word) == NULL)
        g_test_fail_printf ("“%s” is not in the PDF", words[i]);
    }
  if (words == NULL && strstr (haystack, whole) == NULL)
    g_test_fail_printf ("“%s” is not in the PDF", text);
}

static void
check_pdf (WayLens    *lens,
           const char *map_id,
           WayScene   *scene)
{
  g_autoptr (GBytes) pdf = way_export_help_write (lens, map_id, WAY_FORMAT_PDF, NULL);
  g_autofree char *raw = way_export_help_run (pdf, "pdf", "pdftotext -raw @ -");
  g_autofree char *haystack = way_export_help_squeeze (raw);
  g_autofree char *checked = way_export_help_run (pdf, "pdf", "qpdf --check @");

  g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors found"));
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      const WayMark *marks = way_scene_get_marks (scene, item);

      for (guint m = 0; m < item->n_marks; m++)
        if (marks[m].type == WAY_MARK_TEXT)
          check_text (haystack, way_text_block_get_text (marks[m].text.block));
    }
}

static void
test_pdf (void)
{
  for_each_map (check_pdf);
}

/* What XML cannot hold is replaced; nothing else changes. */
static char *
dup_as_xml (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean held = character >= 0x20 ? character != 0xfffe && character != 0xffff : strchr ("\t\n\r", character) != NULL;

      g_string_append_unichar (kept, held ? character : 0xfffd);
    }
  return g_string_free_and_steal (kept);
}

static void
check_svg (WayLens    *lens,
           const char *map_id,
           WayScene   *scene)
{
  g_autoptr (GBytes) svg = way_export_help_write (lens, map_id, WAY_FORMAT_SVG, NULL);
  g_autoptr (GPtrArray) texts = way_export_help_list_svg_texts (svg);
  guint n_texts = 0;

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      const WayMark *marks = way_scene_get_marks (scene, item);

      for (guint m = 0; m < item->n_marks; m++)
        if (marks[m].type == WAY_MARK_TEXT)
          {
            g_autofree char *expected = dup_as_xml (way_text_block_get_text (marks[m].text.block));

            g_assert_cmpuint (n_texts, <, texts->len);
            g_assert_cmpstr (g_ptr_array_index (texts, n_texts++), ==, expected);
          }
    }
  g_assert_cmpuint (n_texts, ==, texts->len);
}

static void
test_svg (void)
{
  for_each_map (check_svg);
}

/* A strict reader of XML takes it. */
static void
check_svg_renders (WayLens    *lens,
                   const char *map_id,
                   WayScene   *scene)
{
  g_autoptr (GBytes) svg = way_export_help_write (lens, map_id, WAY_FORMAT_SVG, NULL);
  g_autofree char *picture = way_export_help_run (svg, "svg", "rsvg-convert --format=png --zoom=0.1 @");

  g_assert_true (g_str_has_prefix (picture, "\211PNG"));
}

static void
test_svg_renders (void)
{
  for_each_map (check_svg_renders);
}

/* The parts are there in their order. */
static void
check_order (const char        *text,
             const char *const *expected,
             guint              n)
{
  const char *at = text;

  for (guint i = 0; i < n; i++)
    {
      const char *found = strstr (at, expected[i]);

      if (found == NULL)
        {
          g_test_message ("%s", text);
          g_test_fail_printf ("“%s” is not where it should be", expected[i]);
          return;
        }
      at = found + strlen (expected[i]);
    }
}

/* A pathway reads lane by lane, in each step by step, after each where it leads; no table, and no stop twice. */
static void
test_pathway_structure (void)
{
  const char *const scenarios[] = { "sc-ray", NULL };
  const WayExportOptions options = { .scenarios = scenarios };
  g_autoptr (WayLens) lens = way_export_help_read_lens ("WAY_TEST_DATA", "pathway.json", WAY_AUDIENCE_PUBLIC);
  g_autoptr (GBytes) pdf = way_export_help_write (lens, "path", WAY_FORMAT_PDF, &options);
  g_autofree char *structure = way_export_help_run (pdf, "pdf", "pdfinfo -struct-text @");
  const char *const expected[] = {
    "Document", "Sect", "H1", "\"Mental health support", "\"Pathway map", "H2", "\"What the person does\"", "Div", "\"I need help\"",
    "Figure", "\"Says what matters\"", "H2", "\"What they see\"", "\"First conversation\"", "BlockQuote", "H2",
    "\"Behind the scenes\"", "H2", "\"Scenario: Ray", "LI (block)", "LBody", "\"I need help: met\"", "\"Question:",
  };

  check_order (structure, expected, G_N_ELEMENTS (expected));
  g_assert_null (strstr (structure, "Table"));
  /* What only the team may see. */
  g_assert_null (strstr (structure, "stopped sleeping"));
}

/* The tags give title, question, stages, and lane by lane what stands in it, with the text of every cell whole. */
static void
test_structure (void)
{
  g_autoptr (WayLens) lens = way_export_help_read_lens ("WAY_SAMPLE_DIR", "living-well.json", WAY_AUDIENCE_WORKSHOP);
  g_autoptr (GBytes) pdf = way_export_help_write (lens, "map-home", WAY_FORMAT_PDF, NULL);
  g_autofree char *structure = way_export_help_run (pdf, "pdf", "pdfinfo -struct-text @");
  const char *const expected[] = {
    "Document", "Sect", "H1", "\"Coming home from hospital\"", "P (block)", "\"What needs to happen", "\"Denise, 52", "Table", "TR",
    "TH", "/Scope /Column", "\"On the ward\"", "\"Thursdays\"", "TR", "TH", "/Scope /Row", "\"What Denise does\"", "TD",
    "\"Comes to breakfast without being called\"", "\"Peels potatoes in the ward kitchen on Tuesdays\"", "TD",
    "\"Hears “Thursday” in a room of eight people, and nods\"", "Figure", "L (block)", "LI (block)", "LBody", "\"ward kitchen\"",
    "BlockQuote", "Lbl", "\"1\"", "LBody", "\"Question:",
  };

  check_order (structure, expected, G_N_ELEMENTS (expected));
}

/* Who does not see the curve is told of it. */
static void
test_alternatives (void)
{
  g_autoptr (WayLens) lens = way_export_help_read_lens ("WAY_SAMPLE_DIR", "living-well.json", WAY_AUDIENCE_WORKSHOP);
  g_autoptr (WayScene) scene = lay_out (lens, "map-home");
  g_autoptr (GBytes) pdf = way_export_help_write (lens, "map-home", WAY_FORMAT_PDF, NULL);
  g_autofree char *json = way_export_help_run (pdf, "pdf", "qpdf --json --json-key=qpdf @");
  guint n_curves = 0;

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      g_autoptr (GString) alternative = NULL;

      if (item->role != WAY_ROLE_CURVE)
        continue;
      n_curves++;
      alternative = g_string_new (NULL);
      g_string_printf (alternative, "\"/Alt\": \"u:%s\"", item->label);
      g_string_replace (alternative, "\n", "\\n", 0);
      if (strstr (json, alternative->str) == NULL)
        g_test_fail_printf ("%s is not in the PDF", alternative->str);
    }
  g_assert_cmpuint (n_curves, ==, 1);
}

static void
test_bookmarks (void)
{
  g_autoptr (WayLens) lens = way_export_help_read_lens ("WAY_SAMPLE_DIR", "living-well.json", WAY_AUDIENCE_WORKSHOP);
  g_autoptr (GBytes) pdf = way_export_help_write (lens, "map-home", WAY_FORMAT_PDF, NULL);
  g_autofree char *outlines = way_export_help_run (pdf, "pdf", "qpdf --json --json-key=outlines @");
  const char *map = strstr (outlines, "\"Coming home from hospital\"");

  g_assert_nonnull (map);
  g_assert_nonnull (strstr (outlines, "\"On the ward\""));
  g_assert_nonnull (strstr (outlines, "\"Thursdays\""));
  g_assert_nonnull (strstr (outlines, "\"destpageposfrom1\": 1"));
}

static void
test_about (void)
{
  g_autoptr (WayLens) lens = way_export_help_read_lens ("WAY_SAMPLE_DIR", "living-well.json", WAY_AUDIENCE_WORKSHOP);
  g_autoptr (GBytes) pdf = way_export_help_write (lens, "map-home", WAY_FORMAT_PDF, NULL);
  g_autofree char *about = way_export_help_run (pdf, "pdf", "pdfinfo @");
  g_autofree char *fonts = way_export_help_run (pdf, "pdf", "pdffonts @");
  g_autofree char *all = way_export_help_run (pdf, "pdf", "qpdf --json --json-key=qpdf @");

  g_assert_true (g_regex_match_simple ("^Title: +Coming home from hospital$", about, G_REGEX_MULTILINE, 0));
  g_assert_true (g_regex_match_simple ("^Author: +Living Well in Ellermouth$", about, G_REGEX_MULTILINE, 0));
  g_assert_true (g_regex_match_simple ("^Tagged: +yes$", about, G_REGEX_MULTILINE, 0));
  g_assert_true (g_regex_match_simple ("^CreationDate: .*Nov 22 .*2026", about, G_REGEX_MULTILINE, 0));
  g_assert_true (g_regex_match_simple ("\"/Lang\": \"u:en", all, 0, 0));
  g_assert_nonnull (strstr (all, "\"/DisplayDocTitle\": true"));
  /* The columns are: embedded, subset, mapped to Unicode. */
  g_assert_nonnull (strstr (fonts, " yes yes yes "));
  g_assert_null (strstr (fonts, " no "));
}

/* An account says of a scenario what stands under the map: who walks it, the counts, and what they need; and what of it is left over. */
static void
test_account_of_scenario (void)
{
  static const char json[] = "{\"waymark\": 1, \"personas\": [{\"id\": \"p\", \"name\": \"Sam\", \"needs\": [\"A bus\", \"A night's sleep\"]}], \"maps\": [{\"id\": "
                             "\"m\", \"kind\": \"pathway\", \"title\": \"M\", \"lanes\": [{\"id\": \"l\", \"kind\": \"frontstage\"}], \"steps\": [{\"id\": \"a\", "
                             "\"lane\": \"l\", \"kind\": \"start\", \"title\": \"Asks\"}], \"scenarios\": [{\"id\": \"s\", \"persona\": \"p\", \"title\": "
                             "\"In March\", \"route\": \"lived\", \"steps\": [{\"step\": \"a\", \"outcome\": \"met\"%s}]}]}]}";
  static const struct { const char *note, *left; } notes[] = {
    { "", NULL }, { ", \"note\": \"✓ A bus\"", "\nLeft over: A night's sleep\n" }, { ", \"note\": \"✓ A bus\\n✓ A night's sleep\"", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autofree char *whole = g_strdup_printf (json, notes[i].note);
      g_autoptr (WayLens) lens = way_export_help_new_lens (whole, WAY_AUDIENCE_DESK);
      g_autoptr (GBytes) file = way_export_help_write (lens, "m", WAY_FORMAT_TEXT, NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
      const char *scenario = strstr (text, "Scenario, as it was lived: In March\n\nWalked by Sam.\n1 contact, ");

      g_assert_nonnull (scenario);
      g_assert_nonnull (strstr (scenario, "\nNeeds: A bus; A night's sleep\n"));
      g_assert_true ((strstr (scenario, "Left over") != NULL) == (notes[i].left != NULL));
      g_assert_true (notes[i].left == NULL || strstr (scenario, notes[i].left) != NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/words/pdf", test_pdf);
  g_test_add_func ("/export/words/svg", test_svg);
  g_test_add_func ("/export/words/svg-renders", test_svg_renders);
  g_test_add_func ("/export/words/structure", test_structure);
  g_test_add_func ("/export/words/pathway-structure", test_pathway_structure);
  g_test_add_func ("/export/words/alternatives", test_alternatives);
  g_test_add_func ("/export/words/bookmarks", test_bookmarks);
  g_test_add_func ("/export/words/about", test_about);
  g_test_add_func ("/export/words/account-of-scenario", test_account_of_scenario);
  return g_test_run ();
}
