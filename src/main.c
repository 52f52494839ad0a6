/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command `waymark`. */
#include "cli/way-cli.h"

int
main (int    argc,
      char **argv)
{
  return way_cli_run (argc, argv);
}
