/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be shown over a pathway map that is exported: its scenarios, and what an earlier version had otherwise. */
#include "app/way-export-extras.h"

#include "app/way-scenario-edits.h"
#include "base/way-i18n.h"
#include "model/way-map-version.h"
#include "model/way-schema.h"

struct _WayExportExtras
{
  AdwExpanderRow parent_instance;

  GPtrArray *switches;        /* borrowed, each with the id of its scenario */
  GPtrArray *chosen;          /* ids, ends with NULL */
};

G_DEFINE_FINAL_TYPE (WayExportExtras, way_export_extras, ADW_TYPE_EXPANDER_ROW)

static void
update (WayExportExtras *self)
{
  g_autofree char *words = NULL;

  g_ptr_array_set_size (self->chosen, 0);
  for (guint i = 0; i < self->switches->len; i++)
    if (gtk_switch_get_active (self->switches->pdata[i]))
      g_ptr_array_add (self->chosen, g_strdup (g_object_get_data (self->switches->pdata[i], "id")));
  if (self->chosen->len == 0)
    words = g_strdup (_("None over the map"));
  else
    words = g_strdup_printf (g_dngettext (NULL, "%u over the map", "%u over the map", self->chosen->len), self->chosen->len);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), words);
}

static void
toggled_cb (GtkSwitch       *shown,
            GParamSpec      *pspec,
            WayExportExtras *self)
{
  update (self);
  g_signal_emit_by_name (self, "changed");
}

static void
way_export_extras_finalize (GObject *object)
{
  WayExportExtras *self = WAY_EXPORT_EXTRAS (object);

  g_ptr_array_unref (self->switches);
  g_ptr_array_unref (self->chosen);

  G_OBJECT_CLASS (way_export_extras_parent_class)->finalize (object);
}

static void
way_export_extras_class_init (WayExportExtrasClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_export_extras_finalize;
  g_signal_new ("changed", WAY_TYPE_EXPORT_EXTRAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
way_export_extras_init (WayExportExtras *self)
{
  self->switches = g_ptr_array_new ();
  self->chosen = g_ptr_array_new_null_terminated (4, g_free, TRUE);
}

static void
add_scenario (WayExportExtras *self,
              WayMapContext   *context,
              WayRecord       *scenario)
{
  g_autofree char *name = way_scenario_dup_name (context, scenario);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name, NULL), *shown = gtk_switch_new ();

  g_object_set_data_full (G_OBJECT (shown), "id", g_strdup (way_record_get_id (scenario)), g_free);
  gtk_switch_set_active (GTK_SWITCH (shown), way_map_context_shows_scenario (context, way_record_get_id (scenario)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (shown), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (shown, GTK_ALIGN_CENTER);
  g_signal_connect (shown, "notify::active", G_CALLBACK (toggled_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), shown);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), shown);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->switches, shown);
}

/**
 * way_export_extras_fill:
 * @self: a row without scenarios
 * @context: the map that is exported
 *
 * Offers the scenarios of the map.
 *
 * Returns: how many they are
 */
guint
way_export_extras_fill (WayExportExtras *self,
                        WayMapContext   *context)
{
  g_autoptr (GPtrArray) scenarios = way_map_context_list (context, WAY_KIND_SCENARIO, way_map_context_get_map (context));

  for (guint i = 0; i < scenarios->len; i++)
    add_scenario (self, context, scenarios->pdata[i]);
  update (self);
  return scenarios->len;
}

/**
 * way_export_extras_get_scenarios:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the ids of those that are chosen, in the order of the list
 */
const char *const *
way_export_extras_get_scenarios (WayExportExtras *self)
{
  return self->chosen->len > 0 ? (const char *const *) self->chosen->pdata : NULL;
}

/**
 * way_export_extras_list_versions:
 * @context: a map
 *
 * Returns: (transfer full) (element-type WayRecord): the versions before it that are still there, the latest first
 */
GPtrArray *
way_export_extras_list_versions (WayMapContext *context)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  WayRecord *map = way_map_context_read (context, WAY_KIND_MAP, way_map_context_get_map (context));
  g_autoptr (WayRecord) first = map;

  while (map != NULL && g_hash_table_add (seen, (gpointer) way_record_get_id (map)))
    {
      map = way_map_context_read (context, WAY_KIND_MAP, way_record_get_text (map, WAY_MAP_BASED_ON));
      if (map != NULL)
        g_ptr_array_add (versions, map);
    }
  return versions;
}

/**
 * way_export_extras_name_versions:
 * @versions: (element-type WayRecord): maps
 *
 * Returns: (transfer full): that there is none, then what each is called
 */
GtkStringList *
way_export_extras_name_versions (GPtrArray *versions)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _("No other version"));
  for (guint i = 0; i < versions->len; i++)
    {
      const char *written = way_record_get_text (versions->pdata[i], WAY_MAP_TITLE), *title = written != NULL ? written : _("Untitled map");
      g_autofree char *version = way_map_dup_version (versions->pdata[i]);
      /* Translators: the title of a map and its version, which may be a number. */
      g_autofree char *label = version != NULL ? g_strdup_printf (_("%s, version %s"), title, version) : g_strdup (title);

      gtk_string_list_append (words, label);
    }
  return words;
}
