/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What marks and scenes look like: colours where they belong, nothing outside, and on screens only what can be made out. */
#include "paint/way-paint.h"
#include "way-memory-records.h"

#include <string.h>

#define SIZE 100

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  cairo_surface_flush (surface);
  return *(guint32 *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + x * 4) & 0xffffff;
}

static guint32
get_rgb (WayInk ink)
{
  char hex[8];

  way_colour_to_hex (way_style_get_colour (WAY_STYLE_LIGHT, ink), hex);
  return g_ascii_strtoull (hex + 1, NULL, 16);
}

static cairo_surface_t *
paint (const WayMark *mark)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  way_paint_mark (cr, mark, WAY_STYLE_LIGHT);
  cairo_destroy (cr);
  return surface;
}

static void
test_box (void)
{
  const WayMark mark = { .type = WAY_MARK_BOX, .fill = WAY_INK_FLAG, .line = WAY_INK_STAGE, .line_width = 4, .opacity = 1,
                         .box = { { 20, 20, 60, 40 }, 15 } };
  cairo_surface_t *surface = paint (&mark);

  g_assert_cmphex (get_pixel (surface, 50, 40), ==, get_rgb (WAY_INK_FLAG));
  g_assert_cmphex (get_pixel (surface, 50, 20), ==, get_rgb (WAY_INK_STAGE));
  /* The corner is rounded away, and the line goes no further than half its width. */
  g_assert_cmphex (get_pixel (surface, 20, 20), ==, 0xffffff);
  g_assert_cmphex (get_pixel (surface, 50, 63), ==, 0xffffff);
  cairo_surface_destroy (surface);
}

static void
test_opacity (void)
{
  const WayMark mark = { .type = WAY_MARK_BOX, .fill = WAY_INK_SHADOW, .opacity = 0.5f, .box = { { 0, 0, SIZE, SIZE }, 0 } };
  cairo_surface_t *surface = paint (&mark);
  guint32 pixel = get_pixel (surface, 50, 50);

  g_assert_cmpint (pixel & 0xff, >=, 0x7e);
  g_assert_cmpint (pixel & 0xff, <=, 0x81);
  cairo_surface_destroy (surface);
}

static void
test_path (void)
{
  g_autoptr (WayPath) path = way_path_new ();
  const WayMark mark = { .type = WAY_MARK_PATH, .line = WAY_INK_STAGE, .line_width = 6, .opacity = 1, .dash = WAY_DASH_SHORT, .path = path };
  cairo_surface_t *surface;
  gboolean on = FALSE, off = FALSE;

  way_path_move (path, 5, 50);
  way_path_line (path, 95, 50);
  surface = paint (&mark);
  for (int x = 6; x < 94; x++)
    {
      on |= get_pixel (surface, x, 50) == get_rgb (WAY_INK_STAGE);
      off |= get_pixel (surface, x, 50) == 0xffffff;
    }
  g_assert_true (on && off);
  cairo_surface_destroy (surface);
}

static guint
count_ink (cairo_surface_t *surface,
           int              left,
           int              right)
{
  guint count = 0;

  for (int y = 0; y < SIZE; y++)
    for (int x = left; x < right; x++)
      count += get_pixel (surface, x, y) != 0xffffff;
  return count;
}

static void
test_text (void)
{
  WayFonts *fonts = way_fonts_new (NULL);
  g_autoptr (WayTextBlock) block = way_text_block_new (fonts, WAY_TEXT_BODY, "Wait", -1, PANGO_ALIGN_LEFT, NULL);
  const WayMark mark = { .type = WAY_MARK_TEXT, .fill = WAY_INK_TEXT, .opacity = 1, .text = { block, { 50, 30 } } };
  cairo_surface_t *surface = paint (&mark);

  g_assert_cmpuint (count_ink (surface, 50, SIZE), >, 20);
  g_assert_cmpuint (count_ink (surface, 0, 49), ==, 0);
  cairo_surface_destroy (surface);
  way_fonts_unref (fonts);
}

static void
put (WayEdit    *edit,
     WayKind     kind,
     const char *id,
     const char *within,
     guint       field,
     const char *text)
{
  g_autoptr (WayRecord) record = way_record_new (kind, id, within);

  way_record_set_text (record, field, text);
  if (kind == WAY_KIND_MAP)
    way_record_set_text (record, WAY_MAP_KIND, "journey");
  if (kind == WAY_KIND_CARD)
    {
      way_record_set_text (record, WAY_CARD_LANE, "lane");
      way_record_set_text (record, WAY_CARD_STAGE, "stage");
    }
  way_edit_put (edit, record);
}

static WayScene *
new_scene (void)
{
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (WayEdit) edit = way_edit_new ("Make a map");
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (records), WAY_AUDIENCE_PUBLIC, "2026-11-22");
  g_autoptr (GError) error = NULL;
  WayScene *scene;

  put (edit, WAY_KIND_MAP, "map", NULL, WAY_MAP_TITLE, "Map");
  put (edit, WAY_KIND_STAGE, "stage", "map", WAY_STAGE_TITLE, "Stage");
  put (edit, WAY_KIND_LANE, "lane", "map", WAY_LANE_KIND, "doing");
  put (edit, WAY_KIND_CARD, "card", "map", WAY_CARD_TEXT, "Rings the surgery and asks for the same GP");
  way_memory_records_apply (records, edit, &error);
  g_assert_no_error (error);
  scene = way_scene_new (lens, "map", NULL, NULL, &error);
  g_assert_no_error (error);
  return scene;
}

static cairo_surface_t *
paint_scene (WayScene      *scene,
             const WayRect *area,
             double         scale,
             WayPaintFlags  flags)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 800);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  way_paint_scene (cr, scene, area, WAY_STYLE_LIGHT, flags);
  cairo_destroy (cr);
  return surface;
}

static gboolean
is_same (cairo_surface_t *one,
         cairo_surface_t *other)
{
  cairo_surface_flush (one);
  cairo_surface_flush (other);
  return memcmp (cairo_image_surface_get_data (one), cairo_image_surface_get_data (other),
                 cairo_image_surface_get_stride (one) * (gsize) cairo_image_surface_get_height (one)) == 0;
}

/* The ground is filled within the area alone, and what does not reach into it is left out. */
static void
test_area (void)
{
  g_autoptr (WayScene) scene = new_scene ();
  const WayItem *title = way_scene_get_item (scene, 0);
  const WayItem *card = way_scene_get_item (scene, way_scene_find (scene, "card"));
  cairo_surface_t *surface = paint_scene (scene, &card->bounds, 1, WAY_PAINT_DEFAULT);

  g_assert_cmpint (title->role, ==, WAY_ROLE_TITLE);
  for (int y = title->bounds.y; y < title->bounds.y + title->bounds.height; y++)
    g_assert_cmphex (get_pixel (surface, title->bounds.x + 4, y), ==, 0xffffff);
  g_assert_cmphex (get_pixel (surface, card->bounds.x + card->bounds.width - 12, card->bounds.y + 4), ==, get_rgb (WAY_INK_PAPER));
  cairo_surface_destroy (surface);
}

/* Shadows are for screens; elsewhere a picture is the same with and without them. */
static void
test_screen (void)
{
  g_autoptr (WayScene) scene = new_scene ();
  const WayItem *card = way_scene_get_item (scene, way_scene_find (scene, "card"));
  cairo_surface_t *file = paint_scene (scene, NULL, 1, WAY_PAINT_DEFAULT), *screen = paint_scene (scene, NULL, 1, WAY_PAINT_SCREEN);
  int x = card->bounds.x + card->bounds.width / 2, y = card->bounds.y + card->bounds.height + 0.5;

  g_assert_cmphex (get_pixel (file, x, y), !=, get_pixel (screen, x, y));
  g_assert_cmphex (get_pixel (file, x, card->bounds.y + 4), ==, get_pixel (screen, x, card->bounds.y + 4));
  cairo_surface_destroy (file);
  cairo_surface_destroy (screen);
}

/* From far away text is bars on screens, and glyphs in files; a card is where it was. */
static void
test_far (void)
{
  g_autoptr (WayScene) scene = new_scene ();
  const WayItem *card = way_scene_get_item (scene, way_scene_find (scene, "card"));
  const double scale = 0.2;
  cairo_surface_t *file = paint_scene (scene, NULL, scale, WAY_PAINT_DEFAULT);
  cairo_surface_t *screen = paint_scene (scene, NULL, scale, WAY_PAINT_SCREEN);
  int x = (card->bounds.x + card->bounds.width - 15) * scale, y = (card->bounds.y + card->bounds.height - 7) * scale;

  g_assert_false (is_same (file, screen));
  g_assert_cmphex (get_pixel (file, x, y), ==, get_rgb (WAY_INK_PAPER));
  g_assert_cmphex (get_pixel (screen, x, y), ==, get_rgb (WAY_INK_PAPER));
  cairo_surface_destroy (file);
  cairo_surface_destroy (screen);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/box", test_box);
  g_test_add_func ("/paint/opacity", test_opacity);
  g_test_add_func ("/paint/path", test_path);
  g_test_add_func ("/paint/text", test_text);
  g_test_add_func ("/paint/area", test_area);
  g_test_add_func ("/paint/screen", test_screen);
  g_test_add_func ("/paint/far", test_far);
  return g_test_run ();
}
