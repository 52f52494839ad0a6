/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WayCountdown:
 *
 * The time that a room has left for something. Counts down by itself while it runs.
 *
 * Properties: `seconds` (left), `running`, `shown` (to the room).
 */
#define WAY_TYPE_COUNTDOWN (way_countdown_get_type ())
G_DECLARE_FINAL_TYPE (WayCountdown, way_countdown, WAY, COUNTDOWN, GObject)

WayCountdown *way_countdown_new         (void);
int           way_countdown_get_seconds (WayCountdown *self);
double        way_countdown_get_part    (WayCountdown *self);
gboolean      way_countdown_get_running (WayCountdown *self);
gboolean      way_countdown_get_shown   (WayCountdown *self);
void          way_countdown_set_shown   (WayCountdown *self,
                                         gboolean      shown);
void          way_countdown_set_minutes (WayCountdown *self,
                                         int           minutes);
void          way_countdown_start       (WayCountdown *self);
void          way_countdown_pause       (WayCountdown *self);
void          way_countdown_reset       (WayCountdown *self);
char         *way_countdown_dup_digits  (WayCountdown *self);
char         *way_countdown_dup_words   (WayCountdown *self);

G_END_DECLS
