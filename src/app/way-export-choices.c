/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was chosen about the export of a map, remembered for the next time. */
#include "app/way-export-choices.h"

#include "app/way-curves-button.h"
#include "app/way-reading-button.h"
#include "base/way-i18n.h"
#include "exchange/way-words.h"
#include "model/way-schema.h"

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
  g_autofree char *curves = way_curves_recall (map_id);

  *self = (WayExportChoices) {
    .audience = g_settings_get_enum (settings, "audience"),
    .kind = g_settings_get_enum (settings, "format"),
    .options = { .paper = g_settings_get_enum (settings, "paper"), .orientation = g_settings_get_enum (settings, "orientation"),
                 .tile = g_settings_get_enum (settings, "sheets"), .reading = recall_reading (settings, map_id) },
    .all_maps = g_settings_get_boolean (settings, "all-maps"),
    .curves = g_intern_string (curves),
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
  /* What is printed leaves the format of files as it was. */
  if (!self->to_print)
    g_settings_set_enum (settings, "format", self->kind);
  g_settings_set_enum (settings, "paper", self->options.paper);
  g_settings_set_enum (settings, "orientation", self->options.orientation);
  g_settings_set_enum (settings, "sheets", self->options.tile);
  g_settings_set_boolean (settings, "all-maps", self->all_maps);
  g_settings_set_enum (settings, "reading", self->options.reading);
}

/**
 * way_export_choices_copy:
 * @self: choices
 *
 * Returns: (transfer full): the same, with scenarios, steps and version of its own, for another thread or for later
 */
WayExportChoices
way_export_choices_copy (const WayExportChoices *self)
{
  WayExportChoices copy = *self;

  copy.options.scenarios = (const char *const *) g_strdupv ((char **) self->options.scenarios);
  copy.options.steps = (const char *const *) g_strdupv ((char **) self->options.steps);
  copy.options.compare_with = g_strdup (self->options.compare_with);
  return copy;
}

/**
 * way_export_choices_clear:
 * @self: a copy
 *
 * Lets go of what is its own.
 */
void
way_export_choices_clear (WayExportChoices *self)
{
  g_strfreev ((char **) self->options.scenarios);
  g_strfreev ((char **) self->options.steps);
  g_free ((char *) self->options.compare_with);
  self->options.scenarios = NULL;
  self->options.steps = NULL;
  self->options.compare_with = NULL;
}

const char *
way_export_choices_get_extension (const WayExportChoices *self)
{
  static const char *const extensions[] = {
    [WAY_EXPORT_PDF] = "pdf", [WAY_EXPORT_SVG] = "svg", [WAY_EXPORT_PNG] = "png", [WAY_EXPORT_JSON] = "json",
    [WAY_EXPORT_TEXT] = "txt", [WAY_EXPORT_CSV] = "csv", [WAY_EXPORT_MERMAID] = "mmd", [WAY_EXPORT_DOT] = "dot",
  };

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
  return self->all_maps && self->kind != WAY_EXPORT_PDF && self->kind != WAY_EXPORT_JSON && self->kind != WAY_EXPORT_TEXT;
}

/**
 * way_export_choices_are_a_picture:
 * @self: choices
 *
 * Returns: whether what comes out is drawn, on pages
 */
gboolean
way_export_choices_are_a_picture (const WayExportChoices *self)
{
  return self->kind <= WAY_EXPORT_PNG;
}

/**
 * way_export_choices_are_words:
 * @self: choices
 *
 * Returns: whether what comes out is text, of maps alone
 */
gboolean
way_export_choices_are_words (const WayExportChoices *self)
{
  return self->kind >= WAY_EXPORT_TEXT;
}

/**
 * way_export_choices_can_hold:
 * @self: choices
 * @map: a map or a persona
 *
 * Returns: whether it can come out so
 */
gboolean
way_export_choices_can_hold (const WayExportChoices *self,
                             WayRecord              *map)
{
  const char *kind = way_record_get_kind (map) == WAY_KIND_MAP ? way_record_get_text (map, WAY_MAP_KIND) : NULL;

  return !way_export_choices_are_words (self) || way_words_can_write (kind, (WayFormat) self->kind);
}

/**
 * way_export_choices_get_left_out:
 * @self: choices
 *
 * Returns: (nullable): what of a map such a file cannot hold, in a sentence, or %NULL where it holds all that is seen
 */
const char *
way_export_choices_get_left_out (const WayExportChoices *self)
{
  switch (self->kind)
    {
    case WAY_EXPORT_CSV:
      return _("Lanes, steps and links, with organisations, notes and waits. Scenarios, quotes, flags and pins are not in it.");
    case WAY_EXPORT_MERMAID:
      return _("Lanes, steps and links, with waits. Organisations, notes, scenarios, quotes, flags and pins are not in it.");
    case WAY_EXPORT_DOT:
      return _("Lanes, steps and links, with organisations and waits. Notes, scenarios, quotes, flags and pins are not in it.");
    case WAY_EXPORT_TEXT:
      return _("Everything that is on the map, to be read or listened to. How it is drawn is not in it.");
    default:
      return NULL;
    }
}

/**
 * way_export_choices_get_folder_words:
 * @self: choices
 *
 * Returns: what the files stand in, where they are several, else nothing
 */
const char *
way_export_choices_get_folder_words (const WayExportChoices *self)
{
  if (!way_export_choices_make_a_folder (self))
    return "";
  return way_export_choices_are_words (self) ? _("A file for each pathway map, in a new folder") : _("A file for each, in a new folder");
}

/**
 * way_export_kind_get_words:
 * @kind: a kind of file
 *
 * Returns: what it is and what it is for
 */
const char *
way_export_kind_get_words (WayExportKind kind)
{
  static const char *const words[] = {
    [WAY_EXPORT_PDF] = N_("PDF, to print and share"),    [WAY_EXPORT_SVG] = N_("SVG, to draw on"),
    [WAY_EXPORT_PNG] = N_("PNG, a picture"),             [WAY_EXPORT_JSON] = N_("JSON, for programs"),
    [WAY_EXPORT_TEXT] = N_("Text, to read aloud"),       [WAY_EXPORT_CSV] = N_("CSV, for spreadsheets"),
    [WAY_EXPORT_MERMAID] = N_("Mermaid, for Markdown"),  [WAY_EXPORT_DOT] = N_("Graphviz, for graphs"),
  };

  return _(words[kind]);
}
