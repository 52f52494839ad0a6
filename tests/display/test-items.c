/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What assistive technology knows of a map: after any edit, what a canvas that was there all the while says of it is what one says that is made
 * anew. */
#include "canvas/way-canvas-item.h"
#include "store-fixture.h"

#define TODAY "2026-03-01"
#define ROUNDS 300
#define MANY 60

/** Shown: a map of a workspace in a canvas that follows it. */
typedef struct
{
  WayScene *scene;
  WayCanvas *canvas;
  guint n_kept, n_seen;       /* objects that outlived an edit, of all that there were after one */
} Shown;

static void
add_line (WayCanvas     *canvas,
          GtkAccessible *accessible,
          GtkAccessible *parent,
          guint          depth,
          GString       *lines)
{
  WayCanvasItem *item = WAY_CANVAS_ITEM (accessible);
  g_autoptr (GtkAccessible) above = gtk_accessible_get_accessible_parent (accessible);
  int number = way_canvas_item_get_number (item), x = 0, y = 0, width = 0, height = 0;

  g_assert_true (above == parent);
  g_assert_true (gtk_accessible_get_bounds (accessible, &x, &y, &width, &height));
  g_assert_cmpint (item->told == 1, ==, way_canvas_item_is_selected (item));
  g_assert_cmpint (gtk_accessible_get_platform_state (accessible, GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSABLE), ==,
                   way_spot_is_set (&item->spot));
  g_string_append_printf (lines, "%*s%d “%s”, item %d, %d of %s in %s and %s, %u of %u, %s, at %d %d, %d by %d\n", 2 * depth, "",
                          gtk_accessible_get_accessible_role (accessible), item->name, number, item->spot.kind, item->spot.id,
                          item->spot.lane, item->spot.stage, item->position, item->of, item->told == 1 ? "selected" : "not selected",
                          x, y, width, height);
}

/* Goes through what is below @parent as assistive technology does, child by child; gives how many items of the scene there are. */
static guint
add_children (WayCanvas     *canvas,
              GtkAccessible *parent,
              guint          depth,
              GString       *lines)
{
  GtkAccessible *child = gtk_accessible_get_first_accessible_child (parent), *next;
  guint n = 0;

  while (child != NULL)
    {
      add_line (canvas, child, parent, depth, lines);
      n += WAY_CANVAS_ITEM (child)->item >= 0;
      n += add_children (canvas, child, depth + 1, lines);
      next = gtk_accessible_get_next_accessible_sibling (child);
      g_object_unref (child);
      child = next;
    }
  return n;
}

/* Nothing on the map is left out that says anything. */
static guint
count_items (WayScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      g_autofree char *text = way_scene_dup_item_text (scene, item);
      WaySpot spot = { 0 };
      g_autofree char *name = NULL;

      if (way_outline_spot_of_item (scene, i, &spot) && way_spot_is_set (&spot))
        name = way_outline_dup_name (scene, &spot);
      if (item->role != WAY_ROLE_BACKDROP)
        n += *(name != NULL ? name : item->label != NULL ? item->label : text) != '\0';
    }
  return n;
}

static char *
dump (WayCanvas *canvas)
{
  GString *lines = g_string_new (NULL);
  guint n = add_children (canvas, GTK_ACCESSIBLE (canvas), 0, lines);

  g_assert_cmpuint (n, ==, count_items (canvas->scene));
  return g_string_free_and_steal (lines);
}

static WayCanvas *
make_canvas (WayScene *scene)
{
  WayCanvas *canvas = g_object_ref_sink (WAY_CANVAS (way_canvas_new ()));

  way_canvas_set_scene (canvas, scene);
  return canvas;
}

static void
check (Shown *self)
{
  g_autoptr (WayCanvas) fresh = make_canvas (self->scene);
  g_autofree char *kept = dump (self->canvas), *anew = NULL;
  g_autoptr (GArray) spots = way_canvas_list_selection (self->canvas);

  fresh->view = self->canvas->view;
  if (way_canvas_has_many (self->canvas))
    way_canvas_select_many (fresh, spots, way_canvas_get_spot (self->canvas), FALSE);
  else
    way_canvas_select (fresh, way_canvas_get_spot (self->canvas), FALSE);
  anew = dump (fresh);
  g_assert_cmpstr (kept, ==, anew);
}

static void
add_objects (GPtrArray  *items,
             GHashTable *objects)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      g_hash_table_add (objects, g_object_ref (items->pdata[i]));
      add_objects (WAY_CANVAS_ITEM (items->pdata[i])->children, objects);
    }
}

/* Objects that somebody holds stay objects when what they are of goes. */
static void
update_cb (WayRecords *records,
           WayChanges *changes,
           Shown      *self)
{
  g_autoptr (GHashTable) before = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL), now = NULL;
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer object;

  add_objects (self->canvas->items, before);
  way_canvas_update (self->canvas, changes, &error);
  g_assert_no_error (error);
  now = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  add_objects (self->canvas->items, now);
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &object, NULL))
    {
      g_autoptr (GtkAccessible) parent = gtk_accessible_get_accessible_parent (object);

      g_assert_cmpint (parent != NULL, ==, g_hash_table_contains (now, object));
      self->n_kept += parent != NULL;
    }
  self->n_seen += g_hash_table_size (now);
}

static void
show (Shown        *self,
      WayWorkspace *workspace,
      const char   *map)
{
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (workspace), WAY_AUDIENCE_DESK, TODAY);
  g_autofree char *known = NULL;
  g_autoptr (GError) error = NULL;

  *self = (Shown) { .scene = way_scene_new (lens, map, NULL, NULL, &error) };
  g_assert_no_error (error);
  self->canvas = make_canvas (self->scene);
  self->canvas->view.width = 1200;
  self->canvas->view.height = 800;
  known = dump (self->canvas);
  g_signal_connect (workspace, "changed", G_CALLBACK (update_cb), self);
}

static void
hide (Shown        *self,
      WayWorkspace *workspace)
{
  g_signal_handlers_disconnect_by_data (workspace, self);
  g_object_unref (self->canvas);
  g_object_unref (self->scene);
}

/* Puts a record of a random kind of those that cells and headers are made of, new or as another one, between others. */
static void
edit_grid_at_random (WayWorkspace *workspace,
                     GRand        *random,
                     guint         round)
{
  static const WayKind kinds[] = { WAY_KIND_STAGE, WAY_KIND_LANE, WAY_KIND_FEELING };
  WayKind kind = kinds[round % G_N_ELEMENTS (kinds)];
  g_autoptr (GPtrArray) records = way_records_list (WAY_RECORDS (workspace), kind, "journey", NULL);
  g_autoptr (GPtrArray) stages = way_records_list (WAY_RECORDS (workspace), WAY_KIND_STAGE, "journey", NULL);
  g_autofree char *id = g_strdup_printf ("new-%u", round);
  WayRecord *record;

  if (records->len > 4 && g_rand_boolean (random))
    {
      store_drop (workspace, kind, way_record_get_id (records->pdata[g_rand_int_range (random, 0, records->len)]));
      return;
    }
  record = way_record_new (kind, id, "journey");
  way_record_set_position (record, g_rand_double_range (random, -5, 5));
  if (kind == WAY_KIND_FEELING)
    {
      way_record_set_text (record, WAY_FEELING_STAGE, way_record_get_id (stages->pdata[g_rand_int_range (random, 0, stages->len)]));
      way_record_set_number (record, WAY_FEELING_VALUE, g_rand_int_range (random, -5, 6));
    }
  else
    way_record_set_text (record, kind == WAY_KIND_STAGE ? WAY_STAGE_TITLE : WAY_LANE_TITLE, id);
  store_put (workspace, "Add", record);
}

/* More cards of a cell, or steps of a lane, than are told of one by one. */
static void
put_many_at_random (WayWorkspace *workspace,
                    GRand        *random,
                    guint         round)
{
  gboolean steps = g_rand_boolean (random);
  const char *map = steps ? "pathway" : "journey";
  g_autoptr (GPtrArray) lanes = way_records_list (WAY_RECORDS (workspace), WAY_KIND_LANE, map, NULL);
  g_autoptr (GPtrArray) stages = way_records_list (WAY_RECORDS (workspace), WAY_KIND_STAGE, "journey", NULL);
  g_autoptr (WayEdit) edit = way_edit_new ("Add many");
  g_autoptr (GError) error = NULL;
  const char *lane;

  g_assert_cmpuint (lanes->len, >, 0);
  g_assert_cmpuint (stages->len, >, 0);
  lane = way_record_get_id (lanes->pdata[g_rand_int_range (random, 0, lanes->len)]);

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *id = g_strdup_printf ("many-%u-%u", round, i);
      g_autoptr (WayRecord) record = way_record_new (steps ? WAY_KIND_STEP : WAY_KIND_CARD, id, map);

      way_record_set_text (record, steps ? WAY_STEP_LANE : WAY_CARD_LANE, lane);
      way_record_set_text (record, steps ? WAY_STEP_TITLE : WAY_CARD_TEXT, id);
      if (!steps)
        way_record_set_text (record, WAY_CARD_STAGE, way_record_get_id (stages->pdata[round % stages->len]));
      way_edit_put (edit, record);
    }
  way_workspace_apply (workspace, edit, &error);
  g_assert_no_error (error);
}

static void
undo_some (WayWorkspace *workspace,
           GRand        *random)
{
  guint n = g_rand_int_range (random, 1, 5);

  store_step (workspace, TRUE, n);
  store_step (workspace, FALSE, n - 1);
}

/* One thing, several, a cell or nothing. */
static void
select_at_random (WayCanvas *canvas,
                  GRand     *random)
{
  WaySpot spot = { 0 };
  int item = g_rand_int_range (random, 0, way_scene_get_n_items (canvas->scene));

  if (way_outline_spot_of_item (canvas->scene, item, &spot) && g_rand_int_range (random, 0, 4) == 0)
    {
      *spot.id = '\0';
      spot.kind = WAY_KIND_NONE;
    }
  way_canvas_select (canvas, &spot, FALSE);
  if (way_spot_is_set (&spot) && g_rand_int_range (random, 0, 4) == 0)
    way_canvas_select_all (canvas);
}

/* A card, with the lane and the stage that it is in where these are not there yet. */
static void
put_card (WayWorkspace *workspace,
          guint         number)
{
  g_autofree char *id = g_strdup_printf ("c%u", number);
  g_autofree char *lane = g_strdup_printf ("l%u", number % 3);
  g_autofree char *stage = g_strdup_printf ("s%u", number % 4);
  WayRecord *card = way_record_new (WAY_KIND_CARD, id, "journey");

  if (number < 3)
    store_put (workspace, "Add lane", way_record_new (WAY_KIND_LANE, lane, "journey"));
  if (number < 4)
    store_put (workspace, "Add stage", way_record_new (WAY_KIND_STAGE, stage, "journey"));
  way_record_set_text (card, WAY_CARD_LANE, lane);
  way_record_set_text (card, WAY_CARD_STAGE, stage);
  way_record_set_text (card, WAY_CARD_TEXT, id);
  store_put (workspace, "Add card", card);
}

static WayWorkspace *
create_maps (StoreFixture *self,
             GRand        *random)
{
  WayWorkspace *workspace = store_create_maps (self);

  for (guint i = 0; i < 30; i++)
    put_card (workspace, i);
  for (guint i = 0; i < 100; i++)
    store_edit_at_random (workspace, random);
  return workspace;
}

/* Anything, cards of the journey most. */
static void
edit_at_random (WayWorkspace *workspace,
                GRand        *random,
                guint         round)
{
  g_autofree char *words = g_strdup_printf ("rings-%u", round);

  if (round % 50 == 20)
    put_many_at_random (workspace, random, round);
  else if (round % 8 < 4)
    store_edit_card_at_random (workspace, random, words);
  else if (round % 8 == 4)
    edit_grid_at_random (workspace, random, round);
  else if (round % 8 < 7)
    store_edit_at_random (workspace, random);
  else
    undo_some (workspace, random);
}

static void
test_edits (StoreFixture  *self,
            gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (500);
  g_autoptr (WayWorkspace) workspace = create_maps (self, random);
  Shown shown[2];

  show (&shown[0], workspace, "journey");
  show (&shown[1], workspace, "pathway");
  for (guint round = 0; round < ROUNDS; round++)
    {
      edit_at_random (workspace, random, round);
      for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
        {
          check (&shown[i]);
          select_at_random (shown[i].canvas, random);
          check (&shown[i]);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_assert_cmpuint (shown[i].n_kept, >, shown[i].n_seen / 2);
      hide (&shown[i], workspace);
    }
  way_workspace_close (workspace, NULL);
}

/* Another map in the same canvas, and one that changed while it was not there. */
static void
test_maps (StoreFixture  *self,
           gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (600);
  g_autoptr (WayWorkspace) workspace = create_maps (self, random);
  Shown journey, pathway;

  show (&journey, workspace, "journey");
  show (&pathway, workspace, "pathway");
  for (guint round = 0; round < 20; round++)
    {
      WayCanvas *canvas = journey.canvas;

      store_edit_card_at_random (workspace, random, "before");
      way_canvas_set_scene (canvas, pathway.scene);
      check (&(Shown) { .scene = pathway.scene, .canvas = canvas });
      way_canvas_set_scene (canvas, NULL);
      g_assert_null (canvas->items);
      way_canvas_set_scene (canvas, journey.scene);
      check (&journey);
      store_edit_card_at_random (workspace, random, "after");
      check (&journey);
    }
  hide (&journey, workspace);
  hide (&pathway, workspace);
  way_workspace_close (workspace, NULL);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  store_fixture_add ("/items/edits", test_edits);
  store_fixture_add ("/items/maps", test_maps);
  return g_test_run ();
}
