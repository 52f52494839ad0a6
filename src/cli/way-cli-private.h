/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands share. A command gets its arguments without its own name and gives the exit status. */
#pragma once

#include "model/way-lens.h"
#include "store/way-workspace.h"

G_BEGIN_DECLS

/** WayExit: the exit status (interchange.md, Command line). */
typedef enum
{
  WAY_EXIT_DONE = 0,
  WAY_EXIT_FAILED = 1,
  WAY_EXIT_USAGE = 2,
} WayExit;

WayExit       way_cli_new           (GStrv                arguments);
WayExit       way_cli_info          (GStrv                arguments);
WayExit       way_cli_export        (GStrv                arguments);
WayExit       way_cli_import        (GStrv                arguments);
WayExit       way_cli_check         (GStrv                arguments);
WayExit       way_cli_thumbnail     (GStrv                arguments);

GStrv         way_cli_parse         (const char          *command,
                                     const char          *parameters,
                                     const char          *summary,
                                     const GOptionEntry  *entries,
                                     GStrv                arguments,
                                     guint                least,
                                     guint                most,
                                     WayExit             *exit_status);
void          way_cli_say           (const char          *text);
WayExit       way_cli_finish        (void);
void          way_cli_note          (const char          *format,
                                     ...) G_GNUC_PRINTF (1, 2);
WayExit       way_cli_fail          (const char          *format,
                                     ...) G_GNUC_PRINTF (1, 2);
WayExit       way_cli_misuse        (const char          *format,
                                     ...) G_GNUC_PRINTF (1, 2);
WayWorkspace *way_cli_open          (const char          *path);
WayExit       way_cli_let_go        (WayWorkspace        *workspace);
WayLens      *way_cli_look          (WayWorkspace        *workspace,
                                     WayAudience          audience);

G_END_DECLS
