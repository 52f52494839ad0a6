/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the view of the canvas is tied to scrollbars and zoom. */
#include "canvas/way-canvas-private.h"

#include <math.h>

/* The zoom rests this long before the map is painted sharp. */
#define REST_MILLISECONDS 120
#define GLIDE_MICROSECONDS 180000

void
way_canvas_configure_adjustments (WayCanvas *self)
{
  double width, height;

  way_view_get_extent (&self->view, &width, &height);
  self->adjusting = TRUE;
  if (self->adjustments[0] != NULL)
    gtk_adjustment_configure (self->adjustments[0], self->view.scroll_x, 0, width, 40, self->view.width * 0.9, self->view.width);
  if (self->adjustments[1] != NULL)
    gtk_adjustment_configure (self->adjustments[1], self->view.scroll_y, 0, height, 40, self->view.height * 0.9, self->view.height);
  self->adjusting = FALSE;
}

/* To be called whenever the view is not what it was. */
void
way_canvas_view_changed (WayCanvas *self)
{
  way_canvas_configure_adjustments (self);
  if (self->editor.view != NULL)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
way_canvas_animates (WayCanvas *self)
{
  gboolean animates;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animates, NULL);
  return animates;
}

static void
rest_cb (gpointer data)
{
  WayCanvas *self = data;

  self->rest = 0;
  self->moving = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
way_canvas_set_zoom_at (WayCanvas *self,
                        double     zoom,
                        double     x,
                        double     y)
{
  WayPoint point = way_view_to_map (&self->view, x, y);

  self->moving = TRUE;
  way_canvas_hold_at (self, zoom, &point, x, y);
}

/* Zooms, and scrolls so that @point of the map is at @x, @y. */
void
way_canvas_hold_at (WayCanvas      *self,
                    double          zoom,
                    const WayPoint *point,
                    double          x,
                    double          y)
{
  double before = self->view.zoom;

  way_view_hold_at (&self->view, zoom, point, x, y);
  self->moving = self->moving || before != self->view.zoom;
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add_once (REST_MILLISECONDS, rest_cb, self);
  way_canvas_view_changed (self);
  if (before != self->view.zoom)
    g_object_notify (G_OBJECT (self), "zoom");
}

static gboolean
glide_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  WayCanvas *self = WAY_CANVAS (widget);
  WayCanvasGlide *glide = &self->glide;
  double part;

  if (glide->start == 0)
    glide->start = gdk_frame_clock_get_frame_time (clock);
  part = MIN (1, (gdk_frame_clock_get_frame_time (clock) - glide->start) / (double) GLIDE_MICROSECONDS);
  part = 1 - pow (1 - part, 3);
  way_canvas_set_zoom_at (self, part >= 1 ? glide->to : exp (log (glide->from) + (log (glide->to) - log (glide->from)) * part),
                          glide->x, glide->y);
  if (part < 1)
    return G_SOURCE_CONTINUE;
  glide->tick = 0;
  return G_SOURCE_REMOVE;
}

void
way_canvas_stop_gliding (WayCanvas *self)
{
  if (self->glide.tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->glide.tick);
  self->glide.tick = 0;
}

/* Goes to @zoom in a few frames, or at once for those who want nothing to move. */
void
way_canvas_glide_to (WayCanvas *self,
                     double     zoom,
                     double     x,
                     double     y)
{
  way_canvas_stop_gliding (self);
  zoom = CLAMP (zoom, WAY_ZOOM_MIN, WAY_ZOOM_MAX);
  if (!way_canvas_animates (self) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      way_canvas_set_zoom_at (self, zoom, x, y);
      return;
    }
  self->glide = (WayCanvasGlide) { .from = self->view.zoom, .to = zoom, .x = x, .y = y };
  self->glide.tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), glide_cb, NULL, NULL);
}

static void
adjusted_cb (GtkAdjustment *adjustment,
             WayCanvas     *self)
{
  if (self->adjusting)
    return;
  if (adjustment == self->adjustments[0])
    self->view.scroll_x = gtk_adjustment_get_value (adjustment);
  else
    self->view.scroll_y = gtk_adjustment_get_value (adjustment);
  if (self->editor.view != NULL)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
way_canvas_set_adjustment (WayCanvas     *self,
                           guint          which,
                           GtkAdjustment *adjustment)
{
  if (self->adjustments[which] == adjustment && adjustment != NULL)
    return;
  if (self->adjustments[which] != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->adjustments[which], adjusted_cb, self);
      g_clear_object (&self->adjustments[which]);
    }
  if (adjustment == NULL)
    return;
  self->adjustments[which] = g_object_ref_sink (adjustment);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (adjusted_cb), self);
  way_canvas_configure_adjustments (self);
}

double
way_canvas_get_zoom (WayCanvas *self)
{
  return self->view.zoom;
}

/**
 * way_canvas_get_visible:
 * @self: a canvas
 * @area: (out): the part of the map's plane that is seen, or will be when a zoom has glided to its end
 *
 * Returns: whether anything is
 */
gboolean
way_canvas_get_visible (WayCanvas *self,
                        WayRect   *area)
{
  WayView view = self->view;

  if (self->scene == NULL || view.width <= 0 || view.height <= 0)
    return FALSE;
  if (self->glide.tick != 0)
    way_view_zoom_at (&view, self->glide.to, self->glide.x, self->glide.y);
  *area = way_view_get_visible (&view);
  return TRUE;
}

/* Keys and buttons zoom around what is selected and seen, else around the middle. */
static WayPoint
get_anchor (WayCanvas *self)
{
  WayRect area, place;
  WayPoint middle = { self->view.width / 2, self->view.height / 2 };

  if (self->scene == NULL || !way_outline_get_bounds (self->scene, &self->selected, &area))
    return middle;
  place = way_view_from_map (&self->view, &area);
  if (!way_rect_contains (&(WayRect) { 0, 0, self->view.width, self->view.height }, place.x + place.width / 2, place.y + place.height / 2))
    return middle;
  return (WayPoint) { place.x + place.width / 2, place.y + place.height / 2 };
}

/**
 * way_canvas_zoom_by:
 * @self: a canvas
 * @factor: above 1 to see less of the map, larger
 */
void
way_canvas_zoom_by (WayCanvas *self,
                    double     factor)
{
  way_canvas_zoom_to (self, (self->glide.tick != 0 ? self->glide.to : self->view.zoom) * factor);
}

/**
 * way_canvas_zoom_to:
 * @self: a canvas
 * @zoom: 1 is as large as on paper
 */
void
way_canvas_zoom_to (WayCanvas *self,
                    double     zoom)
{
  WayPoint anchor = get_anchor (self);

  self->fit = FALSE;
  way_canvas_glide_to (self, zoom, anchor.x, anchor.y);
}

/**
 * way_canvas_zoom_to_fit:
 * @self: a canvas
 *
 * Shows the whole map, and goes on doing so when the size of the canvas changes, until the zoom is changed otherwise.
 */
void
way_canvas_zoom_to_fit (WayCanvas *self)
{
  way_canvas_stop_gliding (self);
  self->fit = TRUE;
  way_canvas_set_zoom_at (self, way_view_get_fit (&self->view), self->view.width / 2, self->view.height / 2);
}
