/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/way-sql.h"

#include <gio/gio.h>

G_BEGIN_DECLS

sqlite3  *way_database_create  (const char  *path,
                                GError     **error);
sqlite3  *way_database_open    (const char  *path,
                                GFile       *file,
                                gboolean     known,
                                GError     **error);

G_END_DECLS
