/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/way-export.h"

G_BEGIN_DECLS

/** WayExportKind: what kind of file comes out; the kinds that hold maps alone, as pictures or in words, are those of [enum@Format]. */
typedef enum
{
  WAY_EXPORT_PDF = WAY_FORMAT_PDF,
  WAY_EXPORT_SVG = WAY_FORMAT_SVG,
  WAY_EXPORT_PNG = WAY_FORMAT_PNG,
  WAY_EXPORT_JSON,
  WAY_EXPORT_TEXT = WAY_FORMAT_TEXT,
  WAY_EXPORT_CSV = WAY_FORMAT_CSV,
  WAY_EXPORT_MERMAID = WAY_FORMAT_MERMAID,
  WAY_EXPORT_DOT = WAY_FORMAT_DOT,
} WayExportKind;

/** WayExportChoices: what somebody chose about an export; what the options point to belongs to whoever made them, but for copies. */
typedef struct
{
  WayAudience audience;       /* the desk only for a backup */
  WayExportKind kind;
  WayExportOptions options;
  gboolean all_maps;          /* or all personas */
  const char *curves;         /* whose feelings are picked out, as in the window; interned, so that choices can be copied */
  gboolean personas;          /* sheets of personas, and no maps */
  gboolean to_print;          /* on paper at once, and not to a file */
} WayExportChoices;

WayExportChoices way_export_choices_copy     (const WayExportChoices *self);
void        way_export_choices_clear         (WayExportChoices       *self);

void        way_export_choices_recall        (WayExportChoices       *self,
                                              const char             *map_id);
void        way_export_choices_remember      (const WayExportChoices *self,
                                              const char             *map_id);
const char *way_export_choices_get_extension (const WayExportChoices *self);
gboolean    way_export_choices_make_a_folder (const WayExportChoices *self);
gboolean    way_export_choices_are_a_picture (const WayExportChoices *self);
gboolean    way_export_choices_are_words     (const WayExportChoices *self);
gboolean    way_export_choices_can_hold      (const WayExportChoices *self,
                                              WayRecord              *map);
const char *way_export_choices_get_left_out  (const WayExportChoices *self);
const char *way_export_choices_get_folder_words (const WayExportChoices *self);
const char *way_export_kind_get_words        (WayExportKind           kind);

G_END_DECLS
