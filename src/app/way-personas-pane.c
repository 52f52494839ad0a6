/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The personas: a list, and one of them in full. They belong to the workspace; any map may be theirs. */
#include "app/way-personas-pane.h"

#include "app/way-inspector-sections.h"
#include "app/way-persona-card.h"
#include "app/way-persona-edits.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "model/way-persona-uses.h"
#include "model/way-schema.h"

struct _WayPersonasPane
{
  WayListPane parent_instance;

  WayPersonaCard *card;       /* nullable, borrowed: the one in full */
};

G_DEFINE_FINAL_TYPE (WayPersonasPane, way_personas_pane, WAY_TYPE_LIST_PANE)

static WayMapContext *
get_context (WayPersonasPane *self)
{
  return way_pane_get_context (WAY_PANE (self));
}

static void
new_cb (GtkButton       *button,
        WayPersonasPane *self)
{
  g_autofree char *id = way_pane_finish (WAY_PANE (self)) ? way_persona_edits_add (get_context (self)) : NULL;

  if (id != NULL)
    way_list_pane_show (WAY_LIST_PANE (self), id);
}

static void
copied_cb (WayPersonaCard  *card,
           const char      *id,
           WayPersonasPane *self)
{
  way_list_pane_show (WAY_LIST_PANE (self), id);
}

static void
use_cb (GtkButton       *button,
        WayPersonasPane *self)
{
  if (way_pane_finish (WAY_PANE (self)))
    way_persona_edits_use (get_context (self), way_list_pane_get_open (WAY_LIST_PANE (self)));
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
      GtkWidget *row = way_list_pane_new_row (WAY_LIST_PANE (self), way_record_get_id (personas->pdata[i]), name, about != NULL ? about : "");

      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
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

static gboolean
way_personas_pane_fill (WayListPane *pane,
                        GtkWidget   *box,
                        const char  *open)
{
  WayPersonasPane *self = WAY_PERSONAS_PANE (pane);
  g_autoptr (WayRecord) persona = way_map_context_read (get_context (self), WAY_KIND_PERSONA, open);

  self->card = NULL;
  if (persona == NULL)
    {
      add_list (self, box);
      return FALSE;
    }
  way_list_pane_add_back (pane, box, _("_All Personas"));
  self->card = WAY_PERSONA_CARD (way_persona_card_new (get_context (self), open));
  g_signal_connect_object (self->card, "copied", G_CALLBACK (copied_cb), self, G_CONNECT_DEFAULT);
  refresh_card (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->card));
  way_list_pane_add_button (pane, box, _("_Make the Map Theirs"), G_CALLBACK (use_cb), NULL);
  return TRUE;
}

static void
way_personas_pane_focus (WayListPane *pane)
{
  way_persona_card_focus (WAY_PERSONAS_PANE (pane)->card);
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
  if (any && (self->card == NULL || !refresh_card (self)))
    way_list_pane_show_anew (WAY_LIST_PANE (self));
}

static gboolean
way_personas_pane_finish (WayPane *pane)
{
  WayPersonasPane *self = WAY_PERSONAS_PANE (pane);

  return self->card == NULL || way_persona_card_finish (self->card);
}

static void
way_personas_pane_class_init (WayPersonasPaneClass *klass)
{
  WAY_PANE_CLASS (klass)->changed = way_personas_pane_changed;
  WAY_PANE_CLASS (klass)->finish = way_personas_pane_finish;
  WAY_LIST_PANE_CLASS (klass)->fill = way_personas_pane_fill;
  WAY_LIST_PANE_CLASS (klass)->focus = way_personas_pane_focus;
}

static void
way_personas_pane_init (WayPersonasPane *self)
{
}
