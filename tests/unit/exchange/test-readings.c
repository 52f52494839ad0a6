/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reading hides is in no text of a pathway, by no word of it; what it shows is there; and what was left out is counted. */
#include "exchange/way-words.h"
#include "way-export-help.h"

#include <string.h>

static const char *const kinds[] = { "person", "frontstage", "backstage", "support", "commissioning" };

/* The first lane kind of the list above that a reading hides, plainly told a second time. */
static const guint hidden_from[] = { [WAY_READING_COMMISSIONER] = 5, [WAY_READING_PROVIDER] = 4, [WAY_READING_PERSON] = 2 };

/* A map in words of its own: every word tells the most hidden lane that it has to do with, as HOLD-3-. */
typedef struct
{
  GString *json;
  guint n_steps, n_links;
  guint *lanes;               /* of each step */
  guint *from, *to;           /* of each link */
} Generated;

static void
append_list (GString    *json,
             const char *name)
{
  g_string_append_printf (json, "], \"%s\": [", name);
}

static void
append_steps (Generated *self,
              GRand     *random)
{
  static const char *const step_kinds[] = { "start", "step", "decision", "end", "gap" };

  for (guint i = 0; i < self->n_steps; i++)
    {
      self->lanes[i] = g_rand_int_range (random, 0, G_N_ELEMENTS (kinds));
      g_string_append_printf (self->json, "%s{\"id\": \"s%u\", \"lane\": \"l%u\", \"kind\": \"%s\", \"title\": \"HOLD-%u-step%u.\", "
                              "\"organisation\": \"o%u\", \"note\": \"HOLD-%u-note%u.\"}", i > 0 ? ", " : "", i, self->lanes[i],
                              step_kinds[g_rand_int_range (random, 0, 5)], self->lanes[i], i, self->lanes[i], self->lanes[i], i);
    }
}

static void
append_links (Generated *self,
              GRand     *random)
{
  for (guint i = 0; i < self->n_links; i++)
    {
      guint from = self->from[i] = g_rand_int_range (random, 0, self->n_steps), to = self->to[i] = g_rand_int_range (random, 0, self->n_steps);

      g_string_append_printf (self->json, "%s{\"id\": \"k%u\", \"from\": \"s%u\", \"to\": \"s%u\", \"kind\": \"%s\", \"label\": \"HOLD-%u-link%u.\", "
                              "\"wait_days\": %u}", i > 0 ? ", " : "", i, from, to, g_rand_boolean (random) ? "flow" : "enables",
                              MAX (self->lanes[from], self->lanes[to]), i, 1 + i);
    }
}

static void
append_scenarios (Generated *self,
                  GRand     *random)
{
  for (guint i = 0; i < 2; i++)
    {
      g_string_append_printf (self->json, "%s{\"id\": \"sc%u\", \"title\": \"Scenario %u\", \"persona\": \"p\", \"route\": \"%s\", \"steps\": [",
                              i > 0 ? ", " : "", i, i, i > 0 ? "lived" : "planned");
      for (guint k = 0; k < self->n_steps; k++)
        {
          guint step = g_rand_int_range (random, 0, self->n_steps);

          g_string_append_printf (self->json, "%s{\"step\": \"s%u\", \"outcome\": \"%s\", \"note\": \"HOLD-%u-stop%u.\"}", k > 0 ? ", " : "", step,
                                  g_rand_boolean (random) ? "not-met" : "met", self->lanes[step], k);
        }
      g_string_append (self->json, "]}");
    }
}

/* Flags on steps, links, lanes, and on what somebody said of a step. */
static void
append_flags (Generated *self)
{
  for (guint i = 0; i < self->n_steps; i++)
    g_string_append_printf (self->json, "%s{\"id\": \"fs%u\", \"on\": \"s%u\", \"kind\": \"question\", \"text\": \"HOLD-%u-flag%u.\"}",
                            i > 0 ? ", " : "", i, i, self->lanes[i], i);
  for (guint i = 0; i < self->n_links; i++)
    g_string_append_printf (self->json, ", {\"id\": \"fk%u\", \"on\": \"k%u\", \"kind\": \"concern\", \"text\": \"HOLD-%u-flagged%u.\", "
                            "\"answer\": \"HOLD-%u-answer%u.\"}", i, i, MAX (self->lanes[self->from[i]], self->lanes[self->to[i]]), i,
                            MAX (self->lanes[self->from[i]], self->lanes[self->to[i]]), i);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_string_append_printf (self->json, ", {\"id\": \"fl%u\", \"on\": \"l%u\", \"kind\": \"idea\", \"text\": \"HOLD-%u-idea.\"}", i, i, i);
  for (guint i = 0; i < self->n_steps; i++)
    g_string_append_printf (self->json, ", {\"id\": \"fe%u\", \"on\": \"e%u\", \"kind\": \"concern\", \"text\": \"HOLD-%u-of-quote%u.\"}", i, i,
                            self->lanes[i], i);
}

/* A story tied to each step. */
static void
append_evidence (Generated *self)
{
  for (guint i = 0; i < self->n_steps; i++)
    g_string_append_printf (self->json, "%s{\"id\": \"e%u\", \"story\": \"t\", \"on\": \"s%u\"}", i > 0 ? ", " : "", i, i);
}

static void
generate (Generated *self,
          guint32    seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  self->n_steps = g_rand_int_range (random, 2, 14);
  self->n_links = g_rand_int_range (random, 1, 20);
  self->lanes = g_new (guint, self->n_steps);
  self->from = g_new (guint, self->n_links);
  self->to = g_new (guint, self->n_links);
  self->json = g_string_new ("{\"waymark\": 1, \"organisations\": [");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_string_append_printf (self->json, "%s{\"id\": \"o%u\", \"name\": \"HOLD-%u-organisation.\"}", i > 0 ? ", " : "", i, i);
  append_list (self->json, "personas");
  g_string_append (self->json, "{\"id\": \"p\", \"name\": \"Ray\"}");
  append_list (self->json, "maps");
  g_string_append (self->json, "{\"id\": \"m\", \"kind\": \"pathway\", \"title\": \"A map\", \"lanes\": [");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_string_append_printf (self->json, "%s{\"id\": \"l%u\", \"kind\": \"%s\", \"title\": \"HOLD-%u-lane.\"}", i > 0 ? ", " : "", i, kinds[i], i);
  append_list (self->json, "steps");
  append_steps (self, random);
  append_list (self->json, "links");
  append_links (self, random);
  append_list (self->json, "scenarios");
  append_scenarios (self, random);
  append_list (self->json, "flags");
  append_flags (self);
  g_string_append (self->json, "]}");
  append_list (self->json, "stories");
  g_string_append (self->json, "{\"id\": \"t\", \"title\": \"A story\", \"consent\": {\"audience\": \"public\", \"attribution\": \"anonymous\"}}");
  append_list (self->json, "evidence");
  append_evidence (self);
  g_string_append (self->json, "]}");
}

static void
generated_clear (Generated *self)
{
  g_string_free (self->json, TRUE);
  g_free (self->lanes);
  g_free (self->from);
  g_free (self->to);
}

/* Of each step, link and lane its own words, where the format has them. */
static void
check_shown (const Generated *self,
             const char      *text,
             WayFormat        format,
             guint            hidden)
{
  for (guint i = 0; i < self->n_steps + self->n_links + G_N_ELEMENTS (kinds); i++)
    {
      guint link = i - self->n_steps, lane = link - self->n_links;
      guint held = i < self->n_steps ? self->lanes[i] : link < self->n_links ? MAX (self->lanes[self->from[link]], self->lanes[self->to[link]]) : lane;
      g_autofree char *word = i < self->n_steps ? g_strdup_printf ("HOLD-%u-step%u.", held, i)
                              : link < self->n_links ? g_strdup_printf ("HOLD-%u-link%u.", held, link) : g_strdup_printf ("HOLD-%u-lane.", lane);

      if ((strstr (text, word) != NULL) != (held < hidden))
        g_test_fail_printf ("%s %s in the format %d without lanes from %u on: %s", word, held < hidden ? "is missing" : "is told", format, hidden, text);
    }
}

/* Of each flag on what was said of a step. */
static void
check_flags_shown (const Generated *self,
                   const char      *text,
                   guint            hidden)
{
  for (guint i = 0; i < self->n_steps; i++)
    {
      g_autofree char *word = g_strdup_printf ("HOLD-%u-of-quote%u.", self->lanes[i], i);

      if ((strstr (text, word) != NULL) != (self->lanes[i] < hidden))
        g_test_fail_printf ("%s is %s without lanes from %u on: %s", word, self->lanes[i] < hidden ? "missing" : "told", hidden, text);
    }
}

/* No word of any kind that has to do with a hidden lane. */
static void
check_hidden (const char *text,
              guint       hidden)
{
  for (guint i = hidden; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *word = g_strdup_printf ("HOLD-%u-", i);

      if (strstr (text, word) != NULL)
        g_test_fail_printf ("%s is told without lanes from %u on: %s", word, hidden, text);
    }
}

static char *
dup_expected (const Generated *self,
              guint            hidden)
{
  guint lanes = G_N_ELEMENTS (kinds) - hidden, steps = 0, links = 0;

  for (guint i = 0; i < self->n_steps; i++)
    steps += self->lanes[i] >= hidden;
  for (guint i = 0; i < self->n_links; i++)
    links += self->lanes[self->from[i]] >= hidden || self->lanes[self->to[i]] >= hidden;
  return lanes == 0 ? NULL
         : g_strdup_printf ("Left out: %u lane%s, %u step%s and %u link%s, with all that is tied to them.", lanes, lanes == 1 ? "" : "s", steps,
                            steps == 1 ? "" : "s", links, links == 1 ? "" : "s");
}

static void
check_reading (const Generated *self,
               WayLens         *lens,
               WayReading       reading)
{
  const WayExportOptions options = { .reading = reading };
  g_autofree char *expected = dup_expected (self, hidden_from[reading]), *said = way_words_dup_left_out (lens, "m", reading, NULL);

  g_assert_cmpstr (said, ==, expected);
  for (WayFormat format = WAY_FORMAT_TEXT; format <= WAY_FORMAT_DOT; format++)
    {
      g_autoptr (GBytes) file = way_export_help_write (lens, "m", format, &options);
      g_autofree char *text = g_strndup (g_bytes_get_data (file, NULL), g_bytes_get_size (file));

      check_shown (self, text, format, hidden_from[reading]);
      if (format == WAY_FORMAT_TEXT)
        check_flags_shown (self, text, hidden_from[reading]);
      check_hidden (text, hidden_from[reading]);
      if (expected != NULL && format != WAY_FORMAT_CSV)
        g_assert_nonnull (strstr (text, expected));
    }
}

static void
test_generated (void)
{
  for (guint32 seed = 1; seed <= 100; seed++)
    {
      Generated generated = { 0 };
      g_autoptr (WayLens) lens = NULL;

      generate (&generated, seed);
      lens = way_export_help_new_lens (generated.json->str, WAY_AUDIENCE_DESK);
      for (WayReading reading = WAY_READING_COMMISSIONER; reading <= WAY_READING_PERSON; reading++)
        check_reading (&generated, lens, reading);
      generated_clear (&generated);
    }
}

/* Chosen steps, with the links between them and the lanes that they stand in. */
static void
test_chosen_steps (void)
{
  const char *const steps[] = { "s-says", "s-gp", "s-alliance", NULL };
  const WayExportOptions all = { .steps = steps }, shown = { .steps = steps, .reading = WAY_READING_PROVIDER };
  g_autoptr (WayLens) lens = way_export_help_read_lens ("WAY_TEST_DATA", "pathway.json", WAY_AUDIENCE_PUBLIC);
  g_autoptr (GBytes) file = way_export_help_write (lens, "path", WAY_FORMAT_MERMAID, &all);
  g_autoptr (GBytes) less = way_export_help_write (lens, "path", WAY_FORMAT_MERMAID, &shown);
  g_autofree char *text = g_strndup (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  g_autofree char *hidden = g_strndup (g_bytes_get_data (less, NULL), g_bytes_get_size (less));

  g_assert_cmpstr (text, ==,
                   "flowchart LR\n"
                   "  subgraph commissioning1 [\"Commissioning\"]\n"
                   "    s19[\"Alliance contract\"]\n"
                   "  end\n"
                   "  subgraph person2 [\"What the person does\"]\n"
                   "    s2[\"Says what matters\"]\n"
                   "  end\n"
                   "  subgraph frontstage3 [\"What they see\"]\n"
                   "    s4[\"GP practice\"]\n"
                   "  end\n"
                   "  s2 --> s4\n"
                   "  classDef gap stroke:#bf3f17,stroke-dasharray:5 5\n");
  g_assert_null (strstr (hidden, "Alliance"));
  g_assert_nonnull (strstr (hidden, "s2 --> s4"));
}

/* Lanes are told as they are drawn, whatever order a file has them in. */
static void
test_lanes (void)
{
  g_autoptr (WayLens) lens = way_export_help_read_lens ("WAY_TEST_DATA", "pathway.json", WAY_AUDIENCE_PUBLIC);
  g_autoptr (GBytes) file = way_export_help_write (lens, "path", WAY_FORMAT_TEXT, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (file, NULL), g_bytes_get_size (file));

  g_assert_nonnull (strstr (text, "\n\nWhat the person does\nWhat they see\nBehind the scenes\nCommissioning\n\n"));
}

/* Beside each quote what was agreed, for whoever may pass the account on. */
static void
test_agreements (void)
{
  static const struct { WayAudience audience; const char *open, *team; } cases[] = {
    { WAY_AUDIENCE_DESK, "date of birth.” · consent: may be published\n", "stopped sleeping.” · consent: for the team\n" },
    { WAY_AUDIENCE_TEAM, "date of birth.” · consent: may be published\n", "stopped sleeping.” · consent: for the team\n" },
    { WAY_AUDIENCE_WORKSHOP, "date of birth.” · consent: may be published\n", NULL },
    { WAY_AUDIENCE_PUBLIC, "date of birth.”\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WayLens) lens = way_export_help_read_lens ("WAY_TEST_DATA", "pathway.json", cases[i].audience);
      g_autoptr (GBytes) file = way_export_help_write (lens, "path", WAY_FORMAT_TEXT, NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (file, NULL), g_bytes_get_size (file));

      g_assert_nonnull (strstr (text, cases[i].open));
      if (cases[i].team != NULL)
        g_assert_nonnull (strstr (text, cases[i].team));
      else
        g_assert_null (strstr (text, "stopped sleeping"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/readings/generated", test_generated);
  g_test_add_func ("/readings/chosen-steps", test_chosen_steps);
  g_test_add_func ("/readings/lanes", test_lanes);
  g_test_add_func ("/readings/agreements", test_agreements);
  return g_test_run ();
}
