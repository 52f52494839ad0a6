/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a workspace, in sentences. */
#include "store/way-workspace-private.h"

#include "base/way-i18n.h"
#include "model/way-audience.h"

static char *
dup_name (WayKind     kind,
          const char *id)
{
  /* Translators: what a record is called in a sentence: card “c12”. */
  return g_strdup_printf (C_("name of a record", "%s “%s”"), way_kind_get_label (kind), id);
}

static gboolean
check_pages (WayWorkspace  *self,
             GPtrArray     *sentences,
             GError       **error)
{
  g_autoptr (sqlite3_stmt) statement = way_sql_prepare (self->db, "PRAGMA integrity_check(100)", error);
  gboolean row;

  while (statement != NULL && way_sql_step (statement, &row, error))
    {
      const char *what;

      if (!row)
        return TRUE;
      what = (const char *) sqlite3_column_text (statement, 0);
      if (g_strcmp0 (what, "ok") != 0)
        g_ptr_array_add (sentences, g_strdup_printf (_("The file is damaged: %s."), what));
    }
  return FALSE;
}

/* Everything that points at what is not there. */
static gboolean
check_ties (WayWorkspace  *self,
            GPtrArray     *sentences,
            GError       **error)
{
  g_autoptr (sqlite3_stmt) statement = way_sql_prepare (self->db, "PRAGMA foreign_key_check", error);
  gboolean row;

  while (statement != NULL && way_sql_step (statement, &row, error))
    {
      WayKind from, to;

      if (!row)
        return TRUE;
      from = way_kind_from_name ((const char *) sqlite3_column_text (statement, 0));
      to = way_kind_from_name ((const char *) sqlite3_column_text (statement, 2));
      if (from != WAY_KIND_NONE && to != WAY_KIND_NONE)
        /* Translators: both are what a person calls such a record: "A card belongs to a lane that is not there." */
        g_ptr_array_add (sentences, g_strdup_printf (_("A %s belongs to a %s that is not there."), way_kind_get_label (from),
                                                     way_kind_get_label (to)));
      else if (from != WAY_KIND_NONE)
        g_ptr_array_add (sentences, g_strdup_printf (_("A %s belongs to something that is not there."), way_kind_get_label (from)));
    }
  return FALSE;
}

/* Whether an id is a record of one of the kinds that a field may lead to. */
static gboolean
check_target (WayWorkspace    *self,
              WayRecord       *record,
              const WayField  *field,
              const char      *id,
              GPtrArray       *sentences,
              GError         **error)
{
  g_autofree char *name = NULL;
  WayKind kind;

  if (!way_records_find_kind (WAY_RECORDS (self), id, &kind, error))
    return FALSE;
  /* What is not there at all, the ties have told. */
  if (kind == WAY_KIND_NONE || field->target != WAY_KIND_NONE || (field->targets >> kind & 1) != 0)
    return TRUE;
  name = dup_name (way_record_get_kind (record), way_record_get_id (record));
  g_ptr_array_add (sentences, g_strdup_printf (_("The %s is on a %s, where it cannot be."), name, way_kind_get_label (kind)));
  return TRUE;
}

static gboolean
check_record (WayWorkspace  *self,
              WayRecord     *record,
              GPtrArray     *sentences,
              GError       **error)
{
  const WayKindInfo *info = way_record_get_info (record);
  g_autoptr (GError) problem = NULL;

  if (!way_record_check (record, &problem))
    g_ptr_array_add (sentences, g_strdup (problem->message));
  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *id = info->fields[i].type == WAY_FIELD_REFERENCE ? way_record_get_text (record, i) : NULL;

      if (id != NULL && !check_target (self, record, &info->fields[i], id, sentences, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_kind (WayWorkspace  *self,
            WayKind        kind,
            GPtrArray     *sentences,
            GError       **error)
{
  g_autoptr (WaySqlUse) statement = way_workspace_prepare (self, kind, WAY_STATEMENT_EACH, error);
  gboolean row;

  while (statement != NULL && way_sql_step (statement, &row, error))
    {
      g_autoptr (WayRecord) record = NULL;
      g_autoptr (GError) problem = NULL;

      if (!row)
        return TRUE;
      record = way_row_read (statement, kind, &problem);
      if (record == NULL)
        g_ptr_array_add (sentences, g_strdup (problem->message));
      else if (!check_record (self, record, sentences, error))
        return FALSE;
    }
  return FALSE;
}

/* A withdrawn story that is still kept, and quotes that reach beyond the text. */
static gboolean
check_story (WayWorkspace  *self,
             WayRecord     *story,
             GPtrArray     *sentences,
             GError       **error)
{
  static const guint content[] = { WAY_STORY_TITLE, WAY_STORY_TELLER, WAY_STORY_TEXT, WAY_STORY_TRANSLATION, WAY_STORY_PLACE,
                                   WAY_STORY_RESEARCHER };
  const char *id = way_record_get_id (story), *text = way_record_get_text (story, WAY_STORY_TEXT);
  g_autoptr (GPtrArray) quotes = way_records_list (WAY_RECORDS (self), WAY_KIND_QUOTE, id, error);
  glong length = text != NULL ? g_utf8_strlen (text, -1) : 0;
  gboolean kept = FALSE;

  if (quotes == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (content); i++)
    kept |= way_record_has (story, content[i]);
  if (way_story_is_withdrawn (story) && (kept || quotes->len > 0))
    g_ptr_array_add (sentences, g_strdup_printf (_("The story “%s” was withdrawn, and what was told is still kept."), id));
  for (guint i = 0; i < quotes->len; i++)
    if (way_record_get_number (quotes->pdata[i], WAY_QUOTE_END) > length)
      g_ptr_array_add (sentences, g_strdup_printf (_("The quote “%s” reaches beyond the end of its story."),
                                                   way_record_get_id (quotes->pdata[i])));
  return TRUE;
}

/**
 * way_workspace_check:
 * @self: a workspace
 * @error: what kept it from being checked
 *
 * Looks for everything that can be wrong: pages, ties, records, and what the file itself tells of consent that was not kept to.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): plain sentences; none when all is well
 */
GPtrArray *
way_workspace_check (WayWorkspace  *self,
                     GError       **error)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) stories = NULL;

  g_return_val_if_fail (WAY_IS_WORKSPACE (self), NULL);

  stories = way_records_list (WAY_RECORDS (self), WAY_KIND_STORY, NULL, error);
  if (stories == NULL || !check_pages (self, sentences, error) || !check_ties (self, sentences, error))
    return NULL;
  for (guint kind = 1; kind < WAY_N_KINDS; kind++)
    if (!check_kind (self, kind, sentences, error))
      return NULL;
  for (guint i = 0; i < stories->len; i++)
    if (!check_story (self, stories->pdata[i], sentences, error))
      return NULL;
  return g_steal_pointer (&sentences);
}
