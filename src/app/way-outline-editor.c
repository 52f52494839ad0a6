/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing in the outline: one thing after another, each kept before the next. */
#include "app/way-outline-editor.h"

#include "app/way-choice-row.h"
#include "app/way-number-row.h"
#include "app/way-outline-edits.h"
#include "app/way-step-field.h"
#include "app/way-text-field.h"
#include "app/way-toast.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "model/way-schema.h"

struct _WayOutlineEditor
{
  AdwBin parent_instance;

  WayMapContext *context;
  WayOutlinePlaces *places;   /* nullable: while something is written */
  WayKind kind;               /* of what is written */
  char *choice;               /* nullable: what kind of lane or step is new */
  char *id;                   /* nullable: what is changed; NULL for something new */
  gboolean keeping;
  GtkWidget *box, *value, *whose;
  GStrv personas;             /* nullable: their ids, as they stand in @whose, where nobody comes first */
  WayTextField *field;        /* nullable, borrowed */
};

static guint closed_signal;

G_DEFINE_FINAL_TYPE (WayOutlineEditor, way_outline_editor, ADW_TYPE_BIN)

static const char *
get_label (WayOutlineEditor *self)
{
  switch (self->kind)
    {
    case WAY_KIND_STAGE:
      return self->id != NULL ? _("Rename stage") : _("Add stage");
    case WAY_KIND_LANE:
      return self->id != NULL ? _("Rename lane") : _("Add lane");
    case WAY_KIND_CARD:
      return self->id != NULL ? _("Change card") : _("Add card");
    case WAY_KIND_FEELING:
      return self->id != NULL ? _("Change feeling") : _("Add feeling");
    case WAY_KIND_STEP:
      return self->id != NULL ? _("Rename step") : _("Add step");
    case WAY_KIND_FLAG:
      return _("Change flag");
    case WAY_KIND_MAP:
      return _("Rename map");
    default:
      return self->id != NULL ? _("Change label of link") : _("Add link");
    }
}

static const char *
get_title (WayOutlineEditor *self)
{
  switch (self->kind)
    {
    case WAY_KIND_STAGE:
      return self->id != NULL ? _("Title of this stage") : _("Title of the new stage");
    case WAY_KIND_LANE:
      return self->id != NULL ? _("Title of this lane") : _("Title of the new lane");
    case WAY_KIND_CARD:
      return self->id != NULL ? _("Text of this card") : _("Text of the new card");
    case WAY_KIND_FEELING:
      return _("Their words, one a line");
    case WAY_KIND_STEP:
      return self->id != NULL ? _("Title of this step") : _("Title of the new step");
    case WAY_KIND_FLAG:
      return _("Text of this flag");
    case WAY_KIND_MAP:
      return _("Title of this map");
    default:
      return self->id != NULL ? _("Label of this link") : _("Step that it leads to");
    }
}

static void
write_whose (WayOutlineEditor *self,
             WayRecord        *record)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->whose));

  if (chosen == 0)
    way_record_clear (record, WAY_FEELING_PERSONA);
  else if (chosen < g_strv_length (self->personas))
    way_record_set_text (record, WAY_FEELING_PERSONA, self->personas[chosen]);
}

static gboolean
is_new_link (WayOutlineEditor *self)
{
  return self->id == NULL && self->kind == WAY_KIND_LINK;
}

/* Where a new link leads; another one like it would say nothing new. */
static gboolean
write_end (WayOutlineEditor *self,
           WayRecord        *link)
{
  g_autofree char *reason = NULL, *to = way_step_field_dup_chosen (self->field, &reason);
  GPtrArray *links = way_outline_places_peek (self->places, WAY_KIND_LINK, NULL, way_record_get_text (link, WAY_LINK_FROM));
  const char *kind = way_record_get_text (link, WAY_LINK_KIND);

  for (guint i = 0; to != NULL && i < links->len; i++)
    {
      const char *its = way_record_get_text (links->pdata[i], WAY_LINK_KIND);

      if (g_strcmp0 (way_record_get_text (links->pdata[i], WAY_LINK_TO), to) == 0 && g_str_equal (its != NULL ? its : "flow", kind))
        reason = g_strdup (_("These two are linked like that already."));
    }
  if (reason != NULL)
    way_toast_say (GTK_WIDGET (self), reason);
  else
    way_record_set_text (link, WAY_LINK_TO, to);
  return reason == NULL;
}

static void
write_words (WayOutlineEditor *self,
             WayRecord        *record,
             const char       *text)
{
  int field = way_outline_edits_get_text_field (self->kind);
  g_auto (GStrv) lines = NULL;

  if (is_new_link (self))
    return;
  if (field >= 0 && *text == '\0')
    way_record_clear (record, field);
  else if (field >= 0)
    way_record_set_text (record, field, text);
  if (self->kind != WAY_KIND_FEELING)
    return;
  write_whose (self, record);
  way_record_set_number (record, WAY_FEELING_VALUE, gtk_spin_button_get_value (way_number_row_get_spin (self->value)));
  lines = way_text_split_lines (text);
  if (lines[0] != NULL)
    way_record_set_texts (record, WAY_FEELING_WORDS, (const char *const *) lines);
  else
    way_record_clear (record, WAY_FEELING_WORDS);
}

static gboolean
keep_change (WayOutlineEditor *self,
             const char       *text)
{
  g_autoptr (WayRecord) before = way_map_context_read (self->context, self->kind, self->id);
  g_autoptr (WayRecord) record = before != NULL ? way_record_copy (before) : NULL;
  g_autoptr (WayEdit) edit = way_edit_new (get_label (self));

  if (record == NULL)
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
      way_toast_say (GTK_WIDGET (self), _("What this was written for is gone. Your words can be pasted elsewhere."));
      return TRUE;
    }
  write_words (self, record, text);
  if (way_record_equal (record, before))
    return TRUE;
  way_edit_put (edit, record);
  return way_map_context_apply (self->context, edit);
}

static gboolean
keep_new (WayOutlineEditor *self,
          const char       *text)
{
  guint index;
  g_autoptr (WayRecord) record = way_outline_edits_new_record (self->context, self->places, self->kind, self->choice, &index);
  g_autofree char *said = NULL;

  if (record == NULL)
    {
      way_toast_say (GTK_WIDGET (self), self->kind == WAY_KIND_LINK ? _("Please choose the step first that the link leads from.")
                                        : self->kind == WAY_KIND_STEP ? _("There has to be a lane first.")
                                                                      : _("There has to be a stage and a lane first."));
      return FALSE;
    }
  if (is_new_link (self) && !write_end (self, record))
    return FALSE;
  write_words (self, record, text);
  if (!way_outline_edits_put (self->context, self->places, record, index, get_label (self)))
    return FALSE;
  /* Translators: something new was put on the map; %s is what kind of thing, such as Card. */
  said = g_strdup_printf (_("%s added"), way_words_of_kind (self->kind));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return TRUE;
}

/* What is new says something, except a feeling, which is a number first, and a lane, which its kind names. */
static gboolean
keep (WayOutlineEditor *self,
      const char       *text)
{
  gboolean done;

  if (self->places == NULL || self->keeping)
    return TRUE;
  if (self->id == NULL && way_text_is_blank (text) && self->kind != WAY_KIND_FEELING && self->kind != WAY_KIND_LANE)
    return TRUE;
  self->keeping = TRUE;
  done = self->id != NULL ? keep_change (self, text) : keep_new (self, text);
  self->keeping = FALSE;
  return done;
}

static gboolean
committed_cb (WayTextField     *field,
              const char       *text,
              WayOutlineEditor *self)
{
  if (!keep (self, text))
    return FALSE;
  /* The next of a row of them is written at once; after a start comes a step. */
  if (self->id == NULL && self->places != NULL && (self->kind == WAY_KIND_CARD || self->kind == WAY_KIND_STAGE || self->kind == WAY_KIND_STEP))
    {
      if (self->kind == WAY_KIND_STEP)
        g_set_str (&self->choice, "step");
      way_text_field_empty (field);
      return FALSE;
    }
  way_outline_editor_close (self);
  return TRUE;
}

static void
keep_cb (GtkButton        *button,
         WayOutlineEditor *self)
{
  g_autofree char *text = way_text_field_dup_text (self->field);

  if (keep (self, text))
    way_outline_editor_close (self);
}

/* As on the map, ending to write leaves what was written there. */
static void
end_writing (WayOutlineEditor *self)
{
  g_autofree char *text = way_text_field_dup_text (self->field);

  if (way_text_is_blank (text) || !way_text_field_is_changed (self->field) || keep (self, text))
    way_outline_editor_close (self);
}

/* Of something new it says that one is done, of something that is changed that it stays as it was. */
static void
leave_cb (GtkButton        *button,
          WayOutlineEditor *self)
{
  if (self->id == NULL)
    end_writing (self);
  else
    way_outline_editor_close (self);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        WayOutlineEditor      *self)
{
  if (key == GDK_KEY_Escape)
    end_writing (self);
  return key == GDK_KEY_Escape;
}

static void
way_outline_editor_dispose (GObject *object)
{
  WayOutlineEditor *self = WAY_OUTLINE_EDITOR (object);

  g_clear_object (&self->places);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (way_outline_editor_parent_class)->dispose (object);
}

static void
way_outline_editor_finalize (GObject *object)
{
  WayOutlineEditor *self = WAY_OUTLINE_EDITOR (object);

  g_strfreev (self->personas);
  g_free (self->choice);
  g_free (self->id);

  G_OBJECT_CLASS (way_outline_editor_parent_class)->finalize (object);
}

static void
way_outline_editor_class_init (WayOutlineEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_outline_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_outline_editor_finalize;
  closed_signal = g_signal_new ("closed", WAY_TYPE_OUTLINE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
way_outline_editor_init (WayOutlineEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->box, "pane");
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * way_outline_editor_new:
 * @context: what it works with
 *
 * Returns: (transfer floating): an editor that is not to be seen until something is written
 */
GtkWidget *
way_outline_editor_new (WayMapContext *context)
{
  WayOutlineEditor *self = g_object_new (WAY_TYPE_OUTLINE_EDITOR, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

static void
add_buttons (WayOutlineEditor *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *leave = gtk_button_new_with_mnemonic (self->id != NULL ? _("_Cancel") : _("_Done"));
  GtkWidget *kept = gtk_button_new_with_mnemonic (_("_Keep"));

  gtk_widget_add_css_class (kept, "suggested-action");
  gtk_widget_set_hexpand (leave, TRUE);
  gtk_widget_set_hexpand (kept, TRUE);
  g_signal_connect (leave, "clicked", G_CALLBACK (leave_cb), self);
  g_signal_connect (kept, "clicked", G_CALLBACK (keep_cb), self);
  gtk_box_append (GTK_BOX (buttons), leave);
  gtk_box_append (GTK_BOX (buttons), kept);
  gtk_box_append (GTK_BOX (self->box), buttons);
}

/* A feeling is that of the persona whose map it is, unless something else is said. */
static void
show_whose (WayOutlineEditor *self,
            const char       *whose)
{
  g_autoptr (GPtrArray) personas = way_map_context_list (self->context, WAY_KIND_PERSONA, NULL);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new (), names = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  guint chosen = 0;

  g_strv_builder_add (ids, "");
  g_strv_builder_add (names, _("Nobody in particular"));
  for (guint i = 0; i < personas->len; i++)
    {
      g_strv_builder_add (ids, way_record_get_id (personas->pdata[i]));
      g_strv_builder_take (names, way_words_dup_name (personas->pdata[i]));
      if (g_strcmp0 (way_record_get_id (personas->pdata[i]), whose) == 0)
        chosen = i + 1;
    }
  g_strfreev (self->personas);
  self->personas = g_strv_builder_end (ids);
  words = g_strv_builder_end (names);
  way_choice_row_set_words (WAY_CHOICE_ROW (self->whose), (const char *const *) words);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->whose), chosen);
}

static void
show_fields (WayOutlineEditor *self)
{
  GtkWidget *group = adw_preferences_group_new (), *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  self->value = way_number_row_new (_("From −5 (worst) to 5 (best)"), -5, 5);
  gtk_widget_set_visible (self->value, self->kind == WAY_KIND_FEELING);
  self->whose = way_choice_row_new (_("Whose"));
  gtk_widget_set_visible (self->whose, self->kind == WAY_KIND_FEELING);
  self->field = WAY_TEXT_FIELD (is_new_link (self) ? way_step_field_new (self->context, get_title (self))
                                                   : way_text_field_new (get_title (self), self->kind == WAY_KIND_FEELING
                                                                                             ? WAY_TEXT_FIELD_LINES : WAY_TEXT_FIELD_TEXT));
  way_text_field_keep_on_return (self->field);
  g_signal_connect (self->field, "commit", G_CALLBACK (committed_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->value);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->whose);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->field));
  gtk_box_append (GTK_BOX (self->box), group);
  add_buttons (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * way_outline_editor_add:
 * @self: an editor
 * @places: what the map holds
 * @kind: STAGE, LANE, CARD, FEELING, STEP or LINK
 * @choice: (nullable): what kind of lane or step
 *
 * Begins something new where the selection is.
 */
void
way_outline_editor_add (WayOutlineEditor *self,
                        WayOutlinePlaces *places,
                        WayKind           kind,
                        const char       *choice)
{
  way_outline_editor_finish (self);
  g_set_object (&self->places, places);
  g_set_str (&self->choice, choice);
  g_clear_pointer (&self->id, g_free);
  self->kind = kind;
  show_fields (self);
  if (kind == WAY_KIND_LANE)
    way_text_field_replace (self->field, way_words_of_choice (WAY_KIND_LANE, choice));
  if (kind == WAY_KIND_FEELING)
    {
      g_autoptr (WayRecord) map = way_map_context_read (self->context, WAY_KIND_MAP, way_map_context_get_map (self->context));

      show_whose (self, map != NULL ? way_record_get_text (map, WAY_MAP_PERSONA) : NULL);
      gtk_widget_child_focus (self->value, GTK_DIR_TAB_FORWARD);
    }
  else
    way_text_field_focus (self->field);
}

/**
 * way_outline_editor_change:
 * @self: an editor
 * @places: what the map holds
 * @record: what is to say something else
 *
 * Returns: whether it can be written here
 */
gboolean
way_outline_editor_change (WayOutlineEditor *self,
                           WayOutlinePlaces *places,
                           WayRecord        *record)
{
  WayKind kind = way_record_get_kind (record);
  int field = way_outline_edits_get_text_field (kind);
  const char *const *words;
  g_autofree char *joined = NULL;

  way_outline_editor_finish (self);
  if (field < 0 && kind != WAY_KIND_FEELING)
    return FALSE;
  g_set_object (&self->places, places);
  g_set_str (&self->id, way_record_get_id (record));
  self->kind = kind;
  show_fields (self);
  if (field >= 0)
    way_text_field_set_text (self->field, way_record_get_text (record, field));
  else
    {
      words = way_record_get_texts (record, WAY_FEELING_WORDS);
      joined = words != NULL ? g_strjoinv ("\n", (char **) words) : NULL;
      way_text_field_set_text (self->field, joined);
      gtk_spin_button_set_value (way_number_row_get_spin (self->value), way_record_get_number (record, WAY_FEELING_VALUE));
      show_whose (self, way_record_get_text (record, WAY_FEELING_PERSONA));
    }
  way_text_field_focus (self->field);
  return TRUE;
}

/**
 * way_outline_editor_finish:
 * @self: an editor
 *
 * Returns: whether what was being written is in the workspace
 */
gboolean
way_outline_editor_finish (WayOutlineEditor *self)
{
  if (self->places == NULL || self->keeping || !way_text_field_is_changed (self->field))
    return TRUE;
  return way_text_field_commit (self->field) || !way_text_field_is_changed (self->field);
}

/**
 * way_outline_editor_close:
 * @self: an editor
 *
 * Ends the writing; what is not kept yet is left out.
 */
void
way_outline_editor_close (WayOutlineEditor *self)
{
  if (self->places == NULL)
    return;
  g_clear_object (&self->places);
  g_signal_emit (self, closed_signal, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
