/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain that everything a user can meet is reported in. */
#include "base/way-error.h"

G_DEFINE_QUARK (way-error-quark, way_error)
