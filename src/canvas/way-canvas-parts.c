/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What belongs to cards and steps beyond their words, and goes along where they are pasted within this program: notes, and of those that
 * were cut the flags on them and what backs them. Text on the clipboard says nothing of that, so that nobody else is told. */
#include "canvas/way-canvas-private.h"

#include "base/way-id.h"

#include <math.h>

/**
 * way_canvas_dup_as_new:
 * @record: a record
 *
 * Returns: (transfer full): the same words under an id of its own, that can be changed
 */
WayRecord *
way_canvas_dup_as_new (WayRecord *record)
{
  WayRecord *copy = way_record_copy (record);
  g_autofree char *id = way_id_new ();

  way_record_set_id (copy, id);
  way_record_set_position (copy, HUGE_VAL);
  return copy;
}

static guint
get_field_on (WayKind kind)
{
  return kind == WAY_KIND_FLAG ? WAY_FLAG_ON : WAY_EVIDENCE_ON;
}

/* Adds all of @kind that is on one of the parts. */
static void
add_pinned (WayLens    *lens,
            WayKind     kind,
            const char *map_id,
            GPtrArray  *parts)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) all = way_lens_list (lens, kind, map_id, NULL);

  for (guint i = 0; i < parts->len; i++)
    g_hash_table_add (ids, (char *) way_record_get_id (parts->pdata[i]));
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (g_hash_table_contains (ids, way_record_get_text (all->pdata[i], get_field_on (kind))))
      g_ptr_array_add (parts, g_object_ref (all->pdata[i]));
}

/**
 * way_canvas_add_pinned:
 * @self: a canvas
 * @parts: (element-type WayRecord): what is cut
 *
 * Adds what backs them, and the flags on them; there may be flags on what backs something, too.
 */
void
way_canvas_add_pinned (WayCanvas *self,
                       GPtrArray *parts)
{
  WayLens *lens = way_scene_get_lens (self->scene);

  add_pinned (lens, WAY_KIND_EVIDENCE, NULL, parts);
  add_pinned (lens, WAY_KIND_FLAG, way_scene_get_map_id (self->scene), parts);
}

/**
 * way_canvas_has_record:
 * @self: a canvas
 * @kind: a kind
 * @id: an id
 *
 * Returns: whether the workspace of the map has it
 */
gboolean
way_canvas_has_record (WayCanvas  *self,
                       WayKind     kind,
                       const char *id)
{
  g_autoptr (WayRecord) record = NULL;

  return way_lens_read (way_scene_get_lens (self->scene), kind, id, &record, NULL) && record != NULL;
}

/**
 * way_canvas_take_part:
 * @self: a canvas
 * @parts: (element-type WayRecord): what goes along, of which each is taken once
 * @index: which of them
 *
 * Returns: (transfer full): what was copied or cut, for this map; under its own id where that is free
 */
WayRecord *
way_canvas_take_part (WayCanvas *self,
                      GPtrArray *parts,
                      guint      index)
{
  g_autoptr (WayRecord) part = g_ptr_array_steal_index (parts, index);
  gboolean there = way_canvas_has_record (self, way_record_get_kind (part), way_record_get_id (part));
  WayRecord *taken = there ? way_canvas_dup_as_new (part) : way_record_copy (part);

  way_record_set_within (taken, way_scene_get_map_id (self->scene));
  return taken;
}

/* A tie to a story that this workspace does not have, or not any more, is none. */
static gboolean
is_backed (WayCanvas *self,
           WayRecord *tie)
{
  const char *story = way_record_get_text (tie, WAY_EVIDENCE_STORY), *quote = way_record_get_text (tie, WAY_EVIDENCE_QUOTE);

  return (story != NULL && way_canvas_has_record (self, WAY_KIND_STORY, story)) ||
         (quote != NULL && way_canvas_has_record (self, WAY_KIND_QUOTE, quote));
}

/**
 * way_canvas_put_pinned:
 * @self: a canvas
 * @edit: where the parts are put
 * @parts: (element-type WayRecord): what went along
 *
 * Pins flags, and ties what backs them, to what @edit puts back under its own id.
 */
void
way_canvas_put_pinned (WayCanvas *self,
                       WayEdit   *edit,
                       GPtrArray *parts)
{
  g_autoptr (GHashTable) put = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < way_edit_get_length (edit); i++)
    if (way_edit_get_operation (edit, i)->put != NULL)
      g_hash_table_add (put, (char *) way_record_get_id (way_edit_get_operation (edit, i)->put));
  for (guint i = 0; i < parts->len; i++)
    {
      WayRecord *part = parts->pdata[i];
      WayKind kind = way_record_get_kind (part);
      g_autoptr (WayRecord) copy = NULL;

      if ((kind != WAY_KIND_FLAG && kind != WAY_KIND_EVIDENCE) ||
          !g_hash_table_contains (put, way_record_get_text (part, get_field_on (kind))) ||
          way_canvas_has_record (self, kind, way_record_get_id (part)) || (kind == WAY_KIND_EVIDENCE && !is_backed (self, part)))
        continue;
      copy = way_record_copy (part);
      g_hash_table_add (put, (char *) way_record_get_id (part));
      if (kind == WAY_KIND_FLAG)
        way_record_set_within (copy, way_scene_get_map_id (self->scene));
      way_edit_put (edit, copy);
    }
}
