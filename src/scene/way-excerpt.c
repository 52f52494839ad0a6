/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Some things of a map alone. What has quotes on it was made larger for them, so it is laid out once more, on a map of nothing else. */
#include "scene/way-excerpt.h"

#include "scene/way-scene-pathway.h"

/* What a lens shows, with those cards and steps only, and with nothing that is tied to anything. */
#define WAY_TYPE_EXCERPT_RECORDS (way_excerpt_records_get_type ())
G_DECLARE_FINAL_TYPE (WayExcerptRecords, way_excerpt_records, WAY, EXCERPT_RECORDS, GObject)

struct _WayExcerptRecords
{
  GObject parent_instance;

  WayLens *lens;
  GHashTable *ids;
};

static void records_init (WayRecordsInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WayExcerptRecords, way_excerpt_records, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (WAY_TYPE_RECORDS, records_init))

static gboolean
is_in (WayExcerptRecords *self,
       WayKind            kind,
       const char        *id)
{
  switch ((guint) kind)
    {
    case WAY_KIND_CARD:
    case WAY_KIND_STEP:
      return g_hash_table_contains (self->ids, id);
    case WAY_KIND_EVIDENCE:
    case WAY_KIND_FEELING:
    case WAY_KIND_FLAG:
    case WAY_KIND_LINK:
    case WAY_KIND_SCENARIO:
      return FALSE;
    default:
      return TRUE;
    }
}

static gboolean
excerpt_read (WayRecords  *records,
              WayKind      kind,
              const char  *id,
              WayRecord  **record,
              GError     **error)
{
  WayExcerptRecords *self = WAY_EXCERPT_RECORDS (records);

  *record = NULL;
  return !is_in (self, kind, id) || way_lens_read (self->lens, kind, id, record, error);
}

static GPtrArray *
excerpt_list (WayRecords  *records,
              WayKind      kind,
              const char  *within,
              GError     **error)
{
  WayExcerptRecords *self = WAY_EXCERPT_RECORDS (records);
  g_autoptr (GPtrArray) all = way_lens_list (self->lens, kind, within, error);
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (is_in (self, kind, way_record_get_id (all->pdata[i])))
      g_ptr_array_add (left, g_object_ref (all->pdata[i]));
  return all != NULL ? g_steal_pointer (&left) : NULL;
}

static void
records_init (WayRecordsInterface *iface)
{
  iface->read = excerpt_read;
  iface->list = excerpt_list;
}

static void
way_excerpt_records_finalize (GObject *object)
{
  WayExcerptRecords *self = WAY_EXCERPT_RECORDS (object);

  g_clear_object (&self->lens);
  g_clear_pointer (&self->ids, g_hash_table_unref);

  G_OBJECT_CLASS (way_excerpt_records_parent_class)->finalize (object);
}

static void
way_excerpt_records_class_init (WayExcerptRecordsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_excerpt_records_finalize;
}

static void
way_excerpt_records_init (WayExcerptRecords *self)
{
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* The same map with nothing on it but those. The lens has taken out already what its audience may not see. */
static WayScene *
lay_out_alone (WayScene          *scene,
               const char *const *ids)
{
  g_autoptr (WayExcerptRecords) records = g_object_new (WAY_TYPE_EXCERPT_RECORDS, NULL);
  g_autoptr (WayLens) lens = NULL;
  const WaySceneOptions options = { .reading = way_scene_get_reading (scene) };

  records->lens = g_object_ref (way_scene_get_lens (scene));
  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (records->ids, g_strdup (ids[i]));
  lens = way_lens_new (WAY_RECORDS (records), WAY_AUDIENCE_DESK, way_lens_get_today (records->lens));
  return way_scene_new (lens, way_scene_get_map_id (scene), &options, way_scene_get_fonts (scene), NULL);
}

static gboolean
has_quotes (WayScene          *scene,
            const char *const *ids)
{
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);

      if (item->role == WAY_ROLE_QUOTE && item->owner >= 0 && way_scene_get_item (scene, item->owner)->id != NULL &&
          g_strv_contains (ids, way_scene_get_item (scene, item->owner)->id))
        return TRUE;
    }
  return FALSE;
}

/* Moves an item to where it stands on @scene: by the corner where reading begins. */
static void
add (WayExcerpt *self,
     WayScene   *scene,
     const char *id)
{
  int there = way_scene_find (scene, id), item = way_scene_find (self->scene, id);
  WayRect was, now;
  WayExcerptItem found;

  if (there < 0 || item < 0)
    return;
  was = way_scene_get_item (scene, there)->bounds;
  now = way_scene_get_item (self->scene, item)->bounds;
  found = (WayExcerptItem) { item, { was.x - now.x, was.y - now.y } };
  if (way_scene_is_right_to_left (scene))
    found.by.x += was.width - now.width;
  now.x += found.by.x;
  now.y += found.by.y;
  self->bounds = self->items->len == 0 ? now : way_rect_union (&self->bounds, &now);
  g_array_append_val (self->items, found);
}

/**
 * way_excerpt_new:
 * @scene: a map
 * @ids: (array zero-terminated=1): what is taken from it
 *
 * Returns: (transfer full) (nullable): those of them that the map shows, or %NULL where it shows none
 */
WayExcerpt *
way_excerpt_new (WayScene          *scene,
                 const char *const *ids)
{
  g_autoptr (WayExcerpt) self = g_new0 (WayExcerpt, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (WayExcerptItem));
  self->scene = has_quotes (scene, ids) ? lay_out_alone (scene, ids) : NULL;
  if (self->scene == NULL)
    self->scene = g_object_ref (scene);
  for (guint i = 0; ids[i] != NULL; i++)
    add (self, scene, ids[i]);
  return self->items->len > 0 ? g_steal_pointer (&self) : NULL;
}

void
way_excerpt_free (WayExcerpt *self)
{
  g_clear_object (&self->scene);
  g_array_unref (self->items);
  g_free (self);
}
