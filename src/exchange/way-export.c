/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes maps to files of every format. */
#include "exchange/way-export.h"

#include "exchange/way-pdf.h"
#include "exchange/way-png.h"
#include "exchange/way-sink.h"
#include "exchange/way-svg.h"
#include "exchange/way-words.h"

static gboolean
write_one (WayLens                 *lens,
           const char              *map_id,
           WayFormat                format,
           const WayExportOptions  *options,
           WaySink                 *sink,
           GError                 **error)
{
  g_autofree char *places = way_lens_dup_places (lens, map_id);
  const WaySceneOptions map_options = {
    .scenarios = options->scenarios, .reading = options->reading, .compare_with = options->compare_with,
    .personas = options->personas, .places = places,
  };
  g_autoptr (WayScene) scene = NULL;

  if (!way_sink_step (sink, 0))
    return way_sink_finish (sink, error);
  scene = way_scene_new (lens, map_id, &map_options, NULL, error);
  if (scene == NULL)
    return FALSE;
  sink->from = 0.5;
  return format == WAY_FORMAT_SVG ? way_svg_write (scene, options, sink, error) : way_png_write (scene, options, sink, error);
}

/**
 * way_export_maps:
 * @lens: who is to see it
 * @map_ids: (array zero-terminated=1): the maps: one, or any number: for PDF a page or a set of sheets each, and for an account
 * @format: the format
 * @options: (nullable): how
 * @stream: where; it is flushed and left open
 * @progress: (nullable) (scope call): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: a [error@WayError], or %G_IO_ERROR_CANCELLED
 *
 * Writes maps as @lens shows them. When it fails, what @stream got is not whole and must be thrown away.
 *
 * Returns: whether all of it was written
 */
gboolean
way_export_maps (WayLens                 *lens,
                 const char *const       *map_ids,
                 WayFormat                format,
                 const WayExportOptions  *options,
                 GOutputStream           *stream,
                 WayExportProgress        progress,
                 gpointer                 progress_data,
                 GCancellable            *cancellable,
                 GError                 **error)
{
  const WayExportOptions plain = { 0 };
  WaySink sink;
  gboolean done;

  g_return_val_if_fail (WAY_IS_LENS (lens), FALSE);
  g_return_val_if_fail (map_ids != NULL && map_ids[0] != NULL, FALSE);
  g_return_val_if_fail (format == WAY_FORMAT_PDF || format == WAY_FORMAT_TEXT || map_ids[1] == NULL, FALSE);

  way_sink_init (&sink, stream, cancellable, progress, progress_data);
  if (options == NULL)
    options = &plain;
  if (format == WAY_FORMAT_PDF)
    done = way_pdf_write (lens, map_ids, options, &sink, error);
  else if (format >= WAY_FORMAT_TEXT)
    done = way_words_write (lens, map_ids, format, options, &sink, error);
  else
    done = write_one (lens, map_ids[0], format, options, &sink, error);
  if (done && progress != NULL)
    progress (1, progress_data);
  way_sink_clear (&sink);
  return done;
}
