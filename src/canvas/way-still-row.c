/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of pixels that stays as it is. Where a frame drawn by the processor changes all of a window, cairo takes new memory from the X server
 * and waits until the server has copied it, which takes 5 ms of 1920 by 1080 pixels, whatever is in them. With anything left out it takes
 * the memory of the frame before, and waits for nothing. */
#include "canvas/way-still-row.h"

static gboolean
fills_window (GtkWidget *widget,
              GtkNative *native)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, GTK_WIDGET (native), &bounds) && bounds.origin.x <= 0 && bounds.origin.y <= 0 &&
         bounds.origin.x + bounds.size.width >= gtk_widget_get_width (GTK_WIDGET (native)) &&
         bounds.origin.y + bounds.size.height >= gtk_widget_get_height (GTK_WIDGET (native));
}

/**
 * way_still_row_push:
 * @widget: what is drawn
 * @snapshot: where
 * @ground: the colour of the row
 * @device_scale: device pixels a logical pixel
 *
 * Where @widget is all of a window that is drawn by the processor, draws the last row of pixels, and keeps what follows out of it.
 *
 * Returns: whether it did, and what follows is to end with gtk_snapshot_pop()
 */
gboolean
way_still_row_push (GtkWidget     *widget,
                    GtkSnapshot   *snapshot,
                    const GdkRGBA *ground,
                    double         device_scale)
{
  GtkNative *native = gtk_widget_get_native (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double row = 1 / device_scale;

  if (native == NULL || !GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native)) || !fills_window (widget, native))
    return FALSE;
  gtk_snapshot_append_color (snapshot, ground, &GRAPHENE_RECT_INIT (0, height - row, width, row));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height - row));
  return TRUE;
}
