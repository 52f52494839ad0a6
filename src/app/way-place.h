/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *way_place_dup_folder (GFile *file) G_GNUC_WARN_UNUSED_RESULT;
char *way_place_dup_when   (gint64 when) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
