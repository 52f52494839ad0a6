/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the menus, buttons and keys of a window do. */
#include "app/way-window-actions.h"

#include "app/way-export-copy.h"
#include "app/way-export-dialog.h"
#include "app/way-help-window.h"
#include "app/way-import.h"
#include "app/way-keys-dialog.h"
#include "app/way-map-actions.h"
#include "app/way-new-workspace.h"
#include "app/way-sample.h"
#include "app/way-save-copy.h"
#include "app/way-toast.h"
#include "base/way-i18n.h"

static void
open_in_application (WayWindow *self,
                     GFile     *file)
{
  g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1, "");
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (WayWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    open_in_application (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    way_toast_alert (GTK_WIDGET (self), _("The File Was Not Opened"), error->message);
}

static void
open_file (GtkWidget  *widget,
           const char *name,
           GVariant   *target)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _("Waymark workspaces"));
  gtk_file_filter_add_suffix (filter, "waymark");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _("Open a Workspace"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, opened_cb, g_object_ref (widget));
}

static void
open_sample (GtkWidget  *widget,
             const char *name,
             GVariant   *target)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = way_sample_ensure (&error);

  if (file != NULL)
    open_in_application (WAY_WINDOW (widget), file);
  else
    way_toast_alert (widget, _("The Sample Was Not Opened"), error->message);
}

static void
new_workspace (GtkWidget  *widget,
               const char *name,
               GVariant   *target)
{
  way_new_workspace_ask (WAY_WINDOW (widget), g_variant_get_string (target, NULL));
}

static void
save (GtkWidget  *widget,
      const char *name,
      GVariant   *target)
{
  way_window_save (WAY_WINDOW (widget));
}

static void
save_copy (GtkWidget  *widget,
           const char *name,
           GVariant   *target)
{
  way_save_copy_ask (WAY_WINDOW (widget));
}

static void
reload (GtkWidget  *widget,
        const char *name,
        GVariant   *target)
{
  way_window_reload (WAY_WINDOW (widget));
}

static void
import (GtkWidget  *widget,
        const char *name,
        GVariant   *target)
{
  way_import_ask (WAY_WINDOW (widget));
}

/* While somebody types, what they typed comes first. */
static gboolean
undo_typing (GtkWidget *focus,
             gboolean   redo)
{
  GtkTextBuffer *buffer = GTK_IS_TEXT_VIEW (focus) ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)) : NULL;

  if (buffer == NULL || !gtk_text_view_get_editable (GTK_TEXT_VIEW (focus)))
    return FALSE;
  if (!(redo ? gtk_text_buffer_get_can_redo (buffer) : gtk_text_buffer_get_can_undo (buffer)))
    return FALSE;
  if (redo)
    gtk_text_buffer_redo (buffer);
  else
    gtk_text_buffer_undo (buffer);
  return TRUE;
}

static void
undo (GtkWidget  *widget,
      const char *name,
      GVariant   *target)
{
  WayWindow *self = WAY_WINDOW (widget);
  WayWorkspace *workspace = way_window_get_workspace (self);
  gboolean redo = g_str_equal (name, "win.redo");
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL, *said = NULL;

  if (undo_typing (gtk_window_get_focus (GTK_WINDOW (self)), redo) || !way_window_finish_typing (self))
    return;
  label = g_strdup (redo ? way_workspace_get_redo_label (workspace) : way_workspace_get_undo_label (workspace));
  if (!(redo ? way_workspace_redo (workspace, &error) : way_workspace_undo (workspace, &error)))
    {
      way_toast_say (GTK_WIDGET (way_window_get_view (self)), error->message);
      return;
    }
  /* Translators: said to who cannot see it; %s is what was done, such as "Move card". */
  said = g_strdup_printf (redo ? _("Done again: %s") : _("Undone: %s"), label != NULL ? label : "");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
export (GtkWidget  *widget,
        const char *name,
        GVariant   *target)
{
  way_export_dialog_ask (WAY_WINDOW (widget), FALSE);
}

/* Of a persona that is being written, the sheet; else the map. */
static void
print (GtkWidget  *widget,
       const char *name,
       GVariant   *target)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  if (focus == NULL || !gtk_widget_activate_action (focus, "persona.print", NULL))
    way_export_dialog_ask (WAY_WINDOW (widget), TRUE);
}

static WayExportKind
find_kind (const char *name)
{
  static const struct { const char *name; WayExportKind kind; } kinds[] = {
    { "picture", WAY_EXPORT_PNG }, { "svg", WAY_EXPORT_SVG }, { "text", WAY_EXPORT_TEXT }, { "csv", WAY_EXPORT_CSV },
    { "mermaid", WAY_EXPORT_MERMAID }, { "dot", WAY_EXPORT_DOT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (name, kinds[i].name))
      return kinds[i].kind;
  return WAY_EXPORT_TEXT;
}

static void
copy_map (GtkWidget  *widget,
          const char *name,
          GVariant   *target)
{
  way_export_copy (WAY_WINDOW (widget), find_kind (name + strlen ("win.copy-")));
}

static void
copy_steps (GtkWidget  *widget,
            const char *name,
            GVariant   *target)
{
  way_export_copy_steps (WAY_WINDOW (widget), find_kind (g_variant_get_string (target, NULL)));
}

static void
forward_to_view (GtkWidget  *widget,
                 const char *name,
                 GVariant   *target)
{
  g_autofree char *action = g_strconcat ("view.", name + strlen ("win."), NULL);

  gtk_widget_activate_action_variant (GTK_WIDGET (way_window_get_view (WAY_WINDOW (widget))), action, NULL);
}

static void
switch_map (GtkWidget  *widget,
            const char *name,
            GVariant   *target)
{
  way_window_step_map (WAY_WINDOW (widget), g_str_equal (name, "win.next-map") ? 1 : -1);
}

static void
show_maps (GtkWidget  *widget,
           const char *name,
           GVariant   *target)
{
  way_window_show_maps (WAY_WINDOW (widget));
}

static void
show_personas (GtkWidget  *widget,
               const char *name,
               GVariant   *target)
{
  way_window_show_personas (WAY_WINDOW (widget));
}

static void
show_map (GtkWidget  *widget,
          const char *name,
          GVariant   *target)
{
  g_autofree char *id = g_variant_dup_string (target, NULL);

  way_window_show_map (WAY_WINDOW (widget), id);
}

static void
next_pane (GtkWidget  *widget,
           const char *name,
           GVariant   *target)
{
  way_window_next_pane (WAY_WINDOW (widget), g_str_equal (name, "win.previous-pane"));
}

static void
show_keys (GtkWidget  *widget,
           const char *name,
           GVariant   *target)
{
  adw_dialog_present (way_keys_dialog_new (), widget);
}

static void
help (GtkWidget  *widget,
      const char *name,
      GVariant   *target)
{
  way_help_window_present (GTK_WINDOW (widget), NULL);
}

static void
about (GtkWidget  *widget,
       const char *name,
       GVariant   *target)
{
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog, "application-name", _("Waymark"), "application-icon", WAY_APPLICATION_ID, "version", WAY_VERSION,
                "developer-name", _("The Waymark contributors"), "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _("Journey maps, stories and what was agreed about them, for people who redesign services together."), NULL);
  adw_dialog_present (dialog, widget);
}

void
way_window_install_actions (GtkWidgetClass *klass)
{
  static const char *const forwarded[] = {
    "win.zoom-in", "win.zoom-out", "win.zoom-paper", "win.zoom-fit", "win.toggle-pane", "win.add-flag", "win.find",
    "win.next-curve",
  };

  gtk_widget_class_install_action (klass, "win.open", NULL, open_file);
  gtk_widget_class_install_action (klass, "win.open-sample", NULL, open_sample);
  gtk_widget_class_install_action (klass, "win.new-workspace", "s", new_workspace);
  gtk_widget_class_install_action (klass, "win.save", NULL, save);
  gtk_widget_class_install_action (klass, "win.save-copy", NULL, save_copy);
  gtk_widget_class_install_action (klass, "win.import", NULL, import);
  gtk_widget_class_install_action (klass, "win.reload", NULL, reload);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo);
  gtk_widget_class_install_action (klass, "win.redo", NULL, undo);
  gtk_widget_class_install_action (klass, "win.export", NULL, export);
  gtk_widget_class_install_action (klass, "win.print", NULL, print);
  gtk_widget_class_install_action (klass, "win.copy-picture", NULL, copy_map);
  gtk_widget_class_install_action (klass, "win.copy-svg", NULL, copy_map);
  gtk_widget_class_install_action (klass, "win.copy-text", NULL, copy_map);
  gtk_widget_class_install_action (klass, "win.copy-csv", NULL, copy_map);
  gtk_widget_class_install_action (klass, "win.copy-mermaid", NULL, copy_map);
  gtk_widget_class_install_action (klass, "win.copy-dot", NULL, copy_map);
  gtk_widget_class_install_action (klass, "win.copy-steps", "s", copy_steps);
  gtk_widget_class_install_action (klass, "win.next-map", NULL, switch_map);
  gtk_widget_class_install_action (klass, "win.previous-map", NULL, switch_map);
  gtk_widget_class_install_action (klass, "win.show-maps", NULL, show_maps);
  gtk_widget_class_install_action (klass, "win.show-map", "s", show_map);
  gtk_widget_class_install_action (klass, "win.show-personas", NULL, show_personas);
  gtk_widget_class_install_action (klass, "win.next-pane", NULL, next_pane);
  gtk_widget_class_install_action (klass, "win.previous-pane", NULL, next_pane);
  way_map_actions_install (klass);
  gtk_widget_class_install_action (klass, "win.show-keys", NULL, show_keys);
  gtk_widget_class_install_action (klass, "win.help", NULL, help);
  gtk_widget_class_install_action (klass, "win.about", NULL, about);
  for (guint i = 0; i < G_N_ELEMENTS (forwarded); i++)
    gtk_widget_class_install_action (klass, forwarded[i], NULL, forward_to_view);
}

/**
 * way_window_update_actions:
 * @self: a window
 *
 * Lets only be done what can be done now.
 */
void
way_window_update_actions (WayWindow *self)
{
  static const char *const with_a_workspace[] = { "win.save", "win.save-copy", "win.import", "win.reload", "win.export",
                                                  "win.print", "win.copy-picture", "win.copy-svg", "win.copy-text",
                                                  "win.show-maps", "win.show-map", "win.show-personas", "win.next-pane", "win.previous-pane",
                                                  "win.next-map",
                                                  "win.previous-map" };
  WayWorkspace *workspace = way_window_get_workspace (self);
  GtkWidget *widget = GTK_WIDGET (self);

  for (guint i = 0; i < G_N_ELEMENTS (with_a_workspace); i++)
    gtk_widget_action_set_enabled (widget, with_a_workspace[i], workspace != NULL);
  way_map_actions_update (self);
  gtk_widget_action_set_enabled (widget, "win.undo", workspace != NULL && way_workspace_get_undo_label (workspace) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", workspace != NULL && way_workspace_get_redo_label (workspace) != NULL);
}
