/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A frame of the map on the wall: the map, what is dimmed of it, the names that stay in view, and what is being typed. */
#include "canvas/way-projection-private.h"

#include "canvas/way-still-row.h"
#include "paint/way-paint.h"

#include <math.h>

/* Microseconds of a frame that may go into painting tiles. */
#define PAINT_BUDGET 4000
/* How much of the ground lies over what is dimmed. */
#define DIMMED 0.78
/* What is typed is somewhat larger than it will be. */
#define DRAFT_SCALE 1.15
#define DRAFT_PADDING 8.0
#define SPOT_GAP 3.0
/* What is said of a stop is larger than text on the map. */
#define NOTE_SCALE 2.0

static GdkRGBA
get_ink (WayProjection *self,
         WayInk         ink,
         double         alpha)
{
  const WayColour *colour = way_style_get_colour (self->dark ? WAY_STYLE_DARK : WAY_STYLE_LIGHT, ink);

  return (GdkRGBA) { colour->red, colour->green, colour->blue, colour->alpha * alpha };
}

/* Lines that pick something out. */
static GdkRGBA
get_line (WayProjection *self,
          double         alpha)
{
  return get_ink (self, self->dark ? WAY_INK_TEXT : WAY_INK_STAGE, alpha);
}

static void
fill (GtkSnapshot   *snapshot,
      const WayRect *area,
      GdkRGBA        colour)
{
  if (area->width > 0 && area->height > 0)
    gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (area->x, area->y, area->width, area->height));
}

static gboolean
more_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  WAY_PROJECTION (widget)->more = 0;
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

static double
get_device_scale (WayProjection *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? gdk_surface_get_scale (surface) : gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static void
draw_map (WayProjection *self,
          GtkSnapshot   *snapshot,
          const WayLook *look)
{
  WayView view = way_look_get_view (look, &self->wall);

  way_tiles_snapshot (self->tiles, snapshot, &view, get_device_scale (self), PAINT_BUDGET);
}

/* The same map, moved so that the row of stages or the column of lanes is in sight, in the strip that is kept for it. */
static void
draw_strip (WayProjection *self,
            GtkSnapshot   *snapshot,
            const WayRect *strip,
            double         dx,
            double         dy)
{
  WayLook look = self->now.look;
  WayRect edge = *strip;

  look.middle.x += dx / look.scale;
  look.middle.y += dy / look.scale;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (strip->x, strip->y, strip->width, strip->height));
  fill (snapshot, strip, get_ink (self, WAY_INK_CANVAS, 1));
  draw_map (self, snapshot, &look);
  if (dy != 0)
    edge = (WayRect) { strip->x, strip->y + strip->height - 2, strip->width, 2 };
  else
    edge = (WayRect) { self->wall.right_to_left ? strip->x : strip->x + strip->width - 2, strip->y, 2, strip->height };
  fill (snapshot, &edge, get_ink (self, WAY_INK_HAIRLINE, 1));
  gtk_snapshot_pop (snapshot);
}

/* What is above or beside the map in a strip would be the title, or the ground: only the names are let through. */
static void
draw_strips (WayProjection       *self,
             GtkSnapshot         *snapshot,
             const WayLookStrips *strips)
{
  double margin = self->wall.height * WAY_LOOK_MARGIN;
  WayRect stages = way_look_from_map (&self->now.look, &self->wall, &self->wall.frame.stages);
  WayRect lanes = way_look_from_map (&self->now.look, &self->wall, &self->wall.frame.lanes);
  WayRect beside = strips->lanes;
  double lanes_x = self->wall.right_to_left ? self->wall.width - margin - lanes.width : margin;

  /* What is said below the lanes is not cut by their names. */
  beside.height = CLAMP (lanes.y + lanes.height + margin / 2, 0, self->wall.height);
  if (strips->lanes.width > 0)
    draw_strip (self, snapshot, &beside, lanes.x - lanes_x, 0);
  if (strips->stages.height > 0)
    {
      WayRect corner = strips->lanes;

      draw_strip (self, snapshot, &strips->stages, 0, stages.y - margin);
      corner.height = strips->stages.height - 2;
      fill (snapshot, &corner, get_ink (self, WAY_INK_CANVAS, 1));
    }
}

/* Dims what is beside the spot, but for the names of stages and lanes. */
static void
draw_dim (WayProjection       *self,
          GtkSnapshot         *snapshot,
          const WayLookStrips *strips)
{
  WayRect spot = way_look_from_map (&self->now.look, &self->wall, &self->now.spot);
  WayRect stages = way_look_from_map (&self->now.look, &self->wall, &self->wall.frame.stages);
  WayRect lanes = way_look_from_map (&self->now.look, &self->wall, &self->wall.frame.lanes);
  GdkRGBA veil = get_ink (self, WAY_INK_CANVAS, DIMMED * self->now.light);
  double top = MAX (stages.y + stages.height, strips->stages.height), left = 0, right = self->wall.width;
  /* Flags stand on the upper edge of their stages. */
  double above = MAX (0, stages.y - self->wall.height * WAY_LOOK_MARGIN), below;

  if (strips->lanes.width > 0 && !self->wall.right_to_left)
    left = strips->lanes.width;
  else if (strips->lanes.width > 0)
    right = strips->lanes.x;
  else if (lanes.width > 0 && !self->wall.right_to_left)
    left = MAX (0, lanes.x + lanes.width);
  else if (lanes.width > 0)
    right = MIN (right, lanes.x);
  spot = way_rect_grow (&spot, SPOT_GAP);
  fill (snapshot, &(WayRect) { left, top, spot.x - left, self->wall.height - top }, veil);
  fill (snapshot, &(WayRect) { spot.x + spot.width, top, right - spot.x - spot.width, self->wall.height - top }, veil);
  fill (snapshot, &(WayRect) { MAX (left, spot.x), top, spot.width, spot.y - top }, veil);
  /* Below the names of lanes. */
  below = MAX (top, lanes.y + lanes.height);
  fill (snapshot, &(WayRect) { 0, below, left, self->wall.height - below }, veil);
  fill (snapshot, &(WayRect) { right, below, self->wall.width - right, self->wall.height - below }, veil);
  /* The title above the stages, and the foot below the lanes. */
  if (strips->stages.height == 0)
    fill (snapshot, &(WayRect) { 0, 0, self->wall.width, above }, veil);
  fill (snapshot, &(WayRect) { MAX (left, spot.x), spot.y + spot.height, spot.width, self->wall.height - spot.y - spot.height }, veil);
}

/* A line around the spot, so that it is not told by its brightness alone. */
static void
draw_spot (WayProjection       *self,
           GtkSnapshot         *snapshot,
           const WayLookStrips *strips)
{
  WayRect spot = way_look_from_map (&self->now.look, &self->wall, &self->now.spot);
  double width = MAX (3, self->wall.height / 270), top = -2 * width;
  GdkRGBA colour = get_line (self, self->now.light);
  GskRoundedRect outline;

  spot = way_rect_grow (&spot, SPOT_GAP + width);
  /* Where the header of the stage stays in view above, it is picked out too. */
  if (strips->stages.height > 0)
    {
      spot.height -= top - spot.y;
      spot.y = top;
    }
  if (spot.height <= 0)
    return;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (spot.x, spot.y, spot.width, spot.height), 8 + width);
  gtk_snapshot_append_border (snapshot, &outline, (float[]) { width, width, width, width },
                              (GdkRGBA[]) { colour, colour, colour, colour });
}

static PangoLayout *
create_layout (WayProjection *self,
               const char    *text,
               double         size,
               double         width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoFontDescription) font =
    pango_font_description_copy (way_fonts_get_description (way_scene_get_fonts (self->scene), WAY_TEXT_BODY));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  return layout;
}

static PangoLayout *
create_note (WayProjection  *self,
             const WaySight *sight)
{
  double margin = self->wall.height * WAY_LOOK_MARGIN;

  return create_layout (self, sight->note, self->wall.height * self->wall.share * NOTE_SCALE, self->wall.width - 4 * margin);
}

/* How much of the wall what is said of @sight takes. */
double
way_projection_measure_foot (WayProjection  *self,
                             const WaySight *sight)
{
  g_autoptr (PangoLayout) note = NULL;
  int height;

  if (sight == NULL || sight->note == NULL)
    return 0;
  note = create_note (self, sight);
  pango_layout_get_pixel_size (note, NULL, &height);
  return MIN (height + 2 * self->wall.height * WAY_LOOK_MARGIN, self->wall.height / 2);
}

static void
draw_foot (WayProjection *self,
           GtkSnapshot   *snapshot)
{
  const WaySight *sight = way_projection_get_sight (self);
  double margin = self->wall.height * WAY_LOOK_MARGIN;
  WayRect foot = { 0, self->wall.height - self->wall.foot, self->wall.width, self->wall.foot };
  GdkRGBA text = get_ink (self, WAY_INK_TEXT, 1);
  g_autoptr (PangoLayout) note = NULL;

  if (sight == NULL || sight->note == NULL)
    return;
  note = create_note (self, sight);
  fill (snapshot, &foot, get_ink (self, WAY_INK_PAPER, 1));
  foot.height = 3;
  fill (snapshot, &foot, get_line (self, 1));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (2 * margin, foot.y + margin));
  gtk_snapshot_append_layout (snapshot, note, &text);
  gtk_snapshot_restore (snapshot);
}

/* The card that is being typed, at its place, and within the wall. */
static void
draw_draft (WayProjection *self,
            GtkSnapshot   *snapshot)
{
  double scale = MAX (self->now.look.scale, way_look_get_least_scale (&self->wall)) * DRAFT_SCALE;
  double padding = DRAFT_PADDING * scale, line = MAX (3, self->wall.height / 270);
  GdkRGBA rim = get_line (self, 1), text = get_ink (self, WAY_INK_TEXT, 1);
  g_autoptr (PangoLayout) layout = NULL;
  WayRect place, card;
  GskRoundedRect outline;
  int width, height;

  if (self->draft.text == NULL || !way_projection_get_draft_place (self, &place))
    return;
  place = way_look_from_map (&self->now.look, &self->wall, &place);
  if (!way_rect_intersects (&place, &(WayRect) { 0, 0, self->wall.width, self->wall.height }))
    return;
  card = (WayRect) { place.x, place.y, MIN (MAX (place.width * DRAFT_SCALE, 132 * scale), self->wall.width), 0 };
  layout = create_layout (self, self->draft.text, self->wall.body * scale, card.width - 2 * padding);
  pango_layout_get_pixel_size (layout, &width, &height);
  card.height = MAX (place.height, height + 2 * padding);
  card.x = CLAMP (place.x + (place.width - card.width) / 2, 0, self->wall.width - card.width);
  /* The end of what is typed is what matters where it is higher than the wall. */
  card.y = MIN (MAX (0, card.y), self->wall.height - card.height);

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (card.x, card.y, card.width, card.height), 8 * scale);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  fill (snapshot, &card, get_ink (self, WAY_INK_PAPER, 1));
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[]) { line, line, line, line }, (GdkRGBA[]) { rim, rim, rim, rim });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (card.x + padding, card.y + padding));
  gtk_snapshot_append_layout (snapshot, layout, &text);
  gtk_snapshot_restore (snapshot);
}

static void
draw (WayProjection *self,
      GtkSnapshot   *snapshot)
{
  WayLookStrips strips = way_look_get_strips (&self->now.look, &self->wall);
  gboolean moving = self->tick != 0 && self->from.look.scale != self->to.look.scale;

  way_tiles_begin_frame (self->tiles, moving);
  draw_map (self, snapshot, &self->now.look);
  if (self->now.light > 0)
    draw_dim (self, snapshot, &strips);
  draw_strips (self, snapshot, &strips);
  if (way_tiles_end_frame (self->tiles) && self->more == 0)
    self->more = gtk_widget_add_tick_callback (GTK_WIDGET (self), more_cb, NULL, NULL);
  if (self->now.light > 0)
    draw_spot (self, snapshot, &strips);
  draw_foot (self, snapshot);
  draw_draft (self, snapshot);
}

void
way_projection_draw (WayProjection *self,
                     GtkSnapshot   *snapshot)
{
  WayRect all = { 0, 0, self->wall.width, self->wall.height };
  GdkRGBA ground = get_ink (self, WAY_INK_CANVAS, 1);
  gboolean pushed;

  if (self->black)
    {
      fill (snapshot, &all, (GdkRGBA) { 0, 0, 0, 1 });
      return;
    }
  pushed = way_still_row_push (GTK_WIDGET (self), snapshot, &ground, get_device_scale (self));
  fill (snapshot, &all, ground);
  if (self->scene != NULL && self->placed)
    draw (self, snapshot);
  if (pushed)
    gtk_snapshot_pop (snapshot);
}
