/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a map as a picture. */
#include "exchange/way-png.h"

#include "base/way-i18n.h"
#include "exchange/way-page.h"
#include "paint/way-paint.h"

#include <math.h>

/* What cairo can hold along an edge, and pixels of a picture that still fits into the memory of a small machine (4 bytes each). */
#define MAX_EDGE 32767
#define MAX_PIXELS 200e6
#define USUAL_SCALE 2

static double
get_largest_scale (const WayPage *page)
{
  double edge = MAX_EDGE / MAX (page->width, page->height);

  return MIN (edge, sqrt (MAX_PIXELS / (page->width * page->height)));
}

/* The scale that was asked for; where none was, one that works. */
static gboolean
choose_scale (const WayPage  *page,
              double          wanted,
              double         *scale,
              GError        **error)
{
  double largest = get_largest_scale (page);

  *scale = wanted > 0 ? wanted : MIN (USUAL_SCALE, largest);
  if (*scale <= largest)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_TOO_LARGE,
               _("The picture would be too large: the largest scale that works for this map is %.2f."), floor (largest * 100) / 100);
  return FALSE;
}

static cairo_surface_t *
paint_picture (WayScene               *scene,
               const WayPage          *page,
               const WayExportOptions *options,
               double                  scale)
{
  int width = MAX (1, lround (page->width * scale)), height = MAX (1, lround (page->height * scale));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  const WayColour *ground = way_style_get_colour (options->style, WAY_INK_CANVAS);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, ground->red, ground->green, ground->blue);
  cairo_paint (cr);
  cairo_scale (cr, width / page->width, height / page->height);
  cairo_translate (cr, page->at.x, page->at.y);
  cairo_scale (cr, page->scale, page->scale);
  way_paint_scene (cr, scene, NULL, options->style, WAY_PAINT_NO_BACKGROUND);
  cairo_destroy (cr);
  return surface;
}

/**
 * way_png_write:
 * @scene: a map
 * @options: how
 * @sink: where
 * @error: %WAY_ERROR_TOO_LARGE, or what went wrong in writing
 *
 * Returns: whether the picture was written
 */
gboolean
way_png_write (WayScene                *scene,
               const WayExportOptions  *options,
               WaySink                 *sink,
               GError                 **error)
{
  cairo_surface_t *surface;
  cairo_status_t status;
  WayPage page;
  double width, height, scale;

  way_scene_get_size (scene, &width, &height);
  page = way_page_new (width, height, options->paper, options->orientation);
  if (!choose_scale (&page, options->scale, &scale, error))
    return FALSE;
  surface = paint_picture (scene, &page, options, scale);
  status = way_sink_step (sink, 0.5) ? cairo_surface_write_to_png_stream (surface, way_sink_write_cb, sink) : CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy (surface);
  if (!way_sink_finish (sink, error))
    return FALSE;
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_FAILED, _("The picture could not be made: %s."), cairo_status_to_string (status));
  return FALSE;
}
