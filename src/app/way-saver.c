/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving without being asked: the user's file is written when edits have paused. */
#include "app/way-saver.h"

#include "base/way-i18n.h"

#define PAUSE_SECONDS 2
#define RETRY_SECONDS 10      /* after a failure: a stick may be back */

struct _WaySaver
{
  GObject parent_instance;

  WayWorkspace *workspace;
  guint pause;                /* the timeout that saves */
  gboolean saving;
  gboolean again;             /* asked to save while saving */
  gboolean quiet;             /* nobody asked for the attempt that is under way */
  GQueue waiting;             /* of GTask: those who want everything to be in the file */
  char *failure;              /* nullable: why the last attempt failed */
  char *state;
};

enum { PROP_STATE = 1 };

G_DEFINE_FINAL_TYPE (WaySaver, way_saver, G_TYPE_OBJECT)

static void
update_state (WaySaver *self)
{
  const char *state;

  if (self->saving)
    state = _("Saving…");
  else if (way_workspace_get_published (self->workspace))
    state = _("All changes saved");
  else if (self->failure != NULL)
    state = _("Kept on this computer, not in the file");
  else
    state = _("Changed");
  if (g_set_str (&self->state, state))
    g_object_notify (G_OBJECT (self), "state");
}

static void
answer_waiting (WaySaver *self,
                GError   *error)
{
  GTask *task;

  while ((task = g_queue_pop_head (&self->waiting)) != NULL)
    {
      if (error != NULL)
        g_task_return_error (task, g_error_copy (error));
      else
        g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
}

/* What fails again in the same way is not said again. */
static void
retry_cb (gpointer data)
{
  WaySaver *self = data;

  self->pause = 0;
  self->quiet = TRUE;
  way_saver_save (self);
}

static void
published_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (WaySaver) self = data;
  g_autoptr (GFile) beside = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = way_workspace_publish_finish (WAY_WORKSPACE (source), result, &beside, &error), news;

  self->saving = FALSE;
  news = g_set_str (&self->failure, done ? NULL : error->message);
  update_state (self);
  if (beside != NULL)
    g_signal_emit_by_name (self, "kept-beside", beside);
  if (!done && (news || !self->quiet))
    g_signal_emit_by_name (self, "failed", error->message);
  if (!done && self->pause == 0)
    self->pause = g_timeout_add_seconds_once (RETRY_SECONDS, retry_cb, self);
  self->quiet = FALSE;
  if (self->again)
    way_saver_save (self);
  else
    answer_waiting (self, error);
}

/**
 * way_saver_save:
 * @self: a saver
 *
 * Saves now.
 */
void
way_saver_save (WaySaver *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->again = self->saving;
  if (self->saving)
    return;
  g_signal_emit_by_name (self, "saving");
  self->saving = TRUE;
  update_state (self);
  way_workspace_publish_async (self->workspace, NULL, published_cb, g_object_ref (self));
}

/**
 * way_saver_save_async:
 * @self: a saver
 * @callback: called when it is done
 * @data: for @callback
 *
 * Saves now, for somebody who goes on from the user's file.
 */
void
way_saver_save_async (WaySaver            *self,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  GTask *task = g_task_new (self, NULL, callback, data);

  g_task_set_source_tag (task, way_saver_save_async);
  g_queue_push_tail (&self->waiting, task);
  way_saver_save (self);
}

/**
 * way_saver_save_finish:
 * @self: a saver
 * @result: from the callback
 * @error: why it could not be saved; "failed" was emitted for it as well
 *
 * Returns: whether everything that there was at the call is in the file of the workspace
 */
gboolean
way_saver_save_finish (WaySaver      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
pause_cb (gpointer data)
{
  WaySaver *self = data;

  self->pause = 0;
  way_saver_save (self);
}

static void
changed_cb (WayRecords *records,
            WayChanges *changes,
            WaySaver   *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add_seconds_once (PAUSE_SECONDS, pause_cb, self);
  update_state (self);
}

static void
way_saver_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  if (id == PROP_STATE)
    g_value_set_string (value, WAY_SAVER (object)->state);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
way_saver_dispose (GObject *object)
{
  WaySaver *self = WAY_SAVER (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (way_saver_parent_class)->dispose (object);
}

static void
way_saver_finalize (GObject *object)
{
  g_free (WAY_SAVER (object)->state);
  g_free (WAY_SAVER (object)->failure);

  G_OBJECT_CLASS (way_saver_parent_class)->finalize (object);
}

static void
way_saver_class_init (WaySaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = way_saver_get_property;
  object_class->dispose = way_saver_dispose;
  object_class->finalize = way_saver_finalize;
  g_object_class_install_property (object_class, PROP_STATE,
                                   g_param_spec_string ("state", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_signal_new ("saving", WAY_TYPE_SAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("kept-beside", WAY_TYPE_SAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
  g_signal_new ("failed", WAY_TYPE_SAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
way_saver_init (WaySaver *self)
{
}

WaySaver *
way_saver_new (WayWorkspace *workspace)
{
  WaySaver *self = g_object_new (WAY_TYPE_SAVER, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  update_state (self);
  return self;
}

/**
 * way_saver_get_state:
 * @self: a saver
 *
 * Returns: whether everything is saved, in a few words
 */
const char *
way_saver_get_state (WaySaver *self)
{
  return self->state;
}
