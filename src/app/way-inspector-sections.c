/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What hangs on something: the flags on it, how people felt at it. */
#include "app/way-inspector-sections.h"

#include "app/way-lead-row.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "model/way-schema.h"

static void
row_activated_cb (AdwActionRow *row,
                  WayRecord    *record)
{
  way_map_context_select (g_object_get_data (G_OBJECT (row), "context"), way_record_get_kind (record), way_record_get_id (record));
}

/**
 * way_inspector_new_row:
 * @context: what it works with
 * @record: what the row leads to
 * @title: what it says
 * @subtitle: (nullable): what there is to add
 *
 * Returns: (transfer floating): a row that selects the record
 */
GtkWidget *
way_inspector_new_row (WayMapContext *context,
                       WayRecord     *record,
                       const char    *title,
                       const char    *subtitle)
{
  GtkWidget *row = g_object_new (WAY_TYPE_LEAD_ROW, "title", title, "subtitle", subtitle != NULL ? subtitle : "", NULL);

  g_object_set_data_full (G_OBJECT (row), "context", g_object_ref (context), g_object_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (row_activated_cb), g_object_ref (record), (GClosureNotify) (void (*) (void)) g_object_unref,
                         G_CONNECT_DEFAULT);
  return row;
}

/**
 * way_inspector_new_button:
 * @icon_name: what it shows
 * @label: what it does
 *
 * Returns: (transfer floating): a flat button with a name
 */
GtkWidget *
way_inspector_new_button (const char *icon_name,
                          const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

/* At the foot of what is told of something: what can be done with it. */
void
way_inspector_add_button (GtkWidget  *box,
                          const char *label,
                          GCallback   callback,
                          gpointer    data,
                          const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  g_signal_connect (button, "clicked", callback, data);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_flag_row (WayMapContext       *context,
              AdwPreferencesGroup *group,
              WayRecord           *flag)
{
  g_autofree char *name = way_words_dup_name (flag), *about = way_words_dup_flag (flag);

  adw_preferences_group_add (group, way_inspector_new_row (context, flag, name, about));
}

/**
 * way_inspector_new_flags:
 * @context: what it works with
 * @on: the record that they are pinned to
 *
 * Returns: (transfer floating): the flags on it, and a way to pin one more
 */
GtkWidget *
way_inspector_new_flags (WayMapContext *context,
                         const char    *on)
{
  GtkWidget *group = adw_preferences_group_new (), *button = way_inspector_new_button ("list-add-symbolic", _("Pin a Flag"));
  g_autoptr (GPtrArray) flags = way_map_context_list (context, WAY_KIND_FLAG, way_map_context_get_map (context));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Flags"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "view.add-flag");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  for (guint i = 0; i < flags->len; i++)
    if (g_strcmp0 (way_record_get_text (flags->pdata[i], WAY_FLAG_ON), on) == 0)
      add_flag_row (context, ADW_PREFERENCES_GROUP (group), flags->pdata[i]);
  return group;
}

static void
add_reading_cb (GtkButton     *button,
                WayMapContext *context)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Add feeling"));
  g_autoptr (WayRecord) feeling = way_record_new (WAY_KIND_FEELING, NULL, way_map_context_get_map (context));

  way_record_set_text (feeling, WAY_FEELING_STAGE, g_object_get_data (G_OBJECT (button), "stage"));
  way_record_set_number (feeling, WAY_FEELING_VALUE, 0);
  way_edit_put (edit, feeling);
  if (way_map_context_apply (context, edit))
    way_map_context_select (context, WAY_KIND_FEELING, way_record_get_id (feeling));
}

/**
 * way_inspector_new_readings:
 * @context: what it works with
 * @stage: a stage
 *
 * Returns: (transfer floating): how people felt there, and a way to add one more
 */
GtkWidget *
way_inspector_new_readings (WayMapContext *context,
                            const char    *stage)
{
  GtkWidget *group = adw_preferences_group_new (), *button = way_inspector_new_button ("list-add-symbolic", _("Add How Somebody Felt"));
  g_autoptr (GPtrArray) feelings = way_map_context_list (context, WAY_KIND_FEELING, way_map_context_get_map (context));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("How People Felt Here"));
  g_object_set_data_full (G_OBJECT (button), "stage", g_strdup (stage), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_reading_cb), context, G_CONNECT_DEFAULT);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  for (guint i = 0; i < feelings->len; i++)
    {
      g_autofree char *name = way_words_dup_name (feelings->pdata[i]);
      g_autoptr (WayRecord) persona = NULL;

      if (g_strcmp0 (way_record_get_text (feelings->pdata[i], WAY_FEELING_STAGE), stage) != 0)
        continue;
      persona = way_map_context_read (context, WAY_KIND_PERSONA, way_record_get_text (feelings->pdata[i], WAY_FEELING_PERSONA));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 way_inspector_new_row (context, feelings->pdata[i], name,
                                                        persona != NULL ? way_record_get_text (persona, WAY_PERSONA_NAME) : NULL));
    }
  return group;
}
