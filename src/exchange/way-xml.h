/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void way_xml_append_text   (GString    *xml,
                            const char *text,
                            gssize      length);
void way_xml_append_number (GString    *xml,
                            double      number);
void way_xml_append_attribute (GString    *xml,
                               const char *name,
                               const char *value);
void way_xml_append_measure (GString    *xml,
                             const char *name,
                             double      value);

G_END_DECLS
