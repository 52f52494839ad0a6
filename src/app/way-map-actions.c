/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a map as a whole: made, called something else, copied, moved, deleted; each one edit. */
#include "app/way-map-actions.h"

#include "app/way-template-dialog.h"
#include "app/way-template.h"
#include "app/way-toast.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "model/way-arrange.h"
#include "model/way-duplicate.h"
#include "model/way-schema.h"

static gboolean
apply (WayWindow *window,
       WayEdit   *edit)
{
  g_autoptr (GError) error = NULL;

  if (way_workspace_apply (way_window_get_workspace (window), edit, &error))
    return TRUE;
  way_toast_say (GTK_WIDGET (way_window_get_view (window)), error->message);
  return FALSE;
}

static WayRecord *
read_map (WayWindow  *window,
          const char *map_id)
{
  WayRecord *map = NULL;

  if (map_id != NULL)
    way_records_read (WAY_RECORDS (way_window_get_workspace (window)), WAY_KIND_MAP, map_id, &map, NULL);
  return map;
}

static const char *
get_title (WayRecord *map)
{
  const char *title = way_record_get_text (map, WAY_MAP_TITLE);

  return title != NULL ? title : _("Untitled map");
}

static void
new_map (GtkWidget  *widget,
         const char *name,
         GVariant   *target)
{
  WayWindow *window = WAY_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *map = NULL;

  if (!way_window_finish_typing (window))
    return;
  if (way_template_add_map (way_window_get_workspace (window), g_variant_get_string (target, NULL), &map, &error))
    way_window_show_map (window, map);
  else
    way_toast_say (GTK_WIDGET (way_window_get_view (window)), error->message);
}

static void
rename_to (WayWindow  *window,
           const char *map_id,
           const char *title)
{
  g_autoptr (WayRecord) map = read_map (window, map_id), renamed = NULL;
  g_autoptr (WayEdit) edit = way_edit_new (_("Rename map"));

  if (map == NULL || way_text_is_blank (title) || g_strcmp0 (title, way_record_get_text (map, WAY_MAP_TITLE)) == 0)
    return;
  renamed = way_record_copy (map);
  way_record_set_text (renamed, WAY_MAP_TITLE, title);
  way_edit_put (edit, renamed);
  apply (window, edit);
}

static void
renamed_cb (AdwAlertDialog *dialog,
            const char     *response,
            WayWindow      *window)
{
  const char *map = g_object_get_data (G_OBJECT (dialog), "map");

  if (g_str_equal (response, "rename"))
    rename_to (window, map, gtk_editable_get_text (GTK_EDITABLE (adw_alert_dialog_get_extra_child (dialog))));
}

static void
title_changed_cb (GtkEditable    *entry,
                  AdwAlertDialog *dialog)
{
  adw_alert_dialog_set_response_enabled (dialog, "rename", !way_text_is_blank (gtk_editable_get_text (entry)));
}

static void
rename_map (GtkWidget  *widget,
            const char *name,
            GVariant   *target)
{
  WayWindow *window = WAY_WINDOW (widget);
  const char *map_id = way_window_get_map (window);
  g_autoptr (WayRecord) map = read_map (window, map_id);
  AdwAlertDialog *dialog;
  GtkWidget *entry;

  if (map == NULL || !way_window_finish_typing (window))
    return;
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Rename Map"), NULL));
  entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), get_title (map));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title of the map"), -1);
  adw_alert_dialog_set_extra_child (dialog, entry);
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "rename", _("_Rename"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "rename", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "rename");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "map", g_strdup (map_id), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (renamed_cb), window, G_CONNECT_DEFAULT);
  g_signal_connect (entry, "changed", G_CALLBACK (title_changed_cb), dialog);
  adw_dialog_set_focus (ADW_DIALOG (dialog), entry);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
duplicate_map (GtkWidget  *widget,
               const char *name,
               GVariant   *target)
{
  WayWindow *window = WAY_WINDOW (widget);
  g_autoptr (WayRecord) map = NULL;
  g_autoptr (WayEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL, *copy = NULL, *message = NULL;

  if (!way_window_finish_typing (window) || (map = read_map (window, way_window_get_map (window))) == NULL)
    return;
  /* Translators: the title of a copy of a map. */
  title = g_strdup_printf (_("%s (copy)"), get_title (map));
  edit = way_duplicate_map (WAY_RECORDS (way_window_get_workspace (window)), way_record_get_id (map), title, _("Duplicate map"), &copy,
                            &error);
  if (edit == NULL)
    {
      way_toast_say (GTK_WIDGET (way_window_get_view (window)), error->message);
      return;
    }
  if (!apply (window, edit))
    return;
  way_window_select_map (window, copy);
  /* Translators: the title of a map. */
  message = g_strdup_printf (_("“%s” is there"), title);
  way_toast_offer_undo (GTK_WIDGET (way_window_get_view (window)), message);
}

static void
new_version (GtkWidget  *widget,
             const char *name,
             GVariant   *target)
{
  WayWindow *window = WAY_WINDOW (widget);
  g_autoptr (WayEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *version = NULL;

  if (!way_window_finish_typing (window) || way_window_get_map (window) == NULL)
    return;
  edit = way_duplicate_version (WAY_RECORDS (way_window_get_workspace (window)), way_window_get_map (window), _("New version of map"),
                                &version, &error);
  if (edit == NULL)
    {
      way_toast_say (GTK_WIDGET (way_window_get_view (window)), error->message);
      return;
    }
  if (!apply (window, edit))
    return;
  way_window_select_map (window, version);
  way_toast_offer_undo (GTK_WIDGET (way_window_get_view (window)), _("This is the new version; the one before stays as it is"));
}

static void
save_template (GtkWidget  *widget,
               const char *name,
               GVariant   *target)
{
  way_template_dialog_ask (WAY_WINDOW (widget));
}

static void
open_map (GtkWidget  *widget,
          const char *name,
          GVariant   *target)
{
  way_window_show_map (WAY_WINDOW (widget), g_variant_get_string (target, NULL));
}

static void
delete_map (GtkWidget  *widget,
            const char *name,
            GVariant   *target)
{
  WayWindow *window = WAY_WINDOW (widget);
  g_autoptr (WayRecord) map = NULL;
  g_autoptr (WayEdit) edit = way_edit_new (_("Delete map"));
  g_autofree char *message = NULL;

  if (!way_window_finish_typing (window) || (map = read_map (window, way_window_get_map (window))) == NULL)
    return;
  way_edit_drop (edit, WAY_KIND_MAP, way_record_get_id (map));
  if (!apply (window, edit))
    return;
  /* Translators: the title of a map. */
  message = g_strdup_printf (_("“%s” deleted"), get_title (map));
  way_toast_offer_undo (GTK_WIDGET (way_window_get_view (window)), message);
}

void
way_map_actions_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.new-map", "s", new_map);
  gtk_widget_class_install_action (klass, "win.rename-map", NULL, rename_map);
  gtk_widget_class_install_action (klass, "win.duplicate-map", NULL, duplicate_map);
  gtk_widget_class_install_action (klass, "win.delete-map", NULL, delete_map);
  gtk_widget_class_install_action (klass, "win.new-version", NULL, new_version);
  gtk_widget_class_install_action (klass, "win.save-template", NULL, save_template);
  gtk_widget_class_install_action (klass, "win.open-map", "s", open_map);
}

/**
 * way_map_actions_update:
 * @window: a window
 *
 * Lets only be done what can be done now.
 */
void
way_map_actions_update (WayWindow *window)
{
  static const char *const with_a_map[] = { "win.rename-map", "win.duplicate-map", "win.delete-map", "win.new-version",
                                            "win.save-template" };
  static const char *const with_a_pathway[] = { "win.copy-csv", "win.copy-mermaid", "win.copy-dot", "win.copy-steps" };
  gboolean open = way_window_get_workspace (window) != NULL;
  g_autoptr (WayRecord) map = open ? read_map (window, way_window_get_map (window)) : NULL;
  gboolean pathway = map != NULL && g_strcmp0 (way_record_get_text (map, WAY_MAP_KIND), "pathway") == 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.new-map", open);
  for (guint i = 0; i < G_N_ELEMENTS (with_a_map); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (window), with_a_map[i], open && way_window_get_map (window) != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (with_a_pathway); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (window), with_a_pathway[i], pathway);
}

/**
 * way_map_actions_move:
 * @window: a window
 * @map_id: one of its maps
 * @index: how many of the others come before it afterwards
 */
void
way_map_actions_move (WayWindow  *window,
                      const char *map_id,
                      guint       index)
{
  g_autoptr (GPtrArray) maps = way_records_list (WAY_RECORDS (way_window_get_workspace (window)), WAY_KIND_MAP, NULL, NULL);
  g_autoptr (WayEdit) edit = way_edit_new (_("Move map"));
  g_autoptr (WayRecord) moved = NULL;

  for (guint i = 0; maps != NULL && moved == NULL && i < maps->len; i++)
    if (g_str_equal (way_record_get_id (maps->pdata[i]), map_id))
      {
        moved = way_record_copy (maps->pdata[i]);
        g_ptr_array_remove_index (maps, i);
      }
  if (moved == NULL)
    return;
  way_arrange_put (edit, moved, maps, MIN (index, maps->len));
  apply (window, edit);
}
