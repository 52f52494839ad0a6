/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map as a template for other maps: how it is built, and nothing that anybody said, felt or found out. What goes into it is listed
 * here field by field, so that a field that is new in the format stays out until somebody decides. */
#include "exchange/way-json-template.h"

#include "base/way-error.h"
#include "base/way-i18n.h"
#include "exchange/way-json-read.h"
#include "exchange/way-json-text.h"
#include "model/way-schema.h"

/* Of one kind of record: which fields, -1 after the last. Ids are made anew, as they may be words too. */
typedef struct
{
  WayKind kind;
  const char *key;            /* of the list */
  gboolean contents;          /* only where what stands on the map is wanted too */
  int fields[5];
} Part;

static const Part parts[] = {
  { WAY_KIND_STAGE, "stages", FALSE, { WAY_STAGE_TITLE, -1 } },
  { WAY_KIND_LANE, "lanes", FALSE, { WAY_LANE_KIND, WAY_LANE_TITLE, -1 } },
  { WAY_KIND_CARD, "cards", TRUE, { WAY_CARD_LANE, WAY_CARD_STAGE, WAY_CARD_TEXT, -1 } },
  { WAY_KIND_STEP, "steps", TRUE, { WAY_STEP_LANE, WAY_STEP_KIND, WAY_STEP_TITLE, -1 } },
  { WAY_KIND_LINK, "links", TRUE, { WAY_LINK_FROM, WAY_LINK_TO, WAY_LINK_KIND, WAY_LINK_LABEL, -1 } },
};

/* Cards of these lanes are somebody's thoughts, or what was found out. */
static gboolean
is_of_people (GHashTable *lanes,
              WayRecord  *card)
{
  const char *kind = g_hash_table_lookup (lanes, way_record_get_text (card, WAY_CARD_LANE));

  return g_strcmp0 (kind, "thinking") == 0 || g_strcmp0 (kind, "feeling") == 0 || g_strcmp0 (kind, "evidence") == 0;
}

static void
write_record (WayJsonText *out,
              const Part  *part,
              WayRecord   *record,
              GHashTable  *ids)
{
  way_json_text_begin (out, NULL, '{');
  way_json_text_add_text (out, "id", g_hash_table_lookup (ids, way_record_get_id (record)));
  for (guint i = 0; part->fields[i] >= 0; i++)
    {
      const WayField *field = &way_kind_get_info (part->kind)->fields[part->fields[i]];
      const char *text = way_record_get_text (record, part->fields[i]);

      if (text != NULL && field->type == WAY_FIELD_REFERENCE)
        text = g_hash_table_lookup (ids, text);
      if (text != NULL)
        way_json_text_add_text (out, field->name, text);
    }
  way_json_text_end (out);
}

static gboolean
write_part (WayJsonText  *out,
            const Part   *part,
            WayRecords   *records,
            const char   *map_id,
            GHashTable   *ids,
            GHashTable   *lanes,
            GError      **error)
{
  g_autoptr (GPtrArray) all = way_records_list (records, part->kind, map_id, error);

  if (all == NULL)
    return FALSE;
  if (all->len == 0)
    return TRUE;
  way_json_text_begin (out, part->key, '[');
  for (guint i = 0; i < all->len; i++)
    {
      const char *id = way_record_get_id (all->pdata[i]);

      if (part->kind == WAY_KIND_CARD && is_of_people (lanes, all->pdata[i]))
        continue;
      g_hash_table_insert (ids, g_strdup (id), g_strdup_printf ("%s-%u", way_kind_get_info (part->kind)->name, i + 1));
      if (part->kind == WAY_KIND_LANE)
        g_hash_table_insert (lanes, g_strdup (id), g_strdup (way_record_get_text (all->pdata[i], WAY_LANE_KIND)));
      write_record (out, part, all->pdata[i], ids);
    }
  way_json_text_end (out);
  return way_json_text_flush (out, FALSE, error);
}

/**
 * way_json_template_write:
 * @records: where the map is
 * @map_id: a map
 * @title: what the template is called, and maps made from it
 * @contents: whether cards, or steps and links, go along; never those that are thoughts or evidence
 * @error: where a #WayError goes
 *
 * Returns: (transfer full) (nullable): the template, as a file in the interchange format
 */
GBytes *
way_json_template_write (WayRecords  *records,
                         const char  *map_id,
                         const char  *title,
                         gboolean     contents,
                         GError     **error)
{
  g_autoptr (WayRecord) map = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (WayJsonText) out = way_json_text_new (stream, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) lanes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!way_records_read (records, WAY_KIND_MAP, map_id, &map, error))
    return NULL;
  if (map == NULL)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("The map is gone."));
      return NULL;
    }
  way_json_text_begin (out, NULL, '{');
  way_json_text_add_number (out, "waymark", WAY_JSON_VERSION);
  way_json_text_begin (out, "maps", '[');
  way_json_text_begin (out, NULL, '{');
  way_json_text_add_text (out, "id", "map-1");
  way_json_text_add_text (out, "kind", way_record_get_text (map, WAY_MAP_KIND));
  way_json_text_add_text (out, "title", title);
  if (way_record_get_text (map, WAY_MAP_QUESTION) != NULL)
    way_json_text_add_text (out, "question", way_record_get_text (map, WAY_MAP_QUESTION));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if ((contents || !parts[i].contents) && !write_part (out, &parts[i], records, map_id, ids, lanes, error))
      return NULL;
  way_json_text_end (out);
  way_json_text_end (out);
  way_json_text_end (out);
  if (!way_json_text_flush (out, TRUE, error) || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* A workspace with nothing in it, to read something for no workspace. */
typedef struct
{
  GObject parent_instance;
} WayNothing;
typedef GObjectClass WayNothingClass;

static GType way_nothing_get_type (void);
static void way_nothing_records_init (WayRecordsInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WayNothing, way_nothing, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (WAY_TYPE_RECORDS, way_nothing_records_init))

static gboolean
way_nothing_read (WayRecords  *records,
                  WayKind      kind,
                  const char  *id,
                  WayRecord  **record,
                  GError     **error)
{
  *record = NULL;
  return TRUE;
}

static GPtrArray *
way_nothing_list (WayRecords  *records,
                  WayKind      kind,
                  const char  *within,
                  GError     **error)
{
  return g_ptr_array_new ();
}

static GPtrArray *
way_nothing_list_by (WayRecords  *records,
                     WayKind      kind,
                     guint        field,
                     const char  *id,
                     GError     **error)
{
  return g_ptr_array_new ();
}

static gboolean
way_nothing_count (WayRecords  *records,
                   WayKind      kind,
                   guint       *count,
                   GError     **error)
{
  *count = 0;
  return TRUE;
}

static gboolean
way_nothing_find_kind (WayRecords  *records,
                       const char  *id,
                       WayKind     *kind,
                       GError     **error)
{
  *kind = WAY_KIND_NONE;
  return TRUE;
}

static void
way_nothing_records_init (WayRecordsInterface *iface)
{
  iface->read = way_nothing_read;
  iface->list = way_nothing_list;
  iface->list_by = way_nothing_list_by;
  iface->count = way_nothing_count;
  iface->find_kind = way_nothing_find_kind;
}

static void
way_nothing_class_init (WayNothingClass *klass)
{
}

static void
way_nothing_init (WayNothing *self)
{
}

static gboolean
is_of_a_template (WayKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].kind == kind)
      return TRUE;
  return FALSE;
}

/**
 * way_json_template_dup_title:
 * @bytes: what is in a file
 *
 * Returns: (transfer full) (nullable): the title of the template that it is, or %NULL where it is none: not one map, or with more in it
 *   than belongs into a template
 */
char *
way_json_template_dup_title (GBytes *bytes)
{
  g_autoptr (GObject) nothing = g_object_new (way_nothing_get_type (), NULL);
  g_autoptr (WayEdit) edit = way_json_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), WAY_RECORDS (nothing), FALSE, NULL, NULL);
  const char *title = NULL;
  guint n_maps = 0;

  for (guint i = 0; edit != NULL && i < way_edit_get_length (edit); i++)
    {
      WayRecord *record = way_edit_get_operation (edit, i)->put;
      WayKind kind = record != NULL ? way_record_get_kind (record) : WAY_KIND_NONE;

      if (kind == WAY_KIND_MAP)
        {
          title = way_record_get_text (record, WAY_MAP_TITLE);
          n_maps++;
        }
      else if (!is_of_a_template (kind))
        return NULL;
    }
  return n_maps == 1 ? g_strdup (title) : NULL;
}
