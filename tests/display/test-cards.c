/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards put in the same place again and again, as they are when many are typed one below the other above one that was there; what goes
 * along with them and with steps when they are cut and pasted; and where the keyboard goes on from a header. */
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

static WayRecord *
read_record (WayWorkspace *workspace,
             WayKind       kind,
             const char   *id)
{
  WayRecord *record = NULL;

  way_records_read (WAY_RECORDS (workspace), kind, id, &record, NULL);
  return record;
}

static gboolean
is_there (WayWorkspace *workspace,
          WayKind       kind,
          const char   *id)
{
  g_autoptr (WayRecord) record = read_record (workspace, kind, id);

  return record != NULL;
}

static void
put_on (WayWorkspace *workspace,
        WayKind       kind,
        const char   *id,
        guint         field,
        const char   *on)
{
  WayRecord *record = way_record_new (kind, id, kind == WAY_KIND_FLAG ? "m" : NULL);

  way_record_set_text (record, field, on);
  if (kind == WAY_KIND_EVIDENCE)
    way_record_set_text (record, WAY_EVIDENCE_QUOTE, "quote");
  store_put (workspace, "Put", record);
}

/* The first card has a note, a flag, and a quote on which there is a flag too. */
static void
pin (WayWorkspace *workspace)
{
  WayRecord *story = way_record_new (WAY_KIND_STORY, "story", NULL), *quote = way_record_new (WAY_KIND_QUOTE, "quote", "story");
  g_autoptr (WayRecord) first = read_record (workspace, WAY_KIND_CARD, "first");
  WayRecord *noted = way_record_copy (first);

  way_record_set_text (story, WAY_STORY_TEXT, "They never rang back.");
  store_put (workspace, "Add story", story);
  way_record_set_number (quote, WAY_QUOTE_START, 0);
  way_record_set_number (quote, WAY_QUOTE_END, 20);
  store_put (workspace, "Add quote", quote);
  put_on (workspace, WAY_KIND_EVIDENCE, "tie", WAY_EVIDENCE_ON, "first");
  put_on (workspace, WAY_KIND_FLAG, "flag", WAY_FLAG_ON, "first");
  put_on (workspace, WAY_KIND_FLAG, "doubt", WAY_FLAG_ON, "tie");
  way_record_set_text (noted, WAY_CARD_NOTE, "Ask the receptionist first");
  store_put (workspace, "Change card", noted);
}

static void
select_cell (WayCanvas  *canvas,
             const char *lane,
             const char *stage)
{
  WaySpot cell = { 0 };

  g_strlcpy (cell.lane, lane, sizeof cell.lane);
  g_strlcpy (cell.stage, stage, sizeof cell.stage);
  way_canvas_select (canvas, &cell, TRUE);
}

static void
set_true_cb (WayRecords *records,
             WayChanges *changes,
             gboolean   *done)
{
  *done = TRUE;
}

/* The clipboard is read while the main loop goes on. */
static void
paste (WayWorkspace *workspace,
       WayCanvas    *canvas)
{
  gboolean done = FALSE;
  gulong handler = g_signal_connect (workspace, "changed", G_CALLBACK (set_true_cb), &done);

  gtk_widget_activate_action (GTK_WIDGET (canvas), "map.paste", NULL);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (workspace, handler);
}

/* What is cut and pasted is what it was, with its note, its flags and what backs it; pasted once more it is a card of its own. */
static void
test_cut (StoreFixture  *self,
          gconstpointer  data)
{
  g_autoptr (WayWorkspace) workspace = create_map (self);
  g_autoptr (WayCanvas) canvas = show (workspace);
  g_autoptr (WayRecord) moved = NULL, again = NULL;

  pin (workspace);
  way_canvas_select_id (canvas, "first");
  gtk_widget_activate_action (GTK_WIDGET (canvas), "map.cut", NULL);
  g_assert_false (is_there (workspace, WAY_KIND_CARD, "first") || is_there (workspace, WAY_KIND_FLAG, "flag"));
  select_cell (canvas, "l", "there");
  paste (workspace, canvas);
  moved = read_record (workspace, WAY_KIND_CARD, "first");
  g_assert_nonnull (moved);
  g_assert_cmpstr (way_record_get_text (moved, WAY_CARD_STAGE), ==, "there");
  g_assert_cmpstr (way_record_get_text (moved, WAY_CARD_NOTE), ==, "Ask the receptionist first");
  g_assert_true (is_there (workspace, WAY_KIND_FLAG, "flag") && is_there (workspace, WAY_KIND_FLAG, "doubt"));
  g_assert_true (is_there (workspace, WAY_KIND_EVIDENCE, "tie"));
  paste (workspace, canvas);
  again = read_record (workspace, WAY_KIND_CARD, canvas->selected.id);
  g_assert_cmpstr (way_record_get_id (again), !=, "first");
  g_assert_cmpstr (way_record_get_text (again, WAY_CARD_TEXT), ==, "first");
  g_assert_cmpstr (way_record_get_text (again, WAY_CARD_NOTE), ==, "Ask the receptionist first");
  g_assert_true (way_workspace_undo (workspace, NULL) && way_workspace_undo (workspace, NULL) && way_workspace_undo (workspace, NULL));
  g_clear_object (&moved);
  moved = read_record (workspace, WAY_KIND_CARD, "first");
  g_assert_cmpstr (way_record_get_text (moved, WAY_CARD_STAGE), ==, "here");
  g_assert_true (is_there (workspace, WAY_KIND_FLAG, "doubt"));
  g_signal_handlers_disconnect_by_data (workspace, canvas);
  way_workspace_close (workspace, NULL);
}

/* A quote whose story was withdrawn in between does not come back with the card. */
static void
test_cut_and_withdrawn (StoreFixture  *self,
                        gconstpointer  data)
{
  g_autoptr (WayWorkspace) workspace = create_map (self);
  g_autoptr (WayCanvas) canvas = show (workspace);

  pin (workspace);
  way_canvas_select_id (canvas, "first");
  gtk_widget_activate_action (GTK_WIDGET (canvas), "map.cut", NULL);
  store_drop (workspace, WAY_KIND_STORY, "story");
  select_cell (canvas, "l", "there");
  paste (workspace, canvas);
  g_assert_true (is_there (workspace, WAY_KIND_CARD, "first") && is_there (workspace, WAY_KIND_FLAG, "flag"));
  g_assert_false (is_there (workspace, WAY_KIND_EVIDENCE, "tie") || is_there (workspace, WAY_KIND_FLAG, "doubt"));
  g_signal_handlers_disconnect_by_data (workspace, canvas);
  way_workspace_close (workspace, NULL);
}

static void
put_step (WayWorkspace *workspace,
          const char   *id)
{
  WayRecord *step = way_record_new (WAY_KIND_STEP, id, "m");

  way_record_set_text (step, WAY_STEP_LANE, "l");
  way_record_set_text (step, WAY_STEP_KIND, "decision");
  way_record_set_text (step, WAY_STEP_TITLE, id);
  way_record_set_text (step, WAY_STEP_NOTE, "Nobody knows who decides");
  store_put (workspace, "Add step", step);
}

/* Two steps with a link between them; there is a flag on the first and on the link, and a quote backs the first. */
static WayWorkspace *
create_pathway (StoreFixture *self)
{
  WayWorkspace *workspace = create_map (self);
  g_autoptr (WayRecord) map = read_record (workspace, WAY_KIND_MAP, "m");
  WayRecord *pathway = way_record_copy (map), *link = way_record_new (WAY_KIND_LINK, "link", "m");

  pin (workspace);
  way_record_set_text (pathway, WAY_MAP_KIND, "pathway");
  store_put (workspace, "Change map", pathway);
  put_step (workspace, "refer");
  put_step (workspace, "treat");
  way_record_set_text (link, WAY_LINK_FROM, "refer");
  way_record_set_text (link, WAY_LINK_TO, "treat");
  way_record_set_text (link, WAY_LINK_KIND, "flow");
  way_record_set_number (link, WAY_LINK_WAIT_DAYS, 21);
  store_put (workspace, "Add link", link);
  put_on (workspace, WAY_KIND_EVIDENCE, "backs", WAY_EVIDENCE_ON, "refer");
  put_on (workspace, WAY_KIND_FLAG, "why", WAY_FLAG_ON, "refer");
  put_on (workspace, WAY_KIND_FLAG, "long", WAY_FLAG_ON, "link");
  return workspace;
}

static void
select_steps (WayCanvas *canvas,
              gboolean   both)
{
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (WaySpot));

  way_canvas_select_id (canvas, "refer");
  g_array_append_val (spots, canvas->selected);
  if (!both)
    return;
  way_canvas_select_id (canvas, "treat");
  g_array_append_val (spots, canvas->selected);
  way_canvas_select_again (canvas, spots, "treat");
}

/* A step that is cut and pasted stays what it was, with its note, its flags and what backs it; pasted once more it is one of its own. */
static void
test_cut_step (StoreFixture  *self,
               gconstpointer  data)
{
  g_autoptr (WayWorkspace) workspace = create_pathway (self);
  g_autoptr (WayCanvas) canvas = show (workspace);
  g_autoptr (WayRecord) step = NULL, again = NULL;

  select_steps (canvas, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (canvas), "map.cut", NULL);
  g_assert_false (is_there (workspace, WAY_KIND_STEP, "refer") || is_there (workspace, WAY_KIND_FLAG, "why"));
  way_canvas_select_id (canvas, "l");
  paste (workspace, canvas);
  step = read_record (workspace, WAY_KIND_STEP, "refer");
  g_assert_nonnull (step);
  g_assert_cmpstr (way_record_get_text (step, WAY_STEP_KIND), ==, "decision");
  g_assert_cmpstr (way_record_get_text (step, WAY_STEP_NOTE), ==, "Nobody knows who decides");
  g_assert_true (is_there (workspace, WAY_KIND_FLAG, "why") && is_there (workspace, WAY_KIND_EVIDENCE, "backs"));
  paste (workspace, canvas);
  again = read_record (workspace, WAY_KIND_STEP, canvas->selected.id);
  g_assert_cmpstr (way_record_get_id (again), !=, "refer");
  g_assert_cmpstr (way_record_get_text (again, WAY_STEP_NOTE), ==, "Nobody knows who decides");
  g_signal_handlers_disconnect_by_data (workspace, canvas);
  way_workspace_close (workspace, NULL);
}

/* Several go with the links between them, and what is pinned to those. */
static void
test_cut_steps (StoreFixture  *self,
                gconstpointer  data)
{
  g_autoptr (WayWorkspace) workspace = create_pathway (self);
  g_autoptr (WayCanvas) canvas = show (workspace);
  g_autoptr (WayRecord) link = NULL;
  g_autoptr (GPtrArray) steps = NULL, links = NULL;

  select_steps (canvas, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (canvas), "map.cut", NULL);
  g_assert_false (is_there (workspace, WAY_KIND_STEP, "refer") || is_there (workspace, WAY_KIND_FLAG, "long"));
  way_canvas_select_id (canvas, "l");
  paste (workspace, canvas);
  g_assert_true (is_there (workspace, WAY_KIND_STEP, "refer") && is_there (workspace, WAY_KIND_STEP, "treat"));
  g_assert_true (is_there (workspace, WAY_KIND_FLAG, "why") && is_there (workspace, WAY_KIND_FLAG, "long"));
  g_assert_true (is_there (workspace, WAY_KIND_EVIDENCE, "backs"));
  link = read_record (workspace, WAY_KIND_LINK, "link");
  g_assert_nonnull (link);
  g_assert_cmpfloat (way_record_get_number (link, WAY_LINK_WAIT_DAYS), ==, 21);
  steps = way_records_list (WAY_RECORDS (workspace), WAY_KIND_STEP, "m", NULL);
  links = way_records_list (WAY_RECORDS (workspace), WAY_KIND_LINK, "m", NULL);
  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpuint (links->len, ==, 1);
  g_signal_handlers_disconnect_by_data (workspace, canvas);
  way_workspace_close (workspace, NULL);
}

/* Lines pasted where readings are, are readings: a number says how high, what has none is in the middle. */
static void
test_paste_felt (StoreFixture  *self,
                 gconstpointer  data)
{
  static const double values[] = { -3, 5, 0 };
  static const char *const words[] = { "lost", NULL, "fine" };
  g_autoptr (WayWorkspace) workspace = create_map (self);
  g_autoptr (WayCanvas) canvas = NULL;
  g_autoptr (GPtrArray) all = NULL;
  WayCanvasEditor editor = { 0 };
  WayRecord *lane = way_record_new (WAY_KIND_LANE, "f", "m");

  way_record_set_text (lane, WAY_LANE_KIND, "feeling");
  store_put (workspace, "Add lane", lane);
  canvas = show (workspace);
  way_canvas_select_id (canvas, "f");
  g_assert_true (way_journey_type_new (canvas, &editor));
  g_assert_cmpstr (editor.variant, ==, "felt");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (canvas)), "-3 lost\r\n\r\n5\nfine\n");
  select_cell (canvas, "f", "here");
  paste (workspace, canvas);
  all = way_records_list (WAY_RECORDS (workspace), WAY_KIND_FEELING, "m", NULL);
  g_assert_cmpuint (all->len, ==, 3);
  for (guint i = 0; i < all->len; i++)
    {
      const char *const *said = way_record_get_texts (all->pdata[i], WAY_FEELING_WORDS);

      g_assert_cmpfloat (way_record_get_number (all->pdata[i], WAY_FEELING_VALUE), ==, values[i]);
      g_assert_cmpstr (said != NULL ? said[0] : NULL, ==, words[i]);
      g_assert_cmpstr (way_record_get_text (all->pdata[i], WAY_FEELING_STAGE), ==, "here");
    }
  g_signal_handlers_disconnect_by_data (workspace, canvas);
  way_workspace_close (workspace, NULL);
}

/* Enter after the title of the map, of a stage or a lane leaves it, so that the next words are not written over it. */
static void
test_enter_leaves_headers (StoreFixture  *self,
                           gconstpointer  data)
{
  static const struct { WayKind kind; const char *id, *stage; } headers[] = {
    { WAY_KIND_MAP, "m", "here" }, { WAY_KIND_STAGE, "there", "there" }, { WAY_KIND_LANE, "l", "here" },
  };
  g_autoptr (WayWorkspace) workspace = create_map (self);
  g_autoptr (WayCanvas) canvas = show (workspace);

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      WayCanvasEditor editor = { .spot = { .kind = headers[i].kind }, .before = (char *) "Before" };

      g_strlcpy (editor.spot.id, headers[i].id, sizeof editor.spot.id);
      way_canvas_select (canvas, &editor.spot, TRUE);
      way_journey_go_on (canvas, &editor, WAY_GO_BELOW, TRUE);
      g_assert_cmpstr (canvas->selected.id, ==, "");
      g_assert_cmpstr (canvas->selected.lane, ==, "l");
      g_assert_cmpstr (canvas->selected.stage, ==, headers[i].stage);

      /* What is added with a header selected is a card below it, and leaves its title alone. */
      way_canvas_select (canvas, &editor.spot, TRUE);
      editor = (WayCanvasEditor) { 0 };
      g_assert_true (way_journey_type_new (canvas, &editor));
      g_assert_false (editor.over);
      g_assert_cmpstr (editor.spot.id, ==, "");
      g_assert_cmpstr (editor.place.lane, ==, "l");
      g_assert_cmpstr (editor.place.stage, ==, headers[i].stage);
    }
  g_signal_handlers_disconnect_by_data (workspace, canvas);
  way_workspace_close (workspace, NULL);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  store_fixture_add ("/cards/between", test_between);
  store_fixture_add ("/cards/cut", test_cut);
  store_fixture_add ("/cards/cut-and-withdrawn", test_cut_and_withdrawn);
  store_fixture_add ("/cards/cut-step", test_cut_step);
  store_fixture_add ("/cards/cut-steps", test_cut_steps);
  store_fixture_add ("/cards/paste-felt", test_paste_felt);
  store_fixture_add ("/cards/enter-leaves-headers", test_enter_leaves_headers);
  return g_test_run ();
}
