/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of the outline of a map: which stand under which, made when somebody looks. */
#include "app/way-outline-tree.h"

#include "app/way-outline-names.h"
#include "model/way-schema.h"

#define STAGES_ID "stages"

struct _WayOutlineTree
{
  GObject parent_instance;

  WayOutlinePlaces *places;
  GListStore *root;
  GHashTable *nodes;          /* id → WayOutlineNode */
};

G_DEFINE_FINAL_TYPE (WayOutlineTree, way_outline_tree, G_TYPE_OBJECT)

static char *
dup_cell_id (const char *lane,
             const char *stage)
{
  return g_strconcat (lane, "\n", stage, NULL);
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

/* What stands in a cell: in the lane of feelings those of its stage. */
static GPtrArray *
peek_cell (WayOutlineTree *self,
           const char     *lane,
           const char     *stage)
{
  if (g_strcmp0 (lane, way_outline_places_get_feeling_lane (self->places)) == 0)
    return way_outline_places_peek (self->places, WAY_KIND_FEELING, NULL, stage);
  return way_outline_places_peek (self->places, WAY_KIND_CARD, lane, stage);
}

/* The records that stand under that of @node, after its flags. Nullable. */
static GPtrArray *
peek_records (WayOutlineTree *self,
              WayOutlineNode *node)
{
  if (node->part == WAY_OUTLINE_CELL)
    return peek_cell (self, node->lane, node->stage);
  if (node->part == WAY_OUTLINE_STAGES)
    return way_outline_places_peek (self->places, WAY_KIND_STAGE, NULL, NULL);
  if (node->kind == WAY_KIND_STAGE && way_outline_places_get_feeling_lane (self->places) == NULL)
    return way_outline_places_peek (self->places, WAY_KIND_FEELING, NULL, node->id);
  if (node->kind == WAY_KIND_LANE && way_outline_places_is_pathway (self->places))
    return way_outline_places_peek (self->places, WAY_KIND_STEP, NULL, node->id);
  if (node->kind == WAY_KIND_STEP)
    return way_outline_places_peek (self->places, WAY_KIND_LINK, NULL, node->id);
  return NULL;
}

static GPtrArray *
list_flags (WayOutlineTree *self,
            WayOutlineNode *node)
{
  if (node->kind == WAY_KIND_MAP)
    return way_outline_places_list_elsewhere (self->places);
  return g_ptr_array_ref (way_outline_places_peek (self->places, WAY_KIND_FLAG, NULL, node->id));
}

static gboolean
has_lines (WayOutlineTree *self,
           WayOutlineNode *node)
{
  g_autoptr (GPtrArray) flags = list_flags (self, node);
  GPtrArray *records = peek_records (self, node);

  if (node->kind == WAY_KIND_LANE && !way_outline_places_is_pathway (self->places) &&
      way_outline_places_peek (self->places, WAY_KIND_STAGE, NULL, NULL)->len > 0)
    return TRUE;
  return flags->len > 0 || (records != NULL && records->len > 0);
}

static void
add_record_nodes (WayOutlineTree *self,
                  GPtrArray      *nodes,
                  GPtrArray      *records,
                  WayOutlineNode *parent)
{
  for (guint i = 0; i < records->len; i++)
    {
      WayRecord *record = records->pdata[i];
      WayOutlineNode *node = get_node (self, WAY_OUTLINE_RECORD, way_record_get_kind (record), way_record_get_id (record), parent);

      way_outline_names_record (self->places, node, record, i, records->len);
      g_ptr_array_add (nodes, node);
    }
}

static void
add_cells (WayOutlineTree *self,
           GPtrArray      *nodes,
           WayOutlineNode *lane)
{
  GPtrArray *stages = way_outline_places_peek (self->places, WAY_KIND_STAGE, NULL, NULL);

  for (guint i = 0; i < stages->len; i++)
    {
      const char *stage = way_record_get_id (stages->pdata[i]);
      g_autofree char *id = dup_cell_id (lane->id, stage);
      WayOutlineNode *node = get_node (self, WAY_OUTLINE_CELL, WAY_KIND_NONE, id, lane);

      g_set_str (&node->lane, lane->id);
      g_set_str (&node->stage, stage);
      way_outline_names_cell (node, stages->pdata[i], peek_cell (self, lane->id, stage)->len);
      g_ptr_array_add (nodes, node);
    }
}

static void
add_top (WayOutlineTree *self,
         GPtrArray      *nodes)
{
  WayRecord *map = way_outline_places_get_map (self->places);
  g_autoptr (GPtrArray) maps = g_ptr_array_new ();

  if (map == NULL)
    return;
  g_ptr_array_add (maps, map);
  add_record_nodes (self, nodes, maps, NULL);
  if (!way_outline_places_is_pathway (self->places))
    {
      WayOutlineNode *stages = get_node (self, WAY_OUTLINE_STAGES, WAY_KIND_NONE, STAGES_ID, NULL);

      way_outline_names_stages (stages, way_outline_places_peek (self->places, WAY_KIND_STAGE, NULL, NULL)->len);
      g_ptr_array_add (nodes, stages);
    }
  add_record_nodes (self, nodes, way_outline_places_peek (self->places, WAY_KIND_LANE, NULL, NULL), NULL);
}

/* The lines under @node as they should be now, or those at the top. */
static GPtrArray *
list_nodes (WayOutlineTree *self,
            WayOutlineNode *node)
{
  GPtrArray *nodes = g_ptr_array_new ();
  GPtrArray *records = node != NULL ? peek_records (self, node) : NULL;
  g_autoptr (GPtrArray) flags = NULL;

  if (node == NULL)
    {
      add_top (self, nodes);
      return nodes;
    }
  if (node->part == WAY_OUTLINE_RECORD)
    {
      flags = list_flags (self, node);
      add_record_nodes (self, nodes, flags, node);
    }
  if (node->kind == WAY_KIND_LANE && !way_outline_places_is_pathway (self->places))
    add_cells (self, nodes, node);
  if (records != NULL)
    add_record_nodes (self, nodes, records, node);
  return nodes;
}

/* GTK asks once whether a line can be opened. One of which the answer is another now is a line that GTK does not know. */
static gboolean
stays (WayOutlineTree *self,
       GListStore     *store,
       guint           index,
       WayOutlineNode *node)
{
  g_autoptr (WayOutlineNode) item = g_list_model_get_item (G_LIST_MODEL (store), index);

  return item == node && (!node->asked || node->opens == has_lines (self, node));
}

/* Only what is between the first and the last difference is put anew, so that what is looked at stays where it is. */
static void
settle (WayOutlineTree *self,
        GListStore     *store,
        WayOutlineNode *node)
{
  g_autoptr (GPtrArray) nodes = list_nodes (self, node);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store)), first = 0, last = 0;

  while (first < n && first < nodes->len && stays (self, store, first, nodes->pdata[first]))
    first++;
  while (last < n - first && last < nodes->len - first && stays (self, store, n - 1 - last, nodes->pdata[nodes->len - 1 - last]))
    last++;
  for (guint i = 0; i < nodes->len; i++)
    way_outline_node_place (nodes->pdata[i], i, nodes->len);
  if (first + last < n || first + last < nodes->len)
    g_list_store_splice (store, first, n - first - last, nodes->pdata + first, nodes->len - first - last);
}

/**
 * way_outline_tree_settle:
 * @self: an outline
 *
 * Puts the lines that somebody looked at where they belong now.
 */
void
way_outline_tree_settle (WayOutlineTree *self)
{
  g_autoptr (GPtrArray) all = g_hash_table_get_values_as_ptr_array (self->nodes);

  g_ptr_array_set_free_func (all, g_object_unref);
  g_ptr_array_foreach (all, (GFunc) (void (*) (void)) g_object_ref, NULL);
  settle (self, self->root, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      WayOutlineNode *node = all->pdata[i];

      if (node->children != NULL)
        settle (self, node->children, node);
    }
}

static void
way_outline_tree_dispose (GObject *object)
{
  g_clear_object (&WAY_OUTLINE_TREE (object)->places);

  G_OBJECT_CLASS (way_outline_tree_parent_class)->dispose (object);
}

static void
way_outline_tree_finalize (GObject *object)
{
  WayOutlineTree *self = WAY_OUTLINE_TREE (object);

  g_object_unref (self->root);
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
  self->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * way_outline_tree_new:
 * @places: what the map holds
 *
 * Returns: (transfer full): its outline, as it is now
 */
WayOutlineTree *
way_outline_tree_new (WayOutlinePlaces *places)
{
  WayOutlineTree *self = g_object_new (WAY_TYPE_OUTLINE_TREE, NULL);

  self->places = g_object_ref (places);
  settle (self, self->root, NULL);
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
 * Returns: (transfer full) (nullable): the lines under it, or %NULL where there are none
 */
GListModel *
way_outline_tree_list_children (WayOutlineTree *self,
                                WayOutlineNode *node)
{
  node->asked = TRUE;
  node->opens = has_lines (self, node);
  if (!node->opens)
    return NULL;
  if (node->children == NULL)
    {
      node->children = g_list_store_new (WAY_TYPE_OUTLINE_NODE);
      settle (self, node->children, node);
    }
  return g_object_ref (G_LIST_MODEL (node->children));
}

/* What the line of something stands under. Nullable. */
static char *
dup_parent_id (WayOutlineTree *self,
               const char     *id)
{
  const char *stage = strchr (id, '\n'), *feelings = way_outline_places_get_feeling_lane (self->places);
  WayRecord *record = way_outline_places_get (self->places, id), *on;

  if (stage != NULL)
    return g_strndup (id, stage - id);
  switch (record != NULL ? way_record_get_kind (record) : WAY_KIND_NONE)
    {
    case WAY_KIND_STAGE:
      return g_strdup (STAGES_ID);
    case WAY_KIND_CARD:
      return dup_cell_id (way_record_get_text (record, WAY_CARD_LANE), way_record_get_text (record, WAY_CARD_STAGE));
    case WAY_KIND_FEELING:
      return feelings != NULL ? dup_cell_id (feelings, way_record_get_text (record, WAY_FEELING_STAGE))
                              : g_strdup (way_record_get_text (record, WAY_FEELING_STAGE));
    case WAY_KIND_STEP:
      return g_strdup (way_record_get_text (record, WAY_STEP_LANE));
    case WAY_KIND_LINK:
      return g_strdup (way_record_get_text (record, WAY_LINK_FROM));
    case WAY_KIND_FLAG:
      on = way_outline_places_get (self->places, way_record_get_text (record, WAY_FLAG_ON));
      return g_strdup (way_record_get_id (on != NULL ? on : way_outline_places_get_map (self->places)));
    default:
      return NULL;
    }
}

/* Makes the lines down to the one that is looked for. */
static WayOutlineNode *
reach (WayOutlineTree *self,
       const char     *id)
{
  g_autofree char *parent_id = dup_parent_id (self, id);
  WayOutlineNode *parent = parent_id != NULL ? reach (self, parent_id) : NULL;
  g_autoptr (GListModel) lines = parent != NULL ? way_outline_tree_list_children (self, parent) : NULL;

  return parent_id == NULL || lines != NULL ? g_hash_table_lookup (self->nodes, id) : NULL;
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
  g_autofree char *cell = way_spot_is_cell (spot) ? dup_cell_id (spot->lane, spot->stage) : NULL;

  if (cell != NULL)
    return reach (self, cell);
  return way_outline_places_get (self->places, spot->id) != NULL ? reach (self, spot->id) : NULL;
}
