/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where exporters write. */
#include "exchange/way-sink.h"

#include "base/way-i18n.h"

/* How much is gathered before it is written. */
#define FULL_BUFFER 65536

void
way_sink_init (WaySink           *self,
               GOutputStream     *stream,
               GCancellable      *cancellable,
               WayExportProgress  progress,
               gpointer           progress_data)
{
  *self = (WaySink) {
    .stream = stream, .cancellable = cancellable, .progress = progress, .progress_data = progress_data, .to = 1,
    .buffer = g_string_sized_new (FULL_BUFFER + 4096),
  };
}

void
way_sink_clear (WaySink *self)
{
  g_string_free (self->buffer, TRUE);
  g_clear_error (&self->error);
}

/* Says in a plain sentence why writing failed; cancelling stays what it is. */
static GError *
explain (GError *error)
{
  GError *plain;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return error;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    plain = g_error_new_literal (WAY_ERROR, WAY_ERROR_FULL, _("There is not enough room left on the disk for this file."));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
           g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    plain = g_error_new_literal (WAY_ERROR, WAY_ERROR_READ_ONLY, _("The file may not be written to."));
  else
    plain = g_error_new (WAY_ERROR, WAY_ERROR_FAILED, _("The file could not be written: %s"), error->message);
  g_error_free (error);
  return plain;
}

static gboolean
put (WaySink       *self,
     gconstpointer  data,
     gsize          length)
{
  GError *error = NULL;

  /* Not every stream looks. */
  if (self->error == NULL)
    g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
  if (self->error == NULL && !g_output_stream_write_all (self->stream, data, length, NULL, self->cancellable, &error))
    self->error = explain (error);
  return self->error == NULL;
}

/**
 * way_sink_drain:
 * @self: a sink
 *
 * Writes what has gathered in the buffer, once it is enough to be worth it; for those who append to the buffer themselves.
 *
 * Returns: whether all went well until now
 */
gboolean
way_sink_drain (WaySink *self)
{
  if (self->buffer->len < FULL_BUFFER)
    return self->error == NULL;
  put (self, self->buffer->str, self->buffer->len);
  g_string_truncate (self->buffer, 0);
  return self->error == NULL;
}

gboolean
way_sink_write (WaySink       *self,
                gconstpointer  data,
                gsize          length)
{
  if (length >= FULL_BUFFER)
    {
      put (self, self->buffer->str, self->buffer->len);
      g_string_truncate (self->buffer, 0);
      return put (self, data, length);
    }
  g_string_append_len (self->buffer, data, length);
  return way_sink_drain (self);
}

/**
 * way_sink_step:
 * @self: a sink
 * @fraction: how much of the current part is done, 0 to 1
 *
 * Tells of progress and looks whether somebody cancelled.
 *
 * Returns: whether to go on
 */
gboolean
way_sink_step (WaySink *self,
               double   fraction)
{
  if (self->error == NULL)
    g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
  if (self->error == NULL && self->progress != NULL)
    self->progress (self->from + (self->to - self->from) * fraction, self->progress_data);
  return self->error == NULL;
}

/**
 * way_sink_finish:
 * @self: a sink
 * @error: what went wrong since the beginning
 *
 * Writes the rest of the buffer. The stream is left open.
 *
 * Returns: whether all of it was written
 */
gboolean
way_sink_finish (WaySink  *self,
                 GError  **error)
{
  GError *flush = NULL;

  put (self, self->buffer->str, self->buffer->len);
  g_string_truncate (self->buffer, 0);
  if (self->error == NULL && !g_output_stream_flush (self->stream, self->cancellable, &flush))
    self->error = explain (flush);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/* A cairo_write_func_t; @sink is a WaySink. */
cairo_status_t
way_sink_write_cb (void                *sink,
                   const unsigned char *data,
                   unsigned int         length)
{
  return way_sink_write (sink, data, length) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}
