/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outline of a map: what it holds, sorted into the places where it is read, and kept so by what changes. */
#include "app/way-outline-tree.h"

#include "app/way-outline-names.h"
#include "model/way-schema.h"

#define STAGES_ID "stages"
#define FEW 50                /* changes that are followed one by one; after more, everything is read */

struct _WayOutlineTree
{
  GObject parent_instance;

  WayMapContext *context;
  gboolean pathway;
  GListStore *root;
  GPtrArray *stages, *lanes;  /* of WayRecord */
  GHashTable *records;        /* id → WayRecord, of cards, feelings, steps and links */
  GHashTable *places;         /* where they are → GPtrArray of WayRecord in order */
  GHashTable *nodes;          /* id → WayOutlineNode */
};

G_DEFINE_FINAL_TYPE (WayOutlineTree, way_outline_tree, G_TYPE_OBJECT)

static const WayKind placed[] = { WAY_KIND_CARD, WAY_KIND_FEELING, WAY_KIND_STEP, WAY_KIND_LINK };

static char *
dup_cell_id (const char *lane,
             const char *stage)
{
  return g_strconcat (lane, "\n", stage, NULL);
}

/* Cards are in cells, feelings at stages, steps in lanes, links at the step that they lead from. */
static char *
dup_place (WayRecord *record)
{
  switch (way_record_get_kind (record))
    {
    case WAY_KIND_CARD:
      return dup_cell_id (way_record_get_text (record, WAY_CARD_LANE), way_record_get_text (record, WAY_CARD_STAGE));
    case WAY_KIND_FEELING:
      return g_strdup (way_record_get_text (record, WAY_FEELING_STAGE));
    case WAY_KIND_STEP:
      return g_strdup (way_record_get_text (record, WAY_STEP_LANE));
    default:
      return g_strdup (way_record_get_text (record, WAY_LINK_FROM));
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
get_place (WayOutlineTree *self,
           const char     *place)
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
take (WayOutlineTree *self,
      WayRecord      *record,
      gboolean        sort)
{
  g_autofree char *place = dup_place (record);
  GPtrArray *there = get_place (self, place);

  g_hash_table_insert (self->records, g_strdup (way_record_get_id (record)), g_object_ref (record));
  g_ptr_array_add (there, g_object_ref (record));
  if (sort)
    g_ptr_array_sort (there, compare);
}

static void
leave (WayOutlineTree *self,
       const char     *id)
{
  WayRecord *record = g_hash_table_lookup (self->records, id);
  g_autofree char *place = record != NULL ? dup_place (record) : NULL;

  if (record == NULL)
    return;
  g_ptr_array_remove (get_place (self, place), record);
  g_hash_table_remove (self->records, id);
}

static WayOutlineNode *
get_node (WayOutlineTree *self,
          WayOutlinePart  part,
          WayKind         kind,
          const char     *id,
          WayOutlineNode *parent)
{
  WayOutlineNode *node = g_hash_table_lookup (self->nodes, id);

  if (node == NULL)
    {
      node = way_outline_node_new (part, kind, id);
      g_hash_table_insert (self->nodes, g_strdup (id), node);
    }
  node->parent = parent;
  return node;
}

static gboolean
is_feeling_lane (WayRecord *lane)
{
  return g_strcmp0 (way_record_get_text (lane, WAY_LANE_KIND), "feeling") == 0;
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

static GPtrArray *
list_cell (WayOutlineTree *self,
           const char     *lane,
           const char     *stage)
{
  WayRecord *record = find (self->lanes, lane);
  g_autofree char *id = dup_cell_id (lane, stage);

  return get_place (self, record != NULL && is_feeling_lane (record) ? stage : id);
}

static void
add_record_node (WayOutlineTree *self,
                 GPtrArray      *nodes,
                 WayRecord      *record,
                 WayOutlineNode *parent,
                 guint           index,
                 guint           n)
{
  WayOutlineNode *node = get_node (self, WAY_OUTLINE_RECORD, way_record_get_kind (record), way_record_get_id (record), parent);

  way_outline_names_record (self->context, node, record, index, n);
  g_ptr_array_add (nodes, node);
}

static void
add_record_nodes (WayOutlineTree *self,
                  GPtrArray      *nodes,
                  GPtrArray      *records,
                  WayOutlineNode *parent)
{
  for (guint i = 0; i < records->len; i++)
    add_record_node (self, nodes, records->pdata[i], parent, i, records->len);
}

static void
add_cells (WayOutlineTree *self,
           GPtrArray      *nodes,
           WayOutlineNode *lane)
{
  for (guint i = 0; i < self->stages->len; i++)
    {
      const char *stage = way_record_get_id (self->stages->pdata[i]);
      g_autofree char *id = dup_cell_id (lane->id, stage);
      WayOutlineNode *node = get_node (self, WAY_OUTLINE_CELL, WAY_KIND_NONE, id, lane);

      g_set_str (&node->lane, lane->id);
      g_set_str (&node->stage, stage);
      way_outline_names_cell (node, self->stages->pdata[i], list_cell (self, lane->id, stage)->len);
      g_ptr_array_add (nodes, node);
    }
}

/* The lines under @node as they should be now, or those at the top. */
static GPtrArray *
list_nodes (WayOutlineTree *self,
            WayOutlineNode *node)
{
  GPtrArray *nodes = g_ptr_array_new ();

  if (node == NULL)
    {
      if (!self->pathway)
        {
          WayOutlineNode *stages = get_node (self, WAY_OUTLINE_STAGES, WAY_KIND_NONE, STAGES_ID, NULL);

          way_outline_names_stages (stages, self->stages->len);
          g_ptr_array_add (nodes, stages);
        }
      add_record_nodes (self, nodes, self->lanes, NULL);
    }
  else if (node->part == WAY_OUTLINE_STAGES)
    add_record_nodes (self, nodes, self->stages, node);
  else if (node->part == WAY_OUTLINE_CELL)
    add_record_nodes (self, nodes, list_cell (self, node->lane, node->stage), node);
  else if (node->kind == WAY_KIND_LANE && !self->pathway)
    add_cells (self, nodes, node);
  else if (node->kind == WAY_KIND_LANE || node->kind == WAY_KIND_STEP)
    add_record_nodes (self, nodes, get_place (self, node->id), node);
  return nodes;
}

/* Only what is between the first and the last difference is put anew, so that what is looked at stays where it is. */
static void
settle (WayOutlineTree *self,
        GListStore     *store,
        WayOutlineNode *node)
{
  g_autoptr (GPtrArray) nodes = list_nodes (self, node);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store)), first = 0, last = 0;

#define AT(i) ((gpointer) g_list_model_get_object (G_LIST_MODEL (store), i))
  for (gboolean same = TRUE; same && first < n && first < nodes->len; first += same)
    {
      g_autoptr (GObject) item = AT (first);

      same = item == nodes->pdata[first];
    }
  for (gboolean same = TRUE; same && last < n - first && last < nodes->len - first; last += same)
    {
      g_autoptr (GObject) item = AT (n - 1 - last);

      same = item == nodes->pdata[nodes->len - 1 - last];
    }
#undef AT
  for (guint i = 0; i < nodes->len; i++)
    {
      WayOutlineNode *each = nodes->pdata[i];

      each->index = i;
      each->n = nodes->len;
    }
  if (first + last < n || first + last < nodes->len)
    g_list_store_splice (store, first, n - first - last, nodes->pdata + first, nodes->len - first - last);
}

static void
settle_all (WayOutlineTree *self)
{
  g_autoptr (GList) all = g_hash_table_get_values (self->nodes);

  g_list_foreach (all, (GFunc) (void (*) (void)) g_object_ref, NULL);
  settle (self, self->root, NULL);
  for (GList *each = all; each != NULL; each = each->next)
    {
      WayOutlineNode *node = each->data;

      if (node->children != NULL && g_hash_table_lookup (self->nodes, node->id) == node)
        settle (self, node->children, node);
    }
  g_list_foreach (all, (GFunc) (void (*) (void)) g_object_unref, NULL);
}

static void
way_outline_tree_dispose (GObject *object)
{
  WayOutlineTree *self = WAY_OUTLINE_TREE (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (way_outline_tree_parent_class)->dispose (object);
}

static void
way_outline_tree_finalize (GObject *object)
{
  WayOutlineTree *self = WAY_OUTLINE_TREE (object);

  g_object_unref (self->root);
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->lanes);
  g_hash_table_unref (self->records);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->nodes);

  G_OBJECT_CLASS (way_outline_tree_parent_class)->finalize (object);
}

static void
way_outline_tree_class_init (WayOutlineTreeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_outline_tree_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_outline_tree_finalize;
}

static void
way_outline_tree_init (WayOutlineTree *self)
{
  self->root = g_list_store_new (WAY_TYPE_OUTLINE_NODE);
  self->stages = g_ptr_array_new ();
  self->lanes = g_ptr_array_new ();
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * way_outline_tree_new:
 * @context: what it works with
 *
 * Returns: (transfer full): the outline of nothing yet
 */
WayOutlineTree *
way_outline_tree_new (WayMapContext *context)
{
  WayOutlineTree *self = g_object_new (WAY_TYPE_OUTLINE_TREE, NULL);

  self->context = g_object_ref (context);
  return self;
}

GListModel *
way_outline_tree_get_root (WayOutlineTree *self)
{
  return G_LIST_MODEL (self->root);
}

/**
 * way_outline_tree_list_children:
 * @self: an outline
 * @node: one of its lines
 *
 * Returns: (transfer full) (nullable): the lines under it, or %NULL where there can be none
 */
GListModel *
way_outline_tree_list_children (WayOutlineTree *self,
                                WayOutlineNode *node)
{
  if (node->part == WAY_OUTLINE_RECORD && node->kind != WAY_KIND_LANE && node->kind != WAY_KIND_STEP)
    return NULL;
  if (node->children == NULL)
    {
      node->children = g_list_store_new (WAY_TYPE_OUTLINE_NODE);
      settle (self, node->children, node);
    }
  return g_object_ref (G_LIST_MODEL (node->children));
}

static void
read_frame (WayOutlineTree *self)
{
  const char *map = way_map_context_get_map (self->context);

  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->lanes);
  self->stages = map != NULL ? way_map_context_list (self->context, WAY_KIND_STAGE, map) : g_ptr_array_new ();
  self->lanes = map != NULL ? way_map_context_list (self->context, WAY_KIND_LANE, map) : g_ptr_array_new ();
  self->pathway = map != NULL && way_map_context_is_kind (self->context, "pathway");
}

/**
 * way_outline_tree_refresh:
 * @self: an outline
 *
 * Reads the whole map.
 */
void
way_outline_tree_refresh (WayOutlineTree *self)
{
  const char *map = way_map_context_get_map (self->context);

  read_frame (self);
  g_hash_table_remove_all (self->records);
  g_hash_table_remove_all (self->places);
  for (guint i = 0; map != NULL && i < G_N_ELEMENTS (placed); i++)
    {
      g_autoptr (GPtrArray) all = way_map_context_list (self->context, placed[i], map);

      for (guint j = 0; j < all->len; j++)
        take (self, all->pdata[j], FALSE);
    }
  settle_all (self);
}

static gboolean
is_placed (WayKind kind)
{
  return kind == WAY_KIND_CARD || kind == WAY_KIND_FEELING || kind == WAY_KIND_STEP || kind == WAY_KIND_LINK;
}

/**
 * way_outline_tree_update:
 * @self: an outline
 * @changes: what changed
 *
 * Returns: whether the outline has to do with any of it
 */
gboolean
way_outline_tree_update (WayOutlineTree *self,
                         WayChanges     *changes)
{
  const char *map = way_map_context_get_map (self->context);
  gboolean frame = FALSE, any = FALSE;
  guint n = way_changes_get_length (changes);

  if (n > FEW)
    {
      way_outline_tree_refresh (self);
      return TRUE;
    }
  for (guint i = 0; i < n; i++)
    {
      const WayChange *change = way_changes_get (changes, i);
      g_autoptr (WayRecord) record = NULL;

      if (g_strcmp0 (change->within, map) != 0)
        continue;
      frame |= change->kind == WAY_KIND_STAGE || change->kind == WAY_KIND_LANE;
      if (!is_placed (change->kind))
        continue;
      any = TRUE;
      leave (self, change->id);
      record = way_map_context_read (self->context, change->kind, change->id);
      if (record != NULL)
        take (self, record, TRUE);
    }
  if (frame)
    read_frame (self);
  if (frame || any)
    settle_all (self);
  return frame || any;
}

static const char *
get_feeling_lane (WayOutlineTree *self)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (is_feeling_lane (self->lanes->pdata[i]))
      return way_record_get_id (self->lanes->pdata[i]);
  return NULL;
}

/* Makes the lines down to the one that is looked for. */
static WayOutlineNode *
reach (WayOutlineTree *self,
       const char     *parent_id,
       const char     *id)
{
  WayOutlineNode *parent = parent_id != NULL ? g_hash_table_lookup (self->nodes, parent_id) : NULL;

  if (parent != NULL)
    g_object_unref (way_outline_tree_list_children (self, parent));
  return id != NULL ? g_hash_table_lookup (self->nodes, id) : NULL;
}

/**
 * way_outline_tree_find:
 * @self: an outline
 * @spot: something on the map
 *
 * Returns: (nullable): its line
 */
WayOutlineNode *
way_outline_tree_find (WayOutlineTree *self,
                       const WaySpot  *spot)
{
  WayRecord *record = g_hash_table_lookup (self->records, spot->id);
  g_autofree char *place = record != NULL ? dup_place (record) : NULL, *cell = NULL;
  const char *feelings = get_feeling_lane (self);

  switch (spot->kind)
    {
    case WAY_KIND_NONE:
      cell = dup_cell_id (spot->lane, spot->stage);
      return *spot->lane != '\0' ? reach (self, spot->lane, cell) : NULL;
    case WAY_KIND_STAGE:
      return reach (self, STAGES_ID, spot->id);
    case WAY_KIND_LANE:
      return reach (self, NULL, spot->id);
    case WAY_KIND_CARD:
      if (record != NULL)
        reach (self, way_record_get_text (record, WAY_CARD_LANE), NULL);
      return reach (self, place, spot->id);
    case WAY_KIND_FEELING:
      if (record == NULL || feelings == NULL)
        return NULL;
      cell = dup_cell_id (feelings, place);
      reach (self, feelings, NULL);
      return reach (self, cell, spot->id);
    case WAY_KIND_STEP:
      return reach (self, place, spot->id);
    case WAY_KIND_LINK:
      record = place != NULL ? g_hash_table_lookup (self->records, place) : NULL;
      if (record != NULL)
        reach (self, way_record_get_text (record, WAY_STEP_LANE), NULL);
      return reach (self, place, spot->id);
    default:
      return NULL;
    }
}

/**
 * way_outline_tree_list_siblings:
 * @self: an outline
 * @kind: a kind of record
 * @lane: (nullable): the lane that they are in
 * @stage: (nullable): the stage that they are at
 *
 * Returns: (transfer container) (element-type WayRecord): those that stand together, in order
 */
GPtrArray *
way_outline_tree_list_siblings (WayOutlineTree *self,
                                WayKind         kind,
                                const char     *lane,
                                const char     *stage)
{
  GPtrArray *source;
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *cell = NULL;

  if (kind == WAY_KIND_STAGE || kind == WAY_KIND_LANE)
    source = kind == WAY_KIND_STAGE ? self->stages : self->lanes;
  else
    {
      cell = kind == WAY_KIND_CARD ? dup_cell_id (lane, stage) : g_strdup (kind == WAY_KIND_STEP ? lane : stage);
      source = get_place (self, cell);
    }
  for (guint i = 0; i < source->len; i++)
    g_ptr_array_add (copy, g_object_ref (source->pdata[i]));
  return copy;
}

/**
 * way_outline_tree_get_record:
 * @self: an outline
 * @id: something on the map
 *
 * Returns: (nullable): the record
 */
WayRecord *
way_outline_tree_get_record (WayOutlineTree *self,
                             const char     *id)
{
  WayRecord *record = g_hash_table_lookup (self->records, id);

  if (record == NULL)
    record = find (self->stages, id);
  return record != NULL ? record : find (self->lanes, id);
}

gboolean
way_outline_tree_is_pathway (WayOutlineTree *self)
{
  return self->pathway;
}

/**
 * way_outline_tree_get_neighbour:
 * @self: an outline
 * @kind: STAGE or LANE
 * @id: one of them
 * @by: 1 for the next, -1 for the one before; lanes of feelings are passed over
 *
 * Returns: (nullable): the id of the neighbour
 */
const char *
way_outline_tree_get_neighbour (WayOutlineTree *self,
                                WayKind         kind,
                                const char     *id,
                                int             by)
{
  GPtrArray *all = kind == WAY_KIND_STAGE ? self->stages : self->lanes;
  WayRecord *here = find (all, id);
  guint index;

  if (here == NULL || !g_ptr_array_find (all, here, &index))
    return NULL;
  for (int i = (int) index + by; i >= 0 && i < (int) all->len; i += by)
    if (kind == WAY_KIND_STAGE || !is_feeling_lane (all->pdata[i]))
      return way_record_get_id (all->pdata[i]);
  return NULL;
}
