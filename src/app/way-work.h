/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** WayWorkFunc: does something in a worker; what it touches of @data is its own meanwhile. */
typedef gboolean (*WayWorkFunc) (gpointer       data,
                                 GCancellable  *cancellable,
                                 GError       **error);

/** WayWorkDone: told how it went, in the thread of the window: @error is %NULL when all went well, or %G_IO_ERROR_CANCELLED. */
typedef void (*WayWorkDone) (GtkWindow    *window,
                             gpointer      data,
                             const GError *error);

void way_work_run (GtkWindow      *window,
                   const char     *title,
                   WayWorkFunc     func,
                   WayWorkDone     done,
                   gpointer        data,
                   GDestroyNotify  free_data);

G_END_DECLS
