/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scenarios of a pathway map: a list, each with a switch that lays it over the map, and one of them in full. */
#include "app/way-scenarios-pane.h"

#include "app/way-inspector-sections.h"
#include "app/way-lead-row.h"
#include "app/way-map-edits.h"
#include "app/way-scenario-edits.h"
#include "app/way-scenario-view.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "model/way-schema.h"

struct _WayScenariosPane
{
  WayPane parent_instance;

  GtkWidget *scrolled;
  WayScenarioView *view;      /* nullable, borrowed: of the one in full */
  char *open;                 /* nullable: the id of that one */
  gboolean filling;
  gboolean focus;             /* the focus goes to what is shown next */
  guint change;               /* the idle call that shows something else */
};

G_DEFINE_FINAL_TYPE (WayScenariosPane, way_scenarios_pane, WAY_TYPE_PANE)

static WayMapContext *
get_context (WayScenariosPane *self)
{
  return way_pane_get_context (WAY_PANE (self));
}

static gboolean
change_cb (gpointer data)
{
  WayScenariosPane *self = data;
  gboolean focus = self->focus;

  self->change = 0;
  self->focus = FALSE;
  WAY_PANE_GET_CLASS (self)->refresh (WAY_PANE (self));
  if (focus && self->view != NULL)
    way_scenario_view_focus (self->view);
  else if (focus)
    gtk_widget_child_focus (self->scrolled, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* Not at once: what leads there goes with what is shown now. A room that is shown the map sees the one that is looked at here. */
static void
show_later (WayScenariosPane *self,
            const char       *id)
{
  if (!way_pane_finish (WAY_PANE (self)))
    return;
  g_set_str (&self->open, id);
  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "room.scenario", "s", id);
  self->focus = TRUE;
  if (self->change == 0)
    self->change = g_idle_add (change_cb, self);
}

static void
new_cb (GtkButton        *button,
        WayScenariosPane *self)
{
  g_autofree char *id = NULL;

  if (way_scenario_edits_create (get_context (self), &id))
    {
      way_map_context_show_scenario (get_context (self), id, TRUE);
      show_later (self, id);
    }
}

static void
duplicate_cb (GtkButton        *button,
              WayScenariosPane *self)
{
  g_autofree char *id = NULL;

  if (way_pane_finish (WAY_PANE (self)) &&
      way_scenario_edits_duplicate (get_context (self), self->open, g_object_get_data (G_OBJECT (button), "route"), &id))
    {
      way_map_context_show_scenario (get_context (self), id, TRUE);
      show_later (self, id);
    }
}

static void
delete_cb (GtkButton        *button,
           WayScenariosPane *self)
{
  g_autofree char *id = g_strdup (self->open);

  if (way_pane_finish (WAY_PANE (self)) && way_map_edits_delete (get_context (self), GTK_WIDGET (self), WAY_KIND_SCENARIO, id))
    show_later (self, NULL);
}

static void
back_cb (GtkButton        *button,
         WayScenariosPane *self)
{
  show_later (self, NULL);
}

static void
row_activated_cb (AdwActionRow     *row,
                  WayScenariosPane *self)
{
  show_later (self, g_object_get_data (G_OBJECT (row), "id"));
}

static void
shown_cb (GtkSwitch        *shown,
          GParamSpec       *pspec,
          WayScenariosPane *self)
{
  if (!self->filling)
    way_map_context_show_scenario (get_context (self), g_object_get_data (G_OBJECT (shown), "id"), gtk_switch_get_active (shown));
}

static GtkWidget *
add_button (WayScenariosPane *self,
            GtkWidget        *box,
            const char       *label,
            GCallback         callback,
            const char       *css_class)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  g_signal_connect (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
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
  GtkWidget *row = g_object_new (WAY_TYPE_LEAD_ROW, "title", name, "subtitle", subtitle, NULL);
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
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
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
          WayRecord        *open)
{
  gboolean lived = g_strcmp0 (way_record_get_text (open, WAY_SCENARIO_ROUTE), "lived") == 0;
  GtkWidget *duplicate;

  add_button (self, box, _("_All Scenarios"), G_CALLBACK (back_cb), "flat");
  self->view = WAY_SCENARIO_VIEW (way_scenario_view_new (get_context (self), self->open));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  duplicate = add_button (self, box, lived ? _("D_uplicate as Planned") : _("D_uplicate as Lived"), G_CALLBACK (duplicate_cb), NULL);
  g_object_set_data (G_OBJECT (duplicate), "route", (gpointer) (lived ? "planned" : "lived"));
  add_button (self, box, _("_Delete"), G_CALLBACK (delete_cb), "destructive-action");
}

static void
way_scenarios_pane_refresh (WayPane *pane)
{
  WayScenariosPane *self = WAY_SCENARIOS_PANE (pane);
  g_autoptr (WayRecord) open = way_map_context_read (get_context (self), WAY_KIND_SCENARIO, self->open);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  way_pane_finish (pane);
  gtk_widget_add_css_class (box, "pane");
  self->view = NULL;
  if (open != NULL && g_strcmp0 (way_record_get_within (open), way_map_context_get_map (get_context (self))) == 0)
    add_view (self, box, open);
  else
    {
      g_clear_pointer (&self->open, g_free);
      add_list (self, box);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
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
  if (any && self->change == 0 && (self->view == NULL || !way_scenario_view_refresh (self->view)))
    self->change = g_idle_add (change_cb, self);
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
  update_switches (self, self->scrolled);
  self->filling = FALSE;
}

static void
way_scenarios_pane_selected (WayPane *pane)
{
}

static gboolean
way_scenarios_pane_finish (WayPane *pane)
{
  WayScenariosPane *self = WAY_SCENARIOS_PANE (pane);

  return self->view == NULL || way_scenario_view_finish (self->view);
}

static void
way_scenarios_pane_dispose (GObject *object)
{
  g_clear_handle_id (&WAY_SCENARIOS_PANE (object)->change, g_source_remove);

  G_OBJECT_CLASS (way_scenarios_pane_parent_class)->dispose (object);
}

static void
way_scenarios_pane_finalize (GObject *object)
{
  g_free (WAY_SCENARIOS_PANE (object)->open);

  G_OBJECT_CLASS (way_scenarios_pane_parent_class)->finalize (object);
}

static void
way_scenarios_pane_class_init (WayScenariosPaneClass *klass)
{
  WayPaneClass *pane_class = WAY_PANE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_scenarios_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_scenarios_pane_finalize;
  pane_class->refresh = way_scenarios_pane_refresh;
  pane_class->changed = way_scenarios_pane_changed;
  pane_class->selected = way_scenarios_pane_selected;
  pane_class->scenarios = way_scenarios_pane_scenarios;
  pane_class->finish = way_scenarios_pane_finish;
}

static void
way_scenarios_pane_init (WayScenariosPane *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_bin_set_child (ADW_BIN (self), self->scrolled);
}
