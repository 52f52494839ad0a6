/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copying a map as a picture or in words. Nobody knows where it will be pasted, so it holds what the public may see unless another audience was
 * chosen for this map before, and says so. */
#include "app/way-export-copy.h"

#include "app/way-export-run.h"
#include "app/way-reading-button.h"
#include "app/way-toast.h"
#include "base/way-i18n.h"

static const char *
get_message (WayAudience audience)
{
  if (audience == WAY_AUDIENCE_TEAM)
    return _("Map copied, with only what the team may see");
  if (audience == WAY_AUDIENCE_WORKSHOP)
    return _("Map copied, with only what a workshop may see");
  return _("Map copied, with only what the public may see");
}

/* An SVG is text as well, for those who paste into an editor. */
static GdkContentProvider *
make_content (WayExportJob *job)
{
  GdkContentProvider *providers[2];

  if (job->choices.kind == WAY_EXPORT_PNG)
    return gdk_content_provider_new_for_bytes ("image/png", job->bytes);
  if (job->choices.kind == WAY_EXPORT_TEXT)
    return gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", job->bytes);
  providers[0] = gdk_content_provider_new_for_bytes ("image/svg+xml", job->bytes);
  providers[1] = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", job->bytes);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

static void
done_cb (WayWindow    *window,
         WayExportJob *job)
{
  g_autoptr (GdkContentProvider) content = make_content (job);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (window)), content);
  way_toast_say (GTK_WIDGET (way_window_get_view (window)), get_message (job->choices.audience));
}

/**
 * way_export_copy:
 * @window: a window that shows a map
 * @kind: PNG, SVG or an account in words
 *
 * Puts the map on the clipboard.
 */
void
way_export_copy (WayWindow     *window,
                 WayExportKind  kind)
{
  const char *map_id = way_map_view_get_map (way_window_get_view (window));
  WayExportChoices remembered;

  if (map_id == NULL)
    return;
  way_export_choices_recall (&remembered, map_id);
  way_export_run (window, map_id,
                  &(WayExportChoices) { .audience = remembered.audience, .kind = kind, .options.reading = way_reading_recall (map_id) },
                  NULL, done_cb);
}
