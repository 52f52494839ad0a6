/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/way-workspace.h"

G_BEGIN_DECLS

/** StoreFixture: a folder of its own for a test. */
typedef struct
{
  char *folder;
  GFile *file;                /* in it: "Living well.waymark", not made yet */
} StoreFixture;

void          store_fixture_set_up      (StoreFixture  *self,
                                         gconstpointer  data);
void          store_fixture_tear_down   (StoreFixture  *self,
                                         gconstpointer  data);
void          store_fixture_add         (const char    *path,
                                         void         (*test) (StoreFixture *self, gconstpointer data));

void          store_remove_tree         (const char    *path);
char         *store_dup_working_folder  (void);
void          store_put                 (WayWorkspace  *workspace,
                                         const char    *label,
                                         WayRecord     *record);
void          store_drop                (WayWorkspace  *workspace,
                                         WayKind        kind,
                                         const char    *id);
void          store_make_map            (WayWorkspace  *workspace);
WayRecord    *store_new_card            (const char    *id,
                                         const char    *text);
void          store_assert_text         (WayWorkspace  *workspace,
                                         WayKind        kind,
                                         const char    *id,
                                         guint          field,
                                         const char    *text);
char         *store_dup_dump            (WayWorkspace  *workspace);
void          store_assert_whole        (WayWorkspace  *workspace);
WayEdit      *store_random_edit         (WayWorkspace  *workspace,
                                         GRand         *random,
                                         guint          most);
WayEdit      *store_random_edit_of_maps (WayWorkspace  *workspace,
                                         GRand         *random,
                                         guint          most);
char         *store_random_text         (GRand         *random);
WayRecord    *store_random_record       (WayWorkspace  *workspace,
                                         GRand         *random,
                                         WayKind        kind);
WayWorkspace *store_create_maps         (StoreFixture  *self);
void          store_edit_at_random      (WayWorkspace  *workspace,
                                         GRand         *random);
void          store_edit_card_at_random (WayWorkspace  *workspace,
                                         GRand         *random,
                                         const char    *words);
void          store_step                (WayWorkspace  *workspace,
                                         gboolean       undo,
                                         guint          n);
gboolean      store_holds_bytes         (const char    *path,
                                         const char    *bytes);

G_END_DECLS
