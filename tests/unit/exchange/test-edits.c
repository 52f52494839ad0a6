/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random edits of every kind through a real file: undone and redone they lead back to the same JSON, and scenes that were kept all the
 * while show what scenes do that are made anew, also where only what they say looks different is painted again. */
#include "store-fixture.h"
#include "way-json-help.h"
#include "way-scene-help.h"

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
      store_step (workspace, TRUE, every);
      assert_json (workspace, stations->pdata[i - 1]);
    }
  g_assert_null (way_workspace_get_undo_label (workspace));
  for (guint i = 1; i <= n / every; i++)
    {
      store_step (workspace, FALSE, every);
      assert_json (workspace, stations->pdata[i]);
    }
  g_assert_null (way_workspace_get_redo_label (workspace));
  store_assert_whole (workspace);
  way_workspace_close (workspace, &error);
  g_assert_no_error (error);
}

/** Kept: a scene that follows a workspace, and a picture of it that is painted again only where the scene looks different. */
typedef struct
{
  WayLens *lens;
  const char *map;
  WayFonts *fonts;
  WayScene *scene;
  cairo_surface_t *pictures[WAY_SCENE_HELP_LOOKS]; /* nullable: for each look */
  guint n_patched;            /* how often most of it stayed as it was */
} Kept;

static void
check_pictures (Kept *self)
{
  double width, height;

  way_scene_get_size (self->scene, &width, &height);
  self->n_patched += way_scene_help_paint_dirty (self->scene, self->pictures) < width * height / 2;
}

static void
kept_update_cb (WayRecords *records,
                WayChanges *changes,
                Kept       *self)
{
  g_autoptr (GError) error = NULL;

  way_scene_update (self->scene, changes, NULL, &error);
  g_assert_no_error (error);
  if (self->pictures[0] != NULL)
    check_pictures (self);
}

static void
kept_check (Kept *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayScene) fresh = way_scene_new (self->lens, self->map, NULL, self->fonts, &error);
  /* A journey has one layout; things on a pathway stay near where they were, so that only what is there is held against another. */
  gboolean places = g_str_equal (way_scene_get_kind (self->scene), "journey");
  g_autofree char *updated = way_scene_help_dump (self->scene, places), *anew = NULL;

  g_assert_no_error (error);
  anew = way_scene_help_dump (fresh, places);
  g_assert_cmpstr (updated, ==, anew);
  way_scene_help_check_index (self->scene);
  way_scene_help_check_found (self->scene);
  way_scene_help_check_signature (self->scene);
}

static void
kept_open (Kept         *self,
           WayWorkspace *workspace,
           WayAudience   audience,
           const char   *map,
           WayFonts     *fonts,
           gboolean      paints)
{
  *self = (Kept) { way_lens_new (WAY_RECORDS (workspace), audience, TODAY), map, fonts, NULL, { NULL }, 0 };
  self->scene = way_scene_new (self->lens, self->map, NULL, fonts, NULL);
  g_assert_nonnull (self->scene);
  for (guint i = 0; paints && i < WAY_SCENE_HELP_LOOKS; i++)
    self->pictures[i] = way_scene_help_paint_anew (self->scene, way_scene_help_looks[i].scale);
  g_signal_connect (workspace, "changed", G_CALLBACK (kept_update_cb), self);
}

static void
kept_close (Kept         *self,
            WayWorkspace *workspace)
{
  g_signal_handlers_disconnect_by_data (workspace, self);
  for (guint i = 0; i < WAY_SCENE_HELP_LOOKS; i++)
    g_clear_pointer (&self->pictures[i], cairo_surface_destroy);
  g_object_unref (self->scene);
  g_object_unref (self->lens);
}

static WayWorkspace *
create_maps (StoreFixture *self,
             GRand        *random)
{
  WayWorkspace *workspace = store_create_maps (self);

  for (guint i = 0; i < 100; i++)
    store_edit_at_random (workspace, random);
  return workspace;
}

static void
test_scenes (StoreFixture  *self,
             gconstpointer  data)
{
  static const char *const maps[] = { "journey", "pathway" };
  static const WayAudience audiences[] = { WAY_AUDIENCE_DESK, WAY_AUDIENCE_PUBLIC };
  g_autoptr (GRand) random = g_rand_new_with_seed (400);
  g_autoptr (WayWorkspace) workspace = create_maps (self, random);
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);
  Kept kept[4];

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    kept_open (&kept[i], workspace, audiences[i / 2], maps[i % 2], fonts, FALSE);
  for (guint round = 0; round < 300; round++)
    {
      if (round % 5 < 4)
        store_edit_at_random (workspace, random);
      else
        store_step (workspace, TRUE, 1);
      for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
        kept_check (&kept[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    kept_close (&kept[i], workspace);
  way_workspace_close (workspace, NULL);
}

/* Edits of which one in two is to a card of the journey. */
static void
test_pictures (StoreFixture  *self,
               gconstpointer  data)
{
  static const char *const words[] = { "Waits", "Rings the clinic, and nobody says when there will be a call back, or whom to ask about it before then",
                                       "Is told to come on Monday", NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (40);
  g_autoptr (WayWorkspace) workspace = create_maps (self, random);
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);
  Kept journey, pathway;

  kept_open (&journey, workspace, WAY_AUDIENCE_DESK, "journey", fonts, TRUE);
  kept_open (&pathway, workspace, WAY_AUDIENCE_DESK, "pathway", fonts, TRUE);
  for (guint round = 0; round < 300; round++)
    {
      if (round % 2 == 0)
        store_edit_card_at_random (workspace, random, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
      else if (round % 10 < 9)
        store_edit_at_random (workspace, random);
      else
        store_step (workspace, TRUE, 1);
      kept_check (&journey);
    }
  g_assert_cmpuint (journey.n_patched, >, 100);
  g_assert_cmpuint (pathway.n_patched, >, 30);
  kept_close (&journey, workspace);
  kept_close (&pathway, workspace);
  way_workspace_close (workspace, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_fixture_add ("/exchange/edits/undo-all", test_undo_all);
  store_fixture_add ("/exchange/edits/scenes", test_scenes);
  store_fixture_add ("/exchange/edits/pictures", test_pictures);

  return g_test_run ();
}
