/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The countdown on the wall: digits, a bar that gets shorter, and at the end words and colours turned over. */
#include "app/way-room-clock.h"

#include "base/way-i18n.h"
#include "scene/way-palette.h"

#include <math.h>

/* The digits' height as a share of the wall's. */
#define DIGITS_SHARE (1 / 9.0)
#define WORDS_SHARE (1 / 24.0)

struct _WayRoomClock
{
  GtkWidget parent_instance;

  WayCountdown *countdown;
  int wall;                   /* its height, logical pixels */
  gboolean dark;
};

G_DEFINE_FINAL_TYPE (WayRoomClock, way_room_clock, GTK_TYPE_WIDGET)

static gboolean
is_over (WayRoomClock *self)
{
  return way_countdown_get_seconds (self->countdown) == 0;
}

static PangoLayout *
create_layout (WayRoomClock *self,
               const char   *text,
               double        share)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Inter,Cantarell,Sans Bold");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, MAX (1, self->wall * share) * PANGO_SCALE);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* As wide as the widest that it says, so that it does not move while it counts. */
static void
way_room_clock_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  WayRoomClock *self = WAY_ROOM_CLOCK (widget);
  g_autofree char *text = way_countdown_dup_digits (self->countdown);
  g_autoptr (PangoLayout) widest = create_layout (self, "00:00", DIGITS_SHARE), digits = create_layout (self, text, DIGITS_SHARE);
  g_autoptr (PangoLayout) words = create_layout (self, _("Time is up"), WORDS_SHARE);
  int widths[3], heights[3];

  pango_layout_get_pixel_size (widest, &widths[0], &heights[0]);
  pango_layout_get_pixel_size (words, &widths[1], &heights[1]);
  pango_layout_get_pixel_size (digits, &widths[2], &heights[2]);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (MAX (widths[0], widths[2]), widths[1]) + self->wall / 18;
  else
    *minimum = *natural = heights[0] + heights[1] / 2 + self->wall / 40;
}

static GdkRGBA
get_ink (WayRoomClock *self,
         WayInk        ink)
{
  const WayColour *colour = way_style_get_colour (self->dark ? WAY_STYLE_DARK : WAY_STYLE_LIGHT, ink);

  return (GdkRGBA) { colour->red, colour->green, colour->blue, 1 };
}

static void
draw_text (WayRoomClock *self,
           GtkSnapshot  *snapshot,
           PangoLayout  *layout,
           double        y,
           GdkRGBA       colour)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round ((gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2.0), y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/* What is left as a bar; a pause shows as two strokes in place of it. */
static void
draw_bar (WayRoomClock *self,
          GtkSnapshot  *snapshot,
          double        y,
          double        height,
          GdkRGBA       ink,
          GdkRGBA       trough)
{
  double left = self->wall / 36.0, width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * left;
  double part = way_countdown_get_part (self->countdown);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (!way_countdown_get_running (self->countdown))
    {
      gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT (left + width / 2 - 1.5 * height, y - height, height, 3 * height));
      gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT (left + width / 2 + 0.5 * height, y - height, height, 3 * height));
      return;
    }
  gtk_snapshot_append_color (snapshot, &trough, &GRAPHENE_RECT_INIT (left, y, width, height));
  gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT (mirrored ? left + width * (1 - part) : left, y, width * part, height));
}

static void
way_room_clock_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  WayRoomClock *self = WAY_ROOM_CLOCK (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), digits_height;
  GdkRGBA ink = get_ink (self, WAY_INK_TEXT), paper = get_ink (self, WAY_INK_PAPER), trough = get_ink (self, WAY_INK_HAIRLINE);
  GdkRGBA front = is_over (self) ? paper : ink, back = is_over (self) ? ink : paper;
  float line = MAX (3, self->wall / 270);
  g_autofree char *text = way_countdown_dup_digits (self->countdown);
  g_autoptr (PangoLayout) digits = create_layout (self, text, DIGITS_SHARE);
  g_autoptr (PangoLayout) words = create_layout (self, _("Time is up"), WORDS_SHARE);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), self->wall / 60.0);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &back, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[]) { line, line, line, line }, (GdkRGBA[]) { ink, ink, ink, ink });
  pango_layout_get_pixel_size (digits, NULL, &digits_height);
  draw_text (self, snapshot, digits, 0, front);
  if (is_over (self))
    draw_text (self, snapshot, words, digits_height - self->wall / 60.0, front);
  else
    draw_bar (self, snapshot, digits_height, MAX (4, self->wall / 90.0), front, trough);
}

static void
show_words (WayRoomClock *self)
{
  g_autofree char *words = way_countdown_dup_words (self->countdown);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
moment_cb (WayCountdown *countdown,
           const char   *words,
           WayRoomClock *self)
{
  show_words (self);
}

static void
changed_cb (WayCountdown *countdown,
            GParamSpec   *pspec,
            WayRoomClock *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), way_countdown_get_shown (countdown));
  /* While it runs its name is another only at moments: nobody wants to hear each second. */
  if (!way_countdown_get_running (countdown))
    show_words (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
seconds_cb (WayCountdown *countdown,
            GParamSpec   *pspec,
            WayRoomClock *self)
{
  if (!way_countdown_get_running (countdown))
    show_words (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
way_room_clock_finalize (GObject *object)
{
  g_clear_object (&WAY_ROOM_CLOCK (object)->countdown);

  G_OBJECT_CLASS (way_room_clock_parent_class)->finalize (object);
}

static void
way_room_clock_class_init (WayRoomClockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_room_clock_finalize;
  widget_class->measure = way_room_clock_measure;
  widget_class->snapshot = way_room_clock_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TIMER);
}

static void
way_room_clock_init (WayRoomClock *self)
{
  self->wall = 720;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * way_room_clock_new:
 * @countdown: what it shows, and whether it is seen
 *
 * Returns: (transfer floating): a clock
 */
GtkWidget *
way_room_clock_new (WayCountdown *countdown)
{
  WayRoomClock *self = g_object_new (WAY_TYPE_ROOM_CLOCK, NULL);

  self->countdown = g_object_ref (countdown);
  g_signal_connect_object (countdown, "notify::seconds", G_CALLBACK (seconds_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (countdown, "notify::running", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (countdown, "notify::shown", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (countdown, "moment", G_CALLBACK (moment_cb), self, G_CONNECT_DEFAULT);
  changed_cb (countdown, NULL, self);
  return GTK_WIDGET (self);
}

/**
 * way_room_clock_set_wall:
 * @self: a clock
 * @height: how high the wall is, in logical pixels
 */
void
way_room_clock_set_wall (WayRoomClock *self,
                         int           height)
{
  if (self->wall == height)
    return;
  self->wall = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
way_room_clock_set_dark (WayRoomClock *self,
                         gboolean      dark)
{
  self->dark = dark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
