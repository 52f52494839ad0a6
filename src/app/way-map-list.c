/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The maps of a workspace as a list model, for the sidebar and the grid. Pictures are made only of what is looked at. */
#include "app/way-map-list.h"

#include "app/way-picture.h"
#include "base/way-date.h"
#include "base/way-i18n.h"
#include "model/way-map-version.h"
#include "model/way-schema.h"

struct _WayMapItem
{
  GObject parent_instance;

  char *id, *title, *kind;
  GdkTexture *picture;        /* nullable */
  gboolean fresh, dark;       /* what the picture is of, and in which style */
};

struct _WayMapList
{
  GObject parent_instance;

  WayWorkspace *workspace;
  GListStore *items;
  WayFonts *fonts;            /* nullable until a picture is made */
};

enum { PROP_TITLE = 1, PROP_KIND, PROP_PICTURE, N_PROPS };

static GParamSpec *props[N_PROPS];
static guint stale_signal;

static void init_list_model (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (WayMapItem, way_map_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (WayMapList, way_map_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
way_map_item_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  WayMapItem *self = WAY_MAP_ITEM (object);

  if (id == PROP_TITLE)
    g_value_set_string (value, self->title);
  else if (id == PROP_KIND)
    g_value_set_string (value, self->kind);
  else if (id == PROP_PICTURE)
    g_value_set_object (value, self->picture);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
way_map_item_finalize (GObject *object)
{
  WayMapItem *self = WAY_MAP_ITEM (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->kind);
  g_clear_object (&self->picture);

  G_OBJECT_CLASS (way_map_item_parent_class)->finalize (object);
}

static void
way_map_item_class_init (WayMapItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = way_map_item_get_property;
  object_class->finalize = way_map_item_finalize;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  props[PROP_PICTURE] = g_param_spec_object ("picture", NULL, NULL, GDK_TYPE_PAINTABLE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
way_map_item_init (WayMapItem *self)
{
}

const char *
way_map_item_get_id (WayMapItem *self)
{
  return self->id;
}

const char *
way_map_item_get_title (WayMapItem *self)
{
  return self->title;
}

const char *
way_map_item_get_kind (WayMapItem *self)
{
  return self->kind;
}

static const char *
get_kind_word (WayRecord *map)
{
  const char *kind = way_record_get_text (map, WAY_MAP_KIND);

  if (g_strcmp0 (kind, "pathway") == 0)
    return _("Pathway map");
  if (g_strcmp0 (kind, "assets") == 0)
    return _("Asset map");
  return _("Journey map");
}

/* What kind of map it is, and which version. */
static char *
dup_kind_words (WayRecord *map)
{
  g_autofree char *version = way_map_dup_version (map);
  const char *kind = get_kind_word (map);

  /* Translators: the kind of a map, and what its version is called, which may be a number. */
  return version != NULL ? g_strdup_printf (_("%s · version %s"), kind, version) : g_strdup (kind);
}

static void
take_record (WayMapItem *self,
             WayRecord  *map)
{
  g_autofree char *kind = dup_kind_words (map);
  const char *title = way_record_get_text (map, WAY_MAP_TITLE);

  g_set_str (&self->id, way_record_get_id (map));
  if (g_set_str (&self->title, title != NULL ? title : _("Untitled map")))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  if (g_set_str (&self->kind, kind))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
}

/* The items that are there already, by id, go on; what is between the first and the last difference is replaced. */
static void
list_anew (WayMapList *self)
{
  g_autoptr (GPtrArray) maps = way_records_list (WAY_RECORDS (self->workspace), WAY_KIND_MAP, NULL, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  GListModel *old = G_LIST_MODEL (self->items);
  guint n_old = g_list_model_get_n_items (old), begin = 0, end = 0;

  for (guint i = 0; i < n_old; i++)
    {
      WayMapItem *item = g_list_model_get_item (old, i);

      g_hash_table_insert (known, item->id, item);
    }
  for (guint i = 0; maps != NULL && i < maps->len; i++)
    {
      WayMapItem *item = g_hash_table_lookup (known, way_record_get_id (maps->pdata[i]));

      item = item != NULL ? g_object_ref (item) : g_object_new (WAY_TYPE_MAP_ITEM, NULL);
      take_record (item, maps->pdata[i]);
      g_ptr_array_add (items, item);
    }
  while (begin < MIN (n_old, items->len))
    {
      g_autoptr (WayMapItem) item = g_list_model_get_item (old, begin);

      if (item != items->pdata[begin])
        break;
      begin++;
    }
  while (end < MIN (n_old, items->len) - begin)
    {
      g_autoptr (WayMapItem) item = g_list_model_get_item (old, n_old - 1 - end);

      if (item != items->pdata[items->len - 1 - end])
        break;
      end++;
    }
  if (begin + end < MAX (n_old, items->len))
    g_list_store_splice (self->items, begin, n_old - begin - end, items->pdata + begin, items->len - begin - end);
}

static void
suspect (WayMapList *self,
         const char *map_id)
{
  GListModel *items = G_LIST_MODEL (self->items);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (WayMapItem) item = g_list_model_get_item (items, i);

      if (map_id == NULL || g_str_equal (item->id, map_id))
        item->fresh = FALSE;
    }
}

/* What a map holds changes that map's picture; what is outside of maps may be in any of them. */
static void
changed_cb (WayRecords *records,
            WayChanges *changes,
            WayMapList *self)
{
  gboolean maps = FALSE;

  for (guint i = 0; i < way_changes_get_length (changes); i++)
    {
      const WayChange *change = way_changes_get (changes, i);

      maps |= change->kind == WAY_KIND_MAP;
      if (change->kind == WAY_KIND_MAP)
        suspect (self, change->id);
      else
        suspect (self, way_kind_get_info (change->kind)->within == WAY_KIND_MAP ? change->within : NULL);
    }
  if (maps)
    list_anew (self);
  g_signal_emit (self, stale_signal, 0);
}

static void
items_changed_cb (GListModel *items,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GListModel *self)
{
  g_list_model_items_changed (self, position, removed, added);
}

static GType
get_item_type (GListModel *model)
{
  return WAY_TYPE_MAP_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (WAY_MAP_LIST (model)->items));
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (WAY_MAP_LIST (model)->items), position);
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
way_map_list_finalize (GObject *object)
{
  WayMapList *self = WAY_MAP_LIST (object);

  g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_object_unref (self->workspace);
  g_object_unref (self->items);
  g_clear_pointer (&self->fonts, way_fonts_unref);

  G_OBJECT_CLASS (way_map_list_parent_class)->finalize (object);
}

static void
way_map_list_class_init (WayMapListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_map_list_finalize;
  stale_signal = g_signal_new ("stale", WAY_TYPE_MAP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
way_map_list_init (WayMapList *self)
{
  self->items = g_list_store_new (WAY_TYPE_MAP_ITEM);
}

WayMapList *
way_map_list_new (WayWorkspace *workspace)
{
  WayMapList *self = g_object_new (WAY_TYPE_MAP_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  list_anew (self);
  g_signal_connect_object (self->items, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_DEFAULT);
  return self;
}

/**
 * way_map_list_find:
 * @self: a list
 * @map_id: (nullable): the id of a map
 *
 * Returns: where it is, or %GTK_INVALID_LIST_POSITION
 */
guint
way_map_list_find (WayMapList *self,
                   const char *map_id)
{
  for (guint i = 0; map_id != NULL && i < get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (WayMapItem) item = get_item (G_LIST_MODEL (self), i);

      if (g_str_equal (item->id, map_id))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * way_map_list_needs_picture:
 * @self: a list
 * @item: one of it
 * @dark: whether the picture should be dark
 *
 * Returns: whether there is no picture of the map as it is now
 */
gboolean
way_map_list_needs_picture (WayMapList *self,
                            WayMapItem *item,
                            gboolean    dark)
{
  return !item->fresh || item->dark != dark;
}

static void
set_picture (WayMapItem *item,
             GdkTexture *picture)
{
  if (g_set_object (&item->picture, picture))
    g_object_notify_by_pspec (G_OBJECT (item), props[PROP_PICTURE]);
}

/**
 * way_map_list_make_picture:
 * @self: a list
 * @item: one of it
 * @device_scale: pixels for a point of the screen
 * @dark: whether the picture should be dark
 *
 * Makes the picture of the map, as whoever holds the file sees it: this is their window. It is kept nowhere but in memory.
 */
void
way_map_list_make_picture (WayMapList *self,
                           WayMapItem *item,
                           int         device_scale,
                           gboolean    dark)
{
  g_autofree char *today = way_date_dup_today ();
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (self->workspace), WAY_AUDIENCE_DESK, today);
  g_autofree char *places = way_lens_dup_places (lens, item->id);
  g_autoptr (WayScene) scene = NULL;
  g_autoptr (GdkTexture) picture = NULL;

  if (self->fonts == NULL)
    self->fonts = way_fonts_new (NULL);
  scene = way_scene_new (lens, item->id, &(WaySceneOptions) { .places = places }, self->fonts, NULL);
  if (scene != NULL)
    picture = way_picture_new (scene, device_scale, dark ? WAY_STYLE_DARK : WAY_STYLE_LIGHT);
  item->fresh = TRUE;
  item->dark = dark;
  set_picture (item, picture);
}

/**
 * way_map_list_drop_picture:
 * @self: a list
 * @item: one of it that is not looked at any more
 */
void
way_map_list_drop_picture (WayMapList *self,
                           WayMapItem *item)
{
  item->fresh = FALSE;
  set_picture (item, NULL);
}
