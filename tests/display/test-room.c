/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a room sees, from inside: text that can be read from the back, no motion where none is wanted, and a countdown that runs out. */
#include "app/way-countdown.h"
#include "app/way-room-clock.h"
#include "canvas/way-projection-private.h"
#include "way-memory-records.h"

#include <time.h>

#define STAGES 40
#define PATIENCE (10 * G_USEC_PER_SEC)

static gint64 ahead;          /* how far the clock of this program is before that of the machine, microseconds */

/* In place of GLib's, so that nobody waits for minutes to pass. */
gint64
g_get_monotonic_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000 + ahead;
}

static void
put (WayEdit *edit,
     WayKind  kind,
     guint    number,
     guint    field,
     const char *text,
     guint    other_field,
     const char *other)
{
  g_autofree char *id = g_strdup_printf ("%c%u", "msl"[kind == WAY_KIND_STAGE ? 1 : kind == WAY_KIND_LANE ? 2 : 0], number);
  g_autoptr (WayRecord) record = way_record_new (kind, id, kind == WAY_KIND_MAP ? NULL : "m0");

  way_record_set_text (record, field, text);
  if (other != NULL)
    way_record_set_text (record, other_field, other);
  if (kind != WAY_KIND_MAP)
    way_record_set_position (record, number);
  way_edit_put (edit, record);
}

/* So many stages that the whole of it on a wall could be read by nobody. */
static WayScene *
new_scene (WayMemoryRecords *records)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Put");
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (records), WAY_AUDIENCE_WORKSHOP, "2026-01-01");
  g_autoptr (GError) error = NULL;
  WayScene *scene;

  put (edit, WAY_KIND_MAP, 0, WAY_MAP_TITLE, "Home again", WAY_MAP_KIND, "journey");
  put (edit, WAY_KIND_LANE, 0, WAY_LANE_TITLE, "Doing", WAY_LANE_KIND, "doing");
  for (guint i = 0; i < STAGES; i++)
    put (edit, WAY_KIND_STAGE, i, WAY_STAGE_TITLE, "Stage", 0, NULL);
  way_memory_records_apply (records, edit, &error);
  g_assert_no_error (error);
  scene = way_scene_new (lens, "m0", NULL, NULL, &error);
  g_assert_no_error (error);
  return scene;
}

typedef struct
{
  WayMemoryRecords *records;
  GtkWidget *window;
  WayProjection *projection;
  guint moves;
} Wall;

static void
moved_cb (WayProjection *projection,
          Wall          *self)
{
  self->moves++;
}

static void
iterate_until (gboolean (*done) (gpointer data),
               gpointer   data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static gboolean
has_size (gpointer data)
{
  Wall *self = data;

  return self->projection->wall.width > 0 && self->projection->placed && gtk_widget_get_mapped (GTK_WIDGET (self->projection));
}

static void
set_up (Wall          *self,
        gconstpointer  data)
{
  g_autoptr (WayScene) scene = NULL;

  self->records = way_memory_records_new ();
  scene = new_scene (self->records);
  self->window = gtk_window_new ();
  self->projection = WAY_PROJECTION (way_projection_new ());
  g_signal_connect (self->projection, "moved", G_CALLBACK (moved_cb), self);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->projection));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 960, 540);
  way_projection_set_scene (self->projection, scene);
  gtk_window_present (GTK_WINDOW (self->window));
  iterate_until (has_size, self);
}

static void
tear_down (Wall          *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->records);
}

static void
set_animations (gboolean enabled)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", enabled, NULL);
}

static gboolean
stands_still (gpointer data)
{
  return WAY_PROJECTION (data)->tick == 0;
}

/* Walks on, and counts the pictures on the way. */
static guint
walk (Wall *self)
{
  self->moves = 0;
  way_projection_walk (self->projection, 1);
  iterate_until (stands_still, self->projection);
  g_assert_cmpfloat (self->projection->now.look.middle.x, ==, self->projection->to.look.middle.x);
  return self->moves;
}

static void
test_calm (Wall          *self,
           gconstpointer  data)
{
  double before;

  set_animations (TRUE);
  way_projection_set_mode (self->projection, WAY_PROJECTION_WALK);
  iterate_until (stands_still, self->projection);
  /* It glides, in several pictures, unless somebody wants it calm here or no motion anywhere. */
  g_assert_cmpuint (walk (self), >, 2);
  way_projection_set_calm (self->projection, TRUE);
  before = self->projection->now.look.middle.x;
  g_assert_cmpuint (walk (self), ==, 1);
  g_assert_cmpfloat (self->projection->now.look.middle.x, !=, before);
  way_projection_set_calm (self->projection, FALSE);
  set_animations (FALSE);
  g_assert_cmpuint (walk (self), ==, 1);
}

static void
assert_readable (Wall   *self,
                 double  share)
{
  const WayWall *wall = &self->projection->wall;

  g_assert_cmpfloat (self->projection->to.look.scale * wall->body, >=, share * wall->height - 1e-6);
}

/* However it is looked at, and whatever the desk shows: it zooms in rather than show smaller text. */
static void
test_least_size (Wall          *self,
                 gconstpointer  data)
{
  const WayWall *wall = &self->projection->wall;
  const double shares[] = { 1 / 45.0, 1 / 30.0, 1 / 18.0 };

  set_animations (FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      WayRect whole = { 0, 0, wall->map_width, wall->map_height };

      way_projection_set_share (self->projection, shares[i]);
      /* All of it would be smaller. */
      g_assert_cmpfloat (wall->width / wall->map_width * wall->body, <, shares[i] * wall->height);
      for (WayProjectionMode mode = WAY_PROJECTION_FOLLOW; mode <= WAY_PROJECTION_WALK; mode++)
        {
          way_projection_set_mode (self->projection, mode);
          way_projection_set_desk (self->projection, &whole, NULL);
          assert_readable (self, shares[i]);
          way_projection_walk_to_end (self->projection, i % 2 == 0);
          assert_readable (self, shares[i]);
          way_projection_set_mode (self->projection, mode);
        }
      way_projection_set_mode (self->projection, WAY_PROJECTION_HOLD);
    }
}

typedef struct
{
  WayCountdown *countdown;
  GPtrArray *said;
} Timer;

static void
moment_cb (WayCountdown *countdown,
           const char   *words,
           Timer        *self)
{
  g_ptr_array_add (self->said, g_strdup (words));
}

static gboolean
has_stopped (gpointer data)
{
  return !way_countdown_get_running (data);
}

static gboolean
has_said_more (gpointer data)
{
  Timer *self = data;

  return self->said->len > 1;
}

static void
test_countdown (void)
{
  Timer timer = { way_countdown_new (), g_ptr_array_new_with_free_func (g_free) };
  GtkWidget *window = gtk_window_new (), *clock = way_room_clock_new (timer.countdown);
  g_autofree char *digits = NULL;

  g_signal_connect (timer.countdown, "moment", G_CALLBACK (moment_cb), &timer);
  gtk_window_set_child (GTK_WINDOW (window), clock);
  way_countdown_set_minutes (timer.countdown, 2);
  way_countdown_set_shown (timer.countdown, TRUE);
  gtk_window_present (GTK_WINDOW (window));
  way_countdown_start (timer.countdown);
  g_assert_cmpuint (timer.said->len, ==, 1);
  g_assert_cmpstr (timer.said->pdata[0], ==, "2 minutes left");
  gtk_test_accessible_assert_property (clock, GTK_ACCESSIBLE_PROPERTY_LABEL, "2 minutes left");

  /* It says a minute as it passes, and not each second. */
  ahead += 59.9 * G_USEC_PER_SEC;
  iterate_until (has_said_more, &timer);
  g_assert_cmpstr (timer.said->pdata[1], ==, "1 minute left");
  gtk_test_accessible_assert_property (clock, GTK_ACCESSIBLE_PROPERTY_LABEL, "1 minute left");

  /* Then it runs out, says so to who hears it, and stands. */
  ahead += 59.9 * G_USEC_PER_SEC;
  iterate_until (has_stopped, timer.countdown);
  g_assert_cmpuint (timer.said->len, ==, 3);
  g_assert_cmpstr (timer.said->pdata[2], ==, "Time is up");
  gtk_test_accessible_assert_property (clock, GTK_ACCESSIBLE_PROPERTY_LABEL, "Time is up");
  g_assert_true (gtk_widget_get_visible (clock));
  digits = way_countdown_dup_digits (timer.countdown);
  g_assert_cmpstr (digits, ==, "0:00");

  /* Once more is from the beginning. */
  way_countdown_start (timer.countdown);
  g_assert_cmpint (way_countdown_get_seconds (timer.countdown), ==, 120);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (timer.countdown);
  g_ptr_array_unref (timer.said);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);
  g_test_add ("/room/calm", Wall, NULL, set_up, test_calm, tear_down);
  g_test_add ("/room/least-size", Wall, NULL, set_up, test_least_size, tear_down);
  g_test_add_func ("/room/countdown", test_countdown);
  return g_test_run ();
}
