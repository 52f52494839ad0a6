/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/way-lens.h"

G_BEGIN_DECLS

/**
 * WayMatch:
 *
 * Which records of one version of a map are which of another. What is based on what decides; where that is not known, as on maps that
 * were drawn anew or came from elsewhere, the same words do, in the same place first.
 */
typedef struct
{
  GHashTable *earlier;        /* WayRecord of the later version → WayRecord of the earlier one */
  GHashTable *later;          /* and back */
  GHashTable *by_id;          /* id in either → WayRecord */
} WayMatch;

/** WayMatchKey: what is said of a record when nothing better is known, %NULL to leave it out; the places of its parts are told by
 * their matches, so that the same key in both versions means the same. */
typedef char *(*WayMatchKey) (WayMatch  *match,
                              WayRecord *record,
                              gboolean   is_later);

WayMatch  *way_match_new        (void);
void       way_match_free       (WayMatch     *self);
gboolean   way_match_add        (WayMatch     *self,
                                 WayLens      *lens,
                                 GPtrArray    *earlier,
                                 GPtrArray    *later,
                                 guint         based_on,
                                 WayMatchKey  *keys,
                                 GError      **error);
void       way_match_by_key     (WayMatch     *self,
                                 GPtrArray    *earlier,
                                 GPtrArray    *later,
                                 WayMatchKey   key);
void       way_match_part       (WayMatch     *self,
                                 WayRecord    *later);
WayRecord *way_match_get_earlier (WayMatch    *self,
                                 WayRecord    *later);
WayRecord *way_match_get_later  (WayMatch     *self,
                                 WayRecord    *earlier);
const char *way_match_get_place (WayMatch     *self,
                                 const char   *id,
                                 gboolean      is_later);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayMatch, way_match_free)

G_END_DECLS
