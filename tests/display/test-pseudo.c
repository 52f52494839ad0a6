/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The windows in a language of marks: whatever is shown without its brackets escaped translation, whatever is cut off would be cut off
 * in other languages too. The workspace that is shown is written in Greek letters, so that its own words are told from ours. */
#include "windows.h"

#include "app/way-application.h"
#include "base/way-i18n.h"

#include <locale.h>

static const WaySize sizes[] = { { 360, 640 }, { 1280, 720 } };
static AdwApplication *application;

/* TAP's reasons are one line a test; these are many. */
G_GNUC_PRINTF (1, 2) static void
complain (const char *format,
          ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("%s\n", sentence);
  g_test_fail_printf ("%s", sentence);
}

static gboolean
is_ours_untranslated (const char *text)
{
  /* Our texts, markup, paths, numbers and times; then names that are the same everywhere: formats, paper, keys. */
  static GRegex *marked, *same, *letters;
  g_autofree char *rest = NULL, *without = NULL;

  if (marked == NULL)
    {
      marked = g_regex_new ("⟦[^⟦⟧]*⟧|<[^>]*>|[^ ]*/[^ ]*|[0-9][0-9A-Za-z:.,\\x{202f} ]*", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
      same = g_regex_new ("\\b(Waymark|PDF|SVG|PNG|JSON|CSV|DOT|Mermaid|Graphviz|GNU|GPL|Ctrl|Alt|Shift|Super|Esc(ape)?|Enter|Return|Tab|"
                          "Insert|Delete|Home|End|Page (Up|Down)|PageUp|PageDown|Left|Right|Up|Down|Space|BackSpace|Backspace|A[0-4]|F\\d+)\\b",
                          G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
      letters = g_regex_new ("[A-Za-z]{3}", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
    }
  /* Texts stand in texts: those inside go first. */
  rest = g_strdup (text);
  for (guint i = 0; i < 3; i++)
    {
      char *shorter = g_regex_replace_literal (marked, rest, -1, 0, " ", G_REGEX_MATCH_DEFAULT, NULL);

      g_free (rest);
      rest = shorter;
    }
  without = g_regex_replace_literal (same, rest, -1, 0, " ", G_REGEX_MATCH_DEFAULT, NULL);
  return g_regex_match (letters, without, G_REGEX_MATCH_DEFAULT, NULL);
}

static void
check_text (const char *page,
            const char *what,
            const char *text)
{
  if (text != NULL && is_ours_untranslated (text))
    complain ("%s: %s “%s” is not translated", page, what, text);
}

static gboolean
has_tooltip (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;
  return FALSE;
}

/* Words of a map may be shortened where they can be read in full; ours may not, but for titles between the buttons of a header bar. */
static void
check_label (const char *page,
             GtkLabel   *label)
{
  const char *text = gtk_label_get_text (label);

  check_text (page, "the label", text);
  if (pango_layout_is_ellipsized (gtk_label_get_layout (label)) && g_utf8_strchr (text, -1, 0x27E6) != NULL && !has_tooltip (GTK_WIDGET (label)) &&
      !((gtk_widget_has_css_class (GTK_WIDGET (label), "title") || gtk_widget_has_css_class (GTK_WIDGET (label), "subtitle")) &&
        gtk_widget_get_ancestor (GTK_WIDGET (label), ADW_TYPE_HEADER_BAR) != NULL))
    complain ("%s: the label “%s” is cut off", page, text);
}

/* Whether it can be brought into sight sideways. */
static gboolean
scrolls (GtkWidget *widget)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkPolicyType policy = GTK_POLICY_NEVER;

  if (window != NULL)
    gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (window), &policy, NULL);
  return policy != GTK_POLICY_NEVER || gtk_widget_get_ancestor (widget, ADW_TYPE_CAROUSEL) != NULL;
}

/* The part of the window that it is in. */
static const char *
get_part (GtkWidget *widget)
{
  while (widget != NULL && !g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Way"))
    widget = gtk_widget_get_parent (widget);
  return widget != NULL ? G_OBJECT_TYPE_NAME (widget) : "dialog";
}

static void
check_widget (const char *page,
              GtkWidget  *root,
              GtkWidget  *widget)
{
  graphene_rect_t bounds;

  /* Shadows and outlines of libadwaita's own reach out of the window. */
  if (!gtk_widget_get_mapped (widget) || GTK_IS_SCROLLBAR (widget) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwGizmo"))
    return;
  if (GTK_IS_LABEL (widget))
    check_label (page, GTK_LABEL (widget));
  check_text (page, "the tooltip", gtk_widget_get_tooltip_text (widget));
  if (!scrolls (widget) && !GTK_IS_NATIVE (widget) && gtk_widget_compute_bounds (widget, root, &bounds) &&
      (bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (root) + 1))
    {
      complain ("%s: a %s reaches out of the window, from %.0f to %.0f of %d", page, G_OBJECT_TYPE_NAME (widget), bounds.origin.x,
                bounds.origin.x + bounds.size.width, gtk_widget_get_width (root));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_widget (page, root, child);
}

/* What asks for more room than the window has, and holds nothing that does. */
static gboolean
check_room (const char *page,
            GtkWidget  *root,
            GtkWidget  *widget)
{
  int least;
  gboolean inside = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && !GTK_IS_NATIVE (child))
      inside |= check_room (page, root, child);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (inside || scrolls (widget) || least <= gtk_widget_get_width (root))
    return inside;
  complain ("%s: a %s “%s” in a %s wants at least %d pixels", page, G_OBJECT_TYPE_NAME (widget),
            GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "", get_part (widget), least);
  return TRUE;
}

static void
check_window (GtkWindow  *window,
              const char *page)
{
  way_windows_settle ();
  check_room (page, GTK_WIDGET (window), GTK_WIDGET (window));
  check_widget (page, GTK_WIDGET (window), GTK_WIDGET (window));
}

static void
check_action (WayWindow  *window,
              const char *action,
              const WaySize *size)
{
  g_autofree char *page = g_strdup_printf ("%s at %d × %d", action, size->width, size->height);
  AdwDialog *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  check_window (GTK_WINDOW (window), page);
  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))) != NULL)
    {
      adw_dialog_force_close (dialog);
      way_windows_settle ();
    }
}

static void
test_start (gconstpointer data)
{
  WayWindow *window = way_windows_open (application, data, NULL);

  check_window (GTK_WINDOW (window), "the start page");
  check_action (window, "win.show-keys", data);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Each of the panes beside the map. */
static void
check_panes (WayWindow  *window,
             const WaySize *size)
{
  static const char *const panes[] = { "inspector", "outline", "flags", "findings", "personas" };

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      g_autofree char *page = g_strdup_printf ("the pane %s at %d × %d", panes[i], size->width, size->height);

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (way_window_get_view (window)), "view.show-pane", "s", panes[i]));
      check_window (GTK_WINDOW (window), page);
    }
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (way_window_get_view (window)), "view.toggle-pane", NULL));
  way_windows_settle ();
}

static void
test_workspace (gconstpointer data)
{
  static const char *const actions[] = { "win.export", "win.rename-map", "win.show-keys", "win.show-maps" };
  WayWindow *window = way_windows_open (application, data, g_getenv ("WAY_FILE"));

  way_window_show_page (window, "maps");
  check_window (GTK_WINDOW (window), "all maps");
  way_window_show_page (window, "1");
  check_window (GTK_WINDOW (window), "a map");
  check_panes (window, data);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    check_action (window, actions[i], data);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Whether the marks do what they are for. */
static void
test_the_test (void)
{
  g_assert_true (is_ours_untranslated ("Open the Sample"));
  g_assert_true (is_ours_untranslated ("⟦Öpéñ~~⟧ and more"));
  g_assert_false (is_ours_untranslated ("⟦Öpéñ thé %s~~⟧"));
  g_assert_false (is_ours_untranslated ("⟦Ûñdö “⟦Ådd çåŕd~~⟧”~~⟧"));
  g_assert_false (is_ours_untranslated ("Παίρνει τηλέφωνο"));
}

/* gettext looks for texts in a folder for each language. */
static void
use_language (const char *folder)
{
  g_autofree char *inside = g_build_filename (folder, "en_XA", "LC_MESSAGES", NULL);
  g_autofree char *texts = g_build_filename (inside, "waymark.mo", NULL);
  const char *const make[] = { g_getenv ("WAY_PSEUDO"), g_getenv ("WAY_TOP"), texts, NULL };

  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  way_windows_run (make);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_assert_true (g_str_has_prefix (_("Keyboard Shortcuts"), "⟦"));
}

/* Libraries warn where something does not fit; looking goes on. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         data)
{
  if ((level & G_LOG_LEVEL_WARNING) != 0)
    for (gsize i = 0; i < n_fields; i++)
      if (g_str_equal (fields[i].key, "MESSAGE"))
        complain ("%s", (const char *) fields[i].value);
  return g_log_writer_default (level, fields, n_fields, data);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL, *file = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_FLAG_RECURSION);
  g_log_set_writer_func (write_log, NULL, NULL);
  folder = g_dir_make_tmp ("way-pseudo-XXXXXX", &error);
  g_assert_no_error (error);
  use_language (folder);
  file = g_build_filename (folder, "μαζί.waymark", NULL);
  way_windows_make_file (file);
  g_setenv ("WAY_FILE", file, TRUE);
  application = ADW_APPLICATION (way_application_new ());
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/pseudo/the-test", test_the_test);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *start = g_strdup_printf ("/pseudo/start/%d", sizes[i].width);
      g_autofree char *workspace = g_strdup_printf ("/pseudo/workspace/%d", sizes[i].width);

      g_test_add_data_func (start, &sizes[i], test_start);
      g_test_add_data_func (workspace, &sizes[i], test_workspace);
    }
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
