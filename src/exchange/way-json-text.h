/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WayJsonText:
 *
 * JSON on its way into a stream: two spaces a level, one thing a line. Keys are given with each thing, and are %NULL in a list.
 */
typedef struct _WayJsonText WayJsonText;

WayJsonText *way_json_text_new        (GOutputStream  *stream,
                                       GCancellable   *cancellable);
void         way_json_text_free       (WayJsonText    *self);
void         way_json_text_begin      (WayJsonText    *self,
                                       const char     *key,
                                       char            bracket);
void         way_json_text_end        (WayJsonText    *self);
void         way_json_text_add_text   (WayJsonText    *self,
                                       const char     *key,
                                       const char     *text);
void         way_json_text_add_number (WayJsonText    *self,
                                       const char     *key,
                                       double          number);
void         way_json_text_add_truth  (WayJsonText    *self,
                                       const char     *key,
                                       gboolean        truth);
gboolean     way_json_text_flush      (WayJsonText    *self,
                                       gboolean        all,
                                       GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayJsonText, way_json_text_free)

G_END_DECLS
