/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every audience and every exporter: nothing that the audience may not see is in a file, and what it may see on a map is. */
#include "way-export-help.h"

#include "exchange/way-words.h"
#include "model/way-schema.h"
#include "way-json-help.h"
#include "way-random-workspace.h"

#include <string.h>

static const WayFormat formats[] = { WAY_FORMAT_PDF, WAY_FORMAT_SVG, WAY_FORMAT_TEXT, WAY_FORMAT_PNG };

/* Personas have a sheet, and no account. */
static GStrv
list_sheets (WayLens   *lens,
             WayFormat  format)
{
  return format == WAY_FORMAT_TEXT ? way_export_help_list_maps (lens) : way_export_help_list_sheets (lens);
}

/* Everything that can be read in a file: its bytes, and for PDF what is packed in it and the text that its glyphs stand for. */
static GPtrArray *
list_readings (WayLens    *lens,
               const char *map_id,
               WayFormat   format)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GBytes *file = way_export_help_write (lens, map_id, format, NULL);

  g_ptr_array_add (readings, file);
  if (format == WAY_FORMAT_PDF)
    {
      char *text = way_export_help_run (file, "pdf", "pdftotext -raw @ -");
      char *objects = way_export_help_run (file, "pdf", "qpdf --json --json-key=qpdf --json-stream-data=none @");

      g_ptr_array_add (readings, g_bytes_new_take (text, strlen (text)));
      g_ptr_array_add (readings, g_bytes_new_take (objects, strlen (objects)));
    }
  return readings;
}

static gboolean
holds (GPtrArray  *readings,
       const char *text)
{
  for (guint i = 0; i < readings->len; i++)
    {
      GBytes *bytes = g_ptr_array_index (readings, i);

      if (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text)) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Line breaks may stand inside a marker: it is longer than a card is wide. */
static char *
dup_unbroken (GPtrArray *readings)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < readings->len; i++)
    {
      gsize length;
      const char *bytes = g_bytes_get_data (g_ptr_array_index (readings, i), &length);
      gboolean tag = FALSE;

      for (gsize k = 0; k < length; k++)
        {
          if (bytes[k] == '<' && strncmp (bytes + k, "<tspan", 6) == 0)
            tag = TRUE;
          else if (bytes[k] == '<' && strncmp (bytes + k, "</tspan", 7) == 0)
            tag = TRUE;
          if (!tag && bytes[k] != '\n')
            g_string_append_c (all, bytes[k] != '\0' ? bytes[k] : ' ');
          if (bytes[k] == '>')
            tag = FALSE;
        }
      g_string_append_c (all, ' ');
    }
  return g_string_free_and_steal (all);
}

static void
check_secrets (WayAudience audience,
               WayFormat   format)
{
  const char *const held[] = { "-none-", "-team-", "-workshop-", "-public-" };
  g_autoptr (WayLens) lens = way_export_help_read_lens ("WAY_TEST_DATA", "secrets.json", audience);
  g_auto (GStrv) sheets = list_sheets (lens, format);

  for (guint i = 0; sheets[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) readings = list_readings (lens, sheets[i], format);
      g_autofree char *unbroken = dup_unbroken (readings);

      for (guint word = 0; word < (guint) audience; word++)
        {
          g_autofree char *marker = g_strconcat ("SECRET", held[word], NULL);

          if (strstr (unbroken, marker) != NULL)
            g_test_fail_printf ("%s… is in a file for the audience %s", marker, way_audience_get_name (audience));
        }
      if (format != WAY_FORMAT_PNG)
        g_assert_nonnull (strstr (unbroken, "OPEN-public-"));
    }
}

static void
test_secrets (void)
{
  for (WayAudience audience = WAY_AUDIENCE_DESK; audience <= WAY_AUDIENCE_PUBLIC; audience++)
    for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
      check_secrets (audience, formats[f]);
}

/* Every map in every format of words that can hold it: no marker that this audience may not see. */
static void
test_words (void)
{
  const char *const held[] = { "-none-", "-team-", "-workshop-", "-public-" };
  guint n = 0;

  for (WayAudience audience = WAY_AUDIENCE_DESK; audience <= WAY_AUDIENCE_PUBLIC; audience++)
    {
      g_autoptr (WayLens) lens = way_export_help_read_lens ("WAY_TEST_DATA", "secrets.json", audience);
      g_autoptr (GPtrArray) maps = way_lens_list (lens, WAY_KIND_MAP, NULL, NULL);

      for (guint i = 0; i < maps->len; i++)
        for (WayFormat format = WAY_FORMAT_TEXT; format <= WAY_FORMAT_DOT; format++)
          {
            g_autoptr (GBytes) file = NULL;
            g_autofree char *text = NULL;

            if (!way_words_can_write (way_record_get_text (maps->pdata[i], WAY_MAP_KIND), format))
              continue;
            n++;
            file = way_export_help_write (lens, way_record_get_id (maps->pdata[i]), format, NULL);
            text = g_strndup (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
            g_assert_true (g_utf8_validate (text, -1, NULL));
            for (guint word = 0; word < (guint) audience; word++)
              {
                g_autofree char *marker = g_strconcat ("SECRET", held[word], NULL);

                g_assert_null (strstr (text, marker));
              }
          }
    }
  g_assert_cmpuint (n, >, 8);
}

/* A story that is tied to a card as a whole is named in the account for whoever may see it. */
static void
test_whole_stories (void)
{
  guint n = 0;

  for (WayAudience audience = WAY_AUDIENCE_DESK; audience <= WAY_AUDIENCE_PUBLIC; audience++)
    {
      g_autoptr (WayLens) lens = way_export_help_read_lens ("WAY_TEST_DATA", "secrets.json", audience);
      g_autoptr (GPtrArray) evidence = way_lens_list (lens, WAY_KIND_EVIDENCE, NULL, NULL);
      g_auto (GStrv) maps = way_export_help_list_maps (lens);
      g_autoptr (GString) all = g_string_new (NULL);

      for (guint i = 0; maps[i] != NULL; i++)
        {
          g_autoptr (GBytes) file = way_export_help_write (lens, maps[i], WAY_FORMAT_TEXT, NULL);

          g_string_append_len (all, g_bytes_get_data (file, NULL), g_bytes_get_size (file));
        }
      for (guint i = 0; i < evidence->len; i++)
        {
          const char *id = way_record_get_text (evidence->pdata[i], WAY_EVIDENCE_STORY);
          g_autoptr (WayRecord) story = NULL, card = NULL;

          if (id == NULL)
            continue;
          g_assert_true (way_lens_read (lens, WAY_KIND_STORY, id, &story, NULL));
          g_assert_true (way_lens_read (lens, WAY_KIND_CARD, way_record_get_text (evidence->pdata[i], WAY_EVIDENCE_ON), &card, NULL));
          if (story == NULL || card == NULL)
            continue;
          n++;
          if (strstr (all->str, way_record_get_text (story, WAY_STORY_TITLE)) == NULL)
            g_test_fail_printf ("the story %s is not in the account for the audience %s", id, way_audience_get_name (audience));
        }
    }
  g_assert_cmpuint (n, >, 8);
}

/* Each quote that the public may see is in the files for the public, and in those for everybody nearer. */
static void
test_open_quotes (void)
{
  g_autoptr (WayLens) desk = way_export_help_read_lens ("WAY_TEST_DATA", "secrets.json", WAY_AUDIENCE_PUBLIC);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) quotes = way_lens_list (desk, WAY_KIND_QUOTE, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (quotes->len, >, 3);
  for (guint f = 0; f < 3; f++)
    {
      g_auto (GStrv) maps = way_export_help_list_maps (desk);
      g_autoptr (GPtrArray) readings = list_readings (desk, maps[0], formats[f]);
      g_autofree char *unbroken = dup_unbroken (readings);

      for (guint i = 0; i < quotes->len; i++)
        {
          g_autofree char *words = way_lens_dup_quotation (desk, g_ptr_array_index (quotes, i), NULL, &error);

          g_assert_no_error (error);
          if (g_str_has_prefix (words, "OPEN-") && strstr (unbroken, words) == NULL)
            g_test_fail_printf ("%s is not in the file", words);
        }
    }
}

/* The first of a row of letters that no generated text has; each story gets one of its own, and is written with it alone. */
#define FIRST_LETTER 0x1200
#define N_LETTERS 60

static gboolean
is_open_to (JsonObject  *story,
            WayAudience  audience)
{
  const char *const words[] = { "none", "team", "workshop", "public" };
  JsonObject *consent = json_object_has_member (story, "consent") ? json_object_get_object_member (story, "consent") : NULL;
  const char *widest = consent != NULL ? json_object_get_string_member_with_default (consent, "audience", "none") : "none";
  const char *until = consent != NULL ? json_object_get_string_member_with_default (consent, "until", NULL) : NULL;

  if (consent == NULL || (until != NULL && strcmp (until, WAY_EXPORT_HELP_TODAY) < 0))
    return audience == WAY_AUDIENCE_DESK;
  if (json_object_has_member (consent, "withdrawn"))
    {
      JsonNode *withdrawn = json_object_get_member (consent, "withdrawn");

      if (json_node_get_value_type (withdrawn) != G_TYPE_BOOLEAN || json_node_get_boolean (withdrawn))
        return audience == WAY_AUDIENCE_DESK;
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (widest, words[i]) == 0)
      return i >= (guint) audience;
  return FALSE;
}

static void
mark_text (JsonObject *story,
           const char *key,
           const char *letter)
{
  GString *marked;
  const char *text;

  if (!json_object_has_member (story, key))
    return;
  text = json_object_get_string_member (story, key);
  marked = g_string_new (letter);
  for (glong i = 1; i < g_utf8_strlen (text, -1); i++)
    g_string_append (marked, letter);
  json_object_set_string_member (story, key, marked->str);
  g_string_free (marked, TRUE);
}

static void
check_generated (JsonNode    *node,
                 const char  *json,
                 JsonArray   *stories,
                 WayAudience  audience)
{
  g_autoptr (WayLens) lens = way_export_help_new_lens (json, audience);

  for (guint f = 0; f < 3; f++)
    {
      g_auto (GStrv) sheets = list_sheets (lens, formats[f]);

      for (guint m = 0; sheets[m] != NULL; m++)
        {
          g_autoptr (GPtrArray) readings = list_readings (lens, sheets[m], formats[f]);

          for (guint i = 0; stories != NULL && i < MIN (json_array_get_length (stories), N_LETTERS); i++)
            {
              char letter[7] = { 0 };

              g_unichar_to_utf8 (FIRST_LETTER + i, letter);
              if (!is_open_to (json_array_get_object_element (stories, i), audience) && holds (readings, letter))
                g_test_fail_printf ("story %u is in a file for the audience %s", i, way_audience_get_name (audience));
            }
        }
    }
}

static void
test_generated (void)
{
  for (guint seed = 1; seed <= 6; seed++)
    {
      g_autoptr (JsonNode) node = way_random_workspace_new (seed, 12);
      JsonObject *root = json_node_get_object (node);
      JsonArray *stories = json_object_has_member (root, "stories") ? json_object_get_array_member (root, "stories") : NULL;
      g_autofree char *json = NULL;

      for (guint i = 0; stories != NULL && i < MIN (json_array_get_length (stories), N_LETTERS); i++)
        {
          JsonObject *story = json_array_get_object_element (stories, i);
          char letter[7] = { 0 };

          g_unichar_to_utf8 (FIRST_LETTER + i, letter);
          mark_text (story, "title", letter);
          mark_text (story, "text", letter);
          mark_text (story, "teller", letter);
          mark_text (story, "translation", letter);
        }
      json = way_json_help_print (node);
      for (WayAudience audience = WAY_AUDIENCE_TEAM; audience <= WAY_AUDIENCE_PUBLIC; audience++)
        check_generated (node, json, stories, audience);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/consent/secrets", test_secrets);
  g_test_add_func ("/export/consent/words", test_words);
  g_test_add_func ("/export/consent/whole-stories", test_whole_stories);
  g_test_add_func ("/export/consent/open-quotes", test_open_quotes);
  g_test_add_func ("/export/consent/generated", test_generated);
  return g_test_run ();
}
