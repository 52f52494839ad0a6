/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pinning a question, concern, idea or decision to something. */
#include "app/way-flag-dialog.h"

#include "app/way-map-edits.h"
#include "app/way-text-field.h"
#include "app/way-toast.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "model/way-schema.h"

typedef struct
{
  WayMapContext *context;
  char *map_id, *on;
  AdwDialog *dialog;          /* borrowed */
  GtkWidget *kind, *text, *answer, *add;
  gboolean pinned;
} WayFlagDialog;

/* What was written and not pinned, kept with the context. */
#define DRAFT "way-flag-draft"

typedef struct
{
  char *kind, *text, *answer;
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_free (draft->kind);
  g_free (draft->text);
  g_free (draft->answer);
  g_free (draft);
}

static void
way_flag_dialog_free (gpointer data,
                      GClosure *closure)
{
  WayFlagDialog *self = data;

  g_object_unref (self->context);
  g_free (self->map_id);
  g_free (self->on);
  g_free (self);
}

static const char *const *
get_kinds (void)
{
  return way_kind_get_info (WAY_KIND_FLAG)->fields[WAY_FLAG_KIND].choices;
}

static void
add_cb (GtkWidget     *widget,
        WayFlagDialog *self)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Pin flag"));
  g_autoptr (WayRecord) flag = way_record_new (WAY_KIND_FLAG, NULL, self->map_id);
  g_autofree char *text = way_text_field_dup_text (WAY_TEXT_FIELD (self->text));
  g_autofree char *answer = way_text_field_dup_text (WAY_TEXT_FIELD (self->answer));

  way_record_set_text (flag, WAY_FLAG_ON, self->on);
  way_record_set_text (flag, WAY_FLAG_KIND, adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (self->kind)));
  way_record_set_text (flag, WAY_FLAG_TEXT, text);
  if (!way_text_is_blank (answer))
    way_record_set_text (flag, WAY_FLAG_ANSWER, answer);
  way_edit_put (edit, flag);
  if (!way_map_context_apply (self->context, edit))
    return;
  self->pinned = TRUE;
  g_object_set_data (G_OBJECT (self->context), DRAFT, NULL);
  adw_dialog_close (self->dialog);
}

/* Somebody's words are not lost with the dialog: they are there when it is opened again. */
static void
closed_cb (AdwDialog     *dialog,
           WayFlagDialog *self)
{
  GtkWidget *canvas = GTK_WIDGET (way_map_context_get_canvas (self->context));
  g_autofree char *text = way_text_field_dup_text (WAY_TEXT_FIELD (self->text));
  g_autofree char *answer = way_text_field_dup_text (WAY_TEXT_FIELD (self->answer));
  Draft *draft;

  if (self->pinned)
    return;
  if (way_text_is_blank (text) && way_text_is_blank (answer))
    {
      g_object_set_data (G_OBJECT (self->context), DRAFT, NULL);
      return;
    }
  draft = g_new0 (Draft, 1);
  draft->kind = g_strdup (adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (self->kind)));
  draft->text = g_steal_pointer (&text);
  draft->answer = g_steal_pointer (&answer);
  g_object_set_data_full (G_OBJECT (self->context), DRAFT, draft, draft_free);
  if (gtk_widget_get_mapped (canvas))
    way_toast_offer (canvas, _("The flag is not pinned. Its words are kept."), _("_Go On Writing"), "win.add-flag");
}

static void
show_draft (WayFlagDialog *self)
{
  const Draft *draft = g_object_get_data (G_OBJECT (self->context), DRAFT);

  if (draft == NULL)
    return;
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (self->kind), draft->kind);
  way_text_field_set_text (WAY_TEXT_FIELD (self->text), draft->text);
  way_text_field_set_text (WAY_TEXT_FIELD (self->answer), draft->answer);
  gtk_widget_set_sensitive (self->add, !way_text_is_blank (draft->text));
}

static void
text_changed_cb (WayTextField  *field,
                 WayFlagDialog *self)
{
  g_autofree char *text = way_text_field_dup_text (field);

  gtk_widget_set_sensitive (self->add, !way_text_is_blank (text));
}

/* Return pins, as the button does. */
static gboolean
return_cb (WayTextField  *field,
           const char    *text,
           WayFlagDialog *self)
{
  if (gtk_widget_get_sensitive (self->add))
    gtk_widget_activate (self->add);
  return FALSE;
}

static GtkWidget *
new_kinds (void)
{
  GtkWidget *kinds = adw_toggle_group_new ();

  for (guint i = 0; get_kinds ()[i] != NULL; i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_name (toggle, get_kinds ()[i]);
      adw_toggle_set_label (toggle, way_words_of_choice (WAY_KIND_FLAG, get_kinds ()[i]));
      adw_toggle_group_add (ADW_TOGGLE_GROUP (kinds), toggle);
    }
  gtk_widget_set_margin_top (kinds, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (kinds), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kind"), -1);
  return kinds;
}

static GtkWidget *
new_page (WayFlagDialog *self,
          const char    *on_name)
{
  GtkWidget *page = adw_preferences_page_new (), *group = adw_preferences_group_new ();
  /* Translators: what a flag is pinned to, such as the words of a card. */
  g_autofree char *on = g_strdup_printf (_("On: %s"), on_name), *escaped = g_markup_escape_text (on, -1);

  self->kind = new_kinds ();
  self->text = way_text_field_new (_("Text of the flag"), WAY_TEXT_FIELD_TEXT);
  self->answer = way_text_field_new (_("Answer, if there is one"), WAY_TEXT_FIELD_TEXT);
  way_text_field_keep_on_return (WAY_TEXT_FIELD (self->text));
  way_text_field_keep_on_return (WAY_TEXT_FIELD (self->answer));
  g_signal_connect (self->text, "commit", G_CALLBACK (return_cb), self);
  g_signal_connect (self->answer, "commit", G_CALLBACK (return_cb), self);
  g_signal_connect (self->text, "changed", G_CALLBACK (text_changed_cb), self);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->kind);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->text);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->answer);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

static GtkWidget *
new_header (WayFlagDialog *self)
{
  GtkWidget *header = adw_header_bar_new (), *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->add = gtk_button_new_with_mnemonic (_("_Pin"));
  gtk_widget_add_css_class (self->add, "suggested-action");
  gtk_widget_set_sensitive (self->add, FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->add);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (adw_dialog_close), self->dialog);
  g_signal_connect_data (self->add, "clicked", G_CALLBACK (add_cb), self, way_flag_dialog_free, G_CONNECT_DEFAULT);
  return header;
}

/**
 * way_flag_dialog_ask:
 * @context: what it works with, with a map
 * @near_by: a widget in the window
 *
 * Asks for a flag on what is selected, and pins it. What was written last and not pinned is there already.
 */
void
way_flag_dialog_ask (WayMapContext *context,
                     GtkWidget     *near_by)
{
  WayFlagDialog *self;
  GtkWidget *view;
  const char *on;
  WayKind kind = way_map_edits_get_on (context, &on);
  g_autoptr (WayRecord) record = way_map_context_read (context, kind, on);
  g_autofree char *name = record != NULL ? way_words_dup_name (record) : NULL;

  if (record == NULL)
    return;
  self = g_new0 (WayFlagDialog, 1);
  self->context = g_object_ref (context);
  self->map_id = g_strdup (way_map_context_get_map (context));
  self->on = g_strdup (on);
  self->dialog = adw_dialog_new ();
  view = adw_toolbar_view_new ();
  adw_dialog_set_title (self->dialog, _("Pin a Flag"));
  adw_dialog_set_content_width (self->dialog, 420);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), new_header (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), new_page (self, name));
  adw_dialog_set_child (self->dialog, view);
  show_draft (self);
  g_signal_connect (self->dialog, "closed", G_CALLBACK (closed_cb), self);
  adw_dialog_set_default_widget (self->dialog, self->add);
  adw_dialog_set_focus (self->dialog, self->text);
  adw_dialog_present (self->dialog, near_by);
}
