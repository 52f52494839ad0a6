/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scenarios of a pathway map: a list, each with a switch that lays it over the map, and one of them in full. */
#include "app/way-scenarios-pane.h"

#include "app/way-inspector-sections.h"
#include "app/way-map-edits.h"
#include "app/way-scenario-edits.h"
#include "app/way-scenario-view.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "model/way-schema.h"

struct _WayScenariosPane
{
  WayListPane parent_instance;

  WayScenarioView *view;      /* nullable, borrowed: of the one in full */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (WayScenariosPane, way_scenarios_pane, WAY_TYPE_LIST_PANE)

static WayMapContext *
get_context (WayScenariosPane *self)
{
  return way_pane_get_context (WAY_PANE (self));
}

static void
new_cb (GtkButton        *button,
        WayScenariosPane *self)
{
  g_autofree char *id = NULL;

  if (way_scenario_edits_create (get_context (self), &id))
    {
      way_map_context_show_scenario (get_context (self), id, TRUE);
      way_list_pane_show (WAY_LIST_PANE (self), id);
    }
}

static void
duplicate_cb (GtkButton        *button,
              WayScenariosPane *self)
{
  g_autofree char *id = NULL;

  if (way_pane_finish (WAY_PANE (self)) &&
      way_scenario_edits_duplicate (get_context (self), way_list_pane_get_open (WAY_LIST_PANE (self)),
                                    g_object_get_data (G_OBJECT (button), "route"), &id))
    {
      way_map_context_show_scenario (get_context (self), id, TRUE);
      way_list_pane_show (WAY_LIST_PANE (self), id);
    }
}

static void
delete_cb (GtkButton        *button,
           WayScenariosPane *self)
{
  g_autofree char *id = g_strdup (way_list_pane_get_open (WAY_LIST_PANE (self)));

  if (way_pane_finish (WAY_PANE (self)) && way_map_edits_delete (get_context (self), GTK_WIDGET (self), WAY_KIND_SCENARIO, id))
    way_list_pane_show (WAY_LIST_PANE (self), NULL);
}

static void
shown_cb (GtkSwitch        *shown,
          GParamSpec       *pspec,
          WayScenariosPane *self)
{
  if (!self->filling)
    way_map_context_show_scenario (get_context (self), g_object_get_data (G_OBJECT (shown), "id"), gtk_switch_get_active (shown));
}

/* "Callum · as lived · 9 stops" */
static char *
dup_subtitle (WayScenariosPane *self,
              WayRecord        *scenario)
{
  g_autoptr (WayRecord) persona = way_map_context_read (get_context (self), WAY_KIND_PERSONA,
                                                        way_record_get_text (scenario, WAY_SCENARIO_PERSONA));
  g_autoptr (GPtrArray) stops = way_map_context_list (get_context (self), WAY_KIND_STOP, way_record_get_id (scenario));
  const char *route = way_record_get_text (scenario, WAY_SCENARIO_ROUTE);
  g_autofree char *count = g_strdup_printf (g_dngettext (NULL, "%u stop", "%u stops", stops->len), stops->len);
  g_autofree char *whose = persona != NULL ? way_words_dup_name (persona) : NULL;
  const char *parts[4] = { NULL };
  guint n = 0;

  if (whose != NULL)
    parts[n++] = whose;
  if (route != NULL)
    parts[n++] = way_words_of_choice (WAY_KIND_SCENARIO, route);
  parts[n++] = count;
  return g_strjoinv (" · ", (char **) parts);
}

static GtkWidget *
new_row (WayScenariosPane *self,
         WayRecord        *scenario)
{
  const char *id = way_record_get_id (scenario);
  g_autofree char *name = way_scenario_dup_name (get_context (self), scenario), *subtitle = dup_subtitle (self, scenario);
  GtkWidget *row = way_list_pane_new_row (WAY_LIST_PANE (self), id, name, subtitle);
  GtkWidget *shown = gtk_switch_new ();
  /* Translators: the title of a scenario. */
  g_autofree char *label = g_strdup_printf (_("“%s” on the Map"), name);

  g_object_set_data_full (G_OBJECT (shown), "id", g_strdup (id), g_free);
  gtk_widget_set_valign (shown, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (shown, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (shown), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_switch_set_active (GTK_SWITCH (shown), way_map_context_shows_scenario (get_context (self), id));
  g_signal_connect (shown, "notify::active", G_CALLBACK (shown_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), shown);
  return row;
}

static void
add_list (WayScenariosPane *self,
          GtkWidget        *box)
{
  GtkWidget *group = adw_preferences_group_new (), *add = way_inspector_new_button ("list-add-symbolic", _("New Scenario"));
  gboolean pathway = way_map_context_is_kind (get_context (self), "pathway");
  g_autoptr (GPtrArray) scenarios = NULL;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Scenarios"));
  gtk_box_append (GTK_BOX (box), group);
  if (!pathway)
    {
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("Scenarios walk somebody along a pathway map. This is none."));
      return;
    }
  scenarios = way_map_context_list (get_context (self), WAY_KIND_SCENARIO, way_map_context_get_map (get_context (self)));
  if (scenarios->len == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           _("Walk somebody along the map, as it is planned or as they lived it, and see what it does for them."));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), add);
  g_signal_connect (add, "clicked", G_CALLBACK (new_cb), self);
  for (guint i = 0; i < scenarios->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (self, scenarios->pdata[i]));
}

static void
add_view (WayScenariosPane *self,
          GtkWidget        *box,
          WayRecord        *scenario)
{
  WayListPane *pane = WAY_LIST_PANE (self);
  gboolean lived = g_strcmp0 (way_record_get_text (scenario, WAY_SCENARIO_ROUTE), "lived") == 0;
  GtkWidget *duplicate;

  way_list_pane_add_back (pane, box, _("_All Scenarios"));
  self->view = WAY_SCENARIO_VIEW (way_scenario_view_new (get_context (self), way_record_get_id (scenario)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  duplicate = way_list_pane_add_button (pane, box, lived ? _("D_uplicate as Planned") : _("D_uplicate as Lived"), G_CALLBACK (duplicate_cb), NULL);
  g_object_set_data (G_OBJECT (duplicate), "route", (gpointer) (lived ? "planned" : "lived"));
  way_list_pane_add_button (pane, box, _("_Delete"), G_CALLBACK (delete_cb), "destructive-action");
}

static gboolean
way_scenarios_pane_fill (WayListPane *pane,
                         GtkWidget   *box,
                         const char  *open)
{
  WayScenariosPane *self = WAY_SCENARIOS_PANE (pane);
  g_autoptr (WayRecord) scenario = way_map_context_read (get_context (self), WAY_KIND_SCENARIO, open);
  gboolean here = scenario != NULL && g_strcmp0 (way_record_get_within (scenario), way_map_context_get_map (get_context (self))) == 0;

  self->view = NULL;
  if (here)
    add_view (self, box, scenario);
  else
    add_list (self, box);
  return here;
}

/* A room that is shown the map sees the one that is looked at here. */
static void
way_scenarios_pane_focus (WayListPane *pane)
{
  gtk_widget_activate_action (GTK_WIDGET (pane), "room.scenario", "s", way_list_pane_get_open (pane));
  way_scenario_view_focus (WAY_SCENARIOS_PANE (pane)->view);
}

/* The one in full keeps what is being typed; a list is made anew. */
static void
way_scenarios_pane_changed (WayPane    *pane,
                            WayChanges *changes)
{
  WayScenariosPane *self = WAY_SCENARIOS_PANE (pane);
  gboolean any = FALSE;

  for (guint i = 0; i < way_changes_get_length (changes); i++)
    {
      WayKind kind = way_changes_get (changes, i)->kind;

      any |= kind == WAY_KIND_SCENARIO || kind == WAY_KIND_STOP || kind == WAY_KIND_PERSONA || kind == WAY_KIND_STEP ||
             kind == WAY_KIND_LINK || kind == WAY_KIND_LANE;
    }
  if (any && (self->view == NULL || !way_scenario_view_refresh (self->view)))
    way_list_pane_show_anew (WAY_LIST_PANE (self));
}

static void
update_switches (WayScenariosPane *self,
                 GtkWidget        *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *id = GTK_IS_SWITCH (child) ? g_object_get_data (G_OBJECT (child), "id") : NULL;

      if (id != NULL)
        gtk_switch_set_active (GTK_SWITCH (child), way_map_context_shows_scenario (get_context (self), id));
      else
        update_switches (self, child);
    }
}

static void
way_scenarios_pane_scenarios (WayPane *pane)
{
  WayScenariosPane *self = WAY_SCENARIOS_PANE (pane);

  if (self->view != NULL)
    {
      way_scenario_view_scenarios (self->view);
      return;
    }
  self->filling = TRUE;
  update_switches (self, way_list_pane_get_box (WAY_LIST_PANE (self)));
  self->filling = FALSE;
}

static gboolean
way_scenarios_pane_finish (WayPane *pane)
{
  WayScenariosPane *self = WAY_SCENARIOS_PANE (pane);

  return self->view == NULL || way_scenario_view_finish (self->view);
}

static void
way_scenarios_pane_class_init (WayScenariosPaneClass *klass)
{
  WAY_PANE_CLASS (klass)->changed = way_scenarios_pane_changed;
  WAY_PANE_CLASS (klass)->scenarios = way_scenarios_pane_scenarios;
  WAY_PANE_CLASS (klass)->finish = way_scenarios_pane_finish;
  WAY_LIST_PANE_CLASS (klass)->fill = way_scenarios_pane_fill;
  WAY_LIST_PANE_CLASS (klass)->focus = way_scenarios_pane_focus;
}

static void
way_scenarios_pane_init (WayScenariosPane *self)
{
}
