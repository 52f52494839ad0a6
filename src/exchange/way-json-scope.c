/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has to go with one map, so that its JSON can be read elsewhere: what it refers to, and the evidence on it. */
#include "exchange/way-json-scope.h"

#include "base/way-i18n.h"
#include "model/way-schema.h"

typedef struct
{
  WayLens *lens;
  GHashTable *ids;            /* a set */
  GPtrArray *records;         /* in the scope; those from `next` on have not been looked into */
  guint next;
} Scope;

static gboolean
is_in (Scope      *self,
       const char *id)
{
  return g_hash_table_contains (self->ids, id);
}

static void
add (Scope     *self,
     WayRecord *record)
{
  if (g_hash_table_add (self->ids, g_strdup (way_record_get_id (record))))
    g_ptr_array_add (self->records, g_object_ref (record));
}

/* Adds everything of @kind, or what @within holds of it. */
static gboolean
add_list (Scope       *self,
          WayKind      kind,
          const char  *within,
          GError     **error)
{
  g_autoptr (GPtrArray) records = way_lens_list (self->lens, kind, within, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    add (self, records->pdata[i]);
  return TRUE;
}

static gboolean
add_children (Scope      *self,
              WayRecord  *holder,
              GError    **error)
{
  const WayKindInfo *info = way_record_get_info (holder);

  for (guint i = 0; i < info->n_children; i++)
    if (!add_list (self, info->children[i].kind, way_record_get_id (holder), error))
      return FALSE;
  return TRUE;
}

static gboolean
find_target (Scope           *self,
             const WayField  *field,
             const char      *id,
             WayRecord      **target,
             GError         **error)
{
  guint64 kinds = field->target != WAY_KIND_NONE ? G_GUINT64_CONSTANT (1) << field->target : field->targets;

  *target = NULL;
  for (guint kind = 1; kind < WAY_N_KINDS && *target == NULL; kind++)
    if ((kinds & G_GUINT64_CONSTANT (1) << kind) != 0 && !way_lens_read (self->lens, kind, id, target, error))
      return FALSE;
  return TRUE;
}

/* A quote comes with its story, whose other quotes stay behind; another map and its parts stay behind altogether. */
static gboolean
add_target (Scope           *self,
            const WayField  *field,
            const char      *id,
            GError         **error)
{
  g_autoptr (WayRecord) target = NULL, story = NULL;
  WayKind within;

  if (is_in (self, id))
    return TRUE;
  if (!find_target (self, field, id, &target, error))
    return FALSE;
  if (target == NULL)
    return TRUE;
  within = way_record_get_info (target)->within;
  if (within == WAY_KIND_STORY)
    {
      if (!way_lens_read (self->lens, WAY_KIND_STORY, way_record_get_within (target), &story, error))
        return FALSE;
      if (story != NULL)
        add (self, story);
    }
  if ((within == WAY_KIND_NONE && way_record_get_kind (target) != WAY_KIND_MAP) || story != NULL)
    add (self, target);
  return TRUE;
}

static gboolean
add_references (Scope      *self,
                WayRecord  *record,
                GError    **error)
{
  const WayKindInfo *info = way_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == WAY_FIELD_REFERENCE && way_record_has (record, i) &&
        !add_target (self, &info->fields[i], way_record_get_text (record, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
follow (Scope   *self,
        GError **error)
{
  while (self->next < self->records->len)
    {
      WayRecord *record = g_ptr_array_index (self->records, self->next++);

      if (way_record_get_kind (record) != WAY_KIND_STORY && !add_children (self, record, error))
        return FALSE;
      if (!add_references (self, record, error))
        return FALSE;
    }
  return TRUE;
}

/* The evidence on what has been gathered so far. */
static gboolean
add_evidence (Scope   *self,
              GError **error)
{
  g_autoptr (GPtrArray) all = way_lens_list (self->lens, WAY_KIND_EVIDENCE, NULL, error);

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    if (is_in (self, way_record_get_text (all->pdata[i], WAY_EVIDENCE_ON)))
      add (self, all->pdata[i]);
  return TRUE;
}

/* A flag, or evidence that a flag is pinned to, may be on a part of another map: it stays behind, rather than point at nothing. */
static void
drop_loose_ends (Scope *self)
{
  gboolean dropped = TRUE;

  while (dropped)
    {
      dropped = FALSE;
      for (guint i = 0; i < self->records->len; i++)
        {
          WayRecord *record = g_ptr_array_index (self->records, i);
          WayKind kind = way_record_get_kind (record);
          guint on = kind == WAY_KIND_FLAG ? WAY_FLAG_ON : WAY_EVIDENCE_ON;

          if ((kind == WAY_KIND_FLAG || kind == WAY_KIND_EVIDENCE) && !is_in (self, way_record_get_text (record, on)))
            dropped = g_hash_table_remove (self->ids, way_record_get_id (record)) || dropped;
        }
    }
}

static gboolean
gather (Scope      *self,
        WayRecord  *map,
        GError    **error)
{
  static const WayKind of_assets[] = { WAY_KIND_ASSET, WAY_KIND_NEED, WAY_KIND_ASSET_LINK, WAY_KIND_MEETING };

  add (self, map);
  if (g_strcmp0 (way_record_get_text (map, WAY_MAP_KIND), "assets") == 0)
    for (guint i = 0; i < G_N_ELEMENTS (of_assets); i++)
      if (!add_list (self, of_assets[i], NULL, error))
        return FALSE;
  if (!follow (self, error) || !add_evidence (self, error) || !follow (self, error))
    return FALSE;
  drop_loose_ends (self);
  return TRUE;
}

/**
 * way_json_scope_new:
 * @lens: where to read
 * @map_id: a map
 * @error: what went wrong in reading
 *
 * Returns: (transfer full) (nullable): the set of the ids of what goes with the map, its own among them
 */
GHashTable *
way_json_scope_new (WayLens     *lens,
                    const char  *map_id,
                    GError     **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  Scope self = { .lens = lens, .ids = ids, .records = records };
  g_autoptr (WayRecord) map = NULL;

  if (!way_lens_read (lens, WAY_KIND_MAP, map_id, &map, error))
    return NULL;
  if (map == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("There is no map “%s”."), map_id);
      return NULL;
    }
  if (!gather (&self, map, error))
    return NULL;
  return g_steal_pointer (&ids);
}
