/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WAY_ERROR:
 *
 * What can go wrong for somebody who uses Waymark. The message is one plain sentence in their language, ready to be shown.
 */
#define WAY_ERROR (way_error_quark ())

/**
 * WayError:
 * @WAY_ERROR_NOT_FOUND: what was asked for is not there
 * @WAY_ERROR_UNREADABLE: it is there and may not or cannot be read
 * @WAY_ERROR_FOREIGN: it is a file of another kind
 * @WAY_ERROR_NEWER: a newer Waymark wrote it
 * @WAY_ERROR_DAMAGED: it is ours and not whole
 * @WAY_ERROR_INVALID: what was given breaks a rule of the format
 * @WAY_ERROR_EXISTS: it would overwrite something
 * @WAY_ERROR_READ_ONLY: it cannot be written to
 * @WAY_ERROR_FULL: no room is left on the disk
 * @WAY_ERROR_BUSY: another window or process has it open
 * @WAY_ERROR_CHANGED: somebody else changed the file since it was read
 * @WAY_ERROR_TOO_LARGE: it is beyond what the format can hold
 * @WAY_ERROR_FAILED: anything else
 */
typedef enum
{
  WAY_ERROR_NOT_FOUND,
  WAY_ERROR_UNREADABLE,
  WAY_ERROR_FOREIGN,
  WAY_ERROR_NEWER,
  WAY_ERROR_DAMAGED,
  WAY_ERROR_INVALID,
  WAY_ERROR_EXISTS,
  WAY_ERROR_READ_ONLY,
  WAY_ERROR_FULL,
  WAY_ERROR_BUSY,
  WAY_ERROR_CHANGED,
  WAY_ERROR_TOO_LARGE,
  WAY_ERROR_FAILED,
} WayError;

GQuark way_error_quark (void);

G_END_DECLS
