/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How what is on the wall becomes something else: by gliding there, where that is wanted. */
#include "canvas/way-projection-private.h"

#define GLIDE_MICROSECONDS 450000

void
way_projection_stop_gliding (WayProjection *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static WayRect
rect_between (const WayRect *a,
              const WayRect *b,
              double         part)
{
  return (WayRect) { a->x + (b->x - a->x) * part, a->y + (b->y - a->y) * part, a->width + (b->width - a->width) * part,
                     a->height + (b->height - a->height) * part };
}

static gboolean
glide_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  WayProjection *self = WAY_PROJECTION (widget);
  double part;

  if (self->start == 0)
    self->start = gdk_frame_clock_get_frame_time (clock);
  part = MIN (1, (gdk_frame_clock_get_frame_time (clock) - self->start) / (double) GLIDE_MICROSECONDS);
  part = part * part * (3 - 2 * part);
  self->now.look = way_look_between (&self->from.look, &self->to.look, part);
  self->now.spot = rect_between (&self->from.spot, &self->to.spot, part);
  self->now.light = self->from.light + (self->to.light - self->from.light) * part;
  gtk_widget_queue_draw (widget);
  g_signal_emit_by_name (self, "moved");
  if (part < 1)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
glides (WayProjection *self)
{
  gboolean animates;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animates, NULL);
  return animates && !self->calm && !self->black && self->placed && gtk_widget_get_mapped (GTK_WIDGET (self));
}

static gboolean
is_same_picture (const WayPicture *a,
                 const WayPicture *b)
{
  return a->look.scale == b->look.scale && a->look.middle.x == b->look.middle.x && a->look.middle.y == b->look.middle.y &&
         a->light == b->light && memcmp (&a->spot, &b->spot, sizeof a->spot) == 0;
}

void
way_projection_go_to (WayProjection    *self,
                      const WayPicture *picture,
                      gboolean          glide)
{
  if (self->placed && is_same_picture (&self->to, picture))
    {
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  way_projection_stop_gliding (self);
  self->to = *picture;
  /* A light that comes on does so in its place, and one that goes out stays where it was. */
  if (self->now.light == 0)
    self->now.spot = picture->spot;
  if (picture->light == 0)
    self->to.spot = self->now.spot;
  if (glide && glides (self))
    {
      self->from = self->now;
      self->start = 0;
      self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), glide_cb, NULL, NULL);
    }
  else
    self->now = self->to;
  self->placed = TRUE;
  way_projection_tell_soon (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "moved");
}
