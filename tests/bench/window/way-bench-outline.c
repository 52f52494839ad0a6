/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times the outline beside a map: way-bench-outline FILE prints a line for each run, in ms: its name, how long it took until the frame that
 * shows it was painted, the median and what 19 of 20 stay below, then the same of the processor's time. */
#include "app/way-outline-pane.h"
#include "model/way-schema.h"

#include <time.h>

#define ROUNDS 21

typedef struct
{
  WayWorkspace *workspace;
  WayMapContext *context;
  GtkWidget *window, *bin;
  GPtrArray *records;         /* cards, or steps of a pathway */
  WayKind kind;
  guint field;                /* what they say */
  double clock[ROUNDS], used[ROUNDS];
} WayBench;

static double
get_used (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (WayBench *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (self->window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static WayRecord *
get_record (WayBench *self,
            guint     round)
{
  return self->records->pdata[(guint) (round * 7919) % self->records->len];
}

static void
open_pane (WayBench *self,
           guint     round)
{
  adw_bin_set_child (ADW_BIN (self->bin), GTK_WIDGET (way_pane_new (WAY_TYPE_OUTLINE_PANE, self->context)));
}

static void
select_one (WayBench *self,
            guint     round)
{
  way_map_context_select (self->context, self->kind, way_record_get_id (get_record (self, round)));
}

static void
change_one (WayBench *self,
            guint     round)
{
  g_autoptr (WayRecord) record = way_record_copy (get_record (self, round));
  g_autoptr (WayEdit) edit = way_edit_new ("Change");
  g_autofree char *text = g_strdup_printf ("Changed in round %u", round);

  way_record_set_text (record, self->field, text);
  way_edit_put (edit, record);
  g_assert_true (way_map_context_apply (self->context, edit));
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
run (WayBench   *self,
     const char *name,
     void      (*act) (WayBench *self, guint round))
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      double used;
      gint64 start;

      wait_for_frame (self);
      used = get_used ();
      start = g_get_monotonic_time ();
      act (self, i);
      wait_for_frame (self);
      self->clock[i] = (g_get_monotonic_time () - start) / 1000.0;
      self->used[i] = get_used () - used;
    }
  qsort (self->clock, ROUNDS, sizeof (double), compare);
  qsort (self->used, ROUNDS, sizeof (double), compare);
  g_print ("%s\t%.2f\t%.2f\t%.2f\t%.2f\n", name, self->clock[ROUNDS / 2], self->clock[ROUNDS - 2], self->used[ROUNDS / 2],
           self->used[ROUNDS - 2]);
}

static gboolean
read_map (WayBench    *self,
          const char  *path,
          GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GPtrArray) maps = NULL;
  g_autoptr (WayLens) lens = NULL;
  const char *map;

  self->workspace = way_workspace_open (file, error);
  maps = self->workspace != NULL ? way_records_list (WAY_RECORDS (self->workspace), WAY_KIND_MAP, NULL, error) : NULL;
  if (maps == NULL || maps->len == 0)
    return FALSE;
  lens = way_lens_new (WAY_RECORDS (self->workspace), WAY_AUDIENCE_DESK, "2026-01-01");
  map = way_record_get_id (maps->pdata[0]);
  self->context = way_map_context_new (self->bin, NULL);
  way_map_context_set_workspace (self->context, self->workspace, lens);
  way_map_context_set_map (self->context, map);
  self->kind = way_map_context_is_kind (self->context, "pathway") ? WAY_KIND_STEP : WAY_KIND_CARD;
  self->field = self->kind == WAY_KIND_STEP ? WAY_STEP_TITLE : WAY_CARD_TEXT;
  self->records = way_map_context_list (self->context, self->kind, map);
  return self->records->len > 0;
}

int
main (int    argc,
      char **argv)
{
  WayBench self = { 0 };
  g_autoptr (GError) error = NULL;

  adw_init ();
  self.window = gtk_window_new ();
  self.bin = adw_bin_new ();
  if (argc != 2 || !read_map (&self, argv[1], &error))
    {
      g_printerr ("way-bench-outline FILE: %s\n", error != NULL ? error->message : "a workspace with a map");
      return 1;
    }
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_window_set_child (GTK_WINDOW (self.window), self.bin);
  gtk_window_set_default_size (GTK_WINDOW (self.window), 360, 1000);
  gtk_window_present (GTK_WINDOW (self.window));
  run (&self, "open", open_pane);
  run (&self, "select", select_one);
  run (&self, "edit", change_one);
  return 0;
}
