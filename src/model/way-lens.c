/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace as one audience may see it: the only way from the records to a scene or an exporter. */
#include "model/way-lens.h"

#include "base/way-text.h"

struct _WayLens
{
  GObject parent_instance;

  WayRecords *records;
  WayAudience audience;
  char *today;
  GHashTable *stories;        /* id of a story → whether the audience may see it; forgotten when a story changes */
};

G_DEFINE_FINAL_TYPE (WayLens, way_lens, G_TYPE_OBJECT)

static void
changed_cb (WayRecords *records,
            WayChanges *changes,
            WayLens    *self)
{
  g_hash_table_remove_all (self->stories);
}

static void
way_lens_finalize (GObject *object)
{
  WayLens *self = WAY_LENS (object);

  g_clear_object (&self->records);
  g_clear_pointer (&self->stories, g_hash_table_unref);
  g_free (self->today);

  G_OBJECT_CLASS (way_lens_parent_class)->finalize (object);
}

static void
way_lens_class_init (WayLensClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_lens_finalize;
}

static void
way_lens_init (WayLens *self)
{
  self->stories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * way_lens_new:
 * @records: where to read
 * @audience: who looks
 * @today: the day on which they look, YYYY-MM-DD: consent runs out
 *
 * Returns: (transfer full): a lens
 */
WayLens *
way_lens_new (WayRecords  *records,
              WayAudience  audience,
              const char  *today)
{
  WayLens *self = g_object_new (WAY_TYPE_LENS, NULL);

  self->records = g_object_ref (records);
  self->audience = audience;
  self->today = g_strdup (today);
  g_signal_connect_object (records, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  return self;
}

WayAudience
way_lens_get_audience (WayLens *self)
{
  return self->audience;
}

const char *
way_lens_get_today (WayLens *self)
{
  return self->today;
}

static gboolean
shows_story (WayLens   *self,
             WayRecord *story)
{
  return self->audience == WAY_AUDIENCE_DESK || way_story_get_widest_audience (story, self->today) >= self->audience;
}

static gboolean
shows_story_with_id (WayLens     *self,
                     const char  *id,
                     gboolean    *shown,
                     GError     **error)
{
  g_autoptr (WayRecord) story = NULL;
  gpointer known;

  if (g_hash_table_lookup_extended (self->stories, id, NULL, &known))
    {
      *shown = GPOINTER_TO_INT (known);
      return TRUE;
    }
  if (!way_records_read (self->records, WAY_KIND_STORY, id, &story, error))
    return FALSE;
  *shown = story != NULL && shows_story (self, story);
  g_hash_table_insert (self->stories, g_strdup (id), GINT_TO_POINTER (*shown));
  return TRUE;
}

static gboolean
shows_quote_with_id (WayLens     *self,
                     const char  *id,
                     gboolean    *shown,
                     GError     **error)
{
  g_autoptr (WayRecord) quote = NULL;

  if (!way_records_read (self->records, WAY_KIND_QUOTE, id, &quote, error))
    return FALSE;
  *shown = FALSE;
  return quote == NULL || shows_story_with_id (self, way_record_get_within (quote), shown, error);
}

/* Whether the audience may know of @record at all. A quote is as open as its story (evidence.md), and a tie to a story or quote that
 * is hidden is hidden: it would tell that there is one. */
static gboolean
shows (WayLens    *self,
       WayRecord  *record,
       gboolean   *shown,
       GError    **error)
{
  *shown = TRUE;
  if (self->audience == WAY_AUDIENCE_DESK)
    return TRUE;
  if (way_record_get_info (record)->team_only && self->audience > WAY_AUDIENCE_TEAM)
    {
      *shown = FALSE;
      return TRUE;
    }
  switch ((guint) way_record_get_kind (record))
    {
    case WAY_KIND_STORY:
      *shown = shows_story (self, record);
      return TRUE;
    case WAY_KIND_QUOTE:
      return shows_story_with_id (self, way_record_get_within (record), shown, error);
    case WAY_KIND_QUOTE_THEME:
      return shows_quote_with_id (self, way_record_get_within (record), shown, error);
    case WAY_KIND_EVIDENCE:
      if (way_record_has (record, WAY_EVIDENCE_QUOTE))
        return shows_quote_with_id (self, way_record_get_text (record, WAY_EVIDENCE_QUOTE), shown, error);
      return shows_story_with_id (self, way_record_get_text (record, WAY_EVIDENCE_STORY), shown, error);
    default:
      return TRUE;
    }
}

/* A flag may be pinned to something that is not shown: its words go with it. */
static gboolean
shows_target (WayLens    *self,
              WayRecord  *record,
              gboolean   *shown,
              GError    **error)
{
  g_autoptr (WayRecord) target = NULL;

  if (way_record_get_kind (record) != WAY_KIND_FLAG || self->audience == WAY_AUDIENCE_DESK)
    return TRUE;
  if (!way_records_read (self->records, WAY_KIND_EVIDENCE, way_record_get_text (record, WAY_FLAG_ON), &target, error))
    return FALSE;
  return target == NULL || shows (self, target, shown, error);
}

/* How a teller is named, they chose: without a choice they are not named, and a code stands for them only where they agreed to one. */
static gboolean
keeps_personal (WayLens   *self,
                WayRecord *record,
                guint      field)
{
  const char *attribution;

  if (way_record_get_kind (record) != WAY_KIND_STORY || field != WAY_STORY_TELLER)
    return self->audience <= WAY_AUDIENCE_TEAM;
  attribution = way_record_get_text (record, WAY_STORY_ATTRIBUTION);
  return g_strcmp0 (attribution, "named") == 0 || g_strcmp0 (attribution, "pseudonym") == 0;
}

static WayRecord *
redact (WayLens   *self,
        WayRecord *record)
{
  const WayKindInfo *info = way_record_get_info (record);
  g_autoptr (WayRecord) copy = NULL;

  if (self->audience == WAY_AUDIENCE_DESK)
    return g_object_ref (record);
  for (guint i = 0; i < info->n_fields; i++)
    {
      WayFieldFlags flags = info->fields[i].flags;
      gboolean hide = ((flags & WAY_FIELD_WORKING) != 0 && self->audience > WAY_AUDIENCE_TEAM) ||
                      ((flags & WAY_FIELD_PERSONAL) != 0 && !keeps_personal (self, record, i));

      if (!hide || !way_record_has (record, i))
        continue;
      if (copy == NULL)
        copy = way_record_copy (record);
      way_record_clear (copy, i);
    }
  if (copy == NULL)
    return g_object_ref (record);
  way_record_seal (copy);
  return g_steal_pointer (&copy);
}

/* Gives the redacted record, or NULL in @seen for one that is not shown. */
static gboolean
look (WayLens    *self,
      WayRecord  *record,
      WayRecord **seen,
      GError    **error)
{
  gboolean shown;

  *seen = NULL;
  if (!shows (self, record, &shown, error) || (shown && !shows_target (self, record, &shown, error)))
    return FALSE;
  if (shown)
    *seen = redact (self, record);
  return TRUE;
}

/**
 * way_lens_read:
 * @self: a lens
 * @kind: a kind
 * @id: an id
 * @record: (out) (transfer full) (nullable): the record as the audience may see it, or %NULL where there is none for them
 * @error: what went wrong in reading
 *
 * Returns: whether it could be looked up
 */
gboolean
way_lens_read (WayLens     *self,
               WayKind      kind,
               const char  *id,
               WayRecord  **record,
               GError     **error)
{
  g_autoptr (WayRecord) raw = NULL;

  *record = NULL;
  if (!way_records_read (self->records, kind, id, &raw, error))
    return FALSE;
  return raw == NULL || look (self, raw, record, error);
}

/**
 * way_lens_list:
 * @self: a lens
 * @kind: a kind
 * @within: (nullable): the holder's id, or %NULL for the records of every holder
 * @error: what went wrong in reading
 *
 * Returns: (transfer full) (element-type WayRecord) (nullable): the records as the audience may see them, in order
 */
GPtrArray *
way_lens_list (WayLens     *self,
               WayKind      kind,
               const char  *within,
               GError     **error)
{
  g_autoptr (GPtrArray) raw = way_records_list (self->records, kind, within, error);
  g_autoptr (GPtrArray) seen = NULL;

  if (raw == NULL || self->audience == WAY_AUDIENCE_DESK)
    return g_steal_pointer (&raw);
  seen = g_ptr_array_new_full (raw->len, g_object_unref);
  for (guint i = 0; i < raw->len; i++)
    {
      WayRecord *record;

      if (!look (self, g_ptr_array_index (raw, i), &record, error))
        return NULL;
      if (record != NULL)
        g_ptr_array_add (seen, record);
    }
  return g_steal_pointer (&seen);
}

/* Whether the thing that a piece of evidence is tied to is part of a map. */
static gboolean
is_on_map (WayLens     *self,
           const char  *id,
           const char  *map_id,
           gboolean    *on_map,
           GError     **error)
{
  g_autoptr (WayRecord) target = NULL;
  WayKind kind;

  *on_map = FALSE;
  if (!way_records_find_kind (self->records, id, &kind, error))
    return FALSE;
  if (kind == WAY_KIND_NONE || way_kind_get_info (kind)->within != WAY_KIND_MAP)
    return TRUE;
  if (!way_records_read (self->records, kind, id, &target, error))
    return FALSE;
  *on_map = target != NULL && g_strcmp0 (way_record_get_within (target), map_id) == 0;
  return TRUE;
}

/**
 * way_lens_dup_places:
 * @self: a lens
 * @map_id: the id of a map
 *
 * Returns: (transfer full) (nullable): where things on the map were, of which every audience sees the same; no words are in it
 */
char *
way_lens_dup_places (WayLens    *self,
                     const char *map_id)
{
  return way_records_dup_places (self->records, map_id);
}

/**
 * way_lens_count_hidden_quotes:
 * @self: a lens
 * @map_id: a map
 * @count: (out): how many quotes and stories that are tied to the map this audience is not shown
 * @error: what went wrong in reading
 *
 * For the foot of a map, which says how many were left out and nothing else of them (maps.md).
 *
 * Returns: whether they could be counted
 */
gboolean
way_lens_count_hidden_quotes (WayLens     *self,
                              const char  *map_id,
                              guint       *count,
                              GError     **error)
{
  g_autoptr (GPtrArray) all = NULL;

  *count = 0;
  if (self->audience == WAY_AUDIENCE_DESK)
    return TRUE;
  all = way_records_list (self->records, WAY_KIND_EVIDENCE, NULL, error);
  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      WayRecord *evidence = g_ptr_array_index (all, i);
      gboolean shown, on_map;

      if (!shows (self, evidence, &shown, error))
        return FALSE;
      if (shown)
        continue;
      if (!is_on_map (self, way_record_get_text (evidence, WAY_EVIDENCE_ON), map_id, &on_map, error))
        return FALSE;
      *count += on_map;
    }
  return TRUE;
}

/**
 * way_lens_dup_quotation:
 * @self: a lens
 * @quote: a quote that this lens gave
 * @story: (out) (transfer full) (nullable) (optional): the story that it is from, as the audience may see it
 * @error: what went wrong in reading
 *
 * Returns: (transfer full) (nullable): the words of the quote, without marks around them; %NULL where the audience may not see
 *   them, and where they could not be read, with @error set
 */
char *
way_lens_dup_quotation (WayLens     *self,
                        WayRecord   *quote,
                        WayRecord  **story,
                        GError     **error)
{
  g_autoptr (WayRecord) source = NULL;
  const char *text;

  g_return_val_if_fail (way_record_get_kind (quote) == WAY_KIND_QUOTE, NULL);

  if (!way_lens_read (self, WAY_KIND_STORY, way_record_get_within (quote), &source, error) || source == NULL)
    return NULL;
  text = way_record_get_text (source, WAY_STORY_TEXT);
  if (story != NULL)
    *story = g_object_ref (source);
  return way_text_dup_slice (text != NULL ? text : "", way_record_get_number (quote, WAY_QUOTE_START),
                             way_record_get_number (quote, WAY_QUOTE_END));
}

/**
 * way_lens_dup_flagged:
 * @self: a lens
 * @flag: a flag that this lens gave
 * @error: what went wrong in reading
 *
 * Returns: (transfer full) (nullable): the id of what a flag is about: what it is pinned to, and where that is a quote on a map, what the
 *   quote is tied to, so that they are shown and hidden together; %NULL where it could not be read
 */
char *
way_lens_dup_flagged (WayLens    *self,
                      WayRecord  *flag,
                      GError    **error)
{
  g_autoptr (WayRecord) evidence = NULL;
  const char *on;

  g_return_val_if_fail (way_record_get_kind (flag) == WAY_KIND_FLAG, NULL);

  on = way_record_get_text (flag, WAY_FLAG_ON);
  if (!way_lens_read (self, WAY_KIND_EVIDENCE, on, &evidence, error))
    return NULL;
  return g_strdup (evidence != NULL ? way_record_get_text (evidence, WAY_EVIDENCE_ON) : on);
}
