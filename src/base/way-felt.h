/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WAY_FELT_MOST: how somebody felt goes from as far below nought to as far above. */
#define WAY_FELT_MOST 5.0

const char *way_felt_parse     (const char *text,
                                gboolean   *has_value,
                                double     *value);
char       *way_felt_dup_value (double      value);
char       *way_felt_dup_said  (double      value);
double      way_felt_round     (double      value,
                                double      step);

G_END_DECLS
