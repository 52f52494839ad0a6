/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/way-row.h"
#include "store/way-schema-sql.h"
#include "store/way-sql.h"
#include "store/way-working-copy.h"
#include "store/way-workspace.h"

G_BEGIN_DECLS

/** WayOwnStatement: what is asked of the tables that are not of a kind. */
typedef enum
{
  WAY_OWN_BEGIN,
  WAY_OWN_COMMIT,
  WAY_OWN_ROLLBACK,
  WAY_OWN_ITEM_PUT,           /* ?1 id, ?2 kind */
  WAY_OWN_ITEM_KIND,          /* ?1 id */
  WAY_OWN_ITEM_DROP,          /* ?1 id, ?2 kind */
  WAY_OWN_HISTORY_PUT,        /* ?1 label, ?2 time, ?3 changeset */
  WAY_OWN_HISTORY_FORGET,     /* what was undone */
  WAY_OWN_HISTORY_CLEAR,
  WAY_OWN_HISTORY_MARK,       /* ?1 undone, ?2 sequence */
  WAY_OWN_HISTORY_UNDO,       /* what would be undone next */
  WAY_OWN_HISTORY_REDO,
  WAY_OWN_COUNT_CHANGE,
  WAY_OWN_PLACES_READ,        /* ?1 id of a map */
  WAY_OWN_PLACES_PUT,         /* ?1 id of a map, ?2 text */
  WAY_OWN_PLACES_DROP,        /* ?1 id of a map */
  WAY_OWN_PLACES_SWEEP,       /* those of maps that are gone */
  WAY_N_OWN_STATEMENTS,
} WayOwnStatement;

struct _WayWorkspace
{
  GObject parent_instance;

  WayWorkingCopy *copy;       /* %NULL once it is closed */
  sqlite3 *db;
  sqlite3_stmt *statements[WAY_N_KINDS][WAY_N_STATEMENTS];
  sqlite3_stmt *own[WAY_N_OWN_STATEMENTS];
  GFile *file;
  gint64 changes;             /* commits since the file was made */
  gint64 published;           /* as many of them are in the user's file */
  char *undo_label, *redo_label;
  GFile *recovered_beside;
  gboolean recovered;
};

sqlite3_stmt *way_workspace_prepare      (WayWorkspace         *self,
                                          WayKind               kind,
                                          WayStatement          statement,
                                          GError              **error);
sqlite3_stmt *way_workspace_prepare_own  (WayWorkspace         *self,
                                          WayOwnStatement       statement,
                                          GError              **error);
gboolean      way_workspace_run_own      (WayWorkspace         *self,
                                          WayOwnStatement       statement,
                                          GError              **error);
void          way_workspace_attach       (WayWorkspace         *self,
                                          sqlite3              *db);
void          way_workspace_detach       (WayWorkspace         *self);
void          way_workspace_update       (WayWorkspace         *self);
void          way_workspace_take_published (WayWorkspace       *self);
void          way_workspace_tell         (WayWorkspace         *self,
                                          WayChanges           *changes);
void          way_workspace_init_records (WayRecordsInterface  *iface);
char         *way_workspace_read_places  (WayRecords           *records,
                                          const char           *map_id);

/* way-history.c: transactions and what they record. */
typedef struct sqlite3_session WaySession;
void          way_session_free           (WaySession           *session);
WaySession   *way_workspace_begin        (WayWorkspace         *self,
                                          GError              **error);
gboolean      way_workspace_commit       (WayWorkspace         *self,
                                          GError              **error);
void          way_workspace_roll_back    (WayWorkspace         *self);
gboolean      way_session_dup_changeset  (WaySession           *session,
                                          GBytes              **changeset,
                                          GError              **error);
WayChanges   *way_workspace_read_changes (WayWorkspace         *self,
                                          GBytes               *changeset,
                                          GError              **error);
gboolean      way_workspace_remember     (WayWorkspace         *self,
                                          const char           *label,
                                          GBytes               *changeset,
                                          GError              **error);
gboolean      way_workspace_drop_orphans (WayWorkspace         *self,
                                          WaySession           *session,
                                          GError              **error);

/* way-publish.c */
gboolean      way_workspace_publish_anew (WayWorkspace         *self,
                                          GError              **error);
gboolean      way_publish_pack           (WayWorkingCopy       *copy,
                                          const char           *path,
                                          GError              **error);
gboolean      way_publish_beside         (WayWorkingCopy       *copy,
                                          GFile                *file,
                                          const char           *why,
                                          GFile               **beside,
                                          GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaySession, way_session_free)

G_END_DECLS
