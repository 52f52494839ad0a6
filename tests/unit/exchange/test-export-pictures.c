/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map looks alike in every format and in whatever shows it: PDF by poppler, SVG by librsvg and a browser, and our own PNG. */
#include "way-export-help.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

/* Pictures are compared in squares of this many pixels, so that what matters is what is where, not how edges are smoothed. */
#define SQUARE 8
/* How far the mean colours of a square may lie apart (of 255), and how many squares may be further apart. */
#define NEAR 32
#define MOST_FAR 0.001

typedef struct
{
  const char *bytes;
  gsize left;
} Reader;

static cairo_status_t
read_cb (void          *data,
         unsigned char *to,
         unsigned int   length)
{
  Reader *self = data;

  if (length > self->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (to, self->bytes, length);
  self->bytes += length;
  self->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
read_picture (const char *bytes,
              gsize       length)
{
  Reader reader = { bytes, length };
  cairo_surface_t *picture = cairo_image_surface_create_from_png_stream (read_cb, &reader);

  g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
  return picture;
}

/* The mean of a part of a colour over a square. */
static double
get_mean (cairo_surface_t *picture,
          guint            column,
          guint            row,
          guint            part)
{
  const guint8 *data = cairo_image_surface_get_data (picture);
  int stride = cairo_image_surface_get_stride (picture);
  guint sum = 0;

  for (guint y = row * SQUARE; y < (row + 1) * SQUARE; y++)
    for (guint x = column * SQUARE; x < (column + 1) * SQUARE; x++)
      sum += data[y * stride + x * 4 + part];
  return (double) sum / (SQUARE * SQUARE);
}

static void
compare (const char      *map_id,
         const char      *name,
         cairo_surface_t *one,
         cairo_surface_t *other)
{
  int width = MIN (cairo_image_surface_get_width (one), cairo_image_surface_get_width (other));
  int height = MIN (cairo_image_surface_get_height (one), cairo_image_surface_get_height (other));
  guint columns = width / SQUARE, rows = height / SQUARE, far = 0;

  g_assert_cmpint (ABS (cairo_image_surface_get_width (one) - cairo_image_surface_get_width (other)), <=, 2);
  g_assert_cmpint (ABS (cairo_image_surface_get_height (one) - cairo_image_surface_get_height (other)), <=, 2);
  for (guint row = 0; row < rows; row++)
    for (guint column = 0; column < columns; column++)
      {
        double distance = 0;

        for (guint part = 0; part < 3; part++)
          distance = MAX (distance, fabs (get_mean (one, column, row, part) - get_mean (other, column, row, part)));
        far += distance > NEAR;
      }
  g_test_message ("%s, %s: %u of %u squares differ", map_id, name, far, columns * rows);
  if (far > columns * rows * MOST_FAR)
    g_test_fail_printf ("%s looks different in %s: %u of %u squares", map_id, name, far, columns * rows);
}

static cairo_surface_t *
draw_with (GBytes     *file,
           const char *suffix,
           const char *command)
{
  g_autoptr (GBytes) png = way_export_help_run_for_bytes (file, suffix, command);
  gsize length;
  const char *bytes = g_bytes_get_data (png, &length);

  return read_picture (bytes, length);
}

static void
check_map (WayLens    *lens,
           const char *map_id)
{
  /* A pixel of CSS is three quarters of a point. */
  const WayExportOptions options = { .scale = 4.0 / 3 };
  g_autoptr (GBytes) png = way_export_help_write (lens, map_id, WAY_FORMAT_PNG, &options);
  g_autoptr (GBytes) svg = way_export_help_write (lens, map_id, WAY_FORMAT_SVG, NULL);
  g_autoptr (GBytes) pdf = way_export_help_write (lens, map_id, WAY_FORMAT_PDF, NULL);
  cairo_surface_t *ours = read_picture (g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  cairo_surface_t *poppler = draw_with (pdf, "pdf", "pdftoppm -r 96 -png @");
  cairo_surface_t *rsvg = draw_with (svg, "svg", "rsvg-convert --format=png @");
  g_autofree char *browse = g_strdup_printf (
    "chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync "
    "--hide-scrollbars --force-device-scale-factor=1 --user-data-dir=@folder --window-size=%d,%d --screenshot=@out @",
    cairo_image_surface_get_width (ours), cairo_image_surface_get_height (ours));
  cairo_surface_t *chromium = draw_with (svg, "svg", browse);

  compare (map_id, "PDF by poppler", ours, poppler);
  compare (map_id, "SVG by librsvg", ours, rsvg);
  compare (map_id, "SVG by Chromium", ours, chromium);
  cairo_surface_destroy (ours);
  cairo_surface_destroy (poppler);
  cairo_surface_destroy (rsvg);
  cairo_surface_destroy (chromium);
}

static void
test_alike (gconstpointer map_id)
{
  g_autoptr (WayLens) lens = way_export_help_read_lens ("WAY_SAMPLE_DIR", "living-well.json", WAY_AUDIENCE_WORKSHOP);

  check_map (lens, map_id);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/export/pictures/left-to-right", "map-first", test_alike);
  g_test_add_data_func ("/export/pictures/right-to-left", "map-tabib", test_alike);
  return g_test_run ();
}
