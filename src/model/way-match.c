/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding in one version of a map what was in another. */
#include "model/way-match.h"

/* Nobody makes so many versions of a map; a ring of them, which a file could hold, ends there. */
#define MOST_VERSIONS 256

WayMatch *
way_match_new (void)
{
  WayMatch *self = g_new0 (WayMatch, 1);

  self->earlier = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  self->later = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  return self;
}

void
way_match_free (WayMatch *self)
{
  g_hash_table_unref (self->earlier);
  g_hash_table_unref (self->later);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

WayRecord *
way_match_get_earlier (WayMatch  *self,
                       WayRecord *later)
{
  return g_hash_table_lookup (self->earlier, later);
}

WayRecord *
way_match_get_later (WayMatch  *self,
                     WayRecord *earlier)
{
  return g_hash_table_lookup (self->later, earlier);
}

/**
 * way_match_get_place:
 * @self: a match
 * @id: (nullable): the id of a record in either version
 * @is_later: whether that is the later one
 *
 * Returns: (nullable): one name for the record in both versions: the id that it has in the later one, or else its own
 */
const char *
way_match_get_place (WayMatch   *self,
                     const char *id,
                     gboolean    is_later)
{
  WayRecord *record = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
  WayRecord *later = record != NULL && !is_later ? way_match_get_later (self, record) : NULL;

  return later != NULL ? way_record_get_id (later) : id;
}

static void
tie (WayMatch  *self,
     WayRecord *earlier,
     WayRecord *later)
{
  g_hash_table_insert (self->earlier, g_object_ref (later), g_object_ref (earlier));
  g_hash_table_insert (self->later, g_object_ref (earlier), g_object_ref (later));
}

/* Takes a pair apart that was found by what is based on what, and is not the same all the same. */
void
way_match_part (WayMatch  *self,
                WayRecord *later)
{
  WayRecord *earlier = way_match_get_earlier (self, later);

  if (earlier == NULL)
    return;
  g_hash_table_remove (self->later, earlier);
  g_hash_table_remove (self->earlier, later);
}

/* The ids of a record and of all that it is based on, the nearest first. */
static GPtrArray *
list_lineage (WayLens    *lens,
              WayRecord  *record,
              guint       based_on,
              GError    **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (WayRecord) at = g_object_ref (record);

  while (at != NULL && ids->len < MOST_VERSIONS)
    {
      const char *id = way_record_get_text (at, based_on);
      WayRecord *next = NULL;

      g_ptr_array_add (ids, g_strdup (way_record_get_id (at)));
      if (id != NULL && !way_lens_read (lens, way_record_get_kind (record), id, &next, error))
        return NULL;
      g_set_object (&at, next);
      g_clear_object (&next);
    }
  return g_steal_pointer (&ids);
}

/* Ties the records that go back to the same one. The lists are walked in their order, so that a copy that was made of a step within
 * one version does not take its place. */
static gboolean
tie_lineages (WayMatch   *self,
              WayLens    *lens,
              GPtrArray  *earlier,
              GPtrArray  *later,
              guint       based_on,
              GError    **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < earlier->len; i++)
    {
      g_autoptr (GPtrArray) ids = list_lineage (lens, earlier->pdata[i], based_on, error);

      if (ids == NULL)
        return FALSE;
      for (guint j = 0; j < ids->len; j++)
        if (j == 0 || !g_hash_table_contains (known, ids->pdata[j]))
          g_hash_table_insert (known, g_strdup (ids->pdata[j]), earlier->pdata[i]);
    }
  for (guint i = 0; i < later->len; i++)
    {
      g_autoptr (GPtrArray) ids = list_lineage (lens, later->pdata[i], based_on, error);
      WayRecord *found = NULL;

      if (ids == NULL)
        return FALSE;
      for (guint j = 0; j < ids->len && found == NULL; j++)
        found = g_hash_table_lookup (known, ids->pdata[j]);
      if (found != NULL && way_match_get_later (self, found) == NULL)
        tie (self, found, later->pdata[i]);
    }
  return TRUE;
}

/* Ties what has the same key, the first with the first, where it is not tied yet. */
void
way_match_by_key (WayMatch    *self,
                  GPtrArray   *earlier,
                  GPtrArray   *later,
                  WayMatchKey  key)
{
  g_autoptr (GHashTable) waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_queue_free);

  for (guint i = 0; i < earlier->len; i++)
    {
      g_autofree char *text = way_match_get_later (self, earlier->pdata[i]) == NULL ? key (self, earlier->pdata[i], FALSE) : NULL;
      GQueue *queue = text != NULL ? g_hash_table_lookup (waiting, text) : NULL;

      if (text == NULL)
        continue;
      if (queue == NULL)
        g_hash_table_insert (waiting, g_steal_pointer (&text), queue = g_queue_new ());
      g_queue_push_tail (queue, earlier->pdata[i]);
    }
  for (guint i = 0; i < later->len; i++)
    {
      g_autofree char *text = way_match_get_earlier (self, later->pdata[i]) == NULL ? key (self, later->pdata[i], TRUE) : NULL;
      GQueue *queue = text != NULL ? g_hash_table_lookup (waiting, text) : NULL;

      if (queue != NULL && !g_queue_is_empty (queue))
        tie (self, g_queue_pop_head (queue), later->pdata[i]);
    }
}

/**
 * way_match_add:
 * @self: a match
 * @lens: where to read what is based on what
 * @earlier: (element-type WayRecord): the records of one kind in the earlier version
 * @later: (element-type WayRecord): and in the later one
 * @based_on: the field that says what a record of the kind is based on
 * @keys: (array zero-terminated=1): what to go by otherwise, the surest first
 * @error: what went wrong in reading
 *
 * Takes time in proportion to the records.
 *
 * Returns: whether it could be read
 */
gboolean
way_match_add (WayMatch     *self,
               WayLens      *lens,
               GPtrArray    *earlier,
               GPtrArray    *later,
               guint         based_on,
               WayMatchKey  *keys,
               GError      **error)
{
  for (guint i = 0; i < earlier->len; i++)
    g_hash_table_insert (self->by_id, (gpointer) way_record_get_id (earlier->pdata[i]), g_object_ref (earlier->pdata[i]));
  for (guint i = 0; i < later->len; i++)
    g_hash_table_insert (self->by_id, (gpointer) way_record_get_id (later->pdata[i]), g_object_ref (later->pdata[i]));
  if (!tie_lineages (self, lens, earlier, later, based_on, error))
    return FALSE;
  for (guint i = 0; keys[i] != NULL; i++)
    way_match_by_key (self, earlier, later, keys[i]);
  return TRUE;
}
