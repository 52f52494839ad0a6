/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second half of the JSON reader: ids that are free in the workspace, references that lead somewhere, places in lists. */
#include "base/way-i18n.h"
#include "base/way-id.h"
#include "exchange/way-json-entry.h"
#include "model/way-schema.h"

#include <math.h>

static gboolean
settle_id (WayJsonFile   *file,
           WayJsonEntry  *entry,
           GError       **error)
{
  g_autofree char *fresh = NULL;
  WayKind kind = WAY_KIND_NONE;

  if (entry->id != NULL && !way_records_find_kind (file->target, entry->id, &kind, error))
    return FALSE;
  if (entry->id != NULL && kind == WAY_KIND_NONE)
    return TRUE;
  fresh = way_id_new ();
  way_record_set_id (entry->record, fresh);
  return TRUE;
}

static guint64
get_targets (const WayField *field)
{
  return field->target != WAY_KIND_NONE ? G_GUINT64_CONSTANT (1) << field->target : field->targets;
}

/* The holder of the thing that is referred to, in the workspace or, under its new id, in the file. */
static char *
dup_holder_of_target (WayJsonFile *file,
                      const char  *id,
                      WayKind      kind)
{
  WayJsonEntry *defined = g_hash_table_lookup (file->by_id, id);
  g_autoptr (WayRecord) record = NULL;

  if (defined != NULL)
    return defined->holder != NULL ? g_strdup (way_record_get_id (defined->holder->record)) : NULL;
  if (!way_records_read (file->target, kind, id, &record, NULL) || record == NULL)
    return NULL;
  return g_strdup (way_record_get_within (record));
}

/* A card stands in a lane of its own map, a check-in is about a participant of its own prototype: what is held by the same kind of
 * record must be held by the same one. */
static gboolean
is_near (WayJsonFile     *file,
         WayJsonEntry    *entry,
         const WayField  *field,
         const char      *id)
{
  WayKind holder_kind = field->target != WAY_KIND_NONE ? way_kind_get_info (field->target)->within : WAY_KIND_NONE;
  WayJsonEntry *holder = entry->holder;
  g_autofree char *of_target = NULL;

  /* What a step is based on is in another version of its map. */
  if (holder_kind == WAY_KIND_NONE || field->target == way_record_get_kind (entry->record))
    return TRUE;
  while (holder != NULL && way_record_get_kind (holder->record) != holder_kind)
    holder = holder->holder;
  if (holder == NULL)
    return TRUE;
  of_target = dup_holder_of_target (file, id, field->target);
  return g_strcmp0 (of_target, way_record_get_id (holder->record)) == 0;
}

static gboolean
settle_reference (WayJsonFile   *file,
                  WayJsonEntry  *entry,
                  guint          place,
                  GError       **error)
{
  const WayField *field = &way_record_get_info (entry->record)->fields[place];
  const char *id = way_record_get_text (entry->record, place);
  WayJsonEntry *defined = g_hash_table_lookup (file->by_id, id);
  WayKind kind = WAY_KIND_NONE;

  if (defined != NULL)
    kind = way_record_get_kind (defined->record);
  else if (way_id_is_valid (id) && !way_records_find_kind (file->target, id, &kind, error))
    return FALSE;
  if (kind == WAY_KIND_NONE)
    return way_json_entry_fail (entry, field->name, error, _("there is no record with the id “%.64s”"), id);
  if ((get_targets (field) & G_GUINT64_CONSTANT (1) << kind) == 0)
    return way_json_entry_fail (entry, field->name, error, _("“%s” is a %s, which cannot stand here"), id,
                                way_kind_get_label (kind));
  if (!is_near (file, entry, field, id))
    return way_json_entry_fail (entry, field->name, error, _("“%s” belongs to another %s"), id,
                                way_kind_get_label (way_kind_get_info (kind)->within));
  if (defined != NULL)
    {
      g_autofree char *settled = g_strdup (way_record_get_id (defined->record));

      way_record_set_text (entry->record, place, settled);
    }
  return TRUE;
}

/* The kinds of lane of a pathway follow those of a journey in the list of both. */
static gboolean
lane_fits_map (WayJsonEntry  *entry,
               GError       **error)
{
  const char *const *choices = way_record_get_info (entry->record)->fields[WAY_LANE_KIND].choices;
  const char *kind = way_record_get_text (entry->record, WAY_LANE_KIND);
  const char *map_kind = way_record_get_text (entry->holder->record, WAY_MAP_KIND);
  gboolean of_journey = FALSE;

  if (kind == NULL)
    return TRUE;
  for (guint i = 0; !g_str_equal (choices[i], "person"); i++)
    of_journey = of_journey || g_str_equal (choices[i], kind);
  return of_journey == g_str_equal (map_kind, "journey") ||
         way_json_entry_fail (entry, "kind", error, _("is not a lane of a map of the kind “%s”"), map_kind);
}

static gboolean
quote_fits_story (WayJsonEntry  *quote,
                  GError       **error)
{
  WayJsonEntry *story = quote->holder;
  const char *text = way_record_get_text (story->record, WAY_STORY_TEXT);

  if (story->length < 0)
    story->length = text != NULL ? g_utf8_strlen (text, -1) : 0;
  return way_record_get_number (quote->record, WAY_QUOTE_END) <= story->length ||
         way_json_entry_fail (quote, "end", error, _("lies outside the text of its story, which has %ld characters"),
                              story->length);
}

/* The record's own rules, told by the name that it has in the file. */
static gboolean
check (WayJsonEntry  *entry,
       GError       **error)
{
  g_autoptr (WayRecord) named = NULL;
  g_autofree char *name = NULL;

  if (way_record_check (entry->record, NULL))
    return TRUE;
  name = way_json_entry_dup_name (entry);
  named = way_record_copy (entry->record);
  way_record_set_id (named, name);
  return way_record_check (named, error);
}

static gboolean
settle_record (WayJsonFile   *file,
               WayJsonEntry  *entry,
               GError       **error)
{
  const WayKindInfo *info = way_record_get_info (entry->record);

  if (entry->holder != NULL)
    way_record_set_within (entry->record, way_record_get_id (entry->holder->record));
  if (!check (entry, error))
    return FALSE;
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == WAY_FIELD_REFERENCE && way_record_has (entry->record, i) &&
        !settle_reference (file, entry, i, error))
      return FALSE;
  if (info->kind == WAY_KIND_LANE)
    return lane_fits_map (entry, error);
  if (info->kind == WAY_KIND_QUOTE)
    return quote_fits_story (entry, error);
  return TRUE;
}

/* A theme may be part of another, and a map based on another, and not in a ring. Each record is walked over once. */
static gboolean
has_ends (WayJsonFile  *file,
          WayKind       kind,
          guint         field,
          GError      **error)
{
  const char *key = way_kind_get_info (kind)->fields[field].name;
  g_autoptr (GHashTable) members = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) walks = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < file->entries->len; i++)
    {
      WayJsonEntry *entry = g_ptr_array_index (file->entries, i);

      if (way_record_get_kind (entry->record) == kind)
        g_hash_table_insert (members, (gpointer) way_record_get_id (entry->record), entry);
    }
  for (guint i = 0; i < file->entries->len; i++)
    {
      WayJsonEntry *first = g_ptr_array_index (file->entries, i);
      WayJsonEntry *entry = way_record_get_kind (first->record) == kind ? first : NULL;
      WayJsonEntry *walked = entry != NULL ? g_hash_table_lookup (walks, way_record_get_id (entry->record)) : NULL;

      if (walked != NULL)
        continue;
      while (entry != NULL && g_hash_table_insert (walks, (gpointer) way_record_get_id (entry->record), first))
        {
          const char *next = way_record_get_text (entry->record, field);

          entry = next != NULL ? g_hash_table_lookup (members, next) : NULL;
          walked = entry != NULL ? g_hash_table_lookup (walks, way_record_get_id (entry->record)) : NULL;
          if (walked == first)
            return way_json_entry_fail (entry, key, error, _("leads back to the %s itself"), way_kind_get_label (kind));
          if (walked != NULL)
            break;
        }
    }
  return TRUE;
}

static gboolean
have_ends (WayJsonFile  *file,
           GError      **error)
{
  for (guint kind = 1; kind < WAY_N_KINDS; kind++)
    {
      const WayKindInfo *info = way_kind_get_info (kind);

      for (guint i = 0; i < info->n_fields; i++)
        if (info->fields[i].type == WAY_FIELD_REFERENCE && info->fields[i].target == kind && !has_ends (file, kind, i, error))
          return FALSE;
    }
  return TRUE;
}

/* The place after the last record of a list that no record holds, in the workspace. */
static gboolean
find_first_position (WayJsonFile  *file,
                     WayKind       kind,
                     double       *position,
                     GError      **error)
{
  g_autoptr (GPtrArray) there = way_records_list (file->target, kind, NULL, error);

  if (there == NULL)
    return FALSE;
  *position = there->len > 0 ? floor (way_record_get_position (there->pdata[there->len - 1])) + 1 : 0;
  return TRUE;
}

static gboolean
settle_positions (WayJsonFile  *file,
                  GError      **error)
{
  double first[WAY_N_KINDS];

  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    first[kind] = NAN;
  for (guint i = 0; i < file->entries->len; i++)
    {
      WayJsonEntry *entry = g_ptr_array_index (file->entries, i);
      WayKind kind = way_record_get_kind (entry->record);

      if (entry->holder != NULL || kind == WAY_KIND_WORKSPACE)
        way_record_set_position (entry->record, entry->index);
      else if (isnan (first[kind]) && !find_first_position (file, kind, &first[kind], error))
        return FALSE;
      else
        way_record_set_position (entry->record, first[kind] + entry->index);
    }
  return TRUE;
}

/* What the workspace says of itself stays: the file fills only what is empty there. */
static gboolean
settle_workspace (WayJsonFile  *file,
                  GError      **error)
{
  WayJsonEntry *entry = file->entries->len > 0 ? g_ptr_array_index (file->entries, 0) : NULL;
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (WayRecord) merged = NULL;

  if (entry == NULL || way_record_get_kind (entry->record) != WAY_KIND_WORKSPACE)
    return TRUE;
  there = way_records_list (file->target, WAY_KIND_WORKSPACE, NULL, error);
  if (there == NULL)
    return FALSE;
  if (there->len == 0)
    return TRUE;
  merged = way_record_copy (there->pdata[0]);
  for (guint i = 0; i < WAY_WORKSPACE_N_FIELDS; i++)
    if (!way_record_has (merged, i))
      way_record_set_text (merged, i, way_record_get_text (entry->record, i));
  if (way_record_equal (merged, there->pdata[0]))
    g_ptr_array_remove_index (file->entries, 0);
  else
    g_set_object (&entry->record, merged);
  return TRUE;
}

/**
 * way_json_file_settle:
 * @file: a file that was loaded
 * @error: which record and key breaks a rule
 *
 * Makes the records fit for the workspace: ids that are taken there are replaced, wherever they stand; each reference leads to a
 * record of the file or the workspace that may stand there; each record keeps the rules of its kind and has a place in its list.
 *
 * Returns: whether they all do
 */
gboolean
way_json_file_settle (WayJsonFile  *file,
                      GError      **error)
{
  for (guint i = 0; i < file->entries->len; i++)
    if (!settle_id (file, g_ptr_array_index (file->entries, i), error))
      return FALSE;
  for (guint i = 0; i < file->entries->len; i++)
    if (!settle_record (file, g_ptr_array_index (file->entries, i), error))
      return FALSE;
  return have_ends (file, error) && settle_positions (file, error) && settle_workspace (file, error);
}
