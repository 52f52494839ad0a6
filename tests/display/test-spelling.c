/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spelling in text views, side by side. */
#include "canvas/way-spelling.h"

typedef struct
{
  GtkWidget *window;
  GtkTextView *views[2];
  WaySpelling *spellings[2];
} Views;

static void
set_up (Views      *views,
        const char *first,
        const char *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *languages[] = { first, second };

  views->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (views->window), box);
  for (guint i = 0; i < 2; i++)
    {
      views->views[i] = GTK_TEXT_VIEW (gtk_text_view_new ());
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (views->views[i]));
      views->spellings[i] = way_spelling_attach (views->views[i]);
      way_spelling_set_language (views->spellings[i], languages[i]);
    }
  gtk_window_present (GTK_WINDOW (views->window));
}

static void
put (GtkTextView *view,
     const char  *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

static char *
dup_text (GtkTextView *view)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (view), &start, &end);
  return gtk_text_buffer_get_text (gtk_text_view_get_buffer (view), &start, &end, TRUE);
}

/* The marked pieces, with bars between. */
static char *
dup_marked (GtkTextView *view)
{
  GString *marked = g_string_new (NULL);
  GtkTextIter at, start;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &at);
  for (start = at;; start = at)
    {
      gboolean more = gtk_text_iter_forward_to_tag_toggle (&at, NULL);
      g_autoptr (GSList) tags = gtk_text_iter_get_tags (&start);

      if (tags != NULL)
        {
          g_autofree char *piece = gtk_text_iter_get_text (&start, &at);

          g_string_append_printf (marked, "%s%s", marked->len > 0 ? "|" : "", piece);
        }
      if (!more)
        return g_string_free_and_steal (marked);
    }
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_marked (GtkTextView *view,
             const char  *wanted)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  guint tick = g_timeout_add (50, tick_cb, NULL);
  g_autofree char *marked = dup_marked (view);

  while (!g_str_equal (marked, wanted) && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (marked);
      marked = dup_marked (view);
    }
  g_source_remove (tick);
  g_assert_cmpstr (marked, ==, wanted);
}

static void
assert_marked (GtkTextView *view,
               const char  *wanted)
{
  g_autofree char *marked = dup_marked (view);

  g_assert_cmpstr (marked, ==, wanted);
}

static void
test_marks (void)
{
  const char *words = "Teh appointment, don't and can’t: a café in wubbled NHS letters.";
  Views views;
  g_autofree char *text = NULL;

  set_up (&views, "en-GB", "en-GB");
  put (views.views[0], words);
  wait_marked (views.views[0], "Teh|wubbled");
  text = dup_text (views.views[0]);
  g_assert_cmpstr (text, ==, words);
  gtk_window_destroy (GTK_WINDOW (views.window));
}

/* The first is asked about before the second is, and longer. */
static void
test_without_dictionary (void)
{
  Views views;

  set_up (&views, "tlh", "en-GB");
  put (views.views[0], "Teh wubbled letter");
  put (views.views[1], "Teh wubbled letter");
  wait_marked (views.views[1], "Teh|wubbled");
  put (views.views[1], "Wubbled teh letter");
  wait_marked (views.views[1], "Wubbled|teh");
  assert_marked (views.views[0], "");
  /* It gets one. */
  way_spelling_set_language (views.spellings[0], "en-GB");
  wait_marked (views.views[0], "Teh|wubbled");
  way_spelling_set_language (views.spellings[0], "tlh");
  assert_marked (views.views[0], "");
  gtk_window_destroy (GTK_WINDOW (views.window));
}

static void
test_turned_off (void)
{
  Views views;

  set_up (&views, "en-GB", "en-GB");
  put (views.views[0], "Teh letter");
  wait_marked (views.views[0], "Teh");
  g_object_set (views.spellings[0], "check", FALSE, NULL);
  assert_marked (views.views[0], "");
  put (views.views[0], "A wubbled letter");
  put (views.views[1], "A wubbled letter");
  wait_marked (views.views[1], "wubbled");
  assert_marked (views.views[0], "");
  g_object_set (views.spellings[0], "check", TRUE, NULL);
  wait_marked (views.views[0], "wubbled");
  gtk_window_destroy (GTK_WINDOW (views.window));
}

/* What is typed is left alone while it is. */
static void
test_typing (void)
{
  Views views;
  GtkTextBuffer *buffer;

  set_up (&views, "en-GB", "en-GB");
  buffer = gtk_text_view_get_buffer (views.views[0]);
  put (views.views[0], "");
  gtk_text_buffer_insert_at_cursor (buffer, "Teh wub", -1);
  wait_marked (views.views[0], "Teh");
  gtk_text_buffer_insert_at_cursor (buffer, "bled", -1);
  /* The typist rests. */
  wait_marked (views.views[0], "Teh|wubbled");
  gtk_window_destroy (GTK_WINDOW (views.window));
}

/* Nobody waits for a dictionary that is still being read. */
static void
test_gone_before_read (void)
{
  Views views;

  set_up (&views, "en-GB", "en");
  put (views.views[0], "Teh letter");
  gtk_window_destroy (GTK_WINDOW (views.window));
  set_up (&views, "en-GB", "en");
  put (views.views[1], "Teh letter");
  wait_marked (views.views[1], "Teh");
  gtk_window_destroy (GTK_WINDOW (views.window));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/spelling/gone-before-read", test_gone_before_read);
  g_test_add_func ("/spelling/marks", test_marks);
  g_test_add_func ("/spelling/without-dictionary", test_without_dictionary);
  g_test_add_func ("/spelling/turned-off", test_turned_off);
  g_test_add_func ("/spelling/typing", test_typing);
  return g_test_run ();
}
