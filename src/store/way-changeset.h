/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-field.h"

G_BEGIN_DECLS

gboolean way_changeset_is_recorded (const char    *table);
gboolean way_changeset_is_sound    (gconstpointer  data,
                                    gsize          length);

G_END_DECLS
