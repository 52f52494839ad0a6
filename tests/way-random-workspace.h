/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *way_random_workspace_new (guint32 seed,
                                    guint   most);

G_END_DECLS
