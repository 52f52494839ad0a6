/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Threads that turn lists of what is to be painted into pixels. The lists hold nothing that the scene goes on changing. */
#include "canvas/way-tile-painter.h"

/* More would only take turns at memory. */
#define MOST_THREADS 3

typedef enum
{
  WAITING,
  RUNNING,
  CANCELLED,                  /* while it was running */
  DONE,
} State;

struct _WayTileJob
{
  State state;
  WayPaintList *list;         /* nullable once it is painted */
  WayRect area;
  int width, height;          /* pixels */
  gpointer tag;
  cairo_surface_t *surface;   /* nullable until it is painted */
};

struct _WayTilePainter
{
  GMutex lock;
  GCond work, finished;
  GQueue waiting, done;       /* of WayTileJob */
  guint n_running;
  gboolean ends;
  GThread *threads[MOST_THREADS];
  guint n_threads;
  GSourceFunc callback;       /* in the thread that has the painter, after something was done */
  gpointer user_data;
  guint source;               /* the idle call that makes it, or 0 */
};

static void
job_free (WayTileJob *job)
{
  g_clear_pointer (&job->list, way_paint_list_free);
  g_clear_pointer (&job->surface, cairo_surface_destroy);
  g_free (job);
}

static void
job_paint (WayTileJob *job)
{
  /* The format that GTK's cairo renderer takes as it is; any other is converted in every frame. */
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, job->width, job->height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, job->width / job->area.width, job->height / job->area.height);
  cairo_translate (cr, -job->area.x, -job->area.y);
  way_paint_list_paint (job->list, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_clear_pointer (&job->list, way_paint_list_free);
  job->surface = surface;
}

static gboolean
done_cb (gpointer data)
{
  WayTilePainter *self = data;

  g_mutex_lock (&self->lock);
  self->source = 0;
  g_mutex_unlock (&self->lock);
  self->callback (self->user_data);
  return G_SOURCE_REMOVE;
}

/* Takes the next job and paints it; called with the lock, which is given up meanwhile. */
static void
run_next (WayTilePainter *self,
          gboolean        tell)
{
  WayTileJob *job = g_queue_pop_head (&self->waiting);

  job->state = RUNNING;
  self->n_running++;
  g_mutex_unlock (&self->lock);
  job_paint (job);
  g_mutex_lock (&self->lock);
  self->n_running--;
  if (job->state == CANCELLED)
    job_free (job);
  else
    {
      job->state = DONE;
      g_queue_push_tail (&self->done, job);
      if (tell && self->source == 0 && !self->ends)
        self->source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, done_cb, self, NULL);
    }
  g_cond_broadcast (&self->finished);
}

static gpointer
paint_thread (gpointer data)
{
  WayTilePainter *self = data;

  g_mutex_lock (&self->lock);
  while (!self->ends)
    if (g_queue_is_empty (&self->waiting))
      g_cond_wait (&self->work, &self->lock);
    else
      run_next (self, TRUE);
  g_mutex_unlock (&self->lock);
  return NULL;
}

/**
 * way_tile_painter_new:
 * @done: called when jobs were done, in the thread that runs the default main context
 * @user_data: for it
 *
 * Returns: (transfer full): a painter; its threads begin with the first job
 */
WayTilePainter *
way_tile_painter_new (GSourceFunc done,
                      gpointer    user_data)
{
  WayTilePainter *self = g_new0 (WayTilePainter, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->work);
  g_cond_init (&self->finished);
  self->callback = done;
  self->user_data = user_data;
  return self;
}

void
way_tile_painter_free (WayTilePainter *self)
{
  g_mutex_lock (&self->lock);
  self->ends = TRUE;
  g_cond_broadcast (&self->work);
  g_mutex_unlock (&self->lock);
  for (guint i = 0; i < self->n_threads; i++)
    g_thread_join (self->threads[i]);
  g_clear_handle_id (&self->source, g_source_remove);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) job_free);
  g_queue_clear_full (&self->done, (GDestroyNotify) job_free);
  g_cond_clear (&self->work);
  g_cond_clear (&self->finished);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static void
start_threads (WayTilePainter *self)
{
  guint n_threads;

  /* Asking for the processors reads a file. */
  if (self->n_threads > 0)
    return;
  n_threads = CLAMP ((int) g_get_num_processors () - 1, 1, MOST_THREADS);
  while (self->n_threads < n_threads)
    self->threads[self->n_threads++] = g_thread_new ("paint", paint_thread, self);
}

/**
 * way_tile_painter_add:
 * @self: a painter
 * @list: (transfer full): what to paint
 * @area: where that is on the map
 * @width: pixels
 * @height: pixels
 * @tag: what way_tile_job_get_tag() gives back
 *
 * Returns: (transfer none): the job, which waits behind those before it; it ends by being popped when it is done, or cancelled
 */
WayTileJob *
way_tile_painter_add (WayTilePainter *self,
                      WayPaintList   *list,
                      const WayRect  *area,
                      int             width,
                      int             height,
                      gpointer        tag)
{
  WayTileJob *job = g_new0 (WayTileJob, 1);

  *job = (WayTileJob) { .list = list, .area = *area, .width = width, .height = height, .tag = tag };
  start_threads (self);
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->waiting, job);
  g_cond_signal (&self->work);
  g_mutex_unlock (&self->lock);
  return job;
}

/**
 * way_tile_painter_cancel:
 * @self: a painter
 * @job: (transfer full): one of its jobs that was not popped
 */
void
way_tile_painter_cancel (WayTilePainter *self,
                         WayTileJob     *job)
{
  g_mutex_lock (&self->lock);
  if (job->state == RUNNING)
    job->state = CANCELLED;
  else
    {
      g_queue_remove (job->state == DONE ? &self->done : &self->waiting, job);
      job_free (job);
    }
  g_mutex_unlock (&self->lock);
}

guint
way_tile_painter_get_n_waiting (WayTilePainter *self)
{
  guint n_waiting;

  g_mutex_lock (&self->lock);
  n_waiting = self->waiting.length;
  g_mutex_unlock (&self->lock);
  return n_waiting;
}

/**
 * way_tile_painter_help:
 * @self: a painter
 *
 * Paints a job that waits in the calling thread.
 *
 * Returns: whether there was one
 */
gboolean
way_tile_painter_help (WayTilePainter *self)
{
  gboolean found;

  g_mutex_lock (&self->lock);
  found = !g_queue_is_empty (&self->waiting);
  if (found)
    run_next (self, FALSE);
  g_mutex_unlock (&self->lock);
  return found;
}

/**
 * way_tile_painter_wait:
 * @self: a painter
 * @deadline: monotonic time, microseconds
 *
 * Waits until no job is being painted.
 */
void
way_tile_painter_wait (WayTilePainter *self,
                       gint64          deadline)
{
  g_mutex_lock (&self->lock);
  while (self->n_running > 0 && g_cond_wait_until (&self->finished, &self->lock, deadline))
    ;
  g_mutex_unlock (&self->lock);
}

/**
 * way_tile_painter_pop_done:
 * @self: a painter
 *
 * Returns: (transfer full) (nullable): a job that is painted
 */
WayTileJob *
way_tile_painter_pop_done (WayTilePainter *self)
{
  WayTileJob *job;

  g_mutex_lock (&self->lock);
  job = g_queue_pop_head (&self->done);
  g_mutex_unlock (&self->lock);
  return job;
}

gpointer
way_tile_job_get_tag (WayTileJob *self)
{
  return self->tag;
}

/**
 * way_tile_job_free_to_texture:
 * @self: (transfer full): a job that is painted
 *
 * Returns: (transfer full): what was painted
 */
GdkTexture *
way_tile_job_free_to_texture (WayTileJob *self)
{
  cairo_surface_t *surface = g_steal_pointer (&self->surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * self->height,
                                                         (GDestroyNotify) cairo_surface_destroy, surface);
  GdkTexture *texture = gdk_memory_texture_new (self->width, self->height, GDK_MEMORY_DEFAULT, bytes, stride);

  job_free (self);
  return texture;
}
