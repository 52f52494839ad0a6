/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records that a pathway map shows, read through a lens, and read again only where something changed. */
#include "scene/way-pathway-kept.h"

/* More changes than this at once, and everything is read again. */
#define MANY_CHANGES 200

void
way_pathway_step_free (gpointer data)
{
  WayPathwayStep *step = data;

  g_clear_object (&step->record);
  g_clear_pointer (&step->title, way_text_block_unref);
  g_clear_pointer (&step->organisation, way_text_block_unref);
  g_free (step->organisation_name);
  g_free (step);
}

static void
scenario_free (gpointer data)
{
  WayPathwayScenario *scenario = data;

  g_clear_object (&scenario->record);
  g_clear_object (&scenario->persona);
  g_clear_pointer (&scenario->stops, g_ptr_array_unref);
  g_free (scenario);
}

static void
pathway_free (gpointer data)
{
  WayPathway *self = data;

  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_hash_table_unref);
  g_clear_pointer (&self->links, g_hash_table_unref);
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  g_clear_pointer (&self->organisations, g_hash_table_unref);
  g_clear_pointer (&self->layout, way_pathway_layout_free);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_pointer (&self->leaving, g_ptr_array_unref);
  g_clear_pointer (&self->plan, way_pathway_plan_free);
  g_clear_pointer (&self->kept, way_pathway_kept_free);
  way_pathway_clear_changes (self);
  g_free (self->compare_with);
  way_sheet_clear (&self->sheet);
  g_free (self);
}

/* A step keeps its place, and its texts as long as they say the same. */
static void
put_step (WayPathway *self,
          GHashTable *steps,
          WayRecord  *record)
{
  WayPathwayStep *step = g_new0 (WayPathwayStep, 1);
  WayPathwayStep *old = g_hash_table_lookup (self->steps, way_record_get_id (record));

  step->record = g_object_ref (record);
  step->lean = way_sheet_get_lean (way_record_get_text (record, WAY_STEP_TITLE));
  if (old != NULL)
    {
      step->has_place = old->has_place;
      step->was_x = old->was_x;
      step->was_y = old->was_y;
      step->column = old->column;
    }
  if (old != NULL && old->title != NULL &&
      g_strcmp0 (way_record_get_text (old->record, WAY_STEP_TITLE), way_record_get_text (record, WAY_STEP_TITLE)) == 0)
    {
      step->title = way_text_block_ref (old->title);
      step->organisation = old->organisation != NULL ? way_text_block_ref (old->organisation) : NULL;
      step->organisation_name = g_strdup (old->organisation_name);
      step->width = old->width;
    }
  g_hash_table_replace (steps, (char *) way_record_get_id (step->record), step);
}

static gboolean
read_steps (WayPathway  *self,
            WayLens     *lens,
            GError     **error)
{
  g_autoptr (GPtrArray) records = way_lens_list (lens, WAY_KIND_STEP, self->sheet.map_id, error);
  GHashTable *steps;

  if (records == NULL)
    return FALSE;
  steps = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, way_pathway_step_free);
  for (guint i = 0; i < records->len; i++)
    put_step (self, steps, g_ptr_array_index (records, i));
  g_hash_table_unref (self->steps);
  self->steps = steps;
  return TRUE;
}

/* Records by id, in place of those that were in @table. */
static gboolean
read_table (WayLens      *lens,
            WayKind       kind,
            const char   *within,
            GHashTable  **table,
            GError      **error)
{
  g_autoptr (GPtrArray) records = way_lens_list (lens, kind, within, error);

  if (records == NULL)
    return FALSE;
  g_clear_pointer (table, g_hash_table_unref);
  *table = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; i < records->len; i++)
    {
      WayRecord *record = g_ptr_array_index (records, i);

      g_hash_table_replace (*table, (char *) way_record_get_id (record), g_object_ref (record));
    }
  return TRUE;
}

static gboolean
read_scenario (WayLens     *lens,
               WayRecord   *record,
               GPtrArray   *scenarios,
               GError     **error)
{
  WayPathwayScenario *scenario = g_new0 (WayPathwayScenario, 1);
  const char *persona = way_record_get_text (record, WAY_SCENARIO_PERSONA);

  scenario->record = g_object_ref (record);
  g_ptr_array_add (scenarios, scenario);
  if (persona != NULL && !way_lens_read (lens, WAY_KIND_PERSONA, persona, &scenario->persona, error))
    return FALSE;
  scenario->stops = way_lens_list (lens, WAY_KIND_STOP, way_record_get_id (record), error);
  return scenario->stops != NULL;
}

static gboolean
read_scenarios (WayPathway  *self,
                WayLens     *lens,
                GError     **error)
{
  g_autoptr (GPtrArray) records = way_lens_list (lens, WAY_KIND_SCENARIO, self->sheet.map_id, error);
  g_autoptr (GPtrArray) scenarios = g_ptr_array_new_with_free_func (scenario_free);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!read_scenario (lens, g_ptr_array_index (records, i), scenarios, error))
      return FALSE;
  if (records == NULL)
    return FALSE;
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  self->scenarios = g_steal_pointer (&scenarios);
  return TRUE;
}

/**
 * way_pathway_shows_lane:
 * @self: the records
 * @lane: one of the lanes of the map
 *
 * Returns: whether the reading shows what is in the lane (maps.md, Three readings)
 */
gboolean
way_pathway_shows_lane (WayPathway *self,
                        WayRecord  *lane)
{
  return way_reading_shows_lane_kind (self->reading, way_record_get_text (lane, WAY_LANE_KIND));
}

static gboolean
shows_step (WayPathway *self,
            const char *id)
{
  const WayPathwayStep *step = id != NULL ? g_hash_table_lookup (self->steps, id) : NULL;

  for (guint i = 0; step != NULL && i < self->lanes->len; i++)
    {
      WayRecord *lane = g_ptr_array_index (self->lanes, i);

      if (g_strcmp0 (way_record_get_id (lane), way_record_get_text (step->record, WAY_STEP_LANE)) == 0)
        return way_pathway_shows_lane (self, lane);
    }
  return FALSE;
}

/* Ties are to steps and links, of which a reading may hide some. */
static gboolean
is_here (WaySheet   *sheet,
         const char *id)
{
  WayPathway *self = (WayPathway *) sheet;
  WayRecord *link = g_hash_table_lookup (self->links, id);

  if (link != NULL)
    return shows_step (self, way_record_get_text (link, WAY_LINK_FROM)) && shows_step (self, way_record_get_text (link, WAY_LINK_TO));
  return shows_step (self, id);
}

/* Flags on what a reading hides are hidden, too, and on what was said of that. */
static gboolean
drop_hidden_flags (WayPathway  *self,
                   WayLens     *lens,
                   GError     **error)
{
  WaySheet *sheet = &self->sheet;

  for (guint i = sheet->flags->len; i > 0; i--)
    {
      const WaySheetFlag *flag = g_ptr_array_index (sheet->flags, i - 1);
      g_autofree char *on = way_lens_dup_flagged (lens, flag->record, error);
      gboolean hidden;

      if (on == NULL)
        return FALSE;
      hidden = (g_hash_table_contains (self->steps, on) || g_hash_table_contains (self->links, on)) && !is_here (sheet, on);
      for (guint k = 0; k < self->lanes->len; k++)
        {
          WayRecord *lane = g_ptr_array_index (self->lanes, k);

          hidden |= g_str_equal (way_record_get_id (lane), on) && !way_pathway_shows_lane (self, lane);
        }
      if (!hidden)
        continue;
      g_hash_table_remove (sheet->flags_on, way_record_get_text (flag->record, WAY_FLAG_ON));
      g_ptr_array_remove_index (sheet->flags, i - 1);
    }
  return TRUE;
}

static gboolean
read_all (WayPathway  *self,
          WayLens     *lens,
          GError     **error)
{
  const char *map_id = self->sheet.map_id;

  way_pathway_forget_layout (self);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  if (way_sheet_read (&self->sheet, lens, "pathway", error) &&
      (self->lanes = way_lens_list (lens, WAY_KIND_LANE, map_id, error)) != NULL &&
      read_steps (self, lens, error) &&
      read_table (lens, WAY_KIND_LINK, map_id, &self->links, error) &&
      read_table (lens, WAY_KIND_ORGANISATION, NULL, &self->organisations, error) &&
      read_scenarios (self, lens, error) &&
      way_sheet_read_ties (&self->sheet, lens, is_here, error) &&
      way_pathway_read_changes (self, lens, error) &&
      drop_hidden_flags (self, lens, error))
    return TRUE;
  /* Nothing is made of half of it: the next change reads everything again. */
  g_clear_object (&self->sheet.map);
  return FALSE;
}

static gpointer
pathway_read (WayLens                *lens,
              const char             *map_id,
              const WaySceneOptions  *options,
              GError                **error)
{
  WayPathway *self = g_new0 (WayPathway, 1);

  way_sheet_init (&self->sheet, map_id);
  self->reading = options->reading;
  self->compare_with = g_strdup (options->compare_with);
  self->steps = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, way_pathway_step_free);
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->leaving = g_ptr_array_new_with_free_func (g_object_unref);
  if (read_all (self, lens, error))
    {
      if (options->places != NULL && way_scene_options_keep_places (options))
        way_pathway_take_kept (self, options->places);
      return self;
    }
  pathway_free (self);
  return NULL;
}

static gboolean
has_scenario (WayPathway *self,
              const char *id)
{
  for (guint i = 0; id != NULL && i < self->scenarios->len; i++)
    if (g_str_equal (way_record_get_id (((WayPathwayScenario *) g_ptr_array_index (self->scenarios, i))->record), id))
      return TRUE;
  return FALSE;
}

static gboolean
concerns (WayPathway      *self,
          const WayChange *change)
{
  if (change->kind == WAY_KIND_STOP)
    return has_scenario (self, change->within);
  if (self->compare_with != NULL && (g_strcmp0 (change->within, self->compare_with) == 0 || g_str_equal (change->id, self->compare_with)))
    return TRUE;
  return change->kind == WAY_KIND_ORGANISATION || way_sheet_concerns (&self->sheet, change);
}

/* A step stays the one that the last layout knows. */
static void
replace_step (WayPathway     *self,
              WayPathwayStep *step,
              WayRecord      *record)
{
  if (g_strcmp0 (way_record_get_text (step->record, WAY_STEP_TITLE), way_record_get_text (record, WAY_STEP_TITLE)) != 0)
    {
      g_clear_pointer (&step->title, way_text_block_unref);
      g_clear_pointer (&step->organisation, way_text_block_unref);
      step->lean = way_sheet_get_lean (way_record_get_text (record, WAY_STEP_TITLE));
    }
  g_hash_table_steal (self->steps, way_record_get_id (record));
  g_set_object (&step->record, record);
  g_hash_table_insert (self->steps, (char *) way_record_get_id (record), step);
}

static gboolean
update_record (WayPathway       *self,
               WayLens          *lens,
               const WayChange  *change,
               GError          **error)
{
  g_autoptr (WayRecord) record = NULL;
  WayPathwayStep *step;

  if (!way_lens_read (lens, change->kind, change->id, &record, error))
    return FALSE;
  step = change->kind == WAY_KIND_STEP ? g_hash_table_lookup (self->steps, change->id) : NULL;
  if (change->kind == WAY_KIND_STEP)
    way_pathway_touch (self, step != NULL ? step->record : NULL, record);
  else
    way_pathway_touch (self, g_hash_table_lookup (self->links, change->id), record);
  if (step != NULL && record != NULL)
    replace_step (self, step, record);
  else if (change->kind == WAY_KIND_STEP && record != NULL)
    put_step (self, self->steps, record);
  else if (change->kind == WAY_KIND_STEP)
    g_hash_table_remove (self->steps, change->id);
  else if (record != NULL)
    g_hash_table_replace (self->links, (char *) way_record_get_id (record), g_object_ref (record));
  else
    g_hash_table_remove (self->links, change->id);
  return TRUE;
}

/* What one commit did to the map. */
typedef struct
{
  gboolean records;           /* to steps and links */
  gboolean scenarios;
  gboolean others;
} Touched;

static Touched
look_at (WayPathway *self,
         WayChanges *changes)
{
  Touched touched = { .others = self->sheet.map == NULL };
  guint n_changes = way_changes_get_length (changes), n_records = 0;

  for (guint i = 0; i < n_changes && !touched.others; i++)
    {
      const WayChange *change = way_changes_get (changes, i);

      if (!concerns (self, change))
        continue;
      /* What a reading hides, and what another version has otherwise, may hang on any of them. */
      if (self->reading != WAY_READING_COMMISSIONER || self->compare_with != NULL)
        touched.others = TRUE;
      else if (change->kind == WAY_KIND_STEP || change->kind == WAY_KIND_LINK)
        n_records++;
      else if (change->kind == WAY_KIND_SCENARIO || change->kind == WAY_KIND_STOP)
        touched.scenarios = TRUE;
      else
        touched.others = TRUE;
    }
  touched.records = n_records > 0;
  touched.others |= n_records > MANY_CHANGES;
  return touched;
}

static gboolean
pathway_update (gpointer     data,
                WayLens     *lens,
                WayChanges  *changes,
                gboolean    *changed,
                GError     **error)
{
  WayPathway *self = data;
  Touched touched = look_at (self, changes);

  *changed = touched.records || touched.scenarios || touched.others;
  if (touched.others)
    return read_all (self, lens, error);
  for (guint i = 0; touched.records && i < way_changes_get_length (changes); i++)
    {
      const WayChange *change = way_changes_get (changes, i);

      if ((change->kind == WAY_KIND_STEP || change->kind == WAY_KIND_LINK) && concerns (self, change) &&
          !update_record (self, lens, change, error))
        return FALSE;
    }
  return !touched.scenarios || read_scenarios (self, lens, error);
}

const WayMapKind way_pathway_kind = { "pathway", pathway_read, pathway_update, way_pathway_lay_out, way_pathway_patch, pathway_free };
