/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Room that a cell makes for what is dragged over it: its cards as they would stand, painted once for each place and then only moved. */
#include "canvas/way-canvas-journey.h"

#include "paint/way-paint.h"

#define GAP 8.0
#define INSET 2.0

/* Everything that goes with a card: itself, and the quotes and flags on it. */
static WayRect
get_block (WayScene       *scene,
           const WayGroup *cell,
           guint           card,
           GArray         *parts)
{
  WayRect bounds = way_scene_get_item (scene, card)->bounds;

  g_array_append_val (parts, card);
  for (guint i = cell->first_item; i < cell->first_item + cell->n_items; i++)
    {
      int owner = way_scene_get_item (scene, i)->owner;

      while (owner >= 0 && owner != (int) card)
        owner = way_scene_get_item (scene, owner)->owner;
      if (owner < 0 || i == card)
        continue;
      bounds = way_rect_union (&bounds, &way_scene_get_item (scene, i)->bounds);
      g_array_append_val (parts, i);
    }
  return bounds;
}

/* The colour of the row that @cell is in. */
static WayInk
get_ground (WayScene       *scene,
            const WayGroup *cell)
{
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);

      if (item->role == WAY_ROLE_BACKDROP && item->n_marks > 0 && item->bounds.y <= cell->bounds.y + 1 &&
          item->bounds.y + item->bounds.height >= cell->bounds.y + cell->bounds.height - 1)
        return way_scene_get_marks (scene, item)[0].fill;
    }
  return WAY_INK_PAPER;
}

typedef struct
{
  WayScene *scene;
  cairo_t *cr;
  WayStyle style;
  WayRect hole;               /* where what is dragged would stand */
  double bottom;
} Room;

static void
make_hole (Room          *room,
           const WayRect *cell,
           double         y,
           double         height)
{
  room->hole = (WayRect) { cell->x + 6, y, cell->width - 12, height };
  room->bottom = y + height;
}

/* Stands the cards of @cell below each other with a hole before number @index of those that are not dragged. */
static void
stand (WayCanvas      *self,
       const WayGroup *cell,
       Room           *room,
       double          height)
{
  g_autoptr (GArray) cards = way_journey_list_cards (self->scene, cell);
  double y = cell->bounds.y + GAP;
  gboolean holed = FALSE;

  for (guint i = 0; i <= cards->len; i++)
    {
      g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));
      WaySpot spot;
      WayRect block;

      if (!holed && i == self->drag.place.index)
        {
          make_hole (room, &cell->bounds, y, height);
          y += height + GAP;
          holed = TRUE;
        }
      if (i == cards->len || !way_journey_spot_of_item (self->scene, g_array_index (cards, guint, i), &spot) ||
          way_canvas_is_selected (self, &spot))
        continue;
      block = get_block (self->scene, cell, g_array_index (cards, guint, i), parts);
      for (guint j = 0; room->cr != NULL && j < parts->len; j++)
        {
          cairo_save (room->cr);
          cairo_translate (room->cr, 0, y - block.y);
          way_paint_item (room->cr, self->scene, way_scene_get_item (self->scene, g_array_index (parts, guint, j)), room->style, WAY_PAINT_SCREEN);
          cairo_restore (room->cr);
        }
      y += block.height + GAP;
      room->bottom = MAX (room->bottom, y - GAP);
    }
}

static void
set_ink (cairo_t  *cr,
         WayStyle  style,
         WayInk    ink)
{
  const WayColour *colour = way_style_get_colour (style, ink);

  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

static GskRenderNode *
paint_room (WayCanvas      *self,
            const WayGroup *cell,
            double          height,
            double          scale)
{
  Room room = { .scene = self->scene, .style = self->dark ? WAY_STYLE_DARK : WAY_STYLE_LIGHT };
  WayRect panel = { cell->bounds.x + INSET, cell->bounds.y + INSET, cell->bounds.width - 2 * INSET, cell->bounds.height - 2 * INSET };
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GdkRGBA colour;

  /* Once to measure. */
  stand (self, cell, &room, height);
  panel.height = MAX (panel.height, room.bottom + GAP - panel.y);
  room.cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (-2, -2, panel.width * scale + 4, panel.height * scale + 4));
  cairo_scale (room.cr, scale, scale);
  cairo_translate (room.cr, -panel.x, -panel.y);
  set_ink (room.cr, room.style, get_ground (self->scene, cell));
  cairo_rectangle (room.cr, panel.x, panel.y, panel.width, panel.height);
  cairo_fill_preserve (room.cr);
  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  gdk_cairo_set_source_rgba (room.cr, &colour);
  cairo_set_line_width (room.cr, 1 / scale);
  cairo_stroke (room.cr);
  stand (self, cell, &room, height);
  cairo_set_source_rgba (room.cr, colour.red, colour.green, colour.blue, 0.12);
  cairo_rectangle (room.cr, room.hole.x, room.hole.y, room.hole.width, room.hole.height);
  cairo_fill_preserve (room.cr);
  gdk_cairo_set_source_rgba (room.cr, &colour);
  cairo_set_line_width (room.cr, 2 / scale);
  cairo_set_dash (room.cr, (double[]) { 5 / scale, 4 / scale }, 2, 0);
  cairo_stroke (room.cr);
  cairo_destroy (room.cr);
  return gtk_snapshot_free_to_node (snapshot);
}

/* Returns: whether room is made; chips stand beside each other, and have a bar between them instead */
gboolean
way_journey_draw_room (WayCanvas      *self,
                       GtkSnapshot    *snapshot,
                       const WayGroup *cell)
{
  g_autoptr (GArray) cards = way_journey_list_cards (self->scene, cell);
  double scale = way_view_get_scale (&self->view);
  WayCanvasRoom *room = &self->room;
  int dragged = way_scene_find (self->scene, self->drag.spot.id);
  WayRect place;

  for (guint i = 0; i < cards->len; i++)
    if (way_scene_get_item (self->scene, g_array_index (cards, guint, i))->role == WAY_ROLE_CHIP)
      return FALSE;
  if (dragged < 0 || cards->len == 0)
    return FALSE;
  if (room->node == NULL || room->scale != scale || room->place.index != self->drag.place.index ||
      !g_str_equal (room->place.lane, self->drag.place.lane) || !g_str_equal (room->place.stage, self->drag.place.stage))
    {
      way_canvas_clear_room (self);
      room->place = self->drag.place;
      room->scale = scale;
      room->node = paint_room (self, cell, way_scene_get_item (self->scene, dragged)->bounds.height, scale);
    }
  place = way_view_from_map (&self->view, &(WayRect) { cell->bounds.x + INSET, cell->bounds.y + INSET, 0, 0 });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (place.x, place.y));
  gtk_snapshot_append_node (snapshot, room->node);
  gtk_snapshot_restore (snapshot);
  return TRUE;
}
