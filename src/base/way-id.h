/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WAY_ID_MAX: the longest id, in bytes (interchange.md). */
#define WAY_ID_MAX 64

char     *way_id_new      (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean  way_id_is_valid (const char *id);

G_END_DECLS
