/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where several things are selected: how many they are, in which lanes and stages, and what is done to all of them as one edit. */
#include "app/way-inspector-many.h"

#include "app/way-choice-row.h"
#include "app/way-inspector-sections.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "model/way-schema.h"

/* A row that says what all have in common, and gives all of them something else. */
typedef struct
{
  GtkWidget *row;             /* borrowed */
  GStrv choices;              /* what stands behind each word; "" where they differ */
} Choice;

struct _WayInspectorMany
{
  GtkBox parent_instance;

  WayMapContext *context;
  GtkWidget *group;
  Choice lane, stage, kind;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (WayInspectorMany, way_inspector_many, GTK_TYPE_BOX)

/**
 * way_inspector_dup_count:
 * @spots: (element-type WaySpot): cards or steps
 *
 * Returns: (transfer full): how many of what they are
 */
char *
way_inspector_dup_count (GArray *spots)
{
  if (g_array_index (spots, WaySpot, 0).kind == WAY_KIND_STEP)
    return g_strdup_printf (ngettext ("%u Step", "%u Steps", spots->len), spots->len);
  return g_strdup_printf (ngettext ("%u Card", "%u Cards", spots->len), spots->len);
}

static const char *
get_chosen (Choice *choice)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (choice->row));

  return choice->choices != NULL && selected < g_strv_length (choice->choices) ? choice->choices[selected] : "";
}

static void
put (WayInspectorMany *self,
     Choice           *choice)
{
  g_autofree char *chosen = g_strdup (get_chosen (choice));

  if (!self->filling && *chosen != '\0')
    way_canvas_put_selected (way_map_context_get_canvas (self->context), choice == &self->lane ? chosen : NULL, choice == &self->stage ? chosen : NULL);
}

static void
lane_chosen_cb (AdwComboRow      *row,
                GParamSpec       *pspec,
                WayInspectorMany *self)
{
  put (self, &self->lane);
}

static void
stage_chosen_cb (AdwComboRow      *row,
                 GParamSpec       *pspec,
                 WayInspectorMany *self)
{
  put (self, &self->stage);
}

static void
kind_chosen_cb (AdwComboRow      *row,
                GParamSpec       *pspec,
                WayInspectorMany *self)
{
  const char *chosen = get_chosen (&self->kind);
  g_autofree char *action = g_strdup_printf ("map.make-%s", chosen);

  if (!self->filling && *chosen != '\0')
    gtk_widget_activate_action (GTK_WIDGET (way_map_context_get_canvas (self->context)), action, NULL);
}

static void
duplicate_cb (GtkButton        *button,
              WayInspectorMany *self)
{
  gtk_widget_activate_action (GTK_WIDGET (way_map_context_get_canvas (self->context)), "map.duplicate", NULL);
}

/* The focus goes to the map, where what is next is selected. */
static void
delete_cb (GtkButton        *button,
           WayInspectorMany *self)
{
  gtk_widget_activate_action (GTK_WIDGET (way_map_context_get_canvas (self->context)), "map.delete", NULL);
}

static void
add_choice (WayInspectorMany *self,
            Choice           *choice,
            const char       *title,
            GCallback         chosen)
{
  choice->row = way_choice_row_new (title);
  g_signal_connect (choice->row, "notify::selected", chosen, self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), choice->row);
}

static void
way_inspector_many_finalize (GObject *object)
{
  WayInspectorMany *self = WAY_INSPECTOR_MANY (object);

  g_object_unref (self->context);
  g_strfreev (self->lane.choices);
  g_strfreev (self->stage.choices);
  g_strfreev (self->kind.choices);

  G_OBJECT_CLASS (way_inspector_many_parent_class)->finalize (object);
}

static void
way_inspector_many_class_init (WayInspectorManyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_inspector_many_finalize;
}

static void
way_inspector_many_init (WayInspectorMany *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  self->group = adw_preferences_group_new ();
  gtk_box_append (GTK_BOX (self), self->group);
  add_choice (self, &self->lane, _("Lane"), G_CALLBACK (lane_chosen_cb));
  add_choice (self, &self->stage, _("Stage"), G_CALLBACK (stage_chosen_cb));
  add_choice (self, &self->kind, _("Kind"), G_CALLBACK (kind_chosen_cb));
  way_inspector_add_button (GTK_WIDGET (self), _("D_uplicate"), G_CALLBACK (duplicate_cb), self, NULL);
  way_inspector_add_button (GTK_WIDGET (self), _("_Delete"), G_CALLBACK (delete_cb), self, "destructive-action");
}

/**
 * way_inspector_many_new:
 * @context: what it works with
 *
 * Returns: (transfer floating): a widget that shows nothing yet
 */
GtkWidget *
way_inspector_many_new (WayMapContext *context)
{
  WayInspectorMany *self = g_object_new (WAY_TYPE_INSPECTOR_MANY, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/* Offers @choices by their @labels, with @common as chosen, or that they differ. */
static void
fill (Choice       *choice,
      GStrvBuilder *choices,
      GStrvBuilder *labels,
      const char   *common,
      const char   *differ)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new (), words = g_strv_builder_new ();
  g_auto (GStrv) values = g_strv_builder_end (choices), names = g_strv_builder_end (labels), shown = NULL;
  guint selected = 0;

  if (common == NULL)
    {
      g_strv_builder_add (all, "");
      g_strv_builder_add (words, differ);
    }
  g_strv_builder_addv (all, (const char **) values);
  g_strv_builder_addv (words, (const char **) names);
  g_strfreev (choice->choices);
  choice->choices = g_strv_builder_end (all);
  shown = g_strv_builder_end (words);
  for (guint i = 0; choice->choices[i] != NULL; i++)
    if (g_strcmp0 (choice->choices[i], common) == 0)
      selected = i;
  way_choice_row_set_words (WAY_CHOICE_ROW (choice->row), (const char *const *) shown);
  adw_combo_row_set_selected (ADW_COMBO_ROW (choice->row), selected);
}

/* Lanes or stages of the map; cards do not go where feelings are. */
static void
fill_places (WayInspectorMany *self,
             Choice           *choice,
             WayKind           kind,
             const char       *common)
{
  g_autoptr (GPtrArray) records = way_map_context_list (self->context, kind, way_map_context_get_map (self->context));
  g_autoptr (GStrvBuilder) choices = g_strv_builder_new (), labels = g_strv_builder_new ();

  for (guint i = 0; i < records->len; i++)
    if (kind != WAY_KIND_LANE || g_strcmp0 (way_record_get_text (records->pdata[i], WAY_LANE_KIND), "feeling") != 0)
      {
        g_strv_builder_add (choices, way_record_get_id (records->pdata[i]));
        g_strv_builder_take (labels, way_words_dup_name (records->pdata[i]));
      }
  fill (choice, choices, labels, common, kind == WAY_KIND_LANE ? _("Different Lanes") : _("Different Stages"));
}

static void
fill_kinds (WayInspectorMany *self,
            const char       *common)
{
  const char *const *all = way_kind_get_info (WAY_KIND_STEP)->fields[WAY_STEP_KIND].choices;
  g_autoptr (GStrvBuilder) choices = g_strv_builder_new (), labels = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_strv_builder_add (choices, all[i]);
      g_strv_builder_add (labels, way_words_of_choice (WAY_KIND_STEP, all[i]));
    }
  fill (&self->kind, choices, labels, common, _("Different Kinds"));
}

/* Returns: (nullable): what all of them have there */
static const char *
find_common (GPtrArray *records,
             guint      field,
             const char *otherwise)
{
  const char *common = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      const char *text = way_record_get_text (records->pdata[i], field);

      if (text == NULL)
        text = otherwise;
      if (i > 0 && g_strcmp0 (text, common) != 0)
        return NULL;
      common = text;
    }
  return common;
}

/**
 * way_inspector_many_show:
 * @self: what shows them
 * @spots: (element-type WaySpot): the cards or steps that are selected
 */
void
way_inspector_many_show (WayInspectorMany *self,
                         GArray           *spots)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean steps = g_array_index (spots, WaySpot, 0).kind == WAY_KIND_STEP;

  for (guint i = 0; i < spots->len; i++)
    {
      const WaySpot *spot = &g_array_index (spots, WaySpot, i);
      WayRecord *record = way_map_context_read (self->context, spot->kind, spot->id);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  self->filling = TRUE;
  gtk_widget_set_visible (self->stage.row, !steps);
  gtk_widget_set_visible (self->kind.row, steps);
  fill_places (self, &self->lane, WAY_KIND_LANE, find_common (records, steps ? WAY_STEP_LANE : WAY_CARD_LANE, NULL));
  if (steps)
    fill_kinds (self, find_common (records, WAY_STEP_KIND, "step"));
  else
    fill_places (self, &self->stage, WAY_KIND_STAGE, find_common (records, WAY_CARD_STAGE, NULL));
  self->filling = FALSE;
}
