/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map holds, sorted into the places where it is read, and kept so by what changes. */
#include "app/way-outline-places.h"

#include "model/way-schema.h"

#define FEW 50                /* changes that are followed one by one; after more, everything is read */

struct _WayOutlinePlaces
{
  GObject parent_instance;

  WayMapContext *context;
  gboolean pathway;
  WayRecord *map;             /* nullable */
  GPtrArray *stages, *lanes;  /* of WayRecord */
  GPtrArray *flags;           /* of WayRecord, wherever they are pinned */
  GHashTable *records;        /* id → WayRecord, of cards, feelings, steps, links and flags */
  GHashTable *places;         /* where they are → GPtrArray of WayRecord in order */
  GHashTable *organisations;  /* id → name */
};

G_DEFINE_FINAL_TYPE (WayOutlinePlaces, way_outline_places, G_TYPE_OBJECT)

static const WayKind placed[] = { WAY_KIND_CARD, WAY_KIND_FEELING, WAY_KIND_STEP, WAY_KIND_LINK, WAY_KIND_FLAG };

/* Flags and links may be at the same step: each kind has places of its own. */
static char *
dup_place (WayKind     kind,
           const char *lane,
           const char *at)
{
  return g_strdup_printf ("%d\n%s\n%s", kind, kind == WAY_KIND_CARD && lane != NULL ? lane : "", at != NULL ? at : "");
}

static char *
dup_place_of (WayRecord *record)
{
  WayKind kind = way_record_get_kind (record);

  switch (kind)
    {
    case WAY_KIND_CARD:
      return dup_place (kind, way_record_get_text (record, WAY_CARD_LANE), way_record_get_text (record, WAY_CARD_STAGE));
    case WAY_KIND_FEELING:
      return dup_place (kind, NULL, way_record_get_text (record, WAY_FEELING_STAGE));
    case WAY_KIND_STEP:
      return dup_place (kind, NULL, way_record_get_text (record, WAY_STEP_LANE));
    case WAY_KIND_LINK:
      return dup_place (kind, NULL, way_record_get_text (record, WAY_LINK_FROM));
    default:
      return dup_place (kind, NULL, way_record_get_text (record, WAY_FLAG_ON));
    }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  WayRecord *first = *(WayRecord **) a, *second = *(WayRecord **) b;
  double from = way_record_get_position (first), to = way_record_get_position (second);

  return from < to ? -1 : from > to ? 1 : strcmp (way_record_get_id (first), way_record_get_id (second));
}

static GPtrArray *
get_place (WayOutlinePlaces *self,
           const char       *place)
{
  GPtrArray *there = g_hash_table_lookup (self->places, place);

  if (there == NULL)
    {
      there = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->places, g_strdup (place), there);
    }
  return there;
}

static void
take (WayOutlinePlaces *self,
      WayRecord        *record,
      gboolean          sort)
{
  g_autofree char *place = dup_place_of (record);
  GPtrArray *there = get_place (self, place);

  g_hash_table_insert (self->records, g_strdup (way_record_get_id (record)), g_object_ref (record));
  g_ptr_array_add (there, g_object_ref (record));
  if (sort)
    g_ptr_array_sort (there, compare);
  if (way_record_get_kind (record) != WAY_KIND_FLAG)
    return;
  g_ptr_array_add (self->flags, g_object_ref (record));
  if (sort)
    g_ptr_array_sort (self->flags, compare);
}

static void
leave (WayOutlinePlaces *self,
       const char       *id)
{
  WayRecord *record = g_hash_table_lookup (self->records, id);
  g_autofree char *place = record != NULL ? dup_place_of (record) : NULL;

  if (record == NULL)
    return;
  g_ptr_array_remove (get_place (self, place), record);
  g_ptr_array_remove (self->flags, record);
  g_hash_table_remove (self->records, id);
}

static WayRecord *
find (GPtrArray  *records,
      const char *id)
{
  for (guint i = 0; id != NULL && i < records->len; i++)
    if (g_str_equal (way_record_get_id (records->pdata[i]), id))
      return records->pdata[i];
  return NULL;
}

static void
way_outline_places_dispose (GObject *object)
{
  WayOutlinePlaces *self = WAY_OUTLINE_PLACES (object);

  g_clear_object (&self->context);
  g_clear_object (&self->map);

  G_OBJECT_CLASS (way_outline_places_parent_class)->dispose (object);
}

static void
way_outline_places_finalize (GObject *object)
{
  WayOutlinePlaces *self = WAY_OUTLINE_PLACES (object);

  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->lanes);
  g_ptr_array_unref (self->flags);
  g_hash_table_unref (self->records);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->organisations);

  G_OBJECT_CLASS (way_outline_places_parent_class)->finalize (object);
}

static void
way_outline_places_class_init (WayOutlinePlacesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_outline_places_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_outline_places_finalize;
}

static void
way_outline_places_init (WayOutlinePlaces *self)
{
  self->stages = g_ptr_array_new ();
  self->lanes = g_ptr_array_new ();
  self->flags = g_ptr_array_new_with_free_func (g_object_unref);
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->organisations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * way_outline_places_new:
 * @context: what it works with
 *
 * Returns: (transfer full): nothing yet
 */
WayOutlinePlaces *
way_outline_places_new (WayMapContext *context)
{
  WayOutlinePlaces *self = g_object_new (WAY_TYPE_OUTLINE_PLACES, NULL);

  self->context = g_object_ref (context);
  return self;
}

static void
read_frame (WayOutlinePlaces *self)
{
  const char *map = way_map_context_get_map (self->context);

  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->lanes);
  g_clear_object (&self->map);
  self->map = way_map_context_read (self->context, WAY_KIND_MAP, map);
  self->stages = map != NULL ? way_map_context_list (self->context, WAY_KIND_STAGE, map) : g_ptr_array_new ();
  self->lanes = map != NULL ? way_map_context_list (self->context, WAY_KIND_LANE, map) : g_ptr_array_new ();
  self->pathway = map != NULL && way_map_context_is_kind (self->context, "pathway");
}

static void
read_organisations (WayOutlinePlaces *self)
{
  g_autoptr (GPtrArray) all = self->pathway ? way_map_context_list (self->context, WAY_KIND_ORGANISATION, NULL) : g_ptr_array_new ();

  g_hash_table_remove_all (self->organisations);
  for (guint i = 0; i < all->len; i++)
    g_hash_table_insert (self->organisations, g_strdup (way_record_get_id (all->pdata[i])),
                         g_strdup (way_record_get_text (all->pdata[i], WAY_ORGANISATION_NAME)));
}

/**
 * way_outline_places_read:
 * @self: places
 *
 * Reads the whole map.
 */
void
way_outline_places_read (WayOutlinePlaces *self)
{
  const char *map = way_map_context_get_map (self->context);

  read_frame (self);
  read_organisations (self);
  g_hash_table_remove_all (self->records);
  g_hash_table_remove_all (self->places);
  g_ptr_array_set_size (self->flags, 0);
  for (guint i = 0; map != NULL && i < G_N_ELEMENTS (placed); i++)
    {
      g_autoptr (GPtrArray) all = way_map_context_list (self->context, placed[i], map);

      for (guint j = 0; j < all->len; j++)
        take (self, all->pdata[j], FALSE);
    }
}

static gboolean
is_placed (WayKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (placed); i++)
    if (placed[i] == kind)
      return TRUE;
  return FALSE;
}

static void
follow (WayOutlinePlaces *self,
        const WayChange  *change)
{
  g_autoptr (WayRecord) record = NULL;

  leave (self, change->id);
  record = way_map_context_read (self->context, change->kind, change->id);
  if (record != NULL)
    take (self, record, TRUE);
}

/**
 * way_outline_places_update:
 * @self: places
 * @changes: what changed
 *
 * Returns: whether any of it is to be seen here
 */
gboolean
way_outline_places_update (WayOutlinePlaces *self,
                           WayChanges       *changes)
{
  const char *map = way_map_context_get_map (self->context);
  gboolean frame = FALSE, organisations = FALSE, any = FALSE;
  guint n = way_changes_get_length (changes);

  if (n > FEW)
    {
      way_outline_places_read (self);
      return TRUE;
    }
  for (guint i = 0; i < n; i++)
    {
      const WayChange *change = way_changes_get (changes, i);
      gboolean here = g_strcmp0 (change->within, map) == 0;

      organisations |= change->kind == WAY_KIND_ORGANISATION;
      frame |= (here && (change->kind == WAY_KIND_STAGE || change->kind == WAY_KIND_LANE)) || g_strcmp0 (change->id, map) == 0;
      if (!here || !is_placed (change->kind))
        continue;
      any = TRUE;
      follow (self, change);
    }
  if (frame)
    read_frame (self);
  if (organisations)
    read_organisations (self);
  return frame || organisations || any;
}

gboolean
way_outline_places_is_pathway (WayOutlinePlaces *self)
{
  return self->pathway;
}

/**
 * way_outline_places_get_map:
 * @self: places
 *
 * Returns: (nullable): the map
 */
WayRecord *
way_outline_places_get_map (WayOutlinePlaces *self)
{
  return self->map;
}

/**
 * way_outline_places_get:
 * @self: places
 * @id: (nullable): something on the map, or the map
 *
 * Returns: (nullable): the record
 */
WayRecord *
way_outline_places_get (WayOutlinePlaces *self,
                        const char       *id)
{
  WayRecord *record = id != NULL ? g_hash_table_lookup (self->records, id) : NULL;

  if (record == NULL && self->map != NULL && g_strcmp0 (id, way_record_get_id (self->map)) == 0)
    return self->map;
  if (record == NULL)
    record = find (self->stages, id);
  return record != NULL ? record : find (self->lanes, id);
}

/**
 * way_outline_places_peek:
 * @self: places
 * @kind: STAGE, LANE, CARD, FEELING, STEP, LINK or FLAG
 * @lane: (nullable): of cards, the lane that they are in
 * @at: (nullable): the stage of cards and feelings, the lane of steps, the step of links, what flags are on
 *
 * Returns: (transfer none) (element-type WayRecord): those that stand together, in order
 */
GPtrArray *
way_outline_places_peek (WayOutlinePlaces *self,
                         WayKind           kind,
                         const char       *lane,
                         const char       *at)
{
  g_autofree char *place = NULL;

  if (kind == WAY_KIND_STAGE || kind == WAY_KIND_LANE)
    return kind == WAY_KIND_STAGE ? self->stages : self->lanes;
  place = dup_place (kind, lane, at);
  return get_place (self, place);
}

/**
 * way_outline_places_list:
 * @self: places
 * @kind: as for [method@OutlinePlaces.peek]
 * @lane: (nullable): the same
 * @at: (nullable): the same
 *
 * Returns: (transfer full) (element-type WayRecord): a list of one's own of them
 */
GPtrArray *
way_outline_places_list (WayOutlinePlaces *self,
                         WayKind           kind,
                         const char       *lane,
                         const char       *at)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *source = way_outline_places_peek (self, kind, lane, at);

  for (guint i = 0; i < source->len; i++)
    g_ptr_array_add (copy, g_object_ref (source->pdata[i]));
  return copy;
}

/**
 * way_outline_places_list_elsewhere:
 * @self: places
 *
 * Returns: (transfer container) (element-type WayRecord): the flags on nothing that has a line of its own: on the map itself, on a scenario …
 */
GPtrArray *
way_outline_places_list_elsewhere (WayOutlinePlaces *self)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->flags->len; i++)
    {
      WayRecord *on = way_outline_places_get (self, way_record_get_text (self->flags->pdata[i], WAY_FLAG_ON));

      if (on == NULL || on == self->map)
        g_ptr_array_add (found, self->flags->pdata[i]);
    }
  return found;
}

gboolean
way_outline_places_is_feeling_lane (WayRecord *lane)
{
  return g_strcmp0 (way_record_get_text (lane, WAY_LANE_KIND), "feeling") == 0;
}

/**
 * way_outline_places_get_feeling_lane:
 * @self: places
 *
 * Returns: (nullable): the lane in which feelings are shown, or %NULL where there is none
 */
const char *
way_outline_places_get_feeling_lane (WayOutlinePlaces *self)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (way_outline_places_is_feeling_lane (self->lanes->pdata[i]))
      return way_record_get_id (self->lanes->pdata[i]);
  return NULL;
}

/**
 * way_outline_places_get_organisation:
 * @self: places
 * @step: a step
 *
 * Returns: (nullable): what the organisation is called that does it
 */
const char *
way_outline_places_get_organisation (WayOutlinePlaces *self,
                                     WayRecord        *step)
{
  const char *id = way_record_get_text (step, WAY_STEP_ORGANISATION);

  return id != NULL ? g_hash_table_lookup (self->organisations, id) : NULL;
}

/**
 * way_outline_places_get_neighbour:
 * @self: places
 * @kind: STAGE or LANE
 * @id: one of them
 * @by: 1 for the next, -1 for the one before; lanes of feelings are passed over
 *
 * Returns: (nullable): the id of the neighbour
 */
const char *
way_outline_places_get_neighbour (WayOutlinePlaces *self,
                                  WayKind           kind,
                                  const char       *id,
                                  int               by)
{
  GPtrArray *all = kind == WAY_KIND_STAGE ? self->stages : self->lanes;
  WayRecord *here = find (all, id);
  guint index;

  if (here == NULL || !g_ptr_array_find (all, here, &index))
    return NULL;
  for (int i = (int) index + by; i >= 0 && i < (int) all->len; i += by)
    if (kind == WAY_KIND_STAGE || !way_outline_places_is_feeling_lane (all->pdata[i]))
      return way_record_get_id (all->pdata[i]);
  return NULL;
}
