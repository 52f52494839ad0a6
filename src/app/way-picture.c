/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map as a small picture: its beginning, large enough to be told from others. */
#include "app/way-picture.h"

#include "paint/way-paint.h"

/* A map that is much wider than high would be a thin line; of such a one only the beginning is shown, of a high one the top. */
#define LEAST_FILLED 0.75

static double
get_scale (double width,
           double height)
{
  double across = WAY_PICTURE_WIDTH / width, down = WAY_PICTURE_HEIGHT / height;
  double all = MIN (across, down), full = MAX (across, down);

  return MIN (full, all / LEAST_FILLED);
}

static void
free_surface (gpointer data)
{
  cairo_surface_destroy (data);
}

/**
 * way_picture_new:
 * @scene: a map
 * @device_scale: pixels for a point of the screen, each way
 * @style: with which colours
 *
 * Returns: (transfer full): a picture of the map
 */
GdkTexture *
way_picture_new (WayScene *scene,
                 int       device_scale,
                 WayStyle  style)
{
  int columns = WAY_PICTURE_WIDTH * device_scale, rows = WAY_PICTURE_HEIGHT * device_scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, columns, rows);
  const WayColour *ground = way_style_get_colour (style, WAY_INK_CANVAS);
  g_autoptr (GBytes) bytes = NULL;
  double width, height, scale, left;
  cairo_t *cr = cairo_create (surface);

  way_scene_get_size (scene, &width, &height);
  scale = get_scale (MAX (width, 1), MAX (height, 1));
  left = scale * width < WAY_PICTURE_WIDTH ? (WAY_PICTURE_WIDTH - scale * width) / 2
                                           : way_scene_is_right_to_left (scene) ? WAY_PICTURE_WIDTH - scale * width : 0;
  cairo_set_source_rgb (cr, ground->red, ground->green, ground->blue);
  cairo_paint (cr);
  cairo_scale (cr, device_scale, device_scale);
  cairo_translate (cr, left, MAX (0, (WAY_PICTURE_HEIGHT - scale * height) / 2));
  cairo_scale (cr, scale, scale);
  way_paint_scene (cr, scene, &(WayRect) { MAX (0, -left / scale), 0, WAY_PICTURE_WIDTH / scale, WAY_PICTURE_HEIGHT / scale }, style,
                   WAY_PAINT_SCREEN);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) rows * cairo_image_surface_get_stride (surface),
                                      free_surface, surface);
  return gdk_memory_texture_new (columns, rows, G_BYTE_ORDER == G_LITTLE_ENDIAN ? GDK_MEMORY_B8G8R8X8 : GDK_MEMORY_X8R8G8B8, bytes,
                                 cairo_image_surface_get_stride (surface));
}
