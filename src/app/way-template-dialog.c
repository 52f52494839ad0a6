/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving a map as a template for other maps, beside the templates that there are, which can go. */
#include "app/way-template-dialog.h"

#include "app/way-own-templates.h"
#include "app/way-toast.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "exchange/way-json-template.h"
#include "model/way-schema.h"

typedef struct
{
  WayWindow *window;          /* borrowed: the dialog stands in it */
  char *map_id;
  AdwAlertDialog *dialog;     /* borrowed */
  GtkWidget *title, *contents;
} WayTemplateDialog;

static void
way_template_dialog_free (gpointer  data,
                          GClosure *closure)
{
  WayTemplateDialog *self = data;

  g_free (self->map_id);
  g_free (self);
}

static void
save (WayTemplateDialog *self)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title));
  GtkWidget *near_by = GTK_WIDGET (way_window_get_view (self->window));
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GBytes) bytes = way_json_template_write (WAY_RECORDS (way_window_get_workspace (self->window)), self->map_id, title,
                                                      gtk_check_button_get_active (GTK_CHECK_BUTTON (self->contents)), &error);

  if (bytes == NULL || !way_own_templates_save (title, bytes, &error))
    {
      way_toast_say (near_by, error->message);
      return;
    }
  /* Translators: the title of a template. */
  message = g_strdup_printf (_("“%s” is a template now, for new maps and workspaces"), title);
  way_toast_say (near_by, message);
}

static void
response_cb (AdwAlertDialog    *dialog,
             const char        *response,
             WayTemplateDialog *self)
{
  if (g_str_equal (response, "save") && way_window_get_workspace (self->window) != NULL)
    save (self);
}

static void
title_changed_cb (GtkEditable       *entry,
                  WayTemplateDialog *self)
{
  adw_alert_dialog_set_response_enabled (self->dialog, "save", !way_text_is_blank (gtk_editable_get_text (entry)));
}

static void
remove_cb (GtkButton         *button,
           WayTemplateDialog *self)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (button), "name"));
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (self->title);
  if (way_own_templates_remove (name, &error))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->title), _("Template removed"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  else
    way_toast_say (GTK_WIDGET (way_window_get_view (self->window)), error->message);
}

static GtkWidget *
new_row (gpointer item,
         gpointer data)
{
  WayOwnTemplate *template = item;
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", way_own_template_get_title (template), NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is the title of a template. */
  g_autofree char *label = g_strdup_printf (_("Remove the template “%s”"), way_own_template_get_title (template));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (way_own_template_get_name (template)), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), data);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_where_any (GListModel *own,
                guint       position,
                guint       removed,
                guint       added,
                GtkWidget  *part)
{
  gtk_widget_set_visible (part, g_list_model_get_n_items (own) > 0);
}

static GtkWidget *
new_own_part (WayTemplateDialog *self)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *heading = gtk_label_new (_("Templates of Your Own"));
  GtkWidget *list = gtk_list_box_new ();
  GListModel *own = way_own_templates_get ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Templates of Your Own"), -1);
  gtk_list_box_bind_model (GTK_LIST_BOX (list), own, new_row, self, NULL);
  gtk_box_append (GTK_BOX (part), heading);
  gtk_box_append (GTK_BOX (part), list);
  g_signal_connect_object (own, "items-changed", G_CALLBACK (show_where_any), part, G_CONNECT_DEFAULT);
  show_where_any (own, 0, 0, 0, part);
  return part;
}

static GtkWidget *
new_content (WayTemplateDialog *self,
             WayRecord         *map)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const char *title = way_record_get_text (map, WAY_MAP_TITLE);
  gboolean pathway = g_strcmp0 (way_record_get_text (map, WAY_MAP_KIND), "pathway") == 0;

  self->title = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->title), title != NULL ? title : _("Untitled map"));
  gtk_entry_set_activates_default (GTK_ENTRY (self->title), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title of the template"), -1);
  self->contents = gtk_check_button_new_with_mnemonic (pathway ? _("With its _steps and links") : _("With its ca_rds"));
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->contents);
  gtk_box_append (GTK_BOX (box), new_own_part (self));
  g_signal_connect (self->title, "changed", G_CALLBACK (title_changed_cb), self);
  return box;
}

/**
 * way_template_dialog_ask:
 * @window: a window that shows a map
 *
 * Asks what a template of the map is to be called and whether its cards go along, and keeps it.
 */
void
way_template_dialog_ask (WayWindow *window)
{
  WayTemplateDialog *self;
  g_autoptr (WayRecord) map = NULL;
  const char *map_id = way_window_get_map (window);

  if (map_id == NULL || !way_window_finish_typing (window) ||
      !way_records_read (WAY_RECORDS (way_window_get_workspace (window)), WAY_KIND_MAP, map_id, &map, NULL) || map == NULL)
    return;
  way_own_templates_refresh ();
  self = g_new0 (WayTemplateDialog, 1);
  self->window = window;
  self->map_id = g_strdup (map_id);
  self->dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Save as Template"),
                                                         _("What people said, thought and felt, evidence, flags, notes and waits stay here.")));
  adw_alert_dialog_set_extra_child (self->dialog, new_content (self, map));
  adw_alert_dialog_add_responses (self->dialog, "cancel", _("_Cancel"), "save", _("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (self->dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (self->dialog, "save");
  adw_alert_dialog_set_close_response (self->dialog, "cancel");
  g_signal_connect_data (self->dialog, "response", G_CALLBACK (response_cb), self, way_template_dialog_free, G_CONNECT_DEFAULT);
  adw_dialog_set_focus (ADW_DIALOG (self->dialog), self->title);
  adw_dialog_present (ADW_DIALOG (self->dialog), GTK_WIDGET (window));
}
