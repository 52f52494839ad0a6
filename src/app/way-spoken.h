/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *way_spoken_dup_resource (const char *folder,
                               const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
