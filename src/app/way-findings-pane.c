/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map says: sentences that lead to what they speak of. Read when somebody looks, and again when they have rested a moment. */
#include "app/way-findings-pane.h"

#include "app/way-lead-row.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "model/way-compare.h"
#include "model/way-counts.h"
#include "model/way-findings.h"
#include "model/way-schema.h"
#include "scene/way-scene-pathway.h"

#define REST 600              /* milliseconds without a change before everything is counted again */

struct _WayFindingsPane
{
  WayPane parent_instance;

  GtkWidget *scrolled;
  guint wait;
};

G_DEFINE_FINAL_TYPE (WayFindingsPane, way_findings_pane, WAY_TYPE_PANE)

static void
row_activated_cb (AdwActionRow    *row,
                  WayFindingsPane *self)
{
  WayMapContext *context = way_pane_get_context (WAY_PANE (self));
  const char *id = g_object_get_data (G_OBJECT (row), "id");
  WayKind kind;

  if (way_records_find_kind (WAY_RECORDS (way_map_context_get_workspace (context)), id, &kind, NULL))
    way_map_context_select (context, kind, id);
}

/* What was there only before is on another map. */
typedef struct
{
  WayFindingsPane *pane;      /* owned */
  char *map, *id;
} Before;

static void
before_free (gpointer data)
{
  Before *self = data;

  g_object_unref (self->pane);
  g_free (self->map);
  g_free (self->id);
  g_free (self);
}

static gboolean
open_before_cb (gpointer data)
{
  Before *self = data;
  WayMapContext *context = way_pane_get_context (WAY_PANE (self->pane));
  WayWorkspace *workspace = way_map_context_get_workspace (context);
  WayKind kind;

  if (workspace == NULL || !way_records_find_kind (WAY_RECORDS (workspace), self->id, &kind, NULL))
    return G_SOURCE_REMOVE;
  gtk_widget_activate_action (GTK_WIDGET (self->pane), "win.open-map", "s", self->map);
  if (g_strcmp0 (way_map_context_get_map (context), self->map) == 0)
    way_map_context_select (context, kind, self->id);
  return G_SOURCE_REMOVE;
}

/* Not at once: the row that leads there goes with the map that is shown now. */
static void
before_activated_cb (AdwActionRow    *row,
                     WayFindingsPane *self)
{
  Before *before = g_new0 (Before, 1);

  *before = (Before) { g_object_ref (self), g_strdup (g_object_get_data (G_OBJECT (row), "map")),
                       g_strdup (g_object_get_data (G_OBJECT (row), "id")) };
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, open_before_cb, before, before_free);
}

static GtkWidget *
add_sentence (WayFindingsPane *self,
              GtkWidget       *group,
              const char      *sentence,
              const char      *id)
{
  GtkWidget *row = g_object_new (WAY_TYPE_LEAD_ROW, "title", sentence, NULL);

  if (id != NULL)
    {
      g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

/* A sentence about what is gone leads to where it was. */
static void
add_gone (WayFindingsPane     *self,
          GtkWidget           *group,
          const char          *based_on,
          const WayDifference *difference)
{
  GtkWidget *row = add_sentence (self, group, difference->sentence, NULL);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Only on the version before: go there"));
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (difference->earlier), g_free);
  g_object_set_data_full (G_OBJECT (row), "map", g_strdup (based_on), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (before_activated_cb), self);
}

static GtkWidget *
add_group (GtkWidget  *box,
           const char *title,
           const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped);
  gtk_box_append (GTK_BOX (box), group);
  return group;
}

static void
add_pathway (WayFindingsPane *self,
             GtkWidget       *box)
{
  WayMapContext *context = way_pane_get_context (WAY_PANE (self));
  /* As it is read on the map: what a sentence leads to has to be there. */
  g_autoptr (GPtrArray) findings = way_find_in_pathway (way_map_context_get_lens (context), way_map_context_get_map (context),
                                                        way_scene_get_reading (way_canvas_get_scene (way_map_context_get_canvas (context))), NULL);
  gboolean any = findings != NULL && findings->len > 0;
  GtkWidget *group = add_group (box, _("What the Map Says"), any ? NULL : _("Nothing stands out."));

  for (guint i = 0; any && i < findings->len; i++)
    {
      WayFinding *finding = findings->pdata[i];

      add_sentence (self, group, finding->sentence, finding->ids != NULL ? finding->ids[0] : NULL);
    }
}

static char *
dup_stage_name (WayFindingsPane       *self,
                const WayFeelingCount *feeling)
{
  g_autoptr (WayRecord) stage = way_map_context_read (way_pane_get_context (WAY_PANE (self)), WAY_KIND_STAGE, feeling->stage);

  return stage != NULL ? way_words_dup_name (stage) : g_strdup ("");
}

/* Where people felt worst and best, and where they differed most: disagreement is the finding. */
static void
add_journey (WayFindingsPane *self,
             GtkWidget       *box)
{
  WayMapContext *context = way_pane_get_context (WAY_PANE (self));
  g_autoptr (WayJourneyCounts) counts = way_count_journey (way_map_context_get_lens (context), way_map_context_get_map (context), NULL);
  const WayFeelingCount *worst = NULL, *best = NULL, *apart = NULL;
  g_autofree char *size = NULL;
  GtkWidget *group;

  if (counts == NULL)
    return;
  for (guint i = 0; i < counts->feelings->len; i++)
    {
      const WayFeelingCount *each = &g_array_index (counts->feelings, WayFeelingCount, i);

      if (each->n == 0)
        continue;
      worst = worst == NULL || each->median < worst->median ? each : worst;
      best = best == NULL || each->median > best->median ? each : best;
      apart = each->n > 1 && (apart == NULL || each->high - each->low > apart->high - apart->low) ? each : apart;
    }
  size = g_strdup_printf (ngettext ("%u card", "%u cards", counts->cards), counts->cards);
  group = add_group (box, _("What the Map Says"), size);
  if (worst != NULL && best != NULL && worst->median < best->median)
    {
      g_autofree char *low = dup_stage_name (self, worst), *high = dup_stage_name (self, best);
      /* Translators: the title of a stage. */
      g_autofree char *lowest = g_strdup_printf (_("It feels worst at “%s”."), low);
      /* Translators: the title of a stage. */
      g_autofree char *highest = g_strdup_printf (_("It feels best at “%s”."), high);

      add_sentence (self, group, lowest, worst->stage);
      add_sentence (self, group, highest, best->stage);
    }
  if (apart != NULL && apart->high > apart->low)
    {
      g_autofree char *name = dup_stage_name (self, apart);
      /* Translators: the title of a stage. */
      g_autofree char *widest = g_strdup_printf (_("People differ most at “%s”."), name);

      add_sentence (self, group, widest, apart->stage);
    }
}

static void
add_comparison (WayFindingsPane *self,
                GtkWidget       *box)
{
  WayMapContext *context = way_pane_get_context (WAY_PANE (self));
  g_autoptr (WayRecord) map = way_map_context_read (context, WAY_KIND_MAP, way_map_context_get_map (context));
  const char *based_on = map != NULL ? way_record_get_text (map, WAY_MAP_BASED_ON) : NULL;
  g_autoptr (WayComparison) comparison = NULL;
  GtkWidget *group;

  if (based_on == NULL)
    return;
  comparison = way_compare_maps (way_map_context_get_lens (context), based_on, way_map_context_get_map (context), NULL);
  if (comparison == NULL)
    return;
  group = add_group (box, _("Since the Version Before"), way_comparison_get_summary (comparison));
  if (way_map_context_is_kind (context, "pathway"))
    {
      GtkWidget *row = adw_action_row_new (), *shown = gtk_switch_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Show the Differences on the Map"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (shown), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show the Differences on the Map"), -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (shown), "view.compare");
      gtk_widget_set_valign (shown, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), shown);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), shown);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  for (guint i = 0; i < way_comparison_get_length (comparison); i++)
    {
      const WayDifference *difference = way_comparison_get_difference (comparison, i);

      if (difference->implied)
        continue;
      if (difference->later == NULL && difference->earlier != NULL)
        add_gone (self, group, based_on, difference);
      else
        add_sentence (self, group, difference->sentence, difference->later);
    }
}

static void
way_findings_pane_refresh (WayPane *pane)
{
  WayFindingsPane *self = WAY_FINDINGS_PANE (pane);
  WayMapContext *context = way_pane_get_context (pane);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  g_clear_handle_id (&self->wait, g_source_remove);
  gtk_widget_add_css_class (box, "pane");
  if (way_map_context_is_kind (context, "pathway"))
    add_pathway (self, box);
  else if (way_map_context_get_map (context) != NULL)
    add_journey (self, box);
  add_comparison (self, box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
}

static gboolean
rested_cb (gpointer data)
{
  WayFindingsPane *self = data;

  self->wait = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    way_findings_pane_refresh (WAY_PANE (self));
  return G_SOURCE_REMOVE;
}

static void
way_findings_pane_changed (WayPane    *pane,
                           WayChanges *changes)
{
  WayFindingsPane *self = WAY_FINDINGS_PANE (pane);

  g_clear_handle_id (&self->wait, g_source_remove);
  self->wait = g_timeout_add (REST, rested_cb, self);
}

static void
way_findings_pane_dispose (GObject *object)
{
  g_clear_handle_id (&WAY_FINDINGS_PANE (object)->wait, g_source_remove);

  G_OBJECT_CLASS (way_findings_pane_parent_class)->dispose (object);
}

static void
way_findings_pane_class_init (WayFindingsPaneClass *klass)
{
  WayPaneClass *pane_class = WAY_PANE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_findings_pane_dispose;
  pane_class->refresh = way_findings_pane_refresh;
  pane_class->changed = way_findings_pane_changed;
}

static void
way_findings_pane_init (WayFindingsPane *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_bin_set_child (ADW_BIN (self), self->scrolled);
}
