/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked while somebody writes: beside the words and not over them, and without losing any. */
#include "windows.h"

#include "app/way-text-field.h"
#include "canvas/way-canvas-private.h"

static AdwApplication *application;
static char *file;

/* Many, so that the list of them is higher than any room there is for it. */
static void
add_personas (WayWorkspace *workspace)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Add personas");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (WayRecord) persona = way_record_new (WAY_KIND_PERSONA, NULL, NULL);

      way_record_set_text (persona, WAY_PERSONA_NAME, "Somebody");
      way_edit_put (edit, persona);
    }
  way_workspace_apply (workspace, edit, &error);
  g_assert_no_error (error);
}

/* On a small screen too, the list of personas leaves in sight what is being typed. */
static void
test_list_beside_typing (void)
{
  WayWindow *window = way_windows_open (application, &(WaySize) { 360, 600 }, file);
  WayMapContext *context = way_map_view_get_context (way_window_get_view (window));
  WayCanvas *canvas = way_map_context_get_canvas (context);
  WaySpot cell = { .lane = "7" };
  g_autoptr (GPtrArray) stages = NULL;
  graphene_rect_t typed, list;

  add_personas (way_window_get_workspace (window));
  stages = way_map_context_list (context, WAY_KIND_STAGE, way_map_context_get_map (context));
  g_strlcpy (cell.stage, way_record_get_id (stages->pdata[0]), sizeof cell.stage);
  way_canvas_select (canvas, &cell, TRUE);
  g_assert_true (way_canvas_type_new (canvas));
  way_windows_settle ();
  way_canvas_ask_whose (canvas);
  way_windows_settle ();
  g_assert_nonnull (canvas->chooser);
  g_assert_true (gtk_widget_compute_bounds (canvas->editor.view, GTK_WIDGET (canvas), &typed));
  g_assert_true (gtk_widget_compute_bounds (gtk_popover_get_child (GTK_POPOVER (canvas->chooser)), GTK_WIDGET (canvas), &list));
  g_assert_cmpfloat (list.size.height, >, 60);
  g_assert_false (graphene_rect_intersection (&typed, &list, NULL));
  gtk_popover_popdown (GTK_POPOVER (canvas->chooser));
  way_windows_settle ();
  gtk_window_destroy (GTK_WINDOW (window));
  way_windows_settle ();
}

static void
find_fields (GtkWidget *widget,
             GPtrArray *fields)
{
  if (WAY_IS_TEXT_FIELD (widget))
    g_ptr_array_add (fields, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_fields (child, fields);
}

/* The first field of the flag that is asked for. */
static WayTextField *
ask_for_flag (WayWindow *window)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-flag", NULL);
  way_windows_settle ();
  find_fields (GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))), fields);
  g_assert_cmpuint (fields->len, ==, 2);
  return fields->pdata[0];
}

static void
assert_says (WayTextField *field,
             const char   *wanted)
{
  g_autofree char *text = way_text_field_dup_text (field);

  g_assert_cmpstr (text, ==, wanted);
}

/* What was written of a flag that was not pinned is there again, until it is taken out. */
static void
test_flag_is_not_lost (void)
{
  WayWindow *window = way_windows_open (application, &(WaySize) { 900, 600 }, file);
  WayTextField *field = ask_for_flag (window);

  assert_says (field, "");
  way_text_field_set_text (field, "Who rings on a Sunday?");
  adw_dialog_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  way_windows_settle ();
  field = ask_for_flag (window);
  assert_says (field, "Who rings on a Sunday?");
  way_text_field_set_text (field, "");
  adw_dialog_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  way_windows_settle ();
  assert_says (ask_for_flag (window), "");
  gtk_window_destroy (GTK_WINDOW (window));
  way_windows_settle ();
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  int status;

  application = way_windows_begin (&argc, &argv, "asking", &folder);
  file = g_build_filename (folder, "marked.waymark", NULL);
  way_windows_make_file (file);
  g_test_add_func ("/asking/beside-typing", test_list_beside_typing);
  g_test_add_func ("/asking/flag-is-not-lost", test_flag_is_not_lost);
  status = g_test_run ();
  g_clear_object (&application);
  g_free (file);
  return status;
}
