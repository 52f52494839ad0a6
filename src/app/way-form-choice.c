/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields that are chosen, not written: a word of several, or another record. */
#include "app/way-form-private.h"

#include "app/way-choice-row.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "model/way-schema.h"

#include <math.h>

/* What stands for nothing. */
static const char *
get_none (WayFormRow *row)
{
  if (row->line->kind == WAY_KIND_FEELING || row->line->kind == WAY_KIND_SCENARIO)
    return _("Nobody in particular");
  return row->line->editor == WAY_FORM_REFERENCE ? C_("persona", "None") : _("Not said");
}

/* A lane is of one of the kinds that its map can show. */
static gboolean
is_offered (WayFormRow *row,
            const char *choice)
{
  static const char *const of_pathways[] = { "person", "frontstage", "backstage", "support", "commissioning", NULL };

  return row->line->kind != WAY_KIND_LANE ||
         g_strv_contains (of_pathways, choice) == way_map_context_is_kind (row->form->context, "pathway");
}

static void
add_words (WayFormRow   *row,
           const char   *current,
           GStrvBuilder *choices,
           GStrvBuilder *labels)
{
  const char *const *all = way_form_row_get_field (row)->choices;

  for (guint i = 0; all[i] != NULL; i++)
    if (is_offered (row, all[i]) || g_strcmp0 (all[i], current) == 0)
      {
        g_strv_builder_add (choices, all[i]);
        g_strv_builder_add (labels, way_words_of_choice (row->line->kind, all[i]));
      }
}

static void
add_records (WayFormRow   *row,
             const char   *current,
             GStrvBuilder *choices,
             GStrvBuilder *labels)
{
  WayKind kind = way_form_row_get_field (row)->target;
  const char *within = way_kind_get_info (kind)->within == WAY_KIND_MAP ? way_map_context_get_map (row->form->context) : NULL;
  g_autoptr (GPtrArray) records = way_map_context_list (row->form->context, kind, within);

  for (guint i = 0; i < records->len; i++)
    {
      WayRecord *record = records->pdata[i];
      const char *id = way_record_get_id (record);
      gboolean of_feelings = kind == WAY_KIND_LANE && g_strcmp0 (way_record_get_text (record, WAY_LANE_KIND), "feeling") == 0;

      if (of_feelings && g_strcmp0 (id, current) != 0)
        continue;
      g_strv_builder_add (choices, id);
      g_strv_builder_take (labels, way_words_dup_name (record));
    }
}

static void
chosen_cb (AdwComboRow *combo,
           GParamSpec  *pspec,
           WayFormRow  *row)
{
  guint selected = adw_combo_row_get_selected (combo);
  g_autoptr (WayEdit) edit = NULL;
  g_autoptr (WayRecord) record = NULL;
  const char *choice;

  if (row->filling || row->choices == NULL || selected >= g_strv_length (row->choices))
    return;
  choice = row->choices[selected];
  record = way_form_dup_record (row->form);
  if (record == NULL || g_strcmp0 (way_record_get_text (record, row->line->field), *choice != '\0' ? choice : NULL) == 0)
    return;
  if (*choice != '\0')
    way_record_set_text (record, row->line->field, choice);
  else
    way_record_clear (record, row->line->field);
  /* What is moved goes after what is there already. */
  if (row->line->editor == WAY_FORM_REFERENCE && (row->line->kind == WAY_KIND_CARD || row->line->kind == WAY_KIND_STEP))
    way_record_set_position (record, HUGE_VAL);
  edit = way_edit_new (_(row->line->label));
  if (!way_form_keep (row, record, edit))
    way_form_refresh (row->form);
}

/**
 * way_form_choice_new:
 * @row: the row that it is for
 *
 * Returns: (transfer floating): a row with a list to choose from
 */
GtkWidget *
way_form_choice_new (WayFormRow *row)
{
  GtkWidget *combo = way_choice_row_new (_(row->line->title));

  g_signal_connect (combo, "notify::selected", G_CALLBACK (chosen_cb), row);
  return combo;
}

/**
 * way_form_choice_fill:
 * @row: a row of this sort
 * @record: the record as it is now
 */
void
way_form_choice_fill (WayFormRow *row,
                      WayRecord  *record)
{
  g_autoptr (GStrvBuilder) choices = g_strv_builder_new (), labels = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  const char *current = way_record_get_text (record, row->line->field);
  guint selected = GTK_INVALID_LIST_POSITION;

  if ((way_form_row_get_field (row)->flags & WAY_FIELD_REQUIRED) == 0 && row->line->kind != WAY_KIND_LANE)
    {
      g_strv_builder_add (choices, "");
      g_strv_builder_add (labels, get_none (row));
    }
  if (row->line->editor == WAY_FORM_CHOICE)
    add_words (row, current, choices, labels);
  else
    add_records (row, current, choices, labels);
  g_strfreev (row->choices);
  row->choices = g_strv_builder_end (choices);
  words = g_strv_builder_end (labels);
  if (current == NULL)
    current = row->line->kind == WAY_KIND_LANE ? "custom" : "";
  for (guint i = 0; row->choices[i] != NULL; i++)
    if (g_str_equal (row->choices[i], current))
      selected = i;
  way_choice_row_set_words (WAY_CHOICE_ROW (row->widget), (const char *const *) words);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row->widget), selected);
}
