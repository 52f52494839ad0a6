/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command `waymark thumbnail`: the first map that can be drawn as a small picture, for file managers. */
#include "base/way-i18n.h"
#include "cli/way-cli-private.h"
#include "exchange/way-output.h"
#include "exchange/way-png.h"
#include "model/way-schema.h"

#define USUAL_SIZE 256
/* Twice the largest of the thumbnail specification. */
#define LARGEST_SIZE 2048

/* Nobody asks file managers to look, so nobody is kept from the file, and nothing is recovered, meanwhile. */
static WayWorkspace *
open_published (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = way_workspace_open_published (file, &error);

  if (workspace == NULL)
    way_cli_fail ("%s", error->message);
  return workspace;
}

static WayScene *
lay_out_first_map (WayLens  *lens,
                   GError  **error)
{
  g_autoptr (GPtrArray) maps = way_lens_list (lens, WAY_KIND_MAP, NULL, error);

  for (guint i = 0; maps != NULL && i < maps->len; i++)
    if (way_scene_can_draw (way_record_get_text (maps->pdata[i], WAY_MAP_KIND)))
      {
        const char *id = way_record_get_id (maps->pdata[i]);
        g_autofree char *places = way_lens_dup_places (lens, id);

        return way_scene_new (lens, id, &(WaySceneOptions) { .places = places }, NULL, error);
      }
  if (maps != NULL)
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("There is no journey or pathway map in this workspace."));
  return NULL;
}

/* Painted into memory, so that the file is begun only when there is something to write. */
static GBytes *
paint (WayScene  *scene,
       int        size,
       GError   **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  WayExportOptions options = { 0 };
  double width, height;
  WaySink sink;
  gboolean done;

  way_scene_get_size (scene, &width, &height);
  options.scale = size / MAX (width, height);
  way_sink_init (&sink, stream, NULL, NULL, NULL);
  done = way_png_write (scene, &options, &sink, error);
  way_sink_clear (&sink);
  if (!done || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* Pictures of file managers are kept where every program of the user can read them, long after a consent may have ended: they show what
 * the public may see, whoever holds the file. */
static GBytes *
make_picture (WayWorkspace  *workspace,
              int            size,
              GError       **error)
{
  g_autoptr (WayLens) lens = way_cli_look (workspace, WAY_AUDIENCE_PUBLIC);
  g_autoptr (WayScene) scene = lay_out_first_map (lens, error);

  return scene != NULL ? paint (scene, size, error) : NULL;
}

static gboolean
write_cb (GOutputStream  *stream,
          gpointer        picture,
          GError        **error)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (picture, &length);

  return g_output_stream_write_all (stream, data, length, NULL, NULL, error);
}

static gboolean
read_size (const char *word,
           int        *size)
{
  guint64 number;

  if (word == NULL)
    *size = USUAL_SIZE;
  else if (g_ascii_string_to_unsigned (word, 10, 1, LARGEST_SIZE, &number, NULL))
    *size = number;
  else
    return FALSE;
  return TRUE;
}

WayExit
way_cli_thumbnail (GStrv arguments)
{
  g_autofree char *word = NULL;
  g_auto (GStrv) rest = NULL;
  g_autoptr (WayWorkspace) workspace = NULL;
  g_autoptr (GBytes) picture = NULL;
  g_autoptr (GError) error = NULL;
  WayExit exit_status;
  int size;
  const GOptionEntry entries[] = {
    { "size", 's', 0, G_OPTION_ARG_FILENAME, &word, N_("The longer side in pixels; 256 when not given"), N_("SIZE") },
    G_OPTION_ENTRY_NULL,
  };

  rest = way_cli_parse ("thumbnail", _("FILE OUT"), _("Writes the first map that can be drawn as a small PNG that shows what the public may see."),
                        entries, arguments, 2, 2, &exit_status);
  if (rest == NULL)
    return exit_status;
  if (!read_size (word, &size))
    return way_cli_misuse (_("The size “%s” is not one: it can be 1 to %d."), word, LARGEST_SIZE);
  workspace = open_published (rest[1]);
  if (workspace == NULL)
    return WAY_EXIT_FAILED;
  picture = make_picture (workspace, size, &error);
  if (picture == NULL || !way_output_write (rest[2], write_cb, picture, &error))
    return way_cli_fail ("%s", error->message);
  return way_cli_let_go (workspace);
}
