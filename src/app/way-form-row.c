/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form: how a field is shown, and what is kept of what is done there. */
#include "app/way-form-private.h"

#include "app/way-number-row.h"
#include "app/way-step-field.h"
#include "app/way-text-field.h"
#include "app/way-toast.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "base/way-wait.h"
#include "model/way-schema.h"

#define NUMBER_REST 400       /* milliseconds after which a number that is stepped through is meant */

/**
 * way_form_row_get_field:
 * @self: a row
 *
 * Returns: the field that it edits
 */
const WayField *
way_form_row_get_field (WayFormRow *self)
{
  return &way_kind_get_info (self->line->kind)->fields[self->line->field];
}

static gboolean
keep (WayFormRow *self,
      WayRecord  *record)
{
  g_autoptr (WayEdit) edit = way_edit_new (_(self->line->label));

  return way_form_keep (self, record, edit);
}

static void
set_lines (WayRecord  *record,
           guint       field,
           const char *text)
{
  g_auto (GStrv) lines = way_text_split_lines (text);

  if (lines[0] != NULL)
    way_record_set_texts (record, field, (const char *const *) lines);
  else
    way_record_clear (record, field);
}

/* A label that was a number stays one as long as it is one. */
static void
set_label (WayRecord  *record,
           guint       field,
           const char *text)
{
  guint64 number;

  if (way_record_get_value (record, field)->type != WAY_VALUE_TEXT && g_ascii_string_to_unsigned (text, 10, 0, 1000000, &number, NULL) &&
      (*text != '0' || text[1] == '\0'))
    way_record_set_number (record, field, number);
  else
    way_record_set_text (record, field, text);
}

static gboolean
set_wait (WayFormRow *self,
          WayRecord  *record,
          const char *text)
{
  g_autoptr (GError) error = NULL;
  double days;

  if (way_text_is_blank (text))
    way_record_clear (record, self->line->field);
  else if (way_wait_parse (text, &days, &error))
    way_record_set_number (record, self->line->field, days);
  else
    way_toast_say (GTK_WIDGET (self->form), error->message);
  return error == NULL;
}

static gboolean
set_step (WayFormRow *self,
          WayRecord  *record)
{
  g_autofree char *reason = NULL, *step = way_step_field_dup_chosen (WAY_TEXT_FIELD (self->widget), &reason);

  if (step != NULL)
    way_record_set_text (record, self->line->field, step);
  else
    way_toast_say (GTK_WIDGET (self->form), reason);
  return step != NULL;
}

static gboolean
committed_cb (WayTextField *field,
              const char   *text,
              WayFormRow   *self)
{
  g_autoptr (WayRecord) record = way_form_dup_record (self->form);

  if (record != NULL && self->line->editor == WAY_FORM_WAIT)
    {
      if (!set_wait (self, record, text))
        return FALSE;
    }
  else if (record != NULL && self->line->editor == WAY_FORM_STEP)
    {
      if (!set_step (self, record))
        return FALSE;
    }
  else if (record != NULL && self->line->editor == WAY_FORM_LINES)
    set_lines (record, self->line->field, text);
  else if (record != NULL && *text == '\0')
    way_record_clear (record, self->line->field);
  else if (record != NULL && way_form_row_get_field (self)->type == WAY_FIELD_LABEL)
    set_label (record, self->line->field, text);
  else if (record != NULL)
    way_record_set_text (record, self->line->field, text);
  return keep (self, record);
}

static void
keep_number (WayFormRow *self)
{
  g_autoptr (WayRecord) record = way_form_dup_record (self->form);
  double value = gtk_spin_button_get_value (way_number_row_get_spin (self->widget));

  g_clear_handle_id (&self->wait, g_source_remove);
  if (record == NULL || way_record_get_number (record, self->line->field) == value)
    return;
  way_record_set_number (record, self->line->field, value);
  keep (self, record);
}

static gboolean
rested_cb (gpointer data)
{
  WayFormRow *self = data;

  self->wait = 0;
  keep_number (self);
  return G_SOURCE_REMOVE;
}

static void
number_changed_cb (GtkSpinButton *spin,
                   GParamSpec    *pspec,
                   WayFormRow    *self)
{
  if (self->filling)
    return;
  g_clear_handle_id (&self->wait, g_source_remove);
  self->wait = g_timeout_add (NUMBER_REST, rested_cb, self);
}

static GtkWidget *
new_number (WayFormRow *self)
{
  const WayField *field = way_form_row_get_field (self);
  GtkWidget *row = way_number_row_new (_(self->line->title), field->low, field->high);

  g_signal_connect (way_number_row_get_spin (row), "notify::value", G_CALLBACK (number_changed_cb), self);
  return row;
}

static GtkWidget *
new_widget (WayFormRow *self)
{
  static const WayTextFieldMode modes[] = { WAY_TEXT_FIELD_LINE, WAY_TEXT_FIELD_TEXT, WAY_TEXT_FIELD_LINES, WAY_TEXT_FIELD_LINE };
  GtkWidget *widget;

  switch (self->line->editor)
    {
    case WAY_FORM_LINE:
    case WAY_FORM_TEXT:
    case WAY_FORM_LINES:
    case WAY_FORM_WAIT:
      widget = way_text_field_new (_(self->line->title), modes[self->line->editor]);
      g_signal_connect (widget, "commit", G_CALLBACK (committed_cb), self);
      return widget;
    case WAY_FORM_NUMBER:
      return new_number (self);
    case WAY_FORM_ORGANISATION:
      return way_form_organisation_new (self);
    case WAY_FORM_STEP:
      widget = way_step_field_new (self->form->context, _(self->line->title));
      g_signal_connect (widget, "commit", G_CALLBACK (committed_cb), self);
      return widget;
    case WAY_FORM_CHOICE:
    case WAY_FORM_REFERENCE:
    default:
      return way_form_choice_new (self);
    }
}

/**
 * way_form_row_new:
 * @form: what it is a row of
 * @line: what it edits
 *
 * Returns: (transfer full): the row
 */
WayFormRow *
way_form_row_new (WayForm           *form,
                  const WayFormLine *line)
{
  WayFormRow *self = g_new0 (WayFormRow, 1);

  self->form = form;
  self->line = line;
  self->widget = g_object_ref_sink (new_widget (self));
  return self;
}

void
way_form_row_free (WayFormRow *self)
{
  g_clear_handle_id (&self->wait, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->widget, self);
  if (way_number_row_get_spin (self->widget) != NULL)
    g_signal_handlers_disconnect_by_data (way_number_row_get_spin (self->widget), self);
  g_object_unref (self->widget);
  g_strfreev (self->choices);
  g_free (self);
}

static char *
dup_text (WayFormRow *self,
          WayRecord  *record)
{
  const WayValue *value = way_record_get_value (record, self->line->field);
  const char *const *texts;

  if (value->type == WAY_VALUE_NUMBER && self->line->editor == WAY_FORM_WAIT)
    return way_wait_dup_label (value->number);
  if (value->type == WAY_VALUE_NUMBER)
    return g_strdup_printf ("%.15g", value->number);
  if (self->line->editor != WAY_FORM_LINES)
    return g_strdup (way_record_get_text (record, self->line->field));
  texts = way_record_get_texts (record, self->line->field);
  return texts != NULL ? g_strjoinv ("\n", (char **) texts) : NULL;
}

/**
 * way_form_row_fill:
 * @self: a row
 * @record: the record as it is now
 */
void
way_form_row_fill (WayFormRow *self,
                   WayRecord  *record)
{
  g_autofree char *text = NULL;

  self->filling = TRUE;
  switch (self->line->editor)
    {
    case WAY_FORM_LINE:
    case WAY_FORM_TEXT:
    case WAY_FORM_LINES:
    case WAY_FORM_WAIT:
      text = dup_text (self, record);
      way_text_field_set_text (WAY_TEXT_FIELD (self->widget), text);
      break;
    case WAY_FORM_NUMBER:
      if (self->wait == 0)
        gtk_spin_button_set_value (way_number_row_get_spin (self->widget), way_record_get_number (record, self->line->field));
      break;
    case WAY_FORM_ORGANISATION:
      way_form_organisation_fill (self, record);
      break;
    case WAY_FORM_STEP:
      way_step_field_show (WAY_TEXT_FIELD (self->widget), way_record_get_text (record, self->line->field));
      break;
    case WAY_FORM_CHOICE:
    case WAY_FORM_REFERENCE:
    default:
      way_form_choice_fill (self, record);
    }
  self->filling = FALSE;
}

/**
 * way_form_row_finish:
 * @self: a row
 *
 * Returns: whether what was being written is in the workspace
 */
gboolean
way_form_row_finish (WayFormRow *self)
{
  if (WAY_IS_TEXT_FIELD (self->widget))
    return way_text_field_commit (WAY_TEXT_FIELD (self->widget));
  if (way_number_row_get_spin (self->widget) != NULL)
    {
      gtk_spin_button_update (way_number_row_get_spin (self->widget));
      if (self->wait != 0)
        keep_number (self);
    }
  return TRUE;
}
