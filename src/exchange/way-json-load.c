/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first half of the JSON reader: from objects and lists to records, by the field tables alone. */
#include "base/way-i18n.h"
#include "base/way-id.h"
#include "base/way-text.h"
#include "exchange/way-json-entry.h"
#include "model/way-schema.h"

#include <math.h>

/* Integers beyond this are not kept exactly by everybody who reads JSON (RFC 8259, 6). */
#define MOST 9007199254740991

static gboolean load_lists (WayJsonFile *file, WayJsonEntry *holder, const WayKindInfo *info, JsonObject *object, GError **error);

static void
note_unknown (WayJsonFile  *file,
              WayJsonEntry *entry,
              const char   *object,
              const char   *key)
{
  g_autofree char *excerpt = way_text_dup_excerpt (key, 60);
  g_autofree char *name = object != NULL ? g_strdup_printf ("%s.%s", object, excerpt) : g_strdup (excerpt);

  for (; entry != NULL; entry = entry->holder)
    {
      g_autofree char *shorter = g_steal_pointer (&name);

      name = g_strdup_printf ("%s.%s", entry->list, shorter);
    }
  if (g_hash_table_contains (file->unknown, name))
    return;
  g_ptr_array_add (file->unknown_order, name);
  g_hash_table_add (file->unknown, g_steal_pointer (&name));
}

static const char *
type_problem (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return _("is an object, and should not be");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return _("is a list, and should not be");
  if (JSON_NODE_HOLDS_NULL (node))
    return _("is null; leave out what is empty");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return _("is text, and should not be");
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return _("is true or false, and should not be");
  return _("is a number, and should not be");
}

static gboolean
is_of (JsonNode *node,
       GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
load_number (WayJsonEntry    *entry,
             guint            place,
             const WayField  *field,
             JsonNode        *node,
             GError         **error)
{
  if (is_of (node, G_TYPE_INT64) && (json_node_get_int (node) > MOST || json_node_get_int (node) < -MOST))
    return way_json_entry_fail (entry, field->name, error, "%s", _("is too large a number to be kept exactly"));
  way_record_set_number (entry->record, place, json_node_get_double (node) + 0.0);
  return TRUE;
}

static gboolean
load_texts (WayJsonEntry    *entry,
            guint            place,
            const WayField  *field,
            JsonNode        *node,
            GError         **error)
{
  JsonArray *array = json_node_get_array (node);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!is_of (element, G_TYPE_STRING))
        return way_json_entry_fail (entry, field->name, error, _("number %u in the list is not text"), i + 1);
      g_strv_builder_add (builder, json_node_get_string (element));
    }
  texts = g_strv_builder_end (builder);
  way_record_set_texts (entry->record, place, (const char *const *) texts);
  return TRUE;
}

static gboolean
load_named_texts (WayJsonEntry    *entry,
                  guint            place,
                  const WayField  *field,
                  JsonNode        *node,
                  GError         **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *element;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &element))
    {
      if (!is_of (element, G_TYPE_STRING))
        return way_json_entry_fail (entry, field->name, error, "%s", type_problem (element));
      g_strv_builder_add_many (builder, name, json_node_get_string (element), NULL);
    }
  texts = g_strv_builder_end (builder);
  way_record_set_texts (entry->record, place, (const char *const *) texts);
  return TRUE;
}

/* Empty words are left out where any text may stand; where a word, a date or an id is wanted, they are none. */
static gboolean
load_text (WayJsonEntry    *entry,
           guint            place,
           const WayField  *field,
           JsonNode        *node,
           GError         **error)
{
  const char *text = json_node_get_string (node);

  if (*text == '\0' && field->type != WAY_FIELD_TEXT && field->type != WAY_FIELD_LABEL)
    return way_json_entry_fail (entry, field->name, error, "%s", _("is empty; leave it out instead"));
  way_record_set_text (entry->record, place, text);
  return TRUE;
}

static gboolean
load_value (WayJsonEntry  *entry,
            guint          place,
            JsonNode      *node,
            GError       **error)
{
  const WayField *field = &way_record_get_info (entry->record)->fields[place];
  gboolean number = is_of (node, G_TYPE_INT64) || is_of (node, G_TYPE_DOUBLE);

  switch (field->type)
    {
    case WAY_FIELD_NUMBER:
    case WAY_FIELD_WHOLE:
      if (number)
        return load_number (entry, place, field, node, error);
      break;
    case WAY_FIELD_TEXTS:
      if (JSON_NODE_HOLDS_ARRAY (node))
        return load_texts (entry, place, field, node, error);
      return way_json_entry_fail (entry, field->name, error, "%s", _("is not a list"));
    case WAY_FIELD_NAMED_TEXTS:
      if (JSON_NODE_HOLDS_OBJECT (node))
        return load_named_texts (entry, place, field, node, error);
      return way_json_entry_fail (entry, field->name, error, "%s", _("is not an object of texts by name"));
    case WAY_FIELD_LABEL:
      if (number)
        return load_number (entry, place, field, node, error);
      if (is_of (node, G_TYPE_STRING))
        return load_text (entry, place, field, node, error);
      break;
    case WAY_FIELD_DONE:
      if (is_of (node, G_TYPE_BOOLEAN))
        {
          way_record_set_truth (entry->record, place, json_node_get_boolean (node));
          return TRUE;
        }
      G_GNUC_FALLTHROUGH;
    case WAY_FIELD_TEXT:
    case WAY_FIELD_CHOICE:
    case WAY_FIELD_DATE:
    case WAY_FIELD_REFERENCE:
    default:
      if (is_of (node, G_TYPE_STRING))
        return load_text (entry, place, field, node, error);
      break;
    }
  return way_json_entry_fail (entry, field->name, error, "%s", type_problem (node));
}

/* The place of the field that @key is the name of, in the JSON object @object of its record; or the number of its fields. */
static guint
find_field (const WayKindInfo *info,
            const char        *object,
            const char        *key)
{
  guint place = 0;

  while (place < info->n_fields &&
         (g_strcmp0 (info->fields[place].object, object) != 0 || !g_str_equal (info->fields[place].name, key)))
    place++;
  return place;
}

static gboolean
is_object_name (const WayKindInfo *info,
                const char        *key)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (g_strcmp0 (info->fields[i].object, key) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_list_name (const WayKindInfo *info,
              const char        *key)
{
  for (guint i = 0; i < info->n_children; i++)
    if (g_str_equal (info->children[i].key, key))
      return TRUE;
  return FALSE;
}

static gboolean
load_fields (WayJsonFile   *file,
             WayJsonEntry  *entry,
             JsonObject    *members,
             const char    *object,
             GError       **error)
{
  const WayKindInfo *info = way_record_get_info (entry->record);
  gboolean has_id = object == NULL && !info->anonymous && info->kind != WAY_KIND_WORKSPACE;
  gboolean has_lists = object == NULL && info->kind != WAY_KIND_WORKSPACE;
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, members);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      guint place = find_field (info, object, key);

      if (place < info->n_fields)
        {
          if (!load_value (entry, place, node, error))
            return FALSE;
        }
      else if (object == NULL && is_object_name (info, key))
        {
          if (!JSON_NODE_HOLDS_OBJECT (node))
            return way_json_entry_fail (entry, key, error, "%s", _("is not an object"));
          if (!load_fields (file, entry, json_node_get_object (node), key, error))
            return FALSE;
        }
      else if (!(has_id && g_str_equal (key, "id")) && !(has_lists && is_list_name (info, key)))
        note_unknown (file, entry, object, key);
    }
  return TRUE;
}

static gboolean
load_id (WayJsonFile   *file,
         WayJsonEntry  *entry,
         JsonNode      *node,
         GError       **error)
{
  const char *id;

  if (!is_of (node, G_TYPE_STRING))
    return way_json_entry_fail (entry, "id", error, "%s", type_problem (node));
  id = json_node_get_string (node);
  if (!way_id_is_valid (id))
    return way_json_entry_fail (entry, "id", error, "%s",
                                _("is not an id: 1 to 64 letters A–Z, digits, dots, dashes and underscores"));
  entry->id = g_strdup (id);
  way_record_set_id (entry->record, id);
  if (!g_hash_table_insert (file->by_id, entry->id, entry))
    return way_json_entry_fail (entry, "id", error, "%s", _("is the id of another record of this file too"));
  return TRUE;
}

/* A record that is written as one value. */
static gboolean
load_bare (WayJsonEntry  *entry,
           JsonNode      *node,
           GError       **error)
{
  const WayKindInfo *info = way_record_get_info (entry->record);

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & WAY_FIELD_LIST_VALUE) != 0)
      return load_value (entry, i, node, error);
  g_return_val_if_reached (FALSE);
}

static gboolean
is_bare (const WayKindInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & WAY_FIELD_LIST_VALUE) != 0)
      return TRUE;
  return FALSE;
}

/* Which lists a map has depends on its kind: without one there is no telling. */
static gboolean
has_known_kind (WayJsonEntry  *entry,
                GError       **error)
{
  const WayKindInfo *info = way_record_get_info (entry->record);
  const char *kind;

  if (info->kind != WAY_KIND_MAP)
    return TRUE;
  kind = way_record_get_text (entry->record, WAY_MAP_KIND);
  if (kind == NULL)
    return way_json_entry_fail (entry, "kind", error, "%s", _("is missing"));
  return g_strv_contains (info->fields[WAY_MAP_KIND].choices, kind) ||
         way_json_entry_fail (entry, "kind", error, "%s", _("is not one of the words that are known here"));
}

static gboolean
load_record (WayJsonFile   *file,
             WayJsonEntry  *entry,
             JsonNode      *node,
             GError       **error)
{
  const WayKindInfo *info = way_record_get_info (entry->record);
  JsonObject *object;

  if (is_bare (info))
    return load_bare (entry, node, error);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return way_json_entry_fail (entry, entry->list, error, "%s", _("is not an object"));
  object = json_node_get_object (node);
  if (!info->anonymous && info->kind != WAY_KIND_WORKSPACE && json_object_has_member (object, "id") &&
      !load_id (file, entry, json_object_get_member (object, "id"), error))
    return FALSE;
  return load_fields (file, entry, object, NULL, error) && has_known_kind (entry, error) &&
         (info->kind == WAY_KIND_WORKSPACE || load_lists (file, entry, info, object, error));
}

static WayJsonEntry *
add_entry (WayJsonFile  *file,
           WayKind       kind,
           WayJsonEntry *holder,
           const char   *list,
           guint         index)
{
  WayJsonEntry *entry = g_new0 (WayJsonEntry, 1);

  entry->record = way_record_new (kind, "", NULL);   /* its id is settled when all are known */
  entry->holder = holder;
  entry->list = list;
  entry->index = index;
  entry->length = -1;
  g_ptr_array_add (file->entries, entry);
  return entry;
}

static gboolean
load_list (WayJsonFile        *file,
           WayJsonEntry       *holder,
           const WayChildren  *children,
           JsonNode           *node,
           GError            **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      if (holder != NULL)
        return way_json_entry_fail (holder, children->key, error, "%s", _("is not a list"));
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("The value of \"%s\" is not a list."), children->key);
      return FALSE;
    }
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!load_record (file, add_entry (file, children->kind, holder, children->key, i), json_array_get_element (array, i), error))
      return FALSE;
  return TRUE;
}

/* Loads the lists that @holder, or the whole file, may have. A list that only another kind of map has is not known here. */
static gboolean
load_lists (WayJsonFile        *file,
            WayJsonEntry       *holder,
            const WayKindInfo  *info,
            JsonObject         *object,
            GError            **error)
{
  const char *kind = info->kind == WAY_KIND_MAP ? way_record_get_text (holder->record, WAY_MAP_KIND) : NULL;
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < info->n_children; i++)
    {
      const WayChildren *children = &info->children[i];

      if (!json_object_has_member (object, children->key) ||
          (children->only_for != NULL && g_strcmp0 (children->only_for, kind) != 0))
        continue;
      g_hash_table_add (taken, (gpointer) children->key);
      if (!load_list (file, holder, children, json_object_get_member (object, children->key), error))
        return FALSE;
    }
  for (guint i = 0; i < info->n_children; i++)
    if (json_object_has_member (object, info->children[i].key) && !g_hash_table_contains (taken, info->children[i].key))
      note_unknown (file, holder, NULL, info->children[i].key);
  return TRUE;
}

static void
note_unknown_lists (WayJsonFile *file,
                    JsonObject  *root)
{
  const WayKindInfo *info = way_kind_get_info (WAY_KIND_WORKSPACE);
  JsonObjectIter iter;
  const char *key;

  json_object_iter_init_ordered (&iter, root);
  while (json_object_iter_next_ordered (&iter, &key, NULL))
    if (!g_str_equal (key, "waymark") && !g_str_equal (key, "workspace") && !is_list_name (info, key))
      note_unknown (file, NULL, NULL, key);
}

/**
 * way_json_file_load:
 * @file: an empty file
 * @root: the JSON object
 * @error: which record or key is not as it should be
 *
 * Makes a record of each object, in the order of the file, and notes the keys that nobody knows.
 *
 * Returns: whether all of it has the shape of Waymark JSON
 */
gboolean
way_json_file_load (WayJsonFile   *file,
                    JsonObject    *root,
                    GError       **error)
{
  note_unknown_lists (file, root);
  if (json_object_has_member (root, "workspace") &&
      !load_record (file, add_entry (file, WAY_KIND_WORKSPACE, NULL, "workspace", 0),
                    json_object_get_member (root, "workspace"), error))
    return FALSE;
  return load_lists (file, NULL, way_kind_get_info (WAY_KIND_WORKSPACE), root, error);
}
