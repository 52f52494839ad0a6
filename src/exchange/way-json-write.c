/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace, or one map of it, as Waymark JSON for one audience. */
#include "exchange/way-json-write.h"

#include "base/way-i18n.h"
#include "exchange/way-json-read.h"
#include "exchange/way-json-scope.h"
#include "exchange/way-json-text.h"
#include "model/way-schema.h"

typedef struct
{
  WayLens *lens;
  GHashTable *scope;          /* nullable: the ids of what is written, where that is not everything */
  WayJsonText *out;
} Writer;

static gboolean write_lists (Writer *self, const WayKindInfo *info, WayRecord *holder, GError **error);

static void
write_texts (Writer          *self,
             const WayField  *field,
             GStrv            texts)
{
  gboolean named = field->type == WAY_FIELD_NAMED_TEXTS;

  way_json_text_begin (self->out, field->name, named ? '{' : '[');
  for (guint i = 0; texts[i] != NULL; i += named ? 2 : 1)
    if (named)
      way_json_text_add_text (self->out, texts[i], texts[i + 1]);
    else
      way_json_text_add_text (self->out, NULL, texts[i]);
  way_json_text_end (self->out);
}

static void
write_value (Writer          *self,
             const char      *key,
             const WayField  *field,
             const WayValue  *value)
{
  switch (value->type)
    {
    case WAY_VALUE_TEXT:
      way_json_text_add_text (self->out, key, value->text);
      break;
    case WAY_VALUE_NUMBER:
      way_json_text_add_number (self->out, key, value->number);
      break;
    case WAY_VALUE_TRUTH:
      way_json_text_add_truth (self->out, key, value->truth);
      break;
    case WAY_VALUE_TEXTS:
      write_texts (self, field, value->texts);
      break;
    case WAY_VALUE_NONE:
    default:
      break;
    }
}

/* Whether a field refers to something that stays behind, as the map that a map is based on does. */
static gboolean
leads_out (Writer    *self,
           WayRecord *record,
           guint      field)
{
  const WayField *reference = &way_record_get_info (record)->fields[field];

  return self->scope != NULL && reference->type == WAY_FIELD_REFERENCE && (reference->flags & WAY_FIELD_REQUIRED) == 0 &&
         !g_hash_table_contains (self->scope, way_record_get_text (record, field));
}

/* Fields that sit in an object of their own follow each other in the table. */
static void
write_fields (Writer    *self,
              WayRecord *record)
{
  const WayKindInfo *info = way_record_get_info (record);
  const char *object = NULL;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const WayField *field = &info->fields[i];

      if (!way_record_has (record, i) || leads_out (self, record, i))
        continue;
      if (object != NULL && g_strcmp0 (field->object, object) != 0)
        {
          way_json_text_end (self->out);
          object = NULL;
        }
      if (object == NULL && field->object != NULL)
        {
          object = field->object;
          way_json_text_begin (self->out, object, '{');
        }
      write_value (self, field->name, field, way_record_get_value (record, i));
    }
  if (object != NULL)
    way_json_text_end (self->out);
}

static gboolean
write_bare (Writer    *self,
            WayRecord *record)
{
  const WayKindInfo *info = way_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & WAY_FIELD_LIST_VALUE) != 0)
      {
        write_value (self, NULL, &info->fields[i], way_record_get_value (record, i));
        return TRUE;
      }
  return FALSE;
}

static gboolean
write_record (Writer     *self,
              WayRecord  *record,
              GError    **error)
{
  const WayKindInfo *info = way_record_get_info (record);

  if (write_bare (self, record))
    return TRUE;
  way_json_text_begin (self->out, NULL, '{');
  if (!info->anonymous)
    way_json_text_add_text (self->out, "id", way_record_get_id (record));
  write_fields (self, record);
  if (!write_lists (self, info, record, error))
    return FALSE;
  way_json_text_end (self->out);
  return way_json_text_flush (self->out, FALSE, error);
}

static gboolean
write_list (Writer             *self,
            const WayChildren  *children,
            const char         *within,
            GError            **error)
{
  g_autoptr (GPtrArray) records = way_lens_list (self->lens, children->kind, within, error);
  gboolean begun = FALSE;

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      WayRecord *record = g_ptr_array_index (records, i);

      if (self->scope != NULL && !g_hash_table_contains (self->scope, way_record_get_id (record)))
        continue;
      if (!begun)
        way_json_text_begin (self->out, children->key, '[');
      begun = TRUE;
      if (!write_record (self, record, error))
        return FALSE;
    }
  if (begun)
    way_json_text_end (self->out);
  return TRUE;
}

static gboolean
write_lists (Writer             *self,
             const WayKindInfo  *info,
             WayRecord          *holder,
             GError            **error)
{
  const char *kind = info->kind == WAY_KIND_MAP ? way_record_get_text (holder, WAY_MAP_KIND) : NULL;

  for (guint i = 0; i < info->n_children; i++)
    if (info->children[i].only_for == NULL || g_strcmp0 (info->children[i].only_for, kind) == 0)
      if (!write_list (self, &info->children[i], holder != NULL ? way_record_get_id (holder) : NULL, error))
        return FALSE;
  return TRUE;
}

static gboolean
write_workspace (Writer  *self,
                 GError **error)
{
  g_autoptr (GPtrArray) records = way_lens_list (self->lens, WAY_KIND_WORKSPACE, NULL, error);
  gboolean empty = TRUE;

  if (records == NULL)
    return FALSE;
  for (guint i = 0; records->len > 0 && i < WAY_WORKSPACE_N_FIELDS; i++)
    empty = empty && !way_record_has (records->pdata[0], i);
  if (empty)
    return TRUE;
  way_json_text_begin (self->out, "workspace", '{');
  write_fields (self, records->pdata[0]);
  way_json_text_end (self->out);
  return TRUE;
}

/**
 * way_json_write:
 * @lens: what to write
 * @map_id: (nullable): a map, to be written with what it refers to and the evidence on it; %NULL for the whole workspace
 * @stream: where it goes
 * @cancellable: (nullable): stops it
 * @error: what went wrong in reading or writing
 *
 * Writes Waymark JSON (docs/interchange.md). What the audience of @lens may not see is not in it, and nothing refers to it.
 *
 * Returns: whether all of it was written
 */
gboolean
way_json_write (WayLens        *lens,
                const char     *map_id,
                GOutputStream  *stream,
                GCancellable   *cancellable,
                GError        **error)
{
  g_autoptr (WayJsonText) out = way_json_text_new (stream, cancellable);
  g_autoptr (GHashTable) scope = NULL;
  Writer self = { .lens = lens, .out = out };

  if (map_id != NULL && (scope = way_json_scope_new (lens, map_id, error)) == NULL)
    return FALSE;
  self.scope = scope;
  way_json_text_begin (out, NULL, '{');
  way_json_text_add_number (out, "waymark", WAY_JSON_VERSION);
  if (scope == NULL && !write_workspace (&self, error))
    return FALSE;
  if (!write_lists (&self, way_kind_get_info (WAY_KIND_WORKSPACE), NULL, error))
    return FALSE;
  way_json_text_end (out);
  return way_json_text_flush (out, TRUE, error);
}
