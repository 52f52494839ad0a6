/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words are looked up, and where. */
#include "canvas/way-spelling-words.h"

static void
assert_words (const char *text,
              const char *language,
              const char *wanted)
{
  g_autoptr (GArray) words = way_spelling_list_words (text, language);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const WaySpelledWord *word = &g_array_index (words, WaySpelledWord, i);
      g_autofree char *spelling = g_utf8_substring (text, word->start, word->end);

      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", spelling);
    }
  g_assert_cmpstr (found->str, ==, wanted);
}

static void
test_words (void)
{
  assert_words ("", "en_GB", "");
  assert_words ("a", "en_GB", "");
  assert_words ("Calls the surgery, twice.", "en_GB", "Calls|the|surgery|twice");
  assert_words ("Can’t don't", "en_GB", "Can’t|don't");
  assert_words ("naïve café 🙂 über", "en_GB", "naïve|café|über");
  assert_words ("first\nsecond\u2028third", "en_GB", "first|second|third");
}

static void
test_what_no_dictionary_has (void)
{
  assert_words ("the GP and CMHT in Y2K, 2nd", "en_GB", "the|and|in");
  assert_words ("GPs know", "en_GB", "GPs|know");
  assert_words ("write ann@clinic.example or see https://clinic.example/help-page now", "en_GB", "write|or|see|now");
  assert_words ("clinic.example", "en_GB", "");
}

static void
test_scripts (void)
{
  assert_words ("hello 日本語 привет مرحبا", "en_GB", "hello");
  assert_words ("hello привет", "ru_RU", "привет");
  assert_words ("hello مرحبا", "ar", "مرحبا");
}

static void
assert_codes (const char *language,
              const char *own,
              const char *wanted)
{
  g_auto (GStrv) names = g_strsplit (own, " ", -1);
  g_auto (GStrv) codes = way_spelling_list_codes (language, (const char *const *) names);
  g_autofree char *found = g_strjoinv (" ", codes);

  g_assert_cmpstr (found, ==, wanted);
}

static void
test_codes (void)
{
  const char *own = "en_GB.UTF-8 en_GB en.UTF-8 en cy_GB cy C";

  assert_codes (NULL, own, "en_GB en cy_GB cy");
  assert_codes ("", "C.UTF-8 C", "");
  assert_codes ("cy", own, "cy_GB cy");
  assert_codes ("en-US", own, "en_US en");
  assert_codes ("en", own, "en_GB en");
  assert_codes ("fr", own, "fr");
  assert_codes ("e", own, "e");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spelling-words/words", test_words);
  g_test_add_func ("/spelling-words/what-no-dictionary-has", test_what_no_dictionary_has);
  g_test_add_func ("/spelling-words/scripts", test_scripts);
  g_test_add_func ("/spelling-words/codes", test_codes);
  return g_test_run ();
}
