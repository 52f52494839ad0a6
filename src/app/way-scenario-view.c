/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One scenario in full. Rows of stops stay as long as their stops are there, so that nothing that is being written or pressed goes. */
#include "app/way-scenario-view.h"

#include "app/way-form.h"
#include "app/way-scenario-edits.h"
#include "app/way-scenario-sections.h"
#include "app/way-step-field.h"
#include "app/way-stop-row.h"
#include "app/way-toast.h"
#include "base/way-i18n.h"
#include "model/way-pathway-counts.h"
#include "model/way-schema.h"

struct _WayScenarioView
{
  AdwBin parent_instance;

  WayMapContext *context;
  char *id;
  gboolean filling;

  WayForm *form;
  AdwSwitchRow *shown;
  GtkToggleButton *walk;
  GtkWidget *list, *none, *sections;
};

G_DEFINE_FINAL_TYPE (WayScenarioView, way_scenario_view, ADW_TYPE_BIN)

static void
shown_cb (AdwSwitchRow    *row,
          GParamSpec      *pspec,
          WayScenarioView *self)
{
  if (!self->filling)
    way_map_context_show_scenario (self->context, self->id, adw_switch_row_get_active (row));
}

static void
walk_cb (GtkToggleButton *button,
         WayScenarioView *self)
{
  if (self->filling || !way_scenario_view_finish (self))
    return;
  way_map_context_walk (self->context, gtk_toggle_button_get_active (button) ? self->id : NULL, NULL);
}

static WayStopRow *
find_row (WayScenarioView *self,
          const char      *stop)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (WAY_IS_STOP_ROW (row) && g_str_equal (way_stop_row_get_stop (WAY_STOP_ROW (row)), stop))
      return WAY_STOP_ROW (row);
  return NULL;
}

static gboolean
has_stop (GPtrArray  *stops,
          const char *id)
{
  for (guint i = 0; i < stops->len; i++)
    if (g_str_equal (way_record_get_id (stops->pdata[i]), id))
      return TRUE;
  return FALSE;
}

static int
sort_cb (GtkListBoxRow *a,
         GtkListBoxRow *b,
         gpointer       data)
{
  guint one = way_stop_row_get_place (WAY_STOP_ROW (a)), other = way_stop_row_get_place (WAY_STOP_ROW (b));

  return one < other ? -1 : one > other;
}

/* What is gone, goes; where it had the focus, the next one gets it. */
static void
remove_gone (WayScenarioView *self,
             GPtrArray       *stops)
{
  GtkWidget *row = gtk_widget_get_first_child (self->list);

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row), *heir = next != NULL ? next : gtk_widget_get_prev_sibling (row);

      if (!has_stop (stops, way_stop_row_get_stop (WAY_STOP_ROW (row))))
        {
          if (gtk_widget_get_focus_child (self->list) == row && (heir == NULL || !gtk_widget_child_focus (heir, GTK_DIR_TAB_FORWARD)))
            gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
          gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
        }
      row = next;
    }
}

static void
show_stops (WayScenarioView   *self,
            GPtrArray         *stops,
            WayScenarioCounts *counts,
            WayRecord         *persona)
{
  const char *const *needs = persona != NULL ? way_record_get_texts (persona, WAY_PERSONA_NEEDS) : NULL;

  remove_gone (self, stops);
  for (guint i = 0; i < stops->len; i++)
    {
      WayStopRow *row = find_row (self, way_record_get_id (stops->pdata[i]));
      gboolean off_map = i > 0 && counts != NULL && i <= counts->moves->len && g_array_index (counts->moves, WayMove, i - 1).link == NULL;
      gboolean is_new = row == NULL;

      if (is_new)
        row = WAY_STOP_ROW (way_stop_row_new (self->context, stops->pdata[i]));
      way_stop_row_show (row, stops->pdata[i], i, stops->len, off_map, needs);
      if (is_new)
        gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
    }
  gtk_list_box_invalidate_sort (GTK_LIST_BOX (self->list));
  gtk_widget_set_visible (self->list, stops->len > 0);
  gtk_widget_set_visible (self->none, stops->len == 0);
}

static WayStopRow *
get_row_with_focus (WayScenarioView *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->list);

  return row != NULL ? WAY_STOP_ROW (row) : NULL;
}

/* Keys for the stop where the focus is, unless something is written there. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                WayScenarioView       *self)
{
  WayStopRow *row = get_row_with_focus (self);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  int outcome = way_scenario_find_outcome_key (key);
  gboolean up = key == GDK_KEY_Up || key == GDK_KEY_KP_Up, down = key == GDK_KEY_Down || key == GDK_KEY_KP_Down;

  if (row == NULL || GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus))
    return GDK_EVENT_PROPAGATE;
  modifiers &= GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK;
  if (modifiers == GDK_CONTROL_MASK && (up || down))
    way_scenario_edits_move_stop (self->context, way_stop_row_get_stop (row), up ? -1 : 1);
  else if (modifiers == 0 && outcome >= 0)
    way_scenario_edits_set_outcome (self->context, way_stop_row_get_stop (row), way_scenario_get_outcome (outcome));
  else if (modifiers == 0 && (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete))
    way_stop_row_remove (row);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
next_named_cb (WayTextField    *field,
               const char      *text,
               WayScenarioView *self)
{
  g_autofree char *reason = NULL, *step = way_step_field_dup_chosen (field, &reason), *id = NULL;

  if (step == NULL)
    way_toast_say (GTK_WIDGET (self), reason);
  else if (way_scenario_edits_add_stop (self->context, self->id, NULL, step, &id))
    way_text_field_empty (field);
  return FALSE;
}

/* The map can be walked without the map, by the names of its steps. */
static GtkWidget *
new_next (WayScenarioView *self)
{
  GtkWidget *list = gtk_list_box_new (), *field = way_step_field_new (self->context, _("Next stop: the name of its step"));

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Next Stop"), -1);
  way_text_field_keep_on_return (WAY_TEXT_FIELD (field));
  g_signal_connect (field, "commit", G_CALLBACK (next_named_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (list), field);
  return list;
}

static GtkWidget *
new_stops (WayScenarioView *self)
{
  GtkWidget *group = adw_preferences_group_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Stops"));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), sort_cb, NULL, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Stops"), -1);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->list, keys);
  self->none = gtk_label_new (_("No stops yet. Walk the map, and what you choose there becomes the route."));
  gtk_label_set_wrap (GTK_LABEL (self->none), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->none), 0);
  gtk_widget_add_css_class (self->none, "dim-label");
  gtk_box_append (GTK_BOX (box), self->none);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), new_next (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), box);
  return group;
}

static GtkWidget *
new_ways (WayScenarioView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *play = gtk_button_new_with_mnemonic (_("_Play in the Room"));

  self->walk = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_mnemonic (_("_Walk the Map")));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->walk), _("Steps that are chosen on the map become stops"));
  g_signal_connect (self->walk, "toggled", G_CALLBACK (walk_cb), self);
  gtk_widget_set_tooltip_text (play, _("Show it to a room, stop by stop"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (play), "room.play");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (play), "s", self->id);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->walk));
  gtk_box_append (GTK_BOX (box), play);
  return box;
}

static void
way_scenario_view_dispose (GObject *object)
{
  g_clear_object (&WAY_SCENARIO_VIEW (object)->context);

  G_OBJECT_CLASS (way_scenario_view_parent_class)->dispose (object);
}

static void
way_scenario_view_finalize (GObject *object)
{
  g_free (WAY_SCENARIO_VIEW (object)->id);

  G_OBJECT_CLASS (way_scenario_view_parent_class)->finalize (object);
}

static void
way_scenario_view_class_init (WayScenarioViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_scenario_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_scenario_view_finalize;
}

static void
way_scenario_view_init (WayScenarioView *self)
{
}

/**
 * way_scenario_view_new:
 * @context: what it works with
 * @scenario_id: a scenario
 *
 * Returns: (transfer floating): the scenario in full
 */
GtkWidget *
way_scenario_view_new (WayMapContext *context,
                       const char    *scenario_id)
{
  WayScenarioView *self = g_object_new (WAY_TYPE_SCENARIO_VIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->context = g_object_ref (context);
  self->id = g_strdup (scenario_id);
  self->form = WAY_FORM (way_form_new (context, WAY_KIND_SCENARIO, scenario_id));
  self->shown = ADW_SWITCH_ROW (adw_switch_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->shown), _("On the Map"));
  g_signal_connect (self->shown, "notify::active", G_CALLBACK (shown_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->form), GTK_WIDGET (self->shown));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), new_ways (self));
  gtk_box_append (GTK_BOX (box), new_stops (self));
  self->sections = adw_bin_new ();
  gtk_box_append (GTK_BOX (box), self->sections);
  adw_bin_set_child (ADW_BIN (self), box);
  way_scenario_view_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * way_scenario_view_refresh:
 * @self: a view
 *
 * Shows what there is now; what is being typed stays.
 *
 * Returns: whether the scenario is there
 */
gboolean
way_scenario_view_refresh (WayScenarioView *self)
{
  g_autoptr (WayRecord) scenario = way_map_context_read (self->context, WAY_KIND_SCENARIO, self->id), persona = NULL;
  g_autoptr (GPtrArray) stops = NULL;
  g_autoptr (WayScenarioCounts) counts = NULL;

  if (scenario == NULL)
    return FALSE;
  persona = way_map_context_read (self->context, WAY_KIND_PERSONA, way_record_get_text (scenario, WAY_SCENARIO_PERSONA));
  stops = way_map_context_list (self->context, WAY_KIND_STOP, self->id);
  counts = way_count_scenario (way_map_context_get_lens (self->context), self->id, NULL);
  way_form_refresh (self->form);
  show_stops (self, stops, counts, persona);
  adw_bin_set_child (ADW_BIN (self->sections), way_scenario_sections_new (self->context, scenario, persona, stops, counts));
  way_scenario_view_scenarios (self);
  return TRUE;
}

/**
 * way_scenario_view_scenarios:
 * @self: a view
 *
 * Says whether it is shown and walked.
 */
void
way_scenario_view_scenarios (WayScenarioView *self)
{
  self->filling = TRUE;
  adw_switch_row_set_active (self->shown, way_map_context_shows_scenario (self->context, self->id));
  gtk_toggle_button_set_active (self->walk, g_strcmp0 (way_map_context_get_walk (self->context, NULL), self->id) == 0);
  self->filling = FALSE;
}

/**
 * way_scenario_view_finish:
 * @self: a view
 *
 * Returns: whether what was being typed is in the workspace
 */
gboolean
way_scenario_view_finish (WayScenarioView *self)
{
  gboolean done = way_form_finish (self->form);

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    done &= way_stop_row_finish (WAY_STOP_ROW (row));
  return done;
}

void
way_scenario_view_focus (WayScenarioView *self)
{
  way_form_focus (self->form);
}
