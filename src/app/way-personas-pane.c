/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The personas: a list, and one of them in full. They belong to the workspace; any map may be theirs. */
#include "app/way-personas-pane.h"

#include "app/way-inspector-sections.h"
#include "app/way-lead-row.h"
#include "app/way-persona-card.h"
#include "app/way-persona-edits.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "model/way-persona-uses.h"
#include "model/way-schema.h"

struct _WayPersonasPane
{
  WayPane parent_instance;

  GtkWidget *scrolled;
  WayPersonaCard *card;       /* nullable, borrowed: the one in full */
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
  if (self->card != NULL)
    way_persona_card_focus (self->card);
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
new_cb (GtkButton       *button,
        WayPersonasPane *self)
{
  g_autofree char *id = way_pane_finish (WAY_PANE (self)) ? way_persona_edits_add (get_context (self)) : NULL;

  if (id != NULL)
    show_later (self, id);
}

static void
copied_cb (WayPersonaCard  *card,
           const char      *id,
           WayPersonasPane *self)
{
  show_later (self, id);
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
  if (way_pane_finish (WAY_PANE (self)))
    way_persona_edits_use (get_context (self), self->open);
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

/* Whether there still is such a persona. */
static gboolean
refresh_card (WayPersonasPane *self)
{
  WayLens *lens = way_map_context_get_lens (get_context (self));
  g_autoptr (GHashTable) uses = lens != NULL ? way_persona_uses_read (lens, NULL) : NULL;

  return way_persona_card_refresh (self->card, uses);
}

static void
way_personas_pane_refresh (WayPane *pane)
{
  WayPersonasPane *self = WAY_PERSONAS_PANE (pane);
  g_autoptr (WayRecord) open = way_map_context_read (get_context (self), WAY_KIND_PERSONA, self->open);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  way_pane_finish (pane);
  gtk_widget_add_css_class (box, "pane");
  self->card = NULL;
  if (open == NULL)
    add_list (self, box);
  else
    {
      add_button (self, box, _("_All Personas"), G_CALLBACK (back_cb), "flat");
      self->card = WAY_PERSONA_CARD (way_persona_card_new (get_context (self), self->open));
      g_signal_connect_object (self->card, "copied", G_CALLBACK (copied_cb), self, G_CONNECT_DEFAULT);
      refresh_card (self);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->card));
      add_button (self, box, _("_Make the Map Theirs"), G_CALLBACK (use_cb), NULL);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
}

/* The one in full keeps what is being typed; a list is made anew. */
static void
way_personas_pane_changed (WayPane    *pane,
                           WayChanges *changes)
{
  WayPersonasPane *self = WAY_PERSONAS_PANE (pane);
  const guint64 shown = WAY_MASK (PERSONA) | WAY_MASK (MAP) | WAY_MASK (FEELING) | WAY_MASK (SCENARIO);
  gboolean any = FALSE;

  for (guint i = 0; i < way_changes_get_length (changes); i++)
    any |= (shown & (G_GUINT64_CONSTANT (1) << way_changes_get (changes, i)->kind)) != 0;
  if (any && self->change == 0 && (self->card == NULL || !refresh_card (self)))
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

  return self->card == NULL || way_persona_card_finish (self->card);
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
