/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said to the person in front of a window. */
#include "app/way-toast.h"

#define PATIENCE_MS 2500

typedef struct
{
  GtkWidget *window, *near_by;
} Said;

static gboolean
says (GtkWidget  *widget,
      const char *words)
{
  if (!gtk_widget_get_child_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

static void
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* Sooner than a toast goes by itself. */
static void
expect (Said       *said,
        const char *words)
{
  gboolean late = FALSE;
  guint source = g_timeout_add_once (PATIENCE_MS, late_cb, &late);

  while (!late && !says (said->window, words))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (source);
}

static void
set_up (Said         *said,
        gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  said->window = gtk_window_new ();
  said->near_by = gtk_label_new ("Map");
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), said->near_by);
  gtk_window_set_child (GTK_WINDOW (said->window), overlay);
  gtk_window_present (GTK_WINDOW (said->window));
  expect (said, "Map");
}

static void
tear_down (Said         *said,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (said->window));
}

/* Who exports twice, or deletes after exporting, hears of the second at once and not ten seconds later. */
static void
test_the_last_comes_first (Said         *said,
                           gconstpointer data)
{
  way_toast_say (said->near_by, "Exported one");
  expect (said, "Exported one");
  way_toast_say (said->near_by, "Exported two");
  expect (said, "Exported two");
}

/* What was covered is not lost: it comes back when what covered it is taken back. */
static void
test_what_was_covered_comes_back (Said         *said,
                                  gconstpointer data)
{
  way_toast_say (said->near_by, "Exported one");
  expect (said, "Exported one");
  way_toast_offer_undo (said->near_by, "Card deleted");
  expect (said, "Card deleted");
  way_toast_forget_undo (ADW_TOAST_OVERLAY (gtk_widget_get_parent (said->near_by)));
  expect (said, "Exported one");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/toast/the-last-comes-first", Said, NULL, set_up, test_the_last_comes_first, tear_down);
  g_test_add ("/toast/what-was-covered-comes-back", Said, NULL, set_up, test_what_was_covered_comes_back, tear_down);
  return g_test_run ();
}
