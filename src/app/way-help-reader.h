/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** WayHelpFollow: somebody wants to read the page that is called @name. */
typedef void (*WayHelpFollow) (const char *name,
                               gpointer    data);

GtkWidget *way_help_read (const char     *name,
                          char          **title,
                          WayHelpFollow   follow,
                          gpointer        data);

G_END_DECLS
