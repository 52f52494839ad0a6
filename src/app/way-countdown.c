/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A countdown: what is left, second by second, and when it is worth saying aloud. */
#include "app/way-countdown.h"

#include "base/way-i18n.h"

struct _WayCountdown
{
  GObject parent_instance;

  gint64 total, left;         /* microseconds; left while it does not run */
  gint64 end;                 /* by the monotonic clock; 0 while it does not run */
  int told;                   /* the seconds that were last told of */
  gboolean shown;
  guint tick;
};

enum { PROP_SECONDS = 1, PROP_RUNNING, PROP_SHOWN, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];
static guint moment_signal;

G_DEFINE_FINAL_TYPE (WayCountdown, way_countdown, G_TYPE_OBJECT)

static gint64
get_left (WayCountdown *self)
{
  return self->end != 0 ? MAX (0, self->end - g_get_monotonic_time ()) : self->left;
}

/* Said often enough to be relied on, and not so often that nothing else is heard. */
static gboolean
is_moment (int seconds)
{
  return seconds == 0 || seconds == 10 || seconds == 30 || seconds == 60 || seconds == 120 || seconds == 300 ||
         (seconds > 300 && seconds % 300 == 0);
}

static void
say (WayCountdown *self)
{
  g_autofree char *words = way_countdown_dup_words (self);

  g_signal_emit (self, moment_signal, 0, words);
}

static void
tell (WayCountdown *self)
{
  int seconds = way_countdown_get_seconds (self);

  if (seconds == self->told)
    return;
  self->told = seconds;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECONDS]);
  if (self->end != 0 && is_moment (seconds))
    say (self);
}

static void tick_cb (gpointer data);

/* Wakes up when the number of seconds left becomes another. */
static void
schedule (WayCountdown *self)
{
  gint64 rest = get_left (self) % G_USEC_PER_SEC;

  g_clear_handle_id (&self->tick, g_source_remove);
  self->tick = g_timeout_add_once ((rest != 0 ? rest : G_USEC_PER_SEC) / 1000 + 1, tick_cb, self);
}

static void
tick_cb (gpointer data)
{
  WayCountdown *self = data;

  self->tick = 0;
  tell (self);
  if (get_left (self) > 0)
    schedule (self);
  else
    way_countdown_pause (self);
}

static void
way_countdown_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  WayCountdown *self = WAY_COUNTDOWN (object);

  switch (id)
    {
    case PROP_SECONDS:
      g_value_set_int (value, way_countdown_get_seconds (self));
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, self->end != 0);
      break;
    case PROP_SHOWN:
      g_value_set_boolean (value, self->shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
way_countdown_dispose (GObject *object)
{
  g_clear_handle_id (&WAY_COUNTDOWN (object)->tick, g_source_remove);

  G_OBJECT_CLASS (way_countdown_parent_class)->dispose (object);
}

static void
way_countdown_class_init (WayCountdownClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = way_countdown_get_property;
  object_class->dispose = way_countdown_dispose;
  properties[PROP_SECONDS] = g_param_spec_int ("seconds", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOWN] = g_param_spec_boolean ("shown", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * WayCountdown::moment:
   * @self: the countdown
   * @words: what to say to those who do not see it
   */
  moment_signal = g_signal_new ("moment", WAY_TYPE_COUNTDOWN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
way_countdown_init (WayCountdown *self)
{
  way_countdown_set_minutes (self, 5);
}

WayCountdown *
way_countdown_new (void)
{
  return g_object_new (WAY_TYPE_COUNTDOWN, NULL);
}

/**
 * way_countdown_get_seconds:
 * @self: a countdown
 *
 * Returns: the seconds left, begun ones counted whole
 */
int
way_countdown_get_seconds (WayCountdown *self)
{
  return (get_left (self) + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC;
}

/**
 * way_countdown_get_part:
 * @self: a countdown
 *
 * Returns: the part that is left, 0 to 1
 */
double
way_countdown_get_part (WayCountdown *self)
{
  return (double) way_countdown_get_seconds (self) * G_USEC_PER_SEC / self->total;
}

gboolean
way_countdown_get_running (WayCountdown *self)
{
  return self->end != 0;
}

gboolean
way_countdown_get_shown (WayCountdown *self)
{
  return self->shown;
}

void
way_countdown_set_shown (WayCountdown *self,
                         gboolean      shown)
{
  if (self->shown == shown)
    return;
  self->shown = shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

/**
 * way_countdown_set_minutes:
 * @self: a countdown
 * @minutes: what it counts down from, at least 1
 *
 * Begins anew with so many minutes, without starting.
 */
void
way_countdown_set_minutes (WayCountdown *self,
                           int           minutes)
{
  g_return_if_fail (minutes >= 1);

  self->total = (gint64) minutes * 60 * G_USEC_PER_SEC;
  way_countdown_reset (self);
}

/**
 * way_countdown_start:
 * @self: a countdown
 *
 * Goes on counting, from the beginning where nothing is left.
 */
void
way_countdown_start (WayCountdown *self)
{
  if (self->end != 0)
    return;
  if (self->left == 0)
    way_countdown_reset (self);
  self->end = g_get_monotonic_time () + self->left;
  schedule (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  tell (self);
  say (self);
}

void
way_countdown_pause (WayCountdown *self)
{
  if (self->end == 0)
    return;
  self->left = get_left (self);
  self->end = 0;
  g_clear_handle_id (&self->tick, g_source_remove);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

/**
 * way_countdown_reset:
 * @self: a countdown
 *
 * Stops, with all of the time left.
 */
void
way_countdown_reset (WayCountdown *self)
{
  way_countdown_pause (self);
  self->left = self->total;
  tell (self);
}

/**
 * way_countdown_dup_digits:
 * @self: a countdown
 *
 * Returns: (transfer full): minutes and seconds that are left, as on a clock
 */
char *
way_countdown_dup_digits (WayCountdown *self)
{
  int seconds = way_countdown_get_seconds (self);

  /* Translators: a countdown: minutes and seconds. */
  return g_strdup_printf (C_("countdown", "%d:%02d"), seconds / 60, seconds % 60);
}

/**
 * way_countdown_dup_words:
 * @self: a countdown
 *
 * Returns: (transfer full): the same to be heard
 */
char *
way_countdown_dup_words (WayCountdown *self)
{
  int seconds = way_countdown_get_seconds (self), minutes = seconds / 60, rest = seconds % 60;
  g_autofree char *whole = g_strdup_printf (ngettext ("%d minute left", "%d minutes left", minutes), minutes);
  g_autofree char *part = g_strdup_printf (ngettext ("%d second left", "%d seconds left", rest), rest);

  if (seconds == 0)
    return g_strdup (_("Time is up"));
  if (minutes == 0)
    return g_steal_pointer (&part);
  if (rest == 0)
    return g_steal_pointer (&whole);
  /* Translators: time left in a countdown, minutes and seconds. */
  return g_strdup_printf (_("%d min %d s left"), minutes, rest);
}
