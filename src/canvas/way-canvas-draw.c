/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a frame shows: the ground, the map's tiles, and over them what is hovered, selected or dragged. */
#include "canvas/way-canvas-private.h"

#include "canvas/way-still-row.h"
#include "paint/way-paint.h"

#include <math.h>

/* Microseconds of a frame that may go into painting tiles. */
#define PAINT_BUDGET 4000

static WayStyle
get_style (WayCanvas *self)
{
  return self->dark ? WAY_STYLE_DARK : WAY_STYLE_LIGHT;
}

static gboolean
more_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  WAY_CANVAS (widget)->more = 0;
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

static GdkRGBA
get_ground (WayCanvas *self)
{
  const WayColour *colour = way_style_get_colour (get_style (self), WAY_INK_CANVAS);

  return (GdkRGBA) { colour->red, colour->green, colour->blue, 1 };
}

static void
draw_ground (WayCanvas   *self,
             GtkSnapshot *snapshot)
{
  GdkRGBA ground = get_ground (self);
  WayRect visible = way_view_get_visible (&self->view);

  /* Under the map it would only be painted over. */
  if (self->scene != NULL && visible.x >= 0 && visible.y >= 0 && visible.x + visible.width <= self->view.map_width &&
      visible.y + visible.height <= self->view.map_height)
    return;
  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, self->view.width, self->view.height));
}

static double
get_device_scale (WayCanvas *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? gdk_surface_get_scale (surface) : gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

void
way_canvas_draw_ring (WayCanvas     *self,
                      GtkSnapshot   *snapshot,
                      const WayRect *area,
                      double         width,
                      double         opacity)
{
  WayRect place = way_view_from_map (&self->view, area);
  GdkRGBA colour;
  GskRoundedRect outline;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  colour.alpha *= opacity;
  place = way_rect_grow (&place, width + 1);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (place.x, place.y, place.width, place.height),
                                   MIN (6 * way_view_get_scale (&self->view) + width, 14));
  gtk_snapshot_append_border (snapshot, &outline, (float[]) { width, width, width, width },
                              (GdkRGBA[]) { colour, colour, colour, colour });
}

/* Where something would be put: @area, no thinner than can be seen. */
void
way_canvas_draw_bar (WayCanvas     *self,
                     GtkSnapshot   *snapshot,
                     const WayRect *area)
{
  WayRect place = way_view_from_map (&self->view, area);
  GdkRGBA colour;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (place.x, place.y, MAX (place.width, 3), MAX (place.height, 3)));
}

/* A word beside what is dragged, in the widget's coordinates: @x is its middle, @y its lower end. */
void
way_canvas_draw_pill (WayCanvas   *self,
                      GtkSnapshot *snapshot,
                      const char  *text,
                      double       x,
                      double       y)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  const WayColour *paper = way_style_get_colour (get_style (self), WAY_INK_PAPER);
  GdkRGBA colour, ground = { paper->red, paper->green, paper->blue, 1 };
  GskRoundedRect outline;
  int width, height;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  pango_layout_get_pixel_size (layout, &width, &height);
  x = CLAMP (x - width / 2.0, 10, MAX (10, self->view.width - width - 10));
  y = CLAMP (y - height, 6, MAX (6, self->view.height - height - 6));
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x - 8, y - 3, width + 16, height + 6), height / 2.0 + 3);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[]) { 2, 2, 2, 2 }, (GdkRGBA[]) { colour, colour, colour, colour });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/* Only what is in sight: all of a map may be selected. */
static void
draw_chosen (WayCanvas   *self,
             GtkSnapshot *snapshot,
             double       opacity)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));
  WayRect visible = way_view_get_visible (&self->view);

  if (!way_canvas_has_many (self))
    return;
  way_scene_query (self->scene, &visible, seen);
  for (guint i = 0; i < seen->len; i++)
    {
      const WayItem *item = way_scene_get_item (self->scene, g_array_index (seen, guint, i));

      if (item->id != NULL && g_hash_table_contains (self->chosen, item->id))
        way_canvas_draw_ring (self, snapshot, &item->bounds, 2, opacity);
    }
}

static void
draw_selection (WayCanvas   *self,
                GtkSnapshot *snapshot)
{
  gboolean focused = gtk_widget_has_focus (GTK_WIDGET (self)) || self->editor.view != NULL;
  WayRect area;

  if (way_spot_is_set (&self->hovered) && !way_spot_equal (&self->hovered, &self->selected) && *self->hovered.id != '\0' &&
      !self->drag.active && way_outline_get_bounds (self->scene, &self->hovered, &area))
    way_canvas_draw_ring (self, snapshot, &area, 1, 0.6);
  draw_chosen (self, snapshot, focused ? 0.8 : 0.5);
  if (way_outline_get_bounds (self->scene, &self->selected, &area))
    {
      if (*self->selected.id == '\0')
        area = way_rect_grow (&area, -2);
      /* Where the keyboard is without selecting anything a thin ring stands apart. */
      if (way_canvas_is_picking (self) && !way_canvas_is_selected (self, &self->selected))
        {
          area = way_rect_grow (&area, 2);
          way_canvas_draw_ring (self, snapshot, &area, 1, focused ? 1 : 0.5);
        }
      else
        way_canvas_draw_ring (self, snapshot, &area, focused ? 3 : 2, focused ? 1 : 0.5);
    }
  else if (gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    {
      WayRect all = way_view_get_visible (&self->view);

      all = way_rect_grow (&all, -4 / way_view_get_scale (&self->view));
      way_canvas_draw_ring (self, snapshot, &all, 2, 0.6);
    }
}

static void
draw_ghost (WayCanvas   *self,
            GtkSnapshot *snapshot)
{
  int index = way_scene_find (self->scene, self->drag.spot.id);
  double scale = way_view_get_scale (&self->view), left, top;
  WayPoint pointer = way_view_to_map (&self->view, self->drag.x, self->drag.y);
  const WayItem *item;
  WayRect area;
  cairo_t *cr;

  if (index < 0)
    return;
  item = way_scene_get_item (self->scene, index);
  area = item->bounds;
  area.x = self->drag.has_ghost ? self->drag.ghost.x : pointer.x - self->drag.grip_x;
  area.y = self->drag.has_ghost ? self->drag.ghost.y : pointer.y - self->drag.grip_y;
  area = way_view_from_map (&self->view, &area);
  area = way_rect_grow (&area, 4);
  way_view_get_origin (&self->view, &left, &top);

  gtk_snapshot_push_opacity (snapshot, 0.85);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (area.x, area.y, area.width, area.height));
  cairo_translate (cr, area.x + 4, area.y + 4);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -item->bounds.x, -item->bounds.y);
  way_paint_item (cr, self->scene, item, get_style (self), WAY_PAINT_SCREEN);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

/* Draws an item of the map again, over what was drawn on it. */
void
way_canvas_draw_item (WayCanvas     *self,
                      GtkSnapshot   *snapshot,
                      const WayItem *item)
{
  WayRect area = way_view_from_map (&self->view, &item->bounds);
  double scale = way_view_get_scale (&self->view), left, top;
  cairo_t *cr;

  area = way_rect_grow (&area, 2);
  way_view_get_origin (&self->view, &left, &top);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (area.x, area.y, area.width, area.height));
  cairo_translate (cr, left, top);
  cairo_scale (cr, scale, scale);
  way_paint_item (cr, self->scene, item, get_style (self), WAY_PAINT_SCREEN);
  cairo_destroy (cr);
}

/* To be called when nothing is dragged any more. */
void
way_canvas_clear_room (WayCanvas *self)
{
  g_clear_pointer (&self->room.node, gsk_render_node_unref);
}

static void
draw_plus (WayCanvas   *self,
           GtkSnapshot *snapshot)
{
  WayRect place = way_view_from_map (&self->view, &self->plus.area);
  const WayColour *paper = way_style_get_colour (get_style (self), WAY_INK_PAPER);
  GdkRGBA colour, ground = { paper->red, paper->green, paper->blue, 1 };
  double x = place.x + WAY_PLUS_SIZE / 2, y = place.y + WAY_PLUS_SIZE / 2;
  GskRoundedRect outline;

  if (self->plus.kind == WAY_KIND_NONE || self->drag.active)
    return;
  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (place.x + 1, place.y + 1, WAY_PLUS_SIZE - 2, WAY_PLUS_SIZE - 2), WAY_PLUS_SIZE / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[]) { 2, 2, 2, 2 }, (GdkRGBA[]) { colour, colour, colour, colour });
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x - 6, y - 1, 12, 2));
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x - 1, y - 6, 2, 12));
}

static void
draw (WayCanvas   *self,
      GtkSnapshot *snapshot)
{
  draw_ground (self, snapshot);
  if (self->scene == NULL || self->view.width <= 0 || self->view.height <= 0)
    return;
  way_tiles_begin_frame (self->tiles, self->moving);
  way_tiles_snapshot (self->tiles, snapshot, &self->view, get_device_scale (self), PAINT_BUDGET);
  if (way_tiles_end_frame (self->tiles) && self->more == 0)
    self->more = gtk_widget_add_tick_callback (GTK_WIDGET (self), more_cb, NULL, NULL);
  way_canvas_draw_found (self, snapshot);
  draw_selection (self, snapshot);
  if (way_canvas_tools_get (self->scene)->draw_over != NULL)
    way_canvas_tools_get (self->scene)->draw_over (self, snapshot);
  way_canvas_draw_band (self, snapshot);
  draw_plus (self, snapshot);
  if (!self->drag.active)
    {
      way_canvas_clear_room (self);
      return;
    }
  if (self->drag.has_place || self->drag.links)
    way_canvas_tools_get (self->scene)->draw_place (self, snapshot);
  if (!self->drag.links)
    draw_ghost (self, snapshot);
}

void
way_canvas_draw (WayCanvas   *self,
                 GtkSnapshot *snapshot)
{
  GdkRGBA ground = get_ground (self);
  gboolean pushed = way_still_row_push (GTK_WIDGET (self), snapshot, &ground, get_device_scale (self));

  draw (self, snapshot);
  if (pushed)
    gtk_snapshot_pop (snapshot);
}
