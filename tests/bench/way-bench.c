/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times frames, commits and what an edit costs until it can be painted, in a workspace: way-bench frames|commits|updates|steps FILE. */
#include "base/way-date.h"
#include "model/way-lens.h"
#include "paint/way-paint.h"
#include "store/way-workspace.h"

#include <stdlib.h>
#include <string.h>

#define WIDTH 1920
#define HEIGHT 1080
#define N_FRAMES 40
#define N_COMMITS 200

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

/* Prints the median and what nineteen of twenty stay below, in milliseconds. */
static void
report (const char *what,
        double     *times,
        guint       n_times)
{
  qsort (times, n_times, sizeof (double), compare);
  g_print ("%s\t%.2f\t%.2f\n", what, times[n_times / 2], times[n_times * 19 / 20]);
}

static double
paint_frame (cairo_surface_t *surface,
             WayScene        *scene,
             double           zoom,
             WayPoint         at)
{
  const WayRect area = { at.x, at.y, WIDTH / zoom, HEIGHT / zoom };
  gint64 start = g_get_monotonic_time ();
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, zoom, zoom);
  cairo_translate (cr, -at.x, -at.y);
  way_paint_scene (cr, scene, &area, WAY_STYLE_LIGHT, WAY_PAINT_SCREEN);
  cairo_destroy (cr);
  return (g_get_monotonic_time () - start) / 1000.0;
}

/* Pans over the whole map at each zoom; the first frame, which finds the glyphs, is left out. */
static void
time_frames (WayScene *scene)
{
  const double zooms[] = { 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2, 4 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  double width, height, times[N_FRAMES];

  way_scene_get_size (scene, &width, &height);
  for (guint z = 0; z < G_N_ELEMENTS (zooms); z++)
    {
      double right = MAX (0, width - WIDTH / zooms[z]), down = MAX (0, height - HEIGHT / zooms[z]);
      g_autofree char *what = g_strdup_printf ("frame at zoom %g", zooms[z]);

      paint_frame (surface, scene, zooms[z], (WayPoint) { right / 2, down / 2 });
      for (guint i = 0; i < N_FRAMES; i++)
        times[i] = paint_frame (surface, scene, zooms[z], (WayPoint) { right * i / N_FRAMES, down * i / N_FRAMES });
      report (what, times, N_FRAMES);
    }
  cairo_surface_destroy (surface);
}

/* Writes other words on cards from all over the map. */
static void
time_commits (WayWorkspace *workspace,
              GPtrArray    *cards)
{
  double times[N_COMMITS];

  for (guint i = 0; i < N_COMMITS; i++)
    {
      g_autoptr (WayRecord) card = way_record_copy (g_ptr_array_index (cards, (gsize) i * cards->len / N_COMMITS));
      g_autoptr (WayEdit) edit = way_edit_new ("Edit card");
      g_autoptr (GError) error = NULL;
      gint64 start;

      way_record_set_text (card, WAY_CARD_TEXT, "Somebody rings back on the same day");
      way_edit_put (edit, card);
      start = g_get_monotonic_time ();
      if (!way_workspace_apply (workspace, edit, &error))
        g_error ("%s", error->message);
      times[i] = (g_get_monotonic_time () - start) / 1000.0;
    }
  report ("commit of one edit", times, N_COMMITS);
}

typedef struct
{
  WayScene *scene;
  double time;                /* milliseconds */
} WayUpdate;

static void
changed_cb (WayRecords *records,
            WayChanges *changes,
            WayUpdate  *update)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  if (!way_scene_update (update->scene, changes, NULL, &error))
    g_error ("%s", error->message);
  way_scene_query (update->scene, &(WayRect) { 0, 0, WIDTH, HEIGHT }, items);
  update->time = (g_get_monotonic_time () - start) / 1000.0;
}

/* Writes now as many words and now fewer on cards from all over the map, so that lanes grow and shrink. */
static void
time_updates (WayWorkspace *workspace,
              WayScene     *scene,
              GPtrArray    *cards)
{
  WayUpdate update = { .scene = scene };
  double times[N_FRAMES];

  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), &update);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      g_autoptr (WayRecord) card = way_record_copy (g_ptr_array_index (cards, (gsize) i * cards->len / N_FRAMES));
      g_autoptr (WayEdit) edit = way_edit_new ("Edit card");
      g_autoptr (GError) error = NULL;

      g_autofree char *text = g_strdup_printf (i % 2 == 0 ? "Somebody rings at %" G_GINT64_FORMAT
                                                          : "Somebody rings at %" G_GINT64_FORMAT ", on the same day, and says what "
                                                            "comes next, who will call and whom to ask before then",
                                               g_get_real_time ());

      way_record_set_text (card, WAY_CARD_TEXT, text);
      way_edit_put (edit, card);
      if (!way_workspace_apply (workspace, edit, &error))
        g_error ("%s", error->message);
      times[i] = update.time;
    }
  g_signal_handlers_disconnect_by_data (workspace, &update);
  report ("scene after one edit", times, N_FRAMES);
}

/* A longer title and the same again on steps from all over a pathway: boxes grow, and what is near makes room. */
static void
time_steps (WayWorkspace *workspace,
            WayScene     *scene,
            GPtrArray    *steps)
{
  WayUpdate update = { .scene = scene };
  double times[2][N_FRAMES];

  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), &update);
  for (guint i = 0; i < 2 * N_FRAMES; i++)
    {
      g_autoptr (WayRecord) step = way_record_copy (g_ptr_array_index (steps, (gsize) (i / 2) * steps->len / N_FRAMES));
      g_autoptr (WayEdit) edit = way_edit_new ("Edit step");
      g_autoptr (GError) error = NULL;

      way_record_set_text (step, WAY_STEP_TITLE, i % 2 == 0 ? "Somebody rings back on the same day, says what comes next, and whom to ask "
                                                              "before then"
                                                            : "Somebody rings back on the same day, says what comes next, and whom to ask "
                                                              "since then");
      way_edit_put (edit, step);
      if (!way_workspace_apply (workspace, edit, &error))
        g_error ("%s", error->message);
      times[i % 2][i / 2] = update.time;
    }
  g_signal_handlers_disconnect_by_data (workspace, &update);
  report ("pathway, a step grew", times[0], N_FRAMES);
  report ("pathway, other words", times[1], N_FRAMES);
}

static WayScene *
open_scene (WayWorkspace *workspace,
            WayAudience   audience)
{
  g_autofree char *today = way_date_dup_today ();
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (workspace), audience, today);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) maps = way_lens_list (lens, WAY_KIND_MAP, NULL, &error);
  WayScene *scene = maps != NULL && maps->len > 0 ? way_scene_new (lens, way_record_get_id (maps->pdata[0]), NULL, NULL, &error) : NULL;

  if (scene == NULL)
    g_error ("%s", error != NULL ? error->message : "no map");
  return scene;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (WayWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (argc != 3)
    return 2;
  file = g_file_new_for_commandline_arg (argv[2]);
  workspace = way_workspace_open (file, &error);
  if (workspace == NULL)
    g_error ("%s", error->message);
  if (strcmp (argv[1], "frames") == 0)
    {
      g_autoptr (WayScene) scene = open_scene (workspace, WAY_AUDIENCE_PUBLIC);

      time_frames (scene);
    }
  else if (strcmp (argv[1], "steps") == 0)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (WayScene) scene = open_scene (workspace, WAY_AUDIENCE_DESK);
      double first = (g_get_monotonic_time () - start) / 1000.0;

      report ("pathway, first layout", &first, 1);
      found = way_records_list (WAY_RECORDS (workspace), WAY_KIND_STEP, NULL, &error);
      time_steps (workspace, scene, found);
    }
  else
    {
      found = way_records_list (WAY_RECORDS (workspace), WAY_KIND_CARD, NULL, &error);
      if (strcmp (argv[1], "updates") == 0)
        {
          g_autoptr (WayScene) scene = open_scene (workspace, WAY_AUDIENCE_DESK);

          time_updates (workspace, scene, found);
        }
      else
        time_commits (workspace, found);
    }
  if (!way_workspace_close (workspace, &error))
    g_error ("%s", error->message);
  return 0;
}
