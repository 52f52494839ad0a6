/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The personas: a list, and one of them in full. They belong to the workspace; any map may be theirs. */
#include "app/way-personas-pane.h"

#include "app/way-form.h"
#include "app/way-inspector-sections.h"
#include "app/way-lead-row.h"
#include "app/way-map-edits.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "base/way-id.h"
#include "model/way-schema.h"

#include <math.h>

struct _WayPersonasPane
{
  WayPane parent_instance;

  GtkWidget *scrolled;
  WayForm *form;              /* nullable, borrowed: of the one in full */
  char *open;                 /* nullable: the id of that one */
  guint change;               /* the idle call that shows something else */
};

G_DEFINE_FINAL_TYPE (WayPersonasPane, way_personas_pane, WAY_TYPE_PANE)

static WayMapContext *
get_context (WayPersonasPane *self)
{
  return way_pane_get_context (WAY_PANE (self));
}

static gboolean
change_cb (gpointer data)
{
  WayPersonasPane *self = data;

  self->change = 0;
  WAY_PANE_GET_CLASS (self)->refresh (WAY_PANE (self));
  if (self->form != NULL)
    way_form_focus (self->form);
  return G_SOURCE_REMOVE;
}

/* Not at once: what leads there goes with what is shown now. */
static void
show_later (WayPersonasPane *self,
            const char      *id)
{
  if (!way_pane_finish (WAY_PANE (self)))
    return;
  g_set_str (&self->open, id);
  if (self->change == 0)
    self->change = g_idle_add (change_cb, self);
}

static void
put_new (WayPersonasPane *self,
         WayRecord       *persona,
         const char      *label)
{
  g_autoptr (WayEdit) edit = way_edit_new (label);

  way_edit_put (edit, persona);
  if (way_map_context_apply (get_context (self), edit))
    show_later (self, way_record_get_id (persona));
}

static void
new_cb (GtkButton       *button,
        WayPersonasPane *self)
{
  g_autoptr (WayRecord) persona = way_record_new (WAY_KIND_PERSONA, NULL, NULL);

  way_record_set_text (persona, WAY_PERSONA_NAME, _("Somebody new"));
  put_new (self, persona, _("Add persona"));
}

static void
duplicate_cb (GtkButton       *button,
              WayPersonasPane *self)
{
  g_autoptr (WayRecord) first = NULL, copy = NULL;
  g_autofree char *id = way_id_new (), *name = NULL;

  if (!way_pane_finish (WAY_PANE (self)) || (first = way_map_context_read (get_context (self), WAY_KIND_PERSONA, self->open)) == NULL)
    return;
  copy = way_record_copy (first);
  /* Translators: the name of a copy of a persona. */
  name = g_strdup_printf (_("%s (copy)"), way_record_get_text (first, WAY_PERSONA_NAME));
  way_record_set_id (copy, id);
  way_record_set_text (copy, WAY_PERSONA_NAME, name);
  way_record_set_position (copy, HUGE_VAL);
  put_new (self, copy, _("Duplicate persona"));
}

static void
delete_cb (GtkButton       *button,
           WayPersonasPane *self)
{
  g_autofree char *id = g_strdup (self->open);

  if (way_pane_finish (WAY_PANE (self)) && way_map_edits_delete (get_context (self), GTK_WIDGET (self), WAY_KIND_PERSONA, id))
    show_later (self, NULL);
}

static void
back_cb (GtkButton       *button,
         WayPersonasPane *self)
{
  show_later (self, NULL);
}

static void
use_cb (GtkButton       *button,
        WayPersonasPane *self)
{
  g_autoptr (WayRecord) map = way_map_context_read (get_context (self), WAY_KIND_MAP, way_map_context_get_map (get_context (self)));
  g_autoptr (WayRecord) changed = map != NULL ? way_record_copy (map) : NULL;
  g_autoptr (WayEdit) edit = way_edit_new (_("Change persona of the map"));

  if (changed == NULL || !way_pane_finish (WAY_PANE (self)))
    return;
  way_record_set_text (changed, WAY_MAP_PERSONA, self->open);
  way_edit_put (edit, changed);
  way_map_context_apply (get_context (self), edit);
}

static void
add_button (WayPersonasPane *self,
            GtkWidget       *box,
            const char      *label,
            GCallback        callback,
            const char      *css_class)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  g_signal_connect (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
}

static void
row_activated_cb (AdwActionRow    *row,
                  WayPersonasPane *self)
{
  show_later (self, g_object_get_data (G_OBJECT (row), "id"));
}

static void
add_list (WayPersonasPane *self,
          GtkWidget       *box)
{
  GtkWidget *group = adw_preferences_group_new (), *add = way_inspector_new_button ("list-add-symbolic", _("New Persona"));
  g_autoptr (GPtrArray) personas = way_map_context_list (get_context (self), WAY_KIND_PERSONA, NULL);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Personas"));
  if (personas->len == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("A pen portrait of somebody the map is about: made up, and true."));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), add);
  g_signal_connect (add, "clicked", G_CALLBACK (new_cb), self);
  for (guint i = 0; i < personas->len; i++)
    {
      g_autofree char *name = way_words_dup_text (personas->pdata[i]);
      const char *about = way_record_get_text (personas->pdata[i], WAY_PERSONA_ABOUT);
      GtkWidget *row = g_object_new (WAY_TYPE_LEAD_ROW, "title", name, "subtitle", about != NULL ? about : "",
                                     "subtitle-lines", 3, NULL);

      g_object_set_data_full (G_OBJECT (row), "id", g_strdup (way_record_get_id (personas->pdata[i])), g_free);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  gtk_box_append (GTK_BOX (box), group);
}

static void
way_personas_pane_refresh (WayPane *pane)
{
  WayPersonasPane *self = WAY_PERSONAS_PANE (pane);
  g_autoptr (WayRecord) open = way_map_context_read (get_context (self), WAY_KIND_PERSONA, self->open);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  way_pane_finish (pane);
  gtk_widget_add_css_class (box, "pane");
  self->form = NULL;
  if (open == NULL)
    add_list (self, box);
  else
    {
      add_button (self, box, _("_All Personas"), G_CALLBACK (back_cb), "flat");
      self->form = WAY_FORM (way_form_new (get_context (self), WAY_KIND_PERSONA, self->open));
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
      add_button (self, box, _("_Make the Map Theirs"), G_CALLBACK (use_cb), NULL);
      add_button (self, box, _("D_uplicate"), G_CALLBACK (duplicate_cb), NULL);
      add_button (self, box, _("_Delete"), G_CALLBACK (delete_cb), "destructive-action");
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
}

/* The one in full keeps what is being typed; a list is made anew. */
static void
way_personas_pane_changed (WayPane    *pane,
                           WayChanges *changes)
{
  WayPersonasPane *self = WAY_PERSONAS_PANE (pane);
  gboolean any = FALSE;

  for (guint i = 0; i < way_changes_get_length (changes); i++)
    any |= way_changes_get (changes, i)->kind == WAY_KIND_PERSONA;
  if (any && self->change == 0 && (self->form == NULL || !way_form_refresh (self->form)))
    self->change = g_idle_add (change_cb, self);
}

static void
way_personas_pane_selected (WayPane *pane)
{
}

static gboolean
way_personas_pane_finish (WayPane *pane)
{
  WayPersonasPane *self = WAY_PERSONAS_PANE (pane);

  return self->form == NULL || way_form_finish (self->form);
}

static void
way_personas_pane_dispose (GObject *object)
{
  g_clear_handle_id (&WAY_PERSONAS_PANE (object)->change, g_source_remove);

  G_OBJECT_CLASS (way_personas_pane_parent_class)->dispose (object);
}

static void
way_personas_pane_finalize (GObject *object)
{
  g_free (WAY_PERSONAS_PANE (object)->open);

  G_OBJECT_CLASS (way_personas_pane_parent_class)->finalize (object);
}

static void
way_personas_pane_class_init (WayPersonasPaneClass *klass)
{
  WayPaneClass *pane_class = WAY_PANE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_personas_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_personas_pane_finalize;
  pane_class->refresh = way_personas_pane_refresh;
  pane_class->changed = way_personas_pane_changed;
  pane_class->selected = way_personas_pane_selected;
  pane_class->finish = way_personas_pane_finish;
}

static void
way_personas_pane_init (WayPersonasPane *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_bin_set_child (ADW_BIN (self), self->scrolled);
}
