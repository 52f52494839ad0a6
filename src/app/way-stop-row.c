/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stop of a scenario: where it is and how it was there in its line; the rest is made when somebody opens it. */
#include "app/way-stop-row.h"

#include "app/way-check.h"
#include "app/way-form.h"
#include "app/way-inspector-sections.h"
#include "app/way-scenario-edits.h"
#include "app/way-toast.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "base/way-wait.h"
#include "model/way-scenario-words.h"
#include "model/way-schema.h"

struct _WayStopRow
{
  AdwExpanderRow parent_instance;

  WayMapContext *context;
  WayRecord *stop;
  guint place, of;            /* among the stops */
  GStrv needs;                /* nullable: of the persona */
  gboolean filling;

  GtkWidget *outcomes[WAY_N_OUTCOMES];  /* NULL until it is opened, as what follows */
  WayForm *form;
  GtkWidget *ticks;           /* the needs that were met there */
  GtkWidget *up, *down;
};

G_DEFINE_FINAL_TYPE (WayStopRow, way_stop_row, ADW_TYPE_EXPANDER_ROW)

static void
outcome_toggled_cb (GtkToggleButton *button,
                    WayStopRow      *self)
{
  guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "number"));
  const char *outcome = way_scenario_get_outcome (number);

  if (self->filling)
    return;
  if (gtk_toggle_button_get_active (button))
    way_scenario_edits_set_outcome (self->context, way_record_get_id (self->stop), outcome);
  else if (g_strcmp0 (way_record_get_text (self->stop, WAY_STOP_OUTCOME), outcome) == 0)
    way_scenario_edits_set_outcome (self->context, way_record_get_id (self->stop), NULL);
}

static GtkWidget *
new_outcomes (WayStopRow *self)
{
  GtkWidget *box = adw_wrap_box_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Did it meet the need?"), -1);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  gtk_widget_add_css_class (box, "in-row");
  for (guint i = 0; i < WAY_N_OUTCOMES; i++)
    {
      const char *outcome = way_scenario_get_outcome (i), *word = way_words_of_choice (WAY_KIND_STOP, outcome);
      g_autofree char *label = g_strdup_printf ("%s %s", way_scenario_get_outcome_sign (outcome), word);
      GtkWidget *button = gtk_toggle_button_new_with_label (label);

      g_object_set_data (G_OBJECT (button), "number", GUINT_TO_POINTER (i));
      g_signal_connect (button, "toggled", G_CALLBACK (outcome_toggled_cb), self);
      adw_wrap_box_append (ADW_WRAP_BOX (box), button);
      self->outcomes[i] = button;
    }
  return box;
}

static void
tick_toggled_cb (GtkCheckButton *check,
                 WayStopRow     *self)
{
  if (!self->filling && way_stop_row_finish (self))
    way_scenario_edits_name_need (self->context, way_record_get_id (self->stop), g_object_get_data (G_OBJECT (check), "need"),
                                  gtk_check_button_get_active (check));
}

/* Checks that stand for the same needs stay: one of them may be what was just pressed. */
static void
show_ticks (WayStopRow *self)
{
  GtkWidget *check = gtk_widget_get_first_child (self->ticks);
  guint i = 0;

  check = check != NULL ? gtk_widget_get_next_sibling (check) : NULL;
  while (check != NULL && self->needs != NULL && self->needs[i] != NULL &&
         g_str_equal (g_object_get_data (G_OBJECT (check), "need"), self->needs[i]))
    {
      check = gtk_widget_get_next_sibling (check);
      i++;
    }
  if (check != NULL || (self->needs != NULL && self->needs[i] != NULL))
    {
      while ((check = gtk_widget_get_next_sibling (gtk_widget_get_first_child (self->ticks))) != NULL)
        gtk_box_remove (GTK_BOX (self->ticks), check);
      for (i = 0; self->needs != NULL && self->needs[i] != NULL; i++)
        {
          check = way_check_new (self->needs[i]);
          g_object_set_data_full (G_OBJECT (check), "need", g_strdup (self->needs[i]), g_free);
          g_signal_connect (check, "toggled", G_CALLBACK (tick_toggled_cb), self);
          gtk_box_append (GTK_BOX (self->ticks), check);
        }
    }
  for (check = gtk_widget_get_next_sibling (gtk_widget_get_first_child (self->ticks)); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                 way_scenario_names_need (self->stop, g_object_get_data (G_OBJECT (check), "need")));
  gtk_widget_set_visible (self->ticks, self->needs != NULL && self->needs[0] != NULL);
}

static void
move_cb (GtkButton  *button,
         WayStopRow *self)
{
  if (way_stop_row_finish (self))
    way_scenario_edits_move_stop (self->context, way_record_get_id (self->stop), GTK_WIDGET (button) == self->up ? -1 : 1);
}

static void
insert_cb (GtkButton  *button,
           WayStopRow *self)
{
  if (way_stop_row_finish (self))
    way_map_context_walk (self->context, way_record_get_within (self->stop), way_record_get_id (self->stop));
}

static void
remove_cb (GtkButton  *button,
           WayStopRow *self)
{
  way_stop_row_remove (self);
}

static GtkWidget *
add_button (WayStopRow *self,
            GtkWidget  *box,
            const char *icon_name,
            const char *label,
            GCallback   callback)
{
  GtkWidget *button = way_inspector_new_button (icon_name, label);

  g_signal_connect (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
new_buttons (WayStopRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "in-row");
  self->up = add_button (self, box, "go-up-symbolic", _("Earlier on the Way"), G_CALLBACK (move_cb));
  self->down = add_button (self, box, "go-down-symbolic", _("Later on the Way"), G_CALLBACK (move_cb));
  add_button (self, box, "list-add-symbolic", _("Insert a Stop After This One"), G_CALLBACK (insert_cb));
  add_button (self, box, "user-trash-symbolic", _("Remove This Stop"), G_CALLBACK (remove_cb));
  return box;
}

static void
add_row (WayStopRow *self,
         GtkWidget  *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
show_details (WayStopRow *self)
{
  const char *outcome = way_record_get_text (self->stop, WAY_STOP_OUTCOME);

  if (self->form == NULL)
    return;
  self->filling = TRUE;
  for (guint i = 0; i < WAY_N_OUTCOMES; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->outcomes[i]), g_strcmp0 (outcome, way_scenario_get_outcome (i)) == 0);
  gtk_widget_set_sensitive (self->up, self->place > 0);
  gtk_widget_set_sensitive (self->down, self->place + 1 < self->of);
  show_ticks (self);
  self->filling = FALSE;
  way_form_refresh (self->form);
}

static void
make_details (WayStopRow *self)
{
  GtkWidget *title;

  add_row (self, new_outcomes (self));
  self->form = WAY_FORM (way_form_new (self->context, WAY_KIND_STOP, way_record_get_id (self->stop)));
  gtk_widget_add_css_class (GTK_WIDGET (self->form), "in-row");
  add_row (self, GTK_WIDGET (self->form));
  self->ticks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (self->ticks, "in-row");
  title = gtk_label_new (_("What they need that was met here"));
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption-heading");
  gtk_box_append (GTK_BOX (self->ticks), title);
  add_row (self, self->ticks);
  add_row (self, new_buttons (self));
  show_details (self);
}

static void
expanded_cb (WayStopRow *self)
{
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    {
      way_stop_row_finish (self);
      return;
    }
  if (self->form == NULL)
    make_details (self);
  way_map_context_select (self->context, WAY_KIND_STEP, way_record_get_text (self->stop, WAY_STOP_STEP));
}

static void
way_stop_row_dispose (GObject *object)
{
  WayStopRow *self = WAY_STOP_ROW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->stop);

  G_OBJECT_CLASS (way_stop_row_parent_class)->dispose (object);
}

static void
way_stop_row_finalize (GObject *object)
{
  g_strfreev (WAY_STOP_ROW (object)->needs);

  G_OBJECT_CLASS (way_stop_row_parent_class)->finalize (object);
}

/* As a click on the row does (AdwExpanderRow has nothing for what has no pointer and no keys). */
static void
open_or_close (GtkWidget  *widget,
               const char *name,
               GVariant   *target)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (widget);

  adw_expander_row_set_expanded (row, !adw_expander_row_get_expanded (row));
}

static void
way_stop_row_class_init (WayStopRowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "stop.open", NULL, open_or_close);
  G_OBJECT_CLASS (klass)->dispose = way_stop_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_stop_row_finalize;
}

static void
way_stop_row_init (WayStopRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self), 4);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

/**
 * way_stop_row_new:
 * @context: what it works with
 * @stop: a stop
 *
 * Returns: (transfer floating): a row for it, which shows nothing yet
 */
GtkWidget *
way_stop_row_new (WayMapContext *context,
                  WayRecord     *stop)
{
  WayStopRow *self = g_object_new (WAY_TYPE_STOP_ROW, NULL);

  self->context = g_object_ref (context);
  self->stop = g_object_ref (stop);
  return GTK_WIDGET (self);
}

/**
 * way_stop_row_get_stop:
 * @self: a row
 *
 * Returns: the id of its stop
 */
const char *
way_stop_row_get_stop (WayStopRow *self)
{
  return way_record_get_id (self->stop);
}

/**
 * way_stop_row_get_place:
 * @self: a row
 *
 * Returns: which of the stops it is, from 0
 */
guint
way_stop_row_get_place (WayStopRow *self)
{
  return self->place;
}

/* Takes @part. */
static void
add_part (GString    *text,
          const char *separator,
          char       *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", part);
  g_free (part);
}

static char *
dup_subtitle (WayStopRow *self,
              gboolean    off_map)
{
  const char *outcome = way_record_get_text (self->stop, WAY_STOP_OUTCOME), *note = way_record_get_text (self->stop, WAY_STOP_NOTE);
  GString *text = g_string_new (NULL);

  if (outcome != NULL)
    add_part (text, " · ", g_strdup_printf ("%s %s", way_scenario_get_outcome_sign (outcome), way_words_of_choice (WAY_KIND_STOP, outcome)));
  if (way_record_has (self->stop, WAY_STOP_WAIT_DAYS))
    {
      g_autofree char *wait = way_wait_dup_label (way_record_get_number (self->stop, WAY_STOP_WAIT_DAYS));

      add_part (text, " · ", g_strdup_printf (C_("stop", "waited %s"), wait));
    }
  if (off_map)
    /* Translators: of a stop of a scenario: there is no link to it from the stop before. */
    add_part (text, " · ", g_strdup (C_("stop", "off the map: no link leads here")));
  if (note != NULL)
    add_part (text, "\n", g_strdup (note));
  return g_string_free_and_steal (text);
}

/**
 * way_stop_row_show:
 * @self: a row
 * @stop: its stop, as it is now
 * @place: which of the stops it is, from 0
 * @of: how many there are
 * @off_map: whether no link leads there from the one before
 * @needs: (nullable): what the persona needs
 *
 * What is being typed stays.
 */
void
way_stop_row_show (WayStopRow        *self,
                   WayRecord         *stop,
                   guint              place,
                   guint              of,
                   gboolean           off_map,
                   const char *const *needs)
{
  g_autoptr (WayRecord) step = way_map_context_read (self->context, WAY_KIND_STEP, way_record_get_text (stop, WAY_STOP_STEP));
  g_autofree char *name = step != NULL ? way_words_dup_name (step) : g_strdup (""), *title = NULL, *subtitle = NULL;

  g_set_object (&self->stop, stop);
  g_strfreev (self->needs);
  self->needs = g_strdupv ((char **) needs);
  self->place = place;
  self->of = of;
  /* Translators: the number of a stop of a scenario, and the step where it is. */
  title = g_strdup_printf (C_("stop", "%1$u. %2$s"), place + 1, name);
  subtitle = dup_subtitle (self, off_map);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  show_details (self);
}

/**
 * way_stop_row_remove:
 * @self: a row
 *
 * Removes the stop from its scenario, and offers to take that back.
 */
void
way_stop_row_remove (WayStopRow *self)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Remove stop"));
  /* Translators: the number of a stop. */
  g_autofree char *message = g_strdup_printf (_("Stop %u removed"), self->place + 1);
  GtkWidget *pane = gtk_widget_get_parent (GTK_WIDGET (self));

  if (!way_stop_row_finish (self))
    return;
  way_edit_drop (edit, WAY_KIND_STOP, way_record_get_id (self->stop));
  if (pane == NULL || !way_map_context_apply (self->context, edit))
    return;
  way_toast_offer_undo (pane, message);
  gtk_accessible_announce (GTK_ACCESSIBLE (pane), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * way_stop_row_finish:
 * @self: a row
 *
 * Returns: whether what was being typed is in the workspace
 */
gboolean
way_stop_row_finish (WayStopRow *self)
{
  return self->form == NULL || way_form_finish (self->form);
}
