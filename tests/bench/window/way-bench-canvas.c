/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times the frames of a canvas that is panned, zoomed, edited and dragged on: way-bench-canvas FILE [RUN]… prints a line for each run whose
 * name begins so, in ms: its name, the median, what 19 of 20 stay below and the most by the clock, then the same of the thread that draws,
 * as the processor counts it, from the end of the frame before; it says more where others use the machine as well. Pointer and keys come
 * from xdotool. */
#include "canvas/way-canvas-private.h"
#include "store/way-workspace.h"

#include <math.h>
#include <stdio.h>
#include <time.h>

#define FRAMES 60
#define LEAST_ZOOM 0.07
#define MOST_ZOOM 8.0
/* Frames that go by after the zoom was set, until what is seen and what is around it is painted. */
#define SETTLE 40
/* Cards typed one after the other, letters a second, and what each says before its number. */
#define CARDS 60
#define LETTERS 12
#define SAYING "ring"

typedef struct
{
  double clock, used;         /* milliseconds */
} WayTime;

typedef struct
{
  GMainLoop *loop;
  GtkWidget *window, *scrolled;
  WayCanvas *canvas;
  WayWorkspace *workspace;
  GPtrArray *cards;
  FILE *tool;                 /* takes lines that xdotool does */
  GArray *times;              /* of WayTime */
  gint64 start;               /* of the frame */
  gint64 used;                /* at the end of the one before */
  gint64 key, key_used;       /* when a key came that no frame has shown yet; 0 */
  guint run, frame;
  char **wanted;              /* how the names of runs begin; all where there are none */
  guint n_letters;            /* typed of the cards */
  guint typist;               /* the timeout that types them */
  gboolean typed;
} WayBench;

typedef enum
{
  WAY_BENCH_PAN,
  WAY_BENCH_WHEEL,
  WAY_BENCH_PINCH,
  WAY_BENCH_DRAG,
  WAY_BENCH_TYPE,
  WAY_BENCH_EDIT,
  WAY_BENCH_CARDS,
} WayBenchType;

static const char *const names[] = {
  "pan at", "wheel from 7 % to", "pinch from 7 to 800 % and back, at", "drag at", "letter typed at", "edit made at", "60 cards typed at",
};

/* What is done, and at which zoom; 0 is the zoom that shows the whole map. */
static const struct
{
  WayBenchType type;
  double zoom;
} runs[] = {
  { WAY_BENCH_PAN, 0 },      { WAY_BENCH_PAN, 0.1 },    { WAY_BENCH_PAN, 0.25 }, { WAY_BENCH_PAN, 0.5 }, { WAY_BENCH_PAN, 1 },
  { WAY_BENCH_PAN, 2 },      { WAY_BENCH_PAN, 4 },      { WAY_BENCH_PAN, 8 },    { WAY_BENCH_WHEEL, LEAST_ZOOM }, { WAY_BENCH_PINCH, LEAST_ZOOM },
  { WAY_BENCH_DRAG, 0.5 },   { WAY_BENCH_DRAG, 1 },     { WAY_BENCH_TYPE, 1 },   { WAY_BENCH_EDIT, 0 },  { WAY_BENCH_EDIT, 1 },
  { WAY_BENCH_CARDS, 1 },
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

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
print_column (WayBench *self,
              gsize     member)
{
  g_autofree double *values = g_new (double, self->times->len + 1);
  guint n = self->times->len;

  values[0] = 0;
  for (guint i = 0; i < n; i++)
    values[i] = G_STRUCT_MEMBER (double, &g_array_index (self->times, WayTime, i), member);
  qsort (values, n, sizeof (double), compare);
  g_print ("\t%.2f\t%.2f\t%.2f", values[n / 2], values[n * 19 / 20], values[n > 0 ? n - 1 : 0]);
}

static void
report (WayBench *self)
{
  g_print ("%s %.0f %%, %u times", names[runs[self->run].type], 100 * way_canvas_get_zoom (self->canvas), self->times->len);
  print_column (self, G_STRUCT_OFFSET (WayTime, clock));
  print_column (self, G_STRUCT_OFFSET (WayTime, used));
  g_print ("\n");
  g_array_set_size (self->times, 0);
}

G_GNUC_PRINTF (2, 3)
static void
ask_tool (WayBench   *self,
          const char *format,
          ...)
{
  va_list arguments;

  va_start (arguments, format);
  vfprintf (self->tool, format, arguments);
  va_end (arguments);
  fputc ('\n', self->tool);
  fflush (self->tool);
}

/* Writes other words on a card or step: once it is longer, once shorter, and in the next run the other way round, so that its size changes. */
static void
edit (WayBench *self)
{
  WayRecord *old = g_ptr_array_index (self->cards, self->frame * 7 % self->cards->len);
  g_autoptr (WayRecord) card = way_record_copy (old);
  g_autoptr (WayEdit) edit = way_edit_new ("Edit");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf ("Somebody rings at %" G_GINT64_FORMAT "%s", g_get_real_time (), (self->frame + self->run) % 2 == 0 ? "" :
                                           ", on the same day, and says what comes next, who will call and whom to ask before then");

  way_record_set_text (card, way_record_get_kind (card) == WAY_KIND_STEP ? WAY_STEP_TITLE : WAY_CARD_TEXT, text);
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

/* The middle of a card or step in an area; gives whether there is one, and selects it. */
static gboolean
find_in (WayBench      *self,
         const WayRect *area,
         WayPoint      *point)
{
  WayScene *scene = way_canvas_get_scene (self->canvas);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  way_scene_query (scene, area, found);
  for (guint i = 0; i < found->len; i++)
    {
      const WayItem *item = way_scene_get_item (scene, g_array_index (found, guint, i));
      WayRect place = way_view_from_map (&self->canvas->view, &item->bounds);

      if (item->kind != WAY_KIND_CARD && item->kind != WAY_KIND_STEP)
        continue;
      way_canvas_select_id (self->canvas, item->id);
      *point = (WayPoint) { place.x + place.width / 2, place.y + place.height / 2 };
      return TRUE;
    }
  return FALSE;
}

/* One in the middle of what is seen, else one anywhere in it, else the first is brought into sight. */
static WayPoint
find_card (WayBench *self)
{
  WayRect visible = way_view_get_visible (&self->canvas->view);
  WayRect middle = { visible.x + visible.width / 3, visible.y + visible.height / 3, visible.width / 3, visible.height / 3 };
  WayPoint point;

  if (find_in (self, &middle, &point) || find_in (self, &visible, &point))
    return point;
  way_canvas_select_id (self->canvas, way_record_get_id (g_ptr_array_index (self->cards, 0)));
  visible = way_view_get_visible (&self->canvas->view);
  if (!find_in (self, &visible, &point))
    g_error ("no card is seen");
  return point;
}

static void
move (WayBench *self)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  switch (runs[self->run].type)
    {
    case WAY_BENCH_PAN:
      gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + 24);
      gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + 12);
      gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
      break;
    case WAY_BENCH_WHEEL:
      way_canvas_zoom_by (self->canvas, pow (MOST_ZOOM / LEAST_ZOOM, 1.0 / FRAMES));
      break;
    case WAY_BENCH_PINCH:
      way_canvas_set_zoom_at (self->canvas, LEAST_ZOOM * pow (MOST_ZOOM / LEAST_ZOOM, (1 - cos (self->frame * G_PI / 30)) / 2),
                              700 + self->frame, 400);
      break;
    case WAY_BENCH_DRAG:
      ask_tool (self, "mousemove %u %u", 960 + self->frame * 5, 500 + self->frame * 3);
      break;
    case WAY_BENCH_TYPE:
      ask_tool (self, "key %c", "abcde fghij klmno"[self->frame % 17] == ' ' ? 'x' : "abcde fghij klmno"[self->frame % 17]);
      break;
    case WAY_BENCH_EDIT:
      edit (self);
      break;
    case WAY_BENCH_CARDS:
    default:
      break;
    }
}

/* A letter, or the key that ends a card. */
static gboolean
type_cb (gpointer data)
{
  WayBench *self = data;
  guint letter = self->n_letters % (strlen (SAYING) + 4), card = self->n_letters / (strlen (SAYING) + 4);
  g_autofree char *text = g_strdup_printf ("%s%03u", SAYING, card);

  if (card == CARDS)
    {
      self->typed = TRUE;
      self->typist = 0;
      return G_SOURCE_REMOVE;
    }
  if (text[letter] != '\0')
    ask_tool (self, "key %c", text[letter]);
  else
    ask_tool (self, "key Return");
  self->n_letters++;
  return G_SOURCE_CONTINUE;
}

/* Cards that say what was typed, each once. */
static void
check_cards (WayBench *self)
{
  const char *map = way_record_get_within (g_ptr_array_index (self->cards, 0));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = way_records_list (WAY_RECORDS (self->workspace), WAY_KIND_CARD, map, &error);
  guint found = 0;

  if (cards == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; i < CARDS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s%03u", SAYING, i);

      for (guint j = 0; j < cards->len; j++)
        found += g_str_equal (way_record_get_text (g_ptr_array_index (cards, j), WAY_CARD_TEXT), text);
    }
  if (found != CARDS)
    g_error ("%u of %u cards were typed", found, CARDS);
}

static gboolean
is_wanted (WayBench *self)
{
  const char *kind = way_scene_get_kind (way_canvas_get_scene (self->canvas));
  gboolean wanted = self->wanted[0] == NULL;

  if (runs[self->run].type == WAY_BENCH_CARDS && !g_str_equal (kind, "journey"))
    return FALSE;
  for (guint i = 0; self->wanted[i] != NULL; i++)
    wanted |= g_str_has_prefix (names[runs[self->run].type], self->wanted[i]);
  return wanted;
}

static void
next_run (WayBench *self)
{
  while (self->run < G_N_ELEMENTS (runs) && !is_wanted (self))
    self->run++;
  self->frame = 0;
  if (self->run == G_N_ELEMENTS (runs))
    {
      g_main_loop_quit (self->loop);
      return;
    }
  if (runs[self->run].zoom == 0)
    way_canvas_zoom_to_fit (self->canvas);
  else
    way_canvas_zoom_to (self->canvas, runs[self->run].zoom);
  gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
}

static gboolean
takes_keys (WayBench *self)
{
  return self->run < G_N_ELEMENTS (runs) && (runs[self->run].type == WAY_BENCH_TYPE || runs[self->run].type == WAY_BENCH_CARDS);
}

/* Once the view rests. */
static void
begin_timing (WayBench *self)
{
  WayPoint card;

  if (runs[self->run].type == WAY_BENCH_DRAG)
    {
      card = find_card (self);
      ask_tool (self, "mousemove %d %d", (int) card.x, (int) card.y);
      ask_tool (self, "mousedown 1");
    }
  else if (takes_keys (self))
    {
      find_card (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
      if (runs[self->run].type == WAY_BENCH_TYPE)
        way_canvas_change_selected (self->canvas);
      else
        self->typist = g_timeout_add (1000 / LETTERS, type_cb, self);
    }
}

static void
end_run (WayBench *self)
{
  report (self);
  if (runs[self->run].type == WAY_BENCH_DRAG)
    {
      ask_tool (self, "key Escape");
      ask_tool (self, "mouseup 1");
    }
  else if (runs[self->run].type == WAY_BENCH_TYPE && !way_canvas_finish_typing (self->canvas))
    g_error ("what was typed is not there");
  else if (runs[self->run].type == WAY_BENCH_CARDS)
    check_cards (self);
  self->run++;
  next_run (self);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  WayBench *self = data;

  if (self->run >= G_N_ELEMENTS (runs))
    return G_SOURCE_REMOVE;
  self->frame++;
  if (self->frame == SETTLE)
    begin_timing (self);
  else if (self->frame > SETTLE && self->frame <= SETTLE + FRAMES)
    move (self);
  else if (self->frame > SETTLE + FRAMES && (runs[self->run].type != WAY_BENCH_CARDS || self->typed))
    end_run (self);
  return G_SOURCE_CONTINUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        modifiers,
        WayBench              *self)
{
  if (self->key == 0)
    {
      self->key = g_get_monotonic_time ();
      self->key_used = get_used ();
    }
  return GDK_EVENT_PROPAGATE;
}

static void
before_cb (GdkFrameClock *clock,
           WayBench      *self)
{
  self->start = g_get_monotonic_time ();
}

/* A letter counts from when it came. */
static void
after_cb (GdkFrameClock *clock,
          WayBench      *self)
{
  gboolean typing = takes_keys (self);
  gint64 used = get_used ();
  WayTime time = { (g_get_monotonic_time () - (typing ? self->key : self->start)) / 1000.0,
                   (used - (typing ? self->key_used : self->used)) / 1000.0 };

  if (self->frame > SETTLE + 1 && (!typing || self->key != 0))
    g_array_append_val (self->times, time);
  self->key = 0;
  self->used = used;
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
    self->cards = way_lens_list (lens, g_strcmp0 (way_record_get_text (maps->pdata[0], WAY_MAP_KIND), "pathway") == 0 ? WAY_KIND_STEP :
                                 WAY_KIND_CARD, way_record_get_id (maps->pdata[0]), error);
  return self->cards != NULL ? way_scene_new (lens, way_record_get_id (maps->pdata[0]), &(WaySceneOptions) { 0 }, fonts, error) : NULL;
}

static gboolean
edit_cb (WayCanvas *canvas,
         WayEdit   *edit,
         WayBench  *self)
{
  g_autoptr (GError) error = NULL;

  if (!way_workspace_apply (self->workspace, edit, &error))
    g_error ("%s", error->message);
  return TRUE;
}

static void
make_window (WayBench *self,
             WayScene *scene)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->window = gtk_window_new ();
  self->scrolled = gtk_scrolled_window_new ();
  self->canvas = WAY_CANVAS (way_canvas_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->canvas));
  gtk_window_set_child (GTK_WINDOW (self->window), self->scrolled);
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1920, 1080);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->window, keys);
  way_canvas_set_scene (self->canvas, scene);
  g_signal_connect (self->canvas, "edit", G_CALLBACK (edit_cb), self);
  g_signal_connect (self->workspace, "changed", G_CALLBACK (changed_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
}

int
main (int    argc,
      char **argv)
{
  WayBench self = { .loop = g_main_loop_new (NULL, FALSE), .times = g_array_new (FALSE, FALSE, sizeof (WayTime)) };
  g_autoptr (GError) error = NULL;
  g_autoptr (WayScene) scene = NULL;
  gint64 start = g_get_monotonic_time ();
  GdkFrameClock *clock;

  if (argc < 2 || (gtk_init (), scene = open_scene (&self, argv[1], &error)) == NULL)
    {
      g_printerr ("way-bench-canvas FILE [RUN]…: %s\n", error != NULL ? error->message : "a workspace with a map");
      return 1;
    }
  g_print ("file to scene\t%.2f\n", (g_get_monotonic_time () - start) / 1000.0);
  self.wanted = argv + 2;
  self.tool = popen ("xdotool -", "w");
  if (self.tool == NULL)
    return 1;
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  make_window (&self, scene);
  next_run (&self);
  clock = gtk_widget_get_frame_clock (self.window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), &self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), &self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self.canvas), tick_cb, &self, NULL);
  g_main_loop_run (self.loop);
  pclose (self.tool);
  return 0;
}
