/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waits are understood as people say them in the languages that Waymark speaks, with what is in po/. */
#include "base/way-i18n.h"
#include "base/way-wait.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>

typedef struct
{
  const char *text;
  double days;
} Said;

/* The translations that are in po/, for the language that this program is run in. */
static void
speak (void)
{
  const char *language = g_getenv ("LANGUAGE");
  g_autofree char *folder = g_dir_make_tmp ("way-test-XXXXXX", NULL), *messages = g_build_filename (folder, language, "LC_MESSAGES", NULL);
  g_autofree char *catalog = g_build_filename (messages, GETTEXT_PACKAGE ".mo", NULL);
  g_autofree char *name = g_strconcat (language, ".po", NULL), *po = g_build_filename (g_getenv ("WAY_PO"), name, NULL);
  const char *command[] = { "msgfmt", "-o", catalog, po, NULL };
  g_autofree char *above = g_path_get_dirname (messages);
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_no_errno (g_mkdir_with_parents (messages, 0700));
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_assert_cmpstr (_("Card deleted"), !=, "Card deleted");
  g_assert_no_errno (g_remove (catalog));
  g_assert_no_errno (g_rmdir (messages));
  g_assert_no_errno (g_rmdir (above));
  g_assert_no_errno (g_rmdir (folder));
}

static void
check (const Said *said,
       guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      double days;

      way_wait_parse (said[i].text, &days, &error);
      g_assert_no_error (error);
      if (fabs (days - said[i].days) > 0.5 / 1440)
        g_error ("“%s” is %g days, and not %g", said[i].text, days, said[i].days);
    }
  for (guint i = 0; i < 12000; i++)
    {
      double days = (i < 4000 ? i : (i - 4000) * 360) / 1440., again;
      g_autofree char *label = way_wait_dup_label (days);
      g_autoptr (GError) error = NULL;

      way_wait_parse (label, &again, &error);
      g_assert_no_error (error);
      if (again != days)
        g_error ("%g days are “%s”, which is %g", days, label, again);
    }
}

/* Two of something are one word, and “and” is written with the word after it. */
static void
test_arabic (void)
{
  static const Said said[] = {
    { "أسبوع", 7 }, { "أسبوع واحد", 7 }, { "أسبوعان", 14 }, { "أسبوعين", 14 }, { "اسبوعين", 14 }, { "3 أسابيع", 21 }, { "٣ أسابيع", 21 },
    { "ثلاثة أسابيع", 21 }, { "11 أسبوعًا", 77 }, { "11 اسبوعا", 77 }, { "يوم", 1 }, { "يومان", 2 }, { "يومين", 2 }, { "يوم ونصف", 1.5 },
    { "يومين ونصف", 2.5 }, { "أسبوعين ونصف", 17.5 }, { "أسبوع ويوم", 8 }, { "أسبوع ويومان", 9 }, { "أسبوع و3 أيام", 10 },
    { "أسبوع وثلاثة أيام", 10 }, { "أسبوع، يومان", 9 }, { "شهر وأسبوعين", 44 }, { "شهرين", 60 }, { "سنة", 365 }, { "سنتين", 730 },
    { "ساعتان", 1 / 12. }, { "نصف ساعة", 0.5 / 24 }, { "نصف يوم", 0.5 }, { "بين يومين و3 أيام", 3 }, { "بين 2 و3 أيام", 3 },
    { "من يومين إلى أسبوع", 7 }, { "2–3 أيام", 3 }, { "2 أو 3 أيام", 3 }, { "خلال أسبوعين", 14 }, { "حوالي شهر", 30 },
    { "3 أسابيع تقريبًا", 21 }, { "5 أيام عمل", 7 }, { "يومي عمل", 2 }, { "غدًا", 1 }, { "اليوم التالي", 1 }, { "فورًا", 0 }, { "بلا انتظار", 0 },
    { "1،5 يوم", 1.5 }, { "1٫5 يوم", 1.5 }, { "3 weeks", 21 },
    { "ثمانية عشر أسبوعًا", 126 }, { "ثمانية عشر اسبوعا", 126 }, { "خمس عشرة دقيقة", 15 / 1440. }, { "عشرون يومًا", 20 }, { "عشرين يوما", 20 },
    { "خمسة وعشرون يومًا", 25 }, { "خمسة وعشرين يوما", 25 }, { "ثمان وأربعون ساعة", 2 }, { "مئة يوم", 100 }, { "مائة وعشرون يومًا", 120 },
    { "مئة وخمسة وعشرين يوما", 125 }, { "مئتا يوم", 200 }, { "بين ثلاثة وعشرين يومًا", 20 }, { "من عشرين إلى ثلاثين يومًا", 30 },
    { "ربع ساعة", 0.25 / 24 }, { "ثلاثة أرباع ساعة", 0.75 / 24 }, { "ساعة وربع", 1.25 / 24 }, { "ساعتين وربع", 2.25 / 24 },
    { "يومين وربع", 2.25 }, { "تسعون يوما تقريبا", 90 }, { "ما يقارب 3 أسابيع", 21 }, { "في المتوسط 3 أسابيع", 21 },
    { "مدة انتظار 3 أسابيع", 21 }, { "3 أسابيع عادةً", 21 }, { "على الفور", 0 }, { "اليوم", 0 }, { "الليلة", 0 }, { "في الحال", 0 },
  };
  double days;

  check (said, G_N_ELEMENTS (said));
  g_assert_false (way_wait_parse ("ربع", &days, NULL));
  g_assert_false (way_wait_parse ("يوما ما", &days, NULL));
  g_assert_false (way_wait_parse ("و3 أيام وأسبوع", &days, NULL));
}

/* Words change their first letter after others, and some say two or three of a unit. */
static void
test_welsh (void)
{
  static const Said said[] = {
    { "wythnos", 7 }, { "3 wythnos", 21 }, { "tair wythnos", 21 }, { "pythefnos", 14 }, { "bythefnos", 14 }, { "blwyddyn", 365 },
    { "2 flynedd", 730 }, { "5 mlynedd", 1825 }, { "hanner awr", 0.5 / 24 }, { "yfory", 1 }, { "rhwng 2 a 3 wythnos", 21 }, { "3 weeks", 21 },
    { "rhwng dau a thri diwrnod", 3 }, { "deuddydd", 2 }, { "tridiau", 3 }, { "hyd at dridiau", 3 }, { "deufis", 60 }, { "teirawr", 0.125 },
    { "wythnos a deuddydd", 9 }, { "wythnos a hanner", 10.5 }, { "1 wythnos a 2 ddiwrnod", 9 }, { "o 2 i 3 mis", 90 }, { "diwrnod neu ddau", 2 },
    { "2–3 diwrnod", 3 }, { "cwpl o wythnosau", 14 }, { "5 o ddyddiau", 5 }, { "hyd at dair wythnos", 21 }, { "ymhen pythefnos", 14 },
    { "o fewn mis", 30 }, { "3 wythnos neu fwy", 21 }, { "tua chwe mis", 180 }, { "yr wythnos nesaf", 7 }, { "10 diwrnod gwaith", 14 },
    { "3 wythnos o aros", 21 }, { "drannoeth", 1 }, { "yn syth", 0 }, { "heb aros", 0 }, { "9d", 9 },
    { "un deg wyth wythnos", 126 }, { "deunaw wythnos", 126 }, { "pymtheg diwrnod", 15 }, { "ugain munud", 20 / 1440. }, { "dau ddeg un diwrnod", 21 },
    { "wyth ar hugain o ddiwrnodau", 28 }, { "dau ddeg pedwar awr", 1 }, { "deugain diwrnod", 40 }, { "dau a deugain o ddyddiau", 42 },
    { "naw deg o ddyddiau", 90 }, { "can niwrnod", 100 }, { "cant a deg o ddyddiau", 110 }, { "rhwng deg ac ugain diwrnod", 20 },
    { "rhwng dau ac ugain diwrnod", 20 }, { "chwarter awr", 0.25 / 24 }, { "tri chwarter awr", 0.75 / 24 }, { "awr a chwarter", 1.25 / 24 },
    { "dwyawr a thri chwarter", 2.75 / 24 }, { "bron i dair wythnos", 21 }, { "3 wythnos fel arfer", 21 }, { "fel arfer 3 wythnos", 21 },
    { "hanner cant o ddyddiau", 50 }, { "yn y fan a’r lle", 0 }, { "heddiw", 0 }, { "heno", 0 },
  };
  double days;

  check (said, G_N_ELEMENTS (said));
  g_assert_false (way_wait_parse ("chwarter", &days, NULL));
  g_assert_false (way_wait_parse ("rhyw ddiwrnod braf", &days, NULL));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  speak ();
  if (g_str_equal (g_getenv ("LANGUAGE"), "ar"))
    g_test_add_func ("/base/wait/arabic", test_arabic);
  else
    g_test_add_func ("/base/wait/welsh", test_welsh);

  return g_test_run ();
}
