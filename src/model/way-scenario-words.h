/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-pathway-counts.h"

G_BEGIN_DECLS

const char *way_scenario_get_outcome_word (const char              *outcome);
char       *way_scenario_counts_dup_words (const WayScenarioCounts *counts,
                                           gboolean                 plain) G_GNUC_WARN_UNUSED_RESULT;
gboolean    way_scenario_names_need       (WayRecord               *stop,
                                           const char              *need);
void        way_scenario_name_need        (WayRecord               *stop,
                                           const char              *need,
                                           gboolean                 named);

G_END_DECLS
