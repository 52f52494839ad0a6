/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sizes of paper, sheets and pictures; what stops an export; and that the same map gives the same file. */
#include "way-export-help.h"

#include <string.h>

#define MILLIMETRE (72 / 25.4)

static WayLens *
new_lens (void)
{
  return way_export_help_read_lens ("WAY_SAMPLE_DIR", "living-well.json", WAY_AUDIENCE_PUBLIC);
}

/* A map so wide that a page as large as it would be beyond what PDF has room for. */
static WayLens *
new_wide_lens (void)
{
  GString *json = g_string_new ("{\"waymark\": 1, \"maps\": [{\"id\": \"wide\", \"kind\": \"journey\", \"title\": \"Wide\", \"stages\": [");
  WayLens *lens;

  for (guint i = 0; i < 90; i++)
    g_string_append_printf (json, "%s{\"id\": \"s%u\", \"title\": \"Stage %u\"}", i > 0 ? ", " : "", i, i);
  g_string_append (json, "], \"lanes\": [{\"id\": \"l\", \"kind\": \"doing\"}], \"cards\": "
                         "[{\"id\": \"c\", \"lane\": \"l\", \"stage\": \"s89\", \"text\": \"Faraway\"}]}]}");
  lens = way_export_help_new_lens (json->str, WAY_AUDIENCE_PUBLIC);
  g_string_free (json, TRUE);
  return lens;
}

static void
get_page (GBytes  *pdf,
          guint   *n_pages,
          double  *width,
          double  *height)
{
  g_autofree char *about = way_export_help_run (pdf, "pdf", "pdfinfo @");
  const char *pages = strstr (about, "Pages:"), *size = strstr (about, "Page size:");
  char *end;

  *n_pages = g_ascii_strtoull (pages + strlen ("Pages:"), NULL, 10);
  *width = g_ascii_strtod (size + strlen ("Page size:"), &end);
  *height = g_ascii_strtod (strchr (end, 'x') + 1, NULL);
}

static void
test_paper (void)
{
  const struct { WayPaper paper; WayOrientation orientation; double width, height; } papers[] = {
    { WAY_PAPER_A4, WAY_ORIENTATION_PORTRAIT, 210, 297 },  { WAY_PAPER_A4, WAY_ORIENTATION_AUTO, 297, 210 },
    { WAY_PAPER_A3, WAY_ORIENTATION_LANDSCAPE, 420, 297 }, { WAY_PAPER_A0, WAY_ORIENTATION_AUTO, 1189, 841 },
  };
  g_autoptr (WayLens) lens = new_lens ();

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      const WayExportOptions options = { .paper = papers[i].paper, .orientation = papers[i].orientation };
      g_autoptr (GBytes) pdf = way_export_help_write (lens, "map-home", WAY_FORMAT_PDF, &options);
      double width, height;
      guint n_pages;

      get_page (pdf, &n_pages, &width, &height);
      g_assert_cmpuint (n_pages, ==, 1);
      g_assert_cmpfloat_with_epsilon (width, papers[i].width * MILLIMETRE, 0.1);
      g_assert_cmpfloat_with_epsilon (height, papers[i].height * MILLIMETRE, 0.1);
    }
}

/* The sheets of an A1 page, each A4, hold every word, and say where they belong. */
static void
test_sheets (void)
{
  const WayExportOptions options = { .paper = WAY_PAPER_A1, .tile = WAY_PAPER_A4 };
  g_autoptr (WayLens) lens = new_lens ();
  g_autoptr (GBytes) pdf = way_export_help_write (lens, "map-home", WAY_FORMAT_PDF, &options);
  g_autofree char *text = way_export_help_run (pdf, "pdf", "pdftotext @ -");
  g_autofree char *checked = way_export_help_run (pdf, "pdf", "qpdf --check @");
  double width, height;
  guint n_pages;

  get_page (pdf, &n_pages, &width, &height);
  g_assert_cmpuint (n_pages, ==, 8);
  g_assert_cmpfloat_with_epsilon (width * height, 210 * 297 * MILLIMETRE * MILLIMETRE, 100);
  g_assert_nonnull (strstr (text, "A1 of 8"));
  g_assert_nonnull (strstr (text, "B2 of 8"));
  g_assert_nonnull (strstr (text, "Thursdays"));
  g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors found"));
}

static void
test_several_maps (void)
{
  g_autoptr (WayLens) lens = new_lens ();
  g_auto (GStrv) maps = way_export_help_list_maps (lens);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  double width, height;
  guint n_pages;

  way_export_maps (lens, (const char *const *) maps, WAY_FORMAT_PDF, NULL, stream, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  pdf = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  get_page (pdf, &n_pages, &width, &height);
  g_assert_cmpuint (n_pages, ==, g_strv_length (maps));
  text = way_export_help_run (pdf, "pdf", "pdftotext @ -");
  for (guint i = 1; i <= n_pages; i++)
    {
      g_autofree char *page = g_strdup_printf ("%u of %u", i, n_pages);

      g_assert_nonnull (strstr (text, page));
    }
}

/* The page is within what PDF has room for, and its unit makes it as large as the map. */
static void
test_large_page (void)
{
  g_autoptr (WayLens) lens = new_wide_lens ();
  g_autoptr (GBytes) pdf = way_export_help_write (lens, "wide", WAY_FORMAT_PDF, NULL);
  g_autofree char *objects = way_export_help_run (pdf, "pdf", "qpdf --json --json-key=qpdf @");
  g_autofree char *checked = way_export_help_run (pdf, "pdf", "qpdf --check @");
  g_autofree char *text = way_export_help_run (pdf, "pdf", "pdftotext @ -");
  g_autoptr (GMatchInfo) box = NULL, unit = NULL;
  g_autoptr (GRegex) find_box = g_regex_new ("\"/MediaBox\": \\[\\s*0,\\s*0,\\s*([0-9.]+)", 0, 0, NULL);
  g_autoptr (GRegex) find_unit = g_regex_new ("\"/UserUnit\": ([0-9.]+)", 0, 0, NULL);
  g_autofree char *width = NULL, *points = NULL;
  g_autoptr (WayScene) scene = way_scene_new (lens, "wide", NULL, NULL, NULL);
  double map_width, map_height;

  way_scene_get_size (scene, &map_width, &map_height);
  g_assert_cmpfloat (map_width, >, 14400);
  g_assert_true (g_regex_match (find_box, objects, 0, &box));
  g_assert_true (g_regex_match (find_unit, objects, 0, &unit));
  width = g_match_info_fetch (box, 1);
  points = g_match_info_fetch (unit, 1);
  g_assert_cmpfloat (g_ascii_strtod (width, NULL), <=, 14400);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (width, NULL) * g_ascii_strtod (points, NULL), map_width, 1);
  g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors found"));
  g_assert_nonnull (strstr (text, "Faraway"));
}

static void
get_picture_size (GBytes *png,
                  guint  *width,
                  guint  *height)
{
  const guint8 *bytes = g_bytes_get_data (png, NULL);

  *width = bytes[16] << 24 | bytes[17] << 16 | bytes[18] << 8 | bytes[19];
  *height = bytes[20] << 24 | bytes[21] << 16 | bytes[22] << 8 | bytes[23];
}

static void
test_picture_scale (void)
{
  const WayExportOptions half = { .scale = 0.5 };
  g_autoptr (WayLens) lens = new_lens ();
  g_autoptr (GBytes) png = way_export_help_write (lens, "map-first", WAY_FORMAT_PNG, &half);
  g_autoptr (WayScene) scene = way_scene_new (lens, "map-first", NULL, NULL, NULL);
  double map_width, map_height;
  guint width, height;

  way_scene_get_size (scene, &map_width, &map_height);
  get_picture_size (png, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, map_width / 2, 1);
  g_assert_cmpfloat_with_epsilon (height, map_height / 2, 1);
}

/* A picture that is too large is refused with a scale that works; without a scale, one that works is taken. */
static void
test_picture_limit (void)
{
  const WayExportOptions large = { .scale = 10 };
  g_autoptr (WayLens) lens = new_wide_lens ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autofree char *number = NULL;
  WayExportOptions options = { 0 };
  guint width, height;

  g_assert_false (way_export_maps (lens, (const char *const[]) { "wide", NULL }, WAY_FORMAT_PNG, &large, stream, NULL, NULL, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_TOO_LARGE);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
  options.scale = g_ascii_strtod (error->message + strcspn (error->message, "0123456789"), NULL);
  g_assert_cmpfloat (options.scale, >, 1);
  png = way_export_help_write (lens, "wide", WAY_FORMAT_PNG, &options);
  get_picture_size (png, &width, &height);
  g_assert_cmpuint (width, <=, 32767);
}

static void
test_same (void)
{
  g_autoptr (WayLens) lens = new_lens ();

  for (WayFormat format = WAY_FORMAT_PDF; format <= WAY_FORMAT_PNG; format++)
    {
      const WayExportOptions options = { .scale = 0.25 };
      g_autoptr (GBytes) one = way_export_help_write (lens, "map-first", format, &options);
      g_autoptr (GBytes) other = way_export_help_write (lens, "map-first", format, &options);

      g_assert_cmpmem (g_bytes_get_data (one, NULL), g_bytes_get_size (one), g_bytes_get_data (other, NULL), g_bytes_get_size (other));
    }
}

/* A disk that fills up is named as what it is, whatever the format and wherever it happens. */
static void
test_full (void)
{
  g_autoptr (WayLens) lens = new_lens ();
  char room[20000];

  for (WayFormat format = WAY_FORMAT_PDF; format <= WAY_FORMAT_PNG; format++)
    for (gsize size = 1; size <= sizeof room; size = size * 7 + 1)
      {
        g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, size, NULL, NULL);
        g_autoptr (GError) error = NULL;

        g_assert_false (way_export_maps (lens, (const char *const[]) { "map-first", NULL }, format, NULL, stream, NULL, NULL, NULL, &error));
        g_assert_error (error, WAY_ERROR, WAY_ERROR_FULL);
      }
}

typedef struct
{
  GCancellable *cancellable;
  double last, stop;
} Progress;

static void
progress_cb (double   fraction,
             gpointer data)
{
  Progress *self = data;

  g_assert_cmpfloat (fraction, >=, self->last);
  g_assert_cmpfloat (fraction, <=, 1);
  self->last = fraction;
  if (fraction >= self->stop)
    g_cancellable_cancel (self->cancellable);
}

static void
test_progress (void)
{
  g_autoptr (WayLens) lens = new_lens ();
  const char *const ids[] = { "map-home", NULL };

  for (WayFormat format = WAY_FORMAT_PDF; format <= WAY_FORMAT_PNG; format++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GError) error = NULL;
      Progress progress = { cancellable, 0, 2 };

      way_export_maps (lens, ids, format, NULL, stream, progress_cb, &progress, cancellable, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat (progress.last, ==, 1);

      progress = (Progress) { cancellable, 0, 0.1 };
      g_assert_false (way_export_maps (lens, ids, format, NULL, stream, progress_cb, &progress, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
test_no_map (void)
{
  g_autoptr (WayLens) lens = new_lens ();

  for (WayFormat format = WAY_FORMAT_PDF; format <= WAY_FORMAT_PNG; format++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GError) error = NULL;

      g_assert_false (way_export_maps (lens, (const char *const[]) { "nowhere", NULL }, format, NULL, stream, NULL, NULL, NULL, &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/files/paper", test_paper);
  g_test_add_func ("/export/files/sheets", test_sheets);
  g_test_add_func ("/export/files/several-maps", test_several_maps);
  g_test_add_func ("/export/files/large-page", test_large_page);
  g_test_add_func ("/export/files/picture-scale", test_picture_scale);
  g_test_add_func ("/export/files/picture-limit", test_picture_limit);
  g_test_add_func ("/export/files/same", test_same);
  g_test_add_func ("/export/files/full", test_full);
  g_test_add_func ("/export/files/progress", test_progress);
  g_test_add_func ("/export/files/no-map", test_no_map);
  return g_test_run ();
}
