/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a record as rows: which there are for each kind, and what a change of one becomes. */
#include "app/way-form-private.h"

#include "app/way-text-field.h"
#include "app/way-toast.h"
#include "base/way-i18n.h"
#include "model/way-schema.h"

G_DEFINE_FINAL_TYPE (WayForm, way_form, ADW_TYPE_PREFERENCES_GROUP)

#define LINE(KIND, FIELD, EDITOR, TITLE, LABEL) { WAY_KIND_##KIND, WAY_##KIND##_##FIELD, WAY_FORM_##EDITOR, TITLE, LABEL }

static const WayFormLine lines[] = {
  LINE (MAP, TITLE, TEXT, N_("Title of the map"), N_("Rename map")),
  LINE (MAP, QUESTION, TEXT, N_("Question"), N_("Change question of the map")),
  LINE (MAP, STATUS, CHOICE, N_("Shows"), N_("Change what the map shows")),
  LINE (MAP, PERSONA, REFERENCE, N_("Persona"), N_("Change persona of the map")),
  LINE (MAP, VERSION, LINE, N_("Version"), N_("Change version of the map")),
  LINE (MAP, NOTE, TEXT, N_("Note, for the desk and the team"), N_("Change note")),
  LINE (STAGE, TITLE, TEXT, N_("Title of the stage"), N_("Rename stage")),
  LINE (STAGE, NOTE, TEXT, N_("Note, for the desk and the team"), N_("Change note")),
  LINE (LANE, TITLE, TEXT, N_("Title of the lane"), N_("Rename lane")),
  LINE (LANE, KIND, CHOICE, N_("Kind"), N_("Change kind of lane")),
  LINE (CARD, TEXT, TEXT, N_("Text of the card"), N_("Change card")),
  LINE (CARD, NOTE, TEXT, N_("Note, for the desk and the team"), N_("Change note")),
  LINE (CARD, LANE, REFERENCE, N_("Lane"), N_("Move card")),
  LINE (CARD, STAGE, REFERENCE, N_("Stage"), N_("Move card")),
  LINE (FEELING, VALUE, NUMBER, N_("From −5 (worst) to 5 (best)"), N_("Change feeling")),
  LINE (FEELING, WORDS, LINES, N_("In their words, one a line"), N_("Change words of feeling")),
  LINE (FEELING, PERSONA, REFERENCE, N_("Whose"), N_("Change whose feeling it is")),
  LINE (FEELING, STAGE, REFERENCE, N_("Stage"), N_("Move feeling")),
  LINE (STEP, TITLE, TEXT, N_("Title of the step"), N_("Rename step")),
  LINE (STEP, KIND, CHOICE, N_("Kind"), N_("Change kind of step")),
  LINE (STEP, ORGANISATION, ORGANISATION, N_("Organisation"), N_("Change organisation of step")),
  LINE (STEP, LANE, REFERENCE, N_("Lane"), N_("Move step")),
  LINE (STEP, NOTE, TEXT, N_("Note, for the desk and the team"), N_("Change note")),
  LINE (LINK, KIND, CHOICE, N_("Kind"), N_("Change kind of link")),
  LINE (LINK, LABEL, LINE, N_("Label"), N_("Change label of link")),
  LINE (LINK, WAIT_DAYS, WAIT, N_("Wait, such as “3 weeks”"), N_("Change wait")),
  LINE (LINK, FROM, STEP, N_("From"), N_("Change link")),
  LINE (LINK, TO, STEP, N_("To"), N_("Change link")),
  LINE (SCENARIO, PERSONA, REFERENCE, N_("Whose route it is"), N_("Change persona of scenario")),
  LINE (SCENARIO, ROUTE, CHOICE, N_("Route"), N_("Change route of scenario")),
  LINE (SCENARIO, TITLE, LINE, N_("Title of the scenario"), N_("Rename scenario")),
  LINE (STOP, NOTE, TEXT, N_("What happened there"), N_("Change note of stop")),
  LINE (STOP, WAIT_DAYS, WAIT, N_("Wait before it, such as “3 weeks”"), N_("Change wait of stop")),
  LINE (STOP, STEP, STEP, N_("Step"), N_("Change step of stop")),
  LINE (FLAG, KIND, CHOICE, N_("Kind"), N_("Change kind of flag")),
  LINE (FLAG, TEXT, TEXT, N_("Text of the flag"), N_("Change flag")),
  LINE (FLAG, ANSWER, TEXT, N_("Answer"), N_("Answer flag")),
  LINE (PERSONA, NAME, LINE, N_("Name"), N_("Rename persona")),
  LINE (PERSONA, ABOUT, TEXT, N_("About them"), N_("Change persona")),
  LINE (PERSONA, QUOTE, TEXT, N_("What they say"), N_("Change persona")),
  LINE (PERSONA, NEEDS, LINES, N_("What they need, one a line"), N_("Change needs of persona")),
  LINE (PERSONA, BARRIERS, LINES, N_("What gets in the way, one a line"), N_("Change barriers of persona")),
};

static void
way_form_dispose (GObject *object)
{
  WayForm *self = WAY_FORM (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (way_form_parent_class)->dispose (object);
}

static void
way_form_finalize (GObject *object)
{
  g_free (WAY_FORM (object)->id);

  G_OBJECT_CLASS (way_form_parent_class)->finalize (object);
}

static void
way_form_class_init (WayFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_form_finalize;
}

static void
way_form_init (WayForm *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) way_form_row_free);
}

/**
 * way_form_new:
 * @context: what it works with
 * @kind: a kind of record
 * @id: one of that kind
 *
 * Returns: (transfer floating): its fields
 */
GtkWidget *
way_form_new (WayMapContext *context,
              WayKind        kind,
              const char    *id)
{
  WayForm *self = g_object_new (WAY_TYPE_FORM, NULL);

  self->context = g_object_ref (context);
  self->kind = kind;
  self->id = g_strdup (id);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i].kind == kind)
      {
        WayFormRow *row = way_form_row_new (self, &lines[i]);

        g_ptr_array_add (self->rows, row);
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row->widget);
      }
  way_form_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * way_form_get_id:
 * @self: a form
 *
 * Returns: the id of the record
 */
const char *
way_form_get_id (WayForm *self)
{
  return self->id;
}

/**
 * way_form_refresh:
 * @self: a form
 *
 * Shows what the record says now; what is being typed stays.
 *
 * Returns: whether the record is there
 */
gboolean
way_form_refresh (WayForm *self)
{
  g_autoptr (WayRecord) record = way_map_context_read (self->context, self->kind, self->id);

  for (guint i = 0; record != NULL && i < self->rows->len; i++)
    way_form_row_fill (self->rows->pdata[i], record);
  return record != NULL;
}

/**
 * way_form_finish:
 * @self: a form
 *
 * Returns: whether what was being typed is in the workspace
 */
gboolean
way_form_finish (WayForm *self)
{
  gboolean done = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    done &= way_form_row_finish (self->rows->pdata[i]);
  return done;
}

/**
 * way_form_focus:
 * @self: a form
 *
 * Moves the focus to the first field.
 */
void
way_form_focus (WayForm *self)
{
  WayFormRow *first = self->rows->len > 0 ? self->rows->pdata[0] : NULL;

  if (first != NULL && !gtk_widget_grab_focus (first->widget))
    gtk_widget_child_focus (first->widget, GTK_DIR_TAB_FORWARD);
}

/* What was being written for a record that went meanwhile is not lost with it. */
static void
rescue (WayForm    *self,
        const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  way_toast_say (GTK_WIDGET (self), _("What this was written for is gone. Your words can be pasted elsewhere."));
}

/**
 * way_form_dup_record:
 * @self: a form
 *
 * Returns: (transfer full) (nullable): the record as it is now, to be changed, or %NULL where it is gone
 */
WayRecord *
way_form_dup_record (WayForm *self)
{
  g_autoptr (WayRecord) record = way_map_context_read (self->context, self->kind, self->id);

  return record != NULL ? way_record_copy (record) : NULL;
}

/**
 * way_form_keep:
 * @row: the row that was used
 * @record: (nullable): the record as it is to be, or %NULL where it is gone
 * @edit: where it goes
 *
 * Returns: whether it is in the workspace, or can be nowhere any more
 */
gboolean
way_form_keep (WayFormRow *row,
               WayRecord  *record,
               WayEdit    *edit)
{
  if (record == NULL)
    {
      g_autofree char *text = WAY_IS_TEXT_FIELD (row->widget) ? way_text_field_dup_text (WAY_TEXT_FIELD (row->widget)) : NULL;

      rescue (row->form, text);
      return TRUE;
    }
  way_edit_put (edit, record);
  return way_map_context_apply (row->form->context, edit);
}
