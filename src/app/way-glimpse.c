/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small picture of a workspace that is not open, for the start page: what anybody may see of it, made in a worker, kept nowhere. */
#include "app/way-glimpse.h"

#include "app/way-picture.h"
#include "app/way-template.h"
#include "base/way-date.h"
#include "base/way-error.h"
#include "base/way-i18n.h"
#include "model/way-schema.h"

#include <glib/gstdio.h>

/* Nobody asked to read a large file, or one that comes over a network. */
#define MAX_SIZE (32 << 20)

typedef struct
{
  GFile *file;                /* nullable: owned */
  char *template;             /* nullable: what is shown in place of a file */
  int device_scale;
  WayStyle style;
} WayGlimpse;

static void
glimpse_free (gpointer data)
{
  WayGlimpse *self = data;

  g_clear_object (&self->file);
  g_free (self->template);
  g_free (self);
}

static gboolean
is_quick_to_read (GFile *file)
{
  g_autoptr (GFileInfo) info = NULL, system = NULL;

  if (!g_file_is_native (file))
    return FALSE;
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  system = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);
  return info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && g_file_info_get_size (info) <= MAX_SIZE &&
         (system == NULL || !g_file_info_get_attribute_boolean (system, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE));
}

/* The first map that has anything to show. */
static GdkTexture *
draw (WayGlimpse   *self,
      WayWorkspace *workspace)
{
  g_autofree char *today = way_date_dup_today ();
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (workspace), WAY_AUDIENCE_PUBLIC, today);
  g_autoptr (GPtrArray) maps = way_lens_list (lens, WAY_KIND_MAP, NULL, NULL);

  for (guint i = 0; maps != NULL && i < maps->len; i++)
    {
      const char *id = way_record_get_id (maps->pdata[i]);
      g_autofree char *places = way_lens_dup_places (lens, id);
      g_autoptr (WayScene) scene = way_scene_new (lens, id, &(WaySceneOptions) { .places = places }, NULL, NULL);

      if (scene != NULL)
        return way_picture_new (scene, self->device_scale, self->style);
    }
  return NULL;
}

static GdkTexture *
draw_file (WayGlimpse  *self,
           GFile       *file,
           GError     **error)
{
  g_autoptr (WayWorkspace) workspace = NULL;
  GdkTexture *picture;

  if (!is_quick_to_read (file))
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_TOO_LARGE, _("There is no picture of this file."));
      return NULL;
    }
  workspace = way_workspace_open_published (file, error);
  if (workspace == NULL)
    return NULL;
  picture = draw (self, workspace);
  way_workspace_close (workspace, NULL);
  if (picture == NULL)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("There is no map in this workspace."));
  return picture;
}

static GdkTexture *
draw_template (WayGlimpse  *self,
               GError     **error)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-XXXXXX", error);
  g_autoptr (GFile) file = folder != NULL ? g_file_new_build_filename (folder, "template.waymark", NULL) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *picture = NULL;

  if (file == NULL)
    return NULL;
  bytes = way_template_get_bytes (self->template, error);
  if (bytes != NULL && way_template_make_file_of (file, bytes, error))
    picture = draw_file (self, file, error);
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
  return picture;
}

static void
draw_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  WayGlimpse *self = data;
  GError *error = NULL;
  GdkTexture *picture;

  if (g_task_return_error_if_cancelled (task))
    return;
  picture = self->file != NULL ? draw_file (self, self->file, &error) : draw_template (self, &error);
  if (picture != NULL)
    g_task_return_pointer (task, picture, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
begin (GFile               *file,
       const char          *template,
       int                  device_scale,
       gboolean             dark,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  WayGlimpse *self = g_new0 (WayGlimpse, 1);

  g_task_set_source_tag (task, begin);
  g_task_set_priority (task, G_PRIORITY_LOW);
  self->file = file != NULL ? g_object_ref (file) : NULL;
  self->template = g_strdup (template);
  self->device_scale = device_scale;
  self->style = dark ? WAY_STYLE_DARK : WAY_STYLE_LIGHT;
  g_task_set_task_data (task, self, glimpse_free);
  g_task_run_in_thread (task, draw_in_thread);
}

/**
 * way_glimpse_file_async:
 * @file: a workspace, open or not
 * @device_scale: pixels for a point of the screen, each way
 * @dark: whether the picture should be dark
 * @cancellable: (nullable): to want it no more
 * @callback: called when it is there
 * @data: for @callback
 *
 * Makes a picture of the first map in @file as the public may see it today, whoever holds the file: nobody opened it. It is read
 * as it was published, by a copy that is gone afterwards, and nobody is kept from it meanwhile.
 */
void
way_glimpse_file_async (GFile               *file,
                        int                  device_scale,
                        gboolean             dark,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  begin (file, NULL, device_scale, dark, cancellable, callback, data);
}

/**
 * way_glimpse_template_async:
 * @template: the name of a template
 * @device_scale: pixels for a point of the screen, each way
 * @dark: whether the picture should be dark
 * @cancellable: (nullable): to want it no more
 * @callback: called when it is there
 * @data: for @callback
 *
 * Makes a picture of what a workspace can begin with.
 */
void
way_glimpse_template_async (const char          *template,
                            int                  device_scale,
                            gboolean             dark,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  begin (NULL, template, device_scale, dark, cancellable, callback, data);
}

/**
 * way_glimpse_finish:
 * @result: from the callback
 * @error: why there is none
 *
 * Returns: (transfer full) (nullable): the picture
 */
GdkTexture *
way_glimpse_finish (GAsyncResult  *result,
                    GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
