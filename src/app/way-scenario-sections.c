/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scenario comes to: its counts, what became of the persona's needs, and how it differs from the other route of the same persona. */
#include "app/way-scenario-sections.h"

#include "app/way-lead-row.h"
#include "app/way-scenario-edits.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "model/way-compare-routes.h"
#include "model/way-scenario-words.h"
#include "model/way-schema.h"

static GtkWidget *
add_group (GtkWidget  *box,
           const char *title,
           const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1), *more = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), more);
  gtk_box_append (GTK_BOX (box), group);
  return group;
}

static GtkWidget *
add_row (GtkWidget  *group,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = g_object_new (WAY_TYPE_LEAD_ROW, "title", title, "subtitle", subtitle != NULL ? subtitle : "", NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
select_cb (AdwActionRow  *row,
           WayMapContext *context)
{
  way_map_context_select (context, WAY_KIND_STEP, g_object_get_data (G_OBJECT (row), "step"));
}

/* Makes a row lead to a step. */
static void
lead (GtkWidget     *row,
      WayMapContext *context,
      const char    *step)
{
  g_object_set_data_full (G_OBJECT (row), "step", g_strdup (step), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (select_cb), context, G_CONNECT_DEFAULT);
}

/* The stop whose note says that a need was met there, or -1. */
static int
find_stop_of_need (GPtrArray  *stops,
                   const char *need)
{
  for (guint i = 0; i < stops->len; i++)
    if (way_scenario_names_need (stops->pdata[i], need))
      return i;
  return -1;
}

static void
add_need (WayMapContext *context,
          GtkWidget     *group,
          GPtrArray     *stops,
          const char    *need)
{
  int number = find_stop_of_need (stops, need);
  g_autoptr (WayRecord) step = NULL;
  g_autofree char *name = NULL, *where = NULL, *title = NULL;
  const char *id;

  if (number < 0)
    {
      title = g_strdup_printf ("○ %s", need);
      /* Translators: of something that a persona needs: no stop of the scenario is said to meet it. */
      add_row (group, title, C_("need", "Left over"));
      return;
    }
  id = way_record_get_text (stops->pdata[number], WAY_STOP_STEP);
  step = way_map_context_read (context, WAY_KIND_STEP, id);
  name = step != NULL ? way_words_dup_name (step) : g_strdup ("");
  /* Translators: of something that a persona needs: the number of the stop, and its step. */
  where = g_strdup_printf (C_("need", "Met at stop %1$d: %2$s"), number + 1, name);
  title = g_strdup_printf ("✓ %s", need);
  lead (add_row (group, title, where), context, id);
}

static void
add_needs (WayMapContext *context,
           GtkWidget     *box,
           WayRecord     *persona,
           GPtrArray     *stops)
{
  const char *const *needs = persona != NULL ? way_record_get_texts (persona, WAY_PERSONA_NEEDS) : NULL;
  g_autofree char *name = NULL, *title = NULL, *left = NULL;
  guint n_left = 0;
  GtkWidget *group;

  if (needs == NULL || needs[0] == NULL)
    return;
  for (guint i = 0; needs[i] != NULL; i++)
    n_left += find_stop_of_need (stops, needs[i]) < 0;
  name = way_words_dup_name (persona);
  /* Translators: the name of a persona. */
  title = g_strdup_printf (_("What %s Needs"), name);
  left = n_left == 0 ? g_strdup (_("Nothing is left over."))
                     : g_strdup_printf (g_dngettext (NULL, "%u need is left over. Needs are ticked off at the stops that meet them.",
                                                     "%u needs are left over. Needs are ticked off at the stops that meet them.", n_left), n_left);
  group = add_group (box, title, left);
  for (guint i = 0; needs[i] != NULL; i++)
    add_need (context, group, stops, needs[i]);
}

static gboolean
is_lived (WayRecord *scenario)
{
  return g_strcmp0 (way_record_get_text (scenario, WAY_SCENARIO_ROUTE), "lived") == 0;
}

static gboolean
is_planned (WayRecord *scenario)
{
  return g_strcmp0 (way_record_get_text (scenario, WAY_SCENARIO_ROUTE), "planned") == 0;
}

static void
add_comparison (WayMapContext *context,
                GtkWidget     *box,
                WayRecord     *planned,
                WayRecord     *lived,
                WayRecord     *other)
{
  g_autoptr (GPtrArray) differences = way_compare_routes (way_map_context_get_lens (context), way_record_get_id (planned),
                                                          way_record_get_id (lived), NULL);
  g_autofree char *name = way_scenario_dup_name (context, other), *title = NULL;
  GtkWidget *group;

  if (differences == NULL)
    return;
  /* Translators: the title of a scenario. */
  title = g_strdup_printf (other == planned ? _("Beside the Plan “%s”") : _("Beside What Was Lived, “%s”"), name);
  group = add_group (box, title, differences->len == 0 ? _("Nothing differs.") : NULL);
  for (guint i = 0; i < differences->len; i++)
    {
      WayRouteDifference *difference = differences->pdata[i];
      GtkWidget *row = add_row (group, difference->sentence, NULL);

      if (difference->step != NULL)
        lead (row, context, difference->step);
    }
}

/* Planned beside lived, of the same persona. */
static void
add_comparisons (WayMapContext *context,
                 GtkWidget     *box,
                 WayRecord     *scenario)
{
  g_autoptr (GPtrArray) all = NULL;
  const char *persona = way_record_get_text (scenario, WAY_SCENARIO_PERSONA);

  if (persona == NULL || (!is_lived (scenario) && !is_planned (scenario)))
    return;
  all = way_map_context_list (context, WAY_KIND_SCENARIO, way_record_get_within (scenario));
  for (guint i = 0; i < all->len; i++)
    {
      WayRecord *other = all->pdata[i];

      if (g_strcmp0 (way_record_get_text (other, WAY_SCENARIO_PERSONA), persona) != 0)
        continue;
      if (is_lived (scenario) && is_planned (other))
        add_comparison (context, box, other, scenario, other);
      else if (is_planned (scenario) && is_lived (other))
        add_comparison (context, box, scenario, other, other);
    }
}

/**
 * way_scenario_sections_new:
 * @context: what it works with
 * @scenario: a scenario
 * @persona: (nullable): whose it is
 * @stops: (element-type WayRecord): its stops
 * @counts: (nullable): what they come to
 *
 * Returns: (transfer floating): what is to be said of the scenario
 */
GtkWidget *
way_scenario_sections_new (WayMapContext     *context,
                           WayRecord         *scenario,
                           WayRecord         *persona,
                           GPtrArray         *stops,
                           WayScenarioCounts *counts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  if (counts != NULL && stops->len > 0)
    {
      g_autofree char *words = way_scenario_counts_dup_words (counts, FALSE);

      add_group (box, _("What It Comes To"), words);
    }
  add_needs (context, box, persona, stops);
  if (stops->len > 0)
    add_comparisons (context, box, scenario);
  return box;
}
