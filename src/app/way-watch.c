/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Watching whether somebody else changes the file that is open here. */
#include "app/way-watch.h"

/* Others may write in several steps, as we do. */
#define SETTLED_MS 700

struct _WayWatch
{
  GObject parent_instance;

  WayWorkspace *workspace;    /* nullable once it is stopped */
  GFileMonitor *monitor;      /* nullable: where files cannot be watched, saving finds out */
  GCancellable *cancellable;
  guint settle;               /* the timeout after the last event */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (WayWatch, way_watch, G_TYPE_OBJECT)

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (WayWatch) self = data;

  if (way_workspace_look_finish (WAY_WORKSPACE (source), result, NULL) && self->workspace != NULL)
    g_signal_emit (self, changed_signal, 0);
}

static void
settled_cb (gpointer data)
{
  WayWatch *self = data;

  self->settle = 0;
  way_workspace_look_async (self->workspace, self->cancellable, looked_cb, g_object_ref (self));
}

static void
event_cb (GFileMonitor      *monitor,
          GFile             *file,
          GFile             *other,
          GFileMonitorEvent  event,
          WayWatch          *self)
{
  g_clear_handle_id (&self->settle, g_source_remove);
  self->settle = g_timeout_add_once (SETTLED_MS, settled_cb, self);
}

static void
watch (WayWatch *self)
{
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  self->monitor = g_file_monitor_file (way_workspace_get_file (self->workspace), G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect (self->monitor, "changed", G_CALLBACK (event_cb), self);
}

/**
 * way_watch_stop:
 * @self: a watch
 *
 * Lets go of the workspace, which is about to be closed.
 */
void
way_watch_stop (WayWatch *self)
{
  g_clear_handle_id (&self->settle, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
}

static void
way_watch_dispose (GObject *object)
{
  way_watch_stop (WAY_WATCH (object));

  G_OBJECT_CLASS (way_watch_parent_class)->dispose (object);
}

static void
way_watch_finalize (GObject *object)
{
  g_object_unref (WAY_WATCH (object)->cancellable);

  G_OBJECT_CLASS (way_watch_parent_class)->finalize (object);
}

static void
way_watch_class_init (WayWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_watch_finalize;
  changed_signal = g_signal_new ("changed-elsewhere", WAY_TYPE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
way_watch_init (WayWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

WayWatch *
way_watch_new (WayWorkspace *workspace)
{
  WayWatch *self = g_object_new (WAY_TYPE_WATCH, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_swapped (workspace, "notify::file", G_CALLBACK (watch), self);
  watch (self);
  return self;
}
