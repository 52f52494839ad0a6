/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pathway that was edited in a window looks the same in the window that opens it next, and to whoever makes a picture of its file. */
#include "windows.h"

#include "model/way-schema.h"


#define STEPS 14

static AdwApplication *application;
static char *folder;

static void
put (WayWorkspace *workspace,
     WayRecord    *record)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Edit");
  g_autoptr (GError) error = NULL;

  way_edit_put (edit, record);
  g_object_unref (record);
  way_workspace_apply (workspace, edit, &error);
  g_assert_no_error (error);
}

static void
put_map (WayWorkspace *workspace,
         const char   *id)
{
  WayRecord *map = way_record_new (WAY_KIND_MAP, id, NULL);

  way_record_set_text (map, WAY_MAP_KIND, "pathway");
  way_record_set_text (map, WAY_MAP_TITLE, "Home again");
  put (workspace, map);
}

static char *
make_file (const char *name)
{
  static const char *const lanes[] = { "person", "frontstage", "backstage" };
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayWorkspace) workspace = way_workspace_create (file, &error);

  g_assert_no_error (error);
  put_map (workspace, "m");
  put_map (workspace, "n");
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      WayRecord *lane = way_record_new (WAY_KIND_LANE, lanes[i], "m");

      way_record_set_text (lane, WAY_LANE_KIND, lanes[i]);
      put (workspace, lane);
    }
  for (guint i = 0; i < STEPS; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i), *from = g_strdup_printf ("s%u", i / 2), *key = g_strdup_printf ("k%u", i);
      WayRecord *step = way_record_new (WAY_KIND_STEP, id, "m"), *link = i > 0 ? way_record_new (WAY_KIND_LINK, key, "m") : NULL;

      way_record_set_text (step, WAY_STEP_LANE, lanes[i % 3]);
      way_record_set_text (step, WAY_STEP_TITLE, "Asks somebody at the desk");
      put (workspace, step);
      if (link == NULL)
        continue;
      way_record_set_text (link, WAY_LINK_FROM, from);
      way_record_set_text (link, WAY_LINK_TO, id);
      put (workspace, link);
    }
  g_assert_true (way_workspace_publish (workspace, NULL, NULL, &error));
  g_assert_true (way_workspace_close (workspace, &error));
  return path;
}

static WayWindow *
open_map (const char *file)
{
  WayWindow *window = way_windows_open (application, &(WaySize) { 900, 600 }, file);

  way_map_view_show_map (way_window_get_view (window), "m");
  way_windows_settle ();
  return window;
}

static WayScene *
get_scene (WayWindow *window)
{
  return way_canvas_get_scene (way_map_view_get_canvas (way_window_get_view (window)));
}

/* Steps go to other lanes, and other links lead to them. */
static void
edit (WayWindow *window)
{
  WayWorkspace *workspace = way_window_get_workspace (window);

  for (guint round = 0; round < 24; round++)
    {
      g_autofree char *id = g_strdup_printf (round % 2 == 0 ? "s%u" : "k%u", 1 + round * 5 % (STEPS - 1));
      g_autofree char *other = g_strdup_printf ("s%u", round * 7 % STEPS);
      g_autoptr (WayRecord) before = NULL;
      WayRecord *record;

      way_records_read (WAY_RECORDS (workspace), round % 2 == 0 ? WAY_KIND_STEP : WAY_KIND_LINK, id, &before, NULL);
      record = way_record_copy (before);
      if (round % 2 == 0)
        way_record_set_text (record, WAY_STEP_LANE, round % 4 == 0 ? "person" : "backstage");
      else
        way_record_set_text (record, WAY_LINK_FROM, other);
      put (workspace, record);
    }
}

/* Where steps and links are, to the pixel. */
static char *
dup_look (WayScene *scene)
{
  GString *look = g_string_new (NULL);

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);

      if (item->role == WAY_ROLE_STEP || item->role == WAY_ROLE_LINK)
        g_string_append_printf (look, "%s %.2f %.2f %.2f %.2f\n", item->id, item->bounds.x, item->bounds.y, item->bounds.width,
                                item->bounds.height);
    }
  return g_string_free_and_steal (look);
}

static char *
dup_look_of_file (const char *path,
                  gboolean    with_places)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayWorkspace) reader = way_workspace_open_published (file, &error);
  g_autoptr (WayLens) lens = reader != NULL ? way_lens_new (WAY_RECORDS (reader), WAY_AUDIENCE_DESK, "2026-05-14") : NULL;
  g_autofree char *places = lens != NULL && with_places ? way_lens_dup_places (lens, "m") : NULL;
  g_autoptr (WayScene) scene = lens != NULL ? way_scene_new (lens, "m", &(WaySceneOptions) { .places = places }, NULL, &error) : NULL;
  char *look;

  g_assert_no_error (error);
  look = dup_look (scene);
  way_workspace_close (reader, NULL);
  return look;
}

static void
close_window (WayWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  way_windows_settle ();
}

/** Way: what brings the places into the file. */
typedef struct
{
  const char *name;
  gboolean saves, leaves;     /* otherwise the window is closed */
} Way;

static const Way ways[] = { { "closed" }, { "saved", .saves = TRUE }, { "left", .leaves = TRUE } };

static void
test_seen_again (gconstpointer data)
{
  const Way *way = data;
  g_autofree char *path = make_file (way->name), *seen = NULL, *again = NULL, *of_file = NULL, *without = NULL;
  WayWindow *window = open_map (path);

  edit (window);
  seen = dup_look (get_scene (window));
  if (way->leaves)
    way_map_view_show_map (way_window_get_view (window), "n");
  if (way->saves)
    {
      way_window_save (window);
      for (guint i = 0; i < 40 && !way_workspace_get_published (way_window_get_workspace (window)); i++)
        way_windows_settle ();
      of_file = dup_look_of_file (path, TRUE);
      g_assert_cmpstr (of_file, ==, seen);
      g_clear_pointer (&of_file, g_free);
    }
  close_window (window);

  of_file = dup_look_of_file (path, TRUE);
  g_assert_cmpstr (of_file, ==, seen);
  without = dup_look_of_file (path, FALSE);
  g_assert_cmpstr (without, !=, seen);
  window = open_map (path);
  again = dup_look (get_scene (window));
  g_assert_cmpstr (again, ==, seen);
  close_window (window);
}

/* Who only looks, and goes from map to map, leaves the file as it is. */
static void
test_looked_at (void)
{
  g_autofree char *path = make_file ("looked-at"), *before = NULL, *after = NULL;
  gsize n_before, n_after;
  WayWindow *window = open_map (path);

  edit (window);
  close_window (window);
  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  window = open_map (path);
  way_map_view_show_map (way_window_get_view (window), "n");
  way_map_view_show_map (way_window_get_view (window), "m");
  way_window_save (window);
  way_windows_settle ();
  close_window (window);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

int
main (int    argc,
      char **argv)
{
  int status;

  application = way_windows_begin (&argc, &argv, "reopened", &folder);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *name = g_strdup_printf ("/reopened/%s", ways[i].name);

      g_test_add_data_func (name, &ways[i], test_seen_again);
    }
  g_test_add_func ("/reopened/looked-at", test_looked_at);
  status = g_test_run ();
  g_clear_object (&application);
  g_free (folder);
  return status;
}
