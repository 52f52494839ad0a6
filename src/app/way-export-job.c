/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An export in a worker: a reader of its own on the published file, a lens for the audience, and a file that is there whole or not. */
#include "app/way-export-job.h"

#include "base/way-date.h"
#include "base/way-error.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "exchange/way-json-write.h"
#include "exchange/way-output.h"
#include "model/way-schema.h"
#include "store/way-workspace.h"

#include <glib/gstdio.h>

/* Long titles make no long names of folders. */
#define MAX_NAME 60

/* One file of a job that is running. */
typedef struct
{
  const WayExportJob *job;
  WayLens *lens;
  const char *const *maps;    /* nullable: everything */
  double from, to;            /* its part of the whole */
  WayExportProgress progress; /* nullable */
  gpointer progress_data;
  GCancellable *cancellable;  /* nullable */
} Part;

static void
progress_cb (double   fraction,
             gpointer data)
{
  Part *part = data;

  if (part->progress != NULL)
    part->progress (part->from + (part->to - part->from) * fraction, part->progress_data);
}

static gboolean
write_cb (GOutputStream  *stream,
          gpointer        data,
          GError        **error)
{
  Part *part = data;
  const WayExportChoices *choices = &part->job->choices;

  if (choices->kind == WAY_EXPORT_JSON)
    return way_json_write (part->lens, part->maps != NULL ? part->maps[0] : NULL, stream, part->cancellable, error);
  return way_export_maps (part->lens, part->maps, (WayFormat) choices->kind, &choices->options, stream, progress_cb, part,
                          part->cancellable, error);
}

static GBytes *
write_bytes (Part    *part,
             GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (!write_cb (memory, part, error) || !g_output_stream_close (memory, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* A place without a path, such as one on a server, gets the file when it is complete. */
static gboolean
write_remote (Part    *part,
              GFile   *target,
              GError **error)
{
  g_autoptr (GBytes) bytes = write_bytes (part, error);
  g_autoptr (GError) cause = NULL;

  if (bytes == NULL)
    return FALSE;
  if (g_file_replace_contents (target, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                               part->cancellable, &cause))
    return TRUE;
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_FAILED, _("The file could not be written: %s"), cause->message);
  return FALSE;
}

static gboolean
write_file (Part    *part,
            GFile   *target,
            GError **error)
{
  const char *path = g_file_peek_path (target);

  return path != NULL ? way_output_write (path, write_cb, part, error) : write_remote (part, target, error);
}

/* What the folder will be called: nothing that is there is touched. */
static char *
dup_folder (const WayExportJob *self,
            const char         *parent,
            const char         *title)
{
  g_autofree char *head = way_text_dup_excerpt (title, MAX_NAME);
  g_autofree char *kind = g_ascii_strup (way_export_choices_get_extension (&self->choices), -1);
  /* Translators: the name of a folder: the title of a workspace and a format, as in "Living well, maps as SVG". */
  g_autofree char *name = g_strdup_printf (self->choices.personas ? _("%s, personas as %s") : _("%s, maps as %s"), head, kind);
  g_autofree char *first = NULL;

  g_strdelimit (name, "/\n", '-');
  if (name[0] == '.')
    name[0] = '-';
  first = g_build_filename (parent, name, NULL);
  for (guint number = 1;; number++)
    {
      g_autofree char *path = number == 1 ? g_strdup (first) : g_strdup_printf ("%s (%u)", first, number);

      if (!g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
        return g_steal_pointer (&path);
    }
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static gboolean
fill_folder (Part        *part,
             GPtrArray   *maps,
             const char  *folder,
             GError     **error)
{
  for (guint i = 0; i < maps->len; i++)
    {
      guint title = part->job->choices.personas ? (guint) WAY_PERSONA_NAME : (guint) WAY_MAP_TITLE;
      g_autofree char *name = way_output_dup_name (way_record_get_text (maps->pdata[i], title), i + 1,
                                                   way_export_choices_get_extension (&part->job->choices));
      g_autofree char *path = g_build_filename (folder, name, NULL);
      const char *ids[] = { way_record_get_id (maps->pdata[i]), NULL };

      part->maps = ids;
      part->from = (double) i / maps->len;
      part->to = (double) (i + 1) / maps->len;
      if (!way_output_write (path, write_cb, part, error))
        return FALSE;
    }
  return TRUE;
}

/* A folder of files is filled under another name, and gets its own when all of them are there. */
static gboolean
write_folder (Part        *part,
              GPtrArray   *maps,
              const char  *title,
              GFile      **result,
              GError     **error)
{
  const char *parent = g_file_peek_path (part->job->target);
  g_autofree char *folder = NULL, *beside = NULL;

  if (parent == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_FAILED, _("All maps together can only be written to a folder on this computer."));
      return FALSE;
    }
  beside = g_build_filename (parent, ".waymark-XXXXXX", NULL);
  if (g_mkdtemp_full (beside, 0777) == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_READ_ONLY, _("Nothing can be written in the folder “%s”."), parent);
      return FALSE;
    }
  folder = dup_folder (part->job, parent, title);
  if (fill_folder (part, maps, beside, error))
    {
      if (g_rename (beside, folder) == 0)
        {
          *result = g_file_new_for_path (folder);
          return TRUE;
        }
      g_set_error (error, WAY_ERROR, WAY_ERROR_FAILED, _("The folder “%s” could not be made."), folder);
    }
  remove_folder (beside);
  return FALSE;
}

static gboolean
run_part (WayExportJob  *self,
          Part          *part,
          GError       **error)
{
  if (self->target == NULL)
    return (self->bytes = write_bytes (part, error)) != NULL;
  if (!write_file (part, self->target, error))
    return FALSE;
  self->result = g_object_ref (self->target);
  return TRUE;
}

static gboolean
run_all_maps (WayExportJob  *self,
              Part          *part,
              const char    *title,
              GError       **error)
{
  g_autoptr (GPtrArray) maps = way_lens_list (part->lens, self->choices.personas ? WAY_KIND_PERSONA : WAY_KIND_MAP, NULL, error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (8, NULL, TRUE);

  if (maps == NULL)
    return FALSE;
  for (guint i = maps->len; i > 0; i--)
    if (!way_export_choices_can_hold (&self->choices, maps->pdata[i - 1]))
      g_ptr_array_remove_index (maps, i - 1);
  if (maps->len == 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, self->choices.personas ? _("There is no persona in this workspace.") : _("There is no map in this workspace."));
      return FALSE;
    }
  if (way_export_choices_make_a_folder (&self->choices))
    return write_folder (part, maps, title, &self->result, error);
  for (guint i = 0; i < maps->len; i++)
    g_ptr_array_add (ids, (gpointer) way_record_get_id (maps->pdata[i]));
  part->maps = (const char *const *) ids->pdata;
  return run_part (self, part, error);
}

/**
 * way_export_job_new:
 * @workspace: a file that holds everything
 * @map_id: (nullable): a map, or %NULL for all that there is
 * @choices: how
 * @target: (nullable): where to; %NULL keeps it in memory
 *
 * Returns: (transfer full): a job to run
 */
WayExportJob *
way_export_job_new (GFile                  *workspace,
                    const char             *map_id,
                    const WayExportChoices *choices,
                    GFile                  *target)
{
  WayExportJob *self = g_new0 (WayExportJob, 1);

  self->workspace = g_object_ref (workspace);
  self->map_id = g_strdup (map_id);
  self->choices = way_export_choices_copy (choices);
  self->choices.options.personas = choices->curves;
  self->target = target != NULL ? g_object_ref (target) : NULL;
  self->begun = g_get_monotonic_time ();
  return self;
}

void
way_export_job_free (WayExportJob *self)
{
  g_object_unref (self->workspace);
  g_free (self->map_id);
  way_export_choices_clear (&self->choices);
  g_clear_object (&self->target);
  g_clear_object (&self->result);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * way_export_job_run:
 * @self: a job that did not run yet
 * @progress: (nullable) (scope call): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: a [error@WayError], or %G_IO_ERROR_CANCELLED
 *
 * Runs in the thread that calls, which may be any. When it fails, nothing came out and what was there before is there still.
 *
 * Returns: whether it is done
 */
gboolean
way_export_job_run (WayExportJob       *self,
                    WayExportProgress   progress,
                    gpointer            progress_data,
                    GCancellable       *cancellable,
                    GError            **error)
{
  g_autoptr (WayWorkspace) workspace = way_workspace_open_published (self->workspace, error);
  g_autofree char *today = way_date_dup_today (), *title = NULL;
  g_autoptr (WayLens) lens = NULL;
  const char *ids[] = { self->map_id, NULL };
  Part part = { self, NULL, self->map_id != NULL ? ids : NULL, 0, 1, progress, progress_data, cancellable };
  gboolean done;

  if (workspace == NULL)
    return FALSE;
  lens = part.lens = way_lens_new (WAY_RECORDS (workspace), self->choices.audience, today);
  title = way_workspace_dup_title (workspace);
  if (self->map_id != NULL || self->choices.kind == WAY_EXPORT_JSON)
    done = run_part (self, &part, error);
  else
    done = run_all_maps (self, &part, title, error);
  return way_workspace_close (workspace, done ? error : NULL) && done;
}
