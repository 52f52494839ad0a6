/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records in memory, with the rules of the workspace: references lead somewhere, and what needs a dropped record goes with it. */
#include "way-memory-records.h"

#include <math.h>

struct _WayMemoryRecords
{
  GObject parent_instance;

  GHashTable *records;        /* id → WayRecord, sealed */
  GHashTable *lists;          /* "kind within" → GPtrArray of WayRecord, in order; nullable: made when asked for */
};

static void records_init (WayRecordsInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WayMemoryRecords, way_memory_records, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (WAY_TYPE_RECORDS, records_init))

static gboolean
memory_read (WayRecords  *records,
             WayKind      kind,
             const char  *id,
             WayRecord  **record,
             GError     **error)
{
  WayRecord *found = id != NULL ? g_hash_table_lookup (WAY_MEMORY_RECORDS (records)->records, id) : NULL;

  *record = found != NULL && way_record_get_kind (found) == kind ? g_object_ref (found) : NULL;
  return TRUE;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  WayRecord *one = *(WayRecord *const *) a, *other = *(WayRecord *const *) b;
  int by_holder = g_strcmp0 (way_record_get_within (one), way_record_get_within (other));
  double position = way_record_get_position (one), position_of_other = way_record_get_position (other);

  if (by_holder != 0)
    return by_holder;
  if (position != position_of_other)
    return position < position_of_other ? -1 : 1;
  return g_strcmp0 (way_record_get_id (one), way_record_get_id (other));
}

static char *
list_name (WayKind     kind,
           const char *within)
{
  return g_strdup_printf ("%d %s", kind, within != NULL ? within : "");
}

static void
add_to_list (WayMemoryRecords *self,
             WayRecord        *record,
             const char       *within)
{
  g_autofree char *name = list_name (way_record_get_kind (record), within);
  GPtrArray *list = g_hash_table_lookup (self->lists, name);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->lists, g_steal_pointer (&name), list);
    }
  g_ptr_array_add (list, g_object_ref (record));
}

static void
ensure_lists (WayMemoryRecords *self)
{
  GHashTableIter iter;
  gpointer value;

  if (self->lists != NULL)
    return;
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      add_to_list (self, value, NULL);
      if (way_record_get_within (value) != NULL)
        add_to_list (self, value, way_record_get_within (value));
    }
  g_hash_table_iter_init (&iter, self->lists);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_sort (value, compare);
}

static GPtrArray *
memory_list (WayRecords  *records,
             WayKind      kind,
             const char  *within,
             GError     **error)
{
  WayMemoryRecords *self = WAY_MEMORY_RECORDS (records);
  g_autofree char *name = list_name (kind, within);
  GPtrArray *list, *copy = g_ptr_array_new_with_free_func (g_object_unref);

  ensure_lists (self);
  list = g_hash_table_lookup (self->lists, name);
  for (guint i = 0; list != NULL && i < list->len; i++)
    g_ptr_array_add (copy, g_object_ref (g_ptr_array_index (list, i)));
  return copy;
}

static GPtrArray *
memory_list_by (WayRecords  *records,
                WayKind      kind,
                guint        field,
                const char  *id,
                GError     **error)
{
  g_autoptr (GPtrArray) all = memory_list (records, kind, NULL, error);
  GPtrArray *some = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (way_record_get_text (g_ptr_array_index (all, i), field), id) == 0)
      g_ptr_array_add (some, g_object_ref (g_ptr_array_index (all, i)));
  return some;
}

static gboolean
memory_count (WayRecords  *records,
              WayKind      kind,
              guint       *count,
              GError     **error)
{
  g_autoptr (GPtrArray) all = memory_list (records, kind, NULL, error);

  *count = all->len;
  return TRUE;
}

static gboolean
memory_find_kind (WayRecords  *records,
                  const char  *id,
                  WayKind     *kind,
                  GError     **error)
{
  WayRecord *found = g_hash_table_lookup (WAY_MEMORY_RECORDS (records)->records, id);

  *kind = found != NULL ? way_record_get_kind (found) : WAY_KIND_NONE;
  return TRUE;
}

static void
records_init (WayRecordsInterface *iface)
{
  iface->read = memory_read;
  iface->list = memory_list;
  iface->list_by = memory_list_by;
  iface->count = memory_count;
  iface->find_kind = memory_find_kind;
}

static void
way_memory_records_finalize (GObject *object)
{
  WayMemoryRecords *self = WAY_MEMORY_RECORDS (object);

  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->records, g_hash_table_unref);

  G_OBJECT_CLASS (way_memory_records_parent_class)->finalize (object);
}

static void
way_memory_records_class_init (WayMemoryRecordsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_memory_records_finalize;
}

static void
way_memory_records_init (WayMemoryRecords *self)
{
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

WayMemoryRecords *
way_memory_records_new (void)
{
  return g_object_new (WAY_TYPE_MEMORY_RECORDS, NULL);
}

/* One edit on its way in: what it has put and dropped so far. */
typedef struct
{
  WayMemoryRecords *self;
  WayChanges *changes;
  GHashTable *last;           /* "kind within" → the last position given out, as a new double */
  GHashTable *ids;            /* of the records that were put */
} Commit;

static void
store (Commit    *commit,
       WayRecord *record)
{
  GHashTable *records = commit->self->records;
  const char *id = way_record_get_id (record);
  gboolean known = g_hash_table_contains (records, id);

  way_record_seal (record);
  g_hash_table_insert (records, g_strdup (id), g_object_ref (record));
  way_changes_add (commit->changes, known ? WAY_CHANGE_CHANGED : WAY_CHANGE_ADDED, way_record_get_kind (record), id,
                   way_record_get_within (record));
}

static double
last_position (Commit     *commit,
               WayKind     kind,
               const char *within)
{
  GHashTableIter iter;
  gpointer value;
  double last = -1;

  g_hash_table_iter_init (&iter, commit->self->records);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (way_record_get_kind (value) == kind && g_strcmp0 (way_record_get_within (value), within) == 0)
      last = MAX (last, way_record_get_position (value));
  return last;
}

static gboolean
put (Commit     *commit,
     WayRecord  *record,
     GError    **error)
{
  WayRecord *old = g_hash_table_lookup (commit->self->records, way_record_get_id (record));
  g_autoptr (WayRecord) placed = g_object_ref (record);

  if (!way_record_check (record, error))
    return FALSE;
  if (old != NULL && way_record_get_kind (old) != way_record_get_kind (record))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_EXISTS, "“%s” is the id of another record.", way_record_get_id (record));
      return FALSE;
    }
  if (isinf (way_record_get_position (record)))
    {
      WayKind kind = way_record_get_kind (record);
      g_autofree char *list = list_name (kind, way_record_get_within (record));
      double *last = g_hash_table_lookup (commit->last, list);

      if (last == NULL)
        {
          last = g_new (double, 1);
          *last = last_position (commit, kind, way_record_get_within (record));
          g_hash_table_insert (commit->last, g_steal_pointer (&list), last);
        }
      g_object_unref (placed);
      placed = way_record_copy (record);
      way_record_set_position (placed, *last += 1);
    }
  store (commit, placed);
  g_hash_table_add (commit->ids, g_strdup (way_record_get_id (record)));
  return TRUE;
}

static void drop (Commit *commit, const char *id);

/* What happens to a record that refers to one that went: it goes too, or lives on without the reference. */
static void
let_go (Commit     *commit,
        WayRecord  *record,
        const char *id)
{
  const WayKindInfo *info = way_record_get_info (record);
  g_autoptr (WayRecord) copy = NULL;

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (info->fields[i].type != WAY_FIELD_REFERENCE || g_strcmp0 (way_record_get_text (record, i), id) != 0)
        continue;
      if ((info->fields[i].flags & WAY_FIELD_REQUIRED) != 0 || info->kind == WAY_KIND_EVIDENCE)
        {
          drop (commit, way_record_get_id (record));
          return;
        }
      if (copy == NULL)
        copy = way_record_copy (record);
      way_record_clear (copy, i);
    }
  if (copy != NULL)
    store (commit, copy);
}

static void
drop (Commit     *commit,
      const char *dropped)
{
  WayRecord *old = g_hash_table_lookup (commit->self->records, dropped);
  g_autofree char *id = g_strdup (dropped);
  g_autoptr (GPtrArray) all = NULL;

  if (old == NULL)
    return;
  way_changes_add (commit->changes, WAY_CHANGE_REMOVED, way_record_get_kind (old), id, way_record_get_within (old));
  g_hash_table_remove (commit->self->records, id);
  all = g_hash_table_get_values_as_ptr_array (commit->self->records);
  g_ptr_array_foreach (all, (GFunc) (GCallback) g_object_ref, NULL);
  g_ptr_array_set_free_func (all, g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      WayRecord *record = g_ptr_array_index (all, i);

      if (g_hash_table_lookup (commit->self->records, way_record_get_id (record)) != record)
        continue;
      if (g_strcmp0 (way_record_get_within (record), id) == 0)
        drop (commit, way_record_get_id (record));
      else
        let_go (commit, record, id);
    }
}

static gboolean
leads_somewhere (Commit      *commit,
                 WayRecord   *record,
                 const char  *key,
                 const char  *id,
                 guint64      kinds,
                 GError     **error)
{
  WayRecord *target = g_hash_table_lookup (commit->self->records, id);

  if (target != NULL && (kinds & G_GUINT64_CONSTANT (1) << way_record_get_kind (target)) != 0)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, "%s “%s”, %s: there is no “%s”.",
               way_kind_get_label (way_record_get_kind (record)), way_record_get_id (record), key, id);
  return FALSE;
}

static gboolean
check_references (Commit     *commit,
                  WayRecord  *record,
                  GError    **error)
{
  const WayKindInfo *info = way_record_get_info (record);

  if (info->within != WAY_KIND_NONE && !leads_somewhere (commit, record, "within", way_record_get_within (record),
                                                         G_GUINT64_CONSTANT (1) << info->within, error))
    return FALSE;
  for (guint i = 0; i < info->n_fields; i++)
    {
      const WayField *field = &info->fields[i];
      guint64 kinds = field->target != WAY_KIND_NONE ? G_GUINT64_CONSTANT (1) << field->target : field->targets;

      if (field->type == WAY_FIELD_REFERENCE && way_record_has (record, i) &&
          !leads_somewhere (commit, record, field->name, way_record_get_text (record, i), kinds, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run (Commit   *commit,
     WayEdit  *edit,
     GError  **error)
{
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < way_edit_get_length (edit); i++)
    {
      const WayEditOperation *operation = way_edit_get_operation (edit, i);

      if (operation->put == NULL)
        drop (commit, operation->id);
      else if (!put (commit, operation->put, error))
        return FALSE;
    }
  g_hash_table_iter_init (&iter, commit->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      WayRecord *record = g_hash_table_lookup (commit->self->records, id);

      if (record != NULL && !check_references (commit, record, error))
        return FALSE;
    }
  return TRUE;
}

static GHashTable *
copy_records (GHashTable *records)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  GHashTableIter iter;
  gpointer id, record;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &id, &record))
    g_hash_table_insert (copy, g_strdup (id), g_object_ref (record));
  return copy;
}

/**
 * way_memory_records_apply:
 * @self: the records
 * @edit: what to change
 * @error: which rule it breaks
 *
 * Returns: whether all of @edit was done; else none of it was
 */
gboolean
way_memory_records_apply (WayMemoryRecords  *self,
                          WayEdit           *edit,
                          GError           **error)
{
  g_autoptr (GHashTable) before = copy_records (self->records);
  g_autoptr (WayChanges) changes = way_changes_new ();
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Commit commit = { .self = self, .changes = changes, .last = last, .ids = ids };
  gboolean done = run (&commit, edit, error);

  if (!done)
    {
      g_hash_table_unref (self->records);
      self->records = g_steal_pointer (&before);
    }
  g_clear_pointer (&self->lists, g_hash_table_unref);
  if (done)
    way_records_emit_changed (WAY_RECORDS (self), changes);
  return done;
}
