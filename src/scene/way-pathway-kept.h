/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/way-pathway-layout.h"

G_BEGIN_DECLS

char *way_pathway_dup_kept   (WayPathwayLayout *layout,
                              GArray           *nodes,
                              GArray           *links);
void  way_pathway_take_kept  (WayPathway       *pathway,
                              const char       *text);
void  way_pathway_kept_free  (WayPathwayKept   *self);
void  way_pathway_kept_apply (WayPathwayKept   *self,
                              const char       *link,
                              WayLayeredLink   *next);

G_END_DECLS
