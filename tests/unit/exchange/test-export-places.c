/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes out of a file is laid out as people saw it last, in every format that is a picture; what is written as words and records is
 * the same with places and without. */
#include "exchange/way-export.h"
#include "exchange/way-sink.h"
#include "exchange/way-svg.h"
#include "scene/way-scene-pathway.h"

#include "store-fixture.h"
#include "way-json-help.h"

#define TODAY "2026-05-14"
#define STEPS 14

static void
put_all (WayWorkspace *workspace)
{
  static const char *const lanes[] = { "person", "frontstage", "backstage" };
  WayRecord *record = way_record_new (WAY_KIND_MAP, "m", NULL);

  way_record_set_text (record, WAY_MAP_KIND, "pathway");
  way_record_set_text (record, WAY_MAP_TITLE, "Home again");
  store_put (workspace, "Add map", record);
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      record = way_record_new (WAY_KIND_LANE, lanes[i], "m");
      way_record_set_text (record, WAY_LANE_KIND, lanes[i]);
      store_put (workspace, "Add lane", record);
    }
  for (guint i = 0; i < STEPS; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i), *from = g_strdup_printf ("s%u", i / 2), *link = g_strdup_printf ("k%u", i);

      record = way_record_new (WAY_KIND_STEP, id, "m");
      way_record_set_text (record, WAY_STEP_LANE, lanes[i % 3]);
      way_record_set_text (record, WAY_STEP_TITLE, "Asks somebody at the desk");
      store_put (workspace, "Add step", record);
      if (i == 0)
        continue;
      record = way_record_new (WAY_KIND_LINK, link, "m");
      way_record_set_text (record, WAY_LINK_FROM, from);
      way_record_set_text (record, WAY_LINK_TO, id);
      store_put (workspace, "Add link", record);
    }
}

static void
update_cb (WayRecords *records,
           WayChanges *changes,
           WayScene   *scene)
{
  g_autoptr (GError) error = NULL;

  way_scene_update (scene, changes, NULL, &error);
  g_assert_no_error (error);
}

/* A step goes to another lane, or another link leads to it. */
static void
edit (WayWorkspace *workspace,
      guint         round)
{
  g_autofree char *id = g_strdup_printf (round % 2 == 0 ? "s%u" : "k%u", 1 + round * 5 % (STEPS - 1));
  g_autofree char *other = g_strdup_printf ("s%u", round * 7 % STEPS);
  g_autoptr (WayRecord) before = NULL;
  WayRecord *record;

  g_assert_true (way_records_read (WAY_RECORDS (workspace), round % 2 == 0 ? WAY_KIND_STEP : WAY_KIND_LINK, id, &before, NULL));
  record = way_record_copy (before);
  if (round % 2 == 0)
    way_record_set_text (record, WAY_STEP_LANE, round % 4 == 0 ? "person" : "backstage");
  else
    way_record_set_text (record, WAY_LINK_FROM, other);
  store_put (workspace, "Edit", record);
}

static GBytes *
export_map (WayWorkspace *workspace,
            WayFormat     format)
{
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (workspace), WAY_AUDIENCE_DESK, TODAY);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const WayExportOptions options = { .scale = 1 };
  g_autoptr (GError) error = NULL;

  way_export_maps (lens, (const char *const[]) { "m", NULL }, format, &options, stream, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
assert_alike (WayScene *one,
              WayScene *other)
{
  g_assert_cmpuint (way_scene_get_n_items (one), ==, way_scene_get_n_items (other));
  for (guint i = 0; i < way_scene_get_n_items (one); i++)
    {
      const WayItem *a = way_scene_get_item (one, i), *b = way_scene_get_item (other, i);

      g_assert_cmpstr (a->id, ==, b->id);
      if (a->role != WAY_ROLE_STEP && a->role != WAY_ROLE_LINK)
        continue;
      g_assert_cmpfloat_with_epsilon (a->bounds.x, b->bounds.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (a->bounds.y, b->bounds.y, 1e-6);
      g_assert_cmpfloat_with_epsilon (a->bounds.width, b->bounds.width, 1e-6);
      g_assert_cmpfloat_with_epsilon (a->bounds.height, b->bounds.height, 1e-6);
    }
}

static void
test_seen_last (StoreFixture  *self,
                gconstpointer  data)
{
  static const WayFormat pictures[] = { WAY_FORMAT_SVG, WAY_FORMAT_PNG, WAY_FORMAT_PDF };
  g_autoptr (WayWorkspace) workspace = way_workspace_create (self->file, NULL), reader = NULL;
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (workspace), WAY_AUDIENCE_DESK, TODAY), later_lens = NULL;
  g_autoptr (WayScene) scene = NULL, later = NULL;
  g_autofree char *places = NULL, *kept = NULL, *json = NULL, *json_before = NULL;
  g_autoptr (GBytes) words = NULL, words_before = NULL;
  GBytes *before[G_N_ELEMENTS (pictures)];
  g_autoptr (GError) error = NULL;

  put_all (workspace);
  scene = way_scene_new (lens, "m", NULL, NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (workspace, "changed", G_CALLBACK (update_cb), scene);
  for (guint round = 0; round < 24; round++)
    edit (workspace, round);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    before[i] = export_map (workspace, pictures[i]);
  json_before = way_json_help_write (WAY_RECORDS (workspace), WAY_AUDIENCE_DESK, NULL);
  words_before = export_map (workspace, WAY_FORMAT_MERMAID);

  places = way_scene_dup_places (scene);
  g_assert_nonnull (places);
  g_assert_true (way_workspace_keep_places (workspace, "m", places, &error));
  g_assert_no_error (error);
  g_assert_true (way_workspace_publish (workspace, NULL, NULL, &error));
  g_assert_no_error (error);

  /* As an export of the window and the command line read it. */
  reader = way_workspace_open_published (self->file, &error);
  g_assert_no_error (error);
  later_lens = way_lens_new (WAY_RECORDS (reader), WAY_AUDIENCE_DESK, TODAY);
  kept = way_lens_dup_places (later_lens, "m");
  later = way_scene_new (later_lens, "m", &(WaySceneOptions) { .places = kept }, NULL, &error);
  g_assert_no_error (error);
  assert_alike (later, scene);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (GBytes) now = export_map (reader, pictures[i]);

      g_assert_false (g_bytes_equal (now, before[i]));
      g_bytes_unref (before[i]);
    }
  json = way_json_help_write (WAY_RECORDS (reader), WAY_AUDIENCE_DESK, NULL);
  g_assert_cmpstr (json, ==, json_before);
  words = export_map (reader, WAY_FORMAT_MERMAID);
  g_assert_true (g_bytes_equal (words, words_before));
  g_signal_handlers_disconnect_by_data (workspace, scene);
  way_workspace_close (reader, NULL);
  way_workspace_close (workspace, NULL);
}

/* What comes out is what the edited scene looks like. */
static void
test_svg (StoreFixture  *self,
          gconstpointer  data)
{
  g_autoptr (WayWorkspace) workspace = way_workspace_create (self->file, NULL);
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (workspace), WAY_AUDIENCE_DESK, TODAY);
  g_autoptr (WayScene) scene = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autofree char *places = NULL;
  g_autoptr (GBytes) exported = NULL, drawn = NULL;
  const WayExportOptions options = { .scale = 1 };
  g_autoptr (GError) error = NULL;
  WaySink sink;

  put_all (workspace);
  scene = way_scene_new (lens, "m", NULL, NULL, NULL);
  g_signal_connect (workspace, "changed", G_CALLBACK (update_cb), scene);
  for (guint round = 0; round < 24; round++)
    edit (workspace, round);
  places = way_scene_dup_places (scene);
  g_assert_true (way_workspace_keep_places (workspace, "m", places, NULL));
  exported = export_map (workspace, WAY_FORMAT_SVG);
  way_sink_init (&sink, stream, NULL, NULL, NULL);
  way_svg_write (scene, &options, &sink, &error);
  g_assert_no_error (error);
  way_sink_clear (&sink);
  g_output_stream_close (stream, NULL, NULL);
  drawn = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_true (g_bytes_equal (exported, drawn));
  g_signal_handlers_disconnect_by_data (workspace, scene);
  way_workspace_close (workspace, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_fixture_add ("/exchange/export-places/seen-last", test_seen_last);
  store_fixture_add ("/exchange/export-places/svg", test_svg);

  return g_test_run ();
}
