/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for lengths of time, in English and in the user's language. */
#include "base/way-wait-words.h"

#include "base/way-i18n.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ARABIC_COMMA 0x060c
#define MINUS_SIGN 0x2212
#define LESS_OR_EQUAL 0x2264
#define MORE_OR_EQUAL 0x2265

/* All of these are lists of what people type, with | between. Both the English words and the translated ones are understood. */
static const char *const unit_words[WAY_N_WAIT_UNITS] = {
  /* Translators: what people may type for a length of time, with | between: short forms, singular, plural, cases. The English words
   * are understood too, and so are the words with which Waymark says it. The longest that fits counts. A word that says a number
   * with the unit, as a dual does, has the number after it: “fortnight=2” among weeks. */
  [WAY_WAIT_YEAR] = NC_("words typed for a wait", "years|year|yrs|yr|y"),
  [WAY_WAIT_MONTH] = NC_("words typed for a wait", "months|month|mths|mth|mos|mo"),
  [WAY_WAIT_FORTNIGHT] = NC_("words typed for a wait", "fortnights|fortnight"),
  [WAY_WAIT_WEEK] = NC_("words typed for a wait", "weeks|week|wks|wk|w"),
  [WAY_WAIT_WORKING_DAY] = NC_("words typed for a wait", "working days|working day|business days|business day|workdays|workday|weekdays|weekday"),
  [WAY_WAIT_DAY] = NC_("words typed for a wait", "days|day|d|nights|night"),
  [WAY_WAIT_HOUR] = NC_("words typed for a wait", "hours|hour|hrs|hr|h"),
  [WAY_WAIT_MINUTE] = NC_("words typed for a wait", "minutes|minute|mins|min"),
};

static const struct { const char *words; double value; } number_words[] = {
  /* Translators: words typed for ½, as in “half a day”. */
  { NC_("words typed for a wait", "half an|half a|half of a|half"), 0.5 },
  /* Translators: words typed for 1, as in “a week” or “the next day”. */
  { NC_("words typed for a wait", "the next|next|a single|one|an|a"), 1 },
  { NC_("words typed for a wait", "a couple of|couple of|two"), 2 },
  { NC_("words typed for a wait", "three"), 3 },
  { NC_("words typed for a wait", "four"), 4 },
  { NC_("words typed for a wait", "five"), 5 },
  { NC_("words typed for a wait", "six"), 6 },
  { NC_("words typed for a wait", "seven"), 7 },
  { NC_("words typed for a wait", "eight"), 8 },
  { NC_("words typed for a wait", "nine"), 9 },
  { NC_("words typed for a wait", "ten"), 10 },
  { NC_("words typed for a wait", "eleven"), 11 },
  { NC_("words typed for a wait", "twelve"), 12 },
  /* Translators: larger numbers, each with its value after “=”. Those from 20 on may have one from 1 to 9 behind them, as in
   * “twenty-one”, or before them and a word for “and”; a hundred may have “and” and a smaller one behind it. */
  { NC_("words typed for a wait", "a dozen=12|dozen=12|thirteen=13|fourteen=14|fifteen=15|sixteen=16|seventeen=17|eighteen=18|nineteen=19|twenty=20|"
                                  "thirty=30|forty=40|fifty=50|sixty=60|seventy=70|eighty=80|ninety=90|a hundred=100|one hundred=100|hundred=100"), 0 },
  { NC_("words typed for a wait", "a couple|couple"), 2 },
  /* Translators: words typed for ¼ and ¾, as in “a quarter of an hour” and “an hour and a quarter”. */
  { NC_("words typed for a wait", "a quarter of an|quarter of an|a quarter of a|quarter of a|a quarter|quarter"), 0.25 },
  { NC_("words typed for a wait",
        "three quarters of an|three quarters of a|three-quarters of an|three-quarters of a|three quarters|three-quarters"), 0.75 },
};

static const char *const words_of[] = {
  /* Translators: words typed for no wait at all. */
  [WAY_WAIT_NONE] = NC_("words typed for a wait", "no wait|none|the same day|same day|straight away|immediately|at once|now|nil"),
  [WAY_WAIT_TOMORROW] = NC_("words typed for a wait", "tomorrow|overnight"),
  /* Translators: words that may stand before a wait and change nothing, as in “up to 3 weeks”. */
  [WAY_WAIT_BEFORE] = NC_("words typed for a wait",
                          "up to|at most|no more than|less than|under|within|about|around|roughly|at least|more than|over|after|in"),
  /* Translators: words that may stand after a wait and change nothing, as in “3 weeks or more”. */
  [WAY_WAIT_AFTER] = NC_("words typed for a wait", "or more|or so|or less|at most|maximum|max|on average|later|wait"),
  /* Translators: words before the two ends of a wait, as in “between 2 and 3 days”. */
  [WAY_WAIT_BETWEEN] = NC_("words typed for a wait", "between|from"),
  /* Translators: words between the two ends of a wait, as in “2 to 3 days”; dashes are understood anyway. */
  [WAY_WAIT_RANGE] = NC_("words typed for a wait", "to|or"),
  /* Translators: words between two parts of a wait, as in “1 week and 2 days”. One that is written together with the word after it has
   * + behind it, as in “and+”. */
  [WAY_WAIT_JOIN] = NC_("words typed for a wait", "and"),
  /* Translators: words after a number or a unit, as in “one and a half weeks” and “a week and a half”. */
  [WAY_WAIT_AND_A_HALF] = NC_("words typed for a wait", "and a half"),
};

/* More words of some of these. */
static const char *const further_words_of[G_N_ELEMENTS (words_of)] = {
  /* Translators: more words typed for no wait at all. */
  [WAY_WAIT_NONE] = NC_("words typed for a wait", "immediate|instant|instantly|straightaway|right away|on the spot|zero|nothing|today|later today|tonight"),
  /* Translators: more words that may stand before a wait and change nothing, as in “approx. 3 weeks”. */
  [WAY_WAIT_BEFORE] = NC_("words typed for a wait",
                          "approximately|approx.|approx|circa|ca.|ca|c.|c|nearly|almost|maybe|perhaps|usually|typically|on average|an average of|a wait of|wait of"),
  /* Translators: more words that may stand after a wait and change nothing, as in “3 weeks approx.”. */
  [WAY_WAIT_AFTER] = NC_("words typed for a wait", "approximately|approx|roughly|minimum|average|delay|waiting time|waiting"),
};

/* One way of writing for all: folded, plain digits and letters, a⁄b for ½, - for every dash, and no marks that nobody sees. */
char *
way_wait_prepare (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autofree char *composed = NULL;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text), parts[8];
      gsize n = g_unichar_fully_decompose (letter, TRUE, parts, G_N_ELEMENTS (parts));

      if (n == 3 && parts[1] == WAY_WAIT_FRACTION_SLASH)
        g_string_append_printf (plain, " %c\u2044%c", (char) parts[0], (char) parts[2]);
      else if (letter == ARABIC_COMMA)
        g_string_append_c (plain, ',');
      else if (g_unichar_type (letter) == G_UNICODE_DASH_PUNCTUATION || letter == MINUS_SIGN)
        g_string_append_c (plain, '-');
      else if (letter == LESS_OR_EQUAL || letter == MORE_OR_EQUAL)
        g_string_append_c (plain, '<');
      else if (g_unichar_type (letter) != G_UNICODE_FORMAT)
        g_string_append_unichar (plain, letter);
    }
  composed = g_utf8_normalize (plain->str, -1, G_NORMALIZE_ALL_COMPOSE);
  return composed != NULL ? g_utf8_casefold (composed, -1) : NULL;
}

void
way_wait_skip_space (const char **at)
{
  while (**at != '\0' && g_unichar_isspace (g_utf8_get_char (*at)))
    *at = g_utf8_next_char (*at);
}

/* One word as it is looked for: folded and composed. What stands alone is not found in the beginning of a longer word. */
typedef struct
{
  char *text;
  gsize length;
  guint times;                /* the number that a word for a unit says with it, mostly 1 */
  gboolean stands_alone;
} Word;

/* Where the words of a list stand among all words. */
typedef struct
{
  guint first, n;
} List;

static struct
{
  GArray *words;              /* Word */
  List units[WAY_N_WAIT_UNITS], numbers[G_N_ELEMENTS (number_words)], others[G_N_ELEMENTS (words_of)], further[G_N_ELEMENTS (words_of)];
} known;

static void
add_word (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  Word word = { .text = plain != NULL ? g_utf8_casefold (plain, -1) : g_strdup (""), .times = 1 };
  char *number = strchr (word.text, '=');
  gboolean is_attached = g_str_has_suffix (word.text, "+");

  if (number != NULL)
    {
      *number = '\0';
      word.times = MAX (1, atoi (number + 1));
    }
  else if (is_attached)
    word.text[strlen (word.text) - 1] = '\0';
  word.length = strlen (word.text);
  word.stands_alone = word.length > 0 && !is_attached && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (word.text + word.length)));
  g_array_append_val (known.words, word);
}

static void
add_list (List       *list,
          const char *words)
{
  const char *translated = g_dpgettext2 (GETTEXT_PACKAGE, "words typed for a wait", words);
  g_auto (GStrv) own = g_strsplit (words, "|", -1), theirs = translated != words ? g_strsplit (translated, "|", -1) : NULL;

  list->first = known.words->len;
  for (guint i = 0; own[i] != NULL; i++)
    add_word (own[i]);
  for (guint i = 0; theirs != NULL && theirs[i] != NULL; i++)
    add_word (theirs[i]);
  list->n = known.words->len - list->first;
}

/* The words of our own labels are understood, in every form that they have in the user's language. */
static void
add_labels (List        *list,
            WayWaitUnit  unit)
{
  static const guint counts[] = { 1, 2, 3, 5, 11, 100 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *label = way_wait_dup_counted (unit, counts[i]);
      g_autofree char *number = g_strdup_printf ("%u", counts[i]);

      if (label != NULL && g_str_has_prefix (label, number))
        add_word (g_strstrip (label + strlen (number)));
    }
  list->n = known.words->len - list->first;
}

/* The language does not change while a program runs, so that the words are looked up once. */
static void
know_words (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;
  known.words = g_array_new (FALSE, FALSE, sizeof (Word));
  for (WayWaitUnit unit = 0; unit < WAY_N_WAIT_UNITS; unit++)
    {
      add_list (&known.units[unit], unit_words[unit]);
      add_labels (&known.units[unit], unit);
    }
  for (guint i = 0; i < G_N_ELEMENTS (number_words); i++)
    add_list (&known.numbers[i], number_words[i].words);
  for (guint i = 0; i < G_N_ELEMENTS (words_of); i++)
    {
      add_list (&known.others[i], words_of[i]);
      if (further_words_of[i] != NULL)
        add_list (&known.further[i], further_words_of[i]);
    }
  g_once_init_leave (&done, 1);
}

/* The longest word of a list that the text goes on with, or NULL. */
static const Word *
match_list (const char *at,
            const List *list)
{
  const Word *longest = NULL;

  for (guint i = 0; i < list->n; i++)
    {
      const Word *word = &g_array_index (known.words, Word, list->first + i);

      if (word->length > (longest != NULL ? longest->length : 0) && strncmp (at, word->text, word->length) == 0 &&
          !(word->stands_alone && g_unichar_isalpha (g_utf8_get_char (at + word->length))))
        longest = word;
    }
  return longest;
}

/* Moves past words of one sort, where the text goes on with them. */
gboolean
way_wait_skip (const char   **at,
               WayWaitWords   words)
{
  const Word *word, *further;

  know_words ();
  way_wait_skip_space (at);
  word = match_list (*at, &known.others[words]);
  further = match_list (*at, &known.further[words]);
  if (further != NULL && (word == NULL || further->length > word->length))
    word = further;
  if (word != NULL)
    *at += word->length;
  return word != NULL;
}

static gboolean
read_number (const char **at,
             double      *value)
{
  gsize longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (number_words); i++)
    {
      const Word *word = match_list (*at, &known.numbers[i]);

      if (word != NULL && word->length > longest)
        {
          longest = word->length;
          *value = number_words[i].value > 0 ? number_words[i].value : word->times;
        }
    }
  *at += longest;
  return longest > 0;
}

/* " and ten" behind a number in letters, where that makes one number of both. */
static gboolean
read_joined (const char **at,
             double      *value)
{
  const char *rest = *at;
  gboolean is_hundred = *value >= 100, is_one = *value >= 1 && *value < 10;
  double more;

  if (!(is_hundred || is_one) || !way_wait_skip (&rest, WAY_WAIT_JOIN) || !way_wait_read_number (&rest, FALSE, &more))
    return FALSE;
  if (is_hundred ? more < 1 || more >= 100 : more < 20 || more >= 100 || floor (more / 10) * 10 != more)
    return FALSE;
  *value += more;
  *at = rest;
  return TRUE;
}

/* Moves past a number in letters, which may take several words: "twenty-one", "a hundred and ten", and in languages where ones come first
 * "one and twenty". After "between" a word for "and" stands before the other end. */
gboolean
way_wait_read_number (const char **at,
                      gboolean     between,
                      double      *value)
{
  const char *rest;
  double ones;

  know_words ();
  way_wait_skip_space (at);
  if (!read_number (at, value))
    return FALSE;
  if (!between && read_joined (at, value))
    return TRUE;
  rest = *at;
  way_wait_skip_space (&rest);
  rest += *rest == '-';
  if (*value >= 20 && *value < 100 && read_number (&rest, &ones) && ones >= 1 && ones < 10)
    {
      *value += ones;
      *at = rest;
    }
  return TRUE;
}

/* A length of time in words, with a number that is not nought; the plural form of some languages says the number itself. */
char *
way_wait_dup_counted (WayWaitUnit unit,
                      guint       n)
{
  switch ((guint) unit)
    {
    case WAY_WAIT_YEAR:
      return g_strdup_printf (ngettext ("%u year", "%u years", n), n);
    case WAY_WAIT_MONTH:
      return g_strdup_printf (ngettext ("%u month", "%u months", n), n);
    case WAY_WAIT_WEEK:
      return g_strdup_printf (ngettext ("%u week", "%u weeks", n), n);
    case WAY_WAIT_DAY:
      return g_strdup_printf (ngettext ("%u day", "%u days", n), n);
    case WAY_WAIT_HOUR:
      return g_strdup_printf (ngettext ("%u hour", "%u hours", n), n);
    case WAY_WAIT_MINUTE:
      return g_strdup_printf (ngettext ("%u minute", "%u minutes", n), n);
    default:
      return NULL;
    }
}

/* Moves past a unit: the longest word that fits, and the number that it says with it. */
gboolean
way_wait_read_unit (const char  **at,
                    WayWaitUnit  *unit,
                    guint        *times)
{
  gsize longest = 0;

  know_words ();
  way_wait_skip_space (at);
  for (WayWaitUnit each = 0; each < WAY_N_WAIT_UNITS; each++)
    {
      const Word *word = match_list (*at, &known.units[each]);

      if (word != NULL && word->length > longest)
        {
          longest = word->length;
          *unit = each;
          *times = word->times;
        }
    }
  *at += longest;
  return longest > 0;
}
