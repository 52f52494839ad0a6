/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-map-context.h"
#include "app/way-text-field.h"

G_BEGIN_DECLS

GtkWidget *way_step_field_new        (WayMapContext *context,
                                      const char    *title);
void       way_step_field_show       (WayTextField  *field,
                                      const char    *step);
char      *way_step_field_dup_chosen (WayTextField  *field,
                                      char         **reason);

G_END_DECLS
