/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

const char *way_words_of_choice (WayKind     kind,
                                 const char *choice);
const char *way_words_of_kind   (WayKind     kind);
char       *way_words_dup_text  (WayRecord  *record);
char       *way_words_dup_name  (WayRecord  *record);
char       *way_words_dup_link  (WayRecord  *link);
char       *way_words_dup_flag  (WayRecord  *flag);

G_END_DECLS
