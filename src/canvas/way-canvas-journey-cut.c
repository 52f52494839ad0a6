/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What belongs to cards beyond their words, and goes along where they are pasted within this program: notes, and of those that were cut
 * the flags on them and what backs them. Text on the clipboard says nothing of that, so that nobody else is told. */
#include "canvas/way-canvas-journey.h"

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
 * way_journey_list_parts:
 * @self: a canvas
 * @spots: (element-type WaySpot): cards that are selected
 * @cut: whether they go from where they are
 *
 * Returns: (transfer full) (nullable) (element-type WayRecord): the cards in their order, and what goes along with them
 */
GPtrArray *
way_journey_list_parts (WayCanvas *self,
                        GArray    *spots,
                        gboolean   cut)
{
  WayLens *lens = way_scene_get_lens (self->scene);
  GPtrArray *parts = way_journey_copy_selected (self);

  if (parts == NULL || !cut)
    return parts;
  /* There may be flags on what backs a card, too. */
  add_pinned (lens, WAY_KIND_EVIDENCE, NULL, parts);
  add_pinned (lens, WAY_KIND_FLAG, way_scene_get_map_id (self->scene), parts);
  return parts;
}

static gboolean
is_there (WayCanvas  *self,
          WayKind     kind,
          const char *id)
{
  g_autoptr (WayRecord) record = NULL;

  return way_lens_read (way_scene_get_lens (self->scene), kind, id, &record, NULL) && record != NULL;
}

static gboolean
says (WayRecord  *card,
      const char *line)
{
  g_autofree char *text = g_strdup (way_record_get_text (card, WAY_CARD_TEXT));

  return text != NULL && g_str_equal (g_strstrip (text), line);
}

/**
 * way_journey_take_card:
 * @self: a canvas
 * @parts: (element-type WayRecord): what goes along, of which each card is taken once
 * @line: what a card says that is pasted
 *
 * Returns: (transfer full): the card that was copied or cut and says so, else a new one; under its own id where that is free
 */
WayRecord *
way_journey_take_card (WayCanvas  *self,
                       GPtrArray  *parts,
                       const char *line)
{
  const char *map_id = way_scene_get_map_id (self->scene);
  WayRecord *card;

  for (guint i = 0; i < parts->len; i++)
    {
      g_autoptr (WayRecord) part = NULL;

      if (way_record_get_kind (parts->pdata[i]) != WAY_KIND_CARD || !says (parts->pdata[i], line))
        continue;
      part = g_ptr_array_steal_index (parts, i);
      card = is_there (self, WAY_KIND_CARD, way_record_get_id (part)) ? way_journey_dup_as_new (part) : way_record_copy (part);
      way_record_set_within (card, map_id);
      return card;
    }
  card = way_record_new (WAY_KIND_CARD, NULL, map_id);
  way_record_set_text (card, WAY_CARD_TEXT, line);
  return card;
}

/* A tie to a story that this workspace does not have, or not any more, is none. */
static gboolean
is_backed (WayCanvas *self,
           WayRecord *tie)
{
  const char *story = way_record_get_text (tie, WAY_EVIDENCE_STORY), *quote = way_record_get_text (tie, WAY_EVIDENCE_QUOTE);

  return (story != NULL && is_there (self, WAY_KIND_STORY, story)) || (quote != NULL && is_there (self, WAY_KIND_QUOTE, quote));
}

/**
 * way_journey_put_pinned:
 * @self: a canvas
 * @edit: where cards are put
 * @parts: (element-type WayRecord): what went along
 *
 * Pins flags, and ties what backs them, to the cards that @edit puts back under their own ids.
 */
void
way_journey_put_pinned (WayCanvas *self,
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

      if (kind == WAY_KIND_CARD || !g_hash_table_contains (put, way_record_get_text (part, get_field_on (kind))) ||
          is_there (self, kind, way_record_get_id (part)) || (kind == WAY_KIND_EVIDENCE && !is_backed (self, part)))
        continue;
      copy = way_record_copy (part);
      g_hash_table_add (put, (char *) way_record_get_id (part));
      if (kind == WAY_KIND_FLAG)
        way_record_set_within (copy, way_scene_get_map_id (self->scene));
      way_edit_put (edit, copy);
    }
}
