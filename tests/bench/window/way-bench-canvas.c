/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times the frames of a canvas that is panned, zoomed and edited: way-bench-canvas FILE prints a line for each run, in ms: its name, the
 * median and what 19 of 20 stay below, and the median of the processor's time, which says more where others use the machine as well. */
#include "canvas/way-canvas.h"
#include "store/way-workspace.h"

#include <time.h>

#define FRAMES 60

typedef struct
{
  GMainLoop *loop;
  GtkWidget *window, *scrolled;
  WayCanvas *canvas;
  WayWorkspace *workspace;
  GPtrArray *cards;
  GArray *times, *used;       /* of double, milliseconds: by the clock and of the processor */
  gint64 start, used_start;   /* of the frame */
  guint run, frame;
} WayBench;

typedef enum
{
  WAY_BENCH_PAN,
  WAY_BENCH_ZOOM,
  WAY_BENCH_EDIT,
} WayBenchType;

/* What is done, and at which zoom; 0 is the zoom that shows the whole map. */
static const struct
{
  WayBenchType type;
  double zoom;
} runs[] = {
  { WAY_BENCH_PAN, 0 },     { WAY_BENCH_PAN, 0.1 }, { WAY_BENCH_PAN, 0.25 },  { WAY_BENCH_PAN, 0.5 },  { WAY_BENCH_PAN, 1 },
  { WAY_BENCH_PAN, 2 },     { WAY_BENCH_PAN, 4 },   { WAY_BENCH_ZOOM, 0.05 }, { WAY_BENCH_EDIT, 0 },   { WAY_BENCH_EDIT, 1 },
};

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
  static const char *const names[] = { "pan at", "zoom to", "edit at" };
  g_autofree char *name = g_strdup_printf ("frame, %s %.0f %%", names[runs[self->run].type], 100 * way_canvas_get_zoom (self->canvas));

  g_array_sort (self->times, compare);
  g_array_sort (self->used, compare);
  g_print ("%s\t%.2f\t%.2f\t%.2f\n", name, g_array_index (self->times, double, self->times->len / 2),
           g_array_index (self->times, double, self->times->len * 19 / 20), g_array_index (self->used, double, self->used->len / 2));
  g_array_set_size (self->times, 0);
  g_array_set_size (self->used, 0);
}

/* Writes other words on a card: once it is longer, once shorter. */
static void
edit (WayBench *self)
{
  WayRecord *old = g_ptr_array_index (self->cards, self->frame * 7 % self->cards->len);
  g_autoptr (WayRecord) card = way_record_copy (old);
  g_autoptr (WayEdit) edit = way_edit_new ("Edit");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf ("Somebody rings at %" G_GINT64_FORMAT "%s", g_get_real_time (), self->frame % 2 == 0 ? "" :
                                           ", on the same day, and says what comes next, who will call and whom to ask before then");

  way_record_set_text (card, WAY_CARD_TEXT, text);
  way_edit_put (edit, card);
  if (!way_workspace_apply (self->workspace, edit, &error))
    g_error ("%s", error->message);
}

static void
changed_cb (WayRecords *records,
            WayChanges *changes,
            WayBench   *self)
{
  g_autoptr (GError) error = NULL;

  if (!way_canvas_update (self->canvas, changes, &error))
    g_error ("%s", error->message);
}

static void
move (WayBench *self)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  if (runs[self->run].type != WAY_BENCH_PAN)
    {
      if (runs[self->run].type == WAY_BENCH_ZOOM)
        way_canvas_zoom_by (self->canvas, 1.075);
      else
        edit (self);
      return;
    }
  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + 24);
  gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + 12);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

static void
begin_run (WayBench *self)
{
  if (runs[self->run].zoom == 0)
    way_canvas_zoom_to_fit (self->canvas);
  else
    way_canvas_zoom_to (self->canvas, runs[self->run].zoom);
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
      if (++self->run == G_N_ELEMENTS (runs))
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
open_scene (WayBench    *self,
            const char  *path,
            GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  WayWorkspace *workspace = self->workspace = way_workspace_open (file, error);
  g_autoptr (GPtrArray) maps = workspace != NULL ? way_records_list (WAY_RECORDS (workspace), WAY_KIND_MAP, NULL, error) : NULL;
  g_autoptr (WayLens) lens = maps != NULL && maps->len > 0 ? way_lens_new (WAY_RECORDS (workspace), WAY_AUDIENCE_DESK, "2026-01-01") : NULL;
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);

  if (lens != NULL)
    self->cards = way_lens_list (lens, WAY_KIND_CARD, way_record_get_id (maps->pdata[0]), error);
  return self->cards != NULL ? way_scene_new (lens, way_record_get_id (maps->pdata[0]), &(WaySceneOptions) { 0 }, fonts, error) : NULL;
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

  if (argc != 2 || (gtk_init (), scene = open_scene (&self, argv[1], &error)) == NULL)
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
  g_signal_connect (self.workspace, "changed", G_CALLBACK (changed_cb), &self);
  gtk_window_present (GTK_WINDOW (self.window));
  clock = gtk_widget_get_frame_clock (self.window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), &self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), &self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self.canvas), tick_cb, &self, NULL);
  g_main_loop_run (self.loop);
  return 0;
}
