/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window on the projector: where it stands, and the keys of people and of what they click with. */
#include "app/way-room.h"

#include "app/way-room-clock.h"
#include "app/way-room-screens.h"
#include "base/way-i18n.h"
#include "canvas/way-look.h"

#include <math.h>

struct _WayRoom
{
  GtkWindow parent_instance;

  GtkWindow *desk;            /* nullable; not owned */
  GtkWidget *overlay;
  WayProjection *projection;
  WayRoomClock *clock;
  guint corner;               /* where the clock is */
  gboolean here;              /* on the screen of the desk */
  GtkApplication *keeper;     /* nullable, borrowed: who keeps the screen awake; a window that goes has no application any more */
  guint inhibited;            /* what does; 0 for nothing */
  GdkMonitor *monitor;        /* nullable: the screen that it fills */
  guint settle;               /* the timeout after which it stands where it should */
  gint64 lost;                /* when its screen went while it had the keys, monotonic microseconds; 0 for never */
};

G_DEFINE_FINAL_TYPE (WayRoom, way_room, GTK_TYPE_WINDOW)

/* Windows are moved by the desktop first when a screen comes or goes. */
#define SETTLE_MILLISECONDS 300
/* Logical pixels a second. */
#define SWIPE_VELOCITY 300
/* A cable that was loose for so long leaves the keys where they were. */
#define LOST_MICROSECONDS (15 * G_USEC_PER_SEC)

/* In the corner where it covers nothing that is picked out: first where a map ends. */
static gboolean
place_clock_cb (GtkOverlay   *overlay,
                GtkWidget    *widget,
                GdkRectangle *place,
                WayRoom      *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (overlay)), height = gtk_widget_get_height (GTK_WIDGET (overlay));
  double margin = height / 36.0, right, bottom;
  WayScene *scene = way_projection_get_scene (self->projection);
  gboolean mirrored = scene != NULL && way_scene_is_right_to_left (scene);
  WayRect corners[4], spot = { 0 };
  gboolean has_spot = way_projection_get_spot (self->projection, &spot);
  int size[2];

  way_room_clock_set_wall (self->clock, height);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &size[0], NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &size[1], NULL, NULL, NULL);
  right = width - margin - size[0];
  bottom = height - margin - size[1] - way_projection_get_foot (self->projection);
  for (guint i = 0; i < 4; i++)
    corners[i] = (WayRect) { (i % 2 == 0) != mirrored ? right : margin, i < 2 ? bottom : margin, size[0], size[1] };
  self->corner = way_look_choose_corner (width, height, corners, &spot, has_spot ? 1 : 0, self->corner);
  *place = (GdkRectangle) { corners[self->corner].x, corners[self->corner].y, size[0], size[1] };
  return TRUE;
}

static void
moved_cb (WayProjection *projection,
          WayRoom       *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->clock)))
    gtk_widget_queue_allocate (self->overlay);
}

typedef struct
{
  guint key;
  const char *action;
  const char *target;         /* nullable */
} WayRoomKey;

/* Clickers send Page Up, Page Down, a full stop or B for a black screen, and F5 and Escape in turn to begin and to end. */
static const WayRoomKey keys[] = {
  { GDK_KEY_Page_Down, "room.next" }, { GDK_KEY_KP_Page_Down, "room.next" }, { GDK_KEY_Down, "room.next" },
  { GDK_KEY_KP_Down, "room.next" }, { GDK_KEY_space, "room.next" }, { GDK_KEY_Return, "room.next" }, { GDK_KEY_KP_Enter, "room.next" },
  { GDK_KEY_n, "room.next" }, { GDK_KEY_Page_Up, "room.previous" }, { GDK_KEY_KP_Page_Up, "room.previous" },
  { GDK_KEY_Up, "room.previous" }, { GDK_KEY_KP_Up, "room.previous" }, { GDK_KEY_BackSpace, "room.previous" },
  { GDK_KEY_p, "room.previous" }, { GDK_KEY_Home, "room.first" }, { GDK_KEY_KP_Home, "room.first" }, { GDK_KEY_F5, "room.first" },
  { GDK_KEY_End, "room.last" }, { GDK_KEY_KP_End, "room.last" }, { GDK_KEY_b, "room.black" }, { GDK_KEY_period, "room.black" },
  { GDK_KEY_KP_Decimal, "room.black" }, { GDK_KEY_f, "room.mode", "follow" }, { GDK_KEY_h, "room.mode", "hold" },
  { GDK_KEY_w, "room.mode", "walk" }, { GDK_KEY_t, "room.countdown-running" }, { GDK_KEY_Escape, "room.end" },
};

static void
toggle_fullscreen (WayRoom *self)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                WayRoom               *self)
{
  WayScene *scene = way_projection_get_scene (self->projection);
  gboolean mirrored = scene != NULL && way_scene_is_right_to_left (scene);

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  key = gdk_keyval_to_lower (key);
  if (key == GDK_KEY_F11)
    {
      toggle_fullscreen (self);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    key = mirrored ? GDK_KEY_Page_Up : GDK_KEY_Page_Down;
  else if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    key = mirrored ? GDK_KEY_Page_Down : GDK_KEY_Page_Up;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key)
      {
        gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, keys[i].target != NULL ? "s" : NULL, keys[i].target);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

/* On a wall that can be touched, a swipe turns the page; a tap does nothing, as people point at what they talk about. */
static void
swipe_cb (GtkGestureSwipe *gesture,
          double           velocity_x,
          double           velocity_y,
          WayRoom         *self)
{
  WayScene *scene = way_projection_get_scene (self->projection);
  gboolean mirrored = scene != NULL && way_scene_is_right_to_left (scene);

  if (fabs (velocity_x) < SWIPE_VELOCITY || fabs (velocity_x) < 2 * fabs (velocity_y))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), (velocity_x < 0) != mirrored ? "room.next" : "room.previous", NULL);
}

/* Without a header a window is moved by what is in it. */
static void
drag_cb (GtkGestureClick *gesture,
         int              n_press,
         double           x,
         double           y,
         WayRoom         *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (gesture));

  if (gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)) != NULL && gtk_window_is_fullscreen (GTK_WINDOW (self)))
    return;
  if (n_press == 2)
    toggle_fullscreen (self);
  else if (n_press == 1 && !gtk_window_is_fullscreen (GTK_WINDOW (self)) && GDK_IS_TOPLEVEL (surface) && device != NULL)
    gdk_toplevel_begin_move (GDK_TOPLEVEL (surface), device, GDK_BUTTON_PRIMARY, x, y,
                             gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture)));
}

static void
fullscreened_cb (WayRoom    *self,
                 GParamSpec *pspec,
                 gpointer    data)
{
  gboolean full = gtk_window_is_fullscreen (GTK_WINDOW (self));

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), full ? "none" : NULL);
}

/* As long as there is a room, whether it fills a screen or not. */
static void
keep_awake (WayRoom *self)
{
  g_set_weak_pointer (&self->keeper, gtk_window_get_application (GTK_WINDOW (self)));
  if (self->keeper != NULL && self->inhibited == 0)
    self->inhibited = gtk_application_inhibit (self->keeper, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_IDLE, _("A map is shown to a room"));
}

static gboolean
is_on (WayRoom    *self,
       GdkMonitor *monitor)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));

  return gtk_window_is_fullscreen (GTK_WINDOW (self)) && self->monitor == monitor && surface != NULL &&
         gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (self)), surface) == monitor;
}

static gboolean
has_screen (WayRoom *self)
{
  g_autoptr (GdkMonitor) monitor = way_room_screens_choose (self->desk, FALSE);

  return monitor != NULL;
}

/* On the screen where the desk is not, if there is one; else a window of its own, so that the desk can be seen. */
static void
stand (WayRoom *self)
{
  g_autoptr (GdkMonitor) monitor = self->desk != NULL ? way_room_screens_choose (self->desk, self->here) : NULL;

  if (monitor != NULL && is_on (self, monitor))
    return;
  g_set_object (&self->monitor, monitor);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  else if (self->here)
    gtk_window_fullscreen (GTK_WINDOW (self));
  else
    gtk_window_unfullscreen (GTK_WINDOW (self));
}

/* Nobody asked for a window over the desk: where the room's screen is gone, the desktop finds a place for it anew, behind the desk. */
static void
step_back (WayRoom *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  stand (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_window_present (self->desk);
}

static void
settle_cb (gpointer data)
{
  WayRoom *self = data;
  gboolean full = gtk_window_is_fullscreen (GTK_WINDOW (self));
  gint64 now = g_get_monotonic_time ();

  self->settle = 0;
  if (full && !self->here && self->desk != NULL && !has_screen (self))
    {
      self->lost = gtk_window_is_active (GTK_WINDOW (self)) ? now : 0;
      step_back (self);
      return;
    }
  stand (self);
  if (self->monitor != NULL && self->lost != 0 && now - self->lost < LOST_MICROSECONDS)
    gtk_window_present (GTK_WINDOW (self));
  if (self->monitor != NULL)
    self->lost = 0;
}

static void
settle_soon (WayRoom *self)
{
  g_clear_handle_id (&self->settle, g_source_remove);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    self->settle = g_timeout_add_once (SETTLE_MILLISECONDS, settle_cb, self);
}

/* The desk may be put on another screen, also by hand. */
static void
follow_desk (WayRoom *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->desk));

  if (surface == NULL)
    return;
  g_signal_connect_object (surface, "enter-monitor", G_CALLBACK (settle_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (surface, "leave-monitor", G_CALLBACK (settle_soon), self, G_CONNECT_SWAPPED);
}

static void
way_room_dispose (GObject *object)
{
  WayRoom *self = WAY_ROOM (object);

  /* GTK (4.18) has a screen that goes look for the window that filled it, even after the window is gone. */
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_window_unfullscreen (GTK_WINDOW (self));
  if (self->inhibited != 0 && self->keeper != NULL)
    gtk_application_uninhibit (self->keeper, self->inhibited);
  self->inhibited = 0;
  g_clear_weak_pointer (&self->keeper);
  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_object (&self->monitor);
  g_clear_weak_pointer (&self->desk);

  G_OBJECT_CLASS (way_room_parent_class)->dispose (object);
}

static void
way_room_class_init (WayRoomClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_room_dispose;
}

static void
way_room_init (WayRoom *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new (), *swipe = gtk_gesture_swipe_new ();

  self->overlay = gtk_overlay_new ();
  self->projection = WAY_PROJECTION (way_projection_new ());
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->projection));
  gtk_window_set_child (GTK_WINDOW (self), self->overlay);
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self), 960, 540);
  /* Translators: the window that a projector shows to a room full of people. */
  gtk_window_set_title (GTK_WINDOW (self), _("Room"));
  gtk_widget_add_css_class (GTK_WIDGET (self), "room");
  g_signal_connect (self->projection, "moved", G_CALLBACK (moved_cb), self);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
  g_signal_connect_object (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self))), "items-changed",
                           G_CALLBACK (settle_soon), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  g_signal_connect (click, "pressed", G_CALLBACK (drag_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  g_signal_connect (swipe, "swipe", G_CALLBACK (swipe_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (swipe));
}

/**
 * way_room_new:
 * @desk: the window that it belongs to
 * @countdown: what its clock shows
 *
 * Returns: (transfer none): a window that is not shown yet
 */
WayRoom *
way_room_new (GtkWindow    *desk,
              WayCountdown *countdown)
{
  WayRoom *self = g_object_new (WAY_TYPE_ROOM, "application", gtk_window_get_application (desk), NULL);

  g_set_weak_pointer (&self->desk, desk);
  follow_desk (self);
  self->clock = WAY_ROOM_CLOCK (way_room_clock_new (countdown));
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->clock));
  g_signal_connect (self->overlay, "get-child-position", G_CALLBACK (place_clock_cb), self);
  return self;
}

WayProjection *
way_room_get_projection (WayRoom *self)
{
  return self->projection;
}

void
way_room_set_dark (WayRoom  *self,
                   gboolean  dark)
{
  way_projection_set_dark (self->projection, dark);
  way_room_clock_set_dark (self->clock, dark);
}

/**
 * way_room_show:
 * @self: a room
 * @here: whether to fill the screen of the desk, for those who have only that
 *
 * Shows it: filling another screen than the desk's where there is one, and that whenever one is plugged in.
 */
void
way_room_show (WayRoom  *self,
               gboolean  here)
{
  self->here = here;
  stand (self);
  gtk_window_present (GTK_WINDOW (self));
  keep_awake (self);
}
