/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gunichar way_entity_read       (const char **at,
                                char         mark);
char    *way_entity_dup_decoded (const char  *text);

G_END_DECLS
