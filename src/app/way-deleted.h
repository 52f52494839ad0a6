/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-edit.h"

G_BEGIN_DECLS

char *way_deleted_dup_words (WayEdit *edit);

G_END_DECLS
