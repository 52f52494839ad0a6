/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every tool needs to make an edit: the records as the desk has them, and sending it to whoever holds the workspace. */
#include "canvas/way-canvas-private.h"

#include "base/way-i18n.h"

void
way_canvas_refuse (WayCanvas  *self,
                   const char *reason)
{
  g_signal_emit_by_name (self, "refused", reason);
}

void
way_canvas_refuse_error (WayCanvas *self,
                         GError    *error)
{
  way_canvas_refuse (self, error != NULL ? error->message : _("This is not there any more."));
}

/* The record to change a copy of. An audience may be shown a record without some of what it says; only the desk's can be put back. */
WayRecord *
way_canvas_read_record (WayCanvas  *self,
                        WayKind     kind,
                        const char *id)
{
  WayLens *lens = way_scene_get_lens (self->scene);
  g_autoptr (GError) error = NULL;
  WayRecord *record = NULL;

  g_return_val_if_fail (way_lens_get_audience (lens) == WAY_AUDIENCE_DESK, NULL);

  if (!way_lens_read (lens, kind, id, &record, &error) || record == NULL)
    {
      way_canvas_refuse_error (self, error);
      return NULL;
    }
  return record;
}

/**
 * way_canvas_send:
 * @self: a canvas
 * @edit: what is to be done
 * @said: what is announced when it was
 *
 * Returns: whether it was done
 */
gboolean
way_canvas_send (WayCanvas  *self,
                 WayEdit    *edit,
                 const char *said)
{
  gboolean done = FALSE;

  g_signal_emit_by_name (self, "edit", edit, &done);
  if (done)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return done;
}

/**
 * way_canvas_drop_selected:
 * @self: a canvas
 *
 * Deletes what is selected.
 */
void
way_canvas_drop_selected (WayCanvas *self)
{
  way_canvas_end_picking (self);
  if (self->scene != NULL && self->editable && *self->selected.id != '\0')
    way_canvas_tools_get (self->scene)->drop_selected (self);
}

/**
 * way_canvas_put_selected:
 * @self: a canvas
 * @lane: (nullable): the lane that all cards or steps that are selected go to, or %NULL where each stays in its own
 * @stage: (nullable): the stage, on a map that has them
 *
 * Moves all that is selected as one edit, each behind what is there.
 */
void
way_canvas_put_selected (WayCanvas  *self,
                         const char *lane,
                         const char *stage)
{
  way_canvas_end_picking (self);
  if (self->scene != NULL && self->editable && way_canvas_finish_typing (self))
    way_canvas_tools_get (self->scene)->put_selected (self, lane, stage);
}
