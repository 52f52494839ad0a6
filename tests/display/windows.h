/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-window.h"

G_BEGIN_DECLS

/* Windows of the application in this process, for tests that look at their widgets. */

typedef struct
{
  int width, height;
} WaySize;

AdwApplication *way_windows_begin (int *argc, char ***argv, const char *name, char **folder);
void       way_windows_run       (const char *const *command);
void       way_windows_make_file (const char        *path);
void       way_windows_settle    (void);
WayWindow *way_windows_open      (AdwApplication    *application,
                                  const WaySize     *size,
                                  const char        *file);

G_END_DECLS
