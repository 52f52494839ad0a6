/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes from the start of the process to the first frame of a window, for the bench. */
#include "app/way-first-frame.h"

#include <stdio.h>
#include <unistd.h>

/* Microseconds since boot at which this process began, from the twenty-second field of its stat. */
static gint64
get_start (void)
{
  g_autofree char *stat = NULL;
  const char *rest;
  unsigned long long ticks;

  if (!g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL) || (rest = strrchr (stat, ')')) == NULL ||
      sscanf (rest + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %*d %*d %llu", &ticks) != 1)
    return 0;
  return ticks * G_USEC_PER_SEC / sysconf (_SC_CLK_TCK);
}

static gint64
get_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
painted_cb (GdkFrameClock *clock,
            GtkWidget     *window)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, window);
  g_print ("%.1f\n", (get_now () - get_start ()) / 1000.0);
  gtk_window_close (GTK_WINDOW (window));
}

/**
 * way_first_frame_time:
 * @window: a window that is being shown
 *
 * Prints the milliseconds from the start of the process to the end of the window's first frame, and closes it.
 */
void
way_first_frame_time (GtkWidget *window)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), window, G_CONNECT_DEFAULT);
}
