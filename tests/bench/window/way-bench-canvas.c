/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times the frames of a canvas that is panned and zoomed: way-bench-canvas FILE prints a line for each run, in ms: its name, the median
 * and what 19 of 20 stay below, and the median of the processor's time, which says more where others use the machine as well. */
#include "canvas/way-canvas.h"
#include "store/way-workspace.h"

#include <time.h>

#define FRAMES 60

typedef struct
{
  GMainLoop *loop;
  GtkWidget *window, *scrolled;
  WayCanvas *canvas;
  GArray *times, *used;       /* of double, milliseconds: by the clock and of the processor */
  gint64 start, used_start;   /* of the frame */
  guint run, frame;
} WayBench;

/* Zooms at which is panned; 0 is the zoom that shows the whole map. After them comes one long zoom. */
static const double zooms[] = { 0, 0.1, 0.25, 0.5, 1, 2, 4 };

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static gint64
get_used (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
report (WayBench *self)
{
  g_autofree char *name = self->run < G_N_ELEMENTS (zooms)
                            ? g_strdup_printf ("frame, pan at %.0f %%", 100 * way_canvas_get_zoom (self->canvas))
                            : g_strdup ("frame, zoom 5 % to 400 %");

  g_array_sort (self->times, compare);
  g_array_sort (self->used, compare);
  g_print ("%s\t%.2f\t%.2f\t%.2f\n", name, g_array_index (self->times, double, self->times->len / 2),
           g_array_index (self->times, double, self->times->len * 19 / 20), g_array_index (self->used, double, self->used->len / 2));
  g_array_set_size (self->times, 0);
  g_array_set_size (self->used, 0);
}

static void
move (WayBench *self)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  if (self->run == G_N_ELEMENTS (zooms))
    {
      way_canvas_zoom_by (self->canvas, 1.075);
      return;
    }
  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + 24);
  gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + 12);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

static void
begin_run (WayBench *self)
{
  if (self->run == G_N_ELEMENTS (zooms))
    way_canvas_zoom_to (self->canvas, 0.05);
  else if (zooms[self->run] == 0)
    way_canvas_zoom_to_fit (self->canvas);
  else
    way_canvas_zoom_to (self->canvas, zooms[self->run]);
  gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  WayBench *self = data;

  self->frame++;
  if (self->frame <= FRAMES)
    move (self);
  else
    {
      report (self);
      self->frame = 0;
      if (++self->run > G_N_ELEMENTS (zooms))
        {
          g_main_loop_quit (self->loop);
          return G_SOURCE_REMOVE;
        }
      begin_run (self);
    }
  return G_SOURCE_CONTINUE;
}

static void
before_cb (GdkFrameClock *clock,
           WayBench      *self)
{
  self->start = g_get_monotonic_time ();
  self->used_start = get_used ();
}

static void
after_cb (GdkFrameClock *clock,
          WayBench      *self)
{
  double time = (g_get_monotonic_time () - self->start) / 1000.0, used = (get_used () - self->used_start) / 1000.0;

  if (self->frame <= 1)
    return;
  g_array_append_val (self->times, time);
  g_array_append_val (self->used, used);
}

static WayScene *
open_scene (const char  *path,
            GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  WayWorkspace *workspace = way_workspace_open (file, error);
  g_autoptr (GPtrArray) maps = workspace != NULL ? way_records_list (WAY_RECORDS (workspace), WAY_KIND_MAP, NULL, error) : NULL;
  g_autoptr (WayLens) lens = maps != NULL && maps->len > 0 ? way_lens_new (WAY_RECORDS (workspace), WAY_AUDIENCE_DESK, "2026-01-01") : NULL;
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);

  return lens != NULL ? way_scene_new (lens, way_record_get_id (maps->pdata[0]), &(WaySceneOptions) { 0 }, fonts, error) : NULL;
}

int
main (int    argc,
      char **argv)
{
  WayBench self = { .loop = g_main_loop_new (NULL, FALSE), .times = g_array_new (FALSE, FALSE, sizeof (double)),
                    .used = g_array_new (FALSE, FALSE, sizeof (double)) };
  g_autoptr (GError) error = NULL;
  g_autoptr (WayScene) scene = NULL;
  GdkFrameClock *clock;

  if (argc != 2 || (gtk_init (), scene = open_scene (argv[1], &error)) == NULL)
    {
      g_printerr ("way-bench-canvas FILE: %s\n", error != NULL ? error->message : "a workspace with a map");
      return 1;
    }
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  self.window = gtk_window_new ();
  self.scrolled = gtk_scrolled_window_new ();
  self.canvas = WAY_CANVAS (way_canvas_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self.scrolled), GTK_WIDGET (self.canvas));
  gtk_window_set_child (GTK_WINDOW (self.window), self.scrolled);
  gtk_window_set_decorated (GTK_WINDOW (self.window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self.window), 1920, 1080);
  way_canvas_set_scene (self.canvas, scene);
  gtk_window_present (GTK_WINDOW (self.window));
  clock = gtk_widget_get_frame_clock (self.window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), &self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), &self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self.canvas), tick_cb, &self, NULL);
  g_main_loop_run (self.loop);
  return 0;
}
