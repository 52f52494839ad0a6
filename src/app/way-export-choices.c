/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was chosen about the export of a map, remembered for the next time. */
#include "app/way-export-choices.h"

#include "app/way-reading-button.h"

#include "config.h"

static GSettings *
open_settings (const char *map_id)
{
  g_autofree char *path = g_strdup_printf ("/org/waymark/Waymark/exports/%s/", map_id);

  return g_settings_new_with_path (WAY_APPLICATION_ID ".export", path);
}

/* As it was exported the last time, or as it is read in the window. */
static WayReading
recall_reading (GSettings  *settings,
                const char *map_id)
{
  g_autoptr (GVariant) chosen = g_settings_get_user_value (settings, "reading");

  return chosen != NULL ? (WayReading) g_settings_get_enum (settings, "reading") : way_reading_recall (map_id);
}

/**
 * way_export_choices_recall:
 * @self: (out): the choices
 * @map_id: a map
 *
 * What was chosen for the map the last time, or what anybody may see of it on a page that fits. Never the desk: that cannot be
 * remembered.
 */
void
way_export_choices_recall (WayExportChoices *self,
                           const char       *map_id)
{
  g_autoptr (GSettings) settings = open_settings (map_id);

  *self = (WayExportChoices) {
    .audience = g_settings_get_enum (settings, "audience"),
    .kind = g_settings_get_enum (settings, "format"),
    .options = { .paper = g_settings_get_enum (settings, "paper"), .orientation = g_settings_get_enum (settings, "orientation"),
                 .tile = g_settings_get_enum (settings, "sheets"), .reading = recall_reading (settings, map_id) },
    .all_maps = g_settings_get_boolean (settings, "all-maps"),
  };
}

/**
 * way_export_choices_remember:
 * @self: choices
 * @map_id: the map that they were made for
 *
 * Keeps them for the next time, except for who sees it where that was the desk.
 */
void
way_export_choices_remember (const WayExportChoices *self,
                             const char             *map_id)
{
  g_autoptr (GSettings) settings = open_settings (map_id);

  if (self->audience != WAY_AUDIENCE_DESK)
    g_settings_set_enum (settings, "audience", self->audience);
  g_settings_set_enum (settings, "format", self->kind);
  g_settings_set_enum (settings, "paper", self->options.paper);
  g_settings_set_enum (settings, "orientation", self->options.orientation);
  g_settings_set_enum (settings, "sheets", self->options.tile);
  g_settings_set_boolean (settings, "all-maps", self->all_maps);
  g_settings_set_enum (settings, "reading", self->options.reading);
}

const char *
way_export_choices_get_extension (const WayExportChoices *self)
{
  static const char *const extensions[] = { "pdf", "svg", "png", "json" };

  return extensions[self->kind];
}

/**
 * way_export_choices_make_a_folder:
 * @self: choices
 *
 * Returns: whether what comes out is a folder of files, since one file of that kind cannot hold it
 */
gboolean
way_export_choices_make_a_folder (const WayExportChoices *self)
{
  return self->all_maps && (self->kind == WAY_EXPORT_SVG || self->kind == WAY_EXPORT_PNG);
}
