/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copying a map, or steps of one, as a picture or in words. Nobody knows where it will be pasted, so it holds what the public may see unless
 * another audience was chosen for this map before, and says so. */
#include "app/way-export-copy.h"

#include "app/way-export-run.h"
#include "app/way-reading-button.h"
#include "app/way-toast.h"
#include "base/way-i18n.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static const char *
get_message (const WayExportChoices *choices)
{
  gboolean steps = choices->options.steps != NULL;

  if (choices->audience == WAY_AUDIENCE_TEAM)
    return steps ? _("Steps copied, with only what the team may see") : _("Map copied, with only what the team may see");
  if (choices->audience == WAY_AUDIENCE_WORKSHOP)
    return steps ? _("Steps copied, with only what a workshop may see") : _("Map copied, with only what a workshop may see");
  return steps ? _("Steps copied, with only what the public may see") : _("Map copied, with only what the public may see");
}

/* Who gets the text has no dialog to read what it leaves out. */
static void
tell (WayWindow              *window,
      const WayExportChoices *choices)
{
  WayMapView *view = way_window_get_view (window);
  WayMapContext *context = way_map_view_get_context (view);
  g_autofree char *said = NULL;

  if (choices->options.reading != WAY_READING_COMMISSIONER && way_map_context_is_kind (context, "pathway"))
    said = g_strdup_printf ("%s · %s", get_message (choices), way_reading_get_remark (choices->options.reading));
  way_toast_say (GTK_WIDGET (view), said != NULL ? said : get_message (choices));
}

/* The mark is for spreadsheets that open a file; in an editor it is a letter nobody sees. */
static GBytes *
dup_without_mark (GBytes *bytes)
{
  gsize size, mark = strlen (BYTE_ORDER_MARK);
  const char *data = g_bytes_get_data (bytes, &size);

  if (size < mark || memcmp (data, BYTE_ORDER_MARK, mark) != 0)
    return g_bytes_ref (bytes);
  return g_bytes_new_from_bytes (bytes, mark, size - mark);
}

static const char *
get_type (WayExportKind kind)
{
  switch ((int) kind)
    {
    case WAY_EXPORT_SVG:
      return "image/svg+xml";
    case WAY_EXPORT_CSV:
      return "text/csv";
    case WAY_EXPORT_MERMAID:
      return "text/vnd.mermaid";
    case WAY_EXPORT_DOT:
      return "text/vnd.graphviz";
    default:
      return NULL;
    }
}

/* All but a picture is text as well, for those who paste into an editor. */
static GdkContentProvider *
make_content (WayExportJob *job)
{
  GdkContentProvider *providers[3];
  g_autoptr (GBytes) bytes = dup_without_mark (job->bytes);
  g_autofree char *text = NULL;
  const char *type = get_type (job->choices.kind);
  guint n = 0;

  if (job->choices.kind == WAY_EXPORT_PNG)
    return gdk_content_provider_new_for_bytes ("image/png", bytes);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (type != NULL)
    providers[n++] = gdk_content_provider_new_for_bytes (type, bytes);
  providers[n++] = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", bytes);
  providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  return gdk_content_provider_new_union (providers, n);
}

static void
done_cb (WayWindow    *window,
         WayExportJob *job)
{
  g_autoptr (GdkContentProvider) content = make_content (job);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (window)), content);
  tell (window, &job->choices);
}

static void
copy (WayWindow         *window,
      WayExportKind      kind,
      const char *const *steps)
{
  const char *map_id = way_map_view_get_map (way_window_get_view (window));
  WayExportChoices remembered;

  if (map_id == NULL)
    return;
  way_export_choices_recall (&remembered, map_id);
  way_export_run (window, map_id,
                  &(WayExportChoices) { .audience = remembered.audience, .kind = kind,
                                        .options = { .reading = way_reading_recall (map_id), .steps = steps } },
                  NULL, done_cb);
}

/**
 * way_export_copy:
 * @window: a window that shows a map
 * @kind: a kind of file that holds one map
 *
 * Puts the map on the clipboard.
 */
void
way_export_copy (WayWindow     *window,
                 WayExportKind  kind)
{
  copy (window, kind, NULL);
}

/**
 * way_export_copy_steps:
 * @window: a window that shows a pathway
 * @kind: a kind of file in words
 *
 * Puts the steps that are selected on the clipboard, with the links between them.
 */
void
way_export_copy_steps (WayWindow     *window,
                       WayExportKind  kind)
{
  WayCanvas *canvas = way_map_view_get_canvas (way_window_get_view (window));
  g_autoptr (GArray) spots = way_canvas_list_selection (canvas);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) steps = NULL;

  for (guint i = 0; i < spots->len; i++)
    if (g_array_index (spots, WaySpot, i).kind == WAY_KIND_STEP)
      g_strv_builder_add (builder, g_array_index (spots, WaySpot, i).id);
  steps = g_strv_builder_end (builder);
  if (steps[0] != NULL)
    copy (window, kind, (const char *const *) steps);
  else
    gtk_widget_error_bell (GTK_WIDGET (canvas));
}
