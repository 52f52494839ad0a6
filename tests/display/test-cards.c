/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards put in the same place again and again, as they are when many are typed one below the other above one that was there. */
#include "canvas/way-canvas-journey.h"
#include "store-fixture.h"

#define TODAY "2026-03-01"
#define MANY 130               /* twice as many as there are numbers to halve between two neighbours */

static gboolean
edit_cb (WayCanvas    *canvas,
         WayEdit      *edit,
         WayWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  way_workspace_apply (workspace, edit, &error);
  g_assert_no_error (error);
  return TRUE;
}

static void
update_cb (WayRecords *records,
           WayChanges *changes,
           WayCanvas  *canvas)
{
  g_autoptr (GError) error = NULL;

  way_canvas_update (canvas, changes, &error);
  g_assert_no_error (error);
}

static void
put_card (WayWorkspace *workspace,
          const char   *id,
          const char   *stage,
          double        position)
{
  WayRecord *card = way_record_new (WAY_KIND_CARD, id, "m");

  way_record_set_text (card, WAY_CARD_LANE, "l");
  way_record_set_text (card, WAY_CARD_STAGE, stage);
  way_record_set_text (card, WAY_CARD_TEXT, id);
  way_record_set_position (card, position);
  store_put (workspace, "Add card", card);
}

static WayWorkspace *
create_map (StoreFixture *self)
{
  WayWorkspace *workspace = way_workspace_create (self->file, NULL);
  WayRecord *map = way_record_new (WAY_KIND_MAP, "m", NULL);

  way_record_set_text (map, WAY_MAP_KIND, "journey");
  store_put (workspace, "Add map", map);
  store_put (workspace, "Add lane", way_record_new (WAY_KIND_LANE, "l", "m"));
  store_put (workspace, "Add stage", way_record_new (WAY_KIND_STAGE, "here", "m"));
  store_put (workspace, "Add stage", way_record_new (WAY_KIND_STAGE, "there", "m"));
  put_card (workspace, "first", "here", 1);
  put_card (workspace, "elsewhere", "there", 1.25);
  put_card (workspace, "besides", "there", 1.5);
  put_card (workspace, "last", "here", 2);
  return workspace;
}

static WayCanvas *
show (WayWorkspace *workspace)
{
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (workspace), WAY_AUDIENCE_DESK, TODAY);
  g_autoptr (WayScene) scene = way_scene_new (lens, "m", NULL, NULL, NULL);
  WayCanvas *canvas = g_object_ref_sink (WAY_CANVAS (way_canvas_new ()));

  way_canvas_set_scene (canvas, scene);
  g_signal_connect (canvas, "edit", G_CALLBACK (edit_cb), workspace);
  g_signal_connect (workspace, "changed", G_CALLBACK (update_cb), canvas);
  return canvas;
}

/* Puts one before the last card of the cell; gives how many records that took. */
static guint
put_before_last (WayCanvas *canvas,
                 guint      number)
{
  g_autofree char *id = g_strdup_printf ("card-%03u", number);
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (WayEdit) edit = way_edit_new ("Add card");
  WayPlace place = { .lane = "l", .stage = "here", .index = number + 1 };

  g_ptr_array_add (cards, way_record_new (WAY_KIND_CARD, id, "m"));
  way_record_set_text (cards->pdata[0], WAY_CARD_TEXT, id);
  g_assert_true (way_journey_put_cards (canvas, edit, cards, &place));
  g_assert_true (way_canvas_send (canvas, edit, NULL));
  return way_edit_get_length (edit);
}

static void
check_order (WayCanvas *canvas)
{
  const WayGroup *cell = way_journey_find_cell (canvas->scene, "l", "here");
  g_autoptr (GArray) cards = way_journey_list_cards (canvas->scene, cell);

  g_assert_cmpuint (cards->len, ==, MANY + 2);
  for (guint i = 0; i < cards->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("card-%03u", i - 1);

      g_assert_cmpstr (way_scene_get_item (canvas->scene, g_array_index (cards, guint, i))->id, ==,
                       i == 0 ? "first" : i == MANY + 1 ? "last" : id);
    }
}

/* Where no number is left between two, only the cards of their cell take new ones. */
static void
test_between (StoreFixture  *self,
              gconstpointer  data)
{
  g_autoptr (WayWorkspace) workspace = create_map (self);
  g_autoptr (WayCanvas) canvas = show (workspace);
  g_autoptr (WayRecord) elsewhere = NULL, besides = NULL;
  guint n_renumbered = 0;

  for (guint i = 0; i < MANY; i++)
    n_renumbered += put_before_last (canvas, i) > 1;
  g_assert_cmpuint (n_renumbered, >, 0);
  g_assert_cmpuint (n_renumbered, <, 5);
  check_order (canvas);
  way_records_read (WAY_RECORDS (workspace), WAY_KIND_CARD, "elsewhere", &elsewhere, NULL);
  way_records_read (WAY_RECORDS (workspace), WAY_KIND_CARD, "besides", &besides, NULL);
  g_assert_cmpfloat (way_record_get_position (elsewhere), ==, 1.25);
  g_assert_cmpfloat (way_record_get_position (besides), ==, 1.5);
  g_signal_handlers_disconnect_by_data (workspace, canvas);
  way_workspace_close (workspace, NULL);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  store_fixture_add ("/cards/between", test_between);
  return g_test_run ();
}
