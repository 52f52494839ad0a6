/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every kind of map shows around what is its own, read through a lens: heading, flags, evidence, foot; and texts once shaped. */
#include "scene/way-sheet.h"

#include "base/way-i18n.h"
#include "base/way-text.h"

#include <math.h>

static void
quote_free (gpointer data)
{
  WaySheetQuote *quote = data;

  g_free (quote->id);
  g_free (quote->words);
  g_free (quote->source);
  g_free (quote->language);
  g_free (quote);
}

static void
flag_free (gpointer data)
{
  WaySheetFlag *flag = data;

  g_object_unref (flag->record);
  g_free (flag);
}

/**
 * way_sheet_init:
 * @self: what is to be filled
 * @map_id: the map
 *
 * Nothing is read yet.
 */
void
way_sheet_init (WaySheet   *self,
                const char *map_id)
{
  self->map_id = g_strdup (map_id);
  self->blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) way_text_block_unref);
}

static void
clear_records (WaySheet *self)
{
  g_clear_object (&self->workspace);
  g_clear_object (&self->map);
  g_clear_object (&self->persona);
  g_clear_pointer (&self->flags_on, g_hash_table_unref);
  g_clear_pointer (&self->flags, g_ptr_array_unref);
  g_clear_pointer (&self->evidence, g_hash_table_unref);
}

void
way_sheet_clear (WaySheet *self)
{
  clear_records (self);
  g_clear_pointer (&self->blocks, g_hash_table_unref);
  g_clear_pointer (&self->used_blocks, g_hash_table_unref);
  g_clear_pointer (&self->helper_fonts, g_ptr_array_unref);
  g_clear_pointer (&self->map_id, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->remark, g_free);
}

/* The list of an id, made where there is none. */
static GPtrArray *
get_list (GHashTable     *lists,
          const char     *id,
          GDestroyNotify  free_element)
{
  GPtrArray *list = g_hash_table_lookup (lists, id);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (free_element);
      g_hash_table_insert (lists, g_strdup (id), list);
    }
  return list;
}

static gboolean
read_flags (WaySheet  *self,
            WayLens   *lens,
            GError   **error)
{
  g_autoptr (GPtrArray) records = way_lens_list (lens, WAY_KIND_FLAG, self->map_id, error);

  if (records == NULL)
    return FALSE;
  self->flags = g_ptr_array_new_with_free_func (flag_free);
  self->flags_on = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < records->len; i++)
    {
      WaySheetFlag *flag = g_new0 (WaySheetFlag, 1);

      flag->record = g_object_ref (g_ptr_array_index (records, i));
      flag->number = i + 1;
      g_ptr_array_add (self->flags, flag);
      g_ptr_array_add (get_list (self->flags_on, way_record_get_text (flag->record, WAY_FLAG_ON), NULL), flag);
    }
  return TRUE;
}

/* The title of the story, who told it as far as they agreed, and what they agree to today. */
static char *
dup_source (WayRecord  *story,
            const char *today,
            gboolean    whole)
{
  const char *title = way_record_get_text (story, WAY_STORY_TITLE), *teller = way_record_get_text (story, WAY_STORY_TELLER);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (title != NULL)
    g_strv_builder_take (parts, whole ? g_strdup_printf (C_("source of evidence", "Story: %s"), title) : g_strdup (title));
  if (teller != NULL)
    g_strv_builder_add (parts, teller);
  g_strv_builder_take (parts, g_strdup_printf (C_("source of a quote", "consent: %s"), way_story_get_agreement (story, today)));
  all = g_strv_builder_end (parts);
  return g_strjoinv (" · ", all);
}

static gboolean
read_quote (WayLens        *lens,
            WayRecord      *evidence,
            WaySheetQuote  *quote,
            GError        **error)
{
  g_autoptr (WayRecord) story = NULL;
  g_autoptr (WayRecord) record = NULL;
  const char *quote_id = way_record_get_text (evidence, WAY_EVIDENCE_QUOTE);
  const char *story_id = way_record_get_text (evidence, WAY_EVIDENCE_STORY);

  if (quote_id != NULL)
    {
      if (!way_lens_read (lens, WAY_KIND_QUOTE, quote_id, &record, error))
        return FALSE;
      if (record != NULL && (quote->words = way_lens_dup_quotation (lens, record, &story, error)) == NULL && *error != NULL)
        return FALSE;
    }
  else if (!way_lens_read (lens, WAY_KIND_STORY, story_id, &story, error))
    return FALSE;
  if (story == NULL)
    return TRUE;
  quote->kind = quote_id != NULL ? WAY_KIND_QUOTE : WAY_KIND_STORY;
  quote->id = g_strdup (quote_id != NULL ? quote_id : story_id);
  quote->source = dup_source (story, way_lens_get_today (lens), quote_id == NULL);
  quote->language = g_strdup (way_record_get_text (story, WAY_STORY_LANGUAGE));
  return TRUE;
}

static gboolean
read_evidence (WaySheet    *self,
               WayLens     *lens,
               gboolean   (*is_here) (WaySheet *self, const char *id),
               GError     **error)
{
  g_autoptr (GPtrArray) records = way_lens_list (lens, WAY_KIND_EVIDENCE, NULL, error);

  if (records == NULL)
    return FALSE;
  self->evidence = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->n_quotes = 0;
  for (guint i = 0; i < records->len; i++)
    {
      WayRecord *evidence = g_ptr_array_index (records, i);
      const char *on = way_record_get_text (evidence, WAY_EVIDENCE_ON);
      g_autoptr (GError) failure = NULL;
      WaySheetQuote *quote;

      if (!is_here (self, on))
        continue;
      quote = g_new0 (WaySheetQuote, 1);
      if (!read_quote (lens, evidence, quote, &failure) || quote->id == NULL)
        {
          quote_free (quote);
          if (failure == NULL)
            continue;
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      g_ptr_array_add (get_list (self->evidence, on, quote_free), quote);
      self->n_quotes++;
    }
  return TRUE;
}

static gboolean
read_workspace (WaySheet  *self,
                WayLens   *lens,
                GError   **error)
{
  g_autoptr (GPtrArray) records = way_lens_list (lens, WAY_KIND_WORKSPACE, NULL, error);

  if (records == NULL)
    return FALSE;
  if (records->len > 0)
    self->workspace = g_object_ref (g_ptr_array_index (records, 0));
  return TRUE;
}

/**
 * way_sheet_read_workspace:
 * @self: a sheet that is of no map
 * @lens: who looks
 * @error: what went wrong
 *
 * Reads what the foot says of where the sheet comes from, in place of all that was read before.
 *
 * Returns: whether it could be read
 */
gboolean
way_sheet_read_workspace (WaySheet  *self,
                          WayLens   *lens,
                          GError   **error)
{
  clear_records (self);
  return read_workspace (self, lens, error);
}

/**
 * way_sheet_read:
 * @self: a sheet
 * @lens: who looks
 * @kind: the kind of map that it has to be
 * @error: what went wrong; a %WAY_ERROR_NOT_FOUND where there is no such map
 *
 * Reads what stands in the heading, in place of all that was read before.
 *
 * Returns: whether it could be read
 */
gboolean
way_sheet_read (WaySheet    *self,
                WayLens     *lens,
                const char  *kind,
                GError     **error)
{
  const char *persona;

  clear_records (self);
  if (!way_lens_read (lens, WAY_KIND_MAP, self->map_id, &self->map, error))
    return FALSE;
  if (self->map == NULL || g_strcmp0 (way_record_get_text (self->map, WAY_MAP_KIND), kind) != 0)
    {
      g_clear_object (&self->map);
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("There is no map “%s”."), self->map_id);
      return FALSE;
    }
  persona = way_record_get_text (self->map, WAY_MAP_PERSONA);
  return (persona == NULL || way_lens_read (lens, WAY_KIND_PERSONA, persona, &self->persona, error)) &&
         read_workspace (self, lens, error);
}

/**
 * way_sheet_read_ties:
 * @self: a sheet whose heading and whose map's own records are read
 * @lens: who looks
 * @is_here: whether the map shows the record with an id, so that only what is tied to it is looked up
 * @error: what went wrong
 *
 * Reads what is tied to the parts of the map: flags and evidence, and how much of it is not shown.
 *
 * Returns: whether it could be read
 */
gboolean
way_sheet_read_ties (WaySheet    *self,
                     WayLens     *lens,
                     gboolean   (*is_here) (WaySheet *self, const char *id),
                     GError     **error)
{
  return read_flags (self, lens, error) &&
         read_evidence (self, lens, is_here, error) &&
         way_lens_count_hidden_quotes (lens, self->map_id, &self->hidden_quotes, error);
}

/* Whether a change may touch the map. */
gboolean
way_sheet_concerns (WaySheet        *self,
                    const WayChange *change)
{
  switch ((guint) change->kind)
    {
    case WAY_KIND_WORKSPACE:
    case WAY_KIND_PERSONA:
    case WAY_KIND_STORY:
    case WAY_KIND_QUOTE:
    case WAY_KIND_EVIDENCE:
      return TRUE;
    case WAY_KIND_MAP:
      return g_str_equal (change->id, self->map_id);
    default:
      return g_strcmp0 (change->within, self->map_id) == 0;
    }
}

/* What a title adds to the balance of a map: more than nought where it runs from right to left. */
int
way_sheet_get_lean (const char *title)
{
  return title == NULL ? 0 : way_text_is_right_to_left (title) ? 1 : -1;
}

/* A map runs from right to left when most of what names its parts does; @balance is that of the parts. */
gboolean
way_sheet_runs_right_to_left (WaySheet *self,
                              int       balance)
{
  return balance + 2 * way_sheet_get_lean (way_record_get_text (self->map, WAY_MAP_TITLE)) > 0;
}

/* Begins a layout in @scene, in place of what is there. */
void
way_sheet_begin (WaySheet *self,
                 WayScene *scene,
                 gboolean  right_to_left)
{
  const char *title = way_record_get_text (self->map, WAY_MAP_TITLE);

  way_sheet_begin_titled (self, scene, title != NULL ? title : C_("map", "Untitled map"), right_to_left);
}

/* The same for a sheet that is of no map. */
void
way_sheet_begin_titled (WaySheet   *self,
                        WayScene   *scene,
                        const char *title,
                        gboolean    right_to_left)
{
  self->scene = scene;
  self->used_blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) way_text_block_unref);
  g_set_str (&scene->title, title);
  g_set_str (&scene->language, self->workspace != NULL ? way_record_get_text (self->workspace, WAY_WORKSPACE_LANGUAGE) : NULL);
  scene->right_to_left = right_to_left;
  way_scene_begin_layout (scene);
}

/* Begins to patch the layout that @scene has: all its texts stay. */
void
way_sheet_resume (WaySheet *self,
                  WayScene *scene)
{
  self->scene = scene;
  self->used_blocks = g_hash_table_ref (self->blocks);
}

/* Begins a layout in @scene in which groups of the one before may be kept: all its texts stay, too. */
void
way_sheet_begin_again (WaySheet *self,
                       WayScene *scene)
{
  way_sheet_resume (self, scene);
  way_scene_begin_again (scene);
}

/* Ends patching. */
void
way_sheet_pause (WaySheet *self)
{
  g_hash_table_unref (self->blocks);
  self->blocks = g_steal_pointer (&self->used_blocks);
  self->scene = NULL;
}

/* Ends a layout: texts that it did not ask for are forgotten. */
void
way_sheet_end (WaySheet *self)
{
  way_scene_end_layout (self->scene);
  way_sheet_pause (self);
}

double
way_sheet_round_up (double height)
{
  return ceil (height / WAY_GRID) * WAY_GRID;
}

/* Gives a text that was laid out before, or lays it out; those that a layout did not ask for are forgotten after it. */
WayTextBlock *
way_sheet_get_set_block (WaySheet       *self,
                         WayTextStyle    style,
                         const char     *text,
                         double          width,
                         PangoAlignment  alignment,
                         const char     *language)
{
  g_autofree char *key = g_strdup_printf ("%d %d %d %s %s", style, (int) (width * 16), alignment, language != NULL ? language : "", text);
  WayTextBlock *block = g_hash_table_lookup (self->used_blocks, key);

  if (block != NULL)
    return block;
  block = g_hash_table_lookup (self->blocks, key);
  block = block != NULL ? way_text_block_ref (block) : way_text_block_new (self->scene->fonts, style, text, width, alignment, language);
  g_hash_table_insert (self->used_blocks, g_steal_pointer (&key), block);
  return block;
}

WayTextBlock *
way_sheet_get_block (WaySheet     *self,
                     WayTextStyle  style,
                     const char   *text,
                     double        width)
{
  return way_sheet_get_set_block (self, style, text, width, PANGO_ALIGN_LEFT, NULL);
}

/* Text that belongs to the frame stands where the map begins, or ends, whatever its own direction. */
WayTextBlock *
way_sheet_get_aligned_block (WaySheet     *self,
                             WayTextStyle  style,
                             const char   *text,
                             double        width,
                             gboolean      at_end)
{
  gboolean on_right = self->scene->right_to_left != at_end;
  PangoAlignment alignment = on_right != way_text_is_right_to_left (text) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;

  return way_sheet_get_set_block (self, style, text, width, alignment, NULL);
}
