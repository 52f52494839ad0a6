/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random edits of every kind through a real file: undone and redone they lead back to the same JSON, and scenes that were kept all the
 * while show what scenes do that are made anew. */
#include "scene/way-scene.h"
#include "store-fixture.h"
#include "way-json-help.h"

#include <string.h>

#define TODAY "2026-03-01"

static void
assert_json (WayWorkspace *workspace,
             const char   *expected)
{
  g_autofree char *json = way_json_help_write (WAY_RECORDS (workspace), WAY_AUDIENCE_DESK, NULL);

  g_assert_cmpstr (json, ==, expected);
}

static void
count_cb (WayRecords *records,
          WayChanges *changes,
          guint      *count)
{
  *count += 1;
}

/* Undoes or redoes as many edits. */
static void
step (WayWorkspace *workspace,
      gboolean      undo,
      guint         n)
{
  g_autoptr (GError) error = NULL;

  while (n-- > 0)
    {
      g_assert_true (undo ? way_workspace_undo (workspace, &error) : way_workspace_redo (workspace, &error));
      g_assert_no_error (error);
    }
}

static void
test_undo_all (StoreFixture  *self,
               gconstpointer  data)
{
  const guint n = 1000, every = 100;
  g_autoptr (GRand) random = g_rand_new_with_seed (1000);
  g_autoptr (GPtrArray) stations = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (WayWorkspace) workspace = way_workspace_create (self->file, NULL);
  g_autoptr (GError) error = NULL;
  guint done = 0, last = 0;

  g_signal_connect (workspace, "changed", G_CALLBACK (count_cb), &done);
  g_ptr_array_add (stations, way_json_help_write (WAY_RECORDS (workspace), WAY_AUDIENCE_DESK, NULL));
  while (done < n)
    {
      g_autoptr (WayEdit) edit = store_random_edit (workspace, random, 3);

      way_workspace_apply (workspace, edit, &error);
      g_assert_no_error (error);
      if (done != last && done % every == 0)
        g_ptr_array_add (stations, way_json_help_write (WAY_RECORDS (workspace), WAY_AUDIENCE_DESK, NULL));
      last = done;
    }
  g_assert_cmpuint (stations->len, ==, n / every + 1);
  g_assert_cmpint (strlen (stations->pdata[n / every]), >, 100000);
  for (guint i = n / every; i > 0; i--)
    {
      step (workspace, TRUE, every);
      assert_json (workspace, stations->pdata[i - 1]);
    }
  g_assert_null (way_workspace_get_undo_label (workspace));
  for (guint i = 1; i <= n / every; i++)
    {
      step (workspace, FALSE, every);
      assert_json (workspace, stations->pdata[i]);
    }
  g_assert_null (way_workspace_get_redo_label (workspace));
  store_assert_whole (workspace);
  way_workspace_close (workspace, &error);
  g_assert_no_error (error);
}

/** Kept: a scene that follows a workspace. */
typedef struct
{
  WayLens *lens;
  const char *map;
  WayFonts *fonts;
  WayScene *scene;
} Kept;

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
add_item (GPtrArray     *lines,
          WayScene      *scene,
          const WayItem *item,
          gboolean       places)
{
  const WayGroup *group = way_scene_get_group (scene, item->group);
  const WayItem *owner = item->owner >= 0 ? way_scene_get_item (scene, item->owner) : NULL;
  g_autofree char *words = way_scene_dup_item_text (scene, item);
  WayRect bounds = places ? item->bounds : (WayRect) { 0 };

  g_ptr_array_add (lines, g_strdup_printf ("%s %s in %s %s on %s, %u marks, %.3f %.3f %.3f %.3f: %s | %s", way_role_get_name (item->role),
                                           item->id, way_group_role_get_name (group->role), group->id, owner != NULL ? owner->id : "-",
                                           places ? item->n_marks : 0, bounds.x, bounds.y, bounds.width, bounds.height, words, item->label));
}

/* A journey has one layout; things on a pathway stay near where they were, so that only what is there is held against another. */
static char *
dump (WayScene *scene)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  gboolean places = g_str_equal (way_scene_get_kind (scene), "journey");
  double width, height;

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    add_item (lines, scene, way_scene_get_item (scene, i), places);
  if (places)
    {
      way_scene_get_size (scene, &width, &height);
      g_ptr_array_add (lines, g_strdup_printf ("%.3f by %.3f", width, height));
    }
  else
    g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* What is where, asked of the index, against what the items say. */
static void
check_index (WayScene *scene)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  double width, height;
  WayRect area;
  guint n = 0;

  way_scene_get_size (scene, &width, &height);
  area = (WayRect) { width / 3, height / 4, width / 3, height / 2 };
  way_scene_query (scene, &area, found);
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    if (way_rect_intersects (&way_scene_get_item (scene, i)->bounds, &area))
      {
        g_assert_cmpuint (n, <, found->len);
        g_assert_cmpuint (g_array_index (found, guint, n++), ==, i);
      }
  g_assert_cmpuint (n, ==, found->len);
}

static void
kept_update_cb (WayRecords *records,
                WayChanges *changes,
                Kept       *self)
{
  g_autoptr (GError) error = NULL;

  way_scene_update (self->scene, changes, NULL, &error);
  g_assert_no_error (error);
}

static void
kept_check (Kept *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayScene) fresh = way_scene_new (self->lens, self->map, NULL, self->fonts, &error);
  g_autofree char *updated = dump (self->scene), *anew = NULL;

  g_assert_no_error (error);
  anew = dump (fresh);
  g_assert_cmpstr (updated, ==, anew);
  check_index (self->scene);
}

static void
put_map (WayWorkspace *workspace,
         const char   *kind)
{
  WayRecord *map = way_record_new (WAY_KIND_MAP, kind, NULL);

  way_record_set_text (map, WAY_MAP_KIND, kind);
  store_put (workspace, "Add map", map);
}

static void
edit_at_random (WayWorkspace *workspace,
                GRand        *random)
{
  g_autoptr (WayEdit) edit = store_random_edit_of_maps (workspace, random, 3);
  g_autoptr (GError) error = NULL;

  way_workspace_apply (workspace, edit, &error);
  g_assert_no_error (error);
}

static void
test_scenes (StoreFixture  *self,
             gconstpointer  data)
{
  static const char *const maps[] = { "journey", "pathway" };
  static const WayAudience audiences[] = { WAY_AUDIENCE_DESK, WAY_AUDIENCE_PUBLIC };
  g_autoptr (GRand) random = g_rand_new_with_seed (400);
  g_autoptr (WayWorkspace) workspace = way_workspace_create (self->file, NULL);
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);
  Kept kept[4];

  put_map (workspace, "journey");
  put_map (workspace, "pathway");
  for (guint i = 0; i < 100; i++)
    edit_at_random (workspace, random);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      kept[i] = (Kept) { way_lens_new (WAY_RECORDS (workspace), audiences[i / 2], TODAY), maps[i % 2], fonts, NULL };
      kept[i].scene = way_scene_new (kept[i].lens, kept[i].map, NULL, fonts, NULL);
      g_assert_nonnull (kept[i].scene);
      g_signal_connect (workspace, "changed", G_CALLBACK (kept_update_cb), &kept[i]);
    }
  for (guint round = 0; round < 300; round++)
    {
      if (round % 5 < 4)
        edit_at_random (workspace, random);
      else
        step (workspace, TRUE, 1);
      for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
        kept_check (&kept[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_signal_handlers_disconnect_by_data (workspace, &kept[i]);
      g_object_unref (kept[i].scene);
      g_object_unref (kept[i].lens);
    }
  way_workspace_close (workspace, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_fixture_add ("/exchange/edits/undo-all", test_undo_all);
  store_fixture_add ("/exchange/edits/scenes", test_scenes);

  return g_test_run ();
}
