/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map as textures: never a blank, within the budget, in its place when it is scaled, and letters only where they can be read. */
#include "canvas/way-tiles-private.h"
#include "paint/way-paint-list.h"
#include "way-memory-records.h"

#define STAGES 12

typedef struct
{
  WayMemoryRecords *records;
  WayScene *scene;
  WayTiles *tiles;
  WayView view;
} Fixture;

static void
put (WayMemoryRecords *records,
     WayRecord        *record)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Put");
  g_autoptr (WayRecord) owned = record;
  g_autoptr (GError) error = NULL;

  way_edit_put (edit, owned);
  way_memory_records_apply (records, edit, &error);
  g_assert_no_error (error);
}

static void
make_map (WayMemoryRecords *records,
          guint             n_cards)
{
  WayRecord *map = way_record_new (WAY_KIND_MAP, "m", NULL);
  WayRecord *lane = way_record_new (WAY_KIND_LANE, "l", "m");

  way_record_set_text (map, WAY_MAP_TITLE, "Home again");
  way_record_set_text (map, WAY_MAP_KIND, "journey");
  put (records, map);
  way_record_set_text (lane, WAY_LANE_KIND, "doing");
  put (records, lane);
  for (guint i = 0; i < STAGES; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      WayRecord *stage = way_record_new (WAY_KIND_STAGE, id, "m");

      way_record_set_text (stage, WAY_STAGE_TITLE, "Stage");
      way_record_set_position (stage, i);
      put (records, stage);
    }
  for (guint i = 0; i < n_cards; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i), *stage = g_strdup_printf ("s%u", i % STAGES);
      WayRecord *card = way_record_new (WAY_KIND_CARD, id, "m");

      way_record_set_text (card, WAY_CARD_LANE, "l");
      way_record_set_text (card, WAY_CARD_STAGE, stage);
      way_record_set_text (card, WAY_CARD_TEXT, "Somebody rings, and nobody answers until Monday");
      way_record_set_position (card, i);
      put (records, card);
    }
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (WayLens) lens = NULL;
  g_autoptr (GError) error = NULL;

  self->records = way_memory_records_new ();
  make_map (self->records, 400);
  lens = way_lens_new (WAY_RECORDS (self->records), WAY_AUDIENCE_DESK, "2026-01-01");
  self->scene = way_scene_new (lens, "m", NULL, NULL, &error);
  g_assert_no_error (error);
  self->tiles = way_tiles_new (NULL);
  way_tiles_set_scene (self->tiles, self->scene);
  self->view = (WayView) { .zoom = 1, .width = 1200, .height = 800 };
  way_scene_get_size (self->scene, &self->view.map_width, &self->view.map_height);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  way_tiles_free (self->tiles);
  g_object_unref (self->scene);
  g_object_unref (self->records);
}

/* Draws a frame over a glaring ground. */
static cairo_surface_t *
draw (Fixture  *self,
      gboolean  moving,
      gint64    budget)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->view.width, self->view.height);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  way_tiles_begin_frame (self->tiles, moving);
  way_tiles_snapshot (self->tiles, snapshot, &self->view, 1, budget);
  way_tiles_end_frame (self->tiles);
  node = gtk_snapshot_free_to_node (snapshot);
  cairo_set_source_rgb (cr, 1, 0, 1);
  cairo_paint (cr);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  g_clear_pointer (&node, gsk_render_node_unref);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static const guchar *
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  return cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x;
}

/* Draws a frame; gives how many pixels of the map show the ground. */
static guint
count_blank (Fixture  *self,
             gboolean  moving,
             gint64    budget)
{
  WayRect map = way_view_from_map (&self->view, &(WayRect) { 0, 0, self->view.map_width, self->view.map_height });
  cairo_surface_t *surface = draw (self, moving, budget);
  guint blank = 0;

  for (int y = MAX (0, map.y + 1); y < MIN (self->view.height, map.y + map.height - 1); y++)
    for (int x = MAX (0, map.x + 1); x < MIN (self->view.width, map.x + map.width - 1); x++)
      blank += (*(const guint32 *) (const void *) get_pixel (surface, x, y) & 0xffffff) == 0xff00ff;
  cairo_surface_destroy (surface);
  return blank;
}

/* Lets the threads paint and takes what they painted. */
static void
settle (Fixture *self)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  do
    {
      count_blank (self, FALSE, 1000);
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, end);
    }
  while (!way_tiles_is_sharp (self->tiles) || g_main_context_pending (NULL));
}

/* What is seen first is painted whole; from then on something of the map is everywhere, though there is no time to paint. */
static void
test_never_blank (Fixture       *self,
                  gconstpointer  data)
{
  g_assert_cmpuint (count_blank (self, FALSE, 0), ==, 0);
  g_assert_true (way_tiles_is_sharp (self->tiles));
  settle (self);
  for (guint i = 0; i < 40; i++)
    {
      way_view_zoom_at (&self->view, 0.05 * (1 + i * i * 0.05), 600, 400);
      g_assert_cmpuint (count_blank (self, i % 3 != 0, 0), ==, 0);
      self->view.scroll_x += 400;
      self->view.scroll_y += 300;
      way_view_clamp (&self->view);
      g_assert_cmpuint (count_blank (self, FALSE, 0), ==, 0);
    }
}

static void
test_budget (Fixture       *self,
             gconstpointer  data)
{
  gsize most = 0;

  way_view_zoom_at (&self->view, 2, 0, 0);
  self->view.scroll_x = self->view.scroll_y = 0;
  for (guint i = 0; i < 40; i++)
    {
      self->view.scroll_x += 600;
      if (i % 5 == 4)
        {
          self->view.scroll_x = 0;
          self->view.scroll_y += 800;
        }
      way_view_clamp (&self->view);
      settle (self);
      g_assert_cmpuint (way_tiles_get_bytes (self->tiles), <=, way_tiles_get_most_bytes (self->tiles));
      most = MAX (most, way_tiles_get_bytes (self->tiles));
    }
  /* Otherwise nothing was ever forgotten, and this says nothing. */
  g_assert_cmpuint (most, >, way_tiles_get_most_bytes (self->tiles) * 3 / 4);
}

/* An edit shows in the frame after it, and elsewhere nothing is painted again. */
static void
test_edit (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_blank (self, FALSE, 0), ==, 0);
  way_tiles_suspect (self->tiles, NULL);
  g_assert_false (way_tiles_is_sharp (self->tiles));
  /* Nothing looks different. */
  count_blank (self, FALSE, G_USEC_PER_SEC);
  g_assert_true (way_tiles_is_sharp (self->tiles));
  way_tiles_set_style (self->tiles, WAY_STYLE_DARK);
  g_assert_cmpuint (count_blank (self, FALSE, 0), ==, 0);
  g_assert_true (way_tiles_is_sharp (self->tiles));
}

/* How much two pictures differ, the second of them moved: of 255, on average. */
static double
get_difference (cairo_surface_t *one,
                cairo_surface_t *other,
                int              across,
                int              down)
{
  int left = 16, top = 16, right = cairo_image_surface_get_width (one) - 16, bottom = cairo_image_surface_get_height (one) - 16;
  double sum = 0;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      for (int i = 0; i < 3; i++)
        sum += abs (get_pixel (one, x, y)[i] - get_pixel (other, x + across, y + down)[i]);
  return sum / 3 / (right - left) / (bottom - top);
}

/* While the zoom changes the map is scaled, everything in its place: what is sharp then is nowhere else. */
static void
test_scaled (Fixture       *self,
             gconstpointer  data)
{
  static const double zooms[] = { 0.6, 0.77, 0.9, 1.0, 1.3, 1.9 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      cairo_surface_t *scaled, *sharp;
      double difference;

      way_view_zoom_at (&self->view, 1, 600, 0);
      settle (self);
      way_view_zoom_at (&self->view, zooms[i], 600, 0);
      scaled = draw (self, TRUE, 0);
      settle (self);
      sharp = draw (self, FALSE, 0);
      difference = get_difference (scaled, sharp, 0, 0);
      g_assert_true ((difference == 0) == (zooms[i] == 1));
      for (int k = -2; k <= 2; k += 4)
        {
          g_assert_cmpfloat (difference * 1.5, <, get_difference (scaled, sharp, k, 0));
          g_assert_cmpfloat (difference * 1.5, <, get_difference (scaled, sharp, 0, k));
        }
      cairo_surface_destroy (scaled);
      cairo_surface_destroy (sharp);
    }
}

static guint
count_texts (Fixture *self,
             double   scale)
{
  g_autoptr (WayPaintList) list = way_paint_list_new (self->scene, &(WayRect) { 0, 0, self->view.map_width, self->view.map_height }, scale,
                                                      WAY_STYLE_LIGHT, WAY_PAINT_SCREEN);

  return way_paint_list_get_n_texts (list);
}

static void
test_detail (Fixture       *self,
             gconstpointer  data)
{
  g_assert_cmpuint (count_texts (self, 1), >, 400);
  g_assert_cmpuint (count_texts (self, 0.3), >, 400);
  g_assert_cmpuint (count_texts (self, 0.2), <, 20);
  g_assert_cmpuint (count_texts (self, 0.02), ==, 0);
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

/* Between the letters of a desk the map from far stays as it was for a moment; before an audience it does not. */
static void
test_kept_for_the_desk_alone (Fixture       *self,
                              gconstpointer  data)
{
  static const WayAudience audiences[] = { WAY_AUDIENCE_DESK, WAY_AUDIENCE_WORKSHOP, WAY_AUDIENCE_PUBLIC };

  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++)
    {
      g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (self->records), audiences[i], "2026-01-01");
      g_autoptr (WayScene) scene = way_scene_new (lens, "m", NULL, NULL, NULL);
      g_autoptr (WayEdit) edit = way_edit_new ("Drop");
      g_autofree char *id = g_strdup_printf ("c%u", i);
      gulong handler;

      way_tiles_set_scene (self->tiles, scene);
      settle (self);
      g_assert_cmpuint (self->tiles->rest, ==, 0);
      way_edit_drop (edit, WAY_KIND_CARD, id);
      handler = g_signal_connect (self->records, "changed", G_CALLBACK (update_cb), scene);
      g_assert_true (way_memory_records_apply (self->records, edit, NULL));
      g_signal_handler_disconnect (self->records, handler);
      way_tiles_suspect_dirty (self->tiles);
      g_assert_true ((self->tiles->rest != 0) == (audiences[i] == WAY_AUDIENCE_DESK));
      way_tiles_set_scene (self->tiles, NULL);
      g_assert_cmpuint (self->tiles->rest, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/tiles/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("never-blank", test_never_blank);
  ADD ("budget", test_budget);
  ADD ("edit", test_edit);
  ADD ("scaled", test_scaled);
  ADD ("detail", test_detail);
  ADD ("kept-for-the-desk-alone", test_kept_for_the_desk_alone);
  return g_test_run ();
}
