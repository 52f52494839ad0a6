/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something that a window waits for, done in a worker: what takes a while says so and can be cancelled. */
#include "app/way-work.h"

#include "base/way-i18n.h"

#include <adwaita.h>

#define PATIENCE_MS 500       /* before anything is said */
#define TICK_MS 100

typedef struct
{
  GtkWindow *window;          /* owned */
  char *title;
  WayWorkFunc func;
  WayWorkDone done;
  gpointer data;              /* owned; the worker's while it runs */
  GDestroyNotify free_data;
  GCancellable *cancellable;  /* owned */
  guint tick;                 /* the timeout that shows that it goes on */
  AdwDialog *dialog;          /* nullable, owned */
  GtkProgressBar *bar;        /* in dialog */
} WayWork;

static void
work_free (gpointer data)
{
  WayWork *self = data;

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->dialog);
  g_object_unref (self->window);
  g_object_unref (self->cancellable);
  self->free_data (self->data);
  g_free (self->title);
  g_free (self);
}

static void
response_cb (AdwAlertDialog *dialog,
             const char     *response,
             WayWork        *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
show_progress (WayWork *self)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (self->title, NULL));

  self->dialog = g_object_ref_sink (ADW_DIALOG (dialog));
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_progress_bar_set_pulse_step (self->bar, 0.05);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
  adw_alert_dialog_set_extra_child (dialog, GTK_WIDGET (self->bar));
  adw_alert_dialog_add_response (dialog, "cancel", _("_Cancel"));
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), self);
  adw_dialog_present (self->dialog, GTK_WIDGET (self->window));
}

/* A window that was closed meanwhile belongs to no application any more. */
static gboolean
is_there (WayWork *self)
{
  return gtk_window_get_application (self->window) != NULL;
}

static gboolean
tick_cb (gpointer data)
{
  WayWork *self = data;

  if (!is_there (self))
    {
      self->tick = 0;
      return G_SOURCE_REMOVE;
    }
  if (self->dialog == NULL)
    {
      show_progress (self);
      g_source_remove (self->tick);
      self->tick = g_timeout_add (TICK_MS, tick_cb, self);
    }
  gtk_progress_bar_pulse (self->bar);
  return G_SOURCE_CONTINUE;
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  WayWork *self = data;
  GError *error = NULL;

  if (self->func (self->data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  WayWork *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->dialog != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->dialog, self);
      adw_dialog_force_close (self->dialog);
    }
  if (is_there (self))
    self->done (self->window, self->data, error);
  g_application_release (g_application_get_default ());
}

/**
 * way_work_run:
 * @window: who waits for it
 * @title: what is being done, as “Opening…”
 * @func: does it
 * @done: told how it went, unless the window was closed meanwhile
 * @data: for both
 * @free_data: called for @data at the end, in the thread of the window
 *
 * Does something in a worker. After half a second a dialog says so, in which it can be cancelled; @func is to look at its cancellable.
 */
void
way_work_run (GtkWindow      *window,
              const char     *title,
              WayWorkFunc     func,
              WayWorkDone     done,
              gpointer        data,
              GDestroyNotify  free_data)
{
  WayWork *self = g_new0 (WayWork, 1);
  g_autoptr (GTask) task = NULL;

  self->window = g_object_ref (window);
  self->title = g_strdup (title);
  self->func = func;
  self->done = done;
  self->data = data;
  self->free_data = free_data;
  self->cancellable = g_cancellable_new ();
  self->tick = g_timeout_add (PATIENCE_MS, tick_cb, self);
  g_application_hold (g_application_get_default ());
  task = g_task_new (NULL, self->cancellable, ran_cb, NULL);
  g_task_set_source_tag (task, way_work_run);
  g_task_set_task_data (task, self, work_free);
  /* What came too late to be stopped is done, and is told of. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, run_in_thread);
}
