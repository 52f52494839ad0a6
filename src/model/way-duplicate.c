/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A second map like the first: everything that it holds under new ids, and the same evidence on it. */
#include "model/way-duplicate.h"

#include "base/way-i18n.h"
#include "base/way-id.h"
#include "model/way-arrange.h"
#include "model/way-schema.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  WayRecords *records;
  GPtrArray *copies;          /* of WayRecord: not sealed, still with the references of the first */
  GHashTable *ids;            /* id of the first → id of its copy */
} WayDuplicate;

static void
way_duplicate_clear (WayDuplicate *self)
{
  g_ptr_array_unref (self->copies);
  g_hash_table_unref (self->ids);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WayDuplicate, way_duplicate_clear)

static WayRecord *
add_copy (WayDuplicate *self,
          WayRecord    *record)
{
  WayRecord *copy = way_record_copy (record);
  char *id = way_id_new ();

  way_record_set_id (copy, id);
  g_hash_table_insert (self->ids, g_strdup (way_record_get_id (record)), id);
  g_ptr_array_add (self->copies, copy);
  return copy;
}

static gboolean
add_all (WayDuplicate  *self,
         GPtrArray     *records)
{
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    add_copy (self, records->pdata[i]);
  return TRUE;
}

/* Copies what a record holds, and what that holds. */
static gboolean
add_held (WayDuplicate  *self,
          WayKind        holder,
          const char    *id,
          GError       **error)
{
  for (WayKind kind = WAY_KIND_WORKSPACE; kind < WAY_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) held = NULL;

      if (way_kind_get_info (kind)->within != holder)
        continue;
      held = way_records_list (self->records, kind, id, error);
      if (!add_all (self, held))
        return FALSE;
      for (guint i = 0; i < held->len && way_kind_get_info (kind)->n_children > 0; i++)
        if (!add_held (self, kind, way_record_get_id (held->pdata[i]), error))
          return FALSE;
    }
  return TRUE;
}

/* A copy is backed by the same stories as the first, and a tie is no copy of their words: what is withdrawn goes from both. */
static gboolean
add_evidence (WayDuplicate  *self,
              GError       **error)
{
  g_autofree const char **ids = (const char **) g_hash_table_get_keys_as_array (self->ids, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) ties = way_records_list_by (self->records, WAY_KIND_EVIDENCE, WAY_EVIDENCE_ON, ids[i], error);

      if (!add_all (self, ties))
        return FALSE;
    }
  return TRUE;
}

/* What leads to something that was copied leads to the copy; what leads elsewhere stays. */
static void
point_to_copies (WayDuplicate *self)
{
  for (guint i = 0; i < self->copies->len; i++)
    {
      WayRecord *copy = self->copies->pdata[i];
      const WayKindInfo *info = way_record_get_info (copy);
      const char *within = way_record_get_within (copy), *id;

      if (within != NULL && (id = g_hash_table_lookup (self->ids, within)) != NULL)
        way_record_set_within (copy, id);
      for (guint field = 0; field < info->n_fields; field++)
        if (info->fields[field].type == WAY_FIELD_REFERENCE && way_record_has (copy, field) &&
            (id = g_hash_table_lookup (self->ids, way_record_get_text (copy, field))) != NULL)
          way_record_set_text (copy, field, id);
    }
}

/* A copy of version 3 is the beginning of version 4; what comes after a version in words nobody can say. */
static void
step_version (WayRecord *map)
{
  const WayValue *version = way_record_get_value (map, WAY_MAP_VERSION);

  if (version->type == WAY_VALUE_NUMBER && version->number < 1e9)
    way_record_set_number (map, WAY_MAP_VERSION, version->number + 1);
  else
    way_record_clear (map, WAY_MAP_VERSION);
}

/* What the next version of a map is called: "2" comes after "1" and after a map that says nothing, "autumn (2)" after "autumn". */
static void
count_version (WayRecord *map)
{
  const WayValue *version = way_record_get_value (map, WAY_MAP_VERSION);
  const char *text = version->type == WAY_VALUE_TEXT ? version->text : NULL, *digits;
  g_autofree char *next = NULL;
  guint64 number;
  int length = 0;

  if (version->type == WAY_VALUE_NUMBER && version->number < 1e9)
    way_record_set_number (map, WAY_MAP_VERSION, version->number + 1);
  else if (text == NULL)
    way_record_set_number (map, WAY_MAP_VERSION, 2);
  else
    {
      for (digits = text + strlen (text); digits > text && g_ascii_isdigit (digits[-1]); digits--)
        ;
      if (*digits != '\0' && strlen (digits) < 9)
        next = g_strdup_printf ("%.*s%" G_GUINT64_FORMAT, (int) (digits - text), text, g_ascii_strtoull (digits, NULL, 10) + 1);
      else if ((digits = strrchr (text, '(')) != NULL && sscanf (digits, "(%8" G_GUINT64_FORMAT ")%n", &number, &length) == 1 &&
               length == (int) strlen (digits))
        next = g_strdup_printf ("%.*s(%" G_GUINT64_FORMAT ")", (int) (digits - text), text, number + 1);
      else
        next = g_strconcat (text, " (2)", NULL);
      way_record_set_text (map, WAY_MAP_VERSION, next);
    }
}

/* The other maps in order, and how many of them come up to and with the first. */
static GPtrArray *
list_maps (WayDuplicate  *self,
           const char    *map_id,
           guint         *index,
           GError       **error)
{
  GPtrArray *maps = way_records_list (self->records, WAY_KIND_MAP, NULL, error);

  for (guint i = 0; maps != NULL && i < maps->len; i++)
    if (g_str_equal (way_record_get_id (maps->pdata[i]), map_id))
      *index = i + 1;
  return maps;
}

/* Copies a map with all that it holds, and the evidence on it. */
static WayRecord *
copy_map (WayDuplicate  *self,
          const char    *map_id,
          GError       **error)
{
  g_autoptr (WayRecord) map = NULL;
  WayRecord *copy;

  if (!way_records_read (self->records, WAY_KIND_MAP, map_id, &map, error))
    return NULL;
  if (map == NULL)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("The map is not there any more."));
      return NULL;
    }
  copy = add_copy (self, map);
  if (!add_held (self, WAY_KIND_MAP, map_id, error) || !add_evidence (self, error))
    return NULL;
  point_to_copies (self);
  return copy;
}

/* Each copy says of what it is one, where its kind can. */
static void
base_on_first (WayDuplicate *self)
{
  GHashTableIter iter;
  gpointer first, copy;
  g_autoptr (GHashTable) firsts = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &first, &copy))
    g_hash_table_insert (firsts, copy, first);
  for (guint i = 0; i < self->copies->len; i++)
    {
      WayRecord *record = self->copies->pdata[i];
      const WayKindInfo *info = way_record_get_info (record);

      for (guint field = 0; field < info->n_fields; field++)
        if (g_str_equal (info->fields[field].name, "based_on"))
          way_record_set_text (record, field, g_hash_table_lookup (firsts, way_record_get_id (record)));
    }
}

/* The edit that puts the copies, with the map behind the first. */
static WayEdit *
make_edit (WayDuplicate  *self,
           const char    *map_id,
           const char    *label,
           char         **copy_id,
           GError       **error)
{
  g_autoptr (WayEdit) edit = way_edit_new (label);
  guint index = 0;
  g_autoptr (GPtrArray) maps = list_maps (self, map_id, &index, error);

  if (maps == NULL)
    return NULL;
  way_arrange_put (edit, self->copies->pdata[0], maps, index);
  for (guint i = 1; i < self->copies->len; i++)
    way_edit_put (edit, self->copies->pdata[i]);
  *copy_id = g_strdup (way_record_get_id (self->copies->pdata[0]));
  return g_steal_pointer (&edit);
}

/**
 * way_duplicate_map:
 * @records: a workspace
 * @map_id: one of its maps
 * @title: what the copy is called
 * @label: what the edit is called
 * @copy_id: (out) (transfer full): the id of the copy
 * @error: what went wrong in reading
 *
 * Makes an edit that puts a copy of a map after it, with copies of all that it holds. References inside the map lead to the copies,
 * and the evidence on it is on the copy too. A version that is a number is counted up; any other is left out.
 *
 * Returns: (transfer full) (nullable): the edit
 */
WayEdit *
way_duplicate_map (WayRecords  *records,
                   const char  *map_id,
                   const char  *title,
                   const char  *label,
                   char       **copy_id,
                   GError     **error)
{
  g_auto (WayDuplicate) self = { records, g_ptr_array_new_with_free_func (g_object_unref),
                                 g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  WayRecord *copy = copy_map (&self, map_id, error);

  if (copy == NULL)
    return NULL;
  way_record_set_text (copy, WAY_MAP_TITLE, title);
  step_version (copy);
  return make_edit (&self, map_id, label, copy_id, error);
}

/**
 * way_duplicate_version:
 * @records: a workspace
 * @map_id: one of its maps
 * @label: what the edit is called
 * @copy_id: (out) (transfer full): the id of the new version
 * @error: what went wrong in reading
 *
 * Makes an edit that puts a new version of a map after it, under the same title: everything that the map holds, flags too, answered or
 * not, because an answer is what the next version is made from. The version is counted on, "2" to "3" and "autumn" to "autumn (2)", and
 * each part of the new version is based on what it was in the first.
 *
 * Returns: (transfer full) (nullable): the edit
 */
WayEdit *
way_duplicate_version (WayRecords  *records,
                       const char  *map_id,
                       const char  *label,
                       char       **copy_id,
                       GError     **error)
{
  g_auto (WayDuplicate) self = { records, g_ptr_array_new_with_free_func (g_object_unref),
                                 g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  WayRecord *copy = copy_map (&self, map_id, error);

  if (copy == NULL)
    return NULL;
  count_version (copy);
  base_on_first (&self);
  return make_edit (&self, map_id, label, copy_id, error);
}
