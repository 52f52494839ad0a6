/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-edit.h"
#include "model/way-records.h"

G_BEGIN_DECLS

/** WayDraft: a pathway that an importer puts together: lanes, steps and links by the names that they have in the file, and what had to
 * be left out of it. */
typedef struct _WayDraft WayDraft;

WayDraft  *way_draft_new        (WayRecords   *records,
                                 const char   *title);
void       way_draft_go_into    (WayDraft     *self,
                                 const char   *map_id,
                                 const char   *lane);
gboolean   way_draft_goes_into  (WayDraft     *self);
void       way_draft_free       (WayDraft     *self);
WayRecord *way_draft_add_lane   (WayDraft     *self,
                                 const char   *name,
                                 const char   *title,
                                 const char   *kind);
gboolean   way_draft_is_lane_kind (const char *kind);
WayRecord *way_draft_find_step  (WayDraft     *self,
                                 const char   *name);
WayRecord *way_draft_find_end   (WayDraft     *self,
                                 const char   *name);
WayRecord *way_draft_take_step  (WayDraft     *self,
                                 const char   *name,
                                 const char   *lane);
gboolean   way_draft_can_link   (WayDraft     *self,
                                 guint         from,
                                 guint         to);
WayRecord *way_draft_add_link   (WayDraft     *self,
                                 WayRecord    *from,
                                 WayRecord    *to,
                                 const char   *kind);
gboolean   way_draft_set_organisation (WayDraft *self,
                                 WayRecord    *step,
                                 const char   *name,
                                 GError      **error);
void       way_draft_set_label  (WayRecord    *link,
                                 const char   *label);
gboolean   way_draft_read_wait  (const char   *text,
                                 double       *days);
void       way_draft_leave_out  (WayDraft     *self,
                                 guint         line,
                                 const char   *what);
WayEdit   *way_draft_finish     (WayDraft     *self,
                                 GStrv        *dropped,
                                 GError      **error);

gboolean   way_csv_names_columns (const char  *text);
gboolean   way_csv_read         (WayDraft     *draft,
                                 const char   *text,
                                 GError      **error);
gboolean   way_dot_read         (WayDraft     *draft,
                                 const char   *text,
                                 GError      **error);
gboolean   way_mermaid_read     (WayDraft     *draft,
                                 const char   *text,
                                 GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayDraft, way_draft_free)

G_END_DECLS
