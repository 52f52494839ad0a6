/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running an export for a window: the user's file first, then a worker, with progress for what takes a while. */
#include "app/way-export-run.h"

#include "app/way-toast.h"
#include "base/way-i18n.h"

#define PATIENCE_MS 500       /* before anything is said of progress */
#define TICK_MS 100
#define WHOLE 1000            /* of WayExportRun.done */

typedef struct
{
  WayWindow *window;          /* owned */
  WayExportJob *job;          /* owned; the worker's while it runs */
  WayExportDone done_cb;
  GCancellable *cancellable;  /* owned */
  int done;                   /* thousandths, atomic */
  guint tick;                 /* the timeout that shows them */
  AdwDialog *dialog;          /* nullable, owned: what shows them */
  GtkProgressBar *bar;        /* in dialog */
} WayExportRun;

static void
run_free (WayExportRun *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->dialog);
  g_object_unref (self->window);
  g_object_unref (self->cancellable);
  way_export_job_free (self->job);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayExportRun, run_free)

static void
response_cb (AdwAlertDialog *dialog,
             const char     *response,
             WayExportRun   *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
show_progress (WayExportRun *self)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (self->job->choices.to_print ? _("Preparing to Print…") : _("Exporting…"), NULL));

  self->dialog = g_object_ref_sink (ADW_DIALOG (dialog));
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How much is done"), -1);
  adw_alert_dialog_set_extra_child (dialog, GTK_WIDGET (self->bar));
  adw_alert_dialog_add_response (dialog, "cancel", _("_Cancel"));
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), self);
  adw_dialog_present (self->dialog, GTK_WIDGET (self->window));
}

/* A window that was closed meanwhile belongs to no application any more; what was begun is finished without it. */
static gboolean
is_there (WayExportRun *self)
{
  return gtk_window_get_application (GTK_WINDOW (self->window)) != NULL;
}

static gboolean
tick_cb (gpointer data)
{
  WayExportRun *self = data;

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
  gtk_progress_bar_set_fraction (self->bar, (double) g_atomic_int_get (&self->done) / WHOLE);
  return G_SOURCE_CONTINUE;
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  WayExportRun *self = data;

  g_atomic_int_set (&self->done, (int) (fraction * WHOLE));
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  WayExportRun *self = data;
  GError *error = NULL;

  if (way_export_job_run (self->job, progress_cb, self, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
end (WayExportRun *self,
     const GError *error)
{
  gboolean to_print = self->job->choices.to_print;

  g_application_release (g_application_get_default ());
  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->dialog != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->dialog, self);
      adw_dialog_force_close (self->dialog);
    }
  if (!is_there (self))
    return;
  if (error == NULL)
    self->done_cb (self->window, self->job);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    way_toast_alert (GTK_WIDGET (self->window), to_print ? _("Nothing Was Printed") : _("Nothing Was Exported"), error->message);
  else
    way_toast_say (GTK_WIDGET (way_window_get_view (self->window)),
                   to_print ? _("Cancelled; nothing was printed") : _("Cancelled; nothing was exported"));
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr (WayExportRun) self = data;
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  end (self, error);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (WayExportRun) self = data;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = way_window_get_workspace (self->window);

  if (!way_saver_save_finish (WAY_SAVER (source), result, &error) || g_cancellable_set_error_if_cancelled (self->cancellable, &error))
    {
      end (self, error);
      return;
    }
  /* Saving may have moved on to a file beside the old one. */
  if (workspace != NULL)
    g_set_object (&self->job->workspace, way_workspace_get_file (workspace));
  task = g_task_new (NULL, self->cancellable, ran_cb, self);
  g_task_set_task_data (task, g_steal_pointer (&self), NULL);
  /* An export that came too late to be stopped is there, and is told of. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * way_export_run:
 * @window: a window with a workspace
 * @map_id: (nullable): a map, or %NULL for all that there is
 * @choices: how
 * @target: (nullable): where to; %NULL keeps it in memory
 * @done: told when it is there
 *
 * Exports in the background. What takes more than half a second shows how far it is and can be cancelled; a failure is said.
 */
void
way_export_run (WayWindow              *window,
                const char             *map_id,
                const WayExportChoices *choices,
                GFile                  *target,
                WayExportDone           done)
{
  WayExportRun *self;

  if (!way_window_finish_typing (window))
    return;
  self = g_new0 (WayExportRun, 1);
  self->window = g_object_ref (window);
  self->job = way_export_job_new (way_workspace_get_file (way_window_get_workspace (window)), map_id, choices, target);
  self->done_cb = done;
  self->cancellable = g_cancellable_new ();
  self->tick = g_timeout_add (PATIENCE_MS, tick_cb, self);
  g_application_hold (g_application_get_default ());
  way_saver_save_async (way_window_get_saver (window), saved_cb, self);
}
